"""The provenance of gold's items: with the work that they rest on, and as far as the decisions tell without it."""

from __future__ import annotations

from dataclasses import replace

from annotations.facts import Fact, Filler, Role
from annotations.review import decisions, set_states
from annotations.review.cases import case_key
from annotations.review.provenance import provenance
from annotations.sets import AnnotationSet, Boilerplate, Decision, State, Topic
from annotations.spans import Span
from tests.annotations.review.golds import NEW, made, settled, standing
from tests.making import TEXT, span

ANNA = made("anna", span(0, 10, id_="m"), span(28, 32, "ORG", id_="o"), Topic("War"), Boilerplate(33, 44))
BEN = made("ben", span(0, 10, id_="n"), span(28, 32, "GPE", id_="p"), Topic("War"), Boilerplate(33, 40))
SIDES = (ANNA, BEN)


def decided(gold: AnnotationSet = NEW, sets=SIDES, who: str = "ben", **how: str) -> AnnotationSet:
    """Gold with every open case taken as that annotator has it."""
    gold = settled(gold, *sets) if len(gold) else gold
    for case in standing(gold, *sets).open:
        gold = decisions.take(gold, case, who, **{"by": "rex", **how})
    names = [one.annotator for one in sets]
    return settled(decisions.of_sides(gold, names, only=False), *sets)


def told(gold: AnnotationSet, *sets: AnnotationSet) -> dict:
    """The provenance by content: a span's label and start, a fact's type, else the id."""
    found = provenance(gold, standing(gold, *sets) if sets else None)
    items = [*gold.spans.values(), *gold.facts.values(), *gold.boilerplate.values(), *gold.topics.values()]
    return {getattr(i, "label", getattr(i, "type", i.id)): found.of(i) for i in items}


def test_what_all_agree_on_says_who() -> None:
    found = told(decided(), *SIDES)
    assert found["PERSON"] == found["War"] == {"how": "agreed", "by": ["anna", "ben"]}


def test_a_decision_says_who_when_which_choice_and_what_the_sides_had() -> None:
    gold = decided(reason="wrong label", note="an office")
    gold = gold.having(*(replace(one, at="2024-05-01T10:00:00Z") for one in decisions.all_of(gold) if one.by))
    found = told(gold, *SIDES)["GPE"]
    saw = found.pop("saw")
    assert found == {
        "how": "decided", "by": "rex", "at": "2024-05-01T10:00:00Z", "choice": "take ben",
        "reason": "wrong label", "note": "an office",
    }  # fmt: skip
    assert {who: (one["start"], one["label"], "id" in one) for who, one in saw.items()} == {
        "anna": (28, "ORG", False),
        "ben": (28, "GPE", False),
    }


def test_a_side_that_had_nothing_is_told_as_null() -> None:
    sets = ANNA, BEN.lacking(BEN.spans["p"])
    assert told(decided(NEW, sets, "anna"), *sets)["ORG"]["saw"]["ben"] is None


def test_boilerplate_is_told_by_its_bounds() -> None:
    assert told(decided(), *SIDES)["33-40"]["saw"]["anna"] == {"start": 33, "end": 44, "status": "confirmed"}


def test_a_third_way_names_no_id() -> None:
    case = next(case for case in standing(NEW, *SIDES).open if isinstance(case.sides["anna"], Span))
    gold = settled(
        decisions.take_other(NEW, case, Span("", 28, 32, "LOC"), TEXT, by="rex", reason="x"), *SIDES
    )
    assert told(gold, *SIDES)["LOC"]["choice"] == "other"


def test_what_a_reviewer_added_says_who_and_why() -> None:
    gold = decisions.add(decided(), Span("", 18, 22, "FAC"), TEXT, by="sue", reason="missed", note="ship")
    said = {"how": "added", "by": "sue", "at": "", "reason": "missed", "note": "ship"}
    assert told(settled(gold, *SIDES), *SIDES)["FAC"] == said


def test_a_review_of_ones_own_work_is_marked() -> None:
    gold = decisions.add(decided(by="ben"), Span("", 18, 22, "FAC"), TEXT, by="anna", reason="missed")
    found = told(settled(gold, *SIDES), *SIDES)
    assert (found["GPE"]["own"], found["FAC"]["own"]) == (True, True)
    assert "own" not in told(decided(), *SIDES)["GPE"]


def test_what_came_as_gold_is_imported() -> None:
    there = NEW.having(Span("i", 11, 13, "LOC"))
    assert told(there)["LOC"] == told(decided(there), *SIDES)["LOC"] == {"how": "imported"}


def test_a_copy_without_the_sides_tells_the_same() -> None:
    gold = decisions.add(decided(NEW.having(Span("i", 11, 13, "LOC"))), Span("", 18, 22, "FAC"), TEXT,
                         by="sue", reason="missed")  # fmt: skip
    gold = settled(gold, *SIDES)
    assert [told(gold)[label]["how"] for label in ("LOC", "FAC")] == ["imported", "added"]
    assert provenance(gold, None) == provenance(gold, standing(gold, *SIDES))


def with_fact(who: str, end: int, role: str) -> AnnotationSet:
    target = span(0, end, "PERSON", id_=f"{who}-s")
    return made(who, target, Fact(f"{who}-f", "LEFT", (23, 27), (Role(role, (Filler(0, end, target.id),)),)))


def test_a_fact_whose_filler_followed_another_case_is_told_without_the_sides_too() -> None:
    sets = with_fact("anna", 10, "who"), with_fact("ben", 5, "what")
    span_case, fact_case = standing(NEW, *sets).open
    gold = decisions.take(NEW, span_case, "ben", by="rex")
    gold = settled(decisions.take(gold, fact_case, "anna", by="rex"), *sets)
    fact = told(gold, *sets)["LEFT"]
    assert (fact["choice"], told(gold)["LEFT"]) == ("take anna", fact)
    assert fact["saw"]["anna"]["roles"] == [{"role": "who", "fillers": [{"start": 0, "end": 10}]}]


def test_a_side_that_is_a_machine_is_told_with_its_pipeline() -> None:
    ben = BEN.having(replace(BEN.progress, machine="en_news 1.0"))
    gold = decided()
    assert provenance(gold, standing(gold, ANNA, ben)).as_json(gold)["machines"] == {"ben": "en_news 1.0"}
    assert "machines" not in provenance(gold, standing(gold, *SIDES)).as_json(gold)


def test_rounds_and_approval_are_told_of_the_whole() -> None:
    gold = decisions.note_return(decided(), BEN, [], reason="r", by="rex", at="t", note="")
    gold = set_states.approve(decisions.note_approval(gold, standing(gold, *SIDES).seal, by="rex", at="u"))
    found = provenance(gold, standing(gold, *SIDES)).as_json(gold)
    assert (found["sides"], found["rounds"]) == (["anna", "ben"], {"anna": 1, "ben": 2})
    assert found["approved"] == {"by": "rex", "at": "u"}
    assert [*found["boilerplate"], *found["topics"]] == ["33-40", "War"]
    begun = set_states.reopen(gold)
    assert (begun.state, provenance(begun, None).approved) == (State.STARTED, None)


def test_a_decision_of_before_version_14_is_marked() -> None:
    old = Decision(case_key("a", ["o", "p"]), "take ben", by="rex")
    sets = made("anna", ANNA.spans["o"]), made("ben", BEN.spans["p"])
    gold = settled(NEW.having(old), *sets)
    found = told(gold, *sets)["GPE"]
    assert (found["how"], found["choice"], found["before_version_14"]) == ("decided", "take ben", True)
    assert "saw" not in found
    assert told(gold)["GPE"] == {"how": "reviewed", "before_version_14": True}


def test_what_was_added_before_version_14_is_known_without_the_sides() -> None:
    there = replace(span(18, 22, "FAC"), id=decisions.gold_id("a", span(18, 22, "FAC")))
    gold = NEW.having(there, Decision(case_key("a", [there.id]), "added", "missed", by="rex"))
    assert told(gold)["FAC"] == {
        "how": "added", "by": "rex", "at": "", "reason": "missed", "note": "", "before_version_14": True
    }  # fmt: skip
