"""Profiles in groups that have a heading and a line under it, as profiles have."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import PROSE, Page, laid_out, overlaid, page_of, pdf_report, text_report, typeset

from profile_extract.clean import clean
from profile_extract.layout import lay_out
from profile_extract.model import BBox, Report, Table
from profile_extract.pipeline import _is_better
from profile_extract.segment import segment
from profile_extract.segment.groups import is_inside_groups, parts_groups
from profile_extract.segment.labels import find_labels
from profile_extract.structure import Hypothesis

TALKS = tuple(f"{thing} of the {place}" for thing in ("Chairs", "Steps", "Ovens") for place in ("Mill", "River", "Quay"))
SPEAKERS = tuple(f"{name} {house}" for name in ("Ada", "Emil", "Ines") for house in ("Okoro", "Varga", "Prado"))


def _session(number: int, *, names: bool = True, intro: bool = False) -> Page:
    """A heading with a chair, and three talks: each with its speaker, or only a text."""
    parts = [("title", f"Session of the {('mason', 'miller', 'baker')[number]}s"), ("text", f"Chair: {SPEAKERS[number]}")]
    parts += [("text", PROSE[number])] if intro else []
    for n in range(3 * number, 3 * number + 3):
        parts += [("label", TALKS[n]), *([("name", SPEAKERS[n])] if names else []), ("text", PROSE[n % 5])]
    return typeset(*parts)


def _are_inside(*, names: bool = True, intro: bool = False) -> bool:
    """Whether the talks are profiles in groups, and not parts of profiles."""
    layout = laid_out(pdf_report(*(_session(n, names=names, intro=intro) for n in range(3))))
    talks = tuple(block.index for block in layout.blocks if block.text.text in TALKS)
    sessions = tuple(block.index for block in layout.blocks if block.text.text.startswith("Session"))
    assert (len(talks), len(sessions)) == (9, 3)
    return is_inside_groups(layout, {}, *(Hypothesis("title.style", starts, (), 0.9) for starts in (talks, sessions)))


def test_the_talks_of_sessions_are_the_profiles() -> None:
    assert _are_inside()
    layout = laid_out(pdf_report(*map(_session, range(3))))
    assert [part.title.text.text for part in segment(layout).segments] == list(TALKS)


def test_headings_over_texts_alone_are_parts_of_profiles() -> None:
    assert not _are_inside(names=False)


def test_what_has_a_text_of_its_own_is_no_heading_of_a_group() -> None:
    assert not _are_inside(intro=True)


def _table(number: int) -> Page:
    """A heading, and a table of three offices under it, all cells in one type."""
    heads = page_of([(50, 100, "Office"), (170, 100, "Town"), (270, 100, "Telephone")], "Helvetica-Bold")
    cells = [
        (x, 116.0 + 16 * row, text)
        for row, name in enumerate(TALKS[3 * number : 3 * number + 3])
        for x, text in ((50.0, f"Office {name}"), (170.0, "Leeds"), (270.0, f"+44 113 496 0{number}{row}0"))
    ]
    heading = page_of([(50, 70, f"County of the {('mason', 'miller', 'baker')[number]}s")], "Helvetica-Bold", 16)
    return overlaid(heading, heads, page_of(cells))


def test_the_rows_of_tables_under_headings_are_the_profiles() -> None:
    rows = tuple(
        tuple(BBox(x0, 90.0 + 16 * row, x1, 106.0 + 16 * row) for x0, x1 in ((40.0, 165.0), (165.0, 265.0), (265.0, 380.0)))
        for row in range(4)
    )
    tables = {page: (Table(page, BBox(40.0, 90.0, 380.0, 154.0), rows),) for page in (1, 2, 3)}
    segments = segment(lay_out(clean(pdf_report(*map(_table, range(3)))), tables)).segments
    assert [part.title.text.text for part in segments] == [f"Office {name}" for name in TALKS]


@pytest.mark.parametrize(
    ("sessions", "score", "is_better"),
    [(0.93, 0.91, True), (0.92, 0.91, False), (None, 0.91, False), (None, 0.94, True)],
    ids=["taken for groups", "not as regular as those taken", "less regular", "more regular"],
)
def test_profiles_parted_from_their_texts_are_taken_where_the_others_were_seen_to_be_groups(
    sessions: float | None, score: float, *, is_better: bool
) -> None:
    talks = segment(laid_out(pdf_report(*map(_session, range(3)))))
    groups = Hypothesis("title.style", (0, 5, 10), (), 0.93)
    as_sessions = replace(talks, segments=talks.segments[:3], taken=groups)
    parted = Hypothesis("title.style", tuple(range(9)), (), score)
    seen = (parted,) if sessions is None else (parted, groups._replace(score=sessions))
    assert _is_better(replace(talks, taken=parted, hypotheses=seen), as_sessions) is is_better
    assert not _is_better(replace(as_sessions, taken=parted), as_sessions), "no more profiles"


def _dumped(*, names: bool = True) -> list[str]:
    """The titles of the profiles of a dump of three sessions with three talks each."""
    parts: list[str] = []
    for number in range(3):
        parts += [f"Session {number + 1}: of the {('mason', 'miller', 'baker')[number]}s", f"Chair: {SPEAKERS[number]}", ""]
        for n in range(3 * number, 3 * number + 3):
            parts += [TALKS[n], *([f"{SPEAKERS[n]} (House of the Town)"] if names else []), PROSE[n % 5], ""]
    return [part.title.text.text for part in segment(laid_out(text_report("\n".join(parts)))).segments]


def test_the_talks_of_sessions_are_the_profiles_of_a_dump() -> None:
    assert _dumped() == list(TALKS)


def _printed(parts: Sequence[Sequence[str]]) -> Report:
    """A page for each part: the first line a heading of a group or a title, and the others labels and texts."""
    kinds = {"Theme": "chapter", "Chair": "name"}
    pages = []
    for first, *rest in parts:
        own = [(kinds.get(first[:5], "title"), first)]
        pages.append(own + [(kinds.get(text[:5], "text" if text in PROSE else "label"), text) for text in rest])
    return pdf_report(*(typeset(*page) for page in pages))


def _themes(
    counts: tuple[int, ...],
    *,
    between: str = "",
    names: tuple[str, ...] = ("Aim", "Means", "Outcome"),
    in_print: bool = True,
) -> bool:
    """Whether titles under the headings of themes, so many under each, part them."""
    parts: list[list[str]] = []
    talks = iter(TALKS)
    for theme, count in enumerate(counts):
        parts.append([f"Theme {'ABCDE'[theme]}", *([f"{between} {SPEAKERS[theme]}"] if between else [])])
        parts += [[next(talks), *(text for k, name in enumerate(names) for text in (name, PROSE[k]))] for _ in range(count)]
    layout = laid_out(_printed(parts) if in_print else text_report("\n\n".join(text for part in parts for text in part)))
    fine = tuple(block.index for block in layout.blocks if block.text.text in TALKS)
    coarse = tuple(block.index for block in layout.blocks if block.text.text.startswith("Theme"))
    cuts = (Hypothesis("title.style", starts, (), 0.9) for starts in (fine, coarse))
    return parts_groups(layout, find_labels(layout, {}), *cuts)


@pytest.mark.parametrize(
    ("counts", "between", "names", "is_so"),
    [
        ((1, 2, 1, 1), "", ("Aim", "Means", "Outcome"), True),
        ((1, 1, 1, 1), "", ("Aim", "Means", "Outcome"), False),
        ((1, 2, 1, 1), "Chair:", ("Aim", "Means", "Outcome"), False),
        ((1, 2, 1, 1), "", ("Aim", "Means", "Aim", "Means"), False),
        ((1, 4, 1, 1), "", ("Aim", "Means", "Outcome"), False),
    ],
    ids=["one of two", "all of one", "not right under it", "twice in each", "of four"],
)
def test_labels_that_come_twice_in_a_group_tell_its_profiles(
    counts: tuple[int, ...], between: str, names: tuple[str, ...], *, is_so: bool
) -> None:
    assert _themes(counts, between=between, names=names) is is_so


def test_in_a_dump_a_title_over_a_name_looks_the_same() -> None:
    assert not _themes((1, 2, 1, 1), in_print=False)
