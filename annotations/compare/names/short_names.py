"""Acronyms joined with what they stand for: explained in brackets, made of initials or of first syllables.

One with two expansions is nobody's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from annotations.compare.material import ComparedArticle
from annotations.compare.names.acronyms import (
    AROUND,
    SHORTEST,
    are_syllables,
    content,
    in_bracket,
    initials,
    may_stand_for,
    without_state,
)
from annotations.compare.names.bodies import SHORT_NAMES, body_name
from annotations.compare.names.built import TELLING, built_name
from annotations.compare.names.joining import Clusters, Fits, Tie
from annotations.compare.names.kinds import BODY, BUILT, PEOPLE, PERSON, STATE
from annotations.compare.names.nodes import Node

BRACKETS = "an acronym in brackets beside the name"
INITIALS = "an acronym of its initials"
SYLLABLES = "an acronym of its first syllables"
SAME = ""
ONE_ACRONYM = "one acronym, and names of which one has all words of the other"
MOST_NAMED = 12  # names of an acronym that are compared
QUALIFIER = "with and without the state in front"
NEXT = 6  # code points behind a name in which its bracket opens
BEGINNING = 3  # letters under which names are looked up for an acronym of syllables


class ShortNames:
    """The acronyms of a project, and the names in it that they may stand for."""

    def __init__(self, nodes: Sequence[Node], articles: Sequence[ComparedArticle]) -> None:
        self.nodes = nodes
        self.short: dict[str, list[Node]] = {}
        self.named = [
            node
            for node in nodes
            if node.words and node.kind not in (PERSON, STATE, PEOPLE) and not node.is_acronym
        ]
        for node in nodes:
            if node.is_acronym:
                self.short.setdefault("".join(node.words), []).append(node)
        self.explained = list(self._brackets(articles))
        self.by_initials: dict[str, list[Node]] = {}
        self.by_beginning: dict[str, list[Node]] = {}
        self.with_state: dict[str, list[Node]] = {}  # "US CENTCOM"
        letters = {part for one in self.short for part in without_state(one)}
        for node in self.named:
            if node.kind == BODY and len((name := body_name(node.words)).rest) == 1 and name.of:
                self.with_state.setdefault(name.rest[0], []).append(node)
            for made in _initials(node) & letters:
                self.by_initials.setdefault(made, []).append(node)
            self.by_beginning.setdefault(_own_words(node)[0][:BEGINNING], []).append(node)

    def _brackets(self, articles: Sequence[ComparedArticle]) -> Iterator[tuple[int, Node, str]]:
        """Yield the place of the article, the name and the letters of each acronym that stands beside its name."""
        for node in self.named:
            for one in node.mentions:
                end, text = one.span.end, articles[one.at].text
                near = text[end : end + NEXT]
                found = in_bracket(text[end : end + AROUND]) if "(" in near or "[" in near else None
                found = found or _own_bracket(one.wording)
                if found and _may_mean(node, found):
                    yield one.at, node, found
        begins = {(one.at, one.span.start): node for node in self.named for one in node.mentions}
        for letters, block in self.short.items():
            for one in (mention for node in block for mention in node.mentions):
                behind = articles[one.at].text[one.span.end : one.span.end + 3]
                if behind.strip() == "(" or behind.startswith(("(", " (")):
                    name = begins.get((one.at, one.span.end + behind.index("(") + 1))
                    if name and _may_mean(name, letters):
                        yield one.at, name, letters

    def in_articles(self) -> Iterator[Fits]:
        """Yield the acronyms that a name in their own article explains."""
        here: dict[tuple[int, str], list[int]] = {}
        for letters, nodes in self.by_initials.items():
            for node in nodes:
                for article in node.articles:
                    here.setdefault((article, letters), []).append(node.number)
        brackets: dict[tuple[int, str], list[int]] = {}
        for article, node, letters in self.explained:
            brackets.setdefault((article, letters), []).append(node.number)
        for letters, block in self.short.items():
            for node in block:
                for article in node.articles:
                    if others := brackets.get((article, letters)):
                        yield Fits(0.95, BRACKETS, node.number, tuple(others))
                    elif others := here.get((article, letters)):
                        yield Fits(0.88, INITIALS, node.number, tuple(others))

    def across(self, clusters: Clusters) -> None:
        """Join acronyms with the only name of all articles that explains them, and with each other."""
        brackets: dict[str, list[Node]] = {}
        for _, node, letters in self.explained:
            brackets.setdefault(letters, []).append(node)
        for letters in sorted(self.short, key=lambda one: (len(one), one)):
            block = self.short[letters]
            roots = {clusters.find(node.number) for node in block}
            roots = {root for root in roots if self._is_named(clusters, root)}
            roots |= {clusters.find(node.number) for node in brackets.get(letters, ())}
            roots = self._of_one_body(roots, clusters)
            reason = BRACKETS if brackets.get(letters) else INITIALS
            if not roots:
                others, reason = self._expansions(letters)
                roots = {clusters.find(node.number) for node in others}
                roots = roots if len(roots) == 1 else set()
            if len(roots) == 1:
                (root,) = roots
                clusters.join_all(Tie(0.85, reason, node.number, root) for node in block)
            if len(roots) < 2:
                clusters.join_all(_same(block))
            short = tuple(node.number for node in block)
            clusters.join_only(
                Fits(0.85, QUALIFIER, node.number, short) for node in self.with_state.get(letters, ())
            )

    def _of_one_body(self, roots: set[int], clusters: Clusters) -> set[int]:
        """Return the clusters with those joined that have one acronym, and names of which one has all words of the other."""
        named = {root: self._words_in(clusters, root) for root in sorted(roots)} if len(roots) > 1 else {}
        for one, other in combinations(list(named)[:MOST_NAMED], 2):
            if any(len(a & b) > 1 and (a <= b or b <= a) for a in named[one] for b in named[other]):
                clusters.join(Tie(0.8, ONE_ACRONYM, one, other))
        return {clusters.find(root) for root in roots}

    def _words_in(self, clusters: Clusters, root: int) -> list[frozenset[str]]:
        own = [self.nodes[one] for one in clusters.of(root).nodes[:MOST_NAMED]]
        return [content(_own_words(node)) for node in own if not node.is_acronym]

    def _is_named(self, clusters: Clusters, root: int) -> bool:
        return any(not self.nodes[one].is_acronym for one in clusters.of(root).nodes)

    def _expansions(self, letters: str) -> tuple[list[Node], str]:
        """Return the names that the letters may stand for in any article, and by what rule."""
        *_, bare = without_state(letters)
        if len(letters) < SHORTEST:
            return [], SAME
        if found := [node for part in without_state(letters) for node in self.by_initials.get(part, ())]:
            return [node for node in found if node.article is None], INITIALS
        near = self.by_beginning.get(bare[:BEGINNING], ()) if len(bare) > BEGINNING else ()
        found = [
            node
            for node in near
            if node.article is None and len(_own_words(node)) > 1 and are_syllables(bare, _own_words(node))
        ]
        return (found, SYLLABLES) if found or bare == letters else (self.short.get(bare, []), SYLLABLES)


def _same(block: Sequence[Node]) -> Iterable[Tie]:
    """Yield the ties of one acronym's nodes: of two letters only within a kind."""
    first: dict[str, Node] = {}
    for node in block:
        letters = "".join(node.words)
        kind = "" if len(letters) >= SHORTEST else node.kind
        if first.setdefault(kind, node) is not node:
            yield Tie(1.0 if first[kind].kind == node.kind else 0.8, SAME, first[kind].number, node.number)


def _own_bracket(wording: str) -> str | None:
    """Return the acronym in brackets at the end of the wording itself."""
    if not wording.rstrip().endswith((")", "]")):
        return None
    at = max(wording.rfind("("), wording.rfind("["))
    return in_bracket(wording[at:]) if at > 0 else None


def _may_mean(node: Node, letters: str) -> bool:
    if node.kind == BODY:
        return may_stand_for(letters, node.words) and letters != "".join(node.words)
    return letters in _initials(node)


def _own_words(node: Node) -> tuple[str, ...]:
    """Return the words that syllables are taken of: of a body without its state."""
    return body_name(node.words).plain if node.kind == BODY else node.words


def _initials(node: Node) -> set[str]:
    made = initials(node.words)
    if node.kind == BODY and (name := body_name(node.words)).of:
        inner = initials(name.plain)
        made |= inner | {SHORT_NAMES.get(name.of, "") + one for one in inner}
    if node.kind == BUILT and (built := built_name(node.words)).head:
        made |= initials(tuple(word for word in built.name if word not in TELLING))
    return made
