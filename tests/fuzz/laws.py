"""What holds of whatever is read, be it an invitation or any bytes at all."""

import re

from generator import invitation
from generator.appointment import CERTAINTIES, STATUSES, THINGS, Here
from generator.errors import InvitationError
from generator.fields.dates import read_datetime
from generator.model import STAGES, When

HERE = Here(
    zone="Europe/London",
    offsets=(("2026-10-25T01:00", 0), ("2027-03-28T01:00", 60), ("2027-10-31T01:00", 0)),
    now="2027-05-03T09:00",
)
TODAY = When(2027, 5, 3, 0)
SOURCES = {"the calendar file", "the subject", "the sender's line", "the address line", "the reply line", "the text"}


def obey(data):
    """Return what the bytes say, None where they are refused; anything that should never be raises."""
    try:
        read = invitation.read(data, HERE)
    except InvitationError as error:
        if not str(error).endswith("."):
            raise
        return None
    assert read.kind in {"calendar", "mail", "text"}
    assert read.status in STATUSES
    _obey_in_order(read.found)
    for thing in read.found:
        _obey_alone(thing)
    assert all(sentence.endswith(".") and "\n" not in sentence for sentence in read.said), read.said
    assert len(set(read.said)) == len(read.said)
    assert read.found or read.said
    if read.status in {"cancelled", "unclear"}:
        assert read.suggestion is None
    if read.suggestion:
        assert read.suggestion.where in STAGES
        assert read.suggestion.because
    return read


def _obey_in_order(found):
    names = [thing.name for thing in found]
    alone = [name for name in names if name != "slot"]

    assert names == sorted(names, key=list(THINGS).index)
    assert len(alone) == len(set(alone))
    assert not {"slot", "interview_when"} <= set(names)


def _obey_alone(thing):
    assert thing.certainty in CERTAINTIES
    assert thing.source in SOURCES
    assert thing.value.strip(), thing
    assert thing.quote.strip(), thing
    assert not re.search(r"[\r\n]", thing.value), thing
    if thing.name in {"slot", "interview_when"}:
        read_datetime(thing.value, TODAY)
