"""The parts of words of a search, ready to be looked for in a text: docs/search.md says what each means."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import accumulate
from typing import Protocol

from annotations.errors import UserError
from annotations.search.query import Term, TermKind
from annotations.text.text import clean
from annotations.text.tokens import has_ideographs, is_run_on
from models.queries.searching.letters import BLANK, MARK, folded, words_of

Place = tuple[int, int]


class LookedAt:
    """A text that terms are looked for in, folded once for all of them."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def words(self) -> str:
        """Return it as the index folds it, as long as the text."""
        return folded(self.text)

    @cached_property
    def bare(self) -> str:
        """Return the same without marks."""
        return self.words.replace(MARK, "")

    @cached_property
    def cased(self) -> tuple[str, list[int]]:
        """Return it with its case folded, and where each sign of the text begins there; no list where each is one."""
        made = self.text.casefold()
        if len(made) == len(self.text):
            return made, []
        return made, list(accumulate((len(sign.casefold()) for sign in self.text), initial=0))


class WantedPart(Protocol):
    """A part of words that can be looked for."""

    def places(self, at: LookedAt) -> Iterator[Place]:
        """Yield where it stands, in order, overlapping ones too."""

    def may(self, at: LookedAt) -> bool:
        """Return False where it stands nowhere in the text and in no part of it."""

    @property
    def match(self) -> str:
        """Return it as a question to the full-text index, "" where that does not know."""


class WantedWords:
    """A word, a phrase or a prefix, of words as the index has them."""

    def __init__(self, words: list[str], *, goes_on: bool) -> None:
        self.match = f'"{" ".join(words)}"' + " *" * goes_on
        self._plain, self._marked = _pattern(words, "", goes_on), _pattern(words, f"{MARK}*", goes_on)
        self._longest = max(words, key=len)

    def places(self, at: LookedAt) -> Iterator[Place]:
        words, place = at.words, 0
        pattern = self._marked if MARK in words else self._plain
        while found := pattern.search(words, place):
            start, end = found.span()
            if not start or words[start - 1] == BLANK:
                yield start, end
            place = words.find(BLANK, start)  # no other one begins in this word
            if place < 0:
                return

    def may(self, at: LookedAt) -> bool:
        return self._longest in at.bare


class WantedSigns:
    """Signs of a script without blanks between words, wherever they stand; or signs alone, as they are written."""

    match = ""

    def __init__(self, text: str, *, cased: bool) -> None:
        self._cased = cased
        words = map(re.escape, (text.casefold() if cased else text).split())
        self._pattern = re.compile(r"\s+".join(words))

    def places(self, at: LookedAt) -> Iterator[Place]:
        text, begins = at.cased if self._cased else (at.text, [])
        found = _overlapping(self._pattern, text)
        if not begins:
            yield from found
            return
        sign = {at: n for n, at in enumerate(begins)}  # where several begin, none of them is empty
        yield from ((sign[start], sign[end]) for start, end in found if start in sign and end in sign)

    def may(self, at: LookedAt) -> bool:
        return self._pattern.search(at.cased[0] if self._cased else at.text) is not None


class WantedPattern:
    """A regular expression."""

    match = ""

    def __init__(self, text: str, *, any_case: bool) -> None:
        self._pattern = compiled(text, any_case=any_case)

    def places(self, at: LookedAt) -> Iterator[Place]:
        return (match.span() for match in self._pattern.finditer(at.text) if match[0])

    def may(self, at: LookedAt) -> bool:
        return True  # what begins or ends a part of the text may stand in its midst


class Nothing:
    """Words that stand nowhere: blanks."""

    match = ""

    def places(self, at: LookedAt) -> Iterator[Place]:
        return iter(())

    def may(self, at: LookedAt) -> bool:
        return False


def compiled(text: str, *, any_case: bool) -> re.Pattern[str]:
    """Return the regular expression.  UserError when it is none."""
    try:
        return re.compile(text, re.IGNORECASE if any_case else 0)
    except (re.error, OverflowError, RecursionError) as error:
        raise UserError(f"/{text}/ is no regular expression: {error}.") from error


def wanted(term: Term) -> WantedPart:
    """Return the term ready to be looked for, whether or not it is negated.  UserError when its pattern is none."""
    if term.kind is TermKind.PATTERN:
        return WantedPattern(term.text, any_case=term.any_case)
    return wanted_words(term.text, goes_on=term.goes_on)


def wanted_words(text: str, *, goes_on: bool = False) -> WantedPart:
    """Return the words one after the other, ready to be looked for; `goes_on`: the last one may go on."""
    text = clean(text)
    if has_ideographs(text) or is_run_on(text):
        return WantedSigns(text, cased=True)
    if words := [word for word in words_of(text) if word]:
        return WantedWords(words, goes_on=goes_on)
    return WantedSigns(text, cased=False) if text.strip() else Nothing()


class WantedTerms:
    """All parts of words of a search."""

    def __init__(self, terms: Iterable[Term]) -> None:
        both = [(wanted(term), term.negated) for term in terms]
        self.some = [one for one, is_negated in both if not is_negated]
        self.none = [one for one, is_negated in both if is_negated]

    def __bool__(self) -> bool:
        return bool(self.some or self.none)

    @property
    def match(self) -> str:
        """Return the question to the index that every text with the words answers, "" where it does not know."""
        return " ".join(one.match for one in self.some if one.match)

    def may(self, text: LookedAt) -> bool:
        """Return False where no part of the text has all the words."""
        return all(one.may(text) for one in self.some)

    def stand_in(self, *texts: LookedAt) -> bool:
        """Return whether each of the words stands in one of the texts, and no negated one in any."""
        return all(stands(one, texts) for one in self.some) and not any(
            stands(one, texts) for one in self.none
        )


def stands(one: WantedPart, texts: Iterable[LookedAt]) -> bool:
    """Return whether it stands in one of the texts."""
    return any(True for text in texts for _ in one.places(text))


def _pattern(words: list[str], between: str, goes_on: bool) -> re.Pattern[str]:
    spelled = (between.join(map(re.escape, word)) for word in words)
    end = "[^ ]*" if goes_on else f"{between}(?![^ ])"
    return re.compile(f"{between} +".join(spelled) + end)


def _overlapping(pattern: re.Pattern[str], text: str) -> Iterator[Place]:
    place = 0
    while found := pattern.search(text, place):
        yield found.span()
        place = found.start() + 1
