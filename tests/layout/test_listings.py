"""Lists of contents of dumps whose rows do not end in page numbers."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, text_report

from profile_extract.layout.contents import find_contents
from profile_extract.layout.listings import find_listings, most_prints

NAMES = [title.casefold() for title in TITLES]
TEXTS = "\f".join(f"{title}\n\n{text}" for title, text in zip(TITLES, PROSE, strict=True))


def _names(*rows: str, text: str = TEXTS, heading: str = "Contents") -> list[str]:
    listed = "\n".join((heading, *rows))
    return find_listings(text_report(f"{listed}\f{text}")).get(1, [])


@pytest.mark.parametrize("row", ["{0}", "{0}\n\n{1}\n", "A-0{1} {0}", "{1}. {0}", "A-0{1} — {0}", "{0} ....", "{0} ..... {1}"])
def test_rows_that_come_back_in_their_order_are_a_list_of_contents(row: str) -> None:
    assert _names(*(row.format(title, n) for n, title in enumerate(TITLES, 3))) == NAMES


def test_entries_and_titles_may_be_of_several_lines() -> None:
    rows = ["Chairs After", "Dark", *TITLES[1:]]
    assert _names(*rows, text=TEXTS.replace("Letters for", "Letters for\n")) == NAMES


def test_what_does_not_come_back_is_listed_all_the_same_between_the_others() -> None:
    assert _names("A Garden", TITLES[0], "The Lost Kite", *TITLES[1:], "Sponsors") == [NAMES[0], "the lost kite", *NAMES[1:]]


@pytest.mark.parametrize("heading", ["What Neighbours Made", "Introduction"])
def test_other_pages_are_none_whatever_comes_back(heading: str) -> None:
    assert _names(*TITLES, heading=heading) == []


@pytest.mark.parametrize("numbers", [(3, 5, 5, 7, 8), (3, 8, 5, 7, 9)], ids=["rising", "not rising"])
def test_numbers_of_pages_in_a_column_of_their_own_tell_a_list_without_a_heading(numbers: Sequence[int]) -> None:
    rows = (*TITLES, "Kept by the Ferry Club", *(f"p.{number}" for number in numbers))
    assert _names(*rows, heading="What Neighbours Made") == (NAMES if sorted(numbers) == list(numbers) else [])


def test_titles_are_as_listed_though_each_has_a_line_of_its_own_above_it() -> None:
    over = ("For the winter", "Out of flour", "On the steps", "With a stamp", "In the fog")
    entries = (f"{above}\n\n{title}\n\n{text}" for above, title, text in zip(over, TITLES, PROSE, strict=True))
    listed = "\n".join(("Contents", *TITLES))
    found = extraction_of(text_report(f"{listed}\f" + "\f".join(entries)))
    assert [profile.title.text for profile in found.profiles] == list(TITLES)


def test_rows_in_another_order_are_none() -> None:
    assert _names(*reversed(TITLES)) == []


def test_labels_which_come_back_often_are_none() -> None:
    labels = ("The aim of it", "The people in it", "The costs of it", "The tools for it", "The end of it")
    assert _names(*labels, text="\f".join("\n\n".join(labels) for _ in range(5))) == []


def test_a_page_with_few_rows_that_come_back_is_none() -> None:
    others = [f"Whoever sits on chair {n} is asked to stay" for n in range(9)]
    assert _names(*TITLES, *others) == []


def test_the_names_are_of_the_contents_of_a_dump_and_its_page_lists_them() -> None:
    contents = find_contents(text_report("\n".join(("Contents", *TITLES)) + f"\f{TEXTS}"))
    assert (list(contents.names), contents.pages) == (NAMES, {1})


def test_profiles_are_cut_by_their_names_in_the_list() -> None:
    names = ("Ada Okoro1, Bela Nemeth2", "Carla Souza1, Dirk Brandt1", "Eva Lindner1", "Femi Ade1, Gro Dahl2", "Ivo Horak1")
    parts = zip(TITLES, names, PROSE, strict=True)
    pages = [f"{title}\n{who}\n1\n\nInstitute of Mills\n\n{text}\nKeywords: mills, chairs" for title, who, text in parts]
    found = extraction_of(text_report("\f".join(("\n".join(("Contents", *TITLES)), *pages)))).profiles
    assert [profile.title.text for profile in found] == list(TITLES)


def test_a_foreword_may_stand_over_the_heading_of_a_list() -> None:
    foreword = [f"Whoever sits on chair {n} is asked to stay" for n in range(9)]
    assert _names("Contents", *TITLES, heading="\n".join(("Welcome", *foreword))) == NAMES


def test_an_entry_goes_on_in_the_next_row_where_it_has_no_number_and_is_long() -> None:
    title = "A ferry that waits for the last dancers of the village ball and the band"
    rows = ["A ferry that waits for the last dancers of the", "village ball and the band ..... 9", *TITLES]
    text = f"A ferry that waits for the last dancers of the\nvillage ball and the band\n\n{PROSE[0]}\f{TEXTS}"
    assert _names(*rows, text=text) == [title.casefold(), *NAMES]


def test_a_word_of_an_entry_may_be_broken_at_the_end_of_its_row() -> None:
    rows = ["Chairs after the village dan-", "ces ..... 9", *TITLES[1:]]
    assert _names(*rows, text=f"Chairs after the village dances\n\n{TEXTS}") == ["chairs after the village dances", *NAMES[1:]]


THEMES = ("Energy", "Schools", "Water", "Roads", "Health")


@pytest.mark.parametrize("themes", [THEMES, [f"The {theme.casefold()}" for theme in THEMES]])
@pytest.mark.parametrize("are_over", [True, False], ids=["over the titles", "elsewhere"])
def test_what_is_listed_beside_each_title_is_none(themes: Sequence[str], are_over: bool) -> None:
    rows = [row for theme, title in zip(themes, TITLES, strict=True) for row in (theme, title, "", "3", "")]
    over = themes if are_over else [f"{theme} in town" for theme in themes]
    text = "\f".join(f"{above}\n\n{title}\n\n{text}" for above, title, text in zip(over, TITLES, PROSE, strict=True))
    assert _names(*rows, text=text) == NAMES


def test_acronyms_over_what_they_stand_for_are_titles() -> None:
    acronyms = ["CHADAR", "APPMIL", "COSTEP", "LETEVE", "BRETHU"]
    rows = [row for name, title in zip(acronyms, TITLES, strict=True) for row in (name, title)]
    text = "\f".join(f"{name}\n\n{title}\n\n{text}" for name, title, text in zip(acronyms, TITLES, PROSE, strict=True))
    assert _names(*rows, text=text) == [name.casefold() for name in acronyms]


@pytest.mark.parametrize(("titles", "most"), [(4, 3), (6, 3), (12, 6)])
def test_a_title_of_many_may_come_back_more_often(titles: int, most: float) -> None:
    assert most_prints(titles) == most


LANDS = ("Denmark", "Bulgaria", "Luxembourg", "Switzerland", "Netherlands")


def test_countries_under_names_are_none() -> None:
    rows = [*TITLES[:2], "Denmark", *TITLES[2:4], "Bulgaria", TITLES[4]]
    assert _names(*rows) == NAMES


@pytest.mark.parametrize("others", [[], TITLES[:4]], ids=["alone", "behind few others"])
def test_countries_that_head_texts_are_names(others: Sequence[str]) -> None:
    entries = [*others, *LANDS]
    text = "\f".join(f"{entry}\n\n{text}" for entry, text in zip(entries, (*PROSE, *PROSE), strict=False))
    assert _names(*entries, text=text) == [entry.casefold() for entry in entries]
