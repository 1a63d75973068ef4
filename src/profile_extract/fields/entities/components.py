"""The components of the pipeline. Each declares what it assigns and writes only its own group of spans."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from profile_extract.fields.entities.words import CUES, FAMILY_NAME_ENDS, is_cue, is_person_title, is_small_word
from profile_extract.gazetteer import find_name

NAMES = ("profile_extract_places", "profile_extract_cues", "profile_extract_persons")
MOST_TOKENS = 7
"""Longest name of a place looked up, in tokens: ``Santa Cruz de la Sierra``, ``Stratford-upon-Avon``."""
_PERSON_TOKENS = range(2, 6)


@Language.component(NAMES[0], assigns=["doc.spans"])
def places(doc: Doc) -> Doc:
    """Names of places and countries: at each capital the longest that the gazetteer knows."""
    text = doc.text
    starts = [token.idx for token in doc]
    ends = [start + len(token) for start, token in zip(starts, doc, strict=True)]
    spans: list[Span] = []
    at = 0
    while at < len(starts):
        end, label = _longest_name(text, starts[at], ends[at : at + MOST_TOKENS])
        if label:
            spans.append(Span(doc, at, at + end, label=label))
        at += end
    doc.spans["places"] = spans
    return doc


def _longest_name(text: str, start: int, ends: Sequence[int]) -> tuple[int, str]:
    """Tokens of the longest name that begins at a capital, and its label (empty, and one token, where there is none)."""
    length, label = 1, ""
    if not text[start].isupper():
        return length, label
    for number, end in enumerate(ends, 1):
        name = find_name(text[start:end])
        if name.is_country or name.is_place:
            length, label = number, "COUNTRY" if name.is_country else "PLACE"
        if not name.goes_on:
            break
    return length, label


@Language.component(NAMES[1], assigns=["doc.spans"])
def cues(doc: Doc) -> Doc:
    """Single words that say what their line is: an organisation, a department, a role, a street."""
    words = [token.text for token in doc]
    for number, word in enumerate(words[:-1]):
        if words[number + 1] == "." and not doc[number].whitespace_:  # the tokenizer knows no abbreviations but its own
            words[number] = word if any(is_cue(word, name) for name in CUES) else f"{word}."
    doc.spans["cues"] = [
        Span(doc, number, number + 1, label=label)
        for name, label in CUES.items()
        for number, word in enumerate(words)
        if is_cue(word, name)
    ]
    return doc


@Language.component(NAMES[2], assigns=["doc.spans"])
def persons(doc: Doc) -> Doc:
    """A whole line that reads as a person's name: two to five capitalised words, none of them a cue or a country."""
    words = [token for token in doc if not _is_title(token) and not token.is_punct]
    if len(words) < _PERSON_TOKENS.start:  # what looks like a title may be an initial: M. Petrov
        words = [token for token in doc if not token.is_punct and (not _is_title(token) or len(token.text.strip(".")) == 1)]
    taken = {token.i for span in doc.spans["cues"] for token in span if not _may_be_family_name(span)}
    is_name = (
        len(words) in _PERSON_TOKENS
        and all(token.text[:1].isupper() or is_small_word(token.text) for token in words)
        and all(
            token.text.replace("-", "").replace("’", "").replace("'", "").isalpha() or _is_initial(token) for token in words
        )
        and not any(token.i in taken for token in words)
        and not any(span.label_ == "COUNTRY" for span in doc.spans["places"])
        and not any(len(token.text) > 3 and token.is_upper for token in words[:1])
    )
    doc.spans["persons"] = [Span(doc, 0, len(doc), label="PERSON")] if is_name else []
    return doc


def _may_be_family_name(cue: Span) -> bool:
    """Whether what reads as a street (``Forsberg``) may as well be the last of two names."""
    return (
        cue.label_ == "STREET" and cue.start == 1 and cue.end == len(cue.doc) and cue.text.lower().endswith(FAMILY_NAME_ENDS)
    )


def _is_title(token: Token) -> bool:
    return is_person_title(token.text)


def _is_initial(token: Token) -> bool:
    return len(token.text) <= 2 and token.text[0].isupper()
