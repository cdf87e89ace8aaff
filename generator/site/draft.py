"""Serves a draft of the site: each page is made when it is asked for, of the files as they are, and is asked for again when one changes.

python -m generator.site.draft [--port N]

What only a release needs is left out: the verification of every message type, the compiled runtime, the one script and stylesheet
of all pages, the content security policy, the search's index, and the service worker.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import os
import sys
import traceback
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from threading import Condition, RLock
from typing import Any, BinaryIO, Final, override
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files, get_files
from mkdocs.structure.nav import Navigation, get_navigation
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

import generator
from generator import catalogue
from generator.errors import GeneratorError
from generator.routes import page_of
from generator.site import hooks, pages, server
from generator.site.runtime import build, wheels

ROOT: Final = Path(__file__).parents[2]
WATCHED: Final = ("docs", "generator", "overrides", "mkdocs.yml")
CHANGES: Final = "draft/changes"
"""The address that answers when something has changed since the version that it is asked with."""

RUNTIME: Final = "assets/runtime/"
FOLDER: Final = "draft"
UNPACK: Final = """
import sys, zipfile
zipfile.ZipFile("/lib/engine.zip").extractall("/lib/engine")
sys.path.insert(0, "/lib/engine")
"""
"""The module that fills the engine, where a release has the catalogue ready to use: here the engine reads its files itself."""

FOLLOW: Final = """<script type="module">
const ask = () => fetch("{address}?{version}").then((answer) => answer.text(), () => new Promise((go) => setTimeout(go, 1000, "{version}")));
while ((await ask()) === "{version}");
location.reload();
</script>"""
"""Loads a page anew when something has changed; while the server is being started again it waits."""

HELD: Final = 20  # seconds that a question for changes is left without an answer


class Draft:
    """The site as the files make it now."""

    def __init__(self) -> None:
        self.version = 1
        self._changed = Condition()
        self._making = RLock()
        self._made = 0
        self._site: tuple[MkDocsConfig, Environment, Files, Navigation] | None = None

    def note_change(self) -> None:
        """Make everything anew from now on, and tell those who wait."""
        with self._changed:
            self.version += 1
            self._changed.notify_all()

    def wait_for_change(self, seen: str) -> str:
        """Return the version as soon as it is another than the one that was seen, or after a while."""
        with self._changed:
            self._changed.wait_for(lambda: str(self.version) != seen, HELD)
            return str(self.version)

    def find_page(self, url: str) -> str | None:
        """Return the HTML of a page, or None where there is none at this address from the root; an error of an author is a page too."""
        with self._making:
            try:
                config, environment, files, nav = self._read()
                file = next((each for each in files.documentation_pages() if each.url.removeprefix("./") == url), None)
                if file is None or file.page is None:
                    return None
                page = file.page
                page.read_source(config)
                page.render(config, files)
                page.content = hooks.fill(page.content or "", page, files, Path(config.docs_dir), environment)
                page.active = True
                html: str = environment.get_template(page.meta.get("template", "main.html")).render(
                    get_context(nav, files, config, page)
                )
                page.active = False
            except Exception as error:  # noqa: BLE001  whatever an author did wrong, they see it here and go on
                html = _page_of(error)
            return html.replace("</body>", f"{FOLLOW.format(address=f'/{CHANGES}', version=self.version)}</body>")

    def find_file(self, path: str) -> Path | None:
        """Return the source of a file that is no page."""
        with self._making:
            _, _, files, _ = self._read()
        found = next((each for each in files if not each.is_documentation_page() and each.url == path), None)
        return Path(found.abs_src_path) if found and found.abs_src_path else None

    def _read(self) -> tuple[MkDocsConfig, Environment, Files, Navigation]:
        """Return the configuration, the theme, the files and the navigation, as they are."""
        if self._site is None or self._made != self.version:
            self._made = self.version
            catalogue.forget()
            config = load_config(str(ROOT / "mkdocs.yml"), hooks=[], strict=False, site_url=None)
            types = generator.load_catalogue()
            config.nav = [*_with_titles(pages.navigation(config.nav or [], types), Path(config.docs_dir))]
            environment = config.theme.get_env()
            files = get_files(config)
            files.add_files_from_theme(environment, config)
            files = hooks.on_files(files, config)
            self._site = config, environment, files, get_navigation(files, config)
        return self._site


def _with_titles(nav: list[Any], docs: Path) -> Iterator[Any]:
    """Yield the navigation with the title of each page, which MkDocs itself knows only of a page that has been made."""
    titles = {page_of(each): each.title for each in generator.load_catalogue()} | {pages.INDEX: "Write a message"}
    for item in nav:
        if isinstance(item, str):
            yield {titles.get(item) or pages.title_of(docs / item): item}
        else:
            yield {
                title: [*_with_titles(inner, docs)] if isinstance(inner, list) else inner
                for title, inner in item.items()
            }


def _page_of(error: Exception) -> str:
    """Return a page that says what is wrong: a sentence where it is an author's mistake, and where it happened if it is ours."""
    cause = error.__cause__ or error
    words = str(error) if isinstance(cause, GeneratorError) else traceback.format_exc()
    escaped = words.replace("&", "&amp;").replace("<", "&lt;")
    return f"<!doctype html><meta charset=utf-8><title>Something is wrong</title><body><pre>{escaped}</pre></body>"


class Runtime:
    """Python for the browser: Pyodide as it was published, and the engine as it is in the folder."""

    def __init__(self) -> None:
        self._published = {name: ROOT / build.PYODIDE / name for name in (*build.PYODIDE_FILES, build.STANDARD_LIBRARY)}
        self._sums = {name: _describe(path.read_bytes()) for name, path in self._published.items()}
        self._dependencies = sorted(wheels.dependencies(ROOT).glob("*.whl"))
        self._lock = json.loads((ROOT / build.PYODIDE / build.LOCK).read_text("utf-8"))["info"]

    def find(self, path: str) -> bytes | Path | None:
        """Return a file by its path under `assets/runtime/`."""
        name = path.removeprefix(f"{FOLDER}/")
        if name == build.ENGINE:
            return self._engine()
        if path in ("current.mjs", "current.json"):
            files = self._sums | {build.ENGINE: _describe(self._engine())}
            runtime = {"folder": FOLDER, "lock": {"info": self._lock, "packages": {}}, "files": files, "later": {}}
            listed = json.dumps([runtime])
            return (listed if path.endswith("json") else f"export const RUNTIMES = {listed};\n").encode()
        return self._published.get(name)

    def _engine(self) -> bytes:
        """Return the archive of the engine, of the same bytes at any hour: its sources and templates, and the packages that it needs."""
        made = io.BytesIO()
        with ZipFile(made, "w") as archive:
            for name, content in self._entries():
                archive.writestr(build.entry(name), content)
        return made.getvalue()

    def _entries(self) -> Iterator[tuple[str, bytes]]:
        for wheel in self._dependencies:
            with ZipFile(wheel) as opened:
                yield from ((name, opened.read(name)) for name in opened.namelist())
        for path in sorted((ROOT / "generator").rglob("*")):
            if path.suffix in (".py", ".txt", ".toml") and "site" not in path.parts[len(ROOT.parts) :]:
                yield path.relative_to(ROOT).as_posix(), path.read_bytes()
        yield "ready.py", UNPACK.encode()
        yield "later.py", b""


def _describe(content: bytes) -> dict[str, str | int]:
    return {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content), "transfer": len(content)}


class Handler(server.Handler):
    """Answers with what `draft` and `runtime` make."""

    def __init__(self, *connection: Any, draft: Draft, runtime: Runtime) -> None:
        self.draft = draft
        self.runtime = runtime
        super().__init__(*connection, base="/", directory=str(ROOT))

    @override
    def send_head(self) -> BinaryIO | io.BytesIO | None:
        split = urlsplit(self.path)
        path = unquote(split.path).removeprefix("/")
        if path == CHANGES:
            return self._send(self.draft.wait_for_change(split.query).encode(), "text/plain")
        if path.startswith(RUNTIME):
            found = self.runtime.find(path.removeprefix(RUNTIME))
        else:
            page = self.draft.find_page(path)
            if page is not None:
                return self._send(page.encode(), "text/html; charset=utf-8")
            found = self.draft.find_file(path)
        if found is None:
            self.send_error(404)
            return None
        return self._send(found if isinstance(found, bytes) else found.read_bytes(), self.guess_type(path))

    def _send(self, content: bytes, media_type: str) -> io.BytesIO:
        self.send_response(200)
        self.send_header("Content-Type", media_type)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        return io.BytesIO(content)


class Watcher(FileSystemEventHandler):
    """Tells the draft of each change; where the change is one of code, the server starts anew."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft

    @override
    def on_any_event(self, event: FileSystemEvent) -> None:
        path = Path(str(event.dest_path or event.src_path))
        if event.is_directory or event.event_type in ("opened", "closed_no_write") or path.name.startswith((".", "#")):
            return
        if path.suffix == ".py":
            os.execv(sys.executable, [sys.executable, "-m", __spec__.name, *sys.argv[1:]])  # noqa: S606  this program again
        if "__pycache__" not in path.parts:
            self.draft.note_change()


def open_server(port: int = 0) -> tuple[ThreadingHTTPServer, Draft]:
    """Listen on `port`, on a free one if it is 0, or on the next that is free."""
    draft = Draft()
    handler = partial(Handler, draft=draft, runtime=Runtime())
    return server.listen_near(lambda each: ThreadingHTTPServer((server.HOST, each), handler), port), draft


def main() -> int:
    """Serve until interrupted."""
    parser = argparse.ArgumentParser(prog="python -m generator.site.draft", description="Serve a draft of the site.")
    parser.add_argument("--port", type=int, default=server.PORT, help="the first port that is tried")
    options = parser.parse_args()
    opened, draft = open_server(options.port)
    observer = Observer()
    for each in WATCHED:
        observer.schedule(Watcher(draft), str(ROOT / each), recursive=True)
    observer.start()
    with opened:
        print(f"A draft of the site is at {server.address(opened)}: it follows each change (stop with Ctrl+C)")
        print("To see the site as it is published: make serve RELEASE=1", flush=True)
        try:
            opened.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


if __name__ == "__main__":
    sys.exit(main())
