"""Pages and lines made into one report."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from profile_extract.model import Line, Link, OutlineEntry, Page, Report


def assembled(
    data: bytes,
    name: str,
    pages: Sequence[Page],
    lines: Sequence[Line],
    *,
    links: Sequence[Link] = (),
    outline: Sequence[OutlineEntry] = (),
    title: str | None = None,
) -> Report:
    """A PDF report: one row a line, numbered through the document in content order."""
    return Report(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        dialect="pdf",
        text="\n".join(line.text for line in lines),
        row_starts=tuple(line.start for line in lines),
        row_numbers=tuple(range(1, len(lines) + 1)),
        pages=tuple(pages),
        lines=tuple(lines),
        links=tuple(links),
        outline=tuple(outline),
        title=title,
    )
