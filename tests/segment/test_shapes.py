"""What a line or a block looks like by itself."""

from __future__ import annotations

import pytest

from profile_extract.layout.address_lines import is_address_line


@pytest.mark.parametrize(
    "line",
    [
        "harbour@example.org",
        "E-mail: harbour@example.org",
        "https://harbour.example/stairs",
        "Web http://harbour.example",
        "www.harbour.example",
        "+358 9 310 1691",
        "Tel. (09) 310-1691",
        "☎ 09 / 310 16 91",
        "Website: harbour.example",
        "Sitio web: harbour.example/stairs ↗",
        "www.harbour.example ↗",
    ],
)
def test_a_line_is_an_address_whatever_stands_for_it(line: str) -> None:
    assert is_address_line(line)


@pytest.mark.parametrize(
    "line",
    ["", "The harbour has a stair.", "Ask harbour@example.org for a key", "In 2014", "Pier 7", "Stairs: harbour.example"],
)
def test_a_line_with_words_of_its_own_is_none(line: str) -> None:
    assert not is_address_line(line)
