"""Facts as they are compared: what fills their roles, by the kinds of the roles, their numbers, days and words.

A filler gives keys: the entities in it, the country of a state, its people and its bodies, and the stems of its other
words.  Vague words ("people", "they") give none: silence is neither likeness nor difference.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from annotations.compare.groups.article_words import ProjectWords, unit_vector
from annotations.compare.groups.counts import BEFORE, Counted, by_form, counted, counts_in, ordinal_before
from annotations.compare.groups.days import DaySpan, days_in
from annotations.compare.groups.stems import OFFICES, VAGUE, WORD, sense, stem, stems, telling_stem
from annotations.compare.material import ComparedArticle, is_naming
from annotations.compare.items import key_of
from annotations.compare.names.countries import country_of
from annotations.facts import Fact, Filler, Number
from annotations.schema.kinds import IMPLIED, RoleKind
from annotations.schema.types import FactType, Schema
from annotations.spans import Span
from annotations.values.calendar_words import WEEKDAYS

Part = Literal["agents", "objects", "means", "places"]
PARTS: Mapping[RoleKind, Part] = {
    **dict.fromkeys(("agent", "speaker", "participant", "party", "buyer", "seller"), "agents"),
    **dict.fromkeys(("patient", "target", "victim", "unit", "item", "counted"), "objects"),
    **dict.fromkeys(("instrument", "cause", "topic", "action", "purpose", "post", "organisation", "addressee"), "means"),
    "place": "places",
}
THINGS = frozenset(("PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW"))
PERSONS = frozenset(("people", "person", "persons", "others", "victims", "residents", "civilians"))
# Weights of an entity, of what stands beside one, of words alone, and of words for anybody.
ENTITY, BESIDE, WORDS, VAGUELY = 1.0, 0.3, 0.6, 0.15
RAREST = 3  # words of a sentence by which another with them is found
LONGEST, AROUND = 2_000, 400  # code points of a sentence read whole, and on either side of a fact in a longer one

Keys = dict[str, float]


@dataclass(frozen=True, slots=True)
class ReadFact:
    """A fact as it is compared; `article` and `sentence` are places, `words` is a unit vector of the sentence.

    `where`: its places and those that its objects name; `around`: keys of what these lie in; `weekdays`: 0 is Monday.
    `pinned`: something tells its occasion; `running`: it goes on since a day; `ordinal`: of "the 26th attack".
    """

    key: str
    article: int
    sentence: int
    type: str
    sense: str
    parts: Mapping[Part, Keys]
    where: Keys
    around: frozenset[str]
    counts: tuple[Counted, ...]
    days: tuple[DaySpan, ...]
    weekdays: frozenset[int]
    words: dict[str, float]
    speech: bool
    pinned: bool
    running: bool
    ordinal: int | None
    names: Mapping[str, str] = field(default_factory=dict)  # how a key is written, for reasons
    keys: tuple[str, ...] = ()  # what another fact of the same event may have in common


@dataclass(frozen=True)
class Known:
    """What is known of the project before a fact is read.

    `around`: of a place's key those of what it is said to lie in; `silent`: stems that a sentence is not compared by,
    since they are numbers, or make it a fact.
    """

    schema: Schema
    entity_of: Mapping[str, str]
    words: ProjectWords
    around: Mapping[str, frozenset[str]]
    silent: frozenset[str]


class FactReader:
    """Reads the facts of one article."""

    def __init__(
        self, place: int, article: ComparedArticle, known: Known
    ) -> None:
        self._place, self._article, self._known = place, article, known
        words = known.words
        self._bounds = words.articles[place].bounds
        self._sentence_starts = [start for start, _ in self._bounds]
        self._spans = sorted(article.spans, key=lambda span: (span.start, -span.end, span.id))
        self._span_starts = [span.start for span in self._spans]
        self._stems: dict[tuple[int, int], list[str]] = {}
        self._ballast = .5 * words.rarity("")

    def read(self, key: str, fact: Fact) -> ReadFact:
        """Return the fact as it is compared."""
        type_ = self._known.schema.facts.get(fact.type) or FactType(fact.type)
        fillers = [(kind_of_role(type_, role.role), one) for role in fact.roles for one in role.fillers]
        kinds = {role.kind for role in type_.roles.values()} | {kind for kind, _ in fillers}
        parts, names, named = self._parts(fillers)
        where = parts.get("places", {}) | self._places_of_objects(fillers)
        days = days_in(one.value for _, one in fillers)
        speech = "speaker" in kinds
        counts = tuple(self._counts(fact, fillers, "victim" in kinds, speech))
        ordinal = ordinal_before(self._article.text, fact.trigger[0]) if fact.trigger else None
        said = self._words(fact, [one for kind, one in fillers if speech and kind == "speaker"])
        timed = any(kind == "time" for kind, _ in fillers)
        return ReadFact(
            key=key,
            article=self._place,
            sentence=bisect_right(self._sentence_starts, fact.place[0]),
            type=fact.type,
            sense=sense(self._said(*fact.trigger)) if fact.trigger else "",
            parts=parts,
            where=where,
            around=frozenset(around for key in where for around in self._known.around.get(key, ())),
            counts=counts,
            days=days,
            weekdays=self._weekdays(fillers, days),
            words=said,
            speech=speech,
            pinned=bool(timed or any(one.told for one in counts) or named or ordinal or "means" in parts or "places" in parts),
            running=any(one.since for one in days) and not ordinal,
            ordinal=ordinal,
            names=names,
            keys=tuple(dict.fromkeys(_keys_of(parts, counts, days, said))),
        )

    def _weekdays(self, fillers: list[tuple[RoleKind | None, Filler]], days: Sequence[DaySpan]) -> frozenset[int]:
        """Return the days of the week that times name, or that known days are."""
        times = (self._said(one.start, one.end) for kind, one in fillers if kind == "time")
        named = [WEEKDAYS[word] for time in times for word in WORD.findall(time.lower()) if word in WEEKDAYS]
        return frozenset((*named, *(one.weekday for one in days if one.weekday is not None)))

    def _said(self, start: int, end: int) -> str:
        return self._article.text[start:end]

    def _parts(
        self, fillers: list[tuple[RoleKind | None, Filler]]
    ) -> tuple[dict[Part, Keys], dict[str, str], bool]:
        """Return the keys of each part, how they are written, and whether an object is a named thing."""
        parts: dict[Part, Keys] = {}
        names: dict[str, str] = {}
        named = False
        for kind, filler in fillers:
            part = PARTS.get(kind) if kind else None
            if part is None:
                continue
            spans = self._spans_in(filler)
            for key, weight, written in self._keys(filler, spans):
                own = parts.setdefault(part, {})
                own[key] = max(weight, own.get(key, 0.0))
                names.setdefault(key, written)
            named = named or (part == "objects" and self._tells_occasion(kind, filler, spans))
        return parts, names, named

    def _places_of_objects(self, fillers: list[tuple[RoleKind | None, Filler]]) -> Keys:
        """Return the entities of towns and the like that objects name; a country is hit in many places."""
        objects = (one for kind, one in fillers if kind and PARTS.get(kind) == "objects")
        spans = (span for one in objects for span in self._spans_in(one) if span.label in ("GPE", "LOC"))
        entities = (self._known.entity_of.get(key_of(self._article.id, span.id)) for span in spans if not self._country(span))
        return {f"e:{entity}": ENTITY for entity in entities if entity}

    def _country(self, span: Span) -> str | None:
        return _country(self._said(span.start, span.end), span.label)

    def _tells_occasion(self, kind: RoleKind | None, filler: Filler, spans: list[Span]) -> bool:
        """Return whether an object is one thing of many: named, at a named place, or "a depot"."""
        for span in spans:
            if span.label in ("FAC", "PRODUCT") or (kind in ("patient", "item") and span.label in THINGS):
                return True
            if span.label in ("GPE", "LOC") and not self._country(span):
                return True
        form = self._by_form(filler)
        last = WORD.findall(self._said(filler.start, filler.end))[-1:]
        return bool(form and form.number == 1 and not spans and _telling(last[0]))

    def _by_form(self, filler: Filler) -> Counted | None:
        before = WORD.findall(self._said(max(0, filler.start - BEFORE), filler.start))[-1:]
        return by_form(self._said(filler.start, filler.end), before[0] if before else "")

    def _keys(self, filler: Filler, spans: list[Span]) -> Iterator[tuple[str, float, str]]:
        """Yield the keys of a filler, each with its weight and its wording."""
        rest, at = [], filler.start
        for span in spans:
            written = self._said(span.start, span.end)
            entity = self._known.entity_of.get(key_of(self._article.id, span.id))
            country = self._country(span)
            if country and span.label in ("GPE", "NORP", "LOC"):
                yield f"c:{country}", ENTITY, written
            elif entity:
                yield f"e:{entity}", ENTITY, written
                if country:
                    yield f"c:{country}", BESIDE, written
                if span.label != "PERSON":
                    yield from ((f"w:{word}", BESIDE, written) for word in stems(written) if word not in VAGUE)
            else:
                continue
            rest.append(self._said(at, max(at, span.start)))
            at = max(at, span.end)
        rest.append(self._said(at, max(at, filler.end)))
        weight = BESIDE if len(rest) > 1 else WORDS
        for word in WORD.findall(" ".join(rest)):
            if found := _telling(word):
                yield f"w:{found}", weight, word
            elif word.lower() in PERSONS:
                yield "v:people", VAGUELY, word

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
                value = Number(filler.value.number, filler.value.comparison) if unit == "victims" else filler.value
                if one := counted(value, unit):
                    yield one
            elif kind in PARTS:
                found = list(counts_in(self._said(filler.start, filler.end)))
                form = self._by_form(filler) if PARTS[kind] == "objects" and not found else None
                yield from (*found, form) if form and not of_victims else found
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
        start, end = self._sentence(fact)
        left = self._known.silent | {*stems(self._said(*fact.trigger) if fact.trigger else "")}
        if speakers:
            left |= OFFICES | {word for one in speakers for word in stems(self._said(one.start, one.end))}
        said = [word for word in self._stems_of(start, end) if word not in left]
        return unit_vector(said, self._known.words.rarity, self._ballast)

    def _stems_of(self, start: int, end: int) -> list[str]:
        if (start, end) not in self._stems:
            self._stems[start, end] = stems(self._said(start, end))
        return self._stems[start, end]


def _keys_of(
    parts: Mapping[Part, Keys], counts: Sequence[Counted], days: Sequence[DaySpan], words: dict[str, float]
) -> Iterator[str]:
    for part in parts.values():
        yield from part
    yield from (f"said {word}" for word in sorted(words, key=lambda word: (-words[word], word))[:RAREST])
    yield from (f"{one.number:g} {one.unit}" for one in counts if one.told)
    yield from (f"day {one.first % 1000}" for one in days if one.is_day)


def kind_of_role(type_: FactType, name: str) -> RoleKind | None:
    """Return the kind of a role by the schema, else the kind that its name implies."""
    role = type_.roles.get(name)
    return role.kind if role else IMPLIED.get(name.lower())


def _telling(word: str) -> str:
    """Return the stem of a word that says something of what fills a role, "" for others."""
    found = telling_stem(word)
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
