"""The schema: the labels, fact types and topics of a project, with keys, colours and guidelines.

Values only; `reader` and `writer` read and write them as `project.yaml`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import field, fields, replace
from hashlib import sha256
from types import MappingProxyType

from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import RoleKind, implied
from annotations.text.regex import regex

VERB_KEYS = frozenset("bcfgmnrux")  # letters the window's verbs hold; label keys stay clear of them
LONGEST_GLOSS = 30  # characters
LONGEST_CLAUSE = 90  # of a guideline that stands for a gloss where there is room
MOST_FILLERS = 1000  # that a role may name as its limit
REASONS = (  # why a reviewer decides otherwise, unless the project has a list of its own
    "wrong label",
    "wrong bounds",
    "not an entity",
    "missed",
    "wrong fact",
    "wrong role",
    "guideline unclear",
)


@dataclass(frozen=True)
class Label:
    """A label; `key` is one key or None, `hue` 0..359, `gloss` a few words on what it is for."""

    name: str
    key: str | None = None
    hue: int = 0
    guideline: str = ""
    archived: bool = False
    gloss: str = ""


@dataclass(frozen=True)
class TopicType:
    """A topic, which a whole article may be about; `key` is a digit 1..9, pressed with Alt, or None."""

    name: str
    key: str | None = None
    guideline: str = ""


@dataclass(frozen=True)
class RoleType:
    """A role of a fact type.

    `labels`: what may fill it, empty for any.  `most` fillers, None for any number.
    `value`: what its fillers are normalised to, a name of `values.kinds`.  `ordered`: the order of fillers
    means something.
    `kind`: what it means when facts are suggested; what the name implies unless it is given, and kept when
    the name changes.
    """

    name: str
    labels: tuple[str, ...] = ()
    required: bool = False
    most: int | None = None
    value: str | None = None
    ordered: bool = False
    kind: RoleKind | None = None

    def __post_init__(self) -> None:
        if self.kind is None:
            object.__setattr__(self, "kind", self._implied)

    @property
    def said_kind(self) -> RoleKind | None:
        """Return the kind that must be written, since the rest of the role implies another; else None."""
        return None if self.kind == self._implied else self.kind

    @property
    def _implied(self) -> RoleKind | None:
        return implied(self.name, self.value, ordered=self.ordered)


@dataclass(frozen=True)
class FactType:
    """A type of fact; `triggers` are lemmas, `sentence` is how it is said, `gloss` a few words on what it is for.

    `sentence_templates` reads the sentence.
    """

    name: str
    key: str | None = None
    guideline: str = ""
    triggers: tuple[str, ...] = ()
    roles: Mapping[str, RoleType] = field(default_factory=lambda: MappingProxyType({}))
    archived: bool = False
    sentence: str = ""
    gloss: str = ""

    @property
    def is_told(self) -> bool:
        """Return whether there is what tells a fact of the type in a text: triggers, and roles that they fill."""
        return bool(self.triggers and self.roles)

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same, roles in the same order."""
        return isinstance(other, FactType) and _in_order(self) == _in_order(other)


# The fields that have been in a schema's hash from the start, plain or not.  One that is added later is in it only
# where it differs from its default, so that schemas and packages of before keep their hash.
FIRST: Mapping[type, frozenset[str]] = {
    Label: frozenset({"name", "key", "hue", "guideline", "archived"}),
    TopicType: frozenset({"name", "key", "guideline"}),
    FactType: frozenset({"name", "key", "guideline", "triggers", "archived"}),
    RoleType: frozenset({"name", "labels", "required", "most", "value", "ordered"}),
}


# What changes how things are shown, and not what is labelled how: never in the hash.
SHOWN = frozenset({"gloss", "sentence"})


@dataclass(frozen=True)
class Schema:
    """The schema as `project.yaml` holds it."""

    name: str
    language: str = "en"
    pipeline: str = "en_news"
    second_opinion: str = ""  # a pipeline whose disagreement raises doubt, "" for none
    labels: Mapping[str, Label] = field(default_factory=lambda: MappingProxyType({}))
    facts: Mapping[str, FactType] = field(default_factory=lambda: MappingProxyType({}))
    topics: Mapping[str, TopicType] = field(default_factory=lambda: MappingProxyType({}))
    reasons: tuple[str, ...] = REASONS
    anonymous: bool = False  # a review shows letters for names, and shuffles the sides

    def __eq__(self, other: object) -> bool:
        """Return whether both say the same, labels, fact types and topics in the same order."""
        return isinstance(other, Schema) and _in_order(self) == _in_order(other)

    @property
    def proposes_facts(self) -> bool:
        """Return whether there is a fact type that can be suggested: one with triggers."""
        return any(type_.triggers and not type_.archived for type_ in self.facts.values())

    @property
    def never_proposed(self) -> Mapping[str, str]:
        """Return what the fact types lack that can never be suggested, by type: triggers, or roles."""
        used = (type_ for type_ in self.facts.values() if not type_.archived)
        lacks = (
            (type_.name, "roles" if type_.triggers else "triggers") for type_ in used if not type_.is_told
        )
        return dict(lacks)

    @property
    def makes_facts(self) -> bool:
        """Return whether there is a fact type that a new fact can have."""
        return any(not type_.archived for type_ in self.facts.values())

    @property
    def labels_in_use(self) -> frozenset[str]:
        """Return the names of the labels that are not archived."""
        return frozenset(name for name, label in self.labels.items() if not label.archived)

    def label_for_key(self, key: str) -> Label | None:
        return next((label for label in self.labels.values() if label.key == key.lower()), None)

    def called(self, name: str) -> Schema:
        return replace(self, name=name)

    def using(self, pipeline: str) -> Schema:
        return replace(self, pipeline=pipeline)

    def hash(self) -> str:
        """Return the sha256 of labels, fact types and topics, as hex.

        Two projects with one hash label by the same rules.
        """
        parts: dict[str, Mapping[str, Label | TopicType | FactType]] = {
            "labels": self.labels,
            "facts": self.facts,
            **({"topics": self.topics} if self.topics else {}),
        }
        body = {part: {name: _hashed(one) for name, one in named.items()} for part, named in parts.items()}
        return sha256(json.dumps(body, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

    def adding_labels(self, names: Iterable[str]) -> Schema:
        """Return the schema with labels of those names added, without a key, each with a hue of its own."""
        labels = dict(self.labels)
        for name in names:
            labels.setdefault(name, Label(name, hue=free_hue(label.hue for label in labels.values())))
        return replace(self, labels=labels)


def free_hue(taken: Iterable[int]) -> int:
    """Return the hue, 0..359, that lies farthest from all that are taken."""
    hues = sorted(set(taken))
    if not hues:
        return 210
    gaps = zip(hues, [*hues[1:], hues[0] + 360], strict=True)
    low, high = max(gaps, key=lambda gap: gap[1] - gap[0])
    return (low + (high - low) // 2) % 360


def gloss_of(entry: Label | FactType) -> str:
    """Return a few words on what it is for: its gloss, else the first words of its guideline.

    >>> gloss_of(Label("ORG", guideline="Companies, agencies, ministries, armed groups."))
    'Companies, agencies'
    """
    if entry.gloss:
        return entry.gloss
    words: list[str] = []
    for word in CLAUSE_END.split(opening(entry.guideline), maxsplit=1)[0].split()[:3]:
        if len(" ".join([*words, word])) > LONGEST_GLOSS - 6:
            break
        words.append(word)
    while words and (words[-1].lower() in LOOSE or (len(words) > 2 and words[-2].endswith(","))):
        words.pop()
    return " ".join(words).rstrip(",")


def told_for(entry: Label | FactType) -> str:
    """Return what it is for where there is room for a clause: its gloss, else its guideline's first clause.

    >>> told_for(FactType("TALK", guideline="Somebody says, writes or announces something. Mark the verb."))
    'Somebody says, writes or announces something'
    """
    said = entry.gloss or CLAUSE_END.split(opening(entry.guideline), maxsplit=1)[0]
    words = said.split()
    while len(" ".join(words)) > LONGEST_CLAUSE:
        words.pop()
    kept = " ".join(words)
    return kept if len(kept) == len(" ".join(said.split())) else f"{kept} …".strip()


def opening(guideline: str) -> str:
    """Return what a guideline says before its examples."""
    return EXAMPLES.split(guideline, maxsplit=1)[0].strip()


EXAMPLES = regex(r"^ {0,3}#{1,6}[ \t]+Examples[ \t#]*$", re.IGNORECASE | re.MULTILINE)
CLAUSE_END = regex(r"[.:;(!?\n–—]")
LOOSE = frozenset(
    {
        "a",
        "an",
        "the",
        "and",
        "or",
        "of",
        "in",
        "on",
        "to",
        "for",
        "with",
        "by",
        "that",
        "when",
        "which",
        "is",
        "are",
        "not",
        "no",
        "their",
        "its",
        "his",
        "any",
    }
)


def _in_order(one: Schema | FactType) -> list[object]:
    """Return the values of all fields, mappings as pairs in their order."""
    values = (getattr(one, part.name) for part in fields(one))
    return [list(value.items()) if isinstance(value, Mapping) else value for value in values]


def _hashed(one: Label | TopicType | FactType | RoleType) -> dict[str, object]:
    """Return the fields that the hash is made of: those of the first version, and later ones that are not plain."""
    told: dict[str, object] = {}
    for part in fields(one):
        value = getattr(one, "said_kind" if part.name == "kind" else part.name)
        if part.name == "roles":
            told["roles"] = {name: _hashed(role) for name, role in value.items()}
        elif part.name in FIRST[type(one)] or (value != part.default and part.name not in SHOWN):
            told[part.name] = value
    return told
