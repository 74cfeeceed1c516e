"""A proposed fact in the making: its roles as they are found, and which drafts say the same.

Two triggers for one fact ("the strikes targeted", "launched an attack") make one draft, on the noun.
"""

from __future__ import annotations

from dataclasses import field

from annotations.fact_attributes import Modality, stated
from annotations.facts import Fact, Filler, Role
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.kinds import RoleKind
from annotations.schema.types import FactType, RoleType
from annotations.spans import Status
from annotations.suggest.facts.grammar.phrases import Phrase, Phrases
from annotations.suggest.facts.roles import Frame
from annotations.suggest.facts.word_lists import CARRIED, DISCUSSING, LIGHT, SIGNING


@dataclass
class FactCandidate:
    """A fact in the making; `nouns` are the phrases that fill its agent and patient."""

    type: FactType
    frame: Frame
    word: tuple[int, int]
    n: int
    groups: list[int]
    lemma: str
    roles: dict[str, list[Filler]] = field(default_factory=dict)
    nouns: list[Phrase] = field(default_factory=list)
    agents: list[Phrase] = field(default_factory=list)  # those of them that act
    modality: Modality = Modality.ASSERTED
    negated: bool = False
    teller: Phrase | None = None  # who tells it, innermost
    is_speech: bool = False
    is_none: bool = False  # what somebody wants to deter has not happened; another sense of the word
    timed: set[str] = field(default_factory=set)  # the labels of the times it has
    is_carried: bool = False  # a verb says that it took place
    seen: dict[str, float] = field(default_factory=dict)  # the evidence that its score is made of

    @property
    def trigger(self) -> tuple[int, int]:
        return self.word

    @property
    def key(self) -> tuple[str, tuple[int, int]]:
        return self.type.name, self.word

    def takes(self, kind: RoleKind) -> bool:
        """Return whether the type has a role of that kind."""
        return kind in self.frame.takes

    def role(self, kind: RoleKind) -> RoleType | None:
        """Return the type's role of that kind."""
        return self.frame.takes.get(kind)

    def found(self, kind: RoleKind) -> list[Filler]:
        """Return the fillers of the role of that kind so far."""
        role = self.frame.takes.get(kind)
        return self.roles.get(role.name, []) if role else []

    def put(self, role: RoleType | None, *found: Filler) -> None:
        """Add fillers to the role; what fills another role already does not fill a second."""
        if role is None:
            return
        taken = [(f.start, f.end) for fillers in self.roles.values() for f in fillers]
        new = [f for f in found if not any(f.start < end and start < f.end for start, end in taken)]
        if new:
            self.roles[role.name] = [*self.roles.get(role.name, []), *new][: role.most]

    def take_out(self, role: RoleType, phrase: Phrase) -> None:
        """Remove what lies in the phrase from the role; a role with nothing left goes."""
        found = self.roles.pop(role.name, [])
        if kept := [f for f in found if not (f.start < phrase.end and phrase.start < f.end)]:
            self.roles[role.name] = kept

    def tell(self, role: RoleType, *found: Filler) -> None:
        """Put in the sources, innermost first; who acts may be one too."""
        if found:
            self.roles[role.name] = list(found)[: role.most]

    def is_worth(self) -> bool:
        """Return whether more than the time, the place, the source or the number is known, if there may be more."""
        frame = self.frame
        beside = {r.name for r in (frame.time, frame.place, frame.source) if r}
        core = self.roles.keys() - (beside if self.type.roles.keys() - beside else set())
        if self.is_none:
            return False
        if self.is_speech:
            return any(self.type.roles[name].kind in ("speaker", "addressee") for name in core)
        wanted = {
            role.name
            for role in self.type.roles.values()
            if role.required or role is frame.patient or role.kind == "instrument"
        }
        told = self.roles.keys() - ({frame.source.name} if frame.source else set())
        if self.groups[:1] == [self.n]:
            wanted |= core  # a verb says that it took place
        return bool(core & wanted) or (self.is_carried and bool(told))

    def fact(self, id_: str, origin: str, score: float) -> Fact:
        order = [name for name in self.type.roles if name in self.roles]
        made = tuple(Role(name, tuple(self.roles[name])) for name in order)
        return Fact(
            id_,
            self.type.name,
            self.word,
            made,
            stated(modality=self.modality, negated=self.negated),
            Status.SUGGESTED,
            origin,
            score,
        )


def merged(made: Phrases, drafts: list[FactCandidate]) -> list[FactCandidate]:
    """Return the drafts less those that say again what another says.

    "The strikes targeted", "launched an attack".
    """
    gone: set[int] = set()
    for draft in drafts:
        for other in drafts:
            same = draft is not other and draft.type is other.type and not draft.is_speech
            if not same or id(draft) in gone or id(other) in gone:
                continue
            noun, verb = (draft, other) if made[draft.n].kind == "noun" else (other, draft)
            if made[verb.n].kind == "verb" and made[verb.n].lemmas & SIGNING and _is_near(made, noun, verb):
                gone.add(id(noun))
                continue
            if made[noun.n].kind == made[verb.n].kind == "verb":
                noun, verb = sorted((draft, other), key=lambda one: one.n)
            if made[verb.n].kind == "verb" and _is_one(made, noun, verb):
                for name, found in verb.roles.items():
                    if name not in noun.roles:
                        noun.put(noun.type.roles[name], *found)
                noun.nouns += verb.nouns
                gone.add(id(verb))
    return [d for d in drafts if id(d) not in gone and not _is_counted(made, d, drafts)]


def _is_counted(made: Phrases, draft: FactCandidate, drafts: list[FactCandidate]) -> bool:
    """Return whether the noun is what another fact counts: "recorded 40 attacks"."""
    counted = (f for other in drafts if other is not draft for f in other.found("counted"))
    return made[draft.n].kind == "noun" and any(
        f.start <= draft.word[0] and draft.word[1] <= f.end for f in counted
    )


def _is_near(made: Phrases, noun: FactCandidate, verb: FactCandidate) -> bool:
    """Return whether the noun is what the verb is about: its object, its subject, or beside it."""
    phrase = made[noun.n]
    if any(phrase is one for one in verb.nouns):
        return True
    between = made[min(noun.n, verb.n) + 1 : max(noun.n, verb.n)]
    return made[noun.n].kind == "noun" and not any(
        p.kind == "verb" or p.tag in ("stop", "sub") for p in between
    )


def _is_one(made: Phrases, noun: FactCandidate, verb: FactCandidate) -> bool:
    phrase, group = made[noun.n], made[verb.n]
    if verb.n in noun.groups and group.lemmas & (LIGHT | CARRIED):
        for name in list(verb.roles):  # the noun is no filler of its own fact
            verb.take_out(verb.type.roles[name], phrase)
        return True
    if noun.n < verb.n and group.has("to") and group.lemmas & DISCUSSING:  # "met to discuss"
        sides = verb.role("participant")
        verb.roles.pop(sides.name if sides else "", None)
        return True
    after = noun.n < verb.n and group.head.is_form("ing") and not group.is_finite
    if after and group.lemmas & CARRIED and not any(p.kind == "verb" for p in made[noun.n + 1 : verb.n]):
        verb.roles = {k: v for k, v in verb.roles.items() if verb.type.roles[k] is not verb.frame.agent}
        return True
    return False
