"""Where blocks begin though no space parts them: at labels, at addresses behind them, and under headings of a dump."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from profile_extract.layout.beginnings import beginning_of
from profile_extract.layout.codes import NOTE_SIGNS
from profile_extract.layout.ended import begins_anew, find_dangling, last_word
from profile_extract.layout.line_ends import EARLY_SHARE, ends_in_word, may_go_on_in_capitals
from profile_extract.layout.numbered import find_numbered_headings
from profile_extract.layout.rounds import find_over_rounds
from profile_extract.lexicon import contact_line_field, is_closed, label_key, part_field
from profile_extract.model import Line, Style
from profile_extract.structure import dominant_style

FEWEST_RETURNS = 3
"""How often a line comes back before it is a label: two alike may be chance."""
MOST_LABEL_CHARS, MOST_LABEL_WORDS = 60, 8
"""Longest label, in characters and words."""
HEADING_SHARE = 1.1
"""Size of a heading as a share of that of the text, from which a line of it cannot be a label and its value."""
HEADING_LEADING = 1.5
"""Distance of the baselines of one heading's lines, at most, as a share of its size."""
FULL_SHARE = 0.85
"""Share of the longest line up to which the next word would have had room: the line was ended on purpose."""
_RUN_IN = re.compile(
    rf"(?:[{NOTE_SIGNS}§✉] ?)?([^\W\d_a-z][^:.;!?,–—]{{0,39}}?)(?:(?:\s?:|\s[–—])\s+(?=\S)|(?<!\d)\s?:(?=[^\W_]|\+|$))"
)
ENDED_SHARE = 0.6
"""Share of the returns of a line with nothing unfinished above them, from which the others are labels as well."""
TOGETHER_SHARE = 0.6
"""Share of the returns of a label's first line under which its second one stands."""
FEWEST_STEM_CHARS, MOST_ENDING_CHARS = 5, 5
"""Characters of a word that has several forms, at least, and of what one has more than another."""
LEAST_TEXT_CHARS = 40
"""Shortest line of running text; the values of labels, which may begin with a small letter as well, are mostly shorter."""
BEGUN_SHARE = 0.6
"""Share of the returns of such a beginning that stand under the end of a sentence, or apart."""
BEFORE_STOP = re.compile(
    r"((?=[^.]{4})(?!(?:Prof|Assoc|Asst|Dott|Dipl|Univ)\.)[^\W\d_a-z][^\W\d_]*(?:[ -][^\W\d_]+){0,2})\s?\.\s+(?=[^\W\d_])"
)
"""A beginning that a full stop parts from a sentence or some words, as labels in a type of their own are in print
(``Methods. We …``, ``Key-words. town, …``).

Most abbreviations but those of academic titles are shorter. A dump does not tell it from a short sentence, but that it comes
back.
"""
LABEL_ENDS = " :.–—-"
"""What may stand between a label and its text."""
_LABEL = re.compile(r"[^\W\d_][^.!?;,@]*\??")
"""What a label may be; some ask (``What was done?``)."""
_GOES_ON = (",", ";")
"""What no line begins with but one that goes on the one above it: a raised mark between them was printed there."""


def find_breaks(lines: Sequence[Line], *, is_dump: bool, beginnings: Mapping[str, bool] | None = None) -> frozenset[int]:
    """Offsets of the lines that begin a block, whatever stands above them.

    They begin with a label that comes back and runs into its text, or are of an address right behind one. Labels that stand
    alone are parted from what is under them: in a dump any line that comes back, elsewhere those in general use, for there
    style and space part the others. ``beginnings`` are the labels of a dump that no mark parts from their texts.
    """
    run_ins = frozenset((*_at_run_ins(lines, _before_colon), *_at_run_ins(lines, _set_apart)))
    run_ins = run_ins.union(_addresses_behind(lines, run_ins))
    run_ins = run_ins.difference(_inside_headings(lines, run_ins))
    if not is_dump:
        return run_ins.union(_at_labels(lines, lambda text: may_be_label(text) and part_field(text) is not None))
    beginnings = beginnings or {}
    values = run_ins.union(_at_stops(lines), _at_beginnings(lines, beginnings), _at_numbered(lines))
    values = values.union(find_over_rounds(lines, list(keys_of(lines, beginnings))))
    return values.union(_at_labels(lines, may_be_label, values))


def keys_of(lines: Sequence[Line], beginnings: Mapping[str, bool]) -> Iterator[str | None]:
    """The label that each line begins with, those of addresses among them; None where it begins with none."""
    for line in lines:
        text = _before_colon(line) or (beginning_of(line.text, beginnings) if beginnings else None)
        yield label_key(text) if text else None


def _at_numbered(lines: Sequence[Line]) -> Iterator[int]:
    """The numbered headings of parts, and the lines behind them."""
    headings = find_numbered_headings(lines)
    for above, line in pairwise(lines):
        if above.start in headings or line.start in headings:
            yield line.start


def _at_beginnings(lines: Sequence[Line], beginnings: Mapping[str, bool]) -> Iterator[int]:
    """Lines that begin with a label that nothing parts from its text."""
    return (line.start for line in lines if beginnings and beginning_of(line.text, beginnings))


def _at_run_ins(lines: Sequence[Line], beginning: Callable[[Line], str | None]) -> Iterator[int]:
    """Lines that begin as at least two others do, with a label that their text runs on behind.

    A line of an address (``E-mail: …``) stays with the one above it.
    """
    found = [(line, label_key(text)) for line in lines if (text := beginning(line))]
    counts = Counter(key for _, key in found)
    forms = _with_forms(counts)
    return (line.start for line, key in found if forms[key] >= FEWEST_RETURNS and contact_line_field(key) is None)


def _with_forms(counts: Counter[str]) -> Counter[str]:
    """How often each label comes, other forms of its word counted: of a man, a woman or several (``Referentin``)."""
    stems = {key: list(_stems_of(key, counts)) for key in counts}
    families = Counter(counts)
    for key, own in stems.items():
        for stem in own:
            families[stem] += counts[key]
    return Counter({key: max(families[one] for one in (key, *own)) for key, own in stems.items()})


def _stems_of(key: str, known: Container[str]) -> Iterator[str]:
    """The known labels that one is another form of."""
    ends = range(max(FEWEST_STEM_CHARS, len(key) - MOST_ENDING_CHARS), len(key))
    return (stem for end in ends if key[end:].isalpha() and (stem := key[:end]) in known)


def _addresses_behind(lines: Sequence[Line], run_ins: Container[int]) -> Iterator[int]:
    """Lines of addresses right behind a value that a label runs into: they are no part of it."""
    for line, after in pairwise(lines):
        text = _before_colon(after) if line.start in run_ins else None
        if text and contact_line_field(text) is not None:
            yield after.start


def _inside_headings(lines: Sequence[Line], starts: Container[int]) -> Iterator[int]:
    """Those of some lines that go on the heading above them: set as it is, unlike most text, right below it."""
    pairs = [(above, line) for above, line in pairwise(lines) if line.start in starts and len(line.runs) == 1]
    body = dominant_style(lines) if pairs else None
    for above, line in pairs:
        if above.page == line.page and above.runs == line.runs and _is_heading(above, line, body):
            yield line.start


def _is_heading(above: Line, line: Line, body: Style | None) -> bool:
    """Whether two lines in one style are set larger than most text, and as near as the lines of a heading."""
    style = line.style
    if style is None or body is None or style.size_pt <= HEADING_SHARE * body.size_pt:
        return False
    return 0 < line.bbox.bottom - above.bbox.bottom < HEADING_LEADING * style.size_pt


def _before_colon(line: Line) -> str | None:
    if ":" not in line.text and "–" not in line.text and "—" not in line.text:
        return None  # most lines
    match = _RUN_IN.match(line.text)
    return match.group(1) if match else None


def _at_stops(lines: Sequence[Line]) -> Iterator[int]:
    """Lines that begin as others do with a label that a full stop ends; most of them begin where something has ended.

    A sentence that ends with the first word of a line may look the same, but is not begun there.
    """
    found = [(above, line, label_key(m[1])) for above, line in pairwise(lines) if (m := BEFORE_STOP.match(line.text))]
    counts = Counter(key for *_, key in found)
    begun = Counter(key for above, line, key in found if _ends_something(above, line))
    believed = {key for key, count in counts.items() if count >= FEWEST_RETURNS and begun[key] >= BEGUN_SHARE * count}
    return (line.start for _, line, key in found if key in believed)


def _ends_something(above: Line, line: Line) -> bool:
    return above.page != line.page or line.blank_before > 0 or is_closed(above.text)


def _set_apart(line: Line) -> str | None:
    """The bold beginning of a line that goes on in another type, or one in any type that a mark parts from the rest."""
    if len(line.runs) < 2 or line.runs[0].style.font == line.runs[1].style.font:
        return None
    width = line.runs[1].offset
    is_bold = line.runs[0].style.bold and not line.runs[1].style.bold
    text = line.text[:width].strip()
    if not is_bold and text[-1:] not in LABEL_ENDS and not line.text[width:].lstrip().startswith(tuple(LABEL_ENDS.strip())):
        return None
    return text if may_be_label(text.rstrip(LABEL_ENDS)) else None


def _at_labels(
    lines: Sequence[Line], may_be_label: Callable[[str], bool], values: Container[int] = frozenset()
) -> Iterator[int]:
    """Short lines that come back alone on their line, and the lines behind them.

    What goes on the line above is none, but under one of the ``values`` that labels run into, which need not be a sentence.
    """
    firsts = [*(line.text[0] for line in lines[1:]), ""]
    labels = [may_be_label(line.text) and first not in _GOES_ON for line, first in zip(lines, firsts, strict=False)]
    first_words = _first_words(lines, labels)
    labels = [is_label and label_key(line.text) not in first_words for line, is_label in zip(lines, labels, strict=True)]
    if max(_counts(lines, labels).values(), default=0) < FEWEST_RETURNS:
        return
    dangling = find_dangling(lines)
    befores = ["", *("" if line.start in values else last_word(line.text) for line in lines)]
    ended = [is_label and before not in dangling for is_label, before in zip(labels, befores, strict=False)]
    counts, returns = _counts(lines, ended), _counts(lines, labels)
    goes_on = _going_on(lines, labels)
    for number, (line, is_label) in enumerate(zip(lines, labels, strict=True)):
        count = counts[label_key(line.text)] if is_label else 0
        if count >= FEWEST_RETURNS and (ended[number] or count >= ENDED_SHARE * returns[label_key(line.text)]):
            behind = number + (2 if lines[number + 1 : number + 2] and _pair(lines, number) in goes_on else 1)
            yield from (other.start for other in (line, *lines[behind : behind + 1]))


def _is_unknown_word(key: str) -> bool:
    return " " not in key and part_field(key) is None


def _first_words(lines: Sequence[Line], labels: Sequence[bool]) -> frozenset[str]:
    """Words that come back on lines of their own and are the first of texts, which drop caps have parted from the rest."""
    under = [
        (label_key(line.text), after.text)
        for (line, after), is_label in zip(pairwise(lines), labels, strict=False)
        if is_label
    ]
    counts = Counter(key for key, _ in under)
    begun = Counter(key for key, text in under if text[:1].islower() and len(text) >= LEAST_TEXT_CHARS)
    return frozenset(key for key, count in begun.items() if count >= BEGUN_SHARE * counts[key] and _is_unknown_word(key))


def _going_on(lines: Sequence[Line], labels: Sequence[bool]) -> frozenset[tuple[str, str]]:
    """The labels of two lines, the second of which begins with a small letter: they come back together."""
    nexts = ((n, lines[n + 1].text) for n in range(len(lines) - 1) if labels[n])
    pairs = (_pair(lines, n) for n, text in nexts if text[:1].islower() and not any(map(str.isdecimal, text)))
    returns = _counts(lines, labels)
    return frozenset(
        pair for pair, n in Counter(pairs).items() if n >= FEWEST_RETURNS and n >= TOGETHER_SHARE * returns[pair[0]]
    )


def _pair(lines: Sequence[Line], number: int) -> tuple[str, str]:
    return label_key(lines[number].text), label_key(lines[number + 1].text)


def _counts(lines: Sequence[Line], labels: Sequence[bool]) -> Counter[str]:
    return Counter(label_key(line.text) for line, is_label in zip(lines, labels, strict=True) if is_label)


def may_be_label(text: str) -> bool:
    """Whether a line may be a label by its length and marks."""
    is_short = len(text) <= MOST_LABEL_CHARS and len(text.split()) <= MOST_LABEL_WORDS
    return is_short and text[:1].isupper() and bool(_LABEL.fullmatch(text))


def find_under_headings(lines: Sequence[Line]) -> Iterator[int]:
    """The second lines of pages whose first line was ended before it was full and without a full stop: a heading."""
    dangling = find_dangling(lines)
    for _, page in groupby(lines, key=lambda line: line.page):
        members = list(page)
        width = max(len(line.text) for line in members)
        first, second = members[0], members[1] if len(members) > 1 else members[0]
        with_next = len(first.text) + 1 + len(second.text.split(" ", 1)[0])
        share = EARLY_SHARE if may_go_on_in_capitals(first.text, second.text) else FULL_SHARE
        is_open = last_word(first.text) in dangling or ends_in_word(first.text)
        if with_next < share * width and not is_open and _LABEL.fullmatch(first.text) and begins_anew(second.text):
            yield second.start
