"""Links that carry choices: strict, without a name or a word, and harmless whatever stands in them."""

from __future__ import annotations

import random
import string

import pytest
from playwright.sync_api import expect

import generator
from tests.browser.visit import ROOT, answer, choose, draft, expect_own, until

TYPE = generator.find("cancel-agreed-interview")
SCRIPTS = ROOT / "overrides" / "assets" / "javascripts"
HERE = f"write/{TYPE.slug}/"
ANSWERS = {"recipient": "Ms Varga", "role": "registrar", "interview_when": "11 May 2027 3pm", "sender": "Edda Bright"}


def checked(page):
    return page.evaluate(
        "Object.fromEntries([...document.querySelectorAll('message-writer form input:checked')].map(({ name, value }) => [name, value]))"
    )


HOW = {"length": "full", "locale": "en-US"}
"""How a message is where a link says nothing of it."""


def follow(page, fragment):
    """Open the page by a link, afresh."""
    page.goto("about:blank")
    page.goto(f"{HERE}#{fragment}")
    until(page, "!location.hash.startsWith('#v')")


def status(page):
    return page.locator("[data-status]")


def test_a_link_carries_what_was_chosen_and_no_word_that_was_typed(visit):
    page = visit.open(HERE)
    answer(page, ANSWERS | {"reason": "own", "reason_words": "I am going to sea"})
    choose(page, tone="warm")
    expect_own(page)
    draft(page).locator("[data-part=next_step]").click()
    page.get_by_role("button", name="Leave it out").click()
    page.get_by_role("button", name="Copy a link to these choices").click()
    expect(status(page)).to_have_text("Link copied. It carries your choices and none of your words")

    link = page.evaluate("navigator.clipboard.readText()")
    assert link.partition("#")[2] == "v1&channel=email&tone=warm&length=full&reason=own&without=next_step"


def test_whoever_opens_the_link_finds_the_choices_and_no_trace_in_the_address(visit):
    page = visit.open()
    follow(page, "v1&channel=letter&tone=formal&reason=staying&future_contact=yes&without=next_step")

    assert checked(page) == HOW | {"channel": "letter", "tone": "formal", "reason": "staying", "future_contact": "yes"}
    expect(status(page)).to_have_text("The choices of your link are filled in")
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("document.activeElement === document.body")
    answer(page, ANSWERS)
    expect_own(page)
    expect(page.locator("[data-changes]")).to_contain_text("Next step is left out.")
    assert draft(page).locator("[data-part=next_step]").count() == 0


def test_a_link_that_is_followed_within_the_page_counts_too(visit):
    page = visit.open(HERE)
    page.evaluate("location.hash = 'v1&channel=text'")
    until(page, "!location.hash")

    assert checked(page)["channel"] == "text"


@pytest.mark.parametrize(
    ("fragment", "taken"),
    [
        ("v1&channel=pigeon&tone=warm", {"channel": "email", "tone": "warm"}),
        ("v1&recipient=Ms+Varga&role=baker", {"channel": "email", "tone": "plain"}),
        ("v1&tone=warm&tone=shouted", {"channel": "email", "tone": "plain"}),
        ("v1&without=decision,postscript", {"channel": "email", "tone": "plain"}),
        ("v2&tone=warm", {"channel": "email", "tone": "plain"}),
        ("v1&tone=warm&" + "x" * 1000, {"channel": "email", "tone": "plain"}),
        ("v1&toString=1&__proto__=1&constructor=1", {"channel": "email", "tone": "plain"}),
    ],
)
def test_what_a_page_does_not_have_is_passed_over_and_said(visit, fragment, taken):
    page = visit.open()
    follow(page, fragment)

    assert checked(page) == HOW | taken
    expect(status(page)).to_contain_text("The link asked for something that this page does not have.")
    assert (
        page.locator("message-writer input:not([type=radio], [type=checkbox])").evaluate_all(
            "controls => controls.filter(({ name, value }) => value && name !== 'today').length"
        )
        == 0
    )


def test_places_on_the_page_are_left_alone(visit):
    page = visit.open(f"{HERE}#examples")

    assert page.evaluate("location.hash") == "#examples"


FOLLOW = """async (fragments) => {
    for (const fragment of fragments) {
        history.replaceState(history.state, "", `#${fragment}`);
        dispatchEvent(new HashChangeEvent("hashchange"));
    }
}"""
TAKE = """async (fragments) => {
    const { apply } = await import("./sources/form/share-link.mjs");
    const form = document.querySelector("message-writer form");
    for (const fragment of fragments) apply(`#${fragment}`, form, ["next_step", "thanks"]);
}"""


@pytest.mark.parametrize(("how", "number"), [(FOLLOW, 500), (TAKE, 10_000)], ids=["in the address", "ten thousand"])
def test_hostile_links_do_nothing(visit, how, number):
    """The browser takes its time over every change of the address: so most are handed to what reads it."""
    visit.context.route(
        "**/sources/**", lambda route: route.fulfill(path=SCRIPTS / route.request.url.partition("/sources/")[2])
    )
    page = visit.open(HERE)
    answer(page, ANSWERS)
    expect_own(page)
    source = random.Random(number)
    hostile = [fragment(source) for _ in range(number)]
    words = "[...document.querySelectorAll('message-writer :is(input:not([type=radio], [type=checkbox]), textarea)')].map(({ value }) => value)"

    loading = "document.querySelectorAll('script, img, iframe, object').length"
    before, typed, loaded = map(page.evaluate, ("document.querySelectorAll('*').length", words, loading))
    page.evaluate(how, hostile)

    assert page.evaluate(words) == typed
    until(page, "document.querySelector('message-writer').dataset.state === 'ready'")
    expect_own(page)
    assert page.evaluate("document.querySelectorAll('*').length") <= before + 40  # its own lists, at the most
    assert page.evaluate(loading) == loaded


def fragment(source):
    """Return the rest of an address as somebody hostile might write it."""
    names = [
        "channel",
        "tone",
        "reason",
        "without",
        "recipient",
        "role",
        "__proto__",
        "constructor",
        "future_contact",
        "",
    ]
    values = [
        "email",
        "<img src=x onerror=alert(1)>",
        "%00",
        "%E0%A4%A",
        "javascript:alert(1)",
        "door,decision",
        "yes",
        "{{7*7}}",
    ]
    junk = "".join(source.choices(string.printable + "\u202e\u200b\x00🧨", k=source.randrange(60)))
    pairs = [f"{source.choice(names)}={source.choice([*values, junk])}" for _ in range(source.randrange(8))]
    return (
        source.choice(["v1&", "v1", "v0&", "v9&", ""])
        + source.choice(["&", "&&", ""]).join(pairs)
        + source.choice(["", junk])
    )
