"""Parts of the statistics on small projects made for them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from annotations import fact_verbs, span_verbs
from annotations.agreement.report import Agreement
from annotations.articles import Article
from annotations.compare.items import Entity, Member, United
from annotations.errors import UserError
from annotations.facts import Date, Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import PROJECT, AnnotationSet, Boilerplate, Progress, State
from annotations.spans import Span, Status
from annotations.statistics.shapes import EVERYONE, MentionedThing, QuotedSource, Scope
from models.project import Project
from models.queries.agreement.compared_sets import ComparedSets
from models.queries.reviews import majority
from models.queries.schema_renames import plan
from models.queries.statistics.gathering import gathered
from models.queries.statistics.overview import overview
from models.transfer import exchange
from tests.making import TEXT, arrive, edit, put_articles, span, suggested

MARIA, NAVY, OSLO = suggested(0, 10, id_="m"), suggested(18, 22, "ORG", "n"), suggested(28, 32, "GPE", "o")
TIME = Filler(36, 43, None, Date("2024-01-23", "2024-01-23", "day"))
SAID = Fact(
    "f", "STATEMENT", (23, 27), (Role("speaker", (Filler(0, 10, "m"),)),), (), Status.SUGGESTED, "rule", 0.7
)


@pytest.fixture
def at(project: Project) -> Project:
    put_articles(project, a=TEXT, b=TEXT + " ")
    project.set_pools([(id_, [MARIA, NAVY, OSLO]) for id_ in "ab"], by="en_news 1.0")
    return project


def do(project: Project, verb: str, make, article: str = "a", by: str = "anna") -> None:
    edit(project, verb, make(project.annotation_set(article, by)))


def parts(project: Project, annotator: str = "anna", *days: str) -> dict:
    return {part.name: part for part in gathered(project, Scope(annotator, *days))}


def fates_of(project: Project) -> dict:
    return {one.type: one.fates for one in parts(project)["facts"].types}


def test_a_fact_is_compared_with_the_suggestion_that_is_in_the_pool(at: Project) -> None:
    facts = [replace(SAID, id=f"f{n}", trigger=(n, n + 1)) for n in range(5)]
    at.set_facts([("a", facts)])
    do(at, "confirm", lambda to: fact_verbs.confirm_fact(to, facts[0], [MARIA]))
    moved = at.annotation_set("a", "anna").spans["m"]
    do(at, "move", lambda to: span_verbs.move(to, moved, 0, 5, text=TEXT))  # its filler goes along
    do(at, "change", lambda to: fact_verbs.change_fact(to, facts[1].stating(negated=True)))
    do(at, "change", lambda to: fact_verbs.change_fact(to, fact_verbs.filled(facts[2], "time", TIME)))
    do(at, "reject", lambda to: fact_verbs.reject_fact(to, facts[3]))
    do(at, "make", lambda to: fact_verbs.confirm_fact(to, replace(SAID, id="own", origin="anna")))
    fates = fates_of(at)["STATEMENT"]
    assert (fates.taken, fates.corrected, fates.rejected, fates.by_hand) == (1, 2, 1, 1)
    at.set_facts([("a", facts[:2])])
    fates = fates_of(at)["STATEMENT"]
    assert (fates.taken, fates.corrected, fates.unknown, fates.suggested) == (1, 1, 1, 4)
    assert fates.share_taken == pytest.approx(1 / 3)


def test_roles_sources_and_dates_are_those_of_confirmed_facts(at: Project) -> None:
    roles = (Role("time", (TIME,)), Role("source", (Filler(0, 10), Filler(18, 22))))
    for n, article in enumerate("aab"):
        one = replace(SAID, id=f"f{n}", trigger=(n, n + 1), roles=roles if n else roles[:1], origin="anna")
        do(at, "make", lambda to, one=one: fact_verbs.confirm_fact(to, one), article)
    found = parts(at)
    [type_] = found["facts"].types
    assert {one.role: one.filled for one in type_.roles if one.filled} == {"time": 3, "source": 2}
    assert type_.modality == (("asserted", 3),)
    assert found["facts"].sources == (QuotedSource("Maria Ruiz", 2, 2), QuotedSource("Navy", 2, 2))
    assert [(one.date, one.facts) for one in found["timeline"].dates] == [("2024-01-23", 3)]


def test_what_is_mentioned_counts_by_entity_where_the_annotator_said_so(at: Project) -> None:
    for article in "ab":
        do(
            at,
            "confirm",
            lambda to: span_verbs.confirm(to, MARIA, NAVY, replace(OSLO, label="DATE")),
            article,
        )
    assert parts(at)["entities"].things == (
        MentionedThing("Maria Ruiz", "PERSON", 2, 2),
        MentionedThing("Navy", "ORG", 2, 2),
    )
    said = [
        Entity("e", "The navy", "ORG"),
        Member("a/n", "e", 18, 22, "ORG"),
        Member("a/m", "x", 0, 10, "PERSON"),
    ]
    said += [Member("b/other", "e", 18, 22, "ORG"), United("entity", "x", "e")]
    edit(at, "put together", AnnotationSet(PROJECT, "anna").having(*said))
    assert parts(at)["entities"].things == (
        MentionedThing("The navy", "ORG", 3, 2, "e"),
        MentionedThing("Maria Ruiz", "PERSON", 1, 1),
    )
    assert parts(at, EVERYONE)["entities"].things[0].entity == ""


def marked(who: str, article: str, *spans: Span, state: State = State.DONE, **items) -> Record:
    rest = [Boilerplate(*bounds) for bounds in items.get("boilerplate", ())]
    made = AnnotationSet.of(article, who, [*spans, *rest, Progress(state)])
    return Record(
        Article(article, TEXT + article, article, {"batch": "one" if article < "c" else "two"}), made
    )


def test_agreement_by_batch_is_that_of_the_command(project: Project) -> None:
    spans = [span(0, 10), span(18, 22, "ORG"), span(28, 32, "GPE"), span(36, 43, "DATE")]
    for n, article in enumerate("abcd"):
        arrive(project, marked("anna", article, *spans[: n + 1]))
        arrive(project, marked("ben", article, *spans[1 : n + 2], boilerplate=[(17, 23)] if n == 2 else ()))
        arrive(project, marked("cleo", article, *spans, state=State.STARTED if n else State.DONE))
    sets = ComparedSets(project, ["anna", "ben", "cleo"])
    told = Agreement(sets.read(), ["anna", "ben", "cleo"], groups={"batch": sets.batches()}).as_json()
    expected = {one["name"]: one["spans"]["exact"]["micro"]["f1"] for one in told["by"]["batch"]}
    found = parts(project, EVERYONE)["agreement"]
    assert {one.name: round(one.f1.value, 6) for one in found.batches} == expected
    assert [one.articles for one in found.batches] == [2, 2]
    assert found.weeks == ()  # imported: nobody knows when it was done
    assert [one.articles for one in parts(project, "cleo")["agreement"].batches] == [1]


def test_articles_are_done_skipped_started_or_new(at: Project) -> None:
    put_articles(at, c=TEXT + "c", d=TEXT + "d")
    do(at, "finish", span_verbs.finish, "a")
    do(at, "skip", lambda to: span_verbs.skip(to, "a duplicate"), "b")
    do(at, "confirm", lambda to: span_verbs.label(to, 0, 5, "PERSON", text=TEXT), "c")
    do(at, "finish", span_verbs.finish, "b", "ben")
    counts = overview(at, Scope("anna")).articles
    assert (counts.done, counts.skipped, counts.started, counts.new, counts.of) == (1, 1, 1, 1, 4)
    counts = overview(at, Scope(EVERYONE)).articles
    assert (counts.done, counts.skipped, counts.started, counts.new) == (2, 0, 1, 1)


def test_only_the_days_asked_for_count(at: Project) -> None:
    do(at, "confirm", lambda to: span_verbs.confirm(to, MARIA))
    do(at, "confirm", lambda to: span_verbs.confirm(to, NAVY))
    for number, at_ in ((1, "2024-01-23T12:00:00.000+00:00"), (2, "2024-01-25T12:00:00.000+00:00")):
        at.db.run(
            "UPDATE event SET at = ? WHERE kind = 'edit' AND number IN (SELECT number FROM event WHERE kind = 'edit' ORDER BY number LIMIT 1 OFFSET ?)",
            (at_, number - 1),
        )
    assert [day.day for day in parts(at)["days"].days] == ["2024-01-23", "2024-01-25"]
    for days, count in (
        (("2024-01-24",), 1),
        (("", "2024-01-24"), 1),
        (("2024-01-23", "2024-01-25"), 2),
        (("2025-01-01",), 0),
    ):
        assert parts(at, "anna", *days)["labels"].total.taken == count
        assert overview(at, Scope("anna", *days)).spans.decided == count
    with pytest.raises(UserError, match="soon is no day"):
        overview(at, Scope("anna", "soon"))


def at_days(project: Project, *days: str) -> None:
    """Give the events, in order, these days."""
    numbers = [number for (number,) in project.db.rows("SELECT number FROM event ORDER BY number")]
    for number, day in zip(numbers, days, strict=True):
        project.db.run("UPDATE event SET at = ? WHERE number = ?", (f"{day}T12:00:00.000+00:00", number))


def test_a_review_does_not_move_the_day_on_which_work_was_finished(at: Project, tmp_path: Path) -> None:
    for by in ("anna", "ben"):
        do(at, "confirm", lambda to: span_verbs.confirm(to, MARIA), by=by)
        do(at, "finish", span_verbs.finish, by=by)
    do(at, "finish", span_verbs.finish, by="cleo")
    at.apply(majority.plan(at, at.schema, 2, by="rex").edit, by="rex")
    at_days(at, "2024-01-22", "2024-01-23", "2024-01-23", "2024-01-24", "2024-01-25", "2024-03-01")
    assert at.annotation_set("a", "ben").state is State.IN_REVIEW
    assert [(day.day, day.articles) for day in parts(at)["days"].days] == [
        ("2024-01-22", 0),
        ("2024-01-23", 1),
    ]
    assert [one.name for one in parts(at)["agreement"].weeks] == ["2024-01-22"]
    exchange.pack(at, tmp_path / "ben.factmark", "ben")
    other = Project.create(tmp_path / "other", at.schema)
    put_articles(other, a=TEXT, b=TEXT + " ")
    exchange.merge(other, tmp_path / "ben.factmark", by="anna")
    assert [(day.day, day.articles) for day in parts(other, "ben")["days"].days] == [
        ("2024-01-23", 1)
    ]  # its span
    other.close()


def test_what_a_change_of_the_schema_wrote_has_no_day(at: Project) -> None:
    do(at, "confirm", lambda to: span_verbs.confirm(to, MARIA))
    at.recast(plan(at, at.schema, "labels", "PERSON", "HUMAN", merging=False), by="anna")
    found = parts(at)
    assert found["days"].undated == 1
    assert found["labels"].total.taken == 1
    assert found["times"].untimed == 1


def test_an_empty_project_has_all_parts_and_no_figures(project: Project) -> None:
    for annotator in ("anna", EVERYONE, "gold"):
        found = parts(project, annotator)
        assert len(found) == 11
        assert found["progress"].overview.articles.of == 0
        assert (found["labels"].labels, found["reliability"].kinds, found["times"].times) == ((), (), ())


def test_merged_work_counts_as_it_was_decided_there(at: Project, tmp_path: Path) -> None:
    do(at, "confirm", lambda to: span_verbs.confirm(to, MARIA, NAVY), by="ben")
    exchange.pack(at, tmp_path / "ben.factmark", "ben")
    other = Project.create(tmp_path / "other", at.schema)
    put_articles(other, a=TEXT, b=TEXT + " ")
    exchange.merge(other, tmp_path / "ben.factmark", by="anna")
    there, here = parts(other, "ben"), parts(at, "ben")
    assert there["labels"] == here["labels"]
    assert [day.spans for day in there["days"].days] == [2]
    assert there["times"].untimed == 2
    other.close()


def test_gold_counts_what_people_made_as_made_by_hand_and_the_time_of_reviewers(at: Project) -> None:
    made = [replace(span(0, 10, id_="m"), origin="anna"), replace(NAVY, status=Status.CONFIRMED)]
    do(at, "confirm", lambda to: span_verbs.confirm(to, MARIA), by="anna")
    for one in made:
        edit(at, "take", at.annotation_set("a", "gold").having(one), by="ben")
    numbers = [n for (n,) in at.db.rows("SELECT number FROM event WHERE kind = 'edit' ORDER BY number")]
    for second, number in enumerate(numbers):
        when = f"2024-01-23T12:00:{10 * second:02}.000+00:00"
        at.db.run("UPDATE event SET at = ? WHERE number = ?", (when, number))
    found = parts(at, "gold")
    assert (found["labels"].total.by_hand, found["labels"].total.taken) == (1, 1)
    assert found["progress"].overview.seconds == 10.0
    assert found["progress"].overview.spans.left is None


def test_odd_names_and_texts_are_counted_like_any_other(project: Project) -> None:
    text = "👩‍🚀 ذهب إلى e\u0301 \x1f\x1e"
    put_articles(project, **{"é 1": text})
    odd = [span(0, 3, "ÉTOILE 🌟", "x", origin="rule\x1fodd"), span(4, 7, "a\x1fb", "y", origin="")]
    made = project.annotation_set("é 1", "نورا").having(*odd)
    edit(project, "confirm", made)
    found = parts(project, "نورا")
    assert {one.label for one in found["labels"].labels} == {"ÉTOILE 🌟", "a\x1fb"}
    assert {one.name for one in found["entities"].things} == {text[0:3], text[4:7]}
    assert found["labels"].total.taken == 2
