"""What keeps the site without a network, as it is built."""

from __future__ import annotations

import hashlib
import json
from urllib.parse import urlsplit

from generator.site import offline
from tests import SITE
from tests.release import read_release


def test_every_file_of_the_built_site_is_listed_as_it_is():
    release = read_release(SITE)

    for path, expected in (release["files"] | release["python"]).items():
        file = SITE / (f"{path}index.html" if path == "" or path.endswith("/") else path)
        assert hashlib.sha256(file.read_bytes()).hexdigest() == expected


def test_the_site_can_be_installed_wherever_it_is_served():
    manifest = json.loads((SITE / offline.MANIFEST).read_text("utf-8"))

    assert manifest["start_url"] == manifest["scope"] == "./"
    for icon in manifest["icons"]:
        assert not urlsplit(icon["src"]).netloc
        png = (SITE / icon["src"]).read_bytes()
        size = f"{int.from_bytes(png[16:20])}x{int.from_bytes(png[20:24])}"
        assert (b"\x89PNG", icon["sizes"]) == (png[:4], size)
