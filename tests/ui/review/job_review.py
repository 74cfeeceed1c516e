"""The reviewer of a long job: knows what is true, and decides by keys alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from annotations.facts import Fact
from annotations.review.cases import Case, Item, content, meet, same
from annotations.review.founded import Founded
from annotations.sets import GOLD, Boilerplate, State, Topic
from annotations.spans import Span
from models.project import Project
from tests.ui.review.job_truth import BACK, KEYS, SLIPS, TYPES, text, truth
from tests.ui.review.reviews import opened
from tests.ui.windows import here, press
from ui.building.strip import BuilderStrip
from ui.main_window import MainWindow
from ui.review.review_page import ReviewPage
from ui.review.votes import votes

Launch = Callable[..., MainWindow]


@dataclass
class Reviewer:
    """A reviewer in a copy: `keys` of each case decided, `overruled` of each agreed point, `back` what was returned."""

    launch: Launch
    folder: Path
    name: str
    keys: list[int] = field(default_factory=list)
    overruled: list[int] = field(default_factory=list)
    back: set[str] = field(default_factory=set)
    slipped: set[str] = field(default_factory=set)
    reviews: int = 0

    def review(self) -> None:
        """Goes through every article that waits: decides, overrules, adds, then approves or returns."""
        self.reviews += 1
        window = self.launch("open", self.folder, "--annotator", self.name)
        page = opened(window)
        assert page.hand.queue is not None
        for _ in page.hand.queue.articles():
            if not page.hand.queue.is_waiting(here(window)):
                break
            self.decide_all(window, page)
            self.overrule(window, page)
            self.end(window, page)
        window.close()

    def decide_all(self, window: MainWindow, page: ReviewPage) -> None:
        for _ in range(60):
            work, case = page.hand.work, page.hand.at
            if work is None or not work.open_cases:
                return
            assert case is not None
            if case.key in work.decided:
                press(window, "Down")
                continue
            self.keys.append(self.decide(window, page, case))
            after = page.hand.work
            assert after
            assert case.key not in {one.key for one in after.open_cases}, case
        raise AssertionError(f"Cases of {here(window)} are open for ever.")

    def decide(self, window: MainWindow, page: ReviewPage, case: Case) -> int:
        """Decides the case as is true, or slips; returns how many keys that took."""
        wanted = self.wanted(window, case)
        for number, vote in enumerate(votes(case)):
            if same(vote.item, wanted, case.ordered):
                return pressed(window, ["Left", "Right", *(f"Alt+{n}" for n in range(3, 10))][number])
        if wanted is None:
            return pressed(window, "X", "1")
        if isinstance(wanted, Span):
            return respan(window, page, wanted)
        assert isinstance(wanted, Fact), wanted
        return restate(window, page, wanted)

    def wanted(self, window: MainWindow, case: Case) -> Item | None:
        """What is true where the case is."""
        article = here(window)
        quote = text(article)[slice(*case.place)]
        if (self.name, quote) in SLIPS and quote not in self.slipped:
            self.slipped.add(quote)
            label = SLIPS[self.name, quote]
            return Span("", *case.place, label) if label else None
        known = truth(article)
        held = [*case.sides.values(), *(item for said in case.before for item in said.made)]
        right = [item for item in known if any(same(item, side, case.ordered) for side in held)]
        near = [item for item in known if any(is_there(article, item, side) for side in held)]
        return next(iter([*right, *near]), None)

    # --- what all agree on

    def overrule(self, window: MainWindow, page: ReviewPage) -> None:
        """Decides otherwise where all are wrong, and adds what all missed."""
        known = [content(item) for item in truth(here(window))]
        assert page.hand.work is not None
        for item in page.hand.work.comparison.agreed:
            said = [content(one.item) for one in page.hand.work.standing.founded]
            if content(item) in said and content(item) not in known:
                self.overruled.append(self.open_agreed(window, page, item))
        for item in truth(here(window)):
            said = [content(one.item) for one in page.hand.work.standing.founded]
            if content(item) not in said and not isinstance(item, Topic | Boilerplate):
                self.overruled.append(add(window, page, item))

    def open_agreed(self, window: MainWindow, page: ReviewPage, item: Item) -> int:
        if not page.hand.is_unfolded:
            press(window, "V")
        for _ in page.hand.cases:
            case = page.hand.at
            if case and any(same(side, item) for side in case.sides.values()):
                return self.decide(window, page, case)
            press(window, "Down")
        raise AssertionError(f"{item} is not listed.")

    # --- the article as a whole

    def end(self, window: MainWindow, page: ReviewPage) -> None:
        """Returns the article to whom it goes back, once; else approves it."""
        article, work = here(window), page.hand.work
        who = BACK.get((self.name, article), "") if article not in self.back else ""
        if work and self.reviews > 1 and not who and lacks(work.standing.founded, article):
            who = "ben"
        if work and who:
            self.back.add(article)
            names = [made.annotator for made in work.sets]
            press(window, "R", str(names.index(who) + 1), "Return", "1")
        else:
            press(window, "Ctrl+Return")


def lacks(founded: list[Founded], article: str) -> bool:
    """Whether something is missing, which only an annotator can add."""
    there = [content(one.item) for one in founded]
    return any(content(item) not in there for item in truth(article))


def pressed(window: MainWindow, *keys: str) -> int:
    press(window, *keys)
    return len(keys)


def is_there(article: str, one: Item, other: Item) -> bool:
    """Whether the two are about one place: facts, whether they are of one line."""
    if isinstance(one, Fact) and isinstance(other, Fact):
        return len({text(article).count("\n", 0, item.ranges()[0][0]) for item in (one, other)}) == 1
    return meet(one, other)


# --- what nobody has just so


def respan(window: MainWindow, page: ReviewPage, wanted: Span) -> int:
    """Moves the bounds of what is proposed, gives it the label, and takes it with the usual reason."""
    keys = 0
    while move := towards(page.hand.draft, wanted):
        keys += pressed(window, move)
    draft = page.hand.draft
    assert isinstance(draft, Span)
    return keys + pressed(window, "Return" if draft.label == wanted.label else KEYS[wanted.label], "Return")


def towards(now: Item | None, wanted: Span) -> str:
    """The key that brings the bounds nearer; none when they are right."""
    assert isinstance(now, Span), now
    if now.start != wanted.start:
        return "Ctrl+Left" if now.start > wanted.start else "Ctrl+Right"
    if now.end != wanted.end:
        return "Alt+Left" if now.end > wanted.end else "Alt+Right"
    return ""


def restate(window: MainWindow, page: ReviewPage, wanted: Fact) -> int:
    """Turns rows over until the fact is right, else changes it in the builder; takes it with the usual reason."""
    keys = 0
    for part in page.turning.parts():
        for _ in range(3):
            if part.number and not row_is_right(page.hand.draft, wanted, part.name):
                keys += pressed(window, str(part.number))
    if not same(page.hand.draft, wanted):
        assert isinstance(page.hand.draft, Fact)
        assert same(replace(page.hand.draft, attributes=wanted.attributes), wanted)
        keys += pressed(window, "E", "Alt+M", "Return")
    return keys + pressed(window, "Return", "Return")


def row_is_right(draft: Item | None, wanted: Fact, name: str) -> bool:
    if not isinstance(draft, Fact):
        return False
    if name in ("type", "trigger"):
        return bool(getattr(draft, name) == getattr(wanted, name))
    if name in ("modality", "negated", "note"):
        return draft.attribute(name) == wanted.attribute(name)
    said = [{(f.start, f.end, f.value) for f in fact.by_role().get(name, ())} for fact in (draft, wanted)]
    return said[0] == said[1]


def add(window: MainWindow, page: ReviewPage, item: Span | Fact) -> int:
    """Adds what all missed."""
    if isinstance(item, Span):
        page.view.set_selection(item.start, item.end)
        return pressed(window, KEYS[item.label])
    assert item.trigger
    page.view.set_selection(*item.trigger)
    keys = pressed(window, "F", TYPES[item.type])
    strip = page.findChild(BuilderStrip)
    assert strip
    for role in item.roles:
        while strip.tabs.shown[strip.tabs.hand].name != role.role:
            keys += pressed(window, "Tab")
        (filler,) = role.fillers
        (sign,) = [
            one.sign for one in strip.words.shown.candidates if one.bounds == (filler.start, filler.end)
        ]
        keys += pressed(window, sign.upper())
    return keys + pressed(window, "Return")


# --- what is stored


def held(folder: Path, article: str, who: str = GOLD) -> tuple[list[str], str]:
    """What somebody says of the article in that copy, and its state."""
    project = Project(folder)
    try:
        made = project.annotation_set(article, who)
    finally:
        project.close()
    kinds = (Span, Fact, Boilerplate, Topic)
    items = [item for kind in made.items.values() for item in kind.values() if isinstance(item, kinds)]
    return said(items), made.state.value


def said(items: list[Item]) -> list[str]:
    """The contents of the items, to be compared."""
    return sorted(repr((item.kind, content(item))) for item in items)


def is_true(folder: Path, article: str) -> bool:
    """Whether gold is reviewed there and says the truth exactly."""
    return held(folder, article) == (said(truth(article)), State.REVIEWED.value)
