"""Verbs on facts: from one fact or set to the next."""

from __future__ import annotations

import pytest

from annotations import fact_verbs as verbs
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Number, Role
from annotations.schema import reader as schema_reader
from annotations.schema.types import FactType, RoleType
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.span_verbs import confirm, reject
from annotations.spans import Status
from tests.making import span, suggested

ATTACK = schema_reader.parse(schema_reader.shipped("news")).facts["ATTACK"]
EMPTY = AnnotationSet("a", "anna")
NAVY, OSLO = suggested(0, 4, "ORG", "navy"), suggested(12, 16, "GPE", "oslo")
FACT = Fact(
    "f", "ATTACK", (5, 11), (Role("actor", (Filler(0, 4, "navy"),)),), status=Status.SUGGESTED, origin="rule"
)


def test_confirming_a_fact_confirms_its_undecided_fillers_in_the_same_set() -> None:
    sheet = Sheet([NAVY, OSLO, FACT], EMPTY)
    after = verbs.confirm_fact(EMPTY, sheet.facts()[0], sheet.fillers_of(FACT))
    assert {s.id: s.status for s in after.spans.values()} == {"navy": Status.CONFIRMED}
    assert (after.facts["f"].status, after.facts["f"].span_ids()) == (Status.CONFIRMED, {"navy"})


def test_a_confirmed_fact_takes_a_filler_bare_that_nobody_confirms() -> None:
    assert verbs.confirm_fact(EMPTY, FACT).facts["f"].roles[0].fillers == (Filler(0, 4),)


def test_a_rejected_suggestion_stays_as_rejected_and_an_own_fact_goes() -> None:
    own = Fact("g", "ATTACK", (5, 11), origin="anna")
    after = verbs.reject_fact(EMPTY.having(own), FACT, own)
    assert {fact.id: fact.status for fact in after.facts.values()} == {"f": Status.REJECTED}


def test_a_fact_that_nothing_holds_any_longer_goes() -> None:
    own = Fact("g", "ATTACK", None, (Role("place", (Filler(12, 16),)),), origin="anna")
    bare = verbs.emptied(own, "place", Filler(12, 16))
    assert verbs.change_fact(EMPTY.having(own), bare) == EMPTY
    with pytest.raises(UserError, match="needs a trigger or a filler"):
        verbs.confirm_fact(EMPTY, bare)


def test_deleting_a_span_leaves_its_filler_bare() -> None:
    made = verbs.confirm_fact(EMPTY, FACT, [NAVY])
    after = reject(made, made.spans["navy"])
    assert after.facts["f"].roles[0].fillers == (Filler(0, 4),)


def test_fillers_are_added_in_order_taken_out_moved_and_valued() -> None:
    both = verbs.filled(FACT, "actor", verbs.filler_of(OSLO))
    assert [f.span for f in verbs.fillers_in(both, "actor")] == ["navy", "oslo"]
    assert verbs.emptied(both, "actor", Filler(0, 4)).roles[0].fillers == (Filler(12, 16, "oslo"),)
    moved = verbs.moved_to(both, verbs.filler_of(OSLO), "actor", "target")
    assert [role.role for role in moved.roles] == ["actor", "target"]
    valued = verbs.with_value(both, "actor", Filler(0, 4), Number(2))
    assert valued.roles[0].fillers[0].value == Number(2)


def test_a_role_keeps_no_more_fillers_than_it_may() -> None:
    one = RoleType("actor", most=1)
    assert verbs.filled(FACT, one, verbs.filler_of(OSLO)).span_ids() == {"oslo"}


def test_the_same_range_fills_a_role_once() -> None:
    again = verbs.filled(FACT, "actor", Filler(0, 4, "navy", Number(1)))
    assert again.roles[0].fillers == (Filler(0, 4, "navy", Number(1)),)


def test_an_open_required_role_makes_a_fact_incomplete() -> None:
    assert verbs.incomplete(FACT, ATTACK) == ["target"]
    assert verbs.incomplete(verbs.filled(FACT, "target", verbs.filler_of(OSLO)), ATTACK) == []


@pytest.mark.parametrize("roles", [{}, {"dish": RoleType("dish")}], ids=["no roles", "no needed role"])
def test_a_fact_that_says_nothing_is_never_complete(roles: dict[str, RoleType]) -> None:
    type_ = FactType("COOK", roles=roles)
    assert verbs.incomplete(Fact("f", "COOK"), type_) == ["trigger"]
    assert verbs.incomplete(Fact("f", "COOK", (0, 4)), type_) == [*roles][:1]
    assert verbs.incomplete(Fact("f", "COOK", None, (Role("dish", (Filler(0, 4),)),)), type_) == []


def test_of_a_fact_without_any_words_the_needed_roles_are_told() -> None:
    assert verbs.incomplete(Fact("f", "ATTACK"), ATTACK) == ["actor", "target"]


def test_another_type_drops_the_roles_that_it_lacks() -> None:
    news = schema_reader.parse(schema_reader.shipped("news"))
    assert verbs.retyped(FACT, news.facts["CASUALTY"]).roles == ()


def test_an_undecided_fact_is_seen_until_the_set_has_it_or_one_on_its_trigger() -> None:
    pool = [NAVY, FACT]
    assert [fact.id for fact in Sheet(pool, EMPTY).facts()] == ["f"]
    assert Sheet(pool, verbs.reject_fact(EMPTY, FACT)).facts() == []
    own = Fact("own", "ATTACK", (5, 11), origin="anna")
    assert [fact.id for fact in Sheet(pool, EMPTY.having(own)).facts()] == ["own"]


def test_an_undecided_fact_follows_the_spans_that_are_seen() -> None:
    rejected = Sheet([NAVY, FACT], reject(EMPTY, NAVY)).facts()[0]
    assert rejected.fillers() == (Filler(0, 4),)
    twin = Sheet([NAVY, FACT], EMPTY.having(span(0, 4, "ORG", "mine"))).facts()[0]
    assert twin.span_ids() == {"mine"}
    kept = Sheet([NAVY, FACT], confirm(EMPTY, NAVY)).facts()[0]
    assert kept.span_ids() == {"navy"}


def test_one_fact_is_found_as_all_of_them_are() -> None:
    own, other = (
        Fact("own", "ATTACK", (20, 24), origin="anna"),
        Fact("o", "MEETING", (5, 11), status=Status.SUGGESTED),
    )
    sheet = Sheet([NAVY, FACT, other], EMPTY.having(own))
    assert len(sheet.facts()) == 3
    assert [sheet.fact(fact.id) for fact in sheet.facts()] == sheet.facts()
    decided = Sheet([NAVY, FACT, other], verbs.reject_fact(EMPTY, FACT))
    assert (decided.fact("f"), decided.fact("none"), decided.fact("o")) == (None, None, other)
