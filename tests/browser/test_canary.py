"""Nothing leaves: with somebody else listening, every way of sending that we know is tried, in every engine, and none is heard.

What is proven: a page of the site, a worker that starts from a blob as the engine does, and Python in such a worker reach
nobody else by any way in `canary/attempts.mjs` and `canary/attempts.py`, even when they try; and an honest visit does
not try.

What is not proven, since no policy that stands in a page can promise it: that a dishonest page would not go elsewhere as a
whole, through a link or `location`, and take something along in the address, or whisper through the names that it looks up.
And a worker that starts from an address of its own is not bound by the page's policy: therefore none of our scripts starts
one, which is asserted here. The theme's search starts one, and is told the words that are looked for, never an answer; and
a service worker is one by nature. Both are heard as all the rest of a visit is.
"""

from __future__ import annotations

import json
import re
from contextlib import suppress
from time import monotonic, sleep
from urllib.parse import unquote

import pytest

from generator import load_catalogue
from generator.site import offline
from tests import ROOT
from tests.browser.recorded import BASE, CANARY, SITE, recorded, without, without_policy
from tests.engines import PATIENCE, REFUSALS, wait

SEARCH = rf"{BASE}assets/javascripts/workers/search\.\w+\.min\.js"
TYPE = load_catalogue()[0]

MAKE_READY = """(address) => new Promise((resolve, reject) => {
    const script = Object.assign(document.createElement("script"), { type: "module", src: address });
    script.onload = resolve;
    script.onerror = () => reject(new Error("The canary's script was not loaded."));
    document.head.append(script);
})"""
IS_ASKED = "(name) => document.querySelector(`input[type=text][name=${name}]`)?.checkVisibility() ?? false"
TRY = "(name, ...given) => canary[name](...given)"

BRING = """(text) => {
    const data = new DataTransfer();
    data.items.add(new File([text], "invitation.eml"));
    document.querySelector("message-writer").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
TRACKED = """From: Priya Nair <priya.nair@holme-vale.example>
To: amara@example.org
Date: Mon, 3 May 2027 09:00:00 +0100
Subject: Interview for the data analyst role
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/html; charset=utf-8

<link rel="stylesheet" href="LISTENER/style"><script src="LISTENER/script"></script><img src="LISTENER/pixel">
<p>Dear Amara,</p><p>We would like to invite you to an interview for the role of data analyst on Thursday, 13 May 2027 at 2:30 pm.
<a href="LISTENER/join">Join the call</a></p><p>Kind regards,<br>Priya Nair</p>
--b
Content-Type: text/calendar; method=REQUEST; charset=utf-8

BEGIN:VCALENDAR
METHOD:REQUEST
BEGIN:VEVENT
UID:tracked@holme-vale.example
ORGANIZER;CN=Priya Nair:mailto:priya.nair@holme-vale.example
ATTENDEE;CN=Amara Okafor:mailto:amara@example.org
DTSTART:20270513T133000Z
SUMMARY:Interview: data analyst
URL:LISTENER/url
ATTACH:LISTENER/attached
CONFERENCE;VALUE=URI:LISTENER/conference
END:VEVENT
END:VCALENDAR
--b--
"""
"""An invitation that would like to know whether it is read."""

WHERE = {
    "page": lambda site, prefix, own: ["tryAll", prefix, own],
    "worker": lambda site, prefix, own: ["tryAllInWorker", prefix, own],
    "Python": lambda site, prefix, own: ["runPython", f"{site.address}{runtime()}/", lock(), program(prefix, own)],
}
"""Where it is tried from → the function of `attempts.mjs` that tries, and what it is given."""

PUT_OFF = {"chromium": {"icon"}, "firefox": {"prefetch"}, "webkit": {"icon", "prefetch"}}
"""Attempts that an engine may put off for ever, even where they are allowed."""


def runtime():
    """Return the folder of the site that holds Pyodide's own files as they came."""
    own = (ROOT / "node_modules" / "pyodide" / "python_stdlib.zip").read_bytes()
    [folder] = [path.parent for path in SITE.rglob("python_stdlib.zip") if path.read_bytes() == own]
    return folder.relative_to(SITE).as_posix()


def lock():
    """Return a lock for this Pyodide, with no package in it."""
    stock = json.loads((ROOT / "node_modules" / "pyodide" / "pyodide-lock.json").read_text("utf-8"))
    return json.dumps({"info": stock["info"], "packages": {}})


def program(prefix, own):
    return f"{(CANARY / 'attempts.py').read_text('utf-8')}\ntry_all({prefix!r}, {own!r})"


@pytest.fixture
def site():
    """The built site, at an origin that no other visit has used."""
    with recorded() as site:
        yield site


@pytest.fixture(scope="module")
def kept_site():
    """The built site, where a browser that has been there keeps it."""
    with recorded() as site:
        yield site


@pytest.fixture
def unkept_site(tmp_path):
    """The same site without its service worker."""
    with recorded(without(tmp_path / "site", offline.WORKER)) as site:
        yield site


@pytest.fixture
def site_without_policy(tmp_path):
    with recorded(without_policy(tmp_path / "site")) as site:
        yield site


def open_with_canary(engine, listener, site):
    """Open the first page, with the canary's script in it, and forget what an earlier page said."""
    engine.open(site.address)
    listener.heard.clear()
    engine.run(MAKE_READY, f"{site.address}canary/attempts.mjs")


def try_all(engine, listener, site, where):
    """Make every attempt, and return the names of all, and of those that are made once more with the site itself."""
    open_with_canary(engine, listener, site)
    prefixes = f"{listener.origin}/tried/", f"{site.address}own/"
    return map(set, engine.run(TRY, *WHERE[where](site, *prefixes)))


def in_vain(engine, listener, site, where):
    """Make every attempt, and wait until those have arrived that were made after all others; return the names of all."""
    tried, allowed = try_all(engine, listener, site, where)
    own = f"{BASE}own/"
    in_time(lambda: allowed <= {unquote(path.removeprefix(own)) for path in site.asked if path.startswith(own)})
    return tried


def heard(listener):
    """Return the names of the attempts that were heard."""
    return {unquote(path.removeprefix("/tried/")) for path in listener.heard}


# The canary can sing


@pytest.mark.parametrize("where", WHERE)
def test_where_there_is_no_policy_every_attempt_is_heard(engine, listener, site_without_policy, where):
    tried, _ = try_all(engine, listener, site_without_policy, where)
    allowed = tried - PUT_OFF[engine.name]
    in_time(lambda: allowed <= heard(listener))

    assert len(allowed) >= 7
    assert allowed - heard(listener) == set()


def test_where_there_is_no_policy_a_form_is_heard(engine, listener, site_without_policy):
    open_with_canary(engine, listener, site_without_policy)
    engine.run("(address) => { canary.sendForm(address) }", f"{listener.origin}/form")

    assert in_time(lambda: "/form" in listener.heard)
    assert in_time(lambda: is_at(engine, "/form"))  # or it would go there in the middle of the next test


def is_at(engine, path):
    """Tell whether the engine's page is another one by now; while it goes there, nobody can say."""
    with suppress(*REFUSALS):
        return engine.run("() => location.pathname") == path
    return False


def test_a_request_to_any_other_machine_is_heard(engine, listener, site_without_policy):
    engine.open(site_without_policy.address)
    engine.run("(address) => fetch(address).then(() => null)", "http://somebody.example/")

    assert in_time(lambda: "http://somebody.example/" in listener.heard)


def in_time(condition):
    """Return whether `condition` comes to hold."""
    end = monotonic() + PATIENCE
    while not condition():
        assert monotonic() < end, "it never came"
        sleep(0.05)
    return True


# The canary is silent


@pytest.mark.parametrize("where", WHERE)
def test_where_there_is_the_policy_no_attempt_is_heard(engine, listener, unkept_site, where):
    tried = in_vain(engine, listener, unkept_site, where)

    assert len(tried) >= 7
    assert listener.hears("/awake") == []


@pytest.mark.parametrize("where", WHERE)
def test_where_a_service_worker_keeps_the_site_no_attempt_is_heard_either(engine, listener, kept_site, where):
    engine.open(kept_site.address)
    engine.run("async () => { await navigator.serviceWorker.ready }")
    engine.open(kept_site.address)
    wait(engine, "() => navigator.serviceWorker.controller")
    tried = in_vain(engine, listener, kept_site, where)

    assert len(tried) >= 7
    assert listener.hears("/awake") == []


def test_where_there_is_the_policy_no_form_is_heard(engine, listener, unkept_site):
    open_with_canary(engine, listener, unkept_site)
    engine.run(TRY, "sendForm", f"{listener.origin}/form")

    assert listener.hears("/awake") == []
    assert engine.run("() => location.href") == unkept_site.address


def test_a_whole_visit_asks_this_site_alone(engine, listener, site):
    listener.heard.clear()
    for path in ("", "choose/", "privacy/", f"write/{TYPE.slug}/"):
        engine.open(f"{site.address}{path}")
    wait(engine, "() => document.querySelector('message-writer form').checkVisibility()")
    for name, text in TYPE.examples[0].answers.items():
        if engine.run(IS_ASKED, name):
            engine.fill(f"message-writer [name={name}]", text)
    wait(engine, "() => document.querySelector('message-writer[data-state=ready] [data-draft] mark.answer')")
    engine.click("message-writer [data-copy=message]")
    wait(engine, "() => document.querySelector('[data-status]').textContent")

    assert listener.hears("/awake") == []
    assert [path for path in site.asked if not path.startswith(BASE)] == []
    assert [path for path in site.workers if not re.fullmatch(SEARCH, path)] == []
    assert any(path.endswith("pyodide.asm.wasm") for path in site.asked)


def test_an_invitation_that_is_brought_reaches_nobody_and_none_of_its_links_is_opened(engine, listener, site):
    listener.heard.clear()
    engine.open(f"{site.address}write/{TYPE.slug}/")
    wait(engine, "() => document.querySelector('invitation-reader details')?.checkVisibility()")
    engine.run(BRING, TRACKED.replace("LISTENER", listener.origin))
    wait(engine, "() => document.querySelector('invitation-reader input[data-name=role]')")
    engine.click("[data-take]")
    wait(engine, "() => document.querySelector('message-writer[data-state=ready] [data-draft] mark.answer')")
    engine.run("() => { document.querySelector('[data-reply=ics]').closest('details').open = true }")
    wait(engine, "() => document.querySelector('[data-reply=ics]').checkVisibility()")
    _, answer = engine.download("[data-reply=ics]")

    assert b"PARTSTAT=DECLINED" in answer.replace(b"\r\n ", b"")
    assert listener.hears("/awake") == []
    assert [path for path in site.asked if not path.startswith(BASE)] == []
    assert [path for path in site.asked if "Nair" in path] == []


# No script of ours gets round it


def test_a_worker_with_an_address_of_its_own_is_known_by_its_request(engine, site):
    engine.open(site.address)
    engine.run("(address) => { new Worker(address, { type: 'module' }) }", f"{site.address}canary/attempts.mjs")

    assert in_time(lambda: f"{BASE}canary/attempts.mjs" in site.workers)
