"""Mentions: wordings that recur, in the project and within an article.

A wording that the annotator has confirmed is looked for in other articles, whatever its label, with the label they
gave it most often; within one, full names mark their later short forms and bracketed acronyms.  All matches lie on
token bounds, in scripts without blanks between words on bounds of what a reader takes for a character.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import field, replace
from functools import cached_property
from typing import Any, NamedTuple
from unicodedata import category

from annotations.processes.quick_dataclass import dataclass
from annotations.same_mentions import on_tokens
from annotations.spans import Span, Status, derived_id
from annotations.text.regex import regex
from annotations.text.text import crosses_paragraph
from annotations.text.tokens import is_run_on, tokens
from annotations.text.word_forms import listed
from annotations.text.wording_index import WordingIndex

SEEN, REPEAT, PATTERN = "seen", "repeat", "pattern"  # origins
LEARNED = "learned"  # that of facts on triggers which a pipeline learned
STOPPED_AFTER = 2  # rejections of a wording with a label, after which nobody suggests it
CLEAR = 0.8  # share of its confirmations that a label needs to be suggested for a wording
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WEAPON"})
SHORT_FORM, SAME_WORDING = 0.6, 0.7  # scores
SHORTEST = 3  # letters of a surname, or of a single word that is looked for again
FUNCTION_WORDS = listed(  # of English, written small: they stand everywhere
    "a an and are as at be been but by can did do does for from had has have he her him his i if in into is it its me"
    " my no not of on or our she so than that the their them there these they this those to too us was we were what"
    " when which who whom whose will with would you your"
)
ACRONYM = regex(r"\s?\(([A-Z][A-Za-z&.\-]{1,9})\)")


class Repeat(NamedTuple):
    """A stretch with the same wording as another: code points, label, score 0..1, origin."""

    start: int
    end: int
    label: str
    score: float
    origin: str


class SeenAs(NamedTuple):
    """The label that a wording was confirmed with most often, how often that was, and how often with any label."""

    label: str
    times: int
    of: int

    @property
    def score(self) -> float:
        """Return how likely the label is: more after more decisions, less where others were given too."""
        return self.times / (self.of + 1)

    @property
    def origin(self) -> str:
        many = f"{self.times}" if self.times == self.of else f"{self.times} of {self.of}"
        return f"{SEEN} {many} time{'s' * (self.of != 1)}"


@dataclass(frozen=True)
class Learned:
    """The lessons of an annotator's decisions.

    `seen`: what a wording was taken as, by wording.  `stopped`: (wording, label) rejected too often.
    `facts`: how many suggested facts were right, and how many decided, by type and trigger in lower case.
    """

    seen: Mapping[str, SeenAs] = field(default_factory=dict)
    stopped: frozenset[tuple[str, str]] = frozenset()
    facts: Mapping[tuple[str, str], tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def of(
        cls, counts: Iterable[tuple[str, str, int, int]], unmarked: Collection[str] = frozenset()
    ) -> Learned:
        """Return what was learned, from rows (wording, label, times confirmed, times rejected).

        A wording needs one label that has nearly all of its confirmations.  `unmarked`: those that stand in finished
        articles and are marked in less than half of their places, which says that they were passed over.
        """
        labels: dict[str, list[tuple[int, str]]] = defaultdict(list)
        confirmations, stopped = Counter[str](), set()
        for wording, label, confirmed, rejected in counts:
            if confirmed > 0 and is_telling(wording) and wording not in unmarked:
                labels[wording].append((0 if rejected > 0 else confirmed, label))
                confirmations[wording] += confirmed
            if rejected >= STOPPED_AFTER:
                stopped.add((wording, label))
        best = {wording: max(found) for wording, found in labels.items()}
        seen = {
            wording: SeenAs(label, times, confirmations[wording])
            for wording, (times, label) in best.items()
            if times and times >= CLEAR * confirmations[wording]
        }
        return cls(seen, frozenset(stopped))

    def is_stopped(self, wording: str, label: str) -> bool:
        """Return whether the words are not to be suggested with that label, however they are broken into lines."""
        return (wording, label) in self.stopped or (" ".join(wording.split()), label) in self.stopped

    def stopping(self, more: Iterable[tuple[str, str]]) -> Learned:
        """Return the lessons with more (wording, label) that are not to be suggested."""
        if not (further := frozenset(more)):
            return self
        made = replace(self, stopped=self.stopped | further)
        vars(made)["index"] = self.index  # the wordings are the same, and may be many
        return made

    @cached_property
    def index(self) -> WordingIndex:
        """Return the wordings seen, for looking for all of them in a text."""
        return WordingIndex(self.seen)

    def among(self, texts: Iterable[str]) -> Learned:
        """Return the lessons with those of the wordings alone that may stand in one of the texts."""
        there = dict.fromkeys(word for text in texts for word in TokenBounds.of(text).wordings(self.index))
        return replace(self, seen={wording: self.seen[wording] for wording in there})

    def to_json(self) -> dict[str, Any]:
        return {
            "seen": {w: list(s) for w, s in self.seen.items()},
            "stopped": sorted(map(list, self.stopped)),
            "facts": [[*key, *counts] for key, counts in self.facts.items()],
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Learned:
        seen = {wording: SeenAs(*taken) for wording, taken in value.get("seen", {}).items()}
        stopped = frozenset((wording, label) for wording, label in value.get("stopped", []))
        facts = {(type_, word): (right, decided) for type_, word, right, decided in value.get("facts", [])}
        return cls(seen, stopped, facts)


def is_telling(wording: str) -> bool:
    """Return whether a wording is worth looking for: no letter, digit or mark alone, and no English function word.

    A symbol alone, such as an emoji, is.
    """
    words = wording.strip()
    if len(words) < 2:
        return words != "" and category(words).startswith("S")
    return words not in FUNCTION_WORDS


def seen(text: str, learned: Learned) -> Iterator[Repeat]:
    """Yield the places where the learned wordings stand."""
    bounds = TokenBounds.of(text)
    for wording in bounds.wordings(learned.index):
        taken = learned.seen[wording]
        for start, end in bounds.of_wording(wording):
            yield Repeat(start, end, taken.label, taken.score, taken.origin)


def offered(article: str, text: str, places: Iterable[Repeat], learned: Learned) -> list[Span]:
    """Return the places as suggestions for the article, in text order; of those that overlap the longer one."""
    taken, spans = bytearray(len(text)), []
    for place in sorted(places, key=lambda place: (place.start - place.end, place.start)):
        start, end = place.start, place.end
        if not any(taken[start:end]) and not learned.is_stopped(text[start:end], place.label):
            taken[start:end] = b"\1" * (end - start)
            spans.append(suggestion(article, place))
    return sorted(spans, key=lambda span: span.start)


def suggestion(article: str, place: Repeat) -> Span:
    """Return the place as a suggestion for the article; its id depends on these, its bounds and its label alone."""
    id_ = derived_id(article, place.start, place.end, place.label)
    score = None if place.score < 0 else round(place.score, 4)
    return Span(id_, place.start, place.end, place.label, Status.SUGGESTED, place.origin, score)


def repeats(text: str, named: Iterable[tuple[int, int, str]]) -> Iterator[Repeat]:
    """Yield where names found in the text recur: as they are, as a surname, as the acronym in brackets.

    `named` are the spans found so far; a wording that has two labels among them is no guide.
    """
    places = TokenBounds.of(text)
    for wording, label, first, score in _forms(text, sorted(named)):
        for start, end in places.of_wording(wording):
            if start >= first:
                yield Repeat(start, end, label, score, REPEAT)


def _forms(text: str, named: list[tuple[int, int, str]]) -> list[tuple[str, str, int, float]]:
    """Return (wording, label, from where on, score) of all forms in which the names may recur."""
    labels: dict[str, set[str]] = defaultdict(set)
    forms: dict[str, tuple[str, str, int, float]] = {}
    for start, end, label in named:
        if label not in NAMES:
            continue
        wording = text[start:end]
        labels[wording].add(label)
        if len(wording) > SHORTEST:
            forms.setdefault(wording, (wording, label, 0, SAME_WORDING))
        if short := _surname(wording) if label == "PERSON" else "":
            labels[short].add(label)
            forms.setdefault(short, (short, label, end, SHORT_FORM))
        if acronym := _acronym(text, end, wording):
            labels[acronym].add(label)
            forms.setdefault(acronym, (acronym, label, end, SHORT_FORM))
    return [form for wording, form in forms.items() if len(labels[wording]) == 1]


def _surname(name: str) -> str:
    """Return the last word of a full name, with a particle that is joined to it; "" when there is none."""
    words = name.split()
    last = words[-1] if len(words) > 1 else ""
    return last if len(last) >= SHORTEST and any(letter.isupper() for letter in last) else ""


def _acronym(text: str, end: int, name: str) -> str:
    """Return the acronym in brackets behind a name, when its capitals begin words of the name; else ""."""
    found = ACRONYM.match(text, end)
    if not found:
        return ""
    capitals = [letter for letter in found[1] if letter.isupper()]
    starts = iter(letter.upper() for word in re.split(r"[\s\-–]+", name) for letter in word[:1])
    return found[1] if len(capitals) > 1 and all(c in starts for c in capitals) else ""


class TokenBounds:
    """The token bounds of a text, for finding wordings in it; the last text is kept."""

    last: TokenBounds | None = None

    def __init__(self, text: str) -> None:
        bounds = tokens(text)
        self.text = text
        self._starts: dict[str, list[int]] = defaultdict(list)
        for start, end in bounds:
            self._starts[text[start:end]].append(start)
        self._ends = {end for _, end in bounds}

    @classmethod
    def of(cls, text: str) -> TokenBounds:
        if cls.last is None or cls.last.text is not text:
            cls.last = cls(text)
        return cls.last

    def wordings(self, index: WordingIndex) -> list[str]:
        """Return those of the index that may stand in the text, in its order."""
        return index.within(self.text, self._starts)

    def of_wording(self, wording: str) -> Iterator[tuple[int, int]]:
        """Yield where the wording stands on token bounds; a run of blanks in it counts as one."""
        words = wording.split()
        if words and is_run_on(wording):
            yield from self._in_run_on(wording.strip())
            return
        first = tokens(words[0])[0] if words else (0, 0)
        for start in self._starts.get(wording.strip()[slice(*first)], ()):
            end = self._end(start, words)
            if end in self._ends and not (len(words) > 1 and crosses_paragraph(self.text, start, end)):
                yield start, end

    def _end(self, start: int, words: list[str]) -> int:
        """Return where these words end that begin at `start`; -1 when others stand there."""
        at = start
        for number, word in enumerate(words):
            behind = at
            while number and at < len(self.text) and self.text[at].isspace():
                at += 1
            if (number and at == behind) or not self.text.startswith(word, at):
                return -1
            at += len(word)
        return at

    def _in_run_on(self, wording: str) -> Iterator[tuple[int, int]]:
        """Yield where a wording stands in a script that leaves no blanks between words."""
        start = self.text.find(wording)
        while start >= 0:
            end = start + len(wording)
            if on_tokens(self.text, start, end):
                yield start, end
            start = self.text.find(wording, end)
