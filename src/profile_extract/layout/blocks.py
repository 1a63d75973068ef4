"""Lines made into blocks: paragraphs, headings, items of lists.

Where the source marks wrapped lines itself, it is believed. Elsewhere a block ends where the style changes, where the
space between lines is more than the usual, where an item or an indented paragraph begins, and behind a short last line.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from profile_extract.clean.characters import BULLETS
from profile_extract.clean.joins import Join, find_join, glued, joined
from profile_extract.layout.baselines import SAME_ROW_EM, begin_alike
from profile_extract.layout.codes import Heads
from profile_extract.layout.columns import Flow
from profile_extract.layout.dropcaps import with_drop_cap
from profile_extract.layout.ended import begins_anew, is_electronic
from profile_extract.layout.line_ends import (
    MOST_SIZE_CHANGE_PT,
    begins_next_label,
    changes_style,
    ends_colour,
    fills_measure,
    goes_on_behind_dash,
    goes_on_with_dash,
    has_room_for,
    is_cut,
    is_heading_line,
    is_heading_wrapped_early,
    is_in_capitals,
    is_of_sentence,
    names_in_bold,
)
from profile_extract.layout.mending import mended, mended_in_dump
from profile_extract.layout.parted_rows import (
    FEWEST_VALUES,
    em_of_line,
    goes_on_under_label,
    is_label_beside,
    pieces_of_row,
    size_of,
    touch,
)
from profile_extract.layout.run_ins import is_parted
from profile_extract.lexicon import has_letters, is_closed, is_credit
from profile_extract.model import Line, Report, Style
from profile_extract.passage import Passage
from profile_extract.structure import LARGER, Block, Vocabulary

MOST_LEADING = 1.3
"""Distance of two baselines, in usual ones, up to which lines are of one paragraph; rules for print have 1.0."""
INDENT_EM = 0.8
"""An indent of a paragraph's first line, in ems; typesetters use 1 to 2."""
UNSEEN_INDENT_EM = 0.5
"""How far lines begin left or right of each other, in ems, with no indent meant: macros leave spaces behind."""
GAP_BELOW_TABLE = 1.0
"""Space above a cell and below a table, in lines: what rules set apart."""
SHORT_LINE = 0.85
"""A line that ends before this share of its column's width may be the last of a paragraph."""
LEAST_PARAGRAPH_GAP = 0.1
"""Space between two paragraphs, in usual distances beyond one: the lines of a paragraph of one type have the same."""
MOST_UNEVEN = 0.03
"""Difference of the distances of lines in one paragraph, in usual ones, that is only rounding."""
ENDED_LINE = 0.6
"""A line of text that ends before this share of its column's width was ended on purpose, if the next word had room there."""
BULLET_GAP_EM = 2.5
"""Widest gap, in ems, between a bullet that is a line of its own and its text."""
NEAR_LINES = 24
"""How near to a label others are looked for with values that begin as its value does, in lines."""
_ITEM = re.compile(rf"^([{BULLETS}–—*o.-]|\N{{MIDDLE DOT}})\s+(?=\S)")
_STRONG_BULLET = re.compile(rf"^([{BULLETS}])\s*(?=\S)")
_LONE_BULLET = re.compile(rf"^[{BULLETS}–—*-]$")
_NUMBERED = re.compile(r"^(?!e\. V\.)(?:\d{1,2}|[a-zA-Z])[.)]\s+(?=\S)")
"""An item with a number or letter; ``e. V.`` is the legal form of an association."""
FIRST_SIGN = "\u2300"
"""Below it are the letters and marks that nearly all lines begin with."""
_SIGN = re.compile(r"[\u2300-\u23ff\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f? ")
"""A telephone, an envelope, a house: signs before the parts of an address, the first of which begins it."""


@dataclass(frozen=True, slots=True)
class BlockBuilder:
    """Builds the blocks of one report: what its lines' usual distance is, and how its words are written.

    ``heads`` are the lines of which it is known whether they begin a block, ``caps`` the drop caps by the lines they begin;
    ``body`` is the style of most text, ``has_word_o`` says that ``o`` is a word and no bullet, as in Portuguese. ``items`` are
    the lines whose bullets are drawn, and no text.
    """

    report: Report
    vocabulary: Vocabulary
    leading_pt: dict[float | None, float]
    heads: Heads
    caps: Mapping[int, Line]
    body: Style | None
    has_word_o: bool = False
    items: frozenset[int] = frozenset()

    def blocks(self, flows: Sequence[Flow]) -> tuple[Block, ...]:
        """All blocks, numbered in reading order."""
        built: list[Block] = []
        for column, flow in enumerate(flows):
            for group in self._groups(flow, built[-1] if built else None):
                if group.continues:
                    built[-1] = self._longer(built[-1], group.lines)
                else:
                    is_first = group.lines[0] is flow.lines[0]
                    gap = (math.inf if flow.opens else GAP_BELOW_TABLE) if is_first else group.gap_lines
                    built.append(self._new_block(len(built), group.lines, column, gap, flow.left))
        whole = enumerate((mended if self.report.is_pdf else mended_in_dump)(built, self._longer))
        return tuple(block if block.index == number else replace(block, index=number) for number, block in whole)

    def _groups(self, flow: Flow, before: Block | None) -> Iterator[_Group]:
        group: _Group | None = None
        for number, line in enumerate(flow.lines):
            if group is None:
                group = _Group([line], math.inf, before is not None and flow.opens and self._goes_on(before, line))
                continue
            above = group.lines[-1]
            if (
                self._is_same_block(group.lines, line, flow)
                and not self._begins_full_text(above, number, flow)
                and not self._is_spaced(group.lines, number, flow)
                and not self._is_left_of_value(group.lines, number, flow)
            ):
                group.lines.append(line)
            else:
                yield group
                group = _Group([line], self._gap(above, line), False)
        if group:
            yield group

    def _is_left_of_value(self, lines: Sequence[Line], number: int, flow: Flow) -> bool:
        """Whether a line stands under the label of a value, which is a block by itself, and is none of the value.

        Labels stand below each other as the values do, or one ends in a colon and its value early in the line.
        """
        if len(lines) > 1 or number < 2 or not self.report.is_pdf:
            return False
        label, value, line = flow.lines[number - 2 : number + 1]
        is_left = line.bbox.x0 < value.bbox.x0 - INDENT_EM * em_of_line(line)
        if not is_left or not begin_alike(line, label) or not self._is_beside(label, value):
            return False
        near = flow.lines[max(0, number - NEAR_LINES) : number + NEAR_LINES]
        rows = (pair for pair in pairwise(near) if self._is_beside(*pair))
        alike = sum(begin_alike(a, label) and begin_alike(b, value) for a, b in rows)
        return alike >= FEWEST_VALUES or (label.text.endswith(":") and self._is_short(value, flow))

    def _new_block(self, index: int, lines: Sequence[Line], column: int, gap: float, left: float) -> Block:
        indent = min(line.bbox.x0 for line in lines) - left
        return Block(index, tuple(lines), *self._joined(lines), column, gap, indent)

    def _longer(self, block: Block, more: Sequence[Line]) -> Block:
        """A block with further lines at its end."""
        lines = (*block.lines, *more)
        return Block(block.index, lines, *self._joined(lines), block.column, block.gap_lines, block.indent_pt)

    def _joined(self, lines: Sequence[Line]) -> tuple[Passage, Passage | None]:
        """The text of some lines, and the bullet it begins with."""
        passages = list(self._printed(lines))
        bullet: Passage | None = None
        if len(passages) > 1 and _LONE_BULLET.match(passages[0].text):
            bullet, passages = passages[0], passages[1:]
        else:
            mark = self._bullet(passages[0].text)
            if mark:
                bullet = passages[0][: mark.end()].stripped()
                passages = [passages[0][mark.end() :], *passages[1:]]
            elif lines[0].start in self.items:
                bullet = passages[0][:0]
        return joined(passages, self.vocabulary), bullet

    def _printed(self, lines: Sequence[Line]) -> Iterator[Passage]:
        """The texts of some lines, one for those that touch: PDFium parts a line where an accent is drawn over it."""
        whole: Passage | None = None
        for number, line in enumerate(lines):
            passage = self._passage(line)
            if whole is not None and self.report.is_pdf and touch(lines[number - 1], line):
                whole = glued(whole, passage, Join(0, "", "join-line"))
                continue
            if whole is not None:
                yield whole
            whole = passage
        if whole is not None:
            yield whole

    def _gap(self, above: Line, line: Line) -> float:
        """Space between two lines in usual distances, beyond the usual one."""
        if not self.report.is_pdf:
            return float(line.blank_before)
        usual = self._leading(above, line)
        return (line.bbox.bottom - above.bbox.bottom) / usual - 1.0 if usual else 0.0

    def _leading(self, above: Line, line: Line) -> float:
        found = self.leading_pt.get(size_of(above)) or self.leading_pt.get(size_of(line))
        return found or 1.2 * max(em_of_line(above), em_of_line(line))

    def _is_same_block(self, lines: Sequence[Line], line: Line, flow: Flow) -> bool:
        above = lines[-1]
        known = self._is_known(lines, line)
        if known is not None:
            return known
        text, above_text = self._text(line), self._text(above)
        if self._is_beside(above, line):
            is_other = self._is_small_beside(above, line) or self._are_figures(above, line)
            if is_other or is_parted(above, line) or is_label_beside(above, line, flow):
                return False
            return bool(_LONE_BULLET.match(above_text)) or line.bbox.x0 - above.bbox.x1 < BULLET_GAP_EM * em_of_line(line)
        if is_credit(text) or (self._starts_item(text) and not self._goes_on_with_dash(lines, line, flow)):
            return False
        is_under_credit = (
            not self.report.is_pdf and is_credit(above_text) and begins_anew(text) and self._is_short(above, flow)
        )
        if is_under_credit or (text >= FIRST_SIGN and _SIGN.match(text) and not _SIGN.match(above_text)):
            return False
        if above.wraps is not None:
            return line.blank_before <= 0 and (above.wraps or self._is_open(above_text, text))
        if line.blank_before > 0 or self._gap(above, line) > MOST_LEADING - 1.0:
            return False
        is_short = self._is_short(above, flow)
        begins_part = names_in_bold(above, line) or (is_short and begins_next_label(above, line))
        is_full = not is_short or is_heading_wrapped_early(above, line, flow.right)
        if begins_part or changes_style(above, line, is_full=is_full) or ends_colour(above, line, flow.right):
            return False
        is_wrapped_heading = not is_short and line.style is not None and above.style == line.style != self.body
        if is_in_capitals(above_text) and begins_anew(text) and text.upper() != text and not is_wrapped_heading:
            return False
        return not self._is_paragraph_start(lines, line, flow)

    def _goes_on_with_dash(self, lines: Sequence[Line], line: Line, flow: Flow) -> bool:
        """Whether the dash that a line begins with is inside a heading or a sentence, and no bullet."""
        above, text = lines[-1], self._text(line)
        if goes_on_with_dash(above, line, self._text(above), text, self.body):
            return True
        return self.report.is_pdf and not self._is_short(above, flow) and goes_on_behind_dash(above, line, text, flow.lines)

    def _is_known(self, lines: Sequence[Line], line: Line) -> bool | None:
        """Whether a line goes on a block, where that is known whatever stands beside it; None where it is not."""
        if line.start in self.caps:
            return False
        if len(lines) == 1 and self._is_bullet_above(lines[0], line):
            return True
        is_known = line.start in self.heads.breaks or line.start in self.heads.joins
        return line.start in self.heads.joins if is_known else None

    def _is_bullet_above(self, above: Line, line: Line) -> bool:
        """Whether a line of a dump is the bullet of the next one, from which the dump has parted it."""
        if self.report.is_pdf or not _LONE_BULLET.match(self._text(above)):
            return False
        return not _LONE_BULLET.match(self._text(line))

    def _is_beside(self, above: Line, line: Line) -> bool:
        return abs(above.bbox.bottom - line.bbox.bottom) < SAME_ROW_EM * em_of_line(line) and line.bbox.x0 > above.bbox.x0

    def _is_small_beside(self, above: Line, line: Line) -> bool:
        """Whether a line stands at the end of a heading in bold, set as the text is or smaller: a room, a price."""
        if self.body is None or above.style is None or line.style is None:
            return False
        is_heading = above.style.bold and not self.body.bold and above.style.size_pt > self.body.size_pt + MOST_SIZE_CHANGE_PT
        return is_heading and not line.style.bold and line.style.size_pt <= self.body.size_pt

    def _are_figures(self, above: Line, line: Line) -> bool:
        """Whether two lines beside each other have no word and are set larger than the text: figures over their captions."""
        size = size_of(line)
        is_large = self.body is not None and size is not None and size > LARGER * self.body.size_pt
        return is_large and not has_letters(above.text) and not has_letters(line.text)

    def _is_open(self, above: str, text: str) -> bool:
        """Whether a line that is not marked as wrapped ends inside a word or an address all the same."""
        join = find_join(above, text, self.vocabulary)
        return join.rule not in {"join-lines", "suspended-hyphen"} and (text[0].islower() or above.endswith("/"))

    def _is_paragraph_start(self, lines: Sequence[Line], line: Line, flow: Flow) -> bool:
        above = lines[-1]
        row = list(pieces_of_row(lines))
        indent = 0.0 if goes_on_under_label(lines, line) else line.bbox.x0 - row[-1].bbox.x0
        ends = is_closed(above.text)
        is_first = len(lines) == len(row)
        if ends and is_electronic(self._text(line)):
            return True
        least_pt = INDENT_EM * em_of_line(line)
        if indent > least_pt and not is_first:
            return ends or self._is_short(above, flow)
        if indent < -least_pt and not is_first:
            return True
        if not begins_anew(self._text(line)):
            return self.report.is_pdf and ends and above.style == line.style == self.body and self._is_apart(above, line, flow)
        has_room = not self.report.is_pdf or has_room_for(above, line, flow.right, 1.0)
        if not self._is_short(above, flow) or not has_room or fills_measure(lines, line):
            return False
        return (ends and not self._is_half_of_heading(above, line)) or (is_first and is_heading_line(above, line, flow.right))

    def _is_half_of_heading(self, above: Line, line: Line) -> bool:
        """Whether a colon parts the two halves of a heading in larger type, and ends no label."""
        size = size_of(above)
        is_larger = size is not None and self.body is not None and size > LARGER * self.body.size_pt
        return is_larger and above.runs == line.runs and above.text.endswith(":")

    def _begins_full_text(self, above: Line, number: int, flow: Flow) -> bool:
        """Whether two full lines follow one in the type of the text that ends too early to be wrapped: a value, names.

        A label may begin it; then less is too early. The second line may be the last of its paragraph.
        """
        early = SHORT_LINE if above.start in self.heads.breaks else ENDED_LINE
        if not self.report.is_pdf or above.bbox.x1 - flow.left > early * (flow.right - flow.left):
            return False
        lines = flow.lines[number : number + 2]
        if len(lines) < 2 or not begins_anew(lines[0].text) or self._is_short(lines[0], flow):
            return False
        is_last = self._is_short(lines[1], flow)
        if is_last and not is_closed(lines[1].text):
            return False
        most_pt = UNSEEN_INDENT_EM * em_of_line(above)
        is_even = all(
            abs(a.bbox.x0 - b.bbox.x0) < most_pt and a.bbox.bottom < b.bbox.bottom for a, b in ((above, lines[0]), lines)
        )
        is_text = above.runs[-1].style == lines[0].style == lines[1].style == self.body
        is_prose = all(map(is_of_sentence, lines[:1] if is_last else lines))
        is_near = is_text and self._gap(*lines) <= MOST_LEADING - 1.0
        return is_even and is_near and is_prose and has_room_for(above, lines[0], flow.right)

    def _is_spaced(self, group: Sequence[Line], number: int, flow: Flow) -> bool:
        """Whether a little more space than the next lines have between them parts a line from the one above, of its type.

        That one is short, or it ends a sentence, and the lines above it have no more space between them either.
        """
        above, lines = group[-1], flow.lines[number : number + 2]
        if not above.runs or len(lines) < 2 or not begins_anew(lines[0].text):
            return False
        is_ended = len(group) > 1 and is_closed(above.text) and abs(self._gap(*group[-2:])) < MOST_UNEVEN
        is_short = not is_ended and self._is_short(above, flow) and has_room_for(above, lines[0], flow.right)
        is_alike = above.runs[-1].style == lines[0].style == lines[1].style
        is_spaced = self._gap(above, lines[0]) > LEAST_PARAGRAPH_GAP and abs(self._gap(*lines)) < MOST_UNEVEN
        return is_alike and is_spaced and (is_ended or is_short)

    def _is_apart(self, above: Line, line: Line, flow: Flow) -> bool:
        """Whether a line with a small letter is none of the text above it: that had room for it, or stands off a little."""
        return self._gap(above, line) > LEAST_PARAGRAPH_GAP or (
            self._is_short(above, flow) and has_room_for(above, line, flow.right)
        )

    def _is_short(self, line: Line, flow: Flow) -> bool:
        return line.bbox.x1 - flow.left < SHORT_LINE * (flow.right - flow.left)

    def _goes_on(self, block: Block, line: Line) -> bool:
        """Whether a block goes on in the first line of the next column or page."""
        last = block.lines[-1]
        if line.start in self.heads.breaks or line.start in self.caps or all(map(is_electronic, self._text(line).split())):
            return False
        if changes_style(last, line, is_full=True) or self._starts_item(self._text(line)):
            return False
        text, above = self._text(line), self._text(last)
        if last.wraps is not None:
            return last.wraps and text[:1].islower()
        is_open = (len(block.lines) > 1 and above[-1:] in ",-") or find_join(above, text, self.vocabulary).rule == "join-range"
        goes_on = is_open or not begins_anew(text) or is_cut(block, line, self.body)
        return goes_on and not is_closed(above)

    def _bullet(self, text: str) -> re.Match[str] | None:
        """The bullet that a text begins with; ``o`` is none where it is a word of the language."""
        if text[:1].isalpha() and not text.startswith("o"):  # most lines, and no bullet
            return None
        found = _ITEM.match(text) or _STRONG_BULLET.match(text)
        return None if found and found.group(1) == "o" and self.has_word_o else found

    def _starts_item(self, text: str) -> bool:
        """Whether a line begins an item of a list, or is a bullet whose text stands beside it."""
        return bool((text in BULLETS and self.report.is_pdf) or self._bullet(text) or _NUMBERED.match(text))

    def _text(self, line: Line) -> str:
        return self._passage(line).text if line.edits or line.start in self.caps else line.text

    def _passage(self, line: Line) -> Passage:
        """A line's text, with the drop cap that begins its first word."""
        cap, passage = self.caps.get(line.start), self.report.passage(line)
        return with_drop_cap(self.report.passage(cap), passage, self.vocabulary) if cap else passage


@dataclass(slots=True)
class _Group:
    lines: list[Line]
    gap_lines: float
    continues: bool


def usual_leading(flows: Iterable[Flow]) -> dict[float | None, float]:
    """The commonest distance of baselines, in points, for each size of type (None for text input)."""
    distances: dict[float | None, Counter[float]] = defaultdict(Counter)
    for flow in flows:
        for above, line in zip(flow.lines, flow.lines[1:], strict=False):
            distance = line.bbox.bottom - above.bbox.bottom
            size, em = size_of(line), em_of_line(line)
            if 0.8 * em < distance < 2.2 * em and size_of(above) == size:
                distances[size][round(2 * distance) / 2] += 1
    return {size: min(counts, key=lambda d: (-counts[d], d)) for size, counts in distances.items()}
