"""The verbs of a reviewer for whole articles: take all of one annotator, approve, return, reopen.

Each is one edit, over however many sets.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from annotations.edits import Edit
from annotations.review import adjudication
from annotations.review.cases import Difference
from annotations.sets import Topic
from annotations.text.counts import counted
from ui.articles import next_article
from ui.comments.threads import now
from ui.review import case_words
from ui.review.case_in_hand import Hand
from ui.review.choice_sheet import SheetQuestion
from ui.review.decide import NO_CASE, NO_WORK, Reviewing
from ui.review.votes import named, votes

LETTERED = "While names are hidden a letter stands for somebody else in each article; take all of one article instead."


class Closing(QObject):
    """The verbs for whole articles, beside those for the case in hand; `asked`: a sheet is wanted."""

    asked = Signal(object)  # a SheetQuestion

    def __init__(self, reviewing: Reviewing) -> None:
        super().__init__(reviewing)
        self._verbs, self._session = reviewing, reviewing.session
        self._hand: Hand = reviewing.hand

    # --- all of one annotator

    def take_all(self, side: int) -> None:
        """Take one side (left 0, right 1) in all open cases of the article, in one edit."""
        work = self._hand.work
        who = self._name(side)
        if work is None or not (left := adjudication.open_of(work, who)):
            self._session.noted.emit(
                f"No case of {self._hand.called(who)} is open in this article." if work else NO_WORK
            )
            return
        verb, by = f"take all of {self._hand.called(who)} in the article", self._verbs.by
        self._end(lambda: work.step(verb, adjudication.all_of(left, work, who, by)), verb)

    def take_rest(self, side: int) -> None:
        """Take one side in all open cases from this article to the last, in one edit."""
        project, queue, article = self._session.project, self._hand.queue, self._session.article
        if project is None or queue is None or article is None:
            self._session.noted.emit(NO_WORK)
            return
        if self._hand.is_hidden:
            self._session.noted.emit(LETTERED)
            return
        who, ids = self._name(side), queue.articles()
        rest = ids[ids.index(article.id) if article.id in ids else 0 :]
        verb = f"take all of {self._hand.called(who)} in {len(rest):,} articles"

        def make() -> Edit:
            pairs: adjudication.Pairs = []
            for id_ in rest:
                work = queue.work(id_, project.article(id_).text)
                if left := adjudication.open_of(work, who):
                    pairs += work.pairs(adjudication.all_of(left, work, who, self._verbs.by))
            return Edit.over(verb, pairs)

        self._end(make, verb)

    # --- the article as a whole

    def approve(self) -> None:
        """End the review of the article and go to the next that waits.

        When a case is open, go to that instead.
        """
        work, queue, article = self._hand.work, self._hand.queue, self._session.article
        if work is None or queue is None or article is None:
            self._session.noted.emit(NO_WORK)
            return
        ids = queue.articles()
        behind = ids[ids.index(article.id) + 1 :] if article.id in ids else ids
        if self._verbs.write(lambda: work.approved("approve the article", by=self._verbs.by)):
            ahead = [id_ for id_ in (*behind, *ids) if id_ != article.id]
            self._on(ahead, self._none_waits(len(queue.unreviewed())))
        elif work.open_cases:
            self._hand.hold(work.open_cases[0].key)

    def _none_waits(self, left: int) -> str:
        """Return the sentence that no article waits; `left`: how many are not reviewed all the same."""
        if not left:
            return f"Every article of {named(self._hand.names, self._hand.called)} that was done is reviewed."
        is_one = left == 1
        return (
            f"No other article waits for review; {counted(left, 'article')} {'is' if is_one else 'are'} not "
            f"reviewed, since somebody is not done with {'it' if is_one else 'them'}."
        )

    def send_back(self) -> None:
        """Return the article: of several annotators ask to whom, then why."""
        work = self._hand.work
        if work is None:
            self._session.noted.emit(NO_WORK)
            return
        names = [made.annotator for made in work.sets]
        if len(names) == 1:
            self._ask_why(names)
            return
        rows = tuple(
            f"{'' if self._hand.is_hidden else self._hand.letters.get(made.annotator, '')}"
            f"  {self._hand.called(made.annotator)}: {made.state}".strip()
            for made in work.sets
        )
        to = SheetQuestion(
            "To whom does the article go back?", rows, lambda at: self._ask_why([names[n] for n in at]), ()
        )
        self.asked.emit(to)

    def _ask_why(self, names: Sequence[str]) -> None:
        """Ask for a reason, and return the article to those annotators with it."""
        work, queue, article = self._hand.work, self._hand.queue, self._session.article
        if work is None or queue is None or article is None:
            return
        who, at = named(names, self._hand.called), now()

        def back(reason: str, note: str) -> None:
            verb = f"return the article to {who}"
            ids = [id_ for id_ in queue.articles() if id_ != article.id]
            if self._verbs.write(
                lambda: work.returned(verb, *names, reason=reason, note=note, by=self._verbs.by, at=at)
            ):
                self._on(ids, f"The article is back with {who}; no other waits for review.")

        usual = next(iter(self._verbs.reasons), "")
        self._verbs.ask(f"Why does the article go back to {who}?", usual, back, is_needed=True)

    def choose_side(self) -> None:
        """Take one of the sides of the case in hand, from a list of all."""
        work, case, project = self._hand.work, self._hand.at, self._session.project
        if work is None or case is None or project is None:
            self._session.noted.emit(NO_CASE)
            return
        if case.difference is Difference.ADDED:
            self._session.noted.emit(case_words.IS_ADDED)
            return
        rows = tuple(
            case_words.vote_told(vote, work.text, project.schema, self._hand.called) for vote in votes(case)
        )
        self.asked.emit(SheetQuestion("Which side is taken?", rows, lambda at: self._verbs.take_side(at[0])))

    def add_topic(self) -> None:
        """Add a topic that everybody missed, from a list of those that gold has not."""
        work, project = self._hand.work, self._session.project
        if work is None or project is None:
            self._session.noted.emit(NO_WORK)
            return
        held = {topic for made in (work.gold, *work.sets) for topic in made.topics}
        names = [name for name in project.schema.topics if name not in held]
        if not names:
            self._session.noted.emit("Every topic of the project is in gold, or a case, already.")
            return

        def add(at: tuple[int, ...]) -> None:
            self._verbs.add(Topic(names[at[0]]))

        self.asked.emit(SheetQuestion("Which topic was missed?", tuple(names), add))

    def reopen(self) -> None:
        """Open the article's review again."""
        if work := self._hand.work:
            self._end(lambda: work.reopened("reopen the review"), "reopen the review")
        else:
            self._session.noted.emit(NO_WORK)

    def _end(self, make: Callable[[], Edit], verb: str) -> None:
        """Write the edit, and say that it can be taken back."""
        if self._verbs.write(make):
            self._hand.read()
            self._session.noted.emit(f"Done: {verb}; {{key:undo}} takes it back.")

    def _on(self, ids: Sequence[str], nothing: str) -> None:
        """Open the first of the articles; say `nothing` when there is none."""
        if not ids or not next_article.open_article(self._session, ids[0]):
            self._hand.read()
            self._session.noted.emit(nothing)

    def _name(self, side: int) -> str:
        names = self._hand.sides or self._hand.names
        return names[min(side, len(names) - 1)] if names else ""
