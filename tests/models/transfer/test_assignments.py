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
