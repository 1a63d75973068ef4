"""Named entities of short lines."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from profile_extract.fields.entities import find_entities
from profile_extract.fields.entities.hints import may_begin_with_name, may_hold
from profile_extract.fields.entities.words import is_cue, plain_letters, postal_prefix_country, word_lists

_LISTS = ("organization", "department", "role", "street", "person_title", "small")
_CUES = [word.replace("*", "") for name in _LISTS for word in word_lists()[name]]
_WORDS = "Gera Zwolle L’Aquila King's-Lynn Santa-Cruz Estonia Beate O’Neill J.-P. 12a 5km US$100 don't (Dr.) U.S.A. 3rd anna"
_PIECES = st.sampled_from([*_CUES, *_WORDS.split()])
_GLUE = st.sampled_from([" ", " ", " ", ", ", "-", "/", " (", ") ", "'s ", "’", ": ", ".", "!"])
_CASES = st.sampled_from([str, str.title, str.upper, str.capitalize])
SLOTS = st.lists(st.tuples(_PIECES, _CASES, _GLUE), max_size=7).map(lambda parts: "".join(c(w) + g for w, c, g in parts))
"""Short lines of cues, names and other words, glued together in odd ways."""


def _found(text: str, label: str) -> list[str]:
    return [text[entity.start : entity.end] for entity in find_entities(text) if entity.label == label]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Stadt Gera", ["Gera"]),
        ("Mayor of New York City", ["New York City"]),
        ("Stratford-upon-Avon District Council", ["Stratford-upon-Avon"]),
        ("Santa Cruz de la Sierra", ["Santa Cruz de la Sierra"]),
        ("gera und zwolle", []),
        ("A friend of helsinki", []),
    ],
)
def test_the_longest_names_of_places_are_found_at_capitals(text: str, places: list[str]) -> None:
    assert _found(text, "PLACE") == places


def test_countries_are_told_from_places() -> None:
    assert _found("Tartu, Estonia", "COUNTRY") == ["Estonia"]
    assert _found("Tartu, Estonia", "PLACE") == ["Tartu"]


@pytest.mark.parametrize(
    ("text", "label", "word"),
    [
        ("Leeds City Council", "ORG", "Council"),
        ("Bürgerstiftung Gera", "ORG", "Bürgerstiftung"),
        ("Gemeente Zwolle", "ORG", "Gemeente"),
        ("Fachdienst Stadtgrün", "DEPARTMENT", "Fachdienst"),
        ("Grünflächenamt", "DEPARTMENT", "Grünflächenamt"),
        ("Deputy Mayor", "ROLE", "Mayor"),
        ("Projektleiterin", "ROLE", "Projektleiterin"),
        ("Hafenstr. 4", "STREET", "Hafenstr"),
        ("Große Straße 5", "STREET", "Straße"),
        ("14 Calverley Street", "STREET", "Street"),
        ("Keizersgracht 220", "STREET", "Keizersgracht"),
    ],
)
def test_words_tell_what_their_line_is(text: str, label: str, word: str) -> None:
    assert word in _found(text, label)


@pytest.mark.parametrize(
    "name",
    [
        "Beate Lindner",
        "Dr. Jonas Weiß",
        "Jan de Vries",
        "J. R. Petrov",
        "Ana-Rita Souza",
        "Aoife O’Neill",
        "Maja Holmberg",
        "Bastien Roux",
    ],
)
def test_a_line_that_reads_as_a_name_may_be_a_person(name: str) -> None:
    assert _found(name, "PERSON") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Beate",
        "Leeds City Council",
        "Tartu Estonia",
        "the old depot",
        "Beate Lindner 12",
        "GREEN HALL",
        "Hafen Street",
        "Alter Holmberg 12",
        "Hinterer Lindenweg",
        "A and the of B is one C too many",
    ],
)
def test_a_line_with_other_words_is_no_person(text: str) -> None:
    assert _found(text, "PERSON") == []


def test_entities_come_in_reading_order_the_longer_first() -> None:
    entities = find_entities("Beate Gera, Mayor of Gera")
    assert list(entities) == sorted(entities, key=lambda entity: (entity.start, -entity.end))


def test_an_empty_line_has_none() -> None:
    assert find_entities("") == ()


@pytest.mark.parametrize(("sign", "code"), [("D", "DE"), ("d", "DE"), ("FIN", "FI"), ("NL", "NL"), ("a", "AT"), ("XYZ", None)])
def test_the_sign_before_a_postcode_is_of_a_country(sign: str, code: str | None) -> None:
    assert postal_prefix_country(sign) == code


@pytest.mark.parametrize(
    ("name", "plain"),
    [("München", "muenchen"), ("Łódź", "odz"), ("Évora", "evora"), ("New York", "new-york"), ("Gießen", "giessen")],
)
def test_names_are_spelt_as_hosts_spell_them(name: str, plain: str) -> None:
    assert plain_letters(name) == plain


def test_an_ending_is_no_cue_by_itself() -> None:
    assert is_cue("Kulturstiftung", "organization")
    assert not is_cue("verband", "street")
    assert not is_cue("gracht", "street")


@given(SLOTS)
@settings(max_examples=300, deadline=None)
def test_hints_never_deny_what_the_pipeline_finds(text: str) -> None:
    found = find_entities(text)
    assert [entity for entity in found if not may_hold(text, entity.label)] == []
    starts = [entity.start for entity in found if entity.label in {"PLACE", "COUNTRY"}]
    assert not starts or any(map(str.isalpha, text[: starts[0]])) or may_begin_with_name(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the old depot", "PLACE"),
        ("New ways to mend a roof", "PLACE"),
        ("Xqzwy Bvvk", "COUNTRY"),
        ("Ana walks home", "PERSON"),
        ("Room 4", "STREET"),
        ("Gera", "ROLE"),
    ],
)
def test_hints_spare_the_pipeline_most_lines(text: str, label: str) -> None:
    assert not may_hold(text, label)
    assert find_entities(text, label) == ()


def test_only_the_kinds_asked_for_are_found() -> None:
    assert {entity.label for entity in find_entities("Mayor of Gera, Stadt Gera", "ORG", "PLACE")} == {"ORG", "PLACE"}


def test_spacy_comes_without_its_command_line_which_can_be_imported_still() -> None:
    code = """
import sys
from profile_extract.fields.entities import find_entities
assert find_entities("Stadt Gera")
assert "spacy" in sys.modules and "spacy.cli" not in sys.modules and "typer" not in sys.modules
import spacy
assert spacy.info(silent=True)["spacy_version"] == spacy.__version__
import spacy.cli
assert spacy.cli.app and spacy.cli.info is sys.modules["spacy.cli.info"].info
"""
    subprocess.run([sys.executable, "-c", code], check=True)
