"""Characters that are repaired wherever they stand, because they can only be meant in one way."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from profile_extract.clean.characters import with_plain_characters
from profile_extract.passage import Passage

MARKS = "\u0301\u0308\u0327\u20dd\ufe0f"
ODD = (
    "\t\x0c\x85\xa0\u1680\u2003\u2009\u2028\u2029\u202f\u3000\u200b\u2060\ufeff\xad\ufb00\ufb01\ufb04\ufb06\ufffd\ue000\uf0b7"
    "\u200c\u200e\u2011"
)
TEXTS = st.text(st.sampled_from("aeioEé fi-\u1100\u1161\u11a8" + MARKS + ODD))


def _plain(text: str) -> Passage:
    return with_plain_characters(Passage.of(text, 0, len(text)))


def _rules(text: str) -> list[str]:
    return [piece.rule for piece in _plain(text).pieces if piece.rule]


@pytest.mark.parametrize(
    ("read", "plain", "rule"),
    [
        ("Cafe\u0301 u\u0308ber", "Café über", "compose"),
        ("Stra\u00dfe \u2126", "Straße Ω", "compose"),
        ("o\ufb03ce", "office", "ligature"),
        ("\ufb01ne \ufb02oor, a\ufb00air, ru\ufb04e, \ufb06ill", "fine floor, affair, ruffle, still", "ligature"),
        ("ten\xa0past\u2009two", "ten past two", "plain-space"),
        ("ten\tpast two", "ten past two", "plain-space"),
        ("one\u2028two\x85three", "one two three", "plain-space"),
        ("the  slow   tram", "the slow tram", "collapse-spaces"),
        ("neigh\xadbours", "neighbours", "invisible-character"),
        ("\ufeffopen\u200bstreet\u2060s", "openstreets", "invisible-character"),
        ("\ufffd a swing", "• a swing", "bullet"),
        ("\uf0b7\ta swing", "• a swing", "bullet"),
        ("\uf096 a swing", "• a swing", "bullet"),
    ],
)
def test_a_character_is_read_as_what_it_stands_for(read: str, plain: str, rule: str) -> None:
    assert _plain(read).text == plain
    assert rule in _rules(read)


@pytest.mark.parametrize(
    "text",
    [
        "Grüße aus Łódź – “señor” №5 … 3½ m² ≥ 10 ‰",  # no compatibility forms: m² is not m2
        "neigh\xad",  # whether this hyphen goes is decided where the lines are joined
        "the \ufffd mark",  # not at the beginning, so no bullet
        "\ufffdnreadable",  # nor where a word follows at once
        "• a swing",
        *(f"{sign} 40 33 22 11" for sign in "\uf095\uf10b\uf879"),  # what stands behind it is no item but a number
        "\uf095",
    ],
)
def test_a_character_that_is_as_it_should_be_is_left_alone(text: str) -> None:
    assert _plain(text).pieces == (Passage.of(text, 0, len(text)).pieces)


def test_an_odd_space_beside_a_plain_one_becomes_one_space() -> None:
    assert _plain("ten \xa0past").text == "ten past"


def test_only_the_soft_hyphen_at_the_end_is_kept_of_several() -> None:
    assert _plain("in\xadter\xadest\xad").text == "interest\xad"


def test_each_cluster_is_an_edit_of_its_own() -> None:
    # so that evidence shows what was composed, and not the whole line
    edits = [(piece.start, piece.end, piece.after) for piece in _plain("e\u0301tude, e\u0301te\u0301").pieces if piece.rule]
    assert edits == [(0, 2, "é"), (8, 10, "é"), (11, 13, "é")]


def test_letters_that_compose_across_clusters_are_composed_as_a_whole() -> None:
    # Hangul jamo are letters and no marks: a syllable is no base with marks behind it
    assert _plain("\u1112\u1161\u11ab").text == "\ud55c"


@pytest.mark.parametrize("text", ["\ufb01\u0301", "e\u200b\u0301", "e\xad\u0301", "a\ufeff\u0308"])
def test_letters_are_composed_with_marks_that_a_repair_brings_next_to_them(text: str) -> None:
    plain = _plain(text).text
    assert plain == unicodedata.normalize("NFC", plain)


@given(TEXTS)
@example("e\u0301\u0327")
@example("e\u200b\u0301")
def test_text_comes_out_composed_in_single_plain_spaces(text: str) -> None:
    plain = _plain(text).text
    assert unicodedata.is_normalized("NFC", plain)
    assert "  " not in plain
    assert not set(plain) & set("\t\x85\xa0\u2003\u2028\u3000\u200b\ufeff\ufb01")


@given(TEXTS)
@example("\ufb01\u0301")
@example("\ufffd\ufffd \ufffd")
@example("E\xad\u200cE")
def test_plain_text_stays_as_it_is(text: str) -> None:
    once = _plain(text).text
    assert _plain(once).text == once


@given(TEXTS)
def test_letters_and_their_order_are_kept(text: str) -> None:
    def letters(text: str) -> str:
        return "".join(c for c in unicodedata.normalize("NFKD", text) if c.isalpha())

    assert letters(_plain(text).text) == letters(text)


@pytest.mark.parametrize(
    ("read", "cleaned", "rule"),
    [
        ("man\xadage\xad ment", "management", "invisible-character"),
        ("\u200eleft\u200f \u202aand\u202c right", "left and right", "invisible-character"),
        ("o\ufb03ce\u200cs", "offices", "invisible-character"),
        ("twenty\u2011one, re\u2010use", "twenty-one, re-use", "plain-hyphen"),
        ("\uf0b7Swings", "•Swings", "bullet"),
        ("\uf0a7Slides", "•Slides", "bullet"),
    ],
)
def test_characters_that_only_print_needs_are_edits(read: str, cleaned: str, rule: str) -> None:
    passage = _plain(read)
    assert passage.text == cleaned
    assert rule in {part for piece in passage.pieces for part in piece.rule.split("+")}
    assert passage.source == read
