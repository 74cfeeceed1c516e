"""Gold over rounds and copies: it follows in every one of them, in whatever order their packages are merged."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.edits import Change, Edit
from annotations.review import decisions
from annotations.review.cases import Difference, content
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.project import Project
from models.queries import golds
from models.queries.review_queue import ReviewQueue
from models.transfer import exchange
from models.transfer.who import Answers
from tests.making import SMALL, TEXT, edit, put_articles, span
from tests.strategies import examples

DONE = Progress(State.DONE)
WHO = ["anna", "ben"]
Step = Callable[[Project], None]


def begun(folder: Path) -> Project:
    """One article; anna and ben differ on Oslo, and the Navy is anna's alone."""
    project = Project.create(folder, SMALL)
    put_articles(project, a=TEXT)
    edit(
        project,
        "w",
        AnnotationSet("a", "anna").having(span(18, 22, "ORG", id_="n"), span(28, 32, "ORG", id_="o"), DONE),
    )
    edit(project, "w", AnnotationSet("a", "ben").having(span(28, 32, "GPE", id_="p"), DONE))
    return project


@pytest.fixture
def one(tmp_path: Path) -> Iterator[Project]:
    project = begun(tmp_path / "one")
    yield project
    project.close()


def work(project: Project):
    return ReviewQueue(project, WHO).work("a", TEXT)


def take(who: str, start: int, by: str = "rex") -> Step:
    def step(project: Project) -> None:
        at = work(project)
        case = next((case for case in at.cases if case.place[0] == start), None)
        if case and project.annotation_set("a", GOLD).state is not State.REVIEWED:
            project.apply(at.step("take", decisions.take(at.gold, case, who, by=by)), by=by)

    return step


def approve(project: Project, by: str = "rex") -> None:
    if not work(project).open_cases and project.annotation_set("a", GOLD).state is not State.REVIEWED:
        project.apply(work(project).approved("approve", by=by), by=by)


def give_back(project: Project) -> None:
    project.apply(work(project).returned("return", "anna", reason="missed", by="rex", at="t"), by="rex")


def gold(project: Project) -> set:
    return {content(item) for item in project.annotation_set("a", GOLD).spans.values()}


def states(project: Project) -> list[State]:
    return [project.annotation_set("a", who).state for who in ("anna", "ben", GOLD)]


def copied(project: Project, folder: Path) -> Project:
    """Another copy with everybody's work."""
    other = Project.create(folder, SMALL)
    put_articles(other, a=TEXT)
    bring(project, other, *WHO)
    return other


def bring(of: Project, to: Project, *names: str):
    package = to.folder.parent / f"{of.folder.name}.fm"
    exchange.pack(of, package, *names)
    asked = {one.name for one in exchange.merge(to, package, by="lead").asked}
    return exchange.merge(to, package, by="lead", answers=Answers(same=asked))


def test_a_decision_does_not_outlive_what_it_was_about(one: Project) -> None:
    take("anna", 28)(one)
    give_back(one)
    own = one.annotation_set("a", "anna")
    edit(one, "label", own.having(span(28, 32, "LOC", id_="o")))
    edit(one, "finish", one.annotation_set("a", "anna").having(DONE))
    assert (28, 32, "ORG") not in gold(one)
    case = next(case for case in work(one).open_cases if case.place[0] == 28)
    assert work(one).changed(case).choice == "take anna"
    assert decisions.round_of(one.annotation_set("a", GOLD), "anna") == 2
    assert one.history.problems() == []


def test_what_was_deleted_after_a_return_leaves_gold(one: Project) -> None:
    take("anna", 18)(one)
    take("ben", 28)(one)
    give_back(one)
    own = one.annotation_set("a", "anna")
    edit(one, "delete", own.lacking(own.spans["n"]))
    edit(one, "finish", one.annotation_set("a", "anna").having(DONE))
    assert gold(one) == {(28, 32, "GPE")}
    assert [case.difference for case in work(one).open_cases] == [Difference.GONE]
    take("ben", 18)(one)
    approve(one)
    assert (gold(one), one.annotation_set("a", GOLD).state) == ({(28, 32, "GPE")}, State.REVIEWED)


def test_an_undo_of_the_annotator_brings_the_decision_back(one: Project) -> None:
    take("anna", 28)(one)
    give_back(one)
    edit(one, "label", one.annotation_set("a", "anna").having(span(28, 32, "LOC", id_="o")), by="anna")
    edit(one, "finish", one.annotation_set("a", "anna").having(DONE), by="anna")
    assert gold(one) == set()
    one.undo("anna")
    one.undo("anna")
    edit(one, "finish", one.annotation_set("a", "anna").having(DONE), by="anna")
    assert gold(one) == {(28, 32, "ORG")}
    assert [case.place[0] for case in work(one).open_cases] == [18]


def test_two_golds_that_differ_are_a_case_and_never_one(one: Project, tmp_path: Path) -> None:
    other = copied(one, tmp_path / "two")
    for project, who, by in ((one, "anna", "rex"), (other, "ben", "sue")):
        take("anna", 18, by)(project)
        take(who, 28, by)(project)
        approve(project, by)
    exchange.pack(other, tmp_path / "gold.fm", GOLD)
    done = exchange.merge(one, tmp_path / "gold.fm", by="lead")
    assert gold(one) == {(18, 22, "ORG")}
    assert states(one) == [State.IN_REVIEW, State.IN_REVIEW, State.STARTED]
    assert any("On a reviewers differ in a case" in said for said in done.notices)
    assert "a was reviewed and is in review again." in done.notices  # no work has changed
    (case,) = work(one).open_cases
    assert sorted(said.by for said in work(one).conflict(case)) == ["rex", "sue"]
    take("ben", 28)(one)
    approve(one)
    assert gold(one) == {(18, 22, "ORG"), (28, 32, "GPE")}
    bring(one, other, *WHO, GOLD)
    assert (gold(other), states(other)) == (gold(one), states(one))
    other.close()


def test_two_golds_do_not_unite_where_the_work_they_are_of_is_not(one: Project, tmp_path: Path) -> None:
    other, reader = copied(one, tmp_path / "two"), Project.create(tmp_path / "three", SMALL)
    put_articles(reader, a=TEXT)
    for project, who, by in ((one, "anna", "rex"), (other, "ben", "sue")):
        take(who, 28, by)(project)
        bring(project, reader, GOLD)
    assert gold(reader) == set()
    other.close()
    reader.close()


def test_what_was_parted_comes_back_whole_once_it_is_settled(one: Project, tmp_path: Path) -> None:
    other, reader = copied(one, tmp_path / "two"), Project.create(tmp_path / "three", SMALL)
    put_articles(reader, a=TEXT)
    for n in range(20):  # the reader's clock is ahead of both
        edit(reader, "w", reader.annotation_set("a", "cleo").having(span(0, 10, id_=f"c{n}")))
    for project, who, by in ((one, "anna", "rex"), (other, "ben", "sue")):
        take("anna", 18, by)(project)
        take(who, 28, by)(project)
        approve(project, by)
        bring(project, reader, GOLD)
    assert (gold(reader), reader.annotation_set("a", GOLD).state) == ({(18, 22, "ORG")}, State.STARTED)
    bring(other, one, GOLD)
    take("ben", 28)(one)
    approve(one)
    bring(one, reader, GOLD)
    assert (gold(reader), reader.annotation_set("a", GOLD).state) == (gold(one), State.REVIEWED)
    assert reader.history.problems() == []
    other.close()
    reader.close()


def test_a_lapsed_approval_is_none_where_the_work_it_is_of_is_not(one: Project, tmp_path: Path) -> None:
    reader = Project.create(tmp_path / "reader", SMALL)
    put_articles(reader, a=TEXT)
    take("anna", 18)(one)
    take("ben", 28)(one)
    approve(one)
    bring(one, reader, GOLD)
    assert reader.annotation_set("a", GOLD).state is State.REVIEWED
    before = one.annotation_set("a", "ben")
    change = Change.between(before, before.having(span(0, 10, id_="m")))
    one.apply(Edit("come in", (change,)), by="lead")
    bring(one, reader, GOLD)
    assert reader.annotation_set("a", GOLD).state is State.STARTED
    reader.close()


def take_back(one: Project, folder: Path) -> Project:
    """Has rex approve in `one`; another copy, in which sue's approval lapsed before and is taken away since."""
    other, annas = copied(one, folder / "two"), copied(one, folder / "anna")
    for by, project in (("rex", one), ("sue", other)):
        take("anna", 18, by)(project)
        take("anna", 28, by)(project)
    approve(other, "sue")
    edit(annas, "label", annas.annotation_set("a", "anna").having(span(28, 32, "LOC", id_="o")))
    bring(annas, other, "anna")
    for _ in range(20):  # so that what rex does is later
        one.undo("rex")
        one.redo("rex")
    approve(one)
    bring(one, other, "ben")  # and what sue does from now on later still
    take("ben", 28, "sue")(other)
    annas.close()
    return other


@pytest.mark.parametrize("names", [(*WHO, GOLD), (GOLD,)], ids=["with the work", "without the work"])
def test_an_approval_that_another_copy_took_back_is_none(
    one: Project, tmp_path: Path, names: tuple[str, ...]
) -> None:
    other, reader = take_back(one, tmp_path), Project.create(tmp_path / "three", SMALL)
    put_articles(reader, a=TEXT)
    bring(one, reader, *names)
    assert reader.annotation_set("a", GOLD).state is State.REVIEWED
    bring(other, reader, GOLD)
    assert decisions.approval(reader.annotation_set("a", GOLD)) is None
    assert reader.annotation_set("a", GOLD).state is State.STARTED
    other.close()
    reader.close()


def test_a_reviewed_gold_without_its_sides_takes_what_came_with_the_same_approval(one: Project) -> None:
    take("anna", 18)(one)
    take("ben", 28)(one)
    approve(one)
    came = one.annotation_set("a", GOLD)
    ours = came.lacking(next(iter(came.spans.values())))
    (change,) = golds.apart(ours, is_parted_here=False, came=came).changes
    assert change.applied(ours) == came


STEPS: dict[str, Step] = {
    "rex takes anna's": take("anna", 28),
    "rex takes ben's": take("ben", 28),
    "sue takes ben's": take("ben", 28, "sue"),
    "sue takes the Navy": take("anna", 18, "sue"),
    "rex leaves the Navy": take("ben", 18),
    "approve": approve,
}


@settings(max_examples=examples(8), deadline=None)
@given(st.lists(st.lists(st.sampled_from(sorted(STEPS)), max_size=4), min_size=3, max_size=3))
def test_merges_come_to_one_gold_in_whatever_order(steps: list[list[str]]) -> None:
    with TemporaryDirectory() as folder:
        first = begun(Path(folder) / "0")
        copies = [first, *(copied(first, Path(folder) / str(n)) for n in (1, 2))]
        for project, names in zip(copies, steps, strict=True):
            for name in names:
                STEPS[name](project)
        found = [
            merged(copies, order, Path(folder) / f"m{n}") for n, order in enumerate(permutations(range(3)))
        ]
        for project in copies:
            project.close()
    assert len(set(map(repr, found))) == 1


def merged(copies: list[Project], order: tuple[int, ...], folder: Path) -> tuple:
    """What a fresh copy says once it has merged all of them in that order, the last one twice."""
    project = Project.create(folder, SMALL)
    put_articles(project, a=TEXT)
    for n in (*order, order[-1]):
        bring(copies[n], project, *WHO, *([GOLD] if len(copies[n].annotation_set("a", GOLD)) else []))
    said = sorted(gold(project)), states(project), sorted(map(repr, work(project).open_cases))
    assert project.history.problems() == []
    project.close()
    return said
