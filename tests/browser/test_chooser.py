"""The chooser, in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.browser.visit import READY, until


def choose(page, **answers):
    for name, value in answers.items():
        page.locator(f"situation-chooser [name={name}][value='{value}']").check()


def shown(page):
    return page.locator("situation-chooser .chooser__answer:visible")


def test_three_questions_lead_to_the_page_and_the_channel(visit):
    page = visit.open("choose/")
    expect(shown(page)).to_have_count(0)
    choose(page, where="booked", wants="no")
    expect(page.get_by_text("How long is it until the interview?")).to_be_visible()
    choose(page, notice=0)

    expect(shown(page)).to_have_count(1)
    expect(shown(page)).to_contain_text("Call first, then write two lines")
    expect(page.locator("[data-found]")).to_contain_text("Cancel an interview you agreed to")
    shown(page).get_by_role("link", name="Cancel an interview you agreed to").and_(page.locator(":visible")).click()
    expect(page.locator("message-writer [name=channel][value=call]")).to_be_checked()
    expect(page.locator("message-writer [name=short_notice]")).to_be_checked()
    until(page, "!location.hash")
    expect(page.locator(READY)).to_be_visible()


def test_the_time_left_is_asked_only_where_it_counts(visit):
    page = visit.open("choose/")
    choose(page, where="during", wants="ask")

    expect(page.get_by_text("How long is it until the interview?")).to_be_hidden()
    expect(shown(page)).to_contain_text("it is too low")


def test_coming_back_finds_the_choices_in_one_step(visit):
    page = visit.open("choose/")
    choose(page, where="after", wants="no")
    link = shown(page).get_by_role("link").first
    link.scroll_into_view_if_needed()
    until(page, "history.state?.y === scrollY")  # the theme writes down where the page stood
    pages_before = page.evaluate("history.length")
    link.click()
    expect(page.locator(READY)).to_be_visible()
    until(page, "!location.hash && scrollY === 0")

    assert page.evaluate("history.length") == pages_before + 1
    page.go_back()
    expect(page.locator("[name=where][value=after]")).to_be_checked()
    expect(shown(page)).to_have_count(1)


def test_choosing_moves_nothing_that_has_the_focus(visit):
    page = visit.open("choose/")
    choose(page, where="booked", wants="move")

    expect(page.locator("[name=wants][value=move]")).to_be_focused()
