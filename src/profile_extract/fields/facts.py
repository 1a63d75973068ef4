"""Facts: labels whose text is one short value. What stands under the last of them is no part of it."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Container, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from profile_extract.fields.address_blocks import holds_address
from profile_extract.fields.items import Item
from profile_extract.fields.looks import Look, look
from profile_extract.fields.parts import Part
from profile_extract.lexicon import contact_line_field, is_closed
from profile_extract.model import Style
from profile_extract.segment.rows import are_level
from profile_extract.segment.shapes import is_prose, reads_as_prose, stands_out

FACT_SHARE = 0.6
"""Share of the parts under labels of one look that are one short value, from which all such labels are of facts."""
FEWEST_LABELS = 2
"""Different labels of one look that have short values: one may be followed by prose as a rule."""
FEWEST_OF_KEY = 3
"""Parts under one label that tell that it is one of facts."""
KEY_SHARE = 0.85
"""Share of these that do so: a value and the text under it may be joined in one block."""
MOST_VALUE_CHARS = 80
FEWEST_IDEAS, MOST_IDEA_LINES, TEXT_LINES = 2, 2, 4
"""Blocks of related ideas at least, lines of each at most, and lines of a text behind them, from which it is none of them."""
FEWEST_WORDS = 8
"""Words of a sentence that a blank line parts from the value over it in a dump; values have fewer."""
LEAST_SPACE_LINES = 0.15
"""Space above the text that follows, in lines beyond the usual distance."""


class Facts(NamedTuple):
    """By what the labels of facts are known in a report: how they are set, and those that are facts however they are.

    ``boxes`` are labels of a dump over a few items of a list, behind which the text of the profile begins.
    """

    looks: frozenset[Look]
    keys: frozenset[str]
    boxes: frozenset[str] = frozenset()


def find_facts(profiles: Sequence[Sequence[Part]], body: Style | None) -> Facts:
    """What labels of facts look like in this report, and which are facts wherever they stand."""
    boxes = _find_boxes(profiles) if body is None else frozenset[str]()
    return Facts(_find_looks(profiles, body), _find_keys(profiles, body), boxes)


def _find_looks(profiles: Sequence[Sequence[Part]], body: Style | None) -> frozenset[Look]:
    """How labels of facts are set in this report; empty for text input, which has no looks."""
    under: dict[Look, list[Part]] = defaultdict(list)
    for part in (part for parts in profiles for part in parts):
        found = _label_look(part)
        if found is not None:
            under[found].append(part)
    facts: set[Look] = set()
    for found, parts in under.items():
        short = [part for part in parts if len(part.items) == 1 and _is_value(part.items[0], body)]
        keys = {part.label.key for part in short if part.label}
        if len(keys) >= FEWEST_LABELS and len(short) >= FACT_SHARE * len(parts):
            facts.add(found)
    return frozenset(facts)


def _find_keys(profiles: Sequence[Sequence[Part]], body: Style | None) -> frozenset[str]:
    """Labels that run into one short value wherever they stand, no sentence; in a dump also ones over it in most profiles."""
    under: dict[str, list[Part]] = defaultdict(list)
    for part in (part for parts in profiles for part in parts):
        if part.label is not None and part.field == "section" and "#" not in part.label.key:
            under[part.label.key].append(part)
    often = {key: parts for key, parts in under.items() if len(parts) >= FEWEST_OF_KEY}
    usual = FACT_SHARE * len(profiles)
    return frozenset(
        key
        for key, parts in often.items()
        if sum(_runs_into_value(p, body, may_be_over=body is None and len(parts) >= usual) for p in parts)
        >= KEY_SHARE * len(parts)
    )


def _find_boxes(profiles: Sequence[Sequence[Part]]) -> frozenset[str]:
    """First labels of profiles, over items of a list with prose behind them in nearly all, which have none under no label."""
    under: dict[str, list[bool]] = defaultdict(list)
    for parts in profiles:
        has_prose = any(part.label is None and any(is_prose(item.block, None) for item in part.items) for part in parts)
        labelled = [(part.label.key, part) for part in parts if part.label is not None]
        for number, (key, part) in enumerate(labelled):
            under[key].append(number == 0 and not has_prose and _end_of_list(part) > 0)
    return frozenset(
        key for key, found in under.items() if len(found) >= FEWEST_OF_KEY and sum(found) >= KEY_SHARE * len(found)
    )


def _end_of_list(part: Part) -> int:
    """How many items of a list a part of a dump begins with, before prose that is none; 0 if it is anything else."""
    number = sum(1 for _ in takewhile(lambda item: item.block.bullet is not None, part.items))
    is_text = number >= FEWEST_IDEAS and number < len(part.items) and is_prose(part.items[number].block, None)
    return number if is_text else 0


def _runs_into_value(part: Part, body: Style | None, *, may_be_over: bool) -> bool:
    first = part.items[0] if part.items else None
    if first is None or part.label_block is None:
        return False
    runs_in = first.block.index == part.label_block.index
    is_beside = runs_in or may_be_over or are_level(first.block.lines[0], part.label_block.lines[-1])
    return is_beside and _is_value(first, body) and not is_closed(first.text.text)


def with_text_apart(parts: Sequence[Part], facts: Facts, body: Style | None) -> Iterator[Part]:
    """The parts of a profile, prose behind the value of a fact in a part of its own under no label.

    Where a label is known by itself alone, that is if no prose stands under no label above it: else the value is the name
    of what the prose is about.
    """
    has_prose = False
    for part in (piece for whole in parts for piece in _parted_from_others(whole, body, facts.boxes)):
        is_known = _label_look(part) in facts.looks or (
            not has_prose and part.label is not None and part.label.key in facts.keys
        )
        is_fact = is_known and len(part.items) > 1 and _is_value(part.items[0], body)
        behind = part.items[1].block if is_fact else None
        has_prose |= part.label is None and any(is_prose(item.block, body) for item in part.items)
        is_apart = behind is not None and (body is None or behind.gap_lines >= LEAST_SPACE_LINES or _ends_value(part, facts))
        if is_apart and _begins_text(part.items[1:], body):
            yield part._replace(items=part.items[:1])
            yield Part(None, None, part.items[1:], "")
            has_prose = True
        else:
            yield part


def _parted_from_others(part: Part, body: Style | None, boxes: Container[str]) -> Iterator[Part]:
    """A part of a dump, the text behind the ideas, the address or the box in it in one of its own; any other as it is."""
    if body is not None or part.label is None:
        yield part
    elif part.label.key in boxes and (end := _end_of_list(part)):
        yield from _parted_at(part, end)
    else:
        yield from _parted_from_ideas(part) if part.field == "related" else _parted_from_address(part)


def _parted_from_ideas(part: Part) -> Iterator[Part]:
    """The text behind ideas of a line or two apart: these stood beside it in a box."""
    lengths = [len(item.block.lines) for item in part.items]
    long = (n for n, item in enumerate(part.items) if lengths[n] >= TEXT_LINES and is_prose(item.block, None))
    first = next(long, 0)
    is_apart = first >= FEWEST_IDEAS and max(lengths[:first]) <= MOST_IDEA_LINES and part.items[first].block.gap_lines > 0
    yield from _parted_at(part, first if is_apart else len(part.items))


def _parted_from_address(part: Part) -> Iterator[Part]:
    """The text behind an address apart, where the last label before it is one of addresses."""
    is_address = part.label is not None and contact_line_field(part.label.key) is not None
    behind = (n for n, item in enumerate(part.items) if n and is_prose(item.block, None) and not holds_address([item]))
    yield from _parted_at(part, next(behind, len(part.items)) if is_address else len(part.items))


def _parted_at(part: Part, first: int) -> Iterator[Part]:
    """A part up to an item, and from there on one under no label."""
    yield part._replace(items=part.items[:first])
    if first < len(part.items):
        yield Part(None, None, part.items[first:], "")


def _ends_value(part: Part, facts: Facts) -> bool:
    """Whether a label known by itself runs into its value, behind which a block ends though no space follows."""
    return part.label is not None and part.label.key in facts.keys and part.items[0].block is part.label_block


def _begins_text(items: Sequence[Item], body: Style | None) -> bool:
    """Whether items begin with prose, or with a heading that stands out over some.

    Sentences at the top of a column may be set as a standfirst is: in bold, or larger.
    """
    first = items[0].block
    if is_prose(first, body) or (first.gap_lines == math.inf and reads_as_prose(first) and is_closed(first.text.text)):
        return True
    if body is None and first.gap_lines > 0 and first.bullet is None and _is_sentence(first.text.text):
        return True
    is_heading = stands_out(items[0].block, body) and items[0].block.bullet is None
    return is_heading and len(items) > 1 and is_prose(items[1].block, body)


def _is_sentence(text: str) -> bool:
    """Whether a text is one sentence at least, too short to be prose by its length."""
    return len(text.split()) >= FEWEST_WORDS and text[0].isupper() and is_closed(text)


def _label_look(part: Part) -> Look | None:
    return look(part.label_block.lines[0].style) if part.label_block is not None and part.field == "section" else None


def _is_value(item: Item, body: Style | None) -> bool:
    """Whether an item is one value: short, or in a dump, where no look tells sections from facts, at least no sentence."""
    text = item.text.text
    is_short = len(text) <= MOST_VALUE_CHARS or (body is None and not is_closed(text))
    return is_short and not is_prose(item.block, body)
