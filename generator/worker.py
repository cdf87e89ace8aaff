"""The browser's side of the engine: JSON text in, JSON text out, and never an exception.

`handle` is the one function that the page's worker calls. The objects that it answers with are also what the command line
prints with `--json`.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from generator import catalogue, pipeline
from generator.checks.speech import count_words, sections, speaking_seconds
from generator.checks.texts import INVITATION, count_texts
from generator.errors import GeneratorError, RequestError, UnknownNameError
from generator.exports import export, header
from generator.model import Composition, Draft, Finding, MessageType, Part, Segment
from generator.rendering import text_of

type Json = dict[str, Any]

SPOKEN_CHANNELS = ("spoken", "call")
"""Channels whose message is said aloud, so that it is timed."""


def handle(request: str) -> str:
    """Answer one request.

    Args:
        request: `{"request": "compose" | "check" | "export", "type": …, "channel": …, "tone": …, "length": …,
            "locale": …, "answers": {…}, "edits": {…}, …}`; the edits are the reader's own words by part, and empty words leave a
            part out. A `check` has the `text` to be judged, an `export` the form that it goes `to` and the `paper`.

    Returns:
        `{"ok": true, "result": {…}}`, or `{"ok": false, "error": {"name": …, "message": …}}`.
    """
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
    if name not in REQUESTS:
        raise UnknownNameError(what="request", name=name, known=REQUESTS)
    message_type = catalogue.find(_text(request, "type"))
    answers = _texts(request, "answers", 'field name: {"role": "baker"}')
    edits = _texts(request, "edits", 'part: {"thanks": "Thank you for the tour."}')
    made = pipeline.compose(
        message_type,
        answers,
        _text(request, "channel"),
        _text(request, "tone"),
        edits,
        length=_text(request, "length"),
        locale=_text(request, "locale"),
    )
    return REQUESTS[name](message_type, made, request)


def _answer_compose(message_type: MessageType, made: Composition, request: Json) -> Json:
    return describe_composition(made)


def _answer_check(message_type: MessageType, made: Composition, request: Json) -> Json:
    return {"findings": describe_findings(pipeline.check(message_type, made.draft, _text(request, "text")))}


def _answer_export(message_type: MessageType, made: Composition, request: Json) -> Json:
    sent = export(made.draft, _text(request, "to"), _text(request, "paper"))
    return {"name": sent.name, "media_type": sent.media_type, "base64": base64.b64encode(sent.data).decode()}


REQUESTS: Mapping[str, Callable[[MessageType, Composition, Json], Json]] = {
    "compose": _answer_compose,
    "check": _answer_check,
    "export": _answer_export,
}
"""Name of a request → function from the message type, what its answers led to, and the request, to the result."""


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
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()):
        raise RequestError(f"The {key} of a request are texts by {form}.")
    return texts


def _to_json(value: Json) -> str:
    """Return JSON that can be encoded: half a surrogate pair, which JSON text can smuggle in, is a question mark."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(errors="replace").decode()
