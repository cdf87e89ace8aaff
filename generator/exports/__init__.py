"""Draft → something to send, the same bytes every time."""

from __future__ import annotations

from collections.abc import Callable

from generator.errors import UnknownNameError
from generator.exports.document import PAPERS, export_docx
from generator.exports.filenames import filename
from generator.exports.headers import header
from generator.exports.mail import MAILTO_LIMIT, export_eml, export_mailto
from generator.model.message import Draft, Export

__all__ = ["EXPORTS", "MAILTO_LIMIT", "PAPERS", "export", "header"]


def export_txt(draft: Draft) -> Export:
    """Return the message as UTF-8 text, under its subject where it has one."""
    subject = header(draft, "subject")
    text = f"Subject: {subject}\n\n{draft.text}\n" if subject else f"{draft.text}\n"
    return Export(name=filename(draft, "txt"), media_type="text/plain", data=text.encode())


EXPORTS: dict[str, Callable[[Draft, str], Export]] = {
    "txt": lambda draft, paper: export_txt(draft),
    "mailto": lambda draft, paper: export_mailto(draft),
    "eml": lambda draft, paper: export_eml(draft),
    "docx": export_docx,
}
"""What `--to` and a request's `to` can name → function from a draft and a paper to what is sent."""


def export(draft: Draft, to: str, paper: str | None = None) -> Export:
    """Return the draft in the form that is named.

    Args:
        draft: A finished message, with gaps or without.
        to: A key of `EXPORTS`.
        paper: A key of `PAPERS`, for what has pages; None means that of the message's locale.

    Raises:
        UnknownNameError: There is no such form or no such paper.
        ExportError: The draft's address or subject cannot stand in a mail.
    """
    if to not in EXPORTS:
        raise UnknownNameError(what="export", name=to, known=EXPORTS)
    if paper and paper not in PAPERS:
        raise UnknownNameError(what="paper", name=paper, known=PAPERS)
    return EXPORTS[to](draft, paper or draft.locale.paper)
