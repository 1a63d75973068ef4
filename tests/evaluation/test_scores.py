"""Profiles paired, fields judged at each level, and what is counted from it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_extract.evaluation.documents import GoldReport, PredictedReport
from profile_extract.evaluation.pairing import paired
from profile_extract.evaluation.scores import Score, put_together, score_report
from profile_extract.evaluation.texts import LEVELS, comparable, is_near, levels_held, tidy

Tree = dict[str, Any]
NARRATIVE = ["Every morning the ferry brings bread.", "Nobody pays, and everybody waves."]
EDGES = {"starts": "Every morning the", "ends": "everybody waves.", "words": 11}
CONTACT = {"person": "Ada Ferry", "organization": "Harbour Office", "emails": ["ada@harbour.example"]}


def scored(gold: list[Tree], predicted: list[Tree], **more: Any) -> Score:
    """The score of profiles given as plain trees."""
    expected = GoldReport.model_validate({"profiles": gold, **more})
    return score_report("report", expected, PredictedReport.model_validate({"profiles": predicted}))


def held(field: str, gold: Tree, predicted: Tree) -> list[frozenset[str]]:
    """The levels at which the values of a field hold, in a profile with a title of its own."""
    score = scored([{"title": "The Bread Ferry", **gold}], [{"title": "The Bread Ferry", **predicted}])
    return [judgement.held for judgement in score.judgements if judgement.field == field]


def counts(score: Score, field: str) -> tuple[int, int, int]:
    """Expected, predicted and right (strict) of a field."""
    count = score.fields()[field]
    return count.expected, count.predicted, count.right["strict"]


@pytest.mark.parametrize(
    ("gold", "predicted", "levels"),
    [
        ("The Bread Ferry", "The Bread Ferry", LEVELS),
        ("The Bread  Ferry ", "The Bread\nFerry", LEVELS),
        ("Café", "Cafe\u0301", LEVELS),
        ("The Bread Ferry", "THE BREAD FERRY", LEVELS[1:]),
        ("The Bread Ferry", "The Bread-Ferry", LEVELS[2:]),
        ("Land of 40 km²", "Land of 40 km2", LEVELS[2:]),
        ("The Bread Ferry", "The Broad Ferry", LEVELS[3:]),
        ("a b c d", "abcd", ("soft",)),
        ("The Bread Ferry", "A Night Market", ()),
        ("", "", LEVELS),
        ("x", "", ()),
    ],
)
def test_levels(gold: str, predicted: str, levels: tuple[str, ...]) -> None:
    assert levels_held(tidy(gold), tidy(predicted)) == set(levels)


@pytest.mark.parametrize(("length", "edits"), [(5, 1), (10, 2), (15, 3), (35, 7), (4, 0), (9, 1)])
def test_near_is_four_of_five_characters_and_not_one_less(length: int, edits: int) -> None:
    text = "a" * length
    assert is_near(text, "b" * edits + text[edits:])
    assert not is_near(text, "b" * (edits + 1) + text[edits + 1 :])


def distance(a: str, b: str) -> int:
    """Edit distance by the book."""
    row = list(range(len(b) + 1))
    for i, one in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, other in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (one != other))
    return row[-1]


@given(st.text("abä", max_size=12), st.text("abä", max_size=12))
def test_near_is_what_the_definition_says(a: str, b: str) -> None:
    longest = max(len(a), len(b))
    assert is_near(a, b) == (not longest or (longest - distance(a, b)) / longest >= 0.8)


@pytest.mark.parametrize(
    ("part", "text", "form"),
    [
        ("websites", "https://ferry.example/", "ferry.example"),
        ("websites", "HTTP://ferry.example/a", "ferry.example/a"),
        ("emails", "ada@harbour.example", "ada@harbour.example"),
        ("postal_code", "D-42 289", "D42289"),
        ("phones", "+49 (0)551 / 400-25", "+49055140025"),
        ("title", " two  words", "two words"),
    ],
)
def test_values_are_compared_in_a_form_of_their_own(part: str, text: str, form: str) -> None:
    assert comparable(part, text) == form


def test_a_narrative_is_given_whole() -> None:
    assert held("narrative", {"narrative": NARRATIVE}, {"narrative": NARRATIVE}) == [set(LEVELS)]
    joined = {"narrative": [" ".join(NARRATIVE)]}
    assert held("narrative", {"narrative": NARRATIVE}, joined) == [set(LEVELS)]
    assert held("paragraph_count", {"narrative": NARRATIVE}, joined) == [set()]
    assert held("narrative", {"narrative": NARRATIVE}, {"narrative": NARRATIVE[:1]}) == [set()]


@pytest.mark.parametrize(
    ("predicted", "levels"),
    [
        (NARRATIVE, LEVELS),
        ([text.upper() for text in NARRATIVE], LEVELS[1:]),
        (["Every-morning the ferry brings bread and", "waves to us all: nobody pays, everybody waves!"], LEVELS[2:]),
        ([*NARRATIVE, "And so on."], ()),
        (["Each", *NARRATIVE], ()),
        ([f"Every morning the {'long ' * 10}everybody waves."], ()),
        ([], ()),
    ],
)
def test_a_narrative_is_given_by_its_edges(predicted: list[str], levels: tuple[str, ...]) -> None:
    assert held("narrative", {"narrative": EDGES}, {"narrative": predicted}) == [set(levels)]


def test_a_section_is_given_by_text_or_value_and_its_label_without_colon() -> None:
    gold = {"sections": [{"label": "Results:", "value": "All fed"}, {"label": "Aim", "text": EDGES}]}
    predicted = {"sections": [{"label": "Aim", "paragraphs": NARRATIVE}, {"label": "Results", "paragraphs": ["All", "fed"]}]}
    for field in ("section.label", "section.value", "section.text"):
        assert set(held(field, gold, predicted)) == {frozenset(LEVELS)}, field
    score = scored([{"sections": []}], [{"sections": predicted["sections"]}])
    assert counts(score, "section.label") == (0, 2, 0)
    assert "section.value" not in score.fields()


def test_a_key_that_is_absent_is_not_judged_and_one_that_is_null_must_be_empty() -> None:
    predicted = {"title": "T", "tagline": "Bread for all", "narrative": NARRATIVE, "city": {"name": "Ystad"}}
    assert set(scored([{"title": "T"}], [predicted]).fields()) == {"title"}
    score = scored([{"title": "T", "tagline": None, "narrative": None, "city": None}], [predicted])
    assert {name: counts(score, name) for name in score.fields()} == {
        "title": (1, 1, 1),
        "tagline": (0, 1, 0),
        "narrative": (0, 1, 0),
        "city.name": (0, 1, 0),
    }
    assert score.whole_profiles("levenshtein") == 0
    assert scored([{"title": "T", "tagline": None, "contacts": []}], [{"title": "T"}]).whole_profiles("verbatim") == 1


def test_contacts_are_paired_best_first() -> None:
    other = {"person": "Ben Quay", "organization": "Bakery", "emails": ["ben@bakery.example"]}
    score = scored([{"contacts": [CONTACT, other]}], [{"contacts": [other, CONTACT]}])
    assert score.micro("verbatim").f1 == 1
    assert len(list(score.judgements)) == 6
    score = scored([{"contacts": [CONTACT]}], [{"contacts": [other, {**CONTACT, "person": "Ada Ferri"}]}])
    assert counts(score, "contact.person") == (1, 2, 0)
    assert counts(score, "contact.organization") == (1, 2, 1)


def test_addresses_of_a_contact_are_paired_best_first() -> None:
    gold = {"contacts": [{"websites": ["ferry.example", "bread.example"]}]}
    predicted = {"contacts": [{"websites": ["https://bread.example/", "https://ferry.example", "https://new.example.org"]}]}
    score = scored([gold], [predicted])
    assert counts(score, "contact.websites") == (2, 3, 2)


def test_related_ideas_that_nobody_expects_are_false_in_every_part() -> None:
    related = {"title": "Soup Tram", "description": "Soup on rails", "city": {"name": "Linz", "country_code": "AT"}}
    score = scored([{"related_ideas": None}], [{"related_ideas": [related]}])
    assert {name: counts(score, name) for name in score.fields()} == {
        "related.title": (0, 1, 0),
        "related.description": (0, 1, 0),
        "related.city.name": (0, 1, 0),
        "related.city.country_code": (0, 1, 0),
    }
    assert scored([{"related_ideas": [{"title": "Soup Tram"}]}], [{"related_ideas": [related]}]).micro("verbatim").f1 == 1


@pytest.mark.parametrize("alternative", ["The Ferry: Bread", ["A Ferry", "The Ferry: Bread"]])
def test_gold_accepts_other_readings(alternative: str | list[str]) -> None:
    gold = {"title": "The Ferry", "title_alt": alternative}
    score = scored([gold], [{"title": "The Ferry – Bread"}])
    assert (score.boundaries.f1, score.micro("soft").f1, score.micro("strict").f1) == (1, 1, 0)


def test_profiles_are_paired_by_title_and_then_by_the_beginning_of_their_text() -> None:
    gold = [{"title": "The Bread Ferry", "narrative": EDGES}, {"title": "Soup Tram"}]
    score = scored(gold, [{"title": "Soup Tram"}, {"title": "Chapter 2", "narrative": ["Every morning the"]}])
    assert (score.expected, score.predicted, score.found) == (2, 2, 2)
    assert score.boundaries.f1 == 0.5


def test_boundaries_go_by_titles_at_level_soft() -> None:
    gold = [{"title": "The Bread Ferry"}, {"title": "Soup Tram"}]
    score = scored(gold, [{"title": "THE BREAD-FERRY"}, {"title": "Soup Trams"}, {"title": "Annex"}])
    assert score.found == 2
    assert score.boundaries.precision == pytest.approx(1 / 3)
    assert score.boundaries.recall == pytest.approx(1 / 2)


def test_more_profiles_do_no_harm_where_gold_is_not_complete() -> None:
    gold, predicted = [{"title": "Soup Tram"}], [{"title": "Soup Tram"}, {"title": "Annex"}]
    assert scored(gold, predicted).micro("strict").precision == 0.5
    score = scored(gold, predicted, complete=False)
    assert (score.micro("strict").f1, score.boundaries.f1, score.predicted) == (1, 1, 2)


def test_a_profile_that_was_not_found_is_judged_as_an_empty_one_and_is_not_whole() -> None:
    score = scored([{"title": "Soup Tram", "tagline": None, "contacts": [CONTACT]}], [])
    assert (score.found, score.whole_profiles("levenshtein")) == (0, 0)
    assert (score.micro("strict").recall, score.micro("strict").f1) == (0, 0)
    assert len(score.misses()) == 4
    assert scored([{"tagline": None}], []).whole_profiles("verbatim") == 0


def test_a_profile_is_whole_when_every_annotated_field_holds() -> None:
    gold = {"title": "Soup Tram", "tagline": "Soup on rails"}
    score = scored([gold, {**gold, "title": "Bread Ferry"}], [gold, {**gold, "title": "BREAD FERRY"}])
    assert (score.whole_profiles("verbatim"), score.whole_profiles("strict")) == (0.5, 1)


def test_nothing_expected_and_nothing_found_is_perfect() -> None:
    score = scored([], [])
    assert (score.micro("strict").f1, score.macro_f1("strict"), score.whole_profiles("strict")) == (1, 1, 1)
    assert score.boundaries == (1, 1, 1)


def test_micro_weighs_values_and_macro_fields() -> None:
    gold = [{"title": f"Idea {number}"} for number in range(9)]
    score = scored([*gold, {"title": "Tram", "tagline": "Soup"}], [*gold, {"title": "Tram", "tagline": "Bread"}])
    assert score.micro("strict").f1 == pytest.approx(10 / 11)
    assert score.macro_f1("strict") == pytest.approx(1 / 2)


def test_reports_put_together_are_one() -> None:
    good, bad = scored([{"title": "Tram"}], [{"title": "Tram"}]), scored([{"title": "Ferry"}], [])
    both = put_together([good, bad])
    assert (both.expected, both.predicted, both.found) == (2, 1, 1)
    assert both.micro("strict").recall == 0.5


def test_warnings_asked_for_are_counted() -> None:
    profiles = [
        {"title": "Tram", "warnings": ["broken-link", "broken-link"]},
        {"title": "Ferry", "warnings": ["suspect-text"]},
    ]
    predicted = {"profiles": [], "warnings": [{"code": "broken-link", "path": ""}, {"code": "profile-count"}]}
    score = score_report("r", GoldReport.model_validate({"profiles": profiles}), PredictedReport.model_validate(predicted))
    assert score.warnings_missing == ("broken-link", "suspect-text")


@given(st.lists(st.text("ab ", max_size=4), max_size=6), st.lists(st.text("ab ", max_size=4), max_size=6))
def test_pairing_loses_and_doubles_nothing(gold: list[str], predicted: list[str]) -> None:
    rows = paired(gold, predicted, str, str)
    assert [g for g, _ in rows if g is not None] == gold
    assert sorted(p for _, p in rows if p is not None) == sorted(predicted)
