"""Mentions and facts found again: a search for suggestions gives the same words another id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from annotations.compare.in_force import InForce
from annotations.compare.items import Grouped, KeptApart, Member, article_of, key_of
from annotations.compare.material import ComparedArticle, Said, Settled
from annotations.facts import Fact
from annotations.spans import Span


class FoundAgain:
    """The mentions and facts of articles by where they stand, made for those articles alone that are asked for."""

    def __init__(self, articles: Sequence[ComparedArticle]) -> None:
        self._articles = {one.id: one for one in articles}
        self._spans: dict[str, tuple[dict[str, Span], dict[tuple[int, int], list[Span]]]] = {}
        self._facts: dict[str, dict[tuple[str, tuple[int, int] | None], Fact]] = {}

    def has(self, article: str) -> bool:
        return article in self._articles

    def mention(self, member: Member) -> str | None:
        """Return the key that the mention has now: of that id, else of those bounds and, if there is one, that label."""
        article = article_of(member.id)
        if article not in self._spans:
            by_id, by_place = dict[str, Span](), dict[tuple[int, int], list[Span]]()
            for span in self._articles[article].spans if article in self._articles else ():
                by_id[key_of(article, span.id)] = span
                by_place.setdefault((span.start, span.end), []).append(span)
            self._spans[article] = by_id, by_place
        by_id, by_place = self._spans[article]
        if member.id in by_id:
            return member.id
        here = by_place.get((member.start, member.end), [])
        found = next((span for span in here if span.label == member.label), here[0] if here else None)
        return key_of(article, found.id) if found else None

    def fact(self, key: str, type_: str, trigger: tuple[int, int] | None) -> str | None:
        """Return the key that the fact has now: of that id, else of that type on that trigger."""
        article = article_of(key)
        if article not in self._facts:
            facts = self._articles[article].facts if article in self._articles else ()
            self._facts[article] = {(fact.type, fact.trigger): fact for fact in facts}
            self._facts[article] |= {(key_of(article, fact.id), None): fact for fact in facts}
        here = self._facts[article]
        found = here.get((key, None)) or (here.get((type_, trigger)) if trigger else None)
        return key_of(article, found.id) if found else None

    def kept_fact(self, item: KeptApart, is_first: bool) -> str | None:
        """Return the key that one of two facts that are kept apart has now."""
        type_, place = item.said[0 if is_first else 1]
        start, _, end = place.partition("-")
        trigger = (int(start), int(end)) if start.isdecimal() and end.isdecimal() else None
        return self.fact(item.one if is_first else item.other, type_, trigger)

    def members(self, members: Iterable[Member]) -> Iterator[tuple[Member, str | None]]:
        """Yield each member with the key that its mention has now, no key twice: those of that very id come first."""
        taken, later = set[str](), list[Member]()
        for member in sorted(members, key=lambda one: one.id):
            if not self.has(article_of(member.id)):
                continue
            if self.mention(member) == member.id:
                taken.add(member.id)
                yield member, member.id
            else:
                later.append(member)
        for member in later:
            key = self.mention(member)
            if key not in taken:  # else it was said anew under the id that it has now
                yield member, key
            taken |= {key} if key else set()

    def grouped(self, grouped: Mapping[str, Grouped]) -> Iterator[tuple[Grouped, str | None]]:
        """Yield each grouped fact with the key that it has now, as `members`."""
        taken, later = set[str](), list[Grouped]()
        for item in sorted(grouped.values(), key=lambda one: one.id):
            if not self.has(article_of(item.id)):
                continue
            if self.fact(item.id, item.type, None) == item.id:
                taken.add(item.id)
                yield item, item.id
            else:
                later.append(item)
        for item in later:
            key = self.fact(item.id, item.type, item.trigger)
            if key not in taken:
                yield item, key
            taken |= {key} if key else set()


def settled(articles: Sequence[ComparedArticle], held: InForce) -> Settled:
    """Return what a search for proposals takes as given."""
    places = FoundAgain(articles)
    apart = [item for item in held.apart if item.of == "entity"]
    pairs = ((places.kept_fact(i, True), places.kept_fact(i, False)) for i in held.apart if i.of == "fact")
    return Settled(
        {key: held.now(member.entity) for member, key in places.members(held.members) if key},
        {key: held.now(item.group) for item, key in places.grouped(held.grouped) if key},
        wordings_apart(held),
        frozenset(frozenset((held.now(item.one), held.now(item.other))) for item in apart),
        frozenset(frozenset((one, other)) for one, other in pairs if one and other and one != other),
        _names(held),
    )


def wordings_apart(held: InForce) -> frozenset[frozenset[Said]]:
    """Return the pairs of folded wordings, with labels, that are never proposed as one."""
    said = (item.said for item in held.apart if item.of == "entity")
    return frozenset(frozenset(pair) for pair in said if pair[0] != pair[1])


def _names(held: InForce) -> dict[str, tuple[str, str]]:
    ids = {held.now(member.entity) for member in held.members}
    found = ((id_, held.entity(id_)) for id_ in sorted(ids))
    return {id_: (item.name, item.label) for id_, item in found if item and item.name}
