"""The site without a network, in a real browser: the server is really stopped."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

import generator
from generator.site import offline, server
from tests import NODE, ROOT, SITE
from tests.browser.host import BASE, Host, name_of
from tests.browser.visit import new_context, until
from tests.release import read_release, write_release

REMOVER = "overrides/assets/javascripts/service-worker/remove.mjs"
CATALOGUE = generator.load_catalogue()
FIRST, SECOND = [each for each in CATALOGUE if "email" in each.channels][:2]
READY = "message-writer[data-state=ready]"

KEPT = """async () => Object.fromEntries(await Promise.all((await caches.keys()).map(async (name) => {
    const cache = await caches.open(name);
    return [name, (await cache.keys()).map(({ url }) => url)];
})))"""

LOOK_FOR = """(words) => {
    const box = document.querySelector("[data-md-component=search-query]");
    if (!document.querySelector("#__search").checked) { // the theme closes its search once a page has come
        if (document.activeElement !== box) return box.focus(), false;
        return box.blur(), false; // it opens where the box is entered anew, and takes no notice of an instant
    }
    box.value = words;
    box.dispatchEvent(new KeyboardEvent("keyup", { key: "y" }));
    return document.querySelector(".md-search-result__item")?.checkVisibility() ?? false;
}"""

FETCH = "(paths) => Promise.all(paths.map((path) => fetch(path).then((answer) => answer.text())))"

SUMS = """async () => {
    const cache = await caches.open((await caches.keys())[0]);
    const sums = {};
    for (const request of await cache.keys()) {
        const bytes = await (await cache.match(request)).arrayBuffer();
        const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
        sums[request.url] = [...digest].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    return sums;
}"""


def publish_next(folder):
    """Make another release of what lies in the folder, with another heading on each page."""
    release = read_release(folder)
    for path in sorted(folder.rglob("*.html")):
        text = path.read_text("utf-8").replace(release["build"], "next").replace("</h1>", " (next)</h1>")
        path.write_text(text, "utf-8")
        name = re.sub(r"(^|/)index\.html$", r"\1", path.relative_to(folder).as_posix())
        release["files"][name] = hashlib.sha256(path.read_bytes()).hexdigest()
    write_release(folder, release | {"build": "next"})


def publish_remover(folder):
    """Publish what a build with `offline: false` makes, from the same source."""
    esbuild = [NODE, "node_modules/esbuild/bin/esbuild", "--bundle", f"--outfile={folder / 'sw.js'}"]
    subprocess.run([*esbuild, "--log-level=error", "--allow-overwrite", REMOVER], cwd=ROOT, check=True)


@pytest.fixture
def folder(tmp_path):
    """A copy of the built site, to do as one likes with."""
    return Path(shutil.copytree(SITE, tmp_path / "site"))


@pytest.fixture
def host(folder):
    host = Host(folder)
    yield host
    host.stop()


@pytest.fixture
def context(chromium, host):
    context = new_context(chromium, host.address, permissions=["clipboard-read", "clipboard-write"])
    yield context
    context.close()


@pytest.fixture
def page(context):
    return context.new_page()


def wait_until_kept(page, *, python=False):
    """Wait until the whole release is kept, with or without Python."""
    release = read_release(SITE)
    count = len(release["files"]) + (len(release["python"]) if python else 0)
    page.evaluate("navigator.serviceWorker.ready")
    until(
        page, f"caches.open('{name_of(release)}').then((cache) => cache.keys()).then((all) => all.length === {count})"
    )


def visit_writer(page, message_type=FIRST):
    page.goto(f"write/{message_type.slug}/")
    expect(page.locator(READY)).to_be_visible()
    wait_until_kept(page, python=True)


def answer_role(page, role):
    page.locator("[name=channel][value=email]").check()
    page.locator("[name=role]").fill(role)


def draft(page):
    return page.locator("message-writer [data-draft]")


# Without a network


def test_after_a_visit_to_one_writer_another_writes_while_the_server_is_stopped(host, page):
    visit_writer(page)
    host.stop()
    page.goto(f"write/{SECOND.slug}/")
    page.locator("[name=channel][value=email]").check()
    answers = dict(SECOND.examples[0].answers)
    for name in ("role", "recipient", "sender"):
        page.locator(f"[name={name}]").fill(answers.get(name, "Ada Quist"))
    expect(page.locator(READY)).to_be_visible()
    expect(draft(page)).to_contain_text(answers["role"])
    page.get_by_role("button", name="Copy message").click()

    assert page.evaluate("navigator.clipboard.readText()") == draft(page).text_content()
    body = unquote(page.locator("[data-mailto]").get_attribute("href").partition("body=")[2])
    assert body.replace("\r\n", "\n") == draft(page).text_content()
    host.start()


def test_after_a_visit_to_one_page_every_page_can_be_read_while_the_server_is_stopped(host, page):
    page.goto("")
    wait_until_kept(page)
    host.stop()

    pages = sorted(path.relative_to(SITE).as_posix().removesuffix("index.html") for path in SITE.rglob("index.html"))
    assert page.evaluate(FETCH, pages) == [(SITE / path / "index.html").read_text("utf-8") for path in pages]
    for path in pages[::12]:
        answer = page.goto(path)
        assert answer.from_service_worker
        expect(page.get_by_role("heading", level=1).first).to_be_visible()
    host.start()


def test_the_search_and_a_change_of_page_need_no_network(host, page):
    page.goto("")
    wait_until_kept(page)
    host.stop()
    page.get_by_role("link", name="Choose", exact=True).first.click()
    expect(page).to_have_url(re.compile("/choose/$"))
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Which message"))

    until(page, LOOK_FOR, "pay")
    host.start()


def test_an_address_that_nothing_is_kept_for_shows_the_page_that_helps(host, page):
    page.goto("")
    wait_until_kept(page)
    host.stop()

    answer = page.goto("no/such/page/")
    assert answer.status == 404
    expect(page.get_by_role("heading", name="This page is not here")).to_be_visible()
    page.goto("choose")
    expect(page).to_have_url(re.compile("/choose/$"))
    host.start()


# What is kept


def test_a_reader_fetches_no_python_ahead_of_need(page):
    page.goto("")
    wait_until_kept(page)
    page.goto("choose/")  # whatever the first page had wanted has been asked for by now
    expect(page.get_by_role("heading", level=1)).to_be_visible()

    [urls] = page.evaluate(KEPT).values()
    assert not [url for url in urls if offline.PYTHON in url]


def test_only_listed_files_are_kept_and_to_the_byte(host, page):
    visit_writer(page)
    release = read_release(SITE)
    listed = release["files"] | release["python"]

    assert page.evaluate(SUMS) == {host.address + path: each for path, each in listed.items()}
    assert list(page.evaluate(KEPT)) == [name_of(release)]


def test_nothing_else_is_kept_in_the_browser(page):
    visit_writer(page)
    page.locator("[name=tone][value=warm]").check()
    page.locator("label[for^=__palette]:visible").click()

    assert page.evaluate("Object.keys(localStorage)") == [f"{BASE}.__palette"]
    assert {each.removeprefix(f"{BASE}answers/") for each in page.evaluate("Object.keys(sessionStorage)")} == {
        "",  # what all messages ask
        FIRST.slug,
    }
    assert page.evaluate("indexedDB.databases()") == []
    assert page.context.cookies() == []


def test_a_reader_who_saves_data_keeps_nothing(context, page):
    context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    page.goto("")
    page.evaluate("new Promise((go) => setTimeout(() => setTimeout(go)))")  # what is done after loading is done

    assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    assert page.evaluate(KEPT) == {}


def test_the_privacy_page_lists_what_is_kept_with_its_size(page):
    visit_writer(page)
    answer_role(page, "baker")
    page.goto("privacy/")
    listed = page.locator("stored-data li")

    expect(listed.filter(has_text=f"{BASE}answers/{FIRST.slug}")).to_have_text(
        re.compile(r"^Session storage.* \d+ bytes$")
    )
    expect(listed.filter(has_text=name_of(read_release(SITE)))).to_have_text(re.compile(r" \d+ files, [\d.]+ MB$"))


def test_without_scripts_the_privacy_page_says_so_in_a_sentence(chromium, host):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host.address}privacy/")

    expect(page.locator("stored-data")).to_have_text(re.compile(r"^The list stands here .* keeps nothing new\.$"))
    context.close()


@pytest.mark.parametrize("name", ["index.html", "assets/images/favicon.svg", "search/search_index.json"])
def test_one_wrong_byte_and_nothing_is_kept(folder, page, name):
    path = folder / name
    path.write_bytes(path.read_bytes()[:-1] + b"?")
    page.goto("choose/")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")

    assert page.evaluate(KEPT) == {}
    assert page.evaluate("navigator.serviceWorker.controller") is None
    page.get_by_role("link", name="Choose", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Which message"))


def test_a_missing_file_and_nothing_is_kept(folder, page):
    (folder / "about" / "index.html").unlink()
    page.goto("choose/")
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")

    assert page.evaluate(KEPT) == {}


def test_what_the_browser_has_thrown_away_comes_from_the_network(page):
    page.goto("")
    wait_until_kept(page)
    page.evaluate("caches.keys().then((names) => Promise.all(names.map((name) => caches.delete(name))))")
    answer = page.goto("choose/")

    assert answer.ok
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_file_that_is_kept_carries_the_policy_and_nothing_of_the_server(page):
    visit_writer(page)
    headers = page.evaluate(
        "caches.match(document.querySelector('script[src$=\"site.mjs\"]').src).then(({ headers }) => [...headers])"
    )

    assert dict(headers).keys() == {"content-security-policy", "content-type"}
    assert dict(headers)["content-security-policy"] == read_release(SITE)["policy"]


def test_a_worker_started_from_an_address_of_its_own_is_bound_by_the_policy_that_comes_with_it(folder, chromium, page):
    """Without the service worker, a worker from a URL escapes the page's policy; with it, it does not."""
    probe = "addEventListener('message', async ({ data }) => postMessage(await fetch(data, { mode: 'no-cors' }).then(() => 'reached', () => 'refused')));"
    (folder / "assets" / "probe.mjs").write_text(probe, "utf-8")
    release = read_release(folder)
    release["files"]["assets/probe.mjs"] = hashlib.sha256(probe.encode()).hexdigest()
    write_release(folder, release)
    with server.serving(SITE, "/elsewhere/") as elsewhere:
        page.goto("")
        page.evaluate("navigator.serviceWorker.ready")
        until(page, "navigator.serviceWorker.controller !== null")
        asked = "(url) => new Promise((resolve) => { const worker = new Worker('assets/probe.mjs', { type: 'module' }); worker.onmessage = ({ data }) => resolve(data); worker.postMessage(url); })"

        assert page.evaluate(asked, elsewhere) == "refused"


# A new release


def test_a_new_release_asks_and_is_loaded_on_consent_with_the_answers_kept(folder, page):
    visit_writer(page)
    answer_role(page, "baker")
    expect(draft(page)).to_contain_text("baker")
    publish_next(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    bar = page.locator("[data-release]")
    expect(bar).to_contain_text("A new version is ready")
    answer_role(page, "miller")
    expect(draft(page)).to_contain_text("miller")
    answer_role(page, "baker")
    expect(draft(page)).to_contain_text("baker")
    assert "(next)" not in page.locator("h1").text_content(), "nothing changes unasked"
    bar.get_by_role("button").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("(next)")
    expect(page.locator(READY)).to_be_visible()
    assert page.locator("[name=role]").input_value() == "baker"
    expect(draft(page)).to_contain_text("baker")
    expect(bar).to_be_hidden()
    kept = page.evaluate(KEPT)
    assert list(kept) == [f"offline {BASE} next"]
    [urls] = kept.values()
    assert [url for url in urls if offline.PYTHON in url], "Python comes along to the new release"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_bar(chromium, host, scheme):
    context = chromium.new_context(color_scheme=scheme, bypass_csp=True)
    page = context.new_page()
    page.goto(host.address)
    page.evaluate("document.querySelector('[data-release]').hidden = false")
    page.evaluate((ROOT / "node_modules" / "axe-core" / "axe.min.js").read_text("utf-8"))

    assert page.evaluate("axe.run().then(({ violations }) => violations.map(({ id }) => id))") == []
    context.close()


def test_without_consent_the_old_release_stays_whole(folder, host, page):
    visit_writer(page)
    publish_next(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    expect(page.locator("[data-release]")).to_be_visible()
    host.stop()
    page.goto(f"write/{SECOND.slug}/")

    expect(page.get_by_role("heading", level=1)).to_have_text(SECOND.title)
    expect(page.locator("[data-release]")).to_be_visible()
    host.start()


def test_two_tabs_hear_of_a_new_release_and_each_is_loaded_when_its_reader_says_so(folder, context, page):
    visit_writer(page)
    other = context.new_page()
    other.goto(f"write/{SECOND.slug}/")
    answer_role(other, "miller")
    publish_next(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    for tab in (page, other):
        expect(tab.locator("[data-release]")).to_be_visible()
    page.locator("[data-release]").get_by_role("button").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(next)")
    assert other.get_by_role("heading", level=1).text_content() == SECOND.title
    other.locator("[data-release]").get_by_role("button").click()

    expect(other.get_by_role("heading", level=1)).to_contain_text("(next)")
    expect(other.locator("[name=role]")).to_have_value("miller")


def test_a_release_with_a_wrong_byte_leaves_the_one_that_is_kept(folder, page):
    page.goto("")
    wait_until_kept(page)
    before = page.evaluate(KEPT)
    publish_next(folder)
    (folder / "about" / "index.html").write_bytes(b"<h1>wrong")
    outcome = page.evaluate(
        "navigator.serviceWorker.getRegistration().then((one) => one.update()).then((one) => new Promise((resolve) => {"
        " const next = one.installing; next.addEventListener('statechange', () => resolve(next.state)); }))"
    )

    assert outcome == "redundant"
    assert page.evaluate(KEPT) == before
    expect(page.locator("[data-release]")).to_be_hidden()


def test_pages_of_two_releases_never_mix_where_nothing_is_kept(folder, context, page):
    context.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
    with page.expect_response("**/sitemap.xml"):
        page.goto("")
    page.evaluate("window.first = true")
    publish_next(folder)
    page.get_by_role("link", name="Choose", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(next)")

    until(page, "!window.first")
    expect(page).to_have_url(re.compile("/choose/$"))


# The end


def test_a_site_that_wants_to_be_kept_no_more_removes_everything(folder, page):
    visit_writer(page)
    page.evaluate("caches.open('offline /other/ 1')")
    publish_remover(folder)
    page.evaluate("navigator.serviceWorker.getRegistration().then((one) => one.update())")
    until(page, "caches.keys().then((names) => names.length === 1)")

    assert page.evaluate(KEPT) == {"offline /other/ 1": []}
    until(page, "navigator.serviceWorker.getRegistration().then((one) => !one)")
    assert not page.goto("choose/").from_service_worker
