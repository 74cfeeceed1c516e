"""The facts of one sentence: each trigger with the roles that its place there fills, and how it is told.

Two triggers for one fact ("the strikes targeted") make one draft.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from annotations.fact_attributes import Modality
from annotations.facts import Filler
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import FactType, RoleType
from annotations.spans import Span
from annotations.suggest.facts import roles
from annotations.suggest.facts.around import Around
from annotations.suggest.facts.by_label import told_by_label
from annotations.suggest.facts.candidate import FactCandidate, merged
from annotations.suggest.facts.counted_nouns import counted_of
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.grammar.word import Word
from annotations.suggest.facts.meanings import NOUNLESS, THINGS
from annotations.suggest.facts.refusing.no_event import Writing, is_no_event
from annotations.suggest.facts.refusing.other_senses import is_other
from annotations.suggest.facts.role_filling import Filling
from annotations.suggest.facts.roles import Frame
from annotations.suggest.facts.score import evidence
from annotations.suggest.facts.sentence_before import told_before
from annotations.suggest.facts.sources import (
    SourceWords,
    is_own,
    modality,
    names_of,
    negated,
    tellings,
    told_of,
)
from annotations.suggest.facts.tallies import is_tally, tally
from annotations.suggest.facts.word_lists import ANSWERS, STATES


@dataclass
class Speech:
    """The speaker of a sentence, for the quotes beside it, and where the verb stands."""

    start: int
    end: int
    who: tuple[Phrase, ...]


class SentenceReader:
    """The reader of the sentences of one article, in order."""

    def __init__(
        self,
        text: str,
        types: Mapping[str, FactType],
        lemmas: Mapping[str, Sequence[str]],
        published: date | None,
    ) -> None:
        self.text, self._types, self._lemmas, self._published = text, types, lemmas, published
        self._frames = {name: Frame.of(type_) for name, type_ in types.items()}
        counting = (
            name
            for name, t in types.items()
            if "total" in t.triggers and "counted" in self._frames[name].takes
        )
        self._tallies = next(counting, "")  # the type of totals
        self._people: list[Span] = []
        self._before: Phrases = []  # the sentence before
        self.speeches: list[Speech] = []
        self.parties: set[str] = set()  # the names in what acts and is acted on

    def sentence(self, made: Phrases) -> list[FactCandidate]:
        """Return the drafts of the sentence's facts."""
        if not made:
            return []
        told = tellings(made)
        self._line = Writing(made, self.text)
        self._people = [
            s for p in made for s in p.spans() if s.label == "PERSON" or (s.label == "ORG" and not p.prep)
        ]
        self.speeches += [Speech(made[t.at].start, made[t.at].end, t.who) for t in told if t.verb]
        drafts = [draft for n, phrase in enumerate(made) if (draft := self._draft(made, n, phrase))]
        drafts = merged(made, drafts)
        triggers = self._triggers(made) if drafts else set()
        for draft in drafts:
            self._finish(made, draft, told, triggers)
        for draft in drafts:
            if draft.takes("target") or draft.takes("victim"):
                self.parties.update(names_of(draft.nouns if draft.takes("target") else draft.agents))
            if (cause := draft.role("cause")) and not draft.found("cause"):
                draft.put(cause, *told_before(made, draft.n, self._before))
        self._before = made
        worth = [draft for draft in drafts if draft.is_worth()]
        for draft in worth:
            draft.seen = evidence(made, draft, len(worth))
        return worth

    def sources(self, made: Phrases, who: tuple[Phrase, ...], role: RoleType) -> list[Filler]:
        """Return the fillers of a source role, innermost first."""
        who = tuple(counted_of(made, one) for one in who)
        return [f for one in who for f in roles.fillers(one, role, text=self.text, people=self._people)[:1]]

    def _draft(self, made: Phrases, n: int, phrase: Phrase) -> FactCandidate | None:
        if self._tallies and is_tally(made, n, self.text):
            return self._tally(made, n, phrase)
        word = self._trigger(phrase)
        if word is None:
            return None
        lemma = next(form.lemma for form in word.forms if form.lemma in self._lemmas)
        if phrase.kind == "noun":
            lemma = self._noun_lemma(word) or lemma
        made_of = (
            self._of_type(made, n, phrase, word, lemma, self._types[name]) for name in self._lemmas[lemma]
        )
        drafts = list(made_of)
        return next((draft for draft in drafts if not draft.is_none), drafts[0])

    def _tally(self, made: Phrases, n: int, phrase: Phrase) -> FactCandidate:
        """Return the draft of a total on its noun."""
        type_ = self._types[self._tallies]
        word = (phrase.head.start, phrase.head.end)
        draft = FactCandidate(type_, self._frames[type_.name], word, n, [], "")
        tally(made, draft, self.text)
        return draft

    def _of_type(
        self, made: Phrases, n: int, phrase: Phrase, word: Word, lemma: str, type_: FactType
    ) -> FactCandidate:
        frame = self._frames[type_.name]
        draft = FactCandidate(
            type_, frame, (word.start, word.end), n, [n] if phrase.kind == "verb" else [], lemma
        )
        draft.is_speech = frame.agent is not None and frame.agent.kind == "speaker"
        filling = Filling(made, draft, frame, self.text, self._people, self._trigger)
        if phrase.kind == "verb":
            filling.verb(lemma)
        elif word is phrase.head:
            filling.noun(word)
        else:
            filling.participle(phrase)
        draft.is_none |= is_other(made, draft, self.text) or is_no_event(made, draft, self._line)
        return draft

    def _trigger(self, phrase: Phrase) -> Word | None:
        """Return the phrase's word that is a trigger: the verb, the head, or a participle ahead of it."""
        if phrase.kind == "mark":
            return None
        head = phrase.head
        if phrase.kind == "verb":
            return head if head.tag in ("verb", "have") and self._is_trigger(head) else None
        if phrase.prep in ("in", "as") and head.text in ANSWERS:
            return head
        if head.tag == "poss":
            return None
        noun = head.is_form("base", "s") or head.tag == "adj" or head.is_form("ing")
        if noun and not head.span and self._noun_lemma(head):
            return head
        ahead = (
            w
            for w in phrase.words[:-1]
            if (w.tag == "adj" or w.text in STATES) and self._is_trigger(w) and self._harms(w, head)
        )
        return next(ahead, None)

    def _noun_lemma(self, word: Word) -> str:
        """Return the trigger that the noun is; "" for one that is a trigger only as a verb."""
        lemmas = (form.lemma for form in word.forms if form.lemma in self._lemmas)
        return next((lemma for lemma in lemmas if lemma not in NOUNLESS), "")

    def _triggers(self, made: Phrases) -> set[int]:
        return {n for n, phrase in enumerate(made) if self._trigger(phrase)}

    def _is_trigger(self, word: Word) -> bool:
        return any(form.lemma in self._lemmas for form in word.forms)

    def _harms(self, word: Word, head: Word) -> bool:
        """Return whether the word ahead of the noun `head` says what became of it: "the destroyed bridge"."""
        types = {name for form in word.forms for name in self._lemmas.get(form.lemma, ())}
        kinds = {patient.kind for name in types if (patient := self._frames[name].patient)}
        thing = head.text in THINGS or (head.span is not None and head.span.label in ("FAC", "PRODUCT"))
        return "victim" in kinds or ("target" in kinds and thing and word.is_form("participle"))

    def _finish(
        self, made: Phrases, draft: FactCandidate, told: list[SourceWords], triggers: set[int]
    ) -> None:
        """Add time, place, source and modality, of the clause and of the sentence."""
        frame = draft.frame
        around = Around(made, draft, frame, triggers, self.text, self._published)
        around.fill()
        told_by_label(made, draft, around)
        by = told_of(made, draft.n, told)
        draft.modality = modality(made, draft.n, draft.groups, None if draft.is_speech else by)
        draft.negated = negated(made, draft.groups, [*draft.nouns, made[draft.n]])
        if by and not draft.is_speech and is_own(made, by, draft):
            self._owned(draft, by)
        if by and frame.source and not draft.is_speech:
            draft.tell(frame.source, *self.sources(made, by.who, frame.source))
            draft.teller = by.who[0]

    def _owned(self, draft: FactCandidate, by: SourceWords) -> None:
        """Make the speaker who acts, where a pronoun says so; what a side tells of its own force is claimed."""
        frame = draft.frame
        if frame.agent and by.who[0].spans() and any(p.tag == "pron" for p in draft.agents):
            for agent in draft.agents:
                draft.take_out(frame.agent, agent)
            draft.put(frame.agent, *roles.fillers(by.who[0], frame.agent, text=self.text))
        if draft.modality is Modality.ASSERTED and (draft.takes("target") or draft.takes("victim")):
            draft.modality = Modality.CLAIMED  # "they said they struck"
