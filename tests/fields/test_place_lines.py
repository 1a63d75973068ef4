"""Places on a line of their own beside the titles."""

from __future__ import annotations

import pytest
from builders import extraction_of, pdf_report, typeset

TITLES = ("Chairs After Dark", "Apples Behind the Mill", "The Counted Steps", "Letters for Everybody", "Bread on Thursdays")
PLACES = ("TURKU, FINLAND", "PORTO, PORTUGAL", "LEEDS, UNITED KINGDOM", "ZWOLLE, NETHERLANDS", "GERA, GERMANY")
OTHERS = ("A workshop", "An orchard", "A walk", "A shop", "An oven")
PROSE = (
    "In the second winter the school opened its workshop in the evening, and the neighbours came to mend their chairs.",
    "The council had planned a car park behind the mill, until a petition of bakers turned the plot into an orchard.",
    "Nobody had counted the steps between the station and the river before the walkers painted them on the pavement.",
    "A shop that had been empty for nine years became a place where letters are written for those who cannot write.",
    "On the day before market day the ovens of the old barracks are lit, and whoever brings dough may bake it there.",
)


def _cities(beside: tuple[str, ...], *, is_over: bool) -> list[str | None]:
    """The cities of profiles with such lines over or under their titles."""
    pages = []
    for title, line, text in zip(TITLES, beside, PROSE, strict=True):
        head = [("label", line), ("title", title)] if is_over else [("title", title), ("label", line)]
        pages.append(typeset(*head, ("text", text)))
    profiles = extraction_of(pdf_report(*pages)).profiles
    assert [profile.title.text for profile in profiles if profile.title] == list(TITLES)
    return [profile.city.name.text if profile.city else None for profile in profiles]


@pytest.mark.parametrize("is_over", [True, False], ids=["over", "under"])
def test_a_place_beside_most_titles_is_the_city(is_over: bool) -> None:
    assert _cities(PLACES, is_over=is_over) == ["Turku", "Porto", "Leeds", "Zwolle", "Gera"]


@pytest.mark.parametrize("is_over", [True, False], ids=["over", "under"])
def test_a_place_beside_a_few_titles_is_no_custom_of_the_report(is_over: bool) -> None:
    assert _cities((*PLACES[:2], *OTHERS[2:]), is_over=is_over) == [None] * 5
