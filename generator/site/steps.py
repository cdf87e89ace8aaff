"""What a build does before and after the pages are made, as plain functions that know no site generator.

The first step checks what the pages are made of and writes their Markdown (`pages.py`), while Python for the browser is being made beside;
in the second the site generator makes HTML, and the engine fills in its part (`directives.py`); the third finishes what was built.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import generator
from generator.model.message import MessageType
from generator.site import assets, offline, pages, policy
from generator.site.runtime import build as runtime

type Put = Callable[[Path], None]
"""Puts Python for the browser into the folder of a built site, as soon as it is made."""

_beside = ThreadPoolExecutor(max_workers=1)


def check_catalogue(docs: Path) -> Sequence[MessageType]:
    """Return all message types, or stop at the first that breaks a rule, of itself or with the handbook in `docs`."""
    catalogue = generator.load_catalogue()
    pages.require_guides(catalogue, docs)
    for message_type in catalogue:
        generator.verify(message_type)
    return catalogue


def begin_runtime(root: Path) -> Put:
    """Begin to make Python for the browser from the repository at `root`, in another process, and return what puts it into a site."""
    folder = TemporaryDirectory()
    made = Path(folder.name, "runtime")
    making = _beside.submit(runtime.write_runtime, made, root)

    def put(site: Path) -> None:
        with folder:
            making.result()
            shutil.copytree(made, site / offline.PYTHON)

    return put


def finish(site: Path, put_runtime: Put, *, name: str, description: str, keep: bool) -> None:
    """Put scripts and styles together; add Python, the manifest, the policy, and the service worker with the list of it all.

    Args:
        site: The folder with the pages, as the site generator has left it.
        put_runtime: What `begin_runtime` returned.
        name: That of the site, under which a device installs it.
        description: That of the site.
        keep: Whether browsers keep the site for when there is no network.
    """
    assets.put_together(site)
    put_runtime(site)
    offline.write_manifest(site, name=name, description=description)
    offline.write_worker(site, policy.apply(site), keep=keep)
