"""From what was named on the command line (files, folders, patterns, URLs) to reports in a stable order, each with a name.

A report's name is its path from the deepest folder that all arguments share. So no two reports have the same, and it is
the same from run to run and from machine to machine.
"""

from __future__ import annotations

import glob
import itertools
import os
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from pathlib import Path
from typing import NamedTuple

from profile_extract.errors import UsageError
from profile_extract.run.places import absolute, is_url, list_store, stamp_in_store, store_has_folder

SUFFIXES = (".pdf", ".txt", ".text")
"""What is taken for a report in a folder; whatever a pattern matches is taken as it is."""
_UNLISTED = ("http://", "https://")
"""Where there are no folders and no patterns, and a question mark means something else."""


class Source(NamedTuple):
    """A report to be read: where it is, its name, and what its store says of its content (None for local files)."""

    place: str
    name: str
    stamp: str | None = None


class Sources(NamedTuple):
    """The reports in order, and how many files of folders were left out because they look like no report."""

    reports: list[Source]
    left_out: int


class Kind(Enum):
    """What an argument is."""

    FILE = "file"
    FOLDER = "folder"
    PATTERN = "pattern"


class _Found(NamedTuple):
    place: str
    stamp: str | None = None


def are_many(arguments: Sequence[str]) -> bool:
    """Whether these arguments are more than one report by their looks: several, a folder, a pattern."""
    return len(arguments) > 1 or any(kind_of(absolute(argument)) is not Kind.FILE for argument in arguments)


def is_for_many(output: str) -> bool:
    """Whether this place for results is a folder: it ends in a slash, is there, or is a URL."""
    return output.endswith("/") or is_url(output) or os.path.isdir(output)  # noqa: PTH112 - no error for names that cannot be


def find_sources(arguments: Iterable[str], output: str) -> Sources:
    """All reports named by the arguments, each once, in their order and sorted within folders and patterns.

    Results of this program in a folder, under ``output``, are no reports.

    Raises:
        UsageError: a folder or pattern holds no report.
        ReadError: a store does not answer.
    """
    places = [absolute(argument) for argument in arguments]
    kinds = [kind_of(place) for place in places]
    found: dict[str, str | None] = {}
    left_out = 0
    for place, kind in zip(places, kinds, strict=True):
        is_empty = True
        for file in _files(place, kind, absolute(output)):
            if kind is Kind.FOLDER and not file.place.lower().endswith(SUFFIXES):
                left_out += 1
                continue
            found.setdefault(file.place, file.stamp)
            is_empty = False
        if is_empty:
            raise UsageError(f"{place}: no report here; in folders, reports end in {', '.join(SUFFIXES)}")
    name = _namer([_base(place, kind) for place, kind in zip(places, kinds, strict=True)])
    return Sources([Source(place, name(place), stamp) for place, stamp in found.items()], left_out)


def kind_of(place: str) -> Kind:
    """What an absolute place is; a file that is really called like a pattern is a file, and so is what is not there."""
    if place.startswith(_UNLISTED):
        return Kind.FILE
    if is_url(place):
        if glob.has_magic(place):
            return Kind.PATTERN
        return Kind.FOLDER if not place.lower().endswith(SUFFIXES) and store_has_folder(place) else Kind.FILE
    if os.path.isdir(place):  # noqa: PTH112 - no error for names that cannot be
        return Kind.FOLDER
    return Kind.PATTERN if glob.has_magic(place) and not os.path.lexists(place) else Kind.FILE


def _files(place: str, kind: Kind, output: str) -> Iterator[_Found]:
    """The files that an argument stands for."""
    if kind is Kind.FILE:  # also if it is missing: then reading says so, and the others are done
        yield _Found(place, stamp_in_store(place) if is_url(place) else None)
    elif is_url(place):
        listed = (_Found(*file) for file in list_store(place, is_pattern=kind is Kind.PATTERN))
        yield from listed if kind is Kind.PATTERN else _seen(listed, place, output)
    elif kind is Kind.PATTERN:
        matching = sorted(glob.glob(place, recursive=True))  # noqa: PTH207 - Path's gives paths where this gives texts
        yield from (_Found(path) for path in matching if not Path(path).is_dir())
    else:
        yield from _seen((_Found(path) for path in _walk(place)), place, output)


def _seen(files: Iterable[_Found], folder: str, output: str) -> Iterator[_Found]:
    """The files of a folder that are not hidden, nor results that are written into it."""
    inside = output + "/" if output.startswith(folder + "/") else None
    for file in files:
        is_hidden = "/." in file.place[len(folder) :]
        if not is_hidden and not (inside and file.place.startswith(inside)):
            yield file


def _walk(folder: str) -> Iterator[str]:
    """All files of a folder, sorted; folders that are links are not followed, for they make circles."""
    for here, folders, files in os.walk(folder):
        folders.sort()
        yield from (f"{here.rstrip('/')}/{name}" for name in sorted(files))


def _base(place: str, kind: Kind) -> list[str]:
    """The folder that an argument's names are counted from, in parts: a folder itself, of a file the folder it is in."""
    parts = place.split("/")
    if kind is Kind.PATTERN:
        return list(itertools.takewhile(lambda part: not glob.has_magic(part), parts))
    return parts if kind is Kind.FOLDER else parts[:-1]


def _namer(bases: Sequence[list[str]]) -> Namer:
    """What names reports: by their path from the folder that all bases share, or by their whole path where there is none."""
    first, last = min(bases), max(bases)
    shared = itertools.takewhile(lambda pair: pair[0] == pair[1], zip(first, last, strict=False))
    return Namer(sum(len(part) + 1 for part, _ in shared))


class Namer(NamedTuple):
    """Gives a report its name: what is left of its place after so many characters."""

    dropped: int

    def __call__(self, place: str) -> str:
        """The name of the report at a place."""
        if self.dropped:
            return place[self.dropped :]
        return (place if is_url(place) else f"file://{place}").replace("://", "/").replace("//", "/")
