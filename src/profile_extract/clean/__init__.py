"""Repair of what reading a report breaks: a report in, the same report with edits out, nothing overwritten.

Each repair is a function from text to text that is certain by itself (spaces, ligatures) or has learnt what it needs from
this document (damaged capitals). How lines are joined is decided where they are joined, by :mod:`clean.joins`.
"""

from __future__ import annotations

import dataclasses

from profile_extract.clean.accents import builds_letters, with_letters
from profile_extract.clean.casing import find_damages, with_capitals
from profile_extract.clean.characters import is_plain, with_plain_characters
from profile_extract.clean.digits import may_have_set_digits, with_set_digits
from profile_extract.clean.elisions import parts_elisions, with_joined_elisions
from profile_extract.model import Line, Report
from profile_extract.passage import Passage


def clean(report: Report) -> Report:
    """The report with its lines' edits; cleaning it again changes nothing more."""
    plain = dataclasses.replace(report, lines=tuple(_with_plain_characters(report, line) for line in report.lines))
    if builds_letters(map(plain.text_of, plain.lines)):
        lines = [_edited(line, with_letters(plain.passage(line))) for line in plain.lines]
        plain = dataclasses.replace(plain, lines=tuple(lines))
    if parts_elisions(map(plain.text_of, plain.lines)):
        lines = [_edited(line, with_joined_elisions(plain.passage(line))) for line in plain.lines]
        plain = dataclasses.replace(plain, lines=tuple(lines))
    damages = find_damages(plain)
    if not damages:
        return plain
    lines = [_edited(line, with_capitals(plain.passage(line), line, damages)) for line in plain.lines]
    return dataclasses.replace(plain, lines=tuple(lines))


def _with_plain_characters(report: Report, line: Line) -> Line:
    if not may_have_set_digits(line.text) and is_plain(report.text_of(line)):
        return line
    return _edited(line, with_plain_characters(with_set_digits(report, line)))


def _edited(line: Line, passage: Passage) -> Line:
    edits = tuple(piece for piece in passage.pieces if piece.after is not None)
    return line if edits == line.edits else line._replace(edits=edits)
