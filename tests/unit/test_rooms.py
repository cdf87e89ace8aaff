"""The rooms of the browser's code: which may import which."""

from __future__ import annotations

import re

import pytest

from tests import ROOT

SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
ROOMS = ("page", "engine", "form", "draft", "invitation", "delivery", "chooser", "writer", "theme", "site")
"""From below to above: a room imports from itself and from those before it."""

MODULES = sorted(path.relative_to(SCRIPTS).as_posix() for path in SCRIPTS.rglob("*.mjs"))
LIST = "page/marks.mjs"
"""Read by a test, and by people."""

IMPORT = re.compile(r'^\s*import (?:.* from )?"([^"]+)"|\bimport\("([^"]+)"\)', re.MULTILINE)


def imports_of(module):
    """Return the modules that one imports, at once or later, as paths from the folder of all; types in comments do not count."""
    source = re.sub(r"/\*.*?\*/", "", (SCRIPTS / module).read_text("utf-8"), flags=re.DOTALL)
    found = [first or second for first, second in IMPORT.findall(source)]
    return [((SCRIPTS / module).parent / name).resolve() for name in found]


def test_every_module_lies_in_a_room():
    """All as deep as each other, so that an address means the same in a module and in one that it is built into."""
    assert {module.split("/")[0] for module in MODULES} == {*ROOMS, "service-worker"}
    assert [module for module in MODULES if module.count("/") != 1] == []


@pytest.mark.parametrize("module", [module for module in MODULES if not module.startswith("service-worker/")])
def test_a_room_imports_nothing_from_a_room_above_it(module):
    room = module.split("/")[0]
    ours = [path for path in imports_of(module) if path.is_relative_to(SCRIPTS)]

    assert [path for path in ours if not path.is_file()] == []
    assert {path.parent.name for path in ours} <= {*ROOMS[: ROOMS.index(room) + 1]}


def test_the_entry_reaches_every_module():
    reached, ahead = set(), [SCRIPTS / "site" / "site.mjs", SCRIPTS / "engine" / "engine.worker.mjs"]
    while ahead:
        path = ahead.pop()
        if path not in reached and path.is_relative_to(SCRIPTS):
            reached.add(path)
            ahead += imports_of(path.relative_to(SCRIPTS).as_posix())

    assert {path.relative_to(SCRIPTS).as_posix() for path in reached} == {
        module for module in MODULES if not module.startswith("service-worker/") and module != LIST
    }
