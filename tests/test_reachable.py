"""Every message that answers can lead to, as far as its choices and its optional answers go, passes its own checks."""

from itertools import product

import pytest

from generator import compose, load_catalogue
from generator.model import TONES

ANSWERS = {
    "recipient": "Ms Varga",
    "role": "baker",
    "company": "Falk Marine",
    "sender": "Edda",
    "sender_contact": "07700 900 418",
    "recipient_email": "varga@example.org",
    "sender_address": "4 Tern Row",
    "recipient_address": "Dock Street",
    "today": "5 May 2027",
    "interview_when": "11 May at 3 pm",
    "met_when": "3 May",
    "thanks_for": "the tea",
    "reason_words": "I am moving to Lisbon.",
    "pay_needed": "£35k a year",
    "pay_offered": "£29k a year",
    "skill_missing": "fluent German",
    "skill_brought": "good French",
    "values_fact": "the fund invests in tobacco",
    "better_fit": "work in the map room",
}


def variants(field):
    """Return the answers that make a difference to which sentences stand there."""
    if field.kind == "choice":
        return [option.value for option in field.options]
    if field.kind == "yes":
        return ["", "yes"]
    return [ANSWERS[field.name]] if field.required else ["", ANSWERS[field.name]]


def reachable(message_type, channel):
    """Yield the answers to each combination that the channel tells apart."""
    asked = [field for field in message_type.fields if channel in field.channels]
    names = [field.name for field in asked]
    for answers in product(*map(variants, asked)):
        yield dict(zip(names, answers, strict=True))


@pytest.mark.parametrize("tone", TONES)
@pytest.mark.parametrize(
    ("message_type", "channel"),
    [(each, channel) for each in load_catalogue() for channel in each.channels],
    ids=lambda value: getattr(value, "slug", value),
)
def test_every_reachable_message_passes_its_checks(message_type, channel, tone):
    seen = set()
    for answers in reachable(message_type, channel):
        made = compose(message_type, answers, channel, tone)
        if made.draft.text in seen:
            continue
        seen.add(made.draft.text)

        assert made.problems == (), answers
        assert [(finding.check, finding.message) for finding in made.findings] == [], made.draft.text
        assert made.draft.missing == ()
    assert len(seen) >= 4
