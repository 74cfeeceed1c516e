"""What is a case across articles: by place, whatever the ids, and again once somebody says something else."""

from __future__ import annotations

from annotations.compare.across import deciding
from annotations.compare.items import Verdict
from tests.annotations.compare.across.people import Gold, Person, reviewed, told


def both() -> tuple[Person, Person, Gold]:
    return Person("anna"), Person("ben"), Gold()


def test_the_same_mentions_under_other_ids_are_agreed_on() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    ben.one("b:Huthi", "a:Houthi")
    found = reviewed(gold, anna, ben)
    assert (found.cases, [len(ones) for ones in found.agreed]) == ((), [2])


def test_entities_that_share_a_mention_are_one_case_with_what_each_says() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    anna.one("c:Houthis")
    ben.one("b:Huthi", "c:Houthis")
    (case,) = reviewed(gold, anna, ben).cases
    assert told(case) == {"anna": ["a:Houthi b:Huthi", "c:Houthis"], "ben": ["b:Huthi c:Houthis"]}
    assert case.is_open
    assert case.gold.parts == ()


def test_who_says_nothing_there_differs_and_is_shown() -> None:
    anna, ben, gold = both()
    anna.one("a:Peru", "b:Peru")
    ben.one("a:Lima", "b:Lima")
    cases = reviewed(gold, anna, ben).cases
    assert [told(case) for case in cases] == [
        {"anna": [], "ben": ["a:Lima b:Lima"]},
        {"anna": ["a:Peru b:Peru"], "ben": []},
    ]


def test_another_label_is_a_case_and_another_name_is_none() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Houthi", "b:Huthi")
        who.one("a:Peru", "b:Peru")
    ben.describe("a:Houthi", label="NORP")
    ben.describe("a:Peru", name="Republic of Peru")
    found = reviewed(gold, anna, ben)
    assert [case.name for case in found.cases] == ["Houthi"]
    assert len(found.agreed) == 1


def test_two_ids_elsewhere_are_a_case_and_one_alone_is_none() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Peru", "b:Peru")
    ben.describe("a:Peru", outside="Q419")
    assert reviewed(gold, anna, ben).cases == ()
    anna.describe("a:Peru", outside="Q418")
    assert len(reviewed(gold, anna, ben).cases) == 1


def test_groups_are_held_against_each_other_as_entities_are() -> None:
    anna, ben, gold = both()
    anna.group("a", "b")
    ben.group("a", "b", "c")
    (case,) = reviewed(gold, anna, ben).cases
    assert (case.what, told(case)) == ("group", {"anna": ["a b"], "ben": ["a b c"]})


def test_a_verdict_that_one_gave_and_that_differs_is_a_case_of_its_own() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.group("a", "b")
    assert reviewed(gold, anna, ben).cases == ()
    ben.judge("a", Verdict.COMPATIBLE)
    (case,) = reviewed(gold, anna, ben).cases
    assert (case.what, case.role) == ("verdict", "count")
    assert {who: side.verdict for who, side in case.sides.items()} == {
        "anna": Verdict.CONTRADICTS,
        "ben": Verdict.COMPATIBLE,
    }
    anna.judge("a", Verdict.COMPATIBLE)
    assert reviewed(gold, anna, ben).cases == ()


def test_verdicts_wait_until_the_group_is_settled() -> None:
    anna, ben, cleo, gold = *both()[:2], Person("cleo", "c"), Gold()
    for who in (anna, ben):
        who.group("a", "b")
    ben.judge("a", Verdict.SAME)
    cleo.group("b", "c")
    (case,) = reviewed(gold, anna, ben, cleo).cases
    assert case.what == "group"
    gold.said = deciding.take(reviewed(gold, anna, ben, cleo), case, "anna")
    assert [one.what for one in reviewed(gold, anna, ben, cleo).open] == ["verdict"]


def test_a_case_is_open_again_once_a_side_says_something_else() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    ben.one("a:Houthi", "b:Huthi", "c:Houthis")
    anna.one("c:Houthis")
    found = reviewed(gold, anna, ben)
    gold.said = deciding.take(found, found.cases[0], "ben")
    assert reviewed(gold, anna, ben).open == ()
    anna.split("b:Huthi")
    (case,) = reviewed(gold, anna, ben).open
    assert gold.has() == ["a:Houthi b:Huthi c:Houthis"]
    assert len(case.gold.parts) == 1


def test_what_all_agree_on_against_gold_is_a_case_too() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    ben.one("a:Houthi")
    ben.one("b:Huthi")
    found = reviewed(gold, anna, ben)
    gold.said = deciding.take(found, found.cases[0], "ben")
    ben.one("a:Houthi", "b:Huthi")
    (case,) = reviewed(gold, anna, ben).open
    assert case.is_agreed
    gold.said = deciding.keep(reviewed(gold, anna, ben), case)
    assert reviewed(gold, anna, ben).open == ()
    assert gold.has() == ["a:Houthi", "b:Huthi"]


def test_a_mention_that_was_dropped_is_no_part_of_a_case() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Houthi", "b:Huthi")
    anna.articles = [one for one in anna.articles if one.id != "b"]
    (case,) = reviewed(gold, anna, ben).cases
    assert told(case)["anna"] == ["a:Houthi"]


def test_nobody_and_one_alone_have_no_cases() -> None:
    anna, _, gold = both()
    assert reviewed(gold).cases == ()
    anna.one("a:Peru", "b:Peru")
    found = reviewed(gold, anna)
    assert (found.cases, len(found.agreed)) == ((), 1)
