"""Names that lack a part of another: they are that one's when it is the only one they fit."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from annotations.compare.names.chinese import in_pinyin
from annotations.compare.names.given import is_given, lines_of, one_name_line
from annotations.compare.names.joining import Fits, Tie
from annotations.compare.names.kinds import PERSON
from annotations.compare.names.nodes import Node
from annotations.compare.names.persons import (
    SPANISH,
    SUFFIXES,
    Fit,
    PersonName,
    fit,
    is_less,
    is_surname,
    only_an_initial,
    parted,
    person_name,
    surnames,
)
from annotations.compare.names.readings import readings
from annotations.compare.names.spelling import equal_words, forms, skeletons
from annotations.compare.names.ties import MOST_NEAR, VARIANTS, neighbours

QUALIFIER = "with and without the state in front"
LONGER = "a name within a longer one"
GIVEN = "one family name, and given names of which one is short for the other"
MIDDLE = "one name, with and without a middle name or a numeral"
SURNAME = "the only full name of the article with this surname"
SURNAME_ELSEWHERE = "the only full name of all articles with this surname"
ANYWHERE = "anywhere"
NAME_ELSEWHERE = "the only full name of all articles with this name in it"
LONG_NAME = 4  # words of a full name, of which one in the middle may be what the person is called
GIVEN_ALONE = "the only full name of the article with this given name"


def full_names(nodes: Sequence[Node]) -> tuple[list[Tie], list[Fits]]:
    """Return the ties of persons' full names that are equal, and the fits of those that may be."""
    persons = [
        (node, name)
        for node in nodes
        if node.kind == PERSON and node.words and (name := person_name(node.words))
    ]
    by_key: dict[Hashable, list[tuple[Node, PersonName]]] = {}
    for node, name in persons:
        for key in dict.fromkeys(_keys(name)):
            by_key.setdefault(key, []).append((node, name))
    ties, fits = [], []
    doubted: set[int] = (
        set()
    )  # a name with an initial more may be theirs or another's: nobody else's then either
    for block in by_key.values():
        for (one, a), (other, b) in neighbours(block):
            found = fit(a, b)
            less, more = (one, other) if is_less(a, b) else (other, one)
            if found is Fit.EQUAL:
                same = one.words == other.words
                ties.append(Tie(1.0 if same else 0.9, "" if same else VARIANTS, one.number, other.number))
            elif found is Fit.LIKELY and only_an_initial(a, b) and one.articles.isdisjoint(other.articles):
                doubted.add(less.number)
            elif found is Fit.LIKELY:
                score, reason = (0.85, MIDDLE) if a.given[0] == b.given[0] else (0.75, GIVEN)
                fits.append(Fits(score, reason, less.number, (more.number,)))
    return ties, [one for one in fits if one.one not in doubted]


def _keys(name: PersonName) -> Iterator[Hashable]:
    """Yield the keys under which a name meets those that it may be equal to."""
    begins: set[str | int] = {part for word in name.given for part in _beginnings(word)} | {
        *lines_of(name.given[0])
    }
    line = one_name_line(name.given[0])
    begins |= set() if line is None else {f"line {line}"}
    family = name.family[-1]
    for key in skeletons((family,)):
        for begin in begins:
            yield key, begin
    for reading in readings(family):
        for begin in begins:
            yield "read", reading, begin
    yield from in_pinyin(name.words)
    if len(name.words) == 2:
        yield frozenset(name.words)
        yield frozenset(min(readings(one) or {one}, key=_length) for one in name.words)
    for at in range(2, len(name.words)):
        if name.words[0] in SPANISH or "bin" in name.words[1:at]:
            yield from ((key, begin) for key in skeletons((name.words[at - 1],)) for begin in begins)


def _length(word: str) -> tuple[int, str]:
    return len(word), word


def _beginnings(word: str) -> tuple[str, ...]:
    """Return the first letter and the first sound of a given name, all vowels as one: Osama, Usama."""
    sounds = (form[0][:1] if not form[1][0] else "*" for form in forms(word))
    return (word[0], *sounds)


class Callings:
    """Words by which persons with full names are called alone, each with the scope in which it tells who."""

    def __init__(self, *, given: bool = False) -> None:
        self._given = given
        self._by_key: dict[Hashable, list[tuple[str, int]]] = {}

    def add(self, scope: Hashable, word: str, suffix: str, node: int) -> None:
        for key in skeletons((word,)):
            self._by_key.setdefault((scope, suffix, key), []).append((word, node))

    def of(self, scope: Hashable, word: str, suffix: str) -> tuple[int, ...]:
        """Return the nodes called by the word in the scope, by a variant of it only when none has the word itself.

        Without Jr and the like those that have none come first.
        """
        for one in (suffix,) if suffix else ("", *sorted({*SUFFIXES.values()})):
            near = [pair for key in skeletons((word,)) for pair in self._by_key.get((scope, one, key), ())]
            equal = [node for called, node in near if called == word]
            if found := equal or [
                node for called, node in near[:MOST_NEAR] if equal_words(called, word, given=self._given)
            ]:
                return tuple(found[:MOST_NEAR])
        return ()


def surname_fits(nodes: Sequence[Node]) -> tuple[list[Fits], list[Fits], list[Fits]]:
    """Return the surnames and given names alone that fit full names.

    In order: by surname in the article, by given name there, by surname anywhere.
    """
    called, given = Callings(), Callings(given=True)
    for node in nodes:
        name = person_name(node.words) if node.kind == PERSON and node.words else None
        if name is None:
            continue
        for article in (*sorted(node.articles), ANYWHERE):
            for word in dict.fromkeys(surnames(name)):
                called.add(article, word, name.suffix, node.number)
            inner = [word for word in name.given[1:] if len(name.words) >= LONG_NAME and not is_given(word)]
            for word in dict.fromkeys(inner if article == ANYWHERE else name.given):
                given.add(article, word, "", node.number)
    found: tuple[list[Fits], list[Fits], list[Fits]] = ([], [], [])
    for node in nodes:
        if node.kind == PERSON and node.words and node.article is not None and is_surname(node.words):
            words, suffix = parted(node.words)
            if others := called.of(node.article, words[-1], suffix):
                found[0].append(Fits(0.85, SURNAME, node.number, others))
            elif others := given.of(node.article, words[-1], suffix):
                found[1].append(Fits(0.7, GIVEN_ALONE, node.number, others))
            elif others := called.of(ANYWHERE, words[-1], suffix):
                found[2].append(Fits(0.65, SURNAME_ELSEWHERE, node.number, others))
            elif others := given.of(ANYWHERE, words[-1], suffix):
                found[2].append(Fits(0.6, NAME_ELSEWHERE, node.number, others))
    return found
