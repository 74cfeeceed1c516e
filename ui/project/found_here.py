"""The answers to those who wait for suggestions: what was found that was not there before."""

from __future__ import annotations

from contextlib import suppress

from annotations.errors import UserError
from annotations.sheet import Sheet
from ui.open_project import OpenProject
from ui.wording import spans_and_facts

Seen = tuple[set[object], set[object]]
NOTHING = "Nothing new."
WAITS = "What was found is shown once the project can be written."


class FoundHere:
    """The articles that somebody waits for, each with what was suggested in it when they asked."""

    def __init__(self) -> None:
        self._before: dict[str, Seen] = {}

    def ask(self, article: str, sheet: Sheet) -> None:
        """Keep what is suggested in the article now."""
        self._before[article] = _seen(sheet)

    def is_awaited(self, article: str) -> bool:
        return article in self._before

    def forget(self) -> list[str]:
        """Wait for nothing any more; return the articles that nothing was said of."""
        left, self._before = list(self._before), {}
        return left

    def answer(self, opened: OpenProject, article: str) -> str:
        """Return the sentence on the article, of which the results are in its pool now."""
        before = self._before.pop(article)
        if opened.waiting:
            return WAITS
        is_here = opened.article is not None and opened.article.id == article
        with suppress(UserError):  # the article was removed
            now = _seen(opened.sheet if is_here else opened.project.sheet(article, opened.annotator))
            spans, facts = (len(after - earlier) for earlier, after in zip(before, now, strict=True))
            if spans + facts:
                where = "" if is_here else f" in “{opened.project.article(article).title or article}”"
                return f"{spans_and_facts(spans, facts)} found{where}."
        return nothing(opened)


def nothing(opened: OpenProject | None) -> str:
    """Return the sentence on nothing new; in another language than English with what does not work there."""
    if opened is None:
        return NOTHING
    from annotations.suggest.foretold import elsewhere  # the window starts without

    project = opened.project
    foreign = elsewhere(project.schema.pipeline, project.schema.language, project.folder)
    return " ".join(filter(None, (NOTHING, foreign)))


class FoundInNew:
    """The count of what is suggested in articles that were added, for the sentence on them."""

    def __init__(self) -> None:
        self.forget()

    def start(self, added: str) -> None:
        """Count from now on; `added` says what was added, "" for nothing that is worth an answer."""
        self._added, self._spans, self._facts = added, 0, 0

    def forget(self) -> None:
        """Owe no answer any more."""
        self.start("")

    def count(self, opened: OpenProject, article: str) -> None:
        """Count what the annotator has to decide in an article now: what came with it is no suggestion."""
        if self._added:
            with suppress(UserError):  # the article was removed
                spans, facts = _seen(opened.project.sheet(article, opened.annotator))
                self._spans, self._facts = self._spans + len(spans), self._facts + len(facts)

    def answer(self) -> str:
        """Return the sentence once everything was looked through; "" where none is owed, or nothing was found."""
        found = spans_and_facts(self._spans, self._facts)
        said = f"{self._added} {found} suggested." if self._added and found else ""
        self.forget()
        return said


def _seen(sheet: Sheet) -> Seen:
    """Return the undecided spans and facts by what they say."""
    spans: set[object] = {(span.start, span.end, span.label) for span in sheet.undecided}
    facts: set[object] = {(fact.type, fact.trigger, *fact.ranges()) for fact in sheet.undecided_facts()}
    return spans, facts
