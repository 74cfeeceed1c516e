"""The first steps: four things to do once, a row each, with the verb of the foot that each is about."""

from __future__ import annotations

from annotations.processes.quick_dataclass import dataclass


@dataclass(frozen=True)
class FirstStep:
    """A row of the table of first steps.

    `done` is how it is said once it is done, `keys` are actions and what their keys do; `{label}` stands for a label.
    `verb` names the verb it is about, `shows` the action that *Show me* does; `edits` are edits that do it, by their
    first word, and `acts` actions.
    """

    title: str
    words: str
    done: str
    keys: tuple[tuple[str, str], ...]
    verb: str
    shows: str
    edits: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()


FIRST_STEPS = (
    FirstStep(
        "Read, and say yes",
        "A dashed box is a suggestion. {key:next_suggestion} goes to the next one; if it is right, {key:confirm} keeps it.",
        "Read, and said yes with {key:confirm}",
        (("next_suggestion", "next"), ("confirm", "confirm")),
        "confirm",
        "confirm",
        edits=("confirm",),
    ),
    FirstStep(
        "Wrong? One key",
        "{key:reject} takes a suggestion away; a label's key says what it really is.",
        "Put a wrong one right",
        (("reject", "reject"), ("{label}", "")),
        "reject",
        "reject",
        edits=("reject", "delete", "label"),
    ),
    FirstStep(
        "The same word again",
        "{key:same_mentions} carries one decision to all places with the same words; {key:same_apply} applies it.",
        "Decided many places at once",
        (("same_mentions", "same words"), ("same_apply", "apply")),
        "same_mentions",
        "same_mentions",
    ),
    FirstStep(
        "Then the facts",
        "After the spans of a sentence {key:next_suggestion} goes to its facts: who did what. {key:fact} makes a new one.",
        "Looked at a fact",
        (("next_suggestion", "to the facts"), ("fact", "new fact")),
        "fact",
        "fact",
        acts=("fact",),
    ),
)
