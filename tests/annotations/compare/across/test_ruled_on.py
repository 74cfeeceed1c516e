"""What a reviewer decided against stays so: an approval neither writes it nor widens what gold has by a decision."""

from __future__ import annotations

from annotations.compare.across import deciding
from annotations.compare.items import JudgedRole, Verdict
from tests.annotations.compare.across.people import reviewed
from tests.annotations.compare.across.test_deciding import approved, both, take


def test_an_approval_does_not_write_a_verdict_that_the_reviewer_took_neither_of() -> None:
    anna, ben, gold = both()
    for who, verdict in ((anna, Verdict.COMPATIBLE), (ben, Verdict.CONTRADICTS)):
        who.group("a", "b")
        who.judge("a", verdict)
    approved(gold, anna, ben)
    take(gold, "ben", anna, ben)
    ben.judge("a", Verdict.COMPATIBLE)
    assert [case.is_agreed for case in reviewed(gold, anna, ben).open] == [True]
    take(gold, None, anna, ben)
    after = approved(gold, anna, ben)
    assert JudgedRole.kind not in gold.said.items or not gold.said.items[JudgedRole.kind]
    assert [case.is_decided for case in after.cases] == [True]
    for who in (anna, ben):
        who.judge("a", Verdict.DIFFERS)
    assert approved(gold, anna, ben).cases == ()
    assert gold.stands().groups[0].verdict is Verdict.DIFFERS


def test_a_group_that_was_decided_is_a_case_again_once_all_say_otherwise() -> None:
    for more in ((), ("b",)):
        anna, ben, gold = both()
        anna.group("a", "b", "c") if not more else anna.group("a", "b")
        ben.group("a")
        take(gold, "ben", anna, ben)
        ben.group("a", "b", "c")
        anna.group("a", "b", "c")
        (case,) = approved(gold, anna, ben).open
        assert case.is_agreed
        assert gold.groups() == ["a"]
        take(gold, "anna", anna, ben)
        assert (gold.groups(), reviewed(gold, anna, ben).cases) == (["a b c"], ())


def test_an_entity_kept_as_gold_has_it_is_not_widened_by_an_approval() -> None:
    anna, ben, gold = both()
    anna.one("a:Peru", "b:Peru")
    ben.one("a:Peru")
    gold.one("a:Peru")
    found = reviewed(gold, anna, ben)
    gold.said = deciding.keep(found, found.cases[0])
    ben.one("a:Peru", "b:Peru")
    assert len(approved(gold, anna, ben).cases) == 1
    assert gold.has() == ["a:Peru"]
