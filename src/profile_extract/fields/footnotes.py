"""Footnotes: small print that begins with a mark which stands raised, or behind a word, in the text of the same page."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from profile_extract.layout.codes import NOTE_SIGNS
from profile_extract.model import Style
from profile_extract.structure import Block, is_smaller

_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_SIGNS = f"{NOTE_SIGNS}§"
_MARK_IN_TEXT = re.compile(
    rf"([⁰¹²³⁴-⁹{_SIGNS}](?<=[^\s⁰¹²³⁴-⁹].)(?:(?<=[⁰¹²³⁴-⁹])[⁰¹²³⁴-⁹]{{0,2}}|(?<=[{_SIGNS}])[{_SIGNS}]?))(?![\w*])"
)
"""A mark behind a letter. It begins with what a mark is, not with what stands before it: so it is found ten times sooner."""
_PLAIN_MARK = re.compile(r"\d(?<=[^\s\d(/+–-]\d)\d?(?![\w%])")
"""A figure behind a letter or a full stop, as fonts with raised figures of their own have it."""
_MARK_OF_NOTE = re.compile(rf"([⁰¹²³⁴-⁹]{{1,3}}|\d{{1,3}}|[{_SIGNS}]{{1,2}})[).]?\s*(?=\S)")


def find_footnotes(blocks: Sequence[Block], body: Style | None) -> frozenset[int]:
    """Indices of the blocks that are footnotes, and of the small print in the same type right behind them."""
    marks: dict[int, set[str]] = defaultdict(set)
    texts = [block for block in blocks if not is_smaller(block, body)]
    for block in texts if len(texts) < len(blocks) else ():
        found = _MARK_IN_TEXT.findall(block.text.text) + _PLAIN_MARK.findall(block.text.text)
        for page in range(block.page, block.last_page + 1) if found else ():
            marks[page] |= {mark.translate(_FIGURES) for mark in found}
    return frozenset(_footnotes(blocks, body, marks)) if marks else frozenset()


def _footnotes(blocks: Sequence[Block], body: Style | None, marks: dict[int, set[str]]) -> Iterator[int]:
    last: Block | None = None
    for block in blocks:
        is_more = last is not None and block.page == last.page and block.index == last.index + 1
        if is_smaller(block, body) and (_mark_of(block) in marks[block.page] or (is_more and _is_as(block, last))):
            last = block
            yield block.index


def _mark_of(block: Block) -> str | None:
    """The mark that a note begins with, figures as plain ones."""
    if block.bullet is not None:
        return block.bullet.text
    match = _MARK_OF_NOTE.match(block.text.text)
    return match.group(1).translate(_FIGURES) if match else None


def _is_as(block: Block, other: Block | None) -> bool:
    """Whether a block is in the same type as another: notes begin with a mark in smaller type."""
    return other is not None and block.lines[-1].style == other.lines[-1].style
