"""What stands behind profiles under headings set as those before the first one are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import PROSE, TITLES, laid_out, pdf_report, text_report, typeset

from profile_extract.segment import segment
from profile_extract.segment.behind import without_matter
from profile_extract.segment.labels import find_labels

Part = tuple[str, str]
FRONT: list[Part] = [("tagline", "Who Keeps the Mill"), ("text", PROSE[0][::-1])]
"""A heading set as no title is, and a text."""


def _profile(number: int) -> list[Part]:
    return [("title", TITLES[number]), ("text", PROSE[number]), ("label", "Results"), ("text", PROSE[number][::-1])]


def _ends(*more: list[Part]) -> list[str]:
    """The beginnings of the last lines of the profiles, some of which have more behind them."""
    pages = [typeset(*FRONT)]
    for number, behind in enumerate(more):
        pages.append(typeset(*_profile(number), *behind))
    return [found.blocks[-1].text.text[:12] for found in segment(laid_out(pdf_report(*pages))).segments]


WHOLE = [text[::-1][:12] for text in PROSE]
MORE: list[Part] = [("tagline", "Who Paid for It"), ("text", "The bakers of the lower town, and a ferryman.")]


def test_a_heading_set_as_one_before_the_profiles_ends_the_last_one() -> None:
    assert _ends([], [], [], [], MORE) == WHOLE


def test_a_chapter_with_an_introduction_is_no_part_of_the_profile_before_it() -> None:
    assert _ends([], MORE, [], [], []) == WHOLE


def test_headings_behind_most_profiles_are_parts_of_them() -> None:
    for count in (1, 5):
        pages = [typeset(*FRONT)]
        for number in range(5):
            more = MORE if number < count else MORE[1:]
            texts = [("text", PROSE[number]), ("text", PROSE[number][::-1])]
            pages.append(typeset(("title", TITLES[number]), *texts, *more))
        layout = laid_out(pdf_report(*pages))
        starts = [block.index for block in layout.blocks if block.text.text in TITLES]
        spans = [range(start, stop) for start, stop in pairwise([*starts, len(layout.blocks)])]
        cut = [a != b for a, b in zip(without_matter(layout, {}, spans, starts), spans, strict=True)]
        assert cut == [count == 1, *([False] * 4)]


def test_a_heading_set_otherwise_goes_on_with_its_profile() -> None:
    other: list[Part] = [("name", "Who Paid for It"), *MORE[1:]]
    assert _ends([], [], [], [], other) == [*WHOLE[:4], "The bakers o"]


LABELLED: list[Part] = [("label", "Results"), ("text", PROSE[1])]


@pytest.mark.parametrize(("more", "is_matter"), [([], True), (LABELLED, False)])
def test_a_page_under_a_larger_heading_is_none_of_the_last_profile_but_with_its_labels(
    more: list[Part], is_matter: bool
) -> None:
    behind: list[Part] = [("tagline", "What the Mills Are"), ("text", PROSE[0]), *more]
    layout = laid_out(pdf_report(*(typeset(*parts) for parts in (*map(_profile, range(5)), behind))))
    labels = find_labels(layout, {})
    starts = [block.index for block in layout.blocks if block.text.text in TITLES]
    spans = [range(start, stop) for start, stop in pairwise([*starts, len(layout.blocks)])]
    cut = [a != b for a, b in zip(without_matter(layout, labels, spans, starts), spans, strict=True)]
    assert cut == [*([False] * 4), is_matter]


INDEX = "\n".join(f"{name} . . . . . . . . . . {n}" for n, name in enumerate(TITLES))
IMPRINT = "Published by the mill and printed by the bakers of the lower town."


@pytest.mark.parametrize(
    "behind", [f"Who is who\n{INDEX}", f"\fImprint\n\n{IMPRINT}", f"\fIndex of names\n\n{INDEX}\n\nImprint\n{IMPRINT}"]
)
def test_an_index_and_an_imprint_behind_the_last_profile_of_a_dump_are_none_of_it(behind: str) -> None:
    parts = [f"P-0{n + 1} {TITLES[n]}\n\n{PROSE[n]}\n\n" for n in range(5)]
    segments = segment(laid_out(text_report("\n".join((*parts, behind))))).segments
    assert [found.blocks[-1].text.text for found in segments] == list(PROSE[:5])


@pytest.mark.parametrize(("dots", "is_index"), [(" . . . . . . . . . . ", True), (" is the one on page ", False)])
def test_lines_are_an_index_by_what_leads_to_their_numbers(dots: str, *, is_index: bool) -> None:
    parts = [f"P-0{n + 1} {TITLES[n]}\n\n{PROSE[n]}\n\n" for n in range(5)]
    behind = "\n".join(f"{name}{dots}{n}" for n, name in enumerate(TITLES))
    segments = segment(laid_out(text_report("\n".join((*parts, behind))))).segments
    assert (segments[-1].blocks[-1].text.text == PROSE[4]) is is_index


PRICES = "\n".join(f"{thing} {{0}} . . . . . . . . . . {n} crowns" for n, thing in enumerate(("Tea", "Soup", "Bread", "Rope")))


@pytest.mark.parametrize("behind", [f"Prices\n{PRICES}", f"\fImpression\n\n{IMPRINT}"], ids=["leaders", "heading"])
def test_what_other_profiles_have_as_well_is_of_the_last_one(behind: str) -> None:
    parts = [
        f"P-0{n + 1} {title}\n\n{PROSE[n]}\n\n{behind.format(title) if n in {2, 4} else ''}" for n, title in enumerate(TITLES)
    ]
    found = segment(laid_out(text_report("\f".join(parts))))
    ends = [part.blocks[-1].text.text for part in found.segments]
    assert len(ends) == 5 and ends[4][:2] == ends[2][:2] != PROSE[2][:2]
