"""Properties of proposed groups that hold whatever the articles, facts and decisions are."""

from __future__ import annotations

from itertools import combinations
from time import process_time

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.compare.groups.proposing import propose_groups
from annotations.compare.groups.stories import propose_stories
from annotations.compare.items import key_of
from annotations.compare.material import ComparedArticle, Settled
from annotations.compare.proposed import ProposedGroup
from annotations.facts import Date, Fact, Filler, Number, Role, Value
from annotations.spans import Span
from tests.annotations.compare.groups.told_facts import news

WORDS = [
    "rebels",
    "Zahir",
    "depot",
    "seven",
    "7",
    "killed",
    "struck",
    "the",
    "US",
    "Tuesday",
    ".",
    "🚢",
    "e\u0301",
    "\u05d0",
    "\ud800",
]
ROLES = ("actor", "target", "victim", "count", "time", "place", "speaker", "cause", "unheard of")
VALUES: tuple[Value | None, ...] = (
    None,
    Number(7.0, ">", "depots"),
    Number(0.0),
    Date("2024-01-12", "2024-01-12", "day"),
    Date("XXXX-02-29", "..", "day"),
    Date("T04:00", "T04:00", "minute"),
)
Case = tuple[list[ComparedArticle], Settled]


@st.composite
def articles(draw: st.DrawFn) -> ComparedArticle:
    text = draw(st.sampled_from(["", " "])) + " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=25)))
    bounds = st.tuples(st.integers(0, len(text)), st.integers(0, 12)).map(
        lambda one: (one[0], min(len(text), one[0] + one[1]))
    )
    labels = st.sampled_from(["GPE", "ORG", "PERSON", "DATE", "OWN"])
    spans = [Span(f"s{n}", *draw(bounds), draw(labels)) for n in range(draw(st.integers(0, 4)))]
    fillers = st.builds(
        lambda ends, span, value: Filler(*ends, span, value),
        bounds,
        st.sampled_from([None, "gone", *(span.id for span in spans)]),
        st.sampled_from(VALUES),
    )
    roles = st.builds(Role, st.sampled_from(ROLES), st.lists(fillers, max_size=2).map(tuple))
    types = st.sampled_from(["ATTACK", "CASUALTY", "STATEMENT", "NOT THERE"])
    facts = [
        Fact(f"f{n}", draw(types), draw(st.none() | bounds), tuple(draw(st.lists(roles, max_size=3))))
        for n in range(draw(st.integers(0, 4)))
    ]
    return ComparedArticle(Article("", text), tuple(spans), tuple(facts))


@st.composite
def cases(draw: st.DrawFn) -> Case:
    drawn = draw(st.lists(articles(), max_size=4))
    known = [
        ComparedArticle(Article(f"a{n}", one.text, f"Title {n}"), one.spans, one.facts)
        for n, one in enumerate(drawn)
    ]
    keys = [key for one in known for key, _ in one.keyed_facts()]
    settled = {key: draw(st.sampled_from(["g", "h"])) for key in keys if draw(st.integers(0, 3)) == 0}
    pairs = [frozenset(pair) for pair in combinations(keys, 2) if draw(st.booleans())]
    apart = frozenset(pair for pair in pairs if len({settled.get(key, key) for key in pair}) == 2)
    return known, Settled({}, settled, apart_facts=apart)


def proposed(case: Case) -> list[ProposedGroup]:
    known, settled = case
    entity_of = (
        {key: known[0].wording(span) for one in known for key, span in one.mentions()} if known else {}
    )
    return propose_groups(known, news(), entity_of, settled)


@given(cases())
@settings(max_examples=150)
def test_no_fact_is_in_two_groups_and_none_is_alone(case: Case) -> None:
    groups = proposed(case)
    facts = [key for group in groups for key in group.facts]
    assert len(facts) == len(set(facts))
    assert all(len(group.facts) > 1 for group in groups)
    assert len({group.id for group in groups}) == len(groups)
    assert [group.score for group in groups] == sorted((group.score for group in groups), reverse=True)


@given(cases())
@settings(max_examples=150)
def test_decisions_stand(case: Case) -> None:
    settled = case[1]
    for group in proposed(case):
        own = {settled.group_of[key] for key in group.facts if key in settled.group_of}
        assert len(own) < 2
        assert not own or group.id in own
        assert not any(pair <= {*group.facts} for pair in settled.apart_facts)


@given(cases())
@settings(max_examples=100)
def test_settled_facts_stay_together(case: Case) -> None:
    settled, groups = case[1], {group.id: group for group in proposed(case)}
    for id_ in {*settled.group_of.values()}:
        own = [key for key, group in settled.group_of.items() if group == id_]
        assert len(own) < 2 or {*own} <= {*groups[id_].facts}


@given(cases())
@settings(max_examples=100)
def test_the_order_of_articles_changes_nothing(case: Case) -> None:
    known, settled = case
    turned = known[::-1]
    entity_of: dict[str, str] = {}
    assert propose_groups(known, news(), entity_of, settled) == propose_groups(
        turned, news(), entity_of, settled
    )
    assert propose_stories(known) == propose_stories(turned)


@given(cases())
@settings(max_examples=50)
def test_twenty_mirrors_count_as_one_text(case: Case) -> None:
    known, settled = case
    for one in known[:1]:
        copies = [ComparedArticle(Article(f"m{n}", one.text), one.spans, one.facts) for n in range(20)]
        assert propose_stories(copies) == []
        kept = {key for group in propose_groups(copies, news(), {}, settled) for key in group.facts}
        assert kept <= {key_of(copy.id, fact.id) for copy in copies for fact in copy.facts}


def test_half_a_megabyte_in_a_line_is_read_in_time() -> None:
    known = []
    for id_, word in (("a", "x"), ("b", "7,"), ("c", "seven "), ("d", "\ud800 🚢 of ")):
        text = (word * 500_000)[:500_000]
        whole = Filler(0, len(text)), Filler(10, len(text) // 2)
        facts = (Fact("f", "ATTACK", (5, len(text)), (Role("target", whole), Role("count", whole))),)
        known.append(ComparedArticle(Article(id_, text, text), (Span("s", 3, len(text), "ORG"),), facts))
    begun = process_time()
    assert propose_groups(known, news(), {}, Settled()) == []
    assert propose_stories(known) == []
    assert process_time() - begun < 20
