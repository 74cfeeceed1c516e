"""The facts that a search finds in a few articles, as their annotator sees them, and what it asks of fillers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from annotations.facts import Fact, Filler
from annotations.schema.kinds import IMPLIED
from annotations.schema.types import FactType, Schema
from annotations.search.hits import FoundPlace
from annotations.search.query import ANY, AskedField, Query, SearchTarget
from annotations.search.values import role_comparison, words_value
from annotations.spans import Status
from models.queries.searching.marks import AskedOfMarks
from models.queries.searching.nearby import sheets_at
from models.queries.searching.own_work import AnnotatorWork
from models.queries.searching.scope import InScope
from models.queries.searching.spans import OPEN, OWN, rows_by_article
from models.queries.searching.texts import InBoilerplate, texts_of
from models.queries.searching.wanted import LookedAt, WantedPart, WantedTerms, stands, wanted
from models.store.rows import Row, from_row

Holds = Callable[[Fact], bool]
Reads = Callable[[Fact, str], bool]  # of a fact in that text
SOURCE = "source"
SAID = {True: "yes", False: "no"}


def facts_in(
    own: AnnotatorWork,
    batch: Sequence[InScope],
    query: Query,
    marks: AskedOfMarks,
    asked: AskedOfFacts,
) -> list[FoundPlace]:
    """Return the facts in these articles that answer to the search, in order."""
    texts = dict[int, LookedAt]()
    numbers = [one.number for one in batch]
    if asked.reads_text:
        texts = {number: text for number, text in texts_of(own, numbers).items() if asked.may(text)}
        numbers = [*texts]
    seen = {
        number: [fact for fact in facts if asked.reads(fact, texts[number].text if texts else "")]
        for number, facts in facts_of(own, numbers, marks, asked).items()
    }
    if asked.labels:
        seen = _labelled(own, seen, asked.labels)
    kept = InBoilerplate(own, query, [*seen])
    return [
        FoundPlace(
            one.id, *fact.place, SearchTarget.FACTS, own.annotator, fact.id, fact.type, fact.status.value
        )
        for one in batch
        for fact in sorted(seen.get(one.number, ()), key=_in_order)
        if kept.holds(one.number, *fact.place)
    ]


def _labelled(
    own: AnnotatorWork, seen: Mapping[int, list[Fact]], asked: Sequence[AskedField]
) -> dict[int, list[Fact]]:
    """Return those of the facts with the labels asked for on spans that fill them."""
    sheets = sheets_at(own, {}, {number: [fact.id for fact in facts] for number, facts in seen.items()})
    found = {}
    for number, facts in seen.items():
        at = sheets.get(number)
        labels = [{span.label for id_ in fact.span_ids() if at and (span := at.get(id_))} for fact in facts]
        found[number] = [
            fact
            for fact, there in zip(facts, labels, strict=True)
            if all(
                bool(there if ANY in one.values else there & {*one.values}) != one.negated for one in asked
            )
        ]
    return found


def facts_of(
    own: AnnotatorWork, numbers: Sequence[int], marks: AskedOfMarks, asked: AskedOfFacts
) -> dict[int, list[Fact]]:
    """Return the facts of these articles that answer, but for what is asked of words: own and undecided ones."""
    found: dict[int, list[Fact]] = defaultdict(list)
    is_open = marks.statuses == [Status.SUGGESTED]  # nothing of a set is
    for number, rows in () if is_open else rows_by_article(own, OWN, numbers, marks).items():
        found[number] += filter(asked.holds, _facts(rows))
    if Status.SUGGESTED not in marks.statuses:
        return found
    open_ = {
        number: [fact.id for fact in _facts(rows) if asked.holds(fact)]
        for number, rows in rows_by_article(own, OPEN, numbers, marks).items()
    }
    some = {number: ids for number, ids in open_.items() if ids}
    for number, sheet in sheets_at(own, {}, some, own_facts=True).items():
        found[number] += [fact for id_ in some[number] if (fact := sheet.fact(id_))]
    return found


class AskedOfFacts:
    """The conditions on facts that a search makes: of fillers, of attributes, and of the words they stand on."""

    def __init__(self, query: Query, terms: WantedTerms, schema: Schema) -> None:
        self._terms, self._schema = terms, schema
        self.labels = query.about("label")
        self._named = {
            role for one in query.about("role") if not one.negated for role in one.values if role != ANY
        }
        made: dict[str, Callable[[Sequence[str]], Holds]] = {
            "role": self._role,
            "value": self._value,
            "modality": lambda values: lambda fact: _is_any(fact.modality.value, values),
            "negated": lambda values: lambda fact: _is_any(SAID[fact.negated], values),
        }
        read = {"filler": self._filler, "according": self._according}
        self._holds = [(made[one.field](one.values), one.negated) for one in query.asked if one.field in made]
        self._reads = [(read[one.field](one.values), one.negated) for one in query.asked if one.field in read]
        self._words = [
            [wanted(words_value(value)) for value in one.values]
            for one in query.asked
            if one.field in read and not one.negated and ANY not in one.values
        ]
        self.reads_text = bool(terms or self._reads)

    def may(self, text: LookedAt) -> bool:
        """Return False where no fact of an article with that text has the words."""
        return self._terms.may(text) and all(any(one.may(text) for one in some) for some in self._words)

    def holds(self, fact: Fact) -> bool:
        """Return whether the fact answers to all that is asked of no words; the bounds of fillers matter nothing."""
        return all(holds(fact) != negated for holds, negated in self._holds)

    def reads(self, fact: Fact, text: str) -> bool:
        """Return whether the words of the fact, of an article with that text, answer to all that is asked of them."""
        return all(reads(fact, text) != negated for reads, negated in self._reads) and (
            not self._terms or self._terms.stand_in(*_parts(fact, text))
        )

    def _role(self, values: Sequence[str]) -> Holds:
        return lambda fact: any(ANY in values or role in values for role in fact.by_role())

    def _filler(self, values: Sequence[str]) -> Reads:
        words = [wanted(words_value(value)) for value in values if value != ANY]

        def reads(fact: Fact, text: str) -> bool:
            fillers = [
                filler
                for role, some in fact.by_role().items()
                if not self._named or role in self._named
                for filler in some
            ]
            return _is_said(words, ANY in values, fillers, text)

        return reads

    def _according(self, values: Sequence[str]) -> Reads:
        words = [wanted(words_value(value)) for value in values if value != ANY]

        def reads(fact: Fact, text: str) -> bool:
            type_ = self._schema.facts.get(fact.type) or FactType(fact.type)
            by_role = fact.by_role().items()
            fillers = [one for role, some in by_role if _kind(role, type_) == SOURCE for one in some]
            return _is_said(words, ANY in values, fillers, text)

        return reads

    def _value(self, values: Sequence[str]) -> Holds:
        compared = [role_comparison(value) for value in values if value != ANY]

        def holds(fact: Fact) -> bool:
            if ANY in values and any(filler.value is not None for filler in fact.fillers()):
                return True
            by_role = fact.by_role()
            return any(one.holds(filler.value) for one in compared for filler in by_role.get(one.role, ()))

        return holds


def _is_any(value: str, values: Sequence[str]) -> bool:
    return ANY in values or value in values


def _is_said(words: list[WantedPart], is_any: bool, fillers: list[Filler], text: str) -> bool:
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
