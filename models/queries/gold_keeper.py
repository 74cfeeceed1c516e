"""The keeper of gold: after every change of annotators' work, gold is made what follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from annotations.edits import Edit
from annotations.processes.quick_dataclass import dataclass
from annotations.schema.types import Schema
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.store.database import Database, HasRows, stored_set
from models.store.edit_log import History
from models.store.project_file import ProjectFile
from models.store.rows import marks

CHUNK = 500  # articles asked for at once


@dataclass(frozen=True)
class Followed:
    """An article whose gold was made to follow: how many cases reviewers differ on, and whether it was reviewed."""

    article: str
    differing: int
    is_reopened: bool


class GoldKeeper:
    """The keeper of stored gold in an open project."""

    def __init__(self, database: Database, history: History, file: ProjectFile) -> None:
        self._db, self._history, self._file = database, history, file

    def after(self, edit: Edit | None, *, is_settled: bool = False, schema: Schema | None = None) -> None:
        """Follow an edit that was written; `is_settled`: where it changes gold, gold follows already.

        `schema`: the one that comes with the edit, if that is another.
        """
        changed = edit.changes if edit else ()
        own = {change.article for change in changed if change.annotator == GOLD and is_settled}
        self.follow((change.article for change in changed if change.article not in own), schema)

    def follow(
        self,
        articles: Iterable[str],
        schema: Schema | None = None,
        came: Mapping[str, AnnotationSet] = MappingProxyType({}),
    ) -> list[Followed]:
        """Make gold on the articles what follows, by an edit of nobody's; return those where it changed.

        `came`: the gold of a package, by article.
        """
        schema = schema or self._file.schema
        found = (self._follow(id_, schema, came.get(id_)) for id_ in with_gold(self._db, articles))
        return [one for one in found if one]

    def _follow(self, article: str, schema: Schema, came: AnnotationSet | None) -> Followed | None:
        from annotations.review import decisions
        from annotations.review.cases import ordered_roles  # most projects have no gold
        from models.queries import golds

        said = golds.standing(self._db, article, ordered_roles(schema))
        gold = said.gold if said else stored_set(self._db, article, GOLD)
        back = golds.is_taken_back(self._db, gold)
        if said:
            edit = golds.following(said, is_taken_back=back)
        else:
            parted = self._is_parted(article)
            edit = golds.apart(gold, is_parted_here=parted, is_taken_back=back, came=came)
        if not edit:
            return None
        self._history.apply(edit, by=GOLD)
        differing = len(said.conflicts) if said else len(decisions.differing(gold))
        states = {
            item.state for change in edit.changes for item in change.added if isinstance(item, Progress)
        }
        return Followed(article, differing, gold.state is State.REVIEWED and State.STARTED in states)

    def _is_parted(self, article: str) -> bool:
        """Return whether gold's state on the article was written here by nobody, as when reviewers differed."""
        sql = (
            'SELECT event.kind, event."by" FROM item JOIN event ON event.number = item.event WHERE item.article = '
            f"(SELECT number FROM article WHERE id = ?) AND annotator = '{GOLD}' AND item.kind = 'progress'"
        )
        return self._db.row(sql, (article,)) == ("edit", GOLD)


def with_gold(database: HasRows, articles: Iterable[str]) -> list[str]:
    """Return those of the articles that have a gold set."""
    ids, found = list(dict.fromkeys(articles)), []
    for at in range(0, len(ids), CHUNK):
        some = ids[at : at + CHUNK]
        sql = (
            "SELECT DISTINCT article.id FROM article JOIN item ON item.article = number AND annotator = "
            f"'{GOLD}' AND kind = 'progress' WHERE article.id IN ({marks(len(some))})"
        )
        found += [row[0] for row in database.rows(sql, tuple(some))]
    return found
