"""The articles of a run: those that lack something, page by page, and parts that are always the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from models.project import Project
from models.queries.suggesting.wanted import ArticlePart, WantedArticles
from tests.making import put_articles, small_project, suggested


@pytest.fixture
def project(tmp_path: Path):
    at = small_project(tmp_path / "p")
    put_articles(at, **{f"a{number:03}": f"Oslo {number}" for number in range(130)})
    yield at
    at.close()


@pytest.mark.parametrize("of", [1, 2, 3, 7, 200])
def test_every_article_is_in_one_part(project: Project, of: int) -> None:
    parts = [
        [one.id for one in WantedArticles("spans", False, part=ArticlePart(number, of)).read(project)]
        for number in range(1, of + 1)
    ]
    assert sorted(id_ for part in parts for id_ in part) == [f"a{number:03}" for number in range(130)]


def test_a_part_does_not_depend_on_what_others_have_done(project: Project) -> None:
    second = WantedArticles("spans", False, part=ArticlePart(2, 3))
    before = [*second.read(project)]
    first = WantedArticles("spans", False, part=ArticlePart(1, 3))
    project.set_pools([(one.id, []) for one in first.read(project)], by="rules")
    assert [*second.read(project)] == before
    assert [*first.read(project)] == []


def test_articles_are_read_on_while_the_run_writes(project: Project) -> None:
    wanted = WantedArticles("all", True)
    assert wanted.count(project) == (130, 130, 130)
    seen = []
    for one in wanted.read(project):
        project.set_pools([(one.id, [suggested(0, 4, "GPE")])], by="rules")
        seen.append((one.id, one.spans, one.facts))
    assert seen == [(f"a{number:03}", True, True) for number in range(130)]
    assert wanted.count(project) == (130, 0, 130)  # facts are still to be looked for


def test_where_the_schema_proposes_no_facts_none_are_looked_for_unless_again(project: Project) -> None:
    assert WantedArticles("facts", False).count(project) == (0, 0, 0)
    assert WantedArticles("facts", False, again=True).count(project) == (130, 0, 130)
    assert WantedArticles("all", False, again=True, among=["a003", "gone"]).count(project) == (1, 1, 1)
