"""Sentences, titles, names and addresses that make some sense, drawn from the words of one language."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import NamedTuple

import phonenumbers
from generator.words import Place, Words

_SYLLABLES = ("Lin", "Bro", "Mar", "Tal", "Ver", "Kes", "Dun", "Sol", "Ro", "Fen", "Wal", "Cor")
_ENDINGS = ("dora", "mont", "vale", "berg", "nova", "stad", "mira", "hold", "lena", "tona")
_TRIES = 200


class Contact(NamedTuple):
    """An address block: its lines as printed, and its parts by the keys of the contract."""

    lines: tuple[str, ...]
    parts: dict[str, object]


class Writer:
    """Writes in one language; no sentence and no title comes twice."""

    def __init__(self, rng: Random, words: Words) -> None:
        self.rng, self.words = rng, words
        self._used: set[str] = set()

    def once(self, draw: Callable[[], str]) -> str:
        """What is drawn, drawn again until it is new."""
        for _ in range(_TRIES):
            text = draw()
            if text not in self._used:
                self._used.add(text)
                return text
        raise AssertionError("the word lists are too short for this report")

    def clause(self) -> str:
        """Who does what, where and to what end, without the full stop."""
        pick, words = self.rng.choice, self.words
        subject, (verb, rest) = pick(words.subjects), pick(words.actions)
        if self.rng.random() < 0.35:
            when = pick(words.whens)
            head = f"{when} {verb} {subject}" if words.order == "inverted" else f"{when}, {subject} {verb}"
        else:
            head = f"{subject} {verb}"
        text = f"{head} {rest}"
        if self.rng.random() < 0.7:
            text += f" {pick(words.wheres)}"
        if self.rng.random() < 0.6:
            end = pick(words.ends)
            text += end if end.startswith(",") else f" {end}"
        return _capitalised(text)

    def sentence(self) -> str:
        """A sentence that has not been written before."""
        return self.once(self.clause) + "."

    def paragraph(self, sentences: int) -> str:
        """Some sentences."""
        return " ".join(self.sentence() for _ in range(sentences))

    def title(self, length: str) -> str:
        """A title: ``short``, with what it is for, or ``long``, with a subtitle behind a colon."""
        words = self.words
        if length == "long":
            return f"{self.once(self._short)}: {self.rng.choice(words.subtitles)}"
        return self.once(self._short)

    def _short(self) -> str:
        thing = self.rng.choice(self.words.things)
        return f"{thing} {self.rng.choice(self.words.purposes)}" if self.rng.random() < 0.85 else f"{thing} {self.name()}"

    def item(self) -> str:
        """An item of a list: what somebody does, or does it to."""
        things = (*self.words.subjects, *(rest for _, rest in self.words.actions))
        return self.once(lambda: _capitalised(f"{self.rng.choice(things)} {self.rng.choice(self.words.wheres)}"))

    def name(self) -> str:
        """An invented proper name."""
        return self.rng.choice(_SYLLABLES) + self.rng.choice(_ENDINGS)

    def person(self) -> str:
        """First name and surname."""
        return f"{self.rng.choice(self.words.first_names)} {self.rng.choice(self.words.surnames)}"

    def organisation(self) -> str:
        """An invented organisation."""
        return self.once(lambda: self.rng.choice(self.words.organisations).format(w=self.name()))

    def value(self, number: int) -> str:
        """A short value for the label with this number in the list of labels for values."""
        year = self.rng.randrange(2004, 2020)
        values = (
            f"{year}–{year + self.rng.randrange(1, 6)}",
            f"{self.rng.randrange(2, 90)} 000 Euro",
            str(self.rng.randrange(12, 900)),
            _capitalised(self.rng.choice(self.words.subjects)),
            str(year),
        )
        return values[number]

    def _phone(self, place: Place) -> str:
        """A number that might be given out in a town."""
        for _ in range(_TRIES):
            phone = f"{place.phone} {self.rng.randrange(200, 999)} {self.rng.randrange(100, 9999)}"
            if phonenumbers.is_valid_number(phonenumbers.parse(phone)):
                return phone
        raise AssertionError(f"no telephone number begins with {place.phone}")

    def contact(self, *, has_person: bool, has_words: bool) -> Contact:
        """An address block as its country prints it; ``has_words`` puts words before numbers and addresses."""
        rng, words = self.rng, self.words
        place, organisation = rng.choice(words.places), self.organisation()
        domain = "".join(c for c in organisation.casefold() if "a" <= c <= "z")[:18] + ".example"
        street = rng.choice(words.streets).format(n=rng.randrange(1, 120))
        phone = self._phone(place)
        email, website = f"info@{domain}", f"www.{domain}"
        person = [self.person()] if has_person else []
        before = (f"{words.phone_label}: ", f"{words.email_label}: ") if has_words else ("", "")
        lines = [*person, organisation, street, _town_line(place, words), before[0] + phone, before[1] + email]
        parts: dict[str, object] = {"organization": organisation, "street": street, "postal_code": place.postcode}
        parts |= {"locality": place.name, "phones": [phone], "emails": [email], "websites": []}
        if person:
            parts["person"] = person[0]
        if rng.random() < 0.6:
            lines.append(website)
            parts["websites"] = [website]
        return Contact(tuple(lines), parts)


def _capitalised(text: str) -> str:
    return text[0].upper() + text[1:]


def _town_line(place: Place, words: Words) -> str:
    return f"{place.name} {place.postcode}" if words.country == "GB" else f"{place.postcode} {place.name}"
