"""Annotations of UIMA's layers, as WebAnno TSV and a CAS both have them, and the names of the layers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field
from typing import Any

from annotations.processes.quick_dataclass import dataclass

TOOL = "inception"  # as what is kept for it is named
CORE = "de.tudarmstadt.ukp.dkpro.core.api."
NAMED = f"{CORE}ner.type."
SPANS = (
    NAMED,
    f"{CORE}syntax.type.chunk.",
    f"{CORE}semantics.type.",
)  # layers of DKPro that people mark themselves
ENTITY = f"{NAMED}NamedEntity"
CUSTOM = "webanno.custom."
# layers of our own: a fact with its slots, an arc from head to child, and a range that is no span of its own
FACT = f"{CUSTOM}FactmarkFact"
RELATION = f"{CUSTOM}FactmarkRelation"
FILLER = f"{CUSTOM}FactmarkFiller"
TOKEN = ""  # stands for the layer of tokens, whose annotations are none of ours
ROLES, LINK = "roles", f"{FACT}RolesLink"  # the slots of a fact, and the type of one
TRIGGER, NO_TRIGGER = "trigger", "none"  # of a fact that only seems to have one
ANY = "uima.tcas.Annotation"
OTHERS = (CORE, "uima.", "org.dkpro.core.", "de.tudarmstadt.ukp.clarin.", "de.tudarmstadt.ukp.inception.")
LABELS = ("value", "label", "entity", "kind", "category", "type", "class", "tag", "name")  # that hold a label
IDENTIFIER = "identifier"  # a thing in the world, never a label


@dataclass(frozen=True)
class Slot:
    """A filler of an annotation's slot: the feature, the role (None: it has none) and the key of what fills it."""

    feature: str
    role: str | None
    target: str

    @property
    def name(self) -> str:
        """Return the role's name."""
        return self.role or self.feature


@dataclass
class LayerMark:
    """An annotation of a layer.

    `label` is the feature that holds its label, "" where the layer has none.  `ends`: the keys of head and child, of a
    relation.  `held`: what its file had of it besides, which goes back there.
    """

    key: str
    layer: str
    start: int
    end: int
    label: str = ""
    features: dict[str, Any] = field(default_factory=dict)
    slots: list[Slot] = field(default_factory=list)
    ends: tuple[str, str] | None = None
    quote: str | None = None
    held: dict[str, Any] = field(default_factory=dict)

    def named(self) -> str:
        """Return its label: the value of the feature, else the layer's name."""
        value = self.features.get(self.label)
        return value if isinstance(value, str) and value.strip() else short(self.layer)


def short(layer: str) -> str:
    return layer.rpartition(".")[2]


def is_wanted(layer: str) -> bool:
    """Return whether annotations of the layer are spans or facts: those that people mark, and not each token's own."""
    return layer.startswith(SPANS) or not layer.startswith(OTHERS)


def label_feature(features: Iterable[str]) -> str:
    """Return the feature that holds the label, "" when none does."""
    names = [name for name in features if name and name != IDENTIFIER]
    return next((name for name in LABELS if name in names), next(iter(names), ""))
