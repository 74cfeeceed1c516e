"""Sentences with their parses, and small pipelines with a parser and a tagger trained on them; they know no others.

A word in `parsed/` is written word/head/label/part; the head is the number of a word, the first is 1.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from annotations.suggest.parse import Parse, Token
from annotations.text.spacy_tokens import parsed_of

if TYPE_CHECKING:
    from spacy.language import Language

PARSED = Path(__file__).with_name("parsed")
NAMES = {"GPE": ("Norland", "Sudland", "Ostia"), "WEAPON": ("rockets",), "DATE": ("Tuesday",)}
MOST = 200  # epochs
TAGGER = {
    "@architectures": "spacy.Tagger.v2",
    "tok2vec": {
        "@architectures": "spacy.HashEmbedCNN.v2",
        "pretrained_vectors": None,
        "width": 48,
        "depth": 3,
        "embed_size": 500,
        "window_size": 1,
        "maxout_pieces": 2,
        "subword_features": True,
    },
}
PARSER = {
    "@architectures": "spacy.TransitionBasedParser.v2",
    "state_type": "parser",
    "extra_state_tokens": False,
    "hidden_width": 64,
    "maxout_pieces": 2,
    "use_upper": True,
    "tok2vec": TAGGER["tok2vec"],
}


def sentences(style: str) -> Iterator[tuple[str, Parse]]:
    """The sentences of a file of `parsed/`, each with its parse.

    `clearnlp` and `universal` are those that place alone gets wrong, by whose labels; `kept` those that it gets right.
    """
    for line in (PARSED / f"{style}.txt").read_text("utf-8").splitlines():
        text, tokens = "", list[Token]()
        for word, head, dep, part in (word.split("/") for word in line.split()):
            start = len(text) + (bool(text) and word not in ".,")
            tokens.append(Token(start, start + len(word), int(head) - 1, dep, part))
            text = f"{text:{start}}{word}"
        yield text, Parse(tuple(tokens))


def trained(style: str) -> Language:
    """A pipeline that parses and tags the sentences of the style as they are written, and finds NAMES."""
    import spacy
    from spacy.training import Example
    from spacy.util import minibatch

    spacy.util.fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("morphologizer", config={"model": TAGGER})
    nlp.add_pipe("parser", config={"model": PARSER, "min_action_freq": 1})
    examples = [Example.from_dict(nlp.make_doc(text), _wanted(parse)) for text, parse in sentences(style)]
    optimizer = nlp.initialize(lambda: examples)
    optimizer.learn_rate = 0.005
    epochs = 0
    while not _knows(nlp, style):
        for batch in minibatch(examples, 4):
            nlp.update(batch, sgd=optimizer)
        epochs += 1
        assert epochs < MOST, "the parser does not learn its sentences"
    names: Any = nlp.add_pipe("entity_ruler", name="ner")
    names.add_patterns([{"label": label, "pattern": name} for label, all_ in NAMES.items() for name in all_])
    return nlp


def _knows(nlp: Language, style: str) -> bool:
    wanted = dict(sentences(style))
    return all(tuple(parsed_of(doc, 0, 0)) == wanted[doc.text].tokens for doc in nlp.pipe(wanted))


def _wanted(parse: Parse) -> dict[str, list[Any]]:
    return {
        "heads": [token.head for token in parse.tokens],
        "deps": [token.dep for token in parse.tokens],
        "pos": [token.pos for token in parse.tokens],
    }
