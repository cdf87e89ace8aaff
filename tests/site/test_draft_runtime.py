"""Python for the browser in a draft: what is listed is what is fetched afterwards."""

import hashlib
import json
import time

from generator.site.draft import FOLDER, Runtime
from generator.site.runtime import build


def test_the_archive_of_the_engine_is_the_one_that_was_listed_before(monkeypatch):
    runtime = Runtime()
    [listed] = json.loads(runtime.find("current.json"))
    monkeypatch.setattr(time, "time", lambda: 2_000_000_000.0)

    fetched = runtime.find(f"{FOLDER}/{build.ENGINE}")

    assert hashlib.sha256(fetched).hexdigest() == listed["files"][build.ENGINE]["sha256"]
