"""The events of MkDocs, each a few lines over the plain functions of `steps.py`, `pages.py` and `directives.py`.

ProperDocs has the same events, and answers to the name of MkDocs. The folder of this module comes first on `sys.path` while it is
loaded, so all imports are absolute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import generator
from generator.errors import GeneratorError
from generator.site import directives, pages, steps

_templates: dict[str, Environment] = {}
"""Configuration → the theme's templates: one environment for a build, since each would compile them all anew."""

_runtimes: dict[str, steps.Put] = {}
"""Configuration → what puts Python for the browser into the site: it is being made while MkDocs makes the pages."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin to make Python for the browser, check the catalogue, and put its pages into the navigation."""
    _runtimes[config.config_file_path] = steps.begin_runtime(Path(config.config_file_path).parent)
    with _faults_stop_the_build():
        catalogue = steps.check_catalogue(Path(config.docs_dir))
    config.nav = pages.navigation(config.nav or [], catalogue)
    return config


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add one page per message type, and their list."""
    _templates[config.config_file_path] = config.theme.get_env()
    for path, source in pages.sources(generator.load_catalogue()).items():
        file = File(path, None, config.site_dir, config.use_directory_urls)
        file.content_string = source
        files.append(file)
    return files


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Fill in what the engine makes, and look at each link that carries choices, which MkDocs would take for an anchor."""
    with _faults_stop_the_build():
        for file, links in (page.links_to_anchors or {}).items():
            for anchor in [each for each in links if each.startswith(pages.CHOICES)]:
                pages.require_choices(anchor, page=page.file.src_uri, target=file.src_uri)
                del links[anchor]
        return fill(html, page, files, Path(config.docs_dir), _templates[config.config_file_path])


def fill(html: str, page: Page, files: Files, docs: Path, templates: Environment) -> str:
    """Return a page with its directives filled in, and in a generated page with everything under the heading."""
    render = _renderer(page, files, docs, templates)
    html = directives.fill(html, page=page.file.src_uri, render=render)
    partial = page.meta.get("partial")
    return html + render(partial) if partial else html


def on_post_build(config: MkDocsConfig) -> None:
    """Finish what was built."""
    with _faults_stop_the_build():
        steps.finish(
            Path(config.site_dir),
            _runtimes.pop(config.config_file_path),
            name=config.site_name,
            description=config.site_description or "",
            keep=config.extra["offline"],
        )


@contextmanager
def _faults_stop_the_build() -> Iterator[None]:
    """Let MkDocs say an error of ours as the one sentence that it is."""
    try:
        yield
    except GeneratorError as error:
        raise PluginError(str(error)) from error


def _renderer(page: Page, files: Files, docs: Path, templates: Environment) -> Callable[..., str]:
    """Return a function that renders a partial of the theme, everything escaped, for one page."""

    def link(path: str) -> str:
        """Return the relative address of a page, given as its source path with or without an anchor."""
        source, mark, anchor = path.partition("#")
        file = files.get_file_from_path(source)
        if file is None:
            raise PluginError(f"docs/{page.file.src_uri} leads to docs/{source}, and there is no such page.")
        return file.url_relative_to(page.file) + mark + anchor

    return pages.renderer(templates.overlay(autoescape=True), docs=docs, page=page, link=link)
