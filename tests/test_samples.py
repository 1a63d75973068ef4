"""Each sample against its golden file, byte for byte, and against the truth that it was made from.

Golden files are written again by ``pytest tests/test_samples.py --update-golden``.
"""

from __future__ import annotations

import functools
import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import SAMPLES

from profile_extract.pipeline import extract
from profile_extract.write import to_json


@functools.cache
def output_of(report: Path) -> str:
    """The output document of a report; every report is extracted once in a run of the tests."""
    return to_json(extract(report))


def document_of(report: Path) -> dict[str, Any]:
    """The output document, parsed anew: whoever asks may change it."""
    document: dict[str, Any] = json.loads(output_of(report))
    return document


def report_of(sample: Path) -> Path:
    """The report in the folder of a sample."""
    (report,) = sample.glob("report.*")
    return report


def gold_of(folder: Path) -> dict[str, Any]:
    gold: dict[str, Any] = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    return gold


def differences(gold: Any, output: Any, path: str = "") -> Iterator[str]:
    """Where the output does not say what gold says; keys that gold lacks are not compared."""
    if gold is None or gold == []:
        if output not in (None, []):
            yield f"{path}: nothing expected, got {output!r}"
    elif isinstance(gold, dict):
        for key, value in gold.items():
            yield from differences(value, _comparable(key, output), f"{path}/{key}")
    elif isinstance(gold, list):
        if not isinstance(output, list) or len(gold) != len(output):
            yield f"{path}: expected {gold!r}, got {output!r}"
            return
        for number, (wanted, got) in enumerate(zip(gold, output, strict=True)):
            yield from differences(wanted, got, f"{path}/{number}")
    elif gold != output:
        yield f"{path}: expected {gold!r}, got {output!r}"


def _comparable(key: str, output: Any) -> Any:
    """A key of the output in the form gold has it."""
    if not isinstance(output, dict):
        return None
    if key == "value":
        return " ".join(output["paragraphs"])
    if key == "websites":
        return [url.removeprefix("https://").removeprefix("http://") for url in output[key]]
    return output.get(key)


def test_there_are_samples() -> None:
    assert {sample.name for sample in SAMPLES} >= {"english-dump", "german", "two-column"}


def test_the_output_is_the_golden_file(sample: Path, *, update_golden: bool) -> None:
    golden = sample / "expected.json"
    made = output_of(report_of(sample)).encode()
    if update_golden:
        golden.write_bytes(made)
    assert golden.exists(), "no golden file: write it by --update-golden, and read it"
    assert made == golden.read_bytes()


def test_the_output_says_what_the_sample_was_made_from(sample: Path) -> None:
    gold, document = gold_of(sample), document_of(report_of(sample))
    wanted = [{key: value for key, value in profile.items() if key != "warnings"} for profile in gold["profiles"]]
    assert gold["complete"]
    assert wanted, "gold without profiles proves nothing"
    assert list(differences(wanted, document["profiles"], "/profiles")) == []


def test_the_warnings_are_those_that_the_sample_was_made_with(sample: Path) -> None:
    document = document_of(report_of(sample))
    for number, profile in enumerate(gold_of(sample)["profiles"]):
        codes = [w["code"] for w in document["warnings"] if f"{w['path']}/".startswith(f"/profiles/{number}/")]
        assert sorted(codes) == sorted(profile["warnings"]), profile["title"]


def test_nothing_of_a_sample_is_left_over(sample: Path) -> None:
    assert document_of(report_of(sample))["accounting"]["unassigned"] == 0


def test_the_script_of_a_sample_makes_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / sample.name
    copy.mkdir()
    shutil.copy(sample / "make.py", copy)
    subprocess.run([sys.executable, copy / "make.py"], check=True, cwd=tmp_path)
    for name in (report_of(sample).name, "gold.json"):
        assert (copy / name).read_bytes() == (sample / name).read_bytes(), f"{name} is not what make.py makes"


@pytest.mark.parametrize(
    ("gold", "output"),
    [
        ({"title": "A"}, {"title": "B"}),
        ({"title": None}, {"title": "B"}),
        ({"title": "A"}, {"title": None}),
        ({"contacts": []}, {"contacts": [{"person": "A"}]}),
        ({"narrative": ["A"]}, {"narrative": ["A", "B"]}),
        ({"sections": [{"value": "A B"}]}, {"sections": [{"paragraphs": ["A", "C"]}]}),
        ({"city": {"name": "A"}}, {"city": None}),
        ({"websites": ["www.a.example"]}, {"websites": ["https://a.example"]}),
    ],
)
def test_the_comparison_with_gold_sees_differences(gold: Any, output: Any) -> None:
    assert list(differences(gold, output))


def test_the_comparison_with_gold_looks_at_annotated_keys_only() -> None:
    gold = {"sections": [{"value": "A B"}], "websites": ["www.a.example"], "tagline": None}
    output = {"title": "T", "sections": [{"paragraphs": ["A", "B"]}], "websites": ["https://www.a.example"], "tagline": None}
    assert list(differences(gold, output)) == []
