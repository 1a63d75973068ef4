"""Gold and predictions as files: two files, or two folders with one report each under the same name."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import ValidationError

from profile_extract.errors import ReadError, UsageError
from profile_extract.evaluation.documents import GoldReport, Part, PredictedReport

GOLD_NAME = "gold.json"
P = TypeVar("P", bound=Part)


class Case(NamedTuple):
    """A report to be scored; ``predicted`` is None where there is no usable prediction."""

    name: str
    gold: GoldReport
    predicted: PredictedReport | None


def find_cases(gold: Path, predicted: Path) -> Iterator[Case | ReadError]:
    """The reports to be scored, by name; an error for each file that is missing or no use, which never stops the others.

    Args:
        gold: a file, or a folder with ``<name>/gold.json`` or ``<name>.json``.
        predicted: a file, or a folder with ``<name>.json`` or one JSON file in ``<name>/`` (beside gold.json).

    Raises:
        UsageError: one is a folder and the other is not.
        ReadError: the gold (or, of two files, the prediction) is missing or no use, or the folder holds no gold.
    """
    if not gold.is_dir() and not predicted.is_dir():
        yield Case(_name_of(gold), read_document(gold, GoldReport), read_document(predicted, PredictedReport))
        return
    for path, other in ((gold, predicted), (predicted, gold)):
        if not path.exists():
            raise ReadError("no such file or folder", path=str(path))
        if not path.is_dir():
            raise UsageError(f"{path} is a file and {other} a folder: give two files or two folders")
    found = _gold_files(gold)
    if not found:
        raise ReadError(f"no gold in this folder: neither <name>/{GOLD_NAME} nor <name>.json", path=str(gold))
    for name, path in sorted(found.items()):
        yield from _cases_of(name, path, predicted)


def read_document(path: Path, kind: type[P]) -> P:
    """A file as gold or as a prediction.

    Raises:
        ReadError: it is missing, no JSON, or of another shape; the message names the place by JSON Pointer.
    """
    try:
        return kind.model_validate(json.loads(path.read_text(encoding="utf-8"), parse_constant=_refused))
    except OSError as error:
        raise ReadError(f"cannot be read: {error.strerror or error}", path=str(path)) from error
    except ValidationError as error:
        raise ReadError(_first_fault(error, kind), path=str(path)) from error
    except ValueError as error:  # not UTF-8, not JSON
        raise ReadError(f"not JSON: {error}", path=str(path)) from error
    except RecursionError as error:
        raise ReadError("nested too deeply to be gold or an output document", path=str(path)) from error


def _refused(constant: str) -> float:
    raise ValueError(f"{constant} is no JSON value")


def _first_fault(error: ValidationError, kind: type[Part]) -> str:
    what = "gold" if kind is GoldReport else "an output document"
    fault = error.errors(include_url=False)[0]
    pointer = "".join(f"/{part}" for part in fault["loc"]) or "the whole document"
    return f"not {what}: {pointer}: {fault['msg']}"


def _name_of(gold: Path) -> str:
    return gold.resolve().parent.name if gold.name == GOLD_NAME else gold.stem


def _gold_files(folder: Path) -> dict[str, Path]:
    files = {path.stem: path for path in folder.glob("*.json")}
    return files | {path.parent.name: path for path in folder.glob(f"*/{GOLD_NAME}")}


def _cases_of(name: str, path: Path, predicted: Path) -> Iterator[Case | ReadError]:
    try:
        gold = read_document(path, GoldReport)
    except ReadError as error:
        yield error
        return
    try:
        yield Case(name, gold, read_document(_prediction(name, predicted), PredictedReport))
    except ReadError as error:
        yield error
        yield Case(name, gold, None)


def _prediction(name: str, folder: Path) -> Path:
    file = folder / f"{name}.json"
    inside = [path for path in sorted((folder / name).glob("*.json")) if path.name != GOLD_NAME]
    candidates = [file] if file.exists() else inside
    if not candidates:
        raise ReadError(f"no prediction for {name}: counted as nothing found", path=str(file))
    if len(candidates) > 1:
        names = ", ".join(path.name for path in candidates)
        raise ReadError(f"more than one prediction for {name} ({names}): counted as nothing found", path=str(folder / name))
    return candidates[0]
