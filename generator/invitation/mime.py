"""Bytes of a mail → its headers and its leaves, decoded. Never raises, and reads every byte a fixed number of times.

`email` does neither: it raises on some broken headers, and takes minutes for a megabyte of nested boundaries.
"""

from __future__ import annotations

import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_DEPTH, _PARTS = 8, 200
"""How deep parts are opened, and how many of them; what lies beyond was not made by a mail program."""

_HEADER, _HEADERS = 8_000, 400
"""Bytes of one header, and headers of one part, that are read."""

_NOT_TEXT = frozenset("idna punycode undefined unicode_escape raw_unicode_escape mbcs oem".split())  # noqa: SIM905  a list of names
"""What Python calls encodings and no mail is written in; some of them take time that grows with the square of the length."""

_WORD = re.compile(r"=\?([^?\s]{1,40})\?([bBqQ])\?([^?]*)\?=")
_PARAMETER = re.compile(r';\s*([^\s=;"]{1,60})\s*=\s*("(?:[^"\\]|\\.){0,998}"|[^;]{0,998})')


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaf:
    """A part of a mail that holds no others; a mail inside the mail is one."""

    kind: str
    """The content type in small letters, `text/plain` where there is none."""
    name: str
    """That of the file, in small letters; empty where it has none."""
    attached: bool
    """The mail says that it is an attachment."""
    charset: str
    """The character set that it names; empty where it names none."""
    data: bytes
    whole: bool
    """All of it could be decoded."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mail:
    """A mail that was taken apart."""

    headers: Mapping[str, str]
    """Name in small letters → the first value of that name, unfolded; encoded words stand as they are."""
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Part:
    """A mail, or a part of one, as it stands there."""

    headers: Mapping[str, str]
    kind: str
    parameters: Mapping[str, str]
    """Those of the content type and of the disposition."""
    body: bytes


def parse(data: bytes) -> Mail:
    """Take a mail apart; without headers, all of it is one text."""
    mail = _open(data)
    return Mail(headers=mail.headers, leaves=tuple(map(_decode, _leaves(mail))))


def _open(data: bytes) -> _Part:
    """Divide a mail or a part into headers and body."""
    head, body = _divide(data)
    headers: dict[str, str] = {}
    for name, value in head:
        if value or name not in headers:
            headers[name] = headers.get(name) or value
    content = headers.get("content-type", "")
    kind = content.partition(";")[0].strip().casefold()
    parameters = _parameters(headers.get("content-disposition", "")) | _parameters(content)
    return _Part(headers=headers, kind=kind if "/" in kind else "text/plain", parameters=parameters, body=body)


def _divide(data: bytes) -> tuple[list[tuple[str, str]], bytes]:
    """Return the headers and what follows them: an empty line ends them, and so does one that is no header."""
    head: list[tuple[str, str]] = []
    place = 0
    while place < len(data) and len(head) < _HEADERS:
        end = data.find(b"\n", place)
        end = len(data) if end < 0 else end
        line = decode_bytes(data[place : min(end, place + _HEADER)].rstrip(b"\r"), "utf-8")[0]
        if not line.strip():
            return head, data[end + 1 :]
        name, colon, value = line.partition(":")
        if line[0] in " \t" and head:
            head[-1] = (head[-1][0], f"{head[-1][1]} {line.strip()}"[:_HEADER])
        elif colon and re.fullmatch(r"[!-9;-~]{1,80}[ \t]*", name):
            head.append((name.strip().casefold(), value.strip()))
        elif head or not re.match(r">?From ", line):  # the line that a mailbox puts before each mail
            return head, data[place:]
        place = end + 1
    return head, data[place:]


def _parameters(header: str) -> dict[str, str]:
    """Return the parameters of a header; one that is cut in pieces (`name*0`) is put together."""
    found: dict[str, str] = {}
    for name, value in _PARAMETER.findall(header):
        bare = re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value.strip()
        key = name.casefold().partition("*")[0]
        found[key] = found[key] + bare if re.search(r"\*[1-9]", name) and key in found else found.get(key, bare)
    return found


def _leaves(part: _Part) -> Iterator[_Part]:
    """Yield the parts that hold no others, in their order."""
    pending, count = [(part, 0)], 0
    while pending and count < _PARTS:
        opened, depth = pending.pop()
        inner = _children(opened) if opened.kind.startswith("multipart/") and depth < _DEPTH else []
        if inner:
            pending += [(_open(data), depth + 1) for data in reversed(inner[:_PARTS])]
        else:
            count += 1
            yield opened


def _children(part: _Part) -> list[bytes]:
    boundary = part.parameters.get("boundary", "").encode("utf-8", "surrogateescape")
    if not boundary or b"--" + boundary not in part.body:  # what begins as one is the likeliest
        match = re.match(rb"\s{0,80}--([!-~][ -~]{0,200}?)[ \t\r]*\n", part.body)
        boundary = match[1] if match else b""
    if not boundary:
        return []
    pieces = re.split(rb"(?m)^--" + re.escape(boundary) + rb"(--)?[ \t\r]*$", part.body)
    inner = []
    for closed, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        if closed:
            break
        inner.append(piece.removeprefix(b"\n").removesuffix(b"\n"))  # the line end before a boundary is its own
    return inner


def _decode(part: _Part) -> Leaf:
    encoding = part.headers.get("content-transfer-encoding", "").partition(";")[0].strip().casefold()
    data, whole = part.body, True
    if encoding == "quoted-printable":
        data = binascii.a2b_qp(part.body)
    elif encoding == "base64":
        data, whole = _from_base64(part.body)
    return Leaf(
        kind=part.kind,
        name=decode_words(part.parameters.get("filename") or part.parameters.get("name", "")).casefold(),
        attached=part.headers.get("content-disposition", "").casefold().startswith("attachment"),
        charset=part.parameters.get("charset", ""),
        data=data,
        whole=whole,
    )


def _from_base64(data: bytes) -> tuple[bytes, bool]:
    kept = re.sub(rb"[^A-Za-z0-9+/]+", b"", data.partition(b"=")[0])
    whole = not re.search(rb"[^A-Za-z0-9+/=\s]", data) and len(kept) % 4 != 1
    return binascii.a2b_base64(kept[: len(kept) - (len(kept) % 4 == 1)] + b"=" * (-len(kept) % 4)), whole


def decode_bytes(data: bytes, charset: str) -> tuple[str, bool]:
    """Return the text, and whether it is written in the character set that was named."""
    name = charset.strip().strip("'").casefold().replace("-", "_")
    if name not in _NOT_TEXT and name not in ("", "us_ascii", "ascii"):
        try:
            return data.decode(name), True
        except (LookupError, ValueError):
            pass
    plain = name in ("", "us_ascii", "ascii")  # programs that say nothing else mostly mean UTF-8
    try:
        return data.decode("utf-8-sig"), plain
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), plain


def decode_words(value: str) -> str:
    """Return a header's value as people read it, on one line whatever its encoded words hold."""
    value = re.sub(r"(\?=)\s+(?==\?)", r"\1", value[:_HEADER])
    pieces: list[tuple[str, bytes | str]] = []
    place = 0
    for match in _WORD.finditer(value):
        if match.start() > place:
            pieces.append(("", value[place : match.start()]))
        charset, how, text = match[1].partition("*")[0], match[2], match[3].encode("utf-8", "replace")
        data = _from_base64(text)[0] if how in "bB" else binascii.a2b_qp(text, header=True)
        if pieces and pieces[-1][0] == charset and isinstance(pieces[-1][1], bytes):
            pieces[-1] = (charset, pieces[-1][1] + data)  # a letter may be cut in two by two words
        else:
            pieces.append((charset, data))
        place = match.end()
    pieces.append(("", value[place:]))
    return "".join(text if isinstance(text, str) else decode_bytes(text, charset)[0] for charset, text in pieces)
