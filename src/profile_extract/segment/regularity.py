"""How regularly a set of boundaries cuts a report into records that are alike.

After Embley, Jiang and Ng, *Record-Boundary Discovery in Web Documents* (SIGMOD 1999), where independent heuristics
(repeating patterns, regular record size, identifiable separators …) are combined by certainty factors. Typographic
kinds stand in for their HTML tags. Each measure below is between 0 and 1; the cut is as good as their weighted mean.
"""

from __future__ import annotations

import math
import statistics
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Hashable, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

from profile_extract.answers import once
from profile_extract.layout.address_lines import tells_where
from profile_extract.layout.codes import is_code
from profile_extract.lexicon import label_key, names_matter
from profile_extract.model import Style
from profile_extract.segment.rows import FEWEST_COLUMNS, is_beside
from profile_extract.segment.shapes import (
    FEWEST_ADDRESS_LINES,
    address_lines,
    follower,
    higher_size_pt,
    is_alike,
    is_prose,
    is_quoted,
    is_title_like,
    prominence,
    stands_in_quotes,
    stands_out,
)
from profile_extract.segment.titles import count_on, find_title_offsets, is_number
from profile_extract.structure import Block, Label, Layout, stands_alone

WEIGHTS = {
    "labels": 3.0,
    "order": 1.0,
    "follower": 2.0,
    "content": 3.0,
    "title": 1.0,
    "prominence": 2.0,
    "look": 2.0,
    "distinct": 2.0,
    "size": 1.0,
    "coverage": 1.5,
    "count": 1.5,
}
"""How much each measure counts; the labels and the content of records are what readers go by."""
EXPECTED_SHARE = 0.6
"""What this share of records has, the first one is expected to have."""
DIRECTORY_SHARE = 0.8
"""Share of records with an electronic address from which on one is all that an entry needs."""
OWN_SHARE = 0.5
"""Share of records that have a label set larger than titles, for it not to be the heading of a chapter (``Session 3: …``)."""
LONGEST_PLAIN_CHARS = 10_000
"""Median length of records without labels from which they are chapters, in characters: four pages; abstracts have 2,000."""
SENTENCE = 0.2
"""What a title is worth that may as well be a sentence of the text."""
CHAPTERS = 0.5
"""What the regularity of chapters is worth."""
FEWEST_FACTS = 2
"""Labels with their values of a record that consists of nothing else."""
BLOCKS_A_RECORD = 3
"""Blocks of the smallest record: a title, a line under it, a text. A finer cut explains more of a report."""
CERTAIN_RECORDS = 4
"""From as many records on, likeness is no chance; fewer count less."""
RARE_SHARE = 0.2
"""Returns of the commonest label for each record, up to which the labels are none of the records'."""


def labels_of(labels: dict[int, Label], starts: Sequence[int]) -> dict[int, Label]:
    """The labels, if the records that begin at some blocks have them; none where each comes back far too seldom.

    They are of something else then, of a programme before the records, or head groups of these. Of few records one may have
    a label that the others lack.
    """
    if not labels:
        return labels
    most = Counter(label.key for label in labels.values()).most_common(1)[0][1]
    return labels if most > RARE_SHARE * len(starts) or RARE_SHARE * len(starts) <= 1.0 else {}


@dataclass(frozen=True)
class Records:
    """A report cut before certain blocks, with what is needed to compare the records.

    The last record ends before block ``end``, or with the report where that is None.
    """

    layout: Layout
    labels: dict[int, Label]
    starts: Sequence[int]
    end: int | None = None

    @cached_property
    def spans(self) -> list[range]:
        """Block indices of each record: up to the next one, or to a heading of a higher level than its title."""
        ends = (self._before_higher_heading(title, b) for title, (_, b) in zip(self.titles, self._edges(), strict=True))
        return [range(a, end) for a, end in zip(self.starts, ends, strict=True)]

    @cached_property
    def titles(self) -> list[int]:
        """Index of the block that names each record: the first, or what a code or a kicker stands over."""
        offsets = find_title_offsets(self.layout, self.labels, [range(a, b) for a, b in self._edges()])
        return [start + offset for start, offset in zip(self.starts, offsets, strict=True)]

    def _edges(self) -> list[tuple[int, int]]:
        ends = [*self.starts[1:], len(self.layout.blocks) if self.end is None else self.end]
        return list(zip(self.starts, ends, strict=True))

    def _before_higher_heading(self, start: int, end: int) -> int:
        """The record's end: a heading of a chapter, or ``end``. What has a label of theirs behind it is none, nor a quote."""
        blocks, body = self.layout.blocks, self.layout.body_style
        larger = self.layout.larger_than(higher_size_pt(blocks[start]))
        inside = larger[bisect_right(larger, start) : bisect_left(larger, end)]
        if not inside:  # nearly always
            return end
        own = (i for i in self._labelled(range(start + 1, end)) if self.labels[i].key in self._own_labels)
        behind = inside[bisect_right(inside, max(own, default=start)) :]
        return next((i for i in behind if is_title_like(blocks[i], body) and not stands_in_quotes(blocks[i])), end)

    @cached_property
    def _own_labels(self) -> set[str]:
        """Labels so common that they are of the records even where they are set larger than titles."""
        on = Counter(key for a, b in self._edges() for key in {self.labels[i].key for i in self._labelled(range(a, b))})
        return {key for key, count in on.items() if count >= OWN_SHARE * len(self.starts)}

    def _labelled(self, span: range) -> list[int]:
        """Indices of the blocks with a label, in order."""
        indices = self._label_indices
        return indices[bisect_left(indices, span.start) : bisect_left(indices, span.stop)]

    @cached_property
    def _label_indices(self) -> list[int]:
        return sorted(index for index, label in self.labels.items() if label.field != "column")

    def label_keys(self, span: range) -> list[str]:
        """The labels in one record, in order, but for those at its end that nothing stands under: they head the next ones."""
        found = self._labelled(span[1:])
        stop = span.stop
        while found and found[-1] == stop - 1 and stands_alone(self.labels[found[-1]], self.layout):
            stop = found.pop()
        return [self.labels[i].key for i in found]

    @cached_property
    def keys(self) -> Sequence[Sequence[str]]:
        """The labels in each record, in order."""
        return list(map(self.label_keys, self.spans))

    def shared_labels(self) -> Set[str]:
        """The labels that every record has."""
        return set.intersection(*map(set, self.keys))

    def has_content(self, span: range) -> bool:
        """Whether a record says anything: prose, addresses, text behind a label, or values that several labels run into."""
        prose, addresses = (before[span.stop] - before[span.start + 1] for before in _content_before(self.layout))
        if prose or addresses >= self._fewest_address_lines or ((addresses or self._has_heads) and self._is_row(span)):
            return True
        labelled = [self.labels[i] for i in span[1:] if i in self.labels]
        running = sum(not stands_alone(label, self.layout) for label in labelled)
        return 0 < len(labelled) < len(span) - 1 or running >= FEWEST_FACTS

    @cached_property
    def _has_heads(self) -> bool:
        """Whether the report has a table whose columns have heads: each of its rows says something."""
        return any(label.field == "column" for label in self.labels.values())

    @cached_property
    def _fewest_address_lines(self) -> int:
        """From how many lines of electronic addresses on a record is one: from the first where nearly all have any."""
        return 1 if len(self.starts) >= CERTAIN_RECORDS and self.have_addresses() else FEWEST_ADDRESS_LINES

    def have_addresses(self) -> bool:
        """Whether nearly all records have a line that is an electronic address or a telephone number, as entries have."""
        before = _content_before(self.layout)[1]
        having = sum(before[end] > before[start + 1] for start, end in self._edges())
        return having >= DIRECTORY_SHARE * len(self.starts)

    def _is_row(self, span: range) -> bool:
        """Whether a record is one row of a table: its blocks stand side by side."""
        blocks = self.layout.blocks[span.start : span.stop]
        return len(blocks) >= FEWEST_COLUMNS and all(is_beside(a, b) for a, b in pairwise(blocks))

    def without_outliers(self) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The starts without those at both ends that lack what nearly all others have, and the last ones of these.

        At the beginning they are covers, forewords and lists of contents, at the end what follows the profiles.
        """
        fits = self._fits()
        if not any(fits):
            return tuple(self.starts), ()
        first, last = fits.index(True), len(fits) - fits[::-1].index(True)
        while last < len(fits) and self._counts_on(first, last):
            last += 1
        keys = list(map(set, self.keys[:last]))
        last -= _lacks_what_all_have(keys[last - 1], keys[first : last - 1])
        first += _lacks_what_all_have(keys[first], keys[first + 1 : last]) or self._is_report_title(first, last)
        return tuple(self.starts[first:last]), tuple(self.starts[last:])

    def _counts_on(self, first: int, last: int) -> bool:
        """Whether a record is numbered on behind others and has more than its title; in a dump a label if all these do."""
        texts = [self.layout.blocks[start].text.text for start in self.starts[first : last + 1]]
        title_blocks = 2 if is_number(texts[-1]) else 1
        if len(self.spans[last]) <= title_blocks or names_matter(texts[-1]):
            return False
        is_unlike = self.layout.body_style is None and not self.keys[last] and all(self.keys[first:last])
        return not is_unlike and count_on(texts)

    def _is_report_title(self, first: int, last: int) -> bool:
        """Whether the first title is set larger than all others, which are alike and not few."""
        title, *others = (self.layout.blocks[index] for index in self.titles[first:last])
        if len(others) < CERTAIN_RECORDS or title.style is None or title.style.size_pt <= higher_size_pt(others[0]):
            return False
        return all(is_alike(other, others[0]) for other in others)

    def _fits(self) -> list[bool]:
        """Whether each record has text if most have, and a label if those that have any have the same ones.

        A record without labels is still one if its title is set as most are.
        """
        spans = self.spans
        blocks, body = self.layout.blocks, self.layout.body_style
        keys = list(map(set, self.keys))
        labelled = sum(map(bool, keys))
        on = Counter(key for record in keys for key in record)
        expected = {key for key, n in on.items() if n >= EXPECTED_SHARE * labelled and 2 * labelled > len(spans)}
        full = [self.has_content(span) for span in spans]
        most_are_full = sum(full) >= EXPECTED_SHARE * len(spans)
        usual = self.usual_title()
        return [
            (has_content or not most_are_full)
            and (not expected or bool(record & expected) or (body is not None and is_alike(blocks[title], usual)))
            for record, has_content, title in zip(keys, full, self.titles, strict=True)
        ]

    def usual_title(self) -> Block:
        """The title that most others are set like."""
        looks: dict[Style | None, list[Block]] = {}
        for title in (self.layout.blocks[index] for index in self.titles):
            looks.setdefault(title.style, []).append(title)
        firsts = [(titles[0], len(titles)) for titles in looks.values()]
        return max(firsts, key=lambda f: sum(n for other, n in firsts if is_alike(f[0], other)))[0]


def _lacks_what_all_have(keys: Set[str], others: Sequence[Set[str]]) -> bool:
    """Whether a record has no label, where all others, which are not few, share some: a cover, or an end."""
    return not keys and len(others) >= CERTAIN_RECORDS and bool(frozenset.intersection(*map(frozenset, others)))


@once
def _content_before(layout: Layout) -> tuple[list[int], list[int]]:
    """How many blocks of prose or with a whole address, and lines of addresses, stand before each block and before the end."""
    body = layout.body_style
    says = (is_prose(block, body) or tells_where([line.text for line in block.lines]) for block in layout.blocks)
    return list(accumulate(says, initial=0)), list(accumulate(map(address_lines, layout.blocks), initial=0))


def regularity(records: Records) -> dict[str, float]:
    """Every measure of a cut, by name."""
    spans = records.spans
    blocks = records.layout.blocks
    keys = records.keys
    sizes = list(map(records.layout.characters, spans))
    titles = [blocks[index] for index in records.titles]
    names = {label_key(title.text.text) for title in titles}
    body, usual = records.layout.body_style, records.usual_title()
    followers = [follower(blocks[i + 1], body) for i, span in zip(records.titles, spans, strict=True) if i + 1 in span]
    total = records.layout.characters(range(len(blocks))) or 1
    measures = {
        "labels": _label_fit(keys),
        "order": _order_fit(keys),
        "follower": _modal_share(followers, len(spans)),
        "content": sum(records.has_content(span) for span in spans) / len(spans),
        "title": statistics.fmean([_title_fit(title, body) for title in titles]),
        "prominence": statistics.fmean([prominence(title, body) for title in titles]),
        "look": _look_fit(titles, usual),
        "distinct": len(names) / len(titles),
        "size": 1.0 / (1.0 + _variation(sizes[:-1] or sizes)),
        "coverage": sum(sizes) / total,
        "count": math.log1p(len(spans)) / math.log1p(max(len(blocks) / BLOCKS_A_RECORD, len(spans))),
    }
    if not any(keys):
        del measures["labels"], measures["order"]
    if body is None:
        del measures["look"]
    return measures


def score(records: Records) -> float:
    """The weighted mean of all measures (geometric, so that none can be wholly absent), less where records are few."""
    measures = regularity(records)
    weight = sum(WEIGHTS[name] for name in measures)
    mean = math.exp(sum(WEIGHTS[name] * math.log(max(value, 0.01)) for name, value in measures.items()) / weight)
    certain = min(1.0, 0.7 + 0.3 * (len(records.starts) - 1) / (CERTAIN_RECORDS - 1))
    return mean * certain * (CHAPTERS if _are_chapters(records) else 1.0)


def _are_chapters(records: Records) -> bool:
    """Whether most records are long and nothing but prose, as the chapters of a book are."""
    spans = records.spans
    sizes = list(map(records.layout.characters, spans))
    return statistics.median(sizes) > LONGEST_PLAIN_CHARS and not is_structured(records, spans)


def is_structured(records: Records, spans: Sequence[range]) -> bool:
    """Whether half of the records or more have a label, an address, a code, or something other than prose under the title."""
    blocks, body = records.layout.blocks, records.layout.body_style
    lines = _content_before(records.layout)[1]
    with_parts = sum(
        bool(records.label_keys(span))
        or lines[span.stop] > lines[span.start + 1]
        or is_code(blocks[span.start].text.text.partition(" ")[0])
        or (len(span) > 1 and not is_prose(blocks[span.start + 1], body))
        for span in spans
    )
    return 2 * with_parts >= len(spans)


def _title_fit(block: Block, body: Style | None) -> float:
    """How far a block may be a title, 0 to 1; one set as the text is and ended as a sentence is hardly one."""
    if not is_title_like(block, body):
        return 0.0
    is_ended = block.text.text[-1] in ".;," and not is_quoted(block)
    return 1.0 if stands_out(block, body) or not is_ended else SENTENCE


def _look_fit(titles: Sequence[Block], usual: Block) -> float:
    """The share of titles that are set alike, less where some begin with a figure (a time, a number) and others do not."""
    alike = sum(is_alike(title, usual) for title in titles) / len(titles)
    figured = sum(title.text.text[:1].isdecimal() for title in titles) / len(titles)
    return alike * max(figured, 1.0 - figured)


def _label_fit(keys: Sequence[Sequence[str]]) -> float:
    """How near the labels come to standing in each record once, each label weighted by how often it occurs."""
    on: Counter[str] = Counter(key for record in keys for key in set(record))
    times: Counter[str] = Counter(key for record in keys for key in record)
    fits = {key: on[key] / len(keys) * math.sqrt(on[key] / times[key]) for key in on}
    return sum(times[key] * fits[key] for key in on) / (sum(times.values()) or 1)


def _order_fit(keys: Sequence[Sequence[str]]) -> float:
    """How often two labels that follow each other in a record do so in the order most records have them in."""
    before: Counter[tuple[str, str]] = Counter()
    for record in keys:
        first = list(dict.fromkeys(record))
        before.update((a, b) for i, a in enumerate(first) for b in first[i + 1 :])
    pairs = {tuple(sorted(pair)) for pair in before}
    agreeing = sum(max(before[a, b], before[b, a]) for a, b in pairs)
    return agreeing / sum(before.values()) if before else 1.0


def _modal_share(values: Sequence[Hashable], count: int) -> float:
    return Counter(values).most_common(1)[0][1] / count if values else 0.0


def _variation(sizes: Sequence[int]) -> float:
    """Coefficient of variation of the records' sizes on a logarithmic scale."""
    logs = [math.log(size + 1) for size in sizes]
    mean = statistics.fmean(logs)  # and not pstdev, which reckons in fractions and takes thirty times as long
    return math.sqrt(statistics.fmean((log - mean) ** 2 for log in logs)) / mean if mean else 1.0
