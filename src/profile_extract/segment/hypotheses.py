"""Ways in which a report may be cut into profiles, each from another kind of sign; none is trusted by itself."""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence, Set
from functools import cache
from operator import attrgetter

from profile_extract.answers import once
from profile_extract.layout.address_lines import is_address_line, is_of_address, is_reached
from profile_extract.layout.codes import PERSON_NAME, code_lines, counting, has_marked_name, is_names
from profile_extract.layout.contents import Contents
from profile_extract.lexicon import contact_line_field, label_key, names_title
from profile_extract.segment.announced import find_announced, find_before_labels
from profile_extract.segment.forms import sheets
from profile_extract.segment.headings import chapters_listed, ended_by, headings_of_matter, heads_of_groups, without_covers
from profile_extract.segment.lifting import FEWEST_RECORDS, moved_up
from profile_extract.segment.named import find_in_contents, find_in_outline
from profile_extract.segment.other_records import under_related
from profile_extract.segment.preferences import worth_of
from profile_extract.segment.regularity import Records, labels_of, score
from profile_extract.segment.rows import FEWEST_COLUMNS, are_level, find_rows
from profile_extract.segment.shapes import (
    is_alike,
    is_prose,
    is_title_like,
    kinds,
    stands_out,
)
from profile_extract.segment.titles import count_on, counts_first, is_number
from profile_extract.segment.two_parts import with_two_parts
from profile_extract.segment.unstyled import find_unstyled, has_lost_capitals
from profile_extract.structure import LARGER, Block, Hypothesis, Label, Layout, stands_alone

MOST_OVER_CODE = 6
"""Blocks between the top of a record and its code: a title, and names of people with what they belong to."""
DIFFERENT_SHARE = 0.5
"""Share of the titles that begin with a word and a number that differ: hours and amounts come back."""
SAME_IN_LIST = 24
"""Characters in which a line of a list of contents and a title agree; the rest of it may be cut off."""
MOST_LISTED, FEWEST_LISTED = 8, 2
"""Headings in a list of contents, at most, and titles under one at least."""
MOST_GAP_LINES = 0.5
"""Space between a quote and the name under it, in lines beyond the usual distance."""
_QUOTED_SENTENCE = re.compile(r"^[“«„].*[.!…]\s?[”»“]\.?$|^[“«„].*[”»“]\.$")
_SIGNATURE = re.compile(rf"(?:[–—-] ?)?{PERSON_NAME}(?:,|$)")
_NAME = re.compile(rf"(?:(?:Dr|Prof|Ing|Mag|Mrs?|Ms)\.? )*{PERSON_NAME}")
_MARKED_WORD = re.compile(r"\d{1,2}[^\W\d_a-z][^\W\d_]{2}")
_NUMBERED = re.compile(r"[^\W\d_][^\d:.;!?]{0,30}\d+(?=[\s.:–—-])")
"""A beginning that counts: ``Case study 3: …``, ``Practice 12 – …``."""


def find_hypotheses(
    layout: Layout, labels: dict[int, Label], contents: Contents, examples: Sequence[Block] = ()
) -> list[Hypothesis]:
    """All cuts worth considering, the most regular first; with ``examples`` of titles also one by their look."""
    found: dict[tuple[str, tuple[int, ...]], Hypothesis] = {}
    records = cache(lambda starts, end: Records(layout, labels_of(labels, starts), starts, end))
    trimmed = cache(lambda starts: records(starts, len(layout.blocks)).without_outliers())
    quality = cache(lambda starts, end: round(score(records(starts, end)), 4))
    groups = cache(lambda starts, end: heads_of_groups(records(starts, end)))
    matter = headings_of_matter(layout)
    opening_of = cache(lambda candidates: _opening(layout, without_covers(layout, matter, candidates)))
    top_of = cache(lambda opening: moved_up(layout, labels, opening))
    related = under_related((i for i, label in labels.items() if label.field == "related"), labels)
    chapters = [index for index in chapters_listed(layout, contents) if index not in related]
    by_example = [("title.example", list(_like_examples(layout, labels, examples)))] if examples else []
    for rule, blocks in (*_candidates(layout, labels, contents), *by_example):
        candidates = _without_names(layout, _without_related(layout, related, sorted({block.index for block in blocks})))
        opening = opening_of(tuple(candidates))
        starts = top_of(opening)
        if len(starts) < FEWEST_RECORDS:
            continue
        starts, behind = trimmed(tuple(starts))
        heads = groups(starts, behind[0] if behind else len(layout.blocks))
        if heads:
            starts, more = trimmed(tuple(start for start in starts if start not in heads))
            behind = (*more, *behind)
        inside = {label_key(layout.blocks[i].text.text) for i in matter if starts[0] < i < starts[-1]}
        behind_all = (i for i in candidates if i > starts[-1] and i in matter)
        last = next((i for i in behind_all if label_key(layout.blocks[i].text.text) not in inside), len(layout.blocks))
        headings = {i for i in candidates if starts[0] < i < starts[-1] or i == last} - set(opening) | heads
        ended = list(ended_by(chapters, starts))
        breaks = tuple(sorted({*headings, *behind, *ended}))
        if len(starts) >= FEWEST_RECORDS and (rule, starts) not in found:
            end = min((*behind, last, *(i for i in ended if i > starts[-1])))
            worth = worth_of(rule, has_labels=bool(records(starts, end).labels))
            found[rule, starts] = Hypothesis(rule, starts, breaks, round(worth * quality(starts, end), 4))
    return with_two_parts(layout, sorted(found.values(), key=lambda h: (-h.score, h.rule, h.starts)))


def _candidates(layout: Layout, labels: dict[int, Label], contents: Contents) -> Iterator[tuple[str, list[Block]]]:
    known = _sizes_of_labels(layout, labels)
    may_be = (block for block in layout.blocks if is_title_like(block, layout.body_style))
    is_other = attrgetter("is_of_picture") if layout.report.is_pdf else _is_other_in_dump
    returns = Counter(block.text.text for block in layout.blocks if block.text.text.endswith(":"))
    of_others = (
        is_other,
        lambda block: returns[block.text.text] > 1,
        lambda block: _is_office_holder(block, layout),
        lambda block: _is_signed_quote(block, layout),
    )
    title_like = [block for block in may_be if not any(test(block) for test in of_others)]
    items = {*_items_under_labels(layout, labels), *_values_beside_labels(layout, labels)}
    titles = [b for b in title_like if b.index not in labels and b.index not in items and not _says_label(b, layout, known)]
    for name, kind in kinds(layout.body_style is not None).items():
        groups: dict[Hashable, list[Block]] = defaultdict(list)
        for block in titles:
            if stands_out(block, layout.body_style) or block.bullet is not None:
                groups[kind(block)].append(block)
        for key in sorted(groups, key=repr):
            yield f"title.{name}", groups[key]
    yield from (("title.numbered", blocks) for blocks in (*_figured(titles, layout), *_whole_series(layout)))
    numbered: dict[str, list[Block]] = defaultdict(list)
    for block in title_like:
        match = _NUMBERED.match(block.text.text)
        if match and contact_line_field(match.group().partition(" ")[0]) is None:
            numbered[label_key(match.group())].append(block)
    for key in sorted(numbered):
        if len({block.text.text.casefold() for block in numbered[key]}) >= DIFFERENT_SHARE * len(numbered[key]):
            yield "title.numbered", numbered[key]
    yield "title.code", list(_over_codes(layout))
    yield "title.page-start", list(_page_starts(layout, titles))
    yield "title.column-start", [block for block in titles if block.gap_lines == math.inf]
    apart = [block for block in titles if block.gap_lines >= 1.0]
    yield "title.gap", [block for block in apart if layout.body_style is not None or not is_names(block.text.text)]
    yield "title.row", list(_first_cells(layout, labels))
    yield "title.outline", list(find_in_outline(layout, titles))
    yield "title.contents", find_in_contents(layout, titles, labels, contents)
    yield from (("title.label", blocks) for blocks in find_announced(layout, labels))
    yield "title.form", list(sheets(layout, labels))
    yield "title.before-labels", find_before_labels(layout, labels, titles)
    if layout.body_style is None:
        yield from find_unstyled(layout, labels, titles)
        yield "title.bullet", [block for block in apart if block.bullet is not None]
        yield "title.bullet", [block for block in titles if block.bullet is not None]


def _sizes_of_labels(layout: Layout, labels: Mapping[int, Label]) -> dict[str, float]:
    """The largest type that each label is set in, in points, by its key."""
    sizes: dict[str, float] = {}
    for index, label in labels.items():
        sizes[label.key] = max(sizes.get(label.key, 0.0), layout.sizes_pt[index])
    return sizes


def _says_label(block: Block, layout: Layout, sizes: Mapping[str, float]) -> bool:
    """Whether a block says what a label says, in no larger type: a title may say what a value of some others does."""
    size = sizes.get(label_key(block.text.text))
    return size is not None and layout.sizes_pt[block.index] <= LARGER * size


def _first_cells(layout: Layout, labels: dict[int, Label]) -> Iterator[Block]:
    """The first cells of the rows of tables whose columns have heads, or numbers before them: directories are made so."""
    heads = {index for index, label in labels.items() if label.field == "column"}
    if not any(heads.issuperset(range(head, head + FEWEST_COLUMNS)) for head in heads):
        return
    rows = [row for row in find_rows(layout) if len(row) >= FEWEST_COLUMNS and row[0].index not in labels]
    width = Counter(map(len, rows)).most_common(1)[0][0] if rows else 0
    for row in (row for row in rows if len(row) == width):
        if is_title_like(row[1] if is_number(row[0].text.text) else row[0], layout.body_style):
            yield row[0]


def _figured(titles: Sequence[Block], layout: Layout) -> Iterator[list[Block]]:
    """Titles in one type that begin with a figure (a time, a number), where other lines in that type do not."""
    groups: dict[Hashable, list[Block]] = defaultdict(list)
    for block in titles:
        if block.style is not None and stands_out(block, layout.body_style):
            groups[block.style.font, round(block.style.size_pt)].append(block)
    for key in sorted(groups, key=repr):
        figured = [block for block in groups[key] if block.text.text[:1].isdecimal()]
        if FEWEST_RECORDS < len(figured) < len(groups[key]):
            yield figured


def _whole_series(layout: Layout) -> Iterator[list[Block]]:
    """Blocks that begin with codes of a series of which none is left out, in whatever type each was set.

    A list of contents before them may have the codes, too, and some of them in one block. In a dump they are the parts of
    a chapter (``4.1``): other codes there stand over titles as well, and are found by that.
    """
    for places in counting([block.text.text for block in layout.blocks]):
        found = [layout.blocks[place] for place in places]
        texts = [block.text.text for block in found]
        begun = (n for n, text in enumerate(texts) if counts_first(text, of_chapter=not layout.report.is_pdf))
        yield from (found[n:] for n in begun if count_on(texts[n:]))


def _like_examples(layout: Layout, labels: dict[int, Label], examples: Sequence[Block]) -> Iterator[Block]:
    """Title-like blocks set as the examples are; only the examples themselves in text input."""
    chosen = {block.index for block in examples}
    for block in layout.blocks:
        is_alike_one = block.style is not None and any(is_alike(block, example) for example in examples)
        if block.index in chosen or (is_alike_one and block.index not in labels and is_title_like(block, layout.body_style)):
            yield block


def _is_other_in_dump(block: Block) -> bool:
    """Whether what may be a title by its form is none in a dump, which has no type to tell it."""
    return block.is_of_picture or _is_name_over_address(block) or _is_affiliation(block)


def _is_signed_quote(block: Block, layout: Layout) -> bool:
    """Whether a block of a PDF is a sentence in quotation marks, and the name of who said it stands under it, set smaller.

    A title in quotation marks over the name of its author ends in no full stop.
    """
    if block.style is None or not _QUOTED_SENTENCE.match(block.text.text) or block.index + 1 == len(layout.blocks):
        return False
    below = layout.blocks[block.index + 1]
    if below.style is None:
        return False
    is_under = below.page == block.page and below.gap_lines < MOST_GAP_LINES and below.style.size_pt < block.style.size_pt
    return is_under and _SIGNATURE.match(below.text.text) is not None


def _is_office_holder(block: Block, layout: Layout) -> bool:
    """Whether a block is what somebody is, a colon, and the name of who is it in bold (``Chair: Ada Berg``), over an address.

    ``Project 3: Silent Streets`` is a title.
    """
    line = block.lines[0]
    if len(line.runs) < 2 or line.runs[0].style.bold or not line.runs[1].style.bold:
        return False
    said, name = line.text[: line.runs[1].offset].rstrip(), line.text[line.runs[1].offset :].strip()
    if not said.endswith(":") or _NAME.fullmatch(name) is None:
        return False
    below = [line.text for other in layout.blocks[block.index + 1 : block.index + 2] for line in other.lines]
    return any(is_of_address(text) or is_address_line(text) for text in below)


def _is_name_over_address(block: Block) -> bool:
    """Whether a block of a dump ends in an electronic address or a telephone number: whom to ask, and how."""
    return len(block.lines) > 1 and is_reached(block.lines[-1].text.strip())


def _is_affiliation(block: Block) -> bool:
    """Whether a block of a dump begins with the mark of a note that has been set beside a word: what an author belongs to."""
    return bool(_MARKED_WORD.match(block.text.text))


def _items_under_labels(layout: Layout, labels: dict[int, Label]) -> Iterator[int]:
    """Indices of the items of a list under a label: short ones look like titles."""
    is_inside = False
    for block in layout.blocks:
        if block.index in labels:
            is_inside = stands_alone(labels[block.index], layout)
        elif is_inside and block.bullet is not None:
            yield block.index
        else:
            is_inside = False


def _values_beside_labels(layout: Layout, labels: dict[int, Label]) -> Iterator[int]:
    """Indices of the blocks that stand on the baseline of a label, which does not say that what is beside it is the title."""
    for index, label in labels.items():
        block, after = layout.blocks[index], layout.blocks[index + 1 : index + 2]
        if after and stands_alone(label, layout) and not names_title(label.key):
            yield from (value.index for value in after if are_level(block.lines[-1], value.lines[0]))


def _over_codes(layout: Layout) -> Iterator[Block]:
    """The title over each code of a series that stands on a line of its own, names of people between them."""
    alone = [block for block in layout.blocks if len(block.lines) == 1]
    for code in code_lines([block.lines[0] for block in alone]):
        index = alone[code].index
        top = index
        while top > 0 and index - top < MOST_OVER_CODE and layout.blocks[top].gap_lines <= 0:
            top -= 1
        if top < index:
            yield layout.blocks[top]


def _page_starts(layout: Layout, titles: Sequence[Block]) -> Iterator[Block]:
    """Title-like blocks with which a page begins, of the pages with a running header where there are any such."""
    headed = {item.line.page for item in layout.furniture if item.rule == "furniture.header"}
    first: dict[int, int] = {}
    for block in layout.blocks:
        first.setdefault(block.page, block.index)
    of_dump = [layout.blocks[index] for index in first.values() if has_lost_capitals(layout, index)]
    for block in (*titles, *of_dump):
        if first[block.page] == block.index and (not headed or block.page in headed):
            yield block


def _opening(layout: Layout, candidates: Sequence[int]) -> tuple[int, ...]:
    """The candidates that may begin a record."""
    return tuple(_without_lists(layout, list(_without_empty(candidates))))


def _without_related(layout: Layout, related: Set[int], starts: Sequence[int]) -> Sequence[int]:
    """Without the titles of other records that one lists as related to it: each comes twice, here under the list's label."""
    if related.isdisjoint(starts):
        return starts
    keys = {start: label_key(layout.blocks[start].text.text) for start in starts}
    counts = Counter(keys.values())
    return [start for start in starts if start not in related or counts[keys[start]] == 1]


def _without_names(layout: Layout, starts: Sequence[int]) -> list[int]:
    """Without the names of authors right under a start, set as titles are: they have the marks of notes."""
    known = set(starts)
    near = (start for start in starts if start - 1 in known or start + 1 in known)
    bylines = {start for start in near if has_marked_name(layout.blocks[start].text.text)}
    titles = known - bylines
    return [start for start in starts if start not in bylines or start - 1 not in titles]


def _without_lists(layout: Layout, starts: Sequence[int]) -> Iterator[int]:
    """Without the first starts of a PDF under which titles of others are listed, and no text: headings in a list of contents.

    A record may list others that are related to it.
    """
    if layout.body_style is None:
        yield from starts
        return
    titles = {_key_in_list(layout.blocks[start].text.text) for start in starts}
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else start
        under = layout.blocks[start + 1 : stop] if number < MOST_LISTED else ()
        texts = (block for block in under if titles.isdisjoint(_keys_in_list(block)))
        has_text = any(is_prose(block, layout.body_style) for block in texts)
        if has_text or len(titles.intersection(itertools.chain.from_iterable(map(_keys_in_list, under)))) < FEWEST_LISTED:
            yield start


@once
def _keys_in_list(block: Block) -> Set[str]:
    return {_key_in_list(line.text) for line in block.lines}


def _key_in_list(text: str) -> str:
    return label_key(text)[:SAME_IN_LIST]


def _without_empty(starts: Sequence[int]) -> Iterator[int]:
    """Without starts that another one follows at once: headings of a group set like its titles."""
    for start, after in itertools.zip_longest(starts, starts[1:]):
        if after is None or after > start + 1:
            yield start
