"""Assignments in the store: who has which article, in import order, and what happens to it later."""

from __future__ import annotations

import pytest

from annotations.errors import UserError
from models.project import Project
from models.transfer import assignments, exchange
from tests.making import TEXT, put_articles


@pytest.fixture
def filled(project: Project) -> Project:
    put_articles(project, **{f"a{n}": f"{TEXT} {n}" for n in range(10)})
    return project


def test_articles_are_given_out_and_listed_in_import_order(filled: Project) -> None:
    assert exchange.assign(filled, ["anna", "ben"], overlap=1) == 10
    assert assignments.counts(filled) == {"anna": 10, "ben": 10}
    mine = assignments.article_ids(filled, "anna")
    assert mine == sorted(mine)
    assert all("anna" in assignments.annotators_of(filled, id_) for id_ in mine)


def test_later_articles_are_given_out_without_touching_the_others(filled: Project) -> None:
    exchange.assign(filled, ["anna"])
    put_articles(filled, late="A late text.")
    assert assignments.unassigned(filled) == ["late"]
    assert exchange.assign(filled, ["ben"]) == 1
    assert assignments.counts(filled) == {"anna": 10, "ben": 1}


def test_again_gives_everything_out_anew(filled: Project) -> None:
    exchange.assign(filled, ["anna"])
    exchange.assign(filled, ["ben"], again=True)
    assert assignments.counts(filled) == {"ben": 10}


def test_two_copies_agree_by_the_seed(filled: Project, tmp_path) -> None:
    other = Project.create(tmp_path / "other", filled.schema)
    put_articles(other, **{f"a{n}": f"{TEXT} {n}" for n in reversed(range(10))})
    exchange.assign(filled, ["anna", "ben", "cy"], overlap=0.5, seed=4)
    exchange.assign(other, ["cy", "anna", "ben"], overlap=0.5, seed=4)
    assert set(assignments.article_ids(filled, "cy")) == set(assignments.article_ids(other, "cy")) != set()
    other.close()


def test_an_assignment_goes_with_its_article(filled: Project) -> None:
    exchange.assign(filled, ["anna"])
    filled.remove_article("a3")
    assert "a3" not in assignments.article_ids(filled, "anna")
    assert filled.history.problems() == []


def test_a_refused_assignment_changes_nothing(filled: Project) -> None:
    with pytest.raises(UserError):
        exchange.assign(filled, ["anna", "anna"])
    assert assignments.counts(filled) == {}


def test_who_has_articles_is_known_without_counting(filled: Project) -> None:
    assert assignments.annotators(filled) == []
    exchange.assign(filled, ["cy", "anna", "ben"])
    assert assignments.annotators(filled) == ["anna", "ben", "cy"]


# --- in packages


def test_what_is_given_travels_with_a_package_and_stays(filled: Project, tmp_path) -> None:
    other = Project.create(tmp_path / "other", filled.schema)
    put_articles(other, **{f"a{n}": f"{TEXT} {n}" for n in range(10)})
    assignments.replace(filled, {"a1": ["anna", "ben"], "a2": ["ben"], "a3": ["anna"]})
    assignments.replace(other, {"a3": ["cy"]})
    exchange.pack(filled, tmp_path / "anna.fm", "anna")
    done = exchange.merge(other, tmp_path / "anna.fm", by="cy")
    assert (done.assigned, done.sets, done.unchanged) == (3, 0, 0)
    found = {id_: assignments.annotators_of(other, id_) for id_ in ("a1", "a2", "a3")}
    assert found == {"a1": ["anna", "ben"], "a2": [], "a3": ["anna", "cy"]}
    assert exchange.merge(other, tmp_path / "anna.fm", by="cy").assigned == 0
    other.close()


def test_a_package_of_somebody_who_has_neither_work_nor_articles_is_refused(
    filled: Project, tmp_path
) -> None:
    with pytest.raises(UserError, match="anna has no work"):
        exchange.pack(filled, tmp_path / "anna.fm", "anna")
    exchange.assign(filled, ["anna"])
    made = exchange.pack(filled, tmp_path / "anna.fm", "anna")
    assert (made.sets, made.given) == (10, 10)


def test_more_articles_take_nothing_away(filled: Project) -> None:
    exchange.assign(filled, ["anna", "ben"], overlap=0.3)
    before = {id_: assignments.annotators_of(filled, id_) for id_ in (f"a{n}" for n in range(10))}
    put_articles(filled, **{f"b{n}": f"{TEXT} b{n}" for n in range(10)})
    exchange.assign(filled, ["cy", "ben", "anna"], overlap=0.9, seed=3)
    assert {id_: assignments.annotators_of(filled, id_) for id_ in before} == before
