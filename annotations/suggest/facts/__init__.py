"""Suggested facts: proposed from triggers, from the spans there are, and from how a sentence is built.

Generic means only: no word of any one story, and no model but a parser, where the user's pipeline has one.
Nothing is proposed that has no more than a trigger, nor in boilerplate; ids depend on article, type and
trigger alone, so that proposing again gives the same.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from types import MappingProxyType

from annotations.articles import Article, published_of
from annotations.fact_attributes import Modality
from annotations.facts import Fact, in_text_order
from annotations.schema.languages import DEFAULT
from annotations.schema.types import FactType, Schema
from annotations.sheet import Sheet, touches
from annotations.spans import Span, Status, derived_id
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.by_parse import relate
from annotations.suggest.facts.grammar.dependency_tree import DependencyTree
from annotations.suggest.facts.grammar.phrases import phrases_of
from annotations.suggest.facts.grammar.words import words_of
from annotations.suggest.facts.learned import weighed, with_learned
from annotations.suggest.facts.meanings import implied
from annotations.suggest.facts.own_labels import read_as, readings, spans_read_as
from annotations.suggest.facts.quotes import attributed
from annotations.suggest.facts.score import score
from annotations.suggest.facts.sentence import SentenceReader
from annotations.suggest.facts.sources import names_of
from annotations.suggest.parse import NO_PARSE, Parse
from annotations.text.sentences import sentences
from annotations.text.word_forms import Form, index

ORIGIN = "rule"
NONE_DECIDED: Mapping[tuple[str, str], tuple[int, int]] = MappingProxyType({})
LONGEST = 2_000  # code points of a sentence that is read


def propose(
    article: Article,
    spans: Iterable[Span],
    schema: Schema,
    boilerplate: Sequence[tuple[int, int]] = (),
    parse: Parse = NO_PARSE,
) -> list[Fact]:
    """Return the facts proposed, in text order; none in another language than English.

    `spans` are those that fillers refer to, `boilerplate` is disjoint and sorted, `parse` is a parser's of
    the article's text.  Dates are resolved against the publication date only when a person vouches for it.
    """
    found = candidates(article, spans, schema, boilerplate, parse)
    facts = {
        draft.key: draft.fact(_id(article.id, draft), ORIGIN, score(draft.seen)) for draft in reversed(found)
    }
    return sorted(facts.values(), key=in_text_order)


def candidates(
    article: Article,
    spans: Iterable[Span],
    schema: Schema,
    boilerplate: Sequence[tuple[int, int]] = (),
    parse: Parse = NO_PARSE,
) -> list[FactCandidate]:
    """Return the same with the evidence that each one's score is made of."""
    types = {name: type_ for name, type_ in schema.facts.items() if type_.triggers and not type_.archived}
    if not types or schema.language != DEFAULT:
        return []
    lemmas = _lemmas(types)
    known = _forms(tuple(lemmas))
    own = readings(types.values())
    types = {name: read_as(type_, own) for name, type_ in types.items()}
    seen = spans_read_as((span for span in spans if span.status is not Status.REJECTED), own)
    ordered = sorted(seen, key=lambda s: (s.start, -s.end))
    read = SentenceReader(article.text, types, lemmas, published_of(article))
    drafts, ranges = [], list(boilerplate)
    for bounds in sentences(article.text):
        if bounds[1] - bounds[0] > LONGEST or touches(ranges, *bounds):
            continue
        tree = DependencyTree(article.text, parse.within(*bounds))
        made = phrases_of(words_of(article.text, bounds, _within(ordered, bounds), known, tree.said()))
        relate(made, tree)
        drafts += read.sentence(made)
    kept = attributed(article.text, drafts, read.speeches)
    for draft in kept:
        if draft.teller and draft.modality is Modality.ASSERTED and names_of([draft.teller]) & read.parties:
            draft.modality = Modality.CLAIMED  # a side in the story says so
    return kept


def _lemmas(types: Mapping[str, FactType]) -> dict[str, list[str]]:
    """Return the names of the types by each of their triggers, in their order."""
    lemmas: dict[str, list[str]] = {}
    for name, type_ in types.items():
        for lemma in (*type_.triggers, *implied(type_)):
            lemmas.setdefault(lemma.lower(), []).append(name)
    return lemmas


@lru_cache(maxsize=4)
def _forms(lemmas: tuple[str, ...]) -> dict[str, list[Form]]:
    """Return all forms of the triggers.

    The first word of a longer one is there too, with no form if it has none.
    """
    known = index(lemmas)
    for key in [key for key in known if " " in key]:
        known.setdefault(key.split()[0], [])
    return known


def propose_on(
    article: Article,
    sheet: Sheet,
    schema: Schema,
    parse: Parse = NO_PARSE,
    decided: Mapping[tuple[str, str], tuple[int, int]] = NONE_DECIDED,
) -> list[Fact]:
    """Return the facts proposed on the spans that the sheet's annotator sees, by rules and on learned triggers.

    Those are the confirmed ones, and the undecided ones in the pool.  `decided`: what became of earlier ones, as
    `Learned` has it.
    """

    def by(triggers: Schema) -> list[Fact]:
        return propose(article, sheet, triggers, sheet.boilerplate, parse)

    found = with_learned(article.text, schema, by(schema), parse.triggers, by)
    return weighed(article.text, found, decided)


def _within(spans: Sequence[Span], bounds: tuple[int, int]) -> list[Span]:
    low = bisect_left(spans, bounds[0], key=lambda span: span.start)
    high = bisect_left(spans, bounds[1], key=lambda span: span.start)
    return [span for span in spans[low:high] if span.end <= bounds[1]]


def _id(article: str, draft: FactCandidate) -> str:
    return derived_id(article, "fact", draft.type.name, *draft.trigger)
