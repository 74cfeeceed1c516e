"""Values of stored dataclasses in which no field has its default: made from the fields' types alone.

A field that is added to a dataclass is in them at once, so that a route which forgets it fails its test.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields
from enum import StrEnum
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from annotations.compare.items import Grouped, KeptApart, Member, Story, United
from annotations.fact_attributes import ATTRIBUTES, Flag, OneOf, TextLine, stated
from annotations.facts import Fact, Filler
from annotations.schema.types import FactType, Label, RoleType, TopicType
from annotations.sets import Boilerplate
from annotations.spans import Hint, Rival, Span
from annotations.values.kinds import VALUE_KINDS

TEXT = "Maria Ruiz of the Navy left Oslo 👍 on Tuesday."
HELD = Span("held", 11, 13, "ORG")  # the span that fillers refer to
WORDS = ["Ω b", "e\u0301", "שלום", "a\u00a0b", "NO", "1.0", "~", "👍"]
RANGES = [(0, 5), (6, 10), (28, 32), (33, 34)]
words = st.sampled_from(WORDS)
starts, ends = st.just(6), st.sampled_from([10, 22])
LIMITED: dict[tuple[type, str], st.SearchStrategy[Any]] = {  # fields that cannot have any value of their type
    **{(kind, "start"): starts for kind in (Span, Hint, Rival, Filler, Boilerplate)},
    **{(kind, "end"): ends for kind in (Span, Hint, Rival, Filler, Boilerplate)},
    (Span, "first"): st.sampled_from([(0, 5, "Ω b"), (28, 32, "NO")]),
    (Filler, "span"): st.just(HELD.id),
    (Filler, "value"): st.deferred(lambda: st.one_of(*(unusual(row.of) for row in VALUE_KINDS.values()))),
    (Fact, "trigger"): st.sampled_from(RANGES),
    (Fact, "attributes"): st.deferred(lambda: _attributes()),
    (Label, "name"): st.just("Ω b"),
    (Label, "key"): st.sampled_from("adez3"),
    (Label, "hue"): st.integers(1, 359),
    (Label, "gloss"): words,
    (FactType, "gloss"): words,
    (FactType, "sentence"): st.sampled_from(["so it *was said, told (tell)*", "so\n  or *so* (\u2028)"]),
    (TopicType, "key"): st.sampled_from("123456789"),
    (FactType, "key"): st.sampled_from("abxyz3"),
    (RoleType, "labels"): st.just(("Ω b",)),
    (RoleType, "most"): st.integers(1, 1000),
    (Member, "id"): st.just("a/b/Ω b"),
    (Member, "start"): starts,
    (Member, "end"): ends,
    (Grouped, "id"): st.just("a/b/Ω b"),
    (Grouped, "trigger"): st.sampled_from(RANGES),
    (United, "one"): st.just("Ω b"),
    (United, "other"): st.just("a"),
    (KeptApart, "one"): st.sampled_from(["a", "a/b"]),
    (KeptApart, "other"): st.sampled_from(["b", "c d"]),
    (KeptApart, "said"): st.just((("Ω b", "NO"), ("1.0", ""))),
    (Story, "articles"): st.just(("a", "b/c")),
    (RoleType, "value"): st.sampled_from(list(VALUE_KINDS)),
}


def unusual(kind: type[Any]) -> st.SearchStrategy[Any]:
    """Instances of the dataclass whose every field differs from its default."""
    hints = get_type_hints(kind)
    return st.builds(kind, **{field.name: _field(kind, field, hints[field.name]) for field in fields(kind)})


def _field(kind: type[Any], field: Field[Any], hint: Any) -> st.SearchStrategy[Any]:
    limited = LIMITED.get((kind, field.name))
    made = of_type(hint) if limited is None else limited
    usual = field.default_factory() if field.default_factory is not MISSING else field.default
    return made.filter(lambda value: value != usual)


def of_type(hint: Any) -> st.SearchStrategy[Any]:
    """Values of that type but None.  TypeError for a type that nobody has said a value of."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*(of_type(one) for one in inner if one is not type(None)))
    if origin is Literal:
        return st.sampled_from(inner)
    if origin is tuple and inner[-1] is Ellipsis:
        return st.lists(of_type(inner[0]), min_size=1, max_size=2, unique=True).map(tuple)
    if origin is tuple:
        return st.tuples(*map(of_type, inner))
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _named(inner[1]) if hasattr(inner[1], "__dataclass_fields__") else _mapping()
    if hasattr(hint, "__dataclass_fields__"):
        return unusual(hint)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    plain = {str: words, bool: st.booleans(), float: st.sampled_from([0.25, 0.5]), int: st.just(7)}
    if hint not in plain:
        raise TypeError(f"Say in tests/unusual.py what an unusual {hint} is.")
    return plain[hint]


def _attributes() -> st.SearchStrategy[Any]:
    """A value that is not plain of every attribute of the table."""
    of = {
        OneOf: lambda kind: st.sampled_from(kind.of[1:]),
        Flag: lambda kind: st.just(True),
        TextLine: lambda kind: words,
    }
    said = {name: of[type(row.kind)](row.kind) for name, row in ATTRIBUTES.items()}
    return st.fixed_dictionaries(said).map(lambda values: stated(**values))


def _named(kind: type[Any]) -> st.SearchStrategy[Any]:
    return unusual(kind).map(lambda one: {one.name: one})


def _mapping() -> st.SearchStrategy[Any]:
    return st.dictionaries(words, words | st.just(7) | st.just(True), min_size=1, max_size=2)
