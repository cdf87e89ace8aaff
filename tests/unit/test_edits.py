"""The reader's own words in a draft: kept while the answers change, and judged like the rest."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import generator
from generator.errors import UnknownNameError
from generator.exports import export, header
from generator.worker import handle
from tests import ROOT

DOCS = ROOT / "docs"
TYPE = generator.find("cancel-agreed-interview")
ANSWERS = TYPE.examples[0].answers
OWN = "Thank you for the map room, and thank Milo for the spatula."


def drafted(edits, answers=ANSWERS, channel="email", tone="plain"):
    return generator.compose(TYPE, answers, generator.Style(channel=channel, tone=tone), edits=edits).draft


def text_of(draft, name):
    [part] = [part for part in (*draft.headers, *draft.parts) if part.name == name]
    return "".join(segment.text for segment in part.segments)


def names_of(draft):
    return [part.name for part in draft.parts]


def test_the_readers_words_stand_in_the_place_of_the_part():
    draft = drafted({"thanks": OWN})

    assert text_of(draft, "thanks") == OWN
    assert OWN in draft.text
    assert names_of(draft) == names_of(drafted({}))


def test_what_was_not_edited_follows_the_answers_and_what_was_is_kept():
    draft = drafted({"thanks": OWN}, {**ANSWERS, "role": "archivist", "thanks_for": "the tea"})

    assert "archivist" in text_of(draft, "decision")
    assert text_of(draft, "thanks") == OWN


def test_beside_an_edited_part_stand_the_words_that_the_answers_make_now():
    [fresh] = drafted({"thanks": OWN}, {**ANSWERS, "thanks_for": "the tea"}).revised

    assert fresh.name == "thanks"
    assert "".join(segment.text for segment in fresh.segments) == "Thank you for the tea."


def test_a_part_without_words_is_left_out_and_leaves_no_hole():
    draft = drafted({"next_step": "", "contact": " \n"})

    assert not {"next_step", "contact"} & set(names_of(draft))
    assert "\n\n\n" not in draft.text
    assert "  " not in draft.text
    assert [part.name for part in draft.revised] == ["next_step", "contact"]


def test_a_part_that_the_answers_no_longer_make_is_passed_over():
    draft = drafted({"reason": "I am going to sea."}, {**ANSWERS, "reason": "none"})

    assert "reason" not in names_of(draft)
    assert draft.revised == ()


def test_an_answer_is_still_marked_where_it_still_stands():
    draft = drafted({"decision": "I shall not take the registrar role, nor come on 11 May."})
    [part] = [part for part in draft.parts if part.name == "decision"]

    assert [(segment.text, segment.field) for segment in part.segments] == [
        ("I shall not take the ", ""),
        ("registrar", "role"),
        (" role, nor come on 11 May.", ""),
    ]


def test_a_gap_that_was_written_over_is_missing_no_longer():
    without_role = {name: answer for name, answer in ANSWERS.items() if name != "role"}
    edits = {"decision": "I am withdrawing, so please cancel our interview."}

    assert drafted({}, without_role).missing == ("role",)
    assert drafted({"decision": "I withdraw from the [role] role."}, without_role).missing == ("role",)
    assert drafted(edits, without_role).missing == ()


def test_the_subject_is_one_line_whatever_is_pasted_into_it():
    draft = drafted({"subject": "Thursday\r\nBcc: everyone@example.org\x00"})

    assert header(draft, "subject") == "Thursday Bcc: everyone@example.org"


def test_the_cue_of_an_edited_reply_is_still_a_cue():
    words = "If you reach voicemail:\nThis is Imani. I am not coming."
    draft = generator.compose(
        TYPE, ANSWERS, generator.Style(channel="call", tone="plain"), edits={"voicemail": words}
    ).draft
    [part] = [part for part in draft.parts if part.name == "voicemail"]

    assert part.segments[0].text == "If you reach voicemail:\n"
    assert draft.text.endswith(words)


def test_the_checks_read_what_the_reader_wrote():
    made = generator.compose(
        TYPE, ANSWERS, generator.Style(channel="email", tone="plain"), edits={"reason": "Your process was chaotic."}
    )

    assert "no-lecture" in [finding.check for finding in made.findings]


def test_an_export_holds_what_the_reader_wrote():
    assert OWN.encode() in export(drafted({"thanks": OWN}), "txt").data


def test_a_part_that_there_is_not_is_named():
    with pytest.raises(UnknownNameError, match="There is no part “postscript”; there is to, subject"):
        drafted({"postscript": "Hello."})


def test_the_page_is_told_why_each_part_is_there_and_where_that_is_explained():
    request = {"request": "compose", "type": TYPE.slug, "answers": dict(ANSWERS), "edits": {"wish": "", "thanks": OWN}}
    draft = json.loads(handle(json.dumps(request)))["result"]["draft"]
    decision = next(part for part in draft["parts"] if part["name"] == "decision")

    assert decision["why"].endswith(".")
    assert decision["essential"]
    assert "role" in decision["uses"]
    assert draft["revised"] == [
        {"name": "thanks", "label": "Thanks", "text": text_of(drafted({}), "thanks")},
    ]


@pytest.mark.parametrize("name", generator.parts())
def test_every_part_is_explained_in_a_place_that_exists(name):
    page, _, anchor = generator.parts()[name].guide.partition("#")

    assert (DOCS / page).is_file()
    assert not anchor or f"{{#{anchor}}}" in (DOCS / page).read_text(encoding="utf-8")


@given(st.dictionaries(st.sampled_from(sorted(generator.parts())), st.text(max_size=200)))
def test_any_words_in_any_part_make_a_draft_that_is_the_sum_of_its_parts(edits):
    draft = drafted(edits)

    assert draft.text == "".join(part.before + text_of(draft, part.name) for part in draft.parts)
    assert "\x00" not in draft.text
    assert "\n" not in header(draft, "subject")
    assert draft.text == draft.text.strip()
