"""Text that knows where it came from: a piece table over the report as read.

A :class:`Passage` is a piece of text made of pieces of the source, each either as read or replaced by an edit. It can be
sliced, joined and edited without ever losing the way back: evidence, accounting and undoing an edit are read off its
pieces. The piece table is the structure editors use for the same purpose (J S. Moore; Crowley, *Data Structures for Text
Sequences*, 1998).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

_set = object.__setattr__
"""How the one place that makes a passage sets what nobody may set later."""


class Piece(NamedTuple):
    """A stretch of the source, half-open offsets; ``after`` is what stands in its place, None where it is as read."""

    start: int
    end: int
    after: str | None = None
    rule: str = ""


class Fragment(NamedTuple):
    """A run of pieces that follow each other in the source without a gap."""

    start: int
    end: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True, init=False)
class Passage:
    """Immutable text over ``source``; ``text`` is what its pieces read as after their edits."""

    source: str = field(repr=False, compare=False)
    pieces: tuple[Piece, ...]
    text: str

    def __init__(self, source: str, pieces: tuple[Piece, ...]) -> None:
        if len(pieces) == 1:
            (start, end, after, _) = pieces[0]
            text = source[start:end] if after is None else after
        else:
            text = "".join([source[start:end] if after is None else after for start, end, after, _ in pieces])
        _set(self, "source", source)
        _set(self, "pieces", pieces)
        _set(self, "text", text)

    @classmethod
    def of(cls, source: str, start: int, end: int) -> Passage:
        """The source from ``start`` to ``end`` (half-open), as read."""
        return cls(source, (Piece(start, end),) if end > start else ())

    @classmethod
    def joined(cls, passages: Sequence[Passage]) -> Passage:
        """Passages of one source one after the other, with nothing between them."""
        return cls(passages[0].source, tuple(_merged(p for passage in passages for p in passage.pieces)))

    def __len__(self) -> int:
        return len(self.text)

    def __str__(self) -> str:
        return self.text

    def __getitem__(self, wanted: slice) -> Passage:
        """The part between two offsets into ``text``.

        A deletion on the cut stays with the part on its left; one at the very beginning goes with what stands behind it.
        """
        start, end, _ = wanted.indices(len(self.text))
        if len(self.pieces) == 1 and self.pieces[0].after is None:  # nearly all are
            at = self.start
            return self if end - start == len(self.text) else Passage.of(self.source, at + start, at + end)
        return Passage(self.source, tuple(_merged(self._cut(start, max(start, end)))))

    def _cut(self, start: int, end: int) -> Iterator[Piece]:
        at = 0
        has_beginning = start == 0 and (end > 0 or not self.text)
        for piece in self.pieces:
            length = piece.end - piece.start if piece.after is None else len(piece.after)
            if length == 0:
                if start < at <= end or (at == 0 and has_beginning):
                    yield piece
            elif at < end and at + length > start:
                yield _sliced(piece, max(0, start - at), min(length, end - at), length)
            at += length

    def edited(self, start: int, end: int, after: str, rule: str) -> Passage:
        """Replace ``text[start:end]`` by ``after``; edits already made there are kept in the rule's name.

        Where the stretch spans a gap in the source, the new text stands with its first fragment.
        """
        left = tuple(self._cut(0, start)) if start else ()
        right = tuple(self._cut(end, len(self.text))) if end < len(self.text) or start == end else ()
        if start == end:
            place = left[-1].end if left else self.start
            middle = [Piece(place, place, after, rule)]
        else:
            middle = [
                Piece(f.start, f.end, "" if number else after, _rule_of(f.pieces, rule))
                for number, f in enumerate(Passage(self.source, tuple(self._cut(start, end))).fragments())
            ]
        return Passage(self.source, tuple(_merged((*left, *middle, *right))))

    def replaced(self, pattern: re.Pattern[str], after: str, rule: str) -> Passage:
        """Replace each match of ``pattern`` by ``after`` (a template as for ``re.sub``) where that changes something."""
        passage = self
        for match in reversed(list(pattern.finditer(self.text))):
            new = match.expand(after)
            if new != match.group():
                passage = passage.edited(match.start(), match.end(), new, rule)
        return passage

    def stripped(self) -> Passage:
        """Without the white space at both ends."""
        stripped = self.text.strip()
        if len(stripped) == len(self.text):
            return self
        start = len(self.text) - len(self.text.lstrip())
        return self[start : start + len(stripped)]

    def split(self, pattern: re.Pattern[str]) -> list[Passage]:
        """The stripped, non-empty parts between the matches of ``pattern``."""
        cuts = [0, *(offset for m in pattern.finditer(self.text) for offset in m.span()), len(self.text)]
        parts = [self[a:b].stripped() for a, b in zip(cuts[::2], cuts[1::2], strict=True)]
        return [part for part in parts if part.text]

    def fragments(self) -> list[Fragment]:
        """The runs of pieces without a gap in the source, in reading order."""
        if len(self.pieces) == 1:
            return [Fragment(self.start, self.end, self.pieces)]
        runs: list[list[Piece]] = []
        for piece in self.pieces:
            if runs and runs[-1][-1].end == piece.start:
                runs[-1].append(piece)
            else:
                runs.append([piece])
        return [Fragment(run[0].start, run[-1].end, tuple(run)) for run in runs]

    @property
    def start(self) -> int:
        """Offset of the first character in the source."""
        return self.pieces[0].start if self.pieces else 0

    @property
    def end(self) -> int:
        """Offset behind the last character in the source."""
        return self.pieces[-1].end if self.pieces else 0


def edited_passage(source: str, start: int, end: int, edits: Sequence[Piece]) -> Passage:
    """The source from ``start`` to ``end`` with edits (sorted, disjoint, inside it) applied."""
    if not edits:
        return Passage.of(source, start, end)
    pieces: list[Piece] = []
    at = start
    for edit in edits:
        if edit.start > at:
            pieces.append(Piece(at, edit.start))
        pieces.append(edit)
        at = edit.end
    if at < end:
        pieces.append(Piece(at, end))
    return Passage(source, tuple(pieces))


def _sliced(piece: Piece, start: int, end: int, length: int) -> Piece:
    """The part of a piece between two offsets into what it reads as."""
    if start == 0 and end == length:
        return piece
    if piece.after is None:
        return Piece(piece.start + start, piece.start + end)
    size = piece.end - piece.start
    first = piece.start + min(start, size)
    last = piece.end if end == length else piece.start + min(end, size)
    return Piece(first, last, piece.after[start:end], piece.rule)


def _rule_of(pieces: Iterable[Piece], rule: str) -> str:
    """The names of all edits in a stretch, in order, without repeats."""
    return "+".join(dict.fromkeys([*(p.rule for p in pieces if p.rule), rule]))


def _merged(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The same pieces, neighbours that are both as read made one."""
    last: Piece | None = None
    for piece in pieces:
        if last is not None and last.after is None and piece.after is None and last.end == piece.start:
            last = Piece(last.start, piece.end)
            continue
        if last is not None:
            yield last
        last = piece
    if last is not None:
        yield last
