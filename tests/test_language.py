"""The language of a report, told by its function words."""

from __future__ import annotations

import pytest

from profile_extract.language import accented_letters, find_language, word_list


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "The mill was sold to a group of bakers, and it is they who run the market that has come of it."),
        (
            "de",
            "Die Mühle wurde an eine Gruppe von Bäckern verkauft, und sie sind es, die den Markt betreiben, der daraus wurde.",
        ),
        (
            "fr",
            "Le moulin a été vendu à un groupe de boulangers, et ce sont eux qui tiennent le marché qui en est né un jour.",
        ),
        ("es", "El molino se vendió a un grupo de panaderos, y son ellos los que llevan el mercado que nació de la venta."),
        (
            "it",
            "Il mulino è stato venduto a un gruppo di fornai, e sono loro che tengono il mercato che ne è nato con gli anni.",
        ),
        ("nl", "De molen werd aan een groep bakkers verkocht, en zij zijn het die de markt houden die er van gekomen is."),
        (
            "pt",
            "O moinho foi vendido a um grupo de padeiros, e são eles que fazem a feira que nasceu da venda, com os vizinhos.",
        ),
    ],
)
def test_prose_is_told_by_its_function_words(code: str, text: str) -> None:
    assert find_language(text) == code


def test_the_language_most_words_are_of_wins_over_a_foreign_name() -> None:
    text = "The people of Los Angeles and of La Paz have met in the hall, and they were to write to each other."
    assert find_language(text) == "en"


@pytest.mark.parametrize("text", ["", "4711 – 0815", "Helsinki Tampere Turku Oulu Espoo Vantaa Lahti Kuopio Pori Joensuu"])
def test_what_is_no_prose_has_no_language(text: str) -> None:
    assert find_language(text) is None


def test_a_long_report_is_looked_at_to_its_end() -> None:
    foreword = "The people of the town have met in the hall, and they were to write to each other. " * 250
    body = "Die Menschen der Stadt haben sich im Saal getroffen, und sie sollten einander von dort aus schreiben. " * 2000
    assert find_language(foreword + body) == "de"


@pytest.mark.parametrize(("code", "word"), [("en", "household"), ("es", "contiene"), ("de", "wieder"), ("fr", "peut-être")])
def test_a_list_has_the_common_words_of_a_language_each_on_a_line(code: str, word: str) -> None:
    assert f"\n{word}\n" in word_list(code)


def test_other_languages_have_no_list() -> None:
    assert word_list("xx") == word_list(None) == ""


@pytest.mark.parametrize(
    ("code", "letters"),
    [("es", "áéíñóúü"), ("de", "ßäöü"), ("it", "àéìòù"), ("pl", "óąćęłńśźż"), ("en", ""), ("xx", ""), (None, "")],
)
def test_the_letters_of_a_language_are_those_of_its_common_words(code: str | None, letters: str) -> None:
    """Foreign names among these words have others: ``ê``, ``ø``."""
    assert accented_letters(code) == set(letters)
