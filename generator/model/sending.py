"""The noun between a message and the file that takes it away."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.invitation import Invitation
    from generator.model.message import MessageType, Style, When


@dataclass(frozen=True, kw_only=True, slots=True)
class Sending:
    """What goes with a message when it is sent: what it was made from, whom else to tell, and the invitation that it answers."""

    message_type: MessageType
    answers: Mapping[str, str]
    """What the message was made from, for those who are told besides; so are the next two."""
    style: Style
    edits: Mapping[str, str] = field(default_factory=dict)
    also_tell: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """As for `make_packet`."""
    invitation: Invitation | None = None
    """None where nobody brought one."""
    you: str = ""
    """The address of the one who replies; empty where the invitation leaves no doubt."""
    stamp: str = ""
    """The moment in UTC at which it is made, as `20261124T235700Z`."""
    today: When | None = None
    """The day on which it is written, and the hour; None where it is not known."""
    paper: str = ""
    """A key of `exports.PAPERS`; empty for that of the message's locale."""
