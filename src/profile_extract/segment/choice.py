"""Which of the cuts that a report may have is taken: the most regular one, or one that is preferred to it.

A finer cut, one by a surer sign, or one that adds like profiles may be a little less regular.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Sequence

from profile_extract.layout.contents import NO_CONTENTS, Contents
from profile_extract.segment.groups import are_headed, is_headed, is_inside_groups, parts_groups, records_of
from profile_extract.segment.preferences import (
    LISTS,
    MOST_FOREWORDS,
    TRUST,
    adds_profiles,
    adds_what_opens_pages,
    counts_alone,
    counts_most,
    has_both_parts,
    is_finer,
    is_listed,
    is_of_addresses,
    is_of_bylines,
    is_of_days,
    is_of_places,
    is_surer,
    is_whole_series,
    marks_titles_only,
    preferred,
)
from profile_extract.segment.regularity import EXPECTED_SHARE, Records
from profile_extract.segment.shapes import is_alike, title_look
from profile_extract.structure import LARGER, Block, Guide, Hypothesis, Label, Layout, Segmentation, stands_alone

LEAST_SCORE = 0.7
"""Regularity below which a report is not believed to be made of profiles. Of 485 reports whose profiles were found, none has
less than 0.75; 17 of 76 other documents that could be cut at all (forms, articles, manuals) are below 0.7."""
EQUALLY_GOOD = 0.005
"""Difference of scores that says nothing: of such cuts the one by the surer kind of sign is taken."""
NEARLY_AS_GOOD = 0.03
"""A cut with more profiles that contains another is taken before it if its score is at most this much lower."""
LITTLE_LESS_GOOD, LITTLE_LESS_GOOD_IN_PRINT = 0.05, 0.07
"""How much lower the score of a finer cut by a surer sign may be; in print, where titles are set alike."""
MUCH_LESS_GOOD, MUCH_LESS_GOOD_IN_DUMP = 0.15, 0.2
"""How much lower the score of a cut may be that makes profiles of what stands in groups: these are larger, and so regular. In
a dump the look of the titles, which speaks for both, counts nothing."""
OFF_IN_DUMP, OFF_IN_PRINT = (0,), (0, 1, -1, -2)
"""By how many blocks a profile of a finer cut may begin later than one of another: in print, looks tell titles."""
WHOLE_SHARE = 0.8
"""Share of the labels that most records have which another one has, for it to be one though its title is set otherwise."""
FEWEST_DOUBLED = 2
"""Labels that come twice in what is parted: one may come twice in a record."""
FEWEST_HEADLINES = 2
"""Headlines under labels in a record."""
FEWEST_ONCE, MANY, FEWEST_ONCE_OF_MANY = 3, 12, 2
"""Labels that each profile has once, for these to be no chance; and how many of many profiles, these being so many."""
MOST_UNDER_HEADING = 3
"""Blocks from a heading down to a title of another cut that is right under it: a place or names may stand between."""
SEVERAL = 3
"""How many times as many profiles a cut of a dump makes that is taken before one as regular: a programme beside abstracts."""


def best_cut(
    layout: Layout,
    labels: dict[int, Label],
    hypotheses: Sequence[Hypothesis],
    guide: Guide,
    examples: Sequence[Block],
    contents: Contents = NO_CONTENTS,
) -> Hypothesis | None:
    """The cut to be taken: that with the examples, else the most regular of those that fit the guide."""
    if examples:
        starts = {block.index for block in examples}
        return next((h for h in hypotheses if starts <= set(h.starts)), None)
    fitting = _fitting(layout, labels, hypotheses, guide)
    if not fitting or (fitting[0].score < LEAST_SCORE and not guide.title_rule):
        return None
    return _most_regular(layout, labels, fitting, fitting if guide.title_rule else hypotheses, contents)


def _most_regular(
    layout: Layout,
    labels: dict[int, Label],
    fitting: Sequence[Hypothesis],
    hypotheses: Sequence[Hypothesis],
    contents: Contents,
) -> Hypothesis:
    """The most regular of some cuts, or one that is preferred to it; it may be extended by any."""
    equals = [h for h in fitting if h.score >= fitting[0].score - EQUALLY_GOOD]
    best = _with_more(layout, max(equals, key=lambda h: (TRUST[h.rule], h.score)), fitting)
    off, less = (OFF_IN_DUMP, LITTLE_LESS_GOOD) if layout.body_style is None else (OFF_IN_PRINT, LITTLE_LESS_GOOD_IN_PRINT)
    finer = [h for h in fitting if h.score >= best.score - less and is_finer(h, best, off)]
    best = max(finer, key=lambda h: (TRUST[h.rule], h.score), default=best)
    less = MUCH_LESS_GOOD_IN_DUMP if layout.body_style is None else MUCH_LESS_GOOD
    best = preferred(fitting, best, less, lambda h, best: is_inside_groups(layout, labels, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: parts_groups(layout, labels, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: is_whole_series(layout, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD, has_both_parts)
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: _has_under_labels(layout, labels, h, best))
    best = preferred(fitting, best, LITTLE_LESS_GOOD_IN_PRINT, lambda h, best: _takes_all_titles(layout, labels, h, best))
    paged = (h for h in fitting if h.score >= best.score - MUCH_LESS_GOOD and adds_what_opens_pages(layout, h, best))
    best = max(paged, key=lambda h: (h.rule in LISTS, h.score), default=best)
    if layout.body_style is None:
        best = _best_of_dump(layout, best, fitting, contents.names)
    best = preferred(fitting, best, NEARLY_AS_GOOD, lambda h, best: _stands_over(layout, labels, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: _stands_right_over(layout, labels, h, best))
    listing = {block.index for block in layout.blocks if block.page in contents.pages} if contents.pages else set[int]()
    own = [h for h in hypotheses if listing.isdisjoint(h.starts)]
    return _extended(layout, labels, best, own)


def _best_of_dump(layout: Layout, best: Hypothesis, fitting: Sequence[Hypothesis], listed: Sequence[str]) -> Hypothesis:
    """The cut of a dump to be taken by what stands over or under its titles, or lists them, though another is more regular."""
    best = preferred(fitting, best, LITTLE_LESS_GOOD, lambda h, best: is_surer(layout, h, best))
    best = preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: is_of_places(layout, h, best))
    best = preferred(fitting, best, LITTLE_LESS_GOOD, is_of_bylines)
    best = preferred(fitting, best, LITTLE_LESS_GOOD, lambda h, best: counts_most(layout, h, best))
    best = preferred(fitting, best, EQUALLY_GOOD, is_of_addresses)
    best = preferred(fitting, best, LITTLE_LESS_GOOD, lambda h, best: marks_titles_only(layout, h, best))
    best = preferred(
        fitting, best, MUCH_LESS_GOOD_IN_DUMP, lambda h, best: is_listed(h, best, listed) and not counts_alone(layout, best, h)
    )
    if best.rule == "title.before-labels":  # the line next above a label may be the last of several
        best = preferred(fitting, best, 0.0, lambda h, best: _opens_pages_over(layout, h, best))
    return preferred(fitting, best, MUCH_LESS_GOOD, lambda h, best: is_of_days(layout, h, best))


def _opens_pages_over(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut of a dump has as many profiles, each of which opens the page that one of the other's begins on."""
    if len(hypothesis.starts) != len(best.starts) or hypothesis.starts == best.starts:
        return False
    pairs = list(zip(hypothesis.starts, best.starts, strict=True))
    is_over = all(a <= b and layout.blocks[a].page == layout.blocks[b].page for a, b in pairs)
    return is_over and all(layout.blocks[a].gap_lines == math.inf for a, _ in pairs)


def _with_more(layout: Layout, best: Hypothesis, fitting: Sequence[Hypothesis]) -> Hypothesis:
    """In text input a cut that is nearly as regular and makes several times as many profiles: the other is of a small part.

    Or one that is no less regular and has the profiles of the other, and more.
    """
    if layout.body_style is not None:
        return best
    best = next((h for h in fitting if h.score > best.score and adds_profiles(h, best)), best)
    more = (h for h in fitting if h.score >= best.score - NEARLY_AS_GOOD and len(h.starts) >= SEVERAL * len(best.starts))
    return next(more, best)


def _stands_over(layout: Layout, labels: dict[int, Label], hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut has a heading in larger type over each title of another one: what it is over is a summary, or names.

    A code or a kicker may stand over the heading, and in smaller type. A few profiles have nothing but the heading.
    """
    if len(hypothesis.starts) != len(best.starts) or layout.body_style is None or hypothesis.starts[0] > best.starts[0]:
        return False
    titles = (records_of(layout, labels, cut).titles for cut in (hypothesis, best))
    pairs = list(zip(*titles, strict=True))
    over = [(a, b) for a, b in pairs if a < b]
    is_in_turn = all(a <= b for a, b in pairs) and all(b < c for (_, b), (c, _) in itertools.pairwise(pairs))
    if 2 * len(over) <= len(pairs) or not is_in_turn:
        return False
    is_one_look = len(over) == len(pairs) or len({layout.blocks[a].style for a, _ in pairs}) == 1
    sizes = layout.sizes_pt
    return is_one_look and all(sizes[a] > LARGER * sizes[b] for a, b in over)


def _has_under_labels(layout: Layout, labels: dict[int, Label], hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether what another cut takes for titles are headlines under the labels of each record, once under each of several."""
    if layout.body_style is None or FEWEST_HEADLINES * len(hypothesis.starts) > len(best.starts):
        return False
    over = [(index, labels.get(index - 1)) for index in records_of(layout, labels, best).titles]
    headlines = {index: label.key for index, label in over if label is not None and stands_alone(label, layout)}
    spans = records_of(layout, labels, hypothesis).spans
    rounds = [[key for index, key in headlines.items() if index in span] for span in spans]
    whole = sum(len(keys) >= FEWEST_HEADLINES and len(set(keys)) == len(keys) for keys in rounds)
    return len(headlines) >= WHOLE_SHARE * len(over) and whole >= WHOLE_SHARE * len(spans)


def _takes_all_titles(layout: Layout, labels: dict[int, Label], hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut has all that is set as the titles of another one are, and these are some of it: the others have no lead.

    They are the largest print of its profiles, each of which says something; behind the last one others follow.
    """
    if layout.body_style is None or len(hypothesis.starts) <= len(best.starts):
        return False
    records = records_of(layout, labels, hypothesis)
    titles = records.titles
    if not set(records_of(layout, labels, best).titles) < set(titles):
        return False
    styles = {layout.blocks[index].style for index in titles}
    sizes = [layout.sizes_pt[index] for span in records.spans[:-1] for index in span]
    is_largest = len(styles) == 1 and layout.sizes_pt[titles[0]] >= max(sizes) > LARGER * layout.body_style.size_pt
    return is_largest and all(map(records.has_content, records.spans))


def _stands_right_over(layout: Layout, labels: dict[int, Label], hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether such headings stand right over all titles of another cut, which may miss some that the headings have."""
    if len(hypothesis.starts) < len(best.starts) or layout.body_style is None or hypothesis.starts[0] >= best.starts[0]:
        return False
    over, under = (records_of(layout, labels, cut).titles for cut in (hypothesis, best))
    above = [max((title for title in over if title < below), default=-MOST_UNDER_HEADING - 1) for below in under]
    sizes, pairs = layout.sizes_pt, list(zip(above, under, strict=True))
    are_near = all(b - a <= MOST_UNDER_HEADING for a, b in pairs) and len(set(above)) == len(above)
    return are_near and all(sizes[a] > LARGER * sizes[b] for a, b in pairs)


def fits(segmentation: Segmentation, guide: Guide) -> bool:
    """Whether a report that was cut without being told of titles has been cut as a guide says."""
    found = _fitting(segmentation.layout, dict(segmentation.labels), segmentation.hypotheses, guide)
    return segmentation.taken in found


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
    titles = records_of(layout, labels, hypothesis).titles
    return sum(title_look(layout.blocks[title]) in guide.title_looks for title in titles) / len(titles)


def _extended(layout: Layout, labels: dict[int, Label], best: Hypothesis, hypotheses: Sequence[Hypothesis]) -> Hypothesis:
    """A cut that adds further profiles with titles of the same look, if it is nearly as regular as the most regular one.

    Those before and behind the others have a label if all these share one, or a line as names are under their titles:
    forewords and lists of contents have neither. Where nearly all have such a line, a cut may be less regular: labels are
    missing then. Text input has no looks: there the sign that adds them is no less sure. Where each record has several labels
    once, it is one however it is set.
    """
    for other in hypotheses:
        is_sure = layout.body_style is not None or TRUST[other.rule] >= TRUST[best.rule]
        if other.score < hypotheses[0].score - MUCH_LESS_GOOD or other.starts == best.starts:
            continue
        if len(other.starts) <= len(best.starts):
            continue
        records, more = Records(layout, labels, best.starts), Records(layout, labels, other.starts)
        lost = set(best.starts).difference(other.starts, more.titles)
        if len(lost) > MOST_FOREWORDS:
            continue
        is_nearly_as_good = other.score >= hypotheses[0].score - NEARLY_AS_GOOD
        is_like = not lost and _adds_like_ones(records, more) and (is_nearly_as_good or are_headed(layout, labels, other))
        is_found = is_sure and (is_like or (is_nearly_as_good and _parts_doubled_ones(records, more)))
        are_forewords = all(start < other.starts[0] for start in lost)
        is_surely = (are_forewords and _has_each_once(more)) or (
            not lost and is_nearly_as_good and _parts_pairs(records, more)
        )
        if is_found or is_surely:
            best = other
    return best


def _parts_pairs(records: Records, more: Records) -> bool:
    """Whether labels come back in each record of a cut, and once in each of another one that parts all these."""
    counts, parted = (list(map(Counter, cut.keys)) for cut in (records, more))
    keys = records.shared_labels() & more.shared_labels()
    once = [key for key in keys if all(c[key] > 1 for c in counts) and all(c[key] == 1 for c in parted)]
    return len(once) >= FEWEST_DOUBLED


def _has_each_once(records: Records) -> bool:
    """Whether several labels stand in each record of a cut, and once in each: what has them all is one, however it is set."""
    counts = list(map(Counter, records.keys))
    once = sum(all(c[key] == 1 for c in counts) for key in records.shared_labels())
    return once >= (FEWEST_ONCE if len(counts) < MANY else FEWEST_ONCE_OF_MANY)


def _parts_doubled_ones(records: Records, more: Records) -> bool:
    """Whether all that a cut has more parts records with each label twice, so that both halves have them: a title set by hand.

    What stands outside the others has them all, too, and what it leaves out is a foreword, which has none of its own.
    """
    on = Counter(key for keys in records.keys for key in set(keys))
    expected = {key for key, count in on.items() if count >= EXPECTED_SHARE * len(records.spans)}
    if any(start >= more.starts[0] for start in set(records.starts) - set(more.starts)):
        return False
    is_whole = [len(expected.intersection(keys)) >= WHOLE_SHARE * len(expected) for keys in more.keys]
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
    blocks = records.layout.blocks
    return is_like and all(is_alike(blocks[span.start], usual) or is_alike(blocks[title], usual) for title, span in added)
