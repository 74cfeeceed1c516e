"""The role that a preposition brings: "with rockets", "damage to the plant", "talks between"."""

from __future__ import annotations

from annotations.schema.types import RoleType
from annotations.suggest.facts import roles
from annotations.suggest.facts.candidate import FactCandidate
from annotations.suggest.facts.grammar.phrases import Phrase
from annotations.suggest.facts.roles import Frame
from annotations.suggest.facts.word_lists import AIMED, BLASTS, GIVING, TO_PATIENT


def brought(draft: FactCandidate, frame: Frame, phrase: Phrase, lemma: str) -> RoleType | None:
    """Return the role of the draft's type that the phrase fills by its preposition; None when it fills none.

    `lemma` is the verb's, "" for a noun; `frame` is the draft's, or as the verb turns it.
    """
    takes, prep, tool = frame.takes, phrase.prep, frame.takes.get("instrument")
    if tool and prep in ("with", "using", "by") and any(s.label in tool.labels for s in phrase.spans()):
        return tool
    if prep == "among" and not lemma and frame.patient and frame.patient.kind == "victim":
        return frame.patient
    if prep in ("with", "between", "among") and frame.agent and takes.keys() & roles.MUTUAL:
        return frame.agent
    if prep == "to" and lemma in GIVING:
        return takes.get("buyer")
    return _cause_or_action(frame, prep) or _target(draft, frame, prep, lemma) or _origin(frame, phrase)


def _cause_or_action(frame: Frame, prep: str) -> RoleType | None:
    """Return what an answer answers ("a response to"), or what it consists in ("answered with")."""
    cause = frame.takes.get("cause")
    if prep in ("to", "for") and cause and cause is not frame.agent:
        return cause
    return frame.takes.get("action") if prep == "with" else None


def _target(draft: FactCandidate, frame: Frame, prep: str, lemma: str) -> RoleType | None:
    """Return the target that "on", "at" or "to" brings; behind a blast they say where, not whom."""
    target = frame.takes.get("target")
    if target is None or draft.lemma in BLASTS:
        return None
    if prep == "to" and lemma.startswith("set "):
        return target  # "set fire to a bus"
    if target is not frame.patient:
        return None
    if "instrument" in frame.takes or "action" in frame.takes:
        return target if prep in TO_PATIENT and (not lemma or lemma in AIMED) else None
    return target if prep == "to" and not lemma else None  # "damage to the plant"


def _origin(frame: Frame, phrase: Phrase) -> RoleType | None:
    """Return the cause that "in the blast" or "from the fall" brings."""
    named = phrase.spans() or not phrase.head.forms
    return frame.takes.get("cause") if phrase.prep in ("in", "by", "from") and not named else None
