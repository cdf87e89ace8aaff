"""The job, the place and the reference of an invitation."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from generator.errors import AnswerError
from generator.fields.named import read_role
from generator.invitation.intent import says
from generator.invitation.prose.names import closing_place
from generator.lazy import compiled
from generator.model.invitation import Found, Person

type _Placed = Sequence[tuple[str, str]]
"""Lines, each with where it stands in words."""

_END = r"(?=\s?(?:[,.;:!?()\[\]|\n\t\"”»’]|$| [-–—] | (?:at|with|in|on|and|has|have|is|was|which|that|here|based|within|for|to|as|from|by|we|team|you|are|will|this|next|please)\b))"
_X = r"[\"“„«»'‘*_]{0,2}(?P<job>[^\W_][^\n\t,.;:!?()\[\]|\"”»“@]{1,70}?)"
_GENDERS = r"(?:m/w/d|w/m/d|m/f/d|f/m/d|d/m/w|m/f/x|f/m/x|m/w/x|h/f|f/h|x/f/m|m/v|v/m|k/m|gn|all genders?|div\.?)"
_FEMININE = rf"\s?\(?{_GENDERS}\)?"
_WORD = (
    r"(?i:analyst|engineer|developer|designer|manager|officer|assistant|nurse|teacher|administrator|coordinator|consultant|specialist|scientist|architect|accountant|editor|writer|chef|driver"
    r"|technician|director|lead|head|intern|apprentice|trainee|researcher|lecturer|librarian|registrar|curator|therapist|pharmacist|physiotherapist|midwife|doctor|paralegal|solicitor|lawyer"
    r"|advisor|adviser|representative|associate|executive|clerk|receptionist|secretary|supervisor|planner|buyer|programmer|tester|operator|welder|electrician|plumber|carpenter|cook|barista"
    r"|waiter|cashier|producer|strategist|controller|auditor|economist|statistician|translator|interpreter|tutor|professor|postdoc|fellow|archivist|bookkeeper|carer|porter|warden|baker"
    r"|\w*entwickler(?:in)?|\w*leiter(?:in)?|\w*referent(?:in)?|\w*berater(?:in)?|\w*ingenieur(?:in)?|\w*führer(?:in)?|\w*kauf(?:mann|frau)|sachbearbeiter(?:in)?|\w*pfleger(?:in)?)"
)
_GENERIC = (
    r"^(?:the|this|that|a|an|our|your|any|some|said|above|advertised|vacant|open|new|right|current|same|next|best|another|other|exact|ideal|relevant|following|successful|dream|perfect|important|key|active|full|job|role|position|vacancy|interview\w*|application"
    r"|opportunity|candidate|us|me|you|it|which|what|available|first|second|final|initial|phone|video|online|virtual|telephone|in-person|onsite|technical|der|die|das|ihre?|unsere?|eine?r?|le|la|les|cette|ce|el|esta|este|il|questa|questo|uma?|essa|esta)"
    r"(?: (?:role|position|job|vacancy|opening|one))?$"
)
_NOT_A_JOB = r"^(?:interview|call|chat|meeting|monday|tuesday|wednesday|thursday|friday|\d)|https?:|\b(?:you|your|we|our|us|interview(?:ing)?|application|availability|candidates?|applying|invitation|calendar|discuss)\b"

_PLAIN = r"\b(?:next|steps?|details?|invitation|confirmation|confirmed|reminder|schedul\w*|times?|dates?|days?|place|follow|requests?|updates?|prep\w*|feedback|questions?|today|tomorrow|week\w*|month|hours?|minutes?|link|zoom|video|phone|online|rounds?|stage|us|chat|talk|call|meeting|more|information|monday|tuesday|wednesday|thursday|friday)\b"
_LABEL = r"^\W{0,4}(?:position(?: title)?|role|job(?: title)?|vacancy|post|stelle(?:nbezeichnung)?|poste|intitulé du poste|puesto|cargo|posizione|ruolo|vaga|função|functie|vacature|stanowisko|tjänst|befattning|職種|ポジション|募集職種|职位|岗位|應徵職位|직무)\s?[:\uff1a\t]\s?(?P<job>[^\n|\t]{2,100}?)\s?(?=\s[-–—(]|[|(\t]|$)"
_SAID = (
    r"(?i:\b(?:position|role|post|job|vacancy|stelle|poste|puesto))(?i: of| as| als| de)?:? [\"“„«](?P<job>[^\"“”„»«\n]{2,70})[\"”“»]",
    rf"(?i:\b(?:position|role|post|job|vacancy|opening|opportunity) (?:of|as|for) (?:an? |the |our )?){_X}(?:(?i: role| position| post| job| vacancy| opening)\b|{_END})",
    rf"(?i:\b(?:for|about|regarding|discuss|fill|to|in|the|re:) (?:the|our|their|an?|your application for(?: the| our)?) ){_X}(?i: (?:role|position|job|vacancy|opening|opportunity|post)\b)",
    rf"(?i:\b(?:appl(?:y|ied|ying) (?:for|to) (?:the|our|an?)|appl(?:ying|ied) to be |application (?:for|to|as) (?:the |our |an? )?(?:role of |position of )?)\s?){_X}(?:(?i: role| position| post| job| vacancy| opening)\b|{_END})",
    rf"(?i:\b(?:join (?:us|our team|the team)|work(?:ing)?(?: with us| for us)?) as (?:an?|our) ){_X}{_END}",
    rf"(?i:\b(?:stelle|position|tätigkeit|funktion|bewerbung|ausbildung|ausbildungsplatz)(?: \w+)? (?:als|zum|zur|der|des) ){_X}(?:{_FEMININE}|{_END}|(?= (?:bei|in|im|am|an|und|zu|ist|haben|hat|interessier|möchten|laden|freuen|sowie|für)\b))",
    rf"(?i:\bposte (?:de |d['’]|en tant que )|\bcandidature (?:au poste (?:de |d['’])|pour le poste (?:de |d['’])|en tant que )){_X}(?:{_FEMININE}|{_END}|(?= (?:chez|au|à|en|dans|et|le|du|pour|a|est|que|nous|vous)\b))",
    rf"(?i:\b(?:puesto|vacante|posición|plaza) (?:de |como )){_X}(?:{_END}|(?= (?:en|y|el|la|para|que|con|se|es|ha|le)\b))",
    rf"(?i:\b(?:posizione|ruolo|candidatura) (?:di |come |per (?:la posizione di |il ruolo di )?)){_X}(?:{_END}|(?= (?:presso|e|il|la|che|per|in|con|è|ha)\b))",
    rf"(?i:\b(?:vaga|posição|cargo|função) (?:de )){_X}(?:{_END}|(?= (?:na|no|em|e|que|para|o|a|com|é)\b))",
    rf"(?i:\b(?:functie|vacature|rol|positie|sollicitatie) (?:van |voor |als |naar )(?:de functie (?:van )?)?){_X}(?:{_FEMININE}|{_END}|(?= (?:bij|en|op|te|die|dat|is|om|wij|we)\b))",
    rf"(?i:\bstanowisko:? ){_X}(?:{_END}|(?= (?:w|i|na|oraz|jest|do|z)\b))",
    rf"(?i:\b(?:tjänsten|tjänst|rollen|jobbet) som ){_X}(?:{_END}|(?= (?:hos|på|och|i|den|är|vid)\b))",
    r"[「『](?P<job>[^「」『』]{2,40})[」』](?:の)?(?:ポジション|職|求人|募集|面接|選考|へのご応募)",
    r"(?:应聘|應徵|申请)(?:的|我司|我们的|贵司)?[“\"「]?(?P<job>[\w ]{2,20}?)[”\"」]?(?:职位|岗位|一职|職位)",
)
_MARKED = rf"(?:^|[:–—-]\s|\b(?:als|as|als:) ){_X}\s?\({_GENDERS}"
_SUBJECT = (
    rf"^(?i:re|betreff|betr\.|objet|asunto|oggetto|assunto|betreft|dotyczy|ämne)\s?[:\uff1a]\s{_X}(?=\s?[(,–—|]|\s-\s|$)",
    rf"(?i:\b(?:interview|call|chat|screen|conversation)(?: invitation| request| confirmation| confirmed)?(?: from [^,.:;]{{2,40}}?)?\s?(?:for|:|[-–—|]) (?:the |our |an? )?){_X}(?:(?i: role| position| job)\b|{_END})",
    rf"(?i:\b(?:einladung|vorstellungsgespräch|gespräch|entretien|entrevista|colloquio|gesprek|rozmowa|intervju)\b[^:–—-]{{0,40}}(?::|[-–—]|\bals\b|\bfür\b|\bpour\b|\bpara\b|\bper\b|\bvoor\b|\bför\b) ?){_X}(?:{_FEMININE}|{_END})",
    rf"(?:^|[-–—|:] ?){_X} (?:[-–—|]|(?i:interview\b))",
    rf"(?i:\binterview) (?!(?:with|for|at|on|from|by|to|and|as|about|in|via|is|will)\b)(?=[a-z]){_X}(?=[,(]|\s[-–—]|$)",
)
_HEADINGS = (
    (
        rf"(?i:\binterviews?)(?: (?i:invitation|request|confirmation|confirmed|schedule|moved|rescheduled|rounds?|days?|slots?|option|details|no\.|\d{{1,2}})\b){{0,3}}"
        rf"(?: (?i:from|with|at) [^,.:;()]{{2,40}}?|(?: [^\W\da-zß-öø-ÿ][\w&'’-]{{1,30}}){{1,3}})?\s?(?:(?i:for)|[:,]|[-–—|]) (?i:the |our |an? )?{_X}(?:(?i: role| position| job)\b|{_END})"
    ),
    rf"(?i:\binterviews?) (?i:with|at) [^,.:;()]{{2,60}} \({_X}\)",
)
"""Subjects in which the job stands alone: “Interview moved: bookkeeper, Brass Penny Ltd”."""

_SOUGHT = rf"(?i:\b(?:looking for|hiring|recruiting|searching for|seeking) (?:an? |another |our next )){_X}{_END}"
_AGENT = (
    r"(?:^|[\s-])(?!(?:other|over|number|letter|offer|paper|reminder|answer|order|after|together|however|further|later|summer|winter|\w*ember|october|water|folder|computer"
    r"|dinner|cover|either|another|whatever|color|colour|floor|door|minor|major|error|important|restaurant)s?$)"
    r"(?:[\w'’]{2,}(?:er|or|ist|cian|rian|sman|woman|smith|wright|herd|ward)|[\w'’]*(?:assistant|attendant|consultant|accountant|agent|student|resident|mechanic|medic|academic|operative"
    r"|executive|representative|guard|steward|cook|mason|chef|nurse|clerk|pilot|guide|hand|trainee|apprentice|intern|concierge|registrar|keeper))s?$"
)
"""The last word of those who do something, in small letters: `glass blower`."""

_SENTENCE = (
    r"\b(?:what|how|why|when|where|who|which|please|we|you|i|to|is|are|was|be|been|will|with|at|on|from|by|about|before|after|my|their|this|that|these|it|its|all|any|not|no"
    r"|remote|on-?site|in-person|final|first|second|third|urgent|directions|parking|documents?|luck|nudge|cancel\w*|moved|postponed|new|tb[acd]|test|task|exercise|agenda|briefing|panel|group"
    r"|virtual|technical|location|venue|address|dress|travel|expenses|thanks?|hello|attached|form|file|panels?|outcome|result|offer|next)\b"
)
"""Words that say that small letters after “Interview:” are no job."""


_REFERENCE = (
    r"(?<![\w-])(?<!your )(?<!meeting )(?<!booking )(?<!order )(?:"
    r"(?:our )?ref(?:erence)?(?: ?(?:no|nr|number|code|id))?|(?:job|position|posting|vacancy|role|opening) ?(?:id|ref(?:erence)?|number|code|no)(?: (?:number|no))?|req(?:uisition)?(?: ?(?:id|no|number))?|jr"
    r"|(?:kennziffer|referenz(?:nummer|-?nr|code)?|stellen-?(?:id|nummer|nr)|job-?(?:id|nr|nummer)|ausschreibungsnummer|chiffre)|réf(?:érence)?(?: de l['’]offre)?|n° (?:de )?(?:référence|l['’]offre|offre)"
    r"|referencia|riferimento|rif|referência|referentie(?:nummer)?|vacaturenummer|nr ref(?:erencyjny)?|numer referencyjny|referensnummer|求人番号|案件番号|管理番号|职位编号|參考編號|참조 ?번호"
    r")(?:\.?\s?[:\uff1a#№\t]{1,2}\s?#?|\.\s|\sis\s|\s#|(?<=number) |(?<=code) |(?<=kennziffer) |(?<=[ -]id) )(?P<reference>[^\W_][\w./-]{1,30})"
)
_ID = r"(?i:interview|call|chat|conversation|meet(?:ing)?|talk|speak|gespräch|entretien|entrevista|llamada|colloquio|gesprek|rozmow|intervju|samtal|面接|面談|面试|join|link|screen|availab|held|take place|stattfind|aura lieu|tendrá|si terrà|where|zoom|teams)"
_UNSURE_PLACE = r"\b(?:if you|questions?|prefer|reach (?:me|us|out)|contact (?:me|us)|rather|instead|download|install|get back|rückfragen|fragen|falls|si vous|erreichen|alternativ\w*|or by phone|test your)\b"
_APP = r"(?:Microsoft Teams|MS Teams|Teams|Zoom|Google Meet|Google Hangouts|Cisco Webex|Webex|Skype|WhatsApp|Whereby|FaceTime|GoToMeeting|腾讯会议|飞书|钉钉)"
_CALL = r"(?i:(?:video|phone|telephone|online|virtual|conference)[ -]?(?:call|interview|meeting|chat|conference|conversation|screen)|video(?:anruf|call|gespräch|konferenz|interview)|telefoninterview|telefonat|visioconférence|visio|videollamada|videoconferencia|videochiamata|videocolloquio|videochamada|videoconferência|videogesprek|videosamtal|wideorozmow\w|call)"
_VIA = r"(?i:via|on|over|through|using|per|über|sur|por|su|tramite|met|przez|att|by|in)"
_PLACE_LABEL = r"^\W{0,4}(?:(?:interview )?(?:where|location|place|venue|address)|ort|wo|adresse|anschrift|lieu|où|lugar|dónde|dirección|luogo|dove|indirizzo|local|onde|endereço|locatie|plaats|waar|adres|miejsce|plats|場所|会場|面接会場|地点|地點|地址|장소)\s?[:\uff1a\t]\s?(?P<place>[^\n\t]{3,140}?)\s?$"
_BY = (
    rf"(?P<place>{_CALL}\s{_VIA}\s{_APP})",
    rf"\b{_VIA}\s(?P<place>{_APP})\b",
    rf"(?P<place>\b{_APP} (?i:call|meeting|interview|video call))",
    r"(?P<place>\b(?i:by (?:phone|telephone|video call|video)|over the phone|on the phone|par téléphone|en visioconférence|por teléfono|por videollamada|por telefone|per telefono|telefonisch|telefonicznie|på telefon|per telefon|per video))\b",
    r"(?P<place>\b(?i:phone (?:call|interview|screen)|telephone interview|video (?:call(?! link)|interview)|videogespräch|videointerview|telefoninterview|videollamada|videochiamata|videochamada))\b",
    r"(?P<place>オンライン|電話面接|视频面试|電話|线上)",
)
_STREET = (
    r"(?P<place>\b\d{1,5}[a-zA-Z]?(?:[-–]\d{1,4})? (?:[A-Z][\w'’.-]{1,25} ){1,4}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Square|Sq|Drive|Dr|Route|Place|Court|Boulevard|Blvd|Quay|Terrace|Row|Crescent|Parade|Wharf|Hill|Gardens)\b[^.;!?()\n]{0,60})",
    r"(?P<place>\b[A-ZÄÖÜ][\wäöüß-]{2,30}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|ring|damm|straat|laan|plein|gracht|kade|gatan|vägen) \d{1,4}\s?[a-z]?\b[^.;!?()\n]{0,50})",
    r"(?P<place>\b\d{1,4}(?: ?(?:bis|ter))?,? (?:rue|avenue|boulevard|place|quai|impasse|allée|chemin|cours) [^.;!?()\n]{3,60})",
    r"(?P<place>(?:\b(?:Calle|Avenida|Av\.|Paseo|Plaza|Via|Viale|Piazza|Corso|Rua|Praça|Largo)|C/|ul\.|al\.) ?(?:d[aeio]s? (?:l[ao]s? )?|del )?[A-ZÀ-Ž][^.;!?()\n]{2,40}?,? (?:n\.?º ?)?\d{1,4}\b[^.;!?()\n]{0,40})",
)


def find_role(lines: Sequence[str], subject: str) -> Found | None:
    """Return the job: as a label names it, as a sentence does, or as the subject does."""
    text = [(line, "the text") for line in lines]
    heading = [(subject, "the subject")] if subject else []

    def is_told(job: str) -> bool:
        return compiled(rf"\b{_WORD}\b", exact=True).search(job) is not None or _is_told_again(job, lines)

    for patterns, placed, is_proven, certainty in (
        ((_LABEL,), text, _always, "sure"),
        (_SAID, heading + text, _always, "sure"),
        ((_MARKED,), heading + text, _always, "likely"),
        (_HEADINGS, heading, _is_bare, "likely"),
        (_SUBJECT, heading, is_told, "likely"),
        ((*_SUBJECT[:2], _SOUGHT), text, is_told, "likely"),
    ):
        seen = list(_jobs(patterns, placed, is_proven))
        if seen:
            agreed = len({_core(job) for job, _, _ in seen}) == 1
            job, line, source = seen[0]
            return Found(name="role", value=job, quote=line, source=source, certainty=certainty if agreed else "unsure")
    return None


def _jobs(patterns: Sequence[str], placed: _Placed, is_proven: Callable[[str], bool]) -> Iterator[tuple[str, str, str]]:
    """Yield what may be a job, with its line and where that stands."""
    for line, source in placed:
        for pattern in patterns:
            for match in _matches(compiled(pattern, exact=pattern is not _LABEL), line):
                job = _trim(match["job"])
                if _is_job(job) and is_proven(job):
                    yield job, line, source
                    break


def _always(job: str) -> bool:
    return True


def _is_bare(job: str) -> bool:
    """Tell whether words that stand where a subject has the job are one: by a word that only jobs have, or by the end of it."""
    if says(_SENTENCE, job):
        return False
    plainly = job[0].islower() and len(job.split()) < 6 and not says(_PLAIN, job) and says(_AGENT, job)
    return plainly or compiled(rf"\b{_WORD}\b", exact=True).search(job) is not None


def _is_told_again(job: str, lines: Sequence[str]) -> bool:
    """Tell whether words in small letters that a subject has stand in the text as the name of a job would."""
    if not re.fullmatch(r"[a-zà-ž][a-zà-ž-]{3,20}(?: [a-zà-ž-]{2,20}){0,3}", job) or says(_PLAIN, job):
        return False
    told = rf"\b(?:for|as|an?|of|als|de|como|di|som) (?:the |an? )?{re.escape(job)}(?:[,.]| (?:at|with|in|on|bei|chez)\b|$)"
    return any(re.search(told, line, re.IGNORECASE) for line in lines)


def _matches(pattern: re.Pattern[str], line: str) -> Iterator[re.Match[str]]:
    """Yield the first matches, also those that begin within another: “for a call about the editor role”."""
    place = 0
    for _ in range(8):
        match = pattern.search(line, place)
        if match is None:
            return
        yield match
        place = match.start() + 1


def _trim(job: str) -> str:
    job = re.sub(rf"(?i:\s?\({_GENDERS}.*$)", "", job.strip(" \t\"“”„«»'‘’*_-–—"))
    job = re.sub(r"(?i:\s(?:role|position|job|vacancy|opening|post|opportunity))$", "", job)
    return re.sub(r"^(?i:the|an?|our)\s", "", job).strip(" ,;:\"“”'‘’*_-–—")


def _is_job(job: str) -> bool:
    if not 2 <= len(job) <= 80 or len(job.split()) > 9 or says(_GENERIC, job) or says(_NOT_A_JOB, job):
        return False
    try:
        return read_role(job) != "" and any(map(str.isalpha, job))
    except AnswerError:
        return False


def _core(job: str) -> str:
    return job.casefold().split(" - ")[0]


def find_reference(lines: Sequence[str], subject: str) -> Found | None:
    """Return the number that they know the application by."""
    placed = ([(subject, "the subject")] if subject else []) + [(line, "the text") for line in lines]
    for line, source in placed:
        for match in compiled(_REFERENCE).finditer(line):
            value = match["reference"].rstrip("./-")
            if (
                any(map(str.isdigit, value))
                and len(value) > 2
                and not re.fullmatch(r"\d\d?[./]\d\d?[./]\d{2,4}", value)
            ):
                return Found(name="reference", value=value, quote=line, source=source, certainty="sure")
    return None


def find_place(lines: Sequence[str], sender: Person | None = None) -> Found | None:
    """Return where the interview is: an address, or what it is held over."""
    above = lines[: closing_place(lines, sender)]
    for line in lines:
        if (match := compiled(_PLACE_LABEL).search(line)) and (place := _without_link(match["place"])):
            return Found(name="place", value=place, quote=line, source="the text", certainty="sure")
    seen = list(_places(above))
    if not seen:
        return None
    place, line = seen[0]
    kinds = {says(r"phone|telef|téléph|電話", place) for place, _ in seen}
    return Found(
        name="place", value=place, quote=line, source="the text", certainty="likely" if len(kinds) == 1 else "unsure"
    )


def _without_link(place: str) -> str:
    """Return a place that has more to say than a link."""
    place = re.sub(r"^This is an? |\W{0,3}https?:\S.*$", "", place).strip(" ,;:<(-–—").removesuffix(".")
    return place if any(map(str.isalpha, place)) else ""


def _places(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    for pattern in _STREET:
        for line in lines:
            if match := compiled(pattern, exact=True).search(line):
                yield _until_a_time(match["place"]), line
    for pattern in _BY:
        for line in lines:
            if (
                (match := compiled(pattern, exact=True).search(line))
                and compiled(_ID, exact=True).search(line)
                and not says(_UNSURE_PLACE, line)
            ):
                yield match["place"], line


def _until_a_time(place: str) -> str:
    """Return an address without the words of the sentence that come after it."""
    return re.split(
        r",? (?:ein|statt|einladen|begrüßen|willkommen|zu|on|at|um|am|le|el|il|from|for|where|and|to|please|with|by|in order|so that)\b(?! [A-Z])|\s[-–—]\s|\t",
        place,
        maxsplit=1,
    )[0].strip(" ,")
