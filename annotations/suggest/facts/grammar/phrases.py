"""The phrases of a sentence: noun phrases with the preposition ahead, verb groups, and the marks between.

Clauses are cut where a second finite verb comes: at the conjunction, pronoun or comma before it.
"""

from __future__ import annotations

from collections.abc import Sequence

from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span
from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.word_lists import INTRANSITIVE
from annotations.text.word_forms import listed

ACTING = ("PERSON", "ORG", "NORP", "GPE")
IN_NOUN = ("det", "num", "adj", "noun", "name", "poss", "pron", "time")
IN_VERB = ("modal", "be", "have", "do", "not", "adv", "verb", "to")
SPEECH = listed("""say tell announce state warn claim deny confirm accuse write report insist add stress emphasize declare vow
    concede maintain contend disclose shout chant suggest caution complain testify reiterate remark estimate
    allege assert argue note reveal acknowledge admit believe describe explain""")


@dataclass(frozen=True, slots=True)
class Parsed:
    """A phrase as a parse sees it; phrases are named by their numbers.

    Of a verb group: `subjects`, `objects`, and `wholes`, the verbs that it completes ("began" of "began to
    strike"). `adjuncts` are what prepositions add, each with its word; `over` is what the phrase hangs on,
    the nearest first.
    """

    subjects: tuple[int, ...] = ()
    objects: tuple[int, ...] = ()
    adjuncts: tuple[tuple[str, int], ...] = ()
    over: tuple[int, ...] = ()
    wholes: tuple[int, ...] = ()


@dataclass(slots=True)
class Phrase:
    """A phrase, whose `kind` is noun, verb or mark; a noun phrase's `prep` governs it."""

    kind: str
    words: list[Word]
    prep: str = ""
    clause: int = 0
    passive: bool = False
    negated: bool = False  # "not a single ship", "neither side"
    parsed: Parsed | None = None

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def head(self) -> Word:
        """Return the last word; of a verb group the verb."""
        return self.words[-1]

    @property
    def text(self) -> str:
        return self.words[-1].text

    @property
    def tag(self) -> str:
        return self.words[0].tag

    def spans(self) -> list[Span]:
        return [word.span for word in self.words if word.span]

    def has(self, *tags: str) -> bool:
        return any(word.tag in tags for word in self.words)

    @property
    def lemmas(self) -> set[str]:
        return {form.lemma for form in self.head.forms} | ({"be"} if self.head.tag == "be" else set())

    @property
    def is_finite(self) -> bool:
        """Return whether the verb group makes a sentence of its own: no infinitive, no bare participle."""
        if self.kind != "verb" or self.has("to"):
            return False
        if self.has("modal", "be", "have", "do") and self.words[0].text not in (
            "being",
            "having",
            "be",
            "been",
        ):
            return True
        return not self.passive and self.head.is_form("past", "s", "base")


Phrases = list[Phrase]


def phrases_of(words: Sequence[Word]) -> list[Phrase]:
    """Return the phrases in order."""
    made = _chunks(words)
    for n, phrase in enumerate(made):
        if phrase.kind == "verb":
            phrase.passive = _is_passive(made, n)
    _number_clauses(made)
    return made


def _chunks(words: Sequence[Word]) -> list[Phrase]:
    made: list[Phrase] = []
    prep, n = "", 0
    while n < len(words):
        word = words[n]
        end = n + 1
        if word.tag in IN_NOUN and not (word.tag == "pron" and prep == ""):
            while end < len(words) and words[end].tag in IN_NOUN and not _parts(words[end - 1], words[end]):
                end += 1
            made.append(Phrase("noun", list(words[n:end]), _shared(made, word) or prep))
            made[-1].negated = n > 0 and words[n - 1].tag == "not"
            if words[end - 1].tag != "poss":
                prep = ""
        elif word.tag == "pron":
            made.append(Phrase("noun", [word], prep))
            prep = ""
        elif word.tag in IN_VERB and (group := _group(words, n)):
            end = n + group
            made.append(Phrase("verb", _to_the_verb(words[n:end]), prep))
            prep = ""
        elif word.tag == "prep" or (word.tag == "to"):
            prep = word.text
        elif word.tag not in ("adv", "not"):
            made.append(Phrase("mark", [word]))
            prep = ""
        n = end
    return made


def _shared(made: list[Phrase], word: Word) -> str:
    """Return the preposition that the word shares with the name of the same label before it.

    In "in Iraq and Syria" the "in" of "Iraq" is also that of "Syria".
    """
    if len(made) < 2 or made[-1].kind != "mark" or made[-1].tag not in ("conj", "comma") or not word.span:
        return ""
    before = made[-2]
    same = before.kind == "noun" and before.head.span and before.head.span.label == word.span.label
    return before.prep if same and word.span.label in ("GPE", "LOC", "FAC") else ""


def _parts(before: Word, word: Word) -> bool:
    """Return whether a noun phrase ends between the two words.

    It ends at an owner, a date, a pronoun, else where a parse says so or at a new determiner.
    """
    if before.tag == "poss" or "time" in (before.tag, word.tag) or "pron" in (before.tag, word.tag):
        return True
    people = before.span is not None and before.span.label == "NORP"
    if before.said.head >= 0 and word.said.head >= 0 and not (people and word.tag in ("noun", "adj")):
        return before.said.head != word.said.head
    if word.span and word.span.label == "MONEY":
        return before.tag in ("name", "noun")  # "gave Ukraine 50 million"
    return word.tag == "det" and before.tag not in ("det", "num")


def _group(words: Sequence[Word], n: int) -> int:
    """Return the number of words of the verb group that starts there; 0 when it holds no verb."""
    end, last = n, 0
    seen = False
    while end < len(words) and words[end].tag in IN_VERB:
        if seen and words[end].tag in ("to", "modal", "do", "have", "be"):
            break
        if seen and words[end].tag == "verb":
            break
        if words[end].tag == "verb":
            seen = True
        if words[end].tag in ("verb", "be", "have", "do"):
            last = end + 1 - n
        end += 1
    if words[n].tag == "to" and not seen and not last:
        return 0
    return last


def _to_the_verb(words: Sequence[Word]) -> list[Word]:
    """Return the group, its verb last."""
    verbs = [n for n, word in enumerate(words) if word.tag == "verb"]
    return list(words[: verbs[-1] + 1]) if verbs else list(words)


def _is_passive(made: list[Phrase], n: int) -> bool:
    verb = made[n]
    if not verb.head.is_form("participle") or verb.head.tag != "verb":
        return False
    if verb.has("be"):
        return True
    if verb.has("have", "modal", "do", "to"):
        return False
    behind = made[n + 1] if n + 1 < len(made) else None
    if verb.head.said.voice and not (_ends(behind) and verb.lemmas & TRANSITIVE):  # "and six wounded."
        return verb.head.said.voice == "passive" and not verb.lemmas & ACTIVE
    if behind and behind.kind == "noun" and behind.prep == "by":
        return not verb.lemmas & ACTIVE
    if behind and behind.kind == "noun" and not behind.prep and behind.tag != "time":
        return False
    ahead, between = (made[at] if at >= 0 else None for at in (n - 1, n - 2))
    if ahead and ahead.kind == "noun" and not ahead.prep and ahead.tag != "pron" and verb.lemmas & TRANSITIVE:
        return not (between and between.tag == "rel")
    if verb.lemmas & TRANSITIVE and behind and behind.kind == "noun" and behind.prep and _is_apposed(made, n):
        return True  # "Ann Lee, elected in May, said"
    acts = ahead and ahead.head.span and ahead.head.span.label in ACTING
    if ahead and acts and not ahead.has("num") and not ahead.prep:
        return not verb.head.is_form("past")
    contact = between and between.kind == "noun" and between.has("det") and between.tag != "time"
    if ahead and ahead.kind == "noun" and not ahead.prep and between and (between.tag == "rel" or contact):
        return False  # "which he denied", "an offer the board rejected"
    if ahead and ahead.tag == "pron" and ahead.text in ("he", "she", "they", "we", "i"):
        return False
    if ahead is None or ahead.kind != "noun" or verb.lemmas & (SPEECH | ACTIVE | INTRANSITIVE):
        return False
    return (
        any(
            p.kind == "verb" and (p.has("be", "have", "modal") or p.head.is_form("past"))
            for p in made[n + 1 :]
        )
        or any(p.is_finite and not _is_relative(made, at) for at, p in enumerate(made[:n]))
        or (ahead.has("num") or (bool(ahead.prep) and ahead.tag != "time"))
        or not verb.head.is_form("past")
    )


def _is_apposed(made: list[Phrase], n: int) -> bool:
    """Return whether a noun phrase and a comma stand right ahead of the verb group."""
    return n >= 2 and made[n - 1].tag == "comma" and made[n - 2].kind == "noun" and not made[n - 2].prep


def _ends(behind: Phrase | None) -> bool:
    return behind is None or (behind.kind == "mark" and behind.tag in ("stop", "comma"))


def _is_relative(made: list[Phrase], n: int) -> bool:
    """Return whether a relative pronoun stands right ahead of the verb group, or of its subject."""
    return any(
        made[at].kind == "mark" and made[at].tag in ("rel", "that") for at in (n - 1, n - 2) if at >= 0
    )


TRANSITIVE = listed(
    "sign sell buy kill wound injure destroy damage appoint elect arrest detain free name close open level flatten"
)
SHOOTING = frozenset({"open fire", "exchange fire", "return fire", "set fire"})
ACTIVE = SHOOTING | listed(
    "die come go resume remain occur happen begin continue result arrive meet respond retaliate react agree resign fall rise fly "
    "plunge collapse intensify erupt explode crash rip march protest vote land rule"
)


def _number_clauses(made: list[Phrase]) -> None:
    """Give each phrase its clause: a second finite verb begins one at what parts it from the first."""
    clause, finite, cut = 0, -1, -1
    for n, phrase in enumerate(made):
        phrase.clause = clause
        if phrase.kind == "mark":
            if phrase.tag in ("stop", "quote", "sub", "rel") or phrase.tag == "that":
                clause, finite = clause + 1, -1
                phrase.clause = clause
            cut = n
        if not phrase.is_finite:
            continue
        if finite >= 0:
            told = made[finite].lemmas & SPEECH and made[finite + 1].kind == "noun"
            at = cut if cut > finite and not (told and made[cut].tag == "conj") else finite + 1
            if at < n or cut > finite:
                clause += 1
                for later in made[at : n + 1]:
                    later.clause = clause
        finite = n
