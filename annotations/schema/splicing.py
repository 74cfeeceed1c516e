"""A YAML text with some of its values changed: what is not changed keeps its bytes, comments and blank lines among them.

Places are code points, as the marks of nodes give them.  A comment straight above an entry goes where that goes,
unless more entries follow it: then it is about them all, and stays.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

import yaml

from annotations.schema import yaml_text
from annotations.schema.arranging import EntryLines, arranged
from annotations.schema.carried_keys import kept
from annotations.schema.yaml_places import EntryAt, NotInPlace, Tree, is_flow, ordered, places
from annotations.schema.yaml_text import Value

NAMED = (
    1,
    3,
)  # how deep the mappings lie whose order and names mean something: labels, fact types, topics; roles
COMMENT = re.compile(r"[ \t]+#.*")


class Splice:
    """One text, changed from the values `have` that it holds to others.

    `deepest`: how deep the entries lie that are changed in themselves; those below are written anew.
    """

    def __init__(self, text: str, deepest: int) -> None:
        self.text, self.deepest = text, deepest

    def root(self, node: yaml.Node, have: Tree, want: Tree) -> tuple[str, int]:
        """Return the text up to the end of the root's last entry, as wanted, and where that was."""
        end = self._line_end(self._end(places(node)[-1]))
        return self.block(node, have, want, 0, 0), end

    def block(self, node: yaml.Node, have: Value, want: Value, depth: int, start: int) -> str:
        """Return the lines of a collection in block style, from `start` to the end of its last one, as wanted."""
        found = places(node)
        pieces = self._pieces(found, start, node)
        lead = self.text[self._line(found[0].key.start_mark.index) : found[0].key.start_mark.index]
        final: list[tuple[int | None, str]] = []
        for name, at in ordered([place.name for place in found], have, want, depth):
            if at is None:
                final.append((None, self._new(name, want, lead)))
            elif isinstance(want, Mapping) and isinstance(have, Mapping):
                final.append((at, self._entry(found[at], name, have, want, depth)))
            else:
                final.append((at, self._item(found[at], name)))
        if not final:
            raise NotInPlace
        return arranged(pieces, final)

    def _pieces(self, found: list[EntryAt], start: int, node: yaml.Node) -> list[EntryLines]:
        pieces = []
        lead = r" *- *" if isinstance(node, yaml.SequenceNode) else r" *"
        column = found[0].key.start_mark.column
        for place in found:
            first = place.key.start_mark.index
            line, end = self._line(first), self._line_end(self._end(place))
            if line < start or not re.fullmatch(lead, self.text[line:first]):
                raise NotInPlace
            if place.key.start_mark.column != column:
                raise NotInPlace
            pieces.append(EntryLines(self.text[start:line], self.text[line:end], column))
            start = end
        return pieces

    def _new(self, name: str, want: Value, lead: str) -> str:
        if isinstance(want, Mapping):
            return yaml_text.entry(name, want[name], len(lead))
        return f"{lead}{yaml_text.scalar(name)}\n"

    def _item(self, place: EntryAt, name: str) -> str:
        """Return the line of an item of a list, under another name perhaps."""
        start, end = place.key.start_mark.index, self._end(place)
        said = self.text[start:end] if name == place.name else yaml_text.scalar(name)
        return self.text[self._line(start) : start] + said + self.text[end : self._line_end(end)]

    def _entry(self, place: EntryAt, name: str, have: Tree, want: Tree, depth: int) -> str:
        """Return the lines of an entry of a mapping with its new value, and under another name perhaps."""
        start, colon, end = place.key.start_mark.index, place.key.end_mark.index, self._end(place)
        key = self.text[start:colon] if name == place.name else yaml_text.scalar(name)
        lead, old, new = self.text[self._line(start) : start], have.get(place.name), want.get(name)
        if new is None or yaml_text.is_same(old, new):
            return lead + key + self.text[colon : self._line_end(end)]
        value = place.value
        if place.is_there and value is not None and depth + 1 < self.deepest and old is not None:
            try:
                if is_flow(value):
                    said = self.text[colon : value.start_mark.index] + self.flow(value, old, new, depth + 1)
                    return lead + key + said + self.text[end : self._line_end(end)]
                if not isinstance(value, yaml.ScalarNode):
                    below = self._line_end(colon)
                    said = self.text[colon:below] + self.block(value, old, new, depth + 1, below)
                    return lead + key + said
            except NotInPlace:
                pass
        return lead + key + self._anew(place, old, new, len(lead), depth)

    def _anew(self, place: EntryAt, old: Value | None, new: Value, indent: int, depth: int) -> str:
        """Return all that stands behind the key where its value is written anew."""
        value, colon = place.value, place.key.end_mark.index
        if isinstance(value, yaml.MappingNode):
            new = kept(new, value, old, depth + 1)
        inline, below = _styled(value, new, place.key.end_mark.column + 2, indent + yaml_text.STEP)
        between, end = ": ", colon + 1
        if value is not None and place.is_there and (is_flow(value) or _is_inline(value)):
            before = self.text[colon : value.start_mark.index]
            if "\n" not in before:
                between, end = before, self._end(place)
        comment = COMMENT.search(self.text, end, self._line_end(end) - 1)
        return f"{between if inline else ':'}{inline}{comment[0] if comment else ''}\n{below}"

    # --- in flow style

    def flow(self, node: yaml.Node, have: Value, want: Value, depth: int) -> str:
        """Return a collection in flow style as wanted."""
        start, end = node.start_mark.index, node.end_mark.index
        found = places(node)
        order = ordered([place.name for place in found], have, want, depth) if found else []
        old = [at for _, at in order if at is not None]
        if not old or old != sorted(old) or self.text[start] not in "[{":
            raise NotInPlace
        made, last = self.text[start : found[0].key.start_mark.index], -1
        for name, at in order:
            said = self._inside(name, None if at is None else found[at], have, want, depth)
            if at is None:
                made += f", {said}" if last >= 0 else f"{said}, "
            else:
                between = self.text[self._end(found[last]) : found[last + 1].key.start_mark.index]
                made += (between if last >= 0 else "") + said
                last = at
        made += self.text[self._end(found[-1]) : end]
        if ("\n" in made and "\n" not in self.text[start:end]) or self._is_too_long(node, made):
            raise NotInPlace
        return made

    def _is_too_long(self, node: yaml.Node, made: str) -> bool:
        """Return whether a mapping that was short is not any more: it would be written as lines."""
        start, end = node.start_mark.index, node.end_mark.index
        column = node.start_mark.column
        is_long = column + len(made) > yaml_text.WIDTH >= column + end - start
        return isinstance(node, yaml.MappingNode) and is_long

    def _inside(self, name: str, place: EntryAt | None, have: Value, want: Value, depth: int) -> str:
        """Return one entry, or item, of a collection in flow style."""
        if not isinstance(want, Mapping) or not isinstance(have, Mapping):
            if place and place.name == name:
                return self.text[place.key.start_mark.index : self._end(place)]
            return yaml_text.flow(name)
        if place is None:
            if _has_lines(want[name]):
                raise NotInPlace
            return yaml_text.flow({name: want[name]})[1:-1]
        start, colon, end = place.key.start_mark.index, place.key.end_mark.index, self._end(place)
        key = self.text[start:colon] if name == place.name else yaml_text.flow(name)
        old, new, value = have.get(place.name), want.get(name), place.value
        if new is None or yaml_text.is_same(old, new):
            return key + self.text[colon:end]
        if value is None or not place.is_there or _has_lines(new):
            raise NotInPlace
        if is_flow(value) and old is not None and depth + 1 < self.deepest:
            said = self.flow(value, old, new, depth + 1)
        elif isinstance(value, yaml.ScalarNode) and isinstance(new, str | int):
            said = _restyled(value, new, inside=True)
        else:
            said = yaml_text.flow(kept(new, value, old, depth + 1))
        return key + self.text[colon : value.start_mark.index] + said

    # --- places in the text

    def _line(self, at: int) -> int:
        """Return where the line begins."""
        return self.text.rfind("\n", 0, at) + 1

    def _line_end(self, at: int) -> int:
        """Return where the next line begins."""
        return self.text.index("\n", at) + 1

    def _end(self, place: EntryAt) -> int:
        """Return where the entry ends, what is no content left out."""
        if place.value is None or not place.is_there:
            return self._end_of(place.key) if place.value is None else self._after_alias(place)
        return self._end_of(place.value)

    def _after_alias(self, place: EntryAt) -> int:
        colon = place.key.end_mark.index
        found = re.compile(r"\s*:[ \t]+\*[^\s,\[\]{}]+|\s*:").match(self.text, colon)
        return found.end() if found else colon

    def _end_of(self, node: yaml.Node) -> int:
        end: int = node.end_mark.index
        if isinstance(node, yaml.ScalarNode):
            if node.style not in ("|", ">"):
                return end
            said = self.text[node.start_mark.index : end]
            return (
                end - 1 if "+" in said.split("\n", 1)[0] else node.start_mark.index + len(said.rstrip("\n "))
            )
        if is_flow(node) or not node.value:
            return end
        return self._end(places(node)[-1])


def _is_inline(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and node.style not in ("|", ">")


def _has_lines(value: Value) -> bool:
    return isinstance(value, str) and "\n" in value


def _restyled(node: yaml.ScalarNode, value: str | int, *, inside: bool = False) -> str:
    """Return the value on one line, in quotes of the kind that the node has."""
    if isinstance(value, str) and node.style == '"':
        return yaml_text.quoted(value)
    if isinstance(value, str) and node.style == "'":
        return yaml_text.single_quoted(value)
    return yaml_text.scalar(value, inside=inside)


def _styled(node: yaml.Node | None, value: Value, column: int, indent: int) -> tuple[str, str]:
    """Return the value in the style of the node, as what stands behind the colon and the lines below."""
    if isinstance(node, yaml.ScalarNode) and isinstance(value, str | int) and not _has_lines(value):
        text = str(value)
        if node.style == ">":
            return yaml_text.folded(text, indent) or (yaml_text.scalar(value), "")
        if node.style == "|":
            return yaml_text.literal(text, indent) or (yaml_text.scalar(value), "")
        if node.value:
            return _restyled(node, value), ""
    return yaml_text.parts(value, column, indent)
