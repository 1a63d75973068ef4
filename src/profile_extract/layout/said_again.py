"""Titles that are said again over what goes on from another page (``Night trams (continued)``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from profile_extract.lexicon import label_key
from profile_extract.model import Line, Report

_CONTINUED = re.compile(
    r"\s*[(\[](?:cont\.?|cont['’]?d\.?|continued|fortsetzung|forts\.?|suite|continuación|continuação|continua|segue|vervolg"
    r"|ciąg dalszy|c\.d\.|pokračování|fortsættelse|fortsat|jatkuu|jatkoa)[)\]]$",
    re.IGNORECASE,
)


def find_said_again(report: Report) -> Iterator[Line]:
    """The lines that say what a line before them says, and that it is continued."""
    said: set[str] = set()
    for line in report.lines:
        text = line.text.strip()
        match = _CONTINUED.search(text) if text[-1:] in ")]" else None
        if match and label_key(text[: match.start()]) in said:
            yield line
        said.add(label_key(text))
