"""The protocol between page and engine: what is declared is what is sent, on both sides."""

from __future__ import annotations

import base64
import itertools
import json
import types
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import pytest

import generator
from generator import forms, protocol, worker
from generator.site import declarations
from generator.site.declarations import SOURCE, TARGET, DeclarationError, declare
from tests import INVITATIONS

FILES = sorted(path for path in INVITATIONS.iterdir() if path.suffix in (".eml", ".ics", ".txt"))
CLOCK = {"zone": "Europe/London", "offsets": [["2027-03-28T01:00", 60]], "now": "2027-05-03T09:00"}
INVITED = base64.b64encode((INVITATIONS / "05-google.eml").read_bytes()).decode()
STYLE = {"channel": "email", "tone": "warm", "length": "short", "locale": "en-US"}
MESSAGE = {
    "type": "cancel-agreed-interview",
    **STYLE,
    "answers": {"role": "baker"},
    "edits": {"thanks": "Thank you."},
    "today": "2027-05-03T09:00",
}
REPLY = {"invitation": INVITED, "you": "amara@example.org", "clock": CLOCK, "stamp": "20270503T090000Z"}
WHOLE = {
    "compose": MESSAGE | {"request": "compose"},
    "check": MESSAGE | {"request": "check", "text": "Thank you."},
    "export": MESSAGE | REPLY | {"request": "export", "to": "pack", "paper": "a4", "also": {}},
    "read": {"request": "read", "base64": INVITED, "clock": CLOCK},
}
"""A request of each kind with every key that it may have."""

RESULTS = get_type_hints(protocol.Results)
REQUESTS = {get_type_hints(each)["request"].__args__[0]: each for each in get_args(protocol.Request.__value__)}


def misfits(value: Any, kind: Any, place: str = "the response") -> list[str]:
    """Return what in a value from JSON is not as its type says, each with its place."""
    if is_typeddict(kind):
        if not isinstance(value, dict):
            return [f"{place} is no object"]
        keys = get_type_hints(kind)
        missing = [f"{place} has no {key}" for key in sorted(kind.__required_keys__ - value.keys())]
        unknown = [f"{place} has {key}, which is not declared" for key in sorted(value.keys() - keys.keys())]
        known = [misfits(value[key], keys[key], f"{place}.{key}") for key in keys if key in value]
        return missing + unknown + list(itertools.chain.from_iterable(known))
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return [] if value in arguments else [f"{place} is {value!r}"]
    if origin in (types.UnionType, Union):
        return min((misfits(value, each, place) for each in arguments), key=len)
    if origin is list and isinstance(value, list):
        return [fault for each in value for fault in misfits(each, arguments[0], f"{place}[]")]
    return [] if type(value) is kind or (kind is float and type(value) is int) else [f"{place} is {value!r}"]


def respond(request):
    return json.loads(worker.handle(json.dumps(request)))


def of_every_example(message_type):
    for example, channel, tone in itertools.product(
        message_type.examples, message_type.channels, [*generator.TONES][:1]
    ):
        yield {"type": message_type.slug, "channel": channel, "tone": tone, "answers": dict(example.answers)}


def test_the_pages_declarations_are_made_of_the_protocol_as_it_is():
    assert TARGET.read_text("utf-8") == declare(SOURCE.read_text("utf-8")), (
        f"{TARGET.name} is out of date: run python -m {declarations.__name__}"
    )


def test_a_message_is_described_as_declared(message_type, request):
    messages = of_every_example(message_type)
    for message in itertools.islice(messages, 1) if request.config.getoption("--sampled") else messages:
        edited = message | {"edits": {"thanks": "Thank you. We shall sue you.", "greeting": ""}}
        for sent in (message, edited):
            response = respond(sent | {"request": "compose"})

            assert misfits(response, protocol.Success) == []
            assert misfits(response["result"], RESULTS["compose"]) == []
        response = respond(message | {"request": "check", "text": "We shall sue you."})
        assert misfits(response["result"], RESULTS["check"]) == []


@pytest.mark.parametrize("to", sorted(forms.FORMS))
def test_a_file_is_described_as_declared(to):
    response = respond(MESSAGE | {"request": "export", "to": to, "paper": "a4"} | ({} if to == "mailto" else REPLY))

    assert misfits(response, protocol.Success if response["ok"] else protocol.Failure) == []
    assert not response["ok"] or misfits(response["result"], RESULTS["export"]) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_invitation_is_described_as_declared(path):
    file = base64.b64encode(path.read_bytes()).decode()
    response = respond({"request": "read", "base64": file, "clock": CLOCK})

    assert response["ok"]
    assert misfits(response["result"], RESULTS["read"]) == []


@pytest.mark.parametrize("request_", ["", {"request": "sing"}, {"request": "compose", "type": "sing"}], ids=str)
def test_a_refusal_is_described_as_declared(request_):
    assert misfits(respond(request_), protocol.Failure) == []


def test_every_kind_of_request_is_declared_with_its_result():
    assert {*REQUESTS} == {*RESULTS} == {*worker.REQUESTS, "read"} == {*WHOLE}


class Watched(dict):
    """An object of a request that notes which of its keys are looked at."""

    looked = frozenset()

    def get(self, key, default=None):
        self.looked |= {key}
        return super().get(key, default)

    def __getitem__(self, key):
        self.looked |= {key}
        return super().__getitem__(key)


@pytest.mark.parametrize("name", sorted(WHOLE))
def test_a_request_is_declared_with_the_keys_that_the_engine_looks_at(name, monkeypatch):
    forms = [{"to": "pack"}, {"to": "docx"}] if name == "export" else [{}]
    looked = set()
    for form in forms:
        watched = Watched(WHOLE[name] | form)
        monkeypatch.setattr(worker.json, "loads", lambda text, watched=watched: watched)
        worker.handle("")
        looked |= watched.looked

    assert looked == {*get_type_hints(REQUESTS[name])} == {*WHOLE[name]}


def test_a_clock_is_declared_with_the_keys_that_the_engine_looks_at(monkeypatch):
    clock = Watched(CLOCK)
    monkeypatch.setattr(worker.json, "loads", lambda text: WHOLE["read"] | {"clock": clock})
    worker.handle("")

    assert clock.looked == {*get_type_hints(protocol.ReaderClock)}


@pytest.mark.parametrize(
    ("value", "kind", "fault"),
    [
        ({"name": "a"}, protocol.Person, "the response has no address"),
        ({"name": "a", "address": "b", "age": 1}, protocol.Person, "the response has age, which is not declared"),
        ({"name": "a", "address": None}, protocol.Person, "the response.address is None"),
        ({"taken": True, "given": 1}, protocol.Room, "the response.taken is True"),
        ([1], list[str], "the response[] is 1"),
        ("maybe", Literal["sure"], "the response is 'maybe'"),
        (None, int | str, "the response is None"),
    ],
)
def test_what_is_not_as_declared_is_named(value, kind, fault):
    assert fault in misfits(value, kind)


def test_a_declaration_keeps_what_the_protocol_says_of_a_key():
    source = 'class A(TypedDict):\n  """An A."""\n  b: NotRequired[list[str | None]]\n  """More."""\ntype C = A | Literal["c"]'

    assert declare(source).split("\n", 2)[2] == (
        '/** An A. */\nexport interface A {\n  /** More. */\n  b?: Array<string | null>;\n}\n\nexport type C = A | "c";\n'
    )


def test_a_type_that_has_no_counterpart_is_refused_with_the_right_form():
    with pytest.raises(DeclarationError, match=r"no TypeScript for “set\[str\]”: write it with list, dict, tuple"):
        declare("class A(TypedDict):\n  b: set[str]")
