from __future__ import annotations

import pytest

from annotations import span_verbs
from annotations.carrying.carried import CarriedDecision
from annotations.carrying.hits import Hit
from annotations.errors import StaleEdit
from annotations.facts import Fact, Filler, Role
from annotations.same_mentions import Wording
from annotations.sets import Boilerplate, Progress, State
from annotations.spans import Span, Status
from models.project import Project
from models.queries import same_mentions
from tests.making import edit, put_articles, small_project, suggested

ORG = CarriedDecision("label", "ORG", "ORG")
ACME = Wording("Acme")


@pytest.fixture
def project(tmp_path) -> Project:
    made = small_project(tmp_path / "p")
    put_articles(made, a="Acme met Bob. Acme left.", b="No acme here.", c="Acme. Açme's Acme", d="Nothing.")
    yield made
    made.close()


def found(project: Project, wording: Wording = ACME, articles: list[str] | None = None) -> list[Hit]:
    return [hit for hits in same_mentions.find(project, wording, "anna", articles=articles) for hit in hits]


def where(project: Project, words: str, **options: bool) -> list[str]:
    return [hit.article for hit in found(project, Wording(words, **options))]


def apply(project: Project, hits: list[Hit], decision: CarriedDecision = ORG) -> None:
    made = same_mentions.edit(project, "confirm", hits, decision, wording=ACME, annotator="anna")
    project.apply(made, by="anna")


def spans(project: Project, article: str) -> list[Span]:
    return sorted(project.annotation_set(article, "anna").spans.values(), key=lambda span: span.start)


def test_hits_come_in_import_order_with_the_title(project: Project) -> None:
    assert where(project, "Acme") == ["a", "a", "c", "c"]
    assert where(project, "Acme", any_case=True) == ["a", "a", "b", "c", "c"]
    assert [hit.title for hit in found(project, articles=["c"])] == ["c", "c"]


@pytest.mark.parametrize(
    ("text", "words", "options"),
    [
        ("al Asad came", "al-Asad", {"variants": True}),
        ("Sana'a fell", "Sana’a", {"variants": True}),
        ("it is 10km off", "10", {}),
        ("東京都と東京", "東京", {}),
        ("ฉันกินผัดไทยทุกวัน", "ผัดไทย", {}),
        ("the U.S. (led)", "U.S.", {}),
        ("Cafe\u0301 Noir", "Cafe\u0301", {}),
        ("a 👩\u200d🚀 flew", "👩\u200d🚀", {}),
        ('so-called "X" AND "Y"', "AND", {}),
        ("Gaza*", "Gaza", {}),
        ("£10m lost", "£10m", {}),
        ("עזה, now", "עזה", {}),
    ],
)
def test_the_index_misses_nothing_that_lies_on_token_bounds(project, text, words, options) -> None:
    put_articles(project, new=text)
    assert "new" in where(project, words, **options)


def test_steps_are_small_and_leave_nothing_out(project: Project, monkeypatch) -> None:
    monkeypatch.setattr(same_mentions, "MOST", 1)
    assert [len(hits) for hits in same_mentions.find(project, ACME, "anna")] == [2, 0, 2]
    monkeypatch.setattr(same_mentions, "ROOM", 1)
    assert where(project, "Acme") == ["a", "a", "c", "c"]


def test_hits_are_what_the_whole_sheet_would_tell(project: Project) -> None:
    moved = suggested(0, 4, "ORG", "moved")
    pool = [moved, suggested(14, 18, "GPE", "other"), suggested(9, 12, "PERSON", "bob")]
    project.set_pools([("a", [*pool, Boilerplate(19, 23)])], by="rules")
    before = project.annotation_set("a", "anna")
    edit(project, "move", span_verbs.move(before, moved, 5, 8, text="Acme met Bob. Acme left."))
    first, second = found(project, articles=["a"])
    assert (first.seen, second.seen) == ((), (pool[1],))


def test_one_edit_goes_over_all_sets_and_one_undo_takes_it_back(project: Project) -> None:
    project.set_pools([("a", [suggested(0, 4, "GPE", "s")])], by="rules")
    apply(project, found(project))
    assert [(s.label, s.origin, s.first) for s in spans(project, "a")] == [
        ("ORG", "en_news 1.0", (0, 4, "GPE")),
        ("ORG", "anna", None),
    ]
    assert len(spans(project, "c")) == 2
    project.undo("anna")
    assert (spans(project, "a"), spans(project, "c")) == ([], [])
    assert project.history.problems() == []


def test_a_hit_that_was_decided_meanwhile_stops_the_edit(project: Project) -> None:
    hits = found(project)
    edit(
        project,
        "label",
        span_verbs.label(project.annotation_set("c", "anna"), 0, 4, "GPE", text="Acme. Açme's"),
    )
    with pytest.raises(StaleEdit, match="Somebody changed this"):
        apply(project, hits)
    assert spans(project, "a") == []


def test_an_article_that_was_removed_meanwhile_stops_the_edit(project: Project) -> None:
    hits = found(project)
    project.remove_article("c")
    with pytest.raises(StaleEdit):
        apply(project, hits)


def test_a_set_in_review_has_its_reason(project: Project) -> None:
    made = project.annotation_set("c", "anna")
    edit(project, "hand over", made.having(Progress(State.IN_REVIEW)), by="bert")
    assert [hit.reason for hit in found(project)] == ["", "", *["the article is in review"] * 2]


def test_a_fact_keeps_a_rejected_span_as_a_bare_range(project: Project) -> None:
    apply(project, found(project))
    there = spans(project, "c")[0]
    fact = Fact("f", "ATTACK", roles=(Role("actor", (Filler(there.start, there.end, there.id),)),))
    edit(project, "fact", span_verbs.put_fact(project.annotation_set("c", "anna"), fact))
    apply(project, found(project, articles=["c"]), CarriedDecision("none", was="ORG"))
    assert project.annotation_set("c", "anna").facts["f"].span_ids() == set()
    project.undo("anna")
    assert [s.status for s in spans(project, "c")] == [Status.CONFIRMED] * 2
