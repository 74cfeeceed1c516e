"""A CAS as JSON: its types, structures and views, and the annotations that its structures tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import field
from typing import Any

from annotations.formats.uima.layers import CORE, TOKEN, LayerMark, Slot, is_wanted, label_feature
from annotations.json_fields import BadItem, Json
from annotations.problems import worded
from annotations.processes.quick_dataclass import dataclass

TOKENS, SENTENCES = f"{CORE}segmentation.type.Token", f"{CORE}segmentation.type.Sentence"
META = f"{CORE}metadata.type.DocumentMetaData"
SOFA, WHOLE, STRING, ARRAY = (
    "uima.cas.Sofa",
    "uima.tcas.DocumentAnnotation",
    "uima.cas.String",
    "uima.cas.FSArray",
)
VIEW = "_InitialView"
TYPES, STRUCTURES, VIEWS = "%TYPES", "%FEATURE_STRUCTURES", "%VIEWS"
HEAD, CHILD = "Governor", "Dependent"  # features of a relation
# what every CAS has
SILENT = {
    TOKENS,
    SENTENCES,
    META,
    WHOLE,
    SOFA,
    *(f"{CORE}metadata.type.{n}" for n in ("TagDescription", "TagsetDescription")),
}
ABOUT_PROJECT = "de.tudarmstadt.ukp.clarin.webanno.api.type."
NO_PLACE = "The span {id} was left out: it has no whole numbers as offsets."


@dataclass
class Cas:
    """The content of a file.  `sofa` is the structure with the text that is read."""

    types: dict[str, Any]
    structures: list[Json]
    views: dict[str, Any]
    rest: Json = field(default_factory=dict)
    sofa: Json = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.by_id: dict[Any, Json] = {}
        for one in self.structures:
            if isinstance(one.get("%ID"), int | str):
                self.by_id.setdefault(one["%ID"], one)
        texts = [one for one in self.structures if isinstance(one.get("sofaString"), str)]
        first = [one for one in texts if one.get("sofaID") == VIEW]
        self.sofa = next(iter((*first, *texts)), {})
        self.sofa_id = self.sofa.get("%ID")

    @property
    def text(self) -> str | None:
        return self.sofa.get("sofaString")

    def about(self) -> Json:
        """Return the metadata of the document."""
        return next((one for one in self.structures if one.get("%TYPE") == META and self.is_here(one)), {})

    def is_here(self, structure: Json) -> bool:
        """Return whether the structure lies in the view that is read."""
        return structure.get("@sofa", self.sofa_id) == self.sofa_id

    def features(self, type_: str) -> dict[str, str]:
        """Return the features of the type and of those above it, with their ranges."""
        found: dict[str, str] = {}
        seen: set[str] = set()
        while type_ not in seen and isinstance(held := self.types.get(type_), dict):
            seen.add(type_)
            for name, one in held.items():
                if name[:1] != "%" and isinstance(one, dict):
                    found.setdefault(name, str(one.get("%RANGE", "")))
            type_ = str(held.get("%SUPER_TYPE"))
        return found

    def target(self, reference: Any) -> Json:
        """Return the structure that is referred to, an empty one where there is none."""
        return self.by_id.get(reference, {}) if isinstance(reference, int | str) else {}


def cas_of(value: Any) -> Cas:
    """Return the CAS that the file's JSON is.  BadItem when it is none."""
    found = value.get(STRUCTURES) if isinstance(value, dict) else None
    if isinstance(found, dict):  # older files have them by id
        found = [{"%ID": id_, **one} for id_, one in found.items() if isinstance(one, dict)]
    if not isinstance(found, list) or not found:
        raise BadItem("it has no feature structures")
    held = [value.get(name) if isinstance(value.get(name), dict) else {} for name in (TYPES, VIEWS)]
    rest = {name: one for name, one in value.items() if name not in (TYPES, STRUCTURES, VIEWS)}
    structures = [_with_id(one) for one in found if isinstance(one, dict)]
    return Cas(held[0], structures, held[1], rest)


def _with_id(structure: Json) -> Json:
    """Return the structure; an id that can be none is left out."""
    if isinstance(structure.get("%ID", 0), int | str):
        return structure
    return {name: value for name, value in structure.items() if name != "%ID"}


def place_of(structure: Json) -> tuple[int, int] | None:
    """Return the bounds of an annotation, None when it has none."""
    start, end = structure.get("begin"), structure.get("end")
    if start is None:  # as older files have them
        start, end = structure.get("^begin"), structure.get("^end")
    return (start, end) if type(start) is int and type(end) is int else None


@dataclass
class Read:
    """The annotations of a CAS: `left` are layers that are not read, `problems` what could not be taken."""

    marks: list[LayerMark] = field(default_factory=list)
    left: set[str] = field(default_factory=set)
    elsewhere: int = 0  # annotations of other views
    problems: list[str] = field(default_factory=list)


def annotations_of(cas: Cas) -> Read:
    """Return the annotations of named entities and of a project's own layers, with what they refer to."""
    made, links = Read(), set[Any]()
    targets: dict[str, LayerMark] = {}
    placeless: list[tuple[str, Any]] = []
    for structure in cas.structures:
        type_ = structure.get("%TYPE")
        if not isinstance(type_, str) or (type_ in SILENT and cas.is_here(structure)):
            continue
        if "begin" not in structure and "^begin" not in structure:
            if "%ELEMENTS" not in structure and is_wanted(type_):
                placeless.append((type_, structure.get("%ID")))
        elif not cas.is_here(structure):
            made.elsewhere += 1
        elif not is_wanted(type_):
            made.left |= set() if type_.startswith(ABOUT_PROJECT) else {type_}
        elif (place := place_of(structure)) is None:
            made.problems.append(worded(NO_PLACE, id=structure.get("%ID")))
        else:
            made.marks.append(_mark(cas, structure, type_, place, targets, links))
    known = {mark.key for mark in made.marks}
    made.marks += [mark for key, mark in targets.items() if key not in known]
    made.left |= {type_ for type_, id_ in placeless if id_ not in links}
    return made


def _mark(
    cas: Cas,
    structure: Json,
    type_: str,
    place: tuple[int, int],
    targets: dict[str, LayerMark],
    links: set[Any],
) -> LayerMark:
    declared = cas.features(type_)
    scalars = {k: v for k, v in structure.items() if k[:1] not in "%@^#" and k not in ("begin", "end")}
    texts = [name for name, kind in declared.items() if kind == STRING]
    texts += [name for name, one in scalars.items() if isinstance(one, str) and name not in declared]
    mark = LayerMark(str(structure.get("%ID")), type_, *place, label_feature(texts), scalars)
    mark.held = {"id": structure.get("%ID")}
    if {HEAD, CHILD} <= {*declared, *(name[1:] for name in structure)}:
        ends = [_target(cas, structure.get(f"@{name}"), targets) for name in (HEAD, CHILD)]
        mark.ends = ends[0], ends[1]
        return mark
    for name, reference in structure.items():
        if name.startswith("@") and name != "@sofa":
            for role, one, link in _filled(cas, reference):
                links.add(link)
                mark.slots.append(Slot(name[1:], role, _target(cas, one, targets)))
    return mark


def _filled(cas: Cas, reference: Any) -> Iterator[tuple[str | None, Any, Any]]:
    """Yield the role and the target of each filler that a feature refers to, and the id of the link between."""
    held = cas.target(reference)
    elements = held.get("%ELEMENTS")
    for one in elements if isinstance(elements, list) else [reference]:
        inner = cas.target(one)
        if "@target" in inner:
            role = inner.get("role")
            yield role if isinstance(role, str) and role.strip() else None, inner["@target"], one
        elif place_of(inner):
            yield None, one, None


def _target(cas: Cas, reference: Any, targets: dict[str, LayerMark]) -> str:
    """Return the key of the annotation that is referred to; of a token, which is none of ours, one that is added."""
    structure = cas.target(reference)
    place, type_ = place_of(structure), structure.get("%TYPE")
    if place is None or not isinstance(type_, str) or not cas.is_here(structure):
        return ""
    key = str(reference)
    if not is_wanted(type_):
        targets.setdefault(key, LayerMark(key, TOKEN, *place))
    return key
