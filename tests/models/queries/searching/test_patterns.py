from __future__ import annotations

import time

import pytest

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.search.parsing import parse
from annotations.spans import Span
from models.project import Project
from models.queries.searching import found
from models.queries.searching.patterns import (
    PatternStep,
    found_in_time,
    has_patterns,
    take_waiting,
    waiting_json,
)
from tests.making import put_articles
from tests.models.queries.searching.projects import searched

ENDLESS = "/(a+)+$/"
LONG = "a" * 40 + "!"


@pytest.fixture
def project(tmp_path) -> Project:
    made = searched(tmp_path / "p")
    yield made
    made.close()


def steps(project: Project, line: str, seconds: float = 2.0) -> list[PatternStep]:
    return [*found_in_time(project, parse(line), "anna", seconds=seconds)]


def test_a_pattern_finds_what_a_search_without_a_clock_finds(project: Project) -> None:
    query = parse(r"/h\w+i/i")
    wanted = [one for step in found(project, query, "anna") for one in step]
    made = steps(project, r"/h\w+i/i")
    assert [one for step in made for one in step.places] == wanted
    assert (made[-1].done, made[-1].of) == (4, 4)


def test_an_article_that_takes_too_long_is_left_out_and_named_and_the_rest_goes_on(project: Project) -> None:
    put_articles(project, slow=LONG, after="aaa")
    began = time.monotonic()
    made = steps(project, ENDLESS, 0.1)
    assert time.monotonic() - began < 5
    assert [one.article for step in made for one in step.places] == ["after"]
    assert [sentence for step in made for sentence in step.left_out] == [
        "The regular expression takes too long in the article “slow”, which was left out."
    ]
    assert made[-1].done == made[-1].of == 6


def test_a_pattern_that_never_ends_anywhere_ends_the_search_with_a_sentence(project: Project) -> None:
    put_articles(project, **{f"slow{n}": LONG for n in range(5)})
    with pytest.raises(
        UserError, match=r"in 3 articles by now, the last one “slow2”; the search was ended\."
    ):
        steps(project, ENDLESS, 0.1)


def test_what_waits_to_be_written_is_seen_in_another_process(project: Project, tmp_path) -> None:
    before = project.annotation_set("b", "anna")
    project.db.unwritten.put(Edit.between("mark", before, before.having(Span("w", 30, 36, "ORG"))))
    waiting = waiting_json(project)
    other = Project(project.folder)
    for line, said in ((waiting, 1), (waiting, 1), ([], 0)):
        take_waiting(other, line)
        places = [one for step in found_in_time(other, parse("/H/ label:ORG"), "anna") for one in step.places]
        assert len(places) == said
    other.close()


def test_only_a_pattern_needs_a_process_of_its_own() -> None:
    assert has_patterns(parse("/a/ b"))
    assert not has_patterns(parse('"a" label:ORG'))
