"""The worker answers in every engine with the same bytes as Python here."""

import base64
import json

import pytest

from generator import load_catalogue, locales
from generator.exports import EXPORTS
from generator.pipeline import styles
from generator.site.server import serving
from generator.worker import handle
from tests import INVITATIONS
from tests.browser.recorded import without

LOCALES = list(locales())
PAPER = {"docx": "letter"}
INVITATIONS = sorted(path for path in INVITATIONS.iterdir() if path.suffix in (".eml", ".ics", ".txt"))

ODD = {
    "recipient": "{{ 7*7 }} <script>",
    "role": "Head of R&D.",
    "company": "Yahoo!",
    "sender": "نور الهدى",
    "recipient_email": "varga+jobs@example.org",
    "interview_when": "04/05",
    "today": "5 May 2027",
    "pay_needed": "lots",
    "pay_offered": "EUR 3.200 per month",
    "thanks_for": "Showing me the 👩‍🔬 lab.",
    "reason_words": "e\u0301clairs \u202e\u200b\x07 and \ud83d\ude00",
}

ODD_OF_ONE = {"role": ODD["role"], "company": ODD["company"], "interview_when": "11 May 2027 at 3 pm"}

ASK_ALL = """async (module, requests) => {
    const blob = URL.createObjectURL(new Blob([`import ${JSON.stringify(module)};`], { type: "text/javascript" }));
    const worker = new Worker(blob, { type: "module" });
    const ask = (request) => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => resolve(data);
        worker.postMessage(request, [port2]);
    });
    const answers = [];
    for (const request of requests) answers.push(await ask(request));
    worker.terminate();
    return answers;
}"""


def requests():
    """Return messages of every type in every style, of its examples, of odd and of no answers, and every other kind of request."""
    for message_type in load_catalogue():
        odd = {field.name: ODD[field.name] for field in message_type.fields if field.name in ODD}
        given = [*(dict(example.answers) for example in message_type.examples), {}]
        for i, each in enumerate(styles(message_type)):
            style = {"channel": each.channel, "tone": each.tone, "length": each.length, "locale": LOCALES[i // 2 % 2]}
            answers = odd if i % 2 else given[i // 2 % len(given)]
            yield {"request": "compose", "type": message_type.slug, "answers": answers, **style}
        asked = {"type": message_type.slug, "answers": odd, "locale": LOCALES[1]}
        for channel in message_type.channels:
            for to in EXPORTS:
                yield {"request": "export", **asked, "channel": channel, "to": to, "paper": PAPER.get(to)}
        yield {"request": "check", **asked, "text": "Dear [name],\n\nYour company is greedy."}
    yield from requests_about_invitations()
    yield {"request": "compose", "type": "nope"}
    yield {"request": "sing"}


def requests_about_invitations():
    """Return the reading of every invitation, and every answer to some of them."""
    here = {"zone": "Europe/London", "offsets": [["2027-03-28T01:00", 60]], "now": "2027-05-03T09:00"}
    for i, path in enumerate(INVITATIONS):
        file = base64.b64encode(path.read_bytes()).decode()
        yield {"request": "read", "base64": file, "clock": here}
        if i % 8 == 0:
            asked = {"request": "export", "type": "cancel-agreed-interview", "answers": ODD_OF_ONE, "clock": here}
            asked |= {
                "invitation": file,
                "stamp": "20270503T090000Z",
                "also": {"tell-the-referrer": {"recipient": "Inés"}},
            }
            for to in ("ics", "eml", "pack"):
                yield asked | {"to": to}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """The site without the rarer modules of Python, since no answer needs one."""
    return without(tmp_path_factory.mktemp("without") / "site", "**/later.zip")


@pytest.fixture(scope="module")
def answers(engine, site):
    """Return each request as JSON with the answer that the engine gave."""
    asked = [json.dumps(request) for request in requests()]
    [module] = site.rglob("engine.worker.mjs")
    with serving(site, "/repo/") as address:
        engine.open(address)
        given = engine.run(ASK_ALL, f"{address}{module.relative_to(site).as_posix()}", asked)
    return list(zip(asked, given, strict=True))


def test_every_answer_is_the_same_text(answers):
    assert len(answers) > 200
    for asked, given in answers:
        assert handle(asked) == given, asked
