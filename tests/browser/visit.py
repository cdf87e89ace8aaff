"""A reader's visit in Chromium, and what a reader does in the writer.

Nothing here waits for a time: a test waits for a state of the page, as patiently as a busy machine needs. Time is the test's: whatever
the page puts off by a second or more happens when the test says that the time has passed, and not before.
"""

from __future__ import annotations

from time import monotonic
from urllib.parse import urlsplit

from playwright.sync_api import Error, expect

import generator
from tests import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
BASE = "/repo/"
PHONE = {"width": 320, "height": 640}
DESK = {"width": 1280, "height": 900}
ELSEWHERE = "stay-in-touch"  # a message that no test of the page is about
READY = "message-writer[data-state=ready]"
PATIENCE = 300  # seconds: what has not come by then on a machine that does ten other things will not come
BETWEEN_LOOKS = 30  # ms

expect.set_options(timeout=PATIENCE * 1000)

HOLD_TIME = """(() => {
    if ("passTime" in globalThis) return;
    const { setTimeout, clearTimeout } = globalThis;
    const held = new Map();
    globalThis.heldEver = [];
    globalThis.setTimeout = (act, delay, ...given) => {
        if (!(delay >= 1_000)) return setTimeout(act, delay, ...given);
        const id = -heldEver.push(delay);
        held.set(id, { delay, act: () => act(...given) });
        return id;
    };
    globalThis.clearTimeout = (id) => held.delete(id) || clearTimeout(id);
    globalThis.passTime = (time) => {
        const due = [...held].filter(([, { delay }]) => delay === time);
        for (const [id, { act }] of due) held.delete(id) && act();
        return due.length > 0;
    };
})()"""
"""Keeps what is put off by a second or more until `passTime` is called; `heldEver` has the times by which anything was put off."""

REPORT_BREACHES = "addEventListener('securitypolicyviolation', (event) => console.error(`policy: ${event.blockedURI}`))"

ANSWER = """(answers) => {
    const form = document.querySelector("message-writer form");
    for (const [name, text] of Object.entries(answers)) {
        const question = form.querySelector(`[data-field="${name}"]`);
        if (!question) continue;
        const more = question.closest("details");
        if (more && !question.hidden) more.open = true;
        if (!question.checkVisibility()) continue; // it is not asked in this channel, or with these choices
        const [control, ...others] = question.querySelectorAll(`[name="${name}"]`);
        if (control.type === "radio") [control, ...others].find(({ value }) => value === text).click();
        else if (control.type === "checkbox") control.checked !== (text === "yes") && control.click();
        else {
            control.focus();
            control.value = text;
            control.dispatchEvent(new Event("input", { bubbles: true }));
            control.dispatchEvent(new Event("change", { bubbles: true }));
        }
    }
}"""


class Visit:
    """One reader's visit: a page, every address it asked for, and everything that went wrong in it.

    Nothing is kept for later: to fetch and sum the whole site costs as much as the rest of a visit, and has tests of its own.
    """

    def __init__(self, browser, site, **options):
        self.site = site
        self.requests = []
        self.faults = []
        self.context = new_context(browser, site, viewport=DESK, service_workers="block", **options)
        self.context.add_init_script(REPORT_BREACHES)
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.page = self.context.new_page()
        self.page.on("console", lambda message: message.type == "error" and self.faults.append(message.text))
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))

    def open(self, path=""):
        self.page.goto(path)
        return self.page

    def begin(self, slug):
        """Go to the writer of a message as a visit goes on: Python has been started, and nothing is answered."""
        page = self.page
        if not page.locator("message-writer").count():
            return self.open(f"write/{slug}/")
        page.emulate_media(media="null")
        page.set_viewport_size(DESK)
        page.mouse.move(0, 0)
        self.follow(ELSEWHERE)
        page.evaluate("sessionStorage.clear()")
        self.follow(slug)
        return page

    def follow(self, slug):
        """Go to the writer of a message from another, or from their list, by its link: the page stays, and Python with it."""
        self.page.locator(f".md-sidebar--primary a[href$='/{slug}/']").evaluate("(link) => link.click()")
        expect(self.page.locator(f"message-writer[type={slug}] form")).to_be_visible()

    def asked_for(self, name):
        return [address for address in self.requests if name in urlsplit(address).path]

    def close(self):
        self.context.close()
        self.check()

    def check(self):
        """Assert that nothing has gone wrong since the last time."""
        strangers = [each for each in self.requests if not each.startswith((self.site, "blob:", "data:"))]
        complaints = [*self.faults]
        self.requests.clear()
        self.faults.clear()
        assert strangers == [], "a page asked somebody else, or left its path"
        assert complaints == [], "a page complained"


def new_context(browser, site, **options):
    """Return a context of its own, in which time is the test's."""
    context = browser.new_context(base_url=site, **options)
    context.set_default_timeout(PATIENCE * 1000)
    context.add_init_script(HOLD_TIME)
    return context


def pass_time(page, milliseconds):
    """Let that happen which the page has put off by this time, as soon as there is something."""
    until(page, "(time) => passTime(time)", milliseconds)


def answer(page, answers):
    """Fill in the form question by question, as a person would who skips what is not asked."""
    page.evaluate(ANSWER, answers)


def choose(page, **style):
    """Choose a channel or a tone."""
    for name, value in style.items():
        page.locator(f"message-writer [name={name}][value={value}]").check()


def draft(page):
    return page.locator("message-writer [data-draft]")


def expect_draft(page, text):
    expect(page.locator(READY)).to_be_visible()
    expect_settled(page)
    assert text == draft(page).text_content()


def expect_settled(page):
    """Wait until the message has followed the answers."""
    expect(page.locator("message-writer [data-paper]")).not_to_have_attribute("aria-busy", "true")


def wait_for_leisure(page):
    """Wait until the browser has nothing left to do for the page, which has been loaded."""
    page.evaluate("new Promise((go) => requestIdleCallback(() => setTimeout(() => requestIdleCallback(go))))")


def until(page, condition, argument=None):
    """Wait until a JavaScript expression, or a function of the argument, comes to what is true, or to a promise of it.

    It is asked from here, again and again: the policy of a page forbids it to evaluate a text by itself, as Playwright's own
    waiting would have it do.
    """
    end = monotonic() + PATIENCE
    while not _holds(page, condition, argument):
        assert monotonic() < end, f"never came: {condition}"
        page.wait_for_timeout(BETWEEN_LOOKS)


def _holds(page, condition, argument):
    try:
        return page.evaluate(condition, argument)
    except Error as error:
        if "context was destroyed" in error.message:  # the page went on to another
            return False
        raise


def expect_own(page):
    """Wait until the reader's own message, as the answers make it now, stands in the place of the example."""
    expect(page.get_by_role("heading", name="Your message")).to_be_visible()
    expect_settled(page)


def here_today(page):
    return page.locator("[name=today]").input_value()


def on_the_host(message_type, answers, channel="", tone="plain"):
    return generator.compose(message_type, answers, generator.Style(channel=channel, tone=tone)).draft.text


def axe(page, rules=()):
    """Return what axe finds by these rules, or by all where there is none, a line for each, once nothing fades in or out any more."""
    page.evaluate(
        "new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))"
    )  # what begins has begun
    page.evaluate(
        "document.getAnimations().forEach((each) => each.effect.getComputedTiming().endTime < Infinity && each.finish())"
    )
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    wanted = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    found = page.evaluate("(wanted) => axe.run(wanted).then(({ violations }) => violations)", wanted)
    return [f"{each['id']}: {node['html'][:120]}" for each in found for node in each["nodes"]]
