"""Answers that are kept with what was asked."""

from __future__ import annotations

from builders import laid_out, page_of, pdf_report

from profile_extract.answers import once
from profile_extract.layout.contents import find_contents
from profile_extract.structure import Block


def test_questions_of_one_name_in_two_modules_have_an_answer_each() -> None:
    def is_told(block: Block) -> str:
        return f"{len(block.lines)} line"

    def other(block: Block) -> str:
        return block.text.text

    other.__name__, other.__module__ = is_told.__name__, "elsewhere"
    block = laid_out(pdf_report(page_of([(50, 60, "A bell")]))).blocks[0]
    assert [once(is_told)(block), once(other)(block), once(is_told)(block)] == ["1 line", "A bell", "1 line"]


def test_a_report_is_looked_through_for_its_list_of_contents_once() -> None:
    report = pdf_report(page_of([(50, 60, "A bell")]))
    assert find_contents(report) is find_contents(report)
