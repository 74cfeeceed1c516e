"""An annotation set as a line of a package: items and tombstones, each with the event that wrote it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from annotations import item_json, json_fields
from annotations.compare.items import PROJECT_KINDS
from annotations.exchange.merge import Key, Stamp, Stamped, key_of
from annotations.json_fields import BadItem, Json, check_annotator, check_whole, named
from annotations.plain_names import names_of, plain
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import KINDS, PROJECT
from annotations.spans import Status

GREATEST = 2**53  # of Lamport numbers: what every reader of JSON can hold


def _no_number(word: str) -> None:
    raise BadItem(f"{word} is no number in JSON")


DECODER = json.JSONDecoder(parse_constant=_no_number, parse_float=json_fields.finite)


class Event(NamedTuple):
    """The event that wrote an item: by whom, and when; `at` is UTC, ISO 8601.

    `copy` is the id of the copy of the project in which it was pressed, "" where nobody kept that.
    """

    uuid: str
    lamport: int
    by: str
    at: str
    verb: str
    copy: str = ""

    @property
    def stamp(self) -> Stamp:
        return Stamp(self.lamport, self.uuid)


@dataclass(frozen=True)
class PackedSet:
    """An annotator's set on the article of that id, title and text hash; `events` by uuid.

    `assigned`: to whom the article is given.  A set without anything else only says that.  The project set has
    no article, title or hash.
    """

    article: str
    title: str
    hash: str
    annotator: str
    events: Mapping[str, Event]
    state: Mapping[Key, Stamped]
    assigned: tuple[str, ...] = ()

    def reach(self) -> int:
        """Return the least length of text that the items need, in code points."""
        return max(
            (item_json.end_of(stamped.item) for stamped in self.state.values() if stamped.item), default=0
        )


def to_line(made: PackedSet) -> bytes:
    """Return the set as a line of JSON; always the same for the same set."""
    order = sorted({stamped.stamp for stamped in made.state.values()})
    number = {stamp: n for n, stamp in enumerate(order)}
    rows: dict[str, list[Any]] = {}
    gone: list[Any] = []
    for (kind, id_), stamped in sorted(made.state.items(), key=lambda entry: entry[0]):
        if stamped.item is None:
            gone.append([number[stamped.stamp], kind, id_])
        else:
            rows.setdefault(kind, []).append([number[stamped.stamp], item_json.to_json(stamped.item)])
    events = [made.events[stamp.event] for stamp in order]
    value = {
        "article": made.article,
        "title": made.title,
        "hash": made.hash,
        "annotator": made.annotator,
        "events": [list(event[:5]) for event in events],
        "items": rows,
        "gone": gone,
        **({"copies": [event.copy for event in events]} if any(event.copy for event in events) else {}),
        **({"assigned": list(made.assigned)} if made.assigned else {}),
    }
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n"
    return text.encode("utf-8", "surrogatepass")


def from_line(line: bytes) -> PackedSet:
    """Return the set read from a line.

    BadItem or ValueError when anything is missing, of the wrong type or out of range.
    """
    value = DECODER.decode(line.decode())
    if not isinstance(value, dict):
        raise BadItem("a set is not an object")
    if b"\\u" in line:
        check_whole(value)
    events = _events(value)
    state: dict[Key, Stamped] = {}
    is_project = value.get("article") == PROJECT
    kinds = PROJECT_KINDS if is_project else KINDS
    for kind, rows in _items(value, kinds):
        for row in rows:
            at, said = json_fields.pair(row)
            item = item_json.from_json(kind, said)
            if getattr(item, "status", None) is Status.SUGGESTED:
                raise BadItem(f"the {kind} {item.id} is not decided")
            _put(state, key_of(item), Stamped(item, _of(events, at).stamp))
    for row in json_fields.listed(value, "gone"):
        if not isinstance(row, list) or len(row) != 3 or row[1] not in kinds:
            raise BadItem("a deleted item is not [event, kind, id]")
        _put(state, (row[1], row[2]), Stamped(None, _of(events, row[0]).stamp))
    least = 0 if is_project else 1
    names = [named(value.get(name), name, least=least) for name in ("article", "hash")]
    names.append(named(value.get("annotator"), "annotator"))
    assigned = tuple(named(name, "an annotator") for name in json_fields.listed(value, "assigned"))
    for name in (names[2], *assigned):
        check_annotator(name)
    by_uuid = {event.uuid: event for event in events}
    if len(by_uuid) != len(events):
        raise BadItem("an event stands twice")
    return PackedSet(names[0], json_fields.text(value, "title"), names[1], names[2], by_uuid, state, assigned)


def _items(value: Json, kinds: Mapping[str, Any]) -> list[tuple[str, list[Any]]]:
    by_kind = value.get("items")
    if not isinstance(by_kind, dict) or not by_kind.keys() <= kinds.keys():
        raise BadItem("its items are not lists by kind")
    return [(kind, json_fields.listed(by_kind, kind)) for kind in by_kind]


def _events(value: Json) -> list[Event]:
    """Return the set's events; the copies that they were pressed in stand beside them, where that is known."""
    events = [_event(event) for event in json_fields.listed(value, "events")]
    copies = json_fields.listed(value, "copies") or [""] * len(events)
    if len(copies) != len(events):
        raise BadItem("its copies are not those of its events")
    named_ = (named(copy, "a copy", least=0) for copy in copies)
    return [event._replace(copy=copy) for event, copy in zip(events, named_, strict=True)]


def _event(value: Any) -> Event:
    if not isinstance(value, list) or len(value) != 5:
        raise BadItem("an event is not [uuid, number, by, at, verb]")
    uuid, lamport, *texts = value
    if type(lamport) is not int or not 0 <= lamport <= GREATEST:
        raise BadItem("an event's number is out of range")
    return Event(named(uuid, "an event"), lamport, *(named(text, "an event", least=0) for text in texts))


def _of(events: list[Event], at: Any) -> Event:
    if type(at) is not int or not 0 <= at < len(events):
        raise BadItem("an item names an event that is not there")
    return events[at]


def _put(state: dict[Key, Stamped], key: Key, stamped: Stamped) -> None:
    most = json_fields.LONGEST_KEY if key[0] in PROJECT_KINDS else json_fields.LONGEST_NAME
    named(key[1], "an id", most=most)
    if key in state:
        raise BadItem(f"the {key[0]} {key[1]} stands twice")
    state[key] = stamped


def check_names(made: PackedSet) -> None:
    """BadItem for a name that no terminal or schema can hold."""
    items = (stamped.item for stamped in made.state.values() if stamped.item)
    inner = (name for item in items for _, name in names_of(item))
    for name in (made.annotator, *made.assigned, *(event.by for event in made.events.values()), *inner):
        if plain(name) != name:
            raise BadItem(f"the name {name[:60]!a} has control characters")
