"""What the table of Compare costs: CPU milliseconds of the window's thread, over made-up groups of made-up articles."""

from __future__ import annotations

import random
from collections.abc import Iterator
from functools import partial

from tests.offscreen import be_offscreen

be_offscreen()

from PySide6.QtWidgets import QApplication

from annotations.articles import Article
from annotations.compare.comparison import ComparedGroup, CrossComparison, GroupedFact, JudgedRow
from annotations.compare.material import ComparedArticle
from annotations.compare.table import ComparedTable
from annotations.compare.verdicts.computing import compute_verdicts
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.facts import Fact, Filler, Number, Role
from annotations.schema.types import FactType, RoleType, Schema
from tests.benchmarks.figures import Figure, thread_cost, thread_milliseconds
from ui.compare.table.group_table import GroupTable

GROUPS, ARTICLES, IN = 200, 20, 0.6  # of the articles report a group
THINGS = [
    "sailors",
    "soldiers",
    "depots",
    "boats",
    "guards",
    "drones",
    "radar",
    "sites",
    "missiles",
    "workers",
]
SCHEMA = Schema(
    "Made", facts={"CASUALTY": FactType("CASUALTY", roles={name: RoleType(name) for name in ("count", "victim", "place")})}
)  # fmt: skip


def figures() -> Iterator[Figure]:
    QApplication.instance() or QApplication([])
    compared = comparison(GROUPS, ARTICLES)
    table = GroupTable()
    table.resize(1100, 760)
    table.show()
    opening = [thread_cost(partial(show, table, compared), QApplication.processEvents) for _ in range(5)]
    yield thread_milliseconds(f"compare table: show {GROUPS} groups x {ARTICLES} articles", opening, most=60)
    yield thread_milliseconds("compare table: page scroll, cells seen first", pages(table), most=12)
    yield thread_milliseconds("compare table: page scroll, cells seen before", pages(table), most=12)
    yield thread_milliseconds("compare table: a key to the next cell", cells(table), most=12)
    table.close()


def show(table: GroupTable, compared: CrossComparison) -> None:
    made = ComparedTable(compared, SCHEMA)
    table.show_groups(made, list(made.groups))


def pages(table: GroupTable) -> list[float]:
    """From the top down, each page to painted."""
    bar = table.verticalScrollBar()
    bar.setValue(0)
    QApplication.processEvents()
    found = []
    while bar.value() < bar.maximum():
        step = partial(bar.setValue, bar.value() + bar.pageStep())
        found.append(thread_cost(step, QApplication.processEvents))
    return found


def cells(table: GroupTable) -> list[float]:
    table.go(0, 0)
    return [
        thread_cost(partial(table.go, row, column), QApplication.processEvents)
        for row in range(3)
        for column in range(ARTICLES)
    ]


def comparison(groups: int, count: int) -> CrossComparison:
    """Return groups of facts of a killing each, that count others in every article, mostly."""
    chance = random.Random(5)
    facts: list[list[Fact]] = [[] for _ in range(count)]
    places: list[list[tuple[int, int]]] = []
    texts = [""] * count
    for group in range(groups):
        places.append([])
        for at in range(count):
            if chance.random() < IN:
                start, thing = len(texts[at]), chance.choice(THINGS)
                number = f"{chance.randrange(2, 400):,}"
                words = f"{number} {thing} were killed near the port of Amalia number {group}. "
                texts[at] += words
                victim, place = start + len(number) + 1, start + words.index("the port")
                roles = (
                    Role("count", (Filler(start, start + len(number), None, Number(float(number.replace(",", "")), "=", thing)),)),
                    Role("victim", (Filler(victim, victim + len(thing)),)),
                    Role("place", (Filler(place, start + len(words) - 2),)),
                )  # fmt: skip
                trigger = start + words.index("killed")
                fact = Fact(f"f{group}", "CASUALTY", (trigger, trigger + 6), roles, score=0.7)
                places[-1].append((at, len(facts[at])))
                facts[at].append(fact)
    articles = [
        ComparedArticle(
            Article(f"a{n}", text, f"Article number {n} of the made-up outlets"), (), tuple(facts[n])
        )
        for n, text in enumerate(texts)
    ]
    made = [grouped(n, [PlacedFact(articles[a], facts[a][f]) for a, f in of]) for n, of in enumerate(places)]
    return CrossComparison("anna", tuple(articles), groups=tuple(made))


def grouped(number: int, facts: list[PlacedFact]) -> ComparedGroup:
    verdicts = compute_verdicts(facts, SCHEMA.facts["CASUALTY"], KnownEntities())
    return ComparedGroup(
        f"g{number}",
        f"people were killed near the port of Amalia number {number}",
        "CASUALTY",
        tuple(GroupedFact(one.key, one.article.id, "CASUALTY", one) for one in facts),
        tuple(JudgedRow(row) for row in verdicts),
        score=0.5,
    )
