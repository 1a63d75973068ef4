"""Repair of what reading a report breaks: a report in, the same report with edits out, nothing overwritten.

Each repair is a function from text to text that is certain by itself (spaces, ligatures) or has learnt what it needs from
this document (damaged capitals). How lines are joined is decided where they are joined, by :mod:`clean.joins`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from functools import partial

from profile_extract.clean.accents import (
    OGONEK,
    SPACING_ACCENTS,
    find_habit,
    has_parted_accents,
    with_letters,
    with_ogoneks,
    with_parted_accents,
)
from profile_extract.clean.casing import find_damages, with_capitals
from profile_extract.clean.characters import is_plain, with_plain_characters
from profile_extract.clean.digits import find_set_words, may_have_set_digits, pattern_of, with_set_digits, with_set_words
from profile_extract.clean.elisions import parts_elisions, with_joined_elisions
from profile_extract.clean.ligatures import find_maps, with_ligatures
from profile_extract.clean.mojibake import find_repair
from profile_extract.clean.spaced_capitals import find_spaced_words, may_be_spaced, with_whole_capitals
from profile_extract.clean.splits import find_splits, with_whole_words
from profile_extract.clean.stray_accents import find_stray_accents, with_stray_accents
from profile_extract.clean.tracking import find_tracked_styles, may_part_capitals, with_joined_letters
from profile_extract.language import accented_letters, find_language
from profile_extract.model import Line, Report
from profile_extract.passage import Passage


def clean(report: Report) -> Report:
    """The report with its lines' edits; cleaning it again changes nothing more."""
    if decoded := find_repair(report):
        report = _each(report, lambda line: decoded(report.passage(line)))
    report = _tracking(_stray_accents(report))
    lines = tuple(map(partial(_with_plain_characters, report), report.lines, report.texts))
    plain = dataclasses.replace(report, lines=lines)
    for repair in (_digits, _ligatures, _accents, _elisions, _splits, _capitals):
        plain = repair(plain)
    return plain


def _stray_accents(report: Report) -> Report:
    """With the accents of lines as they were read: those of edited ones are on their letters already."""
    accents = find_stray_accents(report, _letters(report)) if report.is_pdf else {}
    if not accents:
        return report
    places = {line.start: accents[line.start] for line in report.lines if line.start in accents and not line.edits}
    return _each(report, lambda line: with_stray_accents(report.passage(line), places.get(line.start, ())))


def _tracking(report: Report) -> Report:
    words = find_spaced_words(report)
    if words:
        return _each(report, lambda line: with_whole_capitals(report.passage(line), words), may_be_spaced)
    if not report.is_pdf:
        return report
    styles = find_tracked_styles(report)
    may_need = may_part_capitals if not styles else lambda _: True
    return _each(report, lambda line: with_joined_letters(report, line, styles), may_need)


def _with_plain_characters(report: Report, line: Line, text: str) -> Line:
    """A line that reads as ``text`` without characters that need no evidence to be repaired."""
    if not may_have_set_digits(line.text) and is_plain(text):
        return line
    return _edited(line, with_plain_characters(with_set_digits(report, line)))


def _digits(report: Report) -> Report:
    words = find_set_words(report)
    if not words:
        return report
    pattern = pattern_of(words)
    return _each(
        report,
        lambda line: with_set_words(report.passage(line), words, pattern),
        may_need=lambda text: any(map(text.__contains__, words)),
    )


def _ligatures(report: Report) -> Report:
    maps = find_maps(report)
    return _each(report, with_ligatures(report, maps)) if maps else report


def _accents(report: Report) -> Report:
    if has_parted_accents(report.text):
        report = _each(report, lambda line: with_parted_accents(report.passage(line)))
    if OGONEK in report.text:
        report = _each(report, lambda line: with_ogoneks(report.passage(line)), lambda text: OGONEK in text)
    habit = find_habit(report.texts, _letters(report))
    return _each(report, lambda line: with_letters(report.passage(line), habit)) if any(habit) else report


def _letters(report: Report) -> frozenset[str]:
    """The letters with accents that the report's language has, where the report has accents that are no part of letters."""
    has_accents = any(map(report.text.__contains__, SPACING_ACCENTS))
    return accented_letters(find_language(report.text)) if has_accents else frozenset()


def _elisions(report: Report) -> Report:
    if not parts_elisions(report.texts):
        return report
    return _each(report, lambda line: with_joined_elisions(report.passage(line)))


def _splits(report: Report) -> Report:
    splits = find_splits(report)
    return _each(report, lambda line: with_whole_words(report.passage(line), splits)) if splits else report


def _capitals(report: Report) -> Report:
    damages = find_damages(report)
    return _each(report, lambda line: with_capitals(report.passage(line), line, damages)) if damages else report


def _each(report: Report, repair: Callable[[Line], Passage], may_need: Callable[[str], object] = lambda _: True) -> Report:
    """The report with the text of each line that may need it as a repair gives it."""
    pairs = zip(report.lines, report.texts, strict=True)
    lines = (_edited(line, repair(line)) if may_need(text) else line for line, text in pairs)
    return dataclasses.replace(report, lines=tuple(lines))


def _edited(line: Line, passage: Passage) -> Line:
    edits = tuple(piece for piece in passage.pieces if piece.after is not None)
    return line if edits == line.edits else line._replace(edits=edits)
