"""Headings inside profiles that come but once and are set as their labels are: ``About`` and a name, a phase, a place."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from profile_extract.lexicon import ends_open, label_key
from profile_extract.model import Style
from profile_extract.segment.candidates import alone, run_in_of_dump, styled_run_in
from profile_extract.segment.rare_labels import RARE_SHARE
from profile_extract.segment.rows import are_level
from profile_extract.segment.shapes import is_title_like, reads_as_prose, stands_out
from profile_extract.structure import LARGER, SMALLER_PT, Block, Label, Layout, stands_alone

FEWEST_KEYS = 3
"""Different labels in one style, from which it is that of labels: fewer may share it with names by chance."""
LABELS_SHARE = 0.6
"""Share of labels among all short lines of profiles in a style, from which the others are headings as they are."""
OF_HEADINGS_SHARE, OVER_TEXT_SHARE = 0.4, 0.75
"""The same where they are set as headings, and the share of them over a text or a list, from which they are."""
SURE_SHARE = 0.75
"""Share of labels among all short lines in a style, from which the others are headings whatever stands under them."""
COLONS_SHARE = 0.8
"""Share of the short lines in a style that end in a colon over a text, for these to be headings."""
MOST = 0.5
"""More than this share of profiles have such a heading."""
FEWEST_OF_STYLE, RETURNING_SHARE = 8, 0.25
"""Headings in a style of their own, and the share of them that come back, for these to be labels."""
_COUNTS = re.compile(r"[^:]* (?:\w?\d+|[IVXL]+)\s?:")


def headings_like_labels(
    layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]
) -> Iterator[Label]:
    """Labels for the headings of profiles that are none yet; ``titles`` are the blocks that name the profiles.

    Nothing else is set as they are: larger than the text or bold, on a line of its own, over running text; or they run into a
    text as labels do.
    """
    yield from _run_ins_like_labels(layout, labels, spans, titles)
    yield from _run_ins_in_dump(layout, labels, spans, titles)
    yield from _with_colons(layout, labels, spans, titles)
    yield from _of_own_style(layout, labels, spans, titles)
    keys = {(layout.blocks[i].style, label.key) for i, label in labels.items() if stands_alone(label, layout)}
    looks = {
        style for style, n in Counter(style for style, _ in keys).items() if n >= FEWEST_KEYS and _is_marked(style, layout)
    }
    if not looks:
        return
    behind = [i for span, title in zip(spans, titles, strict=True) for i in range(title + 1, span.stop)]
    short = [i for i in behind if layout.blocks[i].style in looks and is_title_like(layout.blocks[i], layout.body_style)]
    total = Counter(layout.blocks[i].style for i in short)
    known = Counter(layout.blocks[i].style for i in short if stands_alone(labels.get(i), layout))
    over = {i for i in short if _is_over_text(i, layout)}
    on_top = Counter(layout.blocks[i].style for i in over)
    headings = {style for style in looks if _is_larger(style, layout) and on_top[style] >= OVER_TEXT_SHARE * total[style]}
    shares = {style: OF_HEADINGS_SHARE if style in headings else LABELS_SHARE for style in looks}
    usual = {style for style in looks if known[style] >= shares[style] * total[style]}
    sure = {style for style in looks if known[style] >= SURE_SHARE * total[style]}
    alone_in_row = {i for i in short if layout.blocks[i].style in sure and not _is_in_row(i, layout)}
    fitting = (i for i in short if i in over or i in alone_in_row or layout.blocks[i].style in headings)
    once = [i for i in fitting if i not in labels and layout.blocks[i].style in usual]
    if once and once[0] < spans[-1].start:  # in the last profile alone it may be the heading of what stands behind it
        yield from (label for i in once if (label := alone(layout.blocks[i])))


def _is_in_row(index: int, layout: Layout) -> bool:
    """Whether a block stands beside another one, as the heads of columns do."""
    return any(are_level(a.lines[-1], b.lines[0]) for a, b in pairwise(layout.blocks[index - 1 : index + 2]))


def _is_larger(style: Style | None, layout: Layout) -> bool:
    """Whether a style is larger than the text, as that of headings is."""
    body = layout.body_style
    return style is not None and body is not None and style.size_pt > LARGER * body.size_pt


def _run_ins_like_labels(
    layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]
) -> Iterator[Label]:
    """Labels for the beginnings of texts that are set apart as those of most texts around them, which are labels."""
    found = {i: styled_run_in(layout.blocks[i]) for span in spans for i in span}
    looks = {i: look for i, label in found.items() if label and (look := _look_of_run_in(layout.blocks[i])) is not None}
    known = {i for i in looks if i in labels and not stands_alone(labels[i], layout)}
    usual = Counter(looks[i] for i in known)
    keys = {(looks[i], labels[i].key) for i in known}
    different = Counter(look for look, _ in keys)
    total = Counter(looks.values())
    for span, title in zip(spans, titles, strict=True):
        for i in range(title + 1, span.stop):
            label, look = found[i], looks.get(i)
            if label is None or look is None or i in labels or different[look] < FEWEST_KEYS:
                continue
            if usual[look] >= LABELS_SHARE * total[look] and {i - 1, i + 1} & known:
                yield label


def _run_ins_in_dump(
    layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]
) -> Iterator[Label]:
    """Labels for the beginnings with a colon that few profiles of a dump have, each beside one of several that run in so.

    If many do, they are none: examples, names in a list, who speaks. Nor are those with a number: groups of profiles; or with
    an article: sentences (``The mayor asked: …``).
    """
    if layout.body_style is not None:
        return
    inside = [range(title + 1, span.stop) for span, title in zip(spans, titles, strict=True)]
    found = {i: label for span in inside for i in span if (label := run_in_of_dump(layout.blocks[i]))}
    known = found.keys() & labels.keys()
    beside = [i for i in found if i not in labels and known & {i - 1, i + 1}]
    rare = [i for i in beside if not _COUNTS.match(text := layout.blocks[i].text.text) and not _opens_sentence(text)]
    if len({labels[i].key for i in known}) >= FEWEST_KEYS and len(rare) <= RARE_SHARE * len(known):
        yield from (found[i] for i in rare)


def _with_colons(
    layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]
) -> Iterator[Label]:
    """Labels for the headings in one style that end in a colon over a text or a list, as nearly all set so do.

    Most profiles have one, and they are different ones: each names its own parts.
    """
    inside = {i: n for n, (span, title) in enumerate(zip(spans, titles, strict=True)) for i in range(title + 1, span.stop)}
    short = [i for i in inside if i not in labels and is_title_like(layout.blocks[i], layout.body_style)]
    total = Counter(layout.blocks[i].style for i in short)
    found = [i for i in short if layout.blocks[i].text.text.endswith(":") and _is_over_text(i, layout)]
    for style, count in Counter(layout.blocks[i].style for i in found).items():
        own = [i for i in found if layout.blocks[i].style == style]
        is_usual = count >= COLONS_SHARE * total[style] and len({inside[i] for i in own}) > MOST * len(spans)
        if is_usual and _is_marked(style, layout) and len({layout.blocks[i].text.text for i in own}) >= FEWEST_KEYS:
            yield from (label for i in own if (label := alone(layout.blocks[i])))


def _of_own_style(
    layout: Layout, labels: Mapping[int, Label], spans: Sequence[range], titles: Sequence[int]
) -> Iterator[Label]:
    """Labels for the headings in a style that nothing else inside the profiles has, though no label is set so.

    Several profiles have several of them over texts, never right under the title, and some of them come back.
    """
    inside = {i: n for n, (span, title) in enumerate(zip(spans, titles, strict=True)) for i in range(title + 1, span.stop)}
    own_styles = {layout.blocks[i].style for i in titles}
    set_so: dict[Style, list[int]] = defaultdict(list)
    for i in inside:
        style = layout.blocks[i].style
        if style is not None and style not in own_styles and _is_marked(style, layout):
            set_so[style].append(i)
    for found in set_so.values():
        headings = [i for i in found if i not in labels and is_title_like(layout.blocks[i], layout.body_style)]
        over = [i for i in headings if _is_over_text(i, layout)]
        if len(over) < max(FEWEST_OF_STYLE, OVER_TEXT_SHARE * len(found)) or any(i - 1 in titles for i in found):
            continue
        keys = Counter(label_key(layout.blocks[i].text.text) for i in headings)
        returning = sum(count for count in keys.values() if count > 1)
        several = [n for n, count in Counter(inside[i] for i in headings).items() if count > 1]
        if len(several) > 1 and returning >= RETURNING_SHARE * len(headings):
            yield from (label for i in headings if (label := alone(layout.blocks[i])))


def _opens_sentence(text: str) -> bool:
    """Whether a text begins with a word that only goes on (``The``, ``One``)."""
    return ends_open(text.partition(" ")[0].casefold())


def _look_of_run_in(block: Block) -> tuple[Style, Style] | None:
    """How a text begins and how it goes on."""
    runs = [run.style for line in block.lines for run in line.runs]
    return (runs[0], runs[1]) if len(runs) > 1 else None


def _is_marked(style: Style | None, layout: Layout) -> bool:
    """Whether a style is that of headings: larger than the text, or bold where the text is not."""
    body = layout.body_style
    if style is None or body is None:
        return False
    return style.size_pt > body.size_pt + SMALLER_PT or (
        style.bold and not body.bold and style.size_pt > body.size_pt - SMALLER_PT
    )


def _is_over_text(index: int, layout: Layout) -> bool:
    """Whether running text, or an item of a list, stands under a block, set unlike it."""
    below = layout.blocks[index + 1] if index + 1 < len(layout.blocks) else None
    if below is None or below.style == layout.blocks[index].style:
        return False
    return below.bullet is not None or (reads_as_prose(below) and not stands_out(below, layout.body_style))
