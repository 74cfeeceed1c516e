"""Facts proposed with a parse: whatever it says, what is proposed lies in the text; what it does not say, place does.

The pairs of what place alone gets wrong are in `tests/ui/commands/test_parsed.py`.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.spans import Span
from annotations.suggest.facts import propose
from annotations.suggest.facts.grammar.dependency_tree import (
    ARGUMENTS,
    CLAUSES,
    PASSIVE,
    PREPOSITIONS,
    WITHIN,
)
from annotations.suggest.parse import Parse, Token
from annotations.text.tokens import tokens
from tests.making import span
from tests.parsers import NAMES, sentences
from tests.strategies import texts

NEWS = schema_reader.parse(schema_reader.shipped("news"))
DEPS = sorted(
    ARGUMENTS | CLAUSES | PASSIVE | PREPOSITIONS | WITHIN | {"ROOT", "conj", "aux", "mark", "case", "cop", ""}
)
PIECES = [
    "Norland",
    "Sudland",
    "struck",
    "strike",
    "strikes",
    "was",
    "by",
    "and",
    ",",
    "which",
    "that",
    "to",
    "on",
]
PIECES += [
    "launched",
    "three",
    "people",
    "killed",
    "Tuesday",
    "said",
    "“",
    "”",
    ".",
    "of",
    "with",
    "’s",
    "who",
    "in",
]
PARTS = ["VERB", "NOUN", "PROPN", "ADJ", "AUX", "X", ""]


def spans(text: str) -> list[Span]:
    labels = {**NAMES, "CARDINAL": ("three", "Three", "two", "Two")}
    found = ((text.find(name), name, label) for label, names in labels.items() for name in names)
    return [span(at, at + len(name), label) for at, name, label in found if at >= 0]


def facts(text: str, parse: Parse) -> list[Fact]:
    return propose(Article("a", text), spans(text), NEWS, parse=parse)


def attack(text: str, parse: Parse) -> dict[str, list[str]]:
    fact = next(fact for fact in facts(text, parse) if fact.type == "ATTACK")
    return {role.role: [text[f.start : f.end] for f in role.fillers] for role in fact.roles}


@st.composite
def parsed(draw: st.DrawFn) -> tuple[str, Parse]:
    """A text of news words and hostile ones, and a parse that is right about nothing: loops, crossings, any label."""
    words = draw(st.lists(st.sampled_from(PIECES) | texts, min_size=1, max_size=25))
    text = " ".join(words)
    bounds = list(tokens(text))
    n = len(bounds)
    heads = draw(st.lists(st.integers(-2, n + 1), min_size=n, max_size=n))
    deps = draw(st.lists(st.sampled_from(DEPS), min_size=n, max_size=n))
    parts = draw(st.lists(st.sampled_from(PARTS), min_size=n, max_size=n))
    made = zip(bounds, heads, deps, parts, strict=True)
    return text, Parse(tuple(Token(*at, head, dep, part) for at, head, dep, part in made))


@given(parsed())
def test_no_parse_breaks_the_proposing_and_every_range_lies_in_the_text(made: tuple[str, Parse]) -> None:
    text, parse = made
    for fact in facts(text, parse):
        assert all(0 <= start < end <= len(text) for start, end in fact.ranges())


@given(texts, st.lists(st.builds(Token, *[st.integers(-5, 90)] * 3, st.sampled_from(DEPS)), max_size=20))
def test_not_even_tokens_of_another_text_do(text: str, made: list[Token]) -> None:
    hostile = f"{text} struck {text} on {text}, {text} said."
    for fact in facts(hostile, Parse(tuple(made))):
        assert all(0 <= start < end <= len(hostile) for start, end in fact.ranges())


@pytest.mark.parametrize(
    ("text", "parse"), list(sentences("clearnlp")), ids=lambda one: one if isinstance(one, str) else ""
)
def test_a_parse_that_names_no_label_changes_nothing(text: str, parse: Parse) -> None:
    dumb = Parse(tuple(token._replace(dep="", pos="") for token in parse.tokens))
    assert facts(text, dumb) == facts(text, Parse())


@pytest.mark.parametrize(("text", "parse"), list(sentences("kept")), ids=lambda one: str(one)[:40])
def test_what_place_gets_right_a_parse_leaves_right(text: str, parse: Parse) -> None:
    told = [[replace(fact, score=None) for fact in facts(text, one)] for one in (parse, Parse())]
    assert told[0] == told[1] != []


@pytest.mark.parametrize("style", ["clearnlp", "universal"])
def test_without_parts_of_speech_the_labels_tell_enough(style: str) -> None:
    for text, parse in sentences(style):
        bare = Parse(tuple(token._replace(pos="") for token in parse.tokens))
        assert facts(text, bare) == facts(text, parse), text


def test_a_parse_that_takes_two_sentences_for_one_is_cut_at_ours() -> None:
    text = "Norland lost a ship. It struck Ostia."
    heads = [(0, 1, "nsubj"), (8, 4, "dep"), (13, 3, "det"), (15, 1, "dobj"), (19, 1, "punct")]
    heads += [(21, 6, "nsubj"), (24, 1, "ccomp"), (31, 6, "dobj"), (36, 6, "punct")]
    ends = dict(tokens(text))
    parse = Parse(tuple(Token(start, ends[start], head, dep) for start, head, dep in heads))
    assert attack(text, parse) == {"actor": ["It"], "target": ["Ostia"]}
