"""The same figures, to the last digit, as the scorer that lies beside the shared reports."""

from __future__ import annotations

import functools
import importlib.util
import json
import random
from collections.abc import Callable
from difflib import SequenceMatcher
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from conftest import SAMPLES, shared_folder, shared_reports
from damage import damaged
from test_samples import document_of

from profile_extract.evaluation.documents import GoldReport, PredictedReport
from profile_extract.evaluation.scores import score_report
from profile_extract.evaluation.texts import LEVELS

SEEDS = range(4)
"""The scorer takes its time with long texts that differ."""
Tree = dict[str, Any]


@functools.cache
def scorer() -> ModuleType:
    """The scorer as a module; it need not measure how alike two texts are that are too unlike to be paired."""
    path = shared_folder() / "score" / "score.py"
    if not path.exists():
        pytest.skip("no scorer here (PROFILE_EXTRACT_SHARED, else ../shared)")
    spec = importlib.util.spec_from_file_location("shared_score", path)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    soft = functools.cache(module.soft)
    matcher_of = functools.cache(lambda b: SequenceMatcher(None, "", b, autojunk=False))

    def similarity(a: str, b: str) -> float:
        matcher = matcher_of(soft(b))
        matcher.set_seq1(soft(a))
        return matcher.ratio() if matcher.real_quick_ratio() >= 0.5 and matcher.quick_ratio() >= 0.5 else 0.0

    module.similarity = similarity
    return module


def figures(gold: Tree, predicted: Tree) -> Tree:
    """Our figures in the scorer's form; of the misses, how many."""
    score = score_report("report", GoldReport.model_validate(gold), PredictedReport.model_validate(predicted))
    return {
        "profiles": {"expected": score.expected, "predicted": score.predicted, "found": score.found},
        "whole_profiles": {level: score.whole_profiles(level) for level in LEVELS},
        "micro_f1": {level: score.micro(level).f1 for level in LEVELS},
        "fields": {
            name: {"expected": count.expected, **{level: count.figures(level).f1 for level in LEVELS}}
            for name, count in score.fields().items()
        },
        "warnings_missing": list(score.warnings_missing),
        "misses": len(score.misses()),
    }


def figures_of_scorer(gold: Tree, predicted: Tree) -> Tree:
    result: Tree = scorer().score(gold, predicted)
    return {**result, "misses": len(result["misses"])}


def read(path: Path) -> Tree:
    tree: Tree = json.loads(path.read_text(encoding="utf-8"))
    return tree


@pytest.mark.parametrize("report", shared_reports(), ids=lambda path: path.parent.name)
def test_on_every_shared_report(report: Path) -> None:
    gold, predicted = read(report.parent / "gold.json"), document_of(report)
    assert figures(gold, predicted) == figures_of_scorer(gold, predicted)


@pytest.mark.parametrize("report", shared_reports(), ids=lambda path: path.parent.name)
def test_on_every_shared_report_where_much_is_wrong(report: Path) -> None:
    gold, document = read(report.parent / "gold.json"), document_of(report)
    few = {**gold, "profiles": gold["profiles"][:30]}
    for seed in SEEDS[:2]:
        predicted = damaged({**document, "profiles": document["profiles"][:32]}, seed)
        wanted = {**few, "complete": bool(seed % 2)}
        assert figures(wanted, predicted) == figures_of_scorer(wanted, predicted), seed


def test_on_every_sample(sample: Path) -> None:
    gold, predicted = read(sample / "gold.json"), read(sample / "expected.json")
    assert figures(gold, predicted) == figures_of_scorer(gold, predicted)


def test_on_every_sample_where_much_is_wrong(sample: Path) -> None:
    gold, document = read(sample / "gold.json"), read(sample / "expected.json")
    for seed in SEEDS:
        predicted = damaged(document, seed)
        assert figures(gold, predicted) == figures_of_scorer(gold, predicted), seed


def fewer_keys(gold: Tree, seed: int) -> Tree:
    """Gold in which other keys are annotated, at every depth."""
    dice = random.Random(seed)

    def thinned(value: Any) -> Any:
        if isinstance(value, list):
            return [thinned(item) for item in value]
        if isinstance(value, dict):
            return {key: thinned(item) for key, item in value.items() if dice.random() < 0.7}
        return value

    return {**gold, "profiles": thinned(gold["profiles"])}


def test_on_gold_that_annotates_little(sample: Path) -> None:
    gold, document = read(sample / "gold.json"), read(sample / "expected.json")
    for seed in range(20):
        wanted, predicted = fewer_keys(gold, seed), damaged({**document, "profiles": document["profiles"][:3]}, seed)
        assert figures(wanted, predicted) == figures_of_scorer(wanted, predicted), seed


@pytest.mark.parametrize("spoil", [lambda d: {**d, "profiles": []}, lambda d: {**d, "profiles": d["profiles"][::-1]}])
def test_on_nothing_and_on_everything_the_wrong_way_round(spoil: Callable[[Tree], Tree], sample: Path) -> None:
    gold, predicted = read(sample / "gold.json"), spoil(read(sample / "expected.json"))
    assert figures(gold, predicted) == figures_of_scorer(gold, predicted)
    assert figures({**gold, "profiles": []}, predicted) == figures_of_scorer({**gold, "profiles": []}, predicted)


def test_damage_is_seen() -> None:
    gold, document = read(SAMPLES[0] / "gold.json"), read(SAMPLES[0] / "expected.json")
    found = {figures(gold, damaged(document, seed))["micro_f1"]["strict"] for seed in range(20)}
    assert len(found) > 10
