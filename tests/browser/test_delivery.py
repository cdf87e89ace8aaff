"""Taking the message away, in a real browser: what is copied, opened, shared, saved and printed, and what is said of it."""

from __future__ import annotations

import io
import re
import unicodedata
from pathlib import Path

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader

import generator
from generator.exports import MAILTO_LIMIT
from generator.exports import export as export_on_the_host
from tests.browser.visit import (
    DESK,
    PHONE,
    READY,
    Visit,
    answer,
    choose,
    draft,
    expect_draft,
    expect_own,
    here_today,
    pass_time,
    until,
)

TYPE = generator.find("cancel-agreed-interview")
ANSWERS = {name: text for name, text in TYPE.examples[0].answers.items() if name != "today"}
FILLED = {
    "recipient": "Ms Varga",
    "role": "registrar",
    "interview_when": "11 May 2027 at 3 pm",
    "sender": "Édda O’Quist",
}
DONE_FOR, TAKEN_AFTER = 2_000, 40_000  # ms, as delivery.mjs and save-file.mjs have them
OWN = "Thank you for the map room."
SHEETS = {"a4": (595, 842), "letter": (612, 792)}  # points
FORMS = ["eml", "docx", "txt"]
SHARES = """
    globalThis.shared = [];
    navigator.canShare = (what) => !what.files;
    navigator.share = async (what) => {
        shared.push(what);
        if (globalThis.refusal) throw new DOMException("no", refusal);
    };
"""
SAYS = "(text) => document.querySelector('[data-status]').textContent === text"
COUNTS_PRINTS = "globalThis.printed = 0; globalThis.print = () => (printed += 1);"


def made(page, channel="email", tone="plain", answers=ANSWERS, edits=None):
    """Return what Python makes here of the answers, on the day that the page took from the device."""
    known = {field.name for field in TYPE.fields if channel in field.channels}
    given = {name: text for name, text in answers.items() if name in known} | {"today": here_today(page)}
    locale = page.locator("[name=locale]:checked").input_value()
    return generator.compose(TYPE, given, generator.Style(channel=channel, tone=tone, locale=locale), edits=edits).draft


def open_writer(visit, answers=ANSWERS, **style):
    page = visit.begin(TYPE.slug)
    choose(page, **style)
    answer(page, answers)
    expect_draft(page, made(page, style.get("channel", "email"), answers=answers).text)
    return page


@pytest.fixture
def page(long_visit):
    """An email of the reader's own, without a gap, and all ways to take it away in sight."""
    page = open_writer(long_visit)
    unfold(page)
    return page


def unfold(page):
    page.locator("summary", has_text="As a file, or on paper").click()


def button(page, name):
    return page.locator("message-writer").get_by_role("button", name=name, exact=True)


def status(page):
    return page.locator("[data-status]")


def clipboard(page):
    return page.evaluate("navigator.clipboard.readText()")


def focused(page):
    return page.evaluate("document.activeElement.textContent")


def saved(page, form):
    """Press the button for the form, and return the name and the bytes of what the browser saved."""
    with page.expect_download() as coming:
        page.locator(f"[data-export={form}]").click()
    return coming.value.suggested_filename, Path(coming.value.path()).read_bytes()


def downloads_of(page):
    """Return a list to which the name of each download is added."""
    names = []
    page.on("download", lambda download: names.append(download.suggested_filename))
    return names


def pages(page):
    return PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True))).pages


def words(text):
    """Return the words, with every letter on its own: a printer's font may join some."""
    return unicodedata.normalize("NFKC", text).split()


def printed_on(pages):
    return {tuple(round(float(each)) for each in sheet.mediabox[2:]) for sheet in pages}


# All ways


def test_the_ways_stand_in_the_order_in_which_most_people_want_them(visit):
    visit.context.add_init_script(SHARES)
    page = open_writer(visit)
    unfold(page)
    ways = page.locator(".delivery :is(button, a):visible, .delivery__files button:visible").all_text_contents()

    assert ways == [
        "Copy message",
        "Copy subject",
        "Copy subject and message",
        "Open in mail program",
        "Share",
        "Clear everything",
        "Unsent email (.eml)",
        "Word document (.docx)",
        "Plain text (.txt)",
        "Print, or save as PDF",
    ]
    assert page.locator("message-writer .button--primary:visible").all_text_contents() == ["Copy message"]
    assert page.locator("message-writer :disabled").count() == 0


def test_a_letter_has_no_subject_to_copy_and_is_no_mail(long_visit):
    page = open_writer(long_visit, channel="letter")
    unfold(page)

    assert page.locator(".delivery :is(button, a):visible").all_text_contents() == ["Copy message", "Clear everything"]
    assert page.locator(".delivery__files button:visible").all_text_contents() == [
        "Word document (.docx)",
        "Plain text (.txt)",
        "Print, or save as PDF",
    ]
    expect(page.locator("#delivery-eml")).to_be_hidden()


def test_until_there_is_a_message_there_is_nothing_to_take_away(visit):
    page = visit.open(f"write/{TYPE.slug}/")
    expect(page.locator(READY)).to_be_visible()

    assert page.locator(":is(.delivery, .delivery__files) :is(a, button, summary):visible").count() == 0


def test_nothing_is_opened_saved_copied_or_shared_of_its_own_accord(visit):
    visit.context.add_init_script(SHARES + COUNTS_PRINTS)
    downloads = downloads_of(visit.page)
    page = open_writer(visit, answers=ANSWERS | {"recipient_email": "varga@example.org"})
    page.evaluate("navigator.clipboard.writeText('mine')")
    choose(page, tone="warm")
    expect_draft(page, made(page, tone="warm").text)

    assert (clipboard(page), page.evaluate("shared"), page.evaluate("printed"), downloads) == ("mine", [], 0, [])


def test_everything_can_be_done_by_the_keyboard(long_visit):
    page = open_writer(long_visit)
    page.get_by_role("button", name="Copy message").focus()
    walked = []
    for _ in range(11):
        walked.append(focused(page).strip() or page.evaluate("document.activeElement.name"))
        if walked[-1] == "As a file, or on paper":
            page.keyboard.press("Enter")
        page.keyboard.press("Tab")

    assert walked == [
        "Copy message",
        "Copy subject",
        "Copy subject and message",
        "Open in mail program",
        "Clear everything",
        "As a file, or on paper",
        "paper",
        "Unsent email (.eml)",
        "Word document (.docx)",
        "Plain text (.txt)",
        "Print, or save as PDF",
    ]
    page.locator("[data-export=txt]").focus()
    with page.expect_download() as coming:
        page.keyboard.press("Enter")
    assert coming.value.suggested_filename.endswith(".txt")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
def test_with_the_files_unfolded_all_fits_and_can_be_hit_with_a_thumb(visit, size):
    visit.context.add_init_script(SHARES)
    visit.page.set_viewport_size(size)
    page = open_writer(visit)
    unfold(page)

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    for control in page.locator(":is(.delivery, .delivery__files) :is(button, a, summary, label):visible").all():
        assert control.bounding_box()["height"] >= 44


# Copy


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("Copy message", "Copied"),
        ("Copy subject", "Subject copied"),
        ("Copy subject and message", "Subject and message copied"),
    ],
)
def test_a_copy_is_to_the_letter_what_its_button_names(page, name, said):
    message = made(page)
    texts = {
        "Copy message": message.text,
        "Copy subject": generator.exports.header(message, "subject"),
        "Copy subject and message": export_on_the_host(message, "txt").data.decode().removesuffix("\n"),
    }
    button(page, name).click()

    expect(status(page)).to_have_text(said)
    assert clipboard(page) == texts[name]
    assert "\r" not in clipboard(page)
    assert focused(page) == "Copied"
    pass_time(page, DONE_FOR)
    expect(button(page, name)).to_be_focused()


def test_a_button_keeps_its_place_while_it_says_that_it_has_copied(page):
    name = "Copy subject and message"
    before = [each.bounding_box() for each in page.locator(".delivery :is(button, a):visible").all()]
    button(page, name).click()
    expect(button(page, "Copied")).to_be_visible()

    assert [each.bounding_box() for each in page.locator(".delivery :is(button, a):visible").all()] == before
    pass_time(page, DONE_FOR)
    expect(button(page, name)).to_be_visible()


def test_the_text_is_handed_over_within_the_click(visit):
    """Safari copies only what it is given before anything is waited for."""
    visit.context.add_init_script(
        "navigator.clipboard.writeText = async () => (globalThis.inClick = globalThis.clicking);"
        "addEventListener('click', () => { globalThis.clicking = true; setTimeout(() => (clicking = false)) }, true);"
    )
    page = open_writer(visit)
    button(page, "Copy subject and message").click()

    expect(button(page, "Copied")).to_be_visible()
    assert page.evaluate("inClick") is True


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Copy message", "[data-draft]"),
        ("Copy subject", "[data-subject]"),
        ("Copy subject and message", "[data-paper] .message"),
    ],
)
def test_a_clipboard_that_is_blocked_leaves_the_text_selected_and_names_the_keys(visit, name, place):
    visit.context.add_init_script("delete Navigator.prototype.clipboard")
    visit.page.set_viewport_size(PHONE)
    page = open_writer(visit)
    button(page, name).click()

    expect(status(page)).to_have_text(
        "Your browser would not copy it. The text is selected: press Ctrl+C, or ⌘C on a Mac"
    )
    expect(status(page)).to_be_in_viewport()
    selected = page.evaluate("getSelection().toString()").split()
    assert selected == page.locator(f"message-writer {place}").inner_text().split()
    expect(button(page, name)).to_be_focused()


# The mail program


@pytest.fixture
def mail(visit):
    """An email that is well under the limit of a link, and nothing that would open it."""
    visit.context.add_init_script(
        "addEventListener('click', (event) => event.target.closest('[data-mailto]') && event.preventDefault());"
    )
    return open_writer(visit, answers=ANSWERS | {"recipient_email": "varga+jobs@example.org"})


def test_the_browser_reads_in_the_mail_link_what_was_meant(mail):
    message = made(mail)
    read = mail.locator("[data-mailto]").evaluate(
        "({ href }) => { const { protocol, pathname, search } = new URL(href);"
        " return [protocol, decodeURIComponent(pathname), [...new URLSearchParams(search)], href.length] }"
    )

    assert read[:2] == ["mailto:", "varga+jobs@example.org"]
    assert read[2] == [
        ["subject", generator.exports.header(message, "subject")],
        ["body", message.text.replace("\n", "\r\n")],
    ]
    assert read[3] <= MAILTO_LIMIT


def test_the_mail_program_is_announced_with_what_to_do_if_there_is_none(mail):
    mail.get_by_role("link", name="Open in mail program").click()

    expect(status(mail)).to_have_text("If no mail program opens, copy the message instead")
    expect(mail.get_by_role("link", name="Open in mail program")).to_be_focused()


def test_a_second_click_opens_no_second_mail(visit):
    page = open_writer(visit)
    page.evaluate(
        "globalThis.opened = 0; addEventListener('click', (event) => { opened += !event.defaultPrevented; event.preventDefault() })"
    )
    page.get_by_role("link", name="Open in mail program").dblclick()

    assert page.evaluate("opened") == 1


def test_a_message_too_long_for_a_link_leaves_the_subject_in_it_and_the_rest_on_the_clipboard(mail):
    answer(mail, {"thanks_for": "パンの焼き方を見せてくださったこと" * 11})
    expect(mail.locator("[data-mailto]")).not_to_have_attribute("href", re.compile("body="))
    mail.locator("[data-mailto]").click()

    expect(status(mail)).to_contain_text("the message is copied: paste it into the empty mail")
    assert clipboard(mail) == draft(mail).text_content()
    assert "subject=Interview" in mail.locator("[data-mailto]").get_attribute("href")


# Share


@pytest.fixture
def sharing(visit):
    """An email on a device that can share."""
    visit.context.add_init_script(SHARES)
    return open_writer(visit)


def test_a_device_that_cannot_share_is_not_asked_to(page):
    assert page.evaluate("navigator.canShare") is None
    expect(page.locator("[data-share]")).to_be_hidden()


def test_what_is_shared_is_text_under_its_subject(sharing):
    message = made(sharing)
    button(sharing, "Share").click()

    expect(status(sharing)).to_have_text("Shared")
    assert sharing.evaluate("shared") == [{"title": generator.exports.header(message, "subject"), "text": message.text}]
    expect(button(sharing, "Share")).to_be_focused()


def test_a_message_without_a_subject_is_shared_without_a_title(sharing):
    choose(sharing, channel="letter")
    answer(sharing, ANSWERS)
    expect_draft(sharing, made(sharing, "letter").text)
    button(sharing, "Share").click()

    expect(status(sharing)).to_have_text("Shared")
    assert list(sharing.evaluate("shared")[0]) == ["text"]


def test_a_reader_who_thinks_better_of_sharing_is_told_nothing(sharing):
    sharing.evaluate("globalThis.refusal = 'AbortError'")
    button(sharing, "Share").click()
    until(sharing, "shared.length")

    expect(status(sharing)).to_be_empty()


def test_a_device_that_refuses_to_share_is_said(sharing):
    sharing.evaluate("globalThis.refusal = 'NotAllowedError'")
    button(sharing, "Share").click()

    expect(status(sharing)).to_have_text("Your device would not share it. Copy the message instead")


# Files


@pytest.mark.parametrize("channel", TYPE.channels)
@pytest.mark.parametrize("paper", SHEETS)
def test_a_file_is_byte_for_byte_what_python_makes_here(long_visit, channel, paper):
    page = open_writer(long_visit, channel=channel)
    unfold(page)
    choose(page, paper=paper)
    for form in FORMS:
        if not page.locator(f"[data-export={form}]").is_visible():
            continue
        expected = export_on_the_host(made(page, channel), form, paper)

        assert saved(page, form) == (expected.name, expected.data)
        expect(status(page)).to_have_text(f"Your browser is saving {expected.name}")
        expect(page.locator(f"[data-export={form}]")).to_be_focused()


def test_a_file_holds_the_readers_own_words(page):
    button(page, "Edit the words").click()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('[data-draft] [data-part=thanks]'))")
    page.keyboard.insert_text(OWN)
    button(page, "Finish editing").or_(page.locator("[data-edit]")).first.click()
    expected = made(page, edits={"thanks": OWN})
    expect_draft(page, expected.text)

    assert OWN in expected.text
    assert saved(page, "eml")[1] == export_on_the_host(expected, "eml").data


def test_a_file_of_a_message_with_gaps_is_saved_and_what_is_missing_is_shown(visit):
    page = visit.open(f"write/{TYPE.slug}/")
    answer(page, {"recipient": "Ms Varga", "role": "registrar", "interview_when": "11 May 2027"})
    expect_own(page)
    expect(draft(page)).to_contain_text("Ms. Varga")
    unfold(page)
    name, data = saved(page, "txt")

    assert "[your name]" in data.decode()
    expect(status(page)).to_have_text(f"Your browser is saving {name}, with 1 gap still to fill: your name")
    expect(page.locator("[data-problems]")).to_be_focused()


def test_a_button_says_for_two_seconds_that_it_saves(visit):
    page = open_writer(visit)
    unfold(page)
    saved(page, "txt")
    expect(page.locator("[data-export=txt]")).to_have_text("Saving")
    pass_time(page, DONE_FOR)

    expect(page.locator("[data-export=txt]")).to_have_text("Plain text (.txt)")


def test_a_double_click_saves_one_file(page):
    downloads = downloads_of(page)
    page.locator("[data-export=docx]").dblclick()
    expect(status(page)).to_contain_text("Your browser is saving")
    pass_time(page, DONE_FOR)
    name, _ = saved(page, "txt")  # a second document would have come before it

    assert [each.rpartition(".")[2] for each in downloads] == ["docx", "txt"]
    assert downloads[-1] == name


def test_what_was_saved_does_not_stay_in_the_page(visit):
    visit.context.add_init_script(
        "const { createObjectURL, revokeObjectURL } = URL; globalThis.kept = new Set();"
        "URL.createObjectURL = (what) => { const made = createObjectURL.call(URL, what); kept.add(made); return made };"
        "URL.revokeObjectURL = (made) => { kept.delete(made); revokeObjectURL.call(URL, made) };"
    )
    page = open_writer(visit)
    unfold(page)
    saved(page, "txt")
    assert page.evaluate("kept.size") == 1
    pass_time(page, TAKEN_AFTER)

    assert page.evaluate("kept.size") == 0


def test_an_engine_that_fails_leaves_a_sentence_and_the_message(visit):
    page = open_writer(visit)
    unfold(page)
    page.evaluate("() => { Worker.prototype.postMessage = () => { throw new Error('the engine has died') } }")
    page.locator("[data-export=docx]").click()

    expect(status(page)).to_have_text("The file could not be made. Copy the message instead")
    expect(status(page)).to_be_in_viewport()
    button(page, "Copy message").click()
    expect(status(page)).to_have_text("Copied")
    assert clipboard(page) == draft(page).text_content()


# Paper


@pytest.mark.parametrize(
    ("language", "paper"),
    [
        ("en-US", "letter"),
        ("es-MX", "letter"),
        ("en-GB", "a4"),
        ("de", "a4"),
    ],
)
def test_the_paper_is_that_of_the_devices_region_until_another_is_chosen(chromium, site, language, paper):
    visit = Visit(chromium, site, locale=language)
    page = open_writer(visit)
    unfold(page)
    expect(page.locator(f"[name=paper][value={paper}]")).to_be_checked()
    other = next(each for each in SHEETS if each != paper)
    choose(page, paper=other)
    assert printed_on(pages(page)) == {SHEETS[other]}
    page.reload()

    expect(page.locator(f"[name=paper][value={paper}]")).to_be_checked()
    assert "paper" not in page.evaluate("JSON.stringify([{...sessionStorage}, {...localStorage}])")
    visit.close()


@pytest.mark.parametrize("paper", SHEETS)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_letter_is_printed_alone_on_one_sheet_of_the_paper_that_is_chosen(chromium, site, paper, scheme):
    visit = Visit(chromium, site, color_scheme=scheme)
    page = open_writer(visit, channel="letter")
    unfold(page)
    choose(page, paper=paper)
    [sheet] = sheets = pages(page)

    assert printed_on(sheets) == {SHEETS[paper]}
    assert words(sheet.extract_text()) == words(made(page, "letter").text)
    visit.close()


def example_in(message_type, channel):
    return generator.compose(
        message_type, message_type.examples[0].answers, generator.Style(channel=channel)
    ).draft.text


@pytest.mark.parametrize("channel", generator.layouts())
def test_the_longest_example_of_a_channel_is_printed_on_one_sheet(visit, channel):
    longest = max(
        (each for each in generator.load_catalogue() if channel in each.channels),
        key=lambda each: len(example_in(each, channel)),
    )
    page = visit.open(f"write/{longest.slug}/")
    choose(page, channel=channel)
    [sheet] = pages(page)

    ends = [words(text)[-5:] for text in (sheet.extract_text(), example_in(longest, channel))]
    assert "".join(ends[0]).endswith("".join(ends[1][1:]))  # a line may end at the hyphen of a telephone number


def test_a_long_letter_begins_on_the_first_sheet_and_loses_nothing(long_visit):
    address = "\n".join(f"Line {n} of a long address" for n in range(12))
    long = ANSWERS | {
        "sender_address": address,
        "recipient_address": address,
        "reason": "own",
        "reason_words": "I am moving inland in the spring, " * 8,
        "thanks_for": "the morning in the map room, " * 6,
    }
    page = open_writer(long_visit, answers=long, channel="letter")
    sheets = pages(page)

    assert "Line 0" in sheets[0].extract_text()
    assert words(" ".join(each.extract_text() for each in sheets)) == words(made(page, "letter", answers=long).text)


def test_nothing_of_the_screen_is_left_on_paper(page):
    button(page, "Edit the words").click()
    page.emulate_media(media="print")
    looks = page.locator("[data-paper] :is(.message, [data-draft], [data-part])").evaluate_all(
        "(all) => all.map((each) => { const { borderTopStyle, outlineStyle, textDecorationLine, backgroundImage } = getComputedStyle(each);"
        " return [borderTopStyle, outlineStyle, textDecorationLine, backgroundImage].join(' ') })"
    )

    assert set(looks) == {"none none none none"}


def test_the_print_button_opens_the_window_of_the_browser_and_says_what_to_do_there(visit):
    visit.context.add_init_script(COUNTS_PRINTS)
    page = open_writer(visit, channel="letter")
    unfold(page)
    button(page, "Print, or save as PDF").click()

    expect(status(page)).to_have_text("In the window that opens, choose your printer, or “Save as PDF”")
    assert page.evaluate("printed") == 1


def test_a_browser_that_cannot_print_says_so(visit):
    visit.context.add_init_script("globalThis.print = undefined")
    page = open_writer(visit, channel="letter")
    unfold(page)
    button(page, "Print, or save as PDF").click()

    expect(status(page)).to_contain_text("This browser cannot print. Copy the message instead")


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_summary_is_printed_on_one_page(chromium, site, paper):
    page = chromium.new_page(base_url=site)
    page.goto("summary/")
    [sheet] = PdfReader(io.BytesIO(page.pdf(format=paper, prefer_css_page_size=False))).pages

    assert "write" in sheet.extract_text()
    page.close()
