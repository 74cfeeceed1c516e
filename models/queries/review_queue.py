"""Reviews in the store: the queue of cases over articles, what agreement is measured on, and feedback."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial

from annotations.agreement.compared import Compared
from annotations.review import cases, decisions
from annotations.review import feedback as feedbacks
from annotations.review.anonymous import arranged, shuffled
from annotations.review.cases import Case, Comparison
from annotations.review.votes import agreement, lowest_first
from annotations.sets import GOLD, AnnotationSet, Decision, State
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


def _articles(
    project: HasDatabase,
    annotators: Sequence[str],
    least: int,
    states: Sequence[State],
    *,
    place: int = 0,
    step: int = 1,
) -> Iterator[str]:
    """Yield such articles one by one, behind the one numbered `place` (with step -1: ahead of it)."""
    among = f"AND label IN ({marks(len(states))})" if states else ""
    order, than = ("ASC", ">") if step > 0 else ("DESC", "<")
    sql = (
        f"SELECT id FROM article WHERE number {than} ? AND (SELECT count(*) FROM item WHERE article = number "
        f"AND kind = 'progress' AND annotator IN ({marks(len(annotators))}) {among}) >= ? ORDER BY number {order}"
    )
    return (row[0] for row in project.db.run(sql, (place, *annotators, *states, least)))


def compared(project: HasDatabase, annotators: Sequence[str]) -> Iterator[Compared]:
    """Yield every article on which two of the annotators have a set, whatever its state."""
    sql = "SELECT text FROM article_text JOIN article ON number = article WHERE id = ?"
    for id_ in articles_of(project, annotators, least=2):
        sets = {who: stored_set(project.db, id_, who) for who in annotators}
        row = project.db.row(sql, (id_,))
        yield Compared(id_, row[0] if row else "", {who: made for who, made in sets.items() if len(made)})


def feedback(project: HasDatabase, annotator: str) -> feedbacks.Feedback:
    """Return what was decided otherwise than the annotator had it, on every article with a gold set."""
    return feedbacks.feedback(
        annotator, map(partial(corrected, project, annotator), reviewed(project, annotator))
    )


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


def corrected(project: HasDatabase, annotator: str, article: str) -> feedbacks.Reviewed:
    """Return what was decided otherwise than the annotator had it, on one article."""
    row = project.db.row(
        "SELECT text, title FROM article_text JOIN article ON number = article WHERE id = ?", (article,)
    )
    text, title = row or ("", "")
    return feedbacks.reviewed(
        stored_set(project.db, article, annotator), stored_set(project.db, article, GOLD), text, title
    )


def times(project: HasDatabase, wording: str, label: str) -> int:
    """Count how often the wording is gold with that label, as far as it has been taken in."""
    sql = "SELECT confirmed FROM wording WHERE annotator = ? AND wording = ? AND label = ?"
    row = project.db.row(sql, (GOLD, wording, label))
    return int(row[0]) if row else 0


class ReviewQueue:
    """The open cases of some annotators' work, article after article; it remembers what it has compared."""

    def __init__(
        self,
        project: HasDatabase,
        annotators: Sequence[str],
        ordered: cases.Ordered = (),
        *,
        lowest_first: bool = False,
        anonymous: bool = False,
    ) -> None:
        """Begin a queue that has compared nothing yet; for `ordered` see `cases.ordered_roles`.

        `lowest_first`: articles, and the cases of each, come in the order of agreement, not of import and text.
        `anonymous`: the sides are shuffled article by article.
        """
        self._project, self._who, self._ordered = project, list(annotators), ordered
        self._lowest_first, self.is_anonymous = lowest_first, anonymous
        self._seen: dict[str, tuple[int, list[Case]]] = {}

    def comparison(self, article: str) -> Comparison:
        """Return where the annotators differ on the article; of one alone every item is a case."""
        sets = [shown_set(self._project.db, article, who) for who in self._who]
        found = decisions.alone(sets[0]) if len(sets) == 1 else cases.compare(sets, ordered=self._ordered)
        if self.is_anonymous:
            found = arranged(found, self.sides(article))
        return replace(found, cases=tuple(lowest_first(found.cases))) if self._lowest_first else found

    def sides(self, article: str) -> tuple[str, ...]:
        """Return the annotators as they stand side by side on the article."""
        return shuffled(self._who, article) if self.is_anonymous else tuple(self._who)

    def sets(self, article: str) -> list[AnnotationSet]:
        """Return the annotators' sets, in the order of their sides."""
        return [shown_set(self._project.db, article, who) for who in self.sides(article)]

    def gold(self, article: str) -> AnnotationSet:
        return shown_set(self._project.db, article, GOLD)

    def open(self, article: str) -> list[Case]:
        """Return the article's cases that are still to be decided."""
        who = (*self._who, GOLD)
        sql = (
            "SELECT max(event) FROM touched WHERE article = (SELECT number FROM article WHERE id = ?) "
            f"AND annotator IN ({marks(len(who))})"
        )
        row = self._project.db.row(sql, (article, *who))
        last = int((row and row[0]) or 0)
        if self._project.db.unwritten.touches(article):
            made = self.gold(article).items.get(Decision.kind, {})
            return [case for case in self.comparison(article).cases if case.key not in made]
        if article not in self._seen or self._seen[article][0] != last:
            decided = self._decided(article)
            found = [case for case in self.comparison(article).cases if case.key not in decided]
            self._seen[article] = last, found
        return self._seen[article][1]

    def _decided(self, article: str) -> set[str]:
        """Return the keys of the gold's decisions, without the rest: the queue asks for many articles."""
        sql = (
            "SELECT id FROM item WHERE article = (SELECT number FROM article WHERE article.id = ?) "
            f"AND annotator = '{GOLD}' AND kind = 'decision'"
        )
        return {row[0] for row in self._project.db.rows(sql, (article,))}

    def articles(self) -> list[str]:
        """Return the articles on which all of the annotators are done or in review, in import order."""
        unwritten = self._project.db.unwritten
        ids = articles_of(self._project, self._who, states=WAITING)
        return [id_ for id_ in ids if not unwritten.touches(id_) or self._is_waiting(id_)]

    def next(self, article: str | None = None, key: str = "", *, step: int = 1) -> Case | None:
        """Return the open case behind that one (with step -1: ahead of it), in this article or a later one.

        The case itself need not be open any more, nor the article be in review.
        """
        row = self._project.db.row("SELECT number FROM article WHERE id = ?", (article,))
        place = int(row[0]) if row else 0 if step > 0 else LAST
        if row and (here := self._beyond(str(article), key, step)):
            return here
        ids: Iterable[str]
        if self._lowest_first:
            ids = self._by_agreement(article, step)
        else:
            ids = _articles(self._project, self._who, len(self._who), WAITING, place=place, step=step)
        return next((open_[::step][0] for open_ in map(self.open, ids) if open_), None)

    def _by_agreement(self, article: str | None, step: int) -> list[str]:
        """Return the articles with an open case behind that one, those that agree least first."""
        each = ((id_, self.open(id_)) for id_ in self.articles())
        least = {id_: agreement(open_[0]) for id_, open_ in each if open_}
        order = sorted(least, key=least.__getitem__)[::step]
        return order[order.index(article) + 1 :] if article in least else order

    def _is_waiting(self, article: str) -> bool:
        return all(shown_set(self._project.db, article, who).state in WAITING for who in self._who)

    def _beyond(self, article: str, key: str, step: int) -> Case | None:
        if not self._is_waiting(article):
            return None
        order = [case.key for case in self.comparison(article).cases][::step]
        place = order.index(key) if key in order else -1
        behind = set(order[place + 1 :])
        return next((case for case in self.open(article)[::step] if case.key in behind), None)
