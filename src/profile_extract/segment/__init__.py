"""Where profiles begin and end: the most regular cut of the report, and how strongly each boundary is voted for.

Every hypothesis is a whole cut made from one kind of sign. The most regular one is taken; the others vote for each of
its boundaries that they share, combined as certainty factors (Shortliffe and Buchanan, 1975): 1 - Π (1 - vote).
"""

from __future__ import annotations

import itertools
import math
import re
from collections import Counter
from collections.abc import Container, Iterator, Sequence

from profile_extract.layout.address_lines import is_address_line
from profile_extract.layout.contents import find_contents
from profile_extract.lexicon import label_key
from profile_extract.model import Style
from profile_extract.segment.behind import without_matter
from profile_extract.segment.groups import are_headed, is_headed, is_inside_groups
from profile_extract.segment.hypotheses import find_examples, find_hypotheses
from profile_extract.segment.labels import find_labels
from profile_extract.segment.once_only import headings_like_labels
from profile_extract.segment.preferences import (
    LISTS,
    REGULAR_SCORE,
    TRUST,
    adds_what_opens_pages,
    is_finer,
    is_listed,
    is_of_bylines,
    is_of_days,
    is_of_places,
    is_whole_series,
    marks_titles_only,
    preferred,
)
from profile_extract.segment.regularity import EXPECTED_SHARE, Records, is_structured, labels_of
from profile_extract.segment.shapes import (
    follower,
    higher_size_pt,
    is_alike,
    is_prose,
    is_title_like,
    prominence,
    stands_out,
    title_look,
)
from profile_extract.segment.titles import find_title_offsets, names_at_edges, with_listed
from profile_extract.structure import (
    LARGER,
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

LEAST_SCORE = 0.7
"""Regularity below which a report is not believed to be made of profiles. Of 485 reports whose profiles were found, none has
less than 0.75; 17 of 76 other documents that could be cut at all (forms, articles, manuals) are below 0.7."""
DOUBTFUL_SCORE = 0.75
"""Regularity up to which a cut is as good as chance. By it and REGULAR_SCORE, 4 % of the same 485 and 88 % of the 76 have no
profiles or mostly doubtful ones; by the votes for boundaries alone, 4 % and 11 %."""
DOUBTFUL = 0.3
"""What the votes for a boundary are worth where the cut is doubtful: they all agree on the bold headings of a form, too."""
EQUALLY_GOOD = 0.005
"""Difference of scores that says nothing: of such cuts the one by the surer kind of sign is taken."""
NEARLY_AS_GOOD = 0.03
"""A cut with more profiles that contains another is taken before it if its score is at most this much lower."""
LITTLE_LESS_GOOD = 0.05
"""How much lower the score of a finer cut by a surer sign may be."""
MUCH_LESS_GOOD, MUCH_LESS_GOOD_IN_DUMP = 0.15, 0.2
"""How much lower the score of a cut may be that makes profiles of what stands in groups: these are larger, and so regular. In
a dump the look of the titles, which speaks for both, counts nothing."""
WHOLE_SHARE = 0.8
"""Share of the labels that most records have which another one has, for it to be one though its title is set otherwise."""
FEWEST_DOUBLED = 2
"""Labels that come twice in what is parted: one may come twice in a record."""
SEVERAL = 3
"""How many times as many profiles a cut of a dump makes that is taken before one as regular: a programme beside abstracts."""
MOST_HEADING_LINES = 3
"""Lines of a heading of a group in text input: name, place and time of a session."""
_GROUP_NUMBER = re.compile(r"[^\W\d_]{3,15} (?:\d{1,2}|[IVXL]{1,6})\s?[:.–—-]\s+[^\W\d_]")
"""What a group is, its number and its name (``Session 3: …``): behind a text a heading, though nothing parts them."""
_NOT_A_HEADING = re.compile(r"@|://|www\.")
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
    contents = find_contents(layout.report)
    labels = find_labels(layout, guide.labels, contents.pages)
    examples = find_examples(layout, guide.examples)
    hypotheses = find_hypotheses(layout, labels, contents, examples)
    best = _best(layout, labels, hypotheses, guide, examples, contents.names)
    if best is None:
        return Segmentation(layout, (), _matter(layout.blocks, ()), {}, guide, tuple(hypotheses), None, contents.names)
    labels = labels_of(layout, labels, best.starts)
    spans = _spans(layout, labels, _with_back_matter(layout, best, hypotheses))
    inside = {i: labels[i] for span in spans for i in span[1:] if i in labels}
    cuts = [(hypothesis, frozenset(hypothesis.starts)) for hypothesis in hypotheses]
    votes = {start: tuple(_votes(start, cuts)) for start in best.starts}
    records = Records(layout, inside, [span.start for span in spans])
    fits = _fits(records, spans)
    worth = _worth(best.score, is_plain=not is_structured(records, spans))
    opening = {span.start: labels[span.start] for span in spans if span.start in labels}
    offsets = with_listed(layout, spans, find_title_offsets(layout, {**inside, **opening}, spans), contents.names)
    inside |= {span.start: opening[span.start] for span, n in zip(spans, offsets, strict=True) if n and span.start in opening}
    named = [span.start + n for span, n in zip(spans, offsets, strict=True)]
    inside |= {label.block: label for label in headings_like_labels(layout, inside, spans, named)}
    segments = tuple(
        Segment(
            index=n,
            blocks=layout.blocks[span.start : span.stop],
            votes=votes[span.start],
            confidence=_confidence(votes[span.start], fit, worth),
            title_offset=offset,
            title_label=_title_label(layout, labels, best, span.start + offset),
        )
        for n, (span, fit, offset) in enumerate(zip(spans, fits, offsets, strict=True))
    )
    return Segmentation(
        layout, segments, _matter(layout.blocks, spans), inside, guide, tuple(hypotheses), best, contents.names
    )


def _title_label(layout: Layout, labels: dict[int, Label], best: Hypothesis, title: int) -> Label | None:
    """The label that announces a profile's title, runs into it or stands over it, where profiles are known by such labels."""
    if best.rule not in {"title.label", "title.form"}:
        return None
    above = labels.get(title - 1)
    return labels.get(title) or (above if stands_alone(above, layout) else None)


def _best(
    layout: Layout,
    labels: dict[int, Label],
    hypotheses: Sequence[Hypothesis],
    guide: Guide,
    examples: Sequence[Block],
    listed: Sequence[str] = (),
) -> Hypothesis | None:
    """The cut to be taken: that with the examples, else the one the report shows by itself, if that fits the guide.

    If not, the most regular of those that fit.
    """
    if examples:
        starts = {block.index for block in examples}
        return next((h for h in hypotheses if starts <= set(h.starts)), None)
    fitting = _fitting(layout, labels, hypotheses, guide)
    if not fitting or (fitting[0].score < LEAST_SCORE and not guide.title_rule):
        return None
    shown = _most_regular(layout, labels, hypotheses, hypotheses, listed)
    return shown if shown in fitting else _most_regular(layout, labels, fitting, hypotheses, listed)


def _most_regular(
    layout: Layout,
    labels: dict[int, Label],
    fitting: Sequence[Hypothesis],
    hypotheses: Sequence[Hypothesis],
    listed: Sequence[str],
) -> Hypothesis:
    """The most regular of some cuts, or one that is preferred to it; it may be extended by any."""
    equals = [h for h in fitting if h.score >= fitting[0].score - EQUALLY_GOOD]
    best = _with_more(layout, max(equals, key=lambda h: (TRUST[h.rule], h.score)), fitting)
    most_above = 0 if layout.body_style is None else 1
    finer = [h for h in fitting if h.score >= best.score - LITTLE_LESS_GOOD and is_finer(h, best, most_above)]
    best = max(finer, key=lambda h: (TRUST[h.rule], h.score), default=best)
    less = MUCH_LESS_GOOD_IN_DUMP if layout.body_style is None else MUCH_LESS_GOOD
    best = preferred(fitting, best, less, lambda h, best: is_inside_groups(layout, labels, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: is_whole_series(layout, h, best))
    paged = (h for h in fitting if h.score >= best.score - MUCH_LESS_GOOD and adds_what_opens_pages(layout, h, best))
    best = max(paged, key=lambda h: (h.rule in LISTS, h.score), default=best)
    if layout.body_style is None:
        best = _best_of_dump(layout, best, fitting, listed)
    best = preferred(fitting, best, NEARLY_AS_GOOD, lambda h, best: _stands_over(layout, labels, h, best))
    return _extended(layout, labels, best, hypotheses)


def _best_of_dump(layout: Layout, best: Hypothesis, fitting: Sequence[Hypothesis], listed: Sequence[str]) -> Hypothesis:
    """The cut of a dump to be taken by what stands over or under its titles, or lists them, though another is more regular."""
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: is_of_places(layout, h, best))
    best = preferred(fitting, best, LITTLE_LESS_GOOD, is_of_bylines)
    best = preferred(fitting, best, LITTLE_LESS_GOOD, lambda h, best: marks_titles_only(layout, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD_IN_DUMP, lambda h, best: is_listed(h, best, listed))
    return preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: is_of_days(layout, h, best))


def _with_more(layout: Layout, best: Hypothesis, fitting: Sequence[Hypothesis]) -> Hypothesis:
    """In text input a cut that is nearly as regular and makes several times as many profiles: the other is of a small part."""
    if layout.body_style is not None:
        return best
    more = (h for h in fitting if h.score >= best.score - NEARLY_AS_GOOD and len(h.starts) >= SEVERAL * len(best.starts))
    return next(more, best)


def _stands_over(layout: Layout, labels: dict[int, Label], hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut has a heading in larger type over each title of another one: what it is over is a summary, or names.

    A code or a kicker may stand over the heading, and in smaller type.
    """
    if len(hypothesis.starts) != len(best.starts) or layout.body_style is None or hypothesis.starts[0] >= best.starts[0]:
        return False
    titles = (Records(layout, labels_of(layout, labels, cut.starts), cut.starts).titles for cut in (hypothesis, best))
    pairs = list(zip(*titles, strict=True))
    is_over = all(a < b for a, b in pairs) and all(b < c for (_, b), (c, _) in itertools.pairwise(pairs))
    sizes = layout.sizes_pt
    return is_over and all(sizes[a] > LARGER * sizes[b] for a, b in pairs)


def _fitting(layout: Layout, labels: dict[int, Label], hypotheses: Sequence[Hypothesis], guide: Guide) -> list[Hypothesis]:
    """The cuts by the sign and with the looks of titles that the guide names; all where it names none, or none fits."""
    found = [h for h in hypotheses if guide.title_rule in {None, h.rule}]
    if not guide.title_looks:
        return found or list(hypotheses)
    likeness = {h: _likeness(layout, labels, h, guide) for h in found}
    most = max(likeness.values(), default=0.0)
    return [h for h in found if likeness[h] == most > 0] or list(hypotheses)


def _likeness(layout: Layout, labels: dict[int, Label], hypothesis: Hypothesis, guide: Guide) -> float:
    """The share of a cut's titles, which need not be its first blocks, that are set as the guide says."""
    titles = Records(layout, labels_of(layout, labels, hypothesis.starts), hypothesis.starts).titles
    return sum(title_look(layout.blocks[title]) in guide.title_looks for title in titles) / len(titles)


def _extended(layout: Layout, labels: dict[int, Label], best: Hypothesis, hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """A cut that adds further profiles with titles of the same look, if it is nearly as regular as the most regular one.

    Those before and behind the others have a label if all these share one, or a line as names are under their titles:
    forewords and lists of contents have neither. Where nearly all have such a line, a cut may be less regular: labels are
    missing then. Text input has no looks: there the sign that adds them is no less sure.
    """
    for other in hypotheses:
        is_sure = layout.body_style is not None or TRUST[other.rule] >= TRUST[best.rule]
        is_near = is_sure and other.score >= hypotheses[0].score - MUCH_LESS_GOOD and set(other.starts) > set(best.starts)
        if not is_near:
            continue
        records, more = Records(layout, labels, best.starts), Records(layout, labels, other.starts)
        is_nearly_as_good = other.score >= hypotheses[0].score - NEARLY_AS_GOOD
        is_like = _adds_like_ones(records, more) and (is_nearly_as_good or are_headed(layout, labels, other))
        if is_like or (is_nearly_as_good and _parts_doubled_ones(records, more)):
            best = other
    return best


def _parts_doubled_ones(records: Records, more: Records) -> bool:
    """Whether all that a cut has more parts records with each label twice, so that both halves have them: a title set by hand.

    What stands outside the others has them all, too.
    """
    on = Counter(key for span in records.spans for key in set(records.label_keys(span)))
    expected = {key for key, count in on.items() if count >= EXPECTED_SHARE * len(records.spans)}
    is_whole = [len(expected & set(more.label_keys(span))) >= WHOLE_SHARE * len(expected) for span in more.spans]
    known = set(records.starts)
    return len(expected) >= FEWEST_DOUBLED and all(
        is_whole[n] and (n == 0 or is_whole[n - 1]) for n, span in enumerate(more.spans) if span.start not in known
    )


def _adds_like_ones(records: Records, more: Records) -> bool:
    """Whether the records that a cut has more than another one may be further ones of it."""
    usual, first, last = records.usual_title(), records.starts[0], records.starts[-1]
    added = [(title, span) for title, span in zip(more.titles, more.spans, strict=True) if span.start not in records.starts]
    outside = ((title, span) for title, span in added if not first < span.start < last)
    is_like = not records.shared_labels() or all(
        records.label_keys(span) or is_headed(more, title, span) for title, span in outside
    )
    return is_like and all(is_alike(records.layout.blocks[span.start], usual) for _, span in added)


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
    breaks = set(best.breaks) | set(_breaks_of_pages(layout, best.starts))
    spans = []
    records = Records(layout, labels, best.starts)
    themes = names_at_edges(layout, records.spans) if layout.body_style is None else frozenset[str]()
    for span, title in zip(records.spans, records.titles, strict=True):
        stop = min((i for i in breaks if span.start < i < span.stop), default=span.stop)
        spans.append(range(span.start, _without_headings(layout, labels, min(title, stop - 1), stop, themes)))
    return without_matter(layout, labels, spans, records.titles)


def _breaks_of_pages(layout: Layout, starts: Sequence[int]) -> Iterator[int]:
    """First blocks of pages that lack the running header which every page with a title has."""
    headed = {item.line.page for item in layout.furniture if item.rule == "furniture.header"}
    if not all(layout.blocks[start].page in headed for start in starts):
        return
    seen: set[int] = set()
    for block in layout.blocks:
        if block.page not in seen and block.page not in headed:
            yield block.index
        seen.add(block.page)


def _without_headings(layout: Layout, labels: dict[int, Label], named: int, stop: int, themes: Container[str]) -> int:
    """Where the headings begin with which a profile would end whose title is block ``named``: they are of the next group.

    So are ``themes``, lines of a dump that other profiles begin or end with.
    """
    title, body = layout.blocks[named], layout.body_style
    while stop - 1 > named and stop < len(layout.blocks):
        last = layout.blocks[stop - 1]
        is_heading = is_title_like(last, body) and _is_heading(layout, labels, last, title)
        is_theme = bool(themes) and label_key(last.text.text) in themes
        if stop - 1 in labels or not (is_heading or is_theme or _is_letter(last, title)):
            break
        stop -= 1
    return stop


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
