"""Layout files: what a person says about a report's labels."""

from __future__ import annotations

from pathlib import Path

import pytest

from profile_extract.errors import LayoutFileError
from profile_extract.layout.files import FIELDS, read_layout_file


def _write(folder: Path, text: str) -> Path:
    path = folder / "garden.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_labels_are_known_by_their_keys_and_the_file_by_its_base_name(tmp_path: Path) -> None:
    layout = read_layout_file(_write(tmp_path, '[labels]\n"Was wir wollten:" = "section"\n"Wer HILFT" = "contact"\n'))
    assert layout.name == "garden.toml"
    assert layout.labels == {"was wir wollten": "section", "wer hilft": "contact"}


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert read_layout_file(_write(tmp_path, "")).labels == {}


@pytest.mark.parametrize("field", FIELDS)
def test_every_field_may_be_named(tmp_path: Path, field: str) -> None:
    assert read_layout_file(_write(tmp_path, f'[labels]\nAim = "{field}"\n')).labels == {"aim": field}


@pytest.mark.parametrize(
    ("text", "line", "named"),
    [
        ('[labels]\nAim = "section"\nCost = "price"\n', 3, "'price'"),
        ('# of the garden book\n[label]\nAim = "section"\n', 2, "[label]"),
        ('labels = "section"\n', 1, "[labels]"),
        ("[labels]\nAim = 3\n", 2, "3"),
    ],
)
def test_what_is_unknown_is_named_with_its_line(tmp_path: Path, text: str, line: int, named: str) -> None:
    with pytest.raises(LayoutFileError) as caught:
        read_layout_file(_write(tmp_path, text))
    assert caught.value.line == line
    assert str(caught.value).startswith(f"{tmp_path / 'garden.toml'}:{line}: ")
    assert named in str(caught.value)


def test_a_file_that_is_not_toml_says_so_and_names_the_file(tmp_path: Path) -> None:
    with pytest.raises(LayoutFileError, match=r"garden\.toml.*not TOML"):
        read_layout_file(_write(tmp_path, "Aim is a section"))


def test_a_field_that_is_no_string_is_no_field(tmp_path: Path) -> None:
    with pytest.raises(LayoutFileError):
        read_layout_file(_write(tmp_path, '[labels]\nAim = ["section"]\n'))


def test_a_file_that_is_not_there_is_an_error_of_this_family(tmp_path: Path) -> None:
    with pytest.raises(LayoutFileError, match="cannot be read"):
        read_layout_file(tmp_path / "none.toml")


def test_bytes_that_are_no_text_are_an_error_of_this_family(tmp_path: Path) -> None:
    path = tmp_path / "garden.toml"
    path.write_bytes(b"\xff\xfe[labels]")
    with pytest.raises(LayoutFileError, match="cannot be read"):
        read_layout_file(path)
