"""How a value leads back to its source: the edits between the two, written so that they can be undone.

An edit names what stood there before and what stands there after, with as much text around it as it takes to find the
place: going through the text from left to right, the first occurrence behind the last edit is the one that is meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from profile_extract.passage import Fragment, Passage, Piece


class Exchange(Protocol):
    """Anything with a text before and a text after: an edit of the output, or of this module."""

    @property
    def before(self) -> str:
        """What stands in the source."""

    @property
    def after(self) -> str:
        """What stands in the value."""


class EditRecord(NamedTuple):
    """One edit as the output shows it."""

    rule: str
    before: str
    after: str


class Traced(NamedTuple):
    """One fragment of a value: half-open offsets into the report's text, and the edits that made the value of it."""

    start: int
    end: int
    edits: tuple[EditRecord, ...]


def trace(passage: Passage) -> Iterator[Traced]:
    """The fragments of a passage with their edits, in reading order."""
    for fragment in passage.fragments():
        is_edited = len(fragment.pieces) > 1 or fragment.pieces[0].after is not None  # only edits part what touches
        yield Traced(fragment.start, fragment.end, tuple(_edits(passage.source, fragment)) if is_edited else ())


def apply_edits(text: str, edits: Sequence[Exchange]) -> str:
    """Source text with its edits made: the value. Raises ValueError where an edit does not fit."""
    return _exchanged(text, [(edit.before, edit.after) for edit in edits])


def undo_edits(text: str, edits: Sequence[Exchange]) -> str:
    """A value with its edits undone: the source text. Raises ValueError where an edit does not fit."""
    return _exchanged(text, [(edit.after, edit.before) for edit in edits])


def _exchanged(text: str, pairs: Sequence[tuple[str, str]]) -> str:
    done: list[str] = []
    at = 0
    for old, new in pairs:
        found = text.index(old, at)
        done += [text[at:found], new]
        at = found + len(old)
    return "".join(done) + text[at:]


def _edits(source: str, fragment: Fragment) -> Iterator[EditRecord]:
    """Each change with enough of the unchanged text before it to be found on both sides."""
    before = source[fragment.start : fragment.end]
    after = "".join(source[p.start : p.end] if p.after is None else p.after for p in fragment.pieces)
    source_at = value_at = 0
    source_done = value_done = 0
    for piece in fragment.pieces:
        length = piece.end - piece.start
        if piece.after is not None:
            context = _context(before, after, (source_at, value_at), (source_done, value_done), piece)
            old = before[source_at - context : source_at + length]
            new = after[value_at - context : value_at + len(piece.after)]
            yield EditRecord(piece.rule, old, new)
            source_done, value_done = source_at + length, value_at + len(piece.after)
        source_at += length
        value_at += length if piece.after is None else len(piece.after)


def _context(before: str, after: str, at: tuple[int, int], done: tuple[int, int], piece: Piece) -> int:
    """How many characters before a change must be shown with it, at best those of the word it ends."""
    length, new = piece.end - piece.start, len(piece.after or "")
    room = at[0] - done[0]
    word = len(before[done[0] : at[0]].rsplit(None, 1)[-1]) if room and not before[at[0] - 1].isspace() else 0
    for context in range(word, room):
        old_text = before[at[0] - context : at[0] + length]
        new_text = after[at[1] - context : at[1] + new]
        found = before.find(old_text, done[0]) == at[0] - context
        if found and after.find(new_text, done[1]) == at[1] - context:
            return context
    return room
