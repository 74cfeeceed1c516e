"""Review across articles, as the project has it: annotators' project sets against each other, and gold."""

from __future__ import annotations

from collections.abc import Sequence

from annotations.compare.across import deciding, reviewing
from annotations.compare.across.reviewing import AcrossCase, AcrossReview
from annotations.compare.across.voices import Voice
from annotations.compare.in_force import in_force
from annotations.compare.proposed import Proposals
from annotations.compare.resolving import compare
from annotations.edits import Edit
from annotations.sets import GOLD, PROJECT, AnnotationSet
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
    """The review of one or more annotators' decisions across all articles; it is as things stood when it was made.

    Each is seen on spans and facts of their own; gold on everybody's, since its articles may not be reviewed yet.
    """

    def __init__(self, project: Project, names: Sequence[str]) -> None:
        self._project = project
        self._ids = article_queries.article_ids(project)
        self.found: AcrossReview = reviewing.review(
            [self._voice(name, name) for name in names], self._voice(GOLD, ALL)
        )

    def _voice(self, name: str, seen_by: str) -> Voice:
        project, said = self._project, self._project.annotation_set(PROJECT, name)
        stamps = stamps_of(project.db, name)
        articles = compared(project, seen_by, self._ids)
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
