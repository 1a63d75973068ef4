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
_BRACKETS = (")", "]")


def find_said_again(report: Report) -> Iterator[Line]:
    """The lines that say what a line before them says, and that it is continued."""
    again = {line.start: match for line in report.lines if (match := _continued(line.text)) is not None}
    said: set[str] = set()
    for line in report.lines if again else ():
        match = again.get(line.start)
        if match is not None and label_key(match.string[: match.start()]) in said:
            yield line
        said.add(label_key(line.text))


def _continued(text: str) -> re.Match[str] | None:
    """The mark that a line ends with; hardly one ends in a bracket."""
    text = text.rstrip()
    return _CONTINUED.search(text) if text[-1:] in _BRACKETS else None
