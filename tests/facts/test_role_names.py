"""Facts are proposed by the kinds of roles: roles with other names, and kinds given, are filled with the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations.articles import Article
from annotations.facts import Fact
from annotations.schema import reader as schema_reader
from annotations.schema import writer as schema_writer
from annotations.schema.types import FactType, Schema
from annotations.suggest.facts import propose
from tests.facts.measure import HERE, NEWS, ROOT
from tests.facts.measure import given as articles_given
from tests.proposing import spans
from tests.strategies import examples, words

GERMAN = {
    "actor": "Täter", "target": "Ziel", "count": "Anzahl", "instrument": "Mittel", "time": "Zeit", "place": "Ort",
    "source": "Quelle", "victim": "Opfer", "injury": "Verletzung", "cause": "Ursache", "speaker": "Sprecher",
    "topic": "Thema", "addressee": "Angesprochene", "unit": "Einheit", "mission": "Auftrag", "action": "Handlung",
    "what": "Gezähltes", "participant": "Teilnehmer", "party": "Partei", "person": "Mensch", "post": "Amt",
    "organisation": "Behörde", "buyer": "Käufer", "seller": "Verkäufer", "item": "Ware", "amount": "Betrag",
}  # fmt: skip
NAMES = sorted(GERMAN)
RENAMED: dict[str, Callable[[str], str]] = {
    "prefixed": "x_{}".format,
    "German": GERMAN.__getitem__,
    "each called as another": lambda name: NAMES[NAMES.index(name) - 1],
}
SENTENCES = [
    "On Tuesday the Navy struck Fort Hill in Ostia with rockets, Ann Lee said.",
    "At least two sailors were killed when a ferry sank near Ostia.",
    "Norland sold Sudland the ferry for $5 million.",
    "Wire One has recorded 40 raids on Ostia. Norland answered the raid with a blockade.",
    "Ann Lee was named head of the Navy. Norland sent three ships to guard the port.",
    "Ann Lee told Bo Kim the talks had failed. Norland and Sudland signed a treaty in Ostia.",
    "Ann Lee met Bo Kim to discuss a truce. The toll of dead rose to 12.",
]
Said = tuple[object, ...]


def other(schema: Schema, roles: Callable[[str], str], types: Callable[[str], str] = str) -> Schema:
    """The schema with roles and fact types called otherwise, as its file is written and read."""
    facts: dict[str, FactType] = {}
    for old, fact in schema.facts.items():
        renamed = {roles(name): replace(role, name=roles(name)) for name, role in fact.roles.items()}
        facts[types(old)] = replace(fact, name=types(old), roles=renamed)
    return schema_reader.parse(schema_writer.dump(replace(schema, facts=facts)))


def said(
    facts: list[Fact], roles: Callable[[str], str] = str, types: Callable[[str], str] = str
) -> list[Said]:
    """What the facts say, with their names changed; ids are left out, since they depend on the type's name."""
    return sorted(
        (
            types(f.type),
            f.trigger,
            tuple((roles(r.role), r.fillers) for r in f.roles),
            f.modality,
            f.negated,
            f.score,
        )
        for f in facts
    )


@pytest.fixture(scope="module")
def texts():
    folders = (ROOT / "samples", HERE / "unseen" / "dev", HERE / "unseen" / "held")
    found = list(chain.from_iterable(articles_given(sorted(folder.glob("*.txt"))) for folder in folders))
    return [(article, of, marks, propose(article, of, NEWS, marks)) for article, of, marks in found]


@pytest.mark.parametrize("roles", RENAMED.values(), ids=RENAMED)
def test_with_all_roles_renamed_the_same_facts_are_proposed(texts, roles) -> None:
    schema = other(NEWS, roles)
    assert sum(len(facts) for *_, facts in texts) > 600
    for article, of, marks, facts in texts:
        assert said(propose(article, of, schema, marks)) == said(facts, roles)


def test_with_all_fact_types_renamed_the_same_facts_are_proposed(texts) -> None:
    schema = other(NEWS, "x_{}".format, str.lower)
    for article, of, marks, facts in texts:
        assert said(propose(article, of, schema, marks)) == said(facts, "x_{}".format, str.lower)


@settings(max_examples=examples(25))
@given(st.lists(words, min_size=len(NAMES), max_size=len(NAMES), unique=True), st.sampled_from(SENTENCES))
def test_no_name_of_a_role_changes_what_is_proposed(drawn: list[str], text: str) -> None:
    roles = dict(zip(NAMES, drawn, strict=True)).__getitem__
    article, of = Article("a", text), spans(text)
    facts = propose(article, of, NEWS)
    assert facts
    assert said(propose(article, of, other(NEWS, roles))) == said(facts, roles)
