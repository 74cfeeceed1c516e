"""The words of a role's fillers: side by side as one stretch of the article, else joined "a, b and c".

What the article has directly before a filler, an article or the preposition of a place or time, comes with it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from annotations.facts import Fact
from annotations.sentences.pieces import PieceKind, SentencePiece
from annotations.spans import Span
from annotations.text.word_forms import PLURALS, listed

BETWEEN = re.compile(r"[\s,]*(?:,|\b(?:and|or)\b)?\s*(?:\b(?:a|an|the)\b)?\s*")
PARTLY = (
    r"(?:(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower|whole|entire)\s+)?"
)
DETERMINER = re.compile(rf"(?<!\w)(the|an?)\s+{PARTLY}\Z", re.IGNORECASE)
BEFORE = 24  # code points before a filler that are looked at
PLACED = "in at on near off outside inside within across around over along throughout from"
TIMED = f"{PLACED} by since until till before after during for"
PLACE_BEFORE, TIME_BEFORE = (
    re.compile(rf"(?<!\w)({'|'.join(words.split())})\s+(?:the\s+)?{PARTLY}\Z", re.IGNORECASE)
    for words in (PLACED, TIMED)
)
LEADING = listed(f"{TIMED} to into towards against with about because as that when while how why who which")
THE = re.compile(r"(?<!\w)the\s\Z")  # the Houthis are no one person
CLOCK = re.compile(
    r"(?:about |around |just |shortly )?\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|gmt\b|utc\b|hours\b)|\d{1,2}:\d\d|noon|midnight|dawn|dusk",
    re.IGNORECASE,
)
DAYS = "monday tuesday wednesday thursday friday saturday sunday"
MONTHS = (
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
DAY = re.compile(
    rf"(?:{'|'.join(DAYS.split())})\b|(?:{'|'.join(MONTHS.split())})\.? \d|\d{{1,2}} (?:{'|'.join(MONTHS.split())})\b",
    re.IGNORECASE,
)
MONTH = re.compile(
    rf"(?:early |late |mid-?)?(?:{'|'.join(MONTHS.split())}|\d{{4}}\b)|mid-|the \d{{4}}s", re.IGNORECASE
)
SINGULAR = frozenset({"PERSON", "GPE", "LOC", "FAC", "EVENT", "LAW"})
MANY = listed(
    "we they you these those both people men women children lives forces troops police officials crew staff"
) | frozenset(PLURALS.values())
ONE = listed("one 1 a an another")
NONE = listed("no none nobody neither nothing")
NUMBER = re.compile(
    r"\d|(?:two|three|four|five|six|seven|eight|nine|ten|several|some|many|dozens|hundreds|both)\b|(?:more|at least|about|around|up to|nearly|over)\b",
    re.IGNORECASE,
)


class SpanLookup(Protocol):
    """Spans by id, as a mapping or a sheet has them."""

    def get(self, id_: str, /) -> Span | None: ...


@dataclass(frozen=True)
class FillerWords:
    """A stretch of the article that fills a role: `[start, end)`, its words, the label of its last span."""

    start: int
    end: int
    words: str
    label: str = ""
    of: int = 1  # fillers
    named: bool = False  # one thing by its name


class RoleWords:
    """The words of one role of a fact."""

    def __init__(self, role: str, stretches: Sequence[FillerWords], text: str) -> None:
        self.role, self.stretches, self._text = role, tuple(stretches), text

    def __bool__(self) -> bool:
        return bool(self.stretches)

    @property
    def many(self) -> bool:
        """Return whether it is more than one, as a verb has it."""
        return len(self.stretches) > 1 or any(map(is_many, self.stretches))

    @property
    def none(self) -> bool:
        """Return whether it says no itself: no ship, nobody."""
        return bool(self.stretches) and self.stretches[0].words.split(" ", 1)[0].lower() in NONE

    def lies_in(self, other: RoleWords) -> bool:
        """Return whether its words are among the other's."""
        return all(
            any(o.start <= s.start and s.end <= o.end for o in other.stretches) for s in self.stretches
        )

    def abuts(self, other: RoleWords) -> bool:
        """Return whether the text has it directly before the other."""
        last, first = self.stretches[-1], other.stretches[0]
        return last.end <= first.start <= last.end + 2 and not self._text[last.end : first.start].strip()

    def pieces(self, *, bare: bool = False) -> list[SentencePiece]:
        """Return the stretches joined; `bare`: without what the article has before them."""
        made: list[SentencePiece] = []
        for n, stretch in enumerate(self.stretches):
            if n:
                made.append(SentencePiece(" and " if n == len(self.stretches) - 1 else ", "))
            made += self._piece("" if bare else self.determiner(stretch), stretch)
        return made

    def with_forces(self) -> list[SentencePiece]:
        """Return the pieces, with "forces" behind nationalities: U.S. and British forces."""
        made: list[SentencePiece] = []
        for n, stretch in enumerate(self.stretches):
            if n:
                made.append(SentencePiece(" and " if n == len(self.stretches) - 1 else ", "))
            made += self._piece(self.determiner(stretch), stretch)
            if stretch.label == "NORP" and not is_plural(stretch.words):
                made.append(SentencePiece(" forces"))
        return made

    def timed(self, given: str = "") -> list[SentencePiece]:
        """Return the pieces, clocks first, before each the article's preposition, else the one given or the usual."""
        made: list[SentencePiece] = []
        for n, stretch in enumerate(sorted(self.stretches, key=lambda one: not CLOCK.match(one.words))):
            before = self.preposition(stretch, TIME_BEFORE) or given or usual(stretch.words)
            both_days = n and not CLOCK.match(made[-1].words)
            made.append(SentencePiece(" and " if both_days else " " if n else ""))
            made += self._piece(f"{before} {self.determiner(stretch)}".lstrip(), stretch)
        return made

    def placed(self, usually: str) -> list[SentencePiece]:
        """Return the pieces, before them the article's preposition, or the usual one."""
        made: list[SentencePiece] = []
        said = ""
        for n, stretch in enumerate(self.stretches):
            before = self.preposition(stretch, PLACE_BEFORE) or ("" if leads(stretch.words) else usually)
            made.append(SentencePiece("" if not n else " and " if n == len(self.stretches) - 1 else ", "))
            words = "" if n and before == said else f"{before} "
            made += self._piece(f"{words}{self.determiner(stretch)}".lstrip(), stretch)
            said = before
        return made

    def determiner(self, stretch: FillerWords) -> str:
        """Return the article that the text has directly before the stretch, with a blank."""
        before = DETERMINER.search(self._text, max(0, stretch.start - BEFORE), stretch.start)
        return f"{before[1].lower()} " if before else ""

    def preposition(self, stretch: FillerWords, among: re.Pattern[str]) -> str:
        before = among.search(self._text, max(0, stretch.start - BEFORE), stretch.start)
        return before[1].lower() if before and not leads(stretch.words) else ""

    def _piece(self, before: str, stretch: FillerWords) -> list[SentencePiece]:
        return [SentencePiece(before), SentencePiece(stretch.words, PieceKind.FILLER, self.role)]


def words_of(fact: Fact, role: str, text: str, spans: SpanLookup) -> RoleWords:
    """Return the words of the role; fillers outside the text have none."""
    fillers = [filler for one in fact.roles if one.role == role for filler in one.fillers]
    made: list[FillerWords] = []
    for filler in fillers:
        span = spans.get(filler.span or "")
        label = span.label if span else ""
        words = folded(text[max(0, filler.start) : max(0, filler.end)])
        if words:
            named = label in SINGULAR and not (
                label == "PERSON" and THE.search(text, max(0, filler.start - 5), max(0, filler.start))
            )
            made.append(FillerWords(filler.start, filler.end, words, label, named=named))
    return RoleWords(role, _stretches(made, text), text)


def folded(words: str) -> str:
    """Return the words with white space folded."""
    return " ".join(words.split())


def is_many(stretch: FillerWords) -> bool:
    """Return whether the stretch names more than one, by its number, its last noun or its kind."""
    if stretch.of > 1:
        return True
    first = stretch.words.split(" ", 1)[0].lower()
    if NUMBER.match(stretch.words):
        return first not in ONE
    return stretch.label == "NORP" or (not stretch.named and is_plural(stretch.words))


def is_plural(words: str) -> bool:
    """Return whether the noun that the words are about is rather a plural."""
    head = re.split(r" (?:of|in|from|on|at|with|for|to|who|that|which|aboard|near)\b|,", words, maxsplit=1)[0]
    last = head.rsplit(" ", 1)[-1].lower()
    return last in MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is", ".s", "'s", "’s")))


def usual(words: str) -> str:
    """Return the preposition that a time has when the article has none: at, on, in, or "" for "yesterday"."""
    if leads(words):
        return ""
    if CLOCK.match(words):
        return "at"
    return "on" if DAY.match(words) else "in" if MONTH.match(words) else ""


def leads(words: str) -> bool:
    """Return whether the words bring a preposition or the like of their own."""
    return words.split(" ", 1)[0].lower() in LEADING


def _side_by_side(text: str, end: int, start: int) -> bool:
    return BETWEEN.fullmatch(text, end, start) is not None and text.count("\n", end, start) < 2


def _stretches(found: list[FillerWords], text: str) -> list[FillerWords]:
    """Return the fillers with those that stand side by side in the text made one, in their order."""
    in_order = sorted(found, key=lambda one: (one.start, -one.end))
    made: list[FillerWords] = []
    for one in in_order:
        last = made[-1] if made else None
        if last and one.end <= last.end:
            continue
        if last and (one.start <= last.end or _side_by_side(text, last.end, one.start)):
            words = folded(text[last.start : one.end])
            made[-1] = FillerWords(last.start, one.end, words, one.label, last.of + 1)
        else:
            made.append(one)
    return made
