"""Feedback: what was changed and why, told from one annotator's set and the gold alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from annotations.facts import Fact, Filler, Number, Role
from annotations.review import decisions, set_states
from annotations.review.comparing import compare
from annotations.review.feedback import Feedback, feedback, reviewed
from annotations.review.feedback_markdown import as_markdown
from annotations.sets import GOLD, AnnotationSet, Boilerplate, Comment, Progress, State, Topic
from tests.annotations.review.golds import settled
from tests.making import TEXT, span

NEW = AnnotationSet("a", GOLD)


def made(who: str, *items) -> AnnotationSet:
    return AnnotationSet.of("a", who, [*items, Progress(State.IN_REVIEW)])


ANNA = made("anna", span(0, 10, id_="x"), span(18, 22, "ORG", id_="n"), span(36, 43, "ORG", id_="d"))
BEN = made("ben", span(0, 10, "ORG", id_="y"), span(28, 32, "GPE", id_="z"), span(18, 22, "ORG", id_="m"))
FOUND = compare([ANNA, BEN])
LABEL, OSLO, TUESDAY = FOUND.cases


def decided() -> AnnotationSet:
    gold = decisions.take(NEW, LABEL, "ben", by="rex", reason="wrong label", note="she speaks for it")
    gold = decisions.take(gold, OSLO, "ben", by="rex")
    return settled(decisions.take_neither(gold, TUESDAY, by="rex", reason="not an entity"), ANNA, BEN)


def told(mine: AnnotationSet = ANNA, gold: AnnotationSet | None = None) -> Feedback:
    return feedback(mine.annotator, [reviewed(mine, decided() if gold is None else gold, TEXT, "A *title*")])


def test_each_annotator_hears_what_was_changed_and_why() -> None:
    assert [(c.sentence(), c.reason, c.note) for c in told().articles[0].corrections] == [
        ("PERSON is ORG", "wrong label", "she speaks for it"),
        ("missed GPE", "missed", ""),
        ("ORG: nothing here", "not an entity", ""),
    ]
    assert told(BEN).articles == ()


def test_the_summary_counts_by_label_and_reason_with_examples() -> None:
    found = told()
    assert ("PERSON", "wrong label", 1) in found.counts()
    assert (found.items, found.kept) == (3, 1)
    (example,) = found.examples("GPE", "missed")
    assert (example.quote, example.by) == ("Oslo", "rex")


def test_what_is_not_decided_yet_is_not_told_until_the_review_is_over() -> None:
    gold = settled(decisions.take(NEW, LABEL, "ben", by="rex"), ANNA, BEN)
    assert len(told(gold=gold).articles[0].corrections) == 1
    assert len(told(gold=set_states.approve(gold)).articles[0].corrections) == 2


def test_other_bounds_and_facts_have_their_usual_reason() -> None:
    mine, theirs = Fact("f", "ATTACK", (23, 27)), Fact("g", "MEETING", (23, 27))
    sets = [made("anna", span(0, 5), mine), made("ben", span(0, 10), theirs)]
    gold = settled(decisions.take_all(NEW, compare(sets).cases, "ben", by="rex"), *sets)
    corrections = told(sets[0], gold).articles[0].corrections
    assert [(c.sentence(), c.reason) for c in corrections] == [
        ("PERSON: “Maria” → “Maria Ruiz”", "wrong bounds"),
        ("ATTACK is MEETING", "wrong fact"),
    ]


def test_a_span_of_another_label_and_other_bounds_says_both() -> None:
    sets = [made("anna", span(0, 5)), made("ben", span(0, 10, "ORG"))]
    gold = settled(decisions.take_all(NEW, compare(sets).cases, "ben", by="rex"), *sets)
    (correction,) = told(sets[0], gold).articles[0].corrections
    assert correction.sentence() == "PERSON is ORG; “Maria” → “Maria Ruiz”"


MARIA, NAVY, COUNT = Filler(0, 10), Filler(18, 22), Filler(36, 43, None, Number(2))
FACT = Fact("f", "SAID", (23, 27), (Role("source", (MARIA, NAVY)), Role("count", (COUNT,))))
FIVE, SWAPPED = Role("count", (replace(COUNT, value=Number(5)),)), Role("source", (NAVY, MARIA))
CORRECTED = [
    (replace(FACT, id="g", roles=(FACT.roles[0], FIVE)), "SAID: count of “Tuesday”: 2 → 5"),
    (replace(FACT, id="g", roles=(SWAPPED, FACT.roles[1])), "SAID: order of source: “Maria Ruiz”, “Navy” → “Navy”, “Maria Ruiz”"),
    (FACT.stating(modality="denied", note="by night"), "SAID: modality: asserted → denied; note: nothing → “by night”"),
    (replace(FACT, type="LEFT", roles=FACT.roles[:1]), "SAID is LEFT; count: “Tuesday” (2) → nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("now", "sentence"), CORRECTED)
def test_a_fact_is_told_by_what_changed_in_it(now: Fact, sentence: str) -> None:
    ordered = [("SAID", "source"), ("LEFT", "source")]
    gold = AnnotationSet.of("a", GOLD, [now, Progress(State.REVIEWED)])
    found = feedback("anna", [reviewed(made("anna", FACT), gold, TEXT, "A", ordered)])
    (correction,) = found.articles[0].corrections
    assert correction.sentence() == sentence
    assert f"“left” {sentence}: wrong" in as_markdown(found).replace("\\", "")
    (said,) = found.as_json()["articles"][0]["corrections"]
    assert (said["said"], [one["said"] for one in said["changes"]]) == (
        sentence,
        [c.sentence for c in correction.changes],
    )


def test_comments_of_others_come_along_and_ones_own_do_not() -> None:
    mine = ANNA.having(Comment("c", "unsure", "anna", ""), Comment("d", "missed: see the end", "rex", ""))
    assert [c.text for c in told(mine).articles[0].comments] == ["missed: see the end"]


def test_topics_and_boilerplate_are_told_and_counted() -> None:
    mine = made("anna", Topic("War"), Boilerplate(0, 10), Boilerplate(36, 43), span(18, 22, "ORG"))
    gold = AnnotationSet.of(
        "a", GOLD, [Topic("Sea"), Boilerplate(0, 5), span(18, 22, "ORG"), Progress(State.REVIEWED)]
    )
    found = told(mine, gold)
    assert {(c.sentence(), c.reason) for c in found.articles[0].corrections} == {
        ("missed topic Sea", "missed"),
        ("topic War: nothing here", "wrong topic"),
        ("boilerplate: “Maria Ruiz” → “Maria”", "wrong bounds"),
        ("boilerplate: nothing here", "not boilerplate"),
    }
    text = as_markdown(found)
    assert "1 of 4 spans, facts, topics and boilerplate stayed as you had them (25.0 %)" in text
    assert "\n- missed topic Sea: missed\n" in text


def test_a_fact_that_is_none_has_its_own_reason() -> None:
    gold = AnnotationSet("a", GOLD).having(Progress(State.REVIEWED))
    (correction,) = told(made("anna", FACT), gold).articles[0].corrections
    assert (correction.sentence(), correction.reason) == ("SAID: nothing here", "wrong fact")


def test_each_return_begins_a_round() -> None:
    first, second = (Comment(f"c{n}", f"missed: part {n}", "rex", f"2024-01-2{n}T10:00:00Z") for n in (1, 2))
    assert [told(ANNA.having(*said)).articles[0].round for said in ([], [first], [second, first])] == [
        1,
        2,
        3,
    ]
    mine = ANNA.having(
        second, first, Comment("d", "yes", "rex", "2024-01-23", "x", "c1"), Progress(State.RETURNED)
    )
    found = told(mine)
    assert "(returned, round 3)" in (text := as_markdown(found))
    assert "- Round 2, rex: missed: part 1\n- Round 3, rex: missed: part 2\n- rex: yes" in text
    assert found.as_json()["articles"][0]["round"] == 3
    noted = decisions.note_return(decided(), ANNA, [], reason="missed", by="anna", at="t", note="")
    assert told(gold=noted).articles[0].round == 2


def test_without_names_all_else_is_told() -> None:
    mine = ANNA.having(Comment("d", "missed: see the end", "rex", ""))
    found = told(mine).unnamed()
    assert "rex" not in as_markdown(found) + str(found.as_json())
    assert as_markdown(found) == as_markdown(told(mine)).replace("rex", "reviewer")


def test_as_json_says_all_of_it() -> None:
    said = told().as_json()
    assert {"label": "PERSON", "reason": "wrong label", "count": 1} in said["errors"]
    first = said["articles"][0]["corrections"][0]
    assert (first["was"]["label"], first["now"]["label"], first["quote"]) == ("PERSON", "ORG", "Maria Ruiz")


def test_the_markdown_has_the_table_examples_and_articles_and_no_foreign_signs() -> None:
    text = as_markdown(told())
    assert "1 of 3 spans and facts stayed as you had them (33.3 %)" in text
    assert "| PERSON | wrong label | 1 |" in text
    assert "- “Maria Ruiz” PERSON is ORG: wrong label. she speaks for it (rex)" in text
    assert r"### A \*title\* (in review)" in text
    assert "the Navy left **Oslo** on Tuesday." in text


def test_hostile_text_stays_on_its_line() -> None:
    text = "a|b\n# [x](y) <b> `c`"
    mine = made("anna", span(0, len(text), id_="x"))
    gold = decisions.take_neither(NEW, compare([mine, made("ben")]).cases[0], by="rex", reason="not | it")
    said = as_markdown(feedback("anna", [reviewed(mine, gold, text, "# t\n")]))
    assert r"“a\|b \# \[x\](y) \<b\> \`c\`”" in said
    assert r"| PERSON | not \| it | 1 |" in said
    assert "\n# t" not in said


def test_without_corrections_that_is_said() -> None:
    assert "Nothing was corrected." in as_markdown(Feedback("anna", ()))
