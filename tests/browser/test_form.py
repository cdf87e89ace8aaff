"""The form in a real browser: short, forgiving, and kept for one tab."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

import generator
from tests.browser.visit import READY, answer, choose, draft, expect_own

TYPE = generator.find("cancel-agreed-interview")
OTHER = generator.find("decline-by-phone")
ANSWERS = {"recipient": "Ms Varga", "role": "registrar", "interview_when": "11 May 2027 3pm", "sender": "Edda Bright"}


@pytest.fixture
def page(long_visit):
    return long_visit.begin(TYPE.slug)


def control(page, name):
    return page.locator(f"message-writer [name={name}]")


def question(page, name):
    return page.locator(f"message-writer [data-field={name}]")


def more(page):
    return page.locator("message-writer .writer__more")


def test_few_questions_stand_open_and_the_rest_are_asked_for(page):
    expect(more(page)).not_to_have_attribute("open", "")
    expect(control(page, "sender_contact")).to_be_hidden()

    page.get_by_text("More, if you like").click()

    expect(control(page, "sender_contact")).to_be_visible()


def test_the_rest_is_open_where_something_in_it_is_answered(page):
    page.get_by_text("More, if you like").click()
    control(page, "company").fill("Saltmarsh Ferries")
    page.reload()

    expect(control(page, "company")).to_be_visible()
    expect(control(page, "company")).to_have_value("Saltmarsh Ferries")


def test_a_problem_among_the_rest_can_be_reached(page):
    answer(page, ANSWERS)
    page.get_by_text("More, if you like").click()
    control(page, "recipient_email").fill("nobody at nowhere")
    page.get_by_text("More, if you like").click()
    expect_own(page)
    page.locator("[data-gaps] [data-to=recipient_email]").click()

    expect(control(page, "recipient_email")).to_be_focused()


def test_a_day_is_echoed_with_its_weekday_and_year(page):
    answer(page, ANSWERS)

    expect(question(page, "interview_when").locator(".note")).to_have_text("Tuesday, May 11, 2027, at 3 p.m.")
    assert "writer-interview_when-note" in control(page, "interview_when").get_attribute("aria-describedby")


def test_a_day_that_cannot_be_read_is_not_echoed(page):
    answer(page, ANSWERS | {"interview_when": "soon"})
    expect_own(page)

    expect(question(page, "interview_when").locator(".note")).to_be_hidden()


def test_an_amount_is_echoed(visit):
    page = visit.open("write/pay-too-low/")
    control(page, "pay_needed").fill("35k gbp a year")

    expect(question(page, "pay_needed").locator(".note")).to_have_text("£35,000 a year")


def test_the_reader_is_told_of_characters_that_were_left_out(page):
    answer(page, ANSWERS)
    page.evaluate(
        """() => {
            const control = document.querySelector("message-writer [name=role]");
            control.value = "reg\\u202eistrar\\u200b";
            control.dispatchEvent(new Event("input", { bubbles: true }));
        }"""
    )

    expect(question(page, "role").locator(".note")).to_have_text("2 characters that cannot be seen were left out.")
    expect(draft(page)).to_contain_text("the registrar position")


def test_a_channel_that_is_not_there_is_explained(page):
    expect(page.locator("#writer-channel-hint")).to_have_text(TYPE.channels_hint)


def test_what_is_typed_goes_along_to_another_message_and_what_is_chosen_stays(page):
    answer(page, ANSWERS | {"reason": "other_job"})
    choose(page, tone="warm")
    page.goto(f"write/{OTHER.slug}/")

    expect(control(page, "recipient")).to_have_value("Ms Varga")
    expect(control(page, "role")).to_have_value("registrar")
    assert page.locator("[name=reason]:checked").count() == 0
    expect(page.locator("[name=tone][value=plain]")).to_be_checked()

    control(page, "role").fill("archivist")
    page.goto(f"write/{TYPE.slug}/")

    expect(control(page, "role")).to_have_value("archivist")
    expect(page.locator("[name=reason][value=other_job]")).to_be_checked()
    expect(page.locator("[name=tone][value=warm]")).to_be_checked()


def test_an_answer_that_was_emptied_does_not_come_back(page):
    answer(page, ANSWERS)
    control(page, "role").fill("")
    page.goto(f"write/{OTHER.slug}/")

    expect(control(page, "role")).to_have_value("")


@pytest.mark.parametrize(
    "kept",
    ["{", "7", "null", "[]", '{"role": 7, "__proto__": "x", "reason": {"a": 1}}', '"text"', '{"channel": "pigeon"}'],
)
def test_whatever_stands_in_the_storage_the_form_comes_up(page, kept):
    for name in ("", TYPE.slug):
        page.evaluate("([name, kept]) => sessionStorage.setItem(`/repo/answers/${name}`, kept)", [name, kept])
    page.reload()
    answer(page, ANSWERS)

    expect_own(page)
    expect(page.locator("[name=channel][value=email]")).to_be_checked()


def test_clear_everything_clears_form_storage_and_the_writers_memory(visit):
    page = visit.open(f"write/{TYPE.slug}/")
    workers = []
    page.on("worker", lambda worker: worker.url.startswith("blob:") and workers.append(worker.url))
    answer(page, ANSWERS)
    expect(page.locator(READY)).to_be_visible()
    page.get_by_text("More, if you like").click()
    control(page, "company").fill("Saltmarsh Ferries")
    page.get_by_role("button", name="Clear everything").click()

    expect(page.locator("[data-status]")).to_contain_text("Everything is cleared")
    expect(page.locator(READY)).to_be_visible()
    assert len(workers) == 2
    assert page.evaluate("JSON.stringify([sessionStorage, history.state])").find("Varga") == -1
    assert page.evaluate("Object.keys(sessionStorage)") == []
    expect(control(page, "company")).to_have_value("")
    page.reload()
    expect(control(page, "role")).to_have_value("")


def test_nothing_is_said_of_errors_before_the_reader_acts(page):
    control(page, "interview_when").fill("soon")
    control(page, "role").focus()
    expect_own(page)

    expect(page.locator("[data-problems]")).to_be_hidden()
    assert page.locator(".problem:visible").count() == 0
    assert page.locator("[aria-invalid]").count() == 0
    assert not page.title().startswith("Error")


def test_the_summary_says_what_the_questions_say_and_goes_when_it_is_mended(page):
    answer(page, {"recipient": "Ms Varga", "interview_when": "soon"})
    expect_own(page)
    page.get_by_role("button", name="Copy message").click()

    summary = page.locator("[data-problems]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading")).to_have_text("There is a problem")
    assert page.title().startswith("Error: ")
    for link in summary.locator("a").all():
        field = link.get_attribute("data-to")
        assert question(page, field).locator(".problem").text_content() == f"Error: {link.text_content()}"
    summary.locator("[data-to=interview_when]").click()
    expect(control(page, "interview_when")).to_be_focused()
    expect(control(page, "interview_when")).to_have_value("soon")
    answer(page, ANSWERS)
    expect(summary).to_be_hidden()
    assert not page.title().startswith("Error: ")


def test_no_control_has_a_placeholder_an_asterisk_or_a_limit(page):
    form = page.locator("message-writer form")

    assert form.locator("[placeholder], [maxlength], [required], [disabled]").count() == 0
    assert "*" not in form.text_content()
