"""Calendar files as they should not be, and as they are."""

from __future__ import annotations


def event(*lines: str) -> str:
    """Return a calendar with one event of these lines."""
    return "\n".join(("BEGIN:VCALENDAR", "BEGIN:VEVENT", *lines, "END:VEVENT", "END:VCALENDAR", ""))


ODD = {
    "no end": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20270513T123000Z\nSUMMARY:Interv",
    "no end of the event": "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VCALENDAR\n",
    "no calendar": "BEGIN:VEVENT\nUID:1\nDTSTART:20270513T123000Z\nEND:VEVENT\n",
    "two calendars": event("UID:1") + event("UID:2"),
    "byte order mark": "\ufeff" + event("UID:1", "DTSTART:20270513T123000Z"),
    "mixed case": "begin:VCalendar\nBegin:vEvent\nUid:1\ndtStart;TzId=Asia/Seoul:20270513T143000\nsummary:Talk\nEnd:VEvent\nend:vcalendar\n",
    "blanks around names": event("UID :1", "SUMMARY: Talk "),
    "words before it": "Please find the invitation below.\n\n" + event("UID:1"),
    "a line that is none": event("UID:1", "SUMMARY:Talk with", "the whole panel", "DTSTART:20270513T123000Z"),
    "an empty line": event("UID:1", "", "SUMMARY:Talk"),
    "empty lines in a property": event("UID:1", "SUMMARY:Talk", "", " s with", "", "", "  everybody"),
    "carriage returns": event("UID:1", "SUMMARY:Talk").replace("\n", "\r"),
    "doubled carriage returns": event("UID:1", "SUMMARY:Talk", " s").replace("\n", "\r\r\n"),
    "no such day": event("UID:1", "DTSTART:20270231T100000"),
    "no such month": event("UID:1", "DTSTART:20271301T100000"),
    "no such hour": event("UID:1", "DTSTART:20270513T240000"),
    "year 0": event("UID:1", "DTSTART:00000513T100000Z"),
    "year 3027": event("UID:1", "DTSTART:30270513T100000Z"),
    "words for a start": event("UID:1", "DTSTART:next Thursday"),
    "empty start": event("UID:1", "DTSTART:"),
    "no start": event("UID:1", "SUMMARY:Talk"),
    "no uid": event("SUMMARY:Talk", "DTSTART:20270513T123000Z"),
    "a day without VALUE": event("UID:1", "DTSTART:20270513"),
    "dashes in the start": event("UID:1", "DTSTART:2027-05-13T14:30:00Z"),
    "an offset in the start": event("UID:1", "DTSTART:20270513T143000+0200"),
    "colon in a bare zone": event("UID:1", "DTSTART;TZID=(UTC-03:00) Brasília:20270513T143000"),
    "quote that never closes": event("UID:1", 'ORGANIZER;CN=24" Screens:mailto:hr@example.org'),
    "quotes in quotes": event("UID:1", 'ORGANIZER;CN="Jo "Joey" Ba":mailto:jo@example.org'),
    "parameter without value": event("UID:1", "ORGANIZER;CN;ROLE=CHAIR:mailto:jo@example.org"),
    "address without mailto": event("UID:1", "ORGANIZER;CN=Jo:jo@example.org"),
    "sequence in words": event("UID:1", "SEQUENCE:second"),
    "empty sequence": event("UID:1", "SEQUENCE:"),
    "empty rule": event("UID:1", "DTSTART:20270513T123000Z", "RRULE:"),
    "rule that is none": event("UID:1", "DTSTART:20270513T123000Z", "RRULE:FREQ=OFTEN"),
    "duration that is none": event("UID:1", "DTSTART:20270513T123000Z", "DURATION:-PT1W1D2H3M4S"),
    "stamp that is none": event("UID:1", "DTSTAMP:202105206T200210Z", "DTSTART:20270513T123000Z"),
    "zone without offsets": (
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Site\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART;TZID=Site:20270513T143000\nEND:VEVENT\nEND:VCALENDAR\n"
    ),
    "offset without sign": (
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:Site\nBEGIN:STANDARD\nDTSTART:19700101T000000\nTZOFFSETFROM:0200\n"
        "TZOFFSETTO:0200\nEND:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Site:20270513T143000\n"
        "END:VEVENT\nEND:VCALENDAR\n"
    ),
    "nothing": "",
    "only words": "Dear Layla, could you come on Thursday?",
}
"""What is odd about a file → the file."""
