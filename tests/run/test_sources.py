"""From arguments to reports: which, in which order, by which names."""

from __future__ import annotations

import os
from pathlib import Path

import fsspec
import pytest

from profile_extract.errors import UsageError
from profile_extract.run.places import absolute, is_url
from profile_extract.run.sources import Kind, are_many, find_sources, is_for_many, kind_of


def made(folder: Path, *names: str) -> Path:
    """A folder with such files in it."""
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(name, encoding="utf-8")
    return folder


def names(*arguments: object, output: str = "/nowhere/out") -> list[str]:
    return [report.name for report in find_sources([str(argument) for argument in arguments], output).reports]


def test_a_folder_gives_its_reports_sorted_and_says_what_it_left_out(tmp_path: Path) -> None:
    made(tmp_path, "b/two.PDF", "b/one.txt", "a/three.text", "a/gold.json", "zero.pdf", ".hidden/no.pdf", "a/.no.pdf")
    found = find_sources([str(tmp_path)], "/nowhere")
    assert [report.name for report in found.reports] == ["zero.pdf", "a/three.text", "b/one.txt", "b/two.PDF"]
    assert all(Path(report.place).is_file() for report in found.reports)
    assert found.left_out == 1


def test_names_are_paths_from_the_folder_that_all_arguments_share(tmp_path: Path) -> None:
    made(tmp_path, "x/a/report.pdf", "x/b/report.pdf", "y/report.pdf")
    assert names(tmp_path / "x/a/report.pdf") == ["report.pdf"]
    assert names(tmp_path / "x/a/report.pdf", tmp_path / "x/b/report.pdf") == ["a/report.pdf", "b/report.pdf"]
    assert names(tmp_path / "x/b", tmp_path / "y/report.pdf") == ["x/b/report.pdf", "y/report.pdf"]
    assert names(tmp_path / "x", tmp_path / "x/b/report.pdf") == ["a/report.pdf", "b/report.pdf"]


def test_the_order_is_that_of_the_arguments_and_each_report_comes_once(tmp_path: Path) -> None:
    made(tmp_path, "1.pdf", "2.pdf", "3.pdf")
    assert names(tmp_path / "3.pdf", tmp_path) == ["3.pdf", "1.pdf", "2.pdf"]
    assert names(tmp_path, tmp_path) == ["1.pdf", "2.pdf", "3.pdf"]


def test_a_pattern_takes_whatever_it_matches(tmp_path: Path) -> None:
    made(tmp_path, "a/one.fuzz", "a/two.pdf", "b/c/three.pdf")
    assert names(tmp_path / "*/*.*") == ["a/one.fuzz", "a/two.pdf"]
    assert names(f"{tmp_path}/**/*.pdf") == ["a/two.pdf", "b/c/three.pdf"]


def test_a_file_that_is_called_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    made(tmp_path, "report[1].pdf", "report1.pdf")
    assert names(tmp_path / "report[1].pdf") == ["report[1].pdf"]
    assert not are_many([str(tmp_path / "report[1].pdf")])
    assert are_many([str(tmp_path / "report[2].pdf")])


def test_a_missing_file_is_a_report_that_will_fail(tmp_path: Path) -> None:
    assert names(made(tmp_path, "one.pdf") / "one.pdf", tmp_path / "two.pdf") == ["one.pdf", "two.pdf"]


@pytest.mark.parametrize("argument", [".", "*.pdf", "nothing/"])
def test_what_holds_no_report_is_wrong_usage(argument: str, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    with pytest.raises(UsageError, match="no report here"):
        names(tmp_path / argument)


def test_results_inside_the_folder_of_reports_are_no_reports(tmp_path: Path) -> None:
    made(tmp_path, "one.txt", "out/one.txt.json", "out/kept.txt")
    assert names(tmp_path, output=str(tmp_path / "out")) == ["one.txt"]
    assert names(tmp_path / "out", output=str(tmp_path / "out")) == ["kept.txt"]


def test_circles_of_links_are_not_walked(tmp_path: Path) -> None:
    made(tmp_path, "a/one.pdf")
    (tmp_path / "a" / "again").symlink_to(tmp_path)
    assert names(tmp_path) == ["a/one.pdf"]


def test_names_that_are_no_text_are_kept_as_they_are(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.pdf")).write_bytes(b"x")
    (report,) = find_sources([str(tmp_path)], "/nowhere").reports
    assert Path(report.place).read_bytes() == b"x"


def test_stores_are_listed_like_folders() -> None:
    store = fsspec.filesystem("memory")
    for name in ("/listed/b/one.pdf", "/listed/a/two.txt", "/listed/a/three.json", "/listed/.own/four.txt"):
        store.pipe_file(name, b"x")
    assert names("memory://listed") == names("memory://listed/") == ["a/two.txt", "b/one.pdf"]
    assert names("memory://listed/*/*.json") == ["a/three.json"]
    assert names("memory://listed/b/one.pdf") == ["one.pdf"]
    assert kind_of("memory://listed") is Kind.FOLDER
    assert kind_of("memory://listed/b/one.pdf") is Kind.FILE


def test_reports_of_several_kinds_of_places_do_not_meet(tmp_path: Path) -> None:
    made(tmp_path, "one.pdf")
    local, store = names(tmp_path / "one.pdf", "memory://listed/one.pdf")
    assert (local, store) == (f"file{tmp_path}/one.pdf", "memory/listed/one.pdf")


def test_addresses_of_the_web_are_files_whatever_they_look_like() -> None:
    assert kind_of("https://example.org/report?id=3") is Kind.FILE


def test_a_missing_extra_is_named() -> None:
    pytest.importorskip("fsspec")
    with pytest.raises(UsageError, match=r"pip install 'profile-extract\[gs\]'"):
        names("gs://bucket/reports/")


@pytest.mark.parametrize(
    ("place", "is_one"),
    [("s3://bucket/key", True), ("memory://x", True), ("/a/b", False), ("a://", True), ("://a", False), ("a b://c", False)],
)
def test_urls_are_told_from_paths(place: str, is_one: bool) -> None:
    assert is_url(place) is is_one


def test_places_are_absolute() -> None:
    here = str(Path.cwd())
    assert absolute("a/../b") == f"{here}/b"
    assert absolute("file:///a/b/") == "/a/b"
    assert absolute("s3://bucket/a/") == "s3://bucket/a"


def test_a_place_for_many_results_is_known_by_its_looks(tmp_path: Path) -> None:
    assert is_for_many(f"{tmp_path}/new/")
    assert is_for_many(str(tmp_path))
    assert is_for_many("s3://bucket/out")
    assert not is_for_many(str(tmp_path / "out.json"))
