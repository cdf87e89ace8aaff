"""The reader's journey, in every engine."""

from __future__ import annotations

import pytest
from icalendar import Calendar

import generator
from generator.exports import export
from tests import INVITATIONS
from tests.browser.host import Host, name_of
from tests.browser.recorded import SITE
from tests.engines import wait
from tests.release import read_release

WRITTEN, OTHER = map(generator.find, ("cancel-agreed-interview", "stay-in-touch"))
FORMS = ("eml", "docx", "txt")
INVITATION = INVITATIONS / "41-update.ics"
TYPED = {"recipient": "Ms Varga", "company": "Zoë's Bakery & Söhne", "role": "Head of R&D", "sender": "Ada O’Quist"}
WHOLE = TYPED | {"interview_when": "11 May 2027 at 3 pm"}
OF_THE_OTHER = TYPED | {"sender_contact": "07700 900 418"}

READY = "() => document.querySelector('message-writer[data-state=ready]')"
UNDONE = """(text) => {
    const undo = document.querySelector("message-writer [data-undo]");
    if (!undo.hidden) undo.click(); // what was typed with a pause in it, as on a busy machine, takes several steps back
    return document.querySelector("message-writer [data-draft]").textContent === text;
}"""
DRAFT_IS = "(text) => document.querySelector('message-writer [data-draft]').textContent === text"
STATUS_IS = "(text) => document.querySelector('message-writer [data-status]').textContent === text"
SHOWN = "(selector) => document.querySelector(selector).checkVisibility()"
KEPT = """async (name, count) => {
    const cache = await caches.open(name);
    return (await cache.keys()).length === count;
}"""
VALUE = "(name) => document.querySelector(`message-writer [name=${name}]`).value"
TEXTS = "(selector) => [...document.querySelectorAll(selector)].map((each) => each.textContent)"
CURSOR_AFTER = """(name) => {
    const part = document.querySelector(`message-writer [data-draft] [data-part=${name}]`);
    part.parentElement.focus();
    getSelection().collapse(part.lastChild, part.lastChild.length);
}"""
ENGLISH = "() => document.querySelector('[name=locale]:checked').value"
DROP = """(text, name) => {
    const data = new DataTransfer();
    data.items.add(new File([text], name));
    document.querySelector("message-writer").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}"""
OFFERED = "(name) => document.querySelector(`invitation-reader input[data-name=${name}]`)"
OPEN = "(selector) => { document.querySelector(selector).closest('details').open = true }"
FOLLOW = "(slug) => document.querySelector(`.md-sidebar--primary a[href$='/${slug}/']`).click()"
ADD_PAPER = "() => document.body.prepend(Object.assign(document.createElement('textarea'), { id: 'elsewhere' }))"


@pytest.fixture
def writer(engine, site):
    """The engine at the writer of a written message, untouched, in one visit: Python starts once, unless a test has gone elsewhere."""
    if engine.run("() => location.href").startswith(site):
        engine.run("() => sessionStorage.clear()")
        for each in (OTHER, WRITTEN):
            engine.run(FOLLOW, each.slug)
            wait(engine, "(type) => document.querySelector(`message-writer[type=${type}] form`)", each.slug)
    else:
        engine.open(f"{site}write/{WRITTEN.slug}/")
    wait(engine, SHOWN, "message-writer form")
    return engine


def choose(engine, **style):
    for name, value in style.items():
        engine.click(f"message-writer [name={name}][value={value}]")


def answer(engine, answers):
    if not engine.run("() => document.querySelector('.writer__more').open"):
        engine.click(".writer__more summary")
    for name, text in answers.items():
        engine.fill(f"message-writer [name={name}]", text)


def compose_here(engine, answers, channel="", tone="plain", message_type=WRITTEN):
    """Return the draft that Python makes here, on the day that the page took from the device."""
    values = answers | {"today": engine.run(VALUE, "today")}
    return generator.compose(
        message_type, values, generator.Style(channel=channel, tone=tone, locale=engine.run(ENGLISH))
    ).draft


def on_the_host(engine, answers, channel="", tone="plain"):
    return compose_here(engine, answers, channel, tone).text


def test_before_any_answer_the_worked_example_stands_there(writer):
    example = generator.compose(WRITTEN, WRITTEN.examples[0].answers).draft.text

    wait(writer, DRAFT_IS, example)
    wait(writer, READY)
    wait(writer, DRAFT_IS, example)


def test_the_draft_follows_what_is_typed_letter_for_letter(writer):
    typed = {}
    for name, text in TYPED.items():
        typed[name] = text
        answer(writer, {name: text})

        wait(writer, DRAFT_IS, on_the_host(writer, typed))


def test_every_channel_and_tone_is_what_python_writes_here(writer):
    answer(writer, TYPED)
    for channel in WRITTEN.channels:
        for tone in generator.TONES:
            choose(writer, channel=channel, tone=tone)

            wait(writer, DRAFT_IS, on_the_host(writer, TYPED, channel, tone))


def test_what_is_missing_is_a_gap_until_it_is_typed(writer):
    answer(writer, {"recipient": "Ms Varga"})
    wait(writer, DRAFT_IS, on_the_host(writer, {"recipient": "Ms Varga"}))

    assert {"[role]", "[your name]"} <= set(writer.run(TEXTS, "message-writer [data-draft] mark.gap"))
    assert "Enter the role" in writer.run(TEXTS, "message-writer [data-gaps] a")
    answer(writer, {"role": "baker"})
    wait(writer, DRAFT_IS, on_the_host(writer, {"recipient": "Ms Varga", "role": "baker"}))
    assert "[role]" not in writer.run(TEXTS, "message-writer [data-draft] mark.gap")
    assert "Enter the role" not in writer.run(TEXTS, "message-writer [data-gaps] a")


def test_a_message_that_is_copied_can_be_pasted_to_the_letter(writer):
    answers = {name: text for name, text in WRITTEN.examples[0].answers.items() if writer.run(SHOWN, f"[name={name}]")}
    texts = {name: text for name, text in answers.items() if name not in {"reason", "future_contact"}}
    answer(writer, texts)
    wait(writer, DRAFT_IS, on_the_host(writer, texts))
    writer.click("message-writer [data-copy=message]")
    wait(writer, STATUS_IS, "Copied")
    writer.run(ADD_PAPER)
    writer.paste("#elsewhere")

    wait(writer, "(text) => document.querySelector('#elsewhere').value === text", on_the_host(writer, texts))


def test_subject_and_message_are_copied_as_the_file_has_them(writer):
    answer(writer, WHOLE)
    message = compose_here(writer, WHOLE)
    wait(writer, DRAFT_IS, message.text)
    writer.click("[data-copy=everything]")
    wait(writer, STATUS_IS, "Subject and message copied")
    writer.run(ADD_PAPER)
    writer.paste("#elsewhere")

    pasted = writer.run("() => document.querySelector('#elsewhere').value")
    assert f"{pasted}\n".encode() == export(message, "txt").data


def test_a_file_has_the_bytes_that_python_makes_here(writer):
    answer(writer, WHOLE)
    message = compose_here(writer, WHOLE)
    wait(writer, DRAFT_IS, message.text)
    writer.click(".delivery__files summary")
    writer.click("[name=paper][value=letter]")
    for form in FORMS:
        expected = export(message, form, "letter")

        assert writer.download(f"[data-export={form}]") == (expected.name, expected.data)
        wait(writer, STATUS_IS, f"Your browser is saving {expected.name}")


def test_words_can_be_written_into_the_message_and_stay_when_an_answer_changes(writer):
    answer(writer, TYPED)
    wait(writer, DRAFT_IS, on_the_host(writer, TYPED))
    writer.click("message-writer [data-edit]")
    writer.run(CURSOR_AFTER, "thanks")
    writer.type("message-writer [data-draft]", " It was kind.\nTruly.")
    writer.fill("message-writer [name=role]", "baker")
    writer.click("message-writer [data-edit]")

    fresh = on_the_host(writer, TYPED | {"role": "baker"})
    [thanks] = [line for line in fresh.split("\n") if line.startswith("Thank you")]
    wait(writer, DRAFT_IS, fresh.replace(thanks, f"{thanks} It was kind.\nTruly."))
    writer.click("message-writer [data-undo]")
    wait(writer, UNDONE, fresh)


def test_an_invitation_that_is_dropped_fills_the_form_in_and_is_answered_in_its_calendar(writer):
    writer.run(DROP, INVITATION.read_text("utf-8"), INVITATION.name)
    wait(writer, OFFERED, "role")
    writer.click("[data-take]")
    wait(
        writer,
        "(text) => document.querySelector('message-writer [data-draft]').textContent.includes(text)",
        "bookkeeper",
    )
    writer.run(OPEN, "[data-reply=ics]")
    name, data = writer.download("[data-reply=ics]")

    [answer] = Calendar.from_ical(data).walk("VEVENT")
    assert name.endswith(".ics")
    assert answer["UID"] == "41-upd@brasspenny.example"
    assert answer["ATTENDEE"].params["PARTSTAT"] == "DECLINED"
    assert writer.run(VALUE, "recipient_email") == "cristobal@brasspenny.example"


def test_clear_everything_empties_the_form_and_brings_the_example_back(writer):
    answer(writer, TYPED)
    wait(writer, DRAFT_IS, on_the_host(writer, TYPED))
    writer.click("message-writer [data-clear]")

    wait(writer, DRAFT_IS, generator.compose(WRITTEN, WRITTEN.examples[0].answers).draft.text)
    assert writer.run(VALUE, "role") == ""


def test_a_message_is_written_and_saved_in_another_page_while_the_server_is_stopped(engine):
    host, release = Host(SITE), read_release(SITE)
    engine.open(f"{host.address}write/{WRITTEN.slug}/")
    wait(engine, READY)
    wait(engine, KEPT, name_of(release), len(release["files"]) + len(release["python"]))
    host.stop()
    engine.open(f"{host.address}write/{OTHER.slug}/")
    wait(engine, READY)
    choose(engine, channel="email")
    answer(engine, OF_THE_OTHER)
    message = compose_here(engine, OF_THE_OTHER, "email", message_type=OTHER)
    wait(engine, DRAFT_IS, message.text)
    engine.run(DROP, INVITATION.read_text("utf-8"), INVITATION.name)
    wait(engine, OFFERED, "company")
    engine.click(".delivery__files summary")
    engine.click("[name=paper][value=letter]")

    for to in FORMS:
        expected = export(message, to, "letter")
        assert engine.download(f"[data-export={to}]") == (expected.name, expected.data)
    engine.open("about:blank")
