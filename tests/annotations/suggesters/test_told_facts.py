"""A suggester's facts as suggestions: on the spans that are seen, with values, and once beside those of the rules."""

from __future__ import annotations

from annotations.articles import Article
from annotations.facts import Date, Fact, Number
from annotations.schema import reader as schema_reader
from annotations.sets import AnnotationSet, Boilerplate
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.suggesters.answers import FactDraft
from annotations.suggesters.told_facts import beside, told

TEXT = "Norland struck Sudland on Jan. 24, killing 4."
SCHEMA = schema_reader.parse(schema_reader.shipped("news"))
DRAFT = FactDraft(
    "ATTACK", (8, 14), {"actor": ((0, 7),), "target": ((15, 22),), "time": ((26, 33),)}, score=0.51239
)


def facts(*drafts: FactDraft, own: tuple[Span | Boilerplate, ...] = ()) -> list[Fact]:
    meta = {"published": "2024-02-08", "published_trusted": True}
    pool = [Span("s", 15, 22, "GPE", Status.SUGGESTED), Span("o", 15, 22, "ORG", Status.SUGGESTED)]
    return told(
        Article("a", TEXT, "", meta),
        drafts,
        Sheet(pool, AnnotationSet.of("a", "anna", own)),
        SCHEMA,
        "gliner 1",
    )


def test_a_filler_is_the_span_with_its_bounds_else_a_bare_range() -> None:
    [fact] = facts(DRAFT, own=(Span("n", 0, 7, "GPE"),))
    fillers = {role.role: role.fillers[0] for role in fact.roles}
    assert [(f.start, f.end, f.span) for f in fillers.values()] == [
        (0, 7, "n"),
        (15, 22, "s"),
        (26, 33, None),
    ]
    assert (fact.origin, fact.score, fact.status) == ("gliner 1", 0.5124, Status.SUGGESTED)


def test_numbers_and_dates_are_read() -> None:
    dead = FactDraft("CASUALTY", (35, 42), {"count": ((43, 44),)})
    strike, casualties = facts(DRAFT, dead)
    assert casualties.roles[0].fillers[0].value == Number(4)
    [time] = [role for role in strike.roles if role.role == "time"]
    assert isinstance(time.fillers[0].value, Date)
    assert time.fillers[0].value.resolved_against == "2024-02-08"


def test_nothing_is_told_in_boilerplate() -> None:
    assert facts(DRAFT, own=(Boilerplate(0, 45, Status.CONFIRMED),)) == []


def test_of_the_rules_stays_what_the_suggester_does_not_tell() -> None:
    own = facts(DRAFT)
    same = Fact("r", "ATTACK", (8, 14), origin="rule")
    others = [Fact("t", "STATEMENT", (8, 14), origin="rule"), Fact("u", "ATTACK", (35, 42), origin="rule")]
    assert {fact.id for fact in beside(own, [same, *others])} == {own[0].id, "t", "u"}


def test_asking_again_gives_the_same_facts() -> None:
    assert facts(DRAFT) == facts(DRAFT)
