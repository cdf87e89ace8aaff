"""Directives: an element alone on its line in a handbook page, replaced by what the engine makes of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any, Final

import generator
from generator.errors import GeneratorError, UnknownNameError
from generator.model.message import Example, MessageType
from generator.site import pages

type Attributes = Mapping[str, str]

_ALONE: Final = re.compile(r"<p>\s*(<message-[^>]*>)\s*</message-[a-z]+>\s*</p>")
_ASTRAY: Final = re.compile(r"</?message-[^>]*>")


def fill(html: str, *, page: str, render: Callable[..., str]) -> str:
    """Return a page's HTML with each directive replaced by its partial.

    Args:
        html: What Markdown made of the page.
        page: Its path relative to `docs/`, for errors.
        render: Takes the name of a partial and its variables, and returns HTML.
    """
    astray = _ASTRAY.search(_ALONE.sub("", html))
    if astray:
        raise pages.PageError(page=page, fault=f"{astray[0]} must stand alone on its line, as in {_right_form()}.")
    return _ALONE.sub(lambda match: _fill_one(match[1], page, render), html)


def _fill_one(tag: str, page: str, render: Callable[..., str]) -> str:
    name, attributes = _read(tag)
    try:
        variables = _variables(name, attributes)
    except GeneratorError as error:
        raise pages.PageError(page=page, fault=f"in {tag}: {error}") from error
    return render(f"partials/{name}.html", **variables)


def _read(tag: str) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes of one start tag."""
    reader = _TagReader()
    reader.feed(tag)
    return reader.name, reader.attributes


class _TagReader(HTMLParser):
    name = ""
    attributes: dict[str, str]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.name = tag
        self.attributes = {key: value or "" for key, value in attrs}


def _variables(name: str, attributes: Attributes) -> dict[str, Any]:
    """Return what the directive's partial is given."""
    if name not in DIRECTIVES:
        raise UnknownNameError(what="directive", name=name, known=DIRECTIVES)
    known, collect = DIRECTIVES[name]
    for attribute in attributes:
        if attribute not in known:
            raise UnknownNameError(what=f"attribute of {name}", name=attribute, known=known)
    return collect(attributes)


def _message(attributes: Attributes) -> dict[str, Any]:
    """Return the type and the finished message that an example or an anatomy shows."""
    if not attributes.get("type"):
        raise GeneratorError(f"it names no type; write {_right_form()}.")
    message_type = generator.find(attributes["type"])
    example = _example(message_type, attributes.get("example", ""))
    chosen = {key: attributes[key] for key in ("channel", "tone") if attributes.get(key)}
    composition = generator.compose(message_type, example.answers, replace(example.style, **chosen))
    return {"message_type": message_type, "example": example, "composition": composition}


def _example(message_type: MessageType, name: str) -> Example:
    """Return the example of that name, or the first where no name is given."""
    if not name:
        return message_type.examples[0]
    for example in message_type.examples:
        if example.name == name:
            return example
    names = [f"“{example.name}”" for example in message_type.examples]
    raise UnknownNameError(what=f"example of {message_type.slug}", name=name, known=names)


def _list(attributes: Attributes) -> dict[str, Any]:
    """Return the message types of one stage, or of all; `brief` names them and says no more."""
    stage = attributes.get("stage", "")
    if stage and stage not in generator.STAGES:
        raise UnknownNameError(what="stage", name=stage, known=generator.STAGES)
    chosen = [each for each in generator.load_catalogue() if stage in ("", each.stage)]
    return {"stages": pages.by_stage(chosen), "whole": not stage, "brief": "brief" in attributes}


def _chooser(attributes: Attributes) -> dict[str, Any]:
    """Return the questions of the chooser, and what it leads to."""
    return {
        "chooser": generator.chooser(),
        "answers": pages.routes_by_place(generator.load_catalogue(), generator.chooser()),
    }


def _right_form() -> str:
    slug = generator.load_catalogue()[0].slug
    return f'<message-example type="{slug}"></message-example>'


DIRECTIVES: Final[Mapping[str, tuple[tuple[str, ...], Callable[[Attributes], dict[str, Any]]]]] = {
    "message-example": (("type", "channel", "tone", "example"), _message),
    "message-anatomy": (("type", "channel", "tone", "example"), _message),
    "message-list": (("stage", "brief"), _list),
    "message-chooser": ((), _chooser),
}
"""Each directive: the attributes that it may have, and what collects its partial's variables."""
