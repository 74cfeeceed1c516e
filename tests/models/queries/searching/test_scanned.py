"""Every kind of query finds what a plain scan of the texts and sheets finds, in small projects of all sorts."""

from __future__ import annotations

import tempfile
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.fact_attributes import stated
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.formats.base import Record
from annotations.search.query import AskedField, Query, Term, TermKind
from annotations.sentences import sentence_of
from annotations.sets import AnnotationSet, Boilerplate, Progress, State, Topic
from annotations.spans import Span, Status
from models.project import Project
from models.queries.searching import found
from models.queries.searching.contexts import in_context, labels_now
from tests.making import arrive, small_project
from tests.models.queries.searching.scan import scanned, tokens

PIECES = (
    *(
        "Houthi",
        "HOUTHIS",
        "Red",
        "sea",
        "Caf\u00e9",
        "cafe\u0301",
        "U.S.",
        "10",
        "10km",
        "stra\u00dfe",
        "\u0130x",
    ),
    *("東京", "กิน", "😀", "👩\u200d👧", "النَّبي", 'צה"ל', "—", "\u0301", "\u0305a", "नमस्ते", "\ufffd", "\x00"),
)
BLANKS = (" ", " ", "  ", "\n", "-", ", ", "")
LABELS, ROLES, TYPES = ("ORG", "GPE"), ("actor", "count", "source"), ("ATTACK", "DEATHS")
texts = st.lists(st.tuples(st.sampled_from(PIECES), st.sampled_from(BLANKS)), max_size=9).map(
    lambda pairs: "".join(word + blank for word, blank in pairs)
)
some_words = st.builds(
    lambda words, blank: blank.join(words),
    st.lists(st.sampled_from(PIECES[:-1]), min_size=1, max_size=2),
    st.sampled_from((" ", "-")),
)
statuses = st.sampled_from((Status.CONFIRMED, Status.CONFIRMED, Status.REJECTED))
origins = st.sampled_from(("en_news 1.0", "rule", "seen 3 times", "anna", "ben", ""))
scores = st.sampled_from((None, 0.2, 0.6, 0.9))
values = st.sampled_from(
    (None, Number(5), Number(60), Number(60, ">"), Number(60, "<"), Date("2024-01-13", "2024-01-13", "day"))
)


@st.composite
def bounds(draw: st.DrawFn, length: int) -> tuple[int, int]:
    start = draw(st.integers(0, length - 1))
    return start, draw(st.integers(start + 1, min(length, start + 9)))


@st.composite
def spans(draw: st.DrawFn, length: int, status: Status | None, ids: list[str]) -> Span:
    start, end = draw(bounds(length))
    first = draw(st.sampled_from((None, None, (0, 1, "GPE")))) if status is None else None
    return Span(
        draw(st.sampled_from(ids)),
        *(start, end, draw(st.sampled_from(LABELS))),
        *(status or draw(statuses), draw(origins), draw(scores), first),
    )


@st.composite
def facts(draw: st.DrawFn, length: int, status: Status | None, ids: list[str]) -> Fact:
    fillers = st.builds(
        lambda at, span, value: Filler(*at, span, value),
        bounds(length),
        st.sampled_from((None, *"abcd")),
        values,
    )
    roles = draw(
        st.lists(
            st.builds(Role, st.sampled_from(ROLES), st.lists(fillers, max_size=2).map(tuple)), max_size=2
        )
    )
    said = stated(modality=draw(st.sampled_from(("asserted", "claimed"))), negated=draw(st.booleans()))
    needs_trigger = not any(role.fillers for role in roles)
    trigger = draw(bounds(length) if needs_trigger else st.none() | bounds(length))
    return Fact(
        draw(st.sampled_from(ids)),
        *(draw(st.sampled_from(TYPES)), trigger, tuple(roles), said),
        *(status or draw(statuses), draw(origins), draw(scores)),
    )


def unique(items: list) -> list:
    return list({(item.kind, item.id): item for item in items}.values())


@st.composite
def articles(draw: st.DrawFn, id_: str) -> tuple[Record, list]:
    """An article with work of anna's, and its pool; ids of the pool may be decided."""
    text = draw(texts)
    meta = {
        name: value
        for name, value in (
            ("source", draw(st.sampled_from(("", "BBC", "bbc")))),
            ("published", draw(st.sampled_from(("", "2024-01-13", "2024-02-01")))),
        )
        if value
    }
    article = Article(id_, text, draw(some_words), meta)
    own, pool = (
        [
            Progress(
                draw(st.sampled_from((State.STARTED, State.DONE))), skipped=draw(st.sampled_from(("", "why")))
            )
        ],
        [],
    )
    if text and draw(st.booleans()):
        own += draw(st.lists(spans(len(text), None, [*"abcd"]), max_size=4))
        own += draw(st.lists(facts(len(text), None, [*"wx"]), max_size=2))
        own += draw(
            st.lists(
                st.builds(lambda at, status: Boilerplate(*at, status), bounds(len(text)), statuses),
                max_size=1,
            )
        )
        own += [Topic("war")] * draw(st.integers(0, 1))
    if text:
        pool += draw(st.lists(spans(len(text), Status.SUGGESTED, [*"abcdefgh"]), max_size=5))
        pool += draw(st.lists(facts(len(text), Status.SUGGESTED, [*"xyz"]), max_size=3))
        pool += draw(
            st.lists(st.builds(lambda at: Boilerplate(*at, Status.SUGGESTED), bounds(len(text))), max_size=1)
        )
    made = AnnotationSet.of(id_, "anna", unique(own)) if draw(st.booleans()) else None
    return Record(article, set=made), unique(pool)


is_rare = st.sampled_from((False, False, False, True))
plain_terms = st.builds(
    lambda text, negated, goes_on: Term(
        TermKind.PHRASE if " " in text else TermKind.WORD, text, negated, goes_on and text[-1].isalnum()
    ),
    *(some_words, is_rare, st.booleans()),
)
patterns = st.builds(
    lambda text, negated, any_case: Term(TermKind.PATTERN, text, negated, any_case=any_case),
    *(st.sampled_from((r"h\w+", r"\d+", r"^\S+", r"a*", "[東é]", r"\s\S")), is_rare, st.booleans()),
)


def field(name: str, *choices: str) -> st.SearchStrategy[AskedField]:
    several = st.lists(st.sampled_from(choices), min_size=1, max_size=2, unique=True).map(tuple)
    return st.builds(AskedField, st.just(name), several | st.just(("*",)), st.booleans())


of_articles = st.one_of(
    field("state", "new", "started", "done", "skipped"),
    *(
        field("topic", "war", "sport"),
        field("source", "Bbc", "AFP"),
        field("date", "2024-01", "2024", "2024-02-01"),
    ),
    *(field("article", "one", "sea", "houth*"), field("boilerplate", "in", "out")),
    st.just(AskedField("annotator", ("ben",))),
)
of_marks = st.one_of(
    field("origin", "model", "rule", "human", "edited", "imported", "en_news 1.0"),
    field("score", "<0.6", "none", "0.5..0.9"),
    field("status", *Status),
)
of_facts = st.one_of(
    *(field("role", *ROLES), field("filler", "sea", "houth*", "10"), field("according", "red", "東京")),
    *(field("value", "count > 5", "count = 60", "actor 2024-01"), field("modality", "claimed", "denied")),
    *(field("negated", "yes", "no"), field("label", *LABELS)),
)
KINDS = {  # what is always asked, and beside it perhaps
    "words": (st.just(()), st.lists(of_articles, max_size=1), plain_terms),
    "patterns": (st.just(()), st.lists(of_articles, max_size=1), patterns),
    "spans": (st.tuples(field("label", *LABELS)), st.lists(of_marks | of_articles, max_size=2), plain_terms),
    "facts": (
        st.tuples(field("fact", *TYPES)),
        st.lists(of_facts | of_marks | of_articles, max_size=2),
        plain_terms,
    ),
}


@st.composite
def queries(draw: st.DrawFn, kind: str) -> Query:
    always, beside, terms = KINDS[kind]
    asked = (*draw(always), *draw(beside))
    names = [one.field for one in asked]
    return Query(
        tuple(draw(st.lists(terms, min_size=kind in ("words", "patterns"), max_size=2))),
        tuple(one for n, one in enumerate(asked) if one.field != "annotator" or "annotator" not in names[:n]),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_search_finds_what_a_plain_scan_finds(kind: str) -> None:
    numbers = count()

    @settings(
        phases=[Phase.generate], max_examples=10, suppress_health_check=[HealthCheck.too_slow], deadline=None
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        made = [data.draw(articles(id_)) for id_ in ("one", "two")]
        project = filled(Path(folder) / str(next(numbers)), made)
        for query in data.draw(st.lists(queries(kind), min_size=6, max_size=6)):
            there = [
                (one.article, one.start, one.end, one.item)
                for step in found(project, query, "anna")
                for one in step
            ]
            wanted = scanned(project, query, "anna")
            assert (sorted(there), [hit[:3] for hit in there]) == (
                sorted(wanted),
                [hit[:3] for hit in wanted],
            )
        project.close()

    with tempfile.TemporaryDirectory() as folder:
        holds()


@pytest.mark.parametrize("kind", ["words", "facts"])
def test_a_line_says_what_the_whole_sheet_says(kind: str) -> None:
    numbers = count()

    @settings(
        phases=[Phase.generate], max_examples=8, suppress_health_check=[HealthCheck.too_slow], deadline=None
    )
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        project = filled(
            Path(folder) / str(next(numbers)), [data.draw(articles(id_)) for id_ in ("one", "two")]
        )
        pattern = Query((Term(TermKind.PATTERN, r"\w+"),))
        query = (
            pattern
            if kind == "words"
            else Query((), (AskedField("fact", ("*",)), AskedField("status", ("*",))))
        )
        lines = in_context(project, [one for step in found(project, query, "anna") for one in step])
        for line in lines:
            at = line.found
            sheet = project.sheet(at.article, "anna")
            assert line.labels == labels_now(sheet, at)
            if fact := sheet.fact(at.item):
                assert (
                    line.sentence
                    == sentence_of(fact, project.article(at.article).text, project.schema, sheet).words
                )
        project.close()

    with tempfile.TemporaryDirectory() as folder:
        holds()


def filled(folder: Path, made: list[tuple[Record, list]]) -> Project:
    project = small_project(folder)
    arrive(project, *(record for record, _ in made))
    project.set_pools(((record.article.id, pool) for record, pool in made), by="made")
    return project


@given(texts)
@settings(max_examples=50, deadline=None)
def test_the_scan_has_the_words_of_the_index(text: str) -> None:
    from tests.models.queries.searching.scan import asked

    assert [word for word, _, _ in tokens(text)] == list(asked(text))
