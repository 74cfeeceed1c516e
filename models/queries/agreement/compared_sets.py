"""The material of agreement in the store: the sets of annotators on the articles that two of them have, as asked for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from functools import cached_property, partial

from annotations.agreement.compared import Compared
from annotations.errors import StaleEdit, UserError
from annotations.processes.quick_dataclass import dataclass
from annotations.sets import FINISHED, GOLD, AnnotationSet, State
from models.queries.review_queue import articles_of
from models.store.database import HasDatabase, stored_set
from models.store.edit_log import changes
from models.store.rows import DAMAGED

UNFINISHED = "There is no article that two of {names} have finished; what is not finished is only compared when all articles are."
OF_SET = (
    "SELECT body, at, kind, fate FROM touched JOIN event ON event.number = touched.event WHERE annotator = ? "
    "AND touched.article = (SELECT number FROM article WHERE article.id = ?) ORDER BY event.number"
)
TEXT = "SELECT text FROM article_text JOIN article ON number = article WHERE id = ?"


@dataclass(frozen=True)
class Finish:
    """How a set was when it was first finished, and when that was: UTC, ISO 8601."""

    set: AnnotationSet
    at: str


class ComparedSets:
    """The sets of the annotators: those that are finished, unless `unfinished` ones are asked for too.

    `first_pass`: as they were when their annotators had first finished them; those who never did are left out.
    """

    def __init__(
        self,
        project: HasDatabase,
        annotators: Sequence[str],
        *,
        unfinished: bool = False,
        first_pass: bool = False,
    ) -> None:
        self._project, self._who = project, list(annotators)
        self._unfinished, self._first_pass = unfinished, first_pass

    @cached_property
    def articles(self) -> list[str]:
        """Return the articles that may have something to compare, in import order.

        UserError where two have worked on an article, but have not finished it.
        """
        states = () if self._unfinished or self._first_pass else FINISHED
        two = partial(articles_of, self._project, self._who, least=2)
        if states and not two(states=states) and two():
            raise UserError(UNFINISHED.format(names=", ".join(self._who)))
        among = list(dict.fromkeys((*self._who, GOLD)))
        return articles_of(self._project, among, least=2, states=states)

    def read(self) -> Iterator[Compared]:
        """Yield the articles with their sets, and with gold where that was approved."""
        for id_ in self.articles:
            row = self._project.db.row(TEXT, (id_,))
            sets = {who: made for who in self._who if (made := self._set(id_, who))}
            gold = sets.get(GOLD) or stored_set(self._project.db, id_, GOLD)
            approved = gold if gold.state is State.REVIEWED else None
            yield Compared(id_, row[0] if row else "", sets, approved)

    def batches(self) -> dict[str, str]:
        """Return the field `batch` of each article's metadata, "" without one."""
        sql = "SELECT id, json_extract(meta, '$.batch') FROM article WHERE id IN (SELECT value FROM json_each(?))"
        rows = self._project.db.rows(sql, (json.dumps(self.articles),))
        return {id_: "" if batch is None else " ".join(str(batch).split()) for id_, batch in rows}

    def days(self) -> dict[str, str]:
        """Return the day (UTC) on which the last of the annotators had first finished each article; "" if none has."""
        each = {id_: filter(None, (self._finish(id_, who) for who in self._who)) for id_ in self.articles}
        return {id_: max((one.at for one in found), default="")[:10] for id_, found in each.items()}

    def _set(self, article: str, who: str) -> AnnotationSet | None:
        if self._first_pass:
            found = self._finish(article, who)
            return found.set if found else None
        made = stored_set(self._project.db, article, who)
        return made if len(made) and (self._unfinished or is_finished(made)) else None

    def _finish(self, article: str, who: str) -> Finish | None:
        return first_finish(self._project, article, who)


def is_finished(made: AnnotationSet) -> bool:
    """Return whether the set is finished, and the article was not skipped."""
    return made.state in FINISHED and not made.progress.skipped


def first_finish(project: HasDatabase, article: str, who: str) -> Finish | None:
    """Return how the annotator's set was when it was first finished, from the log; None if it never was.

    What was finished and taken back by an undo is no finish.  Work that came in a file or package was finished
    when it came.
    """
    made = AnnotationSet(article, who)
    for body, at, kind, fate in project.db.rows(OF_SET, (who, article)):
        try:
            for change in changes(body):
                if (change.article, change.annotator) == (article, who):
                    made = change.applied(made)
        except StaleEdit as error:
            raise UserError(f"{who}'s work on {article} is not what the log says. {DAMAGED}") from error
        stands = kind in ("base", "merge") or (kind == "edit" and fate == "done")
        if stands and is_finished(made):
            return Finish(made, at)
    return None
