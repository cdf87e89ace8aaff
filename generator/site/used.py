"""Lists the modules and the regular expressions that the engine needs. Runs in Pyodide, before `archives.py`.

`bundle.mjs` starts it, with `engine.zip` in the folder `/archives` and `recorder.py` run before all else. It leaves there `early.txt`
with what Python itself loads first, `used.txt` with what every message needs, `invitation.txt` with what is needed besides when a reader
brings an invitation, and `expressions.py`.
"""

from __future__ import annotations

import ast
import base64
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path("/archives")
ENGINE = FOLDER / "engine.zip"


EXPRESSIONS = """# The regular expressions of Pyodide, of Jinja and of the engine, as this very Python has compiled them before: that takes a
# third of the time in which these are imported. They go where `re` keeps what it has compiled.

import _sre
import re

for pattern, flags, (flags_of_all, code, groups, names, places) in {made!r}:
    re._cache[type(pattern), pattern, flags] = _sre.compile(pattern, flags_of_all, list(code), groups, names, places)
"""


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


def named_in(modules: Iterable[str]) -> set[str]:
    """Return every module that one of these names in an import, wherever in its source."""
    found = set()
    for name in modules:
        spec: Any = find_spec(name)
        for node in ast.walk(ast.parse(spec.loader.get_source(name))):
            if isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found |= {node.module}
    return found


def loaded_from_archives() -> set[str]:
    """Return the modules that are loaded by now, or that those of ours would load of others, but for what the interpreter itself holds."""
    ours = {name for name in sys.modules if is_ours(name)}
    for each in sorted(named_in([*ours, "later"])):
        if not is_ours(each):
            with suppress(ImportError):  # a module of another machine
                import_module(each)
    return {name for name, module in sys.modules.items() if not is_built_in(module)}


def is_ours(name: str) -> bool:
    """Tell whether the module is of the engine."""
    return name.partition(".")[0] == "generator"


def is_built_in(module: ModuleType) -> bool:
    """Tell whether the interpreter itself holds the module, so that it never looks into an archive for it."""
    return getattr(module.__spec__, "origin", "") in ("frozen", "built-in")


if __name__ == "__main__":
    recorder: Any = import_module("sitecustomize")
    (FOLDER / "early.txt").write_text("\n".join(sorted(recorder.EARLY)), "utf-8")
    sys.path.append(str(ENGINE))
    import_module("ready")
    import_module("generator.worker").handle(json.dumps(next(_requests(["compose"], []))))
    made_at_once = EXPRESSIONS.format(made=recorder.MADE)  # the others are made when a message needs them
    (FOLDER / "expressions.py").write_text(made_at_once, "utf-8")
    answer_everything()
    used = loaded_from_archives()
    bring_invitation()
    for listed, modules in (("used", used), ("invitation", loaded_from_archives() - used)):
        (FOLDER / f"{listed}.txt").write_text("\n".join(sorted(modules)), "utf-8")
