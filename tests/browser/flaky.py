"""The tests in browsers, again and again, while the machine is busy with other things: `make flaky`.

A test that passes here by chance only, or fails by chance, is one that waits for a time and not for a state. What is given on the command
line goes to pytest, such as `-k draft` or the path of a module.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import Process
from pathlib import Path

from tests import ROOT

TIMES = 3
LOAD = 8  # processes that keep the cores busy
AT_ONCE = 6  # tests, so that they are in each other's way too
FOLDER = "tests/browser"


@contextmanager
def busy_machine() -> Iterator[None]:
    """Keep the cores busy until the end of the block."""
    others = [Process(target=_turn, daemon=True) for _ in range(LOAD)]
    for each in others:
        each.start()
    try:
        yield
    finally:
        for each in others:
            each.kill()


def _turn() -> None:
    while True:
        pass


def main(arguments: list[str]) -> int:
    """Run the tests several times and say how each ended; return 1 where a test failed in any of them."""
    chosen = arguments if any(Path(each.split("::")[0]).exists() for each in arguments) else [*arguments, FOLDER]
    command = [sys.executable, "-m", "pytest", "-q", f"--numprocesses={AT_ONCE}", "--dist=loadgroup", *chosen]
    ended = []
    with busy_machine():
        for time in range(1, TIMES + 1):
            print(f"--- run {time} of {TIMES}, under a load of {LOAD} ---", flush=True)
            ended.append(subprocess.run(command, cwd=ROOT, check=False).returncode)
    print(f"{ended.count(0)} of {TIMES} runs passed under a load of {LOAD}")
    return int(any(ended))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
