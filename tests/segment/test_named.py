"""Titles that the list of contents names."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, pdf_report, text_report, typeset

from profile_extract.layout.contents import Contents, find_contents
from profile_extract.segment.named import find_in_contents
from profile_extract.structure import Layout

NAME = "chairs after dark"
LIST = "\n".join(["Inside", *(f"{name} . . . . {n}" for n, name in enumerate((NAME, *TITLES), 2))])


def _found(text: str) -> list[str]:
    """What a list names in a dump of which the blocks with a capital are like titles."""
    report = text_report(f"{LIST}\n\f{text}")
    layout = laid_out(report)
    titles = [block for block in layout.blocks if block.text.text[0].isupper()]
    return [block.text.text for block in find_in_contents(layout, titles, (), find_contents(report))]


@pytest.mark.parametrize(
    ("before", "is_found"),
    [
        (f"{PROSE[0]}\n", True),
        ("ask@mill.example\n", True),
        ("Told by others\n\n", True),
        ("Told by others\n\f", True),
        ("Bread on Thursdays\n", True),
        ("Told by others, and by\n", False),
    ],
    ids=["sentence", "address", "white space", "page", "entry", "goes on"],
)
def test_an_entry_in_small_letters_is_a_title_where_nothing_goes_on_in_it(before: str, *, is_found: bool) -> None:
    assert (NAME in _found(f"{before}{NAME}\n{PROSE[1]}")) is is_found


def _page(title: str, n: int, between: str = "\n\f") -> str:
    return f"{between}{title}\n{PROSE[n]}"


@pytest.mark.parametrize(("first", "count"), [("\n\f", 1), ("\n\n", 2)], ids=["both", "the second one"])
def test_what_two_pages_begin_with_is_the_heading_of_what_runs_on(first: str, count: int) -> None:
    others = "".join(_page(title, n) for n, title in enumerate(TITLES[1:4], 2))
    found = _found(f"Told by others\n\n{PROSE[0]}{_page(TITLES[0], 1, first)}{_page(TITLES[0], 4)}{others}")
    assert found == [*[TITLES[0]] * count, *TITLES[1:4]]


def test_what_is_no_title_and_no_entry_is_none() -> None:
    assert _found(f"{PROSE[0]}\nropes\n{PROSE[1]}") == []


def test_a_dump_is_cut_by_a_list_that_names_all_of_it_though_most_titles_stand_behind_labels() -> None:
    names = [["chairs", "apples", "steps"], ["letters", "bread", "ovens"]]
    pages = [
        [
            title,
            *(
                row
                for name in own
                for row in (name, f"for everybody with {name}", PROSE[len(name) % 5], f"Ask: {name}@mill.example")
            ),
        ]
        for title, own in zip(TITLES, names, strict=False)
    ]
    listed = ["Inside", *(f"{name} . . . {n}" for n, page in enumerate(pages, 2) for name in (page[0], *names[n - 2]))]
    found = extraction_of(text_report("\n\f".join(map("\n".join, [listed, *pages])))).profiles
    assert [profile.title.text for profile in found if profile.title] == [name for own in names for name in own]


def _chosen(layout: Layout, *names: str, page: int = 9, titles: bool = True, labels: Sequence[int] = ()) -> list[str]:
    """What a list of some names on a page of its own names; ``titles`` says that blocks with a capital are like titles."""
    like = [block for block in layout.blocks if titles and block.text.text[0].isupper()]
    return [block.text.text for block in find_in_contents(layout, like, labels, Contents(names, frozenset({page})))]


@pytest.mark.parametrize("name", [NAME, TITLES[0]], ids=["in small letters", "like a title"])
def test_what_the_list_itself_says_and_what_is_no_title_is_none(name: str) -> None:
    layout = laid_out(text_report(f"{PROSE[0]}\n\n{name}\n{PROSE[1]}"))
    (index,) = (block.index for block in layout.blocks if block.text.text == name)
    assert _chosen(layout, NAME) == [name]
    assert _chosen(layout, NAME, page=1) == []
    assert _chosen(layout, NAME, labels=[index]) == ([] if name == NAME else [name])
    assert _chosen(layout, NAME, titles=False) == ([name] if name == NAME else [])


def test_at_the_top_of_a_column_an_entry_in_small_letters_may_be_the_end_of_a_title() -> None:
    layout = laid_out(text_report(f"{PROSE[0]}\n{PROSE[2]}\nTold by others, and by\n\n{NAME}\n{PROSE[1]}"))
    blocks = [replace(block, gap_lines=math.inf) if block.text.text == NAME else block for block in layout.blocks]
    assert (_chosen(layout, NAME), _chosen(replace(layout, blocks=tuple(blocks)), NAME)) == ([NAME], [])


def test_in_a_pdf_titles_alone_are_named() -> None:
    page = typeset(("title", TITLES[0]), ("text", PROSE[0]), ("text", NAME), ("text", PROSE[1]))
    assert _chosen(laid_out(pdf_report(page)), NAME) == [TITLES[0]]


def test_titles_that_are_like_the_entries_are_named_and_each_by_its_own() -> None:
    mills, hills = "The Counted Steps of Mills", "The Counted Steps of Hills"
    layout = laid_out(text_report(f"{mills}\n\n{PROSE[0]}\n\f{hills}\n\n{PROSE[1]}"))
    assert _chosen(layout, mills.casefold(), hills.casefold()) == [mills, hills]
    assert _chosen(layout, "the counted step of mills") == [mills]


def test_an_entry_in_small_letters_stands_under_capitals() -> None:
    assert NAME in _found(f"THE TOWN OF MILLS\n{NAME}\n{PROSE[1]}")
