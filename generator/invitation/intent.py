"""Whether a text invites to an interview at all, and what it does: offers, books, moves or cancels one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from generator.lazy import compiled

_LINE, _TEXT = 3_000, 20_000
"""Characters of a line, and of all lines, that are read: an invitation is said in less, and the time stays small."""

_INTERVIEW = (
    r"(?:interviews?(?! (?:tips?|questions?|guides?|skills|coach|prep|advice|series|techniques))\b|vorstellungsgespräch|bewerbungsgespräch"
    r"|kennenlerngespräch|vorstellungstermin|entretiens?\b|entrevistas?\b|colloqui(?:o|i)\b|sollicitatiegesprek|kennismakingsgesprek"
    r"|rozmow[aęyo]\w* (?:kwalifikacyjn|rekrutacyjn)|(?:anställnings)?intervju|jobbintervju|面接|面談|面试|面試|면접"
    r"|(?:phone|telephone|recruiter|screening|intro(?:ductory)?) (?:screen|call|chat)\b|screening call|assessment (?:centre|center|day)\b)"
)
_JOB = (
    r"(?:role|position|vacancy|opening|opportunity|application|job|stelle|bewerbung|poste|candidature|puesto|candidatura|vacante|posizione"
    r"|vaga|functie|vacature|sollicitatie|stanowisko|tjänst|職|求人|ポジション|职位|岗位)"
)
_TALK = r"(?:talk|speak|chat|meet|call|conversation|discuss|gespräch|unterhalten|kennen ?(?:zu)?lernen|échanger|rencontrer|conversar|hablar|conocer)"
_POST = r"\b(?:role|position|vacancy|application|stelle|bewerbung|poste|candidature|puesto|candidatura|vacante|posizione|functie|sollicitatie|stanowisko|tjänst)\b"
_ASK = r"\b(?:are you (?:free|available)|(?:be|are) free for|set up a|your availability|would .{0,80} (?:work|suit)|tell us when|when you are free|when can we|invite you|laden wir|terminvorschl|seriez-vous|vos disponibilités|beschikbaar)\b"
_ACT = (
    r"(?:^\W{0,3}(?:when|date|termin|wann|quand|fecha|data)\s?[:\uff1a\t]|new event|dial[- ]in|be free|like to set|interview you\b|interview (?:stays|is|will)\b|(?:to|for) an interview|we interview on|(?:talk|speak) with you|invit|remind|your (?:\w+ ){0,2}interview|schedul|book|confirm|cancel|arrang|set up|resched|moved|availab|slot|suits? you|works? for you|would .{0,30}suit|like to (?:meet|speak|talk)"
    r"|lad(?:en|e) |einladen|einzuladen|einladung|\btermin|bestätig|verfügbar|verschieb|verschoben|abgesagt|absagen"
    r"|convi[ée]|convo[qc]|propos[eoé]|disponib|annul[éeao]|report[ée]|agend|programa[dr]|cancel|prenot|fissa|spost"
    r"|uitnodig|uitgenodigd|nodig|bevestig|beschikba|verplaats|zaprasz|zaprosi|potwierdz|termin|odwoł|przesun|bjud|inbjud|boka|bekräft|tillgänglig"
    r"|案内|日程|調整|ご都合|確定|変更|邀请|邀請|安排|确认|時間|时间|초대|안내|일정)"
)
_HEADING = rf"^\W*(?:(?:re|fwd?|aw|wg) ?: ?)?{_INTERVIEW}(?! (?:with|avec|mit|con|com|met) )"
_NO = (
    r"unfortunately.{0,120}(?:not|other|another|unable|unsuccessful|decided)|not (?:be )?(?:moving|progress|proceed|tak)\w* .{0,30}(?:forward|further|application|ahead)"
    r"|(?:decided|chosen) to (?:move|go|proceed|progress) (?:forward |ahead )?with (?:other|another)|(?:other|another) candidates? (?:who|whose|was|were)"
    r"|not been (?:successful|selected|shortlisted)|(?:position|role|vacancy) has (?:now )?been filled|unsuccessful on this occasion"
    r"|leider.{0,120}(?:nicht|absage|anders|andere)|für (?:einen anderen|andere) (?:bewerber|kandidat)|malheureusement.{0,120}(?:pas|autre)"
    r"|(?:pas|sans) (?:pu )?(?:retenir|donner) .{0,20}(?:candidature|suite)|lamentablemente|desafortunadamente|purtroppo|infelizmente"
    r"|helaas|niestety|tyvärr|残念ながら|见送|見送|遗憾|很抱歉"
)
_BULK = r"newsletter|unsubscribe from this list|subscribers?\b|this week's"
_OTHER = (
    r"webinar|podcast|masterclass|\b(?:your|ihre|votre|[st]u|sua|uw) (?:order|receipt|invoice|subscription|rechnung|bestellung|facture|factura|fattura|fatura|factuur)\b"
    r"|total paid|open day|(?:career|job)s? fair|tag der offenen tür|journée portes ouvertes|your copy\b|book tickets"
)
"""What makes a text something else, whatever it says of interviews besides."""

_OTHER_DATES = r"cannot make|can't make|resched|another (?:day|time|date|slot)|neue[rn]? termin|verschieb|(?:à|de) reporter|reprogram|verplaats|terminvorschl"

_IF = r"\b(?:if|should you|in case|unless|whether|once|^\W*need to|wish to|want to|click|link|button|wenn|falls|sollten sie|si (?:vous|cette|besoin|no|necesita)|se (?:não|non|desidera|precisar)|als u|indien|jeśli|om du|場合|如需|如果)\b"

_CANCELLED = (
    r"^\W*(?:re: ?|fw: ?|fwd: ?)?(?:cancelled|canceled|cancellation|abgesagt|absage|annulé|annulation|cancelad[oa]|annullat[oa]|geannuleerd|anulowan[oe]|inställt?|キャンセル|已取消)\b"
    r"|\b(?:has|have|had|is|are|been|was|now) (?:now |therefore |unfortunately )?(?:been )?(?:cancell?ed|called off|withdrawn)\b"
    r"|\b(?:must|have to|had to|need to|having to|afraid we|are|am) (?:now )?cancel(?:l?ing)?\b.{0,60}(?:interview|call|meeting|conversation|appointment)"
    r"|will no longer (?:take place|go ahead|be needed)|abgesagt|absagen müssen|müssen wir .{0,80}absagen|findet nicht statt"
    r"|(?:est|a été|sommes contraints d'|devons) annul|(?:ha sido|queda|hemos|ha|fue) cancelad|tenemos que cancelar|(?:è stat[oa]|abbiamo|dobbiamo) annulla"
    r"|foi cancelad|tivemos de cancelar|is geannuleerd|gaat niet door|został[ao]? (?:odwołan|anulowan)|har ställts in|är inställd"
    r"|キャンセルとなりました|中止|已取消|취소"
)
_MOVED = (
    r"^\W*(?:re: ?|fw: ?|fwd: ?)?(?:rescheduled|updated invitation|verschoben|terminänderung|reporté|reprogramad[oa]|spostat[oa]|verplaatst|日程変更|改期)\b"
    r"|^\W*(?:\w+: ?)?(?:your )?interview (?:moved|re-?scheduled|postponed)\b"
    r"|\b(?:has|have|had|is|been|was|now) (?:now )?(?:been |to be )?(?:re-?scheduled|moved|postponed|pushed (?:back|out)|brought forward)\b"
    r"|\b(?:we|i)(?:'ve| have)? (?:now |unfortunately )?(?:need to|have to|had to|must|would like to|are having to|moved|rescheduled|postponed) ?(?:reschedul|move|postpone|push|your|the|our)"
    r"|(?<!suggest )(?<!suggest a )(?<!propose )(?<!propose a )(?<!choose a )(?<!find a )\bnew (?:time|date|day|slot)(?: and (?:time|date))?\b|\bneuer termin|verschoben|verschieben müssen|müssen .{0,80}verschieben|auf .{0,40} verlegt"
    r"|(?:est|a été|avons|devons) (?:dû )?(?:report|déplac|décal)|nouvelle date|(?:ha sido|hemos|fue) (?:reprogramad|aplazad|pospuest|movid)|nueva fecha"
    r"|(?:è stat[oa]|abbiamo|dobbiamo) (?:spostat|rinviat|spostare|rinviare)|nuova data|(?:foi|tivemos de) (?:remarcad|adiad|reagendad|remarcar|adiar)|nova data"
    r"|is verplaatst|is verzet|moeten .{0,60}verzetten|nieuwe datum|został[ao]? (?:przełożon|przesunięt)|nowy termin|har flyttats|ny tid"
    r"|日程を変更|変更となりました|改期|改到|改为|변경"
)
_BOOKED = (
    r"^\W*(?:re: ?|fw: ?|fwd: ?)?(?:confirmed|terminbestätigung|confirmation d|confirmación d|conferma |confirmação d|bevestiging|potwierdzenie|bekräftelse)\b"
    r"|interview confirmation|reminder (?:of|about|for|that) your|confirmation of your interview|interview confirmed"
    r"|\b(?:is|are|has been|have been|'re|you're|now) (?:now |all |hereby )?(?:confirmed|scheduled|booked|arranged|all set)\b"
    r"|\b(?:this is to|to|pleased to|happy to|i|we|can|hereby) confirm(?:s|ing)? (?:that )?(?:your|the|our|you) (?!availab|attend)"
    r"|\b(?:we|i)(?:'ve| have) (?:now )?(?:scheduled|booked|arranged|reserved|set up)\b|\b(?:will take|takes) place on\b"
    r"|(?:meeting|speaking|talking|seeing|chatting) (?:to |with )?you (?:then|there|on)\b|\bsee you (?:on|there|then)\b|invitation: .{0,100}@ \w{3} "
    r"|\byour .{0,40}interview .{0,40}(?:is|will be) (?:on|at)\b"
    r"|hiermit bestätig|bestätigen wir|termin ist bestätigt|findet am |(?:vous )?confirmons|est confirmé|aura lieu|(?:le )?confirmamos|(?:queda|está) confirmad|tendrá lugar"
    r"|confermiamo|è confermat|si terrà|(?:está|fica) confirmad|(?:terá lugar|será realizada)|(?:wij|we|ik) bevestig|is bevestigd|vindt plaats"
    r"|potwierdzamy|odbędzie się|vi bekräftar|är bokad|äger rum|確定(?:いたし|し|となり)|已(?:安排|确认)|定于|확정"
)
_NOT_BOOKED = r"(?:please|kindly|could you|can you|to be|not yet|bitte|merci de|por favor|prego|gelieve|prosimy o|vänligen)[^.!?]{0,30}(?:confirm|bestätig|conferm|bevestig|potwierdz|bekräfta)"
_PROPOSED = (
    r"availab|\bwhich (?:day|time|date|slot)\b|(?:which|what|any|either|one) of (?:the|these|those|them)|(?:following|these|some|few|proposed|possible) (?:times?|slots?|dates?|days?|options?)"
    r"|(?:suit|works?|convenient|good time)\b.{0,40}(?:you|best)?\?|(?:works?|suits?) (?:best |well )?for you|would .{0,60}(?:suit|work)\b|let (?:me|us) know .{0,40}(?:suit|work|time|slot|date|day)"
    r"|(?:choose|select|pick|book|schedule) (?:a|one|your|the|any) .{0,30}(?:time|slot|date|day|interview)|(?:are you|be|you are) free|when can we|propose"
    r"|please confirm|confirm (?:whether|if|your (?:availab|attend))|verfügbar|passt (?:ihnen|dir)|terminvorschl|folgende[rn]? termin|welcher (?:termin|tag)|zur auswahl"
    r"|disponibilit|disponib|vous convien|vous propos|créneau|seriez-vous|le (?:viene|conviene|propon)|propone|qué (?:día|hora)|proponiamo|quale .{0,20}(?:data|orario)|andrebbe bene"
    r"|propomos|qual .{0,20}(?:horário|data)|seria possível|beschikbaar|schikt|komt .{0,30}uit\b|voorstel|pasuje|proponujemy|dostępn|odpowiada (?:panu|pani)"
    r"|passar .{0,20}(?:dig|er)|förslag|tillgänglig|ご都合|候補日|いかが|ご希望|方便|是否合适|哪个时间|가능"
)


def read_lines(lines: Iterable[str]) -> list[str]:
    """Return the lines that are read: neither blank nor of a length that no sentence has, and not for ever."""
    kept: list[str] = []
    left = _TEXT
    for line in lines:
        if line.strip() and len(line) <= _LINE:
            left -= len(line) + 1
            if left < 0:
                break
            kept.append(line)
    return kept


def says(source: str, line: str) -> bool:
    """Tell whether an expression, in capitals or not, stands in a line; it is compiled when it is first needed."""
    return bool(compiled(source).search(line))


def invites(lines: Sequence[str], subject: str) -> bool:
    """Tell whether the reader is asked to an interview, or told something about one of theirs."""
    return _invites(tuple(read_lines([subject, *lines])), subject)


@lru_cache(maxsize=8)  # who chooses a letter, who reads it and who tells its status ask the same
def _invites(read: tuple[str, ...], subject: str) -> bool:
    if says(_BULK, subject) or sum(says(_BULK, line) for line in read) > 1 or any(says(_OTHER, line) for line in read):
        return False
    named = [line for line in read if says(_INTERVIEW, line)]
    acts = any(says(_ACT, line) for line in read) or says(_HEADING, subject)
    talks = any(says(f"{_TALK}.{{0,100}}{_JOB}", line) for line in read) or all(
        any(says(source, line) for line in read) for source in (_TALK, _POST, _ASK)
    )
    if not (acts and (named or talks)):
        return False
    return not any(says(_NO, line) and not says(_OTHER_DATES, line) for line in read) or _takes_back(read)


def _takes_back(read: Sequence[str]) -> bool:
    return any(_plainly(_CANCELLED, line) or _plainly(_MOVED, line) for line in read)


def _plainly(source: str, line: str) -> bool:
    """Tell whether a line says it of the interview itself, and not of what the reader may do."""
    return any(says(source, part) and not says(_IF, part) for part in re.split(r"(?<=[a-zà-ž)][.!?])\s+|[。!?]", line))


def act_of(lines: Sequence[str], subject: str) -> str:
    """Return the status as the words have it, `unclear` where only the number of days can tell."""
    return _act_of(tuple(read_lines([subject, *lines])))


@lru_cache(maxsize=8)
def _act_of(read: tuple[str, ...]) -> str:
    for status, source in (("cancelled", _CANCELLED), ("moved", _MOVED)):
        if any(_plainly(source, line) for line in read):
            return status
    if any(_plainly(_BOOKED, line) and not says(_NOT_BOOKED, line) for line in read):
        return "booked"
    return "proposed" if proposes(read) else "unclear"


def proposes(lines: Sequence[str]) -> bool:
    """Tell whether the reader is asked which day they can."""
    return any(says(_PROPOSED, line) for line in lines)
