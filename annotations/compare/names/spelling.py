"""Spelling variants: words that write one name two ways, told by their consonants and by vowels that stand for each other.

No ratio of whole names parts variants from names that differ; the skeleton does, and the vowels then say no.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product, zip_longest

from rapidfuzz.fuzz import ratio

from annotations.compare.names.given import one_given_name

SHORTEST = 4  # letters of a word that may have variants
FREE = 5  # letters from which a may stand for e, and e for i
LEAST_RATIO = 60
# In this order.  Arabic, Russian and German sounds that are written with one letter or several.
SOUNDS = (
    ("shch", "s"), ("tsch", "C"), ("tch", "C"), ("sch", "s"), ("cz", "C"), ("sz", "s"), ("ch", "C"), ("sh", "s"), ("dzh", "j"), ("dj", "j"), ("kh", "k"), ("ck", "k"),
    ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("zh", "Z"), ("x", "ks"), ("tz", "ts"), ("ce", "se"), ("ci", "si"),
    ("cy", "sy"), ("c", "k"), ("aa", "a"), ("ee", "i"), ("oo", "u"),
)  # fmt: skip
_LLAH = re.compile(r"[aeiou]llah$|ulla$")
_FF = re.compile(r"(?<=...[oe])ff$")
_LETTERS = re.compile(r"[a-z]+")
_VOWEL_W = re.compile(r"(?<=[aeiou])w")
_II = re.compile(r"i{2,}")
# One language's letters for a sound, and what others have: German, French, Romanian, Turkic and Slavic names.
OTHER_LETTERS = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"kh", "h"),
        (r"(?<!d)j", "y"),
        (r"^i(?=[aou])", "y"),
        (r"^ye", "e"),
        (r"^ou(?=[aei])", "w"),
        (r"ch", "sh"),
        (r"ch", "kh"),
        (r"(?<=.)g", "h"),
        (r"zh", "j"),
        (r"tz", "z"),
    )
)
_OTHERS = re.compile("|".join(pattern.pattern for pattern, _ in OTHER_LETTERS))
MOST_OTHERS = 3
ALIKE = {frozenset("ae"), frozenset("ei"), frozenset("ou")}
ENDINGS = {frozenset(pair) for pair in (("i", "ea"), ("i", "ei"), ("u", "ou"), ("o", "ou"))}
SAME_ENDING = frozenset("ou")

Form = tuple[str, tuple[str, ...]]  # consonants, and the vowels before, between and behind them


@lru_cache(maxsize=100_000)
def forms(word: str, wide: bool = True) -> tuple[Form, ...]:
    """Return the consonants and vowels of a word, more than once where its letters may be read otherwise.

    None of a word in other scripts' letters.  `wide`: also as other languages write its sounds.

    >>> forms("houthi")
    (('ht', ('', 'ou', 'i')),)
    """
    if not _LETTERS.fullmatch(word) or len(word) > 40:
        return ()
    read = [_sounds(spelling) for spelling in (word, *(_other_spellings(word) if wide else ()))]
    consonants = [one.replace("w", "v") for one in read]
    vowels = [_VOWEL_W.sub("u", one).replace("w", "v") for one in read[:1] if "w" in one]
    return tuple(map(_form, dict.fromkeys((*consonants, *vowels))))


def _other_spellings(word: str) -> list[str]:
    """Return the word as other languages' letters would have it: Yusuf for Jusuf, Hamenei for Khamenei."""
    if len(word) < FREE:
        return []
    if not _OTHERS.search(word):
        return []
    return [other for pattern, by in OTHER_LETTERS if (other := pattern.sub(by, word)) != word][:MOST_OTHERS]


def _sounds(word: str) -> str:
    """Return the word with one letter a sound; a y that does not begin it is an i, an h behind its last vowel is out."""
    word = _FF.sub("v", word) if word.endswith("ff") else word
    word = _LLAH.sub("llah", word) if word.endswith(("llah", "ulla")) else word
    for letters, sound in SOUNDS:
        if letters in word:
            word = word.replace(letters, sound)
    if word[-1:] == "h" and word[-2:-1] in tuple("aeiouy"):
        word = word[:-1]
    word = word[:1] + word[1:].replace("y", "i")
    return _II.sub("i", word) if "ii" in word else word


def _form(word: str) -> Form:
    clusters, consonants = [""], ""
    for letter in word:
        if letter in "aeiou":
            clusters[-1] += letter
        elif not consonants or letter != consonants[-1] or clusters[-1]:
            consonants += letter
            clusters.append("")
    return consonants, tuple(clusters)


@lru_cache(maxsize=100_000)
def are_variants(one: str, other: str, given: bool = False, wide: bool = True) -> bool:
    """Return whether the words may write one name in two ways: Houthi and Huthi, Hodeidah and Hudaydah.

    `given`: as given names, which differ by their last vowel: Carlo and Carla.  `wide`: as beside an equal word.
    """
    if min(len(one), len(other)) < SHORTEST:
        return min(len(one), len(other)) == SHORTEST - 1 and _short(one) == _short(other)
    if given and (known := one_given_name(one, other)) is not None:
        return known
    if given and _ending(one) != _ending(other):
        return False
    free = min(len(one), len(other)) >= FREE
    return any(_agree(a, b, free, given) for a, b in product(forms(one, wide), forms(other, wide)))


def _ending(word: str) -> str:
    last = re.sub(r"h$", "", word)[-1:].replace("y", "i")
    return last if last in "aeiou" else ""


def _short(word: str) -> str:
    """Return a word of three letters as it is compared: Ain and Ayn, Zor and Zour."""
    return word.replace("y", "i").replace("ou", "o")


def _agree(one: Form, other: Form, free: bool, given: bool) -> bool:
    """Return whether two forms have one skeleton, and vowels that stand for each other.

    One may be left out, not of a given name: Indira, Indra.
    """
    if len(one[0]) != len(other[0]) or not all(map(_one_sound, one[0], other[0])):
        return False
    pairs = list(zip(one[1], other[1], strict=True))
    if any(bool(a) != bool(b) for a, b in (pairs[0], pairs[-1])):
        return False
    out = [(bool(a), bool(b)) for a, b in pairs if bool(a) != bool(b)]
    if len(out) > (0 if given or not free else 1):
        return False
    if out and any(a != b for a, b in pairs if a and b):
        return False
    near = ratio(_spelled(one), _spelled(other)) >= LEAST_RATIO
    return near and _end_alike(*pairs[-1], free) and all(_stand(a, b, free) for a, b in pairs[:-1] if a and b)


def _spelled(form: Form) -> str:
    return "".join(map("".join, zip_longest(form[1], form[0], fillvalue="")))


def _one_sound(a: str, b: str) -> bool:
    return a == b or {a, b} in ({"q", "k"}, {"q", "g"})


def _stand(one: str, other: str, free: bool) -> bool:
    """Return whether two clusters of vowels may stand for each other, or one has a vowel more."""
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return all(_alike(a, b, free) for a, b in zip(short, long, strict=True))
    if not free:
        return short in (long.replace("ou", "u"), long.replace("ou", "o"))
    return "ea" not in long and short in {long[:i] + long[i + 1 :] for i in range(len(long))}


def _end_alike(one: str, other: str, free: bool) -> bool:
    """Return whether the last vowels may stand for each other: Saree and Sarea, no Victory and Victoria."""
    return _stand(one, other, free) if len(one) == len(other) else frozenset((one, other)) in ENDINGS


def _alike(a: str, b: str, free: bool) -> bool:
    return a == b or (frozenset((a, b)) in ALIKE and (free or {a, b} == SAME_ENDING))


def are_close(one: str, other: str) -> bool:
    """Return whether variants have as many vowels as each other, as those of a name that everybody knows must."""
    counts = [{tuple(map(len, form[1])) for form in forms(word)} for word in (one, other)]
    return min(len(one), len(other)) >= FREE and bool(counts[0] & counts[1])


def are_plural(one: str, other: str, least: int = 5) -> bool:
    """Return whether one word is the other with a plural's ending; the shorter has so many letters at least."""
    short, long = sorted((one, other), key=len)
    if len(short) >= least and (long == short + "s" or (short.endswith("y") and long == short[:-1] + "ies")):
        return True
    stems = sorted(word.removesuffix("s") for word in (one, other))
    return (
        len(stems[0]) >= least
        and one.endswith("s") != other.endswith("s")
        and are_variants(*stems, wide=False)
    )


@lru_cache(maxsize=100_000)
def skeletons(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the keys under which names that may be equal meet, a final s and blanks counting for nothing."""
    each = [list(dict.fromkeys(form[0] for form in forms(word))) or [word] for word in words[:8]]
    keys = {"".join(parts) for parts in product(*each[:3])}
    rest = "".join(one[0] for one in each[3:])
    return tuple(sorted({_TWICE.sub(r"\1", key + rest).translate(_SOUNDS).removesuffix("s") for key in keys}))


_SOUNDS = str.maketrans({"q": "k", "g": "k"})
_TWICE = re.compile(r"(.)\1+")


def equal_words(one: str, other: str, *, given: bool = False, wide: bool = True) -> bool:
    return one == other or are_variants(*sorted((one, other)), given, wide)


def equal_names(one: tuple[str, ...], other: tuple[str, ...], *, plural: int = 5) -> bool:
    """Return whether two names, no persons', have as many words and each pair is equal, or are one written apart."""
    if len(one) == len(other):
        wide = len(one) > 1
        pairs = zip(one, other, strict=True)
        return all(equal_words(a, b, wide=wide) or are_plural(a, b, plural) for a, b in pairs)
    glued = "".join(one)
    return len(glued) > SHORTEST + 1 and glued == "".join(other)
