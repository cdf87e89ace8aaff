"""What a reader sees when something that Python needs is missing, damaged, slow or gone."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest
from playwright.sync_api import expect

import generator
from tests import INVITATIONS, SITE
from tests.browser.faulty import (
    COMPILED,
    FAULTS,
    HELD,
    MISSING,
    REFUSED,
    RUNTIME,
    STOCK,
    TWIN,
    WRONG_TYPE,
    faulty,
    with_twin,
)
from tests.browser.visit import DESK, expect_settled, new_context, pass_time, until

FILES = sorted(COMPILED["files"], key=lambda name: not name.endswith(".mjs"))  # scripts first
MESSAGE_TYPE = generator.find("cancel-agreed-interview")
BOOT_SILENCE, RESPONSE_LIMIT = 30_000, 5_000  # ms, as engine.mjs has them
PAGE = f"write/{MESSAGE_TYPE.slug}/"


def is_harmless(name, fault):
    """Tell whether the fault is none: the bytes of what is no script are checked, so their label need not be."""
    return fault == WRONG_TYPE and not name.endswith(".mjs")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return with_twin(tmp_path_factory.mktemp("twin") / "site")


@pytest.fixture
def site(folder):
    with faulty(folder) as site:
        yield site


@pytest.fixture
def page(chromium, site):
    page = new_page(chromium, site)
    yield page
    page.context.close()


def new_page(browser, site):
    """Return a page of a context of its own, with no service worker that asks too."""
    return new_context(browser, site.address, viewport=DESK, service_workers="block").new_page()


def patch_worker(page, pattern, replacement):
    """Change a place of the worker, which is put together without the names that its source has."""
    [built] = (SITE / "assets").glob("*/engine/engine.worker.mjs")
    body, changes = re.subn(pattern, replacement, built.read_text("utf-8"))
    assert changes == 1
    page.context.route(
        "**/engine.worker.mjs", lambda route: route.fulfill(status=200, body=body, content_type="text/javascript")
    )


def open_and_answer(page, role="baker"):
    page.goto(PAGE)
    page.locator("[name=role]").fill(role)


def expect_message(page, role="baker"):
    expect(page.locator("message-writer [data-draft]")).to_contain_text(role)
    expect(page.locator("message-writer[data-state=ready]")).to_be_visible()
    expect(page.locator("[data-engine]")).to_be_hidden()
    assert page.locator("[name=role]").input_value() == role


def expect_failure(page, role="baker"):
    """Expect the sentence, the worked example, the answers, and the button to try again."""
    expect(page.locator("message-writer[data-state=failed]")).to_be_visible()
    expect_settled(page)
    expect(
        page.get_by_role("paragraph").filter(has_text="The writer could not be loaded. Your answers are kept")
    ).to_be_visible()
    expect(page.get_by_role("button", name="Try again")).to_be_visible()
    expect(page.get_by_role("heading", name="An example")).to_be_visible()
    example = generator.compose(MESSAGE_TYPE, MESSAGE_TYPE.examples[0].answers).draft.text
    assert page.locator("message-writer [data-draft]").text_content() == example
    assert page.locator("[name=role]").input_value() == role


# A file of the runtime


@pytest.mark.parametrize(("name", "fault"), [*zip(cycle(FILES), FAULTS, strict=False)])
def test_a_fault_in_the_compiled_runtime_is_made_good_by_the_other(page, site, name, fault):
    """Every fault and every file, and not each with each as below."""
    site.spoil(fault, name, folders=[COMPILED])
    open_and_answer(page)

    expect_message(page)
    assert site.asked_for("stock-")


def test_the_other_is_the_stock_runtime(chromium):
    with faulty(SITE) as site:
        site.spoil(MISSING, "pyodide.asm.wasm", folders=[COMPILED])
        page = new_page(chromium, site)
        open_and_answer(page)

        expect_message(page)
        assert {Path(path).name for path in site.asked_for(f"/{STOCK['folder']}/")} >= {*FILES}
        page.context.close()


@pytest.mark.parametrize("name", FILES)
def test_a_fault_in_both_runtimes_is_said_in_a_sentence_and_can_be_tried_again(page, site, name):
    again = page.get_by_role("button", name="Try again")
    for fault in FAULTS:
        if is_harmless(name, fault):
            continue
        site.mend()
        site.spoil(fault, name)
        before = len(site.asked_for(name))
        again.click() if again.is_visible() else open_and_answer(page)
        expect_failure(page)
        assert len(site.asked_for(name)) >= before + 2, "each runtime was tried"
    site.mend()
    again.click()

    expect_message(page)


def test_a_wrong_label_does_no_harm_where_the_bytes_are_right(page, site):
    harmless = [name for name in FILES if is_harmless(name, WRONG_TYPE)]
    site.spoil(WRONG_TYPE, *harmless)
    open_and_answer(page)

    expect_message(page)
    assert len(harmless) == 3
    assert site.asked_for("stock-") == []


@pytest.mark.parametrize("name", ["engine/engine.worker.mjs", "current.mjs"])
def test_a_script_that_is_missing_is_said_in_a_sentence_and_can_be_tried_again(page, site, folder, name):
    [path] = folder.glob(f"assets/*/{name}")
    site.spoil_file(MISSING, path.relative_to(folder).as_posix())
    open_and_answer(page)
    expect_failure(page)
    site.mend()
    page.get_by_role("button", name="Try again").click()

    expect_message(page)


def test_a_page_of_the_last_release_finds_the_runtime_of_this_one(page, folder):
    old = (folder / RUNTIME / "current.mjs").read_text("utf-8")
    for each in COMPILED, TWIN:
        old = old.replace(each["folder"], each["folder"][:-4] + "0000")
    page.context.route("**/current.mjs", lambda route: route.fulfill(body=old, content_type="text/javascript"))
    open_and_answer(page)

    expect_message(page)


# Modules that no message needs


def test_a_message_asks_for_no_rare_module(page, site):
    open_and_answer(page)
    expect_message(page)

    assert site.asked_for("later.zip") == []
    assert site.asked_for("stock-") == []


READY = r'(\w+)\.pyimport\("ready"\)'
IMPORT_RARE = r'(\1.pyimport("ready"), ["colorsys", "email.mime.image"].map((name) => \1.pyimport(name)))'
HANDLE = r"return\s?\(await (\w+)\)\((\w+)\)"


def test_a_rare_module_is_fetched_when_it_is_imported(page, site):
    patch_worker(page, READY, IMPORT_RARE)
    open_and_answer(page)
    expect_message(page)

    assert len(site.asked_for("later.zip")) == 1
    assert site.asked_for("stock-") == []


@pytest.mark.parametrize("fault", [MISSING, "truncated", "the host's page"])
def test_rare_modules_that_cannot_be_fetched_come_from_the_other_runtime(page, site, fault):
    """Damaged by the server: Python waits for these, and a test that answers for the server could not."""
    site.spoil(fault, "later.zip", folders=[COMPILED])
    patch_worker(page, READY, IMPORT_RARE)
    open_and_answer(page)

    expect_message(page)
    assert site.asked_for("stock-")


# The browser


def test_without_webassembly_nothing_is_fetched_and_it_is_said_in_a_sentence(page, site):
    page.add_init_script("delete globalThis.WebAssembly")
    open_and_answer(page)

    expect_failure(page)
    assert site.asked_for("/runtime/") == []


def test_where_storage_is_refused_the_message_is_written_all_the_same(page):
    page.add_init_script(
        "for (const name of ['localStorage', 'sessionStorage'])"
        "Object.defineProperty(window, name, { get() { throw new DOMException('refused', 'SecurityError'); } })"
    )
    open_and_answer(page)

    expect_message(page)


SAVE_DATA = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })"


def test_under_data_saver_the_writer_is_loaded_when_the_reader_asks_for_it(page, site):
    page.add_init_script(SAVE_DATA)
    open_and_answer(page)
    megabytes = sum(each["transfer"] for each in COMPILED["files"].values()) / 1e6
    load = page.get_by_role("button", name=f"Load the writer ({megabytes:.1f} MB)")
    expect(load).to_be_visible()
    assert site.asked_for(COMPILED["folder"]) == []
    assert site.asked_for("engine.worker.mjs") == []
    load.click()

    expect_message(page)
    expect(load).to_be_hidden()


# The network


def test_a_slow_network_shows_how_far_it_is_and_leaves_the_page_usable(page, site):
    site.spoil(HELD, "pyodide.asm.wasm")
    open_and_answer(page)
    total = sum(each["transfer"] for each in COMPILED["files"].values()) / 1e6
    shown = page.locator("[data-loading]")
    expect(shown).to_have_text(re.compile(rf"Getting the writer ready: [0-9.]+ of {total:.1f} MB\."))
    assert 0 < page.locator("[data-progress]").evaluate("(bar) => bar.position") < 1
    page.locator("[name=sender]").fill("Ada Quist")
    site.mend()

    expect_message(page)
    expect(page.locator("message-writer [data-draft]")).to_contain_text("Ada Quist")


def test_a_network_that_is_cut_and_comes_back_brings_the_writer_with_it(page, site):
    site.spoil(REFUSED, "pyodide.asm.wasm")
    open_and_answer(page)
    expect_failure(page)
    page.context.set_offline(True)
    site.mend()
    page.context.set_offline(False)

    expect_message(page)


def test_a_boot_that_stops_is_given_up_and_tried_with_the_other_runtime(page, site):
    site.spoil(HELD, "pyodide.asm.wasm", folders=[COMPILED])
    open_and_answer(page)
    wait_for(lambda: site.asked_for(f"{COMPILED['folder']}/pyodide.asm.wasm"), page)
    pass_time(page, BOOT_SILENCE)

    expect_message(page)
    assert site.asked_for("stock-")


def test_a_runtime_that_stops_coming_is_given_up_and_so_is_the_other(page, site):
    site.spoil(HELD, "pyodide.asm.wasm")
    open_and_answer(page)
    for each in COMPILED, TWIN:
        wait_for(lambda each=each: site.asked_for(f"{each['folder']}/pyodide.asm.wasm"), page)
        pass_time(page, BOOT_SILENCE)

    expect_failure(page)


def wait_for(condition, page):
    """Wait until the server has seen something; meanwhile the browser's events are heard."""
    while not condition():
        page.evaluate("0")


# The worker


def give_up(page, place, sentence):
    """Let the time of requests pass, each time that one is in hand, until the reader is told."""
    until(
        page,
        "([time, place, sentence]) => document.querySelector(place).textContent.includes(sentence) || (passTime(time), false)",
        [RESPONSE_LIMIT, place, sentence],
    )


def test_a_message_that_never_ends_is_given_up_and_the_answers_are_kept(page):
    patch_worker(
        page,
        HANDLE,
        r'if (\2.includes("forever")) for (;;); return (await \1)(\2)',
    )
    open_and_answer(page)
    expect_message(page)
    page.locator("[name=role]").fill("forever")
    give_up(page, "[data-status]", "took too long")
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
    give_up(page, "[data-reading]", "It took too long to read")
    page.locator("[name=role]").fill("gardener")

    expect_message(page, "gardener")


def test_what_waits_behind_a_slow_answer_has_its_own_time(page):
    slow = "for (const end = Date.now() + 500; Date.now() < end; );"
    patch_worker(page, HANDLE, rf"if (JSON.parse(\2).request === 'read') {slow} return (await \1)(\2)")
    open_and_answer(page)
    expect_message(page)
    before = page.evaluate("(limit) => heldEver.filter((time) => time === limit).length", RESPONSE_LIMIT)
    page.locator(".invitation summary").click()
    page.locator("[data-file]").set_input_files(INVITATIONS / "41-update.ics")

    expect(page.locator("[data-list] li")).not_to_have_count(0)
    assert page.evaluate("(limit) => heldEver.filter((time) => time === limit).length", RESPONSE_LIMIT) >= before + 2


def test_a_worker_that_is_killed_is_started_again_and_the_message_is_written(page):
    page.add_init_script(
        "window.workers = []; window.Worker = class extends Worker { constructor(...all) { super(...all); if (all[1]?.name === 'engine') workers.push(this); } }"
    )
    open_and_answer(page)
    expect_message(page)
    page.evaluate("workers.at(-1).terminate()")
    page.locator("[name=role]").fill("gardener")
    pass_time(page, RESPONSE_LIMIT)

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
    expect(page.locator("[data-status]")).to_contain_text("took too long")
    page.locator("[name=role]").fill("gardener")

    expect_message(page, "gardener")
