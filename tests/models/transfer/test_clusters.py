"""`clusters` there and back: whatever a person decided across articles comes into another project as it was."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from annotations import formats
from annotations.articles import Article
from annotations.compare import group_verbs, verbs
from annotations.compare.comparison import CrossComparison
from annotations.compare.items import Verdict
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.facts import Fact, Filler, Number, Role
from annotations.formats.base import How, Record
from annotations.formats.writing.across import export_across
from annotations.formats.writing.selection import Choice
from annotations.problems import Problem
from annotations.sets import PROJECT, AnnotationSet, Progress, State
from annotations.spans import Span
from models.project import Project
from models.queries.comparing import comparing, leaving
from models.transfer.imports import ImportReport
from tests.making import arrive, exported, read_back, small_project

TEXTS = {
    "one/1": "👩🏽‍🚀 Ruiz\u00a0met Ana Ruiz in Oslo; 5 killed.",
    "two": "Ruiz left Oslo\u2028and Ana. Six (6) were killed in Oslo.",
    "three": "עמאן: Ana Ruiz, Ruiz, Ana.\r\n5 killed, 5 killed.",
}
WORDS = {"Ana Ruiz": "PERSON", "Ruiz": "PERSON", "Oslo": "GPE", "Ana": "PERSON", "עמאן": "GPE"}


def article_record(id_: str, text: str) -> Record:
    """An article with anna's spans on every word of the table and a fact on every "killed"."""
    spans = [
        Span(f"s{start}-{end}", start, end, label)
        for word, label in WORDS.items()
        for start, end in places(text, word)
    ]
    facts = [
        Fact(
            f"f{start}",
            "CASUALTY",
            (start, end),
            (Role("count", (Filler(start - 2, start - 1, None, Number(5)),)),),
        )
        for start, end in places(text, "killed")
    ]
    items = [*spans, *facts, Progress(State.STARTED)]
    return Record(
        Article(id_, text, f"T {id_}", {"published": "2024-01-12"}), AnnotationSet.of(id_, "anna", items)
    )


def places(text: str, word: str) -> Iterator[tuple[int, int]]:
    start = text.find(word)
    while start >= 0:
        yield start, start + len(word)
        start = text.find(word, start + len(word))


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    made = small_project(tmp_path / "p")
    arrive(made, *(article_record(id_, text) for id_, text in TEXTS.items()))
    yield made
    made.close()


def decide(project: Project, change: Callable[[AnnotationSet, CrossComparison], AnnotationSet]) -> None:
    """One edit of anna's; a verb that refuses changes nothing."""
    said, found = project.annotation_set(PROJECT, "anna"), comparing.comparison(project, "anna")
    with suppress(UserError):
        project.apply(Edit.between("decide", said, change(said, found)), by="anna")


def decision(project: Project, what: int, one: int, other: int) -> None:
    """The decision of those numbers: what is done, and to which of what there is."""

    def change(said: AnnotationSet, found: CrossComparison) -> AnnotationSet:
        first, second = (found.entities[n % len(found.entities)] for n in (one, other))
        facts = [placed for article in found.articles for key, _ in article.keyed_facts()
                 for placed in group_verbs.facts_of(found, [key])]  # fmt: skip
        pair = [facts[one % len(facts)], facts[other % len(facts)]]
        group = found.groups[one % len(found.groups)] if found.groups else None
        made: list[Callable[[], AnnotationSet]] = [
            lambda: verbs.confirm(said, first),
            lambda: verbs.merge(said, [first, second]),
            lambda: verbs.keep_apart(said, first, second, "kein\u00a0😀"),
            lambda: verbs.split(said, first, first.mentions[:1]),
            lambda: verbs.describe(said, first, name="Näme\u2028", outside="Q1", note="…"),
            lambda: verbs.relate(said, first, "within", second) if first != second else said,
            lambda: group_verbs.group_facts(said, pair, name="Raid"),
            lambda: group_verbs.group_facts(said, pair, group) if group else said,
            lambda: group_verbs.split_group(said, group, group.facts[:1]) if group else said,
            lambda: group_verbs.judge(said, group, group.verdicts[0], Verdict.DIFFERS, "so") if group and group.verdicts else said,
            lambda: verbs.tell_story(said, "S", ["two", "one/1"]),
        ]  # fmt: skip
        return made[what % len(made)]()

    decide(project, change)


def export(project: Project, out: Path, spans: str = "confirmed") -> dict[str, Any]:
    choice = Choice("anna", "all", spans)
    found = leaving.across(project, choice)
    return export_across(found, out, format="clusters", choice=choice, how=How(project.schema))


def bring(project: Project, path: Path, by: str = "anna") -> ImportReport:
    return arrive(project, *formats.read(path), by=by)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]


def in_any_order(path: Path) -> list[str]:
    return sorted(path.read_text("utf-8").split("\n"))


DECISIONS = st.lists(st.tuples(*(st.integers(0, 60) for _ in range(3))), max_size=12)


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(decisions=DECISIONS)
@example(decisions=[(5, 13, 0), (1, 0, 28)])  # two that are related are merged
@example(
    decisions=[(6, 0, 0), (18, 1, 2), (52, 0, 0)]
)  # a group is kept apart from a fact that does not leave
def test_all_decisions_come_into_another_project_as_they_were(
    decisions: list[tuple[int, int, int]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("p")
    first, second = small_project(folder / "first"), small_project(folder / "second")
    arrive(first, *(article_record(id_, text) for id_, text in TEXTS.items()))
    for numbers in decisions:
        decision(first, *numbers)
    assert export(first, folder / "a.jsonl")["proved"]
    assert not bring(second, folder / "a.jsonl").problems
    export(second, folder / "b.jsonl")
    assert in_any_order(folder / "b.jsonl") == in_any_order(folder / "a.jsonl")
    again = second.annotation_set(PROJECT, "anna")
    for project in (first, second):
        before = project.annotation_set(PROJECT, "anna")
        report = bring(project, folder / "a.jsonl")
        assert (report.articles, report.sets, report.across, report.notices) == (0, 0, 0, [])
        assert project.annotation_set(PROJECT, "anna") == before
        assert project.history.problems() == []
    assert second.annotation_set(PROJECT, "anna") == again
    first.close()
    second.close()


def test_each_mention_stands_in_one_entity_and_groups_of_one_fact_are_left_out(
    project: Project, tmp_path: Path
) -> None:
    decision(project, 6, 0, 0)
    for spans in ("confirmed", "all"):
        facts = sum(len(project.annotation_set(id_, "anna").facts) for id_ in TEXTS)
        manifest = export(project, tmp_path / f"{spans}.jsonl", spans)
        assert manifest["left_out"] == {"facts in no group of several": facts}
        assert facts
        told = lines(tmp_path / f"{spans}.jsonl")
        keys = [
            (m["article"], m["span"]) for line in told if line["kind"] == "entity" for m in line["mentions"]
        ]
        assert sorted(keys) == sorted(
            (id_, span.id) for id_ in TEXTS for span in project.annotation_set(id_, "anna").spans.values()
        )
        assert [line for line in told if line["kind"] == "group"] == []


def test_an_article_is_known_by_its_text_and_a_mention_by_its_place(project: Project, tmp_path: Path) -> None:
    decision(project, 1, 0, 1)
    export(project, tmp_path / "a.jsonl")
    other = small_project(tmp_path / "other")
    entry = article_record("two", TEXTS["two"])
    spans = [replace(span, id=f"x{span.id}") for span in entry.set.spans.values()] if entry.set else []
    there = AnnotationSet.of("zwei", "anna", [*spans, Progress(State.DONE)])
    arrive(other, replace(entry, article=replace(entry.article, id="zwei"), set=there))
    report = bring(other, tmp_path / "a.jsonl")
    assert (report.articles, report.problems) == (2, [])
    assert {span.id for span in other.annotation_set("zwei", "anna").spans.values()} == {
        span.id for span in spans
    }
    found = comparing.comparison(other, "anna")
    assert not any(mention.is_gone for entity in found.entities for mention in entity.mentions)
    other.close()


def test_what_an_annotator_has_said_here_stays(project: Project, tmp_path: Path) -> None:
    decision(project, 4, 0, 0)
    export(project, tmp_path / "a.jsonl")
    decide(
        project,
        lambda said, found: verbs.describe(said, next(e for e in found.entities if e.item), name="Mine"),
    )
    report = bring(project, tmp_path / "a.jsonl")
    assert ["anna says otherwise across articles here" in notice for notice in report.notices] == [True]
    assert next(e for e in comparing.comparison(project, "anna").entities if e.item).name == "Mine"


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda line: line.update(kind="mess"), "its kind is none of"),
        (lambda line: line.update(mentions=[{**line["mentions"][0], "text": "other"}]), "the text there is"),
        (lambda line: line.update(mentions=[{**line["mentions"][0], "article": "gone"}]), "no line above"),
        (lambda line: line.update(mentions=[{**line["mentions"][0], "end": 10**9}]), "is not so in"),
        (lambda line: line.update(mentions=line["mentions"] * 2), "stands in two entities"),
        (lambda line: line.update(id=""), "the id of an entity"),
        (
            lambda line: line.update(related=[{"entity": "x", "how": "near", "by": "anna"}]),
            "a relation must be",
        ),
        (
            lambda line: line.update(related=[{"entity": line["id"], "how": "within", "by": "anna"}]),
            "is related to itself",
        ),
        (
            lambda line: line.update(related=[{"entity": "nowhere", "how": "within", "by": "anna"}]),
            "which has no line",
        ),
        (lambda line: line.update(status="maybe"), "its status is 'maybe'"),
        (lambda line: line["mentions"][0].update(member="maybe"), "its member is 'maybe'"),
        (lambda line: line["mentions"][0].update(status="maybe"), "maybe"),
        (lambda line: line.update(by="all"), "all cannot be an annotator's name"),
        (lambda line: line.update(by="  "), "cannot be an annotator's name"),
        (lambda line: line.update(by="a" * 300), "the annotator in by is no name of up to 200"),
        (
            lambda line: line.update(kept_apart=[{"entity": "x", "by": "all"}]),
            "all cannot be an annotator's name",
        ),
        (
            lambda line: line.update(
                {"kind": "apart", "of": "planet", "one": "a", "other": "b", "said": [["a", "X"], ["b", "X"]]}
            ),
            "it must be of entity or of fact",
        ),
    ],
)
def test_a_bad_line_is_told_with_its_number(
    project: Project, tmp_path: Path, change: Callable[[dict[str, Any]], None], why: str
) -> None:
    decision(project, 0, 0, 0)
    export(project, tmp_path / "a.jsonl")
    told = lines(tmp_path / "a.jsonl")
    change(told[3])
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, told)), "utf-8")
    problems = [one for one in formats.read(tmp_path / "b.jsonl") if isinstance(one, Problem)]
    assert [(one.line, why in one.reason) for one in problems] == [(4, True)]


def test_own_records_bring_and_take_the_ids_of_entities_and_groups(project: Project, tmp_path: Path) -> None:
    for numbers in ((0, 0, 0), (1, 1, 4), (6, 0, 2), (2, 2, 5)):
        decision(project, *numbers)
    said = exported(project)
    assert '"group": "' in said
    other = small_project(tmp_path / "other")
    assert not arrive(other, *read_back(said)).problems
    assert exported(other) == said
    held, theirs = (comparing.comparison(one, "anna") for one in (project, other))
    assert settled(held.entity_of, held) == settled(theirs.entity_of, theirs)
    assert held.group_of == theirs.group_of
    assert arrive(other, *read_back(said)).across == 0
    assert not arrive(project, *read_back(said)).problems
    other.close()


def settled(entities: Any, found: CrossComparison) -> dict[str, str]:
    of = {mention.key: mention.is_settled for entity in found.entities for mention in entity.mentions}
    return {key: entity for key, entity in entities.items() if of.get(key)}


def test_a_story_leaves_with_the_articles_that_leave(project: Project, tmp_path: Path) -> None:
    decide(project, lambda said, found: verbs.tell_story(said, "S", ["two", "one/1"]))
    decide(project, lambda said, found: verbs.tell_story(said, "T", ["one/1", "three"]))
    said = project.annotation_set("two", "anna")
    project.apply(Edit.between("done", said, said.having(Progress(State.DONE))), by="anna")
    choice = Choice("anna", "done", "all")
    found = leaving.across(project, choice)
    made = export_across(
        found, tmp_path / "a.jsonl", format="clusters", choice=choice, how=How(project.schema)
    )
    told = lines(tmp_path / "a.jsonl")
    assert made["proved"]
    assert [line["id"] for line in told if line["kind"] == "article"] == ["two"]
    assert [(line["name"], line["articles"]) for line in told if line["kind"] == "story"] == [("S", ["two"])]
