"""The piece table: text that is cut, joined and edited without losing the way back to its source."""

from __future__ import annotations

import itertools
import re

import pytest
from builders import edited_passages
from hypothesis import given
from hypothesis import strategies as st

from profile_extract.passage import Passage, Piece

SOURCE = "The ferry  leaves at noon"
Edited = tuple[Passage, str]


def _whole(source: str = SOURCE) -> Passage:
    return Passage.of(source, 0, len(source))


def _offsets(*passages: Passage) -> list[int]:
    """Every offset of the source that some passages stand for, those of deleted characters included."""
    return [offset for passage in passages for piece in passage.pieces for offset in range(piece.start, piece.end)]


# Examples


def test_a_slice_reads_as_the_slice_of_its_text_and_knows_its_place() -> None:
    part = _whole()[4:9]
    assert (part.text, part.start, part.end) == ("ferry", 4, 9)


def test_an_edit_keeps_what_stood_there() -> None:
    passage = _whole().edited(9, 11, " ", "collapse-spaces")
    assert passage.text == "The ferry leaves at noon"
    assert passage.pieces == (Piece(0, 9), Piece(9, 11, " ", "collapse-spaces"), Piece(11, 25))


def test_an_edit_of_an_edited_stretch_names_both_rules() -> None:
    passage = _whole().edited(9, 11, " ", "first").edited(4, 10, "boat ", "second")
    assert passage.text == "The boat leaves at noon"
    assert passage.pieces[1] == Piece(4, 11, "boat ", "first+second")


def test_the_same_rule_twice_is_named_once() -> None:
    passage = _whole().edited(9, 10, "", "collapse").edited(9, 10, "\t", "collapse")
    assert [piece.rule for piece in passage.pieces if piece.rule] == ["collapse", "collapse"]
    assert passage.edited(8, 11, "Y l", "collapse").pieces[1].rule == "collapse"


def test_an_edited_piece_is_parted_without_losing_or_doubling_source() -> None:
    passage = _whole("one & two").edited(4, 5, "and", "words")
    left, right = passage[:6], passage[6:]
    assert (left.text, right.text) == ("one an", "d two")
    assert sorted(_offsets(left, right)) == list(range(9))


def test_a_deletion_on_the_cut_stays_with_the_left_part() -> None:
    passage = _whole("left- right").edited(4, 5, "", "drop-hyphen")
    left, right = passage[:4], passage[4:]
    assert (_offsets(left), _offsets(right)) == ([0, 1, 2, 3, 4], [5, 6, 7, 8, 9, 10])


def test_an_empty_slice_at_the_beginning_holds_no_deleted_source() -> None:
    """What stands at the beginning belongs to the part behind the cut, as everywhere else, and not to both parts."""
    passage = _whole("- item").edited(0, 2, "", "bullet")
    assert _offsets(passage[:0], passage[0:]) == [0, 1, 2, 3, 4, 5]


def test_text_put_across_a_gap_stands_with_the_first_fragment() -> None:
    passage = Passage.joined([_whole()[:9], _whole()[11:17]]).edited(7, 10, "-", "across")
    assert passage.text == "The fer-eaves"
    assert [piece for piece in passage.pieces if piece.rule] == [Piece(7, 9, "-", "across"), Piece(11, 12, "", "across")]


def test_text_put_in_the_place_of_deleted_text_does_not_lose_it() -> None:
    passage = _whole("gone").edited(0, 4, "", "drop").edited(0, 0, "new", "insert")
    assert (passage.text, sorted(_offsets(passage))) == ("new", [0, 1, 2, 3])


def test_neighbours_that_are_as_read_become_one_piece() -> None:
    assert Passage.joined([_whole()[:7], _whole()[7:12], _whole()[12:]]).pieces == (Piece(0, 25),)


def test_parts_that_do_not_touch_in_the_source_are_fragments() -> None:
    passage = Passage.joined([_whole()[:3], _whole()[3:9], _whole()[21:]])
    assert [(fragment.start, fragment.end) for fragment in passage.fragments()] == [(0, 9), (21, 25)]


def test_an_edit_does_not_break_a_fragment() -> None:
    passage = _whole().edited(3, 4, "", "drop").edited(0, 0, ">", "mark")
    assert [(fragment.start, fragment.end) for fragment in passage.fragments()] == [(0, 25)]


def test_replacing_text_by_itself_is_no_edit() -> None:
    assert _whole().replaced(re.compile("ferry|leaves"), r"\g<0>", "none").pieces == (Piece(0, 25),)


def test_parts_between_separators_are_stripped_and_the_empty_ones_left_out() -> None:
    parts = _whole(" ; one ;; two;").split(re.compile(";"))
    assert [(part.text, part.start) for part in parts] == [("one", 3), ("two", 10)]


# Laws


@given(edited_passages())
def test_any_sequence_of_edits_and_cuts_reads_as_if_done_on_plain_text(edited: Edited) -> None:
    passage, text = edited
    assert passage.text == text


@given(edited_passages(), st.data())
def test_two_parts_add_up_to_the_whole(edited: Edited, data: st.DataObject) -> None:
    passage, text = edited
    cut = data.draw(st.integers(0, len(text)))
    left, right = passage[:cut], passage[cut:]
    assert (left.text, right.text) == (text[:cut], text[cut:])
    assert Passage.joined([left, right]).text == text


@given(edited_passages(), st.data())
def test_disjoint_slices_share_no_source_and_lose_none(edited: Edited, data: st.DataObject) -> None:
    passage, text = edited
    cuts = sorted(data.draw(st.sets(st.integers(0, len(text)), max_size=3)) - {0, len(text)})
    parts = [passage[a:b] for a, b in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    assert _offsets(*parts) == _offsets(passage)


@given(edited_passages(), st.data(), st.text("abX ", max_size=3))
def test_an_edit_changes_only_the_stretch_it_names(edited: Edited, data: st.DataObject, after: str) -> None:
    passage, text = edited
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(text))] * 2)))
    changed = passage.edited(start, end, after, "law")
    assert changed.text == text[:start] + after + text[end:]
    assert _offsets(changed) == _offsets(passage)
    if start and after:  # a deletion on the cut would stand with the left part
        assert changed[:start].pieces == passage[:start].pieces
    if end and after:
        assert changed[start + len(after) :].pieces == passage[end:].pieces


@given(edited_passages())
def test_fragments_are_the_pieces_parted_at_the_gaps(edited: Edited) -> None:
    passage, _ = edited
    fragments = passage.fragments()
    assert tuple(piece for fragment in fragments for piece in fragment.pieces) == passage.pieces
    for fragment in fragments:
        reached = fragment.start
        for piece in fragment.pieces:
            assert piece.start == reached
            reached = piece.end
        assert reached == fragment.end
    assert all(a.end < b.start for a, b in itertools.pairwise(fragments))


@given(edited_passages())
def test_stripping_is_that_of_strings(edited: Edited) -> None:
    passage, text = edited
    assert passage.stripped().text == text.strip()


@pytest.mark.parametrize("pattern", ["a", "b+", " |-", r"\s+", "a(?=b)"])
@given(edited=edited_passages())
def test_splitting_is_that_of_strings_without_the_empty_parts(pattern: str, edited: Edited) -> None:
    passage, text = edited
    expected = [part.strip() for part in re.split(pattern, text) if part.strip()]
    assert [part.text for part in passage.split(re.compile(pattern))] == expected


@pytest.mark.parametrize(("pattern", "after"), [("a", ""), ("(a)(b)", r"\2\1"), (r"\s+", " "), ("^", ">"), ("b", "aXb")])
@given(edited=edited_passages())
def test_replacing_is_that_of_regular_expressions(pattern: str, after: str, edited: Edited) -> None:
    passage, text = edited
    assert passage.replaced(re.compile(pattern), after, "law").text == re.sub(pattern, after, text)
