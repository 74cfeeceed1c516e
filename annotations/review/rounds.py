"""A further round: what was asked when an article went back, what its annotator did about it, and what besides."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.cases import Item, content, meet, place_of
from annotations.review.comparing import confirmed
from annotations.review.fair.anonymous import decider
from annotations.sets import AnnotationSet, Decision, Topic
from annotations.spans import Span
from annotations.text.text import quoted

NOTHING = "nothing"


class Answer(StrEnum):
    """An answer to a point that a reviewer had decided against the annotator."""

    FOLLOWED = "followed"
    OTHERWISE = "changed otherwise"
    LEFT = "left as it was"


@dataclass(frozen=True)
class Answered:
    """A point that was decided otherwise than the annotator had it: what that was, what it is now, and how it was answered."""

    said: Decision
    was: Item | None
    now: Item | None
    answer: Answer


@dataclass(frozen=True)
class Round:
    """An annotator's round on an article, from the second on; `besides` are other changes, (was, now)."""

    annotator: str
    number: int
    asked: Decision
    answered: tuple[Answered, ...]
    besides: tuple[tuple[Item | None, Item | None], ...]
    untouched: int

    def sentence(self, called: Callable[[str], str] = str) -> str:
        """Return the round in a line: what was asked, by whom, and what came of it; `called` names the annotator."""
        why = ": ".join(filter(None, (self.asked.reason, self.asked.note)))
        counts = [(answer, sum(one.answer is answer for one in self.answered)) for answer in Answer]
        done = [f"{count} {answer}" for answer, count in counts if count]
        done += [f"{len(self.besides)} changed besides"] if self.besides else []
        did = ", ".join([*done, f"{self.untouched} untouched"])
        by = decider(self.asked.by, called)
        return f"Round {self.number} of {called(self.annotator)}. {by} asked: {why}. Since: {did}."

    def lines(self, text: str) -> list[str]:
        """Return a line for each point that was decided against the annotator, and for each other change."""
        points = [
            f"{_told(one.was, text)} → {' and '.join(_told(i, text) for i in one.said.made) or NOTHING}: {one.answer}"
            for one in self.answered
        ]
        return [*points, *(f"besides: {_told(was, text)} → {_told(now, text)}" for was, now in self.besides)]


def _told(item: Item | None, text: str) -> str:
    """Return the item in a few words: what it says, and of which words."""
    if item is None:
        return NOTHING
    if isinstance(item, Topic):
        return f"topic {item.name}"
    what = item.label if isinstance(item, Span) else item.type if isinstance(item, Fact) else item.kind
    return f"{what} {quoted(text, *place_of(item))}"


def round_of(gold: AnnotationSet, made: AnnotationSet) -> Round | None:
    """Return the annotator's present round; None in the first."""
    returns = decisions.returns(gold, made.annotator)
    if not returns:
        return None
    asked, now = returns[-1], confirmed(made)
    points = [said for said in decisions.all_of(gold) if _is_against(said, made.annotator, asked)]
    answered = [_answered(said, made.annotator, now) for said in sorted(points, key=lambda s: (s.at, s.id))]
    told = {one.was.id for one in answered if one.was} | {one.now.id for one in answered if one.now}
    changes = [pair for pair in _changes(asked.made, now) if not {item.id for item in pair if item} & told]
    held = {content(item) for item in now}
    untouched = sum(content(item) in held and item.id not in told for item in asked.made)
    return Round(
        made.annotator,
        decisions.round_of(gold, made.annotator),
        asked,
        tuple(answered),
        tuple(changes),
        untouched,
    )


def _is_against(said: Decision, who: str, asked: Decision) -> bool:
    """Return whether the decision was made before the article went back, otherwise than the annotator had it."""
    if not said.case or said.at > asked.at or not decisions.is_on_case(said):
        return False
    saw = dict(said.saw)
    mine = saw.get(who)
    wanted = {content(item) for item in said.made}
    return who in saw and ({content(mine)} if mine else set()) != wanted


def _answered(said: Decision, who: str, now: list[Item]) -> Answered:
    was = dict(said.saw)[who]
    wanted = {content(item) for item in said.made}
    near = [was, *said.made]
    here = [item for item in now if any(other and meet(item, other) for other in near)]
    held = {content(item) for item in here}
    item = next((one for one in here if was and one.id == was.id), next(iter(here), None))
    if (wanted and wanted <= held) or (not wanted and not held):
        return Answered(said, was, item, Answer.FOLLOWED)
    is_same = (content(was) in held) if was else not held
    return Answered(said, was, item, Answer.LEFT if is_same else Answer.OTHERWISE)


def _changes(before: Iterable[Item], now: Iterable[Item]) -> list[tuple[Item | None, Item | None]]:
    """Return what left and what came, an item that was altered once; what says the same is no change."""
    old, new = {content(item): item for item in before}, {content(item): item for item in now}
    gone = [item for said, item in old.items() if said not in new]
    come = {item.id: item for said, item in new.items() if said not in old}
    pairs: list[tuple[Item | None, Item | None]] = [(item, come.pop(item.id, None)) for item in gone]
    return [*pairs, *((None, item) for item in come.values())]
