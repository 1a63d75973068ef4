"""Lines over and under the text of profiles, set unlike it in most of them: whose it is, what of, where and when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile

from profile_extract.fields.items import Item
from profile_extract.fields.parts import Part, unlabelled
from profile_extract.layout.bylines import is_author_line
from profile_extract.model import Style
from profile_extract.segment.shapes import is_prose, reads_as_prose
from profile_extract.structure import dominant_style

MOST = 0.5
"""More than this share of profiles with text makes a style one of such lines."""
LEAST_SPACE_LINES = 0.9
"""White space over lines that end a profile, in lines beyond the usual distance: more than paragraphs have between them."""
MOST_CLOSING_CHARS = 200
"""Longest sentence, in characters, that closes profiles without being of their text; one with an address has about 100."""
LEAST_INDENT_PT = 2.0
"""How far, in points, such lines begin right of the text: a cell of a table has as much around it at least."""


def find_aside_styles(profiles: Sequence[Sequence[Part]], body: Style | None) -> frozenset[Style]:
    """The styles of short lines that stand over or under the running text of most profiles; none for text input."""
    texts = [list(unlabelled(list(parts))) for parts in profiles]
    running = _running_style(texts, body)
    if running is None:
        return frozenset()
    counts: Counter[Style] = Counter()
    with_text = 0
    for items in texts:
        beside = list(around_text(items, body))
        with_text += len(beside) < len(items)
        counts.update({style for item in beside if (style := item.block.style) and style != running})
    return frozenset(style for style, count in counts.items() if count > MOST * with_text)


def around_text(items: Sequence[Item], body: Style | None) -> Iterator[Item]:
    """The short items before the first and behind the last running text of a profile; all where it has none."""
    prose = [n for n, item in enumerate(items) if is_prose(item.block, body)]
    first, last = (prose[0], prose[-1]) if prose else (len(items), len(items))
    for number, item in enumerate(items):
        if (number < first or number > last) and not reads_as_prose(item.block):
            yield item


def end_in_lines(profiles: Sequence[Sequence[Part]], body: Style | None) -> bool:
    """Whether most profiles with running text end in short lines set apart from it, as :func:`lines_behind` finds them."""
    texts = [
        items for parts in profiles if (items := list(unlabelled(list(parts)))) and any(is_prose(i.block, body) for i in items)
    ]
    return sum(any(lines_behind(items, body)) for items in texts) > MOST * len(texts)


def lines_behind(items: Sequence[Item], body: Style | None) -> Iterator[Item]:
    """The short lines that end a profile, with white space before them and no left edge of the text: a table, a signature.

    In a dump, which has no edges, the one line that names who wrote it.
    """
    count = sum(1 for _ in takewhile(lambda item: not reads_as_prose(item.block), reversed(items)))
    if not 0 < count < len(items) or not is_prose(items[-count - 1].block, body):
        return
    text, behind = items[-count - 1].block, items[-count:]
    if body is None:
        yield from behind if count == len(behind[0].block.lines) == 1 and is_author_line(behind[0].text.text) else ()
        return
    edge = min(line.bbox.x0 for line in text.lines)
    is_apart = text.page == behind[0].block.page and behind[0].block.gap_lines >= LEAST_SPACE_LINES
    if is_apart and all(_is_line_right_of(edge, item) for item in behind):
        yield from behind


def _is_line_right_of(edge: float, item: Item) -> bool:
    lines = item.block.lines
    return item.block.bullet is None and len(lines) == 1 and lines[0].bbox.x0 > edge + LEAST_INDENT_PT


def find_closing_style(profiles: Sequence[Sequence[Part]], body: Style | None) -> Style | None:
    """The style of a sentence that closes most profiles, set unlike the text and its section: where to learn more."""
    if body is None:
        return None
    styles = Counter(style for parts in profiles if (style := _closing_style(parts)) not in {None, body})
    usual, count = styles.most_common(1)[0] if styles else (None, 0)
    return usual if count > MOST * len(profiles) else None


def with_closing_apart(parts: Sequence[Part], style: Style | None) -> tuple[Part, ...]:
    """The parts of a profile, a sentence in a style that closes most profiles in a part of its own."""
    if style is None or _closing_style(parts) != style:
        return tuple(parts)
    last = parts[-1]
    return (*parts[:-1], last._replace(items=last.items[:-1]), Part(None, None, last.items[-1:], ""))


def _closing_style(parts: Sequence[Part]) -> Style | None:
    """The style of the last sentence of a labelled section, if it is no other's there and white space parts them."""
    last = parts[-1] if parts else None
    if last is None or last.field != "section" or len(last.items) < 2:
        return None
    block = last.items[-1].block
    if block.gap_lines < LEAST_SPACE_LINES or block.bullet is not None or not reads_as_prose(block):
        return None
    is_own = all(item.block.style != block.style for item in last.items[:-1])
    return block.style if is_own and len(block.text.text) <= MOST_CLOSING_CHARS else None


def _running_style(texts: Sequence[Sequence[Item]], body: Style | None) -> Style | None:
    blocks = [item.block for items in texts for item in items if is_prose(item.block, body)]
    return dominant_style([line for block in blocks for line in block.lines])
