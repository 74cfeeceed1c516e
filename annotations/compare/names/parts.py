"""Names without a part that others have: they are those others' when they fit but one."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from annotations.compare.names.acronyms import LINKS
from annotations.compare.names.bodies import ARMS, body_name
from annotations.compare.names.built import DROPPED, BuiltName, built_name, lies_in, place_words
from annotations.compare.names.events import event_name
from annotations.compare.names.exclusives import SHIPS
from annotations.compare.names.joining import Fits
from annotations.compare.names.kinds import BODY, BUILT, EVENT, LAW, PLACE, PRODUCT
from annotations.compare.names.nodes import Node
from annotations.compare.names.same_things import cities, known_places, provinces
from annotations.compare.names.spelling import equal_names, skeletons
from annotations.compare.names.ties import NO_PLURAL, WORDS_MORE, blocks
from annotations.text.word_forms import listed

QUALIFIER = "with and without the state in front"
LONGER = "a name within a longer one"
SHIP_KINDS = listed("""
    ship ferry tanker vessel freighter destroyer frigate submarine carrier yacht trawler cruiser corvette warship
    cargo container oil bulk cruise aircraft passenger chemical crude
""")
PLANTS = {"plant", "power plant", "nuclear power plant"}
EVENT_KINDS = listed("operation hurricane typhoon cyclone tropical storm")


def missing_parts(nodes: Sequence[Node]) -> Iterator[Fits]:
    """Yield the names that may be others without a qualifier, a head, a ship's prefix, a year or more words."""
    shared = [node for node in nodes if node.article is None and node.words]
    yield from _without_qualifier([node for node in shared if node.kind == BODY])
    yield from _without_head([node for node in shared if node.kind == PLACE])
    yield from _within([node for node in shared if node.kind == BUILT])
    yield from _of_laws([node for node in shared if node.kind == LAW])
    yield from _without_prefix(shared)
    yield from _without_year([node for node in shared if node.kind == EVENT])


def _lookup(
    score: float, reason: str, full: dict[Hashable, list[int]], short: dict[int, Hashable]
) -> Iterator[Fits]:
    for number, key in short.items():
        if key in full:
            yield Fits(score, reason, number, tuple(full[key]))


def _without_qualifier(bodies: Sequence[Node]) -> Iterator[Fits]:
    full: dict[Hashable, list[int]] = {}
    short: dict[int, Hashable] = {}
    for node in bodies:
        name = body_name(node.words)
        if name.of:
            full.setdefault(name.rest, []).append(node.number)
        elif len(name.rest) > 1 and name.rest[-1] in ARMS:
            short[node.number] = name.rest
    yield from _lookup(0.85, QUALIFIER, full, short)


def _without_head(places: Sequence[Node]) -> Iterator[Fits]:
    """Yield waters and mountains without "Strait", "Ocean": a single word only as LOC, or as known with and without."""
    for one, other in blocks(places, lambda node: skeletons(_bare(place_words(node.words)))):
        for short, long in ((one, other), (other, one)):
            words, whole = place_words(short.words), place_words(long.words)
            if (
                _bare(whole) == whole
                or _bare(words) != words
                or not equal_names(words, _bare(whole), plural=NO_PLURAL)
            ):
                continue
            known = [known_places().get(" ".join(name)) for name in (words, whole)]
            natural = {*short.labels, *long.labels} == {"LOC"} and whole[-1] != "peninsula"
            natural = natural and " ".join(words) not in cities()
            if whole[-1] == "province":
                natural = " ".join(words) in provinces()
            if (len(words) > 1 and whole[-1] != "province") or natural or (known[0] and known[0] == known[1]):
                yield Fits(0.85, WORDS_MORE, short.number, (long.number,))


def _bare(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words without a head that may be missing."""
    return words[:-1] if len(words) > 1 and words[-1] in DROPPED | {"province"} else words


def _within(built: Sequence[Node]) -> Iterator[Fits]:
    named = [node for node in built if built_name(node.words).head]
    for one, other in blocks(
        named,
        lambda node: (
            ("" if built_name(node.words).head in PLANTS else built_name(node.words).head, key)
            for word in built_name(node.words).name
            for key in skeletons((word,))
        ),
    ):
        for short, long in ((one, other), (other, one)):
            a, b = built_name(short.words), built_name(long.words)
            if lies_in(a, b):
                yield Fits(0.8, LONGER, short.number, (long.number,))
            elif _is_airport_of(a, b):
                yield Fits(0.7, LONGER, short.number, (long.number,))
            elif a.head == "plant" and b.head in PLANTS and a.name and equal_names(a.name, b.name):
                yield Fits(0.75, WORDS_MORE, short.number, (long.number,))


def _is_airport_of(one: BuiltName, other: BuiltName) -> bool:
    """Return whether an airport's name lacks "International"; a city that is known may have several."""
    if not one.head == other.head == "airport" or (*one.name, "international") != other.name:
        return False
    return bool(one.name) and " ".join(one.name) not in cities()


def _of_laws(laws: Sequence[Node]) -> Iterator[Fits]:
    """Yield laws and treaties whose name goes on behind an "on", "of" or "for", or has more words in front."""
    for one, other in blocks(laws, lambda node: sorted({*node.words} - LINKS)):
        short, long = sorted((one, other), key=lambda node: (len(node.words), node.number))
        a, b = short.words, long.words
        goes_on = len(a) >= 2 and b[: len(a)] == a and b[len(a) : len(a) + 1] != () and b[len(a)] in LINKS
        numbered = len(a) == 2 and a[0] == "resolution" and a[1].isdigit()
        if goes_on or ((numbered or len(a) >= 3) and len(a) < len(b) and b[-len(a) :] == a):
            yield Fits(0.8, LONGER, short.number, (long.number,))


def _without_prefix(nodes: Sequence[Node]) -> Iterator[Fits]:
    """Yield ships without USS and the like, storms without their kind, and operations without that word.

    A ship told by its kind alone, as "the ferry Estonia", is first the one with a prefix of that name.
    """
    full: dict[Hashable, list[int]] = {}
    prefixed: dict[Hashable, list[int]] = {}
    short: dict[int, Hashable] = {}
    told: dict[int, Hashable] = {}
    for node in nodes:
        if node.kind not in (PRODUCT, EVENT):
            continue
        at = _words_in_front(node)
        key: Hashable = (node.kind, node.words[at:])
        if not at:
            short[node.number] = key
            continue
        full.setdefault(key, []).append(node.number)
        if node.words[0] in SHIPS:
            prefixed.setdefault(key, []).append(node.number)
        elif node.kind == PRODUCT:
            told[node.number] = key
    yield from _lookup(0.88, WORDS_MORE, prefixed, told)
    yield from _lookup(0.85, WORDS_MORE, full, short)


def _words_in_front(node: Node) -> int:
    """Return how many words in front of a ship's, storm's or operation's name tell what it is."""
    kinds = SHIPS | SHIP_KINDS if node.kind == PRODUCT else EVENT_KINDS
    count = next((i for i, word in enumerate(node.words) if word not in kinds), 0)
    return count if node.words[count].isalpha() else 0


def _without_year(events: Sequence[Node]) -> Iterator[Fits]:
    full: dict[Hashable, list[int]] = {}
    short: dict[int, Hashable] = {}
    for node in events:
        name = event_name(node.words)
        key = (name.head, name.states, name.words, name.numbers)
        if name.year:
            full.setdefault(key, []).append(node.number)
        elif name.states or name.words:
            short[node.number] = key
    yield from _lookup(0.8, WORDS_MORE, full, short)
