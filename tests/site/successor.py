"""The same site made by MkDocs and by ProperDocs, which is to take its place: `make successor`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import ROOT

OWN = re.compile(r'<meta name="(?:generator|release)" content="[^"]*">')
"""What each program writes of itself into a page, and what follows from the bytes of all pages."""


def main() -> int:
    """Build twice, and return 1 where a page differs."""
    with TemporaryDirectory() as folder:
        first, second = (_build(program, Path(folder, program)) for program in ("mkdocs", "properdocs"))
        pages = sorted({*_pages(first), *_pages(second)})
        differing = [page for page in pages if _read(first / page) != _read(second / page)]
    print(*differing, sep="\n", end="\n" if differing else "")
    print(f"{len(differing)} of {len(pages)} pages differ when ProperDocs makes them.")
    return int(bool(differing))


def _build(program: str, folder: Path) -> Path:
    settings = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", program, "build", "--quiet", "--site-dir", str(folder)]
    subprocess.run(command, cwd=ROOT, env=settings, check=True)
    return folder


def _pages(site: Path) -> list[str]:
    return [path.relative_to(site).as_posix() for path in site.rglob("*.html")]


def _read(path: Path) -> str:
    return OWN.sub("", path.read_text("utf-8")) if path.is_file() else ""


if __name__ == "__main__":
    sys.exit(main())
