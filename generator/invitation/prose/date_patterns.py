"""How days and hours are written in the languages that people are invited in, as expressions.

English, German, French, Spanish, Italian, Portuguese, Dutch, Polish and Swedish in words, Japanese, Chinese and Korean in intent.
"""

from __future__ import annotations

from generator.english import MONTHS, TIME_ZONES

_MONTHS = (
    "january jan januar jänner jän januari janvier janv enero gennaio janeiro stycznia styczeń",
    "february feb februar feber februari février févr fev febrero febbraio fevereiro lutego luty",
    "march mar märz mrz mär mars marzo março maart mrt marca marzec marts",
    "april apr avril avr abril abr aprile kwietnia kwiecień",
    "may mai mayo maggio maio mei maja maj",
    "june jun juni juin junio giugno junho czerwca czerwiec",
    "july jul juli juillet juil julio luglio julho lipca lipiec",
    "august aug août aout agosto augustus sierpnia sierpień augusti",
    "september sept sep septembre septiembre setiembre settembre setembro września wrzesień",
    "october oct oktober okt octobre octubre ottobre outubro października październik",
    "november nov novembre noviembre novembro listopada listopad",
    "december dec dez dezember décembre déc diciembre dicembre dezembro grudnia grudzień dic",
)
_WEEKDAYS = (
    "monday mon montag lundi lunes lunedì lunedi segunda maandag poniedziałek måndag lun 月 一 월",
    "tuesday tues tue dienstag mardi martes martedì martedi terça dinsdag wtorek tisdag 火 二 화",
    "wednesday weds wed mittwoch mercredi miércoles miercoles mercoledì mercoledi quarta woensdag środa środę onsdag 水 三 수",
    "thursday thurs thur thu donnerstag jeudi jueves giovedì giovedi quinta donderdag czwartek torsdag 木 四 목",
    "friday fri freitag vendredi viernes venerdì venerdi sexta vrijdag piątek fredag 金 五 금",
    "saturday sat samstag sonnabend samedi sábado sabado sabato zaterdag sobota sobotę lördag 土 六 토",
    "sunday sun sonntag dimanche domingo domenica zondag niedziela niedzielę söndag 日 天 일",
)

MONTH = {word: number for number, words in enumerate(_MONTHS, start=1) for word in words.split()}
WEEKDAY = {word: number for number, words in enumerate(_WEEKDAYS) for word in words.split()}
_SIGNS = "".join(word for word in WEEKDAY if len(word) == 1)
LONG_ZONES = {
    "MEZ": "CET",
    "MESZ": "CEST",
    "Central European Time": "CET",
    "Central European Summer Time": "CEST",
    "Eastern European Time": "EET",
    "Greenwich Mean Time": "GMT",
    "British Summer Time": "BST",
} | {
    f"{area} {kind}Time": area[0] + kind[:1] + "T"
    for area in ("Eastern", "Central", "Mountain", "Pacific")
    for kind in ("", "Standard ", "Daylight ")
}


def _words(table: dict[str, int]) -> str:
    return "|".join(sorted((word for word in table if len(word) > 1), key=len, reverse=True))


_NAMED_DAY = rf"(?:(?<![^\W\d_])(?P<weekday>{_words(WEEKDAY)})(?:-feira)?(?![^\W\d_])[.,]{{0,2}}\s{{0,3}}(?:(?:the|den|dem|der|le|el|il|día|dia|dnia)\s)?\s{{0,3}})?"
_YEAR = r"(?P<year>20\d\d)(?![\d:])"
_WORDED = (
    rf"{_NAMED_DAY}(?<![\d./:,-])(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º|ª|°|:e|\.)?\s{{0,3}}(?:of\s|de\s|di\s|d['’])?(?P<month>{_words(MONTH)})(?![^\W\d_])\.?"
    rf"(?:,?\s{{0,3}}(?:de\s|del\s)?{_YEAR})?"
)
"""13 May 2027, 13. Mai 2027, le 1er mai 2027, 13 de mayo de 2027."""

_MONTH_FIRST = (
    rf"{_NAMED_DAY}(?<![^\W\d_])(?-i:(?P<month>{'|'.join(f'{name}|{name[:4]}|{name[:3]}' for name in MONTHS)}))\.?\s{{1,3}}(?P<day>\d{{1,2}})(?:st|nd|rd|th)?"
    rf"(?![\d:]|\.\d|[ap]m|\s[ap]\.?m)(?:,?\s{{1,3}}{_YEAR})?"
)
"""May 13, 2027: in English alone."""

_YEAR_FIRST = r"(?<![\d./-])(?P<year>20\d\d)(?P<mark>[-/.])\s?(?P<month>\d\d?)(?P=mark)\s?(?P<day>\d\d?)(?!\d|[-/.]\d)"
_EASTERN = (
    rf"(?:(?P<year>20\d\d)\s?[年년]\s?)?(?<!\d)(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日号號일]"
    rf"(?:\s?[(\uff08]?(?:星期|周|週)?(?P<weekday>[{_SIGNS}])(?:曜日?|요일)?\s?[)\uff09]|\s?(?:星期|周|週)(?P<weekday_bare>[{_SIGNS}]))?"
)
"""2027年5月13日(木)."""

_NUMBERS = (
    rf"{_NAMED_DAY}(?<![\d./:,-])(?P<one>\d{{1,2}})(?P<mark>[./-])\s?(?P<two>\d{{1,2}})"
    r"(?:(?P=mark)\s?(?P<year>20\d\d|\d\d)(?!\d|[./-]\d)|(?<=\.\d\d)\.(?!\d))"
)
"""13.05.2027, 13/05/27, and 13.05. where the full stop says that it is a day."""

DAYS = (_WORDED, _MONTH_FIRST, _YEAR_FIRST, _EASTERN, _NUMBERS)
_HALF = r"[ap]\.?\s?m\b\.?|(?:de la|da|del|di|na)\s(?:tarde|mañana|manhã|noche|noite|mattina|pomeriggio)"
_CLOCK = (
    r"(?P<early{0}>上午|下午|午前|午後|晚上|오전|오후)?\s?(?<![\d.:/])(?P<hour{0}>\d{{1,2}})(?!\d)"
    r"(?:\s?[:\uff1a.h時时点點시]\s?(?P<minute{0}>[0-5]\d)(?!\d)(?::\d\d)?(?:\s?[分분])?|\s?[時时点點시](?P<past{0}>半)?)?"
    r"\s{{0,2}}(?P<mark{0}>"
    + _HALF.replace("{", "{{").replace("}", "}}")
    + r"|uhr\b|uur\b|h(?:rs?|ours|eures?|oras)?\b(?!\s?\d)|o['’]clock\b)?"
)
_TIME = rf"(?:(?P<noon>\b(?:12\s)?(?:noon|midday)\b)|{_CLOCK.format('')})"
ZONE = (
    rf"(?:\s?[(,]?\s?(?-i:(?P<zone>(?:UTC|GMT)\s?[+−-]\d{{1,2}}(?::?\d\d)?|{'|'.join(sorted(LONG_ZONES, reverse=True))}"
    rf"|(?!(?:UTC|GMT)\s?[+−-]\d)(?:{'|'.join(sorted(sorted(TIME_ZONES), key=len, reverse=True))}))(?![A-Za-z\d]|:\d|\)\s?[A-Z]))\)?)?"
)
_SPAN = rf"{_TIME}(?:\s?(?:[-–—~〜]|to|until|till|bis|à|a las|a|alle|às|tot|do|至|到|から)\s?(?:um\s)?{_CLOCK.format('_end')})?{ZONE}"
_AT = (
    r"(?:at|@|um|à|a la|a las|alle ore|alle|ore|às|om|o godzinie|o godz\.|o|godz\.|kl\.?|klockan|ab|from|von|de|dalle ore|dalle|van|od|från"
    r"|starting at|starting|beginning at|time|uhrzeit|heure|hora|ora|orario|r\.|の)"
)
AFTER = rf"(?:\s?\(?(?:{_words(WEEKDAY)})\)?)?(?:T(?=\d))?[\s,;:|@–—·•⋅(-]{{0,4}}(?:{_AT}(?![^\W\d_])[\s,:]{{0,3}}){{0,2}}{_SPAN}"
BEFORE = rf"(?:{_SPAN})[\s,–-]{{0,3}}(?:(?:on the|on|am|le|el|del|il|em|op|den|w dniu)\s{{1,2}})?$"
MORE = rf"\s?(?:,|;|、|\bor\b|\band\b|\boder\b|\bund\b|\bou\b|\bet\b|\bo\b|\by\b|\be\b|\bof\b|\ben\b|\blub\b|\beller\b|または|或)\s?(?:{_AT}\s)?{_SPAN}"
TIME_LINE = rf"\W{{0,3}}(?:start |interview )?(?:time|uhrzeit|zeit|heure|hora|ora|orario|horario|horário|tijd|godzina|tid|klockan|時間|时间|시간)\s?[:\uff1a\t]\s?(?:{_AT}\s)?{_SPAN}"
EARLIER_DAY = (
    rf"(?:(?P<weekday>{_words(WEEKDAY)})[.,]?\s(?:the\s|den\s|le\s)?)?(?<![\d.:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.)?\s?"
    r"(?:or|and|oder|und|ou|et|o|y|e|of|en|lub|eller|,|/)\s?(?:on\s)?(?:the\s)?$"
)
