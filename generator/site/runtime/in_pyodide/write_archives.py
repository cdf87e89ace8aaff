"""Compiles the archives of Python, so that the browser need not. Runs in Pyodide itself: only its own Python fits.

`compile.mjs` starts it after `trace_imports.py`, with `engine.zip` and `python_stdlib.zip` in the folder `/archives`. What Python loads before it
can ask `archive_finder.py` stays in `python_stdlib.zip`; all else that every message needs goes into one entry of `engine.zip`, what only an
invitation needs into one of `invitation.zip`, and what nothing needs, file by file, into `later.zip`.
"""

from __future__ import annotations

import ast
import marshal
from collections.abc import Container, Iterable
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

FOLDER = Path("/archives")
ENGINE, STANDARD_LIBRARY, INVITATION, LATER = (
    FOLDER / f"{name}.zip" for name in ("engine", "python_stdlib", "invitation", "later")
)
EARLY, USED, BROUGHT = (FOLDER / f"{name}.txt" for name in ("early", "used", "invitation"))
EXPRESSIONS = [FOLDER / f"{name}.py" for name in ("expressions", "invitation_expressions")]
FINDER = FOLDER / "finder.py"

UNCHECKED = (1).to_bytes(4, "little")
"""Says in a compiled file that it belongs to a source with this hash, and that nobody need look (PEP 552)."""

DOCUMENTED = ("_pyodide", "pyodide", "generator", "ready")
"""Packages that keep their docstrings: Pyodide's start reads its own, and a dataclass without one would write one."""

LIGHTENED = ("generator", "_colorize.py")
"""The engine, and the colours of tracebacks, which make ten dataclasses in every Python that starts."""

SIGNATURES = ("_pyodide/docstring.py", "get_cmeth_docstring")
"""What writes the signature of each method that Pyodide offers to Python into its docstring, and the function that makes it."""


def compile_archive(archives: Iterable[Path], target: Path, keep: Container[str] | None = None) -> list[str]:
    """Write an archive in which each source file is replaced by what it compiles to.

    The same content makes the same bytes, on every machine.

    Args:
        archives: What is read.
        target: What is written; it may be one of them.
        keep: The modules that are wanted; None means all.

    Returns:
        The names of the modules that were written.
    """
    kept = [(name, content) for name, content in _files(archives) if keep is None or module_of(name) in keep]
    with ZipFile(target, "w") as new:
        for name, content in kept:
            _write(new, *_beside_its_place(name, content))
    return [module_of(name) for name, _ in kept if name.suffix == ".py"]


def collect_modules(archives: Iterable[Path], names: Container[str], target: Path) -> list[str]:
    """Write an archive with one entry, for `archive_finder.py`: one place to look, and one stream, which packs better than many.

    Zstandard makes a quarter less of it than what archives use, and undoes it faster.

    Args:
        archives: What is read.
        names: The modules that are wanted.
        target: What is written; it may be one of those that are read.

    Returns:
        The names of the modules that were written.
    """
    from compression.zstd import CompressionParameter, compress  # type: ignore[import-not-found]  # noqa: PLC0415  since 3.14

    modules = {
        module_of(name): (name.stem == "__init__", _compiled(name, content))
        for name, content in _files(archives)
        if name.suffix == ".py" and module_of(name) in names
    }
    packed = compress(marshal.dumps(modules), options={CompressionParameter.compression_level: 19})
    with ZipFile(target, "w") as new:
        _write(new, Path("modules"), packed, ZIP_STORED)
    return list(modules)


def _files(archives: Iterable[Path]) -> list[tuple[Path, bytes]]:
    """Return the files of all these archives, sorted; one that comes later hides one of the same name."""
    found: dict[Path, bytes] = {}
    for archive in archives:
        with ZipFile(archive) as opened:
            found |= {Path(name): opened.read(name) for name in opened.namelist() if not name.endswith("/")}
    return sorted(found.items())


def module_of(name: Path) -> str:
    """Return the module that a file in an archive is; data, which no module of ours reads, counts as one that nothing needs."""
    if name.suffix != ".py":
        return name.as_posix()
    parts = name.with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _beside_its_place(name: Path, content: bytes) -> tuple[Path, bytes]:
    """Return a source file's name and its compiled form, to be loaded unchecked from beside its place; any other as is."""
    if name.suffix != ".py":
        return name, content
    return name.with_suffix(".pyc"), MAGIC_NUMBER + UNCHECKED + source_hash(content) + _compiled(name, content)


def _compiled(name: Path, content: bytes) -> bytes:
    """Return what a source file compiles to."""
    tree = ast.parse(content)
    if name.parts[0] not in DOCUMENTED:
        _strip(tree)
    if name.parts[0] in LIGHTENED:
        _lighten(tree)
    if name.as_posix() == SIGNATURES[0]:
        _shorten(tree)
    return marshal.dumps(compile(tree, str(name), "exec", dont_inherit=True))


def _strip(tree: ast.Module) -> None:
    """Take the docstrings out: they travel, and nobody reads them in a page."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and node.body:
            first = node.body[0]
            if (
                isinstance(first, ast.Expr)
                and isinstance(first.value, ast.Constant)
                and isinstance(first.value.value, str)
            ):
                node.body[:1] = [] if node.body[1:] else [ast.copy_location(ast.Pass(), first)]


def _lighten(tree: ast.Module) -> None:
    """Let dataclasses be made, read and compared, and no more.

    Writing the methods that show and guard them takes a good part of the time in which the engine is imported, and nobody uses one.
    Equal objects are equal here as they are in the shell, and have one hash.
    """
    for node in ast.walk(tree):
        for each in node.decorator_list if isinstance(node, ast.ClassDef) else []:
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "dataclass":
                given = {keyword.arg: keyword for keyword in each.keywords}
                each.keywords = [given[name] for name in ("kw_only", "eq") if name in given]
                switches = {"repr": False} | ({"unsafe_hash": True} if "frozen" in given and "eq" not in given else {})
                each.keywords += [ast.keyword(arg=name, value=ast.Constant(value=on)) for name, on in switches.items()]
    ast.fix_missing_locations(tree)


def _shorten(tree: ast.Module) -> None:
    """Have methods documented by their names alone: to look at their signatures takes a sixth of the time in which Python starts."""
    [function] = (each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == SIGNATURES[1])
    function.body = ast.parse(r'return f"{func.__name__}()\n--\n\n"').body


def _write(archive: ZipFile, name: Path, content: bytes, method: int = ZIP_DEFLATED) -> None:
    """Add a file with no trace of when, where and by whom it was made."""
    entry = ZipInfo(name.as_posix())
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content, method, 9)


class _Others(Container[str]):
    """All modules but these."""

    def __init__(self, names: Container[str]) -> None:
        self._names = names

    def __contains__(self, name: object) -> bool:
        return name not in self._names


if __name__ == "__main__":
    sources = [STANDARD_LIBRARY, ENGINE]
    early, used, brought = (set(each.read_text("utf-8").split()) for each in (EARLY, USED, BROUGHT))
    used |= {"later", "elsewhere", EXPRESSIONS[0].stem}
    brought |= {EXPRESSIONS[1].stem}
    with ZipFile(ENGINE, "a") as opened:
        for each in EXPRESSIONS:
            opened.write(each, each.name)
    elsewhere = {
        INVITATION.stem: collect_modules(sources, brought, INVITATION),
        LATER.stem: compile_archive(sources, LATER, _Others(early | used | brought)),
    }
    with ZipFile(ENGINE, "a") as opened:
        opened.writestr("elsewhere.py", f"NAMES = {elsewhere!r}")
    collect_modules(sources, used - early, ENGINE)
    with ZipFile(STANDARD_LIBRARY, "a") as opened:
        opened.writestr("sitecustomize.py", FINDER.read_bytes())
    compile_archive([STANDARD_LIBRARY], STANDARD_LIBRARY, early | {"sitecustomize"})
    for each in (EARLY, USED, BROUGHT, *EXPRESSIONS, FINDER):
        each.unlink()
