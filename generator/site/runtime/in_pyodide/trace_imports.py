"""Lists the modules and the regular expressions that the engine needs. Runs in Pyodide, before `write_archives.py`.

`compile.mjs` starts it, with `engine.zip` in the folder `/archives` and `record_start.py` run before all else. It leaves there `early.txt`
with what Python itself loads first, `used.txt` with what every message needs, `invitation.txt` with what is needed besides when a reader
brings an invitation, and the regular expressions that each of the two needs, `expressions.py` and `invitation_expressions.py`.
"""

from __future__ import annotations

import ast
import base64
import codecs
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path
from types import ModuleType
from typing import Any

FOLDER = Path("/archives")
ENGINE = FOLDER / "engine.zip"


EXPRESSIONS = """# Regular expressions, as this very Python has compiled them before: that takes a third of the time in which the engine is imported, and
# nine tenths of that in which a first invitation is read. They go where `re` keeps what it has compiled.

import _sre
import re

for pattern, flags, (flags_of_all, code, groups, names, places) in {made!r}:
    re._cache[type(pattern), pattern, flags] = _sre.compile(pattern, flags_of_all, memoryview(code).cast("I").tolist(), groups, names, places)
"""


CALENDAR = """From: Nia <nia@mill.example>
To: Ola <ola@example.org>
Date: Mon, 3 May 2027 09:00:00 +0100
Subject: =?utf-8?b?WW91ciBpbnRlcnZpZXc=?=
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain; charset=utf-8

Your interview for the role of miller at the Mill is on 13 May 2027 at 2 pm.
--b
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: quoted-printable

<p>Your interview for the role of miller at the Mill is on 13 May 2027 at 2 pm.</p>
--b
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:STANDARD
DTSTART:19701025T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
END:STANDARD
END:VTIMEZONE
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
"""An invitation with something of everything that a program writes."""

LETTER = """From: Nia Vaughan <nia@post.example>
To: Ola <ola@example.org>
Date: Mon, 3 May 2027 10:00:00 +0100
Subject: Fwd: Re: Hello again
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8

fyi, see below

---------- Forwarded message ---------
From: Nia Vaughan <nia@post.example>
Date: Sun, 2 May 2027 at 18:00
Subject: Re: Hello again
To: Ola <ola@example.org>

Dear Ola,

Thank you for your application. Our client would like to invite you to an interview (in person).
Are you free on one of these?

- Thursday 13 May at 2 pm (UK time)
- 14/05/2027, 10:30 Uhr

Time: 45 minutes
Where: The Mill, 3 Weir Lane
Please let me know by Friday which would suit you.

> Is it near the river?

Kind regards,

Nia Vaughan
Phone: 07700 900 118
"""
"""An invitation with something of everything that a person writes."""


def answer_everything() -> None:
    """Have the engine answer every kind of request for every message in every channel.

    Tones and examples take turns, since they need the same modules.
    """
    worker = import_module("generator.worker")
    for request in _requests(worker.REQUESTS, import_module("generator.exports").EXPORTS):
        worker.handle(json.dumps(request))


UNICODE = ["utf-8-sig", "utf-16", "utf-16-be", "utf-16-le"]
EUROPEAN = [
    *(f"iso8859-{part}" for part in (*range(1, 12), *range(13, 17))),
    *(f"cp{page}" for page in range(1250, 1259)),
]
OTHERS = ["ascii", "latin-1", "cp866", "cp874", "koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"]
EAST_ASIAN = [
    "gbk",
    "gb2312",
    "gb18030",
    "big5",
    "big5hkscs",
    "euc-jp",
    "iso-2022-jp",
    "shift-jis",
    "cp932",
    "euc-kr",
    "cp949",
]
CHARACTER_SETS = [*UNICODE, *EUROPEAN, *OTHERS, *EAST_ASIAN]
"""Those that mail and pages are written in, as Python names them: https://encoding.spec.whatwg.org/#names-and-labels."""


def bring_invitations() -> None:
    """Have the engine read invitations, in every character set, and answer them in every way, and none."""
    for each in CHARACTER_SETS:
        codecs.lookup(each)
    worker = import_module("generator.worker")
    brought = {
        "stamp": "20270503T090000Z",
        "clock": {"zone": "Europe/London", "offsets": [], "now": "2027-05-03T09:00"},
    }
    files = [base64.b64encode(file.encode()).decode() for file in (CALENDAR, LETTER)]
    for file in files:
        worker.handle(json.dumps(brought | {"request": "read", "base64": file}))
    asked = next(_requests(["export"], [""]))
    for to in ("ics", "eml", "pack"):
        for invitation in [*files, ""]:
            worker.handle(json.dumps(asked | brought | {"to": to, "invitation": invitation}))


def _requests(kinds: Iterable[str], exports: Iterable[str]) -> Iterator[dict[str, Any]]:
    tones = cycle(import_module("generator").TONES)
    for message_type in import_module("generator").load_catalogue():
        for channel, example in zip(message_type.channels, cycle(message_type.examples), strict=False):
            asked = {"type": message_type.slug, "channel": channel, "tone": next(tones), "answers": example.answers}
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
    made_at_once = recorder.MADE[:]  # the others are made when a message needs them
    answer_everything()
    used = loaded_from_archives()
    before = len(recorder.MADE)
    bring_invitations()
    for stem, made in (("expressions", made_at_once), ("invitation_expressions", recorder.MADE[before:])):
        (FOLDER / f"{stem}.py").write_text(EXPRESSIONS.format(made=made), "utf-8")
    for listed, modules in (("used", used), ("invitation", loaded_from_archives() - used)):
        (FOLDER / f"{listed}.txt").write_text("\n".join(sorted(modules)), "utf-8")
