"""The reader of `project.yaml`, which `writer` writes: a schema, each mistake a sentence with its line.

Scalars are read as text (YAML would make labels like NO or ON into values) and duplicate keys are refused.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

import yaml

from annotations.errors import UserError, unread
from annotations.processes.quick_dataclass import dataclass
from annotations.schema import yaml_nodes
from annotations.schema.kinds import IMPLIED, KINDS, RoleKind
from annotations.schema.node_reader import NodeReader, UnknownKey, told
from annotations.schema.types import (
    LONGEST_GLOSS,
    MOST_FILLERS,
    REASONS,
    VERB_KEYS,
    FactType,
    Label,
    RoleType,
    Schema,
    TopicType,
    free_hue,
)
from annotations.values.kinds import VALUE_KINDS

SHIPPED = ("news", "blank")
SCHEMAS = Path(__file__).parents[1] / "schemas"  # those that come with the program
Made = TypeVar("Made")


def shipped(name: str) -> str:
    """Return the text of a schema that comes with the program."""
    return (SCHEMAS / f"{name}.yaml").read_text("utf-8")


def read(path: Path, notes: list[str] | None = None) -> Schema:
    """Return the schema of the file; `notes` as `parse`.

    UserError when the file is missing, no text, or not a schema.
    """
    try:
        return parse(path.read_text("utf-8-sig"), path, notes)
    except UnicodeDecodeError as error:
        raise UserError("The file is not UTF-8 text; save it as UTF-8.", where=path) from error
    except OSError as error:
        raise UserError(f"The schema cannot be read: {unread(error)}.", where=path) from error


def parse(text: str, where: Path | str = "project.yaml", notes: list[str] | None = None) -> Schema:
    """Return the schema that the text holds; `notes` gets a sentence for each key in it that means nothing.

    UserError names the line of the first mistake.
    """
    try:
        made = parsed(text)
    except UserError as error:
        raise UserError(error.sentence, where=where, line=error.line) from error
    if notes is not None:
        notes += told(made.unknown, Path(where).name)
    return made.schema


@dataclass(frozen=True)
class ParsedSchema:
    """A text as its nodes, with the schema that they make and the keys in them that mean nothing."""

    root: yaml.Node
    schema: Schema
    unknown: list[UnknownKey]


@lru_cache(maxsize=2)  # the text before a change and after it
def parsed(text: str) -> ParsedSchema:
    """Return what the text holds, which is to be left as it is.  UserError without a file's name."""
    root = _root(text)
    walk = _Reader()
    return ParsedSchema(root, walk.schema(root), walk.unknown)


def _root(text: str) -> yaml.Node:
    try:
        root = yaml_nodes.compose(text)
    except yaml.reader.ReaderError as error:
        line, code = text.count("\n", 0, error.position) + 1, f"U+{ord(text[error.position]):04X}"
        raise UserError(f"YAML files cannot hold the character {code}.", line=line) from error
    except RecursionError as error:
        raise UserError("This is nested too deeply to be a schema.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        problem = getattr(error, "problem", None) or "it cannot be read"
        raise UserError(f"This is not YAML: {problem}.", line=mark and mark.line + 1) from error
    if root is None:
        raise UserError("The file is empty; it needs at least `name:`.")
    return root


TEXTS = ("name", "language", "pipeline", "second_opinion")
ASIDE = ("license", "licence")  # of the data set, for its paper: no part of the schema


class _Reader(NodeReader):
    """A walk over the nodes of a schema."""

    def schema(self, root: yaml.Node) -> Schema:
        known = {*TEXTS, "labels", "facts", "topics", "reasons", "review", *ASIDE}
        parts = self.fields(root, "the project", known)
        if "name" not in parts:
            raise self.wrong(root, "The project needs a name: add a line `name: My project`.")
        labels = self.named(parts.get("labels"), "label", self.label)
        self.check_keys(parts.get("labels"), "label", {n: label.key for n, label in labels.items()})
        facts = self.named(parts.get("facts"), "fact type", self.fact_type)
        self.check_keys(parts.get("facts"), "fact type", {n: fact.key for n, fact in facts.items()})
        self.check_role_labels(parts.get("facts"), labels)
        topics = self.named(parts.get("topics"), "topic", self.topic)
        self.check_keys(parts.get("topics"), "topic", {n: topic.key for n, topic in topics.items()})
        texts = {k: self.text(v, k) for k, v in parts.items() if k in TEXTS}
        reasons = self.reasons(parts["reasons"]) if "reasons" in parts else REASONS
        review = self.fields(parts["review"], "review", {"anonymous"}) if "review" in parts else {}
        anonymous = self.flag(review.get("anonymous"), "anonymous")
        return Schema(
            **texts,
            labels=_coloured(labels),
            facts=facts,
            topics=topics,
            reasons=reasons,
            anonymous=anonymous,
        )

    def label(self, name: str, node: yaml.Node) -> Label:
        parts = self.fields(node, f"label {name}", {"key", "hue", "gloss", "guideline", "archived"})
        key = self.key(parts.get("key"), name)
        if key in VERB_KEYS:
            held = " ".join(sorted(VERB_KEYS)).upper()
            raise self.wrong(
                parts["key"], f"Label {name} cannot have the key {key.upper()}: {held} are verbs."
            )
        return Label(
            name,
            key=key or None,
            hue=self.number(parts["hue"], "hue", 0, 359) if "hue" in parts else -1,
            guideline=self.guideline(parts.get("guideline")),
            archived=self.flag(parts.get("archived"), "archived"),
            gloss=self.gloss(parts["gloss"], name) if "gloss" in parts else "",
        )

    def topic(self, name: str, node: yaml.Node) -> TopicType:
        parts = self.fields(node, f"topic {name}", {"key", "guideline"})
        key = self.key(parts.get("key"), name)
        if key and key not in "123456789":
            raise self.wrong(parts["key"], f"The key of topic {name} is a digit from 1 to 9, not {key}.")
        return TopicType(name, key=key or None, guideline=self.guideline(parts.get("guideline")))

    def fact_type(self, name: str, node: yaml.Node) -> FactType:
        known = {"key", "gloss", "guideline", "triggers", "roles", "archived", "sentence"}
        parts = self.fields(node, f"fact type {name}", known)
        roles = self.named(parts.get("roles"), "role", self.role)
        return FactType(
            name,
            key=self.key(parts.get("key"), name) or None,
            guideline=self.guideline(parts.get("guideline")),
            triggers=self.texts(parts.get("triggers"), "triggers"),
            roles=roles,
            archived=self.flag(parts.get("archived"), "archived"),
            sentence=self.sentence(parts["sentence"], name, roles) if "sentence" in parts else "",
            gloss=self.gloss(parts["gloss"], name) if "gloss" in parts else "",
        )

    def gloss(self, node: yaml.Node, name: str) -> str:
        said = self.text(node, "gloss")
        if len(said) > LONGEST_GLOSS or len(said.splitlines()) > 1:
            raise self.wrong(node, f"The gloss of {name} is a few words, {LONGEST_GLOSS} characters at most.")
        return said

    def sentence(self, node: yaml.Node, type_: str, roles: Mapping[str, RoleType]) -> str:
        said = self.text(node, "sentence")
        try:
            from annotations.schema.sentence_templates import check  # few schemas have any

            check(said, type_, roles)
        except UserError as error:  # in a block, each of its lines has one of its own in the file
            below = error.line or 0 if isinstance(node, yaml.ScalarNode) and node.style == "|" else 0
            raise UserError(error.sentence, line=node.start_mark.line + 1 + below) from error
        return said

    def role(self, name: str, node: yaml.Node) -> RoleType:
        parts = self.fields(node, f"role {name}", {"labels", "required", "most", "value", "ordered", "kind"})
        value = self.text(parts["value"], "value") if "value" in parts else None
        if value is not None and value not in VALUE_KINDS:
            raise self.wrong(
                parts["value"], f"The value of role {name} is {' or '.join(VALUE_KINDS)}, not {value}."
            )
        return RoleType(
            name,
            labels=self.texts(parts.get("labels"), "labels"),
            required=self.flag(parts.get("required"), "required"),
            most=self.number(parts["most"], "most", 1, MOST_FILLERS) if "most" in parts else None,
            value=value or None,
            ordered=self.flag(parts.get("ordered"), "ordered"),
            kind=self.kind(parts["kind"], name) if "kind" in parts else None,
        )

    def kind(self, node: yaml.Node, role: str) -> RoleKind:
        said = self.text(node, "kind")
        if said not in KINDS:
            raise self.wrong(
                node, f"There is no kind {said} for role {role}; it is one of {', '.join(KINDS)}."
            )
        return IMPLIED[said]

    def reasons(self, node: yaml.Node) -> tuple[str, ...]:
        found = self.texts(node, "reasons")
        for n, item in enumerate(node.value if found else ()):
            if found[n] in found[:n]:
                raise self.wrong(item, f"The reason {found[n]} stands twice; remove one.")
        return found

    def check_keys(self, node: yaml.Node | None, what: str, keys: dict[str, str | None]) -> None:
        holder: dict[str, str] = {}
        for name, key in keys.items():
            if key and key in holder:
                line = next(k for k, _ in self.pairs(node, what) if k.value == name)
                raise self.wrong(
                    line, f"The {what}s {holder[key]} and {name} have the same key {key.upper()}."
                )
            holder[key or ""] = name

    def check_role_labels(self, facts: yaml.Node | None, labels: dict[str, Label]) -> None:
        for _, fact in self.pairs(facts, "fact types"):
            for _, role in self.pairs(dict(self.named_nodes(fact)).get("roles"), "roles"):
                allowed = dict(self.named_nodes(role)).get("labels")
                for node in allowed.value if isinstance(allowed, yaml.SequenceNode) else ():
                    if node.value not in labels:
                        raise self.wrong(node, f"There is no label {node.value}; add it under labels.")


def _coloured(labels: dict[str, Label]) -> dict[str, Label]:
    """Return the labels with a hue for those that were written without one (-1)."""
    done: dict[str, Label] = {}
    taken = {label.hue for label in labels.values() if label.hue >= 0}
    for name, label in labels.items():
        hue = label.hue if label.hue >= 0 else free_hue(taken)
        taken.add(hue)
        done[name] = replace(label, hue=hue)
    return done
