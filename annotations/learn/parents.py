"""The pipeline that training begins with: the parent's layers, and of its labels what fits the new ones.

A new label begins as the old one that the parent mostly finds in its places (person as PERSON); one without a
counterpart begins at random, since rows of zeros would leave it unfound for long.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from annotations.learn.pieces import sound
from annotations.learn.shapes import Lesson
from annotations.text.spacy_tokens import LONGEST, blank, doc_of
from annotations.training import pipeline as shipping

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

NER, TOK2VEC, ENGLISH = "ner", "tok2vec", "en"
LEAST_HITS, LEAST_SHARE = 3, 0.25  # of a label's spans, at which the parent finds one label
LOOKED_THROUGH = 60_000  # words that the parent is run over to map its labels
UNNEEDED = ("parser", "tagger", "morphologizer", "attribute_ruler", "lemmatizer")  # to find names
MOVES = ("B-", "I-", "L-", "U-")
Mapped = Mapping[str, str]  # a new label -> the parent's


class Origin(NamedTuple):
    """Layers that a pipeline can take over: the parent, or None; the model's settings; why it is not more."""

    parent: Language | None
    model: dict[str, Any]
    notes: tuple[str, ...]


def origin(parent: Language | None, language: str) -> Origin:
    """Return what a pipeline for the language can take over from the parent."""
    ours = shipping.blank().get_pipe_config(NER)["model"]
    if parent is None:
        return Origin(None, ours, ())
    name = str(parent.meta.get("name", "The parent"))
    why = _unfit(parent, language)
    if why:
        return Origin(None, ours, (f"{name} {why}, so training starts from nothing.",))
    model = dict(parent.get_pipe_config(NER)["model"])
    if _listened(parent):
        model[TOK2VEC] = parent.get_pipe_config(TOK2VEC)["model"]
    return Origin(parent, model, ())


def _unfit(parent: Language, language: str) -> str:
    """Return why nothing can be taken over from the parent, to follow its name; "" when something can."""
    from spacy.pipeline import EntityRecognizer

    if parent.lang != language:
        return f"is for the language {parent.lang}, not {language}"
    if not parent.has_pipe(NER):
        return "finds no names by a component ner"
    ner: Any = parent.get_pipe(NER)
    if (
        not isinstance(ner, EntityRecognizer)
        or ner.cfg.get("beam_width", 1) > 1
        or not ner.model.attrs.get("has_upper")
    ):
        return "finds names in another way than training can go on with"
    if _listener(parent) and not _listened(parent):
        return "shares layers that training cannot take over, a transformer's for instance"
    return ""


def _listener(parent: Language) -> bool:
    ner: Any = parent.get_pipe(NER)
    return any("listener" in node.name for node in ner.model.get_ref(TOK2VEC).walk())


def _listened(parent: Language) -> bool:
    """Return whether the parent's ner listens to a plain tok2vec of the pipeline, whose layers can be copied."""
    from spacy.pipeline import Tok2Vec

    return _listener(parent) and parent.has_pipe(TOK2VEC) and type(parent.get_pipe(TOK2VEC)) is Tok2Vec


def begun(
    start: Origin,
    language: str,
    mapped: Mapped,
    labels: Iterable[str],
    sample: Callable[[Language], list[Example]],
) -> Language:
    """Return the pipeline as training begins with it.

    `sample`: makes a few examples for its tokens.  Every random number comes from thinc's, seeded before.
    """
    nlp = _blank(start, language)
    ner: Any = nlp.add_pipe(NER, config={"model": start.model})
    for label in labels:
        ner.add_label(label)
    examples = sample(nlp)
    nlp.initialize(lambda: examples)
    if start.parent:
        _carry_over(start.parent, ner, mapped)
    return nlp


def _blank(start: Origin, language: str) -> Language:
    """Return a pipeline without components: with the parent's words and tokens, else our cuts for English."""
    if start.parent is None:
        nlp = blank(language)
        if language == ENGLISH:
            tokenizer: Any = nlp.tokenizer
            tokenizer.from_bytes(_bytes(shipping.blank().tokenizer))
    else:
        kind: Any = type(start.parent)
        vocab: Any = start.parent.vocab
        told = {"lang": language, "pipeline": [], "tokenizer": start.parent.config["nlp"]["tokenizer"]}
        nlp = kind.from_config({"nlp": told}, vocab=vocab if vocab.vectors_length else True)
        if not vocab.vectors_length:
            nlp.vocab.from_bytes(vocab.to_bytes(exclude=["vectors"]))
        if hasattr(start.parent.tokenizer, "to_bytes"):
            tokenizer = nlp.tokenizer
            tokenizer.from_bytes(_bytes(start.parent.tokenizer))
    nlp.max_length = LONGEST
    return nlp


def _bytes(tokenizer: Any) -> bytes:
    return bytes(tokenizer.to_bytes(exclude=["vocab"]))


def _carry_over(parent: Language, ner: Any, mapped: Mapped) -> None:
    """Copy the layers below the output, and the output's rows of moves that have a counterpart."""
    old: Any = parent.get_pipe(NER)
    for below, ours in zip(_layers(parent), _flat(ner.model.get_ref(TOK2VEC)), strict=True):
        ours.from_bytes(below.to_bytes())
    ner.model.get_ref("lower").from_bytes(old.model.get_ref("lower").to_bytes())
    rows = {old.moves.get_class_name(i): i for i in range(old.moves.n_moves)}
    names = [ner.moves.get_class_name(i) for i in range(ner.moves.n_moves)]
    pairs = {move + new: move + was for new, was in mapped.items() for move in MOVES} | {"O": "O"}
    upper, theirs = ner.model.get_ref("upper"), old.model.get_ref("upper")
    for param in ("W", "b"):
        values, given = upper.get_param(param).copy(), theirs.get_param(param)
        for i, name in enumerate(names):
            if pairs.get(name) in rows:
                values[i] = given[rows[pairs[name]]]
        upper.set_param(param, values)


def _layers(parent: Language) -> list[Any]:
    """Return the layers below the parser's; those that it only listens to in the listener's place."""
    ner: Any = parent.get_pipe(NER)
    layers = _flat(ner.model.get_ref(TOK2VEC))
    if not _listener(parent):
        return layers
    shared: Any = parent.get_pipe(TOK2VEC)
    return [*_flat(shared.model), *layers[1:]]


def _flat(model: Any) -> list[Any]:
    """Return the layers of a chain, chains among them taken apart: thinc does so with some."""
    return [part for layer in model.layers for part in _flat(layer)] if ">>" in model.name else [model]


def mapped(parent: Language, lessons: Sequence[Lesson], labels: Iterable[str]) -> dict[str, str]:
    """Return for each label the parent's that it finds most at the same bounds, if it does so often enough."""
    wanted, words, some = set(labels), 0, []
    for lesson in lessons:
        if words < LOOKED_THROUGH:
            some.append(lesson)
            words += len(lesson.text.split())
    docs = parent.pipe((doc_of(parent, sound(lesson.text)) for lesson in some), disable=UNNEEDED)
    hits: dict[str, Counter[str]] = defaultdict(Counter)
    size: Counter[str] = Counter()
    for lesson, doc in zip(some, docs, strict=True):
        found = {(ent.start_char, ent.end_char): ent.label_ for ent in doc.ents}
        for mark in lesson.marks:
            if mark.label in wanted:
                size[mark.label] += 1
                if mark[:2] in found:
                    hits[mark.label][found[mark[:2]]] += 1
    best = {label: counts.most_common(1)[0] for label, counts in sorted(hits.items())}
    return {
        label: old
        for label, (old, count) in best.items()
        if count >= LEAST_HITS and count >= LEAST_SHARE * size[label]
    }
