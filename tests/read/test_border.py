"""What ends where reading ends: characters that must not be in JSON, with lengths kept; lines too long to look at closely."""

from __future__ import annotations

import time

import pytest
from builders import extraction_of, one_page_pdf, text_report

from profile_extract.read import read_bytes
from profile_extract.read.characters import usable, without_numbers
from profile_extract.settings import ReadSettings

MOST_S = 5.0
"""Patient for a slow machine: it takes a tenth of it, and took minutes when its time grew with the square of the line."""


@pytest.mark.parametrize("sign", ["\0", "\x1b", "\x7f", "\x81", "\ud800", "\ufdd0", "\ufffe", "\U0001ffff", "\U0010fffe"])
def test_a_character_that_is_none_becomes_a_replacement(sign: str) -> None:
    assert usable(f"a{sign}b") == "a\ufffdb"


@pytest.mark.parametrize("sign", ["\t", "\n", "\f", "\x85", "\u00a0", "\ufffd", "\U0001f600", "\U000f0000"])
def test_other_characters_stay(sign: str) -> None:
    assert usable(f"a{sign}b") == f"a{sign}b"


def test_signs_for_unnamed_characters_are_replaced_one_by_one() -> None:
    text = "A (cid:12)(cid:7) lamp (cid:) (cid:x)"
    assert without_numbers(text) == "A " + "\ufffd" * 15 + " lamp (cid:) (cid:x)"
    assert len(without_numbers(text)) == len(text)


def test_offsets_and_counts_hold_in_a_dump_with_such_signs() -> None:
    text = "A (cid:12) lamp \U0001ffff\nfor the \0harbour and the stairs behind it, for those who come home late at night.\n"
    report = text_report(text)
    assert [line.text for line in report.lines] == [
        "A \ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd\ufffd lamp \ufffd",
        "for the \ufffdharbour and the stairs behind it, for those who come home late at night.",
    ]
    assert len(report.text) == len(text.rstrip("\n"))


def test_pdfplumber_names_no_numbers() -> None:
    font = b"/BaseFont /Own /FirstChar 65 /LastChar 66 /Widths [600 600] /Encoding << /Differences [65 /nobody /knows] >>"
    data = one_page_pdf(b"BT /F 10 Tf 50 400 Td (AB) Tj /F 10 Tf (BA) Tj ET", font=font)
    report = read_bytes(data, "report.pdf", ReadSettings(reader="pdfplumber"))
    assert "(cid:" not in report.text


@pytest.mark.parametrize(
    "line", ["word " * 20_000, "x" * 50_000, "x" * 20_000 + "-", "lamp .. " * 8_000 + "12", "12 " + "lamp " * 8_000 + "9x"]
)
def test_a_long_line_takes_no_time_out_of_proportion(line: str) -> None:
    began = time.process_time()
    extraction_of(text_report(f"{line}\nand another one\n"))
    assert time.process_time() - began < MOST_S
