"""The roles that a trigger's place in the sentence fills: of a verb, a noun, a participle ahead of a noun.

A noun takes its roles from the verb that carries it ("carried out strikes") and from what follows ("strikes
on").
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from annotations.facts import Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.spans import Span
from annotations.suggest.facts import roles, type_roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.counted_nouns import counted_of, named, sides
from annotations.suggest.facts.grammar.by_place import owner
from annotations.suggest.facts.grammar.phrases import ACTING, Phrase, Phrases
from annotations.suggest.facts.grammar.syntax import adjuncts, object_of, subject, verb_behind, verb_of
from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.injuries import hurt_with, is_suffered
from annotations.suggest.facts.meanings import ADDRESSING, GOING, HOLDING, PROMISING, REMAINING
from annotations.suggest.facts.prepositions import brought
from annotations.suggest.facts.roles import Frame
from annotations.suggest.facts.senses import selects
from annotations.suggest.facts.speech_senses import is_somebody
from annotations.suggest.facts.word_lists import (
    AIMED,
    AIMING,
    ANSWERS,
    AVERTING,
    DISCUSSING,
    EVENTS,
    EXPLODING,
    GIVING,
    HAPPENING,
    INTRANSITIVE,
    LABILE,
    LIGHT,
    REPORTED,
    RESULTING,
    SERIES,
    SIGNING,
    STATES,
    SUCCEEDING,
    SUFFERING,
    TOLD_OF,
)


@dataclass
class Filling:
    """The filling of one draft's roles from its sentence.

    `people`: those mentioned, the last one last; `stops` tells whether a phrase has a trigger.
    """

    made: Phrases
    draft: FactCandidate
    frame: Frame
    text: str
    people: Sequence[Span]
    stops: Callable[[Phrase], object]

    def verb(self, lemma: str) -> None:
        """Fill a verb's roles from its subject, its object and what follows."""
        takes, made, n = self.frame.takes, self.made, self.draft.n
        ahead, behind = subject(made, n), object_of(made, n) or type_roles.gap(made, n)
        if lemma == "answer" and "cause" in takes:
            self.frame = replace(self.frame, patient=takes["cause"])
        if lemma in GIVING and "seller" in takes:
            self.frame = replace(self.frame, agent=takes["seller"])
        held = lemma in HOLDING and "post" in takes
        held |= lemma in REMAINING
        hurt = "victim" in takes and is_suffered(made, n, lemma)
        undergone = (
            made[n].passive or hurt or held or lemma in INTRANSITIVE or (lemma in LABILE and not behind)
        )
        held &= lemma not in REMAINING | GOING
        done_to = ahead if undergone and lemma not in ("leave", "quit") and not (held or hurt) else behind
        self.draft.is_none = not selects(made, self.draft, done_to)
        if undergone and (lemma not in SIGNING or "item" in takes):
            self._patient(ahead, lemma)
            if self._is_had():
                self._agent(subject(made, n - 2))
        else:
            self._does(ahead, behind, lemma)
        self._adjuncts(n, lemma)
        type_roles.complete(made, self.draft, self.frame, lemma, self.text)

    def _does(self, ahead: Phrases, behind: Phrases, lemma: str) -> None:
        """Fill who acts from the subject, and from the object what it is done to."""
        takes, mutual = self.frame.takes, self.frame.patient is self.frame.agent
        if self.made[self.draft.n].passive:  # "the treaty was signed"
            self.draft.nouns += ahead
            self.draft.is_carried = True
        elif lemma in EXPLODING and "instrument" in takes:
            for phrase in ahead:
                self.draft.put(
                    takes["instrument"],
                    *roles.fillers(phrase, takes["instrument"], text=self.text, counted=True),
                )
        elif lemma in SUCCEEDING and self.frame.agent is None:
            self._patient([*ahead, *behind], lemma)
        elif lemma in ("visit", "patrol") and self.frame.place:
            self._agent(ahead)
            for phrase in behind:
                self.draft.put(self.frame.place, *roles.places(phrase, self.frame.place))
        elif lemma in SIGNING | DISCUSSING and mutual:
            self._agent(ahead)  # what is signed or discussed is no side
            self.draft.nouns += behind
        else:
            self._agent(ahead)
            self._patient(behind, lemma)

    def _is_had(self) -> bool:
        """Return whether the trigger is what somebody has: "Norland has ships stationed there"."""
        verb = self.made[self.draft.n - 2] if self.draft.n >= 2 else None
        bare = not self.made[self.draft.n].has("be", "have", "to")
        return bare and verb is not None and verb.kind == "verb" and verb.head.tag == "have"

    def noun(self, word: Word) -> None:
        """Fill a noun's roles from its phrase, from what follows, and from the verb that carries it."""
        phrase, n = self.made[self.draft.n], self.draft.n
        if word.tag == "adj" or word.text in STATES:
            self._state(phrase)
        if self.frame.count:
            self.draft.put(self.frame.count, *roles.numbers(phrase, text=self.text))
        self._adjuncts(n, "")
        names = [word for word in phrase.words[:-1] if word.tag == "name"]
        agent = self.frame.agent
        role = agent if agent and agent.kind != "cause" else self.frame.patient
        if names and role:
            self.draft.put(role, *roles.fillers(Phrase("noun", [names[0]]), role, text=self.text))
            if n >= 2 and self.made[n - 1].tag == "conj" and self.made[n - 2].head.tag == "name":
                also = roles.fillers(self.made[n - 2], role, text=self.text)
                self.draft.put(role, *also)  # "American and British"
        elif (whose := owner(self.made, n)) and role:
            self._agent([whose])
        self._carried(n)
        if phrase.text in ANSWERS and (phrase.prep in ("in", "as") or self._is_said_of(n)):
            self._response()
        type_roles.complete(self.made, self.draft, self.frame, "", self.text)

    def _state(self, phrase: Phrase) -> None:
        """Fill the roles of what people are: "left 20 people dead", "were shot dead"."""
        self.participle(phrase)
        shot = self.made[self.draft.n - 1] if self.draft.n else phrase
        if len(phrase.words) == 1 and shot.kind == "verb" and (shot.passive or shot.head.tag == "be"):
            self._patient(subject(self.made, self.draft.n - 1), "")

    def _carried(self, n: int) -> None:
        """Add what the verb says that the noun is the object of, or the subject."""
        carrier = verb_of(self.made, n)
        self.draft.is_none = carrier is not None and bool(self.made[carrier].lemmas & AVERTING)
        if carrier is None and n and self.made[n - 1].kind == "verb" and self.made[n - 1].lemmas & RESULTING:
            carrier = n - 1  # "resulted in casualties"
            self.draft.groups.append(carrier)
            self.draft.is_carried = True
            self._agent(subject(self.made, carrier))
        if n and self.made[n].prep == "of" and self.made[n - 1].text in TOLD_OF:
            self.draft.nouns.append(self.made[n - 1])
        many = n > 0 and self.made[n].prep in ("of", "in") and self.made[n - 1].text in SERIES
        self.draft.is_none |= many and self.draft.takes("instrument")  # no one use of force
        if carrier is not None and (self.draft.lemma == "visit" or self.made[carrier].lemmas & LIGHT):
            self.draft.groups.append(carrier)
            self.draft.is_carried = True
            undergoes = self.frame.patient and self.made[carrier].lemmas & SUFFERING
            if undergoes and self.frame.agent and self.frame.agent.kind == "cause":
                self._patient(subject(self.made, carrier), "")
            else:
                self._agent(subject(self.made, carrier))
        after = verb_behind(self.made, n)
        if after is not None and self.made[after].passive and not self.made[after].has("be"):
            after = self._main_verb(after)  # "a truce brokered by Ostia took effect"
        if after is not None:
            self.draft.groups.append(after)
            verb = self.made[after]
            told = LIGHT | HAPPENING | AIMING | (REPORTED if verb.passive else frozenset())
            self.draft.is_carried = bool(verb.lemmas & told)
            if verb.passive and verb.lemmas & (LIGHT | AIMING):
                self._adjuncts(after, "")

    def _main_verb(self, participle: int) -> int:
        """Return the finite verb behind the participle that says more of the noun; else the participle itself."""
        for at in range(participle + 1, len(self.made)):
            phrase = self.made[at]
            if phrase.kind == "mark":
                break
            if phrase.kind == "verb":
                return at if phrase.is_finite else participle
        return participle

    def _is_said_of(self, n: int) -> bool:
        """Return whether the noun says what something is: "the march was a response to"."""
        return (
            n > 0
            and not self.made[n].prep
            and self.made[n - 1].kind == "verb"
            and self.made[n - 1].head.tag == "be"
        )

    def _response(self) -> None:
        """Fill the action: "In response to the raid the government closed the border"."""
        finite = [n for n, p in enumerate(self.made) if p.kind == "verb" and p.is_finite]
        ahead = [n for n in finite if n < self.draft.n]
        main = ahead[-1] if ahead else next(iter(finite), None)
        action = self.draft.role("action")
        if main is None or action is None:
            return
        found, done = subject(self.made, main), object_of(self.made, main)
        if (
            self.made[main].lemmas & {"come", "be"} or self.made[main].passive
        ):  # "the strikes came in response to"
            for phrase in found:
                self.draft.put(action, *roles.fillers(phrase, action, text=self.text, counted=True))
            return
        self._agent(found)
        end = max([self.made[main].end, *(p.end for p in done)])
        self.draft.put(action, Filler(self.made[main].head.start, end))

    def participle(self, phrase: Phrase) -> None:
        """Fill the patient of "eleven wounded people": what is ahead of the head says what became of it."""
        rest = [word for word in phrase.words if (word.start, word.end) != self.draft.word]
        if rest and not hurt_with(self.made, self.draft, self.text):
            self._patient([Phrase("noun", rest, phrase.prep, phrase.clause)], "")

    def _agent(self, found: Phrases) -> None:
        if self.frame.agent is None:
            return
        if self.frame.agent.name in self.draft.roles and self.frame.agent.kind not in roles.MUTUAL:
            return
        found = [counted_of(self.made, named(self.made, phrase)) for phrase in found]
        if self.frame.agent.kind == "party":
            found = [side for phrase in found for side in sides(self.made, phrase)]
        if self.frame.agent.kind == "agent":
            found = [phrase for phrase in found if phrase.text not in EVENTS or phrase.spans()]
        self.draft.nouns += found
        self.draft.agents += found
        for phrase in found:
            self.draft.put(
                self.frame.agent, *roles.fillers(phrase, self.frame.agent, text=self.text, people=self.people)
            )

    def _patient(self, found: Phrases, lemma: str) -> None:
        role = self.frame.patient
        instrument = self.draft.role("instrument")
        if lemma in AIMED and instrument and found:
            weapons = [p for p in found if not any(s.label in ACTING for s in p.spans())]
            for phrase in weapons:
                self.draft.put(self.frame.count, *roles.numbers(phrase, text=self.text))
                self.draft.put(instrument, *roles.fillers(phrase, instrument, text=self.text, counted=True))
            found = [p for p in found if p not in weapons]
        if role is None or role.kind == "addressee":
            role = self.draft.role("addressee") if lemma in ADDRESSING else None
            found = [p for p in found if lemma not in PROMISING or is_somebody(p)]
        found = [named(self.made, phrase) for phrase in found]
        self.draft.nouns += found
        for phrase in (counted_of(self.made, phrase) for phrase in found):
            count = roles.numbers(phrase, text=self.text) if self.frame.count else []
            self.draft.put(self.frame.count, *count)
            if role and not all(word.tag in ("num", "det") for word in phrase.words):
                self.draft.put(role, *roles.fillers(phrase, role, text=self.text, counted=bool(count)))

    def _adjuncts(self, n: int, lemma: str) -> None:
        """Add what prepositions bring behind the phrase, up to the next trigger.

        What follows that belongs to it.
        """
        takes_by = self.made[n].kind == "noun" or self.made[n].passive
        for phrase in adjuncts(self.made, n):
            self._adjunct(phrase, lemma, takes_by=takes_by)
            if self.stops(phrase):
                return

    def _adjunct(self, phrase: Phrase, lemma: str, *, takes_by: bool) -> None:
        prep, patient = phrase.prep, self.frame.patient
        noun = not self.draft.groups or self.draft.n not in self.draft.groups
        if prep == "by" and lemma in SUCCEEDING and takes_by:
            self._patient([phrase], lemma)
        elif prep == "by" and takes_by and self.frame.agent and self.frame.agent.name not in self.draft.roles:
            self._agent([phrase])
        elif prep == "of" and noun and patient and not self.draft.is_speech:
            if not any(phrase is one for one in self.made[self.draft.n + 1 : self.draft.n + 2]):
                return  # "injuries as a result of"
            if patient.kind != "target" or made_of_verb(self.text, self.draft.word):
                self._patient([phrase], "of")
        elif prep == "for" and self.frame.count and self.frame.count.kind == "amount":
            self.draft.put(self.frame.count, *roles.numbers(phrase, text=self.text))
        elif prep == "to" and patient and patient.kind == "victim" and noun:
            self._patient([phrase], "of")
        elif role := brought(self.draft, self.frame, phrase, "" if noun else lemma):
            whole = counted_of(self.made, phrase)
            self.draft.put(role, *roles.fillers(whole, role, text=self.text, counted=True))


def made_of_verb(text: str, word: tuple[int, int]) -> bool:
    """Return whether the noun is one like "bombing", whose "of" names what it was done to."""
    return text[slice(*word)].lower().endswith("ing")
