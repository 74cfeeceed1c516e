from __future__ import annotations

import pytest

from annotations.search.hits import InContext
from annotations.search.parsing import parse
from annotations.sets import AnnotationSet
from annotations.spans import Span
from models.project import Project
from models.queries.searching import found
from models.queries.searching.contexts import WIDE, context, in_context
from tests.making import edit, put_articles, suggested
from tests.models.queries.searching.projects import mark, searched

FAMILY = "👩\u200d👩\u200d👧"


@pytest.fixture
def project(tmp_path) -> Project:
    made = searched(tmp_path / "p")
    mark(made)
    yield made
    made.close()


def lines(project: Project, line: str) -> list[InContext]:
    return in_context(project, [one for step in found(project, parse(line), "anna") for one in step])


def test_a_line_has_the_words_around_and_the_labels_there(project: Project) -> None:
    first, second = lines(project, "forces sea")
    assert first.words == ("Houthi", "forces", "struck the Red Sea port. Houthis said 60 died.")
    assert (first.now, first.title, second.now) == ("", "a", "in GPE")
    assert [one.now for one in lines(project, "port houthi")][:2] == ["ORG", "GPE?, ORG?"]


def test_words_within_a_longer_span_say_its_label(project: Project) -> None:
    edit(project, "mark", AnnotationSet.of("c", "anna", [Span("l1", 0, 11, "ORG", origin="anna")]))
    put_articles(project, e="the Houthi movement said")
    project.set_pools([("e", [suggested(4, 10, "GPE", "i1"), suggested(4, 19, "ORG", "o1")])], by="made")
    said = {one.found.article: one.now for one in lines(project, "houthi")}
    assert (said["c"], said["e"]) == ("in ORG", "GPE?, in ORG?")
    assert [one.now for one in lines(project, "label:GPE houthi")] == ["GPE?"]


def test_a_fact_is_said_as_a_sentence(project: Project) -> None:
    (line,) = lines(project, "fact:ATTACK")
    assert line.sentence == "Houthi forces reportedly struck the Red Sea port"
    assert line.words[1] == "struck"


@pytest.mark.parametrize(
    "around", ["x" * 5000, FAMILY * 900, "\n \n" * 900 + "far " * 40, "", "\u05d0 " * 900]
)
def test_no_context_is_long_or_cuts_a_cluster(around: str) -> None:
    before, words, behind = context(around + "hit" + around, len(around), len(around) + 3)
    assert (words, len(before) <= WIDE, len(behind) <= WIDE) == ("hit", True, True)
    assert not before.startswith("\u200d")
    assert not behind.endswith("\u200d")


def test_a_line_of_an_article_that_is_gone_is_left_out(project: Project) -> None:
    places = [one for step in found(project, parse("houthi"), "anna") for one in step]
    project.db.run("DELETE FROM article WHERE id = 'a'")
    assert [line.found.article for line in in_context(project, places)] == ["b", "b", "c"]


def test_half_a_megabyte_in_one_line_is_read_once(project: Project) -> None:
    put_articles(project, long="x" * 500_000 + " needle " + "y" * 500_000)
    (line,) = lines(project, "needle")
    assert line.words == ("x" * WIDE, "needle", "y" * WIDE)
