"""The parts of the window that nobody sees at its first paint: what the menus offer, and what comes when there is need."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMainWindow

from ui.frame.late import late

if TYPE_CHECKING:
    from models.settings import Settings
    from ui.annotate.annotate_page import AnnotatePage
    from ui.frame.foot import Foot
    from ui.help.helping import Helping
    from ui.lists.lists import Lists
    from ui.moments.coach import Coach
    from ui.pages import Pages
    from ui.project.about_article import AboutArticle
    from ui.project.backups import Backups
    from ui.project.commands import Commands
    from ui.project.exchange import Sharing
    from ui.project.files import Files
    from ui.project.leaving import NotDone
    from ui.project.packs.arriving import Arriving
    from ui.project.pasting import Pasting
    from ui.project.rescuing import Rescuing
    from ui.project.shared_place import SharedPlace
    from ui.project.suggesting import Suggesting
    from ui.session import Session
    from ui.settings.other_name import OtherName
    from ui.trouble.reporting import Reporting


OF_SESSION = ("session", "settings")


class LateParts(QMainWindow):
    """A window whose parts are made when they are first asked for; what they are made of is there before."""

    session: Session
    settings: Settings
    commands: Commands
    work: AnnotatePage
    pages: Pages
    status: Foot

    about_article: AboutArticle = late("project.about_article:AboutArticle", "session")
    arriving: Arriving = late("project.packs.arriving:Arriving", *OF_SESSION, "files", "commands", "sharing")
    backups: Backups = late("project.backups:Backups", "session", "files", "commands", "copying")
    coach: Coach = late("moments.coach:Coach", *OF_SESSION, "work", "status", "pages", "verbs")
    helping: Helping = late("help.helping:Helping", "session")
    lists: Lists = late("lists.lists:Lists", "session", "suggesting")
    not_done: NotDone = late("project.leaving:NotDone")
    other_name: OtherName = late("settings.other_name:OtherName", "session", "files", "commands")
    pasting: Pasting = late("project.pasting:Pasting", "session", "files", "suggesting", "work.list.hasFocus")
    reporting: Reporting = late("trouble.reporting:Reporting", *OF_SESSION)
    rescuing: Rescuing = late("project.rescuing:Rescuing", "session", "files", "copying")
    shared_place: SharedPlace = late("project.shared_place:SharedPlace", *OF_SESSION)
    sharing: Sharing = late("project.exchange:Sharing", "session", "files", "commands")

    @cached_property
    def files(self) -> Files:
        """Return what opens projects and imports files."""
        from ui.project.files import Files

        asking = self.work.reading.keep, self.pages.asks
        made = Files(self.session, self.settings, self.commands, self.suggesting, self, *asking)
        made.unopened.connect(lambda *what: self.backups.offer(*what))
        return made

    @cached_property
    def suggesting(self) -> Suggesting:
        """Return what has articles looked through."""
        from ui.articles.looked_for import LookedFor
        from ui.project.suggesting import Suggesting

        made = Suggesting(self.session, self.settings, self)
        made.progress.connect(self.status.show_progress)
        LookedFor(made, self.work.list_head, self.work.panels)
        return made
