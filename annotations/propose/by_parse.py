"""Who does what in a sentence of phrases, by a parse.

The phrases are ours; the parse knows a phrase by the word that heads it, and says nothing of one that it takes
apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.propose.by_place import PARTING
from annotations.propose.lists import LIGHT
from annotations.propose.phrases import Phrase, Phrases
from annotations.propose.tree import Tree


class ByParse:
    """The phrases `made` of one sentence over its tree; a phrase is named by its number."""

    def __init__(self, tree: Tree, made: Phrases) -> None:
        self._tree, self._made = tree, made
        numbers = {token.start: n for n, token in enumerate(tree.tokens) if token.dep}
        self._phrase: dict[int, int] = {}  # token -> phrase
        for n, phrase in enumerate(made if numbers else ()):
            places = (at for word in phrase.words for at in range(word.start, word.end))
            self._phrase |= {numbers[at]: n for at in places if at in numbers and phrase.kind != "mark"}
        self._head = dict[int, int]()  # phrase -> token
        for n, phrase in enumerate(made):
            token = numbers.get(_head(phrase))
            if token is not None and self._phrase.get(token) == n:
                self._head[n] = token

    def knows(self, n: int) -> bool:
        """Whether the phrase is one to the parse too."""
        return n in self._head

    def subject(self, n: int) -> Phrases:
        """That of a verb group; none when the parse does not say."""
        found = self._nouns(self._tree.subjects(self._head[n])) if self.knows(n) else []
        return [self._made[self._named(at)] for at in found]

    def object_of(self, n: int) -> Phrases:
        """That of a known verb group."""
        if self._made[n].passive:
            return []
        return [self._made[at] for at in self._nouns(self._tree.objects(self._head[n]))]

    def adjuncts(self, n: int, light: int | None) -> Iterator[Phrase]:
        """Those of a known phrase; `light` is the verb whose own they may be too: "launched a raid | on Ostia"."""
        head = self._head[n]
        found = list(self._tree.adjuncts(head))
        if light is not None and self.knows(light) and self._made[light].lemmas & LIGHT:
            found += [(word, noun) for word, noun in self._tree.adjuncts(self._head[light]) if noun > head]
        for word, noun in found:
            for phrase in (self._made[at] for at in self._nouns([noun]) if at != n and word not in PARTING):
                yield phrase if phrase.prep == word else Phrase("noun", phrase.words, word, phrase.clause)

    def over(self, n: int) -> list[int]:
        """The phrases that the phrase hangs on, the nearest first."""
        tokens = self._tree.over(self._head[n]) if self.knows(n) else ()
        return [at for at in dict.fromkeys(self._phrase.get(token, n) for token in tokens) if at != n]

    def wholes(self, n: int) -> Iterator[int]:
        """The verb groups that the verb group is one event with: "began" of "began to strike"."""
        over = self.over(n)
        while over and self._tree.is_complement(self._head[n]) and self.knows(over[0]):
            n, over = over[0], over[1:]
            yield n

    def _nouns(self, tokens: Iterable[int]) -> list[int]:
        """The noun phrases of the tokens, in their order; times are none."""
        found = dict.fromkeys(self._phrase[token] for token in tokens if token in self._phrase)
        return [
            n
            for n in found
            if (p := self._made[n]).kind == "noun" and p.tag != "time" and p.head.tag != "poss"
        ]

    def _named(self, n: int) -> int:
        """Of an apposition ("the minister, Ann Lee,") the phrase with the person's name."""
        beside = self._tree.below(self._head[n], {"appos"}) if self.knows(n) else []
        people = (
            at for at in [n, *self._nouns(beside)] if any(s.label == "PERSON" for s in self._made[at].spans())
        )
        return next(people, n)


def _head(phrase: Phrase) -> int:
    """Where the word stands that heads the phrase to the parse; -1 where it does not say."""
    if phrase.kind == "verb":
        return phrase.head.start
    return next((word.said.head for word in reversed(phrase.words) if word.tag != "poss"), -1)
