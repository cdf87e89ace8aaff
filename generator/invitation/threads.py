"""Letters within a letter: what was forwarded, what was quoted, and which of them the reader means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.invitation.intent import invites
from generator.lazy import compiled

_LABELS = {
    "from": "from von de da van od från fra 差出人 送信者 发件人 寄件者 보낸사람",
    "date": "sent date gesendet datum envoyé enviado enviada inviato data fecha verzonden wysłano skickat dato 送信日時 日時 日付 发送时间 日期 寄件日期 날짜",
    "to": "to an à para pour a aan do till til 宛先 收件人 받는사람",
    "subject": "subject betreff objet sujet asunto oggetto assunto onderwerp temat ämne emne 件名 主题 主題 제목",
    "cc": "cc kopie bcc reply-to antwort répondre",
}
"""What the lines over a quoted mail say → the words that mail programs write for it."""

_NAMES = {word: name for name, words in _LABELS.items() for word in words.split()}
_LABEL = r"[\s*>_]{0,8}([^\W\d_][\w-]{0,10}(?: an| à)?)[*_ ]{0,3}[:\uff1a][*_]{0,2}[ \t\u00a0]*(.*)"
_FORWARDED = (
    r"[\s>]*(?:-{2,}|_{2,}|begin )?\s*(?:forwarded (?:message|mail)|weitergeleitete nachricht|anfang der weitergeleiteten nachricht|message transféré"
    r"|début du message transféré|mensaje reenviado|inicio del mensaje reenviado|messaggio inoltrato|mensagem (?:encaminhada|reencaminhada)"
    r"|doorgestuurd bericht|wiadomość przekazana|przekazana wiadomość|vidarebefordrat meddelande|転送されたメッセージ|转发的?(?:邮件|信息)|轉寄郵件)[^\n]{0,40}"
)
_ORIGINAL = (
    r"[\s>]*-{2,}\s*(?:original (?:message|appointment)|ursprüngliche (?:nachricht|e-mail)|message d['’]origine|mensaje original|messaggio originale"
    r"|mensagem original|oorspronkelijk bericht|(?:oryginalna wiadomość|wiadomość oryginalna)|ursprungligt meddelande|元のメッセージ|原始邮件|原始郵件|邮件原件)\s*-*\s*"
)
_WROTE = r"[\s>]*(?:on|am|le|el|il|em|op|den|w dniu|dnia|20\d\d[年/-]).{4,160}(?:wrote|schrieb.{0,60}|a écrit|escribió|ha scritto|escreveu|schreef.{0,60}|napisał\(?a?\)?|skrev.{0,60}|写道|書きました?)\s*[:\uff1a]"
_FORWARD_SUBJECT = r"\s*(?:fwd?|wg|tr|rv|i|enc|doorst|pd|vb|vs|转发|轉寄|転送)\s*[:\uff1a]|\s*\[fwd?:"
_FOR_INFORMATION = r"fyi|see below|below|zur (?:info|kenntnis)|siehe unten|pour info|voir ci-dessous|ver abajo|para información|ter info|zie onder|till info|ご参考|见下|見下"


@dataclass(frozen=True, kw_only=True, slots=True)
class Layer:
    """One of the letters that lie over one another in a text."""

    head: dict[str, str] = field(default_factory=dict)
    """`from`, `date`, `to`, `subject` as the lines over it say; empty for the topmost."""
    lines: list[str] = field(default_factory=list)
    forwarded: bool = False
    """A line over it says that it was forwarded."""


def choose(lines: Sequence[str], subject: str) -> list[Layer]:
    """Return the letter that matters, and those below it: of a forwarded one the first that invites, of a reply what stands on top."""
    layers = _peel(lines)
    return layers[_place(layers, subject) :]


def _place(layers: Sequence[Layer], subject: str) -> int:
    top, below = layers[0], [place for place, layer in enumerate(layers) if place and _speaks(layer)]
    forwarded = bool(compiled(_FORWARD_SUBJECT).match(subject)) or any(layer.forwarded for layer in layers[1:2])
    short = sum(map(len, top.lines)) < 60 and any(compiled(_FOR_INFORMATION).search(line) for line in top.lines)
    if not below or (_speaks(top) and not short and (not forwarded or invites(top.lines, ""))):
        return 0
    inviting = (place for place in below if invites(layers[place].lines, layers[place].head.get("subject", "")))
    return next(inviting, below[0])


def _speaks(layer: Layer) -> bool:
    return any(char.isalnum() for line in layer.lines for char in line)


def _peel(lines: Sequence[str]) -> list[Layer]:
    """Divide a text where another letter begins."""
    layers = [Layer()]
    place, forwarded, marked = 0, False, False
    while place < len(lines):
        line = lines[place]
        head, length = _read_head(lines, place, marked=marked)
        marked = False
        if head:
            layers.append(Layer(head=head, forwarded=forwarded))
        elif len(line) < 300 and (compiled(_FORWARDED).fullmatch(line) or compiled(_ORIGINAL).fullmatch(line)):
            forwarded, marked = bool(compiled(_FORWARDED).fullmatch(line)), True
        elif wrote := _wrote(lines, place):
            layers.append(Layer())
            length = wrote
        elif (
            line.lstrip().startswith(">")
            and layers[-1].lines
            and not _is_quoted(layers[-1].lines[-1])
            and len(layers) == 1
        ):
            layers.append(Layer(lines=[line]))
        else:
            layers[-1].lines.append(line)
        forwarded = forwarded and not head
        place += length
    return [Layer(head=each.head, lines=_unquoted(each.lines), forwarded=each.forwarded) for each in layers]


def _read_head(lines: Sequence[str], place: int, *, marked: bool) -> tuple[dict[str, str], int]:
    """Return what the lines From, Sent, To and Subject say from here on, and how many they are; ({}, 1) where there are none.

    After a line that marks another letter they may begin with any of them.
    """
    head: dict[str, str] = {}
    at = place
    while at < min(len(lines), place + 12):
        match = compiled(_LABEL, exact=True).match(lines[at][:600])
        name = _NAMES.get(match[1].casefold()) if match else None
        if name is None or match is None:
            if lines[at].strip(" \t>*") or (at > place and "subject" in head):
                break
        elif not (head or marked or name == "from"):
            break
        else:
            head.setdefault(name, match[2].strip())
        if not head:
            break
        at += 1
    return (head, at - place) if "from" in head and len(head.keys() & {"date", "subject", "to"}) > 1 else ({}, 1)


def _wrote(lines: Sequence[str], place: int) -> int:
    """Return over how many lines “On 3 May, Dana wrote:” goes, 0 where no quotation begins here."""
    if len(lines[place]) > 200:
        return 0
    for count in (1, 2):
        if compiled(_WROTE).fullmatch(" ".join(lines[place : place + count])[:400].rstrip()):
            return count
    return 0


def _is_quoted(line: str) -> bool:
    return line.lstrip().startswith(">")


def _unquoted(lines: list[str]) -> list[str]:
    """Return what is said itself, without what it quotes; where all is quoted, that without its marks."""
    own = [line for line in lines if not _is_quoted(line)]
    return own if any(line.strip() for line in own) else [re.sub(r"^[\s>]+", "", line) for line in lines]
