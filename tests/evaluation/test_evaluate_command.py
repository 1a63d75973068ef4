"""``profile-extract evaluate`` end to end, as a person, a script or a CI runs it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, SAMPLES
from test_cli import environment, run, run_in_terminal, run_well

NAMES = sorted(sample.name for sample in SAMPLES)
GOLD, OUTPUT = ROOT / "samples" / "german" / "gold.json", ROOT / "samples" / "german" / "expected.json"


@pytest.fixture
def worse(tmp_path: Path) -> Path:
    """Output in which one title is wrong."""
    document = json.loads(OUTPUT.read_text(encoding="utf-8"))
    document["profiles"][0]["title"] = document["profiles"][0]["title"].upper() + "!"
    path = tmp_path / "worse.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def complaints(*arguments: object, status: int) -> list[str]:
    """What is said on standard error, without the program's name, where the program ends with a status."""
    result = run("evaluate", *arguments)
    assert result.returncode == status
    lines = result.stderr.decode().splitlines()
    assert all(line.startswith("profile-extract: error: ") for line in lines)
    return [line.removeprefix("profile-extract: error: ") for line in lines]


def test_folders_as_json() -> None:
    tree = json.loads(run_well("evaluate", "--json", ROOT / "samples", ROOT / "samples"))
    assert list(tree["reports"]) == NAMES
    assert tree["profiles"]["found"] == sum(report["profiles"]["expected"] for report in tree["reports"].values())
    for figures in (tree, *tree["reports"].values()):
        assert figures["boundaries"]["f1"] == figures["micro_f1"]["strict"] == figures["macro_f1"]["strict"] == 1
        assert set(figures["fields"]["title"]) >= {"expected", "predicted", "verbatim", "strict", "soft", "levenshtein"}
        assert figures["reliability"]["bins"]
    assert tree["mean_micro_f1"]["strict"] == 1
    assert tree["misses"] == []


def test_plain_text_in_a_pipe(worse: Path) -> None:
    text = run_well("evaluate", GOLD, worse)
    assert set(text) & set("\x1b│─━") == set()
    assert re.search(r"^german +3 +3 +3 +1\.000 +1\.000 +1\.000$", text, re.MULTILINE)
    assert re.search(r"^title +3 +3 +0\.667 +0\.667 +1\.000 +1\.000$", text, re.MULTILINE)
    assert re.search(r"^whole profiles +3 +0\.667 +0\.667 +1\.000 +1\.000$", text, re.MULTILINE)
    assert re.search(r"^german: profile 1 \('Der Hof gehört allen'\): title: gold .*, got 'DER HOF", text, re.MULTILINE)


def test_a_table_for_people(worse: Path) -> None:
    seen = run_in_terminal("evaluate", GOLD, worse, data_too=True)
    assert "\x1b[1m" in seen
    assert "─" in seen
    assert "levenshtein" in seen


def test_gold_can_be_made_from_output(tmp_path: Path) -> None:
    """As docs/evaluation.md says."""
    profiles = json.loads(OUTPUT.read_text(encoding="utf-8"))["profiles"]
    for profile in profiles:
        sections = profile["sections"]
        profile["sections"] = [{"label": part["label"], "value": " ".join(part["paragraphs"])} for part in sections]
    gold = tmp_path / "gold.json"
    gold.write_text(json.dumps({"complete": True, "profiles": profiles}), encoding="utf-8")
    figures = json.loads(run_well("evaluate", "--json", gold, OUTPUT))
    assert figures["whole_profiles"]["verbatim"] == figures["micro_f1"]["verbatim"] == 1
    assert figures["fields"]["section.value"]["expected"] == figures["fields"]["section.label"]["expected"] > 0


def test_misses_are_listed_up_to_a_number(worse: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.json"
    empty.write_text('{"profiles": []}', encoding="utf-8")
    assert run_well("evaluate", GOLD, empty).count("german: profile") == 20
    some = run_well("evaluate", GOLD, empty, "--misses", 3)
    assert some.count("german: profile") == 3
    assert re.search(r"^\(\d+ more misses", some, re.MULTILINE)
    assert "german: profile" not in run_well("evaluate", GOLD, worse, "--misses", 0)
    everything = json.loads(run_well("evaluate", "--json", GOLD, empty))["misses"]
    assert len(everything) > 20
    assert json.loads(run_well("evaluate", "--json", "--misses", 2, GOLD, empty))["misses"] == everything[:2]


def test_min_f1(worse: Path) -> None:
    run_well("evaluate", GOLD, OUTPUT, "--min-f1", 1)
    (line,) = complaints(GOLD, worse, "--min-f1", 1, status=1)
    assert re.fullmatch(r"german: micro_f1 at level strict is 0\.98\d\d, lower than 1", line)
    assert run("evaluate", GOLD, worse, "--min-f1", 1).stdout == run("evaluate", GOLD, worse).stdout


def test_a_baseline_refuses_what_fell_and_is_never_lowered(worse: Path, tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    run_well("evaluate", GOLD, worse, "--baseline", floors, "--update-baseline")
    low = json.loads(floors.read_text())
    assert low["german"]["whole_profiles"] == {"verbatim": 0.666, "strict": 0.666, "soft": 1.0, "levenshtein": 1.0}
    run_well("evaluate", GOLD, OUTPUT, "--baseline", floors)
    assert json.loads(floors.read_text()) == low
    run_well("evaluate", GOLD, OUTPUT, "--baseline", floors, "--update-baseline")
    high = json.loads(floors.read_text())
    assert set(high["german"]["micro_f1"].values()) == {1.0}
    for more in ((), ("--update-baseline",)):
        lines = complaints(GOLD, worse, "--baseline", floors, *more, status=1)
        assert len(lines) == 4
        assert all(re.fullmatch(r"german: \w+ at level \w+ fell from 1\.000 to 0\.\d{3}", line) for line in lines)
        assert json.loads(floors.read_text()) == high


def test_a_missing_prediction_is_an_error_and_sets_no_floor(tmp_path: Path) -> None:
    floors, predicted = tmp_path / "floors.json", tmp_path / "predicted"
    for name in NAMES[1:]:
        predicted.mkdir(exist_ok=True)
        shutil.copy(ROOT / "samples" / name / "expected.json", predicted / f"{name}.json")
    (line,) = complaints(ROOT / "samples", predicted, "--baseline", floors, "--update-baseline", status=1)
    assert line == f"{predicted / NAMES[0]}.json: no prediction for {NAMES[0]}: counted as nothing found"
    assert sorted(json.loads(floors.read_text())) == NAMES[1:]
    tree = json.loads(run("evaluate", "--json", ROOT / "samples", predicted).stdout)
    assert tree["reports"][NAMES[0]]["profiles"]["found"] == 0


@pytest.mark.parametrize(
    ("arguments", "status", "reason"),
    [
        (("none.json", OUTPUT), 1, "none.json: cannot be read: No such file"),
        ((GOLD, "none.json"), 1, "none.json: cannot be read: No such file"),
        ((ROOT / "README.md", OUTPUT), 1, "README.md: not JSON: "),
        ((GOLD, ROOT / "schemas" / "report-1.0.schema.json"), 1, "not an output document: /profiles: Field required"),
        ((ROOT / "tests", ROOT / "tests"), 1, "no gold in this folder"),
        ((GOLD, ROOT / "samples"), 2, "give two files or two folders"),
        ((GOLD, OUTPUT, "--update-baseline"), 2, "--update-baseline needs --baseline"),
        ((GOLD, OUTPUT, "--baseline", "none.json"), 2, "none.json: cannot be read: No such file"),
        ((GOLD, OUTPUT, "--baseline", GOLD), 2, "gold.json: /report: no such floor"),
        ((GOLD, OUTPUT, "--baseline", ROOT / "none" / "x.json", "--update-baseline"), 2, "cannot be written"),
    ],
)
def test_bad_input_is_one_line(arguments: tuple[Any, ...], status: int, reason: str) -> None:
    (line,) = complaints(*arguments, status=status)
    assert reason in line


@pytest.mark.parametrize("option", [("--min-f1", "2"), ("--min-f1", "x"), ("--misses", "-1"), ("--level", "strict")])
def test_wrong_options_are_wrong_usage(option: tuple[str, str]) -> None:
    assert run("evaluate", GOLD, OUTPUT, *option).returncode == 2


def test_what_the_samples_give_is_held_to_the_committed_floors(tmp_path: Path) -> None:
    command = [sys.executable, ROOT / "benchmarks" / "eval.py", "--out", tmp_path, "--json"]
    alone = environment(PROFILE_EXTRACT_SHARED=str(tmp_path / "none"))
    result = subprocess.run(command, capture_output=True, env=alone, check=False)
    assert result.stderr.decode() == ""
    assert result.returncode == 0
    assert list(json.loads(result.stdout)["reports"]) == NAMES
