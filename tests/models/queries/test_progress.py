"""Counts that know facts: of a row, of what comes next, of an article, of a project, of one that is not open."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from annotations import fact_verbs, span_verbs
from annotations.facts import Fact, Filler, Role
from annotations.sets import Boilerplate
from annotations.spans import Status
from models.project import Project
from models.queries import articles as article_queries
from models.queries import filters, progress, undecided_counts
from models.queries.progress import (
    ArticleProgress,
    ProgressSums,
    ProjectProgress,
    Share,
    articles_done,
    count_on,
    progress_in,
)
from models.queries.recent_progress import RecentProgress, recent_progress
from models.transfer import checks
from tests.holding import Holder
from tests.making import TEXT, edit, put_articles, suggested

SPANS = [suggested(0, 10, id_="ruiz", score=0.9), suggested(28, 32, "GPE", "oslo", score=0.3)]
LEFT = Fact(
    "left",
    "DEPLOYMENT",
    (23, 27),
    (Role("actor", (Filler(0, 10, "ruiz"),)),),
    status=Status.SUGGESTED,
    origin="rule",
)
OTHER = replace(LEFT, id="other", type="STATEMENT", trigger=(11, 13))


@pytest.fixture
def full(project: Project) -> Project:
    """Articles a to d: a has spans and facts, b facts alone, c spans alone, d nothing."""
    put_articles(project, **{id_: f"{TEXT} {id_}" for id_ in "abcd"})
    project.set_pools([("a", SPANS), ("b", []), ("c", SPANS), ("d", [])], by="rules")
    project.set_facts([("a", [LEFT, OTHER]), ("b", [replace(LEFT, id="b")])])
    return project


def do(project: Project, verb, *items, article: str = "a", **how) -> None:
    edit(project, verb.__name__, verb(project.annotation_set(article, "anna"), *items, **how))


def left(project: Project, article: str) -> tuple[int, int]:
    row = article_queries.listed(project, [article], "anna")[article]
    return row.undecided, row.facts


def project_progress(project: Project, annotator: str) -> ProjectProgress:
    """Return what all articles at once come to."""
    is_followed = undecided_counts.is_followed(project.db, annotator)
    return progress_in(project.db, annotator, is_followed=is_followed)


def counted(project: Project) -> ProjectProgress:
    while count_on(project, "anna", 1):
        continue
    return project_progress(project, "anna")


def test_a_row_counts_spans_and_facts_and_follows_every_decision(full: Project) -> None:
    assert [left(full, id_) for id_ in "abcd"] == [(2, 2), (0, 1), (2, 0), (0, 0)]
    do(full, fact_verbs.confirm_fact, LEFT, SPANS)
    assert left(full, "a") == (1, 1)
    do(full, fact_verbs.reject_fact, OTHER)
    assert left(full, "a") == (1, 0)
    full.undo("anna")
    full.set_facts([("b", [])])
    assert [left(full, "a"), left(full, "b")] == [(1, 1), (0, 0)]


def test_a_fact_in_boilerplate_or_said_by_another_one_is_not_counted(full: Project) -> None:
    edit(full, "mark", full.annotation_set("a", "anna").having(Boilerplate(20, 30)))
    assert left(full, "a") == (1, 1)
    do(full, span_verbs.put_fact, replace(OTHER, id="own", origin="anna", status=Status.CONFIRMED))
    assert left(full, "a") == (1, 0)


def test_a_row_is_decided_only_when_both_are_nought(full: Project) -> None:
    do(full, span_verbs.confirm, *SPANS)
    rows = article_queries.listed(full, list("abcd"), "anna")
    assert [rows[id_].is_decided for id_ in "abcd"] == [False, False, False, True]


@pytest.mark.parametrize(("facts", "found"), [(True, ["a", "b", "c", None]), (False, ["a", "c", "c", None])])
def test_the_next_article_is_one_with_a_span_or_a_fact_left(
    full: Project, facts: bool, found: list[str | None]
) -> None:
    ask = lambda after: article_queries.next_undecided(full, after, "anna", facts=facts)
    assert [ask(after) for after in (None, "a", "b", "c")] == found
    counted(full)
    assert [ask(after) for after in (None, "a", "b", "c")] == found


def test_the_filter_of_the_undecided_finds_an_article_with_a_fact_left(full: Project) -> None:
    counted(full)
    assert filters.show(full, filters.Filter(undecided=True), "anna") == ["a", "b", "c"]


def test_an_article_tells_what_is_decided_of_all(full: Project) -> None:
    do(full, fact_verbs.confirm_fact, LEFT, SPANS)
    do(full, span_verbs.reject, SPANS[1])
    found = ArticleProgress.of(full.sheet("a", "anna"))
    assert (found.spans, found.facts, found.is_decided) == (Share(2, 2), Share(1, 2), False)
    do(full, fact_verbs.reject_fact, OTHER)
    assert ArticleProgress.of(full.sheet("a", "anna")).is_decided


def test_a_project_is_counted_by_and_by_until_nothing_is_unknown(full: Project) -> None:
    assert project_progress(full, "anna") == ProjectProgress(4, 0, uncounted=4)
    assert count_on(full, "anna", 1)
    assert project_progress(full, "anna") == ProjectProgress(4, 0, 2, 2, uncounted=2)
    assert counted(full) == ProjectProgress(4, 0, 4, 3)


def test_finished_and_skipped_articles_are_not_to_decide(full: Project) -> None:
    do(full, span_verbs.finish)
    do(full, span_verbs.skip, "no news", article="b")
    assert counted(full) == ProjectProgress(4, 1, 2, 0, aside=5)
    assert articles_done(full, "anna") == ProjectProgress(4, 1, uncounted=4)
    do(full, span_verbs.confirm, *SPANS, article="c")
    assert counted(full) == ProjectProgress(4, 1, aside=5)
    assert not counted(full).is_decided


def test_a_project_is_decided_when_nothing_is_left_anywhere(full: Project) -> None:
    for id_ in "ac":
        do(full, span_verbs.confirm, *SPANS, article=id_)
    do(full, fact_verbs.reject_fact, LEFT, OTHER)
    assert not counted(full).is_decided
    do(full, fact_verbs.reject_fact, replace(LEFT, id="b"), article="b")
    assert counted(full).is_decided


def test_counting_stops_while_another_program_writes(full: Project) -> None:
    holder = Holder(full.folder)
    with full.db.at_once():
        assert not count_on(full, "anna")
    holder.close()


def test_the_check_knows_facts(full: Project) -> None:
    counted(full)
    assert checks.check(full).faults == []
    full.db.run("UPDATE tally SET facts = 7 WHERE facts = 2")
    assert [fault.kind for fault in checks.check(full).faults] == ["tally"]


# --- a project that is not open


@pytest.mark.parametrize("is_open", [True, False])
def test_a_project_is_told_by_its_path_with_nothing_written(full: Project, is_open: bool) -> None:
    wanted, folder = RecentProgress(full.schema.name, counted(full)), full.folder
    if not is_open:
        full.close()
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    assert recent_progress(folder, "anna") == wanted
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_somebody_who_never_counted_hears_only_how_many_are_done(full: Project) -> None:
    assert recent_progress(full.folder, "bob") == RecentProgress(
        full.schema.name, ProjectProgress(4, 0, uncounted=4)
    )


def test_a_project_that_is_gone_tells_nothing_and_one_without_its_database_its_name(full: Project) -> None:
    full.close()
    (full.folder / "project.db").unlink()
    assert recent_progress(full.folder, "anna") == RecentProgress(full.schema.name)
    shutil.rmtree(full.folder)
    assert recent_progress(full.folder, "anna") is None


def test_a_project_held_by_another_program_is_not_waited_for(full: Project) -> None:
    full.close()
    with closing(sqlite3.connect(full.folder / "project.db", isolation_level=None)) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        found = recent_progress(full.folder, "anna")
        other.rollback()
    assert found == RecentProgress(full.schema.name, ProjectProgress(4, 0, uncounted=4))


@pytest.mark.parametrize(
    ("line", "name"),
    [("name: 'A: b'", "A: b"), ("name: [", "p"), ("name: {a: 1}", "p"), ("pipeline: x", "p")],
)
def test_the_name_is_that_of_the_schema_else_the_folders(tmp_path: Path, line: str, name: str) -> None:
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "project.yaml").write_text(f"# mine\n{line}\nlabels: {{}}\n", "utf-8")
    assert recent_progress(tmp_path / "p", "anna") == RecentProgress(name)


def test_sums_in_blocks_are_those_of_the_whole(full: Project) -> None:
    sums = ProgressSums(full, "anna")
    while not sums.added_up():
        continue
    assert sums.progress == project_progress(full, "anna") == ProjectProgress(4, 0, uncounted=4)
    while sums.count_on(1):
        continue
    assert sums.added_up()
    assert sums.progress == ProjectProgress(4, 0, 4, 3)
    do(full, span_verbs.finish)
    assert sums.added_up()
    assert sums.progress.done == 0  # nobody has said that the article is another
    sums.forget(["a"])
    assert sums.added_up()
    assert sums.progress == project_progress(full, "anna")


def test_a_block_with_nothing_to_count_is_known_once_counting_began(
    full: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "BLOCK", 1)
    sums = ProgressSums(full, "anna")
    while not sums.added_up():
        continue
    while sums.count_on(1):
        continue
    while not sums.added_up():
        continue
    assert sums.progress == project_progress(full, "anna") == ProjectProgress(4, 0, 4, 3)
