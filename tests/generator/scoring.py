"""How far an output agrees with the truth: values equal but for letter case and white space, lists paired best first."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

TEXTS = ("person", "organization", "street", "postal_code", "locality")
LISTS = ("emails", "phones", "websites")
SAME = 0.5
"""Likeness (Ratcliff/Obershelp) from which two items of lists are the same one."""
_NEAR = (3, 0.03)
"""By how much the length of a text known by its ends may differ, in words or as a share of them."""


class Score(NamedTuple):
    """Values that agree, values given, values expected."""

    right: int
    given: int
    expected: int

    def __add__(self, other: object) -> Score:
        assert isinstance(other, Score)
        return Score(self.right + other.right, self.given + other.given, self.expected + other.expected)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where there is nothing to find."""
        return 2 * self.right / (self.given + self.expected) if self.given + self.expected else 1.0


NOTHING = Score(0, 0, 0)


def boundary_score(gold: dict[str, Any], output: dict[str, Any]) -> Score:
    """Profiles found, by their titles, punctuation and spaces aside."""
    rows = _profile_pairs(gold, output)
    right = sum(_soft(g["title"]) == _soft(p["title"] or "") for g, p in rows if g and p)
    return Score(right, len(output["profiles"]), len(gold["profiles"]))


def field_score(gold: dict[str, Any], output: dict[str, Any]) -> Score:
    """All fields that the truth has a word on."""
    total = NOTHING
    for expected, given in _profile_pairs(gold, output):
        if expected is None:
            total += Score(0, 1, 0)
        else:
            total = sum(_fields(expected, given or {}), total)
    return total


def wrong_fields(gold: dict[str, Any], output: dict[str, Any]) -> list[tuple[float, int]]:
    """For each profile of the output its confidence, and how many of its fields are wrong, missing or invented."""
    found = []
    for expected, given in _profile_pairs(gold, output):
        if given is not None:
            scores = list(_fields(expected, given)) if expected else [Score(0, 1, 0)]
            found.append((given["confidence"], sum(max(s.given, s.expected) - s.right for s in scores)))
    return found


def _fields(gold: dict[str, Any], got: dict[str, Any]) -> Iterator[Score]:
    for name in ("title", "tagline"):
        if name in gold:
            yield _text(gold[name], got.get(name))
    yield from _running(gold["narrative"], got.get("narrative") or [])
    for g, p in _pairs(gold["sections"], got.get("sections") or [], lambda s: s["label"] or ""):
        yield _text(_label(g), _label(p))
        paragraphs = (p or {}).get("paragraphs") or []
        if g is not None:
            yield _span(g["text"], paragraphs) if "text" in g else _text(g["value"], " ".join(paragraphs))
    for g, p in _pairs(gold["contacts"], got.get("contacts") or [], _contact_text):
        for name in (name for name in TEXTS if g is None or name in g):
            yield _text((g or {}).get(name), (p or {}).get(name))
        for name in LISTS:
            values = [[_bare(v, name) for v in (c or {}).get(name, [])] for c in (g, p)]
            yield from (_text(a, b) for a, b in _pairs(values[0], values[1], str))


def _running(gold: Any, paragraphs: Sequence[str]) -> Iterator[Score]:
    if isinstance(gold, dict):
        yield _span(gold, paragraphs)
    else:
        yield _text(" ".join(gold or []), " ".join(paragraphs))
        if gold:
            yield _text(str(len(gold)), str(len(paragraphs)))


def _text(gold: str | None, given: str | None) -> Score:
    a, b = _plain(gold or ""), _plain(given or "")
    return Score(bool(a) and a == b, bool(b), bool(a))


def _span(gold: dict[str, Any], paragraphs: Sequence[str]) -> Score:
    text = _plain(" ".join(paragraphs))
    is_near = abs(len(text.split()) - gold["words"]) <= max(_NEAR[0], _NEAR[1] * gold["words"])
    ends = text.startswith(_plain(gold["starts"])) and text.endswith(_plain(gold["ends"]))
    return Score(is_near and ends, bool(text), 1)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).split()).casefold()


def _soft(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def _label(section: dict[str, Any] | None) -> str:
    return ((section or {}).get("label") or "").rstrip(" :.–-")


def _bare(value: str, name: str) -> str:
    """A number or an address without what its form adds to it."""
    if name == "phones":
        return re.sub(r"[^\d+]", "", value)
    return re.sub(r"^(mailto:|https?://)", "", value).rstrip("/")


def _contact_text(contact: dict[str, Any]) -> str:
    values = (contact.get(name) for name in (*TEXTS, *LISTS))
    return " ".join(v if isinstance(v, str) else " ".join(v) for v in values if v)


def _profile_pairs(gold: dict[str, Any], output: dict[str, Any]) -> list[tuple[Any, Any]]:
    return _pairs(gold["profiles"], output["profiles"], lambda p: p["title"] or "")


def _pairs(gold: Sequence[Any], given: Sequence[Any], key: Callable[[Any], str]) -> list[tuple[Any, Any]]:
    """Items of two lists, most alike first; one without a partner stands beside None."""
    texts = [[_soft(key(item)) for item in items] for items in (gold, given)]
    alike = sorted(
        ((_likeness(a, b), -abs(i - j), i, j) for i, a in enumerate(texts[0]) for j, b in enumerate(texts[1])), reverse=True
    )
    partner: dict[int, int] = {}
    for likeness, _, i, j in alike:
        if likeness >= SAME and i not in partner and j not in partner.values():
            partner[i] = j
    rows = [(item, given[partner[i]] if i in partner else None) for i, item in enumerate(gold)]
    return rows + [(None, item) for j, item in enumerate(given) if j not in partner.values()]


def _likeness(a: str, b: str) -> float:
    if a == b:
        return 1.0
    matcher = difflib.SequenceMatcher(None, a, b, autojunk=False)
    return matcher.ratio() if matcher.quick_ratio() >= SAME else 0.0
