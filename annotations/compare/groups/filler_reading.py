"""Fillers as they are compared: the keys that what fills a role gives, by the kind of the role.

Keys are the entities in a filler, the country of a state, its people and its bodies, and the stems of its other
words.  Vague words ("they", "the group") give none: silence is neither likeness nor difference.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache

from annotations.compare.groups.counts import BEFORE, Counted, by_form, counts_in
from annotations.compare.groups.read_facts import Keys, Part
from annotations.compare.groups.stems import VAGUE, WORD, stems, telling_stem
from annotations.compare.items import key_of
from annotations.compare.material import ComparedArticle, is_naming
from annotations.compare.names.countries import country_of
from annotations.facts import Filler, Value
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import RoleKind
from annotations.spans import Span

PARTS: Mapping[RoleKind | None, Part] = {
    **dict.fromkeys(("agent", "speaker", "participant", "party", "buyer", "seller"), "agents"),
    **dict.fromkeys(("patient", "target", "victim", "unit", "item", "counted"), "objects"),
    **dict.fromkeys(
        ("instrument", "cause", "topic", "action", "purpose", "post", "organisation", "addressee"), "means"
    ),
    "place": "places",
}
THINGS = frozenset(("PERSON", "ORG", "FAC", "PRODUCT", "EVENT", "LAW"))
PERSONS = frozenset(("people", "person", "persons", "others", "victims", "residents", "civilians"))
# Weights of an entity, of what stands beside one, of words alone, and of words for anybody.
ENTITY, BESIDE, WORDS, VAGUELY = 1.0, 0.3, 0.6, 0.15


@dataclass(frozen=True, slots=True)
class ReadFiller:
    """A filler as it is compared.

    `written`: how each key is written; `places`: the towns and the like that it names; `tells`: it is one thing of
    many, and so tells the occasion; `counts`: the numbers in its words.
    """

    kind: RoleKind | None
    part: Part | None
    words: str
    value: Value
    keys: Keys
    written: Mapping[str, str]
    places: Keys
    tells: bool
    counts: tuple[Counted, ...]


class FillerReader:
    """Reads the fillers of one article."""

    def __init__(self, article: ComparedArticle, entity_of: Mapping[str, str]) -> None:
        self._article, self._entity_of = article, entity_of
        self._spans = sorted(article.spans, key=lambda span: (span.start, -span.end, span.id))
        self._starts = [span.start for span in self._spans]

    def read(self, kind: RoleKind | None, filler: Filler) -> ReadFiller:
        """Return the filler as it is compared; one of a kind that is not compared has words and value alone."""
        words, part = self._said(filler.start, filler.end), PARTS.get(kind)
        if part is None:
            return ReadFiller(kind, None, words, filler.value, {}, {}, {}, False, ())
        spans = self._spans_in(filler)
        keys: Keys = {}
        written: dict[str, str] = {}
        for key, weight, said in self._keys(filler, spans):
            keys[key] = max(weight, keys.get(key, 0.0))
            written.setdefault(key, said)
        counts = tuple(counts_in(words))
        form = self._by_form(filler) if part == "objects" and not counts else None
        tells = part == "objects" and (_names_one(kind, spans) or _is_one(form, words, spans))
        places = self._places(spans)
        counts = (*counts, form) if form else counts
        return ReadFiller(
            kind, part, words, filler.value, keys, written, places, tells or bool(places), counts
        )

    def _said(self, start: int, end: int) -> str:
        return self._article.text[start:end]

    def _entity(self, span: Span) -> str | None:
        return self._entity_of.get(key_of(self._article.id, span.id))

    def _places(self, spans: list[Span]) -> Keys:
        """Return the entities of towns and the like; a country is hit in many places."""
        named = (
            span
            for span in spans
            if span.label in ("GPE", "LOC") and not country_in(self._said_by(span), "GPE")
        )
        return {f"e:{entity}": ENTITY for span in named if (entity := self._entity(span))}

    def _said_by(self, span: Span) -> str:
        return self._said(span.start, span.end)

    def _by_form(self, filler: Filler) -> Counted | None:
        before = WORD.findall(self._said(max(0, filler.start - BEFORE), filler.start))[-1:]
        return by_form(self._said(filler.start, filler.end), before[0] if before else "")

    def _keys(self, filler: Filler, spans: list[Span]) -> Iterator[tuple[str, float, str]]:
        """Yield the keys of a filler, each with its weight and its wording."""
        rest, at = [], filler.start
        for span in spans:
            found = list(self._keys_of_name(span))
            if found:
                yield from found
                rest.append(self._said(at, max(at, span.start)))
                at = max(at, span.end)
        rest.append(self._said(at, max(at, filler.end)))
        weight = BESIDE if len(rest) > 1 else WORDS
        for word in WORD.findall(" ".join(rest)) if any(rest) else ():
            if stem := _telling(word):
                yield f"w:{stem}", weight, word
            elif word.lower() in PERSONS:
                yield "v:people", VAGUELY, word

    def _keys_of_name(self, span: Span) -> Iterator[tuple[str, float, str]]:
        """Yield the country, or the entity with its country and its words: "Norvik" is in "Norvik Line"."""
        said, entity = self._said_by(span), self._entity(span)
        country = country_in(said, span.label)
        if country and span.label in ("GPE", "NORP", "LOC"):
            yield f"c:{country}", ENTITY, said
        elif entity:
            yield f"e:{entity}", ENTITY, said
            if country:
                yield f"c:{country}", BESIDE, said
            if span.label != "PERSON":
                yield from ((key, BESIDE, said) for key in _keys_of_words(said))

    def _spans_in(self, filler: Filler) -> list[Span]:
        """Return the span that is the filler where that names a thing, else those in it that do and do not overlap."""
        own = self._article.by_id.get(filler.span) if filler.span else None
        if own and is_naming(own.label):
            return [own]
        low, high = bisect_left(self._starts, filler.start), bisect_left(self._starts, filler.end)
        found: list[Span] = []
        end = filler.start
        for span in self._spans[low:high]:
            if is_naming(span.label) and span.start >= end and span.end <= filler.end:
                found.append(span)
                end = span.end
        return found


@lru_cache(maxsize=1 << 14)
def country_in(wording: str, label: str) -> str | None:
    """Return the code of the country that a wording names, or that qualifies a body: "US Fleet Command"."""
    if found := country_of(wording):
        return found
    if label != "ORG":
        return None
    words = wording.split()[:4]
    heads = (" ".join(words[:n]) for n in range(min(3, len(words) - 1), 0, -1))
    return next((found for head in heads if (found := country_of(head))), None)


@lru_cache(maxsize=1 << 14)
def _keys_of_words(name: str) -> tuple[str, ...]:
    return tuple(f"w:{word}" for word in stems(name) if word not in VAGUE)


def _names_one(kind: RoleKind | None, spans: list[Span]) -> bool:
    """Return whether an object is named: a bridge or a ship, or who is bought or appointed."""
    bought = kind in ("patient", "item")
    hurt = ("FAC", "PRODUCT", "PERSON") if kind == "victim" else ("FAC", "PRODUCT")
    return any(span.label in hurt or (bought and span.label in THINGS) for span in spans)


def _is_one(form: Counted | None, words: str, spans: list[Span]) -> bool:
    """Return whether the words are a noun for one thing: "a depot"."""
    return bool(form and form.number == 1 and not spans and _telling(WORD.findall(words)[-1]))


def _telling(word: str) -> str:
    """Return the stem of a word that says something of what fills a role, "" for others."""
    found = telling_stem(word)
    return "" if found in VAGUE or word.lower() in VAGUE else found
