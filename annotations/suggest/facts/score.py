"""The score of a proposed fact: how likely it is right, from what was seen of it.

A weighted sum of what is computed, through the logistic function.  `python -m tests.facts.fit` fits the weights.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from math import exp

from annotations.fact_attributes import Modality
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.text.word_forms import listed

BIAS = "bias"
# Fitted on 1,132 proposals, 79 of them wrong: what is behind a weight is how many that show it are wrong.  Each
# article scored by a fit without it: AUROC 0.79, and the lowest third of the scores holds 80 % of the wrong ones
# (of the gold's alone, 408 with 29 wrong: 0.75 and 72 %).
WEIGHTS: Mapping[str, float] = {
    "abstract speaker": -1.55,  # 4 of 9
    "agent far": -0.35,  # 14 of 124
    "agent unnamed": -1.08,  # 16 of 105
    "bias": 2.40,  # 79 of 1132
    "carried noun": 0.68,  # 1 of 28
    "count": 1.95,  # 1 of 158
    "finite": 1.22,  # 13 of 350
    "hypothetical": -1.79,  # 8 of 27
    "infinitive": -0.52,  # 9 of 47
    "linked": 0.27,  # 22 of 413
    "many facts": -0.67,  # 2 of 15
    "not asserted": 0.71,  # 6 of 91
    "noun": -0.53,  # 11 of 79
    "one role": -0.53,  # 30 of 449
    "participle": -0.81,  # 8 of 27
    "passive participle": 0.50,  # 1 of 27
    "plural noun": -0.57,  # 3 of 19
    "present": -1.45,  # 7 of 15
    "pronoun": -0.74,  # 15 of 144
    "role lacking": -0.15,  # 24 of 220
    "speaker unnamed": -0.42,  # 13 of 184
    "speech": 1.49,  # 26 of 540
    "speech, not finite": -1.15,  # 6 of 27
    "time": -0.30,  # 21 of 284
    "wide": -0.19,  # 23 of 231
}
MANY = 4  # facts of a sentence
HIGHEST = 0.99
FAR = 3  # phrases between who acts and the verb
WIDE = listed(  # triggers that mean something else as often
    """hit strike target fire launch drop throw storm call put add describe report state note record number total give lose
    claim leave name replace succeed meet deal settlement arrangement sign adopt send arrive patrol response respond
    answer react fund sale spend provide contribute body dead missing level burn flood collapse acquire dismiss quit
    promote threaten reveal suggest signal recall discuss count register"""
) | {"go down", "come down", "take over", "be lost", "bring down", "call for", "hand over"}
ABSTRACT = (
    "ment",
    "tion",
    "sion",
    "ness",
    "ity",
    "ship",
    "ance",
    "ence",
    "ism",
    "ing",
    "law",
    "bill",
    "book",
    "plan",
)
BODIES = listed(  # they end so and speak
    """government administration organisation organization association commission delegation federation institution
    coalition foundation corporation opposition authority department parliament statement university community
    leadership union mission regiment establishment publication
    conference audience"""
)
HYPOTHETICAL = listed("if unless whether would could should must might can cannot may")


def evidence(made: Phrases, draft: FactCandidate, many: int) -> dict[str, float]:
    """Return what is seen of the draft, by name; `many`: the facts of its sentence."""
    found = dict.fromkeys(_seen(made, draft, many), 1.0)
    required = [role.name for role in draft.type.roles.values() if role.required]
    lacking = sum(name not in draft.roles for name in required)
    return {BIAS: 1.0, **found, "role lacking": float(lacking), **_linked(draft)}


def score(seen: Mapping[str, float]) -> float:
    """Return the score, under 1: no rule is sure; what has no weight counts nothing."""
    likely = 1 / (1 + exp(-sum(WEIGHTS.get(name, 0.0) * value for name, value in seen.items())))
    return min(round(likely, 2), HIGHEST)


def _seen(made: Phrases, draft: FactCandidate, many: int) -> Iterator[str]:
    trigger = made[draft.n]
    yield "speech" if draft.is_speech else _kind(trigger, draft)
    if draft.is_speech and not trigger.is_finite:
        yield "speech, not finite"
    if draft.lemma in WIDE:
        yield "wide"
    if draft.modality is not Modality.ASSERTED or draft.negated:
        yield "not asserted"
    if many > MANY:
        yield "many facts"
    clause = [word.text for phrase in made if phrase.clause == trigger.clause for word in phrase.words]
    if HYPOTHETICAL.intersection(clause):
        yield "hypothetical"
    if draft.frame.time and draft.frame.time.name in draft.roles:
        yield "time"
    if draft.found("count"):
        yield "count"
    if len(draft.roles) == 1:
        yield "one role"
    yield from _of_agents(made, draft)


def _kind(trigger: Phrase, draft: FactCandidate) -> str:
    if trigger.kind == "noun":
        return "carried noun" if draft.is_carried else "plural noun" if trigger.head.is_form("s") else "noun"
    if trigger.has("to"):
        return "infinitive"
    if not trigger.is_finite:
        return "passive participle" if trigger.passive else "participle"
    plain = not trigger.has("be", "have", "do", "modal") and not trigger.head.is_form("past")
    return "present" if plain else "finite"


def _of_agents(made: Phrases, draft: FactCandidate) -> Iterator[str]:
    at = [n for n, phrase in enumerate(made) if any(phrase is one for one in draft.agents)]
    if at and min(abs(n - draft.n) for n in at) > FAR:
        yield "agent far"
    if any(phrase.tag == "pron" for phrase in draft.nouns):
        yield "pronoun"
    if draft.agents and not any(phrase.spans() or phrase.tag == "pron" for phrase in draft.agents):
        yield "speaker unnamed" if draft.is_speech else "agent unnamed"
    if draft.is_speech and any(_is_abstract(phrase) for phrase in draft.agents):
        yield "abstract speaker"


def _is_abstract(phrase: Phrase) -> bool:
    """Return whether the phrase ends like what does not speak: a "commitment", no "government"."""
    return not phrase.spans() and phrase.text.endswith(ABSTRACT) and phrase.text not in BODIES


def _linked(draft: FactCandidate) -> dict[str, float]:
    """Return the share of the roles that take labels which a span fills, time, place and source aside."""
    frame = draft.frame
    beside = {role.name for role in (frame.time, frame.place, frame.source, frame.count) if role}
    names = [name for name in draft.roles if name not in beside and draft.type.roles[name].labels]
    linked = sum(any(f.span for f in draft.roles[name]) for name in names)
    return {"linked": linked / len(names) if names else 0.0}
