"""The lines of a calendar file (RFC 5545): how they are folded, named and escaped.

Every pattern here goes through a text once, so that a file takes time in proportion to its size, whatever is in it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import islice

_EMPTY_LINES = re.compile(r"\n{2,}")
_PROPERTY = re.compile(r"\n(([A-Z0-9][A-Z0-9_.-]*+)[ \t]*+[;:][^\n]*)", re.IGNORECASE)
_JUNK = re.compile(r"\n(?!(?i:[A-Z0-9][A-Z0-9_.-]*+[ \t]*+[;:]))([^\n]*\S)")
_HEAD = re.compile(r'[^":]*+(?:"[^"]*+"[^":]*+)*+:')
"""All that stands before the value: a colon between quotation marks does not end it."""
_PARAMETER = re.compile(r';[ \t]*+([A-Z0-9-]++)[ \t]*+=[ \t]*+("[^"]*+"|[^;]*+)', re.IGNORECASE)
_CARET = re.compile(r"\^[n'^]")
_CARETS = {"^n": "\n", "^'": '"', "^^": "^"}


def unfold(text: str) -> str:
    """Return the text with each property on one line; a line feed stands before each line."""
    # Nobody means a NUL; without it, it can stand in for something in `unescape`.
    lines = text.replace("\0", "").removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if "\n\n" in lines:  # as where every carriage return was doubled: they stand within properties too
        lines = _EMPTY_LINES.sub("\n", lines)
    return "\n" + lines.replace("\n\t", "\n ").replace("\n ", "")


def unescape(value: str) -> str:
    r"""Return a text as it was before it was put into a calendar file: without `\n`, `\,`, `\;` and `\\`."""
    if "\\" not in value:
        return value
    plain = value.replace("\\\\", "\0").replace("\\n", "\n").replace("\\N", "\n")
    return plain.replace("\\,", ",").replace("\\;", ";").replace("\0", "\\")


def unescape_parameter(value: str) -> str:
    r"""Return a parameter as it was: without the escapes of RFC 6868, and without those of texts, which some programs use here.

    `\n` stays: it is more often a Windows name, as in `CORP\nadia`, than a new line.
    """
    if "^" in value:
        value = _CARET.sub(lambda found: _CARETS[found[0]], value)
    return value.replace("\\,", ",").replace("\\;", ";")


def first_lines(text: str) -> dict[str, str]:
    """Return the name of each property in capitals → the first line of that name."""
    found: dict[str, str] = {}
    for line, name in _PROPERTY.findall(text):
        found.setdefault(name.upper(), line)
    return found


def lines_of(text: str, name: str, most: int) -> list[str]:
    """Return the first lines of a name."""
    return [line[0][1:] for line in islice(re.finditer(rf"\n{name}[ \t]*+[;:][^\n]*", text, re.IGNORECASE), most)]


def first_junk(text: str) -> str:
    """Return the first line that is no property; empty where there is none."""
    found = _JUNK.search(text)
    return found[1] if found else ""


def divide(line: str) -> tuple[str, str]:
    """Return what stands before the value, and the value."""
    found = _HEAD.match(line)
    end = found.end() - 1 if found else line.find(":")  # a quotation mark that nothing closes is only a mark
    return (line[:end], line[end + 1 :].strip()) if end >= 0 else (line, "")


def parameters(head: str) -> dict[str, str]:
    """Return the parameters of a line by their names in capitals."""
    found: dict[str, str] = {}
    for name, value in _PARAMETER.findall(head):
        found.setdefault(name.upper(), unescape_parameter(unquote(value.strip())))
    return found


def unquote(value: str) -> str:
    """Return what stands between quotation marks, or the value itself."""
    return value[1:-1] if len(value) > 1 and value[0] == value[-1] == '"' else value


def value_of(lines: Mapping[str, str], name: str) -> str:
    """Return the value of a property as it is written; empty where there is none."""
    return divide(lines[name])[1] if name in lines else ""


def text_of(lines: Mapping[str, str], name: str) -> str:
    """Return a property that is a text."""
    return unescape(value_of(lines, name)).strip()
