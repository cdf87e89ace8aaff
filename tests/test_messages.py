"""Every message of every example, held against what a person read and signed.

`python -m tests.test_messages` writes the golden files anew; read the difference aloud before you commit it.
"""

from pathlib import Path

import pytest

from generator import compose, export, load_catalogue
from generator.model import TONES

GOLDEN = Path(__file__).parent / "golden"
TYPES = load_catalogue()


def golden_text(message_type):
    """Return all messages of a type, each under a line that says which it is."""
    blocks = []
    for example in message_type.examples:
        for channel in message_type.channels:
            for tone in TONES:
                text = export(compose(message_type, example.answers, channel, tone).draft, "txt").data.decode()
                blocks.append(f"=== {example.name} | {channel} | {tone} ===\n\n{text}")
    return "\n".join(blocks)


@pytest.mark.parametrize("message_type", TYPES, ids=lambda found: found.slug)
def test_every_message_is_the_one_that_was_read_and_signed(message_type):
    expected = (GOLDEN / f"{message_type.slug}.txt").read_text(encoding="utf-8")

    assert expected == golden_text(message_type)


def test_no_golden_file_is_left_over():
    assert {path.stem for path in GOLDEN.iterdir()} == {message_type.slug for message_type in TYPES}


@pytest.mark.parametrize("message_type", TYPES, ids=lambda found: found.slug)
def test_every_type_shows_a_rich_and_a_poor_example(message_type):
    sizes = [len(example.answers) for example in message_type.examples]

    assert max(sizes) - min(sizes) >= 3


if __name__ == "__main__":
    for each in TYPES:
        (GOLDEN / f"{each.slug}.txt").write_text(golden_text(each), encoding="utf-8")
