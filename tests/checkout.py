"""A copy of this repository, to change as an author would."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from tests import ROOT


def copy_to(folder: Path, copied: Iterable[str], linked: Iterable[str]) -> Path:
    """Copy some files and folders of the repository into `folder`, link others, and return it."""
    for name in copied:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copyfile
        copy(ROOT / name, folder / name)
    for name in linked:
        (folder / name).symlink_to(ROOT / name)
    return folder
