"""``extract`` with many reports, end to end: what is said, what is written, exit statuses; and the same as a function."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from archive import extract, make_archive, results, summary
from conftest import ROOT
from test_cli import COLOUR, SCRIPT, run_in_terminal

import profile_extract
from profile_extract.cli.batch import speed_text
from profile_extract.errors import UsageError
from profile_extract.validate import violations

GERMAN = ROOT / "samples" / "german"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three reports of the same name, one of them broken."""
    folder = make_archive(tmp_path_factory.mktemp("few"), 3)
    (folder / "b" / "00.txt").unlink()
    (folder / "b" / "00.pdf").write_bytes(b"%PDF-1.7\nno more than this")
    return folder


@pytest.fixture(scope="module")
def out(few: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What came of them."""
    output = tmp_path_factory.mktemp("few-out") / "deep" / "out"
    said = extract(few, "-o", f"{output}/", status=1)
    first, last = said.splitlines()
    assert re.fullmatch(r"profile-extract: error: b/00\.pdf: .*", first)
    assert last == (f"profile-extract: 2 of 3 done, 1 failed (--retry-failed tries all of them again): {output}/summary.json")
    return output


def test_each_report_has_the_document_it_would_have_alone(few: Path, out: Path) -> None:
    assert sorted(results(out)) == ["a/00.pdf.json", "c/00.txt.json"]
    for name, result in results(out).items():
        alone = subprocess.run([SCRIPT, "extract", few / name.removesuffix(".json")], capture_output=True, check=True).stdout
        assert result == alone
        assert list(violations(json.loads(result))) == []


def test_what_failed_is_named_in_the_summary(out: Path) -> None:
    assert [(entry["name"], entry["status"], entry["error"]) for entry in summary(out)["reports"]] == [
        ("a/00.pdf", "done", None),
        ("b/00.pdf", "failed", "DamagedError"),
        ("c/00.txt", "done", None),
    ]


def test_a_second_run_says_so_and_is_quiet_if_wished(few: Path, out: Path) -> None:
    before = results(out)
    assert "2 of 3 done, 3 settled before, 1 failed" in extract(few, "-o", out, status=1)
    assert extract(few, "-o", out, "--quiet", status=1) == ""
    assert results(out) == before


def test_profiles_as_lines(few: Path, out: Path, tmp_path: Path) -> None:
    extract(few, "-o", tmp_path / "out", "--format", "jsonl", status=1)
    lines = [json.loads(line) for line in (tmp_path / "out" / "profiles.jsonl").read_text(encoding="utf-8").split("\n")[:-1]]
    expected = []
    for name, result in results(out).items():
        document = json.loads(result)
        source = {"path": name.removesuffix(".json"), **document["source"]}
        expected += [{"source": source, **profile} for profile in document["profiles"]]
    assert lines == expected
    assert lines


def test_one_report_as_lines() -> None:
    command = [SCRIPT, "extract", GERMAN / "report.pdf", "--format", "jsonl"]
    printed = subprocess.run(command, capture_output=True, check=True).stdout.decode()
    expected = json.loads((GERMAN / "expected.json").read_text(encoding="utf-8"))
    titles = [json.loads(line)["title"] for line in printed.splitlines()]
    assert titles == [profile["title"] for profile in expected["profiles"]]


def test_one_report_into_a_folder(tmp_path: Path) -> None:
    extract(GERMAN / "report.pdf", "-o", tmp_path)
    assert (tmp_path / "report.pdf.json").read_bytes() == (GERMAN / "expected.json").read_bytes()


def test_the_function_does_what_the_command_does(few: Path, out: Path, tmp_path: Path) -> None:
    tally = profile_extract.extract_many([few], tmp_path / "out", jobs=1)
    assert (tally.total, tally.done, tally.failed) == (3, 2, 1)
    assert results(tmp_path / "out") == results(out)
    with pytest.raises(UsageError, match="there is no format 'csv'; there are: json, jsonl"):
        profile_extract.extract_many([few], tmp_path / "out", form="csv")


def test_people_see_how_far_it_is_without_colour_if_wished(tmp_path: Path) -> None:
    sound = make_archive(tmp_path / "in", 3)
    seen = run_in_terminal("extract", sound, "-o", tmp_path / "out", "--jobs", 1, data_too=False)
    assert "0/3" in seen
    assert re.search(r"[\d,]+ a minute, \d:\d\d:\d\d left", seen)
    assert COLOUR.search(seen)
    seen = run_in_terminal("extract", sound, "-o", tmp_path / "out", "--force", data_too=False, NO_COLOR="1")
    assert "0/3" in seen
    assert not COLOUR.search(seen)
    assert run_in_terminal("extract", sound, "-o", tmp_path / "out", "--quiet", data_too=False) == ""


def test_speed() -> None:
    assert speed_text(0, 10, 5.0) == ""
    assert speed_text(50, 100, 60.0) == "50 a minute, 0:02:00 left"


@pytest.mark.parametrize(
    ("arguments", "advice"),
    [
        (["a.pdf", "b.pdf"], "-o OUT/"),
        (["."], "-o OUT/"),
        (["*.pdf"], "-o OUT/"),
        (["a.pdf", "--jobs", "2"], "--jobs is for many reports"),
        (["a.pdf", "--retry-failed", "-o", "a.json"], "--retry-failed is for many reports"),
        (["a.pdf", "b.pdf", "-o", "out.json"], "Many reports go to a folder, and out.json is named like a file"),
        (["a.pdf", "b.pdf", "-o", "out.jsonl"], "Many reports go to a folder, and out.jsonl is named like a file"),
        (["a.pdf", "-o", "out/", "--address", "host:1"], "--engine ray"),
        (["a.pdf", "-o", "out/", "--no-isolation"], "--no-isolation is for one report"),
        (["a.pdf", "-", "-o", "out/"], "standard input"),
        (["a.pdf", "-o", "out/", "--jobs", "0"], "--jobs"),
        (["a.pdf", "-o", "out/", "--engine", "spark"], "--engine"),
    ],
    ids=lambda value: value if isinstance(value, str) else " ".join(value),
)
def test_wrong_usage_says_what_to_do(arguments: list[str], advice: str, tmp_path: Path) -> None:
    result = subprocess.run([SCRIPT, "extract", *arguments], capture_output=True, cwd=tmp_path, check=False)
    assert (result.returncode, result.stdout) == (2, b"")
    assert advice in result.stderr.decode()
    assert "Traceback" not in result.stderr.decode()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["empty", "-o", "out"], "no report here"),
        (["s3://bucket/reports", "-o", "out"], "pip install 'profile-extract[s3]'"),
        (["report.txt", "-o", "az://box/out"], "pip install 'profile-extract[az]'"),
        (["report.txt", "-o", "report.txt/"], "report.txt: cannot be written"),
    ],
    ids=["empty", "s3", "az", "no-folder"],
)
def test_what_cannot_be_begun_is_one_line(arguments: list[str], message: str, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "report.txt").write_text("text", encoding="utf-8")
    result = subprocess.run([SCRIPT, "extract", *arguments], capture_output=True, cwd=tmp_path, check=False)
    said = result.stderr.decode()
    assert (result.returncode, result.stdout, said.count("\n")) == (2, b"", 1)
    assert said.startswith("profile-extract: error: ")
    assert message in said
