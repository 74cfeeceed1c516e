"""The parts of a case, a row each: what every annotator has there, what is proposed, and where they differ.

Of a span they are its words, label, score and guideline; of a fact its trigger, its roles and its attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from annotations.fact_attributes import ATTRIBUTES, FactAttribute, comparable, value_in
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review.cases import Case, Item
from annotations.review.fact_rows import FactRow, RowKind, numbers, rows_of
from annotations.schema.types import Schema
from annotations.sets import Boilerplate, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from annotations.values import kinds

NOTHING, OPEN = "nothing", "–"
Follows = Mapping[tuple[int, int], str]  # by bounds of a filler, the case of spans that it follows
NO_ITEM = "no item"  # the key of a cell whose annotator has none


@dataclass(frozen=True)
class PartCell:
    """The words that stand in a row for one reading; two that agree have the same `key`."""

    words: str
    key: Hashable = None


@dataclass(frozen=True)
class Part:
    """A row: its name, what each annotator has and what is proposed.

    `row`: of a fact, which of its rows it is; `number`: the digit that turns it over, 0 where no other reading is.
    """

    name: str
    sides: tuple[PartCell, ...]
    proposed: PartCell
    differs: bool = False  # among the annotators
    row: FactRow | None = None
    number: int = 0

    @property
    def stands_out(self) -> bool:
        """Return whether annotators differ here, or what is proposed from all of them."""
        return self.differs or self.number > 0

    @property
    def differs_there(self) -> bool:
        """Return whether those who have an item differ in it."""
        return len({cell.key for cell in self.sides} - {NO_ITEM}) > 1

    def is_marked(self, side: int) -> bool:
        """Return whether a sign stands at what that annotator has: not where they have no item, and so no words."""
        return self.stands_out and self.sides[side].words != ""

    def is_taken(self, side: int) -> bool:
        """Return whether what is proposed is what that annotator has, where they differ."""
        return self.stands_out and self.sides[side].key == self.proposed.key


DRAWN = PartCell("", (OPEN,))  # of a draw


def parts_of(
    case: Case, draft: Item | None, text: str, schema: Schema, *, is_draw: bool = False
) -> list[Part]:
    """Return the rows of the case, with the draft as what is proposed; of a draw nothing is."""
    if is_draw:
        rows = parts_of(case, next(iter(case.sides.values())), text, schema)
        return [replace(row, proposed=DRAWN) for row in rows]
    items = [*(case.sides.get(who) for who in case.of), draft]
    if any(isinstance(item, Topic | Boilerplate) for item in items):
        rows = [_of_whole(items, text)]
    elif case.is_fact:
        facts = [item if isinstance(item, Fact) else None for item in items]
        rows = list(_of_facts(facts, text, schema, case))
    else:
        rows = list(_of_spans([item if isinstance(item, Span) else None for item in items], text, schema))
    rows = [_compared(row, items) for row in rows]
    digits = numbers(
        [row.row for row in rows if row.row], {row.row for row in rows if row.row and _turns(row, items)}
    )
    rows = [replace(row, number=digits.get(row.row, 0) if row.row else 0) for row in rows]
    if None in items:  # one stands against nothing: whoever has it is right, or is not
        first, *rest = [_without(_told_apart(row), items) for row in rows]
        keys = {cell.key for cell in first.sides}
        return [replace(first, differs=len(keys) > 1), *rest]
    return [_told_apart(row) for row in rows]


def _compared(row: Part, items: Sequence[Item | None]) -> Part:
    """Return the row with whether those who have an item differ in it; who has nothing does not count."""
    there = {cell.key for cell, item in zip(row.sides, items, strict=False) if item}
    return replace(row, differs=row.differs and len(there) > 1)


def _turns(row: Part, items: Sequence[Item | None]) -> bool:
    """Return whether the row can be turned over: what is proposed, or an annotator, has another reading."""
    cells = zip((*row.sides, row.proposed), items, strict=True)
    return len({cell.key for cell, item in cells if item}) > 1


def _of_whole(items: Sequence[Item | None], text: str) -> Part:
    """Return the only row of a topic or of boilerplate."""
    cells = [
        PartCell(item.name, item.name)
        if isinstance(item, Topic)
        else PartCell(_words(text, item.start, item.end), (item.start, item.end))
        if isinstance(item, Boilerplate)
        else PartCell("")
        for item in items
    ]
    return _row("topic" if any(isinstance(item, Topic) for item in items) else "words", cells, differs=True)


def differing(parts: Sequence[Part], *, there: bool = False) -> list[str]:
    """Return the names of the parts that differ; `there`: among those who have an item."""
    return [part.name for part in parts if part.differs and (not there or part.differs_there)]


def _of_spans(spans: Sequence[Span | None], text: str, schema: Schema) -> Iterator[Part]:
    def guideline(label: str) -> str:
        found = schema.labels.get(label)
        return " ".join(found.guideline.split()) if found else ""

    yield _row(
        "words",
        [PartCell(_words(text, s.start, s.end), (s.start, s.end)) if s else PartCell("") for s in spans],
        differs=True,
    )
    yield _row("label", [PartCell(s.label, s.label) if s else PartCell("") for s in spans], differs=True)
    sure = [f"{s.score:.0%} sure" if s and s.score is not None else OPEN for s in spans]
    yield _row("score", [PartCell(words) for words in sure])
    yield _row("guideline", [PartCell(guideline(s.label) or OPEN) if s else PartCell("") for s in spans])


def _of_facts(facts: Sequence[Fact | None], text: str, schema: Schema, case: Case) -> Iterator[Part]:
    follows = [_following(case, who) for who in case.of] + [_following(case)]
    there = [fact for fact in facts if fact]
    for row in rows_of(there, schema.facts):
        if row.kind is RowKind.TYPE:
            cell: Callable[[Fact], PartCell] = lambda fact: PartCell(fact.type, fact.type)
        elif row.kind is RowKind.TRIGGER:
            cell = partial(_trigger, text=text)
        elif row.kind is RowKind.ROLE:
            is_ordered = any((fact.type, row.name) in case.ordered for fact in there)
            told = partial(_fillers, name=row.name, text=text, is_ordered=is_ordered)
            each = zip(facts, follows, strict=True)
            yield replace(
                _row(row.name, [told(fact, by) if fact else PartCell("") for fact, by in each], differs=True),
                row=row,
            )
            continue
        else:
            cell = partial(_attribute, of=ATTRIBUTES[row.name])
        cells = [cell(fact) if fact else PartCell("") for fact in facts]
        yield replace(_row(row.name, cells, differs=True), row=row)


def _row(name: str, cells: Sequence[PartCell], *, differs: bool = False) -> Part:
    return Part(name, tuple(cells[:-1]), cells[-1], differs)


def _words(text: str, start: int, end: int) -> str:
    return quoted(text, start, end)[1:-1]


def _trigger(fact: Fact, text: str) -> PartCell:
    return PartCell(_words(text, *fact.trigger) if fact.trigger else OPEN, fact.trigger)


def _following(case: Case, who: str | None = None) -> Follows:
    """Return the case of spans that a filler of those bounds follows: that annotator's, or anybody's."""
    return {(start, end): key for (side, start, end), key in case.follows.items() if who in (None, side)}


def _fillers(fact: Fact, follows: Follows, *, name: str, text: str, is_ordered: bool) -> PartCell:
    """Return the fillers of a role in text order, unless their own order means something.

    Two that follow the same case of spans are one: they differ in nothing that is decided here.
    """
    found = [filler for role in fact.roles if role.role == name for filler in role.fillers]
    if not is_ordered:
        found.sort(key=lambda filler: (filler.start, filler.end))
    words = []
    for filler in found:
        quote = _words(text, filler.start, filler.end)
        words.append(quote if filler.value is None else f"{quote} ({kinds.told_unsigned(filler.value)})")
    places = [(filler.start, filler.end) for filler in found]
    key = tuple(
        (follows.get(place, place), kinds.meaning(filler.value))
        for place, filler in zip(places, found, strict=True)
    )
    return PartCell(", ".join(words) or OPEN, key)


def _attribute(fact: Fact, *, of: FactAttribute) -> PartCell:
    words = of.words(fact.attribute(of.name))
    return PartCell(words or OPEN, value_in(comparable(fact.attributes), of.name))


def _without(row: Part, items: Sequence[Item | None]) -> Part:
    """Return the row as it is where not all have an item: who has none says so in the first, else no word."""
    first = row.name in ("words", "type", "trigger", "topic")
    nothing = PartCell(NOTHING if first else "", NO_ITEM)
    cells = [cell if item else nothing for cell, item in zip((*row.sides, row.proposed), items, strict=True)]
    return replace(row, sides=tuple(cells[:-1]), proposed=cells[-1])


def _told_apart(row: Part) -> Part:
    """Return the row with what differs in place alone said by its place too."""
    by_words: dict[str, set[Hashable]] = {}
    for cell in (*row.sides, row.proposed):
        by_words.setdefault(cell.words, set()).add(cell.key)

    def told(cell: PartCell) -> PartCell:
        if len(by_words[cell.words]) < 2 or not (at := _start(cell.key)):
            return cell
        return PartCell(f"{cell.words} at character {at:,}", cell.key)

    return replace(row, sides=tuple(map(told, row.sides)), proposed=told(row.proposed))


def _start(key: Hashable) -> int:
    """Return the first character of what a cell stands for; 0 where it is no place."""
    while isinstance(key, tuple) and key:
        key = key[0]
    return key if isinstance(key, int) else 0
