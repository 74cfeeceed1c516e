"""Folding of wordings: what is left of a name when case, accents, articles and hyphens count for nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from annotations.compare.names.countries import is_country, without_opener
from annotations.compare.names.letters import pieces
from annotations.text.word_forms import listed

PERSON = "PERSON"
PLACES = frozenset({"GPE", "LOC", "FAC"})
TITLES = listed("""
    mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime minister premier chancellor
    secretary senator sen representative rep congressman congresswoman governor gov mayor ambassador judge justice
    general gen lieutenant lt colonel col major maj captain capt commander cmdr admiral adm brigadier brig sergeant
    sgt corporal cpl private pvt commodore marshal field foreign defense defence interior finance chief spokesman
    spokeswoman spokesperson chairman chairwoman ayatollah sheikh sheik shaikh imam rabbi mullah hojatoleslam reverend
    rev bishop archbishop cardinal pope father crown prince princess king queen emir sultan former late acting
    deputy coach detective inspector sayyid sayyed syed hajj haji herr frau monsieur madame mme senor senora hon
""")
REGAL = listed("pope king queen prince princess emir sultan father lord lady")  # part of a short name
NUMERALS = listed("ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi")
SHORT = {
    "st": "saint", "mt": "mount", "ft": "fort", "govt": "government", "intl": "international", "natl": "national",
    "dept": "department", "univ": "university", "assn": "association", "centre": "center", "centres": "centers",
    "harbour": "harbor", "labour": "labor", "defence": "defense", "organisation": "organization",
    "organisations": "organizations", "programme": "program", "theatre": "theater", "ibn": "bin",
}  # fmt: skip
ORDINALS = {
    "first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th",
    "eighth": "8th", "ninth": "9th", "tenth": "10th", "eleventh": "11th", "twelfth": "12th",
}  # fmt: skip
ARTICLES = frozenset({"al", "el", "ul"})
# Before these the l of the article becomes the same letter: as-Salif, ad-Durayhimi, ash-Sharq.
ASSIMILATED = re.compile(r"[aeu](sh|dh|th|[sdtrnzl])$")
ABD = re.compile(r"abd(?:[aeuio]l|u[rsndzt])?$")
GLUED_ABD = re.compile(r"abd(?:[aeu]l)(?=[^\W\d_]{3,}$)")
TAIL = re.compile(r"\s*[(\[][A-Z][A-Za-z.-]{1,11}[)\]]\s*$")


@lru_cache(maxsize=100_000)
def fold(wording: str, label: str) -> str:
    """Return the folded wording of a span of that label: equal for two that are written alike.

    >>> fold("the U.S. Navy’s", "ORG"), fold("Al-Ḥudaydah", "GPE"), fold("Gen. ‘Abd al-Malik", "PERSON")
    ('us navy', 'hudaydah', 'abdmalik')

    Without a letter or number it is the wording itself, in lower case.
    """
    return " ".join(folded_words(wording, label)) or " ".join(wording.casefold().split())


def folded_words(wording: str, label: str) -> list[str]:
    """Return the words that the folded wording is made of, none where the wording has no letter or number."""
    is_person = label == PERSON
    bare = TAIL.sub("", wording) if ")" in wording or "]" in wording else wording
    found = without_opener(pieces(bare, joined=not is_person))
    lower = [piece.lower() for piece in found]
    words = [word for word in lower if word != "-"]
    if is_country(" ".join(words)):
        return words
    words = _glue_abd(_without_articles(found, lower, label))
    words = _without_titles(words) if is_person else [ORDINALS.get(word, word) for word in words]
    return _glue_co([SHORT.get(word, word) for word in words])


def _without_articles(found: list[str], lower: list[str], label: str) -> list[str]:
    """Return the words without Arabic articles: hyphened ones, and al and el, but for a person's first word.

    In front of a place also one that is its first letter again: "As Salif".  Of "Mazar-e-Sharif" the -e- goes.
    """
    kept: list[str] = []
    for i, word in enumerate(lower):
        if word == "-":
            continue
        behind, before = lower[i + 1 : i + 3], lower[i - 1] if i else ""
        hyphened = len(behind) == 2 and behind[0] == "-"
        follows = behind[1] if hyphened else behind[0] if behind else ""
        first_name = label == PERSON and not kept and not hyphened and found[i][:1].isupper()
        sun = ASSIMILATED.match(word)
        if follows and word in ARTICLES and not first_name:
            continue
        if sun and follows.startswith(sun[1]) and (hyphened or (not kept and label in PLACES)):
            continue
        if follows and before == "-" and word in ("e", "i"):
            continue
        kept.append(word)
    return kept


def _glue_co(words: list[str]) -> list[str]:
    """Return the words with "co-operation" and the like as one word, and "-isation" as "-ization"."""
    joined = " ".join(words)
    if "co o" not in joined and "isation" not in joined:
        return words
    joined = re.sub(r"\bco (?=operat|ordinat)", "co", joined)
    return re.sub(r"(?<=.i)sation(?=s?\b)", "zation", joined).split()


def _glue_abd(words: list[str]) -> list[str]:
    """Return the words with "abd" and the next one as one: Abd al-Malik, Abdul Malik, Abdulmalik."""
    if not any("abd" in word for word in words):
        return words
    made: list[str] = []
    for word in words:
        if made and ABD.match(made[-1]):
            made[-1] = "abd" + word
        else:
            made.append(word)
    return [word if word.startswith("abdull") else GLUED_ABD.sub("abd", word) for word in made]


def _without_titles(words: list[str]) -> list[str]:
    at = 0
    while at < len(words) - 1 and words[at] in TITLES:
        if words[at] in REGAL and len([word for word in words[at + 1 :] if word not in NUMERALS]) == 1:
            break
        at += 1
    return words[at:]
