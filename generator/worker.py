"""The browser's side of the engine: JSON text in, JSON text out, and never an exception.

`handle` is the one function that the page's worker calls. The objects that it answers with are also what the command line
prints with `--json`.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from generator import catalogue, exports, pipeline
from generator.checks.speech import SPOKEN_CHANNELS, count_words, sections, speaking_seconds
from generator.checks.texts import INVITATION, count_texts
from generator.errors import GeneratorError, RequestError, UnknownNameError
from generator.exports import export, header
from generator.model import STAGES, Composition, Draft, Export, Finding, MessageType, Part, Segment
from generator.rendering import text_of

if TYPE_CHECKING:
    from generator.appointment import Here, Invitation

type Json = dict[str, Any]

MINUTES_EAST = 24 * 60
"""No clock is further from UTC."""


def handle(request: str) -> str:
    """Return the response to a request, both as JSON: `protocol.py` says what they hold."""
    try:
        return _to_json({"ok": True, "result": _answer(_read_request(request))})
    except GeneratorError as error:
        return _to_json({"ok": False, "error": {"name": type(error).__name__, "message": str(error)}})


def describe_composition(made: Composition) -> Json:
    """Describe what answers led to."""
    draft = made.draft
    message_type = catalogue.find(draft.type)
    gaps = {field.name: field for field in message_type.fields}
    return {
        "draft": _describe_draft(draft),
        "missing": [{"field": name, "gap": gaps[name].gap, "label": gaps[name].label} for name in draft.missing],
        "problems": [{"field": problem.field, "message": problem.message} for problem in made.problems],
        "notes": [{"field": note.field, "message": note.message} for note in made.notes],
        "findings": describe_findings(made.findings),
        "mailto": _describe_mailto(draft),
    }


def describe_findings(findings: tuple[Finding, ...]) -> list[Json]:
    """Describe what the checks found, in their order."""
    return [
        {"check": found.check, "message": found.message, "guide": found.guide, "strike": found.strike}
        for found in findings
    ]


def describe_invitation(invitation: Invitation) -> Json:
    """Describe what an invitation says."""
    from generator.answer import is_answerable  # noqa: PLC0415  most readers bring no invitation, and need none of it
    from generator.appointment import THINGS  # noqa: PLC0415  the same

    suggested = invitation.suggestion
    return {
        "kind": invitation.kind,
        "status": invitation.status,
        "found": [
            {
                "name": found.name,
                "label": THINGS[found.name],
                "value": found.value,
                "quote": found.quote,
                "source": found.source,
                "certainty": found.certainty,
            }
            for found in invitation.found
        ],
        "you": [{"name": person.name, "address": person.address} for person in invitation.you],
        "answerable": is_answerable(invitation),
        "said": list(invitation.said),
        "suggestion": suggested
        and {
            "where": suggested.where,
            "label": STAGES[suggested.where],
            "notice": suggested.notice,
            "because": list(suggested.because),
        },
    }


def describe_type(message_type: MessageType) -> Json:
    """Describe a message type with its questions and its examples."""
    return describe_summary(message_type) | {
        "guide": message_type.guide,
        "fields": [
            {
                "name": field.name,
                "kind": field.kind,
                "label": field.label,
                "hint": field.hint,
                "changes": field.changes,
                "required": field.required,
                "options": {option.value: option.label for option in field.options},
                "when": dict([field.when]) if field.when else {},
                "channels": list(field.channels),
            }
            for field in message_type.fields
        ],
        "checks": list(message_type.checks),
        "examples": [{"name": example.name, "answers": dict(example.answers)} for example in message_type.examples],
    }


def describe_summary(message_type: MessageType) -> Json:
    """Describe a message type in a line of a list."""
    return {
        "type": message_type.slug,
        "title": message_type.title,
        "summary": message_type.summary,
        "stage": message_type.stage,
        "channels": list(message_type.channels),
    }


def _describe_draft(draft: Draft) -> Json:
    subject = [part for part in draft.headers if part.name == "subject"]
    main = sections(draft.text)["main"]
    return {
        "type": draft.type,
        "channel": draft.channel,
        "tone": draft.tone,
        "length": draft.length,
        "locale": draft.locale.name,
        "subject": header(draft, "subject") if subject else None,
        "subject_segments": [_describe_segment(segment) for part in subject for segment in part.segments],
        "text": draft.text,
        "declines": draft.declines,
        "parts": [_describe_part(part) for part in draft.parts],
        "revised": [{"name": part.name, "label": part.label, "text": text_of(part)} for part in draft.revised],
        "words": count_words(draft.text),
        "room": {"taken": len(draft.text), "given": INVITATION} if draft.channel == "note" else None,
        "texts": count_texts(draft.text) if draft.channel == "text" else None,
        "seconds": speaking_seconds(main) if draft.channel in SPOKEN_CHANNELS else None,
    }


def _describe_part(part: Part) -> Json:
    word = catalogue.parts()[part.name]
    return {
        "name": part.name,
        "label": part.label,
        "before": part.before,
        "segments": [_describe_segment(segment) for segment in part.segments],
        "uses": list(part.uses),
        "why": word.why,
        "guide": word.guide,
        "essential": word.essential,
    }


def _describe_segment(segment: Segment) -> Json:
    return {"text": segment.text, "field": segment.field, "gap": segment.gap}


def _describe_mailto(draft: Draft) -> Json | None:
    """Describe the link for the mail program; None for what is not sent by email."""
    if draft.channel != "email":
        return None
    url = export(draft, "mailto").data.decode()
    return {"url": url, "whole": "&body=" in url}


def _answer(request: Json) -> Json:
    name = _text(request, "request")
    if name not in _ANSWERS:
        raise UnknownNameError(what="request", name=name, known=_ANSWERS)
    return _ANSWERS[name](request)


def _answer_message(answer: OfMessage[Json], request: Json) -> Json:
    """Answer a request about a message, which is made first."""
    message_type = catalogue.find(_text(request, "type"))
    made = pipeline.compose(
        message_type,
        _answers(request),
        _text(request, "channel"),
        _text(request, "tone"),
        _edits(request),
        length=_text(request, "length"),
        locale=_text(request, "locale"),
    )
    return answer(message_type, made, request)


def _answer_compose(message_type: MessageType, made: Composition, request: Json) -> Json:
    return describe_composition(made)


def _answer_check(message_type: MessageType, made: Composition, request: Json) -> Json:
    return {"findings": describe_findings(pipeline.check(message_type, made.draft, _text(request, "text")))}


def _answer_export(message_type: MessageType, made: Composition, request: Json) -> Json:
    to = _text(request, "to")
    if to not in EXPORTS:
        raise UnknownNameError(what="export", name=to, known=EXPORTS)
    sent = EXPORTS[to](message_type, made, request)
    return {"name": sent.name, "media_type": sent.media_type, "base64": base64.b64encode(sent.data).decode()}


def _answer_read(request: Json) -> Json:
    return describe_invitation(_read_invitation(request, "base64"))


type OfMessage[T] = Callable[[MessageType, Composition, Json], T]
"""A function from a message type, what its answers led to, and the request."""

REQUESTS: Mapping[str, OfMessage[Json]] = {
    "compose": _answer_compose,
    "check": _answer_check,
    "export": _answer_export,
}
"""Name of a request about a message → what makes the result."""

_ANSWERS: Mapping[str, Callable[[Json], Json]] = {
    **{name: partial(_answer_message, answer) for name, answer in REQUESTS.items()},
    "read": _answer_read,
}
"""Name of a request → function from the request to the result."""


def _export_message(message_type: MessageType, made: Composition, request: Json) -> Export:
    return export(made.draft, _text(request, "to"), _text(request, "paper"))


def _export_answer(message_type: MessageType, made: Composition, request: Json) -> Export:
    """Return what has to do with an invitation, or with more than the one message."""
    from generator.answer import FORMS, Answer  # noqa: PLC0415  most readers bring no invitation, and need none of it

    answer = Answer(
        message_type=message_type,
        made=made,
        answers=_answers(request),
        channel=_text(request, "channel"),
        edits=_edits(request),
        also=_also(request),
        invitation=_read_invitation(request, "invitation") if _text(request, "invitation") else None,
        you=_text(request, "you"),
        stamp=_text(request, "stamp"),
        now=_here(request).now,
    )
    return FORMS[_text(request, "to")](answer)


def _export_mail(message_type: MessageType, made: Composition, request: Json) -> Export:
    make = _export_answer if _text(request, "invitation") else _export_message
    return make(message_type, made, request)


EXPORTS: Mapping[str, OfMessage[Export]] = {
    **dict.fromkeys(exports.EXPORTS, _export_message),
    "eml": _export_mail,
    "ics": _export_answer,
    "pack": _export_answer,
}
"""What an export goes `to` → what makes it."""


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


def _read_invitation(request: Json, key: str) -> Invitation:
    """Return what the file under a key says."""
    from generator.invitation import read  # noqa: PLC0415  most readers bring no invitation, and need none of it

    try:
        data = base64.b64decode(request[key], validate=True)
    except (KeyError, TypeError, ValueError) as error:
        raise RequestError(f'The “{key}” of a request is a file in base64: {{"{key}": "U3ViamVjdDog…"}}.') from error
    return read(data, _here(request))


def _here(request: Json) -> Here:
    """Return where and when the reader is; nowhere and never where the key is absent or null."""
    from generator.appointment import Here  # noqa: PLC0415  most readers bring no invitation, and need none of it

    here = {} if request.get("clock") is None else request["clock"]
    offsets = here.get("offsets") or [] if isinstance(here, dict) else None
    if not isinstance(offsets, list) or not all(map(_is_offset, offsets)):
        raise RequestError(
            'The “clock” of a request is a zone with its offsets in minutes: {"zone": "Europe/London", "offsets": [["2027-03-28T01:00", 60]]}.'
        )
    return Here(
        zone=_text(here, "zone"), offsets=tuple((begins, east) for begins, east in offsets), now=_text(here, "now")
    )


def _is_offset(value: Any) -> bool:
    match value:
        case [str(), int(east)]:
            return not isinstance(east, bool) and abs(east) <= MINUTES_EAST
    return False


def _to_json(value: Json) -> str:
    """Return JSON that can be encoded: half a surrogate pair, which JSON text can smuggle in, is a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace").decode()
