"""The facts that a search finds in a few articles, as their annotator sees them, and what it asks of fillers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from annotations.facts import Fact, Filler
from annotations.schema.kinds import IMPLIED
from annotations.schema.types import FactType, Schema
from annotations.search.hits import FoundPlace
from annotations.search.query import ANY, Query, SearchTarget
from annotations.search.values import role_comparison, words_value
from annotations.sheet import Pooled
from annotations.spans import Span, Status
from models.queries.searching.marks import AskedOfMarks
from models.queries.searching.own_work import OwnWork
from models.queries.searching.scope import InScope
from models.queries.searching.spans import OPEN, OWN, rows_by_article
from models.queries.searching.texts import InBoilerplate, texts_of
from models.queries.searching.wanted import LookedAt, Wanted, WantedTerms, stands, wanted
from models.store.rows import Row, from_row

Holds = Callable[[Fact, str], bool]  # of a fact in that text
SOURCE = "source"
SAID = {True: "yes", False: "no"}


def facts_in(
    own: OwnWork,
    batch: Sequence[InScope],
    query: Query,
    terms: WantedTerms,
    marks: AskedOfMarks,
    asked: AskedOfFacts,
) -> list[FoundPlace]:
    """Return the facts in these articles that answer to the search, in order."""
    texts = dict[int, LookedAt]()
    numbers = [one.number for one in batch]
    if asked.reads_text:
        texts = {number: text for number, text in texts_of(own, numbers).items() if terms.may(text)}
        numbers = [*texts]
    seen = facts_of(own, numbers, marks)
    kept = InBoilerplate(own, query, [*seen])
    return [
        FoundPlace(
            one.id, *fact.place, SearchTarget.FACTS, own.annotator, fact.id, fact.type, fact.status.value
        )
        for one in batch
        for fact in sorted(seen.get(one.number, ()), key=_in_order)
        if asked.holds(fact, texts[one.number].text if texts else "") and kept.holds(one.number, *fact.place)
    ]


def facts_of(own: OwnWork, numbers: Sequence[int], asked: AskedOfMarks) -> dict[int, list[Fact]]:
    """Return the facts of these articles that answer: of the set, and the undecided ones of the pools."""
    found: dict[int, list[Fact]] = defaultdict(list)
    for number, rows in rows_by_article(own, OWN, numbers, asked).items():
        found[number] += _facts(rows)
    if Status.SUGGESTED in asked.statuses:
        open_ = rows_by_article(own, OPEN, numbers, asked)
        spans = own.pools(open_, Span.kind)
        candidates: dict[int, list[Pooled]] = {
            number: [*spans[number], *_facts(rows)] for number, rows in open_.items()
        }
        for number, sheet in own.sheets(candidates, Fact.kind).items():
            found[number] += sheet.undecided_facts()
    return found


class AskedOfFacts:
    """The conditions on facts that a search makes: of fillers, of attributes, and of the words they stand on."""

    def __init__(self, query: Query, terms: WantedTerms, schema: Schema) -> None:
        self._terms, self._schema = terms, schema
        self._named = {
            role for one in query.about("role") if not one.negated for role in one.values if role != ANY
        }
        made: dict[str, Callable[[Sequence[str]], Holds]] = {
            "role": self._role,
            "filler": self._filler,
            "according": self._according,
            "value": self._value,
            "modality": lambda values: lambda fact, _: _is_any(fact.modality.value, values),
            "negated": lambda values: lambda fact, _: _is_any(SAID[fact.negated], values),
        }
        asked = [one for one in query.asked if one.field in made]
        self._holds: list[tuple[Holds, bool]] = [(made[one.field](one.values), one.negated) for one in asked]
        self.reads_text = bool(terms) or any(one.field in ("filler", "according") for one in asked)

    def holds(self, fact: Fact, text: str) -> bool:
        """Return whether the fact, of an article with that text, answers to all that is asked."""
        return all(holds(fact, text) != negated for holds, negated in self._holds) and (
            not self._terms or self._terms.stand_in(*_parts(fact, text))
        )

    def _role(self, values: Sequence[str]) -> Holds:
        return lambda fact, _: any(ANY in values or role in values for role in fact.by_role())

    def _filler(self, values: Sequence[str]) -> Holds:
        words = [wanted(words_value(value)) for value in values if value != ANY]

        def holds(fact: Fact, text: str) -> bool:
            fillers = [
                filler
                for role, some in fact.by_role().items()
                if not self._named or role in self._named
                for filler in some
            ]
            return _is_said(words, ANY in values, fillers, text)

        return holds

    def _according(self, values: Sequence[str]) -> Holds:
        words = [wanted(words_value(value)) for value in values if value != ANY]

        def holds(fact: Fact, text: str) -> bool:
            type_ = self._schema.facts.get(fact.type) or FactType(fact.type)
            by_role = fact.by_role().items()
            fillers = [one for role, some in by_role if _kind(role, type_) == SOURCE for one in some]
            return _is_said(words, ANY in values, fillers, text)

        return holds

    def _value(self, values: Sequence[str]) -> Holds:
        compared = [role_comparison(value) for value in values if value != ANY]

        def holds(fact: Fact, _: str) -> bool:
            if ANY in values and any(filler.value is not None for filler in fact.fillers()):
                return True
            by_role = fact.by_role()
            return any(one.holds(filler.value) for one in compared for filler in by_role.get(one.role, ()))

        return holds


def _is_any(value: str, values: Sequence[str]) -> bool:
    return ANY in values or value in values


def _is_said(words: list[Wanted], is_any: bool, fillers: list[Filler], text: str) -> bool:
    """Return whether one of the words stands in one of the fillers; or any filler is there."""
    if is_any and fillers:
        return True
    parts = [LookedAt(text[filler.start : filler.end]) for filler in fillers]
    return any(stands(one, parts) for one in words)


def _parts(fact: Fact, text: str) -> Iterator[LookedAt]:
    """Yield what the fact stands on: the texts of its trigger and its fillers."""
    return (LookedAt(text[start:end]) for start, end in fact.ranges())


def _kind(role: str, type_: FactType) -> str | None:
    known = type_.roles.get(role)
    return known.kind if known else IMPLIED.get(role.lower())


def _in_order(fact: Fact) -> tuple[int, int, str, str]:
    return *fact.place, fact.type, fact.id


def _facts(rows: Iterable[Row]) -> list[Fact]:
    return [item for item in map(from_row, rows) if isinstance(item, Fact)]
