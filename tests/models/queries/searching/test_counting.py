from __future__ import annotations

import pytest

from annotations.articles import Article
from annotations.errors import UserError
from annotations.formats.base import Record
from annotations.search.hits import FoundPlace
from annotations.search.parsing import parse
from annotations.search.query import SearchTarget
from models.project import Project
from models.queries.searching import found
from models.queries.searching.counting import HitCounting, SearchCounts, counts
from models.queries.searching.sorting import KEYS, MOST, sorted_places
from tests.making import arrive, put_articles, suggested
from tests.models.queries.searching.projects import TEXTS, mark, searched


@pytest.fixture
def project(tmp_path) -> Project:
    made = searched(tmp_path / "p")
    mark(made)
    dated = [("e", "A Houthi boat", "2024-01-13"), ("f", "zz houthi Älter", "2024")]
    arrive(made, *(Record(Article(id_, text, id_, {"published": at})) for id_, text, at in dated))
    yield made
    made.close()


def counted(project: Project, line: str) -> SearchCounts:
    return list(counts(project, parse(line), "anna"))[-1]


def places(project: Project, line: str) -> list[FoundPlace]:
    return [one for step in found(project, parse(line), "anna") for one in step]


def ordered(project: Project, line: str, by: str) -> list[str]:
    steps = sorted_places(project, places(project, line), by)
    return [f"{one.article}{one.start}" for step in steps for one in step]


def test_words_are_counted_by_article_month_and_the_labels_on_them(project: Project) -> None:
    made = counted(project, "houthi")
    assert (made.total, made.labels()) == (6, [("", 5), ("ORG", 1)])
    assert dict(made.by_article) == {"a": 1, "b": 2, "c": 1, "e": 1, "f": 1}
    assert made.months() == [("2024", 1), ("2024-01", 1), ("", 4)]


def test_words_are_counted_for_each_label_on_or_around_them(project: Project) -> None:
    pool = [suggested(4, 10, "GPE", "i1"), suggested(4, 19, "ORG", "o1"), suggested(4, 10, "ORG", "o2")]
    put_articles(project, g="the Houthi movement said")
    project.set_pools([("g", pool)], by="made")
    assert counted(project, "houthi").labels() == [("", 5), ("ORG", 2), ("GPE", 1)]
    spans = places(project, "houthi label:ORG")
    assert {one.article for one in spans} == {"a", "g"}


def test_spans_and_facts_are_counted_by_label_and_type(project: Project) -> None:
    assert counted(project, "label:*").labels() == [("GPE", 3), ("ORG", 2)]
    assert counted(project, "fact:*").labels() == [("ATTACK", 1), ("DEATHS", 1), ("REPORT", 1)]


def test_hits_are_counted_as_they_come(project: Project) -> None:
    counting = HitCounting(project)
    for step in found(project, parse("houthi"), "anna"):
        counting.add(step)
    assert counting.counts == counted(project, "houthi")


@pytest.mark.parametrize(
    ("by", "those"),
    [
        ("left", ["a0", "e2", "b16", "c5", "b30", "f3"]),  # "", a, al the …, cafe, sites …, zz
        ("right", ["f3", "e2", "c5", "a0", "b30", "b16"]),  # alter, boat, cafe, forces, leaders, sites
        ("words", ["a0", "b16", "b30", "c5", "e2", "f3"]),
        ("article", ["a0", "b16", "b30", "c5", "e2", "f3"]),
        ("date", ["f3", "e2", "a0", "b16", "b30", "c5"]),
        ("label", ["b16", "b30", "c5", "e2", "f3", "a0"]),
    ],
)
def test_hits_are_sorted(project: Project, by: str, those: list[str]) -> None:
    assert ordered(project, "houthi", by) == those


def test_there_is_a_case_for_each_order() -> None:
    assert set(KEYS) == {"left", "right", "words", "article", "date", "label"}


def test_more_than_can_be_sorted_are_refused_with_a_sentence(project: Project) -> None:
    place = FoundPlace("a", 0, 6, SearchTarget.WORDS, "anna")
    with pytest.raises(UserError, match="500,001 were found"):
        sorted_places(project, [place] * (MOST + 1), "left")


def test_nothing_found_is_sorted_into_nothing(project: Project) -> None:
    assert ordered(project, "nothing-such", "left") == []
    assert TEXTS["d"] == ""
