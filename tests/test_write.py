"""Output files: whole or not at all."""

from __future__ import annotations

import json
import os
import stat
from pathlib import Path

import pytest
from conftest import SAMPLES

from profile_extract.errors import UsageError
from profile_extract.schema import ExtractedReport
from profile_extract.write import to_json, write_text

EXPECTED = SAMPLES[0] / "expected.json"


@pytest.fixture
def document() -> ExtractedReport:
    return ExtractedReport.model_validate_json(EXPECTED.read_bytes())


def test_json_is_read_back_and_written_again_the_same(document: ExtractedReport) -> None:
    assert to_json(document) == EXPECTED.read_text(encoding="utf-8")
    assert ExtractedReport.model_validate_json(to_json(document, compact=True)) == document


def test_compact_json_is_one_line_without_spaces(document: ExtractedReport) -> None:
    text = to_json(document, compact=True)
    assert text.endswith("}\n")
    assert text.count("\n") == 1
    assert json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")) + "\n" == text


def test_letters_are_written_as_themselves(document: ExtractedReport) -> None:
    text = to_json(document.model_copy(update={"source": document.source.model_copy(update={"name": "Übersicht – 報告.txt"})}))
    assert "Übersicht – 報告.txt" in text


def test_a_file_is_written_in_utf_8_with_line_feeds(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    write_text(path, "é\n")
    assert path.read_bytes() == b"\xc3\xa9\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("a much longer text than the new one", encoding="utf-8")
    write_text(path, "new\n")
    assert path.read_text(encoding="utf-8") == "new\n"
    assert list(tmp_path.iterdir()) == [path]


def test_until_it_is_complete_the_old_file_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "out.json"
    path.write_text("old", encoding="utf-8")
    seen = []

    def look_and_go_on(_: int) -> None:
        seen.append(path.read_text(encoding="utf-8"))
        (other,) = (file for file in tmp_path.iterdir() if file != path)
        seen.append(other.read_text(encoding="utf-8"))

    monkeypatch.setattr(os, "fsync", look_and_go_on)
    write_text(path, "new")
    assert seen == ["old", "new"]
    assert path.read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), KeyboardInterrupt()])
@pytest.mark.parametrize("before", ["old", None])
def test_what_fails_half_way_leaves_no_trace(
    error: BaseException, before: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "out.json"
    if before:
        path.write_text(before, encoding="utf-8")

    def fail(_: int) -> None:
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UsageError if isinstance(error, OSError) else KeyboardInterrupt) as caught:
        write_text(path, "new")
    assert not isinstance(error, OSError) or "No space left on device" in str(caught.value)
    assert [file.read_text(encoding="utf-8") for file in tmp_path.iterdir()] == ([before] if before else [])


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    path = tmp_path / "missing" / "out.json"
    with pytest.raises(UsageError, match="cannot be written") as caught:
        write_text(path, "new")
    assert str(path) in str(caught.value)


def test_a_folder_is_not_replaced_by_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.mkdir()
    with pytest.raises(UsageError, match="cannot be written"):
        write_text(path, "new")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("mask", [0o022, 0o077])
def test_a_file_has_the_rights_that_new_files_have(mask: int, tmp_path: Path) -> None:
    before = os.umask(mask)
    try:
        write_text(tmp_path / "out.json", "new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "out.json").stat().st_mode) == 0o666 & ~mask


def test_a_name_as_long_as_a_name_may_be_is_one(tmp_path: Path) -> None:
    path = tmp_path / f"{'é' * 125}.json"
    write_text(path, "new")
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_stays_one(tmp_path: Path) -> None:
    path, link = tmp_path / "real.json", tmp_path / "link.json"
    link.symlink_to(path)
    write_text(link, "new")
    assert link.is_symlink()
    assert path.read_text(encoding="utf-8") == "new"


def test_a_pipe_is_written_to_and_stays_one(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        write_text(pipe, "new")
        assert os.read(reader, 100) == b"new"
    finally:
        os.close(reader)
    assert pipe.is_fifo()
