"""The structures of a CAS that is to hold given annotations: what came stays as it was, what is new stands behind it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from annotations.formats.uima.cas import ARRAY, CHILD, HEAD, STRING, TOKENS, Cas, annotations_of, place_of
from annotations.formats.uima.layers import ANY, CUSTOM, FILLER, TOKEN, LayerMark, Slot, short
from annotations.json_fields import Json


def type_of(name: str, above: str, ranges: dict[str, str]) -> Json:
    """Return a type with features of these ranges."""
    named = {feature: {"%NAME": feature, "%RANGE": kind} for feature, kind in ranges.items()}
    return {"%NAME": name, "%SUPER_TYPE": above, **named}


class Changes:
    """The changes to one CAS, whose offsets are code points.

    `marks` are all annotations that it is to hold, `known` the ids of those that were taken from it before: the others
    of these are gone.
    """

    def __init__(self, cas: Cas, marks: Sequence[LayerMark], known: Collection[Any], first: int) -> None:
        self._cas, self._marks, self._next = cas, marks, first
        self.added: list[Json] = []  # new structures
        self.members: list[int] = []  # the ids of new annotations
        self.types: dict[str, Json] = {}  # new, or with more features
        self.changed: dict[Any, Json] = {}  # by id
        self._old = {one.held["id"]: one for one in annotations_of(cas).marks if "id" in one.held}
        self._tokens = {place_of(one): id_ for id_, one in cas.by_id.items() if one.get("%TYPE") == TOKENS}
        self._fillers = {(one.start, one.end): id_ for id_, one in self._old.items() if one.layer == FILLER}
        taken: set[Any] = set()
        self._ids = {mark.key: self._id(mark, taken) for mark in marks}
        self.gone = {id_ for id_ in known if id_ in self._old and id_ not in taken}
        for mark in marks:
            if mark.layer != TOKEN:
                self._put(mark)

    def _id(self, mark: LayerMark, taken: set[Any]) -> Any:
        """Return the id of the mark's structure: that with which it came, or a new one."""
        if mark.layer == TOKEN:
            if (token := self._tokens.get((mark.start, mark.end))) is not None:
                return token
            mark.layer = FILLER
        id_ = mark.held.get("id")
        if mark.layer == FILLER and id_ is None:  # a bare range, which has nothing that is kept but its place
            id_ = self._fillers.get((mark.start, mark.end))
        old = self._old.get(id_) if isinstance(id_, int | str) else None
        if old and old.layer == mark.layer and (old.ends is None) == (mark.ends is None) and id_ not in taken:
            taken.add(id_)
            return id_
        return self._new()

    def _new(self) -> int:
        self._next += 1
        return self._next - 1

    def _put(self, mark: LayerMark) -> None:
        """Change the mark's structure, or add it."""
        id_ = self._ids[mark.key]
        if id_ in self._old:
            old, made = self._old[id_], dict(self._cas.by_id[id_])
            self.changed[id_] = made
            if (old.start, old.end) != (mark.start, mark.end) and not self._ends_as_before(mark, old):
                made |= {"begin": mark.start, "end": mark.end}
        else:
            old = LayerMark("", mark.layer, mark.start, mark.end)
            made = {"%ID": id_, "%TYPE": mark.layer, "@sofa": self._cas.sofa.get("%ID")}
            made |= {"begin": mark.start, "end": mark.end}
            self.added.append(made)
            self.members.append(id_)
        if id_ not in self._old or mark.layer in self._cas.types:
            self._declare(mark, made)
        made |= {name: value for name, value in mark.features.items() if value is not None}
        if mark.ends:
            made |= {f"@{name}": self._ids[key] for name, key in zip((HEAD, CHILD), mark.ends, strict=True)}
            return
        for feature in dict.fromkeys(slot.feature for slot in (*old.slots, *mark.slots)):
            self._fill(made, feature, old, mark)

    def _ends_as_before(self, mark: LayerMark, old: LayerMark) -> bool:
        """Return whether it is a relation between the same two, which stays where it lay."""
        return mark.ends is not None and old.ends == tuple(str(self._ids[key]) for key in mark.ends)

    def _fill(self, made: Json, feature: str, old: LayerMark, mark: LayerMark) -> None:
        """Put the fillers of a feature in, where they are not as they were."""
        held = [slot for slot in mark.slots if slot.feature == feature]
        had = [slot for slot in old.slots if slot.feature == feature]
        now = sorted((slot.role or "", str(self._ids[slot.target])) for slot in held)
        if now == sorted((slot.role or "", slot.target) for slot in had):
            return
        is_link = "%ELEMENTS" in self._cas.target(made.get(f"@{feature}"))
        if not held:
            made.pop(f"@{feature}", None)
        elif had and not is_link and len(held) == 1:
            made[f"@{feature}"] = self._ids[held[0].target]
        else:
            made[f"@{feature}"] = self._links(mark.layer, feature, held)

    def _links(self, layer: str, feature: str, slots: Sequence[Slot]) -> int:
        """Return the id of a new array of links to the fillers."""
        type_, links = self._link_type(layer, feature), list[Json]()
        for slot in slots:
            role = {"role": slot.role} if slot.role else {}
            links.append({"%ID": self._new(), "%TYPE": type_, **role, "@target": self._ids[slot.target]})
        array = self._new()
        elements = [one["%ID"] for one in links]
        self.added += [*links, {"%ID": array, "%TYPE": f"{type_}[]", "%ELEMENTS": elements}]
        return array

    def _link_type(self, layer: str, feature: str) -> str:
        """Return the type of the links of a layer's feature; where the file has none, one is declared."""
        declared = self._cas.features(layer).get(feature, "").removesuffix("[]")
        if declared != ARRAY and declared in self._cas.types:
            return declared
        above = layer if layer.startswith(CUSTOM) else CUSTOM + short(layer)
        name = f"{above}{feature[:1].upper()}{feature[1:]}Link"
        self.types.setdefault(name, type_of(name, "uima.cas.TOP", {"role": STRING, "target": ANY}))
        return name

    def _declare(self, mark: LayerMark, before: Json) -> None:
        """Declare the mark's layer, with the features that it has not yet; `before` is its structure as it was."""
        came = self.types.get(mark.layer) or self._cas.types.get(mark.layer)
        held = came if isinstance(came, dict) else type_of(mark.layer, ANY, {})
        ranges = {name: STRING for name in (mark.label, *mark.features) if name}
        ranges |= {HEAD: ANY, CHILD: ANY} if mark.ends else {}
        known = {*self._cas.features(mark.layer), *held, *before}
        ranges |= {
            slot.feature: f"{self._link_type(mark.layer, slot.feature)}[]"
            for slot in mark.slots
            if slot.feature not in known
        }
        more = {
            name: one for name, one in type_of("", "", ranges).items() if name in ranges and name not in known
        }
        if more or mark.layer not in {*self._cas.types, *self.types}:
            self.types[mark.layer] = {**held, **more}
