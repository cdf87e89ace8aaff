"""Faults seeded into good messages, to see what the net catches.

Each takes a message and returns it with one fault, or None where there is no place for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from generator.checks import patterns
from generator.checks.speech import body_of, sentence_spans, sentences
from tests.prose.rules import Message

type Fault = Callable[[Message], Message | None]


def _swap(old: str, new: str) -> Fault:
    """Return the fault that writes `new` for the first `old`."""

    def seed(message: Message) -> Message | None:
        return _changed(message, re.sub(old, new, message.text, count=1))

    return seed


def _add(sentence: str) -> Fault:
    """Return the fault that adds a sentence to the end of the first paragraph that is said."""

    def seed(message: Message) -> Message | None:
        text, body = message.text, body_of(message.text)
        start = len(text) - len(body)
        end = text.find("\n\n", start)
        end = len(text) if end < 0 else end
        return _changed(message, f"{text[:end]} {sentence}{text[end:]}")

    return seed


def _changed(message: Message, text: str) -> Message | None:
    if text == message.text:
        return None
    return replace(message, draft=replace(message.draft, text=text), text=text, own=text)


def _only(fault: Fault, *, tone: str = "", locale: str = "", channels: tuple[str, ...] = (), check: str = "") -> Fault:
    """Return the fault, for messages where it is one."""

    def seed(message: Message) -> Message | None:
        draft = message.draft
        fits = (not tone or draft.tone == tone) and (not locale or draft.locale.name == locale)
        fits = fits and (not channels or draft.channel in channels) and (not check or check in message.checks)
        return fault(message) if fits else None

    return seed


def say_twice(message: Message) -> Message | None:
    said = [each for each in sentences(body_of(message.text)) if len(each.split()) > 6]
    return _changed(message, message.text.replace(said[0], f"{said[0]} {said[0]}", 1)) if said else None


def say_one_long_thing(message: Message) -> Message | None:
    """Join all sentences of the body into one."""
    body = body_of(message.text)
    joined = re.sub(r"[.] (?=[A-Z])", ", and ", body)
    return _changed(message, message.text.replace(body, joined)) if len(sentences(body)) > 4 else None


def hide_the_decision(message: Message) -> Message | None:
    """Take every sentence out that says no."""
    spans = [span for span in sentence_spans(message.text) if patterns.DECISION.search(message.text, *span)]
    text = message.text
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return _changed(message, text)


def delay_the_decision(message: Message) -> Message | None:
    body = body_of(message.text)
    pleasantries = "It was good to meet you all last week. The coffee was strong. The view from the window was fine. "
    return _changed(message, message.text.replace(body, pleasantries + body, 1))


def thank_nobody(message: Message) -> Message | None:
    spans = [span for span in sentence_spans(message.text) if patterns.THANKS.search(message.text, *span)]
    text = message.text
    for start, end in reversed(spans):
        text = text[:start] + text[end:]
    return _changed(message, text)


def close_twice(message: Message) -> Message | None:
    closing = re.search(
        r"^(?:Kind regards|Best regards|With best wishes|Sincerely|Yours \w+),$", message.text, re.MULTILINE
    )
    return (
        _changed(message, message.text.replace(closing[0], f"{closing[0]}\nWith best wishes,\nKind regards,", 1))
        if closing
        else None
    )


def forget_the_greeting(message: Message) -> Message | None:
    return _changed(message, body_of(message.text))


def change_the_day(message: Message) -> Message | None:
    """Name another day than the answers do."""
    day = message.draft.phrases.get("interview_when_day", "")
    other = re.sub(r"\d+", lambda found: str(int(found[0]) % 27 + 1), day)
    return _changed(message, message.text.replace(day, other)) if day and day in message.text else None


def lose_an_answer(message: Message) -> Message | None:
    """Leave the place of the role empty, as a template does that does not ask whether there is one."""
    role = message.draft.phrases.get("role", "")
    return _changed(message, message.text.replace(role, "", 1)) if role and role in message.text else None


FAULTS: dict[str, Fault] = {
    "a word twice": _swap(r"\b(\w{3,}) (\w{3,})\b", r"\1 \1 \2"),
    "two spaces": _swap(r"(\w) (\w)", r"\1  \2"),
    "a space before a stop": _swap(r"(\w)\.", r"\1 ."),
    "two stops": _swap(r"(\w)\.(?= |\n)", r"\1.."),
    "a stop and a comma": _swap(r"(\w)\. ", r"\1., "),
    "no stop at the end": _swap(r"(?<=\w{4})\.\n\n", "\n\n"),
    "a small letter at the start": _swap(r"(?<=\w\. )I (?=\w)", "i "),
    "an exclamation": _swap(r"(?<=\w{4})\.(?= |\n)", "!"),
    "a for an": _swap(r"\b(?:a|the) (?=[bcdfglmnprstvw])", "an "),
    "an for a": _swap(r"\b(?:the|another|an) (?=[aeio]\w)", "a "),
    "a brace of a template": _swap(r"\bthe (\w+) role\b|\brole\b", "the {{ role }} role"),
    "a None": _add("My number is None."),
    "a gap": _add("I will be in touch on [date]."),
    "a lost answer": lose_an_answer,
    "a placeholder": _add("Thank you, [name]."),
    "a cliché of care": _add("This comes after careful consideration."),
    "a cliché of hope": _add("I hope this email finds you well."),
    "a cliché of regret": _add("I regret to inform you of this."),
    "a cliché of goals": _add("It better aligns with my career goals."),
    "a cliché of inconvenience": _add("I sincerely apologize for any inconvenience."),
    "two apologies": _add("I am sorry. I apologise again for all of this."),
    "grovelling": _add("I feel terrible about this, and a thousand apologies."),
    "thanks again": _only(_add("Thank you. Thanks again for all of it."), check="thanks-once"),
    "nobody thanked": _only(thank_nobody, check="thanks-once"),
    "something said twice": say_twice,
    "three openings alike": _add("We met there. We spoke there. We parted there."),
    "one long sentence": say_one_long_thing,
    "no decision": _only(hide_the_decision, check="decision-first"),
    "a late decision": _only(delay_the_decision, check="decision-first"),
    "a contraction where it is formal": _only(_add("I'd rather say so now, and I don't doubt it."), tone="formal"),
    "an American date": _only(_add("It was to be on June 4."), locale="en-GB"),
    "a British date": _only(_add("It was to be on 4 June."), locale="en-US"),
    "an American spelling": _only(_add("I realize that the center is busy."), locale="en-GB"),
    "a British spelling": _only(_add("I realise that the centre is busy."), locale="en-US"),
    "a British title": _only(_add("Please tell Mr Osei."), locale="en-US"),
    "an American title": _only(_add("Please tell Mr. Osei."), locale="en-GB"),
    "criticism of the firm": _add("Your company is badly run."),
    "criticism of the people": _add("The interviewer was rude and unprofessional."),
    "a lecture": _add("You should pay people better."),
    "a comparison": _add("I have found a better job with a better company."),
    "a rival's name": _add("I have accepted a job at Northgate Bank Ltd."),
    "a diagnosis": _add("I have been diagnosed with depression."),
    "a family story": _add("My divorce has taken all my strength."),
    "money trouble": _add("I am behind with my rent and in debt."),
    "a visa": _add("My visa runs out in March."),
    "a bluff": _add("Unless you can match it, I am gone."),
    "a hint of more": _add("For the right figure I might think again."),
    "a hedge": _add("I might have to cancel, I think."),
    "a contradiction": _only(_add("I look forward to meeting you on Tuesday."), check="decision-first"),
    "another day": change_the_day,
    "flattery": _add("Yours is an amazing and prestigious company."),
    "two closings": _only(close_twice, channels=("email", "letter")),
    "no greeting": _only(forget_the_greeting, channels=("email", "letter")),
    "a misspelling": _swap(r"\b(interview|withdrawing|decided|thank)\b", "recieve"),
    "no apostrophe": _add("I dont doubt it."),
    "its for it's": _add("Its a good place to work."),
    "your for you're": _add("I hope that your well."),
    "of for have": _add("I should of said so."),
    "a verb that disagrees": _add("He have asked me twice."),
    "a pronoun that disagrees": _add("I is grateful to her."),
    "their for there": _add("I hope their will be time."),
    "a tense that is none": _add("I have went elsewhere."),
    "an unequal word": _add("Please tell the chairman and the cleaning lady."),
}
"""Kind of fault → function that seeds it."""
