"""The table of a comparison: a row a group, a column an article, and each cell in a few words.

Articles of one text are one column.  Rows: contradictions first, then what differs, what is proposed, what is confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from annotations.articles import Article, published_of
from annotations.compare.comparison import ComparedGroup, CrossComparison, GroupedFact, JudgedRow
from annotations.compare.items import Verdict
from annotations.compare.material import ComparedArticle
from annotations.compare.verdicts.computing import MODALITY
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import IMPLIED
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from annotations.spans import Status
from annotations.text.counts import counted

AGAINST = {Verdict.DIFFERS: "differs from", Verdict.CONTRADICTS: "contradicts"}
SHORT = 60  # code points of a title that stands for its outlet
FROM = " < "  # between a source and the one that it has it from


@dataclass(frozen=True)
class TableColumn:
    """A column: the articles of one text, the first of which names it."""

    articles: tuple[ComparedArticle, ...]

    @property
    def title(self) -> str:
        return self._article.title or self._article.id

    @property
    def outlet(self) -> str:
        """Return who published it, "" when that is not known."""
        return " ".join(str(self._article.meta.get("source") or "").split())

    @property
    def called(self) -> str:
        """Return its outlet or, where there is none, the beginning of its title."""
        title = " ".join(self.title.split())
        return self.outlet or (title if len(title) <= SHORT else title[: SHORT - 1].rstrip() + "…")

    @property
    def day(self) -> str:
        """Return the day of publication; with a question mark unless a person vouches for it."""
        known = published_of(self._article)
        try:
            said = known or date.fromisoformat(self._article.published[:10])
        except ValueError:
            return "?"
        return f"{said.day} {said:%b} {said.year}{'' if known else ' ?'}"

    @property
    def _article(self) -> Article:
        return self.articles[0].article


@dataclass(frozen=True, slots=True)
class CellValue:
    """The value that an article has for a role, and the worst that it has with those of others, unless it was judged."""

    role: str
    shown: str
    verdict: Verdict
    is_judged: bool = False


@dataclass(frozen=True)
class TableCell:
    """A cell: the facts of a group in the articles of a column, and what they say, the worst first.

    `stance`: modality, of which `stood` has the verdict; `sources`: according to whom, innermost first.  `more`: how
    many times it is said again.  `gone`: how many of its facts are no more.
    """

    facts: tuple[GroupedFact, ...] = ()
    values: tuple[CellValue, ...] = ()
    stance: str = ""
    sources: str = ""
    stood: CellValue | None = None
    more: int = 0
    gone: int = 0
    verdict: Verdict = Verdict.SILENT

    @property
    def is_silent(self) -> bool:
        return not any(one.fact for one in self.facts)

    @property
    def worst(self) -> CellValue | None:
        """Return the value that differs the most, None when none does."""
        return next((one for one in self.values if one.verdict in AGAINST), None)

    @property
    def differing(self) -> str:
        """Return what it says of the roles that differ."""
        return " · ".join(one.shown for one in self.values if one.verdict in AGAINST)

    @property
    def other(self) -> str:
        """Return what it says of the other roles."""
        return " · ".join(one.shown for one in self.values if one.verdict not in AGAINST)


class ComparedTable:
    """The table.  A cell is worded when it is first asked for."""

    def __init__(self, comparison: CrossComparison, schema: Schema) -> None:
        self.schema = schema
        same: dict[bytes, list[ComparedArticle]] = {}
        for article in comparison.articles:
            same.setdefault(article.text_key, []).append(article)
        self.columns = tuple(TableColumn(tuple(articles)) for articles in same.values())
        self.groups = tuple(sorted(comparison.groups, key=_order))
        self._column = {one.id: n for n, column in enumerate(self.columns) for one in column.articles}
        self._cells: dict[tuple[str, int], TableCell] = {}
        self._facts: dict[str, dict[int, list[GroupedFact]]] = {}
        self._worst: dict[str, list[tuple[JudgedRow, list[Verdict]]]] = {}

    def cell(self, group: ComparedGroup, column: int) -> TableCell:
        """Return what the articles of the column say of the group."""
        if (group.id, column) not in self._cells:
            self._cells[group.id, column] = self._worded(group, column)
        return self._cells[group.id, column]

    def column_of(self, article: str) -> int:
        """Return the column of an article, -1 when it is not compared."""
        return self._column.get(article, -1)

    def sentences(self, cell: TableCell) -> Iterator[str]:
        """Yield what the cell's facts say, each once."""
        for one in _distinct(cell.facts):
            at = one.article
            yield sentence_of(one.fact, at.text, self.schema, at.by_id).words

    def has(self, group: ComparedGroup, words: str) -> bool:
        """Return whether the group's name, type or a value of it has the words, whatever the case."""
        values = (shown for row in group.verdicts for shown in row.computed.shown)
        return any(words.casefold() in text.casefold() for text in (group.name, group.type, *values))

    def _of(self, group: ComparedGroup, column: int) -> tuple[GroupedFact, ...]:
        if group.id not in self._facts:
            found: dict[int, list[GroupedFact]] = {}
            for one in group.facts:
                found.setdefault(self.column_of(one.article), []).append(one)
            self._facts[group.id] = found
        return tuple(self._facts[group.id].get(column, ()))

    def _worded(self, group: ComparedGroup, column: int) -> TableCell:
        facts = self._of(group, column)
        there, gone = _distinct(facts), sum(one.fact is None for one in facts)
        if not there:
            return TableCell(facts, gone=gone)
        places = _places(group, facts)
        values = [one for row, worst in self._rows(group) if (one := _value(row, worst, places))]
        values.sort(key=lambda one: -one.verdict.badness)
        stood = next((one for one in values if one.role == MODALITY), None)
        verdict = max((one.verdict for one in values), key=lambda one: one.badness, default=Verdict.SILENT)
        shown = [one for one in values if one is not stood] or self._fillers(there[0])
        return TableCell(
            facts,
            tuple(shown),
            stood.shown if stood else _stance(there[0]),
            self._sources(there),
            stood,
            len(there) - 1,
            gone,
            verdict,
        )

    def said(self, group: ComparedGroup, column: int) -> str:
        """Return a cell as a sentence: whose it is, what it says of what, and what it goes against."""
        cell, called = self.cell(group, column), self.columns[column].called
        if cell.is_silent:
            gone = f"{counted(cell.gone, 'fact')} of it {'is' if cell.gone == 1 else 'are'} gone"
            return f"{called}, {group.name}: {gone if cell.gone else 'silent'}"
        trigger = self._trigger(_distinct(cell.facts)[0]) or group.name
        sources = f"according to {cell.sources}" if cell.sources else ""
        parts = filter(None, [*(one.shown for one in cell.values), cell.stance, sources])
        return f"{called}, {trigger}: {', '.join(parts)}{self._against(group, cell, column)}"

    def _rows(self, group: ComparedGroup) -> list[tuple[JudgedRow, list[Verdict]]]:
        """Return the group's verdicts, each with the worst that each of its values has with another."""
        if group.id not in self._worst:
            self._worst[group.id] = [(row, _worst_of(row)) for row in group.verdicts]
        return self._worst[group.id]

    def _fillers(self, fact: PlacedFact) -> list[CellValue]:
        """Return the words of its roles, where nothing was compared."""
        own = (
            (role, fillers)
            for role, fillers in fact.fact.by_role().items()
            if not self._is_source(fact, role)
        )
        return [CellValue(role, ", ".join(map(fact.words, fillers)), Verdict.SILENT) for role, fillers in own]

    def _sources(self, facts: Sequence[PlacedFact]) -> str:
        """Return the sources of the first that has any, innermost first."""
        for one in facts:
            by_role = one.fact.by_role()
            for role in by_role:
                if self._is_source(one, role):
                    return FROM.join(" ".join(one.words(filler).split()) for filler in by_role[role])
        return ""

    def _is_source(self, one: PlacedFact, role: str) -> bool:
        type_ = self.schema.facts.get(one.fact.type)
        known = type_.roles.get(role) if type_ else None
        return (known.kind if known else IMPLIED.get(role.lower())) == "source"

    def _trigger(self, one: PlacedFact) -> str:
        return " ".join(one.article.text[slice(*one.fact.trigger)].split()) if one.fact.trigger else ""

    def _against(self, group: ComparedGroup, cell: TableCell, column: int) -> str:
        """Return what others say that does not go with the cell, the worst role first."""
        said, places = list[str](), _places(group, cell.facts)
        for row in sorted(group.verdicts, key=lambda row: -row.verdict.badness):
            values = row.computed.values
            for pair in row.computed.pairs:
                sides = {pair.a, pair.b}
                ours = {n for n in sides if places & set(values[n].facts)}
                verdict = row.judged.verdict if row.judged else pair.verdict
                if ours and verdict in AGAINST:
                    other = values[next(iter(sides - ours), pair.b)]
                    whose = self._called(group, other.facts, column)
                    said.append(f"; {AGAINST[verdict]} {whose}: {other.shown}")
        return "".join(dict.fromkeys(said))

    def _called(self, group: ComparedGroup, places: Sequence[int], here: int) -> str:
        columns = dict.fromkeys(self.column_of(group.there[n].article.id) for n in places)
        return ", ".join("itself" if n == here else self.columns[n].called for n in columns)


def shown_roles(group: ComparedGroup) -> list[JudgedRow]:
    """Return the verdicts of the roles that something is said of, or that a person judged."""
    return [row for row in group.verdicts if row.computed.values or row.judged]


def _order(group: ComparedGroup) -> tuple[int, float, str, str]:
    verdicts = (Verdict.CONTRADICTS, Verdict.DIFFERS)
    rank = next((n for n, one in enumerate(verdicts) if group.verdict is one), 2)
    is_done = rank == 2 and group.status is Status.CONFIRMED
    return rank + is_done, -group.score, group.name, group.id


def _distinct(facts: Sequence[GroupedFact]) -> list[PlacedFact]:
    """Return the facts that are there, those of articles of one text once."""
    found: dict[object, PlacedFact] = {}
    for one in facts:
        if one.fact:
            found.setdefault((one.fact.fact.trigger, tuple(one.fact.fact.ranges())), one.fact)
    return list(found.values())


def _places(group: ComparedGroup, facts: Sequence[GroupedFact]) -> set[int]:
    """Return the places of facts in the group's list of those that are there."""
    mine = {id(one.fact) for one in facts}
    return {n for n, one in enumerate(group.there) if id(one) in mine}


def _worst_of(row: JudgedRow) -> list[Verdict]:
    """Return for each value of the role the worst that it has with another; one that is alone is silent."""
    values = row.computed.values
    found = [Verdict.SAME if len(one.facts) > 1 else Verdict.SILENT for one in values]
    for pair in row.computed.pairs:
        for at in (pair.a, pair.b):
            if pair.verdict is not found[at] and pair.verdict.badness > found[at].badness:
                found[at] = pair.verdict
    return found


def _value(row: JudgedRow, worst: Sequence[Verdict], places: set[int]) -> CellValue | None:
    """Return what the facts at those places say of the role, None when they are silent on it."""
    ours = [n for n, value in enumerate(row.computed.values) if not places.isdisjoint(value.facts)]
    if not ours:
        return None
    shown = ", ".join(row.computed.values[n].shown for n in ours)
    verdict = max((worst[n] for n in ours), key=lambda one: one.badness)
    return CellValue(row.role, shown, row.judged.verdict if row.judged else verdict, row.judged is not None)


def _stance(one: PlacedFact) -> str:
    return f"{'not: ' * one.fact.negated}{one.fact.modality.value}"
