"""Which of two cuts by different signs is taken, though the other is a little more regular."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence

from profile_extract.layout.codes import is_when
from profile_extract.layout.timed import is_time_and_room
from profile_extract.lexicon import label_key
from profile_extract.segment.shapes import is_prose
from profile_extract.segment.titles import MOST_OVER_TITLE, count_on
from profile_extract.structure import Hypothesis, Layout

_COUNTER = re.compile(r"(?P<words>[^\W\d_][^\d]{1,30}) \d{1,3}")
MOST_FOREWORDS = 2
"""Titles before the first profile that another cut leaves out."""
MANY_MORE = 1.25
"""How many times more profiles a cut by a surer sign makes to be taken before one that is a little more regular."""
SHARED_IN_DUMP = 0.6
"""Share of the profiles of a cut of a dump that one by numbers from 1 on, or by bullets, has, too."""
COUNTED_SHARE = 0.5
"""The same of a cut that needs not be finer, since none of its numbers is left out."""
LISTED_SHARE, MOST_UNLISTED = 0.8, 2.0
"""Share of the names in the list of contents of a dump that a cut begins at, and how many times as many profiles another one
may make, for the list to be of the profiles: one of chapters names far fewer."""
PROFILES_SHARE = 0.6
"""Share of these names that begin profiles, for the headings of groups, which are listed, too, to count as found."""
MANY_TIMES = 2
"""How many times as many profiles a cut by the names of their authors makes to be taken before one that is more regular."""
LEAST_TRUST = 0.5
"""Trust in a sign from which a cut with the listed titles and more is not doubted: more than space, or what stands below."""
FEWEST_MARKED, MARKED_SHARE = 5, 0.9
"""Titles with bullets, and their share of all bullets in a dump, from which these are of titles alone."""
OPENED_SHARE = 0.8
"""Share of the profiles that open a page, or of the pages that a profile opens, in a book of which each author set a page."""
MOST_MOVED = 2
"""Blocks that a profile begins earlier or later by another sign: a code, or two lines of an address of the one before."""
REGULAR_SCORE = 0.9
"""Regularity from which on a cut is no reason to doubt a profile, nor to look for a less regular one."""
LISTS = frozenset({"title.contents", "title.outline"})
TRUST = {
    "title.example": 0.9,
    "title.contents": 0.8,
    "title.outline": 0.8,
    "title.style": 0.8,
    "title.code": 0.8,
    "title.label": 0.8,
    "title.numbered": 0.7,
    "title.font-size": 0.7,
    "title.coloured-font-size": 0.7,
    "title.run-in": 0.7,
    "title.font": 0.6,
    "title.parts": 0.6,
    "title.before-labels": 0.6,
    "title.row": 0.6,
    "title.form": 0.5,
    "title.bullet": 0.5,
    "title.place": 0.5,
    "title.behind-labels": 0.5,
    "title.page-start": 0.5,
    "title.gap": 0.4,
    "title.over-names": 0.45,
    "title.over-noted-names": 0.45,
    "title.over-address": 0.55,
    "title.over-text": 0.4,
    "title.column-start": 0.3,
}
"""How much a vote of each kind counts: what an author marks as a title above what layout alone suggests."""
OVER_TEXT = 0.98
"""What the regularity of a cut by the texts alone is worth in a report with labels, which are the surer sign."""
WORTH = {
    "title.form": 0.95,  # an address has such fields, too, and any other title is surer
    "title.behind-labels": 0.97,  # it has none of the records that lack the last label
    "title.over-noted-names": 0.93,  # nor this one of authors who all belong to one place, and need no notes
}
"""What that of a cut by one of these signs is worth in any report; that of one by any other is worth all of it."""


def worth_of(rule: str, *, has_labels: bool) -> float:
    """What the regularity of a cut by a sign is worth; ``has_labels`` says whether its profiles have labels."""
    return OVER_TEXT if rule == "title.over-text" and has_labels else WORTH.get(rule, 1.0)


def preferred(
    fitting: Sequence[Hypothesis], best: Hypothesis, less: float, is_better: Callable[[Hypothesis, Hypothesis], bool]
) -> Hypothesis:
    """The most regular cut that is to be taken before another one, if its score is at most so much lower; else that one."""
    return next((h for h in fitting if h.score >= best.score - less and is_better(h, best)), best)


def is_finer(hypothesis: Hypothesis, best: Hypothesis, off: Sequence[int]) -> bool:
    """Whether a cut by a surer kind of sign makes more profiles, nearly all of the other's among them.

    They may begin as many blocks later as ``off`` says: the other has the heading of a group before its first; or earlier,
    where it leaves out a line over the title, as a code is, or the title over a caption.
    """
    if TRUST[hypothesis.rule] <= TRUST[best.rule] or len(hypothesis.starts) < MANY_MORE * len(best.starts):
        return False
    starts = set(hypothesis.starts)
    shared = sum(any(start + later in starts for later in off) for start in best.starts)
    return shared >= len(best.starts) - 1


def is_of_places(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut of a dump is by the names of places, each over a text: many are no chance.

    It makes more profiles than the other, or no fewer where titles of the other come back, or its sign is less sure.
    """
    names = {label_key(layout.blocks[start].text.text) for start in best.starts}
    is_other_sure = len(names) == len(best.starts) and TRUST[best.rule] >= TRUST["title.place"]
    more = MANY_MORE if is_other_sure else 1.0
    return hypothesis.rule == "title.place" and len(hypothesis.starts) >= more * len(best.starts)


def is_listed(hypothesis: Hypothesis, best: Hypothesis, names: Sequence[str]) -> bool:
    """Whether a cut of a dump is by its list of contents, nearly all names of which are found: its authors say what is in it.

    Not where the list repeats names, which are those of parts, and not if nearly all titles of the other cut are listed. Fewer
    are enough where the cut has the profiles of the other one and more: sessions and forewords are listed, too. If each name
    begins a profile, those of the other cut that begin elsewhere than there or right above are wrong.
    """
    starts, different = hypothesis.starts, len(set(names))
    if hypothesis.rule != "title.contents" or different < LISTED_SHARE * len(names):
        return False
    shared = _near(starts) & set(best.starts)
    is_more = len(starts) >= MANY_MORE * len(best.starts)
    adds = is_more and len(shared) >= MARKED_SHARE * len(best.starts)
    begun = len(starts) + len(hypothesis.breaks) if len(starts) >= PROFILES_SHARE * different else len(starts)
    is_whole = len(starts) >= FEWEST_MARKED and begun >= (0.0 if adds else LISTED_SHARE * different)
    fewest = min(len(starts), len(best.starts)) if TRUST[best.rule] >= LEAST_TRUST else len(best.starts)
    is_surer = TRUST[best.rule] <= LEAST_TRUST and len(starts) <= different <= begun
    over = {start - moved for start in starts for moved in (0, 1)}
    is_exact = len(best.starts) <= len(starts) == different and not over.issuperset(best.starts)
    is_other = len(shared) < LISTED_SHARE * fewest or is_more or is_surer or is_exact
    return is_whole and is_other and MOST_UNLISTED * len(starts) >= len(best.starts)


def _near(starts: Sequence[int]) -> set[int]:
    """Some starts and the blocks beside them: a number or a kind over a title may begin a record or end the one before."""
    return {start + moved for start in starts for moved in (-1, 0, 1)}


def is_of_bylines(hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut of a dump is by the names under titles, each of others, and has those of the other cut and more.

    Or it makes several times as many profiles. A number may stand over a title. What stands over labels misses the profiles
    that have none of them: there any more are enough.
    """
    starts = hypothesis.starts
    more = 1.0 if best.rule == "title.before-labels" else MANY_MORE
    is_noted = hypothesis.rule == "title.over-noted-names"
    is_other = hypothesis.rule != "title.over-names" and not is_noted
    if is_other or best.rule in LISTS or len(starts) < more * len(best.starts):
        return False
    over = {start - moved for start in starts for moved in range(MOST_OVER_TITLE + 1)}  # a session, a kind of talk
    shared = (over if is_noted else _near(starts)) & set(best.starts)
    least = LISTED_SHARE if is_noted else MARKED_SHARE
    return len(shared) >= least * len(best.starts) or len(starts) >= MANY_TIMES * len(best.starts)


def is_of_addresses(hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut of a dump is by the addresses under titles, and has nearly all profiles of one by labels, and more.

    Not all profiles have labels; an address that one lacks is rarer.
    """
    if (hypothesis.rule, best.rule) != ("title.over-address", "title.before-labels"):
        return False
    shared = _near(hypothesis.starts) & set(best.starts)
    return len(hypothesis.starts) > len(best.starts) and len(shared) >= LISTED_SHARE * len(best.starts)


def adds_profiles(hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut has many more profiles than another one, nearly all of this one's among them."""
    shared = len(set(hypothesis.starts) & set(best.starts))
    return len(hypothesis.starts) >= MANY_MORE * len(best.starts) and shared >= len(best.starts) - 1


def is_surer(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut makes the profiles of another one by a surer sign, some begun a few short lines earlier or later."""
    pairs = [(min(pair), max(pair)) for pair in zip(hypothesis.starts, best.starts, strict=False)]
    is_same = len(hypothesis.starts) == len(best.starts) and all(b - a <= MOST_MOVED for a, b in pairs)
    is_surer_sign = TRUST[hypothesis.rule] > TRUST[best.rule]
    return is_same and is_surer_sign and not any(is_prose(layout.blocks[i], None) for a, b in pairs for i in range(a, b))


def is_of_days(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether the profiles of a cut of a dump begin with a day and a time, or from when to when, and those of another do not.

    That one is less sure, or has fewer profiles.
    """
    more = MANY_MORE if TRUST[best.rule] >= LEAST_TRUST else 1.0
    if hypothesis.rule != "title.numbered" or len(hypothesis.starts) < more * len(best.starts):
        return False
    firsts = ([layout.blocks[start].text.text for start in cut.starts] for cut in (hypothesis, best))
    own, others = (sum(is_when(text) or is_time_and_room(text) for text in texts) for texts in firsts)
    return own >= LISTED_SHARE * len(hypothesis.starts) and others < LISTED_SHARE * len(best.starts)


def marks_titles_only(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut of a dump is by the bullets of titles, which nothing else in the report has."""
    if hypothesis.rule != "title.bullet" or len(hypothesis.starts) < FEWEST_MARKED:
        return False
    shared = len(set(hypothesis.starts) & set(best.starts))
    bullets = sum(block.bullet is not None for block in layout.blocks)
    return shared >= SHARED_IN_DUMP * len(best.starts) and len(hypothesis.starts) >= MARKED_SHARE * bullets


def adds_what_opens_pages(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut adds to another what the list of contents, or the outline, names on pages of their own, however it is set.

    Each author of such a book has set a page, so that no cut is regular. What is not listed may begin before it: a cover.
    Where nothing lists them, nearly every page begins with a title.
    """
    starts = set(hypothesis.starts)
    blocks = layout.blocks
    if layout.body_style is None or best.score >= REGULAR_SCORE or len(starts) < MANY_MORE * len(best.starts):
        return False
    opened = {blocks[start].page for start in starts if blocks[start].gap_lines == math.inf}
    if hypothesis.rule in LISTS:
        inside = [start for start in best.starts if hypothesis.starts[0] <= start <= hypothesis.starts[-1]]
        return starts.issuperset(inside) and len(opened) >= OPENED_SHARE * len(starts)
    pages = blocks[hypothesis.starts[-1]].page - blocks[hypothesis.starts[0]].page + 1
    is_by_page = hypothesis.rule == "title.page-start" and len(opened) >= OPENED_SHARE * pages
    return is_by_page and starts.issuperset(best.starts)


def has_both_parts(hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether a cut is made of another one and of a part of the report that this leaves out."""
    return hypothesis.rule == "title.parts" and set(best.starts) <= set(hypothesis.starts)


def is_whole_series(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether the titles of a cut are numbered from 1 on, and those of another one are some of them or stand behind those.

    They may begin with a line behind the number, and in a dump a few elsewhere: what stands over a label need not be a title.
    A foreword before the first number is none of them; but where that gains no profile, a number may end each.
    """
    starts = set(hypothesis.starts)
    others = {start for start in best.starts if start >= hypothesis.starts[0]}
    forewords = len(best.starts) - len(others)
    if forewords > MOST_FOREWORDS or (forewords and len(starts) <= len(others)):
        return False
    least = 1.0 if layout.body_style is not None else SHARED_IN_DUMP
    behind = {start + moved for start in starts for moved in range(MOST_OVER_TITLE + 1)}
    texts = [layout.blocks[start].text.text for start in hypothesis.starts]
    is_more = layout.body_style is None and len(starts) > len(best.starts)  # else each profile may have its ``Table n``
    is_known = len(behind & others) >= least * len(others) or (is_more and _are_counters(texts))
    return len(starts) >= len(others) and starts != others and is_known and count_on(texts)


def counts_most(layout: Layout, hypothesis: Hypothesis, best: Hypothesis) -> bool:
    """Whether the titles of a cut of a dump are numbered, none left out, and most of those of another one, by a weak sign.

    What that has beside them are headings inside the profiles, and around them.
    """
    if hypothesis.rule != "title.numbered" or TRUST[best.rule] >= LEAST_TRUST or len(hypothesis.starts) >= len(best.starts):
        return False
    shared = len(set(hypothesis.starts) & set(best.starts))
    texts = [layout.blocks[start].text.text for start in hypothesis.starts]
    return shared >= max(COUNTED_SHARE * len(best.starts), LISTED_SHARE * len(texts)) and count_on(texts)


def counts_alone(layout: Layout, best: Hypothesis, listed: Hypothesis) -> bool:
    """Whether the titles of a cut are numbered from 1 on, none left out: what a list names beside these are sessions."""
    is_all = len(listed.starts) < MANY_TIMES * len(best.starts) and set(best.starts) <= _near(listed.starts)
    return is_all and count_on([layout.blocks[start].text.text for start in best.starts])


def _are_counters(texts: Sequence[str]) -> bool:
    """Whether lines are the same words with a number each, and nothing else (``CASE STUDY 1``)."""
    counters = [_COUNTER.fullmatch(text) for text in texts]
    return None not in counters and len({match["words"] for match in counters if match}) == 1
