"""Garbage collection is put off while a report is worked on, and on again afterwards, whatever happens."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from profile_extract.collecting import without_collection
from profile_extract.errors import ReadError
from profile_extract.pipeline import extract


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    gc.unfreeze()  # other tests of the same process may have loaded the pipeline as a batch does, which freezes it
    yield
    (gc.enable if was_enabled else gc.disable)()


def test_it_is_put_off_until_the_outermost_call_is_done() -> None:
    with without_collection():
        with without_collection():
            assert not gc.isenabled()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_was_made_meanwhile_counts_as_old() -> None:
    with without_collection():
        made: list[object] = [[] for _ in range(100)]
    young = gc.get_objects(generation=0)
    assert not any(one is other for one in made for other in young)


def test_what_somebody_has_frozen_stays_frozen() -> None:
    gc.freeze()
    try:
        frozen = gc.get_freeze_count()
        with without_collection():
            pass
        assert gc.get_freeze_count() == frozen > 0
    finally:
        gc.unfreeze()


def test_who_has_it_off_keeps_it_off() -> None:
    gc.disable()
    with without_collection():
        pass
    assert not gc.isenabled()


def test_a_thread_that_ends_later_has_it_on_again() -> None:
    inside, leave = threading.Event(), threading.Event()

    def work() -> None:
        with without_collection():
            inside.set()
            leave.wait()

    thread = threading.Thread(target=work)
    with without_collection():
        thread.start()
        inside.wait()
    assert not gc.isenabled()
    leave.set()
    thread.join()
    assert gc.isenabled()


def test_a_report_that_cannot_be_read_leaves_it_on(tmp_path: Path) -> None:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"%PDF-1.7 and nothing else")
    with pytest.raises(ReadError):
        extract(path)
    assert gc.isenabled()


def test_it_is_off_while_a_report_is_worked_on(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text("Garden in the yard\n\nNeighbours planted beans where cars had stood for years.\n")
    states: set[bool] = set()
    extract(path, progress=lambda _: states.add(gc.isenabled()))
    assert states == {False}
    assert gc.isenabled()
