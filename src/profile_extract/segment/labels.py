"""The labels of a report: short lines and run-in beginnings that come back, in one style, spread through the text."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence

from profile_extract.answers import once
from profile_extract.gazetteer import find_name, is_town_and_country
from profile_extract.layout.contents import NO_CONTENTS, Contents
from profile_extract.layout.numbered import find_numbered_headings
from profile_extract.lexicon import contact_line_field, label_key
from profile_extract.model import Style
from profile_extract.segment.candidates import (
    FEWEST_OCCURRENCES,
    LEAST_SPACE_LINES,
    alone,
    candidates,
    in_rounds_as_captions,
    under_signs,
)
from profile_extract.segment.figures import find_captions
from profile_extract.segment.hours import are_days
from profile_extract.segment.kinds import find_kinds
from profile_extract.segment.other_records import of_other_records
from profile_extract.segment.pairs import find_values_in_pairs
from profile_extract.segment.rare_labels import (
    in_columns_of_labels,
    in_other_number,
    in_other_type,
    in_rows_of_labels,
    in_stacks_of_labels,
    in_type_of_labels,
    rare_ones,
)
from profile_extract.segment.rows import are_level
from profile_extract.segment.shapes import address_lines, stands_out
from profile_extract.segment.tables import find_cells, find_column_heads, find_heads_over_rows, find_values_beside
from profile_extract.segment.titles import is_time
from profile_extract.structure import LARGER, Block, Label, Layout, stands_alone

MOST_LISTED_WORDS = 4
"""Words of a label with a comma in it (``Costs, time``); longer ones are sentences, or come back ever so often."""
FEWEST_LONG_OCCURRENCES = 6
"""How often a longer one comes back, set unlike the text."""
MOST_TITLE_PRINTS = 4
"""How often a title with a colon in it, or one that asks, is printed: over its profile, in the contents, in an overview, in a
running line."""
COUNTING_SHARE = 0.85
"""Share of numbered labels that have a higher number than the one before, for them to count through the report."""
MOST_BEHIND = 2
"""Blocks from one label that runs into its value to the next: a value may go on in a block of its own."""
USUAL_SHARE = 0.75
"""Share of the returns of two lines at which one stands right under the other, for both to be labels."""
UNDER_SHARE, FEWEST_UNDER = 0.6, 10
"""Share of what stands right under labels that is in one style, for that to be the style of values, and the fewest such."""
LEAST_SPREAD = 2.0
"""Median distance, in blocks, between occurrences of a label; cells of a table stand next to each other."""
LEAST_TEXT_SHARE = 0.1
"""Share of the blocks in one style that are such text, at least, for it to be a style of text."""
FEWEST_TEXT_LINES, LEAST_TEXT_CHARS = 3, 80
"""Lines and characters of a block whose style is one of running text; a label in a narrow column has as many lines."""
_OF_CUTS = frozenset({"column", "group"})
"""What labels head, that is asked for when a report is cut."""
_AMOUNTS = re.compile(r"#[^#]*[^\W\d_][^#]*#")
"""Two numbers with words between them, in what a label is known by: a label has one number, or one with points in it."""
_LEADERS = re.compile(r"[\s.·…_#]+$")
_COUNTING = re.compile(r"(?:\d+\.)*(\d{1,9})")
"""A number, of one with stops (``7.2``) the last."""
_BARE_NUMBER = re.compile(r"[.\d]+ ")
"""A number that only a space parts from what it counts: of a heading (``2 Methods``) where type shows it, else of things."""


def find_labels(layout: Layout, given: Mapping[str, str], contents: Contents = NO_CONTENTS) -> dict[int, Label]:
    """The label of each block that has one, by block index.

    Those ``given`` (key to field) are believed wherever they stand if the report does not show where they do; if it does, they
    are cut as if nobody had told, but where a field that is asked for here is given: see :func:`_with_given`. The pages of the
    list of contents have none: what they repeat are titles, which other records may name as related.
    """
    groups = _alike(layout, contents.pages)
    are_of_others = of_other_records(groups.values(), layout, contents)
    found: dict[int, Label] = {}
    texts = _styles_of_texts(layout)
    believed = [labels for labels in groups.values() if _is_believed(labels, layout, texts) and not are_of_others(labels)]
    kinds = find_kinds(groups.values(), layout)
    runs_in = [(label.block, not stands_alone(label, layout)) for labels in believed for label in labels]
    possible = dict(sorted(runs_in))  # of two in one block the one that runs in
    keys: Counter[str] = Counter()
    for labels in sorted(believed, key=lambda labels: -len(labels)):
        if labels[0] not in kinds and not _are_values(labels, found, keys, possible, layout):
            new = {label.block: label for label in labels if label.block not in found}
            found |= new
            keys.update(label.key for label in new.values())
    found |= {label.block: label for label in in_other_type(groups.values(), keys, layout) if label.block not in found}
    found |= {label.block: label for label in in_other_number(found, layout, contents.pages)}
    found |= {label.block: label for label in rare_ones(groups.values(), found, layout)}
    found |= {label.block: label for label in _numbered(layout) if label.block not in found}
    found |= {label.block: label for label in in_rows_of_labels(found, layout)}
    found |= {label.block: label for label in in_columns_of_labels(found, layout)}
    found |= {label.block: label for label in in_stacks_of_labels(found, layout)}
    found |= {label.block: label for label in in_type_of_labels(found, layout)}
    found |= {index: found[index]._replace(field="column") for index in find_column_heads(found, layout)}
    found |= {label.block: label for label in (*find_heads_over_rows(layout), *find_captions(layout))}
    under = (*_values_under_labels(found, layout), *find_values_in_pairs(found, layout))
    for index in (*find_cells(found, layout), *under, *find_values_beside(found, layout)):
        found.pop(index, None)
    shown = {label.key for label in found.values()}
    unseen = (label for (key, _), labels in groups.items() if key in given and key not in shown for label in labels)
    return _with_given(found, given) | {label.block: label._replace(field=given[label.key]) for label in unseen}


def _styles_of_texts(layout: Layout) -> frozenset[Style | None]:
    """The styles in which running text is set: a label may be as long as one here and there."""
    blocks = Counter(block.style for block in layout.blocks)
    lines = (block for block in layout.blocks if len(block.lines) >= FEWEST_TEXT_LINES)
    long = Counter(block.style for block in lines if len(block.text.text) >= LEAST_TEXT_CHARS)
    return frozenset(style for style, count in long.items() if count >= LEAST_TEXT_SHARE * blocks[style])


def _with_given(found: Mapping[int, Label], given: Mapping[str, str]) -> dict[int, Label]:
    """Labels that the report shows, those that are given to be heads of columns or of groups as such, and no others so.

    Anything else that is given takes the place of what is learnt of a label when the report has been cut. A label may head a
    column in some places only, and what is given is said of all: where it does so anywhere, the report knows best where.
    """
    shown: dict[str, set[str]] = defaultdict(set)
    for label in found.values():
        shown[label.key].add(label.field)

    def of(label: Label) -> Label:
        field = given.get(label.key, label.field)
        is_new = field not in shown[label.key] and (field in _OF_CUTS or shown[label.key] <= _OF_CUTS)
        return label._replace(field=field) if is_new else label

    return {index: of(label) for index, label in found.items()}


def _alike(layout: Layout, listing: Container[int]) -> dict[tuple[str, object], list[Label]]:
    """All candidates that say the same and look alike: in one font, in sizes that designers do not tell apart."""
    fonts: dict[tuple[str, object], list[Label]] = defaultdict(list)
    fields, signed = in_rounds_as_captions(layout), under_signs(layout)
    for block in layout.blocks:
        above = layout.blocks[block.index - 1] if block.index else None
        for label in candidates(block, layout.beginnings, above, fields, signed) if block.page not in listing else ():
            fonts[label.key, _look(block, label)].append(label)
    groups: dict[tuple[str, object], list[Label]] = {}
    for (key, look), labels in fonts.items():
        for number, near in enumerate(_by_size(labels, layout) if look else [labels]):
            groups[key, (look, number)] = near
    return groups


def _look(block: Block, label: Label) -> object:
    """Labels that come back are set alike; those in general use or with a colon are known by their words alone."""
    runs_in = label.value_start < len(block.text.text)
    if label.field != "section" or (runs_in and block.text.text[label.end : label.value_start].strip() == ":"):
        return None
    style = block.lines[0].style
    return (style.font, runs_in) if style else ("", runs_in)


def _by_size(labels: Sequence[Label], layout: Layout) -> list[list[Label]]:
    """The labels in groups of nearly one type size, each in reading order."""
    sizes = {label.block: style.size_pt if (style := layout.blocks[label.block].lines[0].style) else 0.0 for label in labels}
    groups: list[list[Label]] = []
    for label in sorted(labels, key=lambda label: sizes[label.block]):
        if groups and sizes[label.block] <= LARGER * sizes[groups[-1][-1].block]:
            groups[-1].append(label)
        else:
            groups.append([label])
    return [sorted(group, key=lambda label: label.block) for group in groups]


def _is_believed(labels: Sequence[Label], layout: Layout, texts: Container[Style | None]) -> bool:
    """Whether candidates of one kind are labels: known words, or often enough, spread out, and not set as small print.

    ``texts`` are the styles of running text.
    """
    if labels[0].field != "section":
        return True
    if (
        _is_long_listing(labels, layout)
        or len(labels) < FEWEST_OCCURRENCES
        or not labels[0].key
        or _counts_through(labels, layout)
        or are_days(labels, layout)
    ):
        return False
    first = layout.blocks[labels[0].block]
    is_town = stands_alone(labels[0], layout) and is_town_and_country(first.text.text)
    if is_town or (stands_alone(labels[0], layout) and not _is_set_apart(labels, layout, texts)):
        return False
    if layout.body_style is None and len(labels) <= MOST_TITLE_PRINTS and _asks(labels[0], layout):
        return False
    if (
        len(labels) <= MOST_TITLE_PRINTS
        and len({_value(label, layout) for label in labels}) == 1
        and not stands_alone(labels[0], layout)
    ):
        return False
    if _BARE_NUMBER.match(first.text.text) and not stands_out(first, layout.body_style):
        return False
    if _are_numbers_of_things(labels, layout) or _stand_inside_lines(labels, layout) or _stand_beside_times(labels, layout):
        return False
    distances = sorted(b.block - a.block for a, b in itertools.pairwise(labels))
    return distances[len(distances) // 2] >= LEAST_SPREAD


def _numbered(layout: Layout) -> Iterator[Label]:
    """The headings of a dump that count anew in each record, whether they come back or not."""
    headings = find_numbered_headings([block.lines[0] for block in layout.blocks]) if not layout.report.is_pdf else frozenset()
    for block in layout.blocks if headings else ():
        label = alone(block) if block.lines[0].start in headings else None
        if label:
            yield label


def _asks(label: Label, layout: Layout) -> bool:
    return stands_alone(label, layout) and layout.blocks[label.block].text.text.endswith("?")


def _is_long_listing(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether lines with a comma and many words come back too seldom to be a label, or are set as the text is."""
    if not stands_alone(labels[0], layout) or ", " not in labels[0].key or len(labels[0].key.split()) <= MOST_LISTED_WORDS:
        return False
    return len(labels) < FEWEST_LONG_OCCURRENCES or not stands_out(layout.blocks[labels[0].block], layout.body_style)


def _stand_inside_lines(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether words before a colon begin a line by chance: more often, they stand in the middle of one."""
    printed = layout.blocks[labels[0].block].text.text[: labels[0].value_start].rstrip()
    return printed.endswith(":") and _printed_lines(layout).count(f" {printed} ") > len(labels)


@once
def _printed_lines(layout: Layout) -> str:
    """All lines of a report, without the space that a dump indents them by."""
    return layout.report.text if layout.report.is_pdf else "\n".join(line.text for line in layout.report.lines)


def _stand_beside_times(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether lines of a PDF stand beside times of day: breaks of a programme come back as labels do."""
    beside = (layout.blocks[label.block - 1] for label in labels if label.block and _is_beside_above(layout, label.block))
    return 2 * sum(is_time(block.text.text) for block in beside) > len(labels)


def _counts_through(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether labels are numbered on and on through the report (``Chapter 7``): those inside profiles begin anew in each.

    Of ``7.2`` the 2 does. A list of contents or a programme goes through all of them once before.
    """
    if "#" not in labels[0].key:
        return False
    numbers = [_COUNTING.search(layout.blocks[label.block].text.text[: label.end]) for label in labels]
    if not all(numbers):
        return False
    rising = sum(int(a[1]) < int(b[1]) for a, b in itertools.pairwise(numbers) if a and b)
    return rising >= COUNTING_SHARE * (len(labels) - 1)


def _are_numbers_of_things(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether lines that differ by a number do not count (``Project 1``, ``Project 2``): house numbers, postcodes."""
    texts = {layout.blocks[label.block].text.text[: label.end] for label in labels}
    numbers = [int(number) for text in texts for number in _COUNTING.findall(text)]
    return len(texts) > 1 and (max(numbers, default=0) > len(labels) or bool(_AMOUNTS.search(labels[0].key)))


def _value(label: Label, layout: Layout) -> str:
    """The text behind a label, as it is known again: without the dots and the number of a page that end it in a list.

    One that is nothing but a number is that number.
    """
    text = layout.blocks[label.block].text.text[label.value_start :]
    return _LEADERS.sub("", label_key(text)) or text.strip()


def _is_set_apart(labels: Sequence[Label], layout: Layout, texts: Container[Style | None]) -> bool:
    """Whether labels that stand alone are set unlike running text, in capitals, or most with space above them."""
    blocks = [layout.blocks[label.block] for label in labels]
    if layout.body_style is None or blocks[0].text.text.isupper() or blocks[0].text.text.endswith(":"):
        return True
    return blocks[0].style not in texts or sum(b.gap_lines >= LEAST_SPACE_LINES for b in blocks) > len(blocks) / 2


def _is_beside_above(layout: Layout, index: int) -> bool:
    """Whether a block stands in the row of the one before it, as a value does beside its label."""
    return layout.report.is_pdf and are_level(layout.blocks[index - 1].lines[-1], layout.blocks[index].lines[0])


def _is_less_than_above(layout: Layout, label: Label) -> bool:
    """Whether a label is set as the text is, and what stands before it is not: all records may say the same (``English``)."""
    above, block = layout.blocks[label.block - 1], layout.blocks[label.block]
    return stands_out(above, layout.body_style) and not stands_out(block, layout.body_style)


def _are_values(
    labels: Sequence[Label], found: Mapping[int, Label], keys: Mapping[str, int], possible: Mapping[int, bool], layout: Layout
) -> bool:
    """Whether what comes back is no label but what stands under one; ``keys`` says how often those found come back.

    Such a value stands right behind a commoner label, set as the body is, or runs into its text alone under one label: no
    other such beginning stands soon behind it. ``possible`` says of each block with what may be a label if it runs in.
    """
    if labels[0].field != "section" or contact_line_field(labels[0].key) is not None:
        return False
    above = Counter(found[i].key for i in (label.block - 1 for label in labels) if stands_alone(found.get(i), layout))
    if not stands_alone(labels[0], layout):
        if _are_places_of_others(labels, found, layout):
            return True
        lonely = sum(not _has_next(label.block, possible, layout) for label in labels)
        return bool(above) and min(above.most_common(1)[0][1], lonely) > len(labels) / 2
    commoner = sum(n for key, n in above.items() if keys[key] > len(labels))
    as_common = sum(n for key, n in above.items() if keys[key] == len(labels)) if _is_less_than_above(layout, labels[0]) else 0
    is_under_others = 2 * (commoner + as_common) > len(labels)
    if is_under_others and 2 * sum(_is_beside_above(layout, label.block) for label in labels) > len(labels):
        return True
    if is_under_others and _are_among_values(labels, above.most_common(1)[0][0], found, layout):
        return True
    if 2 * above.total() > len(labels) and _stand_over_addresses(labels, layout):
        return True
    if layout.body_style is None and commoner and _is_usual_under(labels, above, keys):
        return False
    body_like = layout.body_style is None or not stands_out(layout.blocks[labels[0].block], layout.body_style)
    return body_like and 2 * commoner > len(labels)


def _stand_over_addresses(labels: Sequence[Label], layout: Layout) -> bool:
    """Whether nearly all that stands under lines are electronic addresses: they are names, of whom to ask."""
    under = (layout.blocks[label.block + 1] for label in labels if label.block + 1 < len(layout.blocks))
    return sum(address_lines(block) > 0 for block in under) >= USUAL_SHARE * len(labels)


def _are_among_values(labels: Sequence[Label], above: str, found: Mapping[int, Label], layout: Layout) -> bool:
    """Whether other lines, most of which differ, stand in the same type under the label that these stand under."""
    own = {label.block for label in labels}
    style = layout.blocks[labels[0].block].style
    under = [i + 1 for i, label in found.items() if label.key == above and stands_alone(label, layout)]
    others = [layout.blocks[i] for i in under if i not in own and i < len(layout.blocks)]
    alike = {block.text.text for block in others if block.style == style}
    return style is not None and len(others) >= len(labels) and 2 * len(alike) > len(others)


def _values_under_labels(found: Mapping[int, Label], layout: Layout) -> list[int]:
    """The lines right under labels that come back elsewhere, too, and are set as values are.

    That is as most of what stands under labels, or as some of it and no label is but under others.
    """
    alone = [i for i, label in found.items() if stands_alone(label, layout)]
    under = Counter(layout.blocks[i + 1].style for i in alone if i + 1 < len(layout.blocks))
    values = Counter(layout.blocks[i + 1].style for i in alone if i + 1 < len(layout.blocks) and i + 1 not in found)
    counts = Counter(found[i].key for i in alone)
    set_so = Counter(layout.blocks[i].style for i in alone)
    over = [
        i for i in alone if stands_alone(found.get(i - 1), layout) and layout.blocks[i - 1].style != layout.blocks[i].style
    ]
    rarer = [i for i in over if counts[found[i - 1].key] > counts[found[i].key]]
    only_under = Counter(layout.blocks[i].style for i in rarer)

    def is_of_values(style: Style | None) -> bool:
        is_usual = under[style] >= max(FEWEST_UNDER, UNDER_SHARE * under.total())
        return is_usual or (values[style] >= FEWEST_UNDER and only_under[style] == set_so[style])

    return [i for i in rarer if (style := layout.blocks[i].style) is not None and is_of_values(style)]


def _has_next(block: int, possible: Mapping[int, bool], layout: Layout) -> bool:
    """Whether the next block that has what may be a label stands at most a value behind a block, and has more than that.

    Or it is set as that begins: of some labels the value stands in the same line, of others in one of its own.
    """
    after = next((i for i in range(block + 1, block + 1 + MOST_BEHIND) if i in possible), None)
    if after is None:
        return False
    first, other = (layout.blocks[index].lines[0].style for index in (block, after))
    return possible[after] or (first is not None and first == other and first.bold)


def _are_places_of_others(labels: Sequence[Label], found: Mapping[int, Label], layout: Layout) -> bool:
    """Whether towns before a colon stand in lists of related practices: where these are, not what is said of the profile's."""
    first = labels[0]
    if not find_name(layout.blocks[first.block].text.text[: first.end]).is_place:
        return False
    blocks = {label.block for label in labels}
    above = (next((i for i in range(block - 1, -1, -1) if i in found and i not in blocks), None) for block in blocks)
    return 2 * sum(i is not None and found[i].field == "related" for i in above) > len(labels)


def _is_usual_under(labels: Sequence[Label], above: Counter[str], keys: Mapping[str, int]) -> bool:
    """Whether what stands under a label is nearly always the same: values differ, and a heading has its first label there."""
    key, count = above.most_common(1)[0]
    return count >= USUAL_SHARE * max(keys[key], len(labels))
