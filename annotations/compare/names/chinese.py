"""Chinese names of three syllables as Wade-Giles and Pinyin write them: Mao Tse-tung, Mao Zedong."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

from annotations.text.word_forms import listed

FAMILIES = listed("""
    xi li wang zhang chen liu yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo mao deng peng jiang song
    jiang zeng xiao tian dong pan yuan cai cao cui dai du fan feng fu gu hong hou jia jin kong lei liang liao lu meng
    qian qin ren shao shen shi su tan tang tao wei xie xue yan yao ye yin yu zheng zhong zou bai bo
""")
# Aspiration is lost with its apostrophe, so a letter of Wade-Giles may be either of two of Pinyin.
INITIALS = (
    ("hs", ("x",)), ("ch", ("zh", "ch", "j", "q")), ("ts", ("z", "c")), ("tz", ("z", "c")), ("ss", ("s",)), ("sz", ("s",)),
    ("k", ("g", "k")), ("t", ("d", "t")), ("p", ("b", "p")), ("j", ("r",)),
)  # fmt: skip
FINALS = (
    (r"ung$", "ong"),
    (r"ien$", "ian"),
    (r"yen$", "yan"),
    (r"ieh$", "ie"),
    (r"yeh$", "ye"),
    (r"ih$", "i"),
    (r"eh$", "e"),
)
MOST_LETTERS = 6


@lru_cache(maxsize=50_000)
def in_pinyin(words: tuple[str, ...]) -> frozenset[str]:
    """Return a name's Pinyin, more than once where Wade-Giles leaves it open; nothing unless its family name is common.

    >>> "mao zedong" in in_pinyin(("mao", "tse", "tung")), in_pinyin(("mao", "zedong"))
    (True, frozenset({'mao zedong'}))
    """
    if len(words) not in (2, 3) or (len(words) == 3 and max(map(len, words)) > MOST_LETTERS):
        return frozenset()
    if len(words) == 2:
        return frozenset((" ".join(words),)) if words[0] in FAMILIES else frozenset()
    first, *given = (_syllable(word) for word in words)
    return frozenset(f"{one} {a}{b}" for one, a, b in product(first & FAMILIES, *given))


def _syllable(word: str) -> set[str]:
    """Return the syllable as it is, and as Pinyin has it when it is Wade-Giles."""
    final = word
    for ending, pinyin in FINALS:
        final = re.sub(ending, pinyin, final)
    for initial, others in INITIALS:
        if final.startswith(initial):
            return {word, *(other + final[len(initial) :] for other in others)}
    return {word, final}
