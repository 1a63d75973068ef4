"""Answers that are kept with what was asked: nothing that is immutable says another thing the second time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from profile_extract.model import Report, Style
from profile_extract.structure import Block, Layout, Segment

S = TypeVar("S", Report, Block, Layout, Segment)
T = TypeVar("T")


def _key_of(test: Callable[..., object]) -> str:
    """What an answer is kept under: questions of two modules may have one name, and fields have none with a point in it."""
    return f"{test.__module__}.{test.__name__}"


def once(test: Callable[[S], T]) -> Callable[[S], T]:
    """Asks a report, block, layout or segment once what does not change, and keeps the answer: it is asked again and again."""
    name = _key_of(test)

    def asked(value: S) -> T:
        kept: dict[str, T] = value.__dict__
        if name not in kept:
            kept[name] = test(value)
        return kept[name]

    return asked


def once_beside(test: Callable[[S, Style | None], T]) -> Callable[[S, Style | None], T]:
    """The same of a question that the style of the body bears on, which is one in a report."""
    name = _key_of(test)

    def asked(value: S, body: Style | None) -> T:
        kept: tuple[Style | None, T] | None = value.__dict__.get(name)
        if kept is None or kept[0] is not body:
            kept = value.__dict__[name] = body, test(value, body)
        return kept[1]

    return asked
