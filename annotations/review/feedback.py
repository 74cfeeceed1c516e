"""Feedback: a reviewer's changes to an annotator's work and why, by article and by label and reason.

Made from the annotator's set and the gold alone, so that the annotator sees it in a copy of the project that
has nobody else's work.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from annotations.fact_attributes import ATTRIBUTES, value_json
from annotations.facts import Fact
from annotations.processes.quick_dataclass import dataclass
from annotations.review import decisions
from annotations.review.cases import Case, Difference, Item, Ordered, case_key, place_of
from annotations.review.comparing import compare, confirmed
from annotations.review.differences import Differing, PartKind, differences
from annotations.sets import AnnotationSet, Boilerplate, Comment, Decision, State, Topic
from annotations.spans import Span

CONTEXT = 40  # code points on either side of an example
EXAMPLES = 3  # of each label and reason
SOMEBODY = "reviewer"  # in an anonymous review, in place of anybody's name but the annotator's
USUAL = {  # the reason where the reviewer gave none
    Difference.LABEL: "wrong label",
    Difference.BOUNDS: "wrong bounds",
    Difference.LABEL_AND_BOUNDS: "wrong label",
    Difference.FACT_TYPE: "wrong fact",
    Difference.ROLE: "wrong role",
    Difference.ATTRIBUTE: "wrong fact",
}
NOT_HERE = {
    "span": "not an entity",
    "fact": "wrong fact",
    "topic": "wrong topic",
    "boilerplate": "not boilerplate",
}
Json = dict[str, Any]


@dataclass(frozen=True)
class Correction:
    """A correction: the annotator's item (None: missed), the gold's (None: no item), and why."""

    was: Item | None
    now: Item | None
    quote: str
    context: tuple[str, str]  # the text before and after the quote
    reason: str
    note: str = ""
    by: str = ""
    article: str = ""
    changes: tuple[Differing, ...] = ()  # the annotator's side as theirs

    @property
    def place(self) -> tuple[int, int]:
        """Return the range of the annotator's item, else of the gold's; code points."""
        item = self.was or self.now
        if isinstance(item, Fact):
            return item.place
        return place_of(item) if item else (0, 0)

    @property
    def why(self) -> str:
        """Return the reason, the note, and the reviewer who gave them, as one line."""
        note = f". {self.note}" if self.note else ""
        return self.reason + note + (f" ({self.by})" if self.by else "")

    @property
    def label(self) -> str:
        """Return the label or fact type to count under: of the annotator's item, else of the one missed."""
        return _said(self.was or self.now)

    def sentence(self) -> str:
        """Return the correction in a few words: what was missed, is nothing, or differs, part by part."""
        before, after = (_said(item) for item in (self.was, self.now))
        if self.was is None:
            return f"missed {after}"
        if self.now is None:
            return f"{before}: nothing here"
        said = "; ".join(dict.fromkeys(change.sentence for change in self.changes))
        names_it = self.changes and self.changes[0].kind in (PartKind.LABEL, PartKind.TYPE)
        return said if names_it else f"{before}: {said}"


@dataclass(frozen=True)
class Reviewed:
    """An article with the corrections to the annotator's work; `items` were confirmed."""

    article: str
    title: str
    state: State
    items: int
    corrections: tuple[Correction, ...]
    comments: tuple[Comment, ...]
    round: int = 1  # 2 after the first return
    kinds: tuple[str, ...] = ()  # of the items

    @property
    def remarks(self) -> list[tuple[int, Comment]]:
        """Return the comments in the order they came, each with the round that it began, 0 where it began none."""
        found, begun = [], 1
        for comment in sorted(self.comments, key=lambda comment: (comment.at, comment.id)):
            begun += (is_return := _is_return(comment))
            found.append((begun if is_return else 0, comment))
        return found


@dataclass(frozen=True)
class Feedback:
    """The feedback on all reviewed articles of one annotator."""

    annotator: str
    articles: tuple[Reviewed, ...]

    def counts(self) -> list[tuple[str, str, int]]:
        """Return (label, reason, how often), the most frequent first."""
        said = Counter((c.label, c.reason) for one in self.articles for c in one.corrections)
        return [(*key, count) for key, count in sorted(said.items(), key=lambda e: (-e[1], e[0]))]

    def examples(self, label: str, reason: str) -> list[Correction]:
        """Return the first few corrections of that label and reason."""
        found = (
            c for one in self.articles for c in one.corrections if (c.label, c.reason) == (label, reason)
        )
        return [correction for correction, _ in zip(found, range(EXAMPLES), strict=False)]

    @property
    def items(self) -> int:
        return sum(one.items for one in self.articles)

    @property
    def nouns(self) -> str:
        """Return what the items are, in a word or a few."""
        is_more = any({Topic.kind, Boilerplate.kind} & set(one.kinds) for one in self.articles)
        return "spans, facts, topics and boilerplate" if is_more else "spans and facts"

    @property
    def kept(self) -> int:
        """Return how many of the annotator's items the gold has unchanged."""
        return self.items - sum(c.was is not None for one in self.articles for c in one.corrections)

    def unnamed(self) -> Feedback:
        """Return the feedback with nobody's name but the annotator's, as an anonymous review tells it."""

        def hidden(one: Reviewed) -> Reviewed:
            corrections = (replace(c, by=SOMEBODY if c.by else "") for c in one.corrections)
            comments = (replace(c, by=SOMEBODY) for c in one.comments)
            return replace(one, corrections=tuple(corrections), comments=tuple(comments))

        return replace(self, articles=tuple(map(hidden, self.articles)))

    def as_json(self) -> Json:
        """Return the counts, and every correction by article, as JSON."""
        return {
            "annotator": self.annotator,
            "items": self.items,
            "kept": self.kept,
            "errors": [{"label": la, "reason": why, "count": n} for la, why, n in self.counts()],
            "articles": [_article_json(one) for one in self.articles],
        }


def reviewed(
    made: AnnotationSet, gold: AnnotationSet, text: str, title: str, ordered: Ordered = ()
) -> Reviewed:
    """Return the corrections to one set; while the review goes on, only those decided so far.

    `ordered`: see `cases.ordered_roles`.
    """
    decided = {**decisions.decisions(gold), **decisions.by_item(gold)}
    found = compare([made, gold], ordered=ordered)
    closed = gold.state is State.REVIEWED
    cases = [(case, _decision(case, decided)) for case in found.cases]
    corrections = tuple(_correction(case, why, text, ordered) for case, why in cases if why or closed)
    items = Counter(item.kind for item in confirmed(made))
    comments = tuple(c for c in made.comments.values() if c.by != made.annotator)
    number = max(decisions.round_of(gold, made.annotator), 1 + sum(map(_is_return, comments)))
    kinds = tuple(items)
    return Reviewed(made.article, title, made.state, items.total(), corrections, comments, number, kinds)


def _is_return(comment: Comment) -> bool:
    """Return whether a comment of somebody else came with a return, as all do that are on the whole article."""
    return comment.on is None and comment.reply_to is None


def feedback(annotator: str, articles: Iterable[Reviewed]) -> Feedback:
    """Return the feedback on the articles with corrections or comments, or reviewed, or sent back."""
    through = (State.REVIEWED, State.RETURNED)
    return Feedback(
        annotator, tuple(a for a in articles if a.corrections or a.comments or a.state in through)
    )


def _decision(case: Case, decided: dict[str, Decision]) -> Decision | None:
    items = [item.id for item in case.sides.values()]
    keys = [*items, *(case_key(case.article, [id_]) for id_ in items)]
    return next((decided[key] for key in keys if key in decided), None)


def _correction(case: Case, why: Decision | None, text: str, ordered: Ordered) -> Correction:
    mine, gold = case.of
    was, now = case.sides.get(mine), case.sides.get(gold)
    usual = USUAL.get(case.difference) or (NOT_HERE[was.kind] if was else "missed")
    start, end = case.place
    around = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    reason, note, by = (why.reason, why.note, why.by) if why else ("", "", "")
    changes = tuple(differences(was, now, text, ordered)) if was and now else ()
    return Correction(was, now, text[start:end], around, reason or usual, note, by, case.article, changes)


def _said(item: Item | None) -> str:
    if item is None:
        return ""
    if isinstance(item, Boilerplate | Topic):
        return item.kind if isinstance(item, Boilerplate) else f"topic {item.name}"
    return item.label if isinstance(item, Span) else item.type


def _article_json(one: Reviewed) -> Json:
    return {
        "id": one.article,
        "title": one.title,
        "state": one.state.value,
        "round": one.round,
        "items": one.items,
        "corrections": [_correction_json(correction) for correction in one.corrections],
        "comments": [comment.text for comment in one.comments],
        "returns": [{"round": n, "by": said.by, "said": said.text} for n, said in one.remarks if n],
    }


def _correction_json(c: Correction) -> Json:
    sides = {name: item and _item_json(item) for name, item in (("was", c.was), ("now", c.now))}
    names = {"part": "kind", "name": "name", "was": "theirs", "now": "ours", "said": "sentence"}
    changes = [{key: str(getattr(one, name)) for key, name in names.items()} for one in c.changes]
    said = {"said": c.sentence(), "changes": changes}
    return {**sides, "quote": c.quote, **said, "reason": c.reason, "note": c.note, "by": c.by}


def _item_json(item: Item) -> Json:
    if isinstance(item, Boilerplate | Topic):
        return {"topic": item.name} if isinstance(item, Topic) else {"start": item.start, "end": item.end}
    if isinstance(item, Span):
        return {"start": item.start, "end": item.end, "label": item.label}
    roles = {role.role: [[f.start, f.end] for f in role.fillers] for role in item.roles}
    trigger = list(item.trigger) if item.trigger else None
    said = {row.name: value_json(item.attribute(row.name)) for row in ATTRIBUTES.values()}
    return {"type": item.type, "trigger": trigger, "roles": roles, **said}
