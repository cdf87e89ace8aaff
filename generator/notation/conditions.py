"""A condition as an author writes it → Jinja: `reason is own or staying and not short_notice`."""

from __future__ import annotations

import re

from generator.notation.faults import NotationError
from generator.shapes import SHAPES

_TOKEN = re.compile(r"\s*([a-z_]+|.)")
_RIGHT = "write if thanks_for, if not thanks_for, or if reason is own, and join two with and or or."
_RIGHT_SHAPE = f"a free answer is a {' or a '.join(SHAPES)}."


def translate_condition(text: str) -> str:
    """Return the condition in Jinja.

    A word that follows `or` is one more value of the name before `is`, unless it has an `is` of its own; so what stands alone
    comes first, as in `short_notice or reason is own`. As in Jinja, `and` binds more than `or`. What follows `is a` is how a
    free answer is built: `thanks_for is a sentence`.

    Raises:
        NotationError: It is none.
    """
    tokens = _TOKEN.findall(text.strip())
    if not all(re.fullmatch(r"[a-z_]+", token) for token in tokens):
        raise NotationError(f"“{text.strip()}” is no condition: {_RIGHT}")
    said = []
    while tokens:
        said.append(_clause(tokens, text))
        if tokens:
            joint = tokens.pop(0)
            if joint not in ("and", "or") or not tokens:
                raise NotationError(f"“{text.strip()}” is no condition: {_RIGHT}")
            said.append(joint)
    if not said:
        raise NotationError(f"the condition is missing: {_RIGHT}")
    return " ".join(said)


def _clause(tokens: list[str], text: str) -> str:
    """Take one comparison or one name off the front."""
    negated = tokens[0] == "not"
    if negated:
        tokens.pop(0)
    if not tokens or tokens[0] in ("and", "or", "is", "not"):
        raise NotationError(f"“{text.strip()}” is no condition: {_RIGHT}")
    name = tokens.pop(0)
    if not tokens or tokens[0] != "is":
        return f"not {name}" if negated else name
    tokens.pop(0)
    unequal = bool(tokens) and tokens[0] == "not"
    if unequal:
        tokens.pop(0)
    if negated or not tokens:
        raise NotationError(f"“{text.strip()}” is no condition: {_RIGHT}")
    tests = [_test(name, tokens, unequal=unequal)]
    while len(tokens) >= 2 and tokens[0] == "or" and tokens[1] != "not" and tokens[2:3] != ["is"]:
        tokens.pop(0)
        tests.append(_test(name, tokens, unequal=unequal))
    if unequal:
        return " and ".join(tests)
    return tests[0] if len(tests) == 1 else f"({' or '.join(tests)})"


def _test(name: str, tokens: list[str], *, unequal: bool) -> str:
    """Take one value off the front, `own` or `a sentence`, and ask whether it is that one, or is not."""
    value = tokens.pop(0)
    if value != "a" or not tokens or tokens[0] in ("and", "or"):
        return f'{name} {"!=" if unequal else "=="} "{value}"'
    shape = tokens.pop(0)
    if shape not in SHAPES:
        raise NotationError(f"nothing can be a “{shape}”: {_RIGHT_SHAPE}")
    return f"{'not ' if unequal else ''}{name}_{shape}"
