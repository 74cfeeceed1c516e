"""What leaves in an export, and what is counted as left behind."""

from __future__ import annotations

from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.formats.writing.selection import Choice, Count, chosen
from annotations.sets import AnnotationSet, Boilerplate, Item, Progress, State
from annotations.spans import Status
from tests.making import TEXT, span, suggested

ARTICLE = Article("a", TEXT)
NO = Status.REJECTED


def entry(*items: Item, state: State = State.DONE, pool: tuple = ()) -> Record:
    return Record(ARTICLE, AnnotationSet.of("a", "anna", [*items, Progress(state)]), pool)


def leaving(*entries: Record, **choice: str) -> tuple[list[Record], Count]:
    count = Count()
    return list(chosen(entries, Choice(**choice), count)), count


def test_confirmed_work_of_finished_articles_leaves_unless_told_otherwise() -> None:
    states = [entry(state=state) for state in State] + [Record(ARTICLE)]
    found, count = leaving(*states)
    assert [record.set.state for record in found] == [State.DONE, State.IN_REVIEW, State.REVIEWED]
    assert count.left_out == {"articles new": 2, "articles started": 1, "articles returned": 1}


def test_a_skipped_article_stays_behind_and_is_counted_as_skipped() -> None:
    skipped = Record(ARTICLE, AnnotationSet.of("a", "anna", [Progress(State.DONE, skipped="a duplicate")]))
    for articles, spans in (("done", "confirmed"), ("all", "confirmed"), ("done", "all")):
        found, count = leaving(skipped, articles=articles, spans=spans)
        assert (found, count.left_out) == ([], {"articles skipped": 1})
    assert leaving(skipped, articles="all", spans="all") == ([skipped], Count(records=1))


def test_only_reviewed_articles_leave_when_that_is_wanted() -> None:
    found, _ = leaving(*(entry(state=state) for state in State), articles="reviewed")
    assert [record.set.state for record in found] == [State.REVIEWED]


def test_rejected_items_leave_with_all_alone() -> None:
    items = [
        span(0, 10),
        span(18, 22, "ORG", status=NO),
        Boilerplate(0, 3, NO),
        Fact("f", "A", (0, 1), status=NO),
    ]
    for spans, left in (("confirmed", 1), ("suggested", 1), ("all", 4)):
        (found,), count = leaving(entry(*items), spans=spans)
        assert len(found.set) == left + 1
        assert sum(count.left_out.values()) == 4 - left


def test_suggestions_leave_when_wanted_and_still_undecided() -> None:
    pool = (suggested(0, 10), suggested(28, 32, "GPE"))
    own = span(0, 4, "ORG", "own"), span(5, 12, "ORG", "crossing")
    (found,), count = leaving(entry(*own, pool=pool), spans="suggested")
    assert [item.id for item in found.pool] == [pool[1].id]
    (none,), count = leaving(entry(*own, pool=pool))
    assert none.pool == ()
    assert count.left_out == {"undecided suggestions": 1}


def test_a_filler_whose_span_does_not_leave_goes_out_bare() -> None:
    fact = Fact("f", "A", roles=(Role("actor", (Filler(0, 10, "yes"), Filler(18, 22, "no"))),))
    record = entry(span(0, 10, id_="yes"), span(18, 22, id_="no", status=NO), fact)
    (found,), _ = leaving(record)
    assert found.set.facts["f"].fillers() == (Filler(0, 10, "yes"), Filler(18, 22))
    (whole,), _ = leaving(record, spans="all")
    assert whole.set.facts["f"] == fact


def test_a_suggested_fact_leaves_with_bare_fillers_where_its_spans_are_decided_otherwise() -> None:
    held, hidden = suggested(28, 32, "GPE"), suggested(0, 10)
    fillers = (Filler(28, 32, held.id), Filler(0, 10, hidden.id))
    fact = Fact("f", "A", roles=(Role("actor", fillers),), status=Status.SUGGESTED)
    (found,), _ = leaving(entry(span(3, 12, id_="own"), pool=(held, hidden, fact)), spans="suggested")
    assert [f.fillers() for f in found.pool_facts()] == [(Filler(28, 32, held.id), Filler(0, 10))]


def test_a_decided_fact_is_not_offered_again() -> None:
    fact = Fact("f", "A", (0, 1), status=Status.SUGGESTED)
    (found,), _ = leaving(entry(Fact("f", "A", (0, 1), status=NO), pool=(fact,)), spans="suggested")
    assert found.pool == ()


def test_spans_and_facts_are_counted_by_label_and_type() -> None:
    _, count = leaving(
        entry(span(0, 10), span(18, 22, "ORG"), Fact("f", "A", (0, 1))), entry(span(0, 4, "ORG"))
    )
    assert (count.records, dict(count.spans), dict(count.facts)) == (2, {"PERSON": 1, "ORG": 2}, {"A": 1})


def test_a_suggested_fact_whose_trigger_the_annotator_has_a_fact_of_its_type_on_stays_behind() -> None:
    pooled = Fact("p", "A", (0, 10), status=Status.SUGGESTED)
    (found,), _ = leaving(entry(Fact("f", "A", (0, 10)), pool=(pooled,)), spans="suggested")
    assert found.pool == ()
    (found,), _ = leaving(entry(Fact("f", "B", (0, 10)), pool=(pooled,)), spans="suggested")
    assert found.pool == (pooled,)


def test_a_suggested_fact_in_boilerplate_stays_behind() -> None:
    pooled = Fact("p", "A", (0, 10), status=Status.SUGGESTED)
    (found,), _ = leaving(entry(Boilerplate(0, 12), pool=(pooled,)), spans="suggested")
    assert found.pool == ()
