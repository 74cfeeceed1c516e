"""The table of a comparison: its order, what a cell says, and what is heard of it."""

from __future__ import annotations

from dataclasses import replace

from annotations.compare.comparison import GroupedFact
from annotations.compare.items import Verdict
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.facts import Fact
from tests.annotations.compare.made_table import article, group, table

SIX, NINE = article("a", 6, "guards"), article("b", 9, "guards")
DRONES, ALIKE = article("c", 9, "drones"), article("d", 6, "guards")


def test_rows_are_contradictions_then_what_differs_then_proposed_then_confirmed() -> None:
    groups = (
        group("said", SIX, ALIKE, is_said=True),
        group("weak", SIX, ALIKE, score=0.3),
        group("strong", SIX, ALIKE, score=0.8),
        group("differing", SIX, DRONES),
        group("against", SIX, NINE, is_said=True),
    )
    made = table(*groups, articles=(SIX, NINE, DRONES, ALIKE))
    assert [one.id for one in made.groups] == ["against", "differing", "strong", "weak", "said"]


def test_articles_of_one_text_share_a_column_and_their_facts_count_once() -> None:
    made = table(both := group("both", SIX, ALIKE), articles=(SIX, NINE, ALIKE))
    assert [[one.id for one in column.articles] for column in made.columns] == [["a", "d"], ["b"]]
    assert (len(made.cell(both, 0).facts), made.cell(both, 0).more) == (2, 0)
    assert (made.column_of("d"), made.column_of("none")) == (0, -1)


def test_what_contradicts_comes_first_and_is_heard_with_the_other_value() -> None:
    made = table(against := group("against", SIX, NINE), articles=(SIX, NINE, DRONES))
    cell = made.cell(against, 0)
    assert (cell.differing, cell.other, cell.stance) == ("6 guards", "guards", "asserted")
    assert cell.verdict is Verdict.CONTRADICTS
    assert made.said(against, 0) == "a says, hurt: 6 guards, guards, asserted; contradicts b says: 9 guards"
    assert made.said(against, 2) == "c says, against: silent"


def test_a_judged_role_stands_over_the_computed_one() -> None:
    made = table(judged := group("judged", SIX, NINE, judged=Verdict.SAME), articles=(SIX, NINE))
    assert made.cell(judged, 0).worst is None
    assert made.said(judged, 0) == "a says, hurt: 6 guards, guards, asserted"


def test_a_fact_that_is_gone_and_one_without_trigger_are_shown() -> None:
    bare = replace(SIX, facts=(Fact("f", "HURT"),))
    facts = (
        GroupedFact("a/f", "a", "HURT", PlacedFact(bare, bare.facts[0])),
        GroupedFact("b/f", "b", "HURT", None),
    )
    made = table(odd := replace(group("odd", SIX), facts=facts, verdicts=()), articles=(bare, NINE))
    assert made.said(odd, 0) == "a says, odd: asserted"
    assert made.said(odd, 1) == "b says, odd: 1 fact of it is gone"
    assert (made.cell(odd, 1).gone, made.cell(odd, 1).is_silent) == (1, True)


def test_a_day_is_told_with_a_question_mark_unless_a_person_vouches_for_it() -> None:
    plain, dated = article("a", 6, "guards"), article("b", 9, "guards", published="2024-01-12")
    odd = article("c", 9, "drones", published="soon", source="  Harbor\nWire ")
    columns = table(articles=(plain, dated, odd)).columns
    assert [one.day for one in columns] == ["?", "12 Jan 2024 ?", "?"]
    assert columns[2].called == "Harbor Wire"


def test_words_are_looked_for_in_names_types_and_values() -> None:
    made = table(one := group("A raid", SIX, DRONES), articles=(SIX, DRONES))
    assert [made.has(one, words) for words in ("RAID", "hurt", "9 drones", "boats", "")] == [
        True,
        True,
        True,
        False,
        True,
    ]


def test_an_empty_table_has_neither_rows_nor_columns() -> None:
    made = table(articles=())
    assert (made.groups, made.columns) == ((), ())
