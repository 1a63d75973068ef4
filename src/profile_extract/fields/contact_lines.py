"""The printed lines of a contact block, those that one thing is broken over made one again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from profile_extract.clean.joins import Join, find_join, glued, joined
from profile_extract.fields.addresses import find_phones, is_known_ending
from profile_extract.fields.entities import find_entities
from profile_extract.fields.items import Item
from profile_extract.fields.localities import is_postcode_of, read_locality
from profile_extract.fields.parts import index_at
from profile_extract.gazetteer import find_places
from profile_extract.layout.line_ends import has_room_for
from profile_extract.model import Line
from profile_extract.passage import Passage
from profile_extract.structure import Layout

FULL_LINE = 0.6
"""Share of the block's longest line from which a line may be wrapped; shorter ones end where their text ends."""
FOLIO_SPACE_LINES = 1.0
"""White space over the number of a page at least, in lines beyond the usual distance."""
FEWEST_PARTED = 3
"""Commas and dashes in an address that is printed as one paragraph, at least."""
_BETWEEN = re.compile(r", | [–—-] ")
_BROKEN_HOST = re.compile(r"(?:\S@|\bwww\.)[\w-]+$")
_REST_OF_HOST = re.compile(r"[\w-]*(?:\.[\w-]+)*\.[^\W\d_]{2,}")
"""A host without its country or kind at a line's end, and what it goes on with: narrow columns break it anywhere."""
_BROKEN_ENDING = re.compile(r"(?:\S@|\bwww\.)\S*\.([a-z]{1,5})$")
_REST_OF_ENDING = re.compile(r"[a-z]{1,6}")
"""A host broken inside its country or kind, and what stands in the next line of that."""
_BEGUN_PATH = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}/\S*[\w-]$")
_REST_OF_PATH = re.compile(r"[a-z\d]+(?:[/_-]\w+)*/?")
FULL_EM = 1.0
"""Room at the end of a line, in ems, that hardly a letter has: what ends there may be cut anywhere."""
_FIGURES_AT_END = re.compile(r"(?<![\d/(.–-])(?:[+(]?\d[\d\s()/.–-]{4,}\d|0\d{2,5})$")
"""A telephone number, or the area that one begins with, at the end of a line."""
_LAST_FIGURES = re.compile(r"\d(?:[ /.–-]?\d){0,5}")
_COUNTRY_CODE = re.compile(r"\+\d{1,3}(?: ?\(?\d{1,4}\)?)?$")
"""The beginning of an international telephone number at the end of a line."""
_FIGURES = re.compile(r"[\d(][\d\s()/.–-]*\d")
_ENDS_IN_POSTCODE = re.compile(r", (?:[A-Z]{1,3}-)?\d{4,5}$")
_PLACE_NAME = re.compile(r"(?!\w+:)[^\W\d_a-z][^\W\d_]+(?:[ -][^\W\d_]+){0,3}")
"""A street and a postcode, and the place that a narrow column puts on the next line."""
_ENDS_IN_PLACE = re.compile(r"(?:\b\d{4,5}|\d,) (?P<name>[^\W\d_][^\d,()]*)$")
"""The first words of a place behind its postcode, or behind the number of a house."""
_REST_OF_PLACE = re.compile(r"(?P<name>[^\W\d_][^\d,()]*?)(?: \([A-Z]{2}\)|,.*)?")
_BEGUN_EIRCODE = re.compile(r"(?<![^\s,])[A-Z]\d[\dW]$")
_REST_OF_EIRCODE = re.compile(r"(?=[A-Z]*\d)[A-Z\d]{4}")
"""The two halves of an Irish postcode (``H91 K2F3``)."""
_BEGUN_POSTCODE = re.compile(r"[^\W\d_] [A-Z]{1,2}\d[A-Z\d]?$")
_REST_OF_POSTCODE = re.compile(r"\d[A-Z]{2}")
"""The two halves of a British postcode (``DE1 2AB``), the first behind its place."""
_INSIDE_WORDS = ("drop-hyphen", "keep-hyphen")
"""How lines are joined that a word runs over."""
_NUMBER_OF_HOUSE = re.compile(r"\d{1,4} ?[a-zA-Z]?(?:,|$)")
"""What a line begins with, or is, that a street has run over into."""


def block_lines(items: Sequence[Item], layout: Layout, street: int | None = None) -> list[tuple[Passage, bool]]:
    """The printed lines of a part, addresses broken over two of them joined, and whether each may be wrapped.

    ``street`` is the offset at which a street begins, where a label says so.
    """
    lines: list[tuple[Passage, bool]] = []
    longest = max((len(line.text) for item in items for line in item.block.lines), default=0)
    filling = _filling_lines(items, layout)
    for item in items:
        if _is_paragraph(item, layout):
            lines.append((item.text, False))
            continue
        before: Line | None = None
        for passage, line in _within(item, layout):
            above = lines[-1][0].text if lines else ""
            is_cut = before is not None and _is_cut_path(
                above, passage.text, before, layout.column_rights_pt[item.block.column]
            )
            is_apart = before is None and item.block.gap_lines >= FOLIO_SPACE_LINES
            before = line
            is_of_street = bool(lines) and lines[-1][0].start == street and _goes_on_street(above, passage.text)
            if lines and (is_of_street or _is_one_line(above, passage.text, layout, is_apart=is_apart)):
                lines[-1] = (joined([lines[-1][0], passage], layout.vocabulary), False)
            elif lines and (is_cut or _is_broken_host(above, passage.text)):
                lines[-1] = (glued(lines[-1][0], passage, Join(0, "", "join-address")), False)
            else:
                is_wrapped = line.wraps is True and len(line.text) >= FULL_LINE * longest
                lines.append((passage, is_wrapped or line.start in filling))
    return lines


def _is_paragraph(item: Item, layout: Layout) -> bool:
    """Whether an address of a PDF is printed as one paragraph: each line full, and commas or dashes between its parts."""
    block = item.block
    if len(block.lines) < 2 or block.style is None or len(_BETWEEN.findall(item.text.text)) < FEWEST_PARTED:
        return False
    right = layout.column_rights_pt[block.column]
    return all(not has_room_for(above, line, right) for above, line in pairwise(block.lines))


def _filling_lines(items: Sequence[Item], layout: Layout) -> set[int]:
    """Offsets of the lines of a name, in bold over an address that is not, without room for the first word of the next one."""
    bold = [all(line.runs and line.runs[0].style.bold for line in item.block.lines) for item in items[:2]]
    if bold != [True, False]:
        return set()
    head, right = items[0].block, layout.column_rights_pt[items[0].block.column]
    return {above.start for above, line in pairwise(head.lines) if not has_room_for(above, line, right)}


def _is_one_line(above: str, text: str, layout: Layout, *, is_apart: bool) -> bool:
    """Whether a line goes on in the next: a telephone number, an electronic address, a street, a postcode and its place.

    No telephone number does where white space parts the two: the figures below may number the page.
    """
    if is_postcode_of(above, text) or (_ENDS_IN_POSTCODE.search(above) and _PLACE_NAME.fullmatch(text)):
        return True
    rule = find_join(above, text, layout.vocabulary).rule
    if rule in _INSIDE_WORDS and text[:1].islower():
        return True
    if rule == "join-address" or (not is_apart and _is_one_number(above, text)):
        return True
    if _is_one_place(above, text) or (_BEGUN_EIRCODE.search(above) and _REST_OF_EIRCODE.fullmatch(text)):
        return True
    if _BEGUN_POSTCODE.search(above) and _REST_OF_POSTCODE.fullmatch(text):
        return True
    return bool(_NUMBER_OF_HOUSE.match(text) and not any(map(str.isdecimal, above)) and find_entities(above, "STREET"))


def _goes_on_street(above: str, text: str) -> bool:
    """Whether a line goes on with the street that a label names: its number, or words of it before that."""
    if _NUMBER_OF_HOUSE.fullmatch(text):
        return True
    is_open = not any(map(str.isdecimal, above)) and bool(find_entities(above, "STREET"))
    return is_open and not find_places(text.strip(".")) and read_locality(Passage.of(text, 0, len(text))) is None


def _is_one_place(above: str, text: str) -> bool:
    """Whether a line ends with the first words of a place, and the next begins with its last ones."""
    begun, rest = _ENDS_IN_PLACE.search(above), _REST_OF_PLACE.fullmatch(text.rstrip("."))
    return begun is not None and rest is not None and bool(find_places(f"{begun.group('name')} {rest.group('name')}"))


def _is_broken_host(above: str, text: str) -> bool:
    """Whether a line is nothing but the rest of the name of a host, which the one above ends in the middle of."""
    if _BROKEN_HOST.search(above) and _REST_OF_HOST.fullmatch(text):
        return True
    begun = _BROKEN_ENDING.search(above) if _REST_OF_ENDING.fullmatch(text) else None
    return begun is not None and (is_known_ending(begun.group(1) + text) or not is_known_ending(begun.group(1)))


def _is_cut_path(above: str, text: str, line: Line, right: float) -> bool:
    """Whether a full line of a PDF ends in the path of a web address, and the next is nothing but the rest of it."""
    is_full = line.style is not None and right - line.bbox.x1 < FULL_EM * line.style.size_pt
    return is_full and bool(_BEGUN_PATH.search(above) and _REST_OF_PATH.fullmatch(text))


def _is_one_number(above: str, text: str) -> bool:
    """Whether a line is the last figures of the telephone number that the one above it ends with, or all but its first."""
    code = _COUNTRY_CODE.search(above)
    if code is not None and _FIGURES.fullmatch(text):
        return find_phones(f"{code.group()} {text}") == [(0, len(code.group()) + 1 + len(text))]
    begun = _FIGURES_AT_END.search(above)
    if begun is None or not _LAST_FIGURES.fullmatch(text):
        return False
    return bool(find_phones(f"{begun.group()} {text}"))


def _within(item: Item, layout: Layout) -> Iterator[tuple[Passage, Line]]:
    """The lines of an item's block from where its text begins, behind bullet and run-in label, which may stand above them."""
    begin, has_begun = item.text.start, False
    for line in item.block.lines:
        passage = layout.report.passage(line)
        if not has_begun and begin < passage.end:
            has_begun = True
            passage = passage[index_at(passage, begin) :].stripped() if passage.start < begin else passage
        if has_begun and passage.text:
            yield passage, line
