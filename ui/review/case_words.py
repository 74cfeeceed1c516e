"""Words for cases: their names, what each annotator says there, and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotations.facts import Fact
from annotations.review import decisions
from annotations.review.cases import Case, Difference, Item
from annotations.review.fair.anonymous import decider
from annotations.schema.types import Schema
from annotations.sentences import sentence_of
from annotations.sets import Boilerplate, Decision, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from ui.review.case_parts import NOTHING, Part, differing
from ui.review.votes import Called, Vote, listed, named, votes

SENTENCES = {
    Difference.AGREED: "all agree",
    Difference.GONE: "nobody has it any more",
    Difference.ADDED: "added, since everybody missed it",
    Difference.CLASH: "gold would say both",
}
IS_ADDED = "This was added to gold; {key:review_neither} takes it away again."
WHOLE = (*SENTENCES, Difference.ONLY)  # told without the parts


def short(item: Item | None) -> str:
    """Return what an annotator says in a word: the label, the type, boilerplate, the topic, or nothing."""
    if item is None:
        return NOTHING
    if isinstance(item, Topic):
        return item.name
    if isinstance(item, Boilerplate):
        return item.kind
    return item.label if isinstance(item, Span) else item.type


def name(case: Case, text: str, item: Item | None = None) -> str:
    """Return the case's name: its words, of a fact the type before them; `item` is what is proposed for it."""
    held = [*case.sides.values(), *(made for said in case.before for made in said.made)]
    shown = item or held[0]
    if isinstance(shown, Topic):
        return f"topic {shown.name}"
    kind = f"{shown.type} " if isinstance(shown, Fact) else ""
    return f"{kind}{quoted(text, *case.place)}"


def told(case: Case, parts: Sequence[Part], text: str, called: Called = str) -> str:
    """Return what is to be decided as a sentence: anna says ORG, ben and cleo say GPE."""
    if case.difference in SENTENCES:
        return SENTENCES[case.difference]
    if len(case.of) == 1:
        return f"right as {called(case.of[0])} has it?"
    if case.is_fact:
        return _of_fact(case, parts, called)
    words = case.difference is not Difference.LABEL and _differs(case, lambda span: (span.start, span.end))
    labels = not words or case.difference is Difference.ONLY or _differs(case, short)
    each = votes(case)
    between = "; " if any(len(vote.who) > 2 for vote in each) else ", "
    return between.join(_vote(vote, text, called, words=words, labels=labels) for vote in each)


def vote_told(vote: Vote, text: str, schema: Schema, called: Called = str) -> str:
    """Return one reading in words, with who has it."""
    if isinstance(vote.item, Fact):
        return f"{named(vote.who, called)} {'says' if vote.is_one else 'say'} {item_told(vote.item, text, schema)}"
    return _vote(vote, text, called, words=True, labels=True)


def item_told(item: Item | None, text: str, schema: Schema) -> str:
    """Return the item in words: ORG “the Navy”, a fact as its sentence, or that there is nothing."""
    if isinstance(item, Fact):
        return f"{item.type}: {sentence_of(item, text, schema, {}).words}"
    if isinstance(item, Span | Boilerplate):
        return f"{short(item)} {quoted(text, item.start, item.end)}"
    return short(item)


def second_line(case: Case, parts: Sequence[Part], text: str, called: Called = str) -> str:
    """Return the line below the case's name in the list."""
    if case.is_fact and case.difference not in WHOLE:
        return f"{len(differing(parts))} of {len(parts)} parts differ"
    return told(case, parts, text, called)


def _differs(case: Case, of: Callable[[Span | Boilerplate], object]) -> bool:
    return len({of(item) for item in case.sides.values() if isinstance(item, Span | Boilerplate)}) > 1


def _vote(vote: Vote, text: str, called: Called = str, *, words: bool, labels: bool) -> str:
    """Return what one reading is, with who has it."""
    who = named(vote.who, called)
    if not isinstance(vote.item, Span | Boilerplate):
        return f"{who} {'has' if vote.is_one else 'have'} {'it' if vote.item else NOTHING}"
    quote = quoted(text, vote.item.start, vote.item.end) if words else ""
    what = " ".join(filter(None, (short(vote.item) if labels else "", quote)))
    return f"{who} {'says' if vote.is_one else 'say'} {what}"


def _of_fact(case: Case, parts: Sequence[Part], called: Called = str) -> str:
    """Return who has a fact there, who has none, and in what those who have one differ."""
    there, bare = (
        [who for who in case.of if who in case.sides],
        [who for who in case.of if who not in case.sides],
    )
    differs = differing(parts, there=bool(bare))
    types = {item.type for item in case.sides.values() if isinstance(item, Fact)}
    what = f"this {types.pop().lower()}" if len(types) == 1 else "a fact here"
    if bare and len(there) == 1:
        return f"only {called(there[0])} has {'it' if len(bare) == 1 else what}"
    all_ = "both" if len(case.of) == 2 else "all"
    said = f"{named(there, called) if bare else all_} have {what}"
    if bare:
        said = f"{said}, {named(bare, called)} {'has' if len(bare) == 1 else 'have'} {NOTHING}"
    if differs:
        said = f"{said}; {listed(differs)} {'differs' if _is_one(differs) else 'differ'}"
    return said


OLD = "decided by an older version, so what it saw is not known"


def decided(said: Decision | None, taken: Sequence[Item], called: Called = str) -> str:
    """Return what was decided, why, and by whom; "" when nothing was."""
    if said is None:
        return ""
    why = ": ".join(filter(None, (said.reason, said.note)))
    by = decider(said.by, called) if said.by else ""
    told = f"✓ {choice(said, taken, called)}{f' ({why})' if why else ''}{f', {by}' if by else ''}"
    return f"{told}; {OLD}" if decisions.is_old(said) else told


def choice(said: Decision, taken: Sequence[Item], called: Called = str) -> str:
    """Return what was decided, in a few words."""
    if said.choice == decisions.NEITHER:
        return "nothing here"
    if said.choice.startswith(f"{decisions.OTHER} "):
        return f"a third way, {short(next(iter(taken), None))}"
    if said.choice == decisions.BOTH and len(decisions.outcome(said)) > 2:
        return "all"
    return called(said.choice.removeprefix(f"{decisions.TAKE} "))


def took(said: Decision, taken: Sequence[Item], called: Called = str) -> str:
    """Return what was decided as the list has it: took anna’s, took both, nothing here."""
    words = choice(said, taken, called)
    if said.choice.startswith(f"{decisions.TAKE} "):
        return f"took {words}’s"
    return f"took {words}" if said.choice == decisions.BOTH else words


def _is_one(names: Sequence[str]) -> bool:
    return len(names) == 1 and names[0] != "words"
