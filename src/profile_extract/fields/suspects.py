"""Pages whose text layer cannot be trusted: characters without meaning, names of glyphs, letters that make no words."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from profile_extract.drafts import Problem
from profile_extract.model import Report

MOST_UNREADABLE = 0.03
"""Share of characters in a page's text that stand for nothing; more is not a bullet here and there."""
MOST_MARKS = 0.4
"""Share of a page's printed characters that are neither letters nor figures; prose has 0.03 to 0.06, tables up to 0.2."""
FEWEST_CHARS = 200
"""Characters of a page, of one kind or another, from which shares of them mean something."""
LEAST_VOWELS = 0.2
"""Share of vowels in a page's basic Latin letters; languages have 0.33 (Czech) to 0.48 (Finnish), shifted codes 0.1."""
MOST_JOINS = 0.05
"""Share of a page's words in which letters of UTF-8 read as Windows-1252 stand (``Ã©``), which nothing could repair."""
_UNREADABLE = re.compile("[\N{REPLACEMENT CHARACTER}\ue000-\uf8ff](?<!^.)(?<!\n.)")
"""Characters without meaning, bullets at the beginning of a line aside."""
_UNNAMED = re.compile(r"\(cid:\d+\)")
"""What some programs print for glyphs."""
_MARK = re.compile(r"[^\w\s.·…–—•-]|_{1,2}(?!_)")
"""A mark, dots and dashes that lead to page numbers aside."""
_FIRST_OF_MOJIBAKE = ("Ã", "Â", "â€")
_MOJIBAKE = re.compile("[ÃÂ][\x80-¿ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€.")
_VOWELS = b"aeiouyAEIOUY"
_NO_LETTERS = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def suspect_pages(report: Report) -> Iterator[Problem]:
    """A warning for each page whose text is garbled, with what shows it."""
    texts: dict[int, list[str]] = defaultdict(list)
    for line, text in zip(report.lines, report.texts, strict=True):
        if not line.is_link:
            texts[line.page].append(text)
    for page in sorted(texts):
        reason = _reason("\n".join(texts[page]))
        if reason:
            yield Problem("suspect-text", "", f"page {page}: {reason}")


def _reason(text: str) -> str | None:
    """Why a page's text is suspect; None where it is not."""
    unreadable = [*(() if text.isascii() else _UNREADABLE.findall(text)), *_UNNAMED.findall(text)]
    if sum(map(len, unreadable)) > MOST_UNREADABLE * len(text):
        return f"{len(unreadable)} characters of its text layer are unreadable"
    may_be_misread = any(first in text for first in _FIRST_OF_MOJIBAKE)
    if may_be_misread and (found := len(_MOJIBAKE.findall(text))) > MOST_JOINS * len(text.split()):
        return f"{found} characters of its text were read in a wrong encoding"
    printed = len(text) - text.count(" ") - text.count("\n")
    letters = text.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    may_be_marks = printed >= FEWEST_CHARS and printed - len(letters) > MOST_MARKS * printed
    if may_be_marks and len(_MARK.findall(text)) > MOST_MARKS * printed:
        return "most of its text layer is marks that make no words"
    consonants = letters.translate(None, _VOWELS)
    if len(letters) >= FEWEST_CHARS and len(consonants) > (1 - LEAST_VOWELS) * len(letters):
        return "the letters of its text layer make no words: there are hardly any vowels"
    return None
