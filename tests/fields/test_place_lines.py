"""Places on a line of their own beside the titles."""

from __future__ import annotations

import pytest
from builders import PROSE, TITLES, extraction_of, pdf_report, typeset

PLACES = ("TURKU, FINLAND", "PORTO, PORTUGAL", "LEEDS, UNITED KINGDOM", "ZWOLLE, NETHERLANDS", "GERA, GERMANY")
OTHERS = ("A workshop", "An orchard", "A walk", "A shop", "An oven")


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
