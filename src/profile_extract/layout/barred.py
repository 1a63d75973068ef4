"""Facts side by side in one line, parted by bars or dots: ``Age: 4–9 | Time: 20 min | Group: 27``.

A line is parted where a label that comes back in such lines begins behind a mark, or in bold type behind a value that is not.
In a dump, which has no bold type and may have lost the space between cells, the same labels in line after line tell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import pairwise

from profile_extract.layout.codes import CAPITALS, SMALL, Heads
from profile_extract.layout.columns import Flow
from profile_extract.layout.inner_labels import find_inner_labels
from profile_extract.layout.parting import parted, parted_at
from profile_extract.layout.running_labels import LABEL, find_running_labels, find_wrapped
from profile_extract.lexicon import contact_line_field, label_key
from profile_extract.model import Line, Report

FEWEST_RETURNS = 3
"""Lines in which a label stands among others, from which it is one."""
FEWEST_RUNS = 4
"""Stretches of type in a line with two labels in bold and their values."""
FEWEST_ALIKE = 5
"""Lines of a dump with the same labels, one behind the other, for these to be facts and no sentences."""
_LABEL = re.compile(f"{LABEL.pattern}?")
"""The same where type shows it: the colon may lack."""
_BAR = re.compile(r"[|·•]")
_FACT = re.compile(r"(?:^|[|·•]\s*)(?P<label>[^\W\d_][^:|·•.;!?\n]{0,39}?)\s?:\s+(?=[^\s|·•])")
_NEXT = re.compile(rf"(?<= )(?P<label>[^\W\d_{SMALL}][^\W\d_]*(?: [^\W\d_{CAPITALS}][^\W\d_]*){{0,3}})\s?:\s+(?=[^\s|·•])")
"""A label behind a value with nothing but a space between them: one word with a capital, and small ones."""


def parted_at_bars(report: Report, flows: Sequence[Flow]) -> tuple[list[Flow], Heads]:
    """The flows with such lines parted, and those with labels inside.

    And the offsets of the parts that begin with a label, which begin blocks, and of the lines that go on what is above them.
    """
    running = find_running_labels(report)
    cuts = {**find_inner_labels(report), **running, **_beside_each_other(report)}
    if not cuts:
        return list(flows), Heads()
    whole = [flow._replace(lines=tuple(_parted(report, flow.lines, cuts))) for flow in flows]
    breaks = _offsets(cuts)
    inside = _offsets({start: [at for at in kept if at] for start, kept in cuts.items()})
    joins = {start for flow in whole for start in _under_labels(flow.lines, inside)}
    if not report.is_pdf:
        begun = _offsets(running)
        joins.update(start for flow in whole for start in find_wrapped(flow.lines, begun))
    return whole, Heads(breaks, frozenset(joins) - breaks)


def _offsets(cuts: Mapping[int, Sequence[int]]) -> frozenset[int]:
    """Offsets into the report's text of cuts in lines, which are known by the offsets of these."""
    return frozenset(start + at for start, kept in cuts.items() for at in kept)


def _under_labels(lines: Sequence[Line], inside: Container[int]) -> Iterator[int]:
    """Offsets of the lines with the value of a label that ends the line above: one of those cut off ``inside`` a line.

    A label with a line of its own heads a block.
    """
    for above, line in pairwise(lines):
        if above.start in inside and LABEL.fullmatch(above.text):
            yield line.start


def _beside_each_other(report: Report) -> dict[int, list[int]]:
    """Where labels of facts that stand side by side begin in lines, by the offsets of these lines."""
    found = {line.start: facts for line in _lines_with_bars(report) if len(facts := _facts(line)) > 1}
    found |= _bold_facts(report) if report.is_pdf else _plain_facts(report)
    counts = Counter(key for facts in found.values() for key, _ in facts)
    kept = {start: [at for key, at in facts if counts[key] >= FEWEST_RETURNS] for start, facts in found.items()}
    return {start: begins for start, begins in kept.items() if len(begins) > 1}


def _lines_with_bars(report: Report) -> Iterator[Line]:
    """The lines with a bar in them: one search goes through the whole report."""
    bars = [match.start() for match in _BAR.finditer(report.text)]
    starts = [line.start for line in report.lines] if bars else []
    for number in sorted({bisect_right(starts, bar) - 1 for bar in bars}):
        yield report.lines[number]


def _facts(line: Line) -> list[tuple[str, int]]:
    """The labels in a line, as they are known again, and where they begin; none of lines of an address."""
    facts = [(label_key(match["label"]), match.start("label")) for match in _FACT.finditer(line.text)]
    return [] if any(contact_line_field(key) for key, _ in facts) else facts


def _plain_facts(report: Report) -> dict[int, list[tuple[str, int]]]:
    """The same of lines of a dump in which nothing but a space parts values and labels, always the same ones."""
    lines = [line for line in report.lines if line.text.count(":") > 1]
    found = {line.start: facts for line in lines if len(facts := _facts_by_colons(line)) > 1}
    counts = Counter(tuple(key for key, _ in facts) for facts in found.values())
    return {start: facts for start, facts in found.items() if counts[tuple(key for key, _ in facts)] >= FEWEST_ALIKE}


def _facts_by_colons(line: Line) -> list[tuple[str, int]]:
    """The labels in a line that begins with one, and where they begin; none of lines of an address."""
    first = _FACT.match(line.text)
    matches = [first, *_NEXT.finditer(line.text, first.end())] if first else []
    facts = [(label_key(match["label"]), match.start("label")) for match in matches]
    return [] if any(contact_line_field(key) for key, _ in facts) else facts


def _bold_facts(report: Report) -> dict[int, list[tuple[str, int]]]:
    """The same of lines in which bold labels and values take turns, if all of these labels come back in such lines."""
    lines = [line for line in report.lines if len(line.runs) >= FEWEST_RUNS and line.runs[0].style.bold]
    found = {line.start: facts for line in lines if len(facts := _facts_in_bold(line)) > 1}
    counts = Counter(key for facts in found.values() for key, _ in facts)
    return {s: facts for s, facts in found.items() if all(counts[key] >= FEWEST_RETURNS for key, _ in facts)}


def _facts_in_bold(line: Line) -> list[tuple[str, int]]:
    """The bold words in a line and where they begin; none if they do not all begin as labels do, and end before a value."""
    ends = (*(run.offset for run in line.runs[1:]), len(line.text))
    words = [(line.text[run.offset : end], run) for run, end in zip(line.runs, ends, strict=True)]
    takes_turns = all(run.style.bold is (number % 2 == 0) for number, (_, run) in enumerate(words))
    if not takes_turns or len(words) % 2 or not all(_LABEL.fullmatch(text.strip()) for text, _ in words[::2]):
        return []
    facts = [(label_key(text), run.offset) for text, run in words[::2]]
    return [] if any(contact_line_field(key) for key, _ in facts) else facts


def _parted(report: Report, lines: Sequence[Line], cuts: Mapping[int, Sequence[int]]) -> Iterator[Line]:
    for line in lines:
        yield from _at_facts(report, line, cuts[line.start]) if line.start in cuts else (line,)


def _at_facts(report: Report, line: Line, begins: Sequence[int]) -> Iterator[Line]:
    """The parts of a line, each but the first beginning where a label does."""
    start = line.start
    for begin in begins:
        at = start + begin - line.start
        if not report.is_pdf and at > 0:
            left, line = parted_at(line, at)
            yield left._replace(text=left.text.rstrip(), wraps=line.wraps)
            continue
        word = next((n for n, word in enumerate(report.words(line)) if word.start >= at), 0)
        if word:
            left, line = parted(report, line, word)
            yield left
    yield line
