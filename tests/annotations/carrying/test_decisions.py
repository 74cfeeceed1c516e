"""Any decision carried to any hits: one edit that can be taken back, and never a span over another."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.carrying.carried import CarriedDecision, Extent
from annotations.carrying.decisions import DECISIONS, decided, weigh
from annotations.carrying.found import found_hits
from annotations.edits import Change, Edit
from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, RoleType
from annotations.search.hits import FoundPlace
from annotations.search.query import SearchTarget
from annotations.sets import AnnotationSet, Boilerplate, Item
from annotations.sheet import Sheet
from annotations.spans import Span, Status
from annotations.text.tokens import tokens
from tests.strategies import examples

TEXT = "Acme met 👩‍🚀 Bank in al-Asad.\nعزة, said U.S. 東京 envoys e\u0301mus."
WORDS = tokens(TEXT)
LABELS = ("ORG", "GPE")
TALK = FactType("TALK", roles={"who": RoleType("who")})


@st.composite
def ranges(draw: st.DrawFn) -> tuple[int, int]:
    first = draw(st.integers(0, len(WORDS) - 1))
    last = draw(st.integers(first, min(first + 3, len(WORDS) - 1)))
    return WORDS[first][0], WORDS[last][1]


@st.composite
def sets(draw: st.DrawFn) -> tuple[list[Item], list[Item]]:
    """A pool of any spans, crossing ones too, with facts; and a set in which none crosses another."""
    bounds = draw(st.lists(st.tuples(ranges(), st.sampled_from(LABELS)), max_size=8))
    pool: list[Item] = [
        Span(f"p{n}", *at, label, Status.SUGGESTED, "en_news 1.0", 0.5)
        for n, (at, label) in enumerate(bounds)
    ]
    own: list[Item] = []
    for n, (at, label) in enumerate(draw(st.lists(st.tuples(ranges(), st.sampled_from(LABELS)), max_size=4))):
        status = draw(st.sampled_from([Status.CONFIRMED, Status.CONFIRMED, Status.REJECTED]))
        made = Span(f"o{n}", *at, label, status, draw(st.sampled_from(["anna", "en_news 1.0"])))
        if status is Status.REJECTED or not any(clashes(made, one) for one in confirmed(own)):
            own.append(made)
    pool += [fact(f"f{n}", draw, [*pool]) for n in range(draw(st.integers(0, 3)))]
    own += [fact(f"g{n}", draw, confirmed(own), Status.CONFIRMED) for n in range(draw(st.integers(0, 2)))]
    return pool, own + [Boilerplate(*at) for at in draw(st.lists(ranges(), max_size=1))]


def fact(id_: str, draw: st.DrawFn, spans: list[Item], status: Status = Status.SUGGESTED) -> Fact:
    held = [one for one in spans if isinstance(one, Span)]
    fillers = [
        Filler(one.start, one.end, one.id)
        for one in (draw(st.lists(st.sampled_from(held), max_size=2)) if held else [])
    ]
    trigger = draw(ranges())
    return Fact(
        id_,
        draw(st.sampled_from(["TALK", "MEET"])),
        trigger,
        (Role("who", tuple(fillers)),),
        (),
        status,
        "rule",
    )


def confirmed(items: list[Item]) -> list[Span]:
    return [one for one in items if isinstance(one, Span) and one.status is Status.CONFIRMED]


def clashes(one: Span, other: Span) -> bool:
    """Whether the two cross, or are the same."""
    is_same = (one.start, one.end) == (other.start, other.end)
    return one.overlaps(other) and (one.label == other.label if is_same else not one.nests(other))


def places(draw: st.DrawFn, sheet: Sheet) -> list[FoundPlace]:
    spans = [*sheet, *(one for one in sheet.set.spans.values() if one.status is Status.REJECTED)]
    found = [
        FoundPlace("a", s.start, s.end, SearchTarget.SPANS, "anna", s.id, s.label, s.status) for s in spans
    ]
    found += [
        FoundPlace("a", *f.place, SearchTarget.FACTS, "anna", f.id, f.type, f.status) for f in sheet.facts()
    ]
    if draw(st.booleans()):  # a search finds either words or what stands on them
        return found
    words = draw(st.lists(st.tuples(st.integers(0, len(TEXT)), st.integers(0, 12)), max_size=6))
    words += [(start, end - start) for start, end in draw(st.lists(ranges(), max_size=6))]
    return [FoundPlace("a", start, start + length, SearchTarget.WORDS, "anna") for start, length in words]


decisions = st.builds(
    CarriedDecision,
    st.sampled_from([*DECISIONS]),
    st.sampled_from(LABELS),
    fact_type=st.just(TALK),
    text=st.just("So?"),
    extent=st.sampled_from(Extent),
)


@settings(max_examples=examples(80))
@given(sets(), decisions, st.data())
def test_any_decision_is_taken_back_whole_and_puts_no_span_over_another(made, decision, data) -> None:
    pool, own = made
    before = AnnotationSet.of("a", "anna", own)
    hits = found_hits(
        TEXT, places(data.draw, Sheet(pool, before)), Sheet(pool, before), extent=decision.extent
    )
    open_ = [hit for hit in hits if (fate := weigh(hit, decision)) and fate.is_open]
    chosen = [hit for hit in open_ if data.draw(st.booleans())]
    after = decided(before, chosen, decision)
    edit = Edit.between("carry", before, after)
    there = before
    for change in edit.changes:
        there = change.applied(there)
    for change in edit.inverse().changes:
        there = change.applied(there)
    assert there == before
    spans = confirmed([*after.spans.values()])
    assert not [pair for pair in combinations(spans, 2) if clashes(*pair)]
    ids = {span.id: (span.start, span.end) for span in spans}
    for said in after.facts.values():
        if said.status is Status.CONFIRMED:
            assert all(ids.get(at.span) == (at.start, at.end) for at in said.fillers() if at.span)
    again = {hit.key: weigh(hit, decision) for hit in hits if hit not in open_}
    assert all(fate is None or not fate.is_open for fate in again.values())


def test_an_edit_over_a_set_says_what_it_was() -> None:
    before = AnnotationSet("a", "anna")
    (hit,) = found_hits(TEXT, [FoundPlace("a", 0, 4, SearchTarget.WORDS, "anna")], Sheet([], before))
    after = decided(before, [hit], CarriedDecision("label", "ORG"))
    change = Change.between(before, after)
    assert change.inverse().applied(after) == before
