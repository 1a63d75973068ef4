"""Drop caps: the large first letter of a text, beside several of its lines or raised above them, joined to its word.

The letter is taken out of the lines, so that it parts none of them, and the lines beside it are made to begin where it
does. In text input it stands alone on the line before its word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from profile_extract.clean.joins import Join, glued
from profile_extract.layout.ended import is_electronic
from profile_extract.model import Line, Report
from profile_extract.passage import Passage
from profile_extract.structure import Vocabulary

LEAST_SIZE = 1.5
"""Size of a drop cap, as a multiple of that of the text; one of two lines has 2.4, a raised initial 1.6 and more."""
MOST_GAP = 0.6
"""Widest gap between it and its word, as a share of its own size."""
OVERLAP = 0.25
"""How far its box may reach into its word's, as a share of its own size: boxes are wider than letters that lean."""
MOST_CHARS = 3
"""Characters of its line: a letter, quotation marks before it."""
_CAP = re.compile(r"[\"“„«»‘'¿¡(]*([^\W\d_])")
_GOES_ON = re.compile(r"[’']?(?:[^\W\d_A-ZÀ-Þ]|[A-ZÀ-Þ]+(?:\s|$)|[A-ZÀ-Þ]{2})")
"""How the rest of a word begins: with a small letter, or with capitals throughout."""
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_STEP = re.compile(r"(\d{1,2})[.)]?")
"""The number of a step, beside the first lines of its text as a drop cap is."""
FEWEST_STEPS = 3
"""Numbers that count one by one, from which they are those of steps: amounts do not."""
LINES_BESIDE_STEP = 2
"""Lines beside most such numbers; beside one line alone stands a heading with its number."""
_WORDS = frozenset("AEIOUYÀÉ")
"""Letters that are words by themselves in some language."""
RULE = "join-drop-cap"


class DropCaps(NamedTuple):
    """The lines of a report without drop caps, and each drop cap by the offset of the line that its word goes on in."""

    lines: list[Line]
    caps: Mapping[int, Line]


def find_drop_caps(report: Report, lines: Sequence[Line]) -> DropCaps:
    """Take the drop caps out of the lines of a cleaned report."""
    short = [n for n, line in enumerate(lines) if len(line.text) <= MOST_CHARS]
    letters = [n for n in short if _is_cap(report, lines[n])]
    steps = [n for n in short if lines[n].text[0].isdecimal()] if report.is_pdf else []
    if not letters and len(steps) < FEWEST_STEPS:
        return DropCaps(list(lines), {})
    found = _in_print(report, lines, letters, steps) if report.is_pdf else dict(_in_text(report, lines, letters))
    if not found:
        return DropCaps(list(lines), {})
    caps = {beside[0].start: lines[n] for n, beside in found.items()}
    left = {line.start: lines[n].bbox.x0 for n, beside in found.items() for line in beside}
    return DropCaps([_from(line, left) for n, line in enumerate(lines) if n not in found], caps)


def _is_cap(report: Report, line: Line) -> bool:
    match = _CAP.fullmatch(report.passage(line).text)
    return match is not None and match.group(1).isupper()


def _from(line: Line, left: Mapping[int, float]) -> Line:
    """A line that begins where the drop cap beside it does, if there is one."""
    x0 = left.get(line.start)
    return line if x0 is None else line._replace(bbox=line.bbox._replace(x0=min(x0, line.bbox.x0)))


def _in_print(report: Report, lines: Sequence[Line], letters: Sequence[int], numbers: Sequence[int]) -> dict[int, list[Line]]:
    """Drop caps and large numbers of steps by index, with the lines beside each, the one its word goes on in first."""
    pages: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
    beside = ((n, _lines_beside(lines[n], pages[lines[n].page])) for n in letters)
    caps = {n: found for n, found in beside if found and _GOES_ON.match(report.passage(found[0]).text)}
    return caps | _steps(lines, numbers, pages)


def _lines_beside(cap: Line, of_page: Sequence[Line]) -> list[Line]:
    return sorted((line for line in of_page if _is_beside(cap, line)), key=lambda line: line.bbox.bottom)


def _steps(lines: Sequence[Line], numbers: Sequence[int], pages: Mapping[int, Sequence[Line]]) -> dict[int, list[Line]]:
    """The large numbers of steps by index, with the lines beside each, if they count one by one and stand beside texts."""
    counted = [n for n in numbers if lines[n].style is not None and _STEP.fullmatch(lines[n].text)]
    if len(counted) < FEWEST_STEPS:
        return {}
    with_steps = {lines[n].page for n in counted}
    smallest = {page: min(line.style.size_pt for line in pages[page] if line.style) for page in with_steps}
    large = (n for n in counted if _is_much_larger(lines[n], smallest[lines[n].page]))
    found = {n: beside for n in large if (beside := _lines_beside(lines[n], pages[lines[n].page]))}
    values = [int(match[1]) for n in found if (match := _STEP.fullmatch(lines[n].text))]
    counting = sum(b == a + 1 for a, b in pairwise(values))
    texts = sum(len(beside) >= LINES_BESIDE_STEP for beside in found.values())
    return found if counting >= FEWEST_STEPS - 1 and 2 * counting >= len(found) and 2 * texts > len(found) else {}


def _is_much_larger(cap: Line, size_pt: float) -> bool:
    return cap.style is not None and cap.style.size_pt >= LEAST_SIZE * size_pt


def _is_beside(cap: Line, line: Line) -> bool:
    """Whether a line of much smaller type stands right beside a letter."""
    if cap.style is None or line.style is None or not _is_much_larger(cap, line.style.size_pt):
        return False
    size, gap = cap.style.size_pt, line.bbox.x0 - cap.bbox.x1
    middle = (line.bbox.top + line.bbox.bottom) / 2
    return -OVERLAP * size < gap < MOST_GAP * size and cap.bbox.top - line.bbox.height / 2 < middle < cap.bbox.bottom


def _in_text(report: Report, lines: Sequence[Line], letters: Sequence[int]) -> Iterator[tuple[int, list[Line]]]:
    for n in letters:
        after = lines[n + 1] if n + 1 < len(lines) else None
        if after is None or after.page != lines[n].page or lines[n].text[-1] in _WORDS:
            continue
        text = report.passage(after).text
        if text[:1].islower() and len(text) > MOST_CHARS and not is_electronic(text.split(" ", 1)[0]):
            yield n, [after]


def with_drop_cap(cap: Passage, text: Passage, vocabulary: Vocabulary) -> Passage:
    """The letter and the text that goes on behind it, as one word unless the letter is one by itself."""
    first = _FIRST_WORD.match(text.text)
    rest, letter = first.group() if first else "", cap.text[-1]
    is_word = letter in _WORDS and rest in vocabulary and not vocabulary.joined(letter, rest)
    return glued(cap, text, Join(0, " " if is_word or not letter.isalpha() else "", RULE))
