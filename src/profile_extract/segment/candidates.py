"""What may be a label by itself, before it is known what comes back: short lines, and beginnings that run into a text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Container, Iterator, Mapping

from profile_extract.gazetteer import find_name
from profile_extract.layout.address_lines import is_address_line
from profile_extract.layout.beginnings import beginning_of, is_list_behind, value_start
from profile_extract.layout.breaks import BEFORE_STOP, LABEL_ENDS
from profile_extract.layout.bylines import is_marked
from profile_extract.layout.codes import NOTE_SIGNS, counter_of, is_code
from profile_extract.lexicon import is_caption, is_credit, label_key, part_field
from profile_extract.model import Line
from profile_extract.segment.titles import is_timed_code
from profile_extract.structure import LARGER, Block, Label, Layout, begins_in_colour, is_on_row

FEWEST_OCCURRENCES = 3
"""How often an unknown short line comes back before it is a label: two alike may be chance."""
MOST_CHARS, MOST_WORDS = 60, 8
"""Longest label, in characters and words; the longest of 60 real ones has 42 and 6."""
MOST_BOLD_CHARS, MOST_BOLD_WORDS = 100, 14
"""The same of one that stands alone in bold: forms and handbooks have whole questions there."""
MOST_LINES = 3
"""Lines of a label in a narrow column, at most."""
FEWEST_SIGNS, SIGNS_APART_SHARE = 6, 0.9
"""Blocks behind one sign, and the share of these with another block right under them, from which it heads texts."""
MOST_RUN_IN_CHARS = 60
"""Longest label that runs into a text in another type, in characters."""
LEAST_SPACE_LINES = 0.2
"""Space above a label set as the text is, in lines beyond the usual distance."""
_RUN_IN = re.compile(
    rf"^(?:[{NOTE_SIGNS}§✉] ?)?([^\W\d_][^:.;!?\n–—]{{0,39}}?)(?:(?:\s?:|\s[–—])\s+(?=\S)|(?<!\d)\s?:(?=[^\W_]|\+))"
)
"""A label and its mark, behind the mark of a note perhaps (``* Contact: …``)."""
MOST_BEFORE_MARK = 45
"""Characters up to the mark behind such a label, the mark of a note before it included."""
OPENING_MARKS = "¿¡"
"""Marks before the first word of a question or call in Spanish."""
_MARK = re.compile(r"\s*[:–—-]\s+")
"""What parts a label from its value where it is not set as the label is."""
_NOT_A_LABEL = re.compile(r"[.!;,]$|@|://|^www\.|^[\W\d]+$|^\d+(?![.)\d]*[.)]\s|[.\d]* [^\W\d_a-z])")
_ABBREVIATION = re.compile(r"[^\W\d_][\w.-]*(?:[ .-][^\W\d_]{2,3})\.", re.IGNORECASE)
"""A label cut short, its full stop no end of a sentence: ``Inv.nr.``, ``Inventar-Nr.``, ``Cat. no.``"""
_WITH_POSTCODE = re.compile(
    r" (?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d|\d{5,6}(?:-\d{3,4})?)$"
    r"|^(?:[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d) "
)
"""A postcode behind its place, as Britain, Canada and the United States print it, or before it."""


def in_rounds_as_captions(layout: Layout) -> frozenset[int]:
    """The blocks of a dump that begin as captions do (``Map: …``) and stand between labels that run in, time and again."""
    found: dict[str, list[int]] = defaultdict(list)
    between: Counter[str] = Counter()
    for above, block, below in zip(layout.blocks, layout.blocks[1:], (*layout.blocks[2:], None), strict=False):
        match = _run_in(block.text.text) if block.style is None and is_caption(block.text.text) else None
        if match and _run_in(above.text.text):
            key = label_key(match.group(1))
            found[key].append(block.index)
            between[key] += below is not None and _run_in(below.text.text) is not None
    return frozenset(index for key in found if between[key] >= FEWEST_OCCURRENCES for index in found[key])


def under_signs(layout: Layout) -> frozenset[int]:
    """The blocks that begin with a sign which heads texts and marks no items: nearly none stand right under each other."""
    signs = [block.bullet.text.strip() if block.bullet is not None else "" for block in layout.blocks]
    places: dict[str, list[int]] = defaultdict(list)
    for index, sign in enumerate(signs):
        places[sign].append(index)
    alone = {sign: [i for i in found if sign not in signs[i + 1 : i + 2]] for sign, found in places.items() if sign}
    heading = (sign for sign, found in alone.items() if len(found) >= max(FEWEST_SIGNS, SIGNS_APART_SHARE * len(places[sign])))
    return frozenset(index for sign in heading for index in places[sign])


def candidates(
    block: Block,
    beginnings: Mapping[str, bool],
    above: Block | None,
    fields: Container[int] = (),
    signed: Container[int] = (),
) -> Iterator[Label]:
    """The labels a block may have: a run-in one first, since it comes back more often than with the text behind it.

    ``beginnings`` are those of a dump that no mark parts from their texts. Words for captions and credits (``Photo: …``) are
    one right under a line with another label in bold, in its column, and in the blocks that are ``fields`` and no captions.
    What stands behind a sign is one in the blocks ``signed``, and else an item.
    """
    text = block.text.text
    is_aside = block.is_of_picture and (block.index not in fields or is_credit(text))
    if is_code(text) or is_timed_code(text) or (is_aside and not _is_next_in_bold(block, above)):
        return
    words = beginning_of(text, beginnings) if beginnings else None
    match, styled = _run_in(text) or (None if words else _before_stop(block)), styled_run_in(block)
    if styled and not (match and match.end(1) <= styled.end):
        yield styled
    elif match and not (words and (is_list_behind(text, words) or _is_amount_behind(match.group(1), words))):
        yield _run_in_label(block, match)
    elif words:
        yield _label(block, words, len(words), value_start(text, words))
    if label := alone(block, heads_text=block.index in signed):
        yield label


def _is_amount_behind(label: str, words: str) -> bool:
    """Whether what stands before a colon is a label of which the value begins with a figure (``Fee 40 hours: …``)."""
    return label[len(words) :].lstrip()[:1].isdecimal()


def _run_in(text: str) -> re.Match[str] | None:
    """The label that a text begins with; most have none of its marks so early."""
    begins = text[:MOST_BEFORE_MARK]
    return _RUN_IN.match(text) if ":" in begins or "–" in begins or "—" in begins else None


def _is_next_in_bold(block: Block, above: Block | None) -> bool:
    """Whether a block begins in bold as the one above it does, no space between them, and both go on in the same type."""
    if above is None or block.gap_lines > LEAST_SPACE_LINES or above.column != block.column:
        return False
    first, other = block.lines[0], above.lines[0]
    is_alike = [run.style for run in first.runs] == [run.style for run in other.runs]
    return is_alike and begins_in_bold(first) and _run_in(above.text.text) is not None


def run_in_of_dump(block: Block) -> Label | None:
    """The label that a colon parts from a text, which begins with no small letter, in a block that is no item of a list."""
    text = block.text.text
    match = _run_in(text) if block.bullet is None and not is_caption(text) else None
    if match is None or not match.group().rstrip().endswith(":") or "," in match.group(1) or text[match.end() :][:1].islower():
        return None
    return _run_in_label(block, match)


def _before_stop(block: Block) -> re.Match[str] | None:
    """A beginning that a full stop parts from a text, in a dump; in print, where type tells labels, if it is in capitals."""
    match = BEFORE_STOP.match(block.text.text)
    return match if match and (block.style is None or match[1].isupper()) else None


def alone(block: Block, *, heads_text: bool = False) -> Label | None:
    """The label that a block is as a whole, if it may be one; behind a bullet that does not head a text it is an item."""
    text = block.text.text
    is_name = block.style is None and is_marked(text)
    is_bold = block.style is not None and block.style.bold
    is_item = block.bullet is not None and not heads_text and not text.endswith(":") and not is_bold
    if is_item or len(block.lines) > MOST_LINES or is_name or not _may_stand_alone(text, is_bold=is_bold):
        return None
    end = len(text.rstrip(LABEL_ENDS))
    return _label(block, text[:end], end, len(text))


def _run_in_label(block: Block, match: re.Match[str]) -> Label:
    return _label(block, match.group(1), match.end(1), match.end())._replace(start=match.start(1))


def _label(block: Block, text: str, end: int, value_start: int) -> Label:
    return Label(block.index, 0, end, value_start, label_key(text), part_field(text) or "section")


def _may_stand_alone(text: str, *, is_bold: bool) -> bool:
    bare = text.rstrip(":")
    chars, words = (MOST_BOLD_CHARS, MOST_BOLD_WORDS) if is_bold else (MOST_CHARS, MOST_WORDS)
    if not 0 < len(bare) <= chars or len(bare.split()) > words:
        return False
    is_address = bool(_WITH_POSTCODE.search(bare)) or is_address_line(bare)
    bare = bare[:-1] if _ABBREVIATION.fullmatch(bare) else bare
    return not _NOT_A_LABEL.search(bare) and not is_address and not (bare[-1] == ")" and _ends_in_place(bare))


def _ends_in_place(text: str) -> bool:
    """Whether a text that ends in a bracket names a country or a town there, or has only half of a bracket: no label does."""
    inside = text.rpartition("(")[2][:-1]
    return text.count("(") != text.count(")") or any(find_name(inside)[:2])


def styled_run_in(block: Block) -> Label | None:
    """A beginning set apart by its style, and ended by a full stop or a dash (``Resumen.``, ``ABSTRACT –``) if not bold."""
    width = _first_run(block)
    text = block.text.text[:width].rstrip()
    if not width or (block.bullet is not None and not text.endswith(":")):
        return None
    if not 1 < len(text.rstrip(LABEL_ENDS)) <= MOST_RUN_IN_CHARS or len(text.split()) > MOST_WORDS:
        return None
    mark = _MARK.match(block.text.text, width)
    is_ended = text[-1] in LABEL_ENDS or mark is not None
    is_bold = begins_in_bold(block.lines[0]) or _is_bold_beside_plain(block)
    is_set_apart = (is_bold and text.lstrip(OPENING_MARKS)[:1].isupper()) or _is_badge(block, text)
    is_set_apart |= begins_in_colour(block.lines[0])
    if is_code(text) or not (is_ended or is_set_apart):
        return None
    end = len(text.rstrip(LABEL_ENDS))
    behind = mark.end() if mark else width
    rest = len(block.text.text) - len(block.text.text[behind:].lstrip())
    return _label(block, text[:end], end, rest)


def _is_badge(block: Block, text: str) -> bool:
    """Whether a beginning says what is counted and its number (``Step 2``), beside larger type: a badge before a heading."""
    styles = [run.style for line in block.lines[:2] for run in line.runs[:2]][:2]
    return len(styles) > 1 and styles[1].size_pt > LARGER * styles[0].size_pt and counter_of(text) is not None


def begins_in_bold(line: Line) -> bool:
    """Whether a line begins in bold and goes on in plain type."""
    return len(line.runs) > 1 and line.runs[0].style.bold and not line.runs[1].style.bold


def _is_bold_beside_plain(block: Block) -> bool:
    """Whether the words that a block begins with are in bold, and what stands beside them, a space between, is not."""
    styles = [line.style.bold for line in block.lines[:2] if line.style is not None]
    return styles == [True, False] and _is_row(block)


def _is_row(block: Block) -> bool:
    """Whether the second line of a block stands beside the first."""
    first, *others = block.lines[:2]
    return any(is_on_row(first, other) and other.bbox.x0 > first.bbox.x1 for other in others)


def _first_run(block: Block) -> int:
    """Length of the beginning in one style, where the rest of the printed line is set in another; 0 where it is not.

    A bullet before it is no part of the block's text.
    """
    first = block.lines[0]
    if len(first.runs) > 1:
        return first.runs[1].offset - (block.text.start - first.start if block.bullet is not None else 0)
    return len(first.text) + 1 if _is_row(block) and block.lines[1].style != first.style else 0
