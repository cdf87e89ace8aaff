"""A mail or a pasted text → the one letter in it that matters."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from generator.characters import without_hidden
from generator.invitation import mime
from generator.invitation.headers import read_line, read_people
from generator.invitation.intent import invites
from generator.invitation.letter import Letter, empty
from generator.invitation.markup import read_markup
from generator.invitation.mime import Leaf, Mail, decode_bytes, decode_words
from generator.invitation.threads import Layer, choose
from generator.lazy import compiled
from generator.model.invitation import Person

_CHARACTERS, _LINES = 200_000, 4_000
"""How much text is read of a mail."""

_MAILS = 5
"""How deep mails within mails are opened."""

_HEADER = r"(?:from |[!-9;-~]{1,80}:|[ \t])"
_MACHINE = (
    r"(?:received|return-path|message-id|mime-version|content-type|content-transfer-encoding|delivered-to|dkim-signature|x-[\w-]+|arc-[\w-]+"
    r"|authentication-results|list-[\w-]+|(?:resent-)?date:\s*(?:[a-z]{3}, *)?\d{1,2} [a-z]{3} \d{4} \d\d:\d\d)\b"
)
_LINE_END = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_STUB = r"\bhtml\b.{0,80}(?:view|client|support|reader|program|browser)|(?:view|client|support|program).{0,80}\bhtml\b"
_NEVER_JOINED = r"\s*(?:[-*•·–>|]|\d{1,2}[.)]\s|[^\s:]{1,25}(?: [^\s:]{1,25})?\s?[:\uff1a](?!\d))"


def is_mail(data: bytes) -> bool:
    """Tell the file of a mail from text that somebody copied, in which programs write only the headers that people read."""
    known = machine = 0
    for raw in data[:60_000].removeprefix(b"\xef\xbb\xbf").lstrip().split(b"\n")[:300]:
        line = raw[:400].decode("latin-1").rstrip("\r")
        if not line.strip() or not compiled(_HEADER).match(line):
            break
        known += line.casefold().startswith(("from:", "to:", "subject:", "date:", "reply-to:", "cc:"))
        machine += bool(compiled(_MACHINE).match(line))
    return machine > 0 and known + machine > 1


def text_of(data: bytes) -> str:
    """Return pasted bytes as text, whatever they were written in."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    if data.count(0) * 3 > len(data):
        return data.decode("utf-16-be" if data[:1] == b"\0" else "utf-16-le", "replace")
    return decode_bytes(data, "utf-8")[0].removeprefix("\ufeff")


def parse(data: bytes) -> Letter:
    """Read a mail. Bytes that are none are read as a text without headers."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = text_of(data).encode("utf-8", "replace")
    data = data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
    return _read(mime.parse(data if b"\n" in data else data.replace(b"\r", b"\n")), _MAILS)


def parse_text(text: str) -> Letter:
    """Read a text that somebody copied, with or without the lines From, Sent, To and Subject over it."""
    lines, said = _cut(_LINE_END.split(without_hidden(text)))
    return _within(replace(empty(), remarks=tuple(said)), lines)


def _read(opened: Mail, mails: int) -> Letter:
    lines, calendars, inner, said = _contents(opened.leaves, mails)
    lines, shortened = _cut(lines)
    headers = opened.headers
    senders = read_people(headers.get("from", "")) or read_people(headers.get("sender", ""))
    outer = Letter(
        sender=senders[0] if senders else Person(name="", address=""),
        reply_to=next(iter(read_people(headers.get("reply-to", ""))), None),
        to=read_people(headers.get("to", "")) or read_people(headers.get("delivered-to", "")),
        subject=read_line(decode_words(headers.get("subject", ""))),
        date=read_line(headers.get("date", "")),
        text=(),
        calendars=tuple(calendars),
        remarks=tuple(dict.fromkeys(said + shortened)),
    )
    letter = _within(outer, lines)
    attached = next((mail for mail in inner if any(mail.text) or mail.calendars), None)
    if attached is None:
        return letter
    meant = letter if invites(letter.text, letter.subject) and not _passes_on(letter) else attached
    return replace(meant, calendars=letter.calendars + attached.calendars, remarks=letter.remarks + attached.remarks)


def _passes_on(letter: Letter) -> bool:
    """Tell whether hardly anything is said around an attached mail."""
    return sum(len(line) for line in letter.text) < 200


def _contents(leaves: Iterable[Leaf], mails: int) -> tuple[list[str], list[str], list[Letter], list[str]]:
    """Return the lines of the text, the calendar files, the mails that are attached, and what could not be read."""
    plain: list[str] = []
    marked: list[str] = []
    calendars: list[str] = []
    inner: list[Letter] = []
    said: list[str] = []
    for leaf in leaves:
        what = _what(leaf)
        if what in ("winmail", "locked"):
            said.append(_UNREADABLE[what])
        if what not in ("mail", "calendar", "text", "html"):
            continue
        if not leaf.whole:
            said.append("One part of this mail was damaged on its way, so words or lines may be missing from it.")
        if what == "mail":
            inner += [_read(mime.parse(leaf.data.lstrip()), mails - 1)] if mails else []
            continue
        text, named = decode_bytes(leaf.data, leaf.charset)
        if leaf.whole and not named:
            said.append(_strange(leaf.charset))
        {"calendar": calendars, "text": plain, "html": marked}[what].append(text)
    return _readable(plain, marked), calendars, inner, said


_UNREADABLE = {
    "winmail": "Part of this mail is a winmail.dat, which only Outlook can open.",
    "locked": "This mail is encrypted: open it in your mail program, and copy the text from there.",
}


def _strange(charset: str) -> str:
    name = read_line(charset)[:30]
    return f"One part of this mail does not fit the character set that it names, “{name}”: look whether its letters are right."


def _what(leaf: Leaf) -> str:
    """Return what a part is to us; empty for a picture and all else that is left alone."""
    if leaf.kind in ("message/rfc822", "message/global") or leaf.name.endswith(".eml"):
        return "mail"
    if leaf.kind in ("text/calendar", "application/ics") or leaf.name.endswith(".ics"):
        return "calendar"
    if leaf.kind == "application/ms-tnef" or leaf.name == "winmail.dat":
        return "winmail"
    if leaf.kind in ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted"):
        return "locked"
    if leaf.attached:
        return ""
    return {"text/html": "html", "text/plain": "text", "multipart/alternative": "text", "multipart/mixed": "text"}.get(
        leaf.kind, ""
    )


def _readable(plain: list[str], marked: list[str]) -> list[str]:
    """Return the lines of the plain text if it says anything, and else those of the HTML."""
    text = without_hidden("\n".join(plain))
    stub = not any(map(str.isalpha, text)) or (len(text) < 600 and compiled(_STUB).search(text))
    if marked and stub:
        return [line for text in marked for line in read_markup(without_hidden(text))]
    return _LINE_END.split(text)


def _cut(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return so many lines as are read, and a sentence if there are more."""
    kept: list[str] = []
    left = _CHARACTERS
    for line in lines[:_LINES]:
        left -= len(line)
        if left < 0:
            break
        kept.append(line.rstrip())
    return kept, [] if len(kept) == len(lines) else ["This is longer than an invitation: only its beginning was read."]


def _within(outer: Letter, lines: list[str]) -> Letter:
    """Return the letter that matters, with what the lines over it say of who wrote it to whom."""
    layer, *below = choose(lines, outer.subject)
    text = tuple(re.sub(r"[^\S\t]+", " ", line).strip() for line in unwrap(layer.lines))
    return replace(_with_head(outer, layer), text=text, below=tuple(line for each in below for line in each.lines))


def _with_head(outer: Letter, layer: Layer) -> Letter:
    if not layer.head:
        return outer
    head = layer.head
    return replace(
        outer,
        sender=next(iter(read_people(head["from"])), Person(name="", address="")),
        reply_to=None,
        to=read_people(head.get("to", "")),
        subject=read_line(head.get("subject", "")),
        date=read_line(head.get("date", "")),
    )


def unwrap(lines: Sequence[str]) -> list[str]:
    """Join the lines that a mail program had broken: those after which the next word would not have fitted."""
    width = max(map(len, lines), default=0)
    whole: list[str] = []
    before = ""
    for line in lines:
        word = line.split(maxsplit=1)[0] if line.strip() else ""
        fits = len(before) + 1 + len(word) <= width or before.endswith((".", "!", "?", ":"))
        if before and word and 60 <= width <= 100 and not fits and not compiled(_NEVER_JOINED, exact=True).match(line):
            whole[-1] = f"{whole[-1]} {line.strip()}"
        else:
            whole.append(line)
        before = line.rstrip()
    return whole
