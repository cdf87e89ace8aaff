"""The content security policy: computed from the built pages, written into each of them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable
from html.parser import HTMLParser
from itertools import accumulate
from pathlib import Path
from typing import Final, override
from urllib.parse import urlsplit

from generator.errors import GeneratorError

DIRECTIVES: Final = {
    "default-src": "'none'",
    "script-src": "'self' 'wasm-unsafe-eval'",  # the hashes of inline scripts follow
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",  # only a worker that starts from a blob inherits this policy
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
"""What a page may do: run and fetch what this site serves, and nothing else."""

REFERRER: Final = '<meta name="referrer" content="no-referrer">'

EXECUTABLE: Final = {"", "module", "text/javascript", "application/javascript", "importmap", "speculationrules"}
"""Values of a script's `type` that make a browser run or obey it; any other makes it data."""


class PolicyError(GeneratorError, ValueError):
    """A built page holds what the policy would block, or has no place for the policy."""

    def __init__(self, *, page: str, line: int, fault: str) -> None:
        """Build `page, line 3: fault`; `line` counts from 1."""
        super().__init__(f"{page}, line {line}: {fault}")
        self.page = page
        self.line = line


def apply(site: Path) -> str:
    """Write one policy into every page of the built site, and return it.

    All pages get the same, with the scripts of all: instant navigation keeps the policy of the first page. A second call
    changes nothing.
    """
    pages = {path: _Page(path.read_text("utf-8"), str(path.relative_to(site))) for path in sorted(site.rglob("*.html"))}
    policy = _policy(script for page in pages.values() for script in page.scripts)
    for path, page in pages.items():
        path.write_text(page.with_policy(policy), "utf-8")
    return policy


def _policy(scripts: Iterable[str]) -> str:
    """Return the policy that allows these inline scripts."""
    hashes = sorted(
        {f"'sha256-{base64.b64encode(hashlib.sha256(each.encode()).digest()).decode()}'" for each in scripts}
    )
    directives = DIRECTIVES | {"script-src": " ".join([DIRECTIVES["script-src"], *hashes])}
    return "; ".join(f"{name} {sources}" for name, sources in directives.items())


class _Page(HTMLParser):
    """One page: its inline scripts, and where a policy stands or belongs."""

    def __init__(self, text: str, name: str) -> None:
        """Read the page `text`; `name` is for errors."""
        super().__init__()
        self.scripts: list[str] = []
        self._text = text
        self._name = name
        self._lines = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
        self._in_script = False
        self._place = -1
        self._written: list[tuple[int, int]] = []
        self.feed(text)
        self.close()
        if self._place < 0:
            raise PolicyError(page=name, line=1, fault='there is no place for the policy: add <meta charset="utf-8">.')

    def with_policy(self, policy: str) -> str:
        """Return the page with `policy` in the place of any earlier one, right after the character set."""
        metas = f'<meta http-equiv="Content-Security-Policy" content="{policy}">{REFERRER}'
        pieces, start = [], 0
        for begin, end in sorted([*self._written, (self._place, self._place)]):
            pieces += [self._text[start:begin], metas if begin == end else ""]
            start = end
        return "".join([*pieces, self._text[start:]])

    @override
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what matters to the policy."""
        attributes = {name: value or "" for name, value in attrs}
        self._refuse(tag, attributes)
        if tag == "meta":
            self._note_meta(attributes)
        self._in_script = (
            tag == "script" and "src" not in attributes and attributes.get("type", "").lower() in EXECUTABLE
        )
        if self._in_script:
            self.scripts.append("")

    @override
    def handle_endtag(self, tag: str) -> None:
        """End a script."""
        self._in_script = False

    @override
    def handle_data(self, data: str) -> None:
        """Collect a script's text, which may come in pieces."""
        if self._in_script:
            self.scripts[-1] += data

    def _note_meta(self, attributes: dict[str, str]) -> None:
        line, column = self.getpos()
        begin = self._lines[line - 1] + column
        end = begin + len(self.get_starttag_text() or "")
        if "charset" in attributes:
            self._place = end
        elif (
            attributes.get("http-equiv", "").lower() == "content-security-policy"
            or attributes.get("name") == "referrer"
        ):
            self._written.append((begin, end))

    def _refuse(self, tag: str, attributes: dict[str, str]) -> None:
        """Raise the first fault that the policy would turn into a broken page."""
        faults = {
            "a <style> element: move it to a stylesheet": tag == "style",
            "a style attribute: use a class and a stylesheet (an aligned table column makes one)": "style"
            in attributes,
            "an event handler: listen from a script": any(name.startswith("on") for name in attributes),
            "a javascript: link: use a button and a script": attributes.get("href", "").startswith("javascript:"),
            "a file of another site: serve it from here": bool(urlsplit(attributes.get("src", "")).netloc),
        }
        for fault in (fault for fault, found in faults.items() if found):
            raise PolicyError(page=self._name, line=self.getpos()[0], fault=f"the policy blocks {fault}.")
