"""The nouns as JSON objects: what the page is sent, and what the shell prints with `--json`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator import catalogue
from generator.checks.speech import SPOKEN_CHANNELS, count_words, sections, speaking_seconds
from generator.checks.texts import INVITATION, count_texts
from generator.exports import export, header
from generator.lazy import Lazy
from generator.model.message import STAGES, Advice, Composition, Draft, Finding, MessageType, Part, Segment
from generator.rendering import text_of
from generator.routes import page_of

if TYPE_CHECKING:
    from generator import reply
    from generator.model import invitation as nouns
else:
    reply = Lazy("generator.reply")
    nouns = Lazy("generator.model.invitation")

type Json = dict[str, Any]


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
        "advice": draft.advice and _describe_advice(draft.advice),
        "mailto": _describe_mailto(draft),
    }


def describe_findings(findings: tuple[Finding, ...]) -> list[Json]:
    """Describe what the checks found, in their order."""
    return [
        {"check": found.check, "message": found.message, "guide": found.guide, "strike": found.remove}
        for found in findings
    ]


def _describe_advice(advice: Advice) -> Json:
    """Describe what is wiser than to send the message, and the page that it leads to, by its title where that is a message."""
    message, leads_to = advice
    if leads_to in catalogue.slugs():
        message_type = catalogue.find(leads_to)
        return {"message": message, "guide": page_of(message_type), "label": message_type.title}
    return {"message": message, "guide": leads_to, "label": ""}


def describe_invitation(invitation: nouns.Invitation) -> Json:
    """Describe what an invitation says."""
    suggested = invitation.suggestion
    return {
        "kind": invitation.kind,
        "status": invitation.status,
        "found": [
            {
                "name": found.name,
                "label": nouns.FACTS[found.name],
                "value": found.value,
                "quote": found.quote,
                "source": found.source,
                "certainty": found.certainty,
            }
            for found in invitation.found
        ],
        "you": [{"name": person.name, "address": person.address} for person in invitation.you],
        "answerable": reply.takes_reply(invitation),
        "said": list(invitation.remarks),
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
