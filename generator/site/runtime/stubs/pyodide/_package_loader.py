"""A stub for Pyodide's package installer: all packages came in the archives."""

from __future__ import annotations

from site import getsitepackages


class _Folder:
    """A path that stays an object on its way into JavaScript, which asks it for its text."""

    def __init__(self, path: str) -> None:
        self._path = path

    def __str__(self) -> str:
        return self._path


SITE_PACKAGES = _Folder(getsitepackages()[0])
DSO_DIR = _Folder("/usr/lib")


def init_loaded_packages() -> None:
    """Find none."""
