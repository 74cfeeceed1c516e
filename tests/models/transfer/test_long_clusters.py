"""`clusters` with lines longer than what is read at a time: they come into another project as short ones do."""

from __future__ import annotations

from pathlib import Path

from annotations.compare import group_verbs, verbs
from annotations.formats.lines.json_stream import BLOCK
from models.queries.comparing import comparing
from tests.making import arrive, small_project
from tests.models.transfer.test_clusters import (
    article_record,
    bring,
    decide,
    export,
    in_any_order,
    lines,
)

MANY = 2000


def test_an_entity_and_a_group_of_very_many_come_back(tmp_path: Path) -> None:
    first, second = small_project(tmp_path / "first"), small_project(tmp_path / "second")
    arrive(
        first, article_record("many", "Oslo: 5 killed. " * MANY), article_record("more", "Oslo: 5 killed.")
    )
    decide(first, lambda said, found: verbs.merge(said, found.entities))
    keys = [
        key for article in comparing.comparison(first, "anna").articles for key, _ in article.keyed_facts()
    ]
    decide(first, lambda said, found: group_verbs.group_facts(said, group_verbs.facts_of(found, keys)))
    assert export(first, tmp_path / "a.jsonl")["proved"]
    told = {line["kind"]: line for line in lines(tmp_path / "a.jsonl")}
    assert len(told["entity"]["mentions"]) == len(told["group"]["facts"]) == MANY + 1
    assert sum(len(line) > BLOCK for line in in_any_order(tmp_path / "a.jsonl")) == 2
    report = bring(second, tmp_path / "a.jsonl")
    assert (report.articles, report.problems, report.notices) == (2, [], [])
    export(second, tmp_path / "b.jsonl")
    assert in_any_order(tmp_path / "b.jsonl") == in_any_order(tmp_path / "a.jsonl")
    first.close()
    second.close()
