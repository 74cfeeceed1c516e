"""The tokens of an article, found a chunk at a time when somebody asks for them."""

from __future__ import annotations

from annotations.text.tokens import tokens
from ui.article.chunks import Chunks
from ui.article.selection import Range


class ChunkTokens:
    """Bounds of the tokens, in code points of the article."""

    def __init__(self, text: str, chunks: Chunks) -> None:
        self._text, self._chunks = text, chunks
        self._found: dict[int, list[Range]] = {}

    def of_chunk(self, index: int) -> list[Range]:
        """Return the tokens of a chunk, in text order."""
        if index not in self._found:
            self._found[index] = tokens(self._text, self._chunks.starts[index], self._chunks.ends[index])
        return self._found[index]

    def at(self, i: int) -> Range | None:
        """Return the token that holds code point `i`; None between tokens."""
        return next((token for token in self._near(i) if token[0] <= i < token[1]), None)

    def after(self, i: int) -> Range | None:
        """Return the first token that begins at `i` or later."""
        for index in range(self._chunks.index_of(i), len(self._chunks)):
            for token in self.of_chunk(index):
                if token[0] >= i:
                    return token
        return None

    def before(self, i: int) -> Range | None:
        """Return the last token that ends at `i` or earlier."""
        for index in range(self._chunks.index_of(i), -1, -1):
            for token in reversed(self.of_chunk(index)):
                if token[1] <= i:
                    return token
        return None

    def run(self, start: int, most: int) -> list[Range]:
        """Return so many tokens at most that begin at `start` or later, in text order."""
        found: list[Range] = []
        for index in range(self._chunks.index_of(start), len(self._chunks)):
            found += (token for token in self.of_chunk(index) if token[0] >= start)
            if len(found) >= most:
                break
        return found[:most]

    def between(self, start: int, end: int) -> list[Range]:
        """Return the tokens that begin in [start, end), in text order."""
        chunks = range(self._chunks.index_of(start), self._chunks.index_of(end) + 1)
        return [token for index in chunks for token in self.of_chunk(index) if start <= token[0] < end]

    def _near(self, i: int) -> list[Range]:
        return self.of_chunk(self._chunks.index_of(i))
