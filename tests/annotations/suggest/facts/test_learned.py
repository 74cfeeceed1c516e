"""Facts on triggers that were learned, and scores that follow what became of earlier proposals."""

from __future__ import annotations

from dataclasses import replace

from annotations.articles import Article
from annotations.facts import Fact
from annotations.schema.types import FactType, Label, RoleType, Schema
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.suggest.facts import ORIGIN, propose_on
from annotations.suggest.facts.learned import FIRM, weighed
from annotations.suggest.mentions import LEARNED, Learned
from annotations.suggest.parse import Parse, TaggedTrigger

TEXT = "Odo Brant piloted the Grey Heron. Ines Vidal sailed the Blue Lotus. Rain piloted nothing."
VOYAGE = FactType(
    "VOYAGE",
    triggers=("sail",),
    roles={
        "skipper": RoleType("skipper", ("SKIPPER",), kind="agent"),
        "vessel": RoleType("vessel", ("VESSEL",), kind="patient"),
    },
)
SCHEMA = Schema("S", labels={name: Label(name) for name in ("SKIPPER", "VESSEL")}, facts={"VOYAGE": VOYAGE})
NAMES = {"Odo Brant": "SKIPPER", "Grey Heron": "VESSEL", "Ines Vidal": "SKIPPER", "Blue Lotus": "VESSEL"}


def tagged(words: str, n: int = 0, type_: str = "VOYAGE") -> TaggedTrigger:
    start = [at for at in range(len(TEXT)) if TEXT.startswith(words, at)][n]
    return TaggedTrigger(start, start + len(words), type_, 0.75)


def proposed(*triggers: TaggedTrigger, schema: Schema = SCHEMA) -> list[Fact]:
    spans = [
        Span(name, TEXT.index(name), TEXT.index(name) + len(name), label) for name, label in NAMES.items()
    ]
    sheet = Sheet((), AnnotationSet.of("a", "anna", spans))
    return propose_on(Article("a", TEXT), sheet, schema, Parse((), triggers))


def said(fact: Fact) -> tuple[str, str, str]:
    words = TEXT[slice(*fact.trigger)] if fact.trigger else ""
    return words, fact.origin, ", ".join(filler.span or "" for filler in fact.fillers())


def test_a_learned_trigger_gets_its_roles_beside_what_the_rules_propose() -> None:
    assert [said(fact) for fact in proposed(tagged("piloted"))] == [
        ("piloted", LEARNED, "Odo Brant, Grey Heron"),
        ("sailed", ORIGIN, "Ines Vidal, Blue Lotus"),
    ]
    assert proposed(tagged("piloted"))[0].score == 0.75


def test_what_the_rules_propose_already_is_not_said_again() -> None:
    assert proposed(tagged("sailed")) == proposed()


def test_nothing_is_proposed_where_no_role_is_filled_nor_of_a_type_that_is_gone() -> None:
    assert proposed(tagged("piloted", 1)) == proposed(tagged("piloted", type_="SALE")) == proposed()


def test_without_triggers_of_its_own_a_type_is_still_learned() -> None:
    bare = replace(SCHEMA, facts={"VOYAGE": replace(VOYAGE, triggers=())})
    assert [said(fact)[0] for fact in proposed(tagged("piloted"), schema=bare)] == ["piloted"]


def test_scores_move_towards_the_share_that_was_right_and_nothing_is_left_out() -> None:
    facts = [Fact("f", "VOYAGE", (45, 51), score=0.5, status=Status.SUGGESTED)]
    assert TEXT[45:51] == "sailed"
    scores = [
        weighed(TEXT, facts, {("VOYAGE", "sailed"): counts})[0].score for counts in ((0, 0), (0, 4), (4, 4))
    ]
    assert scores == [0.5, 0.25, 0.75]
    assert weighed(TEXT, facts, {("SALE", "sailed"): (0, 9)}) == facts
    many = weighed(TEXT, facts, {("VOYAGE", "sailed"): (0, 1_000)})[0]
    assert 0 < (many.score or 0) < FIRM / 1_000


def test_what_was_learned_survives_json() -> None:
    learned = Learned(facts={("VOYAGE", "sailed"): (3, 4)})
    assert Learned.from_json(learned.to_json()) == learned
