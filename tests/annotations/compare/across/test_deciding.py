"""What gold takes across articles: one side, neither, what is agreed; and that it never says a thing twice."""

from __future__ import annotations

from dataclasses import replace

from annotations.compare import group_verbs
from annotations.compare.across import deciding
from annotations.compare.across.reviewing import AcrossReview
from annotations.compare.items import KeptApart, Related, Verdict
from annotations.compare.material import ComparedArticle
from annotations.sets import AnnotationSet
from tests.annotations.compare.across.people import Gold, Person, reviewed


def both() -> tuple[Person, Person, Gold]:
    return Person("anna"), Person("ben"), Gold()


def approved(gold: Gold, *people: Person) -> AcrossReview:
    gold.said = deciding.approve(reviewed(gold, *people))
    return reviewed(gold, *people)


def take(gold: Gold, who: str | None, *people: Person, at: int = 0) -> None:
    found = reviewed(gold, *people)
    case = found.cases[at]
    gold.said = deciding.take(found, case, who) if who else deciding.take_neither(found, case)


def test_approving_gives_gold_what_all_agree_on_and_nothing_else() -> None:
    anna, ben, gold = both()
    anna.one("a:Peru", "b:Peru")
    ben.one("a:Peru", "b:Peru")
    anna.one("a:Lima", "b:Lima")
    assert len(approved(gold, anna, ben).open) == 1
    assert gold.has() == ["a:Peru b:Peru"]
    once = gold.said
    approved(gold, anna, ben)
    assert gold.said == once


def test_what_is_added_to_what_was_agreed_joins_what_gold_has() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Peru", "b:Peru")
    approved(gold, anna, ben)
    id_ = gold.of("a:Peru").id
    for who in (anna, ben):
        who.one("c:Peru", "a:Peru")
    assert approved(gold, anna, ben).open == ()
    assert (gold.has(), gold.of("c:Peru").id) == (["a:Peru b:Peru c:Peru"], id_)


def test_an_approval_after_a_change_of_mind_leaves_the_case_open() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Houthi", "b:Huthi")
    approved(gold, anna, ben)
    anna.split("b:Huthi")
    (case,) = approved(gold, anna, ben).open
    assert case.name == "Houthi"


def test_a_side_replaces_what_another_side_gave() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    ben.one("b:Huthi", "c:Houthis")
    take(gold, "anna", anna, ben)
    assert gold.has() == ["a:Houthi b:Huthi"]
    take(gold, "ben", anna, ben)
    assert gold.has() == ["b:Huthi c:Houthis"]
    take(gold, None, anna, ben)
    assert gold.has() == ["a:Houthi", "b:Huthi", "c:Houthis"]
    assert reviewed(gold, anna, ben).open == ()


def test_taking_who_says_nothing_leaves_gold_without_it_and_the_case_decided() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    ben.one("a:Peru")
    found = reviewed(gold, anna, ben)
    case = next(case for case in found.cases if case.name.startswith("H"))
    gold.said = deciding.take(found, case, "ben")
    assert gold.has() == []
    assert case.key not in {one.key for one in reviewed(gold, anna, ben).open}


def test_an_entity_of_gold_over_several_cases_keeps_the_rest_and_its_id_is_not_used_twice() -> None:
    anna, ben, gold = both()
    anna.one("a:Houthi", "b:Huthi")
    ben.one("a:Houthi")
    gold.one("a:Houthi", "a:Peru")
    take(gold, "anna", anna, ben)
    assert gold.has() == ["a:Houthi b:Huthi", "a:Peru"]


def test_a_group_of_gold_that_was_merged_does_not_swallow_what_is_taken() -> None:
    anna, ben, gold = both()
    anna.one("a:Lima", "b:Lima")
    gold.one("b:Peru", "a:Lima", "c:Callao")
    take(gold, "anna", anna, ben)
    assert gold.has() == ["a:Lima b:Lima", "b:Peru c:Callao"]


def test_a_side_brings_what_it_keeps_apart_and_another_side_takes_it_away() -> None:
    anna, ben, gold = both()
    for word in ("a:Houthi", "b:Huthi", "c:Peru"):
        anna.one(word)
    anna.apart("a:Houthi", "b:Huthi")
    anna.apart("a:Houthi", "c:Peru")
    ben.one("a:Houthi", "b:Huthi")
    take(gold, "anna", anna, ben)
    assert {item.said for item in apart(gold)} == {item.said for item in apart(anna)}
    take(gold, "ben", anna, ben)
    assert apart(gold) == []


def test_what_both_keep_apart_comes_with_the_approval_and_what_one_does_not() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        for words in (("a:Houthi",), ("a:Peru", "b:Peru"), ("a:Lima", "b:Lima")):
            who.one(*words)
        who.apart("a:Houthi", "a:Peru")
    anna.apart("a:Lima", "a:Peru")
    anna.group("a")
    approved(gold, anna, ben)
    assert [sorted(word for word, _ in item.said) for item in apart(gold)] == [["houthi", "peru"]]
    assert gold.of("a:Peru").id in {apart(gold)[0].one, apart(gold)[0].other}


def test_facts_kept_apart_come_under_gold_whatever_their_ids() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.group("a", "b", "c")
        who.said = split_off(who, "c")
    approved(gold, anna, ben)
    assert gold.groups() == ["a b", "c"]
    assert sorted(item.said for item in apart(gold)) == sorted(item.said for item in apart(anna))


def test_relations_come_with_a_side_and_with_what_all_say_under_the_ids_of_gold() -> None:
    anna, ben, gold = both()
    gold.one("a:Lima", "c:Callao")
    for who in (anna, ben):
        who.one("a:Lima")
        who.one("a:Peru", "b:Peru")
        who.relate("a:Lima", "a:Peru")
    found = approved(gold, anna, ben)
    gold.said = deciding.take(found, found.open[0], "anna")
    assert gold.has() == ["a:Lima", "a:Peru b:Peru", "c:Callao"]
    (relation,) = gold.said.items[Related.kind].values()
    assert isinstance(relation, Related)
    assert (relation.from_, relation.to) == (gold.of("a:Lima").id, gold.of("a:Peru").id)


def test_relations_that_all_say_come_with_the_approval() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Lima", "b:Lima")
        who.one("a:Peru", "b:Peru")
        who.relate("a:Lima", "a:Peru")
    approved(gold, anna, ben)
    assert [other for other, _, _ in gold.of("a:Lima").related] == [gold.of("a:Peru").id]


def test_agreed_things_have_the_name_of_most_and_every_id_elsewhere_and_note() -> None:
    people = Person("anna"), Person("ben"), Person("cleo", "c")
    gold = Gold()
    for who in people:
        who.one("a:Peru", "b:Peru")
    for who in people[1:]:
        who.describe("a:Peru", name="Republic of Peru")
    people[1].describe("a:Peru", note="the state")
    people[2].describe("a:Peru", outside="Q419")
    approved(gold, *people)
    item = gold.of("a:Peru").item
    assert item is not None
    assert (item.name, item.note, item.outside) == ("Republic of Peru", "the state", "Q419")


def test_a_verdict_goes_to_the_group_that_gold_has() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.group("a", "b")
    ben.judge("a", Verdict.COMPATIBLE)
    approved(gold, anna, ben)
    assert [row.judged for row in gold.group_of("a").verdicts] == [None, None]
    take(gold, "ben", anna, ben)
    assert gold.groups() == ["a b"]
    assert gold.group_of("a").verdicts[0].verdict is Verdict.COMPATIBLE
    take(gold, None, anna, ben)
    assert gold.group_of("a").verdicts[0].verdict is Verdict.CONTRADICTS
    assert reviewed(gold, anna, ben).open == ()


def test_a_verdict_before_the_approval_brings_the_group_and_the_approval_adds_nothing_to_it() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.group("a", "b")
    ben.judge("a", Verdict.COMPATIBLE)
    take(gold, "anna", anna, ben)
    once = gold.said
    assert approved(gold, anna, ben).open == ()
    assert (gold.groups(), gold.said) == (["a b"], once)
    assert gold.group_of("a").verdicts[0].verdict is Verdict.CONTRADICTS


def test_a_verdict_that_all_gave_comes_with_the_approval_also_later() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.group("a", "b")
    approved(gold, anna, ben)
    for who in (anna, ben):
        who.judge("a", Verdict.DIFFERS)
    assert approved(gold, anna, ben).open == ()
    assert gold.group_of("a").verdicts[0].verdict is Verdict.DIFFERS
    for who in (anna, ben):
        who.judge("a", Verdict.SAME)
    (case,) = approved(gold, anna, ben).open
    assert (case.what, case.is_agreed) == ("verdict", True)


def test_what_gold_keeps_apart_is_not_made_one_by_an_approval() -> None:
    anna, ben, gold = both()
    for who in (anna, ben):
        who.one("a:Houthi", "b:Huthi")
    gold.apart("a:Houthi", "b:Huthi")
    (case,) = approved(gold, anna, ben).open
    assert (case.is_agreed, gold.has()) == (True, [])
    take(gold, "anna", anna, ben)
    assert (gold.has(), apart(gold)) == (["a:Houthi b:Huthi"], [])


def test_groups_on_their_own_when_neither_is_taken() -> None:
    anna, ben, gold = both()
    anna.group("a", "b")
    ben.group("b", "c")
    take(gold, None, anna, ben)
    assert gold.groups() == ["a", "b", "c"]


def test_one_suggestion_with_other_bounds_is_in_one_entity() -> None:
    anna, ben, gold = Person("anna", "s"), Person("ben", "s"), Gold()
    anna.one("a:Houthi", "b:Huthi")
    ben.articles = moved(ben, "a:Houthi", "Houthi men")
    ben.one("a:Houthi men", "b:Huthi")
    gold.articles = anna.articles
    (case,) = reviewed(gold, anna, ben).cases
    take(gold, "ben", anna, ben)
    assert len(gold.said.items["member"]) == 2
    take(gold, None, anna, ben)
    assert len(gold.said.items["member"]) == 2
    assert case.key not in {one.key for one in reviewed(gold, anna, ben).open}


def apart(who: Person) -> list[KeptApart]:
    return [i for i in who.said.items.get(KeptApart.kind, {}).values() if isinstance(i, KeptApart)]


def split_off(who: Person, article: str) -> AnnotationSet:
    group = who.group_of(article)
    return group_verbs.split_group(who.said, group, [f for f in group.facts if f.article == article])


def moved(who: Person, word: str, to: str) -> list[ComparedArticle]:
    id_, _, text = word.partition(":")
    return [
        replace(
            article,
            spans=tuple(
                replace(s, end=s.start + len(to)) if article.id == id_ and article.wording(s) == text else s
                for s in article.spans
            ),
        )
        for article in who.articles
    ]
