"""Roles that only some types have: topic, post and organisation, amount, what is counted, action and cause.

Each is told by the role's kind, so that a type of one's own with such a role is filled too.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotations.facts import Filler
from annotations.suggest.facts import roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.counted_nouns import counted_of
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import object_of, subject
from annotations.suggest.facts.injuries import injure
from annotations.suggest.facts.roles import Frame
from annotations.suggest.facts.trade import TRADED, trade
from annotations.suggest.facts.word_lists import DISCUSSING, EVENTS, MONEYED, OFFICES, PLANNING, SIGNING
from annotations.text.word_forms import listed

TOPICAL = listed(  # verbs of speech whose object is what they are about
    """condemn criticize deny reject dispute declare describe concede announce denounce applaud deplore decry lament
    welcome praise hail call refute rebuke demand request question cite recommend propose commend laud salute endorse
    repudiate rebut slam lambast castigate ridicule mock defend promise pledge repeat"""
)
ABOUT = {
    "warn": "of about against",
    "complain": "of about",
    "apologize": "for",
    "blame": "for",
    "call for": "",
}
LEAVING = listed("resign quit leave retire dismiss sack oust depose remove suspend axe depart abdicate") | {
    "step down",
    "stand down",
    "step aside",
}
NAMING = listed("name appoint elect nominate reappoint reelect re-elect promote install")
FORMERLY = listed("own former new outgoing acting ex then current incoming longtime long-serving")
STYLES = listed("mr mrs ms miss dr sir dame prof professor lord lady rev father sister st")  # no offices
ESTIMATING = listed("put estimate give")
TALLIED = listed("at to of with")


def complete(made: Phrases, draft: FactCandidate, frame: Frame, lemma: str, text: str) -> None:
    """Fill these roles; `lemma` is the verb's, "" for a noun."""
    own = frame.takes
    if "topic" in own:
        for found in _topics(made, draft, lemma):
            draft.put(own["topic"], found)
            break
    if "post" in own:
        _post(made, draft, lemma)
        draft.is_none |= not any(
            p.text in OFFICES or any(s.label in ("PERSON", "TITLE") for s in p.spans())
            for p in (counted_of(made, noun) for noun in draft.nouns)
        )
    if "counted" in own:
        _tally(made, draft, frame, lemma, text)
    injure(made, draft, text)
    if "victim" in own and "cause" in own and not draft.found("cause"):
        draft.put(own["cause"], *_cause(made, draft.n))
    if own.keys() >= TRADED:
        trade(made, draft, draft.lemma, text)
        if lemma in MONEYED and not any(s.label == "MONEY" for p in made for s in p.spans()):
            draft.is_none = True
    if "purpose" in own and lemma:
        draft.put(own["purpose"], *_mission(made, draft.n))
    if "action" in own and not draft.found("action"):
        draft.put(own["action"], *_action(made, draft.n))


def _topics(made: Phrases, draft: FactCandidate, lemma: str) -> Iterator[Filler]:
    """Yield the topic: what is spoken about, met on, agreed."""
    n = draft.n
    if draft.is_speech:
        if lemma in TOPICAL:
            yield from (roles.bare(p) for p in object_of(made, n)[:1] or gap(made, n) if _says(p))
        elif lemma in ABOUT:
            about = ABOUT[lemma].split()
            yield from (
                roles.bare(p) for p in _behind(made, n) if _says(p) and (p.prep in about or not about)
            )
        return
    if made[n].kind == "verb" and lemma in SIGNING | DISCUSSING:
        found = object_of(made, n) or (subject(made, n) if made[n].passive else [])
        for phrase in found[:1] if not made[n].passive else ():
            yield from _purpose(made, made.index(phrase))
            yield roles.bare(phrase)
        return
    yield from _purpose(made, n)


def _says(phrase: Phrase) -> bool:
    """Return whether the phrase has a noun or a name."""
    return phrase.tag != "pron" and phrase.has("noun", "name", "adj")


def _purpose(made: Phrases, n: int) -> Iterator[Filler]:
    """Yield what stands behind "on", "about", "for" or as an infinitive."""
    preps = ("on", "about", "over", "for", "regarding", *(("to",) if "agree" in made[n].lemmas else ()))
    for phrase in _behind(made, n, past=("conj",)):
        if phrase.prep in preps and not _is_place(phrase) and _says(phrase):
            yield roles.bare(phrase)
    verb = next((p for p in made[n + 1 :] if p.kind == "verb"), None)
    if verb and verb.has("to") and not any(p.kind == "mark" for p in made[n + 1 : made.index(verb)]):
        done = object_of(made, made.index(verb)) if verb.lemmas & DISCUSSING else []
        yield roles.bare(done[0]) if done else Filler(verb.head.start, verb.head.end)


def gap(made: Phrases, n: int) -> Phrases:
    """Return what a verb without object is done to.

    "The plan that he rejected", "an offer the board rejected".
    """
    if made[n].passive or (n + 1 < len(made) and made[n + 1].kind == "noun" and not made[n + 1].prep):
        return []
    who = subject(made, n)
    at = made.index(who[0]) - 1 if who and who[0] in made[:n] else -1
    if at > 0 and made[at].kind == "mark" and made[at].tag in ("that", "rel"):
        at -= 1
    elif at >= 0 and not (made[at + 1].has("det") and made[at].has("det")):
        return []
    return [made[at]] if at >= 0 and made[at].kind == "noun" and made[at].tag != "time" else []


def _behind(made: Phrases, n: int, past: tuple[str, ...] = ()) -> Iterator[Phrase]:
    """Yield the noun phrases behind phrase `n`, up to the next verb or mark that is none of `past`."""
    for phrase in made[n + 1 :]:
        if phrase.kind == "mark" and phrase.tag in past:
            continue
        if phrase.kind != "noun":
            return
        if phrase.tag != "time":
            yield phrase


def _is_place(phrase: Phrase) -> bool:
    return bool(phrase.spans()) and phrase.spans()[-1].label in ("GPE", "LOC", "FAC") and phrase.prep == "on"


def _post(made: Phrases, draft: FactCandidate, lemma: str) -> None:
    """Fill the office and where it is: "as head of", "was named head", "the minister resigned"."""
    own, n = draft.frame.takes, draft.n
    behind = list(_behind(made, n))
    found = [p for p in behind if p.prep == "as"]
    if not found and lemma.endswith(" as"):
        found = behind[:1]
    if not found and lemma in NAMING:
        bare = [p for p in behind if not p.prep and p.tag != "pron"]
        found = bare[:1] if made[n].passive or (bare and bare[0].head.tag != "name") else bare[1:2]
    if not found and lemma in ("become", "take up", "give up", "vacate", "relinquish"):
        found = [p for p in behind[:1] if not p.prep]
    if not found and lemma in LEAVING:
        found = _title(made, draft)
    for phrase in found[:1]:
        words = [w for w in phrase.words if not w.span or w.span.label == "TITLE"]
        words = [w for w in words if w.text.rstrip(".") not in STYLES]
        while words and (words[0].tag in ("det", "num", "poss", "time") or words[0].text in FORMERLY):
            words = words[1:]
        named = [at for at, w in enumerate(phrase.words) if w.span and w.span.label == "PERSON"]
        if named and lemma in NAMING:
            words = phrase.words[named[-1] + 1 :]
        if words and words[-1].tag in ("noun", "adj") and not words[-1].text.endswith(("years", "months")):
            draft.put(own["post"], Filler(words[0].start, words[-1].end))
            _organisation(made, draft, made.index(phrase) if phrase in made else n)
    if "organisation" in own and not draft.found("organisation"):
        for phrase in behind:
            leaves = (
                lemma in ("leave", "quit", "join")
                and not phrase.prep
                and phrase.text not in ("post", "job", "role", "office")
            )
            if leaves or (phrase.prep in ("from", "of", "at") and _holds(phrase)):
                draft.put(own["organisation"], roles.bare(phrase))


def _title(made: Phrases, draft: FactCandidate) -> Phrases:
    """Return the title ahead of the person's name, or beside it: "the minister, Ann Lee,"."""
    at = next((n for n, p in enumerate(made) if any(p is one for one in draft.nouns)), None)
    if at is None:
        return []
    if len(made[at].words) > 1 and made[at].head.tag == "name":
        return [Phrase("noun", [w for w in made[at].words if w is not made[at].head])]
    for beside in (at + 2, at - 2):
        if 0 <= beside < len(made) and made[(at + beside) // 2].tag == "comma":
            phrase = made[beside]
            if phrase.kind == "noun" and not phrase.prep and phrase.head.tag in ("noun", "adj"):
                return [phrase]
    return []


def _organisation(made: Phrases, draft: FactCandidate, n: int) -> None:
    organisation = draft.role("organisation")
    for phrase in _behind(made, n) if organisation else ():
        if phrase.prep in ("of", "at", "for") and _holds(phrase):
            draft.put(organisation, roles.bare(phrase))
            return


def _holds(phrase: Phrase) -> bool:
    return any(span.label in ("ORG", "GPE") for span in phrase.spans()[-1:])


def _tally(made: Phrases, draft: FactCandidate, frame: Frame, lemma: str, text: str) -> None:
    """Fill the number of a count ("the toll rose to 12"), and who counted; without one nothing is counted."""
    own, n = frame.takes, draft.n
    if frame.count and frame.count.name not in draft.roles:
        rest = [
            p for p in made[n + 1 :] if p.clause == made[n].clause and p.kind == "noun" and p.tag != "time"
        ]
        close = [p for p in rest if p.prep in ("", *TALLIED)]
        found = next((f for p in close if (f := roles.numbers(p, text=text))), [])
        draft.put(frame.count, *found)
    for phrase in _behind(made, n):
        if "target" in own and phrase.prep in ("on", "against"):
            draft.put(own["target"], *roles.fillers(phrase, own["target"], text=text, counted=True))
    if "source" in own and draft.groups and made[draft.groups[0]].lemmas & ESTIMATING:
        for phrase in subject(made, draft.groups[0])[:1]:
            draft.roles.pop(frame.agent.name if frame.agent else "", None)
            draft.tell(own["source"], *roles.fillers(phrase, own["source"], text=text))
    if lemma and "source" in own and frame.agent and (agents := draft.roles.pop(frame.agent.name, [])):
        draft.tell(own["source"], *agents)
    if frame.count and frame.count.name not in draft.roles:
        draft.is_none = True
    if any(p.kind == "verb" and "include" in p.lemmas for p in made[n + 1 : n + 3]):
        draft.is_none = True  # "the toll includes nine children"


def _cause(made: Phrases, n: int) -> list[Filler]:
    """Return the cause: what "when" or "after" brings, else an event.

    "Died when the ferry sank", "killed in a crash".
    """
    left = next(
        (at for at in (n - 1, n - 2) if at > 0 and made[at].kind == "verb" and "leave" in made[at].lemmas),
        None,
    )
    if left is not None and not made[left].passive:  # "the quake left 400 injured"
        return [roles.bare(p) for p in subject(made, left)[:1] if p.tag != "pron"]
    for at in range(n + 1, len(made)):
        phrase = made[at]
        joined = any(p.kind == "mark" and p.tag == "conj" for p in made[n + 1 : at])
        if phrase.kind == "verb" and not joined:
            break
        if (
            phrase.kind == "noun"
            and phrase.prep in ("in", "by", "from", "during", "after")
            and _is_event(phrase)
        ):
            return [roles.bare(phrase)]
        if phrase.kind == "mark" and phrase.text in ("when", "after", "as"):
            verb = next((m for m in range(at + 1, len(made)) if made[m].kind == "verb"), None)
            who = subject(made, verb) if verb is not None else []
            return [roles.bare(p) for p in who[:1] if p.tag != "pron" and p.start > phrase.start]
        if phrase.kind == "mark" and phrase.tag not in ("comma", "conj"):
            break
    return []


def _mission(made: Phrases, n: int) -> list[Filler]:
    """Return the purpose of sending: "sent ships to guard the port"."""
    for at in range(n + 1, len(made)):
        if made[at].kind == "mark" and made[at].tag != "conj":
            return []
        if made[at].kind == "verb":
            if made[at - 1].lemmas & PLANNING:
                return []  # "has staff there and plans to hire"
            end = max([made[at].end, *(p.end for p in object_of(made, at))])
            return [Filler(made[at].head.start, end)] if made[at].has("to") else []
    return []


def _is_event(phrase: Phrase) -> bool:
    return phrase.text in EVENTS or (not phrase.spans() and phrase.head.is_form("ing"))


def _action(made: Phrases, n: int) -> list[Filler]:
    """Return the action: "reacted by recalling its envoy"."""
    for at in range(n + 1, len(made)):
        if made[at].kind == "mark":
            return []
        if made[at].kind == "verb":
            doing = (
                made[at].prep == "by"
                and made[at].head.is_form("ing")
                and not made[at].has("be", "have", "modal")
            )
            end = max([made[at].end, *(p.end for p in object_of(made, at))])
            return [Filler(made[at].head.start, end)] if doing else []
    return []
