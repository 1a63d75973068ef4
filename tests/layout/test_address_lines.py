"""Lines that are nothing but how somebody is reached."""

from __future__ import annotations

import pytest

from profile_extract.layout.address_lines import is_address_line


@pytest.mark.parametrize(
    "line",
    [
        "1234567890123456",
        "+123 4567890123456789",
        "0000-0002-1825-0097",
        "ORCID: 0000-0002-1825-0097",
        "9783161484100",
        "979-10-90636-07-1",
        "ISBN: 978 3 16 148410 0",
    ],
)
def test_identifiers_are_no_telephone_numbers(line: str) -> None:
    assert not is_address_line(line)


@pytest.mark.parametrize(
    "line",
    [
        "+49 461 1234567",
        "123456789012345",
        "10000-0002-1825-0097",
        "0000-0002-1825-00971",
        "9773161484100",
        "19783161484100",
        "97831614841001",
        "club1234567890123456@ferry.example",
        "https://orcid.example/0000-0002-1825-0097",
        "www.books.example/9783161484100",
    ],
)
def test_other_numbers_and_those_in_addresses_are_of_them(line: str) -> None:
    assert is_address_line(line)
