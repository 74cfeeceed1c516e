"""Facts of types of one's own, with labels of one's own: told by kinds of roles, labels and triggers alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from annotations.articles import Article
from annotations.facts import Fact
from annotations.schema.types import FactType, RoleType, Schema
from annotations.spans import Span
from annotations.suggest.facts import propose

NAMES = {
    "CHEF": ("Maria", "Old Tom", "Aunt Lila"),
    "DISH": ("pad thai", "flat bread", "onion tart", "dumplings", "noodles", "Dumplings"),
    "SHOP": ("Siam Corner", "Mill Street", "the Blue Oven"),
    "TOOL": ("an iron pan", "a wok"),
    "WHEN": ("Sunday", "noon"),
    "BENCH": ("The Regional Court", "the Court of Appeal", "District Court"),
    "SIDE": ("Jan Novak", "Harbour Bank", "Mr Osei"),
    "TERM": ("five years", "eighteen months", "two years in prison"),
    "CLAUSE": ("section 12",),
    "TOWN": ("Ulm", "Graz"),
}
COOK = {
    "cook": RoleType("cook", ("CHEF",)),
    "dish": RoleType("dish", ("DISH",)),
    "place": RoleType("place", ("SHOP",)),
}
KITCHEN = FactType("COOK", triggers=("fry", "bake", "serve"), roles=COOK)
COURT = FactType(
    "RULING",
    triggers=("sentence", "convict", "jail", "fine", "rule"),
    roles={
        "court": RoleType("court", ("BENCH",)),
        "defendant": RoleType("defendant", ("SIDE",)),
        "term": RoleType("term", ("TERM",)),
        "under": RoleType("under", ("CLAUSE",)),
        "place": RoleType("place", ("TOWN",)),
    },
)
Told = dict[str, list[str]]


def spans(text: str) -> list[Span]:
    """A span wherever one of the names stands."""
    found = ((text.find(name), name, label) for label, names in NAMES.items() for name in names)
    return [Span(f"{at}{label}", at, at + len(name), label) for at, name, label in found if at >= 0]


def proposed(text: str, type_: FactType) -> list[Fact]:
    return propose(Article("a", text), spans(text), Schema("Own", facts={type_.name: type_}))


def told(text: str, type_: FactType) -> list[Told]:
    """The roles of each fact, in words."""
    return [
        {role.role: [text[f.start : f.end] for f in role.fillers] for role in fact.roles}
        for fact in proposed(text, type_)
    ]


def turned(type_: FactType, *order: str, **named: RoleType) -> FactType:
    """The type with its roles in another order, and others in their places."""
    roles = {**type_.roles, **named}
    return replace(type_, roles={name: roles[name] for name in order})


COOKED: list[tuple[str, list[Told]]] = [
    (
        "Maria fried pad thai at Siam Corner.",
        [{"cook": ["Maria"], "dish": ["pad thai"], "place": ["Siam Corner"]}],
    ),
    ("The flat bread was baked by Old Tom.", [{"cook": ["Old Tom"], "dish": ["flat bread"]}]),
    (
        "Aunt Lila serves dumplings and noodles in Mill Street.",
        [{"cook": ["Aunt Lila"], "dish": ["dumplings", "noodles"], "place": ["Mill Street"]}],
    ),
    ("Maria and Old Tom baked the onion tart.", [{"cook": ["Maria", "Old Tom"], "dish": ["onion tart"]}]),
    (
        "The dumplings fried by Maria were served at Siam Corner.",
        [
            {"cook": ["Maria"], "dish": ["dumplings"], "place": ["Siam Corner"]},
            {"dish": ["dumplings"], "place": ["Siam Corner"]},
        ],
    ),
    ("In the Blue Oven dumplings are served.", [{"dish": ["dumplings"]}]),
    ("The fry was good.", []),
]


@pytest.mark.parametrize(("text", "wanted"), COOKED, ids=[text for text, _ in COOKED])
@pytest.mark.parametrize(
    "order", [("cook", "dish", "place"), ("place", "dish", "cook")], ids=["cook first", "last"]
)
def test_in_a_kitchen_labels_say_who_cooks_what_in_whatever_order_the_roles_are(
    text: str, wanted: list[Told], order: tuple[str, ...]
) -> None:
    assert told(text, turned(KITCHEN, *order)) == wanted


RULED: list[tuple[str, Told]] = [
    (
        "The Regional Court sentenced Jan Novak to five years in Ulm.",
        {"court": ["The Regional Court"], "defendant": ["Jan Novak"], "term": ["five years"], "place": ["Ulm"]},
    ),
    (
        "Jan Novak was sentenced to eighteen months by District Court.",
        {"court": ["District Court"], "defendant": ["Jan Novak"], "term": ["eighteen months"]},
    ),
    ("In May the Court of Appeal ruled against Harbour Bank.", {"court": ["the Court of Appeal"], "defendant": ["Harbour Bank"]}),
    (
        "Harbour Bank was fined by District Court under section 12.",
        {"court": ["District Court"], "defendant": ["Harbour Bank"], "under": ["section 12"]},
    ),
    ("The sentence of five years for Jan Novak was upheld.", {"defendant": ["Jan Novak"], "term": ["five years"]}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), RULED, ids=[text for text, _ in RULED])
def test_in_a_court_roles_without_a_kind_are_told_by_their_labels(text: str, wanted: Told) -> None:
    assert told(text, COURT) == [wanted]


def test_a_term_belongs_to_the_trigger_that_it_stands_beside() -> None:
    text = "In Graz, the Court of Appeal convicted Mr Osei of fraud and jailed him for two years in prison."
    convicted, jailed = told(text, COURT)
    assert ("term" in convicted, jailed["term"]) == (False, ["two years in prison"])


@pytest.mark.parametrize(
    ("text", "dishes"),
    [
        ("Serve the noodles with lime.", [["noodles"]]),
        ("Gently fry dumplings, then serve with rice.", [["dumplings"]]),
        ("Fry the noodles in oil and serve them.", [["noodles"], ["them"]]),
        ("Bake the onion tart for 40 minutes.", [["onion tart"]]),
        ("Bake time is short.", []),
    ],
)
def test_what_a_recipe_tells_one_to_do_is_a_fact(text: str, dishes: list[list[str]]) -> None:
    assert [roles["dish"] for roles in told(text, KITCHEN)] == dishes


def test_kinds_tell_roles_and_labels_whatever_their_names_are() -> None:
    text = "At noon Maria fried noodles with a wok in Mill Street."
    named: Mapping[str, RoleType] = {
        "Ort": RoleType("Ort", ("SHOP",), kind="place"),
        "Zeit": RoleType("Zeit", ("WHEN",), kind="time"),
        "Gerät": RoleType("Gerät", ("TOOL",), kind="instrument"),
        "Speise": RoleType("Speise", ("DISH",), kind="patient"),
        "Koch": RoleType("Koch", ("CHEF",), kind="agent"),
    }
    assert told(text, turned(KITCHEN, *named, **named)) == [
        {
            "Ort": ["Mill Street"],
            "Zeit": ["noon"],
            "Gerät": ["a wok"],
            "Speise": ["noodles"],
            "Koch": ["Maria"],
        }
    ]


def test_fillers_refer_to_the_spans_and_a_denied_fact_is_one() -> None:
    text = "Maria did not bake the onion tart."
    [fact] = proposed(text, KITCHEN)
    assert fact.span_ids() == {"0CHEF", "23DISH"}
    assert (fact.type, fact.negated) == ("COOK", True)


def test_a_type_that_only_has_a_place_is_told_by_it() -> None:
    opening = FactType("OPENING", triggers=("open",), roles={"place": COOK["place"]})
    assert told("A shop opened at Siam Corner.", opening) == [{"place": ["Siam Corner"]}]
    assert told("A shop opened.", opening) == []


@pytest.mark.parametrize(
    "made", [replace(KITCHEN, triggers=()), replace(KITCHEN, roles={})], ids=["triggers", "roles"]
)
def test_a_type_without_triggers_or_without_roles_is_never_proposed_and_says_so(made: FactType) -> None:
    schema = Schema("Own", facts={"COOK": made})
    text = "Maria fried pad thai."
    assert propose(Article("a", text), spans(text), schema) == []
    assert schema.never_proposed == {"COOK": "roles" if made.triggers else "triggers"}
    assert replace(schema, facts={"COOK": replace(made, archived=True)}).never_proposed == {}
