"""Files that broke readers: whatever they are, the parent goes on, and each has one of the documented outcomes, each time."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from conftest import shared_folder
from making import KINDS, hostile_files

from profile_extract.validate import validate_file

DRIVER = Path(__file__).parent / "driver.py"
ROUNDS = 2
MOST_PARENT_BYTES = 300_000_000
LONGEST_S = 500
DOCUMENTED = {
    "UnsupportedFormatError", "EncryptedError", "DamagedError", "NoTextLayerError", "LimitExceededError",
}  # fmt: skip
_PLANES = "".join(chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF))
NEVER = re.compile(f"[\0-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef{_PLANES}]|\\(cid:")


def refuse(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON")


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    for item in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from strings(item)


def flaws(path: Path) -> list[str]:
    """What is wrong with an output document."""
    document = json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse)
    found = [str(violation) for violation in validate_file(path)]
    found += [f"must not be in JSON: {string!r}" for string in strings(document) if NEVER.search(string)]
    counts = document["accounting"]
    if counts["characters"] != sum(counts[name] for name in ("profiles", "report", "furniture", "unassigned")):
        found.append("the counts do not add up")
    return found


def check(folder: Path, out: Path) -> Counter[str]:
    """All files of a folder done twice; how many ended how."""
    command = [sys.executable, str(DRIVER), str(ROUNDS), str(out), str(folder)]
    result = subprocess.run(command, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    *ends, parent_bytes = map(json.loads, result.stdout.splitlines())
    assert parent_bytes < MOST_PARENT_BYTES
    rounds: list[dict[str, Any]] = [{} for _ in range(ROUNDS)]
    for number, name, outcome in ends:
        rounds[number][name] = outcome
    first, second = rounds
    assert sorted(first) == sorted(second) == sorted(f.name for f in folder.iterdir() if f.suffix != ".json")
    keys = ("summary", "error", "message")
    changing = [name for name in first if any(first[name][key] != second[name][key] for key in keys)]
    assert changing == []
    assert {name: o for name, o in first.items() if o["error"] and o["error"] not in DOCUMENTED} == {}
    for name in (name for name, outcome in first.items() if outcome["summary"]):
        one, other = (out / f"{number}-{name}.json" for number in range(ROUNDS))
        assert (name, flaws(one)) == (name, [])
        assert one.read_bytes() == other.read_bytes(), name
    return Counter(outcome["error"] or "done" for outcome in first.values())


def test_files_that_broke_readers_have_one_documented_outcome_each(tmp_path: Path) -> None:
    folder = shared_folder() / "hostile"
    if not folder.exists():
        pytest.skip("no shared files here (PROFILE_EXTRACT_SHARED, else ../shared)")
    found = check(folder, tmp_path)
    assert found["done"] > found.total() / 2  # what can be read is read


def test_generated_files_have_one_documented_outcome_each(tmp_path: Path) -> None:
    folder, out = tmp_path / "in", tmp_path / "out"
    folder.mkdir()
    out.mkdir()
    for file in hostile_files():
        (folder / file.name).write_bytes(file.data)
    found = check(folder, out)
    assert set(found) == {"done", *DOCUMENTED}
    assert found["done"] > found.total() / 3


def test_the_generator_makes_the_same_files_from_the_same_seed() -> None:
    first, second, third = ({file.name: file.data for file in hostile_files(seed)} for seed in (7, 7, 8))
    assert {name.rpartition("-")[0] for name in first} == set(KINDS)
    assert list(first) == list(second) == list(third)
    changing = {name for name in first if first[name] != second[name]}
    assert {name.rpartition("-")[0] for name in changing} <= {"encrypted"}  # AES begins with what nobody foresees
    assert any(first[name] != third[name] for name in first if name not in changing)


def test_flaws_are_seen(tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text('{"a": NaN}', encoding="utf-8")
    with pytest.raises(ValueError, match="NaN is no JSON"):
        flaws(path)
    for text in ("\0", "\x1b", "\ud800", "\ufdd0", "\uffff", "\U0010ffff", "(cid:7)"):
        assert NEVER.search(text)
    assert not NEVER.search("plain \u00a0 text\t\n\U0001f600")
