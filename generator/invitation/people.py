"""Who of those that an invitation names may be its reader."""

from __future__ import annotations

import re

from generator.invitation.letter import Letter
from generator.model.invitation import Event, Person

_NOT_INVITED = re.compile(r";(?:CUTYPE=\"?(?:ROOM|RESOURCE|GROUP)|ROLE=\"?(?:CHAIR|NON-PARTICIPANT))\b", re.IGNORECASE)


def invited(letter: Letter, event: Event | None) -> tuple[Person, ...]:
    """Return those who may be the reader: of the invited, who is no colleague of whoever invites them, where that leaves one."""
    if event and event.method == "REPLY":  # its one attendee is who answers
        return ()
    if event is None or not event.attendees:
        return _others(letter.to, letter.sender.address)
    organizer = event.organizer.address if event.organizer else letter.sender.address
    asked = asked_to(event, organizer)
    addressed = {each.address.casefold() for each in letter.to}
    for some in ([each for each in asked if each.address.casefold() in addressed], _strangers(asked, organizer)):
        if len(some) == 1:
            return tuple(some)
    return tuple(_strangers(asked, organizer)) or asked


def asked_to(event: Event, organizer: str) -> tuple[Person, ...]:
    """Return the people whom an event invites: neither rooms nor whoever invites them."""
    return _others([each for each in event.attendees if not _NOT_INVITED.search(_parameters(each))], organizer)


def _others(people: tuple[Person, ...] | list[Person], address: str) -> tuple[Person, ...]:
    """Return each of the people once, without the one who invites."""
    found = {each.address.casefold(): each for each in people if "@" in each.address}
    found.pop(address.casefold(), None)
    return tuple(found.values())


def _strangers(people: tuple[Person, ...], address: str) -> list[Person]:
    """Return the people whose addresses are not of the house that this one is of."""
    return [each for each in people if _house(each.address) != _house(address)]


def _house(address: str) -> str:
    return address.rpartition("@")[2].casefold()


def _parameters(person: Person) -> str:
    """Return the parameters of the line that names an attendee, without what is quoted in them."""
    return re.sub(r'"[^"]*"', '""', person.line.partition(":")[0])
