"""What a built site says of its release, in the first line of its service worker."""

from __future__ import annotations

import json


def read_release(folder):
    return json.loads((folder / "sw.js").read_text("utf-8").splitlines()[0].removeprefix("self.RELEASE=").rstrip(";"))


def write_release(folder, release):
    first, _, code = (folder / "sw.js").read_text("utf-8").partition("\n")
    assert first.startswith("self.RELEASE=")
    (folder / "sw.js").write_text(f"self.RELEASE={json.dumps(release)};\n{code}", "utf-8")
