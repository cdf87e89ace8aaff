"""What fuzzing has found stays found: its corpus, and every invitation of the collection, read by the laws; and a little more of it."""

import importlib.util
import subprocess
import sys
import time

import pytest

from tests import INVITATIONS, ROOT
from tests.unit.fuzz.laws import obey

CORPUS = sorted((ROOT / "tests" / "unit" / "fuzz" / "corpus").iterdir())
INVITATIONS = sorted(path for path in (INVITATIONS).iterdir() if path.suffix != ".toml")
PATIENCE = 5  # seconds of the processor: the page's own watchdog waits no longer


@pytest.mark.parametrize("paths", [CORPUS, INVITATIONS], ids=["corpus", "invitations"])
def test_what_was_found_is_read_by_the_laws(paths):
    for path in paths:
        begun = time.process_time()
        try:
            obey(path.read_bytes())
        except Exception as error:
            error.add_note(path.name)
            raise
        assert time.process_time() - begun < PATIENCE, path.name


def test_the_corpus_is_small():
    assert 20 < len(CORPUS) <= 150
    assert sum(path.stat().st_size for path in CORPUS) <= 200_000


@pytest.mark.thorough
@pytest.mark.skipif(not importlib.util.find_spec("atheris"), reason="atheris is for Linux on x86_64")
def test_a_little_fuzzing_finds_nothing(tmp_path):
    found = tmp_path / "found"
    found.mkdir()
    ran = subprocess.run(
        [
            *(sys.executable, "-m", "tests.unit.fuzz.invitation"),
            *("-runs=2000", "-seed=1", "-timeout=300", "-max_len=4000"),
            *("-dict=tests/unit/fuzz/words.dict", f"-artifact_prefix={tmp_path}/"),
            *(found, "tests/unit/fuzz/corpus"),
        ],
        cwd=ROOT,
        capture_output=True,
        check=False,
        text=True,
    )

    assert ran.returncode == 0, ran.stderr[-4000:]
    assert "Done " in ran.stderr
