"""Lists the modules and the regular expressions that the engine needs. Runs in Pyodide, before `archives.py`.

`bundle.mjs` starts it, with `engine.zip` in the folder `/archives`, where it leaves `used.txt` with what every message needs,
`invitation.txt` with what is needed besides when a reader brings an invitation, and `expressions.py`.
"""

from __future__ import annotations

import ast
import base64
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any
from zipfile import ZipFile

FOLDER = Path("/archives")
ENGINE = FOLDER / "engine.zip"


EXPRESSIONS = """# The regular expressions of the engine and of Jinja, as this very Python has compiled them before: that takes a third of
# the time in which both are imported. They go where `re` keeps what it has compiled.

import _sre
import re

for pattern, flags, (flags_of_all, code, groups, names, places) in {made!r}:
    re._cache[type(pattern), pattern, flags] = _sre.compile(pattern, flags_of_all, list(code), groups, names, places)
"""


def record_expressions() -> list[tuple[str, int, tuple[Any, ...]]]:
    """Return a list that grows with each regular expression that is compiled from now on."""
    compiler: Any = import_module("re._compiler")
    made: list[tuple[str, int, tuple[Any, ...]]] = []
    parts: list[tuple[Any, ...]] = []
    into_parts, into_expression = compiler.compile, compiler._sre.compile  # noqa: SLF001  there is no public way

    def note(pattern: str, flags: int, *rest: Any) -> Any:
        code, *described = rest
        parts.append((int(flags), tuple(map(int, code)), *described))
        return into_expression(pattern, flags, *rest)

    def compile_and_note(pattern: str, flags: int = 0) -> Any:
        expression = into_parts(pattern, flags)
        made.append((pattern, int(flags), parts[-1]))
        return expression

    compiler._sre = SimpleNamespace(**vars(compiler._sre) | {"compile": note})  # noqa: SLF001
    compiler.compile = compile_and_note
    return made


INVITATION = """From: Nia <nia@mill.example>
To: Ola <ola@example.org>
Date: Mon, 3 May 2027 09:00:00 +0100
Subject: =?utf-8?b?WW91ciBpbnRlcnZpZXc=?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Your interview for the role of miller at the Mill is on 13 May 2027 at 2 pm.</p>
--b
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:1@mill.example
ORGANIZER;CN=Nia:mailto:nia@mill.example
ATTENDEE;CN=Ola:mailto:ola@example.org
DTSTART;TZID=Europe/London:20270513T140000
SUMMARY:Interview: miller
END:VEVENT
END:VCALENDAR
--b--
"""
"""One that has something of everything."""


def answer_everything() -> None:
    """Have the engine answer every kind of request for every example in every channel and tone."""
    worker = import_module("generator.worker")
    for request in _requests(worker.REQUESTS, import_module("generator.exports").EXPORTS):
        worker.handle(json.dumps(request))


def bring_invitation() -> None:
    """Have the engine read an invitation, and answer it in every way."""
    worker = import_module("generator.worker")
    brought = {"stamp": "20270503T090000Z", "here": {"zone": "Europe/London", "offsets": [], "now": "2027-05-03T09:00"}}
    file = base64.b64encode(INVITATION.encode()).decode()
    worker.handle(json.dumps(brought | {"request": "read", "base64": file}))
    asked = next(_requests(["export"], [""]))
    for to in ("ics", "eml", "pack"):
        for invitation in (file, ""):
            worker.handle(json.dumps(asked | brought | {"to": to, "invitation": invitation}))


def _requests(kinds: Iterable[str], exports: Iterable[str]) -> Iterator[dict[str, Any]]:
    for message_type in import_module("generator").load_catalogue():
        for example in message_type.examples:
            for channel in message_type.channels:
                for tone in import_module("generator").TONES:
                    asked = {"type": message_type.slug, "channel": channel, "tone": tone, "answers": example.answers}
                    for kind in kinds:
                        for to in exports if kind == "export" else [""]:
                            yield asked | {"request": kind, "to": to, "text": "Dear [name]"}


def named_in(archive: Path) -> set[str]:
    """Return every module of others that one of ours names in an import, wherever in the file, if ours is loaded."""
    found = set()
    with ZipFile(archive) as opened:
        for name in opened.namelist():
            loaded = name.removesuffix(".py").removesuffix("/__init__").replace("/", ".") in sys.modules
            ours = loaded and name.startswith("generator/")
            for node in ast.walk(ast.parse(opened.read(name))) if ours else ():
                if isinstance(node, ast.Import):
                    found |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found |= {node.module}
    return {name for name in found if not name.startswith("generator")}


def loaded_from_archives(archive: Path) -> set[str]:
    """Return the modules that are loaded by now, or that those would load of others, but for what the interpreter itself holds."""
    for each in sorted(named_in(archive)):
        with suppress(ImportError):  # a module of another machine
            import_module(each)
    return {name for name, module in sys.modules.items() if not is_built_in(module)}


def is_built_in(module: ModuleType) -> bool:
    """Tell whether the interpreter itself holds the module, so that it never looks into an archive for it."""
    return getattr(module.__spec__, "origin", "") in ("frozen", "built-in")


if __name__ == "__main__":
    sys.path.append(str(ENGINE))
    expressions = record_expressions()
    import_module("ready")
    import_module("generator.worker").handle(json.dumps(next(_requests(["compose"], []))))
    made_at_once = EXPRESSIONS.format(made=expressions)  # those that only other messages need are made when they do
    (FOLDER / "expressions.py").write_text(made_at_once, "utf-8")
    answer_everything()
    used = loaded_from_archives(ENGINE)
    bring_invitation()
    for listed, modules in (("used", used), ("invitation", loaded_from_archives(ENGINE) - used)):
        (FOLDER / f"{listed}.txt").write_text("\n".join(sorted(modules)), "utf-8")
