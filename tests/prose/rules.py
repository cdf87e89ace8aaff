"""What a message may not do, as far as a program can tell. Each rule takes a message and yields what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import combinations, groupby

from generator.checks import check, speech
from generator.checks.patterns import THANKS
from generator.checks.speech import body_of, sections
from generator.english import MONTHS, WEEKDAYS
from generator.model.message import Draft, Part

SUBJECT = 70  # characters that a list of mails shows
LONGEST, MEAN = 35, 22  # words of a sentence; a formal correspondent takes three more on the whole
READING_AGE = 10  # automated readability index, in years of school
sentences = lru_cache(64)(speech.sentences)  # each rule asks for those of the same text
count_words = lru_cache(64)(speech.count_words)

STRANGER = "Xxxx"  # stands in a text for what a reader typed

CONTRACTION = re.compile(
    r"\b(?:\w+n['’]t|(?:I|you|we|they|he|she|it|that|there|what|who|let)['’](?:m|s|re|ve|ll|d))\b", re.IGNORECASE
)
APOLOGY = re.compile(r"\b(?:sorry|apolog\w+|my fault|forgive)\b", re.IGNORECASE)
CLICHES = re.compile(
    r"after (?:careful|much|long|due) (?:consideration|thought|deliberation)|at this (?:point in )?time|better align|career goals"
    r"|hopes? this (?:e-?mail |message |letter )?finds you|regret to inform|not (?:been )?an easy decision"
    r"|moving forward|touch base|hesitate to|exciting opportunity|wish you all the best in your future|future endeavou?rs|kindly (?:be|note|find)"
    r"|please be (?:advised|informed)|as per|I am writing to (?:inform|let you know|notify)|in (?:my|your) earliest convenience|going forward"
    r"|valuable time|pursue other opportunit|decided to go in a different direction|to whom it may concern|sir or madam|circle back"
    r"|unforeseen circumstances|with (?:deep|great) regret|I trust this|thanks? (?:you )?in advance|warm(?:est)? regards to all",
    re.IGNORECASE,
)
HEDGE = re.compile(
    r"\b(?:I (?:might|may) (?:have to|need to|not)|I think I (?:should|might|will)|probably (?:not|won't)|I'm not sure (?:if|whether) I|perhaps I should)\b",
    re.IGNORECASE,
)
FLATTERY = re.compile(
    r"\b(?:amazing|incredible|esteemed|prestigious|world-class|truly honou?red|humbled|wonderful company|dream)\b",
    re.IGNORECASE,
)
LEFTOVER = re.compile(
    r"\bNone\b(?! of)|\bnan\b|\bundefined\b|\bTrue\b|\bFalse\b|\{\{|\}\}|\{%|%\}|\[\[|\]\]|\[[^\]]*\]|[\ue000-\uf8ff]"
)
SPACING = re.compile(r"  |\t| [,.;:!?](?!\.\.)|[,;:][,;:.]|\.\.(?!\.)|(?<!\.m)[.!?][,;]|[ ]\n|\n[ ]|\n{5,}|\A\s|\s\Z|!")
DANGLING = re.compile(r"\b(?:at|the|an?|your|my)(?!\.m\.)(?:[.,;:?!]|\n|\Z)", re.IGNORECASE)
DOUBLED = re.compile(r"\b(?!that\b|had\b)([A-Za-z]+)\s+\1\b", re.IGNORECASE)
ARTICLE = re.compile(r"\b(a|an)\s+([A-Za-z][\w&'’-]*)", re.IGNORECASE)
SOUNDS_VOWEL = re.compile(
    r"(?:hour|honest|honou?r|heir|MBA|MSc|MP|NHS|HR\b|F\d|LL|SMS|X-|x-|8|11|18|[aeiou])", re.IGNORECASE
)
SOUNDS_CONSONANT = re.compile(
    r"(?:uni(?!n|m)|use|usual|user|utili|europ|one\b|once|ewe|ubiq|U[KS]\b|UX)", re.IGNORECASE
)

AMERICAN = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof)\.(?= )|\b(?:{'|'.join(MONTHS)}) \d{{1,2}}\b|\b\w+(?:iz(?:e|es|ed|ing|ation)|yze)\b(?<!size)(?<!prize)(?<!seize)"
    r"|\b(?:favor|honor|center|program|labor|color|neighbor|canceled|canceling|traveling|judgment|check (?:for|in the mail)|résumé|inquiry)\b|^Sincerely,$|^Dear [^\n]*:$|\bRe: ",
    re.MULTILINE,
)
BRITISH = re.compile(
    rf"\b(?:Mr|Mrs|Ms|Mx|Dr|Prof) |\b\d{{1,2}} (?:{'|'.join(MONTHS)})\b|\b(?:apologis|organis|recognis|realis|utilis|prioritis)\w+"
    r"|\b(?:favour|honour|centre|programme|labour|colour|neighbour|cancelled|cancelling|travelling|fortnight|whilst|diary|CV|enquiry|cheque)\b|^Yours (?:sincerely|faithfully),$",
    re.MULTILINE,
)
WEEKDAY_COMMA = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)}), \d")
STOPWORDS = frozenset(
    "a an the and or but so to of in on at for from with by as it its is am are was were be been i i'm i've i'd i'll me my you your we our us they them their this that these those not no do did have has had will would can could there here if".split()  # noqa: SIM905  a list of words
)


@dataclass(frozen=True)
class Message:
    """A message as it is judged: whole, and with something neutral in the place of what the reader typed."""

    draft: Draft
    text: str
    subject: str = ""
    own: str = ""
    """The template's own words."""
    checks: tuple[str, ...] = ()
    """Those that hold for its type."""

    @classmethod
    def of(cls, draft: Draft, checks: tuple[str, ...] = ()) -> Message:
        subject = next((_words(part) for part in draft.headers if part.name == "subject"), "")
        own = "".join(part.before + _own_words(part) for part in draft.parts)
        return cls(draft=draft, text=draft.text, subject=subject, own=own, checks=checks)

    @cached_property
    def sections(self) -> dict[str, str]:
        """What is said, by section, without greeting, heading and end."""
        return sections(_without_frame(self.text, self.draft))

    @cached_property
    def own_sections(self) -> dict[str, str]:
        """The same in the template's own words."""
        return sections(_without_frame(self.own, self.draft, _own_words))

    @cached_property
    def sentences(self) -> list[str]:
        return sentences("\n".join(self.sections.values()))


def _words(part: Part) -> str:
    return "".join(segment.text for segment in part.segments)


def _own_words(part: Part) -> str:
    """Return a part with something neutral in the place of what the reader typed."""
    return "".join(
        STRANGER if segment.field and not _is_written(segment.field) else segment.text for segment in part.segments
    )


def _is_written(field: str) -> bool:
    """Tell whether the engine, not the reader, decides how an answer is spelled."""
    return field in ("interview_when", "today", "met_when", "recipient")


FRAME = ("sender_address", "recipient_address", "date", "heading", "closing", "signature", "contact")


def _without_frame(text: str, draft: Draft, words: Callable[[Part], str] = _words) -> str:
    """Return what a text says between the greeting and the closing."""
    for part in draft.parts:
        if part.name in FRAME:
            text = text.replace(part.before + words(part), "", 1)
    return body_of(text.lstrip("\n"))


def find_leftovers(message: Message) -> Iterator[str]:
    yield from (found[0] for found in LEFTOVER.finditer(f"{message.subject}\n{message.text}"))


def find_bad_spacing(message: Message) -> Iterator[str]:
    yield from (repr(found[0]) for found in SPACING.finditer(message.own))
    yield from (repr(found[0]) for found in SPACING.finditer(message.subject))


def find_dangling(message: Message) -> Iterator[str]:
    yield from (found[0] for text in message.sections.values() for found in DANGLING.finditer(text))


def find_doubled(message: Message) -> Iterator[str]:
    yield from (found[0] for found in DOUBLED.finditer(message.text))


def find_wrong_article(message: Message) -> Iterator[str]:
    for found in ARTICLE.finditer(message.text):
        vowel = bool(SOUNDS_VOWEL.match(found[2])) and not SOUNDS_CONSONANT.match(found[2])
        if vowel != (found[1].lower() == "an") and found[0] != "A level":
            yield found[0]


def find_lower_case_start(message: Message) -> Iterator[str]:
    yield from (said for said in message.sentences if said[0].islower())


def find_unfinished(message: Message) -> Iterator[str]:
    """Yield each paragraph that stops without a stop."""
    for text in message.sections.values():
        for paragraph in filter(str.strip, text.split("\n\n")):
            if paragraph.strip().rstrip("\"'”’)")[-1] not in ".?!:。！？؟।…":
                yield paragraph[-40:]


def find_long_subject(message: Message) -> Iterator[str]:
    if len(message.subject) > SUBJECT:
        yield f"{len(message.subject)} characters: {message.subject}"


def find_long_sentence(message: Message) -> Iterator[str]:
    yield from (f"{count_words(said)} words: {said}" for said in message.sentences if count_words(said) > LONGEST)


def find_long_mean(message: Message) -> Iterator[str]:
    lengths = [count_words(said) for said in message.sentences]
    if len(lengths) >= 3 and sum(lengths) / len(lengths) > MEAN + 3 * (message.draft.tone == "formal"):
        yield f"{sum(lengths) / len(lengths):.1f} words a sentence"


def find_hard_reading(message: Message) -> Iterator[str]:
    own = [word for said in message.sentences for word in said.split()]
    letters = sum(char.isalnum() for word in own for char in word)
    if len(own) >= 30 and len(message.sentences) >= 3:
        index = 4.71 * letters / len(own) + 0.5 * len(own) / len(message.sentences) - 21.43
        if index > READING_AGE + 3 * (message.draft.tone == "formal"):
            yield f"readability index {index:.1f}"


def find_too_many_ideas(message: Message) -> Iterator[str]:
    for said in message.sentences:
        if len(re.findall(r", (?:and|but|so|or|since|because|although|while)\b|;|—| – ", said)) > 2:
            yield said


def find_paragraph_too_long(message: Message) -> Iterator[str]:
    for paragraph in message.own_sections["main"].split("\n\n"):
        if sum(said.strip(".") != STRANGER for said in sentences(paragraph)) > 8:
            yield paragraph[:60]


def find_cliches(message: Message) -> Iterator[str]:
    yield from (found[0] for found in CLICHES.finditer(f"{message.subject}\n{message.text}"))


def find_hedges(message: Message) -> Iterator[str]:
    yield from (found[0] for found in HEDGE.finditer(message.text))


def find_wrong_your(message: Message) -> Iterator[str]:
    yield from (
        found[0]
        for found in re.finditer(
            r"\b(?:that|if|when|know|hope) your (?:well|right|happy|sure|free|busy|not)\b", message.text
        )
    )


def find_flattery(message: Message) -> Iterator[str]:
    yield from (found[0] for found in FLATTERY.finditer(message.own))


def find_second_apology(message: Message) -> Iterator[str]:
    yield from _said_more_than_once(APOLOGY, message)


def find_second_thanks(message: Message) -> Iterator[str]:
    yield from _said_more_than_once(THANKS, message)


def _said_more_than_once(pattern: re.Pattern[str], message: Message) -> Iterator[str]:
    """Yield the sentences of what is said in one go that say the same kind of thing, where there are several."""
    for text in (message.sections[name] for name in ("main", "voicemail") if name in message.sections):
        found = [said for said in sentences(text) if pattern.search(said)]
        if len(found) > 1:
            yield " / ".join(found)


def find_said_twice(message: Message) -> Iterator[str]:
    for text in message.sections.values():
        for one, other in combinations(sentences(text), 2):
            a, b = _content(one), _content(other)
            if min(len(a), len(b)) >= 3 and len(a & b) / min(len(a), len(b)) >= 0.75:
                yield f"{one} / {other}"


@lru_cache(64)
def _content(said: str) -> set[str]:
    return {word for word in re.findall(r"[a-z']+", said.lower()) if word not in STOPWORDS}


def find_same_opening(message: Message) -> Iterator[str]:
    """Yield each word that three sentences in a row begin with, or six if it is “I”, which people hardly hear, and aloud never."""
    most = {"i": 100 if message.draft.channel in speech.SPOKEN_CHANNELS else 6}
    for text in message.own_sections.values():
        opening = [said.split()[0].strip("\"'“‘").split("'")[0].split("’")[0].lower() for said in sentences(text)]
        for word, run in groupby(opening):
            if word != STRANGER.lower() and len([*run]) >= most.get(word, 3):
                yield word


def find_wrong_register(message: Message) -> Iterator[str]:
    """Yield a contraction where it is formal, and a stiff opening where it is warm."""
    if message.draft.tone == "formal":
        main = _own_sentences(message)
        yield from (found[0] for found in CONTRACTION.finditer(main))
    if message.draft.tone == "warm":
        yield from (
            found[0]
            for found in re.finditer(
                r"\bI am writing to\b|\bthe above\b|\bhereby\b|\bYours (?:sincerely|faithfully)\b", message.own
            )
        )


def _own_sentences(message: Message) -> str:
    return re.sub(rf"[^.?!]*{STRANGER}[^.?!]*[.?!]?", "", message.own)


def find_other_english(message: Message) -> Iterator[str]:
    """Yield each form of one English in a message of the other."""
    leak = AMERICAN if message.draft.locale.name == "en-GB" else BRITISH
    yield from (found[0] for found in leak.finditer(message.own))
    if message.draft.locale.name == "en-GB":
        yield from (found[0] for found in WEEKDAY_COMMA.finditer(message.own))


def find_two_closings(message: Message) -> Iterator[str]:
    closings = re.findall(
        r"^(?:Yours \w+|Sincerely|Kind regards|Best regards|With best wishes|Best wishes|Warm regards|Regards|Cheers),$",
        message.text,
        re.MULTILINE,
    )
    if len(closings) > 1 or (message.draft.channel in ("email", "letter") and not closings):
        yield ", ".join(closings) or "none"


def find_no_salutation(message: Message) -> Iterator[str]:
    if message.draft.channel in ("email", "letter") and not re.search(
        r"^(?:Dear|Hello|Hi) \S[^\n]*[,:]$", message.text, re.MULTILINE
    ):
        yield message.text[:40]


RULES: dict[str, Callable[[Message], Iterator[str]]] = {
    "leftovers": find_leftovers,
    "spacing": find_bad_spacing,
    "dangling": find_dangling,
    "doubled": find_doubled,
    "article": find_wrong_article,
    "lower case start": find_lower_case_start,
    "unfinished": find_unfinished,
    "long subject": find_long_subject,
    "long sentence": find_long_sentence,
    "long mean": find_long_mean,
    "hard reading": find_hard_reading,
    "too many ideas": find_too_many_ideas,
    "long paragraph": find_paragraph_too_long,
    "cliche": find_cliches,
    "hedge": find_hedges,
    "your for you're": find_wrong_your,
    "flattery": find_flattery,
    "second apology": find_second_apology,
    "second thanks": find_second_thanks,
    "said twice": find_said_twice,
    "same opening": find_same_opening,
    "register": find_wrong_register,
    "other English": find_other_english,
    "closings": find_two_closings,
    "salutation": find_no_salutation,
}
"""Rule → function from a message to what is wrong with it."""


def own_words(draft: Draft) -> list[str]:
    """Return the words of a message without greeting, closing, and what the reader typed."""
    message = Message.of(draft)
    return [word for text in message.own_sections.values() for word in re.findall(r"[ap]\.m\.|[\w'’]+", text.lower())]


def break_rules(message: Message) -> list[str]:
    """Return what is wrong by the rules, each with its rule."""
    return [f"{name}: {fault}" for name, find in RULES.items() for fault in find(message)]


def faults(message: Message) -> list[str]:
    """Return what is wrong by the rules and by the checks."""
    return break_rules(message) + [f"{each.check}: {each.message}" for each in check(message.draft, message.checks)]
