"""The split of a dataset: which articles train and which test, with nothing alike on both sides.

Articles that are nearly the same, have one source and date, or one value of a chosen metadata field are a
group, and a group stays whole.  An article that has a side keeps it.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import field

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.writing.alike import Prints
from annotations.processes.quick_dataclass import dataclass

NAMES = {2: ("train", "test"), 3: ("train", "dev", "test")}


@dataclass(frozen=True)
class Split:
    """The options of a split.

    `shares` in per cent, of train and test or of train, dev and test.  `group_by`: a metadata field, or "".
    """

    shares: tuple[float, ...]
    seed: int = 0
    group_by: str = ""

    @property
    def sides(self) -> tuple[str, ...]:
        return NAMES[len(self.shares)]

    @property
    def name(self) -> str:
        """Return the name that tells this split from another one of the project."""
        shares = "/".join(f"{share:g}" for share in self.shares)
        return f"{shares} seed {self.seed}" + (f" by {self.group_by}" if self.group_by else "")


def named(name: str) -> Split | None:
    """Return the split of that name; None where no split is called so."""
    told = re.fullmatch(r"([\d./]+) seed (-?\d+)(?: by (.+))?", name, re.DOTALL)
    with suppress(UserError):
        return parse(told[1], int(told[2]), told[3] or "") if told else None
    return None


def parse(text: str, seed: int = 0, group_by: str = "") -> Split:
    """Return the split that the text says: 80/10/10 or 80/20.  UserError when it says none."""
    parts = re.fullmatch(r"\d+(?:\.\d+)?(?:/\d+(?:\.\d+)?){1,2}", text)
    shares = tuple(map(float, text.split("/"))) if parts else ()
    if not shares or abs(sum(shares) - 100) > 0.01 or not all(shares):
        raise UserError(
            f"{text} is no split; write two or three shares that add up to 100, such as 80/10/10."
        )
    return Split(shares, seed, group_by)


@dataclass
class Grouping:
    """The groups of articles that must stay together, told one by one; labels are counted by article."""

    split: Split
    labels: dict[str, Counter[str]] = field(default_factory=dict)
    links: list[tuple[str, str, str]] = field(default_factory=list)  # two articles, and why they go together
    _above: dict[str, str] = field(default_factory=dict)
    _first: dict[str, str] = field(default_factory=dict)  # by source and date, or the field's value
    _prints: Prints = field(default_factory=Prints)

    def add(self, article: Article, labels: Iterable[str]) -> None:
        """Add an article, which may come once for each annotator."""
        if article.id in self.labels:
            self.labels[article.id].update(labels)
            return
        self.labels[article.id] = Counter(labels)
        self._above[article.id] = article.id
        if key := _shared(article, self.split.group_by):
            self._join(article.id, self._first.setdefault(key, article.id), key)
        for other in self._prints.like(article.text, article.id):
            self._join(article.id, other, "nearly the same text")

    def groups(self) -> list[list[str]]:
        """Return the articles of each group, in the order they came."""
        found: dict[str, list[str]] = {}
        for id_ in self.labels:
            found.setdefault(self._top(id_), []).append(id_)
        return list(found.values())

    def _join(self, one: str, other: str, why: str) -> None:
        if one != other:
            self.links.append((one, other, why))
            self._above[self._top(one)] = self._top(other)

    def _top(self, id_: str) -> str:
        while self._above[id_] != id_:
            self._above[id_] = self._above[self._above[id_]]
            id_ = self._above[id_]
        return id_


def _shared(article: Article, group_by: str) -> str:
    """Return what articles of one group have in common, in words; "" when nothing is known of it."""
    if group_by:
        value = article.meta.get(group_by)
        return f"{group_by} {value}" if value not in (None, "") else ""
    source, date = str(article.meta.get("source") or ""), article.published[:10]
    return f"source {source} of {date}" if source and date else ""


def assign(grouping: Grouping, known: Mapping[str, str]) -> dict[str, str]:
    """Return each article's side.

    A group with a side already (`known`, by article) takes the newcomers to it.  The others are dealt out,
    the largest first and by chance among equals, each to the side that lacks most of its labels and articles.
    """
    split, groups = grouping.split, grouping.groups()
    sides = {id_: known[id_] for id_ in grouping.labels if id_ in known}
    have = {side: Counter[str]() for side in split.sides}
    weights = [(group, _weight(grouping, group)) for group in groups]
    free = []
    for group, weight in weights:
        there = Counter(sides[id_] for id_ in group if id_ in sides)
        if there:
            side = there.most_common(1)[0][0]
            sides.update({id_: side for id_ in group if id_ not in sides})
            have[side].update(weight)
        else:
            free.append((group, weight))
    total: Counter[str] = Counter()
    for _, weight in weights:
        total.update(weight)
    random.Random(split.seed).shuffle(free)
    for group, weight in sorted(free, key=lambda one: -len(one[0])):
        side = _neediest(split, weight, have, total)
        have[side].update(weight)
        sides.update(dict.fromkeys(group, side))
    return sides


def _weight(grouping: Grouping, group: list[str]) -> Counter[str]:
    """Return the group's spans by label, and its articles under ""."""
    weight = Counter({"": len(group)})
    for id_ in group:
        weight.update({f"label {label}": n for label, n in grouping.labels[id_].items()})
    return weight


def _neediest(
    split: Split, weight: Counter[str], have: Mapping[str, Counter[str]], total: Counter[str]
) -> str:
    def lack(side: str, share: float) -> float:
        """Return how far the side is from its share of what the group has, and of articles above all."""
        return sum(
            (share / 100 - have[side][name] / total[name]) / (share / 100) * (len(weight) if not name else 1)
            for name in weight
            if total[name]
        )

    return max(zip(split.sides, split.shares, strict=True), key=lambda one: lack(*one))[0]


def leaks(grouping: Grouping, sides: Mapping[str, str]) -> list[str]:
    """Return in words the pairs of articles that belong together but lie on two sides.

    Sides given earlier can separate what came later.
    """
    return [
        f"{one} ({sides[one]}) and {other} ({sides[other]}): {why}"
        for one, other, why in grouping.links
        if sides[one] != sides[other]
    ]
