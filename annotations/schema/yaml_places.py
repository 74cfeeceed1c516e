"""The entries of a YAML collection: where they stand in the text, and in which order they are wanted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import yaml

from annotations.processes.quick_dataclass import dataclass
from annotations.schema.carried_keys import renamed
from annotations.schema.yaml_text import Value, is_same

NAMED = (
    1,
    3,
)  # how deep the mappings lie whose order and names mean something: labels, fact types, topics; roles
Tree = Mapping[str, Value]


class NotInPlace(Exception):
    """A place that cannot be changed as it stands, so that its entry must be written anew."""


@dataclass(frozen=True)
class EntryAt:
    """An entry of a collection: its key, or the item of a list, and its value; None where it has none of its own."""

    key: yaml.Node
    value: yaml.Node | None

    @property
    def name(self) -> str:
        return str(self.key.value)

    @property
    def is_there(self) -> bool:
        """Return whether the value is written here: it is no alias, nor empty."""
        value = self.value
        return value is not None and self.key.end_mark.index < value.start_mark.index < value.end_mark.index


def places(node: yaml.Node) -> list[EntryAt]:
    """Return the entries of a collection.  NotInPlace where items of a list are no texts, stand twice or somewhere else."""
    if isinstance(node, yaml.MappingNode):
        return [EntryAt(key, value) for key, value in node.value]
    if not isinstance(node, yaml.SequenceNode):
        raise NotInPlace
    found = [EntryAt(item, None) for item in node.value]
    names = [place.name for place in found]
    is_plain = all(isinstance(item, yaml.ScalarNode) for item in node.value)
    is_here = all(item.start_mark.index >= node.start_mark.index for item in node.value)
    if not is_plain or not is_here or len(set(names)) < len(names):
        raise NotInPlace
    return found


def ordered(there: list[str], have: Value, want: Value, depth: int) -> list[tuple[str, int | None]]:
    """Return the names wanted in their order, each with the place of the entry that is to be it, None where it is new."""
    if isinstance(want, Mapping) and isinstance(have, Mapping):
        if depth not in NAMED:
            return _fields(there, have, want)
        names = [*want]
        news = renamed(have, want)
    elif isinstance(want, Sequence) and isinstance(have, Sequence) and not isinstance(want, str):
        names = [str(one) for one in want]
        if len(set(names)) < len(names):
            raise NotInPlace
        pairs = zip(have, want, strict=False) if len(have) == len(want) else ()
        news = {str(old): str(new) for old, new in pairs if old not in want and new not in have}
    else:
        raise NotInPlace
    olds = {new: old for old, new in news.items()}
    at = {name: place for place, name in enumerate(there)}
    return [(name, at.get(olds.get(name, name))) for name in names]


def _fields(there: list[str], have: Tree, want: Tree) -> list[tuple[str, int | None]]:
    """Return the fields in the order that they have, each new one behind all that are written before it."""
    order: list[tuple[str, int | None]] = [
        (name, at) for at, name in enumerate(there) if name in want or name not in have
    ]
    before = -1
    for name in want:
        known = [name for name, _ in order]
        if name in known:
            before = max(before, known.index(name))
        elif not is_same(have.get(name), want[name]):
            before += 1
            order.insert(before, (name, None))
    return order


def is_flow(node: yaml.Node | None) -> bool:
    """Return whether the node is a collection in brackets or braces."""
    return isinstance(node, yaml.CollectionNode) and bool(node.flow_style)
