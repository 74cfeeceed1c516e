from __future__ import annotations

import pytest

from annotations.edits import Edit
from annotations.errors import UserError
from annotations.search.parsing import parse
from annotations.search.query import AskedField, Query
from annotations.sets import Progress, State, Topic
from annotations.spans import Span, Status
from models.project import Project
from models.queries import undecided_counts
from models.queries.searching import found
from tests.making import edit
from tests.models.queries.searching.projects import TEXTS, mark, searched


@pytest.fixture
def project(tmp_path) -> Project:
    made = searched(tmp_path / "p")
    yield made
    made.close()


def hits(project: Project, line: str, annotator: str = "anna") -> list[str]:
    """Return what is found: the article, and the words there."""
    query = parse(line)
    places = [one for step in found(project, query, annotator) for one in step]
    return [f"{one.article} {TEXTS[one.article][one.start : one.end]}" for one in places]


@pytest.mark.parametrize(
    ("line", "those"),
    [
        ("houthi", ["a Houthi", "b Houthi", "b HOUTHI", "c Houthi"]),
        ("houth*", ["a Houthi", "a Houthis", "b Houthi", "b HOUTHI", "c Houthi"]),
        ('"red sea"', ["a Red Sea"]),
        ('"red se*"', ["a Red Sea"]),
        ("U.S.", ["b U.S"]),
        ("al-Houthi", ["b al-Houthi"]),
        ("—", ["b —"]),
        ("cafe", ["c Café", "c cafe\u0301"]),
        ("東京", ["c 東京", "c 東京"]),
        ("ผัดไทย", ["c ผัดไทย"]),
        ("houthi -sea", ["b Houthi", "b HOUTHI", "c Houthi"]),
        ("houthi red", ["a Houthi", "a Red"]),
        (r"/[Hh]outhi\b/", ["a Houthi", "b Houthi", "c Houthi"]),
        (r"/houthi\b/i -/red/i", ["b Houthi", "b HOUTHI", "c Houthi"]),
    ],
)
def test_words_are_found_as_the_index_has_them(project: Project, line: str, those: list[str]) -> None:
    assert hits(project, line) == those


@pytest.mark.parametrize(
    ("line", "those"),
    [
        ("label:ORG", ["a Houthi", "a port"]),
        ("was:GPE", ["a Red Sea"]),
        ("was:ORG", []),
        ("label:* -was:*", ["a Houthi", "a port", "a port", "b U.S."]),
        ("label:ORG,GPE status:suggested", ["a port", "a port", "b U.S."]),
        ("label:GPE,ORG status:*", ["a Houthi", "a Red Sea", "a port", "a port", "a Houthis", "b U.S."]),
        ("-label:GPE status:*", ["a Houthi", "a port", "a Houthis"]),
        ("label:ORG houth*", ["a Houthi"]),
        ("label:ORG -houthi", ["a port"]),
        ("label:* origin:human", ["a Houthi"]),
        ("label:* origin:edited", ["a Red Sea"]),
        ("score:<0.4", ["a port"]),
        ("score:none", ["a Houthi"]),
        ("label:* annotator:ben", ["a Houthi", "a the Red", "a port", "a port", "b U.S."]),
        ("label:* state:started", ["a Houthi", "a Red Sea", "a port", "a port"]),
        ("label:* state:new", ["b U.S."]),
        ("label:* topic:war -status:confirmed", ["a port", "a port", "a Houthis"]),
        ("label:ORG boilerplate:in annotator:ben", []),
        ("60 boilerplate:in", ["a 60"]),
        ("forces -boilerplate:in", ["a forces"]),
    ],
)
def test_spans_are_those_that_the_annotator_sees(project: Project, line: str, those: list[str]) -> None:
    mark(project)
    assert hits(project, line) == those


@pytest.mark.parametrize(
    ("line", "those"),
    [
        ("fact:*", ["a struck", "a said", "a died"]),
        ("fact:ATTACK modality:claimed status:confirmed", ["a struck"]),
        ('value:"count > 59"', ["a died"]),
        ('value:"count > 60"', []),
        ('value:"time 2024-01" negated:yes', ["a said"]),
        ("role:target filler:sea", ["a struck"]),
        ("role:attacker filler:sea", []),
        ("according:houthi*", ["a said"]),
        ("filler:* forces", ["a struck"]),
        ("fact:* label:GPE", ["a struck"]),
        ("fact:* -label:GPE", ["a said", "a died"]),
    ],
)
def test_facts_are_those_that_the_annotator_sees(project: Project, line: str, those: list[str]) -> None:
    mark(project)
    assert hits(project, line) == those


def test_an_edit_that_waits_to_be_written_counts(project: Project) -> None:
    mark(project)
    before = project.annotation_set("b", "anna")
    after = before.having(Span("w", 37, 44, "NEW", origin="anna"), Progress(State.DONE), Topic("ships"))
    waiting = Edit.between("mark", before, after)
    project.db.unwritten.put(waiting)
    assert hits(project, "label:NEW") == ["b leaders"]
    assert hits(project, "sites state:done topic:ships") == ["b sites"]
    project.db.unwritten.drop(waiting)
    assert hits(project, "label:NEW") == []


def test_what_is_no_value_is_said_before_anything_is_looked_for(project: Project) -> None:
    query = Query((), (AskedField("fact", ("*",)), AskedField("value", ("count",))))
    with pytest.raises(UserError, match="compares nothing"):
        found(project, query, "anna")


def test_what_is_undecided_is_found_although_the_tallies_know_which_articles_have_nothing_left(
    project: Project,
) -> None:
    mark(project)
    undecided_counts.follow(project.db, "anna")
    undecided_counts.count(project.db, [*TEXTS], "anna")
    assert hits(project, "label:* status:suggested") == ["a port", "a port", "b U.S."]
    assert hits(project, "fact:* status:suggested") == ["a said", "a died"]
    before = project.annotation_set("b", "anna")
    rejected = Span("q1", 4, 8, "GPE", Status.REJECTED, "en_news 1.0", 0.5)
    edit(project, "reject", before.having(rejected, Progress(State.STARTED)))
    undecided_counts.count(project.db, [*TEXTS], "anna")
    assert hits(project, "label:* status:suggested") == ["a port", "a port"]
    project.undo("anna")
    assert hits(project, "label:* status:suggested") == ["a port", "a port", "b U.S."]
