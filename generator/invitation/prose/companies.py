"""Companies in an invitation: the employer, and the agency that writes for one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.invitation.intent import says
from generator.invitation.prose.names import closing_place, header_line, is_name, is_read
from generator.lazy import compiled
from generator.model.invitation import Found, Person

_SHARED = frozenset(
    "gmail googlemail google outlook hotmail live msn microsoft office office365 teams gmx web freenet t-online yahoo ymail aol icloud me mac apple proton protonmail pm"  # noqa: SIM905  a list of names
    " tutanota tuta hey fastmail zoho mail qq 163 126 sina naver daum hanmail yandex rediffmail orange wanadoo free laposte sfr libero virgilio tiscali alice terra uol bol"
    " telefonica telenet planet ziggo kpn xs4all wp o2 onet interia telia btinternet sky virginmedia talktalk comcast verizon att cox bigpond docomo ezweb softbank"
    " greenhouse greenhouse-mail lever hire myworkday myworkdayjobs workday workable workablemail smartrecruiters icims taleo successfactors jobvite bamboohr ashbyhq ashby"
    " recruitee teamtailor teamtailor-mail personio breezy breezy-mail jazzhr applytojob pinpointhq eightfold paradox gem goodtime modernloop hirevue calendly cal doodle"
    " youcanbookme savvycal chilipiper indeed indeedemail linkedin xing stepstone glassdoor monster ziprecruiter totaljobs reed infojobs zoom webex meet skype whereby"
    " example test localhost invalid sendgrid mailgun amazonses mandrillapp".split()
)
"""The part of a domain that names its owner, where that is a mail provider, a scheduler, a job board or nobody."""

_SECOND = frozenset(("co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "go", "gob", "gouv", "nhs"))
_LEGAL = (
    r"(?:GmbH(?: & Co\.? KG)?|mbH|AG|SE|KGaA|KG|OHG|UG|e\.\s?V\.|eG|Ltd\.?|Limited|LLC|LLP|Inc\.?|plc|PLC|Corp\.?|S\.A\.S?\.?|SAS|SARL|S\.L\.U?\.?|SL|S\.r\.l\.|Srl|S\.p\.A\.|SpA|B\.V\.|BV|N\.V\.|AB|A/S|AS|Oy|[Ss]p\. z o\.\s?o\."
    r"|S\.A\.|Lda\.?|Ltda\.?|Pty\.? Ltd\.?|Pvt\.? Ltd\.?|Pte\.? Ltd\.?|K\.K\.|Co\., Ltd\.?)"
)
_CAP = r"[^\W_a-zß-öø-ÿ][\w&'’+/-]{0,30}(?:\.[A-Za-z]{2,4}\b)?"
_LINK = r"(?:(?:&|and|of|the|de|der|des|del|dei|della|delle|dello|degli|dos|das|zum|zur|im|am|sur|für|von|und|et|y|di|da|do|e|la|du)\s(?=[^\W_a-zß-öø-ÿ]))"
_FIRM = rf"(?:The )?{_CAP}(?:\s(?:{_LINK}){{0,2}}{_CAP}){{0,4}}"
_LEGAL_NAME = rf"(?<![\w])(?P<firm>{_FIRM}(?:,)? {_LEGAL})(?![\w])"
_EASTERN = r"(?P<firm>(?:株式会社|有限会社|合同会社)[\w・ー]{2,20}?(?=の[^\u3040-\u309f]|です|より|から|は|、|。|\s|$)|[\w・ー]{2,20}(?:株式会社|有限公司|股份公司|주식회사))"
_LABEL = r"^\W{0,3}(?:company(?: name)?|employer|organi[sz]ation|firma|unternehmen|arbeitgeber|entreprise|société|empresa|azienda|società|bedrijf|organisatie|företag|会社名|公司(?:名称)?|회사)\s?[:\uff1a\t]\s?(?P<firm>[^\n|]{2,80}?)\s?$"
_WITH_JOB = (
    rf"\b(?i:role|position|vacancy|job|opening|opportunity|post|team|career|here|working|work|intern(?:ship)?|join us)(?:\s[\"“][^\"”]{{2,60}}[\"”])?\s(?i:at|with|within)\s(?:the\s)?(?P<firm>{_FIRM})",
    rf"\b(?i:appl(?:y|ied|ying|ication) (?:to|with)|(?:interest|interested) in (?:joining|working (?:at|for|with))|welcome to|(?:talent|recruiting|recruitment|people|hiring|hr) (?:team|partner|lead|manager|coordinator|specialist) (?:at|of)|join(?:ing)?)\s(?P<firm>{_FIRM})",
    rf"\b(?i:role|position|post|job)\s(?:of|as)\s[^\W\d_][\w '’/&-]{{1,50}}?\s(?:at|with)\s(?:the\s)?(?P<firm>{_FIRM})",
    rf"(?i:\binterview\w*\s(?:invitation\s|request\s|confirmation\s)?(?:at|from))\s(?P<firm>{_FIRM})",
    rf"(?i:recruiter|partner|manager|lead|coordinator|director|specialist|scout|sourcer|consultant|officer)\s(?:at|@)\s(?P<firm>{_FIRM})",
    rf"[a-zà-ž)]\s(?:chez|presso|bij|hos)\s(?P<firm>{_FIRM})",
    rf"(?i:en la empresa|na empresa|w firmie|de l['’]entreprise|la société|dell['’]azienda|au sein d[eu'’](?: la société)?)\s?(?P<firm>{_FIRM})",
)
_LOOSE = (
    rf"\b(?i:with|bei(?: der| dem)?|from|to|at)\s(?:the\s)?(?P<firm>{_FIRM})",
    rf"(?:^|[.!?,]\s)(?P<firm>{_FIRM})\s(?:would (?:like|love) to|invites|has invited|is (?:pleased|delighted|happy|glad))\b",
)
"""Words that stand before people, places and German nouns as well: what follows is a company where the address says so."""

_TEAM = rf"(?P<firm>{_FIRM}?)['’s]{{0,2}}\s(?:(?:Talent|People|HR|Human Resources|Recruit(?:ing|ment)|Hiring|Careers?)\s?(?:&|and)?\s?){{1,3}}(?:Acquisition|Team|Department|Operations)?"
_CLIENT = (
    rf"\b(?i:(?:our|my) client)[,:]?\s(?:the\s)?(?P<firm>{_FIRM})",
    rf"\b(?i:on behalf of|im Auftrag (?:der|von)|unser(?:es|en|em)? (?:Mandanten?|Kunden?)|pour le compte de|notre client|nuestro cliente|il nostro cliente|nosso cliente|onze (?:klant|opdrachtgever))[,:]?\s(?i:(?:our|my) client,?\s)?(?:die\s|der\s|the\s)?(?P<firm>{_FIRM})",
)
_AGENCY = (
    r"\b(?:our|my) client(?!s)\b|\b(?:recruitment|staffing|employment|executive search|recruiting) (?:agency|consultancy|consultants?|partners?|firm|company)\b|\bheadhunter|personal(?:vermittlung|beratung)\b"
    r"|zeitarbeit|unser(?:es|en|em)? (?:mandanten?|kunden)\b|im auftrag unseres|cabinet de recrutement|notre client\b|agencia de (?:empleo|selección)|nuestro cliente\b"
    r"|agenzia per il lavoro|il nostro cliente\b|nosso cliente\b|uitzendbureau|onze (?:klant|opdrachtgever)\b|nasz(?:ego)? klient|vår kund\b|クライアント企業|人材紹介|我们的客户"
)
_AGENCY_NAME = r"recruit|staffing|headhunt|talent ?search|executive search|personalberat|personaldienst|personalvermitt|rekry|uitzend|recrutement|selección"
_WITH = rf"(?i:interview\w*\s(?:\w+\s)?with)\s(?P<firm>{_FIRM})"
_CAREERS = r"\b(?:careers?|student) (?:service|office|cent(?:re|er))s?\b.*\b\w*(?:university|college|school)"
"""A sender who books interviews with employers for those who study there."""

_NO_FIRM = (
    r"^(?:the |our |your )?(?:microsoft|ms|google|teams|zoom|meet|webex|skype|phone|video|level|floor|building|room|monday|tuesday|wednesday|thursday|friday|january|february|march|april|may|june|july"
    r"|august|september|october|november|december|interesse|fragen|rückfragen|bedarf|herrn?|frau|ihrer?|ihnen|uns|der|mr|ms|mrs|dr|us|we|you|i|it|please|this|that|hr|human resources|people|talent"
    r"|calendly|greenhouse|lever|workday|indeed|linkedin|career|careers|hiring|recruiting|recruitment|interview|dear|hi|hello|am|pm|[\d:.]+)\b"
)
_TITLE = (
    r"\b(?:recruit\w*|talent|people|human resources|hr|hiring|personal\w*|manager\w*|director|head|lead|partner|coordinator|officer|founder|ceo|cto|coo|rh|responsable|chargée?|leiter(?:in)?|referent(?:in)?"
    r"|consultant|specialist|generalist|assistant|business partner|técnic[oa]|jefe|jefa)\b"
)
_INSTITUTION = r"\b(?:museum|university|universität|université|universidad|universidade|college|council|hospital|clinic|klinik|school|academy|institute|institut|trust|foundation|stiftung|library|group|gemeente|stadt|ville|landkreis|bank|press|studios?|labs?|theatre)\b"


def owner(address: str) -> str:
    """Return the part of an address's domain that names its owner, empty where that is no employer."""
    parts = address.rpartition("@")[2].casefold().rstrip(".").split(".")
    if len(parts) < 2:
        return ""
    known = len(parts) > 2 and parts[-2] in _SECOND and len(parts[-1]) == 2
    name = parts[-3] if known else parts[-2]
    return "" if name in _SHARED else name


def find_company(lines: Sequence[str], subject: str, sender: Person | None) -> Found | None:
    """Return the employer; where an agency writes, only a client that it names."""
    placed = [(line, "the text") for line in lines]
    if is_agency(lines, sender):
        return _first((*_CLIENT, _WITH) if _is_careers_office(sender) else _CLIENT, placed, "", "likely")
    known = owner(sender.address) if sender else ""
    if subject:
        placed.insert(0, (subject, "the subject"))
    shown = header_line(sender) if sender else ""
    return (
        _first((_LABEL,), placed, known, "sure")
        or _best(placed, known)
        or _of_machine(placed, sender)
        or (
            _first((f"^{_TEAM}(?= <|$)",), [(shown, "the sender's line")], known, "likely")
            if sender and sender.name
            else None
        )
        or _doubted(_below(lines, known, sender), placed)
        or _doubted(_spelt(placed, known), placed)
    )


def _doubted(found: Found | None, placed: Sequence[tuple[str, str]]) -> Found | None:
    """Return the company of a signature, unsure where the interview is with somebody else: a careers office writes for others."""
    others = [firm for firm, _, _ in _all((_WITH,), placed)]
    if found is None or all(_is_owner(found.value, firm) for firm in others):
        return found
    return _found(found.value, found.quote, found.source, "unsure")


def is_agency(lines: Sequence[str], sender: Person | None) -> bool:
    """Tell whether somebody writes who looks for staff for others, or for work for their students."""
    named = f"{sender.name} {owner(sender.address)}" if sender else ""
    return any(says(_AGENCY, line) for line in lines) or _is_agencys(named) or _is_careers_office(sender)


def _is_careers_office(sender: Person | None) -> bool:
    return sender is not None and says(_CAREERS, f"{sender.name} {owner(sender.address)}")


def _is_agencys(name: str) -> bool:
    """Tell an agency's name from that of an employer's team: `Brightsearch Recruitment`, not `Harbourline Recruiting Team`."""
    return says(_AGENCY_NAME, name) and not says(r"team|recruiting|recruiter", name)


def find_agency(lines: Sequence[str], sender: Person | None) -> Found | None:
    """Return the agency's name, if one writes and names itself."""
    if not is_agency(lines, sender):
        return None
    known = owner(sender.address) if sender else ""
    placed = [(line, "the text") for line in lines[closing_place(lines, sender) :][:8]]
    found = _first((_LEGAL_NAME,), placed, known, "likely") or _below(lines, known, sender) or _spelt(placed, known)
    whole = sender is not None and "<" not in sender.name  # or the head broke off in the middle of an address
    if found is None and sender and sender.name and whole and _is_careers_office(sender):
        found = _found(sender.name, header_line(sender), "the sender's line", "likely")
    return found and Found(
        name="agency", value=found.value, quote=found.quote, source=found.source, certainty=found.certainty
    )


def _first(patterns: Sequence[str], placed: Sequence[tuple[str, str]], known: str, certainty: str) -> Found | None:
    for firm, line, source in _all(patterns, placed):
        return _found(firm, line, source, "sure" if known and _is_owner(firm, known) else certainty)
    return None


def _best(placed: Sequence[tuple[str, str]], known: str) -> Found | None:
    """Return what is called the employer in a sentence; where two are, the one that the address speaks for, or none."""
    seen = list(_all(_WITH_JOB, placed)) + list(_all((_EASTERN,), placed))
    seen += [each for each in _all(_LOOSE, placed) if known and _is_owner(each[0], known)]
    seen = [each for each in seen if known and _is_owner(each[0], known)] or seen
    legal = [each for each in _all((_LEGAL_NAME,), placed) if not known or _is_owner(each[0], known)]
    seen = seen or legal
    if not seen or len({_squash(firm)[:4] for firm, _, _ in seen}) > 1:
        return None
    firm, line, source = next((each for each in legal if _squash(each[0]).startswith(_squash(seen[0][0])[:4])), seen[0])
    if known and _is_owner(firm, known):
        return _found(firm, line, source, "sure")
    comparable = known and _squash(firm).isascii()  # a domain is not written in the letters of Japan
    return _found(firm, line, source, "unsure" if comparable else "likely")


def _of_machine(placed: Sequence[tuple[str, str]], sender: Person | None) -> Found | None:
    """Return the name under which a program writes for an employer: `Saltmarsh Bakery <no-reply@…>`."""
    name = re.sub(r"\s(?:via|through)\s.*$|\s\([^()]*\)$", "", sender.name) if sender else ""
    if (
        sender is None
        or is_read(sender.address)
        or not (compiled(_FIRM, exact=True).fullmatch(name) and _is_firm(name))
    ):
        return None
    spelt = next(
        ((line, source) for line, source in placed if re.search(rf"(?<!\w){re.escape(name)}(?!\w)", line)), None
    )
    return _found(name, *spelt, "likely") if spelt else None


def _all(patterns: Sequence[str], placed: Sequence[tuple[str, str]]) -> Iterator[tuple[str, str, str]]:
    for pattern in patterns:
        for line, source in placed:
            if match := compiled(pattern, exact=pattern is not _LABEL).search(line):
                firm = _trim(match["firm"])
                if _is_firm(firm) and not line[match.end("firm") :].lstrip(" ,").startswith(tuple("0123456789")):
                    yield firm, line, source


def _trim(firm: str) -> str:
    """Drop what a sentence has after the name: `Harbourline on Thursday` never comes so far, `Harbourline's` does."""
    firm = re.sub(r"['’]s$", "", firm.strip(' ,;:*_"“”'))
    return firm if re.search(rf"{_LEGAL}$", firm) else firm.rstrip(".")


def _is_firm(firm: str) -> bool:
    return (
        1 < len(firm) < 80
        and any(map(str.isalpha, firm))
        and not says(_NO_FIRM, firm)
        and "@" not in firm
        and "//" not in firm
    )


def _below(lines: Sequence[str], known: str, sender: Person | None) -> Found | None:
    """Return the company in the lines under the closing: `Name | Title | Company`, or the line after a title."""
    below = [line for line in lines[closing_place(lines, sender) + 1 :][:7] if line.strip()]
    for found in (
        _first((_LEGAL_NAME, _EASTERN), [(line, "the text") for line in below], known, "likely"),
        _in_row(below, known),
    ):
        if found:
            return found
    return None


def _in_row(below: Sequence[str], known: str) -> Found | None:
    titled = False
    for line in below:
        pieces = [piece.strip(" *_") for piece in re.split(r"\s?[|•·]\s?|,\s|\s[-–—]\s|\t", line) if piece.strip(" *_")]
        for piece in pieces:
            firm = re.sub(r"^.{0,40}\b(?:at|bei|chez|presso)\s", "", piece)
            if says(_INSTITUTION, firm) and compiled(_FIRM, exact=True).fullmatch(firm):
                return _found(firm, line, "the text", "sure" if known and _is_owner(firm, known) else "likely")
            if says(_TITLE, firm):
                titled = True
            elif (
                (titled or (known and _is_owner(firm, known)))
                and compiled(_FIRM, exact=True).fullmatch(firm)
                and _is_firm(firm)
            ):
                sure = bool(known) and _is_owner(firm, known)
                return _found(
                    firm, line, "the text", "sure" if sure else "unsure" if known or is_name(firm) else "likely"
                )
    return None


def _spelt(placed: Sequence[tuple[str, str]], known: str) -> Found | None:
    """Return the name that the domain runs together, where the letter spells it: `harbourline` → Harbour Line."""
    if len(_squash(known)) < 4:
        return None
    letters = r"[\s&'’.-]{0,2}".join(map(re.escape, _squash(known)[:40]))
    pattern = rf"(?<![\w@.-])(?P<firm>{letters})(?![\w@-]|\.\w)"
    for line, source in placed:
        match = re.search(pattern, line, re.IGNORECASE)
        if match and match["firm"][0].isupper():
            return _found(match["firm"] + _rest_of_name(line[match.end() :]), line, source, "likely")
    return None


def _rest_of_name(after: str) -> str:
    """Return the words with a capital that go on after the part of a name that a domain has: `Harbourline` Shipping."""
    rest = ""
    for match in re.finditer(rf"\s{_CAP}(?!\w)", after[:80]):
        if match.start() != len(rest) or says(_NO_FIRM, match[0].strip()) or says(_TITLE, match[0]):
            break
        rest += match[0]
    return rest


def _is_owner(firm: str, known: str) -> bool:
    """Tell whether a name is the one that a domain runs together."""
    name, label = _squash(re.sub(rf",? {_LEGAL}$", "", firm)), _squash(known)
    return len(name) > 1 and len(label) > 1 and (name.startswith(label) or (len(name) > 3 and label.startswith(name)))


def _squash(name: str) -> str:
    return "".join(char for char in name.casefold() if char.isalnum())


def _found(firm: str, line: str, source: str, certainty: str) -> Found:
    return Found(name="company", value=firm, quote=line, source=source, certainty=certainty)
