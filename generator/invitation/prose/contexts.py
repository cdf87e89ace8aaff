"""What the words around a day say of it: that it is the interview's, or a deadline, a period, the old one, something else's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.invitation.intent import says
from generator.lazy import compiled

_DIRECTLY = (
    r"(?:^|[^\w'’])(?:by|before|until|till|no later than|as of|available from|since|after|dated|bis|bis zum|spätestens(?: am| bis zum)?|seit(?: dem)?|vom|ab dem"
    r"|avant le|jusqu['’]au|d['’]ici(?: le| au)?|depuis le|antes del|hasta el|desde el|entro(?: il)?|fino al|dal|até(?: o dia| dia)?|antes de"
    r"|vóór|uiterlijk(?: op)?|tot|sinds|do dnia|od dnia|przed|senast|före|innan)"
    r"\s(?:the\s|end of(?: day)?(?: on)?\s|close of business (?:on\s)?|\d[\d:.]{0,4}\s?(?:[ap]m|uhr|h)?\s?(?:on\s|am\s|le\s)?)?$"
)
_OF_SOMETHING_ELSE = (
    r"(?:deadline|closing date|frist|fecha límite|scadenza|締切|截止)[^.!?;]{0,40}$|(?:close[sd]? on|start(?:ing)? date|first day|expires?|valid|week (?:of|commencing|beginning)|effective|eintritt|eintrittsdatum"
    r"|woche (?:vom|ab)|prise de poste|semaine du|plazo|fecha de inicio|prazo|sent|gesendet|applied|submitted|received|posted|published"
    r"|(?:application|bewerbung|candidature|solicitud|candidatura|sollicitatie)(?: \w+)? (?:of|on|from|dated|vom|du|del|de|van)|(?:odpowied|potwierdzeni|najpóźniej|kontakt)[^.!?;]{0,40}\bdo|申込|応募|申请)\W?[^.!?;]{0,12}$"
)
_GONE_BY = (
    r"(?:following|further to|after|since|thank you for|thanks for) (?:our|your|the) (?:\w+ ){1,2}(?:on|of)\s?$|(?:met|spoke|spoken|talked|took place)(?: with you)?(?: on)?\s?$"
    r"|(?:nach|seit) unserem .{0,30}(?:am|vom)\s?$|suite à notre .{0,30}du\s?$"
)
_ELSEWHERE = r"\b(?:closed|holidays?|feiertag|geschlossen|invoice|copyright|privacy|last updated|fermé|cerrado|chiuso|newsletter|webinar)\b|©"
_OLD = (
    r"(?:\bfrom|originally|previously|instead of|rather than|\bold|\bwas|statt|anstelle|ursprünglich|initialement|au lieu d|en lugar d|invece d|em vez d"
    r"|in plaats van|zamiast|istället för|変更前|原定)[^.!?;]{0,40}$"
    r"|(?:cannot|can't|unable|reschedul\w*|move|postpone|verschieben|nicht|reporter|déplacer|reprogramar|spostare|remarcar|adiar|verzetten) [^.!?;]{0,90}$"
)
_MOVES = (
    r"(?:moved|rescheduled|postponed|pushed|brought forward|changed|verschoben|verlegt|reporté|déplacé|reprogramad|aplazad|spostat|rinviat|remarcad|adiad"
    r"|verplaatst|verzet|przełożon|przesunięt|flyttat)"
)
_NEW = (
    r"\bnew (?:time|date|day|slot)|rescheduled (?:to|for)|moved to|postponed (?:to|until)|neue[rn]? termin|verschoben|verlegt|nouvelle date|nueva fecha|nuova data"
    r"|nova data|nieuwe|nowy termin|ny tid|変更後|改到|改为"
)
_TO = r"\s?(?:-|–|—|to|until|through|bis(?: zum)?|au|al|até|tot|do|till|〜|~|至|到)\s?(?:the\s|den\s)?"
_PERIOD = r"(?<![\d:.])\d{1,2}(?:st|nd|rd|th|\.)?\s?(?:-|–|—|to|until|through|bis(?: zum)?|au|al|até|tot|t/m|do|till|〜|~|至|到)\s?(?:the\s)?$"
_LABELLED = (
    r"^\W{0,4}(?:(?:interview|new|neue[rs]?|nouvelle|nueva|nuova|nova) )?(?:date(?: (?:and|&|/) time| et heure| e hora)?|when|day|time|termin|datum|wann|tag|zeit"
    r"|quand|jour|fecha(?: y hora)?|cuándo|día|data(?: e (?:ora|hora))?|quando|giorno|wanneer|dag|kiedy|termin|tid|när|日時|日程|时间|時間|日期|면접 ?일시|일시)\s?(?:\([^)]{1,20}\)\s?)?[:\uff1a\t]"
)
_SPEAKS = (
    r"interview|gespräch|termin|entretien|rendez-vous|entrevista|cita|colloquio|incontro|gesprek|afspraak|rozmow|spotkan|intervju|möte|面接|面談|面试|面試|면접"
    r"|meet|call\b|chat\b|talk|speak|see you|slot|availab|suit|schedul|book|confirm|invit|einlad|laden|propos|convoc|conviene|disponib|uitnodig|zaprasz|bjud|案内|安排|邀请"
)
_DAY_FIRST = r"\b(?:uhr|und|der|die|wir|ihre|ihnen|nous|vous|votre|le|usted|nosotros|para|della|per|você|uw|wij|het|się|oraz|proszę|och|att|för|om)\b|\d h \d\d"
_WINDOW = r"\b(?:between|zwischen|entre|tussen|między|mellan|tra le|fra le|anytime|any time|ganztägig|flexible)\b"


def writes_day_first(line: str) -> bool:
    """Tell whether a line is of a language that never puts the month before the day."""
    return says(_DAY_FIRST, line)


def speaks_of_days(line: str) -> bool:
    """Tell whether a day in this line has to do with an interview at all."""
    return (says(_LABELLED, line) or says(_SPEAKS, line)) and not says(_ELSEWHERE, line)


def is_window(words: str) -> bool:
    """Tell whether the hours beside these words are those between which something may be, not when it is."""
    return says(_WINDOW, words)


def meant(line: str, days: Sequence[tuple[int, int]], *, moved: bool) -> list[int]:
    """Return the places of those days of a line that nothing beside them takes away from the interview."""
    if says(_ELSEWHERE, line):
        return []
    kept: list[int] = []
    verb = compiled(_MOVES).search(line) if moved else None
    for i, (start, end) in enumerate(days):
        clause = _clause(line, start)
        superseded = verb is not None and end <= verb.start() and days[-1][0] >= verb.end()
        into = i + 1 < len(days) and _joins(line[end : days[i + 1][0]])
        out_of = i > 0 and _joins(line[days[i - 1][1] : start]) and not moved
        stamp = i == 0 and start < 4 and is_chat(line)
        period = says(_PERIOD, line[max(0, start - 20) : start])
        nearer = (
            clause[-max(0, start - days[i - 1][1]) :] if i else clause
        )  # what stands before another day is said of that one
        old = moved and says(_OLD, nearer) and not says(_NEW, nearer)
        if not (stamp or superseded or into or out_of or period or old or _is_else(line, clause, end)):
            kept.append(i)
    return kept


def _joins(between: str) -> bool:
    return len(between) < 20 and compiled(_TO).fullmatch(between) is not None


def _is_else(line: str, clause: str, end: int) -> bool:
    """Tell whether a day is a deadline, or of something that was."""
    if says(_DIRECTLY, clause[-50:]) or says(_OF_SOMETHING_ELSE, clause):
        return True
    if says(_GONE_BY, clause) and not says("forward", clause):
        return True
    return re.match(r".{0,12}?(?:まで|之前|以前|at the latest|spätestens|:\d\d:\d\d)", line[end : end + 30]) is not None


def _clause(line: str, start: int) -> str:
    """Return what stands before a day in its sentence."""
    before = line[max(0, start - 110) : start]
    ends = [match.end() for match in re.finditer(r"(?<=[^\d\s]{2}[.!?;])\s|[。;]", before)]
    return before[ends[-1] :] if ends else before


def weigh(line: str, start: int, *, timed: bool) -> int:
    """Return how surely a day is the interview's: 2, 1, or 0 for not at all."""
    if says(_LABELLED, line[:start]) or (timed and says(_SPEAKS, line)):
        return 2
    letters = sum(char.isalpha() for char in line)
    return int(timed or says(_SPEAKS, line) or letters < 32)


def is_chat(line: str) -> bool:
    """Tell whether a line begins with the moment at which somebody wrote it: `[13/05/2027, 17:42:10] Dana: …`."""
    return says(
        r"^\W{0,3}\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[ap]m)?\s?(?:\]|[-–])\s?[^:]{1,40}:",
        line,
    )


def is_new(line: str) -> bool:
    """Tell whether a line says that its day takes the place of another."""
    return says(_NEW, line)
