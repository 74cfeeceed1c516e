"""Patterns that are nothing but words, however many: all are looked for in one pass over a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

EXACT, LOWER = "ORTH", "LOWER"


def words(tokens: list[dict[str, Any]]) -> tuple[str, list[str]] | None:
    """Return the words that the pattern stands for, and by what they are compared; None when it is more than words."""
    if not all(isinstance(token, dict) and len(token) == 1 for token in tokens):
        return None
    names = {"ORTH" if name.upper() == "TEXT" else name.upper() for token in tokens for name in token}
    found = [word for token in tokens for word in token.values()]
    if len(names) != 1 or not all(isinstance(word, str) and word for word in found):
        return None
    (name,) = names
    is_known = name == EXACT or (name == LOWER and all(word == word.lower() for word in found))
    return (name, found) if is_known else None


class Wordings:
    """The labels and words of many patterns, ready to be looked for."""

    def __init__(self, vocab: Vocab, patterns: Iterable[tuple[str, str, list[str]]]) -> None:
        """Take in the patterns: label, by what the words are compared, and the words."""
        from spacy.matcher import PhraseMatcher
        from spacy.tokens import Doc

        by_label: dict[tuple[str, str], list[Doc]] = {}
        for label, name, said in patterns:
            by_label.setdefault((name, label), []).append(Doc(vocab, words=said))
        self._matchers: dict[str, PhraseMatcher] = {}
        for (name, label), docs in by_label.items():
            if name not in self._matchers:
                self._matchers[name] = PhraseMatcher(vocab, attr=name)
            self._matchers[name].add(label, docs)

    def find(self, doc: Doc) -> Iterator[tuple[str, int, int]]:
        """Yield label, first token and the token behind the last of all matches."""
        strings = doc.vocab.strings
        for matcher in self._matchers.values():
            yield from ((strings[match], start, end) for match, start, end in matcher(doc))
