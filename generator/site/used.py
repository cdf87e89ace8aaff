"""Lists the modules that the engine needs, of the standard library and of Jinja. Runs in Pyodide, before `archives.py`.

`bundle.mjs` starts it, with `engine.zip` in the folder `/archives`, where it leaves `used.txt`.
"""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

FOLDER = Path("/archives")
ENGINE = FOLDER / "engine.zip"


def answer_everything() -> None:
    """Have the engine answer every kind of request for every example in every channel and tone."""
    worker = import_module("generator.worker")
    for request in _requests(worker.REQUESTS, import_module("generator.exports").EXPORTS):
        worker.handle(json.dumps(request))


def _requests(kinds: Mapping[str, Any], exports: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    for message_type in import_module("generator").load_catalogue():
        for example in message_type.examples:
            for channel in message_type.channels:
                for tone in import_module("generator").TONES:
                    asked = {"type": message_type.slug, "channel": channel, "tone": tone, "answers": example.answers}
                    for kind in kinds:
                        for to in exports if kind == "export" else [""]:
                            yield asked | {"request": kind, "to": to, "text": "Dear [name]"}


def named_in(archive: Path) -> set[str]:
    """Return every module that a source file of ours names in an import, wherever in the file."""
    found = set()
    with ZipFile(archive) as opened:
        for name in opened.namelist():
            ours = name.startswith("generator/") and name.endswith(".py")
            for node in ast.walk(ast.parse(opened.read(name))) if ours else ():
                if isinstance(node, ast.Import):
                    found |= {alias.name for alias in node.names}
                elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                    found |= {node.module}
    return found


def is_built_in(module: ModuleType) -> bool:
    """Tell whether the interpreter itself holds the module, so that it never looks into an archive for it."""
    return getattr(module.__spec__, "origin", "") in ("frozen", "built-in")


if __name__ == "__main__":
    sys.path.append(str(ENGINE))
    import_module("ready")
    answer_everything()
    for each in sorted(named_in(ENGINE)):
        with suppress(ImportError):  # a module of another machine
            import_module(each)
    loaded = [name for name, module in sys.modules.items() if not is_built_in(module)]
    (FOLDER / "used.txt").write_text("\n".join(sorted(loaded)), "utf-8")
