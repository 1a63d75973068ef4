"""Places in the country that most of a report is in."""

from __future__ import annotations

from collections.abc import Sequence

from builders import PROSE, TITLES, extraction_of, pdf_report, typeset

from profile_extract.drafts import Extraction

TOWNS = ("Kassel", "Jena", "Erfurt", "Suhl", "Gotha")
AMERICAN = ("Chicago", "Houston", "Denver", "Seattle", "Detroit")


def _extracted(places: Sequence[str]) -> Extraction:
    """What is found in a report with these places under its titles."""
    pages = [
        typeset(("title", f"{TITLES[n % 5]} {n}"), ("label", place), ("text", PROSE[n % 5])) for n, place in enumerate(places)
    ]
    return extraction_of(pdf_report(*pages))


def _codes(places: Sequence[str]) -> list[str | None]:
    """The countries of the cities."""
    cities = [profile.city for profile in _extracted(places).profiles]
    return [city.country_code.text if city and city.country_code else None for city in cities]


def test_a_name_of_several_places_means_the_one_in_the_country_of_the_report() -> None:
    assert _codes([*TOWNS, "Melle"]) == ["DE"] * 6
    assert _codes([*TOWNS, "Turku", "Oulu", "Lahti", "Melle"]) == ["DE"] * 5 + ["FI"] * 3 + [None]


def test_large_places_abroad_and_printed_countries_stay() -> None:
    assert _codes([*AMERICAN, "Naples"]) == ["US"] * 5 + ["IT"]
    assert _codes([*AMERICAN, "Moscow"]) == ["US"] * 5 + ["RU"]
    assert _codes([*TOWNS, "Bergen, Norway"]) == ["DE"] * 5 + ["NO"]


def test_a_place_that_is_known_by_the_others_needs_no_warning() -> None:
    found = [problem.code for problem in _extracted([*TOWNS, "Melle"]).problems]
    assert "city-ambiguous" not in found
    assert "city-ambiguous" in [problem.code for problem in _extracted([*TOWNS[:3], "Melle"]).problems]


def test_a_village_of_several_countries_is_the_one_at_home() -> None:
    assert _codes([*TOWNS, "Kleinhinterdorf", "Finsing"]) == ["DE"] * 5 + [None, "DE"]


def test_several_villages_tell_their_country_together_and_one_by_itself_none() -> None:
    villages = ("Oberaula", "Elmstein", "Wieda", "Schiltach", "Wildemann", "Finsing")
    assert _codes(villages) == ["DE"] * 6
    assert _codes([*AMERICAN, "Wildemann"]) == ["US"] * 5 + [None]


ITALIAN = ("Cremona", "Mantova", "Siena", "Lucca", "Ferrara")


def test_a_name_that_a_place_abroad_has_in_another_language_only_means_the_one_at_home() -> None:
    assert _codes([*ITALIAN, "Alessandria"]) == ["IT"] * 6
    assert _codes([*TOWNS, "Alessandria"])[-1] == "EG"
