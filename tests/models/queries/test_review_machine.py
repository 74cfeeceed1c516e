"""Any sequence of decisions, undos and redos leaves gold, queue and event log agreeing."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotations.facts import Fact, Filler, Role
from annotations.review import decisions
from annotations.review.cases import Case
from annotations.sets import GOLD, AnnotationSet, Progress, State
from models.queries.review_queue import ReviewQueue
from tests.making import TEXT, edit, put_articles, small_project, span
from tests.strategies import examples

WORK = {
    "anna": [span(0, 10, id_="s"), span(18, 22, "ORG", id_="n"), Fact("f", "LEFT", (23, 27), (Role("who", (Filler(0, 10, "s"),)),))],
    "ben": [span(0, 5, id_="s"), span(28, 32, "GPE", id_="o"), Fact("g", "LEFT", (23, 27))],
}  # fmt: skip


class Machine(RuleBasedStateMachine):
    @initialize()
    def begin(self) -> None:
        self.folder = TemporaryDirectory()
        self.project = small_project(Path(self.folder.name) / "p")
        put_articles(self.project, a=TEXT, b=TEXT + " Again.")
        for who, items in WORK.items():
            for article in "ab":
                edit(self.project, "work", AnnotationSet(article, who).having(*items, Progress(State.DONE)))
        self.queue = ReviewQueue(self.project, ["anna", "ben"])
        self.golds: list[dict[str, AnnotationSet]] = [self.gold()]
        self.at = 0

    def teardown(self) -> None:
        if hasattr(self, "project"):
            while self.project.undo("rex"):
                pass
            assert self.gold() == self.golds[0]
            self.project.close()
            self.folder.cleanup()

    def gold(self) -> dict[str, AnnotationSet]:
        return {article: self.project.annotation_set(article, GOLD) for article in "ab"}

    def apply(self, article: str, verb: str, after: AnnotationSet) -> None:
        if made := self.queue.work(article).step(verb, after):
            self.project.apply(made, by="rex")
            del self.golds[self.at + 1 :]
            self.golds.append(self.gold())
            self.at += 1

    def pick(self, n: int) -> Case:
        cases = [case for article in "ab" for case in self.queue.comparison(article).cases]
        return cases[n % len(cases)]

    @rule(n=st.integers(0, 20), who=st.sampled_from(["anna", "ben"]))
    def take(self, n, who) -> None:
        case = self.pick(n)
        self.apply(
            case.article,
            "take",
            decisions.take(self.project.annotation_set(case.article, GOLD), case, who, by="rex"),
        )

    @rule(n=st.integers(0, 20), both=st.booleans())
    def take_both_or_neither(self, n, both) -> None:
        case, gold = self.pick(n), self.project.annotation_set(self.pick(n).article, GOLD)
        if both:
            after = decisions.take_both(gold, case, by="rex")
        else:
            after = decisions.take_neither(gold, case, by="rex", reason="missed")
        self.apply(case.article, "decide", after)

    @rule(article=st.sampled_from("ab"), who=st.sampled_from(["anna", "ben"]))
    def take_the_rest(self, article, who) -> None:
        gold = self.project.annotation_set(article, GOLD)
        self.apply(article, "take all", decisions.take_all(gold, self.queue.open(article), who, by="rex"))

    @rule()
    def undo(self) -> None:
        found = self.project.undo("rex")
        assert (found is not None) == (self.at > 0)
        self.at -= found is not None

    @rule()
    def redo(self) -> None:
        found = self.project.redo("rex")
        assert (found is not None) == (self.at + 1 < len(self.golds))
        self.at += found is not None

    @invariant()
    def rows_are_the_gold_that_was_decided(self) -> None:
        if hasattr(self, "golds"):
            assert self.gold() == self.golds[self.at]
            assert self.project.history.problems() == []

    @invariant()
    def the_queue_holds_what_is_not_decided(self) -> None:
        for article in "ab" if hasattr(self, "golds") else "":
            fresh = ReviewQueue(self.project, ["anna", "ben"])
            assert self.queue.open(article) == fresh.open(article)
            decided = {said.case for said in decisions.all_of(self.golds[self.at][article])}
            assert all(case.key not in decided for case in self.queue.open(article))

    @invariant()
    def a_fact_refers_to_spans_of_the_gold_only(self) -> None:
        for gold in self.golds[self.at].values() if hasattr(self, "golds") else ():
            assert all(fact.span_ids() <= gold.spans.keys() for fact in gold.facts.values())


TestMachine = Machine.TestCase
TestMachine.settings = settings(max_examples=examples(15), stateful_step_count=15)
