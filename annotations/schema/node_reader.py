"""YAML nodes as what a schema is made of: names, texts, lists, numbers and flags, each mistake with its line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from typing import TypeVar

import yaml

from annotations.errors import UserError
from annotations.processes.quick_dataclass import dataclass

Made = TypeVar("Made")
LIKE = 0.8  # how alike a wrong key and a right one are, of 1, to be taken for a slip
HOLDING = frozenset({"labels", "facts", "roles"})  # without them a schema is another one
MOST_TOLD = 2  # unknown keys: a notice of more is read by nobody


@dataclass(frozen=True)
class UnknownKey:
    """A key that means nothing here: its line, and what it was found in; `may` has the keys that mean something."""

    line: int
    key: str
    what: str
    may: Collection[str]

    def told(self, where: str, others: int) -> str:
        """Return a sentence about it, and about the others of the same name in such places."""
        like = _like(self.key, self.may)
        options = f"perhaps {like} is meant." if like else f"it may have {', '.join(sorted(self.may))}."
        also = f", nor in {others} other place{'s' if others > 1 else ''}" if others else ""
        said = f"There is no {self.key} in {self.what}{also}; {options}"
        return f"{where}:{self.line}: {said} It stays in the file and does nothing."


class NodeReader:
    """A walk over YAML nodes, so that every complaint has a line.

    `unknown`: the keys that were passed over.
    """

    def __init__(self) -> None:
        self.unknown: list[UnknownKey] = []

    def wrong(self, node: yaml.Node, sentence: str) -> UserError:
        return UserError(sentence, line=node.start_mark.line + 1)

    def pairs(self, node: yaml.Node | None, what: str) -> Iterator[tuple[yaml.ScalarNode, yaml.Node]]:
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return
        if not isinstance(node, yaml.MappingNode):
            raise self.wrong(node, f"Here {what} should be written as `name: value` lines.")
        seen: set[str] = set()
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode) or not key.value.strip():
                raise self.wrong(key, f"A name in {what} must be one plain word.")
            if key.value in seen:
                raise self.wrong(key, f"{key.value} stands twice in {what}; remove or rename one.")
            seen.add(key.value)
            yield key, value

    def named_nodes(self, node: yaml.Node) -> Iterator[tuple[str, yaml.Node]]:
        return ((key.value, value) for key, value in self.pairs(node, "this place"))

    def fields(self, node: yaml.Node, what: str, known: set[str]) -> dict[str, yaml.Node]:
        """Return the known fields.  One that is all but called like a part that holds much is a mistake."""
        found = {key.value: (key, value) for key, value in self.pairs(node, what)}
        for name, (key, _) in found.items():
            if name not in known:
                self._pass_over(key, what, known, known - found.keys())
        return {name: value for name, (_, value) in found.items() if name in known}

    def _pass_over(self, key: yaml.ScalarNode, what: str, known: set[str], free: set[str]) -> None:
        if slip := _like(key.value, HOLDING & free):
            raise self.wrong(key, f"There is no {key.value} in {what}; perhaps {slip} is meant.")
        self.unknown.append(UnknownKey(key.start_mark.line + 1, key.value, what, known))

    def named(
        self, node: yaml.Node | None, what: str, make: Callable[[str, yaml.Node], Made]
    ) -> dict[str, Made]:
        return {key.value: make(key.value, value) for key, value in self.pairs(node, f"{what}s")}

    def text(self, node: yaml.Node, what: str) -> str:
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            raise self.wrong(node, f"The {what} should be a text.")
        return str(node.value)

    def guideline(self, node: yaml.Node | None) -> str:
        """Return the guideline, which may be empty."""
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value.strip()):
            return ""
        return self.text(node, "guideline")

    def texts(self, node: yaml.Node | None, what: str) -> tuple[str, ...]:
        if node is None or (isinstance(node, yaml.ScalarNode) and not node.value):
            return ()
        if not isinstance(node, yaml.SequenceNode):
            raise self.wrong(node, f"The {what} should be a list like [a, b].")
        return tuple(self.text(item, what) for item in node.value)

    def key(self, node: yaml.Node | None, name: str) -> str:
        key = self.text(node, "key").lower() if node else ""
        if node and (len(key) != 1 or not key.isalnum()):
            raise self.wrong(node, f"The key of {name} is one letter or digit, not {node.value}.")
        return key

    def number(self, node: yaml.Node, what: str, least: int, most: int) -> int:
        text = self.text(node, what)
        if not (text.isdecimal() and len(text) < 6 and least <= int(text) <= most):
            raise self.wrong(node, f"The {what} is a whole number from {least} to {most}, not {text}.")
        return int(text)

    def flag(self, node: yaml.Node | None, what: str) -> bool:
        text = self.text(node, what).lower() if node else "false"
        if text not in ("true", "false"):
            raise self.wrong(node or yaml.ScalarNode("", ""), f"{what} is true or false, not {text}.")
        return text == "true"


def _like(key: str, names: Collection[str]) -> str:
    """Return the name that the key is a slip of; "" where it is none."""
    from difflib import get_close_matches  # few schemas have such keys

    return next(iter(get_close_matches(key, names, 1, LIKE)), "")


def told(unknown: list[UnknownKey], where: str) -> list[str]:
    """Return a sentence for each name among the keys, with its first line; beyond some, how many more there are."""
    same: dict[str, list[UnknownKey]] = {}
    for one in unknown:
        same.setdefault(one.key, []).append(one)
    said = [first.told(where, len(others)) for first, *others in list(same.values())[:MOST_TOLD]]
    more = len(same) - len(said)
    return said + ([f"{where}: {more} more names of keys mean nothing in it."] if more > 0 else [])
