"""Lists of ideas like that of a profile, known by the places in them where their label does not say what they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from profile_extract.fields.items import Item
from profile_extract.fields.places import is_place_line, place_beginning
from profile_extract.lexicon import names_elsewhere


def tests_of_ideas(key: str) -> Iterator[Callable[[Sequence[Item]], bool]]:
    """What shows that the text under a label lists other practices: places with texts under them.

    Titles behind their places do so only where the label names other places (``Also in``): events are listed so, too.
    """
    yield _holds_ideas
    if names_elsewhere(key):
        yield _begins_with_place


def _begins_with_place(items: Sequence[Item]) -> bool:
    return bool(items) and place_beginning(items[0].text.text) > 0


def _holds_ideas(items: Sequence[Item]) -> bool:
    """Whether a part lists other practices by place: two or more place lines, each with a text under it."""
    if not items or not is_place_line(items[0].text.text):
        return False
    places = sum(is_place_line(item.text.text) for item in items)
    return places > 1 and len(items) >= 2 * places
