"""Settings: read from TOML, every wrong value named, and a hash that tells two runs apart."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from profile_extract.errors import SettingsError
from profile_extract.settings import LimitSettings, ReadSettings, Settings


def _load(folder: Path, content: str | bytes) -> Settings:
    path = folder / "settings.toml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Settings.load(path)


def test_what_is_not_named_keeps_its_default(tmp_path: Path) -> None:
    assert _load(tmp_path, "") == Settings()
    assert _load(tmp_path, "[read]\n") == Settings()
    assert _load(tmp_path, "[read]\nlimit_bytes = 5\n") == Settings(ReadSettings(limit_bytes=5))


def test_a_whole_number_may_stand_for_a_measure(tmp_path: Path) -> None:
    value = _load(tmp_path, "[read]\ncolumn_gap_em = 3\n").read.column_gap_em
    assert (value, type(value)) == (3.0, float)


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(ReadSettings)])
def test_every_setting_can_be_read_from_its_own_default(name: str, tmp_path: Path) -> None:
    value = getattr(ReadSettings(), name)
    written = f'"{value}"' if isinstance(value, str) else value
    assert _load(tmp_path, f"[read]\n{name} = {written}\n") == Settings()


@pytest.mark.parametrize(
    ("content", "key", "reason"),
    [
        ("[read]\nlimit_bytes = true\n", "read.limit_bytes", "must be a whole number, not True"),
        ("[read]\nlimit_bytes = 5.0\n", "read.limit_bytes", "must be a whole number, not 5.0"),
        ("[read]\nlimit_bytes = 0\n", "read.limit_bytes", "above 0, not 0"),
        ("[read]\nlimit_bytes = -1\n", "read.limit_bytes", "above 0, not -1"),
        ("[read]\ncolumn_gap_em = nan\n", "read.column_gap_em", "above 0, not nan"),
        ("[read]\ncolumn_gap_em = inf\n", "read.column_gap_em", "above 0, not inf"),
        ("[read]\ncolumn_gap_em = true\n", "read.column_gap_em", "must be a number, not True"),
        ("[read]\nreader = 5\n", "read.reader", "must be text in quotation marks, not 5"),
        ('[read]\nreader = "pdf"\n', "read.reader", "one of pdfium, pdfplumber, not 'pdf'"),
        ("[read]\nlimit = 5\n", "read.limit", "[read] has: reader, limit_bytes"),
        ("[sha256]\n", "sha256", "there are: limits, read"),
        ("[[read]]\n", "read", "there is no group [read]"),
    ],
)
def test_what_is_wrong_is_named_with_file_and_key(content: str, key: str, reason: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=re.escape(reason)) as caught:
        _load(tmp_path, content)
    assert caught.value.key == key
    assert caught.value.path == str(tmp_path / "settings.toml")
    assert str(caught.value).startswith(f"{caught.value.path}: ")


@pytest.mark.parametrize("content", [b"\xff", b"[read", b"read = \n"], ids=["no UTF-8", "open bracket", "no value"])
def test_what_is_no_toml_is_an_error_of_this_family(content: bytes, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="cannot be read as TOML"):
        _load(tmp_path, content)


def test_a_file_that_is_not_there_is_an_error_of_this_family(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="missing"):
        Settings.load(tmp_path / "missing.toml")


def test_settings_have_one_hash_and_others_another() -> None:
    assert Settings().sha256() == Settings(ReadSettings()).sha256()
    assert re.fullmatch("[0-9a-f]{64}", Settings().sha256())
    gaps = {"column_gap_em": 3.0, "style_gap_em": 2.0, "backstep_em": 1.0, "baseline_shift_em": 1.0}
    changed = {"reader": "pdfplumber", "limit_bytes": 5, **gaps}
    assert set(changed) == {field.name for field in dataclasses.fields(ReadSettings)}
    others = {Settings(ReadSettings(**{name: value})).sha256() for name, value in changed.items()}  # type: ignore[arg-type]
    assert len(others | {Settings().sha256()}) == len(changed) + 1


@pytest.mark.parametrize("name", [field.name for field in dataclasses.fields(LimitSettings)])
def test_limits_are_read_and_do_not_change_the_hash(name: str, tmp_path: Path) -> None:
    """They decide whether there is an output, not what stands in it."""
    loaded = _load(tmp_path, f"[limits]\n{name} = 7\n")
    assert getattr(loaded.limits, name) == 7
    assert loaded != Settings()
    assert loaded.sha256() == Settings().sha256()


def test_settings_cannot_be_changed() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Settings().read = ReadSettings()  # type: ignore[misc]
