"""The training of the shipped pipeline: a tokenizer with two more cuts and a greedy entity recogniser.

Nothing of ours is needed to load the result: the cuts are saved with the tokenizer.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from annotations.training.augment import augmented
from annotations.training.corpus import LABELS, Corpora
from annotations.training.marked import Marked

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.training import Example

RECIPE = Path(__file__).parent / "recipe.cfg"
NAME, VERSION = "en_news", "1.0.0"
META = {
    "name": NAME,
    "version": VERSION,
    "description": "Names in English news, trained for Factmark",
    "license": "see README.md",
    "spacy_version": ">=3.8.0,<3.9.0",
}
#: Beside spaCy's own: "U.S.-led" at the hyphen, and dashes wherever they stand.
CUTS = (r"(?<=[A-Z]\.)-(?=[A-Za-z])", r"(?<=\S)[—–](?=\S)")
DASHES = ("—", "–")


def blank(recipe: Path = RECIPE) -> Language:
    """Return the recipe's pipeline, untrained."""
    from spacy import util

    language: Any = util.get_lang_class("en")
    nlp: Language = language.from_config(util.load_config(recipe), meta=META)
    defaults: Any = nlp.Defaults
    tokenizer: Any = nlp.tokenizer
    tokenizer.infix_finditer = util.compile_infix_regex([*defaults.infixes, *CUTS]).finditer
    tokenizer.prefix_search = util.compile_prefix_regex([*defaults.prefixes, *DASHES]).search
    tokenizer.suffix_search = util.compile_suffix_regex([*defaults.suffixes, *DASHES]).search
    return nlp


def example(nlp: Language, marked: Marked) -> Example:
    """Return the text as spaCy's training example; a mark off the tokens' bounds is left out."""
    from spacy.training import Example

    gold = nlp.make_doc(marked.text)
    spans = [gold.char_span(mark.start, mark.end, mark.label) for mark in marked.marks]
    gold.set_ents([span for span in spans if span is not None])
    return Example(nlp.make_doc(marked.text), gold)


def train(corpora: Corpora, *, say: Callable[[str], None] = print) -> Language:
    """Return the pipeline of the epoch that did best on `corpora.dev`, its weights rounded to 16 bits.

    `say` gets a line an epoch, with the CPU time so far.
    """
    began = time.process_time()
    nlp, told = blank(), _started()
    optimizer, rng = told["optimizer"], Random(told["seed"])
    _initialize(nlp, corpora, optimizer)
    dev = [example(nlp, text) for text in corpora.dev]
    best, kept = -1.0, b""
    for epoch in range(1, told["max_epochs"] + 1):
        texts = [augmented(text, rng) for text in corpora.train]
        rng.shuffle(texts)
        losses: dict[str, float] = {}
        for batch in told["batcher"](example(nlp, text) for text in texts):
            nlp.update(batch, sgd=optimizer, drop=told["dropout"], losses=losses)
            optimizer.step_schedules()
        with nlp.use_params(optimizer.averages):
            score = nlp.evaluate(dev)["ents_f"]
            if score > best:
                best, kept = score, nlp.to_bytes(exclude=["vocab"])
        seconds = time.process_time() - began
        say(f"epoch {epoch}: loss {losses['ner']:,.0f}, F on dev {score:.3f}, {seconds:.0f} s")
    return rounded(blank().from_bytes(kept, exclude=["vocab"]))


def _started() -> dict[str, Any]:
    """Return the recipe's training part, its functions made; reset every source of random numbers."""
    from spacy.schemas import ConfigSchemaTraining
    from spacy.util import load_config, registry
    from thinc.api import fix_random_seed

    told = registry.resolve(load_config(RECIPE, interpolate=True)["training"], schema=ConfigSchemaTraining)
    fix_random_seed(told["seed"])
    return dict(told)


def _initialize(nlp: Language, corpora: Corpora, optimizer: Any) -> None:
    ner: Any = nlp.get_pipe("ner")
    for label in LABELS:
        ner.add_label(label)
    nlp.initialize(lambda: [example(nlp, text) for text in corpora.train[:200]], sgd=optimizer)


def rounded(nlp: Language) -> Language:
    """Return the pipeline with weights that 16 bits hold: half the size when packed, the same entities."""
    import numpy

    ner: Any = nlp.get_pipe("ner")
    for node in ner.model.walk():
        for name in node.param_names:
            if node.has_param(name):
                value = node.get_param(name)
                node.set_param(name, value.astype(numpy.float16).astype(value.dtype))
    return nlp
