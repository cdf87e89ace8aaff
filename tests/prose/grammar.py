"""What two grammar checkers find that know nothing of this project: Harper and retext, in one process of Node."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[2]
NODE = Path(sys.executable).with_name("node")
ALLOWED = Path(__file__).with_name("allowed.txt")


def find_faults(texts: Iterable[tuple[str, str]], names: frozenset[str] = frozenset()) -> list[list[str]]:
    """Return the faults of each text.

    Args:
        texts: Locale and text.
        names: Words that a reader typed, in lower case: how they are spelled is the reader's affair.
    """
    command = [str(NODE), str(Path(__file__).with_name("grammar.mjs"))]
    with TemporaryFile("w+", encoding="utf-8") as asked:  # Node reads a long pipe only in part
        json.dump([{"locale": locale, "text": text} for locale, text in texts], asked)
        asked.seek(0)
        done = subprocess.run(command, stdin=asked, capture_output=True, text=True, check=True, cwd=ROOT)
    allowed = read_allowed()
    return [
        [line for each in found if (line := _line(each)) not in allowed and not _is_name(each, names)]
        for found in json.loads(done.stdout)
    ]


def read_allowed() -> frozenset[str]:
    """Return the findings that a person has looked at and let stand, as the lines of `allowed.txt`."""
    lines = ALLOWED.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _line(found: dict[str, str]) -> str:
    return f"{found['by']} {found['rule']}: {found['words'].strip()}"


def _is_name(found: dict[str, str], names: frozenset[str]) -> bool:
    words = re.findall(r"[\w’'-]+", found["words"].lower())
    return found["rule"] in ("Spelling", "Capitalization") and all(word in names for word in words)
