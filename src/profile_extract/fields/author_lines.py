"""Authors under a title with an e-mail address behind their names, and below them what they belong to, by marks.

``Ada Berg¹ ✉ a.berg@uni.example, Bo Dahl²`` over ``¹ Faculty of Music, University of Turku, Finland``: whom to write to is
the one whose name the address is made of. The sign of an envelope may be mapped to a letter by its font.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

from profile_extract.fields.authors import is_made_of
from profile_extract.fields.items import Item
from profile_extract.fields.parts import may_be_of_address
from profile_extract.fields.persons import reads_as_person
from profile_extract.layout.codes import PERSON_NAME
from profile_extract.model import Style

MOST_OVER_AUTHORS = 2
"""Items over the line of authors: the kind of a talk, a time."""
MOST_AFFILIATIONS = 6
"""Items with what authors belong to, and marks that stand alone."""
_DIGITS = "\\d⁰¹²³⁴-⁹"
_AUTHOR = re.compile(
    rf"(?P<name>{PERSON_NAME})(?P<marks>(?:[\s,]*[{_DIGITS}*†‡])*)(?: [^\w\s@]| [A-Z])?"
    r" [(<\[]?(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
)
_MARK = re.compile(rf"[{_DIGITS}]+")
_MARKED = re.compile(rf"(?<!\S)(?P<mark>[{_DIGITS}]{{1,2}}) ?(?=[^\W\d_])")


class AuthorLines(NamedTuple):
    """The items from ``start`` to ``end`` (half-open) that are authors and what they belong to, and an address made of them.

    That is a name, at most one affiliation, and an e-mail address: parts of the items.
    """

    start: int
    end: int
    address: list[Item]


def find_author_lines(items: Sequence[Item], body: Style | None) -> AuthorLines | None:
    """The author with an e-mail address among the first items of a profile; None where there is none, or are several."""
    for start, item in enumerate(items[: MOST_OVER_AUTHORS + 1]):
        if "@" not in item.text.text:
            continue
        found = [match for match in _AUTHOR.finditer(item.text.text) if is_made_of(match["email"], match["name"])]
        if len(found) != 1 or not reads_as_person(found[0]["name"]):
            continue
        author = found[0]
        end = start + 1
        while end < min(len(items), start + 1 + MOST_AFFILIATIONS) and _is_of_authors(items[end], body):
            end += 1
        name, email = (item._replace(text=item.text[slice(*author.span(part))]) for part in ("name", "email"))
        mark = _MARK.search(author["marks"])
        own = _affiliation(items[start + 1 : end], mark.group() if mark else "")
        return AuthorLines(start, end, [name, *([own] if own else []), email])
    return None


def _is_of_authors(item: Item, body: Style | None) -> bool:
    """Whether an item stands under authors as what they belong to does: it begins with a mark, or is one."""
    text = item.text.text
    return may_be_of_address(item, body) and (_MARKED.match(text) is not None or _MARK.fullmatch(text.strip()) is not None)


def _affiliation(items: Sequence[Item], mark: str) -> Item | None:
    """What stands behind a mark; several may be in one item, each at the beginning of a line."""
    wanted = _plain(mark)
    for item in items:
        marked = list(_MARKED.finditer(item.text.text))
        ends = [*(match.start() for match in marked[1:]), len(item.text.text)]
        for match, end in zip(marked, ends, strict=False):
            if _plain(match["mark"]) == wanted:
                return item._replace(text=item.text[match.end() : end].stripped())
    return None


def _plain(mark: str) -> str:
    return unicodedata.normalize("NFKC", mark)
