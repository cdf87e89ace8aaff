"""An invitation, the answer to it, and what hostile people write into either."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from generator.model.invitation import Event, Moment, Person
from generator.reply.decline import decline

STAMP = "20261124T235700Z"
VARGA = Person(name="Ildikó Varga", address="varga@example.org")
EDDA = Person(name="Edda Bright", address="edda.bright+jobs@example.com")
START = Moment(year=2027, month=5, day=11, hour=15, minute=0, zone="Europe/London", offset=60)
EVENT = Event(
    method="REQUEST",
    uid="7f3a-22@example.org",
    sequence=0,
    status="CONFIRMED",
    organizer=VARGA,
    attendees=(EDDA,),
    start=START,
    end=START._replace(hour=16, minute=30),
    repeats=False,
    recurrence_id="",
    summary="Interview: registrar; second round, on site",
    location="Dock Street",
    description="Bring your passport.",
    lines=(("UID", "UID:7f3a-22@example.org"),),
)
SERIES = replace(EVENT, repeats=True)
HOSTILE = [
    'Robert "Bob" Miller',
    "x\r\nATTENDEE:mailto:evil@example.org",
    "x\nEND:VEVENT\nBEGIN:VEVENT",
    "x\r\n\tMETHOD:CANCEL",
    'x";PARTSTAT=ACCEPTED;X="',
    "x:mailto:evil@example.org",
    "a;b,c:d\\e\\n^n^'f",
    "\0\x1b\x85\u2028\u202eevil\u2066\u200b\ufeff",
    "é日🧑🏽‍🔧" * 40,
    "\ud800",
    "\\",
    " ",
]
SPITEFUL = st.text(
    '\r\n\0\t\v\f\x85\u2028\u2029\u202e\u200b\u200d =:;,"\\^n<>@Né日🧑🏽‍🔧', max_size=200
) | st.sampled_from(HOSTILE)
ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=200) | SPITEFUL


def replied(event=EVENT, attendee=EDDA, comment="I am withdrawing."):
    return decline(event, attendee, comment, STAMP)
