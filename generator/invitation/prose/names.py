"""People in an invitation: who signs it, whom it greets, and what is a name at all."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from generator.invitation.intent import says
from generator.lazy import compiled
from generator.model.invitation import Found, Person

_GREETS = (
    r"(?:dear|hi|hello|hey|good (?:morning|afternoon|evening)|lieber?|hallo|guten (?:tag|morgen)|moin|servus|grüezi|sehr geehrter?|bonjour|bonsoir|cher|chère|hola"
    r"|estimad[oa]|querid[oa]|buenos días|buenas tardes|gentile|egregio|car[oa]|buongiorno|salve|ciao|olá|prezad[oa]|bom dia|boa tarde|beste|geachte|dag|hoi"
    r"|dzień dobry|szanown[ya]|cześć|droga|drogi|hej|hejsan|kära|käre|bästa)"
)
_TITLE = r"(?:mr|mrs|ms|miss|mx|dr(?:\.-ing)?|prof|herrn?|frau|monsieur|madame|mme|m|señora?|sra?|signora?|sig|senhora?|dott(?:\.ssa|oressa)?|heer|mevrouw|pan|pani|panie|herr)"
_TITLED = rf"^(?:{_TITLE}\b\.?\s{{1,2}}){{1,3}}"
_GREETING = rf"\W{{0,3}}{_GREETS}\s{{1,3}}([^,!:;.–—\n]{{1,60}}?)\s?(?:[,!:;–—]|\.(?=\s|$)|$)"
_EASTERN = r"\s{0,3}(?:尊敬的|亲爱的|親愛的)?([^\W\d_]{2,12}(?:[ \u3000][^\W\d_]{1,8})?)\s?(?:様|さま|先生|女士|小姐|同学|您好|你好|님)[,\uff0c、:\uff1a\s]{0,3}$"
_EASTERN_NAME = (
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}(?:[ \u3000][\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,6})?"
)
_NAME_WORD = r"[^\W\d_a-zß-öø-ÿ][^\W\d_]{0,24}(?:[-'’.][^\W\d_]{1,24}){0,3}|[^\W\d_a-zß-öø-ÿ]\."
_PARTICLE = r"(?:van|von|de|der|den|da|dos|del|della|di|du|la|le|bin|binti|al|el|ter|zu|y|e|ibn|af|av|[OD]['’])"
_NAME = rf"(?:{_NAME_WORD})(?: (?:{_PARTICLE} ){{0,2}}(?:{_NAME_WORD})){{0,4}}"
_NOT_PEOPLE = (
    r"\b(?:team|careers?|talent|recruit\w*|jobs?|hiring|hr|human|resources|people|noreply|no-?reply|notifications?|support|office|admissions|personal\w*|bewerb\w*"
    r"|candidates?|applicants?|applications?|all|there|everyone|sir|madam|colleagues?|friends?|bewerberin|damen|herren|interessent\w*|candidato|candidata|candidat|kandidat\w*"
    r"|customer|subscriber|reader|member|manager|director|department|group|limited|ltd|gmbh|inc|llc|plc|ag|company|services?|university|council|hospital|school|bank|museum"
    r"|invitations?|interviews?|calendar|scheduling|recrutement|recrutamento|selección|selezione|rekrutacja|calendly|greenhouse|lever|workday|indeed|linkedin|teams|zoom|google|microsoft"
    r"|madame?|monsieur|messieurs|señora?s?|signora?|senhora?|frau|herrn?|pani?|państwo|regards|wishes|thanks|sincerely|faithfully|grüßen|cordialement|phone|mobile|tel|monday|tuesday|wednesday|thursday|friday|january|february|march|april|june|july|august|september"
    r"|october|november|december|again|please|the|your|our|we|this|and|from|sent|iphone|you|welcome|new|next|wie|wir|sie|vous|nous|montag|dienstag|mittwoch|donnerstag|freitag)\b"
)
_CLOSES = (
    r"\W{0,3}(?:(?:with )?(?:kind|best|warm|warmest|kindest|many)?\s?(?:regards|wishes|thanks)|best|thanks(?: so much| again| a lot)?|thank you(?: very much| again)?|cheers|sincerely|yours(?: (?:sincerely|faithfully|truly))?|sincerely yours|all the best|warmly"
    r"|talk soon|speak soon|see you (?:soon|then|there)|until then|looking forward|take care|respectfully|(?:mit |viele |beste |liebe |herzliche )?(?:freundliche[nm]?|besten|herzlichen|lieben)?\s?(?:grüße[n]?|grüssen?|gruß|gruss)|mfg|vg|lg"
    r"|(?:bien )?cordialement|bien à vous|sincères salutations|salutations distinguées|(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:un saludo|un cordial saludo)|atentamente|atte|(?:cordiali|distinti) saluti|cordialmente|un saluto"
    r"|atenciosamente|com os melhores cumprimentos|(?:melhores )?cumprimentos|abraços|(?:met )?(?:vriendelijke|hartelijke) groet(?:en)?|groet(?:en|jes)?|(?:z poważaniem|pozdrawiam|serdecznie pozdrawiam|z wyrazami szacunku)"
    r"|(?:med )?(?:vänliga?|bästa|vänlig) hälsning(?:ar)?|hälsningar|mvh)\W{0,3}"
)
_NO_REPLY = r"^(?:[^@]*[-_.+])?(?:no-?_?reply|do-?not-?reply|noreply|notifications?|mailer-daemon|bounces?|postmaster|invitations?|alerts?|automated)[^@]*@|@(?:reply|bounce)\."
_DO_NOT = r"do not reply|don't reply|not monitored|unmonitored|nicht auf diese|ne pas répondre|no responda|não responda|non rispondere|niet te beantwoorden|prosimy nie odpowiadać|svara inte|送信専用|请勿回复"
_SUFFIX = r"\s*(?:\((?:via )?[^()]{1,60}\)|\|.{1,80}|\b(?:via|from|at|of|von|chez|de chez|bei)\s.{1,80}|[-–—]\s.{1,80}|,.{1,80})$"


def is_name(text: str) -> bool:
    """Tell whether a text is shaped like the name of a person, and is none of the words that are not."""
    if _is_eastern(text):
        return True
    return len(text) < 60 and compiled(_NAME, exact=True).fullmatch(text) is not None and not says(_NOT_PEOPLE, text)


def is_read(address: str) -> bool:
    """Tell whether somebody reads what is sent to an address."""
    return re.fullmatch(r"[^\s@\0-\x1f\x7f]+@[^\s@\0-\x1f\x7f]+", address) is not None and not says(_NO_REPLY, address)


def header_line(person: Person) -> str:
    """Return the line that names somebody: as it is written, or else as a mail program shows it."""
    shown = f"{person.name} <{person.address}>" if person.name and person.address else person.name or person.address
    return person.line or shown


def closing_place(lines: Sequence[str], sender: Person | None) -> int:
    """Return the place of the line that closes the letter, or of the last before the sender's name; the number of lines where none does."""
    for i, line in enumerate(lines):
        if line.strip() == "--" or (len(line) < 60 and compiled(_CLOSES).fullmatch(line)):
            return i
    name = name_of(sender) if sender else ""
    last = range(max(0, len(lines) - 8), len(lines))
    signed = (i for i in last if name and is_name(lines[i].strip()) and _same(lines[i].strip(), name))
    return next(signed, len(lines) + 1) - 1


def bare_name(shown: str) -> str:
    """Return the person in `Dana Whitfield (Harbourline)` or `Dana Whitfield via Lever`, empty where there is none."""
    name = compiled(_SUFFIX, exact=True).sub("", shown[:200]).strip()
    if f"{name}," in shown and " " not in name:  # a surname that stands first cannot be told from a name and a title
        return ""
    name = compiled(_TITLED).sub("", name, count=1) if is_name(compiled(_TITLED).sub("", name, count=1)) else name
    return name if is_name(name) else ""


def name_of(person: Person) -> str:
    """Return the name of somebody as a letter writes it, without titles: `Dana Whitfield` for `Whitfield, Dana`."""
    shown = person.name[:200].partition(";")[0].strip()
    last, comma, first = (part.strip() for part in shown.partition(","))
    if comma and is_name(first) and is_name(last) and _begins(person.address, first, last):
        return f"{first} {last}"
    return bare_name(shown)


def titled_name(person: Person) -> str:
    """Return the same with the titles before it."""
    name = name_of(person)
    title = compiled(_TITLED).match(person.name)
    return f"{title[0]}{name}" if name and title and f"{title[0]}{name}" in person.name else name


def _begins(address: str, first: str, last: str) -> bool:
    """Tell whether an address says which of two names comes first: `d.whitfield@…`, `dana@…`, `danawhitfield@…`."""
    pieces = [folded(piece) for piece in re.split(r"[._+-]", address.partition("@")[0])]
    given, family = folded(first.split(maxsplit=1)[0]), "".join(folded(last).split())
    return pieces[0] in (given, given + family) or (pieces[0] == given[:1] and len(pieces) > 1)


def folded(name: str) -> str:
    """Return a name in small letters without accents and apostrophes."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(_UNDIVIDED))
    return "".join(char for char in plain if char.isalnum() or char.isspace())


_UNDIVIDED = str.maketrans({"ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th", "ð": "d"})
"""Letters that Unicode does not divide into one without a mark and the mark."""


def signer(lines: Sequence[str], sender: Person | None) -> tuple[str, str]:
    """Return who signs, and the line; two empty texts where nobody does."""
    after = [line for line in lines[closing_place(lines, sender) + 1 :][:4] if line.strip()]
    for line in after[:2]:
        name = re.split(
            r"\s*[|•·,/(]\s*|\s[-–—]\s", re.sub(r"^\W*(?:(?:i\. ?[AV]\.|ppa\.|p\.p\.) )?", "", line), maxsplit=1
        )[0].strip(" *_")
        if bare := bare_name(name):
            return bare, line
    return "", ""


def find_recipient(lines: Sequence[str], sender: Person | None, answered: Person | None) -> list[Found]:
    """Return who invites, and the address that is read."""
    shown = name_of(sender) if sender and is_read(sender.address or "@") else ""
    signed, line = signer(lines, sender)
    found: list[Found] = []
    if signed and not (shown and _same(signed, shown) and len(shown) > len(signed)):
        certainty = "sure" if shown and _same(signed, shown) else "likely"
        found.append(Found(name="recipient", value=signed, quote=line, source="the text", certainty=certainty))
    elif sender and shown:
        certainty = "sure" if signed else "likely"
        found.append(
            Found(
                name="recipient",
                value=shown,
                quote=header_line(sender),
                source="the sender's line",
                certainty=certainty,
            )
        )
    unread = any(says(_DO_NOT, line) for line in lines)
    for person, certainty in ((answered, "sure"), (None if unread else sender, "sure")):
        if person and is_read(person.address):
            source = "the sender's line" if person is sender else "the reply line"
            found.append(
                Found(
                    name="recipient_email",
                    value=person.address,
                    quote=header_line(person),
                    source=source,
                    certainty=certainty,
                )
            )
            return found
    return found + _address_below(lines) if sender is None or not sender.address else found


def _address_below(lines: Sequence[str]) -> list[Found]:
    """Return the one address in the signature of a letter that came without its headers."""
    below = lines[closing_place(lines, None) + 1 :][:10]
    seen = [
        (match[0].rstrip("."), line)
        for line in below
        if (match := re.search(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}", line))
    ]
    if len({address for address, _ in seen}) != 1 or not is_read(seen[0][0]):
        return []
    return [Found(name="recipient_email", value=seen[0][0], quote=seen[0][1], source="the text", certainty="likely")]


def _same(one: str, other: str) -> bool:
    """Tell whether two names can be one person's: `Dana` and `Dana Whitfield`."""
    shorter, longer = sorted((folded(one).split(), folded(other).split()), key=len)
    return set(shorter) <= set(longer)


def _is_eastern(name: str) -> bool:
    """Tell a name in the letters of Japan, China or Korea, which may be the same name as one in ours."""
    return compiled(_EASTERN_NAME, exact=True).fullmatch(name) is not None


def find_sender(lines: Sequence[str], to: Sequence[Person]) -> list[Found]:
    """Return the reader: whom the letter greets and to whom it went."""
    greeted, line = _greeted(lines)
    one = to[0] if len(to) == 1 else None
    found: list[Found] = []
    full = name_of(one) if one else ""
    if one and full and greeted and (_same(greeted, full) or _is_eastern(greeted) != _is_eastern(full)):
        found.append(
            Found(name="sender", value=full, quote=header_line(one), source="the address line", certainty="sure")
        )
    elif greeted:
        found.append(Found(name="sender", value=greeted, quote=line, source="the text", certainty="likely"))
    elif one and full:
        found.append(
            Found(name="sender", value=full, quote=header_line(one), source="the address line", certainty="likely")
        )
    if one and is_read(one.address):
        quote = header_line(one)
        found.append(
            Found(name="sender_contact", value=one.address, quote=quote, source="the address line", certainty="likely")
        )
    return found


def _greeted(lines: Sequence[str]) -> tuple[str, str]:
    """Return who is greeted in one of the first lines; nobody where only a title and a surname are."""
    for line in [line for line in lines if line.strip()][:6]:
        match = compiled(_GREETING).match(line[:120]) or compiled(_EASTERN, exact=True).match(line[:40])
        if match:
            whole = match[1].strip()
            name = compiled(_TITLED).sub("", whole, count=1) if compiled(_TITLED).match(whole) else whole
            enough = name == whole or " " in name
            return (name, line) if enough and is_name(name) else ("", "")
    return "", ""
