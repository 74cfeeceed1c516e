"""The triggers of facts as a pipeline learned them from confirmed ones: one label for each fact type."""

from __future__ import annotations

from typing import TYPE_CHECKING

from annotations.suggest.parse import TaggedTrigger
from annotations.text.spacy_tokens import LONGEST, doc_of, pieces

if TYPE_CHECKING:
    from spacy.language import Language

LEAST = 0.5  # the score from which on a find is right nearly always; at 0.3 twice as many come, a tenth of them wrong


class TriggerTagger:
    """A pipeline whose entities are triggers, with their fact type as label."""

    def __init__(self, nlp: Language) -> None:
        nlp.max_length = LONGEST
        self._nlp = nlp

    def finds(self, text: str) -> tuple[TaggedTrigger, ...]:
        """Return the triggers in the text that are sure enough, in order."""
        from annotations.suggest.confidence import scored

        bounds = pieces(text)
        docs = (doc_of(self._nlp, text[start:end]) for start, end in bounds)
        return tuple(
            TaggedTrigger(start + entity.start, start + entity.end, entity.label, round(entity.score, 4))
            for (start, _), found in zip(bounds, scored(self._nlp, docs), strict=True)
            for entity in found.entities
            if entity.score is not None and entity.score >= LEAST
        )
