"""The views of the window: one table, from which come their pages, menus and keys, and when they are on.

A view is a row here and a module with its page; the table knows no Qt, so that a command may read it too.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from annotations.processes.quick_dataclass import dataclass
from models.project import Project
from ui import review_actions
from ui.actions import ACTIONS, Action
from ui.agreement import agreement_actions
from ui.compare import compare_actions
from ui.export import export_actions
from ui.learn import learn_actions
from ui.review.across import across_actions
from ui.schema import schema_actions
from ui.search import search_actions
from ui.statistics import statistics_actions

VIEW_MENU = "View"


def with_project(project: Project | None) -> bool:
    """Return whether a project is open."""
    return project is not None


@dataclass(frozen=True)
class View:
    """A view: its name and title, and its page's class, `module:Class`, loaded when it is first opened.

    `keys` open it, and go back to Annotate; `opened_by` names the action that does.  `actions` are the
    page's own, in a menu of the view's name, with a line before those of `lines_before`.  `ways`: those of the window
    that lead to it or to what it found.  `can_show`: for which project.
    """

    name: str
    title: str
    made_by: str
    opened_by: str
    keys: tuple[str, ...] = ()
    actions: tuple[Action, ...] = ()
    lines_before: frozenset[str] = frozenset()
    ways: tuple[Action, ...] = ()
    can_show: Callable[[Project | None], bool] = with_project
    is_tab: bool = True  # it stands in the bar on top; else a menu alone opens it
    listed_in: str = VIEW_MENU  # the menu whose action opens it; "" where that is a row of the actions

    @property
    def opening(self) -> Action:
        """Return the action of a menu that shows it."""
        return Action(self.opened_by, self.title, self.keys, self.listed_in, "pages.toggle", (self.name,))

    @property
    def menu(self) -> str:
        """Return the title of the menu of its own actions."""
        return self.name.capitalize()


ANNOTATE = "annotate"  # the page that is there from the start
COMPARE = "compare"
SEARCH = "search"
STATISTICS = "statistics"
VIEWS: tuple[View, ...] = (
    View(ANNOTATE, "Annotate", "ui.annotate.annotate_page:AnnotatePage", "annotate_view"),
    View(
        "review",
        "Review",
        "ui.review.review_page:ReviewPage",
        "review_view",
        keys=("Ctrl+R",),
        actions=review_actions.REVIEW,
        lines_before=frozenset(review_actions.LINES_BEFORE),
    ),
    View(
        COMPARE,
        "Compare",
        "ui.compare.compare_page:ComparePage",
        "compare_view",
        keys=("Ctrl+3",),
        actions=compare_actions.COMPARE,
        lines_before=compare_actions.LINES_BEFORE,
    ),
    View(
        SEARCH,
        "Search",
        "ui.search.search_page:SearchPage",
        "search_view",
        keys=("Ctrl+4",),
        actions=search_actions.SEARCH,
        lines_before=search_actions.LINES_BEFORE,
        ways=search_actions.WAYS,
    ),
    View(
        STATISTICS,
        "Statistics",
        "ui.statistics.statistics_page:StatisticsPage",
        "statistics_view",
        keys=("Ctrl+5",),
        actions=statistics_actions.STATISTICS,
        lines_before=statistics_actions.LINES_BEFORE,
    ),
    View(
        "export",
        "Export",
        "ui.export.export_page:ExportPage",
        "export",
        actions=export_actions.EXPORT,
        is_tab=False,
        listed_in="",
    ),
    View(
        "schema",
        "Schema",
        "ui.schema.schema_page:SchemaPage",
        "schema",
        actions=schema_actions.SCHEMA,
        lines_before=schema_actions.LINES_BEFORE,
        is_tab=False,
        listed_in="",
    ),
    View(
        "across articles",
        "Review across articles",
        "ui.review.across.across_page:AcrossPage",
        "across",
        keys=("Ctrl+Shift+R",),
        actions=across_actions.ACROSS,
        lines_before=across_actions.LINES_BEFORE,
        is_tab=False,
    ),
    View(
        "agreement",
        "Agreement",
        "ui.agreement.agreement_page:AgreementPage",
        "agreement",
        actions=agreement_actions.AGREEMENT,
        is_tab=False,
    ),
    View(
        "learn",
        "Learn",
        "ui.learn.learn_page:LearnPage",
        "learn_view",
        keys=("Ctrl+6",),
        actions=learn_actions.LEARN,
        lines_before=learn_actions.LINES_BEFORE,
        listed_in="Go",
        is_tab=False,
    ),
)


def named(name: str) -> View:
    """Return the view of that name."""
    return next(view for view in VIEWS if view.name == name)


def window_actions() -> Iterator[Action]:
    """Yield every action of the window in the order of the menus, with those that open a view or lead to it."""
    placed = set[str]()
    for row in ACTIONS:
        if row.menu not in placed:
            yield from (view.opening for view in VIEWS if view.listed_in == row.menu)
            yield from (way for view in VIEWS for way in view.ways if way.menu == row.menu)
            placed.add(row.menu)
        yield row


def page_actions() -> Iterator[Action]:
    """Yield the actions that pages have of their own, view by view."""
    for view in VIEWS:
        yield from view.actions
