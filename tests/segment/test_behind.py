"""What stands behind profiles under headings set as those before the first one are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from builders import PROSE, TITLES, laid_out, pdf_report, text_report, typeset

from profile_extract.segment import segment
from profile_extract.segment.behind import _list_behind, without_matter
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


def _list_of(behind: list[str], *, left: int = 0, last: int = 8) -> str | None:
    """The first line that a list behind the last profile of a dump takes, which ends ``left`` blocks before the end.

    ``last`` is the block that names this profile.
    """
    profiles = [text for pair in zip(TITLES, PROSE, strict=True) for text in pair]
    layout = laid_out(text_report("\n\n".join((*profiles, *behind))))
    assert len(layout.blocks) == 10 + len(behind)
    span = range(8, len(layout.blocks) - left)
    start = _list_behind(layout, span, [0, 2, 4, 6, last])
    return layout.blocks[start].text.text if start < span.stop else None


@pytest.mark.parametrize(
    ("behind", "first"),
    [
        (["All of them", *TITLES], "All of them"),
        (["They ended it.", *TITLES], TITLES[0]),  # no heading
        (["All of them", *TITLES[:3]], "All of them"),
        (["All of them", *TITLES[:2]], None),  # few
        (["All of them", "12"], None),
        (["All of them", *TITLES, "Ropes", "Nets"], "All of them"),
        (["All of them", *TITLES, "Ropes", "Nets", "Oars"], None),  # much else
        (["All of them", *(line for n, title in enumerate(TITLES) for line in (title, str(n + 10)))], "All of them"),
        (["All of them", "(12)", "P-07", "XIV.2", *TITLES], "All of them"),
        (["All of them", "IV", *TITLES], "IV"),  # no code
        (["All of them", "12", "Otherwise", "13", *TITLES], "All of them"),
        (["All of them", "Ropes", "Otherwise", "13", *TITLES], "Otherwise"),
        (["All of them", "12", "It was so.", "13", *TITLES], "13"),
        (["All of them", *(f"{n}. {title}" for n, title in enumerate(TITLES, 1))], "All of them"),
        (["All of them", *(f"Once {title}" for title in TITLES)], None),
    ],
)
def test_a_list_of_the_profiles_behind_the_last_one_is_none_of_it(behind: list[str], first: str | None) -> None:
    assert _list_of(behind) == first


@pytest.mark.parametrize(
    ("behind", "first"),
    [
        (["All of them", *TITLES], "All of them"),
        (["All of them", "1", "2", *TITLES], "All of them"),
        (["They ended it.", "1", *TITLES], "1"),
        (["All of them", "Ropes", "Nets", "Oars", "Tar", "Hemp"], None),
    ],
)
def test_the_heading_of_a_list_that_is_no_part_of_the_last_profile_is_none_of_it_either(
    behind: list[str], first: str | None
) -> None:
    assert _list_of(behind, left=5) == first


@pytest.mark.parametrize(
    ("behind", "last", "first"),
    [
        (["All of them", *TITLES], 9, TITLES[0]),
        (["12", *TITLES], 9, TITLES[0]),
        (["P-07", "8", "9", "10"], 10, None),  # named by a code, as none of the others is
    ],
)
def test_what_is_right_under_the_last_title_is_of_its_profile(behind: list[str], last: int, first: str | None) -> None:
    assert _list_of(behind, last=last) == first


def test_the_last_profile_of_a_dump_ends_where_such_a_list_begins() -> None:
    records = [f"P-0{n + 1} {TITLES[n]}\n\n{PROSE[n]}\n\n" for n in range(5)]
    segments = segment(laid_out(text_report("\n".join((*records, "All of them\n\n", "\n\n".join(TITLES)))))).segments
    assert [found.blocks[-1].text.text for found in segments] == list(PROSE[:5])


def test_titles_with_codes_are_known_again_without_them() -> None:
    codes = [f"P-0{n + 1} {title}" for n, title in enumerate(TITLES)]
    records = [f"{title}\n\n{text}\n\n" for title, text in zip(codes, PROSE, strict=True)]
    for listed in (
        TITLES,
        [f"{n}. {title}" for n, title in enumerate(TITLES, 7)],
        [f"{n}. {t}" for n, t in enumerate(codes, 7)],
    ):
        layout = laid_out(text_report("\n\n".join((*records, "All of them", *listed))))
        starts = [block.index for block in layout.blocks if block.text.text.startswith("P-0")]
        span = range(starts[-1], len(layout.blocks))
        assert layout.blocks[_list_behind(layout, span, starts)].text.text == "All of them"


CONTENTS = "\n".join(f"{name} . . . . . . . . . . {n}" for n, name in enumerate(TITLES, 1))


@pytest.mark.parametrize(("below", "is_cut"), [(CONTENTS, True), (PROSE[0], False)])
def test_the_heading_of_contents_behind_the_last_profile_is_none_of_it(below: str, *, is_cut: bool) -> None:
    records = [f"{title}\n\n{PROSE[n]}" for n, title in enumerate(TITLES)]
    layout = laid_out(text_report("\f".join((*records, f"All of them\n\n{below}"))))
    (at,) = (block.index for block in layout.blocks if block.text.text == "All of them")
    assert _list_behind(layout, range(8, at + 1), range(0, 10, 2)) == (at if is_cut else at + 1)
