"""Review across articles, as the project has it: annotators' project sets against each other, and gold."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare import reviewing
from annotations.compare.comparison import CrossComparison
from annotations.compare.material import ComparedArticle
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.compare.reviewing import AcrossCase, AcrossReview, Side
from annotations.edits import Edit
from annotations.sets import GOLD, PROJECT
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing.gathering import ALL, compared
from models.store.database import stamps_of


def annotators(project: Project) -> list[str]:
    """Return who says something across articles, gold left out."""
    rows = project.db.rows(
        "SELECT DISTINCT annotator FROM project_item WHERE annotator <> ? ORDER BY 1", (GOLD,)
    )
    return [row[0] for row in rows]


class AcrossArticles:
    """The review of some annotators' decisions across all articles; it is as things stood when it was made."""

    def __init__(self, project: Project, names: Sequence[str]) -> None:
        self._project = project
        articles = compared(project, ALL, article_queries.article_ids(project))
        self.sides = [self._of(name, articles) for name in names]
        self.gold = self._of(GOLD, articles)
        self.found: AcrossReview = reviewing.review(self.sides, self.gold)

    def _of(self, name: str, articles: Sequence[ComparedArticle]) -> CrossComparison:
        said = self._project.annotation_set(PROJECT, name)
        stamps = stamps_of(self._project.db, name)
        return compare(articles, said, Proposals(), self._project.schema, stamps)

    def taking(self, case: AcrossCase, annotator: str | None) -> Edit:
        """Return the edit of gold that takes one annotator's side of a case; None: neither."""
        said = self._project.annotation_set(PROJECT, GOLD)
        held = self.gold.entities if case.what == "entity" else self.gold.groups
        if annotator is None:
            return Edit.between("take neither", said, reviewing.take_neither(said, case, held=held))
        side: Side = case.sides[annotator]
        return Edit.between(f"take {annotator}'s", said, reviewing.take(said, case, side, held=held))

    def approving(self) -> Edit:
        """Return the edit that gives gold all that is agreed on; no article is changed by it."""
        said = self._project.annotation_set(PROJECT, GOLD)
        return Edit.between("approve", said, reviewing.approve(said, self.found, self.gold))
