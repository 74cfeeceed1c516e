"""Names of persons: which two full names are one person's, may be, or cannot be."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from annotations.compare.names.chinese import in_pinyin
from annotations.compare.names.fold import REGAL
from annotations.compare.names.given import are_short_forms, are_two_given_names, is_given
from annotations.compare.names.readings import readings
from annotations.compare.names.spelling import equal_words
from annotations.processes.quick_dataclass import dataclass
from annotations.text.word_forms import listed

SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "2", "iii": "3", "iv": "4"}
NUMERALS = {"2", "3", "4"}
PARTICLES = listed("bin ben van von der den de da dos do di del della la le abu el al ter ten st saint mac")
FAMILY_FIRST = listed("""
    xi li wang zhang chen liu yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo kim lee park choi jung kang
    cho yoon jang lim han shin seo kwon hwang ahn moon ban nguyen tran pham hoang phan vu dang bui mao deng hun tsai
    chiang orban
""")
# Where names have two family names, of which the second is often left out.
SPANISH = listed("""
    jose juan maria luis carlos jorge pedro miguel manuel francisco antonio fernando ricardo eduardo javier
    andres diego pablo rafael ramon raul hector oscar sergio alberto alejandro enrique guillermo gustavo
    hugo ignacio jaime jesus joaquin julio lorenzo marcelo nicolas rodrigo ruben santiago tomas vicente alvaro
    ana carmen rosa isabel teresa lucia elena gabriela cristina veronica silvia beatriz
    alfredo cesar ernesto esteban felipe mauricio salvador xiomara yolanda
""")
MOST_BEHIND = 2  # words that a name may go on with
JAPANESE = re.compile(r"(?:(?:[kgsztdnhbpmrwjyf]|ch|sh|ts|[kgrnhbpm]y)?[aiueo]h?n?){2,6}")
BEGINNING = 3  # letters of a given name that begins another
LONGER = 2  # letters that the other has more
WOMANS = (
    "ina",
    "ine",
    "ette",
    "etta",
    "ella",
    "elle",
    "inha",
    "ita",
    "ia",
)  # of a man's name that is whole itself
WHOLE_NAME = 4
LONGEST = 8  # words of a person's name
JOINING = listed("and or of")  # two names in one span, or none


class Fit(Enum):
    """How two full names go together."""

    EQUAL = "equal"
    LIKELY = "likely"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A full name: given names, family name with its particles, and Jr and the like."""

    given: tuple[str, ...]
    family: tuple[str, ...]
    suffix: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        return (*self.given, *self.family)


def parted(words: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the words without Jr and the like, and that."""
    suffix = SUFFIXES.get(words[-1], "") if len(words) > 1 else ""
    return (words[:-1], suffix) if suffix else (words, "")


def is_surname(words: tuple[str, ...]) -> bool:
    """Return whether the words are a family name alone, with its particle or not: Biden, bin Laden, Trump Jr."""
    return person_name(words) is None and len(words) <= 3 and not JOINING & {*words}


@lru_cache(maxsize=50_000)
def person_name(words: tuple[str, ...]) -> PersonName | None:
    """Return the full name that the folded words are, None for a surname or a given name alone."""
    words, suffix = parted(words)
    if len(words) < 2 or len(words) > LONGEST or JOINING & {*words} or {*words[:-1]} <= PARTICLES:
        return None
    at = len(words) - 1
    while at > 1 and words[at - 1] in PARTICLES:
        at -= 1
    return PersonName(words[:at], words[at:], suffix)


@lru_cache(maxsize=200_000)
def fit(one: PersonName, other: PersonName) -> Fit:
    """Return how the names go together; names of which each is another's, or which cannot be told, are apart."""
    if one.suffix != other.suffix and not _without_numeral(one, other):
        return Fit.APART
    if one.words == other.words:
        return Fit.EQUAL if one.suffix == other.suffix else Fit.LIKELY
    if len(one.words) != len(other.words) and in_pinyin(one.words) & in_pinyin(other.words):
        return Fit.EQUAL
    if _are_turned(one, other):
        return Fit.LIKELY
    short, long = sorted((one.words, other.words), key=len)
    if len(short) < len(long) and long[-len(short) :] == short and (len(short) > 2 or not is_given(short[0])):
        return Fit.LIKELY
    if _goes_on(one, other):
        return Fit.LIKELY
    same = same_family(one.family, other.family)
    if not same and not _read_alike(one, other):
        return Fit.APART
    first = _given(one.given[0], other.given[0])
    if first is Fit.APART or (not same and first is not Fit.EQUAL):
        return Fit.APART
    return _middle(one.given[1:], other.given[1:], first)


def _read_alike(one: PersonName, other: PersonName) -> bool:
    """Return whether the family names sound alike as writers of two languages spell them."""
    return len(one.family) == len(other.family) == 1 and bool(
        readings(one.family[0]) & readings(other.family[0])
    )


def _goes_on(one: PersonName, other: PersonName) -> bool:
    """Return whether one name is the other with the mother's or the house's name behind: María Quispe Ticona.

    Of Spanish and Arabic names alone: behind an English one comes another person's, George Washington Carver.
    """
    short, long = sorted((one.words, other.words), key=len)
    if one.suffix or other.suffix or not 0 < len(long) - len(short) <= MOST_BEHIND:
        return False
    is_son = "bin" in short[1:-1]
    if not is_son and (short[0] not in SPANISH or is_given(short[-1])):
        return False
    ends = long[len(short)] != "bin"
    return ends and equal_words(short[0], long[0], given=True) and all(map(equal_words, short[1:], long[1:]))


def only_an_initial(one: PersonName, other: PersonName) -> bool:
    """Return whether one name has a middle initial and the other none: Michael B., who may be another Michael."""
    fewer, more = sorted((one.given, other.given), key=len)
    return (
        len(fewer) == 1 and len(more) > 1 and all(len(word) == 1 for word in more[1:]) and len(fewer[0]) > 1
    )


def _are_turned(one: PersonName, other: PersonName) -> bool:
    """Return whether the names have the family name once in front and once behind, and one word can only be the given name."""
    if len(one.words) != 2 or len(other.words) != 2:
        return False
    pairs = list(zip(one.words, other.words[::-1], strict=True))
    if not all(a == b or equal_words(a, b, given=True) or readings(a) & readings(b) for a, b in pairs):
        return False
    return (
        bool(FAMILY_FIRST & {*one.words})
        or sum(map(is_given, one.words)) == 1
        or all(JAPANESE.fullmatch(word) for word in one.words)
    )


def _without_numeral(one: PersonName, other: PersonName) -> bool:
    """Return whether one of the names lacks a ruler's numeral, as in King Charles and King Charles III."""
    numeral = {one.suffix, other.suffix} - {""}
    return len(numeral) == 1 and numeral <= NUMERALS and {one.given[0], other.given[0]} <= REGAL


def same_family(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    a, b = (tuple(word for word in words if word not in PARTICLES) or words for words in (one, other))
    return len(a) == len(b) and all(map(equal_words, a, b))


def _given(one: str, other: str) -> Fit:
    if equal_words(one, other, given=True):
        return Fit.EQUAL
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return Fit.LIKELY if long.startswith(short) else Fit.APART
    if are_short_forms(one, other):
        return Fit.LIKELY
    begins = len(short) >= BEGINNING and len(long) - len(short) >= LONGER and long.startswith(short)
    if not begins or (are_two_given_names(one, other) and len(short) > BEGINNING):
        return Fit.APART
    other_sex = len(short) >= WHOLE_NAME and is_given(short) and long[len(short) :] in WOMANS
    return Fit.APART if other_sex else Fit.LIKELY


def _middle(one: tuple[str, ...], other: tuple[str, ...], first: Fit) -> Fit:
    """Return how names with such middle names go together: one that has none may be anybody's."""
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    fits = not short or _given(short[0], long[0]) is not Fit.APART
    fits = fits and all(any(_given(name, against) is not Fit.APART for against in rest) for name in short)
    if not fits:
        return Fit.APART
    return Fit.LIKELY if len(short) < len(long) else first


def is_less(one: PersonName, other: PersonName) -> bool:
    """Return whether the first name tells less than the second, and so looks for the one that it fits."""
    return (len(one.words), len("".join(one.words)), one.words) < (
        len(other.words),
        len("".join(other.words)),
        other.words,
    )


def surnames(name: PersonName) -> tuple[str, ...]:
    """Return the words by which the person may be called alone: the family name, also one that stands in front."""
    front = (name.given[0],) if name.given[0] in FAMILY_FIRST else ()
    return (name.family[-1], *front)
