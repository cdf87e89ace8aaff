"""The browser's side of the engine: JSON text in, JSON text out, and never an exception.

`handle` is the one function that the page's worker calls.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from generator import catalogue, pipeline
from generator.describe import Json, describe_composition, describe_findings, describe_invitation
from generator.errors import GeneratorError, RequestError, UnknownNameError
from generator.forms import send
from generator.lazy import Lazy
from generator.model.message import Composition, MessageType, Style
from generator.model.sending import Sending

if TYPE_CHECKING:
    from generator import invitation
    from generator.model import invitation as nouns
else:
    invitation = Lazy("generator.invitation")
    nouns = Lazy("generator.model.invitation")

MINUTES_EAST = 24 * 60
"""No clock is further from UTC."""


def handle(request: str) -> str:
    """Return the response to a request, both as JSON: `protocol.py` says what they hold."""
    try:
        return _to_json({"ok": True, "result": _handle(_read_request(request))})
    except GeneratorError as error:
        return _to_json({"ok": False, "error": {"name": type(error).__name__, "message": str(error)}})


def _handle(request: Json) -> Json:
    name = _text(request, "request")
    if name not in _HANDLERS:
        raise UnknownNameError(what="request", name=name, known=_HANDLERS)
    return _HANDLERS[name](request)


def _handle_message(handle_made: OfMessage, request: Json) -> Json:
    """Handle a request about a message, which is made first."""
    message_type = catalogue.find(_text(request, "type"))
    made = pipeline.compose(message_type, _answers(request), _style(request), _edits(request))
    return handle_made(message_type, made, request)


def _compose(message_type: MessageType, made: Composition, request: Json) -> Json:
    return describe_composition(made)


def _check(message_type: MessageType, made: Composition, request: Json) -> Json:
    return {"findings": describe_findings(pipeline.check(message_type, made.draft, _text(request, "text")))}


def _export(message_type: MessageType, made: Composition, request: Json) -> Json:
    sent = send(_text(request, "to"), made, _sending(message_type, request))
    return {"name": sent.name, "media_type": sent.media_type, "base64": base64.b64encode(sent.data).decode()}


def _sending(message_type: MessageType, request: Json) -> Sending:
    """Return what goes with the message; nothing of an invitation is looked at unless one is there."""
    return Sending(
        message_type=message_type,
        answers=_answers(request),
        style=_style(request),
        edits=_edits(request),
        also_tell=_also(request),
        invitation=_read_invitation(request, "invitation") if _text(request, "invitation") else None,
        you=_text(request, "you"),
        stamp=_text(request, "stamp"),
        now="" if request.get("clock") is None else _clock(request).now,
        paper=_text(request, "paper"),
    )


def _read(request: Json) -> Json:
    return describe_invitation(_read_invitation(request, "base64"))


type OfMessage = Callable[[MessageType, Composition, Json], Json]
"""A function from a message type, what its answers led to, and the request."""

REQUESTS: Mapping[str, OfMessage] = {
    "compose": _compose,
    "check": _check,
    "export": _export,
}
"""Name of a request about a message → what makes the result."""

_HANDLERS: Mapping[str, Callable[[Json], Json]] = {
    **{name: partial(_handle_message, each) for name, each in REQUESTS.items()},
    "read": _read,
}
"""Name of a request → function from the request to the result."""


def _read_request(text: str) -> Json:
    try:
        request = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise RequestError(
            'A request is JSON: {"request": "compose", "type": "pay-too-low", "answers": {}}.'
        ) from error
    if not isinstance(request, dict):
        raise RequestError('A request is a JSON object: {"request": "compose", "type": "pay-too-low", "answers": {}}.')
    return request


def _text(request: Json, key: str) -> str:
    """Return a text of the request; empty where it is absent or null."""
    value = request.get(key)
    if value is not None and not isinstance(value, str):
        raise RequestError(f'The “{key}” of a request is a text: {{"{key}": "…"}}.')
    return value or ""


def _texts(request: Json, key: str, form: str) -> dict[str, str]:
    """Return the texts under a key; none where it is absent or null."""
    texts = {} if request.get(key) is None else request[key]
    if not _are_texts(texts):
        raise RequestError(f"The {key} of a request are texts by {form}.")
    return dict(texts)


def _style(request: Json) -> Style:
    return Style(**{name: _text(request, name) for name in ("channel", "tone", "length", "locale")})


def _answers(request: Json) -> dict[str, str]:
    return _texts(request, "answers", 'field name: {"role": "baker"}')


def _edits(request: Json) -> dict[str, str]:
    return _texts(request, "edits", 'part: {"thanks": "Thank you for the tour."}')


def _also(request: Json) -> dict[str, dict[str, str]]:
    """Return the answers for each of those who are told beside; none where the key is absent or null."""
    also = {} if request.get("also") is None else request["also"]
    if not isinstance(also, dict) or not all(map(_are_texts, also.values())):
        raise RequestError(
            'The “also” of a request are answers by message type: {"tell-the-agency": {"recipient": "Zanele"}}.'
        )
    return also


def _are_texts(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) for text in value.values())


def _read_invitation(request: Json, key: str) -> nouns.Invitation:
    """Return what the file under a key says."""
    try:
        data = base64.b64decode(request[key], validate=True)
    except (KeyError, TypeError, ValueError) as error:
        raise RequestError(f'The “{key}” of a request is a file in base64: {{"{key}": "U3ViamVjdDog…"}}.') from error
    return invitation.read(data, _clock(request))


def _clock(request: Json) -> nouns.ReaderClock:
    """Return where and when the reader is; nowhere and never where the key is absent or null."""
    clock = {} if request.get("clock") is None else request["clock"]
    offsets = clock.get("offsets") or [] if isinstance(clock, dict) else None
    if not isinstance(offsets, list) or not all(map(_is_offset, offsets)):
        raise RequestError(
            'The “clock” of a request is a zone with its offsets in minutes: {"zone": "Europe/London", "offsets": [["2027-03-28T01:00", 60]]}.'
        )
    return nouns.ReaderClock(
        zone=_text(clock, "zone"), offsets=tuple((begins, east) for begins, east in offsets), now=_text(clock, "now")
    )


def _is_offset(value: Any) -> bool:
    match value:
        case [str(), int(east)]:
            return not isinstance(east, bool) and abs(east) <= MINUTES_EAST
    return False


def _to_json(value: Json) -> str:
    """Return JSON that can be encoded: half a surrogate pair, which JSON text can smuggle in, is a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace").decode()
