"""Layout files: what is known of a report's layout, in TOML, as ``inspect --save-layout`` writes it or a person does.

    name = "induced"             # how the output calls this layout; the file's name where there is no such line

    [labels]
    "Objective" = "section"      # or column, contact, group, quote, related
    "What we need" = { field = "section", name = "Needs" }

    [titles]
    rule = "title.style"         # the kind of sign that profiles begin with
    examples = []                # titles that show the program what profiles begin with
    looks = [{ font = "Arial-BoldMT", size_pt = 10 }]

    [furniture]
    header = ["Report # of the city"]
    footer = []

    [pages]
    columns = 2                  # 1: read lines across the page

Every table and key may be left out. A label named here is believed wherever it stands, alone or before a colon, unless the
report itself shows where it does; its text goes where the file says.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NoReturn

from profile_extract.errors import LayoutFileError
from profile_extract.layout.furniture import running_key
from profile_extract.lexicon import label_key
from profile_extract.structure import Guide, TitleLook

FIELDS = ("column", "contact", "group", "quote", "related", "section")
RULES = (
    "title.before-labels",
    "title.behind-labels",
    "title.bullet",
    "title.code",
    "title.coloured-font-size",
    "title.column-start",
    "title.contents",
    "title.example",
    "title.font",
    "title.font-size",
    "title.gap",
    "title.label",
    "title.form",
    "title.numbered",
    "title.outline",
    "title.over-address",
    "title.over-names",
    "title.over-noted-names",
    "title.over-text",
    "title.parts",
    "title.page-start",
    "title.place",
    "title.row",
    "title.run-in",
    "title.style",
)
"""Kinds of sign that profiles may be known by."""
_TABLES = {
    "labels": None,
    "titles": ("examples", "looks", "rule"),
    "furniture": ("footer", "header"),
    "pages": ("columns",),
}
"""The tables and their keys; any key in the table of labels."""


def read_layout_file(path: Path) -> Guide:
    """Read a layout file.

    Raises:
        LayoutFileError: it cannot be read or says something unknown; the message names the line and the key.
    """
    try:
        text = path.read_text(encoding="utf-8")
        document = tomllib.loads(text)
    except OSError as error:
        raise LayoutFileError(f"cannot be read: {error.strerror or error}", path=str(path)) from error
    except UnicodeDecodeError as error:
        raise LayoutFileError(f"cannot be read: {error}", path=str(path)) from error
    except tomllib.TOMLDecodeError as error:
        raise LayoutFileError(f"not TOML: {error}", path=str(path)) from error
    return _Reader(path, text).guide(document)


class _Reader:
    """Reads a parsed document, and names the line of what is wrong in it."""

    def __init__(self, path: Path, text: str) -> None:
        self._path, self._rows = path, text.splitlines()

    def guide(self, document: dict[str, Any]) -> Guide:
        name = document.pop("name", self._path.name)
        if not isinstance(name, str):
            self._refuse("name", "name is a string")
        for table in document:
            if table not in _TABLES:
                self._refuse(table, f"there is no table [{table}]; there are: {', '.join(_TABLES)}")
        labels, titles, furniture, pages = (self._table(document, table) for table in _TABLES)
        fields = {label: self._field(label, value) for label, value in labels.items()}
        columns = pages.get("columns")
        if not (columns is None or (isinstance(columns, int) and columns > 0)):
            self._refuse("columns", "columns is a number from 1 up")
        return Guide(
            name=name,
            labels={label_key(label): fields[label] for label in labels},
            names={label_key(label): value["name"] for label, value in labels.items() if _is_renamed(value)},
            title_rule=self._rule(titles),
            title_looks=tuple(self._list(titles, "looks", self._look)),
            examples=tuple(self._list(titles, "examples", self._string)),
            running={
                edge: frozenset(running_key(line) for line in self._list(furniture, edge, self._string)) for edge in furniture
            },
            columns=columns,
        )

    def _table(self, document: dict[str, Any], name: str) -> dict[str, Any]:
        table = document.get(name, {})
        if not isinstance(table, dict):
            self._refuse(name, f"{name} is a table: [{name}]")
        known = _TABLES[name]
        for key in table if known else ():
            if known and key not in known:
                self._refuse(key, f"there is no {key!r} in [{name}]; there are: {', '.join(known)}")
        return dict(table)

    def _field(self, label: str, value: object) -> str:
        field = value.get("field") if isinstance(value, dict) else value
        if not isinstance(field, str) or field not in FIELDS:
            self._refuse(label, f"{label!r} cannot be {field!r}; a label is one of: {', '.join(FIELDS)}")
        if isinstance(value, dict) and not (set(value) <= {"field", "name"} and isinstance(value.get("name", ""), str)):
            self._refuse(label, f"{label!r} has a field and a name, both strings")
        return field

    def _rule(self, titles: dict[str, Any]) -> str | None:
        rule = titles.get("rule")
        if rule is not None and rule not in RULES:
            self._refuse("rule", f"there is no rule {rule!r}; there are: {', '.join(RULES)}")
        return rule

    def _list(self, table: dict[str, Any], key: str, item: Callable[[str, object], Any]) -> list[Any]:
        values = table.get(key, [])
        if not isinstance(values, list):
            self._refuse(key, f"{key} is a list")
        return [item(key, value) for value in values]

    def _string(self, key: str, value: object) -> str:
        if not isinstance(value, str):
            self._refuse(key, f"{key} is a list of strings")
        return value

    def _look(self, key: str, value: object) -> TitleLook:
        look = value if isinstance(value, dict) else {}
        font, size, bullet = look.get("font"), look.get("size_pt"), look.get("bullet", False)
        is_known = set(look) <= {"font", "size_pt", "bullet"} and isinstance(bullet, bool)
        if not (is_known and isinstance(font, str) and isinstance(size, int)):
            self._refuse(key, 'a look is written { font = "Name", size_pt = 12 }, with bullet = true where one stands before')
        return TitleLook(font, size, bullet)

    def _refuse(self, key: str, message: str) -> NoReturn:
        line = next((n for n, row in enumerate(self._rows, 1) if key in row), None)
        raise LayoutFileError(message, path=str(self._path), line=line)


def _is_renamed(value: object) -> bool:
    return isinstance(value, dict) and "name" in value
