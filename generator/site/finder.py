"""In the browser only, as `sitecustomize`: gives Python its modules from one place, by name.

Python itself would look through each archive and each folder of its path, and open the archive again for every module. Nothing is
imported here but what Python has loaded by itself: until this has run, there is nothing else.
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
    """Finds and runs the modules of the archive."""

    def __init__(self, modules: Mapping[str, tuple[bool, bytes]]) -> None:
        self._modules = modules

    def find_spec(self, fullname: str, *_: object) -> ModuleSpec | None:
        """Tell Python that the module is here, if it is."""
        if not (found := self._modules.get(fullname)):
            return None
        spec = type(__spec__)(fullname, self, origin=f"{ENGINE}/{fullname}", is_package=found[0])  # type: ignore[arg-type]
        spec.has_location = True  # the module learns where it comes from
        return spec

    def create_module(self, spec: ModuleSpec) -> None:
        """Leave it to Python."""

    def exec_module(self, module: ModuleType) -> None:
        """Run the module."""
        exec(marshal.loads(self._modules[module.__name__][1]), module.__dict__)  # noqa: S102, S302  our own build wrote it


if __name__ == "sitecustomize":
    packed = zipimporter(ENGINE).get_data(MODULES)
    sys.meta_path.insert(0, Finder(marshal.loads(ZstdDecompressor().decompress(packed))))  # noqa: S302
    import expressions  # type: ignore[import-not-found]  # noqa: F401
