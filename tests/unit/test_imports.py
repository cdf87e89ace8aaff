"""What “the same engine in three places” rests on: who imports whom."""

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import generator

ROOT = Path(generator.__file__).parent
CORE = sorted(path for path in ROOT.rglob("*.py") if "site" not in path.relative_to(ROOT).parts)
STAGES = ("fields", "rendering", "checks", "exports")
LOW = {"characters", "errors", "lazy", "model", "english", "shapes", "formatters"}
CLOCK_NETWORK_LOCALE = {
    "time",
    "socket",
    "ssl",
    "urllib.request",
    "http",
    "locale",
    "random",
    "secrets",
    "uuid",
    "os",
    "subprocess",
}


@cache
def imports_of(path):
    """Return the full names of the modules that a file imports, as far as they matter here."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            found.add(node.module)
            if node.module == "generator":
                found |= {f"generator.{alias.name}" for alias in node.names}
    return found


def part_of(path):
    """Return the name of the module, or of the package's folder, right under generator/."""
    return path.relative_to(ROOT).parts[0].removesuffix(".py")


def own_imports(path):
    return {name.split(".")[1] for name in imports_of(path) if name.startswith("generator.")}


def test_the_core_needs_the_standard_library_jinja_and_markupsafe_only():
    allowed = sys.stdlib_module_names | {"jinja2", "markupsafe", "generator"}

    assert {name.split(".")[0] for path in CORE for name in imports_of(path)} <= allowed


def test_the_core_touches_neither_clock_nor_network_nor_locale():
    texts = {part_of(path): path.read_text(encoding="utf-8") for path in CORE}

    assert [path for path in CORE if imports_of(path) & CLOCK_NETWORK_LOCALE] == []
    assert [part for part, text in texts.items() if "today()" in text] == []
    assert {part for part, text in texts.items() if ".now(" in text} <= {"__main__"}


def test_only_the_shell_has_a_list_of_time_zones():
    assert {part_of(path) for path in CORE if "zoneinfo" in imports_of(path)} == {"__main__"}


def test_the_core_never_imports_the_site():
    assert [path for path in CORE if "site" in own_imports(path)] == []


@pytest.mark.parametrize(
    "path", [path for path in CORE if part_of(path) in STAGES], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_stage_imports_nothing_but_what_lies_below_all_stages(path):
    assert own_imports(path) <= LOW | {part_of(path)}


@pytest.mark.parametrize(
    "path", [path for path in CORE if part_of(path) in LOW], ids=lambda path: str(path.relative_to(ROOT))
)
def test_what_lies_lowest_imports_only_its_like(path):
    assert own_imports(path) <= LOW - {"formatters"}


@pytest.mark.parametrize(
    "path", [path for path in CORE if part_of(path) == "invitation"], ids=lambda path: str(path.relative_to(ROOT))
)
def test_what_reads_an_invitation_knows_of_no_message(path):
    assert own_imports(path) <= LOW | {"fields", "invitation"}


FLOORS = (
    ("characters", "errors", "english", "lazy", "model", "shapes"),
    ("formatters", "notation"),
    STAGES,
    ("invitation", "catalogue"),
    ("pipeline", "routes"),
    ("reply", "authors"),
    ("describe", "forms"),
    ("worker", "__main__"),
)
"""The rooms of the core from the lowest floor up."""


def test_imports_go_down_and_neighbours_do_not_import_each_other():
    floor = {room: number for number, rooms in enumerate(FLOORS) for room in rooms}
    rooms = {part_of(path) for path in CORE} - {"__init__", "protocol"}

    assert rooms == set(floor)
    for path in CORE:
        for other in own_imports(path) & rooms - {part_of(path)}:
            if part_of(path) in floor:
                assert floor[other] < floor[part_of(path)], f"{path} imports generator.{other}"


@pytest.mark.parametrize(
    ("library", "home"),
    [("jinja2", "rendering"), ("tomllib", "catalogue"), ("argparse", "__main__")],
)
def test_a_library_has_one_home(library, home):
    users = {part_of(path) for path in CORE if any(name.split(".")[0] == library for name in imports_of(path))}

    assert users == {home}


def test_mkdocs_is_known_to_the_hooks_and_to_the_draft_alone():
    users = {
        path.name for path in ROOT.rglob("*.py") if any(name.split(".")[0] == "mkdocs" for name in imports_of(path))
    }

    assert users == {"hooks.py", "draft.py"}


def test_no_module_bears_a_standard_librarys_name():
    modules = {path.stem for path in ROOT.glob("*.py")} | {path.name for path in ROOT.iterdir() if path.is_dir()}

    assert not (modules - {"__init__", "__main__", "__pycache__", "site"}) & sys.stdlib_module_names


def test_importing_the_worker_brings_in_no_command_line_and_no_site():
    code = "import sys, generator.worker; print(*sys.modules)"
    loaded = set(
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    )

    assert not loaded & {"argparse", "mkdocs", "asyncio", "generator.__main__", "generator.protocol", "generator.site"}


def test_a_message_is_made_without_all_that_only_an_invitation_needs():
    """What is not imported need not travel: in the browser it comes when somebody brings an invitation."""
    compose = '{"request": "compose", "type": "cancel-agreed-interview", "answers": {"role": "baker"}}'
    mail = '{"request": "export", "type": "cancel-agreed-interview", "to": "eml"}'
    code = f"import sys, generator.worker as w; w.handle({compose!r}); w.handle({mail!r}); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()

    assert "generator.exports.mail" in loaded
    assert [name for name in loaded if name.startswith("generator.invitation")] == []
    assert not {"generator.reply", "generator.reply.packet", "generator.model.invitation"} & set(loaded)


def test_page_and_shell_stand_beside_each_other():
    assert "worker" not in own_imports(ROOT / "__main__.py")
    assert {"describe", "forms"} <= own_imports(ROOT / "worker.py") & own_imports(ROOT / "__main__.py")


def test_the_public_names_are_all_that_is_public():
    public = sorted(
        name
        for name, value in vars(generator).items()
        if not name.startswith("_") and name != "LATER" and not _is_module(value)
    )

    assert sorted([*public, *generator.LATER]) == sorted(generator.__all__) != []
    assert all(callable(getattr(generator, name)) for name in generator.LATER)
    assert "annotations" not in generator.__all__


def _is_module(value):
    return type(value).__name__ in ("module", "_Feature")
