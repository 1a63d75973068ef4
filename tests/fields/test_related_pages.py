"""The pages that have the ideas of a list, behind their titles."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, items_of, laid_out, pdf_report, text_report, typeset

from profile_extract.fields.items import Item
from profile_extract.fields.related import _without_pages, split_related

IDEAS = ("The Library of Things", "A Bus With a Workbench", "Nine Keys", "Steps With Names", "Soup at Six", "One Long Table")


def _pieces(*lines: str) -> list[str]:
    """What one block of a dump is parted into."""
    layout = laid_out(text_report("\n".join(lines)))
    (block,) = layout.blocks
    return [piece.text.text for piece in _without_pages(Item(block, block.text), layout)]


@pytest.mark.parametrize(
    ("lines", "pieces"),
    [
        (["The Library of Things, page 7"], ["The Library of Things"]),
        (["The Library of Things"], ["The Library of Things"]),
        (
            ["The Library of Things, page 7", "A Bus With a Workbench (p. 12)"],
            ["The Library of Things", "A Bus With a Workbench"],
        ),
        (
            ["The Library of", "Things, page 7", "A Bus With", "a Workbench, p. 12"],
            ["The Library of Things", "A Bus With a Workbench"],
        ),
        (["The Library of Things, page 7", "A Bus With", "a Workbench"], ["The Library of Things", "A Bus With a Workbench"]),
        (["The Library of Things, page 7 of", "the yellow book"], ["The Library of Things, page 7 of the yellow book"]),
        (["(p. 7)"], ["(p. 7)"]),
    ],
    ids=["one", "no page", "two", "wrapped", "last without", "inside", "page alone"],
)
def test_a_block_is_parted_behind_the_lines_that_end_with_a_page(lines: Sequence[str], pieces: Sequence[str]) -> None:
    assert _pieces(*lines) == pieces


def test_pages_are_no_part_of_titles() -> None:
    lists = ["\n".join((f"{IDEAS[n]}, page {n + 12}", f"{IDEAS[n + 1]}, page {n + 30}")) for n in range(5)]
    pages = (f"{title}\n\n{PROSE[n]}\n\nSee also\n\n{lists[n]}" for n, title in enumerate(TITLES))
    profiles = extraction_of(text_report("\f".join(pages))).profiles
    found = [[idea.title.text for idea in profile.related_ideas if idea.title] for profile in profiles]
    assert found == [[IDEAS[n], IDEAS[n + 1]] for n in range(5)]


def _described(*below: str) -> list[tuple[str | None, str | None, str | None]]:
    """Title, city and description of ideas in bold with such a line under each."""
    rows = zip(IDEAS, below, strict=False)
    layout = laid_out(pdf_report(typeset(*(part for title, line in rows for part in (("label", title), ("text", line))))))
    items = [piece for block in layout.blocks for piece in _without_pages(Item(block, block.text), layout)]
    return [
        (
            idea.title and idea.title.text,
            idea.city and idea.city.name.text,
            idea.description and idea.description.text,
        )
        for idea in split_related(items, 1.0)
    ]


@pytest.mark.parametrize(
    ("line", "city", "description"),
    [
        ("Ghent, page 7", "Ghent", None),
        ("Ghent (p. 12)", "Ghent", None),
        ("Ghent, Belgium → 7", "Ghent", None),
        ("Ghent, Belgium", "Ghent", None),
        ("Ghent", None, "Ghent"),
        ("Ghent 7", None, "Ghent 7"),
        ("Nine ropes, page 7", None, "Nine ropes"),
    ],
)
def test_a_place_under_a_title_is_told_by_the_page_behind_it(line: str, city: str | None, description: str | None) -> None:
    first, second = _described(line, "Tartu, page 30")
    assert first == (IDEAS[0], city, description)
    assert second == (IDEAS[1], "Tartu", None)


@pytest.mark.parametrize(
    ("line", "title", "city"),
    [
        ("Garden and Play (GAP)", "Garden and Play (GAP)", None),
        ("Union of Linen Mills (ULM)", "Union of Linen Mills (ULM)", None),
        ("Our Linen and Mills – OLM, ULM", "Our Linen and Mills – OLM", "Ulm"),
        ("Union of Linen Mills – ULM", "Union of Linen Mills – ULM", None),
        ("Garden and Play (Gap)", "Garden and Play", "Gap"),
        ("Garden and Plays (ULM)", "Garden and Plays", "Ulm"),
        ("GAP: Garden and Play", "GAP: Garden and Play", None),
        ("GAP – Garden and Play", "GAP – Garden and Play", None),
        ("Gap: Garden and Play", "Garden and Play", "Gap"),
        ("Groupes Action-Projet (GAP)", "Groupes Action-Projet (GAP)", None),
        ("GARDEN AND PLAY (GAP)", "GARDEN AND PLAY (GAP)", None),
        ("garden and play (GAP)", "garden and play (GAP)", None),
    ],
)
def test_what_a_title_is_called_for_short_is_no_town(line: str, title: str, city: str | None) -> None:
    (idea, _) = split_related(items_of(text_report(f"• {line}\n• Nine Keys")), 1.0)
    assert (idea.title and idea.title.text, idea.city and idea.city.name.text) == (title, city)
