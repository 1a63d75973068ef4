"""Where profiles begin and end: the most regular cut of the report, and how strongly each boundary is voted for.

Every hypothesis is a whole cut made from one kind of sign. The most regular one is taken; the others vote for each of
its boundaries that they share, combined as certainty factors (Shortliffe and Buchanan, 1975): 1 - Π (1 - vote).
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from profile_extract.answers import once
from profile_extract.layout.address_lines import is_address_line
from profile_extract.lexicon import is_caption, label_key
from profile_extract.model import Style
from profile_extract.segment.badges import with_badges
from profile_extract.segment.behind import without_matter
from profile_extract.segment.choice import best_cut
from profile_extract.segment.facts_over import with_facts_over
from profile_extract.segment.hypotheses import find_hypotheses
from profile_extract.segment.labels import find_labels
from profile_extract.segment.named import find_examples
from profile_extract.segment.once_only import headings_like_labels
from profile_extract.segment.pages_over import boxes_over, with_boxes
from profile_extract.segment.preferences import REGULAR_SCORE, TRUST
from profile_extract.segment.regularity import EXPECTED_SHARE, OWN_SHARE, Records, is_structured, labels_of
from profile_extract.segment.shapes import (
    follower,
    higher_size_pt,
    is_alike,
    is_prose,
    is_title_like,
    prominence,
    stands_out,
)
from profile_extract.segment.titles import contents_of, find_title_offsets, names_at_edges, with_listed
from profile_extract.structure import (
    Block,
    Guide,
    Hypothesis,
    Label,
    Layout,
    Matter,
    Segment,
    Segmentation,
    Vote,
    stands_alone,
)

DOUBTFUL_SCORE = 0.75
"""Regularity up to which a cut is as good as chance. By it and REGULAR_SCORE, 4 % of the same 485 and 88 % of the 76 have no
profiles or mostly doubtful ones; by the votes for boundaries alone, 4 % and 11 %."""
DOUBTFUL = 0.3
"""What the votes for a boundary are worth where the cut is doubtful: they all agree on the bold headings of a form, too."""
MOST_HEADING_LINES = 3
"""Lines of a heading of a group in text input: name, place and time of a session."""
_GROUP_NUMBER = re.compile(r"[^\W\d_]{3,15} (?:\d{1,2}|[IVXL]{1,6})\s?[:.–—-]\s+[^\W\d_]")
"""What a group is, its number and its name (``Session 3: …``): behind a text a heading, though nothing parts them."""
_COUNTED_GROUP = re.compile(
    r"(?P<word>[^\W\d_]{3,15}(?: [^\W\d_]{3,15})?) (?P<number>[A-Z]?\d{1,2}|[IVXL]{1,6})\s?[:.–—-]\s+[^\W\d_]"
)
"""The same, of two words perhaps (``Oral presentations II: …``), its number perhaps a code (``Session A2: …``)."""
_NOT_A_HEADING = re.compile(r"@|://|www\.")
_ANNOUNCED = ("title.label", "title.form")
"""Signs of titles that a label announces, runs into or stands over."""
_QUOTES = '"”»“’'
"""Marks that end a quote: what stands under one is who said it."""
FIRM_SHARE = 0.7
"""Share of profiles that have a label the same number of times, from which another number is odd."""
ODD = 0.6
"""How well a profile fits in whose labels something is odd."""
PLAIN = 0.6
"""What a boundary is worth where titles have nothing but prose under them: chapters, essays and articles have no more."""
MORE_REGULAR = 0.08
"""How much more regular such a cut must be not to be doubted: sections of articles reach 0.94, and profiles mostly 0.98."""


def segment(layout: Layout, guide: Guide | None = None) -> Segmentation:
    """Cut a report into profiles and the matter around them; no profiles where nothing is regular enough.

    ``guide`` may say what labels mean, by what profiles are known, and which titles are examples of theirs.

    Raises:
        LayoutFileError: an example stands nowhere in the report.
    """
    guide = guide or Guide()
    contents = contents_of(layout)
    labels = find_labels(layout, guide.labels, contents)
    examples = find_examples(layout, guide.examples)
    hypotheses = find_hypotheses(layout, labels, contents, examples)
    best = best_cut(layout, labels, hypotheses, guide, examples, contents)
    if best is None:
        return Segmentation(layout, (), _matter(layout.blocks, ()), {}, guide, tuple(hypotheses), None, contents.names)
    labels = labels_of(labels, best.starts)
    spans = _spans(layout, labels, _with_back_matter(layout, best, hypotheses))
    inside = {i: labels[i] for span in spans for i in span[1:] if i in labels}
    cuts = [(hypothesis, frozenset(hypothesis.starts)) for hypothesis in hypotheses]
    votes = {start: tuple(_votes(start, cuts)) for start in best.starts}
    records = Records(layout, inside, [span.start for span in spans])
    fits = _fits(records, spans)
    worth = _worth(best.score, is_plain=not is_structured(records, spans))
    opening = {span.start: labels[span.start] for span in spans if span.start in labels}
    offsets = with_listed(layout, inside, spans, find_title_offsets(layout, {**inside, **opening}, spans), contents.names)
    offsets = [n + _is_label_alone(layout, labels, best, span, n) for span, n in zip(spans, offsets, strict=True)]
    inside |= {span.start: opening[span.start] for span, n in zip(spans, offsets, strict=True) if n and span.start in opening}
    named = [span.start + n for span, n in zip(spans, offsets, strict=True)]
    inside |= {label.block: label for label in headings_like_labels(layout, inside, spans, named)}
    cast = [votes[span.start] for span in spans]
    spans = with_facts_over(layout, labels, with_badges(layout, labels, spans, named), named)
    boxes = boxes_over(layout, labels, spans, named)
    spans = with_boxes(spans, boxes)
    whole = [range(min(box.start, span.start), span.stop) for box, span in zip(boxes, spans, strict=True)]
    inside |= {i: labels[i] for own, title in zip(whole, named, strict=True) for i in range(own.start, title) if i in labels}
    segments = tuple(
        Segment(
            index=n,
            blocks=(*layout.blocks[span.start : span.stop], *layout.blocks[box.start : min(box.stop, span.start)]),
            votes=own,
            confidence=_confidence(own, fit, worth),
            title_offset=title - span.start,
            title_label=_title_label(layout, labels, best, title),
        )
        for n, (span, box, own, fit, title) in enumerate(zip(spans, boxes, cast, fits, named, strict=True))
    )
    return Segmentation(
        layout, segments, _matter(layout.blocks, whole), inside, guide, tuple(hypotheses), best, contents.names
    )


def _is_label_alone(layout: Layout, labels: dict[int, Label], best: Hypothesis, span: range, offset: int) -> bool:
    """Whether the block that names a profile is only the label of its title: the title is the next one."""
    title = span.start + offset
    return best.rule in _ANNOUNCED and title + 1 in span and stands_alone(labels.get(title), layout)


def _title_label(layout: Layout, labels: dict[int, Label], best: Hypothesis, title: int) -> Label | None:
    """The label that announces a profile's title, runs into it or stands over it, where profiles are known by such labels."""
    if best.rule not in _ANNOUNCED:
        return None
    above = labels.get(title - 1)
    return labels.get(title) or (above if stands_alone(above, layout) else None)


def _with_back_matter(layout: Layout, best: Hypothesis, hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """The cut with the page, or the heading set as its titles are, on which the same cut by another sign ends.

    What follows it is unlike the profiles.
    """
    last = layout.blocks[best.starts[-1]]
    same = [(h.rule, i) for h in hypotheses if h.starts == best.starts for i in h.breaks if i > last.index]
    behind = [i for rule, i in same if rule == "title.page-start" or (last.style and is_alike(layout.blocks[i], last))]
    return best._replace(breaks=(*best.breaks, min(behind))) if behind else best


def _spans(layout: Layout, labels: dict[int, Label], best: Hypothesis) -> list[range]:
    """Block indices of each profile, without the headings and other matter behind it."""
    breaks = set(best.breaks) | set(_breaks_of_pages(layout, labels, best.starts))
    spans = []
    records = Records(layout, labels, best.starts)
    themes = names_at_edges(layout, records.spans) if layout.body_style is None else frozenset[str]()
    for span, title in zip(records.spans, records.titles, strict=True):
        stop = min((i for i in breaks if span.start < i < span.stop), default=span.stop)
        spans.append(range(span.start, _without_headings(layout, labels, min(title, stop - 1), stop, themes)))
    return without_matter(layout, labels, spans, records.titles)


def _breaks_of_pages(layout: Layout, labels: Mapping[int, Label], starts: Sequence[int]) -> Iterator[int]:
    """First blocks of pages that lack the running header which every page with a title has.

    One before the last profile that begins with text, or a label which the profile above has not yet, goes that on; and so
    does any behind a label that nothing stands under yet.
    """
    headed = {item.line.page for item in layout.furniture if item.rule == "furniture.header"}
    if not all(layout.blocks[start].page in headed for start in starts):
        return
    seen: set[int] = set()
    goes_on = _Continuation(labels, starts, layout.body_style)
    for block in layout.blocks:
        if block.page not in seen and block.page not in headed:
            is_under_label = stands_alone(labels.get(block.index - 1), layout)
            if not is_under_label and not goes_on.with_page(block):
                yield block.index
        seen.add(block.page)


@dataclass(frozen=True)
class _Continuation:
    """Profiles of a cut and their labels, by which it is known whether a page without the usual header goes one on."""

    labels: Mapping[int, Label]
    starts: Sequence[int]
    body: Style | None

    def with_page(self, block: Block) -> bool:
        """Whether the page that a block begins goes on the profile above.

        The block is a label that the profile has not yet, one that most have if it is the last profile. Or before that one it
        is text, with such a label behind it.
        """
        index = block.index
        number = bisect_right(self.starts, index)
        if number == 0:
            return False
        known = self._keys(self.starts[number - 1], index)
        is_last = number == len(self.starts)
        if index in self.labels:
            return self.labels[index].key not in known and (not is_last or self.labels[index].key in self._usual)
        if is_last:
            return False
        is_text = block.style == self.body is not None and is_prose(block, self.body)
        return is_text and not self._usual.isdisjoint(self._keys(index, self.starts[number]) - known)

    def _keys(self, start: int, end: int) -> set[str]:
        """The labels of the blocks between two indices, half-open."""
        at = self._indices
        return {self.labels[i].key for i in at[bisect_left(at, start) : bisect_left(at, end)]}

    @cached_property
    def _indices(self) -> list[int]:
        return sorted(self.labels)

    @cached_property
    def _usual(self) -> frozenset[str]:
        owners = {(label.key, bisect_right(self.starts, index)) for index, label in self.labels.items()}
        counts = Counter(key for key, profile in owners if profile > 0)
        return frozenset(key for key, count in counts.items() if count >= OWN_SHARE * len(self.starts))


def _without_headings(layout: Layout, labels: dict[int, Label], named: int, stop: int, themes: Container[str]) -> int:
    """Where the headings begin with which a profile would end whose title is block ``named``: they are of the next group.

    So are ``themes``, lines of a dump that other profiles begin or end with.
    """
    title, body = layout.blocks[named], layout.body_style
    stop = _group_heading(layout, labels, named, stop)
    while stop - 1 > named and stop < len(layout.blocks):
        last = layout.blocks[stop - 1]
        is_heading = is_title_like(last, body) and _is_heading(layout, labels, last, title)
        is_theme = bool(themes) and label_key(last.text.text) in themes
        if stop - 1 in labels or not (is_heading or is_theme or _is_letter(last, title)):
            break
        stop -= 1
    return stop


def _group_heading(layout: Layout, labels: dict[int, Label], named: int, stop: int) -> int:
    """Where what a group is and its number stands near the end of a profile of a dump, with its chair and room; else its end.

    Text stands over it, and other groups of that kind have other numbers.
    """
    if layout.body_style is not None:
        return stop
    for index in range(stop - 1, max(named + 1, stop - MOST_HEADING_LINES - 1), -1):
        block = layout.blocks[index]
        if index in labels or is_prose(block, None) or block.bullet is not None:
            break
        kind = _COUNTED_GROUP.match(block.text.text)
        if kind and is_prose(layout.blocks[index - 1], None) and len(_counted_groups(layout)[kind["word"]]) > 1:
            return index
    return stop


@once
def _counted_groups(layout: Layout) -> dict[str, set[str]]:
    """The numbers that stand behind each word, at the beginnings of blocks and before a name."""
    found: dict[str, set[str]] = defaultdict(set)
    for block in layout.blocks:
        if (match := _COUNTED_GROUP.match(block.text.text)) and not is_caption(block.text.text):
            found[match["word"]].add(match["number"])
    return found


def _is_letter(block: Block, title: Block) -> bool:
    """Whether a block is one capital in larger type than the title: what all the following names begin with."""
    text = block.text.text
    return len(text) == 1 and text.isupper() and block.style is not None and block.style.size_pt > higher_size_pt(title)


def _is_heading(layout: Layout, labels: dict[int, Label], last: Block, title: Block) -> bool:
    """Whether the last block of a profile is set as its title; in text input, whether it is apart, or counts, behind prose."""
    body = layout.body_style
    if body is not None:
        is_name = not _NOT_A_HEADING.search(last.text.text)
        is_set_as_title = follower(last, body) == follower(title, body) or _is_as_large(last, title, body)
        return is_name and stands_out(last, body) and is_set_as_title
    before = layout.blocks[last.index - 1]
    is_apart = last.gap_lines > 0 or bool(_GROUP_NUMBER.match(last.text.text) and is_prose(before, body))
    is_apart = is_apart and before.index not in labels and before.index > title.index
    if (
        len(last.lines) > MOST_HEADING_LINES
        or _NOT_A_HEADING.search(last.text.text)
        or is_address_line(last.text.text)
        or before.text.text.endswith(tuple(_QUOTES))
    ):
        return False
    return is_apart and last.bullet is None and (is_prose(before, body) or is_title_like(before, body))


def _is_as_large(block: Block, title: Block, body: Style) -> bool:
    """Whether a heading, larger or bolder than the text, is no smaller than a title: nothing under it, it heads no part."""
    if block.style is None or title.style is None or prominence(block, body) < 1.0:
        return False
    return block.style.size_pt >= title.style.size_pt


def _votes(start: int, cuts: Sequence[tuple[Hypothesis, Container[int]]]) -> Iterator[Vote]:
    """One vote a kind of sign: that of its best cut with this boundary; ``cuts`` are with the starts to look it up in."""
    seen: set[str] = set()
    for hypothesis, starts in cuts:
        if start in starts and hypothesis.rule not in seen:
            seen.add(hypothesis.rule)
            yield Vote(hypothesis.rule, round(TRUST[hypothesis.rule] * hypothesis.score, 4))


def _fits(records: Records, spans: Sequence[range]) -> list[float]:
    """How far each profile has what most have: their labels, text, and what stands under their titles; 0 to 1."""
    blocks, body = records.layout.blocks, records.layout.body_style
    keys = [set(records.label_keys(span)) for span in spans]
    on = Counter(key for record in keys for key in record)
    expected = {key for key, n in on.items() if n >= EXPECTED_SHARE * len(spans)}
    below = [blocks[title + 1] if title + 1 in span else None for title, span in zip(records.titles, spans, strict=True)]
    second = Counter(follower(block, body) for block in below if block)
    usual = second.most_common(1)[0][0] if second else None
    odd = _odd_ones(records, spans)
    fits = []
    for span, record, under, is_odd in zip(spans, keys, below, odd, strict=True):
        has_labels = len(record & expected) / len(expected) if expected else 1.0
        has_usual = under is not None and follower(under, body) == usual
        fits.append((ODD if is_odd else 1.0) * (has_labels + records.has_content(span) + has_usual) / 3)
    return fits


def _odd_ones(records: Records, spans: Sequence[range]) -> list[bool]:
    """Which profiles lack a label that nearly all have, or have one another number of times: something was missed there."""
    counts = [Counter(records.label_keys(span)) for span in spans]
    keys = {key for count in counts for key in count}
    usual = {key: Counter(count[key] for count in counts).most_common(1)[0] for key in keys}
    firm = {key: times for key, (times, n) in usual.items() if times and n >= FIRM_SHARE * len(spans)}
    return [any(count[key] != times for key, times in firm.items()) for count in counts]


def _worth(score: float, *, is_plain: bool) -> float:
    """How far a boundary counts at all: less where the whole report is hardly regular enough to be made of profiles."""
    certain = (score - (MORE_REGULAR if is_plain else 0.0) - DOUBTFUL_SCORE) / (REGULAR_SCORE - DOUBTFUL_SCORE)
    return (PLAIN if is_plain else 1.0) * (DOUBTFUL + (1.0 - DOUBTFUL) * min(1.0, max(0.0, certain)))


def _confidence(votes: Sequence[Vote], fit: float, worth: float) -> float:
    """Certainty of the boundary, less where the profile is unlike the others or the report is hardly made of profiles."""
    boundary = 1.0 - math.prod(1.0 - vote.score for vote in votes)
    return round(worth * boundary * (0.5 + 0.5 * fit), 3)


def _matter(blocks: Sequence[Block], spans: Sequence[range]) -> tuple[Matter, ...]:
    """The runs of blocks in no profile, in order."""
    edges = [0, *(edge for span in spans for edge in (span.start, span.stop)), len(blocks)]
    runs = list(zip(edges[::2], edges[1::2], strict=True))
    found = []
    for number, (start, stop) in enumerate(runs):
        kind = "front" if number == 0 else "back" if number == len(runs) - 1 else "between"
        if stop > start:
            found.append(Matter(kind, tuple(blocks[start:stop])))
    return tuple(found)
