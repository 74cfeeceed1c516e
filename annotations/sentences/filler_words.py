"""The words of a role's fillers: side by side as one stretch of the article, else joined "a, b and c".

What the article has directly before a filler, an article or the preposition of a place or time, comes with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.sentences.english import (
    BEFORE,
    BETWEEN,
    CLOCK,
    DETERMINER,
    DOZENS,
    NONE,
    NUMBER,
    OF,
    ONE,
    PLACE_BEFORE,
    THE,
    TIME_BEFORE,
    folded,
    is_name,
    is_plural,
    leads,
    usual,
)
from annotations.sentences.pieces import PieceKind, SentencePiece
from annotations.spans import Span


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

    @property
    def is_speaking(self) -> bool:
        """Return whether it is I."""
        return [one.words.lower() for one in self.stretches] == ["i"]

    def lies_in(self, other: RoleWords) -> bool:
        """Return whether its words are among the other's: in the text, or at their beginning."""
        return all(
            any(
                (o.start <= s.start and s.end <= o.end) or o.words.startswith(f"{s.words} ")
                for o in other.stretches
            )
            for s in self.stretches
        )

    def abuts(self, other: RoleWords) -> bool:
        """Return whether the text has it directly before the other."""
        return any(self._abut(one, then) for one in self.stretches for then in other.stretches)

    def _abut(self, one: FillerWords, then: FillerWords) -> bool:
        return one.end <= then.start <= one.end + BEFORE and bool(
            OF.fullmatch(self._text, one.end, then.start)
        )

    def pieces(self, *, bare: bool = False) -> list[SentencePiece]:
        """Return the stretches joined; `bare`: without what the article has before them."""
        each = [self.piece(stretch, "" if bare else self.determiner(stretch)) for stretch in self.stretches]
        return listing(each)

    def counted(self, counts: RoleWords) -> list[SentencePiece]:
        """Return the pieces with each count before what the article has it before, else with all of them in front."""
        of = {n: [c for c in counts.stretches if self._abut(c, one)] for n, one in enumerate(self.stretches)}
        if sum(map(len, of.values())) < len(counts.stretches):
            return [*counts.pieces(), SentencePiece(_of(counts.stretches[-1])), *self.pieces(bare=True)]
        each: list[list[SentencePiece]] = []
        for n, stretch in enumerate(self.stretches):
            numbers = self._numbers(RoleWords(counts.role, of[n], self._text), stretch) if of[n] else []
            plain = self.piece(stretch, "" if of[n] else self.determiner(stretch))
            each.append([*numbers, *plain])
        return listing(each)

    def _numbers(self, counts: RoleWords, of: FillerWords) -> list[SentencePiece]:
        between = self._text[counts.stretches[-1].end : of.start]
        return [
            *counts.pieces(),
            SentencePiece(f" {between.lstrip()}" if between.strip() else _of(counts.stretches[-1])),
        ]

    def with_forces(self) -> list[SentencePiece]:
        """Return the pieces, with "forces" behind nationalities: U.S. and British forces."""
        return listing(
            [
                *self.piece(stretch, self.determiner(stretch)),
                SentencePiece(" forces" if stretch.label == "NORP" and not is_plural(stretch.words) else ""),
            ]
            for stretch in self.stretches
        )

    def timed(self, given: str = "") -> list[SentencePiece]:
        """Return the pieces, clocks first, before each the article's preposition, else the one given or the usual."""
        made: list[SentencePiece] = []
        for n, stretch in enumerate(sorted(self.stretches, key=lambda one: not CLOCK.match(one.words))):
            before = self.preposition(stretch, TIME_BEFORE) or usual(stretch.words, given)
            both_days = n and not CLOCK.match(made[-1].words)
            made.append(SentencePiece(" and " if both_days else " " if n else ""))
            made += self.piece(stretch, f"{before} {self.determiner(stretch)}".lstrip())
        return made

    def placed(self, usually: str) -> list[SentencePiece]:
        """Return the pieces, before them the article's preposition, or the usual one."""
        each: list[list[SentencePiece]] = []
        said = ""
        for stretch in self.stretches:
            before = self.preposition(stretch, PLACE_BEFORE) or ("" if leads(stretch.words) else usually)
            words = "" if each and before == said else f"{before} "
            each.append(self.piece(stretch, f"{words}{self.determiner(stretch)}".lstrip()))
            said = before
        return listing(each)

    def determiner(self, stretch: FillerWords) -> str:
        """Return the article that the text has directly before the stretch, with a blank."""
        before = DETERMINER.search(self._text, max(0, stretch.start - BEFORE), stretch.start)
        return f"{before[1].lower()} " if before else ""

    def preposition(self, stretch: FillerWords, among: re.Pattern[str]) -> str:
        before = among.search(self._text, max(0, stretch.start - BEFORE), stretch.start)
        return before[1].lower() if before and not leads(stretch.words) else ""

    def piece(self, stretch: FillerWords, before: str = "") -> list[SentencePiece]:
        """Return the stretch with what stands before it."""
        return [SentencePiece(before), SentencePiece(stretch.words, PieceKind.FILLER, self.role)]


def _of(count: FillerWords) -> str:
    """Return what stands behind a count: a blank, or "of" behind dozens."""
    return " of " if count.words.rsplit(" ", 1)[-1].lower() in DOZENS else " "


def listing(each: Iterable[list[SentencePiece]]) -> list[SentencePiece]:
    """Return the pieces of each joined: a, b and c."""
    every = list(each)
    made: list[SentencePiece] = []
    for n, pieces in enumerate(every):
        made += [SentencePiece(" and " if n == len(every) - 1 else ", "), *pieces] if n else pieces
    return made


def words_of(fact: Fact, role: str, text: str, spans: SpanLookup) -> RoleWords:
    """Return the words of the role; fillers outside the text have none."""
    fillers = [filler for one in fact.roles if one.role == role for filler in one.fillers]
    made: list[FillerWords] = []
    for filler in fillers:
        span = spans.get(filler.span or "")
        label = span.label if span else ""
        words = folded(text[max(0, filler.start) : max(0, filler.end)])
        if words:
            the = bool(THE.search(text, max(0, filler.start - 5), max(0, filler.start)))
            named = is_name(words, label, the=the)
            made.append(FillerWords(filler.start, filler.end, words, label, named=named))
    return RoleWords(role, _stretches(made, text), text)


def is_many(stretch: FillerWords) -> bool:
    """Return whether the stretch names more than one, by its number, its last noun or its kind."""
    if stretch.of > 1:
        return True
    first = stretch.words.split(" ", 1)[0].lower()
    if NUMBER.match(stretch.words):
        return first not in ONE
    return stretch.label == "NORP" or (not stretch.named and is_plural(stretch.words))


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
