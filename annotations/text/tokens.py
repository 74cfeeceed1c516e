"""Tokens of a text: the steps in which a span's bounds move.

The bounds are those of `spacy.blank("en")`, found by its scheme: split at white space; keep or cut the chunks
a table knows; peel prefixes and suffixes; cut at infixes. Three things differ, each for the annotator: bounds
never fall inside a grapheme cluster (but for a mark that stands on white space); ideographs and kana are a
token each, Hangul goes by space; contractions without apostrophe ("Wed", "id") are not cut.  One thing is French and
Italian: an article or pronoun less its vowel is a token ("l’accord", "d’Orly"), but not before two capitals ("L'Oreal").
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise

from annotations.text.graphemes import PICTOGRAPHS, inside_grapheme
from annotations.text.regex import regex

_CJK = (
    "\u3005-\u3007\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u31f0-\u31ff\u3400-\u4dbf"
    "\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U000323af"
)
_CHUNK = regex(rf"([{_CJK}][\uff9e\uff9f]*)|[^\s{_CJK}]+")
_ASIAN = regex("[^\0-\u3004\U0001f000-\U0001ffff]")  # may hold an ideograph; quick to compile and to look for
_RUN_ON = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]")  # Thai, Lao, Burmese, Khmer
_NOT_SPACE = regex(r"\S+")

_LATIN_EXTENDED = [chr(code) for code in range(0x100, 0x250)]
_UPPER = "A-ZÀ-ÖØ-ÞΆ-ΏΑ-ΫЀ-Я" + "".join(char for char in _LATIN_EXTENDED if char.isupper())
_LOWER = "a-zß-öø-ÿΐά-ώа-џ" + "".join(char for char in _LATIN_EXTENDED if char.islower())
_ALPHA = r"[^\W\d_]"  # letters of every script; those without case count as upper and as lower

_QUOTES = "'\"”“`‘´’‚„»«「」『』（）〔〕【】《》〈〉\u2329\u232a⟦⟧"
_MARKS = r"…,:;!?¿؟¡()\[\]{}<>_#*&。？！，、；：～·।،۔؛٪" + _QUOTES
_ICONS = rf"[\u00a6\u00a9\u00ae\u00b0\ufffc\ufffd{PICTOGRAPHS}]"
_CURRENCY = r"(?:(?:US|C|A)?\$|[£€¥฿₠-₿﷼])"
_UNITS = (
    "km[²³]?|[dcm]?m[²³]?|ha|[µn]m|yd|in|ft|[kmµ]?g|t|lb|oz|m/s|km/h|kmh|mph|h?Pa|mbar|[mkgt]b|[MKGT]B|[TGMK%]"
    "|[кдсмн]?м|км²|км³|м²|м³|[км]?г|м/с|км/ч"
)

_PREFIX = regex(rf"……|\.\.+|\+(?![0-9])|{_CURRENCY}|[§%=—–{_MARKS}]|{_ICONS}")
_MARKED = (  # marks on letters, and the blocks of scripts that write vowels so
    "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0900-\u0dff\u0e31-\u0e4e\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3"
)
_SUFFIX = regex(
    rf"""(?: …… | \.\.+ | ['’][sS] | [—–{_MARKS}] | {_ICONS} | (?<=[0-9])(?:\+|{_CURRENCY}|{_UNITS})
      | (?<=°[FfCcKk])\. | (?<=[^\W_{_UPPER}])\. | (?<=[%²+\-|{_MARKS}])\.
      | (?<=[^\W\d_{_LOWER}]{{2}})\. | (?<=[{_MARKED}])\. )\Z""",
    re.VERBOSE,
)
_LONGEST_SUFFIX = 64  # code points; keeps the peeling of a very long chunk linear
_INFIX = regex(
    rf"""\.\.+ | … | {_ICONS} | (?<=[0-9])[+\-*^](?=[0-9-])
      | (?:(?<=[^\W\d_{_UPPER}])|(?<=[{_QUOTES}]))\.(?=[^\W\d_{_LOWER}]|[{_QUOTES}])
      | (?<={_ALPHA}),(?={_ALPHA}) | (?<=[^\W_])(?:---?|——|[-–—~]|[:<>=/])(?={_ALPHA})""",
    re.VERBOSE,
)
_VOWELS = "aeiouyhàâäæéèêëìîïòôöœùûü"
_ELIDED = regex(
    rf"(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|dell|all|nell|sull|dall|quell|un)['’](?=[{_VOWELS}{_VOWELS.upper()}])"
    rf"|(?:[CDJLMNST]|Qu|Jusqu|Lorsqu|Puisqu|Quoiqu|Dell|All|Nell|Sull|Dall|Quell|Un)['’](?=[{_VOWELS}])"
)
_LABEL = r"[^\W_](?:[\w-]{0,62}[^\W_])?"
_URL = regex(
    rf"(?:[\w+.-]{{2,}}://)?(?:[^\s@]+@)?(?:{_LABEL}\.)+[{_LOWER}]{{2,63}}(?::\d{{2,5}})?(?:[/?#]\S*)?"
)

# Heads, and the tails each of them takes; "_" stands between two tokens.
_CONTRACTIONS = (
    ("i", "'m 'm_a"),
    ("i you he she it we they", "'ll 'll_'ve 'd 'd_'ve"),
    ("i you we they could might must should would not", "'ve"),
    ("you we they", "'re"),
    ("who what when where why how there that this these those", "'ll 'll_'ve 'd 'd_'ve"),
    ("who what when where why how there these those", "'re 've"),
    ("ca could do does did had may might must need ought sha should wo would", "n't n't_'ve nt"),
    ("ai are is was were have has dare", "n't nt"),
    ("can", "not"),
    ("gon", "na"),
    ("got", "ta"),
    ("let", "'s"),
    ("c'm", "on"),
    ("y'", "all"),
    ("1 2 3 4 5 6 7 8 9 10 11 12", "a.m. am p.m. pm"),
)
_WHOLE = """
    'em 'nuff 'll 're 'd 's 'S 'cause 'Cause 'cos 'Cos 'coz 'Coz 'cuz 'Cuz 'bout ma'am Ma'am o'clock O'clock
    doin' goin' nothin' nuthin' ol' somethin' lovin' havin' Doin' Goin' Nothin' Ol' Somethin' Lovin' Havin'
    and/or w/o '' C++ :) :-) ;) ;-) :( :-( :D :-D :P :-P :/ <3
    Adm. Bros. co. Co. Corp. Dr. E.G. E.g. Gen. Gov. I.E. I.e. Inc. Jr. Ltd. Md. Messrs. Mo. Mont. Mr. Mrs.
    Ms. Mt. Ph.D. Prof. Rep. Rev. Sen. St. a.m. e.g. i.e. p.m. v.s. vs. D.C. N.C. N.D. N.H. N.J. N.M. N.Y.
    S.C. Jan. Feb. Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec.
    Ak. Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ia. Id. Ill. Ind. Kan. Kans. Ky. La. Mass. Mich.
    Minn. Miss. Neb. Nebr. Nev. Okla. Ore. Pa. Tenn. Va. Wash. Wis.
    a. b. c. d. e. f. g. h. i. j. k. l. m. n. o. p. q. r. s. t. u. v. w. x. y. z. ä. ö. ü.
"""


def tokens(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return the bounds of the tokens of `text[start:end]` in order; white space (`str.isspace`) is in none.

    >>> tokens("U.S. troops don't")
    [(0, 4), (5, 11), (12, 14), (14, 17)]
    """
    stop = len(text) if end is None else end
    if not _ASIAN.search(text, start, stop):
        return _plain_tokens(text, start, stop)
    found: list[tuple[int, int]] = []
    for match in _CHUNK.finditer(text, start, stop):
        left, right = match.span()
        if not match.lastindex:
            if found and found[-1][1] == left:
                left = _marks_end(text, left, right)
                found[-1] = found[-1][0], left
            found += _plain_tokens(text, left, right)
        else:
            found.append((left, right))
    return found


def token_at(text: str, i: int) -> tuple[int, int] | None:
    """Return the bounds of the token that holds code point `i`; None for white space or past the end."""
    chunk = _CHUNK.match(text, i)
    if chunk is None:
        return None
    following = _CHUNK.match(text, chunk.end())  # may open with marks that belong to an ideograph
    found = tokens(text, _chunk_start(text, i), following.end() if following else chunk.end())
    return next(bounds for bounds in found if i < bounds[1])


def has_ideographs(text: str) -> bool:
    """Return whether the text may hold ideographs, kana or Hangul, whose words blanks do not separate."""
    return _ASIAN.search(text) is not None


def is_run_on(text: str) -> bool:
    """Return whether the text has letters of a script whose words run on, and which are not a token each."""
    return _RUN_ON.search(text) is not None


def _chunk_start(text: str, i: int) -> int:
    """Return the start of the chunk that holds `i`; marks after an ideograph belong to its chunk."""
    while i > 0 and not text[i - 1].isspace():
        match = _CHUNK.match(text, i, i + 1)
        if match is None or match.lastindex:
            break
        i -= 1
    return i


def _plain_tokens(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the bounds of the tokens of a stretch without ideographs."""
    found: list[tuple[int, int]] = []
    for match in _NOT_SPACE.finditer(text, start, end):
        chunk = match[0]
        cuts = _remembered_cuts(chunk) if len(chunk) <= _LONGEST_REMEMBERED else _cuts(chunk)
        if cuts:
            left, right = match.span()
            found.extend(pairwise((left, *(left + cut for cut in cuts), right)))
        else:
            found.append(match.span())
    return found


def _marks_end(text: str, left: int, right: int) -> int:
    """Return the end of the marks that follow an ideograph and belong to it."""
    while left < right and inside_grapheme(text, left):
        left += 1
    return left


def _cuts(chunk: str) -> tuple[int, ...]:
    """Return the offsets at which to cut a chunk, counted from its start."""
    if chunk in _EXCEPTIONS or chunk.isalpha():
        return _EXCEPTIONS.get(chunk, ())
    cuts, left, right = _peel(chunk)
    middle = chunk[left:right]
    if middle in _EXCEPTIONS:
        cuts += [left + cut for cut in _EXCEPTIONS[middle]]
    elif not _URL.fullmatch(middle):
        if elided := _ELIDED.match(chunk, left, right):
            cuts.append(elided.end())
        infixes = _INFIX.finditer(chunk, left, right)
        cuts += [cut for infix in infixes if infix.start() > left for cut in infix.span()]
    inner = sorted({cut for cut in cuts if 0 < cut < len(chunk)})
    if chunk.isascii():
        return tuple(inner)
    return tuple(cut for cut in inner if not inside_grapheme(chunk, cut))


_remembered_cuts = lru_cache(maxsize=1 << 16)(_cuts)
_LONGEST_REMEMBERED = 40


def _peel(chunk: str) -> tuple[list[int], int, int]:
    """Return the cuts after each prefix and before each suffix, and the bounds of the rest between them."""
    left, right, cuts = 0, len(chunk), []
    while left < right and not _is_known(chunk, left, right):
        prefix = _PREFIX.match(chunk, left, right)
        start = prefix.end() if prefix else left
        suffix = None if _is_known(chunk, start, right) else _suffix(chunk, start, right)
        if prefix is None and suffix is None:
            break
        stop = suffix if suffix is not None else right
        if suffix is not None and _is_known(chunk, left, stop):
            start = left
        left, right = start, stop
        cuts += [left, right]
    return cuts, left, right


def _is_known(chunk: str, left: int, right: int) -> bool:
    return right - left <= _LONGEST_EXCEPTION and chunk[left:right] in _EXCEPTIONS


def _suffix(chunk: str, left: int, right: int) -> int | None:
    match = _SUFFIX.search(chunk, max(left, right - _LONGEST_SUFFIX), right)
    return match.start() if match else None


def _exceptions() -> dict[str, tuple[int, ...]]:
    """Return the cuts of the chunks in the tables; with ' and with ’, contractions also with a capital."""
    known: dict[str, tuple[int, ...]] = {}
    for heads, tails in _CONTRACTIONS:
        for head in heads.split():
            for tail in tails.split():
                parts = tail.split("_")
                cuts = tuple(len(head) + len("".join(parts[:n])) for n in range(len(parts)))
                whole = head + "".join(parts)
                known |= {whole: cuts, whole[0].upper() + whole[1:]: cuts}
    known |= dict.fromkeys(_WHOLE.split(), ())
    return known | {word.replace("'", "’"): cuts for word, cuts in known.items()}


_EXCEPTIONS = _exceptions()
_LONGEST_EXCEPTION = max(map(len, _EXCEPTIONS))
