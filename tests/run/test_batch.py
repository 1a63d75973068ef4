"""What a batch does again and what not, and what stands in the end; the work itself is a stand-in that takes no time."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import fsspec
import pytest
from archive import ledger_lines, results, summary

from profile_extract.errors import UsageError
from profile_extract.run import batch as batch_module
from profile_extract.run import places
from profile_extract.run.batch import Options, run_batch
from profile_extract.run.engines import Task, Tick
from profile_extract.run.isolation import Outcome
from profile_extract.run.job import Summary
from profile_extract.run.sources import find_sources
from profile_extract.run.stores import LocalStore
from profile_extract.run.summary import Tally
from profile_extract.settings import LimitSettings, ReadSettings, Settings
from profile_extract.structure import Guide

NOBODY = Path("/nowhere")


class Inline:
    """An engine that writes down what it was asked for; what stands in a file says how it ends (``!DamagedError``)."""

    def __init__(self, order: Callable[[list[Task]], list[Task]] | None = None) -> None:
        self.names: list[str] = []
        self._order = order

    def run(self, tasks: Iterator[Task], tick: Tick) -> Iterator[tuple[Task, Outcome]]:
        for task in self._order(list(tasks)) if self._order else tasks:
            tick()
            self.names.append(task.source.name)
            yield task, self._outcome(task)

    def _outcome(self, task: Task) -> Outcome:
        if "://" in task.job.source:
            data = fsspec.open(task.job.source, "rb").open().read()
        elif Path(task.job.source).exists():
            data = Path(task.job.source).read_bytes()
        else:
            data = b"!ReadError"
        if data.startswith(b"!"):
            error, _, cause = data[1:].decode().partition(" by ")
            return Outcome(None, error, f"{task.job.name}: {error}", 0.1, 0, cause or None)
        form = "lines" if task.job.profile_lines else "document"
        task.target.write_text(f"{form} of {task.job.name}: {data.decode()}\n", encoding="utf-8")
        return Outcome(Summary(2, 3, 1, hashlib.sha256(data).hexdigest()), None, None, 0.1, 1000)


def run(folder: Path | str, output: Path | str, *more: str, engine: Inline | None = None, **options: Any) -> list[str]:
    """Run a batch; the names of what was done."""
    engine = engine or Inline()
    run_batch(find_sources([str(folder), *more], str(output)).reports, str(output), Options(**options), engine)
    return engine.names


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three reports whose content has been there for a while."""
    made = tmp_path / "in"
    (made / "b").mkdir(parents=True)
    for name in ("a.txt", "b/a.txt", "c.txt"):
        (made / name).write_text(f"content of {name}", encoding="utf-8")
    return made


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of these tests are younger than a tick of the slowest clock."""
    monkeypatch.setattr(places, "RACY_S", -1.0)


ALL = ["a.txt", "c.txt", "b/a.txt"]


def test_all_is_done_once(folder: Path, out: Path) -> None:
    assert run(folder, out) == ALL
    assert results(out) == {f"{name}.json": f"document of {name}: content of {name}\n".encode() for name in ALL}
    before = results(out), summary(out), ledger_lines(out)
    assert run(folder, out) == []
    assert (results(out), summary(out), ledger_lines(out)) == before


def test_the_summary_has_an_entry_for_each_input_in_order(folder: Path, out: Path) -> None:
    (folder / "c.txt").write_text("!DamagedError", encoding="utf-8")
    run(folder, out)
    written = summary(out)
    assert [(entry["name"], entry["status"], entry["error"]) for entry in written["reports"]] == [
        ("a.txt", "done", None),
        ("c.txt", "failed", "DamagedError"),
        ("b/a.txt", "done", None),
    ]
    assert written["totals"] == {
        "inputs": 3,
        "done": 2,
        "failed": 1,
        "waiting": 0,
        "profiles": 4,
        "pages": 6,
        "seconds": 0.3,
    }
    assert written["reports"][1]["message"] == "c.txt: DamagedError"
    assert written["reports"][2] == {
        "name": "b/a.txt",
        "source": str(folder / "b/a.txt"),
        "status": "done",
        "result": "b/a.txt.json",
        "error": None,
        "message": None,
        "profiles": 2,
        "pages": 3,
        "warnings": 1,
        "sha256": hashlib.sha256(b"content of b/a.txt").hexdigest(),
        "seconds": 0.1,
        "peak_bytes": 1000,
    }
    lines = (out / "summary.json").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line.removesuffix(",")) for line in lines[4:-2]] == written["reports"]


def test_changed_content_is_done_again_however_it_is_disguised(folder: Path, out: Path) -> None:
    run(folder, out)
    path = folder / "c.txt"
    times = path.stat()
    path.write_text("CONTENT of c.txt", encoding="utf-8")
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert run(folder, out) == ["c.txt"]
    assert results(out)["c.txt.json"] == b"document of c.txt: CONTENT of c.txt\n"


def test_a_file_that_has_only_been_touched_is_not_done_again_and_read_but_once(
    folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(folder, out)
    os.utime(folder / "c.txt", (1, 1))
    read = []
    known = batch_module.content_sha256
    monkeypatch.setattr(batch_module, "content_sha256", lambda place, limit: read.append(place) or known(place, limit))
    assert run(folder, out) == run(folder, out) == []
    assert read == [str(folder / "c.txt")]


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"cut")], ids=["vanished", "cut"])
def test_a_result_that_is_gone_or_cut_is_made_again(damage: Callable[[Path], Any], folder: Path, out: Path) -> None:
    run(folder, out)
    before = results(out)
    damage(out / "b" / "a.txt.json")
    assert run(folder, out) == ["b/a.txt"]
    assert results(out) == before


@pytest.mark.parametrize(
    ("failure", "again"),
    [("EngineError", True), ("ReadError", True), ("LimitExceededError by signal 9", True), ("DamagedError", False)]
    + [(f"{lasting}Error", False) for lasting in ("Encrypted", "LimitExceeded", "NoTextLayer", "UnsupportedFormat")],
)
def test_failures_that_may_pass_are_tried_again_and_others_when_told_to(
    failure: str, again: bool, folder: Path, out: Path
) -> None:
    (folder / "c.txt").write_text(f"!{failure}", encoding="utf-8")
    run(folder, out)
    assert run(folder, out) == (["c.txt"] if again else [])
    assert run(folder, out, retry_failed=True) == ["c.txt"]
    assert run(folder, out, force=True) == ALL
    (folder / "c.txt").write_text("content", encoding="utf-8")
    assert run(folder, out) == ["c.txt"]
    assert run(folder, out, retry_failed=True) == []


def test_a_missing_file_that_comes_is_done(folder: Path, out: Path) -> None:
    missing = str(folder / "d.txt")
    assert run(folder, out, missing) == [*ALL, "d.txt"]
    assert summary(out)["reports"][3]["error"] == "ReadError"
    Path(missing).write_text("here", encoding="utf-8")
    assert run(folder, out, missing) == ["d.txt"]


def test_higher_limits_are_another_chance_only_for_what_hit_them(folder: Path, out: Path) -> None:
    (folder / "a.txt").write_text("!DamagedError", encoding="utf-8")
    (folder / "c.txt").write_text("!LimitExceededError", encoding="utf-8")
    run(folder, out)
    assert run(folder, out, settings=Settings(limits=LimitSettings(pages=9))) == ["c.txt"]
    assert run(folder, out, settings=Settings(limits=LimitSettings(pages=9))) == []


@pytest.mark.parametrize(
    "options",
    [
        {"settings": Settings(read=ReadSettings(column_gap_em=3.0))},
        {"layout": Guide(labels={"goal": "section"}, running={"header": frozenset({"b", "a"})})},
        {"with_evidence": False},
        {"compact": True},
        {"form": "jsonl"},
    ],
    ids=lambda options: next(iter(options)),
)
def test_whatever_shapes_results_makes_all_of_them_anew(options: dict[str, Any], folder: Path, out: Path) -> None:
    run(folder, out)
    assert run(folder, out, **options) == ALL
    assert run(folder, out, **options) == []


def test_so_does_another_version(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run(folder, out)
    monkeypatch.setattr("profile_extract.run.ledger.__version__", "9")
    monkeypatch.setattr("profile_extract.run.batch.__version__", "9")
    assert run(folder, out) == ALL
    assert run(folder, out) == []


def test_the_first_failure_ends_the_run_where_that_is_wished(folder: Path, out: Path) -> None:
    (folder / "c.txt").write_text("!DamagedError", encoding="utf-8")
    assert run(folder, out, fail_fast=True) == ["a.txt", "c.txt"]
    assert [entry["status"] for entry in summary(out)["reports"]] == ["done", "failed", "waiting"]
    assert run(folder, out) == ["b/a.txt"]


def test_an_archive_that_has_moved_is_known(folder: Path, out: Path) -> None:
    run(folder, out)
    moved = folder.rename(folder.with_name("moved"))
    assert run(moved, out) == []
    assert [entry["status"] for entry in summary(out)["reports"]] == ["done"] * 3


def test_another_archive_into_the_same_folder_overwrites_nothing(folder: Path, out: Path, tmp_path: Path) -> None:
    run(folder, out)
    before = results(out)
    other = tmp_path / "other"
    other.mkdir()
    (other / "c.txt").write_text("another report", encoding="utf-8")
    (name,) = run(other, out)
    assert name.startswith("c.txt~")
    assert results(out) == {**before, f"{name}.json": f"document of {name}: another report\n".encode()}
    assert [entry["result"] for entry in summary(out)["reports"]] == [f"{name}.json"]
    assert run(other, out) == run(folder, out) == []


def test_the_order_of_the_work_does_not_matter(folder: Path, out: Path, tmp_path: Path) -> None:
    run(folder, out, form="jsonl")
    run(folder, tmp_path / "reversed", form="jsonl", engine=Inline(lambda tasks: tasks[::-1]))
    assert (out / "profiles.jsonl").read_text(encoding="utf-8") == "".join(
        f"lines of {name}: content of {name}\n" for name in ALL
    )
    assert results(out) == results(tmp_path / "reversed")
    assert list(results(out)) == ["profiles.jsonl"]


def test_profiles_of_reports_that_fail_or_are_gone_are_in_no_file(folder: Path, out: Path) -> None:
    run(folder, out, form="jsonl")
    (folder / "a.txt").unlink()
    (folder / "c.txt").write_text("!DamagedError", encoding="utf-8")
    run(folder, out, form="jsonl")
    assert (out / "profiles.jsonl").read_bytes() == b"lines of b/a.txt: content of b/a.txt\n"


def test_an_interruption_leaves_a_true_summary(folder: Path, out: Path) -> None:
    ticks = iter([None, None])

    def tick() -> None:
        if next(ticks, "over") == "over":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run_batch(find_sources([str(folder)], str(out)).reports, str(out), Options(form="jsonl"), Inline(), tick=tick)
    assert [entry["status"] for entry in summary(out)["reports"]] == ["done", "done", "waiting"]
    assert (out / "profiles.jsonl").read_text(encoding="utf-8").count("\n") == 2
    assert run(folder, out, form="jsonl") == ["b/a.txt"]


def test_what_a_killed_run_was_writing_is_taken_away(folder: Path, out: Path) -> None:
    left = out / ".profile-extract" / "tmp" / "7"
    left.parent.mkdir(parents=True)
    left.write_bytes(b"half")
    run(folder, out)
    assert not left.parent.exists()


@pytest.mark.parametrize("name", ["x" * 250 + ".txt", "summary", "profiles"])
def test_names_that_results_cannot_have_are_changed(name: str, folder: Path, out: Path) -> None:
    (folder / name).write_text("odd", encoding="utf-8")
    for form in ("json", "jsonl"):
        run(folder, out, str(folder / name), form=form)
        entries = {entry["name"]: entry for entry in summary(out)["reports"]}
        assert entries[name]["status"] == "done"
        assert summary(out)["totals"]["done"] == len(entries)
    assert b"odd" in b"".join(results(out).values())


def test_names_that_are_no_text_come_out_valid(folder: Path, out: Path) -> None:
    Path(os.fsdecode(os.fsencode(folder) + b"/\xff\n\xe9.txt")).write_text("odd", encoding="utf-8")
    assert len(run(folder, out)) == 4
    assert len(run(folder, out)) == 0
    assert "\\udcff\n\\udce9.txt" in [entry["name"] for entry in summary(out)["reports"]]


def test_a_name_that_cannot_be_written_fails_alone(folder: Path, out: Path) -> None:
    (out / "c.txt.json").mkdir(parents=True)
    run(folder, out)
    assert [entry["status"] for entry in summary(out)["reports"]] == ["done", "failed", "done"]
    assert summary(out)["reports"][1]["error"] == "EngineError"


def test_a_full_disk_ends_the_run(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = LocalStore.publish

    def publish(store: LocalStore, temporary: Path, path: str) -> int:
        if path == "c.txt.json":
            raise OSError(errno.ENOSPC, "No space left on device")
        return kept(store, temporary, path)

    monkeypatch.setattr(LocalStore, "publish", publish)
    with pytest.raises(UsageError, match=r"c\.txt\.json: cannot be written: No space left"):
        run(folder, out)
    monkeypatch.undo()
    assert run(folder, out) == ["c.txt", "b/a.txt"]


def test_a_result_is_safe_before_the_ledger_speaks_of_it(folder: Path, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens to the disk, in order: the result is made safe, renamed, its folder made safe, then the line is written."""
    steps: list[str] = []

    def noting(module: Any, name: str) -> None:
        known = getattr(module, name)
        monkeypatch.setattr(module, name, lambda *a, **k: (steps.append(name), known(*a, **k))[1])

    noting(os, "fsync")
    noting(Path, "replace")
    noting(LocalStore, "append")
    run(folder / "c.txt", out)
    assert steps[:4] == ["fsync", "replace", "fsync", "append"]


@pytest.fixture
def store() -> str:
    """A place in memory, empty."""
    files = fsspec.filesystem("memory")
    if files.exists("/batch"):
        files.rm("/batch", recursive=True)
    return "memory://batch/out"


def in_store(url: str) -> dict[str, bytes]:
    files = fsspec.filesystem("memory")
    root = url.removeprefix("memory:/")
    return {path.removeprefix(f"{root}/"): files.cat_file(path) for path in files.find(root)}


def test_a_store_is_resumed_like_a_folder(folder: Path, out: Path, store: str) -> None:
    (folder / "c.txt").write_text("!EngineError", encoding="utf-8")
    run(folder, store)
    (folder / "c.txt").write_text("content of c.txt", encoding="utf-8")
    assert run(folder, store) == ["c.txt"]
    fsspec.filesystem("memory").rm("/batch/out/a.txt.json")
    assert run(folder, store) == ["a.txt"]
    assert run(folder, store) == []
    run(folder, out)
    stored = in_store(store)
    assert {path: data for path, data in stored.items() if path in results(out)} == results(out)
    assert [entry["status"] for entry in json.loads(stored["summary.json"])["reports"]] == ["done"] * 3
    assert {path.rpartition("/")[0] for path in set(stored) - set(results(out))} == {"", ".profile-extract/ledger"}


def test_reports_are_read_from_a_store(store: str) -> None:
    files = fsspec.filesystem("memory")
    for name in ("one.txt", "x/two.txt"):
        files.pipe_file(f"/batch/in/{name}", name.encode())
    assert run("memory://batch/in", store) == ["one.txt", "x/two.txt"]
    files.pipe_file("/batch/in/one.txt", b"other")
    assert run("memory://batch/in", store) == ["one.txt"]
    assert in_store(store)["one.txt.json"] == b"document of one.txt: other\n"


def test_all_profiles_are_put_together_in_a_store(folder: Path, store: str) -> None:
    run(folder, store, form="jsonl")
    assert in_store(store)["profiles.jsonl"].count(b"\n") == 3
    assert run(folder, store, form="jsonl") == []


def test_what_the_ledger_of_a_store_does_not_say_is_done_again(
    folder: Path, store: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The ledger of a store is written every few seconds: what it does not speak of is done again, to the same bytes."""
    monkeypatch.setattr("profile_extract.run.stores.RemoteStore.close", lambda store: store._lock.close())
    assert run(folder, store) == ALL
    before = in_store(store)
    monkeypatch.undo()
    assert run(folder, store) == ALL
    assert {path: in_store(store)[path] for path in before if path != "summary.json"} == {
        path: data for path, data in before.items() if path != "summary.json"
    }


def test_a_store_that_fails_for_a_moment_is_asked_again(folder: Path, store: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files = type(fsspec.filesystem("memory"))
    known, failures = files.put_file, iter([ConnectionError("reset"), TimeoutError("late"), None, *[OSError("gone")] * 4])

    def put_file(*arguments: Any, **more: Any) -> None:
        if (failure := next(failures, None)) is not None:
            raise failure
        known(*arguments, **more)

    monkeypatch.setattr(files, "put_file", put_file)
    monkeypatch.setattr("profile_extract.run.stores.PUT_AGAIN_S", (0.0, 0.0, 0.0))
    with pytest.raises(UsageError, match="memory://batch/out: cannot be written: gone"):
        run(folder, store)
    assert in_store(store)["a.txt.json"] == b"document of a.txt: content of a.txt\n"
    assert run(folder, store) == ["c.txt", "b/a.txt"]


def test_counting() -> None:
    tally = Tally(total=4, done=1, failed=1)
    assert tally.waiting == 2
    assert replace(tally, failed=3).waiting == 0
