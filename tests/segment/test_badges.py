"""Small lines over titles that only some profiles have."""

from __future__ import annotations

from builders import PROSE, TITLES, extraction_of, laid_out, pdf_report, typeset

from profile_extract.segment import segment

Part = tuple[str, str]


def _page(number: int, *over: Part) -> list[Part]:
    return [*over, ("title", TITLES[number]), ("text", PROSE[number]), ("label", "Jury"), ("text", PROSE[number][::-1])]


def _blocks(*pages: list[Part]) -> list[list[str]]:
    """The first block, the title and the last page of each profile."""
    found = segment(laid_out(pdf_report(*(typeset(*page) for page in pages)))).segments
    return [[part.blocks[0].text.text, part.title.text.text, str(part.blocks[-1].last_page)] for part in found]


def test_a_badge_that_few_have_is_of_the_profile_whose_page_it_opens() -> None:
    badges = {1: "Winner", 3: "Commended"}
    pages = [_page(n, *([("small", badges[n])] if n in badges else [])) for n in range(5)]
    firsts = [badges.get(n, TITLES[n]) for n in range(5)]
    assert _blocks(*pages) == [[first, TITLES[n], str(n + 1)] for n, first in enumerate(firsts)]
    profiles = extraction_of(pdf_report(*(typeset(*page) for page in pages))).profiles
    assert [[note.text for note in profile.notes] for profile in profiles] == [[], ["Winner"], [], ["Commended"], []]


def test_where_profiles_do_not_open_pages_a_small_line_at_the_top_of_one_ends_what_is_above() -> None:
    pages = [[*_page(0), *_page(1)], [("small", "Winner"), *_page(2), *_page(3)], _page(4)]
    assert _blocks(*pages)[2] == [TITLES[2], TITLES[2], "2"]


def test_a_line_that_is_no_smaller_or_runs_on_is_no_badge() -> None:
    pages = [_page(n) for n in range(5)]
    pages[3].insert(0, ("text", PROSE[4][::-1]))
    assert _blocks(*pages)[3][0] == TITLES[3]
