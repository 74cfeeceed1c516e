"""Stories as the documents of an export: those that a person made, then the proposed ones, then each article left over.

An article is in one document: that of the first story that has it.
"""

from __future__ import annotations

from collections.abc import Iterator

from annotations.compare.comparison import CrossComparison
from annotations.compare.items import Verdict
from annotations.compare.material import ComparedArticle
from annotations.formats.across.leaving import CrossExport
from annotations.formats.base import ALONE, MADE, PROPOSED, Losses
from annotations.json_fields import Json
from annotations.processes.quick_dataclass import dataclass

TWICE = "articles of two stories (in the first alone)"


@dataclass(frozen=True)
class StoryDocument:
    """The articles of a story that leave, in its order; one in no story is a document by itself, named by its id."""

    name: str
    articles: tuple[ComparedArticle, ...]
    status: str = ALONE
    story: str = ""

    def as_json(self) -> Json:
        """Return what a manifest says of the document."""
        articles = [one.id for one in self.articles]
        return {"name": self.name, "story": self.story or None, "status": self.status, "articles": articles}


def story_documents(leaving: CrossExport, losses: Losses) -> list[StoryDocument]:
    """Return the documents of all articles that leave; one that a person put into two stories is counted as a loss."""
    found = list(_stories(leaving, losses))
    taken = {article.id for one in found for article in one.articles}
    left = (one for one in leaving.comparison.articles if one.id not in taken)
    return [*found, *(StoryDocument(one.id, (one,)) for one in left)]


def _stories(leaving: CrossExport, losses: Losses) -> Iterator[StoryDocument]:
    taken: set[str] = set()
    made = [one for one in leaving.stories if one[1]]
    for story, is_made in (*made, *((one, False) for one in leaving.proposed_stories)):
        ids = list(dict.fromkeys(story.articles))
        there = [article for id_ in ids if (article := leaving.comparison.article(id_))]
        for article in there if is_made else ():
            if article.id in taken:
                losses.note(TWICE, f"{article.id}: {story.name}")
        left = tuple(article for article in there if article.id not in taken)
        taken |= {article.id for article in left}
        if left:
            yield StoryDocument(story.name, left, MADE if is_made else PROPOSED, story.id)


def note_what_chains_lack(leaving: CrossExport, losses: Losses) -> None:
    """Count what files of chains say nothing of: relations, pairs kept apart, verdicts, fillers, statements about things."""
    found = leaving.comparison
    lost = {
        "relations between entities": sum(first for one in found.entities for _, _, first in one.related),
        "pairs kept apart": len(leaving.held.apart),
        "outside ids and notes": sum(bool(i.outside or i.note) for o in found.entities if (i := o.item)),
        "verdicts": sum(row.verdict is not Verdict.SILENT for one in found.groups for row in one.verdicts),
        "fillers of facts": _fillers(found),
    }
    for kind, count in lost.items():
        if count:
            losses.note(kind, f"{leaving.annotator}: {count:,}", count)


def _fillers(found: CrossComparison) -> int:
    return sum(len(fact.fillers()) for article in found.articles for fact in article.facts)
