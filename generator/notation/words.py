"""The words of a line → Jinja: `{role}`, `{I'm}`, `{system.name}`, `[ at {company}]` and `[if told: as I said | so]`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.notation.conditions import translate_condition
from generator.notation.faults import NotationError

type Words = Mapping[str, Mapping[str, Mapping[str, str]]]
"""Choice → name of a word → option → what stands there."""

_MARK = re.compile(r"[\[\]{}|]")
_NAME = re.compile(r"[a-z_]+")
_OPTION = re.compile(r"([a-z_]+)\.([a-z_]+)")
_IF = re.compile(r"\s*if ([^:]*):(.*)", re.DOTALL)
_JINJA = re.compile(r"\{[{%#]|[}%#]\}")

_ENDINGS = {"n't": " not", "'m": " am", "'re": " are", "'ve": " have", "'ll": " will", "'s": " is", "'d": " would"}
_WHOLE = {"can't": "cannot", "won't": "will not", "shan't": "shall not", "let's": "let us"}


def translate_words(text: str, words: Words) -> str:
    """Return the words in Jinja.

    Raises:
        NotationError: A brace or a bracket is not closed, or holds what none can.
    """
    if _JINJA.search(text):
        raise NotationError(
            "this is written in Jinja: write {role} for an answer, and conditions on lines of their own."
        )
    jinja, rest = _read(text, words, "")
    if rest:
        raise NotationError(
            f"“{rest[0]}” closes nothing: take it out, or open it with {'[' if rest[0] == ']' else '{'}."
        )
    return jinja


def _read(text: str, words: Words, until: str) -> tuple[str, str]:
    """Return the Jinja up to a mark that is not closed here, and what is left from that mark on."""
    done = ""
    while mark := _MARK.search(text):
        done += text[: mark.start()]
        text = text[mark.start() :]
        if text[0] == "{":
            inside, closed, text = text[1:].partition("}")
            if not closed:
                raise NotationError(f"“{{{inside}” is not closed: write {{role}}.")
            done += _fill(inside, words)
        elif text[0] == "[":
            optional, text = _read_optional(text[1:], words)
            done += optional
        elif text[0] == "|" and until != "|":
            done, text = done + "|", text[1:]
        else:
            return done, text
    return done + text, ""


def _fill(inside: str, words: Words) -> str:
    """Return what stands for an answer, for the word of a choice, or for what is said in one way and written in another."""
    if _NAME.fullmatch(inside):
        return f"{{{{ {inside} }}}}"
    if option := _OPTION.fullmatch(inside):
        return _choose(option[1], option[2], words)
    said, _, written = inside.partition("|")
    written = written or spell_out(said)
    if written == said:
        raise NotationError(
            f"“{{{inside}}}” is no answer and no contraction: write {{role}}, {{I'm}} or {{it's|it has}}."
        )
    return f"{{% if contracted %}}{said}{{% else %}}{written}{{% endif %}}"


def _choose(name: str, word: str, words: Words) -> str:
    options = words.get(name, {}).get(word)
    if options is None:
        there = [f"{{{name}.{each}}}" for name, known in words.items() for each in known]
        raise NotationError(
            f"nothing is called {{{name}.{word}}}: there is {', '.join(there) or 'no option with words'}."
        )
    chain = [
        f'{{% {"elif" if nth else "if"} {name} == "{value}" %}}{said}'
        for nth, (value, said) in enumerate(options.items())
    ]
    return "".join(chain) + "{% endif %}"


def spell_out(said: str) -> str:
    """Return a contraction as it is written out: “I'm” → “I am”."""
    lower = said.lower()
    if lower in _WHOLE:
        return said[0] + _WHOLE[lower][1:]
    ending = next((each for each in _ENDINGS if lower.endswith(each)), None)
    return said[: -len(ending)] + _ENDINGS[ending] if ending else said


def _read_optional(text: str, words: Words) -> tuple[str, str]:
    """Return what stands between brackets, with its condition, and what is left behind them."""
    chain: list[tuple[str, str]] = []
    while True:
        asked = _IF.match(text)
        jinja, text = _read(asked[2] if asked else text, words, "|")
        if not text or text[0] not in "|]":
            raise NotationError("a bracket is not closed: write [ at {company}].")
        chain.append((translate_condition(asked[1]) if asked else "", jinja))
        if text[0] == "]":
            return "".join(_chain(chain)), text[1:]
        text = text[1:]


def _chain(chain: list[tuple[str, str]]) -> Iterator[str]:
    """Yield a condition with its other cases; a single one without a condition waits for the answers that it holds."""
    if len(chain) == 1:
        [(condition, jinja)] = chain
        condition = condition or " and ".join(dict.fromkeys(re.findall(r"\{\{ ([a-z_]+) \}\}", jinja)))
        if not condition:
            raise NotationError("a bracket holds no answer: write [ at {company}], or [if told: as I said].")
        yield f"{{% if {condition} %}}{jinja}{{% endif %}}"
        return
    for nth, (condition, jinja) in enumerate(chain):
        if not condition and nth < len(chain) - 1:
            raise NotationError("one of the cases in brackets has no condition: write [if told: as I said | so].")
        yield (f"{{% {'elif' if nth else 'if'} {condition} %}}" if condition else "{% else %}") + jinja.rstrip()
    yield "{% endif %}"
