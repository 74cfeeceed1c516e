"""The proof of `clusters` tells of every field that it stands otherwise in the file than in the project."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from annotations.compare import group_verbs, verbs
from annotations.compare.items import Verdict
from annotations.formats.across import clusters_proof
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import How, Losses
from annotations.formats.writing.across import prove
from annotations.formats.writing.selection import Choice
from models.project import Project
from models.queries.comparing import comparing, leaving
from tests.making import arrive, small_project
from tests.models.transfer.test_clusters import TEXTS, article_record, decide, export, lines

Place = tuple[str | int, ...]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Project, Path]]:
    """A project with something of each kind, and the file of it."""
    folder = tmp_path_factory.mktemp("p")
    project = small_project(folder / "p")
    arrive(project, *(article_record(id_, text) for id_, text in TEXTS.items()))
    decide(project, lambda said, found: verbs.merge(said, found.entities[:2]))
    decide(project, lambda said, found: verbs.keep_apart(said, *found.entities[:2], "no"))
    decide(project, lambda said, found: verbs.relate(said, found.entities[0], "within", found.entities[1]))
    decide(project, lambda said, found: verbs.describe(said, found.entities[0], outside="Q1", note="N"))
    found = comparing.comparison(project, "anna")
    keys = [key for article in found.articles for key, _ in article.keyed_facts()]
    facts = group_verbs.facts_of(found, keys)
    decide(project, lambda said, found: group_verbs.group_facts(said, facts, name="Raid"))
    decide(
        project,
        lambda said, found: group_verbs.judge(
            said, found.groups[0], found.groups[0].verdicts[0], Verdict.DIFFERS, "so"
        ),
    )
    decide(project, lambda said, found: verbs.tell_story(said, "S", ["two", "one/1"]))
    assert export(project, folder / "a.jsonl", "all")["proved"]
    yield project, folder / "a.jsonl"
    project.close()


def fields(value: Any, at: Place = ()) -> Iterator[Place]:
    """The places of all that is no object and no list with something in it."""
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    deeper = [place for name, one in inner for place in fields(one, (*at, name))]
    yield from deeper or [at]


def changed(value: Any) -> Any:
    """Another value of that kind."""
    if isinstance(value, bool) or value is None:
        return not value or "x"
    return (
        value + 1
        if isinstance(value, int | float)
        else [*value, "x"]
        if isinstance(value, list)
        else f"{value}x"
    )


def put(line: Any, place: Place) -> None:
    for name in place[:-1]:
        line = line[name]
    line[place[-1]] = changed(line[place[-1]])


def losses_of(found: CrossExport, project: Project, folder: Path, told: list[Any]) -> dict[str, Any]:
    folder.mkdir(exist_ok=True)
    (folder / "a.jsonl").write_text("".join(json.dumps(one) + "\n" for one in told), "utf-8")
    losses = Losses()
    prove(clusters_proof.said(found, How(project.schema)), lambda: clusters_proof.reread(folder), losses)
    return losses.as_json()


def test_every_field_is_compared(told: tuple[Project, Path], tmp_path: Path) -> None:
    project, path = told
    found = leaving.across(project, Choice("anna", "all", "all"))
    right = lines(path)
    assert {line["kind"] for line in right} == {"article", "entity", "group", "apart", "story"}
    assert losses_of(found, project, tmp_path / "f", right) == {}
    blind = []
    for number, line in enumerate(right):
        for place in fields(line):
            wrong = json.loads(json.dumps(right))
            put(wrong[number], place)
            if not losses_of(found, project, tmp_path / "f", wrong):
                blind.append((line["kind"], place))
    assert blind == []


@pytest.mark.parametrize("lose", [lambda told: told[:-1], lambda told: [*told, told[-1] | {"id": "more"}]])
def test_a_line_too_few_or_too_many_is_told(
    told: tuple[Project, Path], tmp_path: Path, lose: Callable[[list[Any]], list[Any]]
) -> None:
    project, path = told
    found = leaving.across(project, Choice("anna", "all", "all"))
    assert losses_of(found, project, tmp_path / "f", lose(lines(path)))
