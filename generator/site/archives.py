"""Compiles zip archives of Python, so that the browser need not. Runs in Pyodide itself: only its own Python fits.

`bundle.mjs` starts it, with the archives in the folder `/archives`.
"""

from __future__ import annotations

import py_compile
import tempfile
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

UNUSED: Final = {
    *("bdb", "cProfile", "doctest", "pdb", "profile", "pstats", "tabnanny", "timeit", "trace", "unittest"),  # debuggers
    *("_pyrepl", "optparse", "pydoc", "pydoc_data", "turtle", "webbrowser"),  # terminals and screens
    *("ftplib", "imaplib", "mailbox", "poplib", "smtplib", "socketserver", "wsgiref", "xmlrpc"),  # servers
    *("ctypes", "ensurepip", "modulefinder", "multiprocessing", "zipapp"),  # processes and programs
    *("pickletools", "plistlib", "sqlite3"),  # formats
    *("_pydatetime", "_pyio"),  # doubles of what is built in
}
"""Modules of the standard library that no page needs, and that no module which stays imports on its own."""


def compile_archive(archive: Path) -> None:
    """Replace each source file in `archive` by what it compiles to, and leave unused modules out.

    The same content makes the same bytes, on every machine.
    """
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        with ZipFile(archive) as old:
            old.extractall(folder)
        with ZipFile(archive, "w") as new:
            for path in sorted(folder.rglob("*")):
                name = path.relative_to(folder)
                if path.is_file() and name.parts[0].removesuffix(".py") not in UNUSED:
                    _write(new, _compiled(path, name), name)


def _compiled(path: Path, name: Path) -> Path:
    """Compile a source file to be loaded unchecked, from beside the place where the source was; return any other as is."""
    if path.suffix != ".py":
        return path
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    py_compile.compile(str(path), str(path) + "c", str(name), doraise=True, invalidation_mode=mode)
    return path.with_suffix(".pyc")


def _write(archive: ZipFile, path: Path, name: Path) -> None:
    """Add a file under the folder of `name`, with no trace of when, where and by whom it was made."""
    entry = ZipInfo((name.parent / path.name).as_posix())
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, path.read_bytes(), ZIP_DEFLATED, 9)


if __name__ == "__main__":
    for each in sorted(Path("/archives").iterdir()):
        compile_archive(each)
