"""Names of places built, of waters, and of provinces: a head and a name, told apart by either."""

from __future__ import annotations

from functools import lru_cache

from annotations.compare.names.spelling import equal_words
from annotations.processes.quick_dataclass import dataclass
from annotations.text.word_forms import listed

# Heads of one line are one sort of thing; two words before one.
HEADS = """
air base, airbase, air force base, raf|airport, aerodrome|airfield, airstrip|naval base|military base|army base|base
port, harbor, seaport|refugee camp|camp|hospital, medical center, medical complex|clinic|bridge|stadium, arena
prison, jail, penitentiary|embassy|consulate|mosque|church|cathedral|school|university|college
nuclear power plant, nuclear power station, nuclear plant, npp|power plant, power station|plant|railway station, train station
station|dam|refinery|border crossing, crossing, checkpoint|square|street|avenue|road|highway|tower|palace|hotel|market
museum|canal|barracks|fort, fortress|terminal|tunnel|park|temple|theater|shipyard|cemetery|stock exchange|library
court, courthouse|castle|synagogue|mall|building|center|gate|pier|dock|lighthouse|oil field|gas field|mine, coal mine, gold mine, copper mine|observatory
space center, cosmodrome, spaceport
"""
HEAD_IN_FRONT = listed("port camp base fort raf embassy university hospital castle hotel airport")
TELLING = listed("""
    north south east west northern southern eastern western central upper lower new old international general
    university children childrens women womens memorial teaching royal military naval maternity regional municipal
    private public domestic city county inner outer main i ii iii iv v vi one two three four five six
""")  # an extra word that makes another place of it


@dataclass(frozen=True, slots=True)
class BuiltName:
    """A head, by the first word of its line, or "", and the name's other words."""

    head: str
    name: tuple[str, ...]


def _heads() -> dict[tuple[str, ...], str]:
    lines = [line.split(",") for line in HEADS.replace("\n", "|").split("|") if line.strip()]
    return {tuple(head.split()): line[0].strip() for line in lines for head in line}


_HEADS = _heads()
_WORDIEST = max(map(len, _HEADS))


@lru_cache(maxsize=50_000)
def built_name(words: tuple[str, ...]) -> BuiltName:
    """Return head and name of a place built: "Port of Aden" as "Aden port"."""
    if words[0] in HEAD_IN_FRONT and len(words) > 1 and not _head_at_end(words):
        rest = words[2:] if words[1] in ("of", "at") else words[1:]
        return BuiltName(_HEADS[words[:1]], rest)
    for of in ("of", "at"):
        front = words[: words.index(of)] if of in words else ()
        if front in _HEADS:
            return BuiltName(_HEADS[front], words[len(front) + 1 :])
    if cut := _head_at_end(words):
        return BuiltName(_HEADS[words[-cut:]], words[:-cut])
    return BuiltName("", words)


def _head_at_end(words: tuple[str, ...]) -> int:
    """Return how many words at the end are a head."""
    return next((n for n in range(_WORDIEST, 0, -1) if words[-n:] in _HEADS and len(words) >= n), 0)


def equal_built(one: BuiltName, other: BuiltName) -> bool:
    return (
        one.head == other.head
        and len(one.name) == len(other.name)
        and all(map(equal_words, one.name, other.name))
    )


def lies_in(short: BuiltName, long: BuiltName) -> bool:
    """Return whether the longer name has all words of the shorter in order, and no other that makes another place."""
    if short.head != long.head or not 0 < len(short.name) < len(long.name):
        return False
    rest, extra = list(long.name), []
    for word in short.name:
        at = next((i for i, other in enumerate(rest) if equal_words(word, other)), None)
        if at is None:
            return False
        extra += rest[:at]
        rest = rest[at + 1 :]
    return not any(word in TELLING or any(letter.isdigit() for letter in word) for word in (*extra, *rest))


WATERS = {"straits": "strait", "mountains": "mountains", "isles": "islands", "isle": "island", "mt": "mount"}
WATER_HEADS = listed(
    "strait gulf sea bay lake river island islands cape mount ocean valley peninsula desert mountains"
)
PROVINCES = {"governorate": "province", "oblast": "province", "region": "province", "wilaya": "province"}
DROPPED = listed("strait ocean river desert peninsula mountains mount")  # heads that may be missing


@lru_cache(maxsize=50_000)
def place_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a place with its head behind, "Straits of Hormuz" as "Hormuz Strait", and one word a head."""
    words = tuple(WATERS.get(word, word) for word in words)
    if len(words) > 2 and words[0] in ("city", "town", "village") and words[1] == "of":
        words = words[2:]
    if len(words) > 2 and words[1] == "of" and words[0] in WATER_HEADS | {"province", *PROVINCES}:
        words = (*(word for word in words[2:] if word != "the"), words[0])
    elif len(words) > 1 and words[0] in ("river", "lake", "mount"):
        words = (*words[1:], words[0])
    return (*words[:-1], PROVINCES.get(words[-1], words[-1])) if len(words) > 1 else words
