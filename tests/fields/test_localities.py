"""Lines of postcode and place."""

from __future__ import annotations

import pytest

from profile_extract.fields.localities import read_locality, read_place_and_region, without_edges
from profile_extract.passage import Passage


def _passage(text: str) -> Passage:
    return Passage.of(text, 0, len(text))


@pytest.mark.parametrize("line", ["47042 Cesenatico (FC)", "47042 Cesenatico (FC), Italia"])
def test_a_province_may_stand_in_brackets_behind_its_place(line: str) -> None:
    found = read_locality(_passage(line))
    assert found is not None
    assert found.region is not None
    assert (found.locality.text, found.region.text) == ("Cesenatico", "FC")


@pytest.mark.parametrize(("line", "code"), [("H91 X2P7 Galway", "H91 X2P7"), ("760-0019 Takamatsu", "760-0019")])
def test_postcodes_of_ireland_and_japan_stand_before_their_places(line: str, code: str) -> None:
    found = read_locality(_passage(line))
    assert found is not None
    assert found.postal_code is not None
    assert found.postal_code.text == code


def test_a_postcode_and_a_mark_are_no_place() -> None:
    assert read_locality(_passage("80135 ✉")) is None


def test_a_place_and_its_province_are_a_place() -> None:
    found = read_locality(_passage("Napoli (NA)"))
    assert found is not None
    assert (found.locality.text, found.region and found.region.text) == ("Napoli", "NA")
    assert read_locality(_passage("Ida Berg (NA)")) is None


@pytest.mark.parametrize(
    ("text", "bare"), [("(Sieg)", "(Sieg)"), ("(Sieg", "Sieg"), ("– Kai (West)", "Kai (West)"), ("\uf007 Ida", "Ida")]
)
def test_brackets_that_close_inside_a_text_are_its_own(text: str, bare: str) -> None:
    assert without_edges(_passage(text)).text == bare


def test_a_postcode_with_letters_stands_behind_a_county_and_a_comma() -> None:
    found = read_locality(_passage("Tullamore, Co. Offaly, R35 W8X3"))
    assert found is not None
    assert found.postal_code is not None
    assert (found.locality.text, found.postal_code.text) == ("Tullamore", "R35 W8X3")
    assert read_locality(_passage("Ida Berg, Lantern Press, 2015")) is None


@pytest.mark.parametrize("line", ["3240 S. Mill St.", "1010 Murray Ave., Templeton", "51 Zaca Ln. #140", "4000 Old Quay Road"])
def test_a_number_and_a_street_are_no_postcode_and_its_place(line: str) -> None:
    assert read_locality(_passage(line)) is None


def test_words_for_streets_inside_the_name_of_a_place_make_no_street() -> None:
    assert read_locality(_passage("1490 Court-Saint-Étienne")) is not None


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("8000 Hill Way", True),
        ("8000 Hill Way NE", True),
        ("1200 Lantern Street SW", True),
        ("2101 Ferry Avenue N.", True),
        ("9000 Ropes Terrace SE", True),
        ("9000 Ropes Terrace", False),
        ("9000 Ropes Square", False),
        ("9000 Ropes Square W", True),
        ("9000 Ropes NE", False),
    ],
)
def test_the_compass_behind_a_street_makes_it_one_whose_word_is_in_names_of_places_too(line: str, *, is_one: bool) -> None:
    assert (read_locality(_passage(line)) is None) is is_one


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("110 00, Zorgau", "Zorgau"),
        ("110 00, Zorgau 1", "Zorgau 1"),
        ("110 00, Zorgau 12", "Zorgau 12"),
        ("110 00, Zorgau 1 Old Quay", "Zorgau 1 Old Quay"),
        ("110 00, Zorgau 123", None),
        ("24937, Zorgau", None),  # no such postcode has a comma behind it
        ("110 000, Zorgau", None),
        ("110 00,Zorgau", None),
    ],
)
def test_a_comma_may_stand_behind_a_postcode_of_three_and_two_figures(line: str, place: str | None) -> None:
    found = read_locality(_passage(line))
    assert (found and found.locality.text) == place
    assert found is None or (found.postal_code is not None and found.postal_code.text == "110 00")


def test_a_country_may_stand_behind_a_place_and_its_district() -> None:
    found = read_locality(_passage("110 00, Zorgau 1, Czechia"))
    assert found is not None
    assert (found.locality.text, found.country_code) == ("Zorgau 1", "CZ")


@pytest.mark.parametrize(
    ("line", "is_place"),
    [
        ("Zorgmoor 1203", False),
        ("Hamburg 1203", True),
        ("1203 Zorgmoor", True),  # the number of a house stands behind its street
        ("Zorgmoor 12034", True),
        ("Zorgmoor VIC 3053", True),
        ("Zorgmoor 1203, Australia", True),
    ],
)
def test_four_figures_behind_a_place_that_nobody_knows_may_number_a_house(line: str, *, is_place: bool) -> None:
    assert (read_locality(_passage(line)) is not None) is is_place


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("Porto – Norte", ("Porto", "Norte")),
        ("Porto — Norte", ("Porto", "Norte")),
        ("Porto - Norte", ("Porto", "Norte")),
        ("Porto, Norte", ("Porto", "Norte")),
        ("Porto-Norte", None),
        ("Porto Norte", None),
        ("Zorgmoor – Norte", None),  # nobody knows it
        ("Porto – norte", None),
        ("Porto – 4000", None),
        ("Porto – Norte – Douro", None),
        ("Porto – Norte, Douro", None),
        ("Porto – Norte 4", None),
    ],
)
def test_a_region_may_stand_behind_a_place_and_a_dash_or_comma(line: str, found: tuple[str, str] | None) -> None:
    read = read_place_and_region(_passage(line))
    assert (read and (read.locality.text, read.region and read.region.text)) == found


def test_a_country_may_stand_there_too() -> None:
    read = read_place_and_region(_passage("Porto – Portugal"))
    assert read is not None
    assert (read.locality.text, read.region, read.country_code) == ("Porto", None, "PT")
