"""What holds of all verdicts: no order changes them, and no hostile text, number or date breaks them."""

from __future__ import annotations

from itertools import permutations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.compare.items import Verdict
from annotations.compare.material import ComparedArticle
from annotations.compare.verdicts.computing import compute_verdicts, worst
from annotations.compare.verdicts.shapes import KnownEntities, PlacedFact
from annotations.facts import Date, Fact, Filler, Number, Role
from annotations.spans import Span
from tests.annotations.compare.verdicts.marked_facts import news

WORDS = st.sampled_from(
    [
        "five",
        "26th",
        "several",
        "dozens",
        "half",
        "twice",
        "1e308",
        "inf",
        "nan",
        "a",
        "the",
        "US",
        "it",
        "people",
        "fighters",
        "3",
        "May",
        "since",
        "31",
        "December",
        "9999\n",
        "",
        "",
        "",
        "29",
        "February",
        "tonnes",
        "%",
        "$3bn",
        "over",
        "40",
        "nearly",
        "40",
        "400",
        "to",
        "500",
        "💣",
        "é",
        "\u202eabc",
        "�",
        "\x00",
        "\n",
    ]
)
TEXTS = st.lists(WORDS, max_size=8).map(" ".join)
NUMBERS = st.builds(
    Number,
    st.one_of(st.floats(), st.sampled_from([1e308, -1e308, 0.0, -0.0, 5e-324])),
    st.sampled_from(["=", ">", ">=", "<", "<=", "~", "?", ""]),
    st.one_of(st.none(), TEXTS),
)
ENDS = st.sampled_from(
    [
        "..",
        "2024-05-05",
        "9999-12-31",
        "0001-01-01",
        "XXXX-02-29",
        "XXXX-13-01",
        "2023-02-29",
        "2024",
        "2024-05",
        "XXXX",
        "XXXX-05",
        "T24:00",
        "T99:99",
        "2024-05-05T06:00Z",
        "9999-12-31T24:00-99:00",
        "0000-00-00",
        "2024-05-05T23:59+14:00",
        "nonsense",
    ]
) | st.just("")
DATES = st.builds(
    Date,
    ENDS,
    ENDS,
    st.sampled_from(["day", "minute", "month", "year", "decade", "part of month", "season", "", "x"]),
    st.sampled_from([None, "2024-05-05"]),
    st.sampled_from([None, "rule", "anna"]),
)
ROLES = [*news().facts["CASUALTY"].roles, "other", ""]


@st.composite
def placed(draw: st.DrawFn) -> PlacedFact:
    text = draw(TEXTS)
    at = st.integers(0, len(text) + 3)
    fillers = st.builds(Filler, at, at, st.sampled_from([None, "s1"]), st.one_of(st.none(), NUMBERS, DATES))
    roles = st.builds(Role, st.sampled_from(ROLES), st.lists(fillers, max_size=3).map(tuple))
    trigger = draw(st.one_of(st.none(), st.tuples(at, at)))
    fact = Fact(draw(st.sampled_from("abc")), "CASUALTY", trigger, tuple(draw(st.lists(roles, max_size=4))))
    stance = draw(st.sampled_from(["asserted", "claimed", "denied", "planned", "speculated"]))
    fact = fact.stating(modality=stance, negated=draw(st.booleans()))
    day = draw(st.sampled_from(["", "2024-05-05", "2024-05-06", "9999-12-31", "x"]))
    article = Article(draw(st.sampled_from("xyz")), text, "T", {"published": day, "published_trusted": True})
    return PlacedFact(ComparedArticle(article, (Span("s1", 0, len(text), "ORG"),), (fact,)), fact)


KNOWN = KnownEntities({"x/s1": "e1", "y/s1": "e2"}, {"e1": "US", "e2": ""}, {("e1", "e2"): "within"})


@settings(max_examples=300, deadline=None)
@given(
    st.lists(placed(), max_size=4), st.sampled_from([news().facts["CASUALTY"], news().facts["COUNT"], None])
)
@example([], None)
def test_no_order_of_facts_changes_a_verdict_and_the_worst_is_the_worst(facts, type_):
    rows = compute_verdicts(facts, type_, KNOWN)
    told = {row.role: row.computed for row in rows}
    for order in list(permutations(facts))[:6]:
        assert {row.role: row.computed for row in compute_verdicts(order, type_, KNOWN)} == told
    for row in rows:
        assert row.computed == max(
            (pair.verdict for pair in row.pairs), key=lambda one: one.badness, default=row.computed
        )
        assert sorted([*row.silent, *(at for value in row.values for at in value.facts)]) == list(
            range(len(facts))
        )
        assert all(0 <= pair.a < pair.b < len(row.values) for pair in row.pairs)
    assert worst(rows) == max(told.values(), key=lambda one: one.badness, default=Verdict.SILENT)


@settings(max_examples=200, deadline=None)
@given(placed())
def test_a_fact_goes_together_with_itself(fact):
    rows = compute_verdicts([fact, fact], news().facts["CASUALTY"], KNOWN)
    assert worst(rows) in (Verdict.SAME, Verdict.SILENT)
