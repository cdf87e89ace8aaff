"""Bytes that follow the reader of invitations into its corners: `python -m tests.unit.fuzz.invitation tests/unit/fuzz/corpus`.

What libFuzzer takes may follow: `-max_total_time=300`, `-dict=tests/unit/fuzz/words.dict`; `-merge=1` before an empty folder and full ones puts
into the first the least that goes as far as all of them.
"""

import sys

import atheris

with atheris.instrument_imports(
    include=["generator.invitation", "generator.fields.dates"], enable_loader_override=False
):
    from tests.unit.fuzz.laws import obey


def follow(data):
    obey(data)


if __name__ == "__main__":
    again = f"{sys.executable} -m tests.unit.fuzz.invitation"  # libFuzzer starts itself again for a merge
    atheris.Setup([again, *sys.argv[1:]], follow)
    atheris.Fuzz()
