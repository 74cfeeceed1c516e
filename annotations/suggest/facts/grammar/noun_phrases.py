"""The noun phrases of a sentence as the proposals read it, for a person who fills a role by hand."""

from __future__ import annotations

from collections.abc import Iterable

from annotations.spans import Span
from annotations.suggest.facts.grammar.phrases import Phrase, phrases_of
from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.grammar.words import generic_verbs, words_of
from annotations.suggest.facts.roles import EMPTY, WHICH

LONGEST = 6  # words of a phrase; where there are more, the language is another
_HEADS = ("noun", "name", "pron")  # the tags of a word that can end a phrase
_AHEAD = WHICH | {"least", "most", "more"}


def noun_phrases(text: str, bounds: tuple[int, int], spans: Iterable[Span]) -> list[tuple[int, int]]:
    """Return the ranges of the noun phrases of the sentence, in text order, without their article.

    A span is one word of a phrase; a phrase that adds no word to its spans is left out, as is a pointing word.
    """
    words = words_of(text, bounds, spans, generic_verbs(), {})
    found = (_stretch(phrase) for phrase in phrases_of(words) if phrase.kind == "noun")
    return [(made[0].start, made[-1].end) for made in found if len(made) <= LONGEST and any(map(_adds, made))]


def _adds(word: Word) -> bool:
    """Return whether the word is one that no span covers, and more than a mark or a number."""
    return not word.span and not word.inner and word.tag in _HEADS


def _stretch(phrase: Phrase) -> list[Word]:
    """Return the words of the phrase from behind its article to its last noun."""
    words = [word for word in phrase.words if word.tag != "poss"]
    while words and words[0].text in _AHEAD and not words[0].span:
        words = words[1:]
    while words and words[-1].tag not in _HEADS and not words[-1].span:
        words = words[:-1]
    return [] if len(words) == 1 and words[0].text in EMPTY else words
