"""What a sample tries at length: what has changed."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from generator import find
from tests.prose import changes

PAUSE, OTHER = map(find, ("pause", "pay-too-low"))


@pytest.fixture
def change(monkeypatch):
    """Have these files changed, and no others."""

    def change(*paths):
        monkeypatch.setattr(changes, "_changed_files", lambda: frozenset(map(PurePosixPath, paths)))
        changes._stems.cache_clear()

    yield change
    changes._stems.cache_clear()


def test_a_changed_type_is_tried_in_all_its_channels_and_no_other_type_is(change):
    change("generator/messages/pause.txt", "docs/index.md")

    assert changes.changed_channels(PAUSE) == PAUSE.channels
    assert changes.changed_channels(OTHER) == ()
    assert changes.describe() == "pause"


def test_a_changed_layout_is_tried_in_every_type_that_has_its_channel(change):
    change("generator/layouts/email.txt")

    assert changes.changed_channels(PAUSE) == changes.changed_channels(OTHER) == ("email",)


def test_what_every_message_goes_through_is_tried_in_a_sample(change):
    change("generator/fields.toml", "generator/pipeline.py")

    assert changes.changed_channels(PAUSE) == ()


def test_without_git_nothing_is_known_to_have_changed(monkeypatch):
    monkeypatch.setenv("PATH", "")

    assert changes._git("diff", "--name-only", "HEAD") == []
