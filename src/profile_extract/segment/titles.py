"""Which block of a profile names it: the first, unless a code, a place or a kind stands over the title in most profiles."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Container, Iterator, Mapping, Sequence

from profile_extract.answers import once
from profile_extract.gazetteer import find_country_code, find_places, is_town_and_country
from profile_extract.layout.bylines import names_someone
from profile_extract.layout.codes import FEWEST_COUNTED, counter_of, has_marked_name, is_code, is_when
from profile_extract.layout.contents import Contents, find_contents
from profile_extract.layout.timed import CLOCK, UNTIL
from profile_extract.lexicon import is_closed, label_key, names_title
from profile_extract.model import Style
from profile_extract.segment.forms import named_by_labels
from profile_extract.segment.rows import is_beside
from profile_extract.segment.shapes import is_prose, is_title_like
from profile_extract.structure import LARGER, Block, Label, Layout, stands_alone

USUAL_SHARE = 0.6
"""Share of profiles over whose titles the same kind of line stands, for it to be no title."""
REPEATED_IN_DUMP = 0.5
"""Share of profiles of a dump over which lines stand that come back, for these to name several profiles together."""
FEWEST_ALIKE = 3
"""Profiles of a dump that begin or end with the same line, for it to name none of them: a theme, which is of what follows."""
MOST_OF_THEME = 0.7
"""Share of the profiles of a dump that are of one theme, at most."""
LONGEST_LONE = 2
"""How many times as long as the longest theme that comes back one of a single profile is at most."""
FEWEST_LABELS_OVER = 2
"""Labels between a time and a title: one may begin a profile without a title."""
MOST_OVER_TITLE = 3
"""Lines over a title: a code and a place, or a day, its month and a kind."""
MOST_OVER_LISTED = 5
"""The same where the list of contents names the title: beside labels of facts, too."""
MOST_TIME_LINES = 2
"""Lines of a day and its time, in a narrow column beside the title."""
MOST_KICKER_CHARS = 60
"""Longest line over a title, in characters."""
MUCH_LARGER = 1.8
"""How much larger than a sentence, at least, a title is set for the sentence to stand over it; headings are up to 1.5."""
FEWEST_HEADLINE_WORDS, HEADLINE = 3, 1.3
"""Words of a headline under a place that is set as a large word, and its size as a multiple of the text's."""
KIND_MARKS = "·•|–—-"
"""What stands between a code and a kind."""
_ALWAYS_OVER = frozenset({"theme", "credit", "country"})
"""Kinds of lines that stand over titles where few profiles have one, too."""
_NUMBER = re.compile(r"(?:[^\W\d_]{1,4}[-.]? ?)?\d{1,4}[.:)]?|\(\w{0,4}\d{1,4}\)")
"""``7``, ``12.``, ``No. 3``, ``(A01)``: a number by itself."""
_PART_NUMBER = re.compile(r"(?:\d{1,2}\.){1,3}\d{1,2}\.?")
_COUNT = re.compile(r"(?P<series>[^\d.,;:!?]{0,12}(?:(?<=[A-Z])\d{1,2}[-.])?|\d{1,2}\.)(?P<number>\d{1,3})(?!\d|\.\d)")
"""The number a title begins with, a word, a code or a chapter before it: ``3.``, ``Project 3``, ``B2-03``, ``4.3``."""
LEAST_OF_SERIES = 2
"""Titles of each series of codes (``O1`` … ``P1`` …), on average, at least."""
_TIME = re.compile(rf"(?<![\w:.])(?:{CLOCK}{UNTIL}{CLOCK}|\d{{1,2}}(?:[:h]| h )\d{{2}}\b)(?!:)", re.IGNORECASE)
"""A time of day (``14:30``, ``14 h 30``), or from one to another (``9.00 – 9.45``, ``2pm to 3pm``)."""


def is_time(text: str) -> bool:
    """Whether a text is a time of day, or from one to another, and nothing else."""
    return _TIME.fullmatch(text) is not None


def is_number(text: str) -> bool:
    """Whether a text is the number, code or time of a record and nothing else."""
    return _NUMBER.fullmatch(text) is not None or is_time(text) or is_code(text) or is_timed_code(text)


def count_on(texts: Sequence[str]) -> bool:
    """Whether texts, which are not few, are numbered from 1 on, and none is left out: a list knows how many it has."""
    series = count_series(texts)
    return series > 0 and len(texts) >= max(FEWEST_COUNTED, LEAST_OF_SERIES * series)


def count_series(texts: Sequence[str]) -> int:
    """How many series some texts are, numbered from 1 on with none left out; 0 if they are not.

    Codes may begin again at 1 with another letter (``O1`` … ``O5``, ``P1`` …).
    """
    found = [_COUNT.match(text) for text in texts]
    begun: set[str] = set()
    last = 0
    for match in found:
        number = int(match["number"]) if match else 0
        if match and number == 1 and match["series"] not in begun and (match["series"].isupper() or not begun):
            begun.add(match["series"])
        elif number != last + 1 or not begun:
            return 0
        last = number
    return len(begun)


def counts_first(text: str, *, of_chapter: bool) -> bool:
    """Whether a text is numbered as the first of a series: ``of_chapter``, as the first part of a chapter."""
    match = _COUNT.match(text)
    return match is not None and int(match["number"]) == 1 and (not of_chapter or match["series"].endswith("."))


def is_timed_code(text: str) -> bool:
    """Whether a text is the code of a record and its time (``O2.1 10:15``)."""
    code, _, rest = text.partition(" ")
    return is_code(code) and is_time(rest.lstrip())


def is_part_number(text: str) -> bool:
    """Whether a text is the number of a part of a chapter (``2.1``); by type a PDF tells these from prices and times."""
    return bool(_PART_NUMBER.fullmatch(text))


def is_code_and_kind(text: str) -> bool:
    """Whether a text is a code and, behind a mark, what kind of record it is of (``P12 · Posters``)."""
    code, mark, rest = (*text.split(" ", 2), "", "")[:3]
    return len(mark) == 1 and mark in KIND_MARKS and bool(rest) and len(text) <= MOST_KICKER_CHARS and is_code(code)


def is_under_number(layout: Layout, block: Block) -> bool:
    """Whether a word stands in a column right under a larger number: the month of a day, with nothing else beside a text."""
    above = layout.blocks[block.index - 1] if block.index else block
    is_word = len(block.lines) == 1 and " " not in block.text.text
    is_near = above.column == block.column and above.gap_lines == math.inf
    return is_word and is_near and _is_kicker(block, above) and is_number(above.text.text)


def find_title_offsets(layout: Layout, labels: dict[int, Label], spans: Sequence[range]) -> list[int]:
    """For each profile the place of its title among its blocks."""
    named = named_by_labels(layout, labels, spans)
    if named is not None:
        return named
    firsts = [layout.blocks[span.start] for span in spans if span]
    is_dump = layout.body_style is None
    groups = _group_names(firsts) | names_at_edges(layout, spans) if is_dump else _group_styles(firsts)
    kinds = [list(_kinds_over(layout, labels, span, groups)) for span in spans]
    usual = Counter(kind for over in kinds for kind in set(over))
    kept = {kind for kind, count in usual.items() if count >= USUAL_SHARE * len(spans) or kind in _ALWAYS_OVER}
    offsets = [next((n for n, kind in enumerate(over) if kind not in kept), len(over)) for over in kinds]
    if is_dump:
        offsets = _under_labels(layout, labels, spans, offsets)
    themed = [n for n, over in enumerate(kinds) if is_dump and "theme" in over]
    return _under_lone_themes(layout, labels, spans, offsets, themed)


def _under_labels(layout: Layout, labels: Container[int], spans: Sequence[range], offsets: Sequence[int]) -> list[int]:
    """The places of titles of a dump, moved under the labels that stand over them, where most profiles begin so.

    Programmes have the time of a talk, its code and its topics over its title: times begin the profiles, and no title.
    """
    found = [_below_labels(layout, labels, span) for span in spans]
    if sum(n > 0 for n in found) < USUAL_SHARE * len(spans):
        return list(offsets)
    return [below or offset for below, offset in zip(found, offsets, strict=True)]


def _below_labels(layout: Layout, labels: Container[int], span: range) -> int:
    """The place of the title behind a number or a time and several labels, short lines between them; 0 where there is none."""
    if not span or _kind_of_words(layout.blocks[span.start]) not in {"number", "time"}:
        return 0
    last = seen = 0
    for n, i in enumerate(span[1:], 1):
        if i in labels:
            last, seen = n, seen + 1
        elif n > last + 1 or not _is_short(layout.blocks[i]):
            break
    title = layout.blocks[span.start + last + 1 : span.start + last + 2]
    is_one = bool(title) and title[0].index in span and is_title_like(title[0], None) and not is_prose(title[0], None)
    return last + 1 if seen >= FEWEST_LABELS_OVER and is_one else 0


def _under_lone_themes(
    layout: Layout, labels: Container[int], spans: Sequence[range], offsets: Sequence[int], themed: Sequence[int]
) -> list[int]:
    """The places of titles of a dump, moved under the first line where most profiles begin with a theme that comes back.

    A theme may be of one profile only: as many short lines as these have over their texts or labels tell that there is one,
    if the first is not much longer than the longest of them.
    """
    if len(themed) < max(FEWEST_ALIKE, REPEATED_IN_DUMP * len(spans)):
        return list(offsets)
    sizes = [_short_lines(layout, labels, span) for span in spans]
    usual, place = Counter((sizes[n], offsets[n]) for n in themed).most_common(1)[0][0]
    firsts = [len(layout.blocks[span.start].text.text) for span in spans]
    longest = LONGEST_LONE * max(firsts[n] for n in themed)
    found = zip(spans, offsets, sizes, firsts, strict=True)
    return [
        place if offset == 0 and size == usual and first <= longest and place < len(span) else offset
        for span, offset, size, first in found
    ]


def _short_lines(layout: Layout, labels: Container[int], span: range) -> int:
    """How many blocks a profile begins with before its first text or label."""
    ends = (n for n, i in enumerate(span) if i in labels or is_prose(layout.blocks[i], None))
    return next(ends, len(span))


def with_listed(
    layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], offsets: Sequence[int], listed: Collection[str]
) -> list[int]:
    """The places of titles, lower down where the list of contents names a line there, if it does so in most profiles.

    It may name two: a group begins with the first of its profiles. Titles say more. The value of a label is none.
    """

    def is_listed(index: int) -> bool:
        is_value = stands_alone(labels.get(index - 1), layout)
        return not is_value and label_key(layout.blocks[index].text.text) in listed

    spans = spans if listed else ()
    found = [[n for n, index in enumerate(span[:MOST_OVER_LISTED]) if is_listed(index)] for span in spans]
    if sum(map(bool, found)) < max(1, USUAL_SHARE * len(spans)):
        return list(offsets)
    both = [(span.start + at[0], span.start + at[-1]) for span, at in zip(spans, found, strict=True) if len(at) > 1]
    first, last = (sum(len(layout.blocks[pair[side]].text.text) for pair in both) for side in (0, 1))
    side = -1 if last > first else 0
    return [max(at[side], offset) if at else offset for at, offset in zip(found, offsets, strict=True)]


def _group_styles(firsts: Sequence[Block]) -> frozenset[Style | None]:
    """The styles of first lines most of which come back over several profiles: a town or a theme names none of them."""
    named = [block for block in firsts if _kind_of_words(block) != "number"]
    counts = Counter(label_key(block.text.text) for block in named)
    repeated = [block.style for block in named if counts[label_key(block.text.text)] > 1]
    return frozenset(repeated if len(repeated) >= USUAL_SHARE * len(firsts) else ())


def _group_names(firsts: Sequence[Block]) -> frozenset[str]:
    """The same of a dump: what these lines say, and if some of them are towns, all that are."""
    keys = [label_key(block.text.text) for block in firsts]
    counts = Counter(keys)
    if sum(counts[key] > 1 for key in keys) < REPEATED_IN_DUMP * len(keys):
        return frozenset()
    towns = {key for key in keys if find_places(key)}
    repeated = {key for key in keys if counts[key] > 1}
    return frozenset(repeated | towns if towns & repeated else repeated)


def names_at_edges(layout: Layout, spans: Sequence[range]) -> frozenset[str]:
    """What lines say that profiles of a dump begin or end with over and over: one of several themes, no address."""
    edges = {index for span in spans for index in (span.start, span.stop - 1, span.stop) if index < len(layout.blocks)}
    blocks = [layout.blocks[index] for index in edges]
    counts = Counter(label_key(block.text.text) for block in blocks if _may_be_theme(block))
    firsts = {label_key(layout.blocks[span.start].text.text) for span in spans}
    themes = {key for key, count in counts.items() if FEWEST_ALIKE <= count <= MOST_OF_THEME * len(spans)}
    return frozenset(themes if len(themes) > 1 and themes & firsts else ())


def _may_be_theme(block: Block) -> bool:
    """Whether a line, which has no numbers in it but those of a code, may say what several profiles are about."""
    text = block.text.text
    has_number = any(map(str.isdecimal, text)) and not is_code(text.partition(" ")[0])
    return _is_short(block) and not has_number and is_title_like(block, None)


def _kinds_over(layout: Layout, labels: dict[int, Label], span: range, groups: Container[Style | str | None]) -> Iterator[str]:
    """What kind of line each block is that may stand over the title, from the first on.

    ``groups`` are the styles of lines that name several profiles together, if a line that is as large stands under them; of
    a dump, what such lines say.
    """
    for index in span[:MOST_OVER_TITLE]:
        if index + 1 not in span or index + 1 in labels:
            return
        block, below = layout.blocks[index], layout.blocks[index + 1]
        if sure := _sure_kind(layout, index, span):
            yield sure
            continue
        if _is_of_picture(below) and index + 2 in span:
            below = layout.blocks[index + 2]
        is_over_number = block.style is None and _kind_of_words(below) == "number"
        if is_prose(below, layout.body_style) or not (is_over_number or is_title_like(below, layout.body_style)):
            return
        is_group = block.style in groups and _is_no_larger(block, below)
        is_over = is_group or _is_kicker(block, below)
        if _is_code_and_names(block, below) or (index > span.start and _are_marked_names(block, below)):
            yield "code and names"
            continue
        is_theme = block.style is None and label_key(block.text.text) in groups
        is_place = block.style is None and is_town_and_country(block.text.text)  # styles would tell a title
        is_country = block.style is None and _is_country_over(layout, block, below)
        kind = (
            ("kicker" if is_over else None)  # of one kind, whatever it says: a year, or a town and a year
            or _kind_of_words(block)
            or ("theme" if is_theme else None)
            or ("place" if is_place else None)
            or ("country" if is_country else None)
        )
        if kind is None and index > span.start and is_under_number(layout, block):
            kind = "month"
        if kind is None:
            return
        yield kind


def _sure_kind(layout: Layout, index: int, span: range) -> str | None:
    """The kind of a line that is no title whatever stands under it: a number beside one, a credit, a place over a headline."""
    block = layout.blocks[index]
    if _kind_of_words(block) == "number" and is_beside(block, layout.blocks[index + 1]):
        return "number"
    if layout.body_style is not None and index + 2 in span and _is_beside_time(layout, index):
        return "beside time"
    if index > span.start and _is_of_picture(block):
        return "credit"
    return _place_over_headline(layout, index, span)


def _is_beside_time(layout: Layout, index: int) -> bool:
    """Whether a time of day ends the row of a block, over a title: else the block is the title itself."""
    block, time, title = (layout.blocks[index + step] for step in range(3))
    is_title = is_title_like(title, layout.body_style) and not is_prose(title, layout.body_style)
    return is_title and is_time(time.text.text) and is_beside(block, time)


def _place_over_headline(layout: Layout, index: int, span: range) -> str | None:
    """``place`` for a line of a PDF that is one in much larger type over a headline, ``country`` for that between them.

    The headline is larger than the text, and says several words. None for any other line.
    """
    first, block, body = layout.blocks[span.start], layout.blocks[index], layout.body_style
    if first.style is None or body is None or not find_places(first.text.text):
        return None
    if block is not first and not find_country_code(block.text.text):
        return None
    under = (layout.blocks[i] for i in range(index + 1, min(index + MOST_OVER_TITLE, span.stop)))
    headline = next((below for below in under if not find_country_code(below.text.text)), first)
    size_pt = layout.sizes_pt[headline.index]
    is_headline = size_pt > HEADLINE * body.size_pt and len(headline.text.text.split()) >= FEWEST_HEADLINE_WORDS
    if not is_headline or first.style.size_pt < MUCH_LARGER * size_pt:
        return None
    return "place" if block is first else "country"


def _is_country_over(layout: Layout, block: Block, below: Block) -> bool:
    """Whether a line is a country over a title: no title that the list of contents names, or over an author."""
    if find_country_code(block.text.text) is None or names_someone(below.text.text):
        return False
    return label_key(block.text.text) not in contents_of(layout).names


def contents_of(layout: Layout) -> Contents:
    """The list of contents of a report."""
    return find_contents(layout.report)


def _is_of_picture(block: Block) -> bool:
    """Whether a block is the caption or the credit of a picture, which may stand between a kicker on it and the title."""
    return _is_short(block) and block.is_of_picture


@once
def _kind_of_words(block: Block) -> str | None:
    """What kind of line over a title a block is by its words; None where they do not tell."""
    text = block.text.text
    if names_title(text):
        return "label"
    if is_number(text) or (block.style is None and is_part_number(text)):
        return "number"
    if counter := counter_of(text):
        return f"number of {counter[0]}"
    if block.style is None and is_code_and_kind(text):
        return "code"
    is_short = len(block.lines) <= MOST_TIME_LINES and len(text) <= MOST_KICKER_CHARS
    return "time" if is_short and (_TIME.search(text) or (block.style is None and is_when(text))) else None


def _is_kicker(block: Block, below: Block) -> bool:
    """Whether a short line is set visibly smaller than the one under it, or a sentence much smaller: what it is about."""
    a, b = block.style, below.style
    if a is None or b is None or b.size_pt <= LARGER * a.size_pt:
        return False
    return _is_short(block) or (b.size_pt > MUCH_LARGER * a.size_pt and is_closed(block.text.text))


def _is_code_and_names(block: Block, below: Block) -> bool:
    """Whether a line is a code and names over one that is larger and bold (``A1-02 Tanaka, H.``): authors over their title.

    In a dump, which has no type, over any that names nobody.
    """
    a, b = block.lines[-1].style, below.style
    first, _, rest = block.text.text.partition(" ")
    is_over = b.size_pt > a.size_pt and b.bold if a and b else not names_someone(below.text.text)
    return is_over and is_code(first) and names_someone(rest)


def _are_marked_names(block: Block, below: Block) -> bool:
    """Whether a line of a dump is names with the marks of notes, over one that names nobody: authors under a code."""
    return block.style is None and has_marked_name(block.text.text) and not names_someone(below.text.text)


def _is_no_larger(block: Block, below: Block) -> bool:
    """Whether a short line is set no larger than the one under it; never in text input."""
    a, b = block.style, below.style
    return _is_short(block) and a is not None and b is not None and a.size_pt <= b.size_pt


def _is_short(block: Block) -> bool:
    return block.is_one_row and len(block.text.text) <= MOST_KICKER_CHARS
