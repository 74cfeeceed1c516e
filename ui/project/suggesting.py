"""Suggestions from the worker: for new articles, for one, for all of them again."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from annotations.articles import Asked
from annotations.errors import ReadOnly, UserError
from annotations.schema import writer as schema_writer
from annotations.suggest.mentions import Learned
from annotations.suggest.replies import ArticleReply
from annotations.suggesters.tally import SuggesterTally
from models.queries import articles as article_queries
from models.settings import Settings
from models.transfer.training import switching
from ui.open_project import OpenProject
from ui.project import suggestions
from ui.project.found_here import FoundHere, FoundInNew, nothing
from ui.project.jobs import ALL, FACTS, Worker
from ui.project.pipeline_trust import PipelineTrust
from ui.project.suggesters.consent import SuggesterConsent
from ui.session import Session

TOLD = 3  # sentences on what was passed over that are shown, of many


class Suggesting(QObject):
    """The user of the worker: it says what to look through, and puts the results into the project."""

    progress = Signal(object, int, int)  # "suggesting" (None: no more), articles done, of

    def __init__(self, session: Session, settings: Settings, window: QWidget) -> None:
        super().__init__(session)
        self._session, self._here, self._new = session, FoundHere(), FoundInNew()
        session.project_closed.connect(self._forget)
        self.trust = PipelineTrust(settings, window)
        self.trust.given.connect(lambda: self._trusted())
        self.trust.refused.connect(lambda *_: self._here.forget())
        self.trust.refused.connect(session.noted)
        self.trust.troubled.connect(session.failed)
        session.project_closed.connect(self.trust.drop)
        self.consent = SuggesterConsent(settings, window)
        self.consent.given.connect(lambda: self._trusted())
        self.consent.refused.connect(lambda *_: self._here.forget())
        self.consent.refused.connect(session.noted)
        self.consent.lacked.connect(lambda why: self._troubles.append(why))
        self.consent.troubled.connect(session.failed)
        session.project_closed.connect(self.consent.drop)
        self.trouble = ""  # why the worker stopped, until it is asked again
        self.worker = Worker(self)
        self.worker.suggested.connect(self._suggested)
        self.worker.proposed.connect(self._proposed)
        self.worker.progress.connect(lambda done, of: self.progress.emit("suggesting", done, of))
        self.worker.failed.connect(lambda why: self._failed(why))
        self.worker.untrusted.connect(lambda found: self._ask(found))
        self.worker.troubled.connect(lambda why: self._troubles.append(why))
        self.worker.tallied.connect(lambda tally: self._tallies.append(tally))
        self.worker.finished.connect(lambda: self._finished())
        self._soon = QTimer(self, singleShot=True)  # the window has its turn between an import and suggesting
        self._soon.timeout.connect(self.missing)
        self._troubles: list[str] = []  # what was passed over since it failed
        self._tallies: list[SuggesterTally] = []  # of what a suggester gave since
        self._again: set[str] = set()  # the articles whose facts may be replaced

    @property
    def is_busy(self) -> bool:
        """Return whether the worker suggests, or is about to."""
        return self.worker.busy or self._soon.isActive()

    def everywhere(self) -> None:
        """Look through every article anew, the one at hand first."""
        if opened := self._session.opened:
            self._ask_anew()
            self._suggest(opened, article_queries.article_ids(opened.project), again=True)

    def undecided(self) -> None:
        """Look anew through the articles that nobody has finished."""
        if opened := self._session.opened:
            self._ask_anew()
            self._suggest(opened, switching.unfinished(opened.project), again=True)

    def here(self) -> None:
        """Look through the article at hand anew, with all that was learned."""
        opened = self._session.opened
        if opened and opened.article:
            self._ask_anew()
            if not opened.project.read_only:
                self._here.ask(opened.article.id, opened.sheet)
            self._suggest(opened, [opened.article.id], again=True)

    def missing(self) -> None:
        """Look through the articles no pipeline has seen; for facts alone where only these are lacking."""
        if opened := self._session.opened:
            project = opened.project
            new = article_queries.unsuggested(project)
            known = set(new)
            without = article_queries.without_facts(project, project.schema)
            self._suggest(opened, [id_ for id_ in without if id_ not in known], what=FACTS)
            self._suggest(opened, new)

    def soon(self, added: str = "") -> None:
        """Do the same as `missing`, when the window has had its turn; then say after `added` what was found."""
        self._new.start(added)
        self._soon.start()

    def cancel(self) -> None:
        self._forget()  # that was not looked through
        self.worker.cancel()

    def close(self) -> None:
        self._soon.stop()
        self.worker.close()

    def _ask_anew(self) -> None:
        """Ask again what was refused, since the person asks for suggestions."""
        self.trust.ask_anew()
        self.consent.ask_anew()

    def _suggest(self, opened: OpenProject, ids: list[str], *, again: bool = False, what: str = ALL) -> None:
        project, here = opened.project, opened.article
        if ids and again and project.read_only:
            self._session.failed.emit(str(ReadOnly(project.read_only, where=project.folder)))
        if not ids or project.read_only:
            return
        self.trouble = ""
        self._again.update(ids if again else ())
        wanted = self.consent.wanted(project.schema.pipeline, project.folder)
        if wanted is None:  # it is asked whether a command may be run
            return
        first = [here.id] if here and here.id in set(ids) else []
        self.worker.suggest(
            [*first, *ids],
            self._asked,
            self._learned,
            self._ground,
            what=what,
            pipeline=wanted.pipeline,
            second=project.schema.second_opinion,
            language=project.schema.language,
            folder=project.folder,
            labels=sorted(project.schema.labels_in_use),
            schema=schema_writer.dump(project.schema),
            trusted=self.trust.hashes(),
            suggester=wanted.suggester,
        )
        self.progress.emit("suggesting", 0, 0)

    # What the worker asks for and finds comes later, perhaps when no project is open any more.

    def _asked(self, id_: str) -> Asked | None:
        with suppress(UserError):  # the article is gone
            if project := self._session.project:
                return project.learning.asked(project.article(id_))
        return None

    def _learned(self) -> Learned:
        project = self._session.project
        return project.learning.learned(self._session.annotator) if project else Learned()

    def _ground(self, id_: str, what: str) -> dict[str, Any]:
        return suggestions.ground(self._session.opened, id_, what) if self._session.opened else {}

    def _proposed(self, replies: list[ArticleReply]) -> None:
        if self._session.opened:
            suggestions.take_facts(self._session.opened, replies)

    def _suggested(self, replies: list[ArticleReply], pipeline: str) -> None:
        if self._session.opened:
            suggestions.take(self._session.opened, replies, pipeline, self._again)
            for reply in replies:
                self._answer(reply.article)
                self._new.count(self._session.opened, reply.article)
        self._again.difference_update(reply.article for reply in replies)

    def _answer(self, article: str) -> None:
        """Tell somebody who waits for the article what was found."""
        if self._session.opened and self._here.is_awaited(article):
            self._session.noted.emit(self._here.answer(self._session.opened, article))

    def _finished(self) -> None:
        self.progress.emit(None, 0, 0)
        troubles, self._troubles = self._troubles, []
        told = self._told()
        if self._here.forget() and not troubles:
            self._session.noted.emit(nothing(self._session.opened))
        if (found := " ".join(filter(None, [self._new.answer(), told]))) and not troubles:
            self._session.noted.emit(found)
        if troubles:
            left = len(troubles) - TOLD
            more = [f"(And {left:,} more such sentences.)"] if left > 0 else []
            self._session.failed.emit("\n".join(filter(None, [*troubles[:TOLD], *more, told])))

    def _told(self) -> str:
        """Return the sentence on what a suggester gave; "" when none was run."""
        tallies, self._tallies = self._tallies, []
        if not tallies:
            return ""
        whole = SuggesterTally(tallies[0].name)
        for tally in tallies:
            whole.add(tally)
        return f"{whole.name}: {whole.sentence}"

    def _forget(self) -> None:
        """Owe nobody an answer any more."""
        self._here.forget()
        self._new.forget()

    def _ask(self, found: Mapping[str, str]) -> None:
        if opened := self._session.opened:
            if opened.article and opened.article.id in self._again:
                self._here.ask(opened.article.id, opened.sheet)  # it is looked through once there is trust
            self.trust.ask(Path(found["folder"]), found["hash"])

    def _trusted(self) -> None:
        """Look for what was asked for when the pipeline was not loaded."""
        if opened := self._session.opened:
            known = set(article_queries.article_ids(opened.project))
            self._suggest(opened, [id_ for id_ in self._again if id_ in known], again=True)
            self.missing()

    def _failed(self, why: str) -> None:
        self.trouble = why
        self._forget()
        self.progress.emit(None, 0, 0)
        self._session.failed.emit(why)
