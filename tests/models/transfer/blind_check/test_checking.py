"""A blind check over a project: what is drawn from, what answers do, and how it ends."""

from __future__ import annotations

import pytest

from annotations import span_verbs
from annotations.blind_check.checked import BlindAnswer, BlindCheck, CheckOutcome
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Role
from annotations.sets import AnnotationSet, Progress, State
from annotations.spans import Status
from models.project import Project
from models.queries import schema_renames
from models.queries.blind_check.bulk import bulk
from models.queries.blind_check.stored import blind_check, blind_checks, is_undone, open_check
from models.transfer import annotators
from models.transfer.blind_check import checking
from models.transfer.machines import machine_sets
from tests.making import put_articles, small_project, span, suggested

MANY = 20  # suggestions an article
ARTICLES = ("a", "b", "c")


@pytest.fixture
def project(tmp_path) -> Project:
    made = small_project(tmp_path / "p")
    put_articles(made, **{id_: f"{id_} " + "Acme " * MANY for id_ in ARTICLES})
    pools = [
        (id_, [suggested(2 + 5 * n, 6 + 5 * n, "ORG", f"s{n}") for n in range(MANY)]) for id_ in ARTICLES
    ]
    made.set_pools(pools, by="rules")
    yield made
    made.close()


def edit(project: Project, article: str, verb) -> None:
    made = project.annotation_set(article, "anna")
    project.apply(Edit.between("do", made, verb(made)), by="anna")


def accept(project: Project, article: str, which: slice = slice(None)) -> None:
    spans = sorted(project.sheet(article, "anna").undecided, key=lambda one: one.start)[which]
    edit(project, article, lambda at: span_verbs.confirm(at, *spans))


def begun(project: Project, many: int = 10) -> BlindCheck:
    for id_ in ARTICLES:
        accept(project, id_)
    return checking.begin(project, "anna", many, seed=1)


def answered(project: Project, check: BlindCheck, *said: tuple[BlindAnswer, str]) -> BlindCheck:
    for place in range(len(check.drawn)):
        seen = said[place] if place < len(said) else (BlindAnswer.LABEL, "ORG")
        checking.answer(project, check, place, *seen, by="anna")
    return blind_check(project, check.number)


def ended(project: Project, check: BlindCheck, outcome: CheckOutcome) -> checking.CheckEnding:
    made = checking.planned(project, check, outcome)
    checking.end(project, made, by="anna")
    return made


def test_only_what_was_accepted_with_others_is_drawn_from(project):
    accept(project, "a", slice(1))
    assert not bulk(project, "anna").spans
    accept(project, "b", slice(3))
    assert {key.article for key in bulk(project, "anna").spans} == {"b"}
    project.undo("anna")
    assert not bulk(project, "anna").spans


def test_a_fact_with_its_fillers_is_one_decision(project):
    two = sorted(project.sheet("a", "anna").undecided, key=lambda one: one.start)[:2]
    roles = tuple(Role(f"r{n}", (Filler(one.start, one.end, one.id),)) for n, one in enumerate(two))
    edit(project, "a", lambda at: span_verbs.put_fact(at, Fact("f", "ATTACK", None, roles), two))
    assert not bulk(project, "anna").spans


def test_what_was_looked_at_since_is_left_out(project):
    accept(project, "a")
    span = project.annotation_set("a", "anna").spans["s3"]
    edit(project, "a", lambda at: span_verbs.relabel(at, span, "GPE"))
    assert {key.id for key in bulk(project, "anna").spans} == {f"s{n}" for n in range(MANY)} - {"s3"}


def test_the_draw_its_seed_and_every_answer_stay_with_the_project(project):
    check = begun(project)
    assert (check.pool, len(check.drawn), check.seed) == (60, 10, 1)
    checking.answer(project, check, 0, BlindAnswer.LABEL, "GPE", by="anna")
    checking.answer(project, check, 1, BlindAnswer.NONE, by="anna")
    checking.answer(project, check, 1, None, by="anna")
    folder = project.folder
    project.close()
    again = Project(folder)
    found = open_check(again, "anna")
    assert (found.drawn[0].given, found.drawn[0].by) == ("GPE", "anna")
    assert found.place == 1
    again.close()


def test_a_check_that_goes_on_is_ended_before_the_next(project):
    begun(project)
    with pytest.raises(UserError, match="goes on"):
        checking.begin(project, "anna", 5)


def test_going_on_draws_others_of_the_same(project):
    check = answered(project, begun(project))
    accept(project, "a")
    longer = checking.go_on(project, check, 25)
    assert (len(longer.drawn), longer.pool, longer.place) == (25, 60, 10)
    assert len({one.key for one in longer.drawn}) == 25


def test_keeping_puts_right_what_was_wrong_in_one_edit(project):
    check = answered(
        project, begun(project), (BlindAnswer.LABEL, "GPE"), (BlindAnswer.NONE, ""), (BlindAnswer.BOUNDS, "")
    )
    done = ended(project, check, CheckOutcome.KEPT)
    first, second, third = (
        project.annotation_set(one.key.article, "anna").spans[one.key.id] for one in check.drawn[:3]
    )
    assert (first.label, second.status, third) == ("GPE", Status.REJECTED, third)
    assert (done.put_right, done.given_back) == (2, 0)
    assert blind_check(project, check.number).outcome is CheckOutcome.KEPT
    project.undo("anna")
    assert (
        project.annotation_set(check.drawn[0].key.article, "anna").spans[check.drawn[0].key.id].label == "ORG"
    )


def test_what_was_checked_never_comes_into_a_second_check(project):
    check = answered(project, begun(project, 40))
    ended(project, check, CheckOutcome.KEPT)
    second = checking.begin(project, "anna", 50, seed=1)
    assert len(second.drawn) == 20
    assert not {one.key for one in second.drawn} & {one.key for one in check.drawn}


def test_taking_back_leaves_what_was_checked_and_is_one_edit(project):
    check = answered(project, begun(project), (BlindAnswer.LABEL, "GPE"))
    edit(project, "b", span_verbs.finish)
    done = ended(project, check, CheckOutcome.TAKEN_BACK)
    left = [span for id_ in ARTICLES for span in project.annotation_set(id_, "anna").spans.values()]
    assert sorted(span.label for span in left) == ["GPE"] + ["ORG"] * 9
    assert (done.given_back, done.put_right) == (50, 1)
    assert sum(len(project.sheet(id_, "anna").undecided) for id_ in ARTICLES) == 50
    assert project.annotation_set("b", "anna").state is State.STARTED
    project.undo("anna")
    assert sum(len(project.sheet(id_, "anna").undecided) for id_ in ARTICLES) == 0
    assert is_undone(project, blind_checks(project)[0])
    assert not project.history.problems()


def test_a_fact_that_rests_on_what_is_taken_back_goes_with_it(project):
    sheet = project.sheet("a", "anna")
    spans = sorted(sheet.undecided, key=lambda one: one.start)
    first, last = spans[0], spans[-1]
    mine = Fact("f", "ATTACK", None, (Role("r", (Filler(first.start, first.end, first.id),)),), origin="anna")
    theirs = Fact("g", "ATTACK", None, (Role("r", (Filler(last.start, last.end, last.id),)),), origin="rule")
    edit(project, "a", lambda at: span_verbs.confirm(at, *spans).having(theirs))
    edit(project, "a", lambda at: span_verbs.put_fact(at, mine))
    check = answered(project, checking.begin(project, "anna", 1, seed=6))
    assert check.drawn[0].key.id not in (first.id, last.id)
    ended(project, check, CheckOutcome.TAKEN_BACK)
    facts = project.annotation_set("a", "anna").facts
    assert set(facts) == {"f"}
    assert not facts["f"].span_ids()


def test_a_label_renamed_since_is_the_one_that_is_asked_about(project):
    accept(project, "a")
    made = schema_renames.plan(project, project.schema, "labels", "ORG", "FIRM", merging=False)
    project.recast(made, by="anna")
    assert {label for _, _, label in bulk(project, "anna").spans.values()} == {"FIRM"}


def test_it_goes_along_when_its_annotator_gets_another_name(project):
    check = answered(project, begun(project))
    annotators.rename(project, "anna", "cleo", by="anna")
    found = open_check(project, "cleo")
    assert found.number == check.number
    assert {one.by for one in found.drawn} == {"cleo"}
    assert not open_check(project, "anna")


def test_what_is_removed_with_its_article_is_no_longer_asked(project):
    check = begun(project, 60)
    project.remove_article("a")
    found = blind_check(project, check.number)
    assert (len(found.drawn), found.place) == (40, 0)


def test_nothing_accepted_in_bulk_is_nothing_to_check(project):
    with pytest.raises(UserError, match="Nothing that anna accepted"):
        checking.begin(project, "anna", 50)


def test_of_a_machine_all_spans_are_drawn_from_and_its_work_stays_as_it_is(project):
    spans = [span(2 + 5 * n, 6 + 5 * n, "ORG", origin="en_news 1.0") for n in range(MANY)]
    made = AnnotationSet.of("a", "robo", [*spans, Progress(State.DONE, machine="en_news 1.0")])
    machine_sets.write(project, [made], by="anna", name="robo")
    check = checking.begin(project, "robo", 5, seed=1)
    for place in range(5):
        checking.answer(project, check, place, BlindAnswer.NONE, by="anna")
    check = blind_check(project, check.number)
    assert (check.pool, check.result().right) == (MANY, 0)
    with pytest.raises(UserError, match="robo, a machine"):
        checking.planned(project, check, CheckOutcome.TAKEN_BACK)
    ended(project, check, CheckOutcome.KEPT)
    assert project.annotation_set("a", "robo") == made
    assert not open_check(project, "robo")
