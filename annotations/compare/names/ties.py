"""Ties of names that are equal: same words, spelling variants, one name with its parts in another order, other names."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from annotations.compare.names.bodies import body_name, known_peoples
from annotations.compare.names.built import BuiltName, built_name, equal_built, place_words
from annotations.compare.names.events import EventName, equal_events, event_name, known_events
from annotations.compare.names.given import is_given
from annotations.compare.names.joining import Fits, Tie
from annotations.compare.names.kinds import BODY, BUILT, EVENT, PEOPLE, PERSON, PLACE, PRODUCT, STATE
from annotations.compare.names.letters import pieces
from annotations.compare.names.nodes import Node
from annotations.compare.names.same_things import known_places, other_name_lines
from annotations.compare.names.spelling import are_close, are_plural, equal_names, skeletons

VARIANTS = "spelling variants"
WORDS_MORE = "one name, with and without words that may be missing"
OTHER_NAMES = "known names of one thing"
LABELS = "the same words, labelled in more than one way"
MOST_NEAR = 60  # names of a block that each is compared with: those next to it
LEAST_PLURAL = 5
NO_PLURAL = 1000
LEAST_PLURAL_PEOPLE = 3

DESIGNATION = re.compile(r"[a-z]{1,4}\d+s")  # more than one of an aircraft's kind: Mi-17s

Pair = tuple[Node, Node]
T = TypeVar("T")


def blocks(nodes: Iterable[Node], keys: Callable[[Node], Iterable[Hashable]]) -> Iterator[Pair]:
    """Yield the pairs of nodes that share a key, each node with the next ones of its block alone."""
    by_key: dict[Hashable, list[Node]] = {}
    for node in nodes:
        for key in keys(node):
            by_key.setdefault(key, []).append(node)
    for block in by_key.values():
        yield from neighbours(block)


def neighbours(block: Sequence[T]) -> Iterator[tuple[T, T]]:
    for i, one in enumerate(block):
        for other in block[i + 1 : i + 1 + MOST_NEAR]:
            yield one, other


def equal_ties(nodes: Sequence[Node]) -> Iterator[Tie]:
    """Yield the ties of names that are equal within their kind, persons' left out."""
    named = [
        node
        for node in nodes
        if node.article is None and node.words and node.kind not in (PERSON, STATE, PEOPLE)
    ]
    for one, other in blocks(named, _keys):
        if one.kind == EVENT:
            if _equal_events(one, other):
                yield _tie(one, other, _event(one) == _event(other))
        elif one.kind == BUILT and built_name(one.words).head:
            if _equal_built(built_name(one.words), built_name(other.words)):
                yield _tie(one, other, built_name(one.words) == built_name(other.words))
        elif equal_names(_plain(one), _plain(other), plural=_least_plural(one, other)) and not _look_alike(
            one, other
        ):
            yield _tie(one, other, _plain(one) == _plain(other))


def _tie(one: Node, other: Node, same: bool) -> Tie:
    if one.words == other.words:
        return Tie(1.0, "", one.number, other.number)
    return Tie(0.95 if same else 0.9, WORDS_MORE if same else VARIANTS, one.number, other.number)


def _plain(node: Node) -> tuple[str, ...]:
    """Return the words of a name in the order and choice in which they are compared."""
    if node.kind == BODY:
        return body_name(node.words).rest
    if node.kind == PLACE:
        return place_words(node.words)
    if node.kind != PRODUCT or not _has_number(node):
        return node.words
    glued = "".join(node.words)
    return (glued.removesuffix("s") if DESIGNATION.fullmatch(glued) else glued,)


def _has_number(node: Node) -> bool:
    return any(letter.isdigit() for word in node.words for letter in word)


def _event(node: Node) -> EventName:
    return event_name(node.words)


def _keys(node: Node) -> Iterator[Hashable]:
    if node.kind == EVENT and (name := _event(node)).head:
        yield from (
            (EVENT, name.head, part)
            for part in sorted(name.states | name.words | name.numbers) or [name.year]
        )
    elif node.kind == BUILT and (built := built_name(node.words)).head:
        yield from ((BUILT, built.head, key) for key in skeletons(built.name))
        if lies := _place_named(built):
            yield BUILT, built.head, "known", lies
    else:
        of = body_name(node.words).of if node.kind == BODY else None
        yield from ((node.kind, of, key) for key in skeletons(_plain(node)))


def _place_named(built: BuiltName) -> str:
    """Return what stands for the known place by whose name alone a place built goes, else ""."""
    return known_places().get(" ".join(built.name), "")


def _equal_built(one: BuiltName, other: BuiltName) -> bool:
    known = _place_named(one)
    known_one = bool(known) and one.head == other.head and known == _place_named(other)
    return known_one or equal_built(one, other)


def _equal_events(one: Node, other: Node) -> bool:
    a, b = _event(one), _event(other)
    if not a.head and not b.head:
        return equal_names(one.words, other.words)
    known = known_events()
    return equal_events(a, b) and (
        (a.states, a.words) == (b.states, b.words) or not (a in known or b in known)
    )


def _look_alike(one: Node, other: Node) -> bool:
    """Return whether one of two words is a known name, and the other no close variant of it: Miami, Mammy."""
    if len(_plain(one)) > 1 or len(_plain(other)) > 1:
        return False
    a, b = (" ".join(_plain(node)) for node in (one, other))
    known = known_places() if one.kind == PLACE else known_peoples() if one.kind == BODY else {}
    if (a in known) == (b in known) or are_plural(a, b, LEAST_PLURAL_PEOPLE):
        return False
    return one.kind == BODY or not are_close(a, b)


def _least_plural(one: Node, other: Node) -> int:
    if one.kind in (PLACE, BUILT) or (one.kind == PRODUCT and _has_number(one)):
        return NO_PLURAL
    people = "NORP" in one.labels or "NORP" in other.labels
    return LEAST_PLURAL_PEOPLE if people else LEAST_PLURAL


def local_ties(nodes: Sequence[Node]) -> Iterator[Tie]:
    """Yield the ties of common bodies that one article names in two orders: Ministry of Health, Health Ministry."""
    first: dict[Hashable, Node] = {}
    for node in nodes:
        if node.article is not None and node.kind == BODY and len(node.words) > 1 and not node.is_acronym:
            name = body_name(node.words)
            other = first.setdefault((node.article, name.of, name.rest), node)
            if other is not node:
                yield Tie(0.9, WORDS_MORE, other.number, node.number)


def other_name_ties(nodes: Sequence[Node]) -> Iterator[Tie]:
    """Yield the ties of names that the table of other names has in one line."""
    lines, by_line = other_name_lines(), {}  # type: ignore[var-annotated]
    for node in nodes:
        if node.article is None or node.is_acronym:
            for line in lines.get((node.kind, " ".join(node.words)), ()):
                by_line.setdefault(line, []).append(node)
    for block in by_line.values():
        first = block[0]
        yield from (
            Tie(
                1.0 if first.words == other.words else 0.9,
                "" if first.words == other.words else OTHER_NAMES,
                first.number,
                other.number,
            )
            for other in block[1:]
        )


def label_ties(nodes: Sequence[Node]) -> Iterator[Tie]:
    """Yield the ties of the very same words, two at least, that have labels of several kinds.

    Arabic articles count as words.  Of a person's name with a common given name none: ships and airports are called
    after people.
    """
    by_words: dict[tuple[str, ...], list[Node]] = {}
    for node in nodes:
        if node.article is None and node.kind not in (STATE, PEOPLE):
            for words in {node.words, _with_articles(node)}:
                if len(words) > 1:
                    by_words.setdefault(words, []).append(node)
    for words, block in by_words.items():
        kinds = {node.kind for node in block}
        called_after = PERSON in kinds and is_given(words[0])
        for one, other in neighbours(block) if len(kinds) > 1 else ():
            if one.kind != other.kind and not (called_after and PERSON in (one.kind, other.kind)):
                yield Tie(0.75, LABELS, one.number, other.number)


def _with_articles(node: Node) -> tuple[str, ...]:
    """Return the words of the commonest wording with all its articles, as a person's name keeps them."""
    found = pieces(node.shown, joined=True)
    return tuple(piece.lower() for piece in found if piece != "-")


def settled_ties(nodes: Sequence[Node]) -> Iterator[Tie]:
    """Yield the ties between all nodes of one entity that a person settled."""
    first: dict[str, Node] = {}
    for node in nodes:
        if node.settled is not None and first.setdefault(node.settled, node) is not node:
            yield Tie(1.0, "", first[node.settled].number, node.number)


def same_word_fits(nodes: Sequence[Node]) -> Iterator[Fits]:
    """Yield the nodes whose words a settled entity has, of the whole project or, of what is local, of the article.

    A surname looks for the only entity of the project that has it, too, with a lower score.
    """
    owned: dict[Hashable, list[int]] = {}
    for node in nodes:
        if node.settled is not None and node.words:
            owned.setdefault((node.kind, node.words, node.article), []).append(node.number)
            if node.kind == PERSON and node.article is not None:
                owned.setdefault((node.kind, node.words, "anywhere"), []).append(node.number)
    for node in nodes if owned else ():
        if node.settled is None and node.words:
            if others := owned.get((node.kind, node.words, node.article)):
                yield Fits(1.0, "", node.number, tuple(others))
            elif node.kind == PERSON and (others := owned.get((node.kind, node.words, "anywhere"))):
                yield Fits(0.7, "the same surname as of a settled entity", node.number, tuple(others))


def label_pair_ties(nodes: Sequence[Node]) -> Iterator[Tie]:
    """Yield the ties of nodes with the same kind and words that stand apart since a person parted one of their labels."""
    first: dict[Hashable, Node] = {}
    for node in nodes:
        key = (node.kind, node.words, node.article)
        if node.words and node.settled is None and first.setdefault(key, node) is not node:
            yield Tie(1.0, "", first[key].number, node.number)
