"""Sentences pulled out of a text, without quotation marks."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from builders import PROSE, TITLES, extraction_of, laid_out, pdf_report, typeset

from profile_extract.drafts import ProfileDraft
from profile_extract.fields.pulled import find_repeated

Part = tuple[str, str]
SAID = (
    "the neighbours came to mend their chairs",
    "a petition of bakers turned the plot into an orchard",
    "the walkers painted them on the pavement",
    "letters are written for those who cannot write",
    "whoever brings dough may bake it there",
)
"""What each text of :data:`builders.PROSE` says, too."""
TEXT = ("text", PROSE[0])


def _pulled(*parts: Part) -> list[str]:
    """The parts of a page that its texts say, too."""
    layout = laid_out(pdf_report(typeset(*parts, ("text", PROSE[3]), ("text", PROSE[4]))))
    return [layout.blocks[index].text.text for index in find_repeated(layout.blocks, layout.body_style)]


@pytest.mark.parametrize(
    ("kind", "is_pulled"),
    [("title", True), ("tagline", True), ("label", True), ("name", True), ("small", False), ("text", False)],
)
def test_what_a_text_says_too_is_pulled_out_of_it_where_it_is_set_otherwise_and_no_smaller(
    kind: str, *, is_pulled: bool
) -> None:
    assert _pulled(TEXT, (kind, SAID[0])) == [SAID[0]] * is_pulled


@pytest.mark.parametrize(
    ("said", "is_pulled"),
    [
        ("came to mend their chairs", True),
        ("to mend their chairs", True),
        ("mend their chairs", False),
        ("The neighbours came to mend their chairs", False),
        ("the neighbours came to mend the chairs", False),
        (PROSE[0], False),
        (f"{PROSE[0]} {PROSE[1]}", False),
    ],
    ids=["five words", "four", "three", "a capital", "another word", "all of it", "more"],
)
def test_four_words_or_more_are_pulled_out_of_a_text_that_goes_on(said: str, *, is_pulled: bool) -> None:
    assert _pulled(TEXT, ("label", said)) == [said] * is_pulled


FRIENDS = "Friends of the Old Mill"


@pytest.mark.parametrize(
    ("text", "is_pulled"),
    [
        (f"Ask the {FRIENDS}. They are there at noon.", False),
        (f"{FRIENDS} bake on Thursdays, and mend chairs.", False),
        (f"They are there at noon: {FRIENDS}. Ask them.", True),
        (f"{FRIENDS}! Ask them, and they mend what you bring.", True),
        (f"Whom to ask? “{FRIENDS}” – that is what they say.", True),
        (f"Ask the {FRIENDS}. Whom? {FRIENDS}.", True),
    ],
    ids=["end", "beginning", "whole", "first", "quoted", "second time"],
)
def test_with_a_capital_it_is_a_whole_sentence_and_no_name_or_heading(text: str, *, is_pulled: bool) -> None:
    assert _pulled(("text", text), ("label", FRIENDS)) == [FRIENDS] * is_pulled


@pytest.mark.parametrize(
    ("parts", "is_pulled"),
    [
        ([("tagline", SAID[0]), TEXT], False),
        ([("text", PROSE[1]), ("tagline", SAID[0]), TEXT], True),
    ],
    ids=["over all text", "over the text that says it"],
)
def test_what_stands_over_all_text_is_a_summary(parts: Sequence[Part], *, is_pulled: bool) -> None:
    assert _pulled(*parts) == [SAID[0]] * is_pulled


def test_what_another_box_says_too_is_no_part_of_the_text() -> None:
    assert not _pulled(("text", PROSE[1]), ("name", PROSE[0]), ("tagline", SAID[0]))


def _profiles(*labels: str, kind: str = "tagline") -> Sequence[ProfileDraft]:
    """Profiles with a sentence between two texts, the first of which says it, too; each text may stand under a label."""
    pages = []
    for n, title in enumerate(TITLES):
        heads = [[("label", label)] for label in labels] or [[], []]
        texts = (("text", PROSE[n]), (kind, SAID[n]), ("text", PROSE[n - 1][::-1]))
        pages.append(typeset(("chapter", title), *heads[0], *texts[:2], *heads[-1], *texts[2:]))
    return extraction_of(pdf_report(*pages)).profiles


def test_a_sentence_pulled_out_of_a_text_is_a_note_and_no_part_of_it() -> None:
    for n, profile in enumerate(_profiles()):
        assert [(note.rule, note.text) for note in profile.notes] == [("note.pulled", SAID[n])]
        assert [value.text for value in profile.narrative] == [PROSE[n], PROSE[n - 1][::-1]]


def test_under_a_label_it_is_no_part_of_the_section() -> None:
    for n, profile in enumerate(_profiles("Aim", "Means")):
        assert [(note.rule, note.text) for note in profile.notes] == [("note.pulled", SAID[n])]
        assert [[value.text for value in section.paragraphs] for section in profile.sections] == [
            [PROSE[n]],
            [PROSE[n - 1][::-1]],
        ]


def test_in_the_type_of_the_text_it_is_said_twice() -> None:
    for profile in _profiles(kind="text"):
        assert not profile.notes
