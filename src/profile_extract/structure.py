"""What layout and segmentation say of a report: blocks in reading order, furniture, labels, profiles. Immutable."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from itertools import accumulate, groupby
from operator import attrgetter
from typing import NamedTuple

from profile_extract.language import find_language, word_list
from profile_extract.lexicon import is_caption, is_credit
from profile_extract.model import Line, Report, Style
from profile_extract.passage import Passage

SAME_ROW_PT = 2.0
"""Difference of baselines of one row, in points."""
BEHIND_HEADING = ("(", "[", ",", "–", "—", "|", "·", "/")
"""Marks that may stand between a heading and more in its line; what a colon or a full stop ends is the label of a text."""
LARGER = 1.1
"""Ratio of type sizes from which one heading is of a higher level than another."""
_ONE_PITCH = re.compile(r"mono(?!type)|nimbusmon|courier|typewriter|^cmtt|consola|menlo|monaco|inconsolata", re.IGNORECASE)
_OF_PROGRAM = re.compile(r"[=<>{}\\$_;]|--|::|\w\(|\./")
ROW_PT = 1.0
"""Difference of baselines, in points, of what stands beside each other on one line of print."""
LEAST_COLOUR = 32
"""Difference of the strongest and the weakest of red, green and blue, of 255, from which a colour is no grey."""
SMALLER_PT = 0.7
"""Difference of type sizes, in points, that readers see."""


class TitleLook(NamedTuple):
    """How titles are set: font, type size in whole points, and whether a bullet stands before them."""

    font: str
    size_pt: int
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Guide:
    """What is known of a report's layout beforehand, from a layout file or a person; by default nothing.

    ``labels`` are fields by the keys of labels, ``names`` what labels are to be called instead of as printed. ``title_rule``
    is the kind of sign that titles are known by, ``title_looks`` how they are set, ``examples`` titles that a person named.
    ``running`` are running lines by edge (``header``, ``footer``), numbers as ``#``. ``columns`` is 1 where lines are to be
    read across the page.
    """

    name: str = "induced"
    labels: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    title_rule: str | None = None
    title_looks: tuple[TitleLook, ...] = ()
    examples: tuple[str, ...] = ()
    running: Mapping[str, frozenset[str]] = field(default_factory=dict)
    columns: int | None = None


class Furniture(NamedTuple):
    """A line that belongs to the pages and not to the text, and the rule that says so."""

    line: Line
    rule: str


@dataclass(frozen=True)
class Vocabulary:
    """The words of a report in lower case with their counts, and whether it breaks words at the ends of lines.

    Of its ``text`` the language is found, and the common words of that and of English, which stands in many: once it is asked.
    """

    counts: Counter[str]
    breaks_words: bool = False
    text: str = ""

    def __contains__(self, word: str) -> bool:
        return self.counts[word.casefold()] > 0

    def joined(self, left: str, right: str) -> int:
        """How often the two parts stand in the report as one word."""
        return self.counts[(left + right).casefold()]

    def hyphenated(self, left: str, right: str) -> int:
        """How often they stand in it with a hyphen between them."""
        return self.counts[f"{left}-{right}".casefold()]

    def is_common(self, word: str) -> bool:
        """Whether a word is a common one of the report's language or of English."""
        return f"\n{word.lower()}\n" in self._common_words

    def are_ends(self, left: str, right: str) -> bool:
        """Whether two parts are no words themselves, but one begins and one ends common words (``inten``, ``sities``)."""
        if any(part in self or self.is_common(part) for part in (left, right)):
            return False
        return f"\n{left.lower()}" in self._common_words and f"{right.lower()}\n" in self._common_words

    @cached_property
    def language(self) -> str | None:
        """ISO 639-1 code of the report's language."""
        return find_language(self.text)

    @cached_property
    def _common_words(self) -> str:
        return word_list(self.language) + word_list("en")


@dataclass(frozen=True)
class Block:
    """Lines that belong together, mostly a paragraph, a heading or an item of a list.

    ``text`` is its lines joined, without the ``bullet`` it may begin with. ``gap_lines`` is the space above it in lines
    beyond the usual one, infinite at the top of a page or column. ``indent_pt`` counts from its column's left edge.
    """

    index: int
    lines: tuple[Line, ...]
    text: Passage
    bullet: Passage | None
    column: int
    gap_lines: float
    indent_pt: float

    @property
    def page(self) -> int:
        """The 1-based page it begins on."""
        return self.lines[0].page

    @property
    def last_page(self) -> int:
        """The 1-based page it ends on."""
        return self.lines[-1].page

    @cached_property
    def style(self) -> Style | None:
        """The style most of its characters are set in; None for text input.

        A line that begins in bold is set so, whatever stands behind its heading: a place in brackets, an organisation.
        """
        first, *others = self.lines
        if len(first.runs) > 1 and not others and _is_bold_before_mark(first):
            return first.runs[0].style
        if len(others) == len(first.runs) == 1 and self.is_one_row and _is_bold_beside_mark(first, others[0]):
            return first.runs[0].style
        return dominant_style(self.lines)

    @cached_property
    def is_one_row(self) -> bool:
        """Whether it is one printed line, which may have been read in pieces."""
        return all(is_on_row(self.lines[0], line) for line in self.lines[1:])

    @cached_property
    def is_of_picture(self) -> bool:
        """Whether it begins as the caption or the credit of a picture or table does (``Fig. 2: …``, ``Photo: …``)."""
        return is_caption(self.text.text) or is_credit(self.text.text)


def is_on_row(line: Line, other: Line) -> bool:
    """Whether two lines are pieces of one printed line, or stand beside each other as if they were."""
    return line.page == other.page and abs(other.bbox.bottom - line.bbox.bottom) < ROW_PT


def _is_bold_before_mark(line: Line) -> bool:
    """Whether a line is set in bold up to a mark that parts its beginning from the rest, which is not."""
    first, second = line.runs[0].style, line.runs[1].style
    if not first.bold or second.bold or line.text[0].islower():
        return False
    return line.text[line.runs[1].offset :].lstrip().startswith(BEHIND_HEADING)


def _is_bold_beside_mark(line: Line, other: Line) -> bool:
    """The same of a line that has been read as two: an accent stands over it."""
    is_bold = line.runs[0].style.bold and not line.text[0].islower() and not other.runs[0].style.bold
    return is_bold and other.text.startswith(BEHIND_HEADING)


def is_coloured(style: Style) -> bool:
    """Neither black, white nor grey."""
    red, green, blue = (int(style.color[i : i + 2], 16) for i in (1, 3, 5))
    return max(red, green, blue) - min(red, green, blue) > LEAST_COLOUR


def begins_in_colour(line: Line) -> bool:
    """Whether a line begins with a word in colour and a capital, and goes on in black or grey of the same size."""
    if len(line.runs) < 2 or not line.text[:1].isupper():
        return False
    first, second = line.runs[0].style, line.runs[1].style
    return first.size_pt == second.size_pt and is_coloured(first) and not is_coloured(second)


def is_smaller(block: Block, body: Style | None) -> bool:
    """Whether a block is set visibly smaller than the body, as footnotes and captions are; never in text input."""
    return block.style is not None and body is not None and block.style.size_pt < body.size_pt - SMALLER_PT


def is_program(block: Block) -> bool:
    """Whether a block is lines of a program: in type of one pitch, with signs that hardly any caption has."""
    is_of_one_pitch = block.style is not None and _ONE_PITCH.search(block.style.font) is not None
    return is_of_one_pitch and _OF_PROGRAM.search(block.text.text) is not None


@dataclass(frozen=True)
class Layout:
    """A cleaned report in reading order: its blocks, and what belongs to the pages only.

    ``beginnings`` are the labels of a dump that run into their texts with nothing but a space, and of each whether these may
    begin with a small letter.
    """

    report: Report
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]
    body_style: Style | None
    vocabulary: Vocabulary
    beginnings: Mapping[str, bool] = field(default_factory=dict)

    def characters(self, span: range) -> int:
        """How many characters the blocks with these indices have."""
        return self._characters_before[span.stop] - self._characters_before[span.start]

    @cached_property
    def sizes_pt(self) -> list[float]:
        """The size of type of each block, in points; 0 for text input."""
        return [block.style.size_pt if block.style else 0.0 for block in self.blocks]

    @cached_property
    def larger_than(self) -> Callable[[float], Sequence[int]]:
        """Indices of the blocks set in larger type than one of some points, in order."""
        sizes = self.sizes_pt
        return cache(lambda size_pt: [index for index, size in enumerate(sizes) if size > size_pt])

    @cached_property
    def column_rights_pt(self) -> Mapping[int, float]:
        """The right edge of the text in each column, in points."""
        rights: dict[int, float] = {}
        for block in self.blocks:
            rights[block.column] = max(rights.get(block.column, 0.0), *(line.bbox.x1 for line in block.lines))
        return rights

    @cached_property
    def _characters_before(self) -> list[int]:
        return list(accumulate((len(block.text.text) for block in self.blocks), initial=0))


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines of a page, or of a part of it, by baselines: rows from the top, each from the left."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: (line.bbox.bottom, line.bbox.x0)):
        if rows and abs(rows[-1][0].bbox.bottom - line.bbox.bottom) < SAME_ROW_PT:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def dominant_style(lines: Sequence[Line]) -> Style | None:
    """The style most characters of some lines are set in; None where there is none."""
    first = lines[0].runs if lines else ()
    if len(lines) == len(first) == 1:
        return first[0].style
    if len(first) < 2 and [line.runs for line in lines].count(first) == len(lines):  # most lines and paragraphs
        return first[0].style if first else None
    weights: dict[Style, int] = {}
    for runs, alike in groupby(lines, key=attrgetter("runs")):  # in most reports hundreds of lines follow each other
        if len(runs) == 1:
            style = runs[0].style
            weights[style] = weights.get(style, 0) + sum(len(line.text) for line in alike)
            continue
        for line in alike if runs else ():
            ends = (*(run.offset for run in runs[1:]), len(line.text))
            for (offset, style), end in zip(runs, ends, strict=True):
                weights[style] = weights.get(style, 0) + end - offset
    return max(weights, key=weights.__getitem__) if weights else None


class Label(NamedTuple):
    """A label found in a block: ``text[start:end]`` of it is the label as printed, without its colon.

    ``value_start`` is where the text behind it begins: at the block's end where the label stands alone. ``key`` is what
    it is known again by, ``field`` what its text is: ``contact``, ``related``, ``quote``, ``section``,
    ``group`` or ``column`` (the head of a table's column).
    """

    block: int
    start: int
    end: int
    value_start: int
    key: str
    field: str


def stands_alone(label: Label | None, layout: Layout) -> bool:
    """Whether there is a label, and its block says nothing else."""
    return label is not None and label.value_start >= len(layout.blocks[label.block].text.text)


class Vote(NamedTuple):
    """What one heuristic says of a boundary, and how sure it is, 0 to 1."""

    rule: str
    score: float


@dataclass(frozen=True)
class Segment:
    """The blocks of one profile, the first of which opens it, with the votes for the boundary.

    A box that a dump prints over it on its page stands behind the others.
    ``title_offset`` is the place of its title among them: not 0 where a code, a number, a place or a kind stands over it.
    ``title_label`` is what announces the title in forms (``Project title: …``), and stands over it or runs into it.
    """

    index: int
    blocks: tuple[Block, ...]
    votes: tuple[Vote, ...]
    confidence: float
    title_offset: int = 0
    title_label: Label | None = None

    @property
    def title(self) -> Block:
        """The block that names it."""
        return self.blocks[self.title_offset]

    @property
    def over_title(self) -> tuple[Block, ...]:
        """What stands over its title: a code, a number, a place, a kind."""
        return self.blocks[: self.title_offset]

    @property
    def under_title(self) -> tuple[Block, ...]:
        """All blocks below its title."""
        return self.blocks[self.title_offset + 1 :]


@dataclass(frozen=True, slots=True)
class Matter:
    """Blocks of the report itself: ``kind`` is ``front``, ``between`` or ``back``."""

    kind: str
    blocks: tuple[Block, ...]


class Hypothesis(NamedTuple):
    """A way to cut the report: the blocks that would open a profile, and how regular the cut is, 0 to 1.

    ``breaks`` are blocks that end a profile without opening one: headings of groups, the first of the back matter.
    """

    rule: str
    starts: tuple[int, ...]
    breaks: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Segmentation:
    """A report cut into profiles and the matter around them, and the other ways it might have been cut.

    ``labels`` are those inside profiles, by block index; ``guide`` is what was known beforehand, ``taken`` the
    cut made (None where there are no profiles), ``contents`` the names in the report's list of contents.
    """

    layout: Layout
    segments: tuple[Segment, ...]
    matter: tuple[Matter, ...]
    labels: dict[int, Label]
    guide: Guide
    hypotheses: tuple[Hypothesis, ...]
    taken: Hypothesis | None
    contents: tuple[str, ...]
