"""Whatever the fact, the text and the schema, there is a sentence, and every filler's words are in it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from annotations.fact_attributes import Modality
from annotations.facts import Fact, Filler, Role
from annotations.schema.types import FactType, RoleType, Schema
from annotations.sentences import PieceKind, open_needed, sentence_of
from annotations.sentences.shipped import SHIPPED
from annotations.spans import Span
from tests.marked_facts import NEWS

TEXTS = st.sampled_from(
    [
        "No ship of the U.S. and British navies, three sailors and dozens of them were hit on Friday at 9 p.m.",
        "في صنعاء two \n\n 👩‍👩‍👧 the ships\tand a crew, since May in the Red Sea; it struck",
        "a",
        "",
        " \n ",
    ]
)
NAMES = [*{role: None for type_ in NEWS.facts.values() for role in type_.roles}, "hunter", "0", "Ω b"]
TEMPLATES = [
    "",
    "{actor} *struck, hit (strike)* {target, something} [{count}] [in {place} on {time}]",
    "{hunter, someone} *was seen* [by {source}]\n[{Ω b}] {hunter} [{count} {what}] {time}",
    "nothing",
    "{",
]
starts = st.integers(-2, 110)
ranges = st.tuples(starts, st.integers(0, 30)).map(lambda at: (max(0, at[0]), max(0, at[0]) + at[1]))
fillers = st.builds(lambda at, span: Filler(*at, span), ranges, st.sampled_from([None, "s", "gone"]))
roles = st.builds(Role, st.sampled_from(NAMES), st.lists(fillers, max_size=4).map(tuple))
facts = st.builds(
    lambda type_, trigger, of, modality, negated: Fact("f", type_, trigger, tuple(of)).stating(
        modality=modality, negated=negated
    ),
    st.sampled_from([*SHIPPED, "CATCH"]),
    st.none() | ranges,
    st.lists(roles, max_size=7),
    st.sampled_from(list(Modality)),
    st.booleans(),
)
labels = st.sampled_from(["NORP", "PERSON", "GPE", "ORG", "DATE", ""])


@st.composite
def schemas(draw: st.DrawFn) -> Schema:
    """The news with another type or none in place of one: roles renamed, removed, of other kinds, with a sentence."""
    name = draw(st.sampled_from([*SHIPPED, "CATCH"]))
    old = NEWS.facts.get(name, FactType(name, roles={"hunter": RoleType("hunter", required=True)}))
    kept = draw(st.lists(st.sampled_from(list(old.roles)), unique=True))
    made = {}
    for role in kept:
        to = draw(st.sampled_from([role, *NAMES]))
        made[to] = replace(old.roles[role], name=to, required=draw(st.booleans()))
    changed = replace(
        old, roles=made, sentence=draw(st.sampled_from(TEMPLATES)), archived=draw(st.booleans())
    )
    rest = {n: type_ for n, type_ in NEWS.facts.items() if n != name}
    return replace(NEWS, facts=rest if draw(st.booleans()) else {**rest, name: changed})


def words_of(fact: Fact, text: str) -> list[str]:
    return [" ".join(text[filler.start : filler.end].split()) for filler in fact.fillers()]


@given(facts, TEXTS, schemas(), labels)
def test_every_fact_has_a_sentence_with_the_words_of_every_filler(
    fact: Fact, text: str, schema: Schema, label: str
) -> None:
    sentence = sentence_of(fact, text, schema, {"s": Span("s", 0, 4, label)})
    missing = [words for words in words_of(fact, text) if words not in sentence.words]
    assert missing == [], sentence.words
    assert sentence.words.strip()
    assert sentence.words == sentence.words.strip()


@given(facts, TEXTS, schemas(), labels)
def test_pieces_are_never_empty_and_open_ones_are_of_needed_roles(
    fact: Fact, text: str, schema: Schema, label: str
) -> None:
    pieces = sentence_of(fact, text, schema, {"s": Span("s", 0, 4, label)}).pieces
    kinds = [piece.kind for piece in pieces]
    assert all(piece.words for piece in pieces)
    assert all(piece.role == "" for piece in pieces if piece.kind is PieceKind.PLAIN)
    assert (PieceKind.PLAIN, PieceKind.PLAIN) not in list(pairwise(kinds))
    empty = {role.role for role in fact.roles if not any(words_of(replace(fact, roles=(role,)), text))}
    assert {p.role for p in pieces if p.kind is PieceKind.OPEN} <= {*open_needed(fact, schema), *empty}
