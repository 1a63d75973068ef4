"""The words of one language that made reports are put together from; the lists are in ``words_of/``, a file each."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("en", "de", "fr", "es", "it", "nl", "pt", "sv")


class Place(NamedTuple):
    """A town with a postcode of its own, printed as its country prints it, and a telephone code."""

    name: str
    postcode: str
    phone: str


class Words(NamedTuple):
    """The parts of sentences and headings of one language.

    ``order`` says where the verb stands behind an adverb of time: ``inverted`` or ``plain``. Subjects are plural, ``actions``
    are pairs of a verb and what goes with it, ``ends`` begin with their comma where they need one.
    """

    code: str
    country: str
    order: str
    subjects: tuple[str, ...]
    actions: tuple[tuple[str, str], ...]
    wheres: tuple[str, ...]
    whens: tuple[str, ...]
    ends: tuple[str, ...]
    things: tuple[str, ...]
    purposes: tuple[str, ...]
    subtitles: tuple[str, ...]
    prose_labels: tuple[str, ...]
    list_labels: tuple[str, ...]
    value_labels: tuple[str, ...]
    box_labels: tuple[str, ...]
    contact_label: str
    phone_label: str
    email_label: str
    first_names: tuple[str, ...]
    surnames: tuple[str, ...]
    organisations: tuple[str, ...]
    streets: tuple[str, ...]
    places: tuple[Place, ...]
    chapters: tuple[str, ...]
    weekdays: tuple[str, ...]
    report_titles: tuple[str, ...]
    contents: str
    foreword: str
    about: str
    index: str
    page: str
    photo: str
    figure: str


@cache
def words_of(language: str) -> Words:
    """The words of a language, by its two letters."""
    text = (Path(__file__).parent / "words_of" / f"{language}.toml").read_text(encoding="utf-8")
    lists = {key: tuple(value) if isinstance(value, list) else value for key, value in tomllib.loads(text).items()}
    lists["places"] = tuple(Place(*entry) for entry in lists["places"])
    lists["actions"] = tuple((verb, rest) for verb, rest in lists["actions"])
    return Words(**lists)
