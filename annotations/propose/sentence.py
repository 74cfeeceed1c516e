"""The facts of one sentence: each trigger with the roles that its place in the sentence fills.

A noun takes its roles from the verb that carries it ("carried out strikes") and from what follows ("strikes on"); two
triggers for one fact ("the strikes targeted") make one draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from annotations.facts import Filler, Modality
from annotations.propose import roles
from annotations.propose.around import Around
from annotations.propose.by_place import owner
from annotations.propose.draft import Draft, merged
from annotations.propose.lists import (
    AIMED,
    ANSWERS,
    AVERTING,
    GIVING,
    HAPPENING,
    INTRANSITIVE,
    LIGHT,
    ONLY_VERBS,
    STATES,
    TO_PATIENT,
)
from annotations.propose.phrases import ACTING, Phrase, Phrases
from annotations.propose.roles import Frame
from annotations.propose.sources import Told, modality, names_of, negated, tellings, told_of
from annotations.propose.syntax import Syntax
from annotations.propose.words import Word
from annotations.schema import FactType, RoleType
from annotations.spans import Span


@dataclass
class Speech:
    """Who speaks in a sentence, for the quotes beside it: where the verb stands, and the speaker."""

    start: int
    end: int
    who: tuple[Phrase, ...]


class Reading:
    """Reads the sentences of one article, in order."""

    def __init__(
        self, text: str, types: Mapping[str, FactType], lemmas: Mapping[str, str], published: date | None
    ) -> None:
        self.text, self._types, self._lemmas, self._published = text, types, lemmas, published
        self._frames = {name: Frame.of(type_) for name, type_ in types.items()}
        self._people: list[Span] = []
        self.speeches: list[Speech] = []
        self.parties: set[str] = set()  # the names in what acts and is acted on

    def sentence(self, syntax: Syntax) -> list[Draft]:
        """The drafts of the sentence's facts."""
        made, told = syntax.made, tellings(syntax)
        spoke = [s for one in told for who in one.who[:1] for s in who.spans() if s.label == "PERSON"]
        self._people += spoke
        self.speeches += [Speech(made[t.at].start, made[t.at].end, t.who) for t in told if t.verb]
        drafts = [draft for n, phrase in enumerate(made) if (draft := self._draft(syntax, n, phrase))]
        drafts = merged(made, drafts)
        for draft in drafts:
            self._finish(syntax, draft, told)
        self._people += [s for p in made for s in p.spans() if s.label == "PERSON"] + spoke
        for draft in drafts:
            if "target" in draft.type.roles:
                self.parties.update(names_of(draft.nouns))
        return [draft for draft in drafts if draft.is_worth(self._frames[draft.type.name])]

    def sources(self, who: tuple[Phrase, ...], role: RoleType) -> list[Filler]:
        """The fillers of a source role, innermost first."""
        return [f for one in who for f in roles.fillers(one, role, text=self.text, people=self._people)[:1]]

    def _draft(self, syntax: Syntax, n: int, phrase: Phrase) -> Draft | None:
        word = self._trigger(phrase)
        if word is None:
            return None
        lemma = next(form.lemma for form in word.forms if form.lemma in self._lemmas)
        type_ = self._types[self._lemmas[lemma]]
        frame = self._frames[type_.name]
        draft = Draft(type_, (word.start, word.end), n, [n] if phrase.kind == "verb" else [])
        draft.is_speech = frame.agent is not None and frame.agent.name == "speaker"
        if phrase.kind == "verb":
            self._verb(syntax, draft, frame, lemma)
        elif word is phrase.head:
            self._noun(syntax, draft, frame)
        else:
            self._participle(syntax.made, draft, frame, phrase)
        return draft

    def _trigger(self, phrase: Phrase) -> Word | None:
        """The word of the phrase that is a trigger: the verb, the head, or a participle ahead of the head."""
        if phrase.kind == "mark":
            return None
        head = phrase.head
        if phrase.kind == "verb":
            return head if head.tag == "verb" and self._is_trigger(head) else None
        if phrase.prep == "in" and head.text in ANSWERS:
            return head
        noun = head.is_form("base", "s") or head.tag == "adj" or head.is_form("ing")
        lemma = next((form.lemma for form in head.forms if form.lemma in self._lemmas), "")
        if lemma and noun and lemma not in ONLY_VERBS and not head.span:
            return head
        ahead = (
            w
            for w in phrase.words[:-1]
            if (w.tag == "adj" or w.text in STATES) and self._is_trigger(w) and self._harms(w)
        )
        return next(ahead, None)

    def _triggers(self, made: Phrases) -> set[int]:
        return {n for n, phrase in enumerate(made) if self._trigger(phrase)}

    def _is_trigger(self, word: Word) -> bool:
        return any(form.lemma in self._lemmas for form in word.forms)

    def _harms(self, word: Word) -> bool:
        types = {self._lemmas[form.lemma] for form in word.forms if form.lemma in self._lemmas}
        return any((patient := self._frames[name].patient) and patient.name == "victim" for name in types)

    def _verb(self, syntax: Syntax, draft: Draft, frame: Frame, lemma: str) -> None:
        made, ahead, behind = syntax.made, syntax.subject(draft.n), syntax.object_of(draft.n)
        if lemma in GIVING and "seller" in draft.type.roles:
            frame = replace(frame, agent=draft.type.roles["seller"])
        group = made[draft.n]
        if group.passive or lemma in INTRANSITIVE:
            self._patient(made, draft, frame, ahead, lemma)
        else:
            self._agent(draft, frame, ahead)
            self._patient(made, draft, frame, behind, lemma)
        self._adjuncts(syntax, draft, frame, draft.n, lemma)

    def _noun(self, syntax: Syntax, draft: Draft, frame: Frame) -> None:
        made, n = syntax.made, draft.n
        phrase = made[n]
        if frame.count:
            draft.put(frame.count, *roles.numbers(phrase, text=self.text))
        self._adjuncts(syntax, draft, frame, n, "")
        names = [word for word in phrase.words[:-1] if word.tag == "name"]
        role = frame.agent if frame.agent and frame.agent.name != "cause" else frame.patient
        if names and role:
            draft.put(role, *roles.fillers(Phrase("noun", [names[0]]), role, text=self.text))
            if n >= 2 and made[n - 1].tag == "conj" and made[n - 2].head.tag == "name":
                draft.put(role, *roles.fillers(made[n - 2], role, text=self.text))  # "American and British"
        elif (whose := owner(made, n)) and role:
            self._agent(draft, frame, [whose])
        carrier = syntax.verb_of(n)
        draft.is_averted = carrier is not None and bool(made[carrier].lemmas & AVERTING)
        if carrier is not None and made[carrier].lemmas & LIGHT:
            draft.groups.append(carrier)
            draft.is_carried = True
            self._agent(draft, frame, syntax.subject(carrier))
        after = syntax.verb_behind(n)
        if after is not None:
            draft.groups.append(after)
            draft.is_carried = bool(made[after].lemmas & (LIGHT | HAPPENING))
            if made[after].passive and made[after].lemmas & LIGHT:
                self._adjuncts(syntax, draft, frame, after, "")
        if phrase.text in ANSWERS and phrase.prep == "in":
            self._response(syntax, draft, frame)

    def _response(self, syntax: Syntax, draft: Draft, frame: Frame) -> None:
        """ "In response to the raid the government closed the border." """
        made = syntax.made
        main = next(
            (n for n, p in enumerate(made) if p.kind == "verb" and p.is_finite and n > draft.n), None
        ) or next(
            (n for n in range(draft.n - 1, -1, -1) if made[n].kind == "verb" and made[n].is_finite), None
        )
        action = draft.type.roles.get("action")
        if main is None or action is None:
            return
        if made[main].lemmas & {"come", "be"}:  # "the strikes came in response to"
            for phrase in syntax.subject(main):
                draft.put(action, *roles.fillers(phrase, action, text=self.text))
            return
        self._agent(draft, frame, syntax.subject(main))
        end = max([made[main].end, *(p.end for p in syntax.object_of(main))])
        draft.put(action, Filler(made[main].head.start, end))

    def _participle(self, made: Phrases, draft: Draft, frame: Frame, phrase: Phrase) -> None:
        """ "Eleven wounded people": what is ahead of the head says what became of it."""
        rest = [word for word in phrase.words if (word.start, word.end) != draft.word]
        self._patient(made, draft, frame, [Phrase("noun", rest, phrase.prep, phrase.clause)], "")

    def _agent(self, draft: Draft, frame: Frame, found: Phrases) -> None:
        if frame.agent is None or frame.agent.name in draft.roles:
            return
        draft.nouns += found
        for phrase in found:
            draft.put(frame.agent, *roles.fillers(phrase, frame.agent, text=self.text, people=self._people))

    def _patient(self, made: Phrases, draft: Draft, frame: Frame, found: Phrases, lemma: str) -> None:
        role = frame.patient
        instrument = draft.type.roles.get("instrument")
        if lemma in AIMED and instrument and found:
            weapons = [p for p in found if not any(s.label in ACTING for s in p.spans())]
            for phrase in weapons:
                draft.put(frame.count, *roles.numbers(phrase, text=self.text))
                draft.put(instrument, *roles.fillers(phrase, instrument, text=self.text, counted=True))
            found = [p for p in found if p not in weapons]
        if role is None or draft.type.name == "STATEMENT":
            role = draft.type.roles.get("addressee") if lemma == "tell" else None
        draft.nouns += found
        for phrase in (self._counted_of(made, phrase) for phrase in found):
            count = roles.numbers(phrase, text=self.text) if frame.count else []
            draft.put(frame.count, *count)
            if role and not all(word.tag in ("num", "det") for word in phrase.words):
                draft.put(role, *roles.fillers(phrase, role, text=self.text, counted=bool(count)))

    def _counted_of(self, made: Phrases, phrase: Phrase) -> Phrase:
        """ "Five of its fighters" as one phrase."""
        if not all(word.tag in ("num", "det") for word in phrase.words):
            return phrase
        at = next((n for n, one in enumerate(made) if one is phrase), len(made))
        behind = made[at + 1] if at + 1 < len(made) else None
        if behind is None or behind.kind != "noun" or behind.prep != "of":
            return phrase
        return Phrase("noun", [*phrase.words, *behind.words], phrase.prep, phrase.clause)

    def _adjuncts(self, syntax: Syntax, draft: Draft, frame: Frame, n: int, lemma: str) -> None:
        """What prepositions add behind the phrase, up to the next trigger: what follows that belongs to it."""
        takes_by = syntax.made[n].kind == "noun" or syntax.made[n].passive
        for phrase in syntax.adjuncts(n):
            self._adjunct(syntax.made, draft, frame, phrase, lemma, takes_by=takes_by)
            if self._trigger(phrase):
                return

    def _adjunct(
        self, made: Phrases, draft: Draft, frame: Frame, phrase: Phrase, lemma: str, *, takes_by: bool
    ) -> None:
        own, prep = draft.type.roles, phrase.prep
        tool, cause, target = own.get("instrument"), own.get("cause"), own.get("target")
        noun = not draft.groups or draft.n not in draft.groups
        role: RoleType | None = None
        if prep == "by" and takes_by and frame.agent and frame.agent.name not in draft.roles:
            self._agent(draft, frame, [phrase])
        elif prep == "of" and noun and frame.patient and not draft.is_speech:
            if frame.patient.name != "target" or made_of_verb(self.text, draft.word):
                self._patient(made, draft, frame, [phrase], "of")
        elif tool and prep in ("with", "using", "by") and any(s.label in tool.labels for s in phrase.spans()):
            role = tool
        elif prep in ("with", "between", "among") and frame.agent and frame.agent.name in roles.MUTUAL:
            role = frame.agent
        elif prep == "to" and lemma in GIVING:
            role = own.get("buyer")
        elif prep == "for" and frame.count and frame.count.name == "amount":
            draft.put(frame.count, *roles.numbers(phrase, text=self.text))
        elif prep in ("to", "for") and cause and cause is not frame.agent:
            role = cause
        elif prep == "to" and frame.patient and frame.patient.name == "victim" and noun:
            self._patient(made, draft, frame, [phrase], "of")
        elif prep in TO_PATIENT and target and target is frame.patient and (noun or lemma in AIMED):
            role = target
        elif cause and prep in ("in", "by", "from") and not phrase.spans() and phrase.head.forms:
            role = cause
        if role is not None:
            draft.put(role, *roles.fillers(phrase, role, text=self.text, counted=True))

    def _finish(self, syntax: Syntax, draft: Draft, told: list[Told]) -> None:
        """Time, place, source and modality, of the clause and of the sentence."""
        made, frame = syntax.made, self._frames[draft.type.name]
        Around(syntax, draft, frame, self._triggers(made), self.text, self._published).fill()
        by = told_of(made, draft.n, told)
        draft.modality = modality(made, draft.n, draft.groups, None if draft.is_speech else by)
        draft.negated = negated(made, draft.groups, [*draft.nouns, made[draft.n]])
        if by and frame.agent and by.verb and not draft.is_speech and _is_own(draft, frame.agent):
            draft.put(frame.agent, *roles.fillers(by.who[0], frame.agent, text=self.text))
            if draft.modality is Modality.ASSERTED:
                draft.modality = Modality.CLAIMED  # "they said they struck"
        if by and frame.source and not draft.is_speech:
            draft.tell(frame.source, *self.sources(by.who, frame.source))
            draft.teller = by.who[0]


def made_of_verb(text: str, word: tuple[int, int]) -> bool:
    """Whether the noun is one like "bombing", whose "of" names what it was done to."""
    return text[slice(*word)].lower().endswith("ing")


def _is_own(draft: Draft, agent: RoleType) -> bool:
    """Whether who acts is a pronoun that nothing has been put for."""
    return agent.name not in draft.roles and any(
        p.text in ("it", "they", "we", "he", "she") for p in draft.nouns
    )
