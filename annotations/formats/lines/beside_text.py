"""Fields that a line of JSON has beside ours: which are text, title and date, and all others as metadata.

Nothing is dropped: what looks like annotations and is not read stays in the metadata, and is named.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from annotations.formats.came_from import AS_GIVEN
from annotations.formats.reading.dates import day_of
from annotations.formats.reading.fields import named
from annotations.json_fields import BadItem, Json
from annotations.problems import worded
from annotations.sets import State

OWN = frozenset(
    (
        *(
            "id",
            "title",
            "text",
            "meta",
            "annotator",
            "state",
            "skipped",
            "machine",
            "changed",
            "copies",
            "topics",
        ),
        *("spans", "facts", "boilerplate", "comments", "decisions", "provenance"),
    )
)
LISTED = frozenset(("spans", "facts", "boilerplate", "comments", "decisions", "copies", "topics"))
KEPT_OURS = frozenset(("came_from", "published_trusted", "found"))  # names in the metadata that only we give
MARKED = frozenset(
    (
        *(
            "entities",
            "annotations",
            "labels",
            "label",
            "denotations",
            "predictions",
            "relations",
            "mentions",
        ),
        *("ner", "ner_tags", "events", "annotation", "ents", "span", "results"),
    )
)
BOUNDS = (
    ("start", "end"),
    ("begin", "end"),
    ("start_offset", "end_offset"),
    ("offset", "length"),
    ("from", "to"),
)
UNREAD = "The field {name} looks like annotations and was not read; it is kept with the article's metadata."
ABSENT = "There is no field {name} here; there are {names}."
COMMON = ("url", "source", "author")  # names in the metadata that others know, whatever their capitals
MOST_NAMED = 12  # fields


def is_foreign(value: Json, asked: Mapping[str, str]) -> bool:
    """Return whether the line has fields that are not those of our own record, or is to be read by other names."""
    return bool(asked) or "text" not in value or not OWN.issuperset(value)


def as_own(value: Json, asked: Mapping[str, str]) -> tuple[Json, list[str]]:
    """Return the line with the fields of our own record alone, and what is to be said of it.  BadItem without a text."""
    fields = {**value, **_inner(value, asked)}
    names = named((name for name, given in fields.items() if _is_value(given)), asked)
    notices = [_absent(theirs, value) for theirs in asked.values() if not _there(theirs, fields)]
    if "text" not in names:
        raise BadItem("t" + notices[0][1:].rstrip(".") if "text" in asked and notices else _no_text(value))
    own = {
        name: given for name, given in value.items() if _is_own(name, given) and name not in names.values()
    }
    taken = {ours: fields[theirs] for ours, theirs in names.items()}
    rest = {name: given for name, given in value.items() if name not in own and name not in names.values()}
    if "title" not in names:
        own.pop("title", None)  # which is blank
    unread = [
        worded(UNREAD, name=name) for name, given in rest.items() if looks_like_annotations(name, given)
    ]
    own |= {ours: taken.pop(ours) for ours in ("text", "id") if ours in taken}
    own |= {ours: str(taken.pop(ours)) for ours in ("title", "annotator") if ours in taken}
    given = value.get("meta")
    held = given if isinstance(given, dict) else {}
    others, day = dated(taken.pop("published", None), names.get("published", ""), held)
    own["meta"] = {**_beside({**others, **taken, **rest}, held), **held, **day}
    return own, [*notices, *unread]


def told_beside(meta: Json) -> tuple[str, Json]:
    """Return the headline that another tool's metadata have, or "", and the metadata with the day they name.

    Where `published` itself is the field, it is kept as it was given: it goes back to its tool so.
    """
    names = named((name for name, given in meta.items() if _is_value(given)), {})
    title = meta[names["title"]] if "title" in names else ""
    day = day_of(meta[names["published"]]) if "published" in names else ""
    if not day or ("published" in meta and names["published"] != "published"):
        return str(title), meta
    kept = {} if meta.get("published", day) == day else {AS_GIVEN: meta["published"]}
    return str(title), {"published_trusted": False, **meta, **kept, "published": day}


def looks_like_annotations(name: str, given: Any) -> bool:
    """Return whether a field holds what somebody marked: ranges of a text, or anything under a name for such."""
    if not isinstance(given, list | dict) or not given:
        return False
    if name.lower() in MARKED:
        return True
    items = given if isinstance(given, list) else next(iter(given.values()))
    return isinstance(items, list) and bool(items) and all(map(_is_range, items[:3]))


def _is_own(name: str, given: Any) -> bool:
    """Return whether the field is ours, and not another's of that name."""
    if name == "state":
        return given is None or given in tuple(State)
    if name in LISTED:
        return given is None or isinstance(given, list)
    return name in OWN and (name != "meta" or (given is None or isinstance(given, dict)))


def _is_range(item: Any) -> bool:
    if isinstance(item, dict):
        span = item.get("span")
        held = span if isinstance(span, dict) else item
        return any(low in held and high in held for low, high in BOUNDS)
    pair = item[:2] if isinstance(item, list) and len(item) >= 3 else ()
    return (
        len(pair) == 2
        and all(type(one) is int for one in pair)
        and any(isinstance(one, str) for one in item[2:])
    )


def _is_value(given: Any) -> bool:
    if isinstance(given, str):
        return bool(given.strip())
    return isinstance(given, int | float) and not isinstance(given, bool)


def _inner(value: Json, asked: Mapping[str, str]) -> Json:
    """Return the fields inside others that are asked for, as data.body, by that name."""
    found: Json = {}
    for name in asked.values():
        inner: Any = value
        for part in name.split("."):
            inner = inner.get(part) if isinstance(inner, dict) else None
        if "." in name and inner is not None:
            found[name] = inner
    return found


def dated(given: Any, name: str, held: Json) -> tuple[Json, Json]:
    """Return the field of the date, where it says more or other than a day, and the day that nobody vouches for."""
    day = "" if given is None or "published" in held else day_of(given)
    if not day:
        return {} if given is None else {name: given}, {}
    kept = {} if str(given) == day else {AS_GIVEN if name == "published" else name: given}
    return kept, {"published": day, "published_trusted": False}


def _beside(others: Json, held: Json) -> Json:
    """Return the fields by names that neither the metadata nor we use for something else."""
    found: Json = {}
    for name, given in others.items():
        taken = name in KEPT_OURS or (name in held and held[name] != given)
        if given is not None:
            plain = name.lower() if name.lower() in COMMON else name
            found[f"beside_{name}" if taken else plain] = given
    return found


def _there(name: str, fields: Json) -> bool:
    wanted = name.strip().lower()
    return any(one.strip().lower() == wanted for one in fields)


def _absent(name: str, value: Json) -> str:
    return worded(ABSENT, name=name, names=", ".join(_shown(value)) or "none")


def _no_text(value: Json) -> str:
    return f"it has no text; its fields are {', '.join(_shown(value)) or 'none'}"


def _shown(value: Collection[str]) -> Iterator[str]:
    for number, name in enumerate(value):
        if number == MOST_NAMED:
            yield "…"
            return
        yield name[:40]
