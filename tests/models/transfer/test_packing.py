"""What leaves with a package: items and deletions with their stamps, and what a merge does when others write."""

from __future__ import annotations

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.transfer import checks, packing
from models.transfer.merging import Merging
from tests.making import TEXT, arrive, edit, put_articles, span


@pytest.fixture
def filled(project: Project) -> Project:
    put_articles(project, b=TEXT + ".", a=TEXT)
    edit(project, "label", AnnotationSet("a", "anna").having(span(0, 10, id_="s")))
    return project


def packed(project: Project, who: str = "anna", **how):
    return list(packing.packed(project.db, who, **how))


def test_every_item_has_the_stamp_of_the_edit_that_wrote_it(filled: Project) -> None:
    (one,) = packed(filled)
    first = one.state["span", "s"].stamp
    at = filled.annotation_set("a", "anna")
    edit(filled, "relabel", span_verbs.relabel(at, at.spans["s"], "ORG"))
    (other,) = packed(filled)
    assert other.state["span", "s"].stamp > first == other.state["progress", "progress"].stamp
    assert {event.by for event in other.events.values()} == {"anna"}


def test_a_set_of_which_only_deletions_are_left_is_packed_too(filled: Project) -> None:
    filled.undo("anna")
    (one,) = packed(filled)
    assert {stamped.item for stamped in one.state.values()} == {None}
    assert one.reach() == 0


def test_what_was_imported_has_the_number_zero(filled: Project) -> None:
    made = AnnotationSet.of("c", "ben", [span(0, 5), Progress(State.DONE)])
    arrive(filled, Record(Article("c", "Texts."), made))
    (one,) = packed(filled, "ben")
    assert {stamped.stamp.lamport for stamped in one.state.values()} == {0}


def test_sets_come_in_import_order_or_only_those_on_some_articles(filled: Project) -> None:
    edit(filled, "label", AnnotationSet("b", "anna").having(span(0, 5)))
    assert [one.article for one in packed(filled)] == ["b", "a"]
    assert [one.article for one in packed(filled, articles=["a"])] == ["a"]
    assert packed(filled, "nobody") == []


def test_a_merge_looks_again_when_somebody_wrote_meanwhile(filled: Project, tmp_path) -> None:
    other = Project.create(tmp_path / "other", filled.schema)
    put_articles(other, a=TEXT)
    merging = Merging(other.db, packed(filled))
    for label in ("ORG", "GPE", "LAW"):
        edit(other, "label", AnnotationSet("a", "anna").having(span(0, 10, label, id_="s")), by="anna")
        other.undo("anna")
    edit(other, "label", AnnotationSet("a", "anna").having(span(0, 10, "LAW", id_="s")), by="anna")
    done = merging.write(by="rex")
    assert (done.added, done.changed) == (0, 0)
    assert other.annotation_set("a", "anna").spans["s"].label == "LAW"
    assert other.history.problems() == []
    other.close()


def test_of_two_articles_with_one_text_the_second_is_named_and_left_out(filled: Project, tmp_path) -> None:
    put_articles(filled, x="Same.", y="Same.")
    for article, id_ in (("x", "s1"), ("y", "s2")):
        edit(filled, "label", AnnotationSet(article, "anna").having(span(0, 4, id_=id_)))
    other = Project.create(tmp_path / "other", filled.schema)
    put_articles(other, mine="Same.")
    done = Merging(other.db, packed(filled, articles=["x", "y"])).write(by="rex")
    assert [(id_, why) for id_, _, why in done.skipped] == [
        ("y", "another article of the package has its text")
    ]
    assert set(other.annotation_set("mine", "anna").spans) == {"s1"}
    other.close()


def test_of_several_articles_here_with_the_text_none_is_guessed(filled: Project, tmp_path) -> None:
    other = Project.create(tmp_path / "other", filled.schema)
    put_articles(other, x=TEXT, y=TEXT)
    done = Merging(other.db, packed(filled)).write(by="rex")
    assert done.skipped[0][2] == "several articles here have its text, none its id"
    other.close()


def test_work_carries_the_copy_it_was_pressed_in_through_other_copies(filled: Project, tmp_path) -> None:
    other = Project.create(tmp_path / "other", filled.schema)
    put_articles(other, a=TEXT)
    Merging(other.db, packed(filled)).write(by="rex")
    at = other.annotation_set("a", "anna")
    edit(other, "relabel", span_verbs.relabel(at, at.spans["s"], "ORG"))
    (one,), (both,) = packed(filled), packed(other)
    assert {event.copy for event in one.events.values()} == {checks.copy_of(filled)}
    assert {event.copy for event in both.events.values()} == {checks.copy_of(filled), checks.copy_of(other)}
    other.close()
