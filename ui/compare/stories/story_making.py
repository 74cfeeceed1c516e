"""Making stories: of articles that a person chooses, and giving one a name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from annotations.compare.items import Story
from annotations.compare.verbs import tell_story
from annotations.text.controls import unturned
from annotations.text.text import quoted
from models.queries import articles as article_queries
from ui.compare.comparing import Comparing
from ui.compare.table.ask_line import AskLine
from ui.look.scripts import without_pictographs
from ui.review.choice_sheet import SheetQuestion
from ui.session import Session

TOO_FEW = "A story has two articles or more."


class StoryMaking(QObject):
    """The verbs on stories; `sheet` asks which articles, `note` for a name."""

    def __init__(
        self, session: Session, comparing: Comparing, note: AskLine, sheet: Callable[[SheetQuestion], object]
    ) -> None:
        super().__init__(comparing)
        self._session, self._comparing, self._note, self._sheet = session, comparing, note, sheet

    def make(self) -> None:
        """Ask which articles are to be compared in one table, and make a story of them."""
        if (project := self._session.project) is None:
            return
        ids = article_queries.article_ids(project)
        titles = article_queries.titles(project, ids)
        here = set(self._comparing.story.articles)
        rows = tuple(without_pictographs(" ".join(unturned(titles.get(id_, id_)).split())) for id_ in ids)
        ticked = tuple(n for n, id_ in enumerate(ids) if id_ in here)
        self._sheet(
            SheetQuestion(
                "Articles of the new story", rows, lambda of: self._name([ids[n] for n in of]), ticked
            )
        )

    def name(self, story: Story) -> None:
        """Ask for a name of the story, and give it; one that was proposed is a person's then."""
        self._note.ask(
            f"Name of {quoted(story.name, 0, len(story.name))}",
            story.name,
            lambda name: self._tell(name, story.articles, story.id),
        )

    def _name(self, articles: list[str]) -> None:
        if len(articles) < 2:
            self._session.noted.emit(TOO_FEW)
        else:
            self._note.ask("Name of the new story", "", lambda name: self._tell(name, tuple(articles)))

    def _tell(self, name: str, articles: tuple[str, ...], id_: str = "") -> None:
        before = {one.id for one, _ in self._comparing.stories}
        verb = (
            f"name a story {quoted(name, 0, len(name))}"
            if id_
            else f"make a story of {len(articles):,} articles"
        )
        if self._comparing.do(verb, lambda said: tell_story(said, name, articles, id_)):
            fresh = (one.id for one, _ in self._comparing.stories if one.id == id_ or one.id not in before)
            self._comparing.choose(next(fresh, id_))
