"""A fact in the words of a template in another language than English: the template's and the article's alone.

Verbs stand as they are written, and no word of ours comes between; how the fact is meant stands behind the sentence in
round brackets, in the words that its attributes have everywhere in the window.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from annotations.fact_attributes import ATTRIBUTES
from annotations.schema.kinds import RoleKind
from annotations.schema.sentence_templates import Blank, TemplateLine
from annotations.sentences.filler_words import RoleWords
from annotations.sentences.pieces import SentencePiece
from annotations.sentences.telling import FactTelling


class AsWrittenTelling(FactTelling):
    """A fact on its way into words that are none of ours."""

    def _verb(self, past: str, *, passive: bool) -> str:
        return f"was {past}" if passive else past

    def _negates(self) -> bool:
        return False  # in the verb

    def _word_instead(self, blank: Blank, name: str) -> str:
        return blank.word or name

    def _filler(self, words: RoleWords, kind: RoleKind | None, before: str) -> Iterator[SentencePiece]:
        yield from (SentencePiece(before), *self._listed(words))

    def _listed(self, words: RoleWords) -> Iterator[SentencePiece]:
        for n, stretch in enumerate(words.stretches):
            yield SentencePiece(", " if n else "")
            yield from words.piece(stretch)

    def _place_counts(self, blanks: Sequence[Blank], line: TemplateLine) -> None:
        """Leave each count in its own place."""

    def _according(self, line: TemplateLine) -> Iterator[SentencePiece]:
        """Yield how the fact is meant; a source is a role like others."""
        compared = ((ATTRIBUTES[name], value) for name, value in self._fact.compared())
        said = ", ".join(filter(None, (attribute.words(value) for attribute, value in compared)))
        yield SentencePiece(f" ({said})" if said else "")
