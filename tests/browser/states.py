"""Every kind of page, and every state of the writer and the chooser, brought about as a reader would: for pictures and for axe."""

from __future__ import annotations

import generator
from tests.browser.visit import READY, answer, draft, expect_own

TYPE = generator.find("cancel-agreed-interview")
ANSWERS = {name: text for name, text in TYPE.examples[0].answers.items() if "address" not in name and name != "today"}
WRITER = f"write/{TYPE.slug}/"
RUNTIME = "**/assets/runtime/**"

PAGES = {
    "home": "",
    "choose": "choose/",
    "guide": TYPE.guide.removesuffix(".md") + "/",
    "messages": "write/",
    "anatomy": "anatomy/",
    "privacy": "privacy/",
    "about": "about/",
}
"""Name → address."""


def show_example(page):
    page.goto(WRITER)
    page.wait_for_selector("message-writer form:not([hidden])")


def fill(page):
    show_example(page)
    answer(page, ANSWERS)
    expect_own(page)
    page.wait_for_selector(READY)


def explain(page):
    fill(page)
    draft(page).locator("[data-part=thanks]").click()


def reveal(page):
    show_example(page)
    answer(page, {"recipient": "Ms Varga", "reason": "own"})
    expect_own(page)


def err(page):
    """Everything that can be wrong is, and everything that can be open."""
    show_example(page)
    answer(page, {"recipient": "Ms Varga", "interview_when": "soon", "reason": "own", "recipient_email": "nobody"})
    expect_own(page)
    page.get_by_role("button", name="Copy message").click()
    page.wait_for_selector("[data-problems]:not([hidden])")
    page.evaluate("document.querySelectorAll('details').forEach((each) => (each.open = true))")


def edit(page):
    fill(page)
    page.get_by_role("button", name="Edit the words").click()
    page.evaluate(
        "getSelection().selectAllChildren(document.querySelector('message-writer [data-draft] [data-part=thanks]'))"
    )
    page.keyboard.insert_text("Thank you for the tour. Thank you again.")
    page.wait_for_selector("[data-advice]:not([hidden])")


def offer_files(page):
    fill(page)
    page.locator(".delivery__files summary").click()


def write_letter(page):
    fill(page)
    page.locator("message-writer [name=channel][value=letter]").check()
    page.wait_for_selector("[data-draft] [data-part=heading]")


def hold(page):
    """Python never comes."""
    page.route(RUNTIME, lambda route: None)
    show_example(page)
    answer(page, {"recipient": "Ms Varga"})
    page.wait_for_selector("message-writer[data-state=loading]")


def fail(page):
    """Python cannot come."""
    page.route(RUNTIME, lambda route: route.abort())
    show_example(page)
    answer(page, {"recipient": "Ms Varga"})
    page.wait_for_selector("message-writer[data-state=failed]")


def save_data(page):
    page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    show_example(page)
    answer(page, {"recipient": "Ms Varga"})
    page.wait_for_selector("[data-consent]:not([hidden])")


def find_a_way(page):
    page.goto("choose/")
    for question, answered in (("where", "booked"), ("wants", "no"), ("notice", "1")):
        page.locator(f"situation-chooser [name={question}][value='{answered}']").check()
    page.wait_for_selector("situation-chooser .chooser__answer:visible")


def search(page):
    page.goto("")
    page.get_by_role("button", name="Search").or_(page.locator("[data-md-component=search-query]")).first.click()
    page.keyboard.type("thanks")
    page.wait_for_selector(".md-search-result__item")


STATES = {
    "example": show_example,
    "filled": fill,
    "explained": explain,
    "revealed": reveal,
    "errors": err,
    "edited": edit,
    "files": offer_files,
    "letter": write_letter,
    "loading": hold,
    "failed": fail,
    "data-saver": save_data,
    "chosen": find_a_way,
}
"""Name → what brings the writer, or the chooser, there."""
