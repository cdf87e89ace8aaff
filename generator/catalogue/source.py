"""A file of the catalogue, read so that every error names its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.errors import CatalogueError

type Keys = Mapping[str, tuple[type | tuple[type, ...], bool]]
"""Key → the type of its value, and whether it must be there."""

FRONT_MATTER = "the front matter"
"""What errors call the tables between the two lines +++."""

_TYPE_NAMES: dict[type | tuple[type, ...], str] = {
    str: "a text in quotes",
    list: "a list",
    dict: "a table",
    bool: "true or false",
    (str, dict): "a text in quotes or a table",
}


class Source:
    """A file of the catalogue: its name, its text, and errors that know the line."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text

    def error(self, fault: str, *, line: int | None = None, at: str = "") -> CatalogueError:
        """Return the error, on the line given or on the first that holds `at` as a word."""
        return CatalogueError(file=self.name, line=line or self.line_of(at), fault=fault)

    def errors(self, faults: Iterable[tuple[int, str]]) -> CatalogueError:
        """Return one error with every fault, in the order of their lines."""
        (line, fault), *more = sorted(faults)
        return CatalogueError(file=self.name, line=line, fault=fault, more=more)

    def line_of(self, word: str, *, after: int = 0) -> int:
        """Return the first line behind `after` on which the word stands outside of a comment; 1 where there is none."""
        pattern = re.compile(rf"(?<![\w-]){re.escape(word)}(?![\w-])")
        lines = list(enumerate(self.text.splitlines(), start=1))[after:]
        return next((i for i, line in lines if word and pattern.search(line.split("#")[0])), 1)

    def line_of_key(self, key: str, table: str = "", nth: int = 0) -> int:
        """Return the line on which a key is set, else that of its table's header.

        Args:
            key: As it stands left of `=`; a table of its own, `[field.reason.options]`, counts too.
            table: The header as it stands in the file, such as `[field.reason]` or `[[examples]]`; empty for the top.
            nth: Which of the tables with this header, from 0.
        """
        own = f"[{table.strip('[]')}.{key}]".replace("[.", "[")
        header, seen, at_header = "", -1 if table else 0, 2 if self.text.startswith("+++") else 1
        for i, line in enumerate(self.text.splitlines(), start=1):
            if line.lstrip().startswith("["):
                header = line.split("#")[0].strip()
                seen += header == table
                at_header = i if header == table and seen == nth else at_header
                if header == own and seen in (-1, nth):
                    return i
            elif header == table and seen == nth and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return i
        return at_header

    def front_matter(self) -> tuple[dict[str, Any], str]:
        """Return the table between the two `+++` lines and the body, padded so that its lines keep their numbers."""
        match = re.match(r"\+\+\+\n(.*?\n)\+\+\+(?:\n|$)", self.text, re.DOTALL)
        if match is None:
            raise self.error("begin with a line +++, the TOML front matter, and a line +++.", line=1)
        body = self.text[match.end() :]
        return self.toml("\n" + match[1]), "\n" * self.text[: match.end()].count("\n") + body

    def toml(self, text: str) -> dict[str, Any]:
        """Read TOML whose lines are numbered as the file's."""
        import tomllib  # noqa: PLC0415  a catalogue that comes ready to use needs none of it

        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            line = re.search(r"at line (\d+)", str(error))
            fault = f'this is not TOML, {str(error).split(" (at")[0].lower()}: write key = "value".'
            raise self.error(fault, line=int(line[1]) if line else text.count("\n")) from error

    def check_keys(self, table: Any, keys: Keys, where: str, *, header: str = "", nth: int = 0) -> None:
        """Raise for a key that is not declared, is missing, or has a value of another type.

        Args:
            table: What should be a table.
            keys: The declared ones.
            where: What to call the table in the error.
            header: As for `line_of_key`.
            nth: As for `line_of_key`.
        """
        if not isinstance(table, dict):
            raise self.error(
                f"{where} is not a table: give it keys of its own, {', '.join(keys)}.", at=header.strip("[]")
            )
        for key, value in table.items():
            if key not in keys:
                fault = f"unknown key “{key}” in {where}: the keys are {', '.join(keys)}."
            elif not isinstance(value, keys[key][0]):
                fault = f"“{key}” in {where} is not {_TYPE_NAMES[keys[key][0]]}."
            else:
                continue
            raise self.error(fault, line=self.line_of_key(key, header, nth))
        for key, (_, required) in keys.items():
            if required and key not in table:
                raise self.error(f"{where} lacks “{key}”: add {key} = …", line=self.line_of_key(key, header, nth))

    def check_name(self, what: str, name: Any, known: Iterable[str], *, line: int | None = None) -> None:
        """Raise for a name that nothing bears, with those that there are; `line` is where it stands, if that is known."""
        names = list(known)
        if name not in names:
            raise self.error(f"unknown {what} “{name}”: there is {', '.join(names)}.", line=line, at=str(name))
