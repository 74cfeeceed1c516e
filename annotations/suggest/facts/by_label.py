"""Roles that are told by the labels they take: those that say no kind, and the second of a kind.

The first two without a kind are taken for who acts and what it is done to, in the order of the schema; where the
labels say that it is the other way round, it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotations.facts import Filler
from annotations.schema.types import RoleType
from annotations.spans import Span
from annotations.suggest.facts.around import Around
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrases


def told_by_label(made: Phrases, draft: FactCandidate, around: Around) -> None:
    """Put what fills such roles where its label belongs, and fill those that are open from what is beside the trigger."""
    _turn_round(made, draft)
    untold = [role for role in draft.type.roles.values() if role.labels and _is_untold(draft, role)]
    for role in untold:
        _move(made, draft, role, untold)
    for role in untold:
        if role.name not in draft.roles:
            draft.put(role, *_nearest(made, draft, around, role))


def _is_untold(draft: FactCandidate, role: RoleType) -> bool:
    """Return whether neither the role's kind nor its place in the schema tells what fills it."""
    return role.kind is None or (role.kind != "other" and draft.frame.takes.get(role.kind) is not role)


def _turn_round(made: Phrases, draft: FactCandidate) -> None:
    """Exchange the fillers of the first two roles without a kind where these take each other's labels."""
    agent, patient = draft.frame.agent, draft.frame.patient
    if agent is None or patient is None or agent.kind is not None or patient.kind is not None:
        return
    found = [(role, span) for role in (agent, patient) for span in _spans(made, draft, role)]
    right = sum(span.label in role.labels for role, span in found if role.labels)
    other = {agent.name: patient, patient.name: agent}
    turned = sum(span.label in other[role.name].labels for role, span in found)
    if turned > right:
        acting, done_to = draft.roles.pop(agent.name, []), draft.roles.pop(patient.name, [])
        draft.put(agent, *(_named(made, one, agent) for one in done_to))
        draft.put(patient, *(_named(made, one, patient) for one in acting))


def _move(made: Phrases, draft: FactCandidate, role: RoleType, untold: list[RoleType]) -> None:
    """Give what the role does not take to the one of these roles that does."""
    for filler in draft.roles.get(role.name, ()):
        labels = {span.label for p in made for span in p.spans() if _touch(span, filler)}
        other = next((one for one in untold if labels.intersection(one.labels)), None)
        if other is not None and not labels.intersection(role.labels):
            kept = [one for one in draft.roles.pop(role.name) if one is not filler]
            draft.put(other, _named(made, filler, other))
            draft.put(role, *kept)


def _spans(made: Phrases, draft: FactCandidate, role: RoleType) -> Iterator[Span]:
    """Yield the spans that the role's fillers have words of."""
    for filler in draft.roles.get(role.name, ()):
        yield from (span for p in made for span in p.spans() if _touch(span, filler))


def _named(made: Phrases, filler: Filler, role: RoleType) -> Filler:
    """Return the filler as the span in it that the role takes, if there is one."""
    spans = (span for p in made for span in p.spans() if _touch(span, filler) and span.label in role.labels)
    return next((Filler(span.start, span.end, span.id) for span in spans), filler)


def _touch(span: Span, filler: Filler) -> bool:
    return span.start < filler.end and filler.start < span.end


def _nearest(made: Phrases, draft: FactCandidate, around: Around, role: RoleType) -> list[Filler]:
    """Return the spans nearest to the trigger that the role takes: of one phrase, and of those it is joined with."""
    for n in sorted(range(len(made)), key=lambda at: (abs(at - draft.n), at)):
        spans = [span for span in made[n].spans() if span.label in role.labels]
        if spans and around.is_own(n):
            return [Filler(span.start, span.end, span.id) for span in spans]
    return []
