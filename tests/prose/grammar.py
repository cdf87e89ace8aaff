"""What two grammar checkers find that know nothing of this project: Harper and retext, in one process of Node."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from tests import NODE, ROOT

ALLOWED = Path(__file__).with_name("allowed.txt")


type Find = Callable[[Iterable[tuple[str, str]], frozenset[str]], list[list[str]]]
"""Takes texts, each with its locale, and words that a reader typed, in lower case, whose spelling is the reader's affair; returns the
faults of each text."""


@contextmanager
def checkers() -> Iterator[Find]:
    """Start both checkers in one process of Node, and give the function that asks them."""
    command = [str(NODE), str(Path(__file__).with_name("grammar.mjs"))]
    allowed = read_allowed()
    known = {}
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8", cwd=ROOT
    ) as node:
        ask(node, [("en-US", ""), ("en-GB", "")])  # they take long to get ready, and do so while messages are made
        awaken = cache(node.stdout.readline)

        def find(texts: Iterable[tuple[str, str]], names: frozenset[str] = frozenset()) -> list[list[str]]:
            awaken()
            texts = list(texts)
            new = [each for each in dict.fromkeys(texts) if each not in known]
            ask(node, new)
            answer = node.stdout.readline()
            assert answer, "The grammar checkers have ended: what Node said stands above."
            known.update(zip(new, json.loads(answer), strict=True))
            return [
                [line for each in known[text] if (line := _line(each)) not in allowed and not _is_name(each, names)]
                for text in texts
            ]

        yield find
        node.stdin.close()


def ask(node: subprocess.Popen[str], texts: Iterable[tuple[str, str]]) -> None:
    node.stdin.write(json.dumps([{"locale": locale, "text": text} for locale, text in texts]) + "\n")
    node.stdin.flush()


def read_allowed() -> frozenset[str]:
    """Return the findings that a person has looked at and let stand, as the lines of `allowed.txt`."""
    lines = ALLOWED.read_text("utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


def _line(found: dict[str, str]) -> str:
    return f"{found['by']} {found['rule']}: {found['words'].strip()}"


def _is_name(found: dict[str, str], names: frozenset[str]) -> bool:
    words = re.findall(r"[\w’'-]+", found["words"].lower())
    return found["rule"] in ("Spelling", "Capitalization") and all(word in names for word in words)
