"""The parts of a case, a row each: what every annotator has there, what is proposed, and where they differ.

Of a span they are its words, label, score and guideline; of a fact its trigger, its roles and its attributes.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from annotations.fact_attributes import ATTRIBUTES, FactAttribute, comparable, value_in
from annotations.facts import Fact
from annotations.review.cases import Case, Item
from annotations.schema.types import FactType, Schema
from annotations.sets import Boilerplate, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from annotations.values import kinds

NOTHING, OPEN = "nothing", "–"


@dataclass(frozen=True)
class PartCell:
    """The words that stand in a row for one reading; two that agree have the same `key`."""

    words: str
    key: Hashable = None


@dataclass(frozen=True)
class Part:
    """A row: its name, what each annotator has and what is proposed."""

    name: str
    sides: tuple[PartCell, ...]
    proposed: PartCell
    differs: bool = False

    def is_taken(self, side: int) -> bool:
        """Return whether what is proposed is what that annotator has, where they differ."""
        return self.differs and self.sides[side].key == self.proposed.key


def parts_of(
    case: Case, draft: Item | None, text: str, schema: Schema, *, is_draw: bool = False
) -> list[Part]:
    """Return the rows of the case, with the draft as what is proposed; of a draw nothing is."""
    if is_draw:
        rows = parts_of(case, next(iter(case.sides.values())), text, schema)
        return [Part(row.name, row.sides, PartCell("", (OPEN,)), row.differs) for row in rows]
    items = [*(case.sides.get(who) for who in case.of), draft]
    if any(isinstance(item, Topic | Boilerplate) for item in items):
        rows = [_of_whole(items, text)]
    elif case.is_fact:
        rows = list(_of_facts([item if isinstance(item, Fact) else None for item in items], text, schema))
    else:
        rows = list(_of_spans([item if isinstance(item, Span) else None for item in items], text, schema))
    if None in items:  # one stands against nothing: whoever has it is right, or is not
        first, *rest = [_without(row, items) for row in rows]
        keys = {cell.key for cell in first.sides}
        return [Part(first.name, first.sides, first.proposed, len(keys) > 1), *rest]
    return [_told_apart(row) for row in rows]


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


def differing(parts: Sequence[Part]) -> list[str]:
    """Return the names of the parts that differ."""
    return [part.name for part in parts if part.differs]


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


def _of_facts(facts: Sequence[Fact | None], text: str, schema: Schema) -> Iterator[Part]:
    def row(name: str, cell: Callable[[Fact], PartCell]) -> Part:
        return _row(name, [cell(fact) if fact else PartCell("") for fact in facts], differs=True)

    there = [fact for fact in facts if fact]
    if len({fact.type for fact in there}) > 1:
        yield row("type", lambda fact: PartCell(fact.type, fact.type))
    yield row("trigger", lambda fact: _trigger(fact, text))
    types = [schema.facts.get(fact.type) or FactType(fact.type) for fact in there]
    known = {name: role.ordered for type_ in types for name, role in type_.roles.items()}
    said = {role.role: known.get(role.role, False) for fact in there for role in fact.roles}
    for name, is_ordered in {**known, **said}.items():
        yield row(name, partial(_fillers, name=name, text=text, is_ordered=is_ordered))
    for attribute in ATTRIBUTES.values():
        if any(attribute.words(fact.attribute(attribute.name)) for fact in there):
            yield row(attribute.name, partial(_attribute, of=attribute))


def _row(name: str, cells: Sequence[PartCell], *, differs: bool = False) -> Part:
    return Part(name, tuple(cells[:-1]), cells[-1], differs)


def _words(text: str, start: int, end: int) -> str:
    return quoted(text, start, end)[1:-1]


def _trigger(fact: Fact, text: str) -> PartCell:
    return PartCell(_words(text, *fact.trigger) if fact.trigger else OPEN, fact.trigger)


def _fillers(fact: Fact, *, name: str, text: str, is_ordered: bool) -> PartCell:
    """Return the fillers of a role in text order, unless their own order means something."""
    found = [filler for role in fact.roles if role.role == name for filler in role.fillers]
    if not is_ordered:
        found.sort(key=lambda filler: (filler.start, filler.end))
    words = []
    for filler in found:
        quote = _words(text, filler.start, filler.end)
        words.append(quote if filler.value is None else f"{quote} ({kinds.told(filler.value)})")
    key = tuple((filler.start, filler.end, kinds.meaning(filler.value)) for filler in found)
    return PartCell(", ".join(words) or OPEN, key)


def _attribute(fact: Fact, *, of: FactAttribute) -> PartCell:
    words = of.words(fact.attribute(of.name))
    return PartCell(words or OPEN, value_in(comparable(fact.attributes), of.name))


def _without(row: Part, items: Sequence[Item | None]) -> Part:
    """Return the row as it is where not all have an item: who has none says so in the first, else no word."""
    first = row.name in ("words", "type", "trigger", "topic")
    nothing = PartCell(NOTHING if first else "")
    cells = [cell if item else nothing for cell, item in zip((*row.sides, row.proposed), items, strict=True)]
    return Part(row.name, tuple(cells[:-1]), cells[-1])


def _told_apart(row: Part) -> Part:
    """Return the row with what differs in place alone said by its place too."""
    differs = row.differs and len({cell.key for cell in row.sides}) > 1
    by_words: dict[str, set[Hashable]] = {}
    for cell in (*row.sides, row.proposed):
        by_words.setdefault(cell.words, set()).add(cell.key)

    def told(cell: PartCell) -> PartCell:
        if len(by_words[cell.words]) < 2 or not (at := _start(cell.key)):
            return cell
        return PartCell(f"{cell.words} at character {at:,}", cell.key)

    sides = tuple(map(told, row.sides))
    return Part(row.name, sides, told(row.proposed), differs)


def _start(key: Hashable) -> int:
    """Return the first character of what a cell stands for; 0 where it is no place."""
    while isinstance(key, tuple) and key:
        key = key[0]
    return key if isinstance(key, int) else 0
