"""Notes what Python has loaded by now, and from now on each regular expression that it compiles.

`compile.mjs` has Pyodide run it as early as Python runs anything of ours: as its `sitecustomize`, in the place of `archive_finder.py`.
"""

from __future__ import annotations

import sys

EARLY = set(sys.modules)
"""The modules that Python loads by itself: so nothing is imported above."""

MADE: list[tuple[str, int, tuple[object, ...]]] = []
"""Pattern, flags, and what the machine of `re` was given for them, its code as 32-bit words, in the order in which they came."""


def record() -> None:
    """Have `MADE` grow with each regular expression from now on."""
    from array import array  # noqa: PLC0415
    from re import _compiler as compiler  # type: ignore[attr-defined]  # noqa: PLC0415
    from types import SimpleNamespace  # noqa: PLC0415

    parts: list[tuple[object, ...]] = []
    into_parts, into_expression = compiler.compile, compiler._sre.compile  # noqa: SLF001  there is no public way

    def note(pattern: str, flags: int, *rest: object) -> object:
        code, *described = rest
        parts.append((int(flags), array("I", map(int, code)).tobytes(), *described))  # type: ignore[call-overload]
        return into_expression(pattern, flags, *rest)

    def compile_and_note(pattern: str, flags: int = 0) -> object:
        expression = into_parts(pattern, flags)
        MADE.append((pattern, int(flags), parts[-1]))
        return expression

    compiler._sre = SimpleNamespace(**vars(compiler._sre) | {"compile": note})  # noqa: SLF001
    compiler.compile = compile_and_note


if __name__ == "sitecustomize":
    record()
