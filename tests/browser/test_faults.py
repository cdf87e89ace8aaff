"""What a reader sees when something that Python needs is missing, damaged, slow or gone."""

from __future__ import annotations

import json
import re
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

import generator
from generator.site.server import serving
from tests import INVITATIONS, SITE
from tests.browser.recorded import without

RUNTIME = SITE / "assets" / "runtime"
COMPILED, STOCK = json.loads((RUNTIME / "current.json").read_text("utf-8"))
FILES = sorted(COMPILED["files"], key=lambda name: not name.endswith(".mjs"))  # scripts first
MESSAGE_TYPE = generator.find("cancel-agreed-interview")
PAGE = f"write/{MESSAGE_TYPE.slug}/"
NOT_FOUND = (SITE / "404.html").read_bytes()
BOOT = 60_000  # ms: both runtimes, one after the other, on a busy machine
TYPES = {".mjs": "text/javascript", ".wasm": "application/wasm", ".zip": "application/zip"}


def changed(content: bytes) -> bytes:
    """Return the bytes with one in the middle that is wrong."""
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 0x55]) + content[middle + 1 :]


def respond(content, name, **other):
    return {"status": 200, "body": content, "content_type": TYPES[Path(name).suffix]} | other


WRONG_TYPE = "of a wrong type"
FAULTS = {
    "missing": lambda content, name: {"status": 404, "body": NOT_FOUND, "content_type": "text/html"},
    "truncated": lambda content, name: respond(content[: len(content) // 2], name),
    "one byte wrong": lambda content, name: respond(changed(content), name),
    "longer": lambda content, name: respond(content + b"\n", name),
    "the host's page": lambda content, name: respond(NOT_FOUND, name, content_type="text/html"),
    WRONG_TYPE: lambda content, name: respond(content, name, content_type="text/plain"),
    "refused": None,
}


def is_harmless(name, fault):
    """Tell whether the fault is none: the bytes of what is no script are checked, so their label need not be."""
    return fault == WRONG_TYPE and not name.endswith(".mjs")


@pytest.fixture
def page(chromium, site):
    page = new_page(chromium, site)
    yield page
    page.context.close()


def new_page(browser, site):
    """Return a page whose context records every path that is asked for, and has no service worker that asks too."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, base_url=site, service_workers="block")
    context.asked = []
    context.on("request", lambda request: context.asked.append(urlsplit(request.url).path))
    return context.new_page()


def spoil(page, fault, *names, folders=(COMPILED, STOCK)):
    """Answer with a fault wherever one of these files is asked for in one of these folders."""
    for folder in (each["folder"] for each in folders):
        for name in names:
            if fault == "refused":
                page.context.route(f"**/{folder}/{name}", lambda route: route.abort("connectionreset"))
                continue
            response = FAULTS[fault]((RUNTIME / folder / name).read_bytes(), name)
            page.context.route(f"**/{folder}/{name}", lambda route, *, response=response: route.fulfill(**response))


def patch_worker(page, pattern, replacement):
    """Change a place of the worker, which is put together without the names that its source has."""
    [built] = (SITE / "assets").glob("*/engine.worker.mjs")
    body, changes = re.subn(pattern, replacement, built.read_text("utf-8"))
    assert changes == 1
    page.context.route(
        "**/engine.worker.mjs", lambda route: route.fulfill(status=200, body=body, content_type="text/javascript")
    )


def open_and_answer(page, role="baker"):
    page.goto(PAGE)
    page.locator("[name=role]").fill(role)


def expect_message(page, role="baker"):
    expect(page.locator("message-writer [data-draft]")).to_contain_text(role, timeout=BOOT)
    expect(page.locator("message-writer[data-state=ready]")).to_be_visible()
    expect(page.locator("[data-engine]")).to_be_hidden()
    assert page.locator("[name=role]").input_value() == role


def expect_failure(page, role="baker"):
    """Expect the sentence, the worked example, the answers, and the button to try again."""
    expect(page.locator("message-writer[data-state=failed]")).to_be_visible(timeout=BOOT)
    expect(
        page.get_by_role("paragraph").filter(has_text="The writer could not be loaded. Your answers are kept")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.get_by_role("heading", name="An example")).to_be_visible()
    example = generator.compose(MESSAGE_TYPE, MESSAGE_TYPE.examples[0].answers).draft.text
    assert page.locator("message-writer [data-draft]").text_content() == example
    assert page.locator("[name=role]").input_value() == role


def asked_for(page, text):
    return [path for path in page.context.asked if text in path]


# A file of the runtime


@pytest.mark.parametrize(("name", "fault"), [*zip(cycle(FILES), FAULTS, strict=False)])
def test_a_fault_in_the_compiled_runtime_is_made_good_by_the_stock_one(page, name, fault):
    """Every fault and every file, and not each with each as below: the stock runtime takes its time to start."""
    spoil(page, fault, name, folders=[COMPILED])
    open_and_answer(page)

    expect_message(page)
    assert asked_for(page, "stock-")


@pytest.mark.parametrize("name", FILES)
def test_a_fault_in_both_runtimes_is_said_in_a_sentence_and_can_be_tried_again(page, name):
    again = page.get_by_role("button", name="Try again")
    for fault in FAULTS:
        if is_harmless(name, fault):
            continue
        page.context.unroute_all()
        spoil(page, fault, name)
        before = len(asked_for(page, name))
        again.click() if again.is_visible() else open_and_answer(page)
        expect_failure(page)
        assert len(asked_for(page, name)) >= before + 2, "each runtime was tried"
    page.context.unroute_all()
    again.click()

    expect_message(page)


def test_a_wrong_label_does_no_harm_where_the_bytes_are_right(page):
    harmless = [name for name in FILES if is_harmless(name, WRONG_TYPE)]
    spoil(page, WRONG_TYPE, *harmless)
    open_and_answer(page)

    expect_message(page)
    assert len(harmless) == 3
    assert asked_for(page, "stock-") == []


@pytest.mark.parametrize("name", ["engine.worker.mjs", "current.mjs"])
def test_a_script_that_is_missing_is_said_in_a_sentence_and_can_be_tried_again(page, name):
    page.context.route(f"**/{name}", lambda route: route.fulfill(status=404, body=NOT_FOUND, content_type="text/html"))
    open_and_answer(page)
    expect_failure(page)
    page.context.unroute_all()
    page.get_by_role("button", name="Try again").click()

    expect_message(page)


def test_a_page_of_the_last_release_finds_the_runtime_of_this_one(page):
    old = (RUNTIME / "current.mjs").read_text("utf-8")
    for each in COMPILED, STOCK:
        old = old.replace(each["folder"], each["folder"][:-4] + "0000")
    page.context.route("**/current.mjs", lambda route: route.fulfill(body=old, content_type="text/javascript"))
    open_and_answer(page)

    expect_message(page)


# Modules that no message needs


def test_a_message_asks_for_no_rare_module(page):
    open_and_answer(page)
    expect_message(page)

    assert asked_for(page, "later.zip") == []
    assert asked_for(page, "stock-") == []


READY = r'(\w+)\.pyimport\("ready"\);'
IMPORT_RARE = r'\1.pyimport("ready"); for (const name of ["colorsys", "email.mime.image"]) \1.pyimport(name);'
HANDLE = r"return\s?\(await (\w+)\)\((\w+)\)"


def test_a_rare_module_is_fetched_when_it_is_imported(page):
    patch_worker(page, READY, IMPORT_RARE)
    open_and_answer(page)
    expect_message(page)

    assert len(asked_for(page, "later.zip")) == 1
    assert asked_for(page, "stock-") == []


@pytest.mark.parametrize("content", [None, b"", NOT_FOUND], ids=["missing", "empty", "the host's page"])
def test_rare_modules_that_cannot_be_fetched_come_from_the_stock_runtime(chromium, tmp_path, content):
    """Served from a damaged copy of the site: Python waits for these, and a test that answers for the server could not."""
    folder = without(tmp_path / "site", "**/later.zip")
    if content is not None:
        (folder / "assets" / "runtime" / COMPILED["folder"] / "later.zip").write_bytes(content)
    with serving(folder, "/repo/") as site:
        page = new_page(chromium, site)
        patch_worker(page, READY, IMPORT_RARE)
        open_and_answer(page)

        expect_message(page)
        assert asked_for(page, "stock-")
        page.context.close()


# The browser


def test_without_webassembly_nothing_is_fetched_and_it_is_said_in_a_sentence(page):
    page.add_init_script("delete globalThis.WebAssembly")
    open_and_answer(page)

    expect_failure(page)
    assert asked_for(page, "/runtime/") == []


def test_where_storage_is_refused_the_message_is_written_all_the_same(page):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        "Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } })"
    )
    open_and_answer(page)

    expect_message(page)


SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def test_under_data_saver_the_writer_is_loaded_when_the_reader_asks_for_it(page):
    page.add_init_script(SAVE_DATA)
    open_and_answer(page)
    megabytes = sum(each["transfer"] for each in COMPILED["files"].values()) / 1e6
    load = page.get_by_role("button", name=f"Load the writer ({megabytes:.1f} MB)")
    expect(load).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert asked_for(page, COMPILED["folder"]) == []
    assert asked_for(page, "engine.worker.mjs") == []
    load.click()

    expect_message(page)
    expect(load).to_be_hidden()


# The network


def test_a_slow_network_shows_how_far_it_is_and_leaves_the_page_usable(page):
    held = []
    page.context.route("**/pyodide.asm.wasm", lambda route: held.append(route))  # noqa: PLW0108  Playwright takes no built-in
    open_and_answer(page)
    total = sum(each["transfer"] for each in COMPILED["files"].values()) / 1e6
    shown = page.locator("[data-loading]")
    expect(shown).to_have_text(re.compile(rf"Getting the writer ready: [0-9.]+ of {total:.1f} MB\."), timeout=BOOT)
    assert 0 < page.locator("[data-progress]").evaluate("(bar) => bar.position") < 1
    page.locator("[name=sender]").fill("Ada Quist")
    held[0].continue_()

    expect_message(page)
    expect(page.locator("message-writer [data-draft]")).to_contain_text("Ada Quist")


def test_a_network_that_is_cut_and_comes_back_brings_the_writer_with_it(page):
    spoil(page, "refused", "pyodide.asm.wasm")
    open_and_answer(page)
    expect_failure(page)
    page.context.set_offline(True)
    page.context.unroute_all()
    page.context.set_offline(False)

    expect_message(page)


def test_a_boot_that_stops_is_given_up_and_tried_with_the_stock_runtime(page):
    page.context.route(f"**/{COMPILED['folder']}/pyodide.asm.wasm", lambda route: None)
    page.clock.install()
    open_and_answer(page)
    expect(page.locator("[data-loading]")).to_contain_text("MB")
    page.wait_for_timeout(3_000)
    page.clock.fast_forward(31_000)

    expect_message(page)
    assert asked_for(page, "stock-")


# The worker


def test_a_message_that_never_ends_is_given_up_and_the_answers_are_kept(page):
    patch_worker(
        page,
        HANDLE,
        r'if (\2.includes("forever")) for (;;); return (await \1)(\2)',
    )
    open_and_answer(page)
    expect_message(page)
    page.locator("[name=role]").fill("forever")
    expect(page.locator("[data-status]")).to_contain_text("took too long", timeout=BOOT)
    assert page.locator("[name=role]").input_value() == "forever"
    page.locator("[name=role]").fill("gardener")

    expect_message(page, "gardener")


def test_an_invitation_that_never_ends_is_given_up_and_the_answers_are_kept(page, tmp_path):
    patch_worker(page, HANDLE, r"if (JSON.parse(\2).base64?.length > 99) for (;;); return (await \1)(\2)")
    open_and_answer(page)
    expect_message(page)
    page.locator(".invitation summary").click()
    hostile = tmp_path / "hostile.eml"
    hostile.write_bytes(b"x" * 100)
    page.locator("[data-file]").set_input_files(hostile)
    expect(page.locator("[data-reading]")).to_contain_text("It took too long to read", timeout=BOOT)
    page.locator("[name=role]").fill("gardener")

    expect_message(page, "gardener")


def test_what_waits_behind_a_slow_answer_has_its_own_time(page):
    slow = "for (const end = Date.now() + 3_500; Date.now() < end; );"
    patch_worker(page, HANDLE, rf"if (JSON.parse(\2).request === 'read') {slow} return (await \1)(\2)")
    open_and_answer(page)
    expect_message(page)
    page.locator(".invitation summary").click()
    page.locator("[data-file]").set_input_files(INVITATIONS / "41-update.ics")

    expect(page.locator("[data-list] li")).not_to_have_count(0, timeout=BOOT)


def test_a_worker_that_is_killed_is_started_again_and_the_message_is_written(page):
    page.add_init_script(
        "window.workers = []; window.Worker = class extends Worker { constructor(...all) { super(...all); if (all[1]?.name === 'engine') workers.push(this); } }"
    )
    open_and_answer(page)
    expect_message(page)
    page.evaluate("workers.at(-1).terminate()")
    page.locator("[name=role]").fill("gardener")

    expect_message(page, "gardener")
    assert page.evaluate("workers.length") == 2


def test_an_engine_that_breaks_is_started_again(page):
    patch_worker(
        page,
        HANDLE,
        r'if (\2.includes("broken")) setTimeout(() => { throw new Error("broken"); }); else return (await \1)(\2); return new Promise(() => {})',
    )
    open_and_answer(page)
    expect_message(page)
    page.locator("[name=role]").fill("broken")
    expect(page.locator("[data-status]")).to_contain_text("took too long", timeout=BOOT)
    page.locator("[name=role]").fill("gardener")

    expect_message(page, "gardener")
