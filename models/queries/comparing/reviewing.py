"""Review across articles, as the project has it: annotators' project sets against each other, and gold."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.across import deciding, reviewing
from annotations.compare.across.reviewing import AcrossCase, AcrossReview
from annotations.compare.across.voices import One, Voice, settled
from annotations.compare.in_force import in_force
from annotations.compare.items import Grouped, Member, article_of
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.edits import Edit
from annotations.sets import GOLD, PROJECT, AnnotationSet
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing.gathering import ALL, compared
from models.store.database import stamps_of

LARGE = 6_000  # items


def annotators(project: Project) -> list[str]:
    """Return who says something across articles, gold left out."""
    rows = project.db.rows(
        "SELECT DISTINCT annotator FROM project_item WHERE annotator <> ? ORDER BY 1", (GOLD,)
    )
    return [row[0] for row in rows]


def _articles(project: Project, names: Sequence[str]) -> list[str]:
    """Return the articles with a mention or fact that one of them or gold settled: those of others hold no case."""
    sets = (project.annotation_set(PROJECT, name) for name in (*names, GOLD))
    said = {
        article_of(id_)
        for made in sets
        for kind in (Member, Grouped)
        for id_ in made.items.get(kind.kind, {})
    }
    return [id_ for id_ in article_queries.article_ids(project) if id_ in said]


def is_large(project: Project) -> bool:
    """Return whether so much is said across articles that finding its cases takes more than a moment."""
    return bool(project.db.rows("SELECT count(*) FROM project_item")[0][0] > LARGE)


class AcrossArticles:
    """The review of one or more annotators' decisions across all articles; it is as things stood when it was made.

    Each is seen on spans and facts of their own; gold on everybody's, since its articles may not be reviewed yet.
    """

    def __init__(self, project: Project, names: Sequence[str]) -> None:
        self._project = project
        ids = _articles(project, names)
        self._everybody = compared(project, ALL, ids)
        self._voices = [self._voice(name, compared(project, name, ids)) for name in names]
        self.found: AcrossReview = self._review()

    def read_gold(self) -> None:
        """Take in what gold says now, after a decision."""
        self.found = self._review()

    @property
    def ids_of_gold(self) -> frozenset[str]:
        """Return the ids of the entities and groups that gold has."""
        stands = self.found.gold.stands
        ones: list[One] = [*stands.entities, *stands.groups]
        return frozenset(one.id for one in ones if settled(one))

    def _review(self) -> AcrossReview:
        return reviewing.review(self._voices, self._voice(GOLD, self._everybody))

    def _voice(self, name: str, articles: Sequence[ComparedArticle]) -> Voice:
        project, said = self._project, self._project.annotation_set(PROJECT, name)
        stamps = stamps_of(project.db, name)
        return Voice(compare(articles, said, Proposals(), project.schema, stamps), in_force(said, stamps))

    def taking(self, case: AcrossCase, who: str, verb: str = "take a side") -> Edit:
        """Return the edit of gold that takes one annotator's side of a case."""
        return self._edit(verb, deciding.take(self.found, case, who))

    def taking_neither(self, case: AcrossCase, verb: str = "take neither") -> Edit:
        """Return the edit of gold that has each mention or fact of a case on its own, a verdict as computed."""
        return self._edit(verb, deciding.take_neither(self.found, case))

    def keeping(self, case: AcrossCase, verb: str = "keep what gold says") -> Edit:
        """Return the edit of gold that leaves it as it is, and the case decided."""
        return self._edit(verb, deciding.keep(self.found, case))

    def approving(self, verb: str = "approve across articles") -> Edit:
        """Return the edit that gives gold all that is agreed on; no article is changed by it."""
        return self._edit(verb, deciding.approve(self.found))

    def _edit(self, verb: str, after: AnnotationSet) -> Edit:
        return Edit.between(verb, self.found.gold.held.said, after)
