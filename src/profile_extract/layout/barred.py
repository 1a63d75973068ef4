"""Facts side by side in one line, parted by bars or dots: ``Age: 4–9 | Time: 20 min | Group: 27``.

A line is parted where a label that comes back in such lines begins behind a mark, or in bold type behind a value that is not.
In a dump, which has no bold type and may have lost the space between cells, the same labels in line after line tell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from profile_extract.layout.codes import CAPITALS, SMALL
from profile_extract.layout.columns import Flow
from profile_extract.layout.inner_labels import find_inner_labels
from profile_extract.layout.parting import parted, parted_at
from profile_extract.lexicon import contact_line_field, label_key
from profile_extract.model import Line, Report

FEWEST_RETURNS = 3
"""Lines in which a label stands among others, from which it is one."""
FEWEST_RUNS = 4
"""Stretches of type in a line with two labels in bold and their values."""
FEWEST_KINDS = 2
"""Labels in italics that come back inside lines."""
FEWEST_ALIKE = 5
"""Lines of a dump with the same labels, one behind the other, for these to be facts and no sentences."""
_LABEL = re.compile(rf"[^\W\d_{SMALL}][^:|·•.;!?\n]{{0,39}}?\s?:?")
_SET_LABEL = re.compile(rf"[^\W\d_{SMALL}][^:|·•.;!?\n]{{0,39}}?\s?:")
_BAR = re.compile(r"[|·•]")
_FACT = re.compile(r"(?:^|[|·•]\s*)(?P<label>[^\W\d_][^:|·•.;!?\n]{0,39}?)\s?:\s+(?=[^\s|·•])")
_NEXT = re.compile(rf"(?<= )(?P<label>[^\W\d_{SMALL}][^\W\d_]*(?: [^\W\d_{CAPITALS}][^\W\d_]*){{0,3}})\s?:\s+(?=[^\s|·•])")
"""A label behind a value with nothing but a space between them: one word with a capital, and small ones."""


def parted_at_bars(report: Report, flows: Sequence[Flow]) -> tuple[list[Flow], frozenset[int]]:
    """The flows with such lines parted, and those with labels inside, and the offsets of the parts that begin with a label."""
    found = {line.start: facts for line in _lines_with_bars(report) if len(facts := _facts(line)) > 1}
    found |= _bold_facts(report) if report.is_pdf else _plain_facts(report)
    set_apart = _set_apart(report) if report.is_pdf else {}
    counts = Counter(key for facts in found.values() for key, _ in facts)
    cuts = {
        start: kept
        for start, facts in found.items()
        if len(kept := [at for key, at in facts if counts[key] >= FEWEST_RETURNS]) > 1
    }
    cuts = {**find_inner_labels(report), **set_apart, **cuts}
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


def _set_apart(report: Report) -> dict[int, list[int]]:
    """Where labels in italics begin in lines, wherever in these they stand, if several of them come back over and over.

    The reader does not look at the type inside each line: what is in italics in some is a label in all.
    """
    words = [_words(line, n) for line in report.lines for n in range(len(line.runs)) if _is_set_label(line, n)]
    counts = Counter(text.rstrip() for text in words if contact_line_field(label_key(text)) is None)
    if sum(count >= FEWEST_RETURNS for count in counts.values()) < FEWEST_KINDS:
        return {}
    label = re.compile(rf"(?:^|(?<= ))(?:{'|'.join(map(re.escape, sorted(counts)))})(?= |$)")
    found = [(line.start, match) for line in report.lines for match in label.finditer(line.text)]
    returns = Counter(match[0] for _, match in found)
    cuts: dict[int, list[int]] = defaultdict(list)
    for start, match in found:
        if returns[match[0]] >= FEWEST_RETURNS:
            cuts[start].append(match.start())
    return cuts


def _is_set_label(line: Line, number: int) -> bool:
    """Whether a stretch of type of a line is a label in italics, up to its colon, before or behind upright type."""
    run = line.runs[number]
    beside = (*line.runs[max(0, number - 1) : number], *line.runs[number + 1 : number + 2])
    words = _words(line, number).rstrip()
    return run.style.italic and any(not other.style.italic for other in beside) and bool(_SET_LABEL.fullmatch(words))


def _words(line: Line, number: int) -> str:
    """The words of a stretch of type in a line."""
    ends = [run.offset for run in line.runs[number + 1 : number + 2]]
    return line.text[line.runs[number].offset : ends[0] if ends else len(line.text)]


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
    yield line._replace(wraps=True) if report.is_pdf and _SET_LABEL.fullmatch(line.text) else line
