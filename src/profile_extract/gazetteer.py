"""Names of places and countries that ship with the package (GeoNames, CC BY 4.0; CLDR): looked up where they lie.

The files in ``data/`` are sorted text made by ``scripts/build_places.py``. They are mapped into memory and searched by
halving, so that nothing is loaded: a look-up takes about ten microseconds, and starting takes none.
"""

from __future__ import annotations

import mmap
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

VERSION = "geonames-5000/cldr"
"""What the names are: populated places of 5,000 people and more, and the countries of CLDR."""


class PlaceName(NamedTuple):
    """A populated place: GeoNames id, its name there, ISO 3166 country, people, degrees north and east."""

    geonames_id: int
    name: str
    country_code: str
    population: int
    latitude: float
    longitude: float


def key(name: str) -> str:
    """How a name is looked up: lower case, single spaces, straight apostrophes."""
    return " ".join(name.casefold().replace("’", "'").split())


@lru_cache(maxsize=65536)
def find_places(name: str) -> tuple[PlaceName, ...]:
    """The places that go by this name in whatever case, the largest first; empty where there is none."""
    offsets = _find("place_names.tsv", key(name))
    return tuple(_place(int(offset)) for offset in offsets.split(",")) if offsets else ()


@lru_cache(maxsize=4096)
def find_country_code(name: str) -> str | None:
    """ISO 3166 code of the country that goes by this name in one of some thirty languages."""
    return _find("countries.tsv", key(name)) or None


def country_name(code: str) -> str:
    """The English name of a country; the code itself where it is not known."""
    return _find("country_titles.tsv", code) or code


@cache
def _mapped(file_name: str) -> mmap.mmap:
    path = resources.files("profile_extract") / "data" / file_name
    with resources.as_file(path) as file, file.open("rb") as opened:
        return mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)


def _find(file_name: str, wanted: str) -> str:
    """The value behind a key in a sorted file of ``key TAB value`` lines; empty where there is none."""
    data, prefix = _mapped(file_name), wanted.encode() + b"\t"
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2) + 1
        end = data.find(b"\n", start)
        line = data[start:end]
        if line.startswith(prefix):
            return line[len(prefix) :].decode()
        if line < prefix:
            low = end + 1
        else:
            high = start
    return ""


def _place(offset: int) -> PlaceName:
    data = _mapped("places.tsv")
    number, name, code, people, latitude, longitude = data[offset : data.find(b"\n", offset)].decode().split("\t")
    return PlaceName(int(number), name, code, int(people), float(latitude), float(longitude))
