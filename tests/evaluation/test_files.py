"""Gold and predictions found in files and folders, and files that are no use."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from profile_extract.errors import ReadError, UsageError
from profile_extract.evaluation import evaluate
from profile_extract.evaluation.documents import GoldReport, PredictedReport
from profile_extract.evaluation.files import Case, find_cases, read_document

TRAM = {"profiles": [{"title": "Soup Tram"}]}


def write(path: Path, tree: Any = TRAM) -> Path:
    """A file of JSON, in a folder that need not exist."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(tree), encoding="utf-8")
    return path


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    """A folder for gold."""
    return tmp_path / "gold"


@pytest.fixture
def predicted(tmp_path: Path) -> Path:
    """A folder for predictions."""
    (tmp_path / "predicted").mkdir()
    return tmp_path / "predicted"


def summary(gold: Path, predicted: Path) -> list[tuple[str, bool] | str]:
    """Names of the cases with whether there is a prediction, and the errors between them."""
    found = find_cases(gold, predicted)
    return [(item.name, item.predicted is not None) if isinstance(item, Case) else str(item) for item in found]


def test_two_files_are_one_case(gold: Path, predicted: Path) -> None:
    assert summary(write(gold / "tram" / "gold.json"), write(predicted / "x.json")) == [("tram", True)]
    assert summary(write(gold / "ferry.json"), write(predicted / "x.json")) == [("ferry", True)]


def test_folders_of_both_kinds(gold: Path, predicted: Path) -> None:
    for name in ("tram", "ferry"):
        write(gold / name / "gold.json")
    write(gold / "bakery.json")
    write(predicted / "tram.json")
    write(predicted / "ferry" / "gold.json")
    write(predicted / "ferry" / "output.json")
    write(predicted / "bakery" / "bakery.json")
    write(predicted / "nobody-asked.json")
    assert summary(gold, predicted) == [("bakery", True), ("ferry", True), ("tram", True)]


def test_a_missing_prediction_is_named_and_counted_as_nothing_found(gold: Path, predicted: Path) -> None:
    for name in ("ferry", "tram"):
        write(gold / f"{name}.json")
    write(predicted / "tram.json")
    error = f"{predicted / 'ferry.json'}: no prediction for ferry: counted as nothing found"
    assert summary(gold, predicted) == [error, ("ferry", False), ("tram", True)]
    scores = evaluate(case for case in find_cases(gold, predicted) if isinstance(case, Case)).reports
    assert [score.micro("strict").f1 for score in scores] == [0, 1]


def test_one_bad_file_does_not_stop_the_others(gold: Path, predicted: Path) -> None:
    for name in ("bakery", "ferry", "quay", "tram"):
        write(gold / f"{name}.json", [] if name == "bakery" else TRAM)
        write(predicted / f"{name}.json", {} if name == "ferry" else TRAM)
    (predicted / "quay.json").unlink()
    for name in ("a", "b"):
        write(predicted / "quay" / f"{name}.json")
    found = summary(gold, predicted)
    assert [item for item in found if isinstance(item, tuple)] == [("ferry", False), ("quay", False), ("tram", True)]
    bakery, ferry, quay = (item for item in found if isinstance(item, str))
    assert bakery.startswith(f"{gold / 'bakery.json'}: not gold: the whole document: ")
    assert ferry == f"{predicted / 'ferry.json'}: not an output document: /profiles: Field required"
    assert "more than one prediction for quay (a.json, b.json)" in quay


def test_a_file_beside_a_folder_is_wrong_usage(gold: Path, predicted: Path) -> None:
    file = write(gold / "tram.json")
    for one, other in ((file, predicted), (gold, file)):
        with pytest.raises(UsageError, match="two files or two folders"):
            list(find_cases(one, other))


@pytest.mark.parametrize(("gold_name", "predicted_name"), [("none", "predicted"), ("gold", "none"), ("none", "none")])
def test_a_missing_folder_is_named(gold_name: str, predicted_name: str, gold: Path, predicted: Path) -> None:
    write(gold / "tram.json")
    with pytest.raises(ReadError, match=r"none: (no such file or folder|cannot be read)"):
        list(find_cases(gold.parent / gold_name, predicted.parent / predicted_name))


def test_a_folder_without_gold_is_refused(predicted: Path) -> None:
    with pytest.raises(ReadError, match="no gold in this folder"):
        list(find_cases(predicted, predicted))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "not JSON: "),
        (b"{", "not JSON: "),
        (b"\xff\xfe", "not JSON: "),
        (b'{"profiles": [{"confidence": NaN}]}', "not JSON: NaN is no JSON value"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[]", "the whole document: "),
        (b"null", "the whole document: "),
        (b"{}", "/profiles: Field required"),
        (b'{"profiles": {}}', "/profiles: "),
        (b'{"profiles": [null]}', "/profiles/0: "),
        (b'{"profiles": [{"title": ["T"]}]}', "/profiles/0/title: "),
        (b'{"profiles": [{"contacts": [{"emails": "a@b.example"}]}]}', "/profiles/0/contacts/0/emails: "),
        (b'{"profiles": [{"contacts": [[]]}]}', "/profiles/0/contacts/0: "),
        (b'{"profiles": [{"city": "Linz"}]}', "/profiles/0/city: "),
    ],
)
@pytest.mark.parametrize("kind", [GoldReport, PredictedReport])
def test_what_is_no_document_is_refused_in_one_line(content: bytes, reason: str, kind: Any, tmp_path: Path) -> None:
    path = tmp_path / "bad.json"
    path.write_bytes(content)
    with pytest.raises(ReadError) as caught:
        read_document(path, kind)
    assert str(caught.value).startswith(f"{path}: ")
    assert reason in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("narrative", ["a text", {"starts": "a", "ends": "b"}, {"starts": "a", "ends": "b", "words": -1}])
def test_a_narrative_of_another_shape_is_no_gold(narrative: Any, tmp_path: Path) -> None:
    path = write(tmp_path / "gold.json", {"profiles": [{"narrative": narrative}]})
    with pytest.raises(ReadError, match="not gold: /profiles/0/narrative"):
        read_document(path, GoldReport)


def test_edges_are_for_gold_only(tmp_path: Path) -> None:
    path = write(tmp_path / "x.json", {"profiles": [{"narrative": {"starts": "a", "ends": "b", "words": 2}}]})
    assert read_document(path, GoldReport).profiles
    with pytest.raises(ReadError, match="not an output document: /profiles/0/narrative"):
        read_document(path, PredictedReport)


def test_a_number_is_taken_for_its_digits_and_other_keys_are_passed_over(tmp_path: Path) -> None:
    path = write(
        tmp_path / "x.json", {"profiles": [{"page": 3, "contacts": [{"postal_code": 37083, "role": "x"}]}], "note": 1}
    )
    (profile,) = read_document(path, GoldReport).profiles
    assert profile.contacts
    assert profile.contacts[0].postal_code == "37083"
