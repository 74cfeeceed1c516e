"""Facts as they are compared: what fills their roles, by the kinds of the roles, their numbers, days and words.

A filler gives keys: the entities in it, the country of a state, its people and its bodies, and the stems of its other
words.  Vague words ("people", "they") give none: silence is neither likeness nor difference.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from heapq import nlargest
from typing import Literal

from annotations.compare.groups.article_words import ProjectWords, unit_vector
from annotations.compare.groups.counts import Counted, counted, counts_in, ordinal_before
from annotations.compare.groups.days import DaySpan, days_in
from annotations.compare.groups.stems import VAGUE, WORD, sense, stem, stems
from annotations.compare.material import ComparedArticle, is_naming
from annotations.compare.items import key_of
from annotations.compare.names.countries import country_of
from annotations.facts import Fact, Filler, Number
from annotations.schema.kinds import IMPLIED, RoleKind
from annotations.schema.types import FactType, Schema
from annotations.spans import Span
from annotations.text.word_forms import PLURALS

Part = Literal["agents", "objects", "means", "places"]
PARTS: Mapping[RoleKind, Part] = {
    **dict.fromkeys(("agent", "speaker", "participant", "party", "buyer", "seller"), "agents"),
    **dict.fromkeys(("patient", "target", "victim", "unit", "item", "counted"), "objects"),
    **dict.fromkeys(
        ("instrument", "cause", "topic", "action", "purpose", "post", "organisation", "addressee"), "means"
    ),
    "place": "places",
}
THINGS = frozenset(("PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW"))
ONE = frozenset(("a", "an", "the", "this", "that", "one", "another", "its", "his", "her", "their"))
PLURAL = frozenset(PLURALS.values())
ENTITY, BESIDE, WORDS = 1.0, 0.3, 0.6  # weights of an entity, of what stands beside one, and of words alone
RAREST = 3  # words of a sentence by which another with them is found
LONGEST, AROUND = (
    2_000,
    400,
)  # code points of a sentence read whole, and on either side of a fact in a longer one

Keys = dict[str, float]


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact as it is compared; `article` is the place of its article, `words` a unit vector of its sentence.

    `pinned`: something tells its occasion; `running`: it goes on since a day; `ordinal`: of "the 26th attack".
    """

    key: str
    article: int
    type: str
    sense: str
    parts: Mapping[Part, Keys]
    counts: tuple[Counted, ...]
    days: tuple[DaySpan, ...]
    words: dict[str, float]
    speech: bool
    pinned: bool
    running: bool
    ordinal: int | None
    names: Mapping[str, str] = field(default_factory=dict)  # how a key is written, for reasons

    def keys(self) -> Iterator[str]:
        """Yield what another fact of the same event may have in common, for finding it."""
        for part in self.parts.values():
            yield from part
        yield from (
            f"said {word}" for word in nlargest(RAREST, self.words, key=lambda word: (self.words[word], word))
        )
        yield from (f"{one.number:g} {one.unit}" for one in self.counts)
        yield from (f"day {one.first % 1000} {one.last - one.first}" for one in self.days if one.is_day)


class FactReader:
    """Reads the facts of one article."""

    def __init__(
        self,
        place: int,
        article: ComparedArticle,
        schema: Schema,
        entity_of: Mapping[str, str],
        words: ProjectWords,
    ) -> None:
        self._place, self._article, self._schema, self._entity_of = place, article, schema, entity_of
        self._bounds = words.articles[place].bounds
        self._sentence_starts = [start for start, _ in self._bounds]
        self._spans = sorted(article.spans, key=lambda span: (span.start, -span.end, span.id))
        self._span_starts = [span.start for span in self._spans]
        self._rarity = words.rarity
        self._vectors: dict[tuple[int, int], dict[str, float]] = {}

    def read(self, key: str, fact: Fact) -> ReadFact:
        """Return the fact as it is compared."""
        type_ = self._schema.facts.get(fact.type) or FactType(fact.type)
        fillers = [(kind_of_role(type_, role.role), one) for role in fact.roles for one in role.fillers]
        kinds = {role.kind for role in type_.roles.values()} | {kind for kind, _ in fillers}
        parts, names, named = self._parts(fillers)
        days = days_in(one.value for _, one in fillers)
        speech = "speaker" in kinds
        counts = tuple(self._counts(fact, fillers, "victim" in kinds, speech))
        ordinal = ordinal_before(self._article.text, fact.trigger[0]) if fact.trigger else None
        timed = any(kind == "time" for kind, _ in fillers)
        return ReadFact(
            key=key,
            article=self._place,
            type=fact.type,
            sense=sense(self._said(*fact.trigger)) if fact.trigger else "",
            parts=parts,
            counts=counts,
            days=days,
            words=self._words(fact, [one for kind, one in fillers if speech and kind == "speaker"]),
            speech=speech,
            pinned=bool(timed or counts or named or ordinal or parts["means"] or parts["places"]),
            running=any(one.since for one in days),
            ordinal=ordinal,
            names=names,
        )

    def _said(self, start: int, end: int) -> str:
        return self._article.text[start:end]

    def _parts(
        self, fillers: list[tuple[RoleKind | None, Filler]]
    ) -> tuple[dict[Part, Keys], dict[str, str], bool]:
        """Return the keys of each part, how they are written, and whether an object is a named thing."""
        parts: dict[Part, Keys] = {"agents": {}, "objects": {}, "means": {}, "places": {}}
        names: dict[str, str] = {}
        named = False
        for kind, filler in fillers:
            part = PARTS.get(kind) if kind else None
            if part is None:
                continue
            spans = self._spans_in(filler)
            for key, weight, written in self._keys(filler, spans):
                parts[part][key] = max(weight, parts[part].get(key, 0.0))
                names.setdefault(key, written)
            named = named or (part == "objects" and self._tells_occasion(kind, filler, spans))
        return parts, names, named

    def _tells_occasion(self, kind: RoleKind | None, filler: Filler, spans: list[Span]) -> bool:
        """Return whether an object is one thing of many: named, at a named place, or "a depot"."""
        for span in spans:
            if span.label in ("FAC", "PRODUCT") or (kind in ("patient", "item") and span.label in THINGS):
                return True
            if span.label in ("GPE", "LOC") and not _country(self._said(span.start, span.end), span.label):
                return True
        words = WORD.findall(self._said(filler.start, filler.end).lower())
        before = WORD.findall(self._said(max(0, filler.start - 12), filler.start).lower())
        one = [word for word in (*before[-1:], *words[:1]) if word in ONE]
        return bool(
            one
            and words
            and not spans
            and words[-1][-1] != "s"
            and words[-1] not in PLURAL
            and _telling(words[-1])
        )

    def _keys(self, filler: Filler, spans: list[Span]) -> Iterator[tuple[str, float, str]]:
        """Yield the keys of a filler, each with its weight and its wording."""
        rest, at = [], filler.start
        for span in spans:
            written = self._said(span.start, span.end)
            entity = self._entity_of.get(key_of(self._article.id, span.id))
            country = _country(written, span.label)
            if country and span.label in ("GPE", "NORP", "LOC"):
                yield f"c:{country}", ENTITY, written
            elif entity:
                yield f"e:{entity}", ENTITY, written
                if country:
                    yield f"c:{country}", BESIDE, written
                if span.label != "PERSON" and " " in written:
                    yield from (
                        (f"w:{word}", BESIDE, written) for word in stems(written) if word not in VAGUE
                    )
            else:
                continue
            rest.append(self._said(at, max(at, span.start)))
            at = max(at, span.end)
        rest.append(self._said(at, max(at, filler.end)))
        weight = BESIDE if len(rest) > 1 else WORDS
        for word in WORD.findall(" ".join(rest)):
            if len(word) > 1 and (found := _telling(word)):
                yield f"w:{found}", weight, word

    def _spans_in(self, filler: Filler) -> list[Span]:
        """Return the naming spans in a filler that do not overlap, and its own span first of all."""
        own = self._article.by_id.get(filler.span) if filler.span else None
        found = [own] if own and is_naming(own.label) else []
        if found:
            return found
        low, high = bisect_left(self._span_starts, filler.start), bisect_left(self._span_starts, filler.end)
        end = filler.start
        for span in self._spans[low:high]:
            if is_naming(span.label) and span.start >= end and span.end <= filler.end:
                found.append(span)
                end = span.end
        return found

    def _counts(
        self, fact: Fact, fillers: list[tuple[RoleKind | None, Filler]], of_victims: bool, speech: bool
    ) -> Iterator[Counted]:
        """Yield the numbers of the fact, each once: of its roles, in its fillers' words, of what is said."""
        seen: set[Counted] = set()
        for one in self._all_counts(fact, fillers, of_victims, speech):
            if one not in seen:
                seen.add(one)
                yield one

    def _all_counts(
        self, fact: Fact, fillers: list[tuple[RoleKind | None, Filler]], of_victims: bool, speech: bool
    ) -> Iterator[Counted]:
        for kind, filler in fillers:
            if isinstance(filler.value, Number):
                unit = "" if kind != "count" else "victims" if of_victims else self._counted_noun(fillers)
                value = (
                    Number(filler.value.number, filler.value.comparison)
                    if unit == "victims"
                    else filler.value
                )
                if one := counted(value, unit):
                    yield one
            elif kind in PARTS:
                yield from counts_in(self._said(filler.start, filler.end))
        if speech:
            yield from counts_in(self._said(*self._sentence(fact)))

    def _counted_noun(self, fillers: list[tuple[RoleKind | None, Filler]]) -> str:
        """Return the stem of the last word of the first object, which a bare count is of."""
        objects = (one for kind, one in fillers if kind and PARTS.get(kind) == "objects")
        words = WORD.findall(self._said(first.start, first.end)) if (first := next(objects, None)) else []
        return stem(words[-1]) if words else ""

    def _sentence(self, fact: Fact) -> tuple[int, int]:
        """Return the bounds of the sentence that the fact stands in; of a very long one the words around the fact."""
        at = fact.place[0]
        place = bisect_right(self._sentence_starts, at) - 1
        if place < 0:
            return at, at
        start, end = self._bounds[place]
        return (start, end) if end - start <= LONGEST else (max(start, at - AROUND), min(end, at + AROUND))

    def _words(self, fact: Fact, speakers: list[Filler]) -> dict[str, float]:
        """Return the vector of the fact's sentence, of speech without its speaker."""
        start, end = bounds = self._sentence(fact)
        if not speakers:
            if bounds not in self._vectors:
                self._vectors[bounds] = unit_vector(stems(self._said(start, end)), self._rarity)
            return self._vectors[bounds]
        text, left = self._said(start, end), set[str]()
        for one in speakers:
            left |= set(stems(self._said(one.start, one.end)))
        if fact.trigger:
            left |= set(stems(self._said(*fact.trigger)))
        return unit_vector((word for word in stems(text) if word not in left), self._rarity)


def kind_of_role(type_: FactType, name: str) -> RoleKind | None:
    """Return the kind of a role by the schema, else the kind that its name implies."""
    role = type_.roles.get(name)
    return role.kind if role else IMPLIED.get(name.lower())


def _telling(word: str) -> str:
    """Return the stem of a word that says something of what fills a role, "" for others."""
    found = next(stems(word), "")
    return "" if found in VAGUE or word.lower() in VAGUE else found


@lru_cache(maxsize=1 << 14)
def _country(wording: str, label: str) -> str | None:
    """Return the code of the country that a wording names, or that qualifies a body: "US Fleet Command"."""
    if found := country_of(wording):
        return found
    if label != "ORG":
        return None
    words = wording.split()[:4]
    heads = (" ".join(words[:n]) for n in range(min(3, len(words) - 1), 0, -1))
    return next((found for head in heads if (found := country_of(head))), None)
