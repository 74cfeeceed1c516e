"""Facts as sentences: `U.S. and British forces struck Houthi missile sites in Yemen on Friday`.

The words of a fact type come from its `sentence` in the schema, from the table of shipped types, or else they are
its roles one behind the other.  Nothing raises: what a schema has no longer is said as far as it can be.
"""

from __future__ import annotations

from annotations.errors import UserError
from annotations.fact_verbs import incomplete
from annotations.facts import Fact
from annotations.schema.sentence_templates import template
from annotations.schema.types import FactType, Schema
from annotations.sentences.alike import like_shipped
from annotations.sentences.filler_words import SpanLookup
from annotations.sentences.other_language import AsWrittenTelling
from annotations.sentences.pieces import PieceKind, Sentence, SentencePiece, joined
from annotations.sentences.shipped import SHIPPED
from annotations.sentences.telling import FactTelling

__all__ = ["PieceKind", "Sentence", "SentencePiece", "open_needed", "sentence_of"]


def sentence_of(fact: Fact, text: str, schema: Schema, spans: SpanLookup) -> Sentence:
    """Return the fact as a sentence, without a full stop.

    `spans`: those that fillers refer to, by id (a sheet, or a mapping); one that is gone has no label.
    """
    type_ = schema.facts.get(fact.type) or FactType(fact.type)
    telling = FactTelling(fact, type_, text, spans)
    own = telling if schema.language == "en" else AsWrittenTelling(fact, type_, text, spans)
    kinds = tuple((name, role.kind) for name, role in type_.roles.items())
    shipped = SHIPPED.get(fact.type) or like_shipped(type_.triggers, kinds)
    for by, written in ((own, type_.sentence), (telling, shipped)):
        try:
            return joined(by.by(template(written)))
        except UserError:  # none is written, or one that no file could have held
            continue
    return joined(telling.role_by_role())


def open_needed(fact: Fact, schema: Schema) -> tuple[str, ...]:
    """Return the names of the needed roles that are open, in the schema's order: "no actor yet"."""
    return tuple(incomplete(fact, schema.facts.get(fact.type) or FactType(fact.type)))
