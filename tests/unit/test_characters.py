"""Characters that nobody sees: one rule for answers, headers and invitations."""

import pytest

from generator.characters import is_hidden, one_line, without_hidden
from generator.errors import ExportError
from generator.exports.headers import subject_line
from generator.fields.cleaning import clean
from generator.invitation.mail import parse_text

HIDDEN = [
    "\0",
    "\x1b",
    "\u00ad",
    "\u034f",
    "\u200b",
    "\u202e",
    "\u2066",
    "\u3164",
    "\ufeff",
    "\ue000",
    "\ufffe",
    "\ud800",
]
SEEN = ["a", "é", "·", "\u00a0", "字", "🙂", "\u0301"]


@pytest.mark.parametrize("char", HIDDEN, ids=ascii)
def test_what_hides_is_taken_out_everywhere_and_stands_in_no_subject(char):
    assert is_hidden(char)
    assert clean(f"ba{char}ker") == without_hidden(f"ba{char}ker") == parse_text(f"ba{char}ker").text[0] == "baker"
    with pytest.raises(ExportError, match="cannot be seen"):
        subject_line(f"ba{char}ker")


@pytest.mark.parametrize("char", SEEN, ids=ascii)
def test_what_can_be_seen_stays(char):
    assert not is_hidden(char)
    assert without_hidden(f"x{char}x") == f"x{char}x"


def test_what_joins_letters_stays_though_it_is_not_seen():
    assert without_hidden("می\u200cخواهم") == "می\u200cخواهم"


def test_white_space_and_line_ends_are_no_characters_that_hide():
    assert without_hidden("one\r\n\ttwo\u2028three") == "one\r\n\ttwo\u2028three"
    assert one_line(" one\r\n\ttwo\u2028 thr\u200bee ") == "one two three"
