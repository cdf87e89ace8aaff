"""What has changed since the branch left the one that it follows, or since the last commit where it follows none.

A message type has changed with its file, in all its channels; a channel with its layout, in all types. What every message goes
through, such as the shared fields, counts for no type: a sample of each shows what it breaks.
"""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import PurePosixPath

from generator.model.message import MessageType
from tests import ROOT


def changed_channels(message_type: MessageType) -> tuple[str, ...]:
    """Return the channels of a type whose messages may have changed."""
    if message_type.slug in _stems("generator/messages"):
        return message_type.channels
    return tuple(channel for channel in message_type.channels if channel in _stems("generator/layouts"))


def describe() -> str:
    """Return the names of the message types and layouts that have changed; empty where none has."""
    return ", ".join(sorted({*_stems("generator/messages"), *_stems("generator/layouts")}))


@cache
def _stems(folder: str) -> frozenset[str]:
    return frozenset(path.stem for path in _changed_files() if path.parent == PurePosixPath(folder))


@cache
def _changed_files() -> frozenset[PurePosixPath]:
    since = _git("merge-base", "HEAD", "@{upstream}") or ["HEAD"]
    changed = _git("diff", "--name-only", *since)
    new = _git("ls-files", "--others", "--exclude-standard")
    return frozenset(map(PurePosixPath, [*changed, *new]))


def _git(*arguments: str) -> list[str]:
    """Return the lines that git prints; none where there is no git, no repository, or nothing to say."""
    try:
        done = subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    except FileNotFoundError:
        return []
    return done.stdout.splitlines() if done.returncode == 0 else []
