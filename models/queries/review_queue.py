"""Reviews in the store: the queue of cases over articles, and feedback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from annotations.review import cases, decisions
from annotations.review import feedback as feedbacks
from annotations.review.adjudication import Adjudication
from annotations.review.cases import Case, Comparison
from annotations.review.fair.votes import agreement, lowest_first
from annotations.review.standing import of_sets
from annotations.sets import FINISHED, GOLD, AnnotationSet, State
from models.queries import golds
from models.store.database import HasDatabase, shown_set, stored_set
from models.store.rows import marks

WAITING = (State.DONE, State.IN_REVIEW)  # sets that a reviewer goes through
LAST = 2**62  # a number behind that of every article


def articles_of(
    project: HasDatabase, annotators: Sequence[str], *, least: int | None = None, states: Sequence[State] = ()
) -> list[str]:
    """Return the articles on which `least` of the annotators (else all) have a set, in import order.

    `states`: only sets of those states count.
    """
    return list(_articles(project, annotators, least or len(annotators), states))


def finishers(project: HasDatabase) -> list[str]:
    """Return the annotators who have finished an article, in alphabetical order; gold is none of them."""
    sql = (
        "SELECT DISTINCT annotator FROM item WHERE kind = 'progress' "
        f"AND annotator <> ? AND label IN ({marks(len(FINISHED))}) ORDER BY annotator"
    )
    return [row[0] for row in project.db.rows(sql, (GOLD, *FINISHED))]


def least_of(project: HasDatabase, annotators: Sequence[str]) -> int:
    """Return how many of them must be done with an article that is reviewed: two, unless they share none."""
    shared = _articles(project, annotators, 2, FINISHED) if len(annotators) > 1 else iter(())
    return 1 if next(shared, None) is None else 2


def _articles(
    project: HasDatabase, annotators: Sequence[str], least: int, states: Sequence[State]
) -> Iterator[str]:
    """Yield the articles on which so many of the annotators have a set of those states, in import order."""
    return (id_ for id_, _ in _with_begun(project, annotators, least, states))


def _with_begun(
    project: HasDatabase,
    annotators: Sequence[str],
    least: int,
    states: Sequence[State],
    *,
    place: int = 0,
    step: int = 1,
) -> Iterator[tuple[str, bool]]:
    """Yield such articles, each with whether somebody of the annotators has begun it or has it back.

    Those behind the one numbered `place` alone; with step -1 those ahead of it, the last one first.
    """
    own = (
        f"FROM item WHERE article = number AND kind = 'progress' AND annotator IN ({marks(len(annotators))})"
    )
    among = f"AND label IN ({marks(len(states))})" if states else ""
    order, than = ("ASC", ">") if step > 0 else ("DESC", "<")
    sql = (
        f"SELECT id, EXISTS (SELECT 1 {own} AND label IN (?, ?)) FROM article WHERE number {than} ? "
        f"AND (SELECT count(*) {own} {among}) >= ? ORDER BY number {order}"
    )
    values = (*annotators, State.STARTED, State.RETURNED, place, *annotators, *states, least)
    return ((row[0], bool(row[1])) for row in project.db.run(sql, values))


def feedback(project: HasDatabase, annotator: str, ordered: cases.Ordered = ()) -> feedbacks.Feedback:
    """Return what was decided otherwise than the annotator had it, on every article with a gold set."""
    told = partial(corrected, project, annotator, ordered=ordered)
    return feedbacks.feedback(annotator, map(told, reviewed(project, annotator)))


def reviewed(project: HasDatabase, annotator: str, article: str | None = None) -> list[str]:
    """Return the annotator's articles that may have feedback: with a gold set, or returned; in order.

    Only that article, if one is named.
    """
    among = "AND article.id = ?" if article else ""
    sql = (
        "SELECT article.id FROM article JOIN item AS mine ON mine.article = number AND mine.annotator = ? "
        f"AND mine.kind = 'progress' WHERE (mine.label = '{State.RETURNED}' "
        f"OR EXISTS (SELECT 1 FROM item WHERE item.article = number AND item.annotator = '{GOLD}')) {among} ORDER BY number"
    )
    return [row[0] for row in project.db.rows(sql, (annotator, *([article] if article else [])))]


def corrected(
    project: HasDatabase, annotator: str, article: str, ordered: cases.Ordered = ()
) -> feedbacks.Reviewed:
    """Return what was decided otherwise than the annotator had it, on one article.

    For `ordered` see `cases.ordered_roles`.
    """
    row = project.db.row(
        "SELECT text, title FROM article_text JOIN article ON number = article WHERE id = ?", (article,)
    )
    text, title = row or ("", "")
    made, gold = (stored_set(project.db, article, who) for who in (annotator, GOLD))
    return feedbacks.reviewed(made, gold, text, title, ordered)


def times(project: HasDatabase, wording: str, label: str) -> int:
    """Count how often the wording is gold with that label, as far as it has been taken in."""
    sql = "SELECT confirmed FROM wording WHERE annotator = ? AND wording = ? AND label = ?"
    row = project.db.row(sql, (GOLD, wording, label))
    return int(row[0]) if row else 0


class ReviewQueue:
    """The open cases of some annotators' work, article after article; it remembers what it has compared.

    Of several annotators a side is whoever of them is done with an article; of one alone every item is a case.
    """

    def __init__(
        self,
        project: HasDatabase,
        annotators: Sequence[str],
        ordered: cases.Ordered = (),
        *,
        least: int | None = None,
        lowest_first: bool = False,
    ) -> None:
        """Begin a queue that has compared nothing yet; for `ordered` see `cases.ordered_roles`.

        `least`: how many of the annotators must be done with an article; two, unless there is one alone.
        `lowest_first`: articles, and the cases of each, come in the order of agreement, not of import and text.
        """
        self._project, self._who, self._ordered = project, list(annotators), ordered
        self._least = least or min(2, len(self._who))
        self._lowest_first = lowest_first
        self._seen: dict[str, tuple[int, list[Case]]] = {}
        self._latest: tuple[str, int, Adjudication] | None = None  # of one article, as of an event

    def work(self, article: str, text: str = "") -> Adjudication:
        """Return the review of the article as it stands, with the gold that follows from it."""
        if self._project.db.unwritten.touches(article):
            return self._work(article, text)
        last = self._last(article)
        if self._latest is None or self._latest[:2] != (article, last):
            self._latest = article, last, self._work(article, text)
        found = self._latest[2]
        return found if found.text == text else replace(found, text=text)

    def _work(self, article: str, text: str) -> Adjudication:
        sets, gold = tuple(self.sets(article)), self.gold(article)
        names = {made.annotator for made in sets}
        said = of_sets(sets, gold, self._ordered)
        finished = {who for who, state in self._states(article).items() if state in FINISHED}
        settled = said.settled() if len(gold) else gold
        return Adjudication(text, sets, settled, said.comparison, is_of_all=finished <= names, stored=gold)

    def comparison(self, article: str) -> Comparison:
        """Return where the annotators differ on the article; of one alone every item is a case."""
        return self.work(article).comparison

    def sets(self, article: str) -> list[AnnotationSet]:
        """Return the sets of the sides, in the annotators' order."""
        return [shown_set(self._project.db, article, who) for who in self.sides(article)]

    def sides(self, article: str) -> list[str]:
        """Return the annotators who are done with the article or have it back; everybody when these are too few."""
        if len(self._who) == 1:
            return self._who
        states = self._states(article)
        out = self._out(article, states)
        found = [who for who in self._who if states.get(who) in FINISHED or who in out]
        return (
            found if len(found) >= self._least else [who for who in self._who if who in states] or self._who
        )

    def gold(self, article: str) -> AnnotationSet:
        return shown_set(self._project.db, article, GOLD)

    def open(self, article: str) -> list[Case]:
        """Return the article's cases that are still to be decided."""
        if self._project.db.unwritten.touches(article):
            return self.arranged(self.work(article).open_cases)
        last = self._last(article)
        if article not in self._seen or self._seen[article][0] != last:
            self._seen[article] = last, self.arranged(self.work(article).open_cases)
        return self._seen[article][1]

    def _last(self, article: str) -> int:
        """Return the number of the last event that touched any set on the article."""
        sql = "SELECT max(event) FROM touched WHERE article = (SELECT number FROM article WHERE id = ?)"
        row = self._project.db.row(sql, (article,))
        return int((row and row[0]) or 0)

    def arranged(self, found: Iterable[Case]) -> list[Case]:
        """Return the cases of an article in the order of the queue."""
        return lowest_first(found) if self._lowest_first else list(found)

    def articles(self) -> list[str]:
        """Return the articles that wait for review, in import order; see `is_waiting`."""
        return list(self._waiting())

    def unreviewed(self) -> list[str]:
        """Return the articles that an annotator is done with or has back, and that are not reviewed."""
        states = (*WAITING, State.RETURNED)
        ids = _articles(self._project, self._who, 1, states)
        return [id_ for id_ in ids if any(self._states(id_).get(who) in states for who in self._who)]

    def next(self, article: str | None = None, key: str = "", *, step: int = 1) -> Case | None:
        """Return the open case behind that one (with step -1: ahead of it), in this article or a later one.

        The case itself need not be open any more, nor the article be in review.
        """
        row = self._project.db.row("SELECT number FROM article WHERE id = ?", (article,))
        place = int(row[0]) if row else 0 if step > 0 else LAST
        if row and (here := self._beyond(str(article), key, step)):
            return here
        by_agreement = self._by_agreement(article, step) if self._lowest_first else None
        ids = self._waiting(place=place, step=step) if by_agreement is None else by_agreement
        return next((open_[::step][0] for open_ in map(self.open, ids) if open_), None)

    def _by_agreement(self, article: str | None, step: int) -> list[str]:
        """Return the articles with an open case behind that one, those that agree least first."""
        each = ((id_, self.open(id_)) for id_ in self.articles())
        least = {id_: agreement(open_[0]) for id_, open_ in each if open_}
        order = sorted(least, key=least.__getitem__)[::step]
        return order[order.index(article) + 1 :] if article in least else order

    def is_waiting(self, article: str) -> bool:
        """Return whether all of the annotators (of several: two at least) are done with the article or in review.

        Nobody may have it back.
        """
        states = self._states(article)
        done = [who for who in self._who if states.get(who) in WAITING]
        return len(done) >= self._least and not self._out(article, states)

    def _waiting(self, *, place: int = 0, step: int = 1) -> Iterator[str]:
        found = _with_begun(self._project, self._who, self._least, WAITING, place=place, step=step)
        late = bool(list(self._project.db.unwritten))
        return (id_ for id_, is_begun in found if not (is_begun or late) or self.is_waiting(id_))

    def _states(self, article: str) -> dict[str, State]:
        """Return the states of everybody's set on the article but gold's."""
        found = golds.states_of(self._project.db, article)
        if self._project.db.unwritten.touches(article):
            found |= {who: shown_set(self._project.db, article, who).state for who in self._who}
        return found

    def _out(self, article: str, states: Mapping[str, State]) -> list[str]:
        """Return the annotators who have the article back and are not done with it again."""
        begun = [who for who in self._who if states.get(who) is State.STARTED]
        gold = self.gold(article) if begun else None
        again = [who for who in begun if gold is not None and decisions.returns(gold, who)]
        return [who for who in self._who if states.get(who) is State.RETURNED or who in again]

    def _beyond(self, article: str, key: str, step: int) -> Case | None:
        if not self.is_waiting(article):
            return None
        order = [case.key for case in self.arranged(self.work(article).cases)][::step]
        place = order.index(key) if key in order else -1
        behind = set(order[place + 1 :])
        return next((case for case in self.open(article)[::step] if case.key in behind), None)
