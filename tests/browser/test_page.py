"""The pages in a real browser, under a path of their own, with the real Python in them."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import expect

import generator
from generator.site.server import serving
from tests import SITE
from tests.browser.visit import (
    BASE,
    DESK,
    PHONE,
    READY,
    Visit,
    answer,
    axe,
    choose,
    draft,
    expect_draft,
    expect_own,
    expect_settled,
    here_today,
    on_the_host,
    pass_time,
    wait_for_leisure,
)

CATALOGUE = generator.load_catalogue()
PAUSE, DONE_FOR = 1_000, 2_000  # ms, as message-writer.mjs and delivery.mjs have them
HOSTILE = {
    "markup": "<script>alert(1)</script><img src=x onerror=alert(2)>",
    "template": "{{ 7*7 }} {% raw %} ${7*7}",
    "right to left": "محمد الأمين",
    "emoji": "Zoë 🧑🏽‍🔧 O’Brien",
    "bidi controls": "bak\u202eer\u2066x\u2069",
    "entities": "R&amp;D &lt;lead&gt; \"quoted\" 'too'",
    "very long": "x" * 300,
}


def sitemap():
    return (SITE / "sitemap.xml").read_text(encoding="utf-8")


def built_for():
    """Return the address that the site was built for."""
    [home] = re.findall(r"<loc>(https?://[^<]*/)choose/</loc>", sitemap())
    return home


WRITTEN = generator.find("cancel-agreed-interview")
EXAMPLE = WRITTEN.examples[0]


@pytest.fixture
def page(long_visit):
    """The writer of a written message, untouched."""
    return long_visit.begin(WRITTEN.slug)


# Without scripts


def test_without_javascript_the_page_is_complete_and_has_no_dead_form(chromium, site):
    visit = Visit(chromium, site, java_script_enabled=False)
    page = visit.open(f"write/{WRITTEN.slug}/")

    expect(page.get_by_role("heading", level=1)).to_have_text(WRITTEN.title)
    expect(draft(page)).to_be_visible()
    assert draft(page).text_content() == on_the_host(WRITTEN, EXAMPLE.answers)
    expect(page.locator("form.writer__form")).to_be_hidden()
    expect(page.locator("noscript .notice")).to_be_visible()
    assert page.locator("message-writer").get_by_role("button").count() == 0
    page.locator("summary", has_text="Letter").first.click()
    expect(page.locator("[data-example='letter formal'] .message__text")).to_be_visible()
    visit.close()


# The journey


def test_a_reader_gets_from_the_first_page_to_a_message_by_clicking(visit):
    page = visit.open()
    page.get_by_role("link", name="See all the messages").click()
    expect(page).to_have_url(re.compile(f"{BASE}write/$"))
    page.locator(".md-content").locator(f"a[href$='{WRITTEN.guide.removesuffix('.md')}/']").first.click()
    expect(page).to_have_url(re.compile(WRITTEN.guide.removesuffix(".md")))
    page.locator(".md-content").locator(f"a[href$='write/{WRITTEN.slug}/']").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(WRITTEN.title)
    answer(page, {"role": "baker"})
    expect(draft(page)).to_contain_text("baker")


def test_reading_pages_ask_for_nothing_that_python_needs(visit):
    for path in ("", "choose/", "anatomy/", "privacy/", WRITTEN.guide.removesuffix(".md") + "/"):
        visit.open(path)
        wait_for_leisure(visit.page)

    assert visit.asked_for("/assets/runtime/") == []
    assert visit.asked_for("engine.worker.mjs") == []


def test_python_starts_once_in_a_visit_however_often_pages_change(visit):
    page = visit.open(f"write/{WRITTEN.slug}/")
    expect(page.locator(READY)).to_be_visible()
    for _ in range(10):
        page.get_by_role("link", name="Choose", exact=True).first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Which message"))
        page.go_back()
        expect(page.locator(READY)).to_be_visible()
    other = next(each for each in CATALOGUE if each != WRITTEN)
    page.get_by_role("link", name="Write a message", exact=True).first.click()
    page.locator(".md-content").get_by_role("link", name=other.title, exact=True).click()
    expect(page.locator(f"message-writer[type={other.slug}]{READY[14:]}")).to_be_visible()

    assert len(visit.asked_for("pyodide.asm.wasm")) == 1
    assert len([each for each in visit.requests if each.endswith("/site.mjs")]) == 1


def test_every_page_writes_what_the_shell_writes(visit):
    page = visit.open("write/")
    for message_type in CATALOGUE:
        page.evaluate("sessionStorage.clear()")  # what was answered before does not go along
        visit.follow(message_type.slug)
        expect(page.get_by_role("heading", level=1)).to_have_text(message_type.title)
        answers = {name: text for name, text in message_type.examples[0].answers.items() if name != "today"}
        answer(page, answers)
        if "today" in {field.name for field in message_type.fields}:
            answers["today"] = here_today(page)
        expect_draft(page, on_the_host(message_type, answers))


def test_in_every_channel_and_tone_the_page_writes_what_the_shell_writes(page):
    for channel in WRITTEN.channels:
        choose(page, channel=channel)
        answer(page, EXAMPLE.answers)
    for channel in WRITTEN.channels:
        for tone in generator.TONES:
            choose(page, channel=channel, tone=tone)
            expect_draft(page, on_the_host(WRITTEN, EXAMPLE.answers, channel, tone))


# The message follows the answers


def test_until_an_answer_is_given_the_example_stands_there_and_says_so(page):
    expect(page.get_by_role("heading", name="An example")).to_be_visible()
    expect(page.locator(READY)).to_be_visible()
    assert draft(page).text_content() == on_the_host(WRITTEN, EXAMPLE.answers)
    choose(page, tone="formal", channel="letter")
    assert draft(page).text_content() == on_the_host(WRITTEN, EXAMPLE.answers, "letter", "formal")
    answer(page, {"role": "baker"})
    expect_own(page)
    expect(page.get_by_role("heading", name="An example")).to_be_hidden()


def test_a_missing_answer_stays_visible_as_a_gap_in_brackets(page):
    answer(page, {"recipient": "Ms Varga"})
    expect_own(page)
    gaps = page.locator("message-writer [data-draft] mark.gap").all_text_contents()

    assert "[role]" in gaps
    assert "[your name]" in gaps
    expect(page.locator("[data-gaps] a", has_text="Enter the role")).to_be_visible()
    assert "Ms. Varga" in page.locator("message-writer [data-draft] mark.answer").all_text_contents()


def test_a_gap_that_is_touched_leads_to_its_question(page):
    answer(page, {"recipient": "Ms Varga"})
    expect_own(page)
    page.locator("message-writer [data-draft]").get_by_role("link", name="[your name]").click()

    expect(page.locator("[name=sender]")).to_be_focused()
    expect(page.locator("[name=sender]")).to_be_in_viewport()


def test_an_answer_survives_every_change_of_channel_and_tone(page):
    answer(page, {"role": "baker", "sender": "Ada Quist"})
    choose(page, channel="letter")
    answer(page, {"sender_address": "4 Tern Row\nHarwick"})
    for channel in WRITTEN.channels:
        for tone in generator.TONES:
            choose(page, channel=channel, tone=tone)
    choose(page, channel="letter")

    expect(draft(page)).to_contain_text("4 Tern Row\nHarwick")
    assert page.locator("[name=role]").input_value() == "baker"
    assert page.locator("[name=sender]").input_value() == "Ada Quist"


def test_reload_and_back_keep_answers_channel_and_tone(page):
    answer(page, {"role": "baker"})
    choose(page, channel="letter", tone="warm")
    before = on_the_host(WRITTEN, {"role": "baker", "today": here_today(page)}, "letter", "warm")
    expect_draft(page, before)
    page.reload()
    expect_draft(page, before)
    page.get_by_role("link", name="Choose", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Which message"))
    page.go_back()
    expect_draft(page, before)
    assert page.locator("[name=tone]:checked").input_value() == "warm"


def test_clear_everything_empties_the_form_and_the_tab_and_shows_the_example(visit):
    page = visit.open(f"write/{CATALOGUE[0].slug}/")  # what another page was told is forgotten too
    choose(page, channel="email")
    answer(page, {"role": "porter"})
    expect_own(page)
    page = visit.open(f"write/{WRITTEN.slug}/")
    answer(page, {"role": "baker"})
    choose(page, channel="letter", tone="warm")
    expect_own(page)
    page.get_by_role("button", name="Clear everything").click()

    expect(page.get_by_role("heading", name="An example")).to_be_visible()
    expect(page.get_by_role("status").first).to_contain_text("Everything is cleared")
    assert page.locator("[name=role]").input_value() == ""
    assert draft(page).text_content() == on_the_host(WRITTEN, EXAMPLE.answers)
    assert page.evaluate("Object.keys(sessionStorage).filter((key) => key.includes('answers'))") == []
    assert page.evaluate("document.activeElement !== document.body")


def test_nothing_of_the_answers_outlives_the_tab(page):
    answer(page, {"role": "a role that nobody else has"})
    expect_own(page)

    assert "nobody else" in page.evaluate("JSON.stringify(sessionStorage)")
    assert "nobody else" not in page.evaluate(
        "JSON.stringify(localStorage) + document.cookie + location + JSON.stringify(history.state)"
    )


def test_a_question_is_asked_only_where_its_answer_counts(page):
    expect(page.locator("[name=sender_address]")).to_be_hidden()
    page.get_by_text("More, if you like").click()
    expect(page.locator("[name=sender_address]")).to_be_hidden()
    choose(page, channel="letter")
    expect(page.locator("[name=sender_address]")).to_be_visible()
    expect(page.locator("[name=reason_words]")).to_be_hidden()
    answer(page, {"reason": "own"})
    expect(page.locator("[name=reason_words]")).to_be_visible()


def test_the_date_of_a_letter_is_the_devices(page):
    choose(page, channel="letter")

    assert here_today(page) == page.evaluate("new Intl.DateTimeFormat('sv-SE').format(new Date())")


@pytest.mark.parametrize("role", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_answer_is_shown_as_text(page, role):
    answer(page, {"role": role})
    expect_own(page)

    expect_draft(page, on_the_host(WRITTEN, {"role": role, "today": here_today(page)}))
    assert page.locator("message-writer [data-draft]").locator("script, img").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


# Copy and send


def test_copy_puts_the_message_on_the_clipboard_to_the_letter(page):
    answer(page, EXAMPLE.answers)
    expect_own(page)
    button = page.get_by_role("button", name="Copy message")
    button.click()

    expect(page.locator("[data-status]")).to_have_text("Copied")
    text = on_the_host(WRITTEN, dict(EXAMPLE.answers) | {"today": here_today(page)})
    assert page.evaluate("navigator.clipboard.readText()") == text
    assert page.evaluate("document.activeElement.dataset.copy") == "message"
    pass_time(page, DONE_FOR)
    expect(page.get_by_role("button", name="Copy message")).to_be_visible()
    page.get_by_role("button", name="Copy subject", exact=True).click()
    expect(page.locator("[data-status]")).to_have_text("Subject copied")
    assert page.evaluate("navigator.clipboard.readText()") == page.locator("[data-subject]").first.text_content()


def test_copying_with_gaps_copies_and_says_what_is_missing(page):
    title = page.title()
    answer(page, {"recipient": "Ms Varga", "interview_when": "someday soon"})
    expect_own(page)
    page.get_by_role("button", name="Copy message").click()

    expect(page.locator("[data-status]")).to_have_text(re.compile("^Copied, with . gaps still to fill: .*role"))
    summary = page.locator("[data-problems]")
    expect(summary).to_be_focused()
    expect(summary.get_by_role("heading", name="There is a problem")).to_be_visible()
    assert page.title() == f"Error: {title}"
    for link in summary.get_by_role("link").all():
        field = page.locator(f"[data-field={link.get_attribute('data-to')}]")
        assert field.locator(".problem").text_content() == f"Error: {link.text_content()}"
    summary.get_by_role("link", name="Enter the role").click()
    expect(page.locator("[name=role]")).to_be_focused()
    assert "writer-role-problem" in page.locator("[name=role]").get_attribute("aria-describedby")
    assert page.locator("[name=interview_when]").input_value() == "someday soon"

    page.keyboard.type("baker")
    expect(summary.get_by_role("link", name="Enter the role")).to_have_count(0)
    answer(page, EXAMPLE.answers)
    expect(summary).to_be_hidden()
    assert page.title() == title


def test_a_link_to_the_message_or_a_question_leaves_the_page_as_it_is(visit):
    visit.page.set_viewport_size(PHONE)
    with visit.page.expect_response("**/sitemap.xml"):  # from then on the theme changes pages by itself
        page = visit.open(f"write/{WRITTEN.slug}/")
    answer(page, {"recipient": "Ms Varga"})
    expect_own(page)
    page.evaluate("document.querySelector('message-writer').untouched = true")
    page.get_by_role("link", name="Jump to your message").click()
    expect(page.locator("#writer-message")).to_be_focused()
    expect(page.locator("#writer-message")).to_be_in_viewport()
    page.locator("[data-gaps] a", has_text="Enter your name").click()
    expect(page.locator("[name=sender]")).to_be_focused()
    page.keyboard.type("Ada Quist")  # a page that was fetched anew would have come before this is read
    expect(draft(page)).to_contain_text("Ada Quist")

    assert page.evaluate("document.querySelector('message-writer').untouched")
    assert page.url.endswith("/")


def test_nobody_is_corrected_while_typing(page):
    answer(page, {"interview_when": "someday soon", "recipient": "Ms Varga"})
    expect_own(page)
    page.locator("[name=role]").focus()
    page.keyboard.press("Tab")

    expect(page.locator("[data-gaps] li").first).to_be_visible()
    assert page.locator(".problem:visible, [aria-invalid]").count() == 0
    expect(page.locator("[data-problems]")).to_be_hidden()
    assert not page.title().startswith("Error")


def test_where_copying_fails_the_text_is_selected_and_the_keys_are_named(visit):
    visit.context.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new DOMException('no'))")
    page = visit.open(f"write/{WRITTEN.slug}/")
    answer(page, {"role": "baker"})
    expect_own(page)
    page.get_by_role("button", name="Copy message").click()

    expect(page.locator("[data-status]")).to_contain_text("press Ctrl+C")
    assert page.evaluate("getSelection().toString().trim()") == draft(page).inner_text().strip()


def test_the_mail_link_holds_the_subject_and_the_whole_message(page):
    answer(page, EXAMPLE.answers)
    expect_own(page)
    expect_draft(page, on_the_host(WRITTEN, dict(EXAMPLE.answers) | {"today": here_today(page)}))
    link = page.get_by_role("link", name="Open in mail program")
    scheme, _, rest = link.get_attribute("href").partition(":")
    parts = dict(part.split("=", 1) for part in rest.partition("?")[2].split("&"))

    assert scheme == "mailto"
    assert unquote(parts["subject"]) == page.locator("[data-subject]").first.text_content()
    assert unquote(parts["body"]).replace("\r\n", "\n") == draft(page).text_content()
    choose(page, channel="letter")
    expect(link).to_be_hidden()


def test_a_message_too_long_for_a_link_goes_by_the_clipboard(page):
    answer(page, dict(EXAMPLE.answers) | {"thanks_for": "パンの焼き方を見せてくださったこと" * 11})
    expect_own(page)
    link = page.get_by_role("link", name="Open in mail program")
    expect(link).not_to_have_attribute("href", re.compile("body="))
    link.evaluate("(link) => link.addEventListener('click', (event) => event.preventDefault())")
    link.click()

    expect(page.locator("[data-status]")).to_contain_text("the message is copied")
    assert page.evaluate("navigator.clipboard.readText()") == draft(page).text_content()


# When Python does not come


# Everybody


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_is_missing_is_answered_by_a_page_that_helps(chromium, scheme, size):
    with serving(SITE, urlsplit(built_for()).path) as address:
        visit = Visit(chromium, address, color_scheme=scheme, bypass_csp=True)
        visit.page.set_viewport_size(size)
        page = visit.open("no/such/page/")
        visit.faults.clear()

        assert axe(page) == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.locator(".md-content").get_by_role("link", name="Choose").click()
        expect(page).to_have_url(re.compile("/choose/$"))
        visit.close()


def test_text_can_be_spaced_out_without_being_cut_off(chromium, site):
    visit = Visit(chromium, site, bypass_csp=True)
    visit.page.set_viewport_size(PHONE)
    page = visit.open(f"write/{WRITTEN.slug}/")
    page.add_style_tag(
        content="* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
        "p { margin-bottom: 2em !important }"
    )

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    cut = "[...document.querySelectorAll('.md-content :is(p, label, legend, button, dd, li, a)')].filter((each) => each.scrollWidth > each.clientWidth + 1 && each.clientWidth)"
    assert page.evaluate(f"{cut}.map((each) => each.textContent)") == []
    visit.close()


def test_a_control_is_large_enough_for_a_thumb(visit):
    visit.page.set_viewport_size(PHONE)
    page = visit.open(f"write/{WRITTEN.slug}/")
    answer(page, {"role": "baker"})
    expect_own(page)

    for control in page.locator(
        "message-writer :is(input[type=text], input[type=email], textarea, label.choice, button, a.button):visible"
    ).all():
        assert control.bounding_box()["height"] >= 44


def test_the_changes_are_spoken_once_the_reader_pauses(page):
    answer(page, {"recipient": "Ms Varga"})
    expect_own(page)
    pass_time(page, PAUSE)
    expect(page.locator("[data-update]")).to_have_text(re.compile("^Message updated"))
    page.evaluate(
        "window.spoken = 0; new MutationObserver(() => (window.spoken += 1))"
        ".observe(document.querySelector('[data-update]'), { childList: true, characterData: true, subtree: true })"
    )
    page.locator("[name=role]").press_sequentially("baker of bread and small cakes")
    expect(draft(page)).to_contain_text("small cakes")
    expect_settled(page)
    assert page.evaluate("window.spoken") == 0
    pass_time(page, PAUSE)

    assert page.evaluate("window.spoken") == 1
    assert (
        page.locator("message-writer [data-draft]").evaluate("(node) => node.closest('[aria-live], [role=status]')")
        is None
    )


def test_letters_typed_outside_a_field_do_not_leave_the_page(page):
    expect(page.locator(READY)).to_be_visible()
    page.locator("[name=tone][value=warm]").focus()
    address = page.url
    for key in "nps/f.,":
        page.keyboard.press(key)

    assert page.evaluate("document.activeElement.name") == "tone"
    page.locator("[name=role]").fill("baker")  # another page would have come before this is read
    expect(draft(page)).to_contain_text("baker")
    assert page.url == address


def test_on_a_phone_the_keyboard_meets_only_what_can_be_seen(visit):
    visit.page.set_viewport_size({"width": 390, "height": 844})
    page = visit.open(f"write/{WRITTEN.slug}/")
    walked = []
    for _ in range(10):
        page.keyboard.press("Tab")
        box = page.evaluate(
            "(() => { const { x, right } = document.activeElement.getBoundingClientRect(); return [x, right] })()"
        )
        walked.append(page.evaluate("document.activeElement.ariaLabel ?? document.activeElement.textContent.trim()"))
        assert box[1] > 0
        assert box[0] < 390
    assert {"Menu", "Search", "Jump to your message"} <= set(walked)

    page.get_by_role("button", name="Menu").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".md-sidebar--primary").get_by_role("link", name=WRITTEN.title)).to_be_in_viewport()


def test_on_paper_there_is_the_message_alone(page):
    answer(page, EXAMPLE.answers)
    choose(page, channel="letter")
    expect_own(page)
    page.emulate_media(media="print")

    expect(draft(page)).to_be_visible()
    for selector in (".md-header", ".writer__form", ".delivery", ".message-examples", ".md-footer"):
        expect(page.locator(selector)).to_be_hidden()
    assert page.pdf(prefer_css_page_size=True).count(b"/Type /Page\n") == 1


def test_colours_follow_the_device_until_they_are_chosen(chromium, site):
    visit = Visit(chromium, site, color_scheme="dark")
    page = visit.open()
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.locator("label[for^=__palette]:visible").click()
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")

    assert sum(map(int, re.findall(r"\d+", dark)[:3])) < 150
    assert sum(map(int, re.findall(r"\d+", light)[:3])) > 650
    visit.close()
