"""Facts: labels whose text is one short value. What stands under the last of them is no part of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence, Set

from profile_extract.fields.parts import Item, Look, Part, look
from profile_extract.model import Style
from profile_extract.segment.shapes import is_prose

FACT_SHARE = 0.6
"""Share of the parts under labels of one look that are one short value, from which all such labels are of facts."""
FEWEST_LABELS = 2
"""Different labels of one look that have short values: one may be followed by prose as a rule."""
MOST_VALUE_CHARS = 80
LEAST_SPACE_LINES = 0.3
"""Space above the text that follows, in lines beyond the usual distance."""


def find_fact_looks(profiles: Sequence[Sequence[Part]], body: Style | None) -> frozenset[Look]:
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


def with_text_apart(parts: Sequence[Part], fact_looks: Set[Look], body: Style | None) -> Iterator[Part]:
    """The parts of a profile, prose behind the value of a fact in a part of its own under no label."""
    for part in parts:
        is_fact = _label_look(part) in fact_looks and len(part.items) > 1 and _is_value(part.items[0], body)
        behind = part.items[1].block if is_fact else None
        if behind is not None and is_prose(behind, body) and behind.gap_lines >= LEAST_SPACE_LINES:
            yield part._replace(items=part.items[:1])
            yield Part(None, None, part.items[1:], "")
        else:
            yield part


def _label_look(part: Part) -> Look | None:
    return look(part.label_block.lines[0].style) if part.label_block is not None and part.field == "section" else None


def _is_value(item: Item, body: Style | None) -> bool:
    return len(item.text.text) <= MOST_VALUE_CHARS and not is_prose(item.block, body)
