"""Mentions: wordings that recur, in the project and within an article.

A wording that the annotator has confirmed with one label and never rejected is looked for in other articles;
within one, full names mark their later short forms and bracketed acronyms.  All matches lie on token bounds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from annotations.text.tokens import tokens

SEEN, REPEAT = "seen", "repeat"  # origins
STOPPED_AFTER = 2  # rejections of a wording with a label, after which nobody suggests it
NAMES = frozenset({"PERSON", "ORG", "GPE", "LOC", "FAC", "NORP", "EVENT", "LAW", "PRODUCT", "WEAPON"})
SHORT_FORM, SAME_WORDING = 0.6, 0.7  # scores
SHORTEST = 3  # letters of a surname, or of a single word that is looked for again
ACRONYM = re.compile(r"\s?\(([A-Z][A-Za-z&.\-]{1,9})\)")


class Repeat(NamedTuple):
    """A stretch with the same wording as another: code points, label, score 0..1, origin."""

    start: int
    end: int
    label: str
    score: float
    origin: str


@dataclass(frozen=True)
class Learned:
    """The lessons of an annotator's decisions.

    `seen`: wording -> (label, how often it was confirmed).  `stopped`: (wording, label) rejected too often.
    """

    seen: Mapping[str, tuple[str, int]] = field(default_factory=dict)
    stopped: frozenset[tuple[str, str]] = frozenset()

    @classmethod
    def of(cls, counts: Iterable[tuple[str, str, int, int]]) -> Learned:
        """Return what was learned, from rows (wording, label, times confirmed, times rejected)."""
        labels: dict[str, list[tuple[str, int]]] = defaultdict(list)
        refused: set[str] = set()
        stopped = set()
        for wording, label, confirmed, rejected in counts:
            if confirmed > 0:
                labels[wording].append((label, confirmed))
            if rejected > 0:
                refused.add(wording)
            if rejected >= STOPPED_AFTER:
                stopped.add((wording, label))
        seen = {w: found[0] for w, found in labels.items() if len(found) == 1 and w not in refused}
        return cls(seen, frozenset(stopped))

    def to_json(self) -> dict[str, Any]:
        return {
            "seen": {w: list(s) for w, s in self.seen.items()},
            "stopped": sorted(map(list, self.stopped)),
        }

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> Learned:
        seen = {wording: (label, count) for wording, (label, count) in value.get("seen", {}).items()}
        return cls(seen, frozenset((wording, label) for wording, label in value.get("stopped", [])))


def seen(text: str, learned: Learned) -> Iterator[Repeat]:
    """Yield the places where the learned wordings stand."""
    for wording, (label, count) in learned.seen.items():
        if len(wording.strip()) < 2:
            continue
        for start, end in _TokenBounds.of(text).of_wording(wording):
            yield Repeat(start, end, label, count / (count + 1), f"{SEEN} {count} time{'s' * (count != 1)}")


def repeats(text: str, named: Iterable[tuple[int, int, str]]) -> Iterator[Repeat]:
    """Yield where names found in the text recur: as they are, as a surname, as the acronym in brackets.

    `named` are the spans found so far; a wording that has two labels among them is no guide.
    """
    places = _TokenBounds.of(text)
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


class _TokenBounds:
    """The token bounds of a text, for finding wordings in it; the last text is kept."""

    last: _TokenBounds | None = None

    def __init__(self, text: str) -> None:
        bounds = tokens(text)
        self.text = text
        self._starts: dict[str, list[int]] = defaultdict(list)
        for start, end in bounds:
            self._starts[text[start:end]].append(start)
        self._ends = {end for _, end in bounds}

    @classmethod
    def of(cls, text: str) -> _TokenBounds:
        if cls.last is None or cls.last.text is not text:
            cls.last = cls(text)
        return cls.last

    def of_wording(self, wording: str) -> Iterator[tuple[int, int]]:
        first = tokens(wording)[0] if wording.strip() else (0, 0)
        for start in self._starts.get(wording[slice(*first)], ()):
            end = start + len(wording)
            if end in self._ends and self.text.startswith(wording, start):
                yield start, end
