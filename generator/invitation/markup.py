"""HTML → lines of text: read, never rendered.

`html.parser` of older Pythons takes time that grows with the square of the length; this takes out tags and knows no more of them
than which ones end a line and which hide what they hold.
"""

from __future__ import annotations

import re
import unicodedata

_TOKEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<[!?][^<>]*>?"
    r"|<(?P<close>/?)(?P<tag>[A-Za-z][A-Za-z0-9:]{0,30})(?P<rest>(?:[^<>\"']|\"[^\"<]{0,4000}\"|'[^'<]{0,4000}'|[\"'])*+)>?"
    r"|(?P<text>[^<]+|<+(?=<)|<)",
    re.DOTALL,
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_NEVER_READ = frozenset(
    ("script", "style", "head", "title", "template", "noscript", "svg", "object", "select", "textarea")
)
_ENDS_LINE = frozenset(
    "address article aside blockquote body br center dd div dl dt footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section"  # noqa: SIM905  a list of names
    " table tbody tfoot thead tr ul".split()
)
_VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())  # noqa: SIM905  a list of names
_HIDES = re.compile(
    r"\bhidden\b(?!\s*=\s*[\"']?false)|display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|opacity\s*:\s*0(?![.\d])"
    r"|font-size\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z]{2,8}));?")
_NAMED = {
    **dict(zip(["amp", "lt", "gt", "quot", "apos", "nbsp", "ensp", "emsp", "thinsp"], "&<>\"'\u00a0   ", strict=True)),
    **dict(
        zip(
            [
                "ndash",
                "mdash",
                "lsquo",
                "rsquo",
                "ldquo",
                "rdquo",
                "sbquo",
                "bdquo",
                "laquo",
                "raquo",
                "hellip",
                "bull",
                "middot",
            ],
            "–—‘’“”‚„«»…•·",
            strict=True,
        )
    ),
    **dict(
        zip(
            [
                "copy",
                "reg",
                "trade",
                "deg",
                "euro",
                "pound",
                "szlig",
                "aelig",
                "AElig",
                "oslash",
                "Oslash",
                "oelig",
                "OElig",
            ],
            "©®™°€£ßæÆøØœŒ",
            strict=True,
        )
    ),
    **dict(zip(["iexcl", "iquest", "ordf", "ordm", "zwnj", "zwj", "shy"], "¡¿ªº\u200c\u200d\u00ad", strict=True)),
}
_MARKS = {
    "acute": "\u0301",
    "grave": "\u0300",
    "circ": "\u0302",
    "uml": "\u0308",
    "tilde": "\u0303",
    "cedil": "\u0327",
    "ring": "\u030a",
}


def read_markup(text: str, most: int = 400_000) -> list[str]:
    """Return what a reader sees, one line for each paragraph, item and row; cells of a row have a tab between them.

    Args:
        text: HTML in whatever state.
        most: How many characters of words and breaks are read.
    """
    pieces: list[str] = []
    hidden, depth = "", 0
    for match in _TOKEN.finditer(text):
        tag = (match["tag"] or "").casefold()
        piece = ""
        if hidden:
            depth += (tag == hidden) * (-1 if match["close"] else 1)
            hidden = hidden if depth and tag != "body" else ""  # a head may be left open
        elif match["text"]:
            piece = _SPACE.sub(" ", match["text"])
        elif tag and not match["close"] and tag not in _VOID and _hides(tag, match["rest"]):
            hidden, depth = tag, 1
        elif tag in _ENDS_LINE:
            piece = "\n"
        elif tag in ("td", "th"):
            piece = "\t"
        pieces.append(piece)
        most -= len(piece)
        if most < 0:
            break
    lines = _ENTITY.sub(_character, "".join(pieces)).split("\n")
    return [re.sub(r" ?\t[ \t]*", "\t", line).strip() for line in lines]


def _hides(tag: str, rest: str) -> bool:
    return tag in _NEVER_READ or bool(_HIDES.search(rest))


def _character(match: re.Match[str]) -> str:
    decimal, hexadecimal, name = match.groups()
    if name is None:
        code = int(decimal or "0") if decimal else int(hexadecimal, 16)
        return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if name in _NAMED:
        return _NAMED[name]
    mark = _MARKS.get(name[1:])
    return unicodedata.normalize("NFC", name[0] + mark) if mark else match[0]
