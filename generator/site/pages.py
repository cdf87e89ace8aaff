"""The catalogue as pages: what is generated, where it stands in the navigation, and what each page shows."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

from jinja2 import Environment

import generator
from generator import invitation
from generator.errors import GeneratorError
from generator.model.message import Chooser, Composition, Example, MessageType, Notice
from generator.routes import Route, allows, best_channel, find_routes, page_of

INDEX: Final = "write/index.md"
"""The list of all message types, generated beside their pages."""

PLACE: Final = "write/"
"""Stands in the navigation of mkdocs.yml where the generated pages go."""


CHOICES: Final = "v1&"
"""Begins the fragment of a link to a writer that carries choices, such as `v1&channel=email&reason=none`."""


class PageError(GeneratorError, ValueError):
    """A page of the handbook is missing, or asks for something that does not exist."""

    def __init__(self, *, page: str, fault: str) -> None:
        """Build `docs/page.md: fault`; `page` is relative to `docs/`."""
        super().__init__(f"docs/{page}: {fault}")
        self.page = page


def sources(catalogue: Iterable[MessageType]) -> dict[str, str]:
    """Return the Markdown of each generated page by its path."""
    pages = {INDEX: _source("Write a message", partial="partials/message-index.html")}
    for each in catalogue:
        pages[page_of(each)] = _source(
            each.title,
            description=each.summary,
            message_type=each.slug,
            tags=list(each.called),  # the search looks there first
            partial="partials/message-page.html",
            template="message.html",
        )
    return pages


def _source(title: str, **meta: str | list[str]) -> str:
    """Return front matter, written as JSON because that is YAML too, and a heading: the partial does the rest."""
    front_matter = json.dumps({"title": title, "hide": ["navigation", "toc"], **meta}, ensure_ascii=False)
    return f"---\n{front_matter}\n---\n\n# {title}\n"


def navigation(nav: Iterable[Any], catalogue: Iterable[MessageType]) -> list[Any]:
    """Return the navigation of mkdocs.yml with the generated pages, by stage, in their place."""
    stages = [{_heading(label): [page_of(each) for each in types]} for label, types in by_stage(catalogue)]
    return [
        {title: [INDEX, *stages] if entry == PLACE else entry for title, entry in item.items()}
        if isinstance(item, dict)
        else item
        for item in nav
    ]


def _heading(stage: str) -> str:
    """Return “Messages after the interview” for a stage's label, which the handbook's own section may bear."""
    return f"Messages {stage[:1].lower()}{stage[1:]}"


def by_stage(catalogue: Iterable[MessageType]) -> list[tuple[str, list[MessageType]]]:
    """Return the label and the message types of each stage that has any, in the catalogue's order."""
    return [(generator.STAGES[stage], list(types)) for stage, types in groupby(catalogue, lambda each: each.stage)]


def require_guides(catalogue: Iterable[MessageType], docs: Path) -> None:
    """Stop where a message type belongs to a handbook page that does not exist."""
    for each in catalogue:
        if not (docs / each.guide).is_file():
            fault = f"there is no such page, but messages/{each.slug}.txt says guide = “{each.guide}”"
            raise PageError(page=each.guide, fault=f"{fault}; name a page that exists, as its path under docs/.")


def require_choices(fragment: str, *, page: str, target: str) -> None:
    """Stop where a link carries a choice that the message type it leads to does not have.

    Args:
        fragment: What follows `#`.
        page: The page with the link, relative to `docs/`.
        target: The page that it leads to.
    """
    slug = target.removeprefix("write/").removesuffix(".md")
    if slug not in generator.slugs():
        raise PageError(page=page, fault=f"#{fragment} carries choices, but {target} is no page of a message.")
    message_type = generator.find(slug)
    possible = {
        "channel": [*message_type.channels],
        "tone": [*generator.TONES],
        "length": [*generator.LENGTHS],
        "locale": [*generator.locales()],
        "without": [*generator.parts()],
    }
    for field in message_type.fields:
        if field.kind in ("choice", "yes"):
            possible[field.name] = [option.value for option in field.options] or ["yes"]
    for name, value in parse_qsl(fragment.removeprefix(CHOICES), keep_blank_values=True):
        values = value.split(",") if name == "without" else [value]
        if not set(values) <= set(possible.get(name, ())):
            there = ", ".join(possible.get(name) or possible)
            raise PageError(page=page, fault=f"{target}#{fragment} has {name}={value}, and there is {there}.")


def title_of(page: Path) -> str:
    """Return the first heading of a handbook page, or the name of its file where it has none."""
    heading = re.search(r"^# +(.+?)\s*(?:\{.*\})?$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return heading[1] if heading else page.stem


def routes_by_place(
    catalogue: Iterable[MessageType], chooser: Chooser
) -> list[tuple[str, list[tuple[str, list[Route]]]]]:
    """Return, for each place and each wish of the chooser, the message types for it."""
    types = list(catalogue)
    return [
        (where, [(wants, find_routes(types, where, wants)) for wants in chooser.wishes]) for where in chooser.places
    ]


def by_channel(way: Route, notices: Iterable[Notice]) -> list[tuple[str, bool, list[int]]]:
    """Return each channel that is the best for some notice, whether that is a short one, and the numbers of those notices."""
    message_type, choice = way
    found: dict[tuple[str, bool], list[int]] = {}
    for number, notice in enumerate(notices):
        if allows(choice, notice):
            found.setdefault((best_channel(message_type, notice), notice.short), []).append(number)
    return [(channel, short, numbers) for (channel, short), numbers in found.items()]


def worked(message_type: MessageType, example: Example) -> list[tuple[str, list[tuple[str, Composition]]]]:
    """Return the first example of a type in every channel, and in each channel in every tone; any other as its letter is written."""
    if example is not message_type.examples[0]:
        made = generator.compose(message_type, example.answers, example.style)
        return [(made.draft.channel, [(made.draft.tone, made)])]
    return [
        (channel, [(tone, _compose(message_type, example, channel, tone)) for tone in generator.TONES])
        for channel in message_type.channels
    ]


def _compose(message_type: MessageType, example: Example, channel: str, tone: str) -> Composition:
    return generator.compose(message_type, example.answers, generator.Style(channel=channel, tone=tone))


def renderer(environment: Environment, *, docs: Path, page: Any, link: Callable[[str], str]) -> Callable[..., str]:
    """Return a function from the name of a partial and its variables to HTML.

    Args:
        environment: Finds the partials of the theme, and escapes all that they are given.
        docs: The folder of the handbook.
        page: The page that the partials stand in; of it they ask `meta`.
        link: Takes the source path of a page, with or without an anchor, and returns its address as that page has it.
    """
    shared = {
        "catalogue": generator.load_catalogue(),
        "by_channel": by_channel,
        "by_stage": by_stage,
        "channels": {channel: layout.label for channel, layout in generator.layouts().items()},
        "compose": generator.compose,
        "find": generator.find,
        "guide_title": lambda guide: title_of(docs / guide),
        "invitation_limit": invitation.LIMIT,
        "lengths": generator.LENGTHS,
        "link": link,
        "locales": generator.locales(),
        "page": page,
        "parts": generator.parts,
        "short_channels": [channel for channel, layout in generator.layouts().items() if layout.short],
        "page_of": page_of,
        "told": [(each.slug, each.beside) for each in generator.load_catalogue() if each.beside],
        "tones": generator.TONES,
        "worked": worked,
    }

    def render(partial: str, **variables: Any) -> str:
        return environment.get_template(partial).render(shared | variables)

    return render
