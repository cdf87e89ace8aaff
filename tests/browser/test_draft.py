"""The draft in a real browser: what a reader can ask of it, change in it, and take back."""

from __future__ import annotations

import json
import re

import pytest
from playwright.sync_api import expect

import generator
from tests.browser.visit import answer, choose, draft, expect_draft, expect_settled

TYPE = generator.find("cancel-agreed-interview")
ANSWERS = {name: text for name, text in TYPE.examples[0].answers.items() if "address" not in name and name != "today"}
OWN = "Thank you for the map room."
FRESH = "Thank you for inviting me, and for taking me through the conservation studio last week."


def drafted(edits=None, **changed):
    answers = {**ANSWERS, **changed}
    return generator.compose(TYPE, answers, generator.Style(channel="email", tone="plain"), edits=edits).draft


def on_the_host(edits=None, **changed):
    return drafted(edits, **changed).text


def made():
    """Return the parts of the message by their names."""
    return {part.name: part for part in drafted().parts}


@pytest.fixture
def page(long_visit):
    """A message of the reader's own."""
    page = long_visit.begin(TYPE.slug)
    answer(page, ANSWERS)
    expect_draft(page, on_the_host())
    return page


def part(page, name):
    return draft(page).locator(f"[data-part={name}]")


def why(page):
    return page.locator("[data-why]")


def press(page, name):
    page.locator("message-writer").get_by_role("button", name=name).first.click()


def rewrite(page, name, words):
    """Write other words in the place of a part, as a person does: click, select, type."""
    if page.locator("[data-edit]").get_attribute("aria-pressed") == "false":
        press(page, "Edit the words")
    part(page, name).click()
    page.evaluate(
        "name => getSelection().selectAllChildren(document.querySelector(`[data-draft] [data-part=${name}]`))", name
    )
    page.keyboard.insert_text(words)


def leave(page):
    """Go on to something else."""
    page.locator("[name=role]").focus()


def kept(page):
    return json.loads(page.evaluate("JSON.stringify({...sessionStorage})"))


def test_a_touched_part_says_why_it_is_there_and_which_answers_made_it(page):
    part(page, "decision").click()

    expect(why(page)).to_contain_text("Decision")
    expect(why(page)).to_contain_text(generator.parts()["decision"].why)
    gaps = {field.name: field.gap for field in TYPE.fields}
    assert why(page).locator("[data-to]").all_text_contents() == [gaps[name] for name in made()["decision"].uses]
    expect(why(page).get_by_role("link", name="More in the guide")).to_have_attribute(
        "href", re.compile("/repo/anatomy/#decision$")
    )


def test_the_answer_that_made_a_part_is_one_press_away(page):
    part(page, "decision").click()
    why(page).get_by_role("link", name="role").click()

    expect(page.locator("[name=role]")).to_be_focused()


def test_hovering_tells_why_too(page):
    part(page, "closing").hover()

    expect(why(page)).to_contain_text("Closing")


def test_every_part_can_be_reached_by_keyboard_and_is_spoken(page):
    seen = []
    why(page).get_by_role("button", name="Next part").focus()
    for _ in made():
        page.keyboard.press("Enter")
        seen.append(why(page).locator("[data-why-label]").text_content())
        expect(page.locator("[data-status]")).to_contain_text(seen[-1])

    assert seen == [generator.parts()[name].label for name in made()]


def test_a_part_can_be_left_out_and_put_back(page):
    part(page, "next_step").click()
    press(page, "Leave it out")

    expect_draft(page, on_the_host({"next_step": ""}))
    expect(page.locator("[data-changes]")).to_contain_text("Next step is left out.")

    press(page, "Put it back")

    expect_draft(page, on_the_host())
    expect(page.locator("[data-changes]")).to_be_hidden()


def test_the_decision_is_not_offered_to_be_left_out(page):
    part(page, "decision").click()

    expect(why(page).get_by_role("button", name="Leave it out")).to_be_hidden()


def test_what_the_reader_writes_is_the_message(page):
    rewrite(page, "thanks", OWN)
    leave(page)

    expect_draft(page, on_the_host({"thanks": OWN}))
    press(page, "Copy message")
    assert page.evaluate("navigator.clipboard.readText()") == on_the_host({"thanks": OWN})


def test_an_answer_that_changes_moves_what_was_not_edited_and_leaves_what_was(page):
    rewrite(page, "thanks", OWN)
    page.locator("[name=role]").fill("archivist")

    expect_draft(page, on_the_host({"thanks": OWN}, role="archivist"))


def test_the_fresh_words_of_an_edited_part_are_shown_and_can_be_taken(page):
    rewrite(page, "thanks", OWN)
    page.locator("[name=thanks_for]").fill("the tea")

    expect(page.locator("[data-changes]")).to_contain_text("Your answers have changed since you wrote them.")
    expect(why(page)).to_contain_text("Thank you for the tea.")

    press(page, "Use the words from your answers")

    expect_draft(page, on_the_host(thanks_for="the tea"))


def test_all_changes_can_be_taken_back_at_once(page):
    rewrite(page, "thanks", OWN)
    rewrite(page, "closing", "All the best,")
    press(page, "Undo them all")

    expect_draft(page, on_the_host())


def test_undo_and_redo_go_through_the_changes_one_by_one(page):
    rewrite(page, "thanks", OWN)
    rewrite(page, "closing", "All the best,")
    leave(page)
    expect_draft(page, on_the_host({"thanks": OWN, "closing": "All the best,"}))

    press(page, "Undo")
    expect_draft(page, on_the_host({"thanks": OWN}))
    press(page, "Undo")
    expect_draft(page, on_the_host())
    press(page, "Redo")
    expect_draft(page, on_the_host({"thanks": OWN}))


def test_parts_that_are_rewritten_faster_than_a_message_is_made_keep_their_own_words(page):
    press(page, "Edit the words")
    page.evaluate(
        """(rewritten) => {
            for (const [name, words] of rewritten) {
                getSelection().selectAllChildren(document.querySelector(`[data-draft] [data-part=${name}]`));
                document.execCommand("insertText", false, words);
            }
        }""",
        [["thanks", OWN], ["closing", "All the best,"]],
    )
    leave(page)

    expect_draft(page, on_the_host({"thanks": OWN, "closing": "All the best,"}))
    press(page, "Undo them all")
    expect_draft(page, on_the_host())


def test_the_keys_for_undo_work_in_the_text(page):
    rewrite(page, "thanks", OWN)
    page.keyboard.press("Control+z")
    expect_draft(page, on_the_host())

    page.keyboard.press("Control+Shift+z")
    expect_draft(page, on_the_host({"thanks": OWN}))


def test_the_cursor_stays_where_the_reader_writes(page):
    press(page, "Edit the words")
    page.evaluate(
        """() => {
            const text = document.querySelector("[data-draft] [data-part=thanks]").firstChild;
            getSelection().collapse(text, "Thank you".length);
        }"""
    )
    for letter in " all":
        page.keyboard.type(letter)
        expect_settled(page)
    leave(page)

    expect(part(page, "thanks")).to_have_text("Thank you all for showing me the conservation studio.")


def test_paragraphs_can_be_joined_and_lines_begun(page):
    page.locator("[name=future_work]").fill("")
    expect_draft(page, on_the_host(future_work=""))
    press(page, "Edit the words")
    page.evaluate(
        """() => getSelection().collapse(document.querySelector("[data-draft] [data-part=thanks]").firstChild, 0)"""
    )
    for _ in "\n\n":
        page.keyboard.press("Backspace")
        expect_settled(page)  # as between the keys of a person
    page.keyboard.insert_text(" ")
    expect_settled(page)
    leave(page)
    joined = on_the_host(future_work="").replace("someone else.\n\nThank you", "someone else. Thank you")
    expect_draft(page, joined)

    rewrite(page, "closing", "Until then")
    page.keyboard.press("Enter")
    expect_settled(page)  # a thought: meanwhile the message is made
    page.keyboard.type("Best regards,")
    leave(page)
    expect_draft(page, joined.replace("Best regards,", "Until then\nBest regards,"))


def test_a_deleted_text_can_be_had_back(page):
    press(page, "Edit the words")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    expect(page.locator("[data-changes] li").first).to_contain_text("is left out")

    page.keyboard.press("Control+z")
    expect_draft(page, on_the_host())


def test_the_subject_can_be_rewritten_on_one_line(page):
    press(page, "Edit the words")
    page.locator("[data-subject]").click()
    page.keyboard.press("Control+a")
    page.keyboard.type("Thursday is")
    page.keyboard.press("Enter")
    page.keyboard.type(" off")
    leave(page)

    expect(page.locator("[data-subject]")).to_have_text("Thursday is off")
    expect(page.locator("[data-mailto]")).to_have_attribute("href", re.compile("subject=Thursday%20is%20off"))


def test_pasted_markup_is_text(page):
    press(page, "Edit the words")
    page.evaluate(
        """() => navigator.clipboard.write([new ClipboardItem({
            "text/html": new Blob(["<b>bold</b>"], {type: "text/html"}),
            "text/plain": new Blob(["bold"], {type: "text/plain"}),
        })])"""
    )
    part(page, "closing").click()
    page.keyboard.press("End")
    page.keyboard.press("Control+v")
    leave(page)

    expect(part(page, "closing")).to_have_text("Best regards,bold")
    assert draft(page).locator("b").count() == 0


def test_the_checks_read_the_words_as_edited_and_one_press_takes_a_sentence_out(page):
    rewrite(page, "next_step", "I hope it goes well. Thanks again for everything.")

    expect(page.locator("[data-advice]")).to_contain_text("Thanks are said more than once.")
    press(page, "Take out “Thanks again for everything.”")

    expect_draft(page, on_the_host({"next_step": "I hope it goes well."}))
    expect(page.locator("[data-advice]")).to_be_hidden()


def test_edits_survive_reload_and_another_tone_and_belong_to_their_channel(page):
    rewrite(page, "thanks", OWN)
    leave(page)
    choose(page, tone="warm")
    expect(part(page, "thanks")).to_have_text(OWN)
    expect(part(page, "greeting")).to_have_text("Hi Ms. Varga,")

    choose(page, channel="letter")
    expect(part(page, "thanks")).not_to_have_text(OWN)

    choose(page, channel="email")
    page.reload()
    expect(part(page, "thanks")).to_have_text(OWN)


def test_clearing_forgets_the_edits_too(page):
    rewrite(page, "thanks", OWN)
    press(page, "Clear everything")

    assert OWN not in json.dumps(kept(page))
    answer(page, ANSWERS)
    expect_draft(page, on_the_host())


def test_what_was_kept_may_be_broken_and_does_no_harm(visit):
    page = visit.open(f"write/{TYPE.slug}/")
    page.evaluate(
        'type => sessionStorage.setItem(`/repo/answers/${type}/email`, \'{"thanks": 7, "x": null}\')', TYPE.slug
    )
    page.reload()
    answer(page, ANSWERS)

    expect_draft(page, on_the_host())


def test_pasted_lines_stay_lines(page):
    press(page, "Edit the words")
    page.evaluate("navigator.clipboard.writeText('Until then\\nand in good spirits,\\n\\nyours')")
    rewrite(page, "closing", "x")
    page.keyboard.press("Control+v")
    leave(page)

    expect_draft(page, on_the_host({"closing": "xUntil then\nand in good spirits,\n\nyours"}))
