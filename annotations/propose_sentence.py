"""The facts of one sentence: each trigger with the roles that its place in the sentence fills.

A noun takes its roles from the verb that carries it ("carried out strikes") and from what follows ("strikes on"); two
triggers for one fact ("the strikes targeted") make one draft.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from annotations import propose_roles as roles
from annotations.facts import Fact, Filler, Modality, Role
from annotations.propose_phrases import Phrase
from annotations.propose_roles import Frame
from annotations.propose_sources import Told, is_party, modality, negated, tellings, told_of
from annotations.propose_syntax import Phrases, adjuncts, object_of, owner, right_chain, subject, verb_behind, verb_of
from annotations.propose_words import Word
from annotations.schema import FactType, RoleType
from annotations.spans import Span, Status

LIGHT = frozenset(
    """conduct carry launch unleash mount stage perform make undertake begin start continue order hold sign reach have
    suffer sustain cause claim""".split()
)
CARRIED = frozenset("target launch fire conduct occur happen take kill hit strike".split())  # verbs that go with a noun's fact
ONLY_VERBS = frozenset(
    """say tell target fire state name report sink burn sign level crater claim station fund grant replace describe
    shell bomb shoot blame add record launch pay buy meet call visit send""".split()
)
INTRANSITIVE = frozenset("die drown collapse resign".split())
TO_PATIENT = frozenset("on against at into upon toward towards onto to".split())
AIMED = frozenset("fire launch shoot throw".split())  # what is their object is the instrument
TO_PLACE = frozenset("in near at on off across over outside inside within around to from into aboard through between".split())


@dataclass
class Draft:
    """A fact in the making; `nouns` are the phrases that fill its agent and patient."""

    type: FactType
    word: tuple[int, int]
    n: int
    groups: list[int]
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    nouns: list[Phrase] = field(default_factory=list)
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    is_speech: bool = False

    @property
    def trigger(self) -> tuple[int, int]:
        return self.word

    @property
    def key(self) -> tuple[str, tuple[int, int]]:
        return self.type.name, self.word

    def put(self, role: RoleType | None, *found: Filler) -> None:
        """Adds fillers to the role; what fills another role already does not fill a second."""
        if role is None:
            return
        taken = [(f.start, f.end) for fillers in self.roles.values() for f in fillers]
        new = [f for f in found if not any(f.start < end and start < f.end for start, end in taken)]
        if new:
            self.roles[role.name] = [*self.roles.get(role.name, []), *new][: role.most]

    def is_worth(self, frame: Frame) -> bool:
        """Whether more than the time, the place, the source or the number is known."""
        beside = {r.name for r in (frame.time, frame.place, frame.source) if r}
        core = self.roles.keys() - beside
        if frame.agent and frame.agent.name == "speaker":
            return "speaker" in core
        return bool(core)

    def fact(self, id_: str, origin: str) -> Fact:
        order = [name for name in self.type.roles if name in self.roles]
        made = tuple(Role(name, tuple(self.roles[name])) for name in order)
        required = [role.name for role in self.type.roles.values() if role.required]
        share = sum(name in self.roles for name in required) / len(required) if required else 1.0
        score = round(0.4 + 0.5 * share, 2)
        return Fact(
            id_, self.type.name, self.word, made, self.modality, self.negated, "", Status.SUGGESTED, origin, score
        )


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

    def sentence(self, made: Phrases) -> list[Draft]:
        """The drafts of the sentence's facts."""
        told = tellings(made)
        self.speeches += [Speech(made[t.at].start, made[t.at].end, t.who) for t in told if t.verb]
        drafts = [draft for n, phrase in enumerate(made) if (draft := self._draft(made, n, phrase))]
        drafts = _merged(made, drafts)
        for draft in drafts:
            self._finish(made, draft, told)
        self._people += [span for phrase in made for span in phrase.spans() if span.label == "PERSON"]
        return [draft for draft in drafts if draft.is_worth(self._frames[draft.type.name])]

    def sources(self, who: tuple[Phrase, ...], role: RoleType) -> list[Filler]:
        """The fillers of a source role, innermost first."""
        return [f for one in who for f in roles.fillers(one, role, text=self.text, people=self._people)[:1]]

    def frame(self, type_: FactType) -> Frame:
        return self._frames[type_.name]

    def _draft(self, made: Phrases, n: int, phrase: Phrase) -> Draft | None:
        word = self._trigger(phrase)
        if word is None:
            return None
        lemma = next(form.lemma for form in word.forms if form.lemma in self._lemmas)
        type_ = self._types[self._lemmas[lemma]]
        frame = self._frames[type_.name]
        draft = Draft(type_, (word.start, word.end), n, [n] if phrase.kind == "verb" else [])
        draft.is_speech = frame.agent is not None and frame.agent.name == "speaker"
        if phrase.kind == "verb":
            self._verb(made, draft, frame, lemma)
        elif word is phrase.head:
            self._noun(made, draft, frame)
        else:
            self._participle(draft, frame, phrase)
        return draft

    def _trigger(self, phrase: Phrase) -> Word | None:
        """The word of the phrase that is a trigger: the verb, the head, or a participle ahead of the head."""
        if phrase.kind == "mark":
            return None
        head = phrase.head
        if phrase.kind == "verb":
            return head if head.tag == "verb" and self._is_trigger(head) else None
        if phrase.prep == "in" and head.text == "response":
            return head
        noun = head.is_form("base", "s") or head.tag == "adj" or head.is_form("ing")
        lemma = next((form.lemma for form in head.forms if form.lemma in self._lemmas), "")
        if lemma and noun and lemma not in ONLY_VERBS and not head.span:
            return head
        ahead = (w for w in phrase.words[:-1] if w.tag == "adj" and self._is_trigger(w) and self._harms(w))
        return next(ahead, None)

    def _is_trigger(self, word: Word) -> bool:
        return any(form.lemma in self._lemmas for form in word.forms)

    def _harms(self, word: Word) -> bool:
        types = {self._lemmas[form.lemma] for form in word.forms if form.lemma in self._lemmas}
        return any((patient := self._frames[name].patient) and patient.name == "victim" for name in types)

    def _verb(self, made: Phrases, draft: Draft, frame: Frame, lemma: str) -> None:
        ahead, behind = subject(made, draft.n), object_of(made, draft.n)
        group = made[draft.n]
        if group.passive or lemma in INTRANSITIVE:
            self._patient(draft, frame, ahead, lemma)
        else:
            self._agent(draft, frame, ahead)
            self._patient(draft, frame, behind, lemma)
        self._adjuncts(made, draft, frame, draft.n, lemma)

    def _noun(self, made: Phrases, draft: Draft, frame: Frame) -> None:
        phrase, n = made[draft.n], draft.n
        if frame.count:
            draft.put(frame.count, *roles.numbers(phrase, text=self.text))
        self._adjuncts(made, draft, frame, n, "")
        names = [word for word in phrase.words[:-1] if word.tag == "name"]
        role = frame.agent if frame.agent and frame.agent.name != "cause" else frame.patient
        if names and role:
            draft.put(role, *roles.fillers(Phrase("noun", [names[0]]), role, text=self.text))
        elif (whose := owner(made, n)) and role:
            self._agent(draft, frame, [whose])
        carrier = verb_of(made, n)
        if carrier is not None and made[carrier].lemmas & LIGHT:
            draft.groups.append(carrier)
            self._agent(draft, frame, subject(made, carrier))
        after = verb_behind(made, n)
        if after is not None:
            draft.groups.append(after)
            if made[after].passive and made[after].lemmas & LIGHT:
                self._adjuncts(made, draft, frame, after, "")
        if phrase.text == "response" and phrase.prep == "in":
            self._response(made, draft, frame)

    def _response(self, made: Phrases, draft: Draft, frame: Frame) -> None:
        """"In response to the raid the government closed the border." """
        main = next(
            (n for n, p in enumerate(made) if p.kind == "verb" and p.is_finite and n > draft.n), None
        ) or next((n for n in range(draft.n - 1, -1, -1) if made[n].kind == "verb" and made[n].is_finite), None)
        action = draft.type.roles.get("action")
        if main is None or action is None:
            return
        self._agent(draft, frame, subject(made, main))
        end = max([made[main].end, *(p.end for p in object_of(made, main))])
        draft.put(action, Filler(made[main].head.start, end))

    def _participle(self, draft: Draft, frame: Frame, phrase: Phrase) -> None:
        """"Eleven wounded people": what is ahead of the head says what became of it."""
        rest = [word for word in phrase.words if (word.start, word.end) != draft.word]
        self._patient(draft, frame, [Phrase("noun", rest, phrase.prep, phrase.clause)], "")

    def _agent(self, draft: Draft, frame: Frame, found: Phrases) -> None:
        if frame.agent is None or frame.agent.name in draft.roles:
            return
        chosen = _apposed(found, frame.agent)
        draft.nouns += chosen
        for phrase in chosen:
            draft.put(frame.agent, *roles.fillers(phrase, frame.agent, text=self.text, people=self._people))

    def _patient(self, draft: Draft, frame: Frame, found: Phrases, lemma: str) -> None:
        role = frame.patient
        instrument = draft.type.roles.get("instrument")
        if lemma in AIMED and instrument and found:
            weapons = [p for p in found if any(s.label in instrument.labels for s in p.spans()) or not p.spans()]
            for phrase in weapons:
                draft.put(frame.count, *roles.numbers(phrase, text=self.text))
                draft.put(instrument, *roles.fillers(phrase, instrument, text=self.text, counted=True))
            found = [p for p in found if p not in weapons]
        if role is None or draft.type.name == "STATEMENT":
            role = draft.type.roles.get("addressee") if lemma == "tell" else None
        draft.nouns += found
        for phrase in found:
            count = roles.numbers(phrase, text=self.text) if frame.count else []
            draft.put(frame.count, *count)
            if role and not all(word.tag in ("num", "det") for word in phrase.words):
                draft.put(role, *roles.fillers(phrase, role, text=self.text, counted=bool(count)))

    def _adjuncts(self, made: Phrases, draft: Draft, frame: Frame, n: int, lemma: str) -> None:
        """What prepositions add behind the phrase: by whom, on what, with what."""
        own = draft.type.roles
        noun = made[n].kind == "noun"
        for phrase in adjuncts(made, n):
            if phrase.prep == "by" and (noun or made[n].passive):
                self._agent(draft, frame, [phrase])
            elif phrase.prep == "of" and noun and frame.patient and not (frame.agent and frame.agent.name == "speaker"):
                self._patient(draft, frame, [phrase], "of")
            elif phrase.prep in ("with", "using", "by") and (tool := own.get("instrument")):
                draft.put(tool, *roles.fillers(phrase, tool, text=self.text, counted=True))
            elif phrase.prep in ("with", "between", "among") and frame.agent and frame.agent.name in roles.MUTUAL:
                draft.put(frame.agent, *roles.fillers(phrase, frame.agent, text=self.text))
            elif phrase.prep == "to" and "cause" in own and draft.type.roles["cause"] is not frame.agent:
                draft.put(own["cause"], *roles.fillers(phrase, own["cause"], text=self.text))
            elif phrase.prep in TO_PATIENT and own.get("target") and (noun or lemma in AIMED) and phrase.prep != "to":
                draft.put(own["target"], *roles.fillers(phrase, own["target"], text=self.text, counted=True))
            elif phrase.prep in ("in", "by", "from") and (cause := own.get("cause")) and not phrase.spans() and phrase.head.forms:
                draft.put(cause, *roles.fillers(phrase, cause, text=self.text))

    def _finish(self, made: Phrases, draft: Draft, told: list[Told]) -> None:
        """Time, place, source and modality, of the clause and of the sentence."""
        frame = self._frames[draft.type.name]
        clauses = {made[draft.n].clause, *(made[at].clause for at in draft.groups)}
        whole = not any(p.kind == "verb" and p.is_finite and p.clause not in clauses for p in made)
        for n, phrase in enumerate(made):
            if phrase.kind != "noun" or not (whole or phrase.clause in clauses or _opens(made, n)):
                continue
            if phrase.tag == "time" and frame.time and (when := roles.times(phrase, self._published, text=self.text)):
                draft.put(frame.time, when)
            elif phrase.prep in TO_PLACE and frame.place and phrase.tag != "time":
                for one in right_chain(made, n):
                    draft.put(frame.place, *roles.places(one, frame.place))
        by = told_of(made, draft.n, told)
        draft.modality = modality(made, draft.n, draft.groups, None if draft.is_speech else by)
        draft.negated = negated(made, draft.groups, [*draft.nouns, made[draft.n]] if not draft.is_speech else [])
        if by and frame.source and not draft.is_speech:
            draft.put(frame.source, *self.sources(by.who, frame.source))
            if draft.modality is Modality.ASSERTED and is_party(by.who[0], draft.nouns):
                draft.modality = Modality.CLAIMED


def _opens(made: Phrases, n: int) -> bool:
    """Whether the phrase stands at the start of the sentence, ahead of any verb."""
    return not any(phrase.kind == "verb" for phrase in made[:n]) and made[n].clause == 0


def _apposed(found: Phrases, role: RoleType) -> Phrases:
    """Of "the spokesman, Ann Lee," the one with the name; else all."""
    if len(found) > 1 and role.name in ("speaker", "person"):
        named = [p for p in found if any(s.label == "PERSON" for s in p.spans())]
        return named or found[-1:]
    return found


def _merged(made: Phrases, drafts: list[Draft]) -> list[Draft]:
    """The drafts less those that say again what another says: "the strikes targeted", "launched an attack"."""
    gone: set[int] = set()
    for draft in drafts:
        for other in drafts:
            same = draft is not other and draft.type is other.type and not draft.is_speech
            if not same or id(draft) in gone or id(other) in gone:
                continue
            noun, verb = (draft, other) if not made[draft.n].kind == "verb" else (other, draft)
            if made[noun.n].kind == "noun" and made[verb.n].kind == "verb" and _is_one(made, noun, verb):
                for name, found in verb.roles.items():
                    if name not in noun.roles:
                        noun.put(noun.type.roles[name], *found)
                noun.nouns += verb.nouns
                gone.add(id(verb))
    return [draft for draft in drafts if id(draft) not in gone]


def _is_one(made: Phrases, noun: Draft, verb: Draft) -> bool:
    phrase, group = made[noun.n], made[verb.n]
    if verb.n in noun.groups and group.lemmas & (LIGHT | CARRIED):
        for name in list(verb.roles):  # the noun is no filler of its own fact
            verb.roles[name] = [f for f in verb.roles[name] if not (f.start < phrase.end and phrase.start < f.end)]
            if not verb.roles[name]:
                del verb.roles[name]
        return True
    after = noun.n < verb.n and group.head.is_form("ing") and not group.is_finite
    if after and group.lemmas & CARRIED and not any(p.kind == "verb" for p in made[noun.n + 1 : verb.n]):
        verb.roles = {k: v for k, v in verb.roles.items() if verb.type.roles[k] is not Frame.of(verb.type).agent}
        return True
    return False


