"""What makes the site work without a network: the service worker with the list of what it keeps, and the manifest of an installed site.

Every file of the list goes with its SHA-256. The release is named after all of them, and each page bears its name.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any, Final

WORKER: Final = "sw.js"
"""The address of the service worker, for ever: a browser that has one asks there for the next."""

REMOVER: Final = "remove.js"
"""What is published as the service worker where the site shall be kept by nobody."""

MANIFEST: Final = "manifest.webmanifest"
PYTHON: Final = "assets/runtime"
"""How the addresses of what Python needs begin: kept once it has been of use, not by those who only read."""

LEFT_OUT: Final = re.compile(
    r"\.(map|gz)$|^assets/javascripts/lunr/|^assets/images/(card|icon-.*512)\.png$|^assets/runtime/(stock-|.*/later\.zip$)"
    r"|^(sw|remove)\.js$"
)
"""What hardly any visit asks for, and what is not kept: source maps, the sitemap for robots, the search in other languages, pictures for
other people's pages and for installing, the Python to fall back on and its rarer modules, and the service worker itself.
"""

ICONS: Final = {
    "icon-192.png": ("192x192", "any"),
    "icon-512.png": ("512x512", "any"),
    "icon-maskable-512.png": ("512x512", "maskable"),
}
GROUND: Final = "#faf7f0"  # as in site.css

RELEASE_META: Final = re.compile(r'<meta name="release" content="\w*">')


def write_worker(site: Path, policy: str, *, keep: bool) -> str:
    """Write the service worker of the finished site and the name of the release into every page; return the name.

    Not to keep anything is to publish a service worker that removes itself and all that earlier ones have kept. Nothing may
    change in the site afterwards.
    """
    if not keep:
        (site / REMOVER).replace(site / WORKER)
        return ""
    pages = sorted(site.rglob("*.html"))
    build = _name(_sums(site))
    for page in pages:
        text = RELEASE_META.sub("", page.read_text("utf-8"))
        page.write_text(text.replace("</head>", f'<meta name="release" content="{build}"></head>', 1), "utf-8")
    sums = _sums(site)
    release: dict[str, Any] = {
        "build": build,
        "policy": policy,
        "files": {path: each for path, each in sums.items() if not path.startswith(PYTHON)},
        "python": {path: each for path, each in sums.items() if path.startswith(PYTHON)},
    }
    (site / REMOVER).unlink()
    worker = site / WORKER
    worker.write_text(f"self.RELEASE={json.dumps(release)};\n{worker.read_text('utf-8')}", "utf-8")
    return build


def write_manifest(site: Path, *, name: str, description: str) -> None:
    """Write what a browser needs to know to install the site; all addresses are relative to it."""
    manifest = {
        "name": name,
        "short_name": name,
        "description": description,
        "lang": "en",
        "id": "./",
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "theme_color": GROUND,
        "background_color": GROUND,
        "icons": [
            {"src": f"assets/images/{file}", "sizes": sizes, "type": "image/png", "purpose": purpose}
            for file, (sizes, purpose) in ICONS.items()
        ],
    }
    (site / MANIFEST).write_text(json.dumps(manifest, indent=1, ensure_ascii=False) + "\n", "utf-8")


def _sums(site: Path) -> dict[str, str]:
    """Return the SHA-256 of every file by its address; that of a page ends with its folder."""
    files = {path.relative_to(site).as_posix(): path for path in sorted(site.rglob("*")) if path.is_file()}
    return {
        re.sub(r"(^|/)index\.html$", r"\1", name): hashlib.sha256(path.read_bytes()).hexdigest()
        for name, path in files.items()
        if not LEFT_OUT.search(name)
    }


def _name(sums: dict[str, str]) -> str:
    """Return a name that changes with any file."""
    return hashlib.sha256(json.dumps(sums).encode()).hexdigest()[:16]
