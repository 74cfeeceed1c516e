"""The comparison at hand in the window: its story, how entities and groups stand, and every decision on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from annotations.compare.as_shown import are_together, is_as_shown
from annotations.compare.comparison import ComparedEntity, ComparedGroup, CrossComparison
from annotations.compare.items import KeptApart, Story
from annotations.compare.proposed import Proposals
from annotations.compare.verdicts.shapes import PlacedFact
from annotations.edits import Edit
from annotations.errors import UserError
from annotations.sets import PROJECT, AnnotationSet
from models.project import Project
from models.queries import articles as article_queries
from models.queries.comparing import comparing, proposals
from ui.compare.search_words import MADE_FOR, OLD, TAKEN_BACK
from ui.project.commands import Commands
from ui.session import Session

SEARCHING = "Comparing the articles"
EVERYTHING = Story("", "All articles")  # in place of a story: every article of the project
STALE = "This changed in the meantime, so it was not done; please look again."
MOST = 60  # articles of a project whose whole is offered as one table

Change = Callable[[AnnotationSet], AnnotationSet]


class Comparing(QObject):
    """The story at hand and its comparison, read anew whenever something of it changes while it is `watching`.

    `stories`: each with whether a person made it.  `changed`: stories or comparison are others now.
    """

    changed = Signal()

    def __init__(self, session: Session, commands: Commands, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._commands = session, commands
        self.stories: list[tuple[Story, bool]] = []
        self.story = EVERYTHING
        self.comparison = CrossComparison(session.annotator, ())
        self._found: tuple[proposals.Search | None, Proposals] = None, Proposals()
        self._watching = False
        self._is_back = False  # what kept apart that the last search went by was taken back
        session.stepped.connect(self._step)
        for signal in (session.edited, session.articles_changed, session.reloaded, session.schema_changed):
            signal.connect(self._look)

    def watch(self, is_on: bool) -> None:
        """Read anew now and at every change from now on, or stop."""
        self._watching = is_on
        self._look()

    @property
    def searched_for(self) -> str:
        """Return the annotator for whom the last search was, "" while there was none."""
        project = self._session.project
        return proposals.searched_for(project) if project else ""

    @property
    def is_searched(self) -> bool:
        """Return whether the last search was for the annotator."""
        return self.searched_for == self._session.annotator

    @property
    def why_old(self) -> str:
        """Return a sentence on why a search would find other proposals than there are, "" where none is known."""
        found_for, project = self.searched_for, self._session.project
        if not found_for or project is None:
            return ""
        if found_for != self._session.annotator:
            return MADE_FOR.format(annotator=found_for)
        if not self.is_current:
            return OLD
        self._is_back = self._is_back and not proposals.is_current(project, self._session.annotator)
        return TAKEN_BACK if self._is_back else ""

    @property
    def is_current(self) -> bool:
        """Return whether articles, suggestions and the annotator's work are as they were at the last search."""
        project = self._session.project
        return project is not None and proposals.is_current(project, self._session.annotator, decisions=False)

    def choose(self, story: str) -> None:
        """Compare the articles of the story of that id; "" are all articles."""
        self.story = next((one for one, _ in self.stories if one.id == story), EVERYTHING)
        self._look()

    def do(
        self, verb: str, change: Change, about: Iterable[ComparedEntity | ComparedGroup | PlacedFact] = ()
    ) -> bool:
        """Write one edit of the annotator's project set and show it; return whether that was done.

        What it is `about` must still be as it was shown, whatever others wrote.  When it could not be done, a
        sentence is told; `change` may raise UserError for one.
        """
        project = self._session.project
        if project is None:
            return False
        self._session.look_for_others()
        if not all(is_as_shown(self.comparison, one) for one in about):
            self._session.failed.emit(STALE)
            return False

        def make() -> Edit:
            said = project.annotation_set(PROJECT, self._session.annotator)
            return Edit.between(verb, said, change(said))

        self._session.noted.emit("")  # the last notice was of another decision
        return self._session.apply(make)

    def search(self) -> None:
        """Search for proposals in a process of its own; what there was stays until it ends."""
        project = self._session.project
        if project is not None:
            words = ["compare", str(project.folder), "--annotator", self._session.annotator, "--again"]
            self._commands.run(SEARCHING, words, self._end_search)

    def _end_search(self, *_: object) -> None:
        self._is_back = False
        self._look()

    def _step(self, edit: Edit) -> None:
        """Notice that what kept things apart was taken back, and that no proposal puts them together."""
        removed = (item for change in edit.changes if change.article == PROJECT for item in change.removed)
        freed = [item for item in removed if isinstance(item, KeptApart)]
        if self._watching and any(not are_together(self.comparison, one) for one in freed):
            self._is_back = True
            self.changed.emit()

    def _proposals(self, project: Project) -> Proposals:
        """Return what was proposed, read anew only after another search."""
        last = proposals.last_search(project)
        if last != self._found[0]:
            self._found = last, proposals.stored(project)
        return self._found[1]

    def _look(self, *_: object) -> None:
        project = self._session.project
        if project is None or not self._watching:
            return
        try:
            found = self._proposals(project)
            self.stories = comparing.stories(project, self._session.annotator, found)
            ids = {one.id: one for one, _ in self.stories}
            every = article_queries.article_ids(project)
            if self.story.id not in ids and (len(every) > MOST or self.story.id):
                self.story = self.stories[0][0] if self.stories else EVERYTHING
            self.story = ids.get(self.story.id, _everything(len(every)))
            wanted = self.story.articles if self.story.id else tuple(every[:MOST])
            self.comparison = comparing.comparison(project, self._session.annotator, wanted, found)
        except UserError as error:
            self._session.failed.emit(str(error))
            return
        self.changed.emit()


def _everything(count: int) -> Story:
    """Return what stands in place of a story: all articles of the project, or as many of them as one table has."""
    return EVERYTHING if count <= MOST else Story("", f"The first {MOST} of {count:,} articles")
