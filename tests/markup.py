"""HTML as a browser without scripts reads it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


@dataclass
class Node:
    """An element, with what stands in it."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | str] = field(default_factory=list)
    parent: Node | None = None

    @property
    def text(self) -> str:
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    def all(self, *tags: str, **attributes: str) -> Iterator[Node]:
        """Yield the elements in it that have one of the tags, or any, and the attributes; `data_draft` is `data-draft`."""
        wanted = {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        for child in self.children:
            if isinstance(child, Node):
                if (not tags or child.tag in tags) and wanted.items() <= child.attributes.items():
                    yield child
                yield from child.all(*tags, **attributes)

    def ancestors(self) -> Iterator[Node]:
        """Yield the element, and what it stands in, from the inside."""
        node = self
        while node.parent is not None:
            yield node
            node = node.parent

    def one(self, *tags: str, **attributes: str) -> Node:
        [found] = self.all(*tags, **attributes)
        return found


class _Reader(HTMLParser):
    """Makes a tree of a page that closes what it opens."""

    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("document")

    def handle_starttag(self, tag, attrs):
        node = Node(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_endtag(self, tag):
        node = self.here
        while node.tag != tag:
            if node.parent is None:
                return
            node = node.parent
        self.here = node.parent or self.root

    def handle_data(self, data):
        self.here.children.append(data)


def read_html(text: str) -> Node:
    """Return the tree of a page, or of a piece of one."""
    reader = _Reader()
    reader.feed(text)
    return reader.root
