"""Differences of two readings of one thing, in words: a row for each part in which they differ.

There is a row exactly where `cases.content` of the two differs.  Feedback and the review tell them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from enum import StrEnum

from annotations.fact_attributes import ATTRIBUTES, AttributeValue, Flag, TextLine, comparable, value_in
from annotations.facts import Fact, Filler, Value
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import Boilerplate, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from annotations.values import kinds

NOTHING, NO_VALUE = "nothing", "no value"
Range = tuple[int, int]
Ordered = Collection[tuple[str, str]]  # (fact type, role) whose fillers' order means something


class PartKind(StrEnum):
    """The kind of part in which two readings differ."""

    TYPE = "type"  # of a fact
    TRIGGER = "trigger"
    ROLE = "role"
    ATTRIBUTE = "attribute"  # see `fact_attributes`
    LABEL = "label"  # of a span
    WORDS = "words"  # of a span or boilerplate


@dataclass(frozen=True, slots=True)
class Differing:
    """A part in which two readings differ: its kind and name, the words each has ("" for none), and a sentence."""

    kind: PartKind
    name: str
    theirs: str
    ours: str
    sentence: str


def fact_differences(theirs: Fact, ours: Fact, text: str, ordered: Ordered = ()) -> list[Differing]:
    """Return what differs between two facts, `theirs` told first: type, trigger, roles, attributes.

    A role has one row, for its fillers, their values and, where it means something, their order.
    """
    found = []
    if theirs.type != ours.type:
        said = f"{theirs.type} is {ours.type}"
        found.append(Differing(PartKind.TYPE, "type", theirs.type, ours.type, said))
    if theirs.trigger != ours.trigger:
        at = theirs.trigger, ours.trigger
        said = f"trigger: {_change(*_apart(text, *at))}"
        found.append(Differing(PartKind.TRIGGER, "trigger", *_apart(text, *at, is_bare=True), said))
    return [*found, *_Roles(theirs, ours, text, ordered).rows(), *_attributes(theirs, ours)]


def span_differences(theirs: Span, ours: Span, text: str) -> list[Differing]:
    """Return what differs between two spans, `theirs` told first: label, words."""
    found = []
    if theirs.label != ours.label:
        said = f"{theirs.label} is {ours.label}"
        found.append(Differing(PartKind.LABEL, "label", theirs.label, ours.label, said))
    return [*found, *_bounds((theirs.start, theirs.end), (ours.start, ours.end), text)]


def _bounds(theirs: Range, ours: Range, text: str) -> list[Differing]:
    if theirs == ours:
        return []
    words = _apart(text, theirs, ours, is_bare=True)
    return [Differing(PartKind.WORDS, "words", *words, _change(*_apart(text, theirs, ours)))]


def differences(
    theirs: Span | Fact | Boilerplate | Topic,
    ours: Span | Fact | Boilerplate | Topic,
    text: str,
    ordered: Ordered = (),
) -> list[Differing]:
    """Return what differs between two items of one kind; see `fact_differences` and `span_differences`."""
    if isinstance(theirs, Fact) and isinstance(ours, Fact):
        return fact_differences(theirs, ours, text, ordered)
    if isinstance(theirs, Span) and isinstance(ours, Span):
        return span_differences(theirs, ours, text)
    if isinstance(theirs, Boilerplate) and isinstance(ours, Boilerplate):
        return _bounds((theirs.start, theirs.end), (ours.start, ours.end), text)
    return []


def values_apart(theirs: Value | None, ours: Value | None) -> tuple[str, str]:
    """Return the words for two values that mean something else, so that they can be told apart."""
    short = kinds.shown(theirs), kinds.shown(ours)
    return short if short[0] != short[1] else (_meant(theirs), _meant(ours))


def _meant(value: Value | None) -> str:
    return kinds.told(kinds.meaning(value))


def _attributes(theirs: Fact, ours: Fact) -> Iterator[Differing]:
    one, other = comparable(theirs.attributes), comparable(ours.attributes)
    for name, row in ATTRIBUTES.items():
        was, now = value_in(one, name), value_in(other, name)
        if was != now:
            words = _stated(was, row.kind), _stated(now, row.kind)
            said = f"{name}: {words[0] or NOTHING} → {words[1] or NOTHING}"
            yield Differing(PartKind.ATTRIBUTE, name, row.words(was), row.words(now), said)


def _stated(value: AttributeValue, kind: object) -> str:
    if isinstance(value, bool):
        return Flag.categories[value]
    return f"“{value}”" if value and isinstance(kind, TextLine) else str(value)


# --- words


def _change(theirs: str, ours: str) -> str:
    return f"{theirs or NOTHING} → {ours or NOTHING}"


def _apart(text: str, theirs: Range | None, ours: Range | None, *, is_bare: bool = False) -> tuple[str, str]:
    """Return the words of two ranges in quotation marks or bare, with their places where the words are the same."""
    quotes = [quoted(text, *at) if at else "" for at in (theirs, ours)]
    words = [quote[1:-1] for quote in quotes] if is_bare else quotes
    if theirs and ours and quotes[0] == quotes[1]:
        words = [f"{word} {_at(*at)}" for word, at in zip(words, (theirs, ours), strict=True)]
    return words[0], words[1]


def _at(start: int, end: int) -> str:
    return f"at characters {start:,} to {end:,}"


# --- roles


class _Roles:
    """The roles of two facts side by side."""

    def __init__(self, theirs: Fact, ours: Fact, text: str, ordered: Ordered) -> None:
        self._text = text
        self._each = theirs.by_role(), ours.by_role()
        self._ordered = {role for type_, role in ordered if type_ in (theirs.type, ours.type)}

    def rows(self) -> Iterator[Differing]:
        """Yield a row for each role in which the two differ, in the order they have them."""
        for name in dict.fromkeys((*self._each[0], *self._each[1])):
            theirs, ours = (self._sorted(name, side.get(name, ())) for side in self._each)
            if [*map(_said, theirs)] != [*map(_said, ours)]:
                said = "; ".join(self._sentences(name, theirs, ours))
                cells = self._cells(theirs, ours)
                yield Differing(PartKind.ROLE, name, *cells, said or f"{name}: {_change(*cells)}")

    def _sorted(self, name: str, fillers: Sequence[Filler]) -> list[Filler]:
        return list(fillers) if name in self._ordered else sorted(fillers, key=_in_text)

    def _cells(self, theirs: list[Filler], ours: list[Filler]) -> tuple[str, str]:
        """Return the words of the fillers of both; where they read alike, with all that tells them apart."""
        words = [", ".join(self._filler(f, is_bare=True) for f in side) for side in (theirs, ours)]
        if words[0] == words[1]:
            words = [", ".join(map(self._whole, side)) for side in (theirs, ours)]
        return words[0], words[1]

    def _whole(self, filler: Filler) -> str:
        place = f"{self._filler(replace(filler, value=None), is_bare=True)} {_at(filler.start, filler.end)}"
        return f"{place} ({_meant(filler.value)})" if filler.value is not None else place

    def _sentences(self, name: str, theirs: list[Filler], ours: list[Filler]) -> Iterator[str]:
        places = [{(f.start, f.end): f for f in side} for side in (theirs, ours)]
        gone = [f for at, f in places[0].items() if at not in places[1]]
        new = [f for at, f in places[1].items() if at not in places[0]]
        for at, filler in places[0].items():
            other = places[1].get(at)
            if other and kinds.meaning(filler.value) != kinds.meaning(other.value):
                words = values_apart(filler.value, other.value)
                was, now = (word or NO_VALUE for word in words)
                yield f"{name} of {quoted(self._text, *at)}: {was} → {now}"
        yield from self._exchanged(
            name, gone, new, is_whole=len(theirs) == len(gone) and len(ours) == len(new)
        )
        kept = [[at for at in side if at in places[0] and at in places[1]] for side in places]
        if kept[0] != kept[1] and name in self._ordered:
            was, now = (", ".join(quoted(self._text, *at) for at in side) for side in kept)
            yield f"order of {name}: {was} → {now}"

    def _exchanged(
        self, name: str, gone: list[Filler], new: list[Filler], *, is_whole: bool
    ) -> Iterator[str]:
        """Yield sentences on the fillers that only one of the two has in this role."""
        gone, new = list(gone), list(new)
        for filler in list(gone):
            if to := self._elsewhere(filler, 1, 0):
                gone.remove(filler)
                yield f"{self._filler(filler)} is {to}, not {name}"
        for filler in list(new):
            if origin := self._elsewhere(filler, 0, 1):
                new.remove(filler)
                yield f"{self._filler(filler)} is {name}, not {origin}"
        for filler in list(gone):
            if other := next((f for f in new if _overlap(filler, f) or len(gone) == len(new) == 1), None):
                gone.remove(filler)
                new.remove(other)
                yield f"{name}: {self._exchange(filler, other)}"
        yield from (self._alone(name, filler, "not", is_whole=is_whole) for filler in gone)
        yield from (self._alone(name, filler, "also", is_whole=is_whole) for filler in new)

    def _alone(self, name: str, filler: Filler, how: str, *, is_whole: bool) -> str:
        words = self._filler(filler)
        if not is_whole:
            return f"{name}: {how} {words}"
        return f"{name}: {_change(words, '') if how == 'not' else _change('', words)}"

    def _elsewhere(self, filler: Filler, there: int, here: int) -> str:
        """Return the role in which one of the two facts has the filler, and the other has not; "" for none."""
        at = (filler.start, filler.end)
        for role, fillers in self._each[there].items():
            held = {(f.start, f.end) for f in self._each[here].get(role, ())}
            if at not in held and at in {(f.start, f.end) for f in fillers}:
                return role
        return ""

    def _exchange(self, filler: Filler, other: Filler) -> str:
        if kinds.meaning(filler.value) != kinds.meaning(other.value):
            return _change(self._filler(filler), self._filler(other))
        return _change(*_apart(self._text, (filler.start, filler.end), (other.start, other.end)))

    def _filler(self, filler: Filler, *, is_bare: bool = False) -> str:
        words = quoted(self._text, filler.start, filler.end)
        words = words[1:-1] if is_bare else words
        return words if filler.value is None else f"{words} ({kinds.shown(filler.value)})"


def _said(filler: Filler) -> tuple[int, int, Value | None]:
    return filler.start, filler.end, kinds.meaning(filler.value)


def _in_text(filler: Filler) -> tuple[int, int, str]:
    return filler.start, filler.end, repr(kinds.meaning(filler.value))


def _overlap(one: Filler, other: Filler) -> bool:
    return min(one.end, other.end) > max(one.start, other.start)
