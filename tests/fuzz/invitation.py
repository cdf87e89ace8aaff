"""Bytes that follow the reader of invitations into its corners: `python -m tests.fuzz.invitation tests/fuzz/corpus`.

What libFuzzer takes may follow: `-max_total_time=300`, and `-merge=1` with a new folder and old ones to keep the least that goes as far.
"""

import sys

import atheris

with atheris.instrument_imports(
    include=["generator.invitation", "generator.fields.dates"], enable_loader_override=False
):
    from tests.fuzz.laws import obey

if __name__ == "__main__":
    atheris.Setup(sys.argv, lambda data: obey(data) and None)
    atheris.Fuzz()
