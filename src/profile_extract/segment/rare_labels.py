"""Labels that come back too seldom to be known by that: they say what others say, or are set as others are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence

from profile_extract.layout.codes import is_person_name
from profile_extract.layout.grids import SAME_EDGE_PT
from profile_extract.lexicon import singulars
from profile_extract.model import Style
from profile_extract.segment.candidates import LEAST_SPACE_LINES, alone, begins_in_bold
from profile_extract.segment.rows import are_level
from profile_extract.segment.shapes import reads_as_prose
from profile_extract.structure import Block, Label, Layout, stands_alone

FEWEST_KEYS = 3
"""Different labels set alike, from which others set so are labels, too, however seldom they come."""
RARE_SHARE = 0.2
"""How many of those there may be for each return of the others."""
SPREAD_SHARE = 0.8
"""The same where each of them stands alone."""
FEWEST_KEYS_OF_TYPE, FEWEST_RETURNS = 2, 8
"""Different labels, and how often they come back in all, where hardly anything but labels is set as they are."""
EDGE_PT = 20.0
"""How far the beginnings of values differ at most, in points: behind a bullet, inside a paragraph."""


def in_other_type(groups: Iterable[Sequence[Label]], keys: Container[str], layout: Layout) -> Iterator[Label]:
    """Bold beginnings and lines that say what labels say, in type that comes back too seldom: another author set them."""
    for labels in groups:
        if labels[0].field == "section" and labels[0].key in keys and all(_is_bold_alone(label, layout) for label in labels):
            yield from labels


def in_other_number(found: Mapping[int, Label], layout: Layout, listing: Container[int]) -> Iterator[Label]:
    """Lines that say a label of one or of several (``About the speakers``), in its type, which the text is not set in.

    The pages of the list of contents, ``listing``, have none.
    """
    lines = ((layout.blocks[i].style, label.key) for i, label in found.items() if stands_alone(label, layout))
    known = {(style, key) for style, key in lines if style not in (None, layout.body_style)}
    styles = {style for style, _ in known}
    plurals = {(style, shorter) for style, key in known for shorter in singulars(key)}
    for block in layout.blocks:
        if block.style not in styles or block.page in listing or block.index in found:
            continue
        label = alone(block)
        if label and ((block.style, label.key) in plurals or any((block.style, it) in known for it in singulars(label.key))):
            yield label


def rare_ones(groups: Iterable[Sequence[Label]], found: Mapping[int, Label], layout: Layout) -> Iterator[Label]:
    """Beginnings with a colon, in bold or italics, that come back too seldom, set as those of several labels are.

    If many are set so, they are names in a list, unless each stands apart from all others and is none: few have them.
    """
    known = [(look, label.key) for label in found.values() if (look := _look_set_apart(label, layout))]
    looks = {look for look, _ in set(known)}
    keys = {look: len({key for other, key in known if other == look}) for look in looks}
    returns = Counter(look for look, _ in known)
    rare: dict[object, list[Label]] = defaultdict(list)
    for label in (label for labels in groups for label in labels if label.block not in found and label.field == "section"):
        if (look := _look_set_apart(label, layout)) in looks:
            rare[look].append(label)
    for look, labels in rare.items():
        is_name = any(is_person_name(layout.blocks[label.block].text.text[label.start : label.end]) for label in labels)
        share = SPREAD_SHARE if not is_name and _are_spread([label.block for label in labels], found) else RARE_SHARE
        if keys[look] >= FEWEST_KEYS and len(labels) <= share * returns[look]:
            yield from labels


def _are_spread(blocks: Sequence[int], found: Container[int]) -> bool:
    """Whether no block that may have a label stands right over or under another one, or one with a label."""
    own = set(blocks)
    return not any(block + step in own or block + step in found for block in blocks for step in (-1, 1))


def in_rows_of_labels(found: Mapping[int, Label], layout: Layout) -> Iterator[Label]:
    """Lines right under or over a label, set as it is, and level with a value as it is: few profiles have them."""
    blocks = layout.blocks
    known = dict(found)
    for index in sorted(found) if layout.report.is_pdf else ():
        for step in (2, -2):
            at = index
            while _are_rows_alike(at, at + step, blocks, found) and (label := alone(blocks[at + step])):
                at += step
                if at not in known:
                    known[at] = label
                    yield label


def in_columns_of_labels(found: Mapping[int, Label], layout: Layout) -> Iterator[Label]:
    """Lines in the column of labels that stand beside their values, set as these are and level with a value: once is enough.

    If more are set so than there are labels, the column is of names; two different labels are to be known.
    """
    known: dict[object, list[str]] = defaultdict(list)
    for index, label in found.items():
        if place := _place_beside_value(index, layout):
            known[place].append(label.key)
    usual = {place for place, keys in known.items() if len(set(keys)) > 1}
    others: dict[object, list[Label]] = defaultdict(list)
    for block in layout.blocks[min(found, default=0) :] if usual else ():
        place = _place_beside_value(block.index, layout) if block.index not in found else None
        if place in usual and (own := alone(block)):
            others[place].append(own)
    for place, labels in others.items():
        if len(labels) <= len(known[place]):
            yield from labels


def in_stacks_of_labels(found: Mapping[int, Label], layout: Layout) -> Iterator[Label]:
    """Lines over a value, both set as several labels and their values are that stand over each other: few profiles have them.

    If many are set so, they are headings of something else.
    """
    pairs: dict[object, list[Label]] = defaultdict(list)
    for index, label in found.items():
        if stands_alone(label, layout) and (look := _look_of_pair(index, layout)):
            pairs[look].append(label)
    usual = {look for look, labels in pairs.items() if len({label.key for label in labels}) >= FEWEST_KEYS}
    rare: dict[object, list[Label]] = defaultdict(list)
    for block in layout.blocks if usual else ():
        look = _look_of_pair(block.index, layout) if block.index not in found and block.index + 1 not in found else None
        if look in usual and (own := alone(block)):
            rare[look].append(own)
    for look, labels in rare.items():
        if len(labels) <= RARE_SHARE * len(pairs[look]):
            yield from labels


def in_type_of_labels(found: Mapping[int, Label], layout: Layout) -> Iterator[Label]:
    """Lines over a text, in type in which hardly anything is set but labels, and these over such texts.

    What begins a page may begin something else.
    """
    known: dict[object, list[str]] = defaultdict(list)
    for index, label in found.items():
        if stands_alone(label, layout) and label.field == "section" and (look := _look_over(layout.blocks[index], layout)):
            known[look].append(label.key)
    usual = {look for look, keys in known.items() if len(set(keys)) >= FEWEST_KEYS_OF_TYPE and len(keys) >= FEWEST_RETURNS}
    others: dict[object, list[Block]] = defaultdict(list)
    for block in layout.blocks[min(found) : max(found)] if usual else ():
        is_inside = block.index not in found and block.index > 0 and layout.blocks[block.index - 1].last_page == block.page
        look = _look_over(block, layout) if is_inside else None
        if look in usual:
            others[look].append(block)
    for look, blocks in others.items():
        labels = list(map(alone, blocks))
        are_over_text = all(reads_as_prose(layout.blocks[block.index + 1]) for block in blocks)
        if len(blocks) <= RARE_SHARE * len(known[look]) and are_over_text:
            yield from (label for label in labels if label is not None)


def _place_beside_value(index: int, layout: Layout) -> object:
    """How a line is set that stands beside a text, and where both begin, in points; None elsewhere."""
    if index + 1 >= len(layout.blocks):
        return None
    label, value = layout.blocks[index].lines[0], layout.blocks[index + 1].lines[0]
    if label.style is None or not are_level(label, value) or label.bbox.x1 >= value.bbox.x0:
        return None
    return label.style.font, label.style.size_pt, round(label.bbox.x0), round(value.bbox.x0 / EDGE_PT)


def _look_of_pair(index: int, layout: Layout) -> object:
    """How a line and what stands right under it are set, where they are set otherwise and in one column; None elsewhere."""
    if index + 1 >= len(layout.blocks):
        return None
    block, below = layout.blocks[index], layout.blocks[index + 1]
    if (
        block.style is None
        or below.style is None
        or block.style.font == below.style.font
        or block.column != below.column
        or block.page != below.page
    ):
        return None
    if len(block.lines) > 1 or below.gap_lines >= LEAST_SPACE_LINES or block.gap_lines <= below.gap_lines:
        return None
    return (block.style.font, block.style.size_pt), (below.style.font, below.style.size_pt)


def _are_rows_alike(index: int, other: int, blocks: Sequence[Block], found: Mapping[int, Label]) -> bool:
    """Whether a label and its value beside it have another row under or over them, the same type and the same edges."""
    if not min(index, other) >= 0 or max(index, other) + 1 >= len(blocks) or other in found or other + 1 in found:
        return False
    rows = [[blocks[row].lines[0], blocks[row + 1].lines[0]] for row in (index, other)]
    first, second = rows
    if not all(are_level(label, value) and label.bbox.x1 < value.bbox.x0 for label, value in rows):
        return False
    is_near = first[0].page == second[0].page and blocks[max(index, other)].gap_lines < LEAST_SPACE_LINES
    edges = all(abs(a.bbox.x0 - b.bbox.x0) < SAME_EDGE_PT for a, b in zip(first, second, strict=True))
    return is_near and edges and [line.style for line in first] == [line.style for line in second]


def _look_set_apart(label: Label, layout: Layout) -> object:
    """How a label and its text are set, where it begins a line in bold or italics up to its colon; None elsewhere."""
    block = layout.blocks[label.block]
    printed = block.text.text[: label.value_start].rstrip()
    if stands_alone(label, layout) and printed.endswith(":"):
        return _look_over(block, layout)
    if block.bullet is not None or not printed.endswith(":") or len(block.lines[0].runs) < 2:
        return None
    first, second, *_ = block.lines[0].runs
    if second.style.bold or not (first.style.bold or (first.style.italic and not second.style.italic)):
        return None
    is_all = abs(second.offset - len(printed)) <= 1 and label.value_start < len(block.text.text)
    return _set(first.style, second.style) if is_all else None


def _look_over(block: Block, layout: Layout) -> object:
    """How a line in one type and what stands under it are set, where they are set otherwise; None elsewhere."""
    if block.index + 1 == len(layout.blocks) or len(block.lines) > 1 or len(block.lines[0].runs) != 1:
        return None
    style, below = block.lines[0].style, layout.blocks[block.index + 1].lines[0].style
    return _set(style, below) if style is not None and below is not None and style.bold and not below.bold else None


def _set(label: Style, text: Style) -> object:
    """How labels and their texts are told to be set alike: colours differ from chapter to chapter, and the size of texts."""
    return label.font, label.size_pt, text.font


def _is_bold_alone(label: Label, layout: Layout) -> bool:
    """Whether a label is set in bold, and what stands behind it is not; in a report whose text is bold none is."""
    line, body = layout.blocks[label.block].lines[0], layout.body_style
    if not line.runs or not line.runs[0].style.bold or body is None or body.bold:
        return False
    return stands_alone(label, layout) or begins_in_bold(line)
