"""In the browser only, as `sitecustomize`: gives Python its modules from one place, by name.

Python itself would look through each archive and each folder of its path, and open the archive again for every module. Nothing is
imported here but what Python has loaded by itself: until this has run, there is nothing else. `lazy_archives.py` opens another archive with it.
"""

from __future__ import annotations

import marshal
import sys
from zipimport import zipimporter

from _zstd import ZstdDecompressor  # type: ignore[import-not-found]  # all else of compression.zstd is a module of its own

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from importlib.machinery import ModuleSpec
    from types import ModuleType

ENGINE = "/lib/engine.zip"
MODULES = "modules"
"""The one entry of the archive: name → whether the module is a package, and what it compiles to."""


class Finder:
    """Finds and runs the modules of one archive."""

    def __init__(self, archive: str) -> None:
        """Unpack them all; raises OSError if the archive has no such entry."""
        packed = zipimporter(archive).get_data(MODULES)
        self._archive = archive
        self._modules: Mapping[str, tuple[bool, bytes]] = marshal.loads(ZstdDecompressor().decompress(packed))  # noqa: S302  ours

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Tell Python that the module is here, if it is."""
        if not (found := self._modules.get(fullname)):
            return None
        spec = type(__spec__)(fullname, self, origin=f"{self._archive}/{fullname}", is_package=found[0])  # type: ignore[arg-type]
        spec.has_location = True  # the module learns where it comes from
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        exec(marshal.loads(self._modules[module.__name__][1]), module.__dict__)  # noqa: S102, S302  our own build wrote it


if __name__ == "sitecustomize":
    sys.meta_path.insert(0, Finder(ENGINE))
    import expressions  # type: ignore[import-not-found]  # noqa: F401
