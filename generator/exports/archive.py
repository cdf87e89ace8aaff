"""Files → one archive, the same bytes on every machine."""

from __future__ import annotations

import io
from collections.abc import Mapping

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date that a zip file can hold: the same bytes each time
_UNIX = 3


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return a zip file of the files by their names, in their order."""
    import zipfile  # noqa: PLC0415  slow to import, seldom needed

    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as opened:  # deflating differs from one zlib to the next
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system = _UNIX  # wherever this runs
            opened.writestr(entry, content)
    return data.getvalue()
