"""The confidence of a pipeline in each entity, from its own parser's probabilities.

A greedy transition parser scores every move at every token.  Its moves are made here one step for all texts
at once, as spaCy makes them, and their scores kept: the entities are spaCy's own, found once.  An entity's
probability is the product of its moves', put on a true scale by the two numbers that the pipeline's
`meta.json` may have as `factmark.calibration` (Platt scaling: 1 / (1 + exp(-(a * logit(p) + b)))).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from spacy.language import Language
    from spacy.tokens import Doc

    Floats = NDArray[Any]

NER = "ner"
TEXTS, TOKENS = 64, 60_000  # a batch ends with whichever comes first
HINT = 0.2  # the least probability that a hint has
SMALLEST = 1e-6  # probabilities are kept this far from 0 and 1


class FoundEntity(NamedTuple):
    """An entity's bounds in code points; `score` is 0..1, None where the parser gives none."""

    start: int
    end: int
    label: str
    score: float | None


class LikelyEntity(NamedTuple):
    """A stretch outside every entity that may be one: bounds in code points, the parser's probability."""

    start: int
    end: int
    probability: float


class Scored(NamedTuple):
    """A Doc that has been through the whole pipeline, its entities in order, and what it may have missed."""

    doc: Doc
    entities: list[FoundEntity]
    hints: list[LikelyEntity]


Key = tuple[int, int, str]  # an entity's first token, the token behind its last, its label


class ParserConfidence(NamedTuple):
    """The parser's probabilities for one Doc: of each entity, and for each token that of being in one."""

    entities: dict[Key, float]
    inside: Floats


def scored(nlp: Language, docs: Iterable[Doc]) -> Iterator[Scored]:
    """Yield the tokenised texts, taken through the whole pipeline, in order.

    A pipeline whose `ner` is no greedy transition parser gives scores of None and no hints.
    """
    calibration = calibration_of(nlp)
    for batch in _batches(docs):
        told: Sequence[ParserConfidence | None] = [None] * len(batch)
        for name, component in nlp.pipeline:
            if name == NER and is_greedy(component):
                told = _parse(component, batch)
            elif hasattr(component, "pipe"):
                batch = list(component.pipe(iter(batch), batch_size=TEXTS))
            else:
                batch = [component(doc) for doc in batch]
        for doc, of_doc in zip(batch, told, strict=True):
            yield _scored(doc, of_doc, calibration)


def is_greedy(component: object) -> bool:
    """Return whether the component is spaCy's transition parser, and greedy: without a beam."""
    from spacy.pipeline import EntityRecognizer

    return isinstance(component, EntityRecognizer) and component.cfg.get("beam_width", 1) == 1


def calibration_of(nlp: Language) -> tuple[float, float]:
    """Return the a and b of the pipeline's Platt scaling; (1, 0), which changes nothing, without one."""
    a, b = nlp.meta.get("factmark", {}).get("calibration", (1.0, 0.0))
    return float(a), float(b)


def logit(probability: float) -> float:
    kept = min(max(probability, SMALLEST), 1 - SMALLEST)
    return math.log(kept / (1 - kept))


def calibrated(probability: float, calibration: tuple[float, float]) -> float:
    """Return the probability after Platt scaling.

    >>> calibrated(0.25, (1, 0))
    0.25
    """
    a, b = calibration
    return 1 / (1 + math.exp(-(a * logit(probability) + b)))


def _batches(docs: Iterable[Doc]) -> Iterator[list[Doc]]:
    batch: list[Doc] = []
    for doc in docs:
        batch.append(doc)
        if len(batch) == TEXTS or sum(map(len, batch)) > TOKENS:
            yield batch
            batch = []
    if batch:
        yield batch


def _scored(doc: Doc, told: ParserConfidence | None, calibration: tuple[float, float]) -> Scored:
    raw = told.entities if told else {}
    entities = [
        FoundEntity(
            ent.start_char,
            ent.end_char,
            ent.label_,
            None if (p := raw.get((ent.start, ent.end, ent.label_))) is None else calibrated(p, calibration),
        )
        for ent in doc.ents
    ]
    return Scored(doc, entities, list(_hints(doc, told.inside)) if told else [])


def _hints(doc: Doc, inside: Floats) -> Iterator[LikelyEntity]:
    """Yield stretches of neighbouring tokens that are likely enough, of which one has a capital."""
    likely = [i for i in (inside >= HINT).nonzero()[0].tolist() if not doc[i].ent_type]
    for _, run in groupby(enumerate(likely), lambda pair: pair[1] - pair[0]):
        tokens = [i for _, i in run]
        stretch = doc[tokens[0] : tokens[-1] + 1]
        if any(token.text[0].isupper() for token in stretch):
            yield LikelyEntity(stretch.start_char, stretch.end_char, float(inside[tokens].max()))


# --- the parser


def _parse(ner: Any, docs: list[Doc]) -> list[ParserConfidence]:
    """Set the entities of the docs as `ner` would; return how likely they are."""
    states, scores = _walk(ner, docs)
    ner.set_annotations(docs, states)
    moves = Moves([ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)])
    return [moves.told(doc, of_doc) for doc, of_doc in zip(docs, scores, strict=True)]


def _walk(ner: Any, docs: list[Doc]) -> tuple[list[Any], list[Floats]]:
    """Return the parser's final states, and for every Doc the scores of (token, move).

    Each move takes one token.
    """
    import numpy

    sizes = [len(doc) for doc in docs]
    starts = numpy.cumsum([0, *sizes])
    scores = numpy.zeros((int(starts[-1]), ner.moves.n_moves), dtype="f")
    states = ner.moves.init_batch(docs)
    live = [(start, state) for start, state in zip(starts, states, strict=False) if not state.is_final()]
    model: Any = ner.model.predict(docs) if live else None
    step = 0
    while live:
        unfinished = [state for _, state in live]
        found = numpy.ascontiguousarray(ner.model.ops.to_numpy(model.predict(unfinished)), dtype="f")
        scores[numpy.array([start for start, _ in live]) + step] = found
        if len(ner.transition_states(unfinished, found)) < len(live):
            live = [pair for pair in live if not pair[1].is_final()]
        step += 1
    return states, numpy.split(scores, starts[1:-1])


class Moves:
    """The parser's moves by number: O outside, B I L in an entity of several tokens, U of one."""

    def __init__(self, names: list[str]) -> None:
        import numpy

        self._number = {name: i for i, name in enumerate(names)}
        self._out = self._number["O"]
        kinds = [name.partition("-")[::2] for name in names]
        self._starting = numpy.array([kind == "O" or (kind in "BU" and label != "") for kind, label in kinds])
        self._going_on = {
            label: numpy.array([kind in "IL" and other == label for kind, other in kinds])
            for label in {label for _, label in kinds if label}
        }

    def told(self, doc: Doc, scores: Floats) -> ParserConfidence:
        """Return probabilities from the scores (token, move) of a Doc whose entities are set."""
        import numpy

        start = _softmax(numpy.where(self._starting, scores, -numpy.inf))
        entities = {
            (e.start, e.end, e.label_): self._entity(
                e.end - e.start, e.label_, start[e.start], scores[e.start : e.end]
            )
            for e in doc.ents
        }
        return ParserConfidence(entities, 1 - start[:, self._out])

    def _entity(self, size: int, label: str, start: Floats, scores: Floats) -> float:
        """Return the entity's probability, the product of its moves' probabilities."""
        import numpy

        if size == 1:
            return float(start[self._number[f"U-{label}"]])
        rest = _softmax(numpy.where(self._going_on[label], scores[1:], -numpy.inf))
        inner, last = rest[:-1, self._number[f"I-{label}"]], rest[-1, self._number[f"L-{label}"]]
        return float(start[self._number[f"B-{label}"]] * inner.prod() * last)


def _softmax(scores: Floats) -> Floats:
    import numpy

    powers = numpy.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares
