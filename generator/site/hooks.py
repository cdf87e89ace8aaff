"""MkDocs events, each a few lines over plain functions; the only module that knows MkDocs.

Its folder comes first on `sys.path` while MkDocs loads it, so all imports are absolute.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

import generator
from generator.errors import GeneratorError
from generator.site import assets, directives, offline, pages, policy
from generator.site.runtime import build as runtime

RUNTIME: Final = Path("assets", "runtime")
"""Where Python for the browser stands in the site."""

_templates: dict[str, Environment] = {}
"""Configuration → the theme's templates: one environment for a build, since each would compile them all anew."""

_beside = ThreadPoolExecutor(max_workers=1)
_making: dict[str, tuple[TemporaryDirectory[str], Future[None]]] = {}
"""Configuration → the folder where Python for the browser is being made, by another process, while MkDocs makes the pages."""


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    """Begin to make Python for the browser, check the catalogue, and put its pages into the navigation."""
    folder = TemporaryDirectory()
    making = _beside.submit(runtime.write_runtime, folder.name / RUNTIME, Path(config.config_file_path).parent)
    _making[config.config_file_path] = folder, making
    with _faults_stop_the_build():
        catalogue = generator.load_catalogue()
        pages.require_guides(catalogue, Path(config.docs_dir))
        for message_type in catalogue:
            generator.verify(message_type)
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
    """Put scripts and styles together; add what Python needs in the browser, the policy, and what keeps it all offline."""
    site = Path(config.site_dir)
    with _faults_stop_the_build():
        assets.put_together(site)
        folder, making = _making.pop(config.config_file_path)
        with folder:
            making.result()
            shutil.copytree(folder.name / RUNTIME, site / RUNTIME)
        offline.write_manifest(site, name=config.site_name, description=config.site_description or "")
        offline.write_worker(site, policy.apply(site), keep=config.extra["offline"])


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
