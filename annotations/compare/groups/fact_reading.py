"""Reading facts: what is compared of each, its fillers by the kinds of their roles, its numbers, days and words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from annotations.articles import published_of
from annotations.compare.groups.article_words import ProjectWords, unit_vector
from annotations.compare.groups.counts import (
    NUMBERS,
    VICTIMS,
    Counted,
    counted,
    counts_in,
    currency_in,
    ordinal_before,
)
from annotations.compare.groups.days import DaySpan, days_in
from annotations.compare.groups.filler_reading import FillerReader, ReadFiller
from annotations.compare.groups.read_facts import Keys, Part, ReadFact
from annotations.compare.groups.stems import OFFICES, WORD, sense_with, stem, stems
from annotations.compare.material import ComparedArticle
from annotations.facts import Fact, Number
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import IMPLIED, RoleKind
from annotations.schema.types import FactType, Schema
from annotations.values.calendar_words import WEEKDAYS

RAREST = 3  # words of a sentence by which another with them is found
LONGEST, AROUND = (
    2_000,
    400,
)  # code points of a sentence read whole, and on either side of a fact in a longer one
BEHIND = 20  # code points behind a trigger that may belong to it
FORMER = 60  # days before all that an article tells, from which it tells of former times
BALLAST = 0.5  # of the weight of a word that stands in one article alone


_LISTED = re.compile(r"\d\s+and\s+\d", re.IGNORECASE)


@dataclass(frozen=True)
class KnownOfProject:
    """Knowledge that a fact is read with; `around`: of a place's key those of what it is said to lie in."""

    schema: Schema
    entity_of: Mapping[str, str]
    words: ProjectWords
    around: Mapping[str, frozenset[str]]


class FactReader:
    """Reads the facts of one article."""

    def __init__(self, place: int, article: ComparedArticle, known: KnownOfProject) -> None:
        self._place, self._article, self._known = place, article, known
        self._bounds = known.words.articles[place].bounds
        self._starts = [start for start, _ in self._bounds]
        self._fillers = FillerReader(article, known.entity_of)
        self._now = self._latest()
        self._stems: dict[tuple[int, int], list[str]] = {}
        self._ballast = BALLAST * known.words.rarity("")

    def read(self, key: str, fact: Fact) -> ReadFact:
        """Return the fact as it is compared."""
        type_ = self._known.schema.facts.get(fact.type) or FactType(fact.type)
        fillers = [
            self._fillers.read(kind_of_role(type_, role.role), one)
            for role in fact.roles
            for one in role.fillers
        ]
        kinds = {role.kind for role in type_.roles.values()} | {one.kind for one in fillers}
        parts, written = _parts(fillers)
        where = dict(parts.get("places", {}))
        for one in fillers:
            where |= one.places if one.part == "objects" else {}
        days = days_in(one.value for one in fillers)
        counts = tuple(dict.fromkeys(self._counts(fact, fillers, kinds)))
        ordinal = ordinal_before(self._article.text, fact.trigger[0]) if fact.trigger else None
        words = self._words(fact, [one for one in fillers if one.kind == "speaker"])
        told = ordinal or any(one.told for one in counts) or any(one.kind == "time" for one in fillers)
        return ReadFact(
            key=key,
            article=self._place,
            sentence=bisect_right(self._starts, fact.place[0]),
            type=fact.type,
            sense=self._sense(fact.trigger) if fact.trigger else "",
            parts=parts,
            where=where,
            around=frozenset(around for key in where for around in self._known.around.get(key, ())),
            counts=counts,
            days=days,
            weekdays=_weekdays(fillers, days),
            words=words,
            speech="speaker" in kinds,
            pinned=bool(told or "means" in parts or "places" in parts or any(one.tells for one in fillers)),
            running=any(one.since for one in days) and not ordinal,
            ordinal=ordinal,
            former=bool(days) and all(one.last < self._now - FORMER for one in days if not one.yearless),
            several=_are_several(days, [one.words for one in fillers if one.kind == "time"]),
            written=written,
            keys=tuple(dict.fromkeys(_finding_keys(parts, counts, days, words))),
        )

    def _latest(self) -> int:
        """Return the day of publication, else the last day that the article's facts tell."""
        article = self._article.article
        if article.published_trusted and (found := published_of(article)):
            return found.toordinal()
        told = days_in(
            one.value for fact in self._article.facts for role in fact.roles for one in role.fillers
        )
        return max((one.last for one in told if not one.yearless), default=0)

    def _said(self, start: int, end: int) -> str:
        return self._article.text[start:end]

    def _sense(self, trigger: tuple[int, int]) -> str:
        return sense_with(self._said(*trigger), self._said(trigger[1], trigger[1] + BEHIND))

    def _counts(
        self, fact: Fact, fillers: Sequence[ReadFiller], kinds: set[RoleKind | None]
    ) -> Iterator[Counted]:
        """Yield the numbers of the fact: of its roles, in its fillers' words, and in what is said."""
        of_victims = "victim" in kinds
        for one in fillers:
            if not isinstance(one.value, Number):
                yield from (found for found in one.counts if found.told or not of_victims)
            elif one.kind == "count" and of_victims:
                yield Counted(VICTIMS, one.value.number, one.value.comparison)
            elif found := counted(one.value, _unit(one, fillers)):
                yield found
        if "speaker" in kinds:
            yield from counts_in(self._said(*self._sentence(fact)))

    def _sentence(self, fact: Fact) -> tuple[int, int]:
        """Return the bounds of the sentence that the fact stands in; of a very long one the words around the fact.

        An empty fact stands nowhere.
        """
        at = fact.place[0]
        place = bisect_right(self._starts, at) - 1
        if place < 0 or fact.is_empty():
            return at, at
        start, end = self._bounds[place]
        return (start, end) if end - start <= LONGEST else (max(start, at - AROUND), min(end, at + AROUND))

    def _words(self, fact: Fact, speakers: Sequence[ReadFiller]) -> dict[str, float]:
        """Return the vector of the fact's sentence without its trigger and its numbers, of speech without its speaker."""
        bounds = self._sentence(fact)
        if bounds not in self._stems:
            self._stems[bounds] = [word for word in stems(self._said(*bounds)) if word not in NUMBERS]
        left = {*stems(self._said(*fact.trigger))} if fact.trigger else set()
        for one in speakers:
            left |= OFFICES | {*stems(one.words)}
        said = [word for word in self._stems[bounds] if word not in left]
        return unit_vector(said, self._known.words.rarities, self._ballast)


def kind_of_role(type_: FactType, name: str) -> RoleKind | None:
    """Return the kind of a role by the schema, else the kind that its name implies."""
    role = type_.roles.get(name)
    return role.kind if role else IMPLIED.get(name.lower())


def _parts(fillers: Sequence[ReadFiller]) -> tuple[dict[Part, Keys], dict[str, str]]:
    """Return the keys of each part that has any, and how they are written."""
    parts: dict[Part, Keys] = {}
    written: dict[str, str] = {}
    for one in fillers:
        if one.part and one.keys:
            own = parts.setdefault(one.part, {})
            for key, weight in one.keys.items():
                own[key] = max(weight, own.get(key, 0.0))
            written = {**one.written, **written}
    return parts, written


def _unit(one: ReadFiller, fillers: Sequence[ReadFiller]) -> str:
    """Return what a bare number counts: a currency, or the first object where it is a count."""
    return currency_in(one.words) or (_counted_noun(fillers) if one.kind == "count" else "")


def _counted_noun(fillers: Sequence[ReadFiller]) -> str:
    """Return the stem of the last word of the first object, which a bare count is of."""
    first = next((one for one in fillers if one.part == "objects"), None)
    words = WORD.findall(first.words) if first else []
    return stem(words[-1]) if words else ""


def _weekdays(fillers: Sequence[ReadFiller], days: Sequence[DaySpan]) -> frozenset[int]:
    """Return the days of the week that times name, or that known days are."""
    words = (word for one in fillers if one.kind == "time" for word in WORD.findall(one.words.lower()))
    known = (one.weekday for one in days if one.weekday is not None)
    return frozenset((*(WEEKDAYS[word] for word in words if word in WEEKDAYS), *known))


def _are_several(days: Sequence[DaySpan], times: Sequence[str]) -> bool:
    """Return whether days are listed, which is a series: "Friday and Saturday"."""
    listed = len({one.first for one in days if one.is_day}) > 1
    return listed or (
        any(one.first < one.last and not one.since for one in days) and any(map(_LISTED.search, times))
    )


def _finding_keys(
    parts: Mapping[Part, Keys], counts: Sequence[Counted], days: Sequence[DaySpan], words: dict[str, float]
) -> Iterator[str]:
    for part in parts.values():
        yield from part
    yield from (f"said {word}" for word in sorted(words, key=lambda word: (-words[word], word))[:RAREST])
    yield from (f"{one.number:g} {one.unit}" for one in counts if one.told)
    yield from (f"day {one.first % 1000}" for one in days if one.is_day)
