"""Facts side by side in one line, parted by bars or dots: ``Age: 4–9 | Time: 20 min | Group: 27``.

A line is parted where a label that comes back in such lines begins behind a mark.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from profile_extract.layout.columns import Flow
from profile_extract.layout.parting import parted, parted_at
from profile_extract.lexicon import contact_line_field, label_key
from profile_extract.model import Line, Report

FEWEST_RETURNS = 3
"""Lines in which a label stands among others, from which it is one."""
_BAR = re.compile(r"[|·•]")
_FACT = re.compile(r"(?:^|[|·•]\s*)(?P<label>[^\W\d_][^:|·•.;!?\n]{0,39}?)\s?:\s+(?=[^\s|·•])")


def parted_at_bars(report: Report, flows: Sequence[Flow]) -> tuple[list[Flow], frozenset[int]]:
    """The flows with such lines parted, and the offsets of the parts that begin with a label."""
    found = {line.start: facts for line in _lines_with_bars(report) if len(facts := _facts(line)) > 1}
    counts = Counter(key for facts in found.values() for key, _ in facts)
    cuts = {
        start: kept
        for start, facts in found.items()
        if len(kept := [at for key, at in facts if counts[key] >= FEWEST_RETURNS]) > 1
    }
    if not cuts:
        return list(flows), frozenset()
    whole = [flow._replace(lines=tuple(_parted(report, flow.lines, cuts))) for flow in flows]
    begun = {start + at for start, kept in cuts.items() for at in kept}
    return whole, frozenset(begun)


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


def _parted(report: Report, lines: Sequence[Line], cuts: dict[int, list[int]]) -> Iterator[Line]:
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
