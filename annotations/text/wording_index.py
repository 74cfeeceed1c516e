"""Many wordings, of which those that may stand in a text are found at a cost that does not grow with how many there are.

A wording begins with a token of the text; of those that begin so it is asked for each length among them whether the
words that long are one.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.text.regex import regex
from annotations.text.tokens import is_run_on, tokens

_BLANKS = regex(r"\s+")
_SLICED = 300  # wordings a length from which on it costs less to slice the text than to look for each in it


class WordingIndex:
    """Wordings by their first token and by their length; a run of blanks in one, or in a text, counts as one blank."""

    def __init__(self, wordings: Iterable[str] = ()) -> None:
        self._places: dict[str, int] = {}  # in the order in which they are given
        self._lengths: dict[str, set[int]] = {}  # by first token
        self._same: dict[str, list[str]] = defaultdict(list)  # by the words with one blank between
        self._run_on: dict[str, list[str]] = defaultdict(list)  # of scripts without blanks between words
        self._run_on_lengths: set[int] = set()
        self.add(*wordings)

    def add(self, *wordings: str) -> None:
        """Take in more, behind those that are there."""
        for wording in wordings:
            self._add(wording)

    def _add(self, wording: str) -> None:
        words = wording.split()
        if not words or wording in self._places:
            return
        self._places[wording] = len(self._places)
        if is_run_on(wording):
            self._run_on[wording.strip()].append(wording)
            self._run_on_lengths.add(len(wording.strip()))
            return
        joined = " ".join(words)
        self._same[joined].append(wording)
        first = words[0][slice(*tokens(words[0])[0])]
        self._lengths.setdefault(first, set()).add(len(joined))

    def within(self, text: str, starts: Mapping[str, Sequence[int]]) -> list[str]:
        """Return the wordings that may stand in the text, in the order in which they were given.

        `starts`: where each of the text's tokens begins, in code points.
        """
        found = {wording for words in self._in_words(text, starts) for wording in words}
        found |= {wording for words in self._in_run_on(text) for wording in words}
        return sorted(found, key=self._places.__getitem__)

    def _in_words(self, text: str, starts: Mapping[str, Sequence[int]]) -> Iterator[list[str]]:
        there = starts.keys() & self._lengths.keys()
        if not there:
            return
        plain, runs = _BLANKS.sub(" ", text), _runs(text)
        for first in there:
            for start in starts[first]:
                at = start - runs[1][bisect_right(runs[0], start)]
                for length in self._lengths[first]:
                    if words := self._same.get(plain[at : at + length]):
                        yield words

    def _in_run_on(self, text: str) -> Iterator[list[str]]:
        if len(self._run_on) < _SLICED * len(self._run_on_lengths):
            yield from (found for words, found in self._run_on.items() if words in text)
            return
        for length in self._run_on_lengths:
            for at in range(len(text) - length + 1):
                if found := self._run_on.get(text[at : at + length]):
                    yield found


def _runs(text: str) -> tuple[list[int], list[int]]:
    """Return the ends of the runs of more than one blank, and how many blanks too many stand before each and at the end."""
    ends, more = [], [0]
    for run in _BLANKS.finditer(text):
        if run.end() - run.start() > 1:
            ends.append(run.end())
            more.append(more[-1] + run.end() - run.start() - 1)
    return ends, more
