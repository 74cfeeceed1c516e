"""Marks of which no entity can have two: a state, a qualifier, a head, a year, a settled entity, a known city."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence

from annotations.compare.material import Settled
from annotations.compare.names.bodies import body_name, law_of
from annotations.compare.names.built import built_name
from annotations.compare.names.events import event_name, known_events
from annotations.compare.names.joining import Exclusive
from annotations.compare.names.kinds import BODY, BUILT, EVENT, PEOPLE, PERSON, PLACE, PRODUCT, STATE
from annotations.compare.names.nodes import Node
from annotations.compare.names.persons import person_name
from annotations.compare.names.same_things import known_places, other_name_lines
from annotations.compare.proposed import entity_id
from annotations.text.word_forms import listed

MERCHANT = listed("mv ms mt ss mts")  # which are mixed up
SHIPS = listed("uss hms hmas hmcs ins usns rfa mv ms mt ss rms mts")
Apart = dict[Hashable, frozenset[Hashable]]


def brought(nodes: Sequence[Node], settled: Settled) -> tuple[list[Exclusive], Apart]:
    """Return what each node brings into its cluster, and what people said is apart."""
    apart = _apart(settled)
    ids = {one for pair in settled.apart_entities for one in pair}
    made = []
    for node in nodes:
        held: set[Hashable] = {said for said in node.said if said in apart} if apart else set()
        if node.settled is not None:
            held.add(node.settled)
        if ids:
            held |= ids & {entity_id(one.article, one.span.start) for one in node.mentions}
        name = person_name(node.words) if node.kind == PERSON and node.words else None
        made.append(Exclusive(_marks(node), name, frozenset(held)))
    return made, apart


def _apart(settled: Settled) -> Apart:
    found: dict[Hashable, set[Hashable]] = {}
    pairs: Iterable[frozenset[Hashable]] = (*settled.apart_wordings, *settled.apart_entities)
    for pair in pairs:
        one, other = sorted(pair, key=repr) if len(pair) == 2 else [*pair] * 2
        found.setdefault(one, set()).add(other)
        found.setdefault(other, set()).add(one)
    return {one: frozenset(others) for one, others in found.items()}


def _marks(node: Node) -> dict[str, str]:
    """Return what the node says of its entity that another thing's name would say otherwise."""
    marks = {} if node.settled is None else {"settled": node.settled}
    if not node.words:
        return marks
    if node.kind in (STATE, PEOPLE):
        marks["state"] = f"{node.kind} {node.words[0]}"
    elif node.kind == BODY:
        of, law = body_name(node.words).of, law_of(node.words)
        marks |= ({"of": of} if of else {}) | ({"law": law} if law else {})
    elif node.kind == BUILT and (head := built_name(node.words).head) not in ("", "plant"):
        marks["head"] = head
    elif node.kind == PLACE and (known := known_places().get(" ".join(node.words))):
        marks["known"] = known
    elif node.kind == PRODUCT and node.words[0] in SHIPS:
        marks["ship"] = "mv" if node.words[0] in MERCHANT else node.words[0]
    elif node.kind == EVENT:
        name = event_name(node.words)
        marks |= {"year": name.year} if name.year else {}
        marks |= {"numbers": str(sorted(name.numbers))}
        lines = other_name_lines().get((EVENT, " ".join(node.words)), ())
        known = str(lines[0]) if lines else known_events().get(name)
        marks |= {"event": known} if known else {}
    return marks
