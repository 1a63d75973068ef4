"""Edits written down so that a reader of the output can make and undo them."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from builders import edited_passages
from hypothesis import given, settings

from profile_extract.evidence import EditRecord, apply_edits, trace, undo_edits
from profile_extract.passage import Passage

Edited = tuple[Passage, str]


def _whole(source: str) -> Passage:
    return Passage.of(source, 0, len(source))


def _there_and_back(passage: Passage) -> tuple[str, list[str], list[str]]:
    """The text that the traced edits make of the source, then the sources as undone, and as they are."""
    traced = list(trace(passage))
    sources = [passage.source[part.start : part.end] for part in traced]
    values = [apply_edits(source, part.edits) for source, part in zip(sources, traced, strict=True)]
    undone = [undo_edits(value, part.edits) for value, part in zip(values, traced, strict=True)]
    return "".join(values), undone, sources


def test_text_as_read_has_no_edits() -> None:
    assert [tuple(part) for part in trace(_whole("a quiet street"))] == [(0, 14, ())]


def test_an_edit_is_shown_with_the_word_before_it() -> None:
    (part,) = trace(_whole("a map of  the town").edited(8, 10, " ", "collapse-spaces"))
    assert part.edits == (EditRecord("collapse-spaces", "of  ", "of "),)


def test_of_repeated_words_the_one_that_was_edited_is_changed() -> None:
    passage = _whole("to and fro to and fro to").edited(11, 13, "TO", "capitals")
    (part,) = trace(passage)
    assert apply_edits("to and fro to and fro to", part.edits) == "to and fro TO and fro to"
    assert undo_edits("to and fro TO and fro to", part.edits) == "to and fro to and fro to"


def test_a_deletion_is_undone_where_it_was_made() -> None:
    passage = _whole("e-mail and e-bikes").edited(12, 13, "", "drop-hyphen")
    assert _there_and_back(passage) == ("e-mail and ebikes", ["e-mail and e-bikes"], ["e-mail and e-bikes"])


def test_an_insertion_is_undone_where_it_was_made() -> None:
    passage = _whole("aa aa aa").edited(6, 6, "a", "insert")
    assert _there_and_back(passage) == ("aa aa aaa", ["aa aa aa"], ["aa aa aa"])


def test_an_edit_that_makes_a_word_seen_before_is_undone_at_its_own_place() -> None:
    passage = _whole("a B c").edited(2, 3, "a", "small")
    assert _there_and_back(passage) == ("a a c", ["a B c"], ["a B c"])


def test_a_value_of_two_places_is_traced_to_both() -> None:
    source = "The bridge [12] was mended."
    traced = list(trace(Passage.joined([_whole(source)[:11], _whole(source)[16:]]).edited(11, 14, "is", "tense")))
    assert [(part.start, part.end) for part in traced] == [(0, 11), (16, 27)]
    assert traced[0].edits == ()
    assert apply_edits(source[16:27], traced[1].edits) == "is mended."


@pytest.mark.parametrize("way", [apply_edits, undo_edits])
def test_an_edit_that_does_not_fit_is_refused(way: Callable[[str, list[EditRecord]], str]) -> None:
    with pytest.raises(ValueError, match="substring not found"):
        way("a street without trees", [EditRecord("none", "bridge", "tunnel")])


def test_edits_are_looked_for_behind_each_other() -> None:
    # the second edit would find its place only before the first one
    with pytest.raises(ValueError, match="substring not found"):
        apply_edits("first second", [EditRecord("a", "second", "2"), EditRecord("b", "first", "1")])


@settings(max_examples=300)
@given(edited_passages())
def test_traced_edits_make_the_text_of_the_source(edited: Edited) -> None:
    passage, text = edited
    assert _there_and_back(passage)[0] == text


@settings(max_examples=300)
@given(edited_passages())
def test_undoing_the_edits_gives_the_source_back(edited: Edited) -> None:
    _, undone, sources = _there_and_back(edited[0])
    assert undone == sources


@given(edited_passages())
def test_fragments_follow_the_source_and_do_not_overlap(edited: Edited) -> None:
    traced = list(trace(edited[0]))
    assert all(part.start <= part.end for part in traced)
    assert all(a.end < b.start for a, b in itertools.pairwise(traced))
