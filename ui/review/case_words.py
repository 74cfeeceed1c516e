"""Words for cases: their names, what each annotator says there, and what was decided."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from annotations.facts import Fact
from annotations.review import decisions
from annotations.review.cases import Case, Difference, Item
from annotations.sets import Boilerplate, Decision, Topic
from annotations.spans import Span
from annotations.text.text import quoted
from ui.review.case_parts import NOTHING, Part, differing

Called = Callable[[str], str]
ONE_OF_THEM = "one of those compared"
WHOLE = (Difference.AGREED, Difference.ONLY, Difference.GONE, Difference.CLASH)  # told without the parts


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


def difference(case: Case, called: Called = str) -> str:
    """Return what is to be decided, in a few words; `called` gives what an annotator is called."""
    if case.difference is Difference.AGREED:
        return "all agree"
    if case.difference is Difference.GONE:
        return "nobody has it any more"
    if case.difference is Difference.CLASH:
        return "gold would say both"
    if case.difference is not Difference.ONLY:
        return f"{case.difference} {'differ' if 'bounds' in case.difference else 'differs'}"
    there = [called(who) for who in case.of if who in case.sides]
    if len(case.of) == 1:
        return f"right as {there[0]} has it?"
    return f"only {there[0]} has it" if len(there) == 1 else f"only {listed(there)} have it"


def told(case: Case, parts: Sequence[Part], called: Called = str) -> str:
    """Return what is to be decided in a sentence that names what they share and where they differ."""
    names = differing(parts)
    if case.difference in WHOLE or not names:
        return difference(case, called)
    who = "both" if len(case.of) == 2 else "all"
    types = {item.type for item in case.sides.values() if isinstance(item, Fact)}
    what = "a span here"
    if types:
        what = f"this {types.pop().lower()}" if len(types) == 1 else "a fact here"
    return f"{who} have {what}; {listed(names)} {'differs' if _is_one(names) else 'differ'}"


def second_line(case: Case, parts: Sequence[Part], called: Called = str) -> str:
    """Return the line below the case's name in the list."""
    if case.is_fact and case.difference not in WHOLE:
        return f"{len(differing(parts))} of {len(parts)} parts differ"
    is_label = case.difference in (Difference.LABEL, Difference.LABEL_AND_BOUNDS)
    if is_label or (case.difference is Difference.ONLY and len(case.of) > 1 and not case.is_fact):
        return "  |  ".join(short(case.sides.get(who)) for who in case.of)
    return difference(case, called)


def decided(said: Decision | None, taken: Sequence[Item], called: Called = str) -> str:
    """Return what was decided, why, and by whom; "" when nothing was."""
    if said is None:
        return ""
    why = ": ".join(filter(None, (said.reason, said.note)))
    by = said.by if called(said.by) == said.by else ONE_OF_THEM
    return f"✓ {choice(said, taken, called)}{f' ({why})' if why else ''}{f', {by}' if by else ''}"


def choice(said: Decision, taken: Sequence[Item], called: Called = str) -> str:
    """Return what was decided, in a few words."""
    if said.choice == decisions.NEITHER:
        return "nothing here"
    if said.choice.startswith(f"{decisions.OTHER} "):
        return f"a third way, {short(next(iter(taken), None))}"
    return called(said.choice.removeprefix(f"{decisions.TAKE} "))


def took(said: Decision, taken: Sequence[Item], called: Called = str) -> str:
    """Return what was decided as the list has it: took anna’s, took both, nothing here."""
    words = choice(said, taken, called)
    if said.choice.startswith(f"{decisions.TAKE} "):
        return f"took {words}’s"
    return f"took {words}" if said.choice == decisions.BOTH else words


def listed(words: Sequence[str]) -> str:
    """Return the words as one lists them.

    >>> listed(["target"]), listed(["target", "time", "source"])
    ('target', 'target, time and source')
    """
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))


def _is_one(names: Sequence[str]) -> bool:
    return len(names) == 1 and names[0] != "words"
