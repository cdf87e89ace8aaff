"""The reader brings an invitation: what is shown of it, what is filled in, and what is made of it."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import expect

import generator
from generator import invitation
from generator.model.invitation import ReaderClock
from tests import INVITATIONS
from tests.browser.visit import DESK, PHONE, Visit, answer, axe, draft, expect_own

TYPE = generator.find("cancel-agreed-interview")
MOVED = INVITATIONS / "40-update-moved.eml"
SEVERAL = INVITATIONS / "46-several-attendees.ics"
CANCELLED = INVITATIONS / "42-cancel.eml"
NOTHING = INVITATIONS / "76-receipt.eml"


@pytest.fixture
def visit(chromium, site):
    """A reader in London, where the invitations are for."""
    visit = Visit(chromium, site, timezone_id="Europe/London")
    yield visit
    visit.close()


@pytest.fixture
def page(visit):
    page = visit.open(f"write/{TYPE.slug}/")
    page.locator(".invitation summary").click()
    return page


def bring(page, path):
    page.locator("[data-file]").set_input_files(path)
    expect(page.locator("[data-reading]")).not_to_have_text(re.compile("^(Reading it)?$"))


def value(page, name):
    return page.locator(f"message-writer [name={name}]").input_value()


def thing(page, name):
    return page.locator("[data-list] li", has=page.locator(f"input[data-name={name}]"))


def take(page):
    page.get_by_role("button", name="Fill in what is ticked").click()


def test_what_an_invitation_says_is_shown_with_the_line_that_says_it(page):
    bring(page, MOVED)

    for found in invitation.read(
        MOVED.read_bytes(), ReaderClock(zone="Europe/London", offsets=(("2027-03-28T01:00", 60),))
    ).found:
        expect(thing(page, found.name)).to_contain_text(found.value)
        expect(thing(page, found.name)).to_contain_text(found.source)


def test_nothing_is_filled_in_before_the_reader_says_so(page):
    bring(page, MOVED)
    assert value(page, "role") == ""

    take(page)
    assert value(page, "role") == "data analyst"
    assert value(page, "interview_when") == "Tuesday, 18 May 2027 at 11 am"
    expect_own(page)
    expect(draft(page)).to_contain_text("data analyst")


def test_what_is_unticked_is_not_taken(page):
    bring(page, MOVED)
    thing(page, "role").locator("input").uncheck()
    take(page)

    assert value(page, "role") == ""
    assert value(page, "company") == "Holme & Vale"


def test_what_the_reader_has_written_stays(page):
    answer(page, {"role": "archivist"})
    bring(page, MOVED)
    take(page)

    assert value(page, "role") == "archivist"
    expect(thing(page, "role")).to_contain_text("You have written “archivist”, and it stays")


def test_an_invitation_can_be_pasted(page):
    page.locator("[data-text]").fill(
        "Dear Amara,\n\nThank you for applying. We would like to invite you to an interview for the role of data analyst"
        " at Holme & Vale on Thursday, 13 May 2027 at 2:30 pm.\n\nKind regards,\nPriya Nair"
    )
    expect(thing(page, "interview_when")).to_contain_text("Thursday, 13 May 2027 at 2:30 pm")


def test_an_invitation_can_be_dropped_on_the_writer(page):
    page.locator("message-writer").evaluate(
        """(writer, text) => {
            const data = new DataTransfer();
            data.items.add(new File([text], "invitation.ics", { type: "text/calendar" }));
            writer.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        SEVERAL.read_text("utf-8"),
    )
    expect(thing(page, "company")).to_contain_text("Larkhill Energy")


def test_the_reader_is_asked_which_of_several_they_are(page):
    bring(page, SEVERAL)

    page.get_by_label("Which of them is you?").select_option("esra.demir@example.com")
    take(page)
    page.locator(".delivery__calendar summary").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Calendar answer (.ics)").click()
    reply = Path(coming.value.path()).read_text("utf-8").replace("\r\n ", "")
    assert "METHOD:REPLY" in reply
    assert "PARTSTAT=DECLINED" in reply
    assert "esra.demir@example.com" in reply
    assert "matteo" not in reply


def test_where_they_have_cancelled_nothing_is_left_to_decline(page):
    bring(page, CANCELLED)

    expect(page.locator("[data-said]")).to_contain_text("nothing left to decline")


def test_what_is_no_invitation_fills_nothing_in(page):
    bring(page, NOTHING)

    expect(page.locator("[data-said]")).to_contain_text("Nothing in it looks like an invitation to an interview.")
    expect(page.locator("[data-take]")).to_be_hidden()


def test_more_than_a_megabyte_is_refused_with_a_sentence(page, tmp_path):
    large = tmp_path / "large.eml"
    large.write_bytes(b"x" * 3_000_000)
    bring(page, large)

    expect(page.locator("[data-reading]")).to_contain_text("1 MB")
    expect(page.locator("[data-result]")).to_be_hidden()


def test_the_chooser_is_told_where_the_reader_stands_and_says_why(page):
    bring(page, MOVED)
    page.get_by_role("link", name="See which message fits").click()

    expect(page.locator("situation-chooser [name=where][value=booked]")).to_be_checked()
    expect(page.locator("[data-said]")).to_contain_text("another day")
    expect(page.locator("a.chooser__link:visible").first).to_contain_text("Cancel an interview you agreed to")


def test_an_invitation_brought_to_the_chooser_goes_along_to_the_message(visit):
    page = visit.open("choose/")
    page.locator(".invitation summary").click()
    bring(page, MOVED)
    expect(page.locator("situation-chooser [name=where][value=booked]")).to_be_checked()
    expect(page.locator("[data-list]")).not_to_contain_text("This message does not ask for it")
    page.locator("situation-chooser [name=wants][value=no]").check()
    page.locator("situation-chooser [name=notice]").last.check()
    page.locator("a.chooser__link:visible").first.click()
    page.wait_for_url("**/write/**")
    take(page)

    assert value(page, "role") == "data analyst"


def test_whoever_invites_is_not_taken_for_the_friend_who_is_told(visit):
    page = visit.open("write/tell-the-referrer/")
    page.locator(".invitation summary").click()
    bring(page, MOVED)
    take(page)

    assert value(page, "recipient") == ""
    assert value(page, "company") == "Holme & Vale"


def test_clearing_everything_puts_the_invitation_away(page):
    bring(page, MOVED)
    take(page)
    expect_own(page)
    page.get_by_role("button", name="Clear everything").click()

    expect(page.locator("[data-result]")).to_be_hidden()
    assert value(page, "role") == ""


def test_nothing_of_the_invitation_is_kept(page):
    bring(page, MOVED)

    kept = page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}, document.cookie])")
    assert "Nair" not in kept
    assert "analyst" not in kept


def test_everything_comes_in_one_file(page):
    bring(page, MOVED)
    take(page)
    expect_own(page)
    page.locator(".delivery__calendar summary").click()
    page.get_by_label("Whoever referred you").fill("Ines")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Everything (.zip)").click()

    names = zipfile.ZipFile(coming.value.path()).namelist()
    assert any(name.endswith(".ics") for name in names), names
    assert any("tell-the-referrer" in name for name in names), names


def test_a_booked_day_without_a_file_can_have_a_reminder(page):
    answer(page, {"recipient": "Ms Varga", "role": "registrar", "interview_when": "Tuesday, 11 May 2027 at 3 pm"})
    expect_own(page)
    page.locator(".delivery__calendar summary").click()
    with page.expect_download() as coming:
        page.get_by_role("button", name="Reminder for your calendar").click()

    assert "TRANSP:TRANSPARENT" in Path(coming.value.path()).read_text("utf-8")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_it_is_usable_by_everybody(page, size):
    page.set_viewport_size(size)
    bring(page, SEVERAL)

    assert axe(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
