"""Words that may be verbs told from nouns: by form, by what they must agree with, and by neighbours."""

from __future__ import annotations

from dataclasses import replace

from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.word_lists import NO_NOUNS, PLANNING, SPEAKING
from annotations.text.word_forms import Form, listed

PARTICLES = listed("as down up out off in back away over for on from")  # "takes over as", no noun
MANY = listed("people police men women children media troops")  # nouns that are many without an -s
EITHER = listed("staff team family government group army navy council committee side crew public")
AHEAD = ("name", "noun", "time", "that", "stop", "comma", "conj", "quote")
DONE_TO = ("det", "name", "num", "pron", "poss")  # behind a verb in the imperative
GOVERNING = listed(
    "response responses retaliation reaction reactions answer due prior thanks according"
)  # "to" a noun
SUPPOSED = listed(
    "alleged suspected supposed so-called purported"
)  # adjectives ahead of a noun: "looting, alleged raids"
NOMINAL = ("noun", "adj", "verb?")  # what "claims" is done to in "Lee claims victory"
OBJECT = ("det", "name", "num", "pron", "that", "quote", "adj", "poss")


def used(words: list[Word], n: int, word: Word) -> Word:
    """Return the word as verb or as noun, by its neighbours."""
    if word.tag == "noun" and not (word.span or word.said.part) and _must_be_verb(words, n):
        use = "ing" if word.text.endswith("ing") else "base"
        return replace(word, tag="verb", forms=(Form(word.text, frozenset({use})),))
    if word.tag != "verb?":
        return word
    if n > 1 and words[n - 1].tag == "to" and words[n - 2].text in GOVERNING:
        return replace(word, tag=_nominal(word))
    before = _beside(words, n, -1)
    after = _beside(words, n, 1)
    if not word.forms:  # any -ed, an -s behind "who", or what a parse takes for a verb
        uses = {"s"} if word.text.endswith("s") else {"past", "participle"}
        word = replace(word, forms=(Form(word.text, frozenset(uses)),))
    return replace(
        word,
        tag="verb"
        if _is_verb(word, before, after, joined=_is_joined(words, n), one=_is_one(words, n))
        or _is_told(words, word, before, after)
        or _is_headlines(words, n, word)
        else _nominal(word),
    )


def _is_told(words: list[Word], word: Word, before: Word | None, after: Word | None) -> bool:
    """Return whether somebody is told to do it: "Bake the bread", and "Bake the bread and serve it"."""
    if word.said.part or not word.is_form("base") or after is None or after.tag not in DONE_TO:
        return False
    first = next((one for one in words if one.tag not in ("adv", "not")), None)
    again = before is not None and before.tag in ("comma", "conj", "stop")
    return before is None or (again and first is not None and first.tag == "verb" and first.is_form("base"))


def _is_headlines(words: list[Word], n: int, word: Word) -> bool:
    """Return whether it is the one verb of a headline, behind the name that opens it: "Norland Closes Border"."""
    opens = n == 1 and words[0].span is not None and words[0].span.label in ("PERSON", "ORG", "GPE")
    if not opens or word.said.part == "verb" or not word.is_form("s") or n + 1 == len(words):
        return False
    verbs = ("verb", "modal", "be", "have", "do")
    other = any(one.tag in verbs or (one.tag == "verb?" and one.is_form("past", "s")) for one in words[2:])
    return words[n + 1].tag in ("noun", "adj") and not other


def _must_be_verb(words: list[Word], n: int) -> bool:
    """Return whether an unknown word stands where only a verb may.

    "Would veto", "they promise us", "to veto the plan".
    """
    before = _beside(words, n, -1)
    if before is None or not words[n].text.isalpha():
        return False
    if before.tag == "modal" or (before.tag == "pron" and before.text in ("he", "she", "they", "we", "i")):
        return True
    after = words[n + 1].tag if n + 1 < len(words) else ""
    if before.text == "by" and words[n].text.endswith("ing"):
        return after in ("det", "poss")  # "by dissolving the board"
    return before.tag == "to" and not words[n].text.endswith("s") and after in ("det", "pron", "poss")


def _nominal(word: Word) -> str:
    return "adj" if word.is_form("participle", "past") and not word.is_form("base", "s") else "noun"


def _beside(words: list[Word], n: int, step: int) -> Word | None:
    n += step
    while 0 <= n < len(words) and words[n].tag in ("adv", "not"):
        n += step
    return words[n] if 0 <= n < len(words) else None


def _is_verb(word: Word, before: Word | None, after: Word | None, *, joined: bool, one: bool = False) -> bool:
    """Return whether the word is a verb; `one`: "a" stands ahead of its noun, which is no plural then."""
    ahead = before.tag if before else ""
    behind = after.tag if after else ""
    attributive = behind in ("noun", "name", "adj", "verb?") or not word.is_form("participle")
    if word.said.part == "verb" or (word.said.part and attributive):
        return word.said.part == "verb"
    if word.text in SUPPOSED and behind in ("noun", "verb?", "adj") and ahead in ("comma", "conj", "prep"):
        return False
    if word.is_form("past", "participle"):
        return _is_past_verb(before, ahead, behind)
    if word.is_form("ing"):
        gerund = ahead == "prep" and behind in ("prep", "comma", "stop", "")
        return ahead not in ("det", "adj", "poss", "num") and not gerund
    if ahead in ("to", "modal", "do"):
        return word.is_form("base")
    if ahead in ("pron", "rel"):
        return True
    if ahead not in AHEAD or not word.is_form("s", "base") or (one and word.is_form("base")):
        return False
    if word.forms[0].lemma in SPEAKING or word.text.rpartition(" ")[2] in PARTICLES:
        return True
    if not joined and not _agrees(word, before):
        return False
    if before and before.span and before.span.label == "PERSON" and word.is_form("s") and behind in NOMINAL:
        return True
    if word.forms[0].lemma in NO_NOUNS and ahead in ("name", "noun"):
        return True
    if behind == "to" and word.forms[0].lemma in PLANNING:
        return ahead in ("name", "noun")
    return behind in OBJECT and not (ahead in ("comma", "conj", "stop", "quote") and word.is_form("base"))


def _is_joined(words: list[Word], n: int) -> bool:
    """Return whether the noun ahead need not agree: it is one of several, or stands behind a preposition."""
    at = n - 1
    while at >= 0 and words[at].tag in ("noun", "name", "adj", "det", "num", "adv", "verb?"):
        at -= 1
    return at >= 0 and words[at].tag in ("conj", "prep")


def _is_one(words: list[Word], n: int) -> bool:
    """Return whether "a" or "an" opens the noun phrase ahead: in "a navy report that" there is no verb."""
    at = n - 1
    while at > 0 and words[at].tag in ("noun", "adj"):
        at -= 1
    return 0 <= at < n - 1 and words[at].text in ("a", "an")


def _agrees(word: Word, before: Word | None) -> bool:
    """Return whether the form fits the noun ahead: "the fund buys", "the funds buy"."""
    if before is not None and before.span and before.span.label in ("PERSON", "GPE", "LOC"):
        return word.is_form("s")
    if before is None or before.tag != "noun" or word.is_form("s") == word.is_form("base"):
        return True
    many = (
        before.text in MANY
        or before.text.endswith("men")
        or (before.text.endswith("s") and not before.text.endswith(("ss", "us", "is")))
    )
    return many == word.is_form("base") or before.text in EITHER


def _is_past_verb(before: Word | None, ahead: str, behind: str) -> bool:
    """Return whether a form in -ed, or an irregular one, is no adjective."""
    if before is None:
        return behind not in ("noun", "verb?")
    if ahead in ("be", "have", "pron", "rel", "that", "do", "modal", "to"):
        return True
    noun_behind = behind in ("noun", "verb?", "name")
    if ahead in ("det", "adj", "poss", "prep") or (ahead == "num" and noun_behind):
        return before.text in ("all", "both", "those", "many", "some", "several", "more")
    return not (before.is_form("past", "ing") and noun_behind)
