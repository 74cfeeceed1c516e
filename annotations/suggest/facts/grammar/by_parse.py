"""The relations between the phrases of a sentence, by a parse: who does what.

The phrases are ours; the parse knows a phrase by the word that heads it, and says nothing of one that it
takes apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.suggest.facts.grammar.dependency_tree import DependencyTree
from annotations.suggest.facts.grammar.phrases import Parsed, Phrase, Phrases


def relate(made: Phrases, tree: DependencyTree) -> None:
    """Write into each phrase what the tree says of it."""
    if tree.tokens:
        known = _Known(tree, made)
        for n, phrase in enumerate(made):
            phrase.parsed = known.said(n)


class _Known:
    """The phrases `made` of one sentence over its tree; a phrase is named by its number."""

    def __init__(self, tree: DependencyTree, made: Phrases) -> None:
        self._tree, self._made = tree, made
        numbers = {token.start: n for n, token in enumerate(tree.tokens) if token.dep}
        self._phrase: dict[int, int] = {}  # token -> phrase
        for n, phrase in enumerate(made):
            places = (at for word in phrase.words for at in range(word.start, word.end))
            self._phrase |= {numbers[at]: n for at in places if at in numbers and phrase.kind != "mark"}
        self._head = dict[int, int]()  # phrase -> token
        for n, phrase in enumerate(made):
            token = numbers.get(_head(phrase))
            if token is not None and self._phrase.get(token) == n:
                self._head[n] = token

    def said(self, n: int) -> Parsed | None:
        """Return what the parse says of the phrase; None where it is no phrase to the parse."""
        if n not in self._head:
            return None
        token, tree = self._head[n], self._tree
        adjuncts = ((word, at) for word, noun in tree.adjuncts(token) for at in self._nouns([noun]))
        over = [at for at in dict.fromkeys(self._phrase.get(one, n) for one in tree.over(token)) if at != n]
        if self._made[n].kind != "verb":
            return Parsed(adjuncts=tuple(adjuncts), over=tuple(over))
        subjects = [self._named(at) for at in self._nouns(tree.subjects(token))]
        objects = [] if self._made[n].passive else self._nouns(tree.objects(token))
        wholes = tuple(self._wholes(n, over))
        return Parsed(tuple(subjects), tuple(objects), tuple(adjuncts), tuple(over), wholes)

    def _wholes(self, n: int, over: list[int]) -> Iterator[int]:
        """Yield the verb groups that the verb group is one event with: "began" of "began to strike"."""
        for above in over:
            if not self._tree.is_complement(self._head[n]) or above not in self._head:
                return
            yield above
            n = above

    def _nouns(self, tokens: Iterable[int]) -> list[int]:
        """Return the noun phrases of the tokens, in their order; times are none."""
        found = dict.fromkeys(self._phrase[token] for token in tokens if token in self._phrase)
        return [
            n
            for n in found
            if (p := self._made[n]).kind == "noun" and p.tag != "time" and p.head.tag != "poss"
        ]

    def _named(self, n: int) -> int:
        """Return the phrase with the person's name of an apposition, else the phrase itself.

        "The minister, Ann Lee,".
        """
        beside = self._tree.below(self._head[n], {"appos"}) if n in self._head else []
        people = (
            at for at in [n, *self._nouns(beside)] if any(s.label == "PERSON" for s in self._made[at].spans())
        )
        return next(people, n)


def _head(phrase: Phrase) -> int:
    """Return where the word stands that the parse makes the phrase's head; -1 where it does not say."""
    if phrase.kind == "verb":
        return phrase.head.start
    return next((word.said.head for word in reversed(phrase.words) if word.tag != "poss"), -1)
