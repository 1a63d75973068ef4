"""UTF-8 that was read as Windows-1252 and saved again (``donâ€™t``, ``cafÃ©``): undone where a whole document shows it."""

from __future__ import annotations

import re
from collections.abc import Callable

from profile_extract.model import Report
from profile_extract.passage import Passage

RULE = "mojibake"
FEWEST = 3
"""Sequences that a document has at least; one or two may be quoted from elsewhere."""
MOST_OTHERS = 0.1
"""Other characters beyond ASCII, as a share of the sequences, that a document may have: its own would be more."""
_HIGH = bytes(range(0x80, 0xC0)).decode("cp1252", "ignore") + "\N{REPLACEMENT CHARACTER}"
"""What the second and later bytes of a sequence read as; five of them stand for nothing in Windows-1252."""
_LATER = f"[{re.escape(_HIGH)}\x85]"
_SEQUENCE = re.compile(f"[Â-ß]{_LATER}|[à-ï]{_LATER}{{2}}|[ð-ô]{_LATER}{{3}}")
_COMMON_FIRSTS = "ÃÂâÄÅ"
"""First bytes of accents, marks and quotation marks as they read; no European text does without all of them."""
_BEYOND_ASCII = re.compile("[\x80-\U0010ffff]")
_SPACES = re.compile(r"[\xa0\N{REPLACEMENT CHARACTER}•▪■●\ufeff]")
"""Characters that come from elsewhere than from the text itself."""
_LOST = {"â€\N{REPLACEMENT CHARACTER}": "\N{RIGHT DOUBLE QUOTATION MARK}"}
"""Sequences with a byte that reading has lost, where only one is in use."""


def find_repair(report: Report) -> Callable[[Passage], Passage] | None:
    """What undoes the damage in a line's text; None where the document does not show it throughout."""
    if not any(first in report.text for first in _COMMON_FIRSTS):
        return None
    found = _SEQUENCE.findall(report.text)
    if len(found) < FEWEST or any(RULE in edit.rule for line in report.lines for edit in line.edits):
        return None
    if any(_decoded(sequence) is None for sequence in set(found)):
        return None
    rest = _BEYOND_ASCII.findall(_SPACES.sub("", _SEQUENCE.sub("", report.text)))
    return _repaired if len(rest) <= MOST_OTHERS * len(found) else None


def _repaired(passage: Passage) -> Passage:
    for match in reversed(list(_SEQUENCE.finditer(passage.text))):
        passage = passage.edited(*match.span(), _decoded(match.group()) or match.group(), RULE)
    return passage


def _decoded(sequence: str) -> str | None:
    """The character that a sequence was once; None where it is none."""
    if sequence in _LOST:
        return _LOST[sequence]
    try:
        return sequence.replace("\x85", "…").encode("cp1252").decode("utf-8")
    except UnicodeError:
        return None
