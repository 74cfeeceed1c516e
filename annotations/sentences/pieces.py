"""A fact's sentence as values: pieces of words, each plain, a filler's, or in the place of one that is open."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from annotations.processes.quick_dataclass import dataclass


class PieceKind(StrEnum):
    """The kind of a piece: ours, the article's words, or the word in the place of a needed role that is open."""

    PLAIN = "plain"
    FILLER = "filler"
    OPEN = "open"


@dataclass(frozen=True)
class SentencePiece:
    """Words of a sentence, the blanks round them included; `role` is theirs, "" when they are plain."""

    words: str
    kind: PieceKind = PieceKind.PLAIN
    role: str = ""


@dataclass(frozen=True)
class Sentence:
    """A fact as a sentence, without a full stop; no two plain pieces stand side by side."""

    pieces: tuple[SentencePiece, ...]

    @cached_property
    def words(self) -> str:
        """Return the whole sentence as text."""
        return "".join(piece.words for piece in self.pieces)


def joined(pieces: Iterable[SentencePiece]) -> Sentence:
    """Return the sentence of the pieces: empty ones left out, plain ones that meet made one, blanks folded."""
    made: list[SentencePiece] = []
    for piece in pieces:
        words = piece.words
        if made and words.startswith(",") and made[-1].kind is PieceKind.PLAIN:
            made[-1] = SentencePiece(made[-1].words.rstrip(" "))
        if words.startswith(" ") and (not made or made[-1].words.endswith(" ")):
            words = words.lstrip(" ")
        if words and made and piece.kind is PieceKind.PLAIN is made[-1].kind:
            made[-1] = SentencePiece(made[-1].words + words)
        elif words:
            made.append(SentencePiece(words, piece.kind, piece.role))
    if made and made[-1].kind is PieceKind.PLAIN:
        made[-1] = SentencePiece(made[-1].words.rstrip(" "))
    return Sentence(tuple(piece for piece in made if piece.words))
