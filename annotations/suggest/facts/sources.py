"""The sources of a fact, innermost first, and how it is told: its modality, whether it is negated.

Verbs of speech and "according to" name a source; who is a party to the fact only claims it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from annotations.fact_attributes import Modality
from annotations.processes.quick_dataclass import dataclass
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.by_place import right_chain
from annotations.suggest.facts.grammar.phrases import SPEECH, Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import subject
from annotations.suggest.facts.word_lists import PLANNING
from annotations.text.word_forms import listed

PASSING_ON = frozenset({"quote", "cite", "report", "publish"})  # "a nurse quoted by the paper"
CLAIMING = listed("claim allege accuse maintain contend blame insist")
ACCUSING = CLAIMING | listed("charge charged convicted rumored rumoured")  # in the passive: "is accused of"
THINKING = listed("believe think suspect assume")  # "he says he believes they struck"
CLAIMS = listed(
    "claim claims allegation allegations accusation accusations suspicion rumor rumors rumour rumours assertion"
)
PLANS = listed(
    """plan plans bid attempt attempts effort efforts decision proposal offer move promise pledge vow threat threats
    intention intent order orders plot plots agreement contract deal"""
)
OWN = listed("it they we he she")
OWNERS = listed("its our their")
CALLING = listed("call describe")  # "in what he called an attack"
DENYING = frozenset({"deny", "reject", "dismiss"})
TELLING = SPEECH | DENYING | {"blame"}
WORDS = (  # words in the verb group or beside the noun
    (
        listed("may might could possibly probably likely suspected suspect possible potential feared"),
        Modality.SPECULATED,
    ),
    (listed("will would shall planned future 'll"), Modality.PLANNED),
    (listed("allegedly alleged reportedly claimed purported"), Modality.CLAIMED),
)
QUOTES = frozenset('“”"‘’')
STEM = 5  # letters that the names of a side have in common
NEGATING = listed("no not n't never neither none nobody without")


@dataclass(frozen=True)
class SourceWords:
    """A source's words: the verb group that says it (None for "according to"), and who, innermost first."""

    at: int
    verb: Phrase | None
    who: tuple[Phrase, ...]


def tellings(made: Phrases) -> list[SourceWords]:
    """Return all that is told in the sentence, in text order."""
    return sorted([*_said(made), *_according(made)], key=lambda told: told.at)


def told_of(made: Phrases, n: int, told: list[SourceWords]) -> SourceWords | None:
    """Return who tells the fact whose trigger lies in phrase `n`: the nearest that is not about itself."""
    fitting = [
        one for one in told if one.at != n and _covers(made, n, one) and not _only_blames(made[n], one)
    ]
    return min(fitting, key=lambda one: abs(one.at - n) + 4 * (one.at > n), default=None)


def _only_blames(phrase: Phrase, told: SourceWords) -> bool:
    """Return whether the fact is what somebody is blamed for, which nobody doubts: "blamed them for the raid"."""
    return told.verb is not None and "blame" in told.verb.lemmas and phrase.kind != "verb"


def modality(made: Phrases, n: int, groups: list[int], told: SourceWords | None) -> Modality:
    """Return how the fact in phrase `n` is presented; `groups` are the verb groups that carry it."""
    verb = told.verb.lemmas if told and told.verb else set()
    if verb & DENYING:
        return Modality.DENIED
    words = {word.text for at in {n, *groups} for word in made[at].words if word.tag != "verb"}
    if groups and _is_planned(made, groups[0]):
        return Modality.PLANNED
    for marks, found in WORDS:
        if words & marks:
            return found
    claimed = bool(verb & CLAIMING) or _is_claimed(made, n, groups, told)
    return Modality.CLAIMED if claimed else Modality.ASSERTED


def _is_claimed(made: Phrases, n: int, groups: list[int], told: SourceWords | None) -> bool:
    """Return whether the words ahead leave it open: "is accused of", "allegations that", "what they called"."""
    first = min([n, *groups])
    before = made[:first]
    if told is not None and told.verb is not None and told.verb.lemmas & THINKING:
        return True
    verb = next((p for p in reversed(before) if p.kind == "verb"), None)
    ahead = before[-1] if before else None
    if ahead is None:
        return False
    that = next((at for at in range(first - 1, 0, -1) if made[at].kind != "noun"), 0)
    if made[that].tag == "that" and made[that - 1].text in CLAIMS:
        return True
    under = {made[n].prep, made[first].prep} & {"of", "with", "for"} or made[first].has("to")
    if under and (ahead.text in CLAIMS or (ahead is verb and ahead.passive and _accuses(ahead))):
        return True
    calls = ahead is verb and ahead.lemmas & CALLING and made[n].kind == "noun"
    return bool(calls) and not made[n].prep and any(p.text == "what" for p in before[-4:])


def _accuses(verb: Phrase) -> bool:
    return bool(verb.lemmas & ACCUSING) or verb.text in ACCUSING


def negated(made: Phrases, groups: list[int], nouns: list[Phrase]) -> bool:
    """Return whether a verb group has a "not", or a phrase that fills a role, or the trigger, a "no"."""
    said = any(word.tag == "not" for at in groups for word in made[at].words)
    return said or any(
        noun.negated or noun.words[0].text in NEGATING or noun.prep == "without" for noun in nouns
    )


def is_own(made: Phrases, told: SourceWords, draft: FactCandidate) -> bool:
    """Return whether who acts is the speaker, by a pronoun, or the speaker's own: "said it struck", "its forces"."""
    pronoun = next((one.text for one in draft.agents if one.text in OWN), "")
    owns = any(one.words[0].text in OWNERS for one in draft.agents)
    if told.verb is None or not (owns or (pronoun and told.who[0].spans())):
        return False
    person = any(span.label == "PERSON" for span in told.who[0].spans())
    if pronoun and (pronoun in ("he", "she")) != person and pronoun != "we":
        return False
    behind = (p for p in made[told.at + 1 : draft.n] if p.kind == "noun" and not p.prep and p.tag != "time")
    first = next(behind, None)
    return told.at > draft.n or first is None or any(first is one for one in draft.agents)


def names_of(phrases: Iterable[Phrase]) -> set[str]:
    """Return the names in the phrases, so that a country and its people are one: "Norland", "Norlanders"."""
    return {word.text.removesuffix("s")[:STEM] for phrase in phrases for word in phrase.words if word.span}


def _said(made: Phrases) -> Iterator[SourceWords]:
    for n, phrase in enumerate(made):
        if phrase.kind == "verb" and phrase.lemmas & TELLING and not phrase.passive:
            who = subject(made, n)
            if who and who[-1].text not in ("it", "this", "that"):
                yield SourceWords(n, phrase, (*who, *_passed_on(made, made.index(who[-1]))))


def _according(made: Phrases) -> Iterator[SourceWords]:
    for n, phrase in enumerate(made[:-1]):
        if phrase.kind == "mark" and phrase.tag == "source" and made[n + 1].prep == "to":
            at = n + 1
            if not made[at].spans() and at + 1 < len(made) and made[at + 1].prep in ("by", "from"):
                at += 1  # "according to a statement by the ministry"
            yield SourceWords(n, None, (*right_chain(made, at), *_passed_on(made, at)))


def _passed_on(made: Phrases, n: int) -> list[Phrase]:
    """Return who passed on what the one in phrase `n` said: "quoted by CNN", "told CNN"."""
    for at in range(n + 1, min(n + 7, len(made) - 1)):
        behind = made[at + 1]
        if made[at].kind != "verb" or behind.kind != "noun":
            continue
        if made[at].lemmas & PASSING_ON and behind.prep == "by":
            return [behind]
        if "tell" in made[at].lemmas and not behind.prep and any(s.label == "ORG" for s in behind.spans()):
            return [behind]
    return []


def _covers(made: Phrases, n: int, told: SourceWords) -> bool:
    """Return whether what is told takes in phrase `n`."""
    if any(made[n] is who for who in told.who):
        return False
    if told.verb is None:
        return True
    if told.at < n:
        return not _in_relative(made, told.at)
    if made[told.at + 1 : told.at + 2] and made[told.at + 1].tag == "that":
        return False  # what it tells follows
    if made[told.at].clause == made[n].clause and not any(
        made[at].kind == "mark" and made[at].tag in ("comma", "quote") for at in range(n, told.at)
    ):
        return False
    if any(made[at] is told.who[0] for at in range(n)):
        return False  # it stands between who tells and the verb: "the minister, who was sacked, said"
    between = {made[at].text for at in range(n, told.at) if made[at].kind == "mark"}
    if ";" in between or ("tell" in told.verb.lemmas and not between & QUOTES):
        return False
    return not _in_relative(made, told.at)


def _in_relative(made: Phrases, n: int) -> bool:
    for at in range(n - 1, -1, -1):
        if made[at].clause != made[n].clause:
            return False
        if made[at].kind == "mark" and made[at].tag == "rel":
            return True
    return False


def _is_planned(made: Phrases, n: int) -> bool:
    """Return whether the group is an infinitive under what plans: "plans to", "a bid to", "Norland to buy"."""
    if not made[n].has("to"):
        return False
    if not any(p.kind == "verb" and p.is_finite for p in made) or (n and made[n - 1].text in PLANS):
        return True
    before = made[n - 1] if n else None
    if before is not None and before.kind == "noun" and n >= 2 and made[n - 2].kind == "verb":
        before = made[n - 2]
    if before is None or before.kind != "verb" or made[n].has("have"):
        return False
    return bool(before.lemmas & PLANNING) or before.head.tag == "be"  # "is to strike"
