"""One set of answers → all that is said about one interview, to everybody who should hear it, in files that agree.

answers ─ make_packet ─▶ pieces ─ zip_of ─▶ one archive
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator import catalogue
from generator.errors import UnknownNameError
from generator.exports import export
from generator.exports.archive import archive
from generator.exports.filenames import filename
from generator.exports.mail import export_eml
from generator.model.message import Beside, Composition, Export, MessageType, Style
from generator.pipeline import DEFAULT_STYLE, compose
from generator.reply.decline import export_reply

PURPOSES = {
    "message": "This is your message. Use it as it stands, or change what does not sound like you.",
    "mail": "This is the same message as an unsent email, with the answer to their calendar inside. Open it in a mail program on a computer, and send it instead of the message alone.",
    "reply": "This is the answer to their calendar by itself: that you are not coming. The Decline button in your own calendar is the surer way, so this is for where there is none.",
    "call": "This is the card for a phone call. Use it if you would rather call or if time is short, and let the message follow.",
}
"""What a piece of a packet is → what the read-me says that it is for; in the order in which they are sent. What goes to somebody else
stands before or behind these, as `Beside` has it.
"""

READ_ME = "read-me.txt"

_NOT_THEIRS = frozenset(("recipient", "recipient_email", "recipient_address", "thanks_for"))
"""Questions that other types ask alike, of another person: their answers stay where they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Piece:
    """One file of a packet."""

    what: str
    """A key of `PURPOSES`, or who it is for besides, as in `Beside`."""
    purpose: str
    """What the read-me says that it is for."""
    export: Export
    made: Composition | None
    """What the answers led to, with what is missing and what was found; None for what has no words of its own."""


def make_packet(
    message_type: MessageType,
    answers: Mapping[str, str],
    style: Style = DEFAULT_STYLE,
    *,
    edits: Mapping[str, str] | None = None,
    also_tell: Mapping[str, Mapping[str, str]] | None = None,
    reply: bytes | None = None,
) -> tuple[Piece, ...]:
    """Make everything that is to be sent, in the order in which it is.

    What the others are told follows from the same answers: as much of them as is asked of those alike. What they are not
    asked, or not of the same person, stays a gap in their message, and their `made.draft.missing` has it.

    Args:
        message_type: The situation.
        answers: As for `compose`.
        style: As for `compose`, and of all messages; what goes along may be short in any case. The default channel is the type's
            first that is no phone call, since the card for that is made anyway.
        edits: As for `compose`. They are for the message and for the card; of the reader's own words, only those that give
            the reason are passed on.
        also_tell: Slug of a type that goes along with others → the answers that are meant for that one alone, such as its
            recipient; they go before those that are shared.
        reply: What `decline` returned, where there is an invitation in a calendar file.

    Raises:
        UnknownNameError: As `compose` does, or a type that goes along with no other.
        ExportError: The address or the subject cannot stand in a mail, or the reply is none.
    """
    others = [_find_beside(slug) for slug in also_tell or {}]
    channel = style.channel or next((each for each in message_type.channels if each != "call"), "")
    main = compose(message_type, answers, replace(style, channel=channel), edits)
    pieces = [_piece("message", _export(main), main)]
    if reply:
        pieces += _reply_pieces(main, reply)
    if "call" in message_type.channels and main.draft.channel != "call":
        card = compose(message_type, answers, replace(style, channel="call"), edits)
        pieces.append(_piece("call", _export(card), card))
    before: list[Piece] = []
    after: list[Piece] = []
    for other, beside in others:
        if other.slug != message_type.slug:
            told = _shared(message_type, other, answers) | _reason(message_type, other, answers, edits or {}, main)
            own = {name: text for name, text in (also_tell or {})[other.slug].items() if text.strip()}
            (before if beside.first else after).append(_tell(other, beside, told | own, main))
    return (*before, *pieces, *after)


def _find_beside(slug: str) -> tuple[MessageType, Beside]:
    """Return a message type that goes along with others."""
    message_type = catalogue.find(slug) if slug in catalogue.slugs() else None
    if message_type is None or message_type.beside is None:
        known = [each.slug for each in catalogue.load_catalogue() if each.beside]
        raise UnknownNameError(what="message to go with it", name=slug, known=known)
    return message_type, message_type.beside


def _piece(what: str, export: Export, made: Composition | None) -> Piece:
    return Piece(what=what, purpose=PURPOSES[what], export=export, made=made)


def zip_of(pieces: tuple[Piece, ...]) -> Export:
    """Return the files of a packet in one archive, numbered in their order, with a read-me that says what each is for."""
    names = [f"{number}-{piece.export.name}" for number, piece in enumerate(pieces, 1)]
    files = {READ_ME: _write_read_me(names, pieces).encode()}
    files |= {name: piece.export.data for name, piece in zip(names, pieces, strict=True)}
    [main] = (piece.made.draft for piece in pieces if piece.what == "message" and piece.made)
    return Export(name=filename(main, "zip", main.type), media_type="application/zip", data=archive(files))


def _export(made: Composition) -> Export:
    """Return a message as what opens everywhere: a letter as a document to be signed, all else as text to be copied."""
    return export(made.draft, "docx" if made.draft.channel == "letter" else "txt")


def _reply_pieces(main: Composition, reply: bytes) -> Iterator[Piece]:
    """Yield the reply to their calendar, and the mail that it stands in where the message is one."""
    if main.draft.channel == "email":
        yield _piece("mail", export_eml(main.draft, reply), main)
    yield _piece("reply", export_reply(main.draft, reply), None)


def _tell(other: MessageType, beside: Beside, told: Mapping[str, str], main: Composition) -> Piece:
    """Return what one of the others is told, in the style of the message."""
    made = compose(
        other,
        told,
        Style(
            tone=main.draft.tone,
            length="short" if beside.short else main.draft.length,
            locale=main.draft.locale.name,
        ),
    )
    return Piece(what=beside.who, purpose=beside.purpose, export=_export(made), made=made)


def _shared(message_type: MessageType, other: MessageType, answers: Mapping[str, str]) -> dict[str, str]:
    """Return the answers that both types ask for, of the same people; a choice only where the other has it too."""
    kinds = {field.name: field.kind for field in message_type.fields}
    return {
        field.name: answers[field.name]
        for field in other.fields
        if answers.get(field.name, "").strip()
        and field.name not in _NOT_THEIRS
        and field.name not in ("reason", "reason_words")
        and field.kind == kinds.get(field.name)
        and (field.kind != "choice" or answers[field.name].strip() in {option.value for option in field.options})
    }


def _reason(
    message_type: MessageType,
    other: MessageType,
    answers: Mapping[str, str],
    edits: Mapping[str, str],
    main: Composition,
) -> dict[str, str]:
    """Return the reason as the message gives it: nobody is told another one, nor that there was none where there was one.

    A reason for which the other type has no words is left to the reader, whose own words are then what is missing.
    """
    if any(part.name == "reason" for part in main.draft.revised):
        words = edits.get("reason", "").strip()
        return {"reason": "own", "reason_words": words} if words else {"reason": "none"}
    asked = next((field for field in message_type.fields if field.name == "reason"), None)
    chosen = answers.get("reason", "").strip() or (asked.options[0].value if asked else "")
    if chosen in ("", "none"):
        chosen = message_type.gives_reason or chosen
    known = {option.value for field in other.fields if field.name == "reason" for option in field.options}
    if chosen not in known:
        return {"reason": "own"}
    return {"reason": chosen, "reason_words": answers.get("reason_words", "") if chosen == "own" else ""}


def _write_read_me(names: list[str], pieces: tuple[Piece, ...]) -> str:
    """Return what each file is for, and what is still to be filled in."""
    told = (f"{name}\n{piece.purpose}{_gaps(piece)}\n" for name, piece in zip(names, pieces, strict=True))
    return "\n".join(
        (
            "These files give one answer, each to somebody who should hear it. The numbers are the order in which to send them.\n",
            *told,
        )
    )


def _gaps(piece: Piece) -> str:
    missing = piece.made.draft.missing if piece.made else ()
    if not piece.made or not missing:
        return ""
    gaps = {field.name: field.gap for field in catalogue.find(piece.made.draft.type).fields}
    return f"\nStill to be filled in: {', '.join(f'[{gaps[name]}]' for name in missing)}."
