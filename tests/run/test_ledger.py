"""The ledger: what is written is read, and what is torn or spoilt is told."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from profile_extract import __version__
from profile_extract.run.ledger import Record, line_of, read_lines, record_of
from profile_extract.run.stores import LocalStore

DONE = Record("a/one.pdf", "/in/a/one.pdf", "0" * 64, "1:2:3:4", "settings", __version__, profiles=3, pages=4, seconds=0.5)
FAILED = replace(DONE, name="two.pdf", error="DamagedError", message="two.pdf: broken", limits="hash", cause="signal 6")
TEXTS = st.text(st.characters(exclude_categories=()))
"""Any text, lone surrogates (names of files that are no UTF-8) and line ends included."""


@given(
    st.builds(
        Record,
        TEXTS,
        TEXTS,
        st.none() | TEXTS,
        st.none() | TEXTS,
        TEXTS,
        TEXTS,
        error=st.none() | TEXTS,
        message=st.none() | TEXTS,
    )
)
def test_what_is_written_is_read(record: Record) -> None:
    line = line_of(record)
    assert line.count(b"\n") == 1
    assert line.isascii()
    assert record_of(line[:-1]) == record


@given(st.data())
def test_no_part_of_a_line_and_no_changed_line_is_taken_for_one(data: st.DataObject) -> None:
    line = line_of(FAILED)[:-1]
    assert record_of(line[: data.draw(st.integers(0, len(line) - 1))]) is None
    position = data.draw(st.integers(0, len(line) - 1))
    other = data.draw(st.integers(0, 127).filter(lambda code: code != line[position]))
    assert record_of(line[:position] + bytes([other]) + line[position + 1 :]) is None


@given(st.binary())
def test_any_bytes_are_no_line(data: bytes) -> None:
    assert record_of(data) is None


def test_the_last_line_of_a_name_holds() -> None:
    lines = [line_of(DONE), line_of(FAILED), line_of(replace(DONE, pages=9))]
    records, whole_bytes = read_lines(lines)
    assert records == {"a/one.pdf": replace(DONE, pages=9), "two.pdf": FAILED}
    assert whole_bytes == sum(map(len, lines))


def test_keys_of_later_versions_are_passed_over() -> None:
    text = line_of(DONE)[:-1].decode()
    body = text.rpartition(', "check": "')[0] + ', "colour": "red"}'
    from profile_extract.run.ledger import _check

    assert record_of(f'{body[:-1]}, "check": "{_check(body)}"}}'.encode()) == DONE


@pytest.mark.parametrize("tail", [b"", b"{", line_of(FAILED)[:-1], line_of(FAILED)[:-20], b"\0" * 50])
def test_a_torn_tail_is_cut_off_and_written_over(tail: bytes, tmp_path: Path) -> None:
    store = LocalStore(tmp_path)
    store.append(DONE)
    store.close()
    ledger = tmp_path / ".profile-extract" / "ledger.jsonl"
    ledger.write_bytes(ledger.read_bytes() + tail)
    store = LocalStore(tmp_path)
    assert store.records() == {DONE.name: DONE}
    store.append(FAILED)
    store.close()
    assert ledger.read_bytes() == line_of(DONE) + line_of(FAILED)


def test_a_spoilt_line_in_the_middle_costs_only_itself(tmp_path: Path) -> None:
    other = replace(DONE, name="three.pdf")
    (tmp_path / ".profile-extract").mkdir()
    (tmp_path / ".profile-extract" / "ledger.jsonl").write_bytes(
        line_of(DONE) + line_of(FAILED).replace(b"broken", b"BROKEN") + line_of(other)
    )
    store = LocalStore(tmp_path)
    assert store.records() == {DONE.name: DONE, other.name: other}
    store.close()


def test_which_failures_may_pass() -> None:
    assert [replace(FAILED, error=error).may_pass for error in ("EngineError", "ReadError")] == [True, True]
    assert replace(FAILED, error="LimitExceededError", cause="signal 9").may_pass
    assert not replace(FAILED, error="LimitExceededError", cause="signal 24").may_pass
    for lasting in ("DamagedError", "EncryptedError", "NoTextLayerError", "UnsupportedFormatError", "LimitExceededError"):
        assert not replace(FAILED, error=lasting).may_pass
