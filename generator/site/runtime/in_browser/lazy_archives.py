"""Fetches, in the browser alone, an archive of rarely needed modules when one of them is imported.

The worker calls `install` once Python has started. Nothing is fetched before the first import that misses.
"""

from __future__ import annotations

import hashlib  # before it is needed: it could not be fetched without itself
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any, override

import elsewhere  # type: ignore[import-not-found]  # which modules each archive has: write_archives.py writes it

type Find = Callable[[str], ModuleSpec | None]

FOLDER = Path("/lib")
Finder: Any = import_module("sitecustomize").Finder  # archive_finder.py, which Python runs by that name


class Later(MetaPathFinder):
    """The last to be asked for a module: by then no archive that is here has it."""

    def __init__(self, url: str, sha256: str) -> None:
        self._url = url
        self._sha256 = sha256
        self._archive = FOLDER / url.rpartition("/")[2]
        self._names = frozenset(elsewhere.NAMES[self._archive.stem])
        self._find: Find | None = None

    @override
    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        if fullname not in self._names:
            return None
        if not self._find:
            self._find = self._open()
            if (expressions := f"{self._archive.stem}_expressions") in self._names:
                import_module(expressions)  # before anything in the archive compiles them itself
        return self._find(fullname)

    def _open(self) -> Find:
        """Return what finds a module in the archive, which is here from now on: it has one stream of all, or a file for each."""
        self._archive.write_bytes(self._fetch())
        try:
            in_stream: Find = Finder(str(self._archive)).find_spec
        except OSError:
            return self._find_file
        return in_stream

    def _find_file(self, fullname: str) -> ModuleSpec | None:
        return PathFinder.find_spec(fullname, [str(self._archive.joinpath(*fullname.split(".")[:-1]))])

    def _fetch(self) -> bytes:
        """Return the archive; Python waits for it, as an import must."""
        from js import XMLHttpRequest  # type: ignore[import-not-found]  # noqa: PLC0415  Pyodide's own

        request = XMLHttpRequest.new()
        request.open("GET", self._url, False)  # noqa: FBT003  in the order of the browser's own function
        request.responseType = "arraybuffer"
        request.send()
        content: bytes = request.response.to_bytes() if request.status == 200 else b""
        if hashlib.sha256(content).hexdigest() != self._sha256:
            raise ImportError(f"{self._url} is not the file that this page was built with: reload the page.")
        return content


def install(url: str, sha256: str) -> None:
    """Look for what is missing in the archive at `url`, from now on."""
    sys.meta_path.append(Later(url, sha256))
