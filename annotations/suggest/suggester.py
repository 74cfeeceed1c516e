"""Suggestions for an article, from a pipeline, the generic rules, and what was learned.

A pipeline is a shipped one, an installed spaCy package or a folder; spaCy is imported when one is loaded,
never in the window's process.  Rules and label guide are for English: elsewhere a pipeline stands alone.  Where two
finds overlap, `annotations/suggest/settling.py` says which stays.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from annotations.articles import Asked
from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.languages import DEFAULT
from annotations.sets import Boilerplate
from annotations.sheet import Pooled, touches, united
from annotations.span_index import SpanIndex
from annotations.spans import Hint, Rival, Span, Status
from annotations.suggest import mentions
from annotations.suggest.boilerplate.of_article import boilerplate_of
from annotations.suggest.installed import (
    NONE,
    RULES,
    SHIPPED,
    LoadedPipeline,
    places,
    shipped,
    shipped_folder,
)
from annotations.suggest.installed import language as installed_pipeline
from annotations.suggest.label_guide import by_guide
from annotations.suggest.mentions import Learned, Repeat
from annotations.suggest.parse import NO_PARSE, Parse, Token
from annotations.suggest.pattern_lines import PatternsText
from annotations.suggest.patterns import Patterns
from annotations.suggest.pipelines.trigger_tagger import TriggerTagger
from annotations.suggest.settling import RULE, order_of, settled
from annotations.text.spacy_tokens import LONGEST, blank, doc_of, parsed_of, pieces, tokenizer

if TYPE_CHECKING:
    from spacy.language import Language

    from annotations.suggest.confidence import Scored

BATCH = 20  # texts that are parsed at once


@dataclass(frozen=True)
class Suggested:
    """The suggestions for an article, in text order; spans do not overlap.

    `parse`: the parse by the pipeline's parser, if it has one.
    """

    article: str
    spans: list[Span] = field(default_factory=list)
    boilerplate: list[Boilerplate] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    rivals: list[Rival] = field(default_factory=list)
    parse: Parse = NO_PARSE

    def items(self) -> list[Pooled]:
        return [*self.spans, *self.boilerplate, *self.hints, *self.rivals]


class Suggester:
    """A loaded pipeline with the rules, and the project's patterns, beside it.

    `cutter`: the tokenizer for the patterns where there is no pipeline.  `language`: the articles'.
    """

    def __init__(
        self,
        nlp: Language | None,
        origin: str,
        patterns: Patterns | None = None,
        cutter: Language | None = None,
        language: str = DEFAULT,
        tagger: TriggerTagger | None = None,
    ) -> None:
        self.nlp, self.origin, self.patterns, self.cutter = nlp, origin, patterns, cutter
        self.tagger = tagger
        self.is_english = language == DEFAULT and nlp is not None and nlp.lang == DEFAULT
        self._order = order_of(nlp.meta) if nlp else ""

    def left_out(self) -> list[str]:
        """Return a sentence for each line of the patterns that is not used."""
        return self.patterns.left_out if self.patterns else []

    def suggest(
        self,
        articles: Iterable[Asked],
        labels: Collection[str],
        learned: Learned = Learned(),  # noqa: B008 - frozen
    ) -> Iterator[Suggested]:
        """Yield for each article its suggestions, with labels among those given.

        Their ids depend on the article, the bounds and the label alone.
        """
        learned = learned.stopping(self.patterns.stops if self.patterns else ())
        if self.nlp is None:
            yield from (self._without_pipeline(article, labels, learned) for article in articles)
            return
        from annotations.suggest.confidence import scored

        nlp, waiting = self.nlp, list[tuple[Asked, int, int]]()
        docs = (doc_of(nlp, article.text[start:end]) for article, start, end in _noted(articles, waiting))
        places: list[Repeat] = []
        hints: list[Hint] = []
        parsed: list[Token] = []
        for found in scored(nlp, docs):
            article, start, end = waiting.pop(0)
            places += (_moved(place, start) for place in self._places(found))
            hints += (Hint(start + h.start, start + h.end, round(h.probability, 4)) for h in found.hints)
            parsed += parsed_of(found.doc, start, len(parsed)) if self.is_english else ()
            if end == len(article.text):
                places += mentions.seen(article.text, learned)
                wanted = [p for p in places if p.label in labels]
                ranges = boilerplate_of(article, is_english=self.is_english)
                found_here = settled_on(article, wanted, hints, learned, ranges, self._order)
                yield replace(found_here, parse=self._read(article, parsed))
                places, hints, parsed = [], [], []

    def parses(self, articles: Iterable[Asked]) -> Iterator[Parse]:
        """Yield for each article the parse by the pipeline's parser; an empty one without a parser."""
        nlp = self.nlp
        if nlp is None or not any("token.dep" in nlp.get_pipe_meta(name).assigns for name in nlp.pipe_names):
            yield from (self._read(article, ()) for article in articles)
            return
        waiting, parsed = list[tuple[Asked, int, int]](), list[Token]()
        docs = (doc_of(nlp, article.text[start:end]) for article, start, end in _noted(articles, waiting))
        for doc in nlp.pipe(docs, disable=["ner"], batch_size=BATCH):
            article, start, end = waiting.pop(0)
            parsed += parsed_of(doc, start, len(parsed))
            if end == len(article.text):
                yield self._read(article, parsed)
                parsed = []

    def _read(self, article: Asked, tokens: Iterable[Token]) -> Parse:
        """Return the parse with the triggers that were learned."""
        if self.tagger is None:
            return Parse(tuple(tokens)) if tokens else NO_PARSE
        return Parse(tuple(tokens), self.tagger.finds(article.text))

    def _without_pipeline(self, article: Asked, labels: Collection[str], learned: Learned) -> Suggested:
        """Return the suggestions for an article where no pipeline is wanted: the patterns', and the wordings seen."""
        places = [*self._of_patterns(article.text), *mentions.seen(article.text, learned)]
        wanted = [place for place in places if place.label in labels]
        return Suggested(article.id, mentions.offered(article.id, article.text, wanted, learned))

    def _of_patterns(self, text: str) -> Iterator[Repeat]:
        if self.patterns and self.cutter:
            for start, end in pieces(text):
                doc = doc_of(self.cutter, text[start:end])
                yield from (_moved(place, start) for place in self.patterns.find(doc))

    def _places(self, found: Scored) -> Iterator[Repeat]:
        from annotations.suggest.rules import find as rules

        text = found.doc.text
        if self.patterns:
            yield from self.patterns.find(found.doc)
        for entity in found.entities:
            score = -1.0 if entity.score is None else entity.score
            at = (entity.start, entity.end, entity.label)
            for put_right in by_guide(text, *at) if self.is_english else (at,):
                yield Repeat(*put_right, score, self.origin)
        for rule in rules.find(found.doc) if self.is_english else ():
            yield Repeat(*rule, RULE)


def load(
    name: str,
    folder: Path | None = None,
    trusted: Collection[str] = (),
    language: str = DEFAULT,
    patterns: PatternsText | None = None,
) -> Suggester:
    """Return the suggester with the pipeline of that name, and with the patterns given, else those in `folder`, for that language.

    The name is none, rules, a shipped one, an installed spaCy package, or a folder (perhaps below `folder`'s
    `pipelines/`) whose hash is among the trusted.  UserError when there is none, when it is no pipeline or finds no
    entities; UntrustedPipelineError when it lies in a folder that is not trusted.
    """
    written = PatternsText.below(folder) if patterns is None else patterns
    own = written if any(written) else None
    if name == NONE or (name == RULES and language != DEFAULT):
        nlp = tokenizer(language) if own else None
        return Suggester(None, NONE, Patterns(own, nlp), nlp) if own and nlp else Suggester(None, NONE)
    found, origin = _pipeline(name, folder, trusted)
    made = Patterns(own, found.nlp) if own else None
    return Suggester(found.nlp, origin, made, language=language, tagger=_tagger(found))


def parser(
    name: str, folder: Path | None = None, trusted: Collection[str] = (), language: str = DEFAULT
) -> Suggester:
    """Return the pipeline of that name for its parses alone, as `load` finds it; it need not find entities.

    A pipeline known to have no parser is not loaded at all; of one for another language than English nothing is read.
    """
    idle = language != DEFAULT or name in (NONE, RULES, SHIPPED)
    found = None if idle else _loaded(name, folder, trusted)
    if found is None or found.nlp.lang != DEFAULT:
        return Suggester(None, name)
    return Suggester(found.nlp, name, tagger=_tagger(found))


def _tagger(found: LoadedPipeline) -> TriggerTagger | None:
    return TriggerTagger(found.triggers) if found.triggers else None


def _pipeline(name: str, folder: Path | None, trusted: Collection[str]) -> tuple[LoadedPipeline, str]:
    if name == RULES or (name == SHIPPED and not shipped_folder().is_dir()):
        return LoadedPipeline(blank()), RULE
    found = _loaded(name, folder, trusted)
    if "ner" not in found.nlp.pipe_names:
        raise UserError(f"The pipeline {name} finds no entities: it has no `ner` part.")
    meta = found.nlp.meta
    return found, f"{meta.get('name', name)} {meta.get('version', '')}".strip()


def _loaded(name: str, folder: Path | None, trusted: Collection[str]) -> LoadedPipeline:
    if name == SHIPPED:
        found = LoadedPipeline(shipped(shipped_folder(), name))
    else:
        found = installed_pipeline(name, places(name, folder), trusted)
    found.nlp.max_length = LONGEST
    return found


def _noted(
    articles: Iterable[Asked], waiting: list[tuple[Asked, int, int]]
) -> Iterator[tuple[Asked, int, int]]:
    """Yield the pieces of the articles; note each in `waiting`, for its finds come back in the same order."""
    for article in articles:
        for start, end in pieces(article.text):
            waiting.append((article, start, end))
            yield article, start, end


def _moved(place: Repeat, by: int) -> Repeat:
    return place._replace(start=place.start + by, end=place.end + by)


def settled_on(
    article: Asked,
    places: list[Repeat],
    hints: list[Hint],
    learned: Learned,
    ranges: list[tuple[int, int]],
    order: str = "",
) -> Suggested:
    """Return the suggestions for an article made of all that was found in it, but for these ranges."""
    kept, lost = settled(places, article.text, ranges, learned, order)
    spans = [mentions.suggestion(article.id, place) for place in kept]
    marks = [Boilerplate(start, end, Status.SUGGESTED) for start, end in ranges]
    return Suggested(article.id, spans, marks, _missed(hints, spans, ranges), _rivals(lost, spans))


def _missed(hints: list[Hint], spans: list[Span], ranges: list[tuple[int, int]]) -> list[Hint]:
    """Return the hints that touch no suggestion and no boilerplate."""
    taken = united([*((span.start, span.end) for span in spans), *ranges])
    return [hint for hint in hints if not touches(taken, hint.start, hint.end)]


def _rivals(lost: list[Repeat], spans: list[Span]) -> list[Rival]:
    """Return the places that a suggestion which they disagree with displaced."""
    index, found = SpanIndex(spans), dict[str, Rival]()
    for place in lost:
        if any(_disagrees(place, span) for span in index.overlapping(place.start, place.end)):
            score = None if place.score < 0 else round(place.score, 4)
            rival = Rival(place.start, place.end, place.label, place.origin, score)
            found[rival.id] = rival
    return list(found.values())


def _disagrees(place: Repeat, span: Span) -> bool:
    """Return whether another origin gives the place another label or other bounds.

    A part of a longer name with a label of its own is no other opinion, nor are known words that stand in
    one.
    """
    if place.origin == span.origin:
        return False
    if (place.start, place.end) == (span.start, span.end):
        return place.label != span.label
    if place.origin.split()[0] in (mentions.SEEN, mentions.REPEAT):
        return False
    crosses = not (span.start <= place.start and place.end <= span.end)
    return crosses or place.label == span.label
