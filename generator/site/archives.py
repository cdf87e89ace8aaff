"""Compiles the archives of Python, so that the browser need not. Runs in Pyodide itself: only its own Python fits.

`bundle.mjs` starts it after `used.py`, with `engine.zip` and `python_stdlib.zip` in the folder `/archives`. What only an invitation
needs goes into `invitation.zip`, what nothing needs into `later.zip`, and the names of these modules into the engine's archive.
"""

from __future__ import annotations

import ast
import marshal
import tempfile
from collections.abc import Container, Iterable
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = Path("/archives")
ENGINE, STANDARD_LIBRARY, INVITATION, LATER = (
    FOLDER / f"{name}.zip" for name in ("engine", "python_stdlib", "invitation", "later")
)
USED, BROUGHT, EXPRESSIONS = FOLDER / "used.txt", FOLDER / "invitation.txt", FOLDER / "expressions.py"

UNCHECKED = (1).to_bytes(4, "little")
"""Says in a compiled file that it belongs to a source with this hash, and that nobody need look (PEP 552)."""

DOCUMENTED = ("_pyodide", "pyodide", "generator", "ready")
"""Packages that keep their docstrings: Pyodide's start reads its own, and a dataclass without one would write one."""

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
    written = []
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        for archive in archives:
            with ZipFile(archive) as old:
                old.extractall(folder)
        with ZipFile(target, "w") as new:
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                name = path.relative_to(folder)
                if keep is None or module_of(name) in keep:
                    _write(new, *_compiled(path, name))
                    written += [module_of(name)] if name.suffix == ".py" else []
    return written


def module_of(name: Path) -> str:
    """Return the module that a file in an archive is, or the package that its data belongs to."""
    parts = name.with_suffix("").parts if name.suffix == ".py" else (*name.parts[:-1], "__init__")
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _compiled(path: Path, name: Path) -> tuple[Path, bytes]:
    """Return a source file's compiled form and its name, to be loaded unchecked from beside its place; any other as is."""
    content = path.read_bytes()
    if path.suffix != ".py":
        return name, content
    tree = ast.parse(content)
    if name.parts[0] not in DOCUMENTED:
        _strip(tree)
    if name.parts[0] == "generator":
        _lighten(tree)
    if name.as_posix() == SIGNATURES[0]:
        _shorten(tree)
    code = marshal.dumps(compile(tree, str(name), "exec", dont_inherit=True))
    return name.with_suffix(".pyc"), MAGIC_NUMBER + UNCHECKED + source_hash(content) + code


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
    """Let dataclasses be made and read, and no more.

    Writing the methods that compare, show and guard them takes a quarter of the time in which the engine is imported, and the
    engine uses none.
    """
    for node in ast.walk(tree):
        for each in node.decorator_list if isinstance(node, ast.ClassDef) else []:
            if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id == "dataclass":
                each.keywords = [keyword for keyword in each.keywords if keyword.arg == "kw_only"]
                each.keywords += [ast.keyword(arg=name, value=ast.Constant(value=False)) for name in ("repr", "eq")]
    ast.fix_missing_locations(tree)


def _shorten(tree: ast.Module) -> None:
    """Have methods documented by their names alone: to look at their signatures takes a sixth of the time in which Python starts."""
    [function] = (each for each in tree.body if isinstance(each, ast.FunctionDef) and each.name == SIGNATURES[1])
    function.body = ast.parse(r'return f"{func.__name__}()\n--\n\n"').body


def _write(archive: ZipFile, name: Path, content: bytes) -> None:
    """Add a file with no trace of when, where and by whom it was made."""
    entry = ZipInfo(name.as_posix())
    entry.external_attr = 0o644 << 16
    archive.writestr(entry, content, ZIP_DEFLATED, 9)


class _Others(Container[str]):
    """All modules but these."""

    def __init__(self, names: Container[str]) -> None:
        self._names = names

    def __contains__(self, name: object) -> bool:
        return name not in self._names


if __name__ == "__main__":
    used = {"later", *USED.read_text("utf-8").split()}
    brought = set(BROUGHT.read_text("utf-8").split())
    aside = {
        INVITATION: compile_archive([STANDARD_LIBRARY, ENGINE], INVITATION, brought),
        LATER: compile_archive([STANDARD_LIBRARY, ENGINE], LATER, _Others(used | brought)),
    }
    compile_archive([STANDARD_LIBRARY], STANDARD_LIBRARY, used)
    with ZipFile(ENGINE, "a") as opened:
        for archive, modules in aside.items():
            opened.writestr(f"{archive.stem}.txt", "\n".join(modules))
        opened.writestr("ready/expressions.py", EXPRESSIONS.read_bytes())
    compile_archive([ENGINE], ENGINE, {"", "ready.expressions", *used})
    for each in (USED, BROUGHT, EXPRESSIONS):
        each.unlink()
