"""The messages of today beside those of an earlier revision: `make compare SINCE=main`.

Every message that answers can lead to is made by both, and each that differs is printed with the difference.
"""

from __future__ import annotations

import difflib
import io
import json
import subprocess
import sys
import tarfile
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from generator import load_catalogue
from tests import ROOT
from tests.prose.reach import reach

SHOWN = 20  # differences
HANDLE = """
import json, sys
from generator.worker import handle
for line in sys.stdin:
    draft = json.loads(handle(line)).get("result", {}).get("draft", {})
    print(json.dumps([draft.get("subject"), draft.get("text"), [[p["name"], p["segments"], p["uses"]] for p in draft.get("parts", [])]]))
"""
"""Prints what a message says, and which answers made which of its words, for each request on standard input."""


def main(revision: str) -> int:
    """Compare, and return 1 where a message differs."""
    requests = [*_requests()]
    with TemporaryDirectory() as folder, ThreadPoolExecutor() as pool:
        _extract(revision, Path(folder))
        old, new = pool.map(lambda root: _make(root, requests), (Path(folder), ROOT))
    differing = [(asked, *pair) for asked, *pair in zip(requests, old, new, strict=True) if pair[0] != pair[1]]
    for asked, before, after in differing[:SHOWN]:
        print("\n".join(_describe(asked, before, after)))
    print(f"messages: {len(requests):,}; changed since {revision}: {len(differing):,}")
    return int(bool(differing))


def _requests() -> Iterator[str]:
    for message_type in load_catalogue():
        for channel in message_type.channels:
            for reached in reach(message_type, channel, whole=True):
                draft = reached.made.draft
                style = {"channel": channel, "tone": draft.tone, "length": draft.length, "locale": draft.locale.name}
                yield json.dumps(
                    {"request": "compose", "type": message_type.slug, "answers": dict(reached.answers), **style}
                )


def _extract(revision: str, folder: Path) -> None:
    """Write the engine of a revision into a folder."""
    archive = subprocess.run(["git", "archive", revision, "generator"], cwd=ROOT, capture_output=True, check=True)
    with tarfile.open(fileobj=io.BytesIO(archive.stdout)) as opened:
        opened.extractall(folder, filter="data")


def _make(root: Path, requests: Iterable[str]) -> list[str]:
    made = subprocess.run(
        [sys.executable, "-c", HANDLE],
        cwd=root,
        input="\n".join(requests),
        capture_output=True,
        text=True,
        check=True,
    )
    return made.stdout.splitlines()


def _describe(asked: str, before: str, after: str) -> Iterator[str]:
    request = json.loads(asked)
    yield f"\n=== {' | '.join(request[key] for key in ('type', 'channel', 'tone', 'length', 'locale'))} | {request['answers']}"
    old, new = (
        [f"Subject: {made[0]}", *(made[1] or "").splitlines(), str(made[2])]
        for made in map(json.loads, (before, after))
    )
    if old[:-1] != new[:-1]:
        old, new = old[:-1], new[:-1]
    yield from difflib.unified_diff(old, new, lineterm="", n=0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "HEAD"))
