"""Ids in order, read some at a time: those of a list, also with gaps where articles were removed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from models.project import Project
from models.queries import articles as article_queries
from models.queries import filters
from models.queries.filters import Filter
from tests.ui.windows import SCHEMA, project_with

COUNT = 150


@pytest.fixture
def project(tmp_path: Path) -> Project:
    records = [{"id": f"a{n}", "text": f"Words {'odd' * (n % 2)} {n}"} for n in range(COUNT)]
    return Project(project_with(tmp_path, SCHEMA, records))


def test_all_are_there_in_order_and_know_their_places(project: Project) -> None:
    ids = filters.every(project)
    assert (len(ids), ids[0], ids[-1], ids[64:66]) == (COUNT, "a0", f"a{COUNT - 1}", ["a64", "a65"])
    assert list(ids) == article_queries.article_ids(project)
    assert [ids.place(id_) for id_ in ("a0", "a99", "none")] == [0, 99, None]
    with pytest.raises(IndexError):
        ids[COUNT]


def test_a_gap_moves_those_behind_it(project: Project) -> None:
    before = filters.every(project)
    project.remove_article("a7")
    ids = filters.every(project)
    assert (ids.place("a7"), ids.place("a8"), ids[7], len(ids)) == (None, 7, "a8", COUNT - 1)
    assert before[7] == ""  # what was shown keeps its places


def test_a_filter_gives_those_that_it_shows(project: Project) -> None:
    ids = filters.show(project, Filter(text="odd"), "anna")
    assert (len(ids), ids[1], ids.place("a3"), ids.place("a2")) == (COUNT // 2, "a3", 1, None)
    assert ids == [f"a{n}" for n in range(1, COUNT, 2)]
    assert json.dumps(ids[:2]) == '["a1", "a3"]'
    assert not filters.show(project, Filter(text="nowhere"), "anna")
