"""Wordings that are passed over in finished articles are no longer suggested; counted by and by."""

from __future__ import annotations

import random

import pytest

from annotations import span_verbs
from annotations.edits import Edit
from annotations.errors import Busy
from models.project import Project
from models.queries import same_mentions
from models.queries.wordings import learned_wordings, standing
from models.queries.wordings.standing import DuePlaces
from tests.making import put_articles, suggested

TEXT = "Troy sailed. Helen of Troy stayed. Troy fell; Troy burned."
PLACES = [start for start in range(len(TEXT)) if TEXT.startswith("Troy", start)]


def mark(project: Project, article: str, *starts: int, by: str = "anna") -> None:
    for start in starts:
        text, before = project.article(article).text, project.annotation_set(article, by)
        after = span_verbs.label(before, start, start + 4, "GPE", text=text)
        project.apply(Edit.between("label", before, after), by=by)


def finish(project: Project, article: str, by: str = "anna") -> None:
    before = project.annotation_set(article, by)
    project.apply(Edit.between("finish", before, span_verbs.finish(before)), by=by)


def is_learned(project: Project, by: str = "anna") -> bool:
    return "Troy" in project.learning.learned(by, whole=True).seen


def test_one_confirmation_counts_until_an_article_is_finished_in_which_it_was_passed_over(
    project: Project,
) -> None:
    put_articles(project, a=TEXT, b=TEXT + " ")
    mark(project, "b", PLACES[0])
    assert is_learned(project)
    finish(project, "a")
    assert not is_learned(project)
    assert not is_learned(project, "ben")


def test_half_of_the_places_in_finished_articles_is_enough(project: Project) -> None:
    put_articles(project, a=TEXT)
    mark(project, "a", PLACES[0])
    finish(project, "a")
    assert not is_learned(project)  # one of four
    mark(project, "a", PLACES[1])
    assert is_learned(project)  # two of four
    project.undo("anna")
    assert not is_learned(project)


def test_a_wording_that_is_new_is_looked_for_in_what_was_finished_before(project: Project) -> None:
    put_articles(project, a=TEXT, b="Troy fell.", c="Nobody came.")
    finish(project, "a")
    finish(project, "c")
    mark(project, "b", 0)
    assert not is_learned(project)


def test_an_article_that_is_not_finished_any_more_says_nothing(project: Project) -> None:
    put_articles(project, a=TEXT, b="Troy fell.")
    mark(project, "b", 0)
    finish(project, "a")
    assert not is_learned(project)
    project.undo("anna")
    assert is_learned(project)


@pytest.mark.parametrize("many", [0, 2, standing.MANY])
@pytest.mark.parametrize("seed", range(4))
def test_what_is_counted_step_by_step_is_what_is_counted_at_once(
    project: Project, monkeypatch: pytest.MonkeyPatch, seed: int, many: int
) -> None:
    monkeypatch.setattr(standing, "MANY", many)
    rng, texts = random.Random(seed), {f"a{n}": TEXT + " " * n for n in range(5)}
    put_articles(project, **texts)
    for _ in range(40):
        article, by = rng.choice([*texts]), rng.choice(["anna", "ben"])
        does = rng.choice(["mark", "finish", "undo", "count"])
        made = project.annotation_set(article, by)
        free = [at for at in PLACES if at not in {span.start for span in made.spans.values()}]
        if does == "mark" and free:
            mark(project, article, rng.choice(free), by=by)
        elif does == "finish":
            finish(project, article, by)
        elif does == "undo":
            project.undo(by)
        else:
            learned_wordings.learn(project.db, 2)
    while learned_wordings.learn(project.db, 2):
        continue
    assert standing.stored_count(project.db) == standing.whole_count(project.db)


def test_no_more_articles_are_looked_at_for_new_wordings_than_are_finished(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(standing, "MANY", 1)
    monkeypatch.setattr(same_mentions, "AT_ONCE", 1)
    put_articles(project, **{f"a{n}": f"Troy and Helen in Sparta {n}." for n in range(50)})
    mark(project, "a0", 0, 9)
    for article in ("a1", "a2", "a3"):
        finish(project, article)
    statements: list[str] = []
    project.db.connection.set_trace_callback(statements.append)
    learned_wordings.learn(project.db, 50)
    project.db.connection.set_trace_callback(None)
    assert 0 < sum("article_words MATCH" in one for one in statements) < 10
    while learned_wordings.learn(project.db):
        continue
    assert standing.stored_count(project.db) == standing.whole_count(project.db) != []


def test_what_was_due_in_a_transaction_that_failed_is_due_again(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail() -> None:
        raise Busy("The disk is full.")

    monkeypatch.setattr(standing, "MANY", 0)
    put_articles(project, a=TEXT, b="Troy fell.")
    project.set_pools([("a", [suggested(0, 4, "PERSON", "troy")])], by="rules")
    finish(project, "a")
    places = DuePlaces(project.db)
    while learned_wordings.learn(project.db, places=places):
        continue
    mark(project, "b", 0)
    assert not learned_wordings.learn(project.db, places=places, changed=fail)
    while learned_wordings.learn(project.db, places=places):
        continue
    assert standing.stored_count(project.db) == standing.whole_count(project.db) != []
