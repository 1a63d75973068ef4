"""The laws and the figures, on reports that no one drew by hand: layouts, languages and damages from seeds."""

from __future__ import annotations

import functools
import io
import json
import os
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from click.testing import CliRunner
from generator.reports import Made, make_report
from generator.scoring import NOTHING, Score, boundary_score, field_score, wrong_fields

import profile_extract
from profile_extract.cli import app
from profile_extract.pipeline import extract, load_layout
from profile_extract.structure import Guide
from profile_extract.validate import violations
from profile_extract.write import to_json

SEEDS = range(int(os.environ.get("PROFILE_EXTRACT_SEEDS", "60")))
"""As many reports as are made: 200 where time does not matter."""
LEAST_BOUNDARY_F1 = 0.989
"""What all 200 reach, rounded down: it can only rise. The first 60 reach 0.995; missing most are titles of dumps whose fonts
have lost their first letters' capitals, and long ones beside taglines."""
LEAST_MICRO_F1 = 0.993
"""The same; the first 60 reach 0.996. Lost most are taglines of dumps without space between lines."""
MOST_UNASSIGNED = 0.01
LEAST_WRONG_AT_LOW_CONFIDENCE = 1 / 3
"""Share of all wrong fields in the tenth of profiles with the lowest confidence, which is the goal: 0.43 is reached, of 30
fields, and 0.46 of 192 in all 200. It was 0.504 of 92: most of what was wrong at low confidence has been mended since."""
MOST_WRONG_ELSEWHERE = 0.033
"""Wrong fields in all other profiles, for each profile: what is left to who looks at the least sure tenth. Of the first 60
reports it is 0.018 and was 0.047, of all 200 it is 0.033. It can only fall."""
LAYOUT_SEEDS = (1, 4, 8, 9, 11, 13)
"""Reports whose layouts are saved and learnt from a half."""


@functools.cache
def made(seed: int) -> Made:
    return make_report(seed)


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("generated")


_outputs: dict[int, dict[str, Any]] = {}


def output_of(seed: int, folder: Path) -> dict[str, Any]:
    """The output for the report of a seed, made once."""
    if seed not in _outputs:
        report = made(seed)
        path = folder / f"{seed}-{report.name}"
        path.write_bytes(report.data)
        _outputs[seed] = json.loads(profile_extract.extract(path).model_dump_json())
    return _outputs[seed]


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_is_accounted_for_and_valid(seed: int, folder: Path) -> None:
    output = output_of(seed, folder)
    counts = output["accounting"]
    assert counts["characters"] == sum(counts[name] for name in ("profiles", "report", "furniture", "unassigned"))
    assert counts["unassigned"] <= MOST_UNASSIGNED * counts["characters"]
    assert list(violations(output)) == []


def total(score: Any, folder: Path) -> tuple[Score, list[tuple[float, int]]]:
    """The score over all seeds, and the worst of them."""
    scores = {seed: score(made(seed).gold, output_of(seed, folder)) for seed in SEEDS}
    return sum(scores.values(), NOTHING), sorted((s.f1, seed) for seed, s in scores.items())[:10]


def test_profiles_are_found(folder: Path) -> None:
    score, worst = total(boundary_score, folder)
    assert score.f1 >= LEAST_BOUNDARY_F1, worst


def test_fields_are_found(folder: Path) -> None:
    score, worst = total(field_score, folder)
    assert score.f1 >= LEAST_MICRO_F1, worst


def test_errors_are_where_confidence_is_low(folder: Path) -> None:
    profiles = [entry for seed in SEEDS for entry in wrong_fields(made(seed).gold, output_of(seed, folder))]
    least_sure = sorted(profiles, key=lambda entry: entry[0])[: len(profiles) // 10]
    wrong, found = (sum(count for _, count in entries) for entries in (profiles, least_sure))
    assert found >= LEAST_WRONG_AT_LOW_CONFIDENCE * wrong, wrong
    assert wrong - found <= MOST_WRONG_ELSEWHERE * len(profiles)


@pytest.mark.parametrize("seed", LAYOUT_SEEDS)
def test_a_saved_layout_gives_the_same_output_byte_for_byte(seed: int, tmp_path: Path) -> None:
    path = tmp_path / made(seed).name
    path.write_bytes(made(seed).data)
    assert to_json(extract(path, layout=_learnt(path, tmp_path))) == to_json(extract(path))


@pytest.mark.parametrize("seed", LAYOUT_SEEDS)
def test_a_layout_learnt_from_the_first_half_serves_the_second(seed: int, folder: Path, tmp_path: Path) -> None:
    """In the second half the same profiles are found as in the whole report, but for one that the cut goes through."""
    data, middle = made(seed).data, output_of(seed, folder)["source"]["page_count"] // 2
    halves = [tmp_path / f"{number}-{made(seed).name}" for number in range(2)]
    for half, part in zip(halves, _halves(data, middle), strict=True):
        half.write_bytes(part)
    given = [profile.title for profile in extract(halves[1], layout=_learnt(halves[0], tmp_path)).profiles]
    expected = [p["title"] for p in output_of(seed, folder)["profiles"] if p["pages"][0] > middle]
    assert len(set(given) ^ set(expected)) <= 1, (given, expected)


def _learnt(report: Path, folder: Path) -> Guide:
    file = folder / "layout.toml"
    CliRunner().invoke(app, ["inspect", str(report), "--save-layout", str(file)], catch_exceptions=False)
    return load_layout(file)


def _halves(data: bytes, middle: int) -> tuple[bytes, bytes]:
    """The pages up to the middle, and those behind it."""
    if not data.startswith(b"%PDF"):
        pages = data.decode().split("\f")
        return "\f".join(pages[:middle]).encode(), "\f".join(pages[middle:]).encode()
    source = pypdfium2.PdfDocument(data)
    parts = []
    for numbers in (range(middle), range(middle, len(source))):
        part, buffer = pypdfium2.PdfDocument.new(), io.BytesIO()
        part.import_pages(source, list(numbers))
        part.save(buffer)
        parts.append(buffer.getvalue())
    return parts[0], parts[1]


def test_a_seed_always_makes_the_same_report() -> None:
    assert make_report(3) == make_report(3)
    assert make_report(3).data != make_report(4).data


def test_wrong_values_cost() -> None:
    """The score itself: the truth scores 1 against itself, a changed title or a lost section less."""
    gold = make_report(5).gold
    assert gold["profiles"]
    perfect = {"profiles": [_as_output(profile) for profile in gold["profiles"]]}
    assert field_score(gold, perfect).f1 == boundary_score(gold, perfect).f1 == 1.0
    perfect["profiles"][0]["title"] += "x"
    assert boundary_score(gold, perfect).right == len(gold["profiles"]) - 1
    assert field_score(gold, perfect).f1 < 1.0


def _as_output(profile: dict[str, Any]) -> dict[str, Any]:
    sections = [
        {"label": s["label"], "paragraphs": [_spelled(s["text"]) if "text" in s else s["value"]]} for s in profile["sections"]
    ]
    narrative = profile["narrative"]
    return {**profile, "sections": sections, "narrative": [_spelled(narrative)] if isinstance(narrative, dict) else narrative}


def _spelled(span: dict[str, Any]) -> str:
    between = span["words"] - len(span["starts"].split()) - len(span["ends"].split())
    return " ".join([span["starts"], *["…"] * between, span["ends"]])
