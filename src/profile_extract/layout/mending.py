"""Paragraphs that a box, a caption or a footnote interrupts in mid-sentence, made whole: what interrupts stands behind them.

The first half ends openly and the second goes on in the same type with a small letter; between them stands nothing in that
type, and nothing that could be a heading.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence

from profile_extract.layout.address_lines import is_address_line, is_reached, tells_where
from profile_extract.layout.baselines import begin_alike
from profile_extract.layout.ended import FULL_SHARE, is_text_line
from profile_extract.lexicon import CLOSING_QUOTES, is_closed
from profile_extract.model import Line, Style
from profile_extract.structure import Block, is_program, is_smaller

MOST_BETWEEN = 4
"""Blocks that may interrupt a paragraph: a box of a heading and two paragraphs, and a caption."""
MOST_BETWEEN_IN_DUMP = 16
"""The same of a dump: a box, a list, an address have a block for each of their lines."""
LEAST_TEXT_CHARS = 25
"""Shortest line of running text, in characters."""
FEWEST_LINES = 2
"""Lines of the first half: one alone may be a label or an item of a list."""
MOST_HEADING_GAP = 0.5
"""White space between a heading and its text, in lines beyond the usual distance: captions keep more."""
_BEHIND = CLOSING_QUOTES + "“"
_QUOTED = tuple('"”»“’')
_DASHES = frozenset("–—-")
"""What stands before the name of who is quoted."""
_FIRST_LETTER = re.compile(r"[\"'“‘«(\[]*([^\W\d_])")


def mended(blocks: Sequence[Block], join: Callable[[Block, Sequence[Line]], Block]) -> list[Block]:
    """The blocks, each half of an interrupted paragraph joined to the other by ``join``; not yet numbered anew."""
    done: list[Block] = []
    taken: set[int] = set()
    for number, block in enumerate(blocks):
        if number in taken:
            continue
        while (rest := _rest_of(block, blocks, number, taken)) is not None:
            block = join(block, blocks[rest].lines)
            taken.add(rest)
        done.append(block)
    return done


def _rest_of(block: Block, blocks: Sequence[Block], number: int, taken: Iterable[int]) -> int | None:
    """The number of the block that goes on where one is interrupted; None where none does."""
    if len(block.lines) < FEWEST_LINES or is_closed(block.text.text, behind=_BEHIND) or block.text.text.endswith(_QUOTED):
        return None
    if tells_where([line.text for line in block.lines]):
        return None
    between: list[Block] = []
    for other in range(number + 1, len(blocks)):
        if other in taken:
            continue
        after = blocks[other]
        if after.page > block.last_page + 1 or len(between) > MOST_BETWEEN:
            return None
        if after.style == block.style and not after.is_of_picture:
            is_rest = bool(between) and after.bullet is None and _goes_on(after.text.text)
            return other if is_rest and _interrupts(between, block.style) and not _heads(between[-1], after) else None
        between.append(after)
    return None


def _goes_on(text: str) -> bool:
    """Whether a text begins with a letter that is no capital, of whatever alphabet, and not with how somebody is reached."""
    first = _FIRST_LETTER.match(text)
    return first is not None and not first[1].isupper() and not is_address_line(text.split()[0])


def _interrupts(between: Sequence[Block], style: Style | None) -> bool:
    """Whether blocks only interrupt a text: the last is a whole sentence or says whose it is, a caption or small print."""
    last = between[-1]
    text = last.text.text
    is_speaker = last.bullet is not None and last.bullet.text in _DASHES and len(between) > 1
    if is_speaker or last.is_of_picture or is_closed(text, behind=_BEHIND) or text.endswith(_QUOTED):
        return True
    return is_smaller(last, style) and not is_program(last)


def _heads(block: Block, below: Block) -> bool:
    """Whether a block is a line in bold right over another that is not: a heading, however small it is set."""
    if len(block.lines) > 1 or block.style is None or below.style is None:
        return False
    is_over = below.gap_lines < MOST_HEADING_GAP and begin_alike(block.lines[0], below.lines[0])
    return is_over and block.style.bold and not below.style.bold


def mended_in_dump(blocks: Sequence[Block], join: Callable[[Block, Sequence[Line]], Block]) -> list[Block]:
    """The same of a dump, which has no types: its columns come one behind the other, and what stands beside a text inside it.

    The first half ends openly with a full line, the second goes on small behind an empty line or at the top of a page.
    """
    done: list[Block] = []
    rests: dict[int, list[Line]] = {}
    half: list[Line] | None = None
    at = 0
    for block in blocks:
        is_rest = half is not None and block.gap_lines > 0 and block.bullet is None and _goes_on(block.text.text)
        if half is not None and is_rest and any(map(_is_text, block.lines)):
            rests.setdefault(at, []).extend(block.lines)
            half = _last_of([*half, *block.lines])
            half = half if _are_open(half) else None
            continue
        done.append(block)
        if _are_open(own := _last_of(block.lines)):
            half, at = own, len(done) - 1
        elif half is not None and (len(done) - at > MOST_BETWEEN_IN_DUMP or block.page > half[-1].page + 1):
            half = None
    return [join(block, rests[number]) if number in rests else block for number, block in enumerate(done)]


def _last_of(lines: Sequence[Line]) -> list[Line]:
    """The longest of some lines, and the last ones."""
    return [max(lines, key=lambda line: len(line.text)), *lines[-FEWEST_LINES:]]


def _are_open(lines: Sequence[Line]) -> bool:
    """Whether lines, of which the longest is the first, end in mid-sentence, the last ones as long as it."""
    widest, *last = lines
    text = last[-1].text.strip()
    if len(last) < FEWEST_LINES or is_closed(text, behind=_BEHIND) or text.endswith(_QUOTED):
        return False
    return all(len(line.text) >= FULL_SHARE * len(widest.text) and _is_text(line) for line in last)


def _is_text(line: Line) -> bool:
    """Whether a line of a dump is one of running text, by its length and its words in small letters."""
    text = line.text.strip()
    return len(text) >= LEAST_TEXT_CHARS and is_text_line(text) and not is_reached(text)
