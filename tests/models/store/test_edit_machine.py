"""Any sequence of verbs, undos, redos and reopenings leaves rows, sets in memory and event log agreeing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from annotations import fact_verbs, span_verbs
from annotations.edits import Edit
from annotations.errors import StaleEdit, UserError
from annotations.facts import Fact, Filler, Role
from annotations.sets import AnnotationSet
from annotations.sheet import Sheet
from annotations.spans import Span, Status, derived_id, new_id
from models.project import Project
from tests.making import exported, put_articles, small_project, suggested
from tests.strategies import examples

TEXT = "Ann saw Bob in Rome. Ann met Cy 👩‍🚀 and Dee."
NAMES = ["PERSON", "ORG", "GPE"]
sets = st.tuples(st.sampled_from(["a", "b"]), st.sampled_from(["anna", "bob"]))
people = st.sampled_from([None, None, None, "anna", "bob"])  # None: the set's own annotator
bounds = st.tuples(st.integers(0, len(TEXT) - 1), st.integers(1, 12))


class Machine(RuleBasedStateMachine):
    @initialize(alone=st.booleans())
    def begin(self, alone: bool) -> None:
        self.alone = alone  # whether everybody keeps to their own sets
        self.folder = TemporaryDirectory()
        self.project = small_project(Path(self.folder.name) / "p")
        put_articles(self.project, a=TEXT, b=TEXT + " Again.")
        self.fill_pool("a", 3)
        keys = [(article, who) for article in "ab" for who in ("anna", "bob")]
        self.sheets = {key: self.project.sheet(*key) for key in keys}
        self.done: dict[str, list[Edit]] = {"anna": [], "bob": []}
        self.undone: dict[str, list[Edit]] = {"anna": [], "bob": []}
        self.first = exported(self.project)
        self.pools_then = {"a": self.project.pool("a"), "b": []}

    def teardown(self) -> None:
        if not hasattr(self, "project"):
            return
        while any(self.step(by, self.done, self.undone, back=True) for by in self.done):
            pass
        if self.alone:
            assert self.done == {"anna": [], "bob": []}
            self.project.set_pools(self.pools_then.items(), by="en_news")
            self.project.set_facts([("a", []), ("b", [])])
            assert exported(self.project) == self.first
        assert self.project.history.problems() == []
        self.project.close()
        self.folder.cleanup()

    # --- what people do

    def act(self, key: tuple[str, str], verb: str, by: str | None, after: AnnotationSet) -> None:
        by, sheet = key[1] if self.alone or by is None else by, self.sheets[key]
        edit = Edit.between(verb, sheet.set, after)
        self.project.apply(edit, by=by)
        if edit:
            sheet.apply(edit.changes[0])
            self.done[by].append(edit)
            self.undone[by].clear()

    def try_(
        self, key: tuple[str, str], verb: str, by: str | None, do: Callable[[AnnotationSet], AnnotationSet]
    ) -> None:
        """Does it, unless the same is labelled so already."""
        try:
            after = do(self.sheets[key].set)
        except UserError as error:
            if "is labelled" in str(error):
                return
            raise
        self.act(key, verb, by, after)

    def pick(self, key: tuple[str, str], n: int) -> Span | None:
        seen = list(self.sheets[key])
        return seen[n % len(seen)] if seen else None

    @rule(
        key=sets,
        n=st.integers(0, 9),
        by=people,
        verb=st.sampled_from([span_verbs.confirm, span_verbs.reject]),
    )
    def confirm_or_reject(self, key, n, by, verb) -> None:
        if span := self.pick(key, n):
            self.act(key, verb.__name__, by, verb(self.sheets[key].set, span))

    @rule(key=sets, n=st.integers(0, 9), by=people, name=st.sampled_from(NAMES))
    def relabel(self, key, n, by, name) -> None:
        if span := self.pick(key, n):
            self.try_(key, "relabel", by, lambda to: span_verbs.relabel(to, span, name))

    @rule(key=sets, n=st.integers(0, 9), by=people, at=bounds)
    def move(self, key, n, by, at) -> None:
        start, end = at[0], min(at[0] + at[1], len(TEXT))
        if span := self.pick(key, n):
            self.try_(key, "move", by, lambda to: span_verbs.move(to, span, start, end, text=TEXT))

    @rule(key=sets, by=people, at=bounds, name=st.sampled_from(NAMES))
    def label(self, key, by, at, name) -> None:
        try:
            after = span_verbs.label(self.sheets[key].set, at[0], sum(at), name, text=TEXT)
        except UserError:
            return  # white space, or there already
        self.act(key, "label", by, after)

    @rule(key=sets, by=people, n=st.lists(st.integers(0, 9), max_size=3), bare=bounds)
    def put_fact(self, key, by, n, bare) -> None:
        spans = [span for i in n if (span := self.pick(key, i))]
        fillers = [Filler(span.start, span.end, span.id) for span in spans] + [Filler(bare[0], sum(bare))]
        fact = Fact(new_id(), "ATTACK", roles=(Role("actor", tuple(fillers)),), origin="rule")
        self.act(key, "put fact", by, span_verbs.put_fact(self.sheets[key].set, fact, spans))

    @rule(key=sets, by=people, n=st.integers(0, 9))
    def drop_fact(self, key, by, n) -> None:
        there = list(self.sheets[key].set.facts.values())
        if there:
            self.act(key, "drop", by, span_verbs.drop_fact(self.sheets[key].set, there[n % len(there)]))

    @rule(key=sets, by=people, n=st.integers(0, 9), reject=st.booleans())
    def decide_fact(self, key, by, n, reject) -> None:
        """Confirms a fact with the undecided spans that fill it, or rejects it."""
        sheet = self.sheets[key]
        if facts := sheet.facts():
            fact = facts[n % len(facts)]
            confirmed = fact_verbs.confirm_fact(sheet.set, fact, sheet.fillers_of(fact))
            self.act(key, "fact", by, fact_verbs.reject_fact(sheet.set, fact) if reject else confirmed)

    @rule(key=sets, by=people, n=st.integers(0, 9), add=st.integers(0, 9), empty=st.booleans())
    def change_fact(self, key, by, n, add, empty) -> None:
        """Takes a fact's fillers out, which may end it, or adds one."""
        sheet, span = self.sheets[key], self.pick(key, add)
        for fact in sheet.facts()[n % 3 :][:1]:
            filled = fact_verbs.filled(fact, "target", *([fact_verbs.filler_of(span)] if span else []))
            bare = replace(fact, roles=(), trigger=fact.trigger if add % 2 else None)
            spans = [span] if span else []
            self.act(key, "change", by, fact_verbs.change_fact(sheet.set, bare if empty else filled, spans))

    @rule(article=st.sampled_from("ab"), starts=st.lists(st.integers(0, 9), max_size=3, unique=True))
    def replace_pooled_facts(self, article: str, starts: list[int]) -> None:
        pool = [item for item in self.project.pool(article) if isinstance(item, Span)]
        facts = [proposed(article, start, pool) for start in starts]
        self.project.set_facts([(article, facts)])
        for key in self.sheets:
            if key[0] == article:
                self.sheets[key] = self.project.sheet(*key)

    @rule(key=sets, by=people, name=st.sampled_from(["War", "Oil"]))
    def toggle_topic(self, key, by, name) -> None:
        self.act(key, f"topic {name}", by, span_verbs.toggle_topic(self.sheets[key].set, name))

    @rule(key=sets, by=people)
    def skip(self, key, by) -> None:
        self.act(key, "skip", by, span_verbs.skip(self.sheets[key].set, "a duplicate"))

    @rule(key=sets, by=people, verb=st.sampled_from([span_verbs.finish, span_verbs.reopen]))
    def finish_or_reopen(self, key, by, verb) -> None:
        self.act(key, verb.__name__, by, verb(self.sheets[key].set))

    # --- back and forth

    def step(self, by: str, source: dict, target: dict, *, back: bool) -> bool:
        """Whether the project did what the model says that it must."""
        edit = source[by][-1] if source[by] else None
        wanted = edit and (edit.inverse() if back else edit)
        call = self.project.undo if back else self.project.redo
        try:
            found = call(by)
        except StaleEdit:
            assert wanted is not None
            assert not self.alone
            assert self.refused(wanted)
            return False
        assert parts(found) == parts(wanted)
        if found:
            self.sheets[found.changes[0].article, found.changes[0].annotator].apply(found.changes[0])
            target[by].append(source[by].pop())
        return found is not None

    def refused(self, edit: Edit) -> bool:
        """Whether rows were touched since, or a fact would lose a span it refers to."""
        change = edit.changes[0]
        try:
            after = change.applied(self.sheets[change.article, change.annotator].set)
        except StaleEdit:
            return True
        return not whole(after)

    @rule(by=st.sampled_from(["anna", "bob"]))
    def undo(self, by) -> None:
        self.step(by, self.done, self.undone, back=True)

    @rule(by=st.sampled_from(["anna", "bob"]))
    def redo(self, by) -> None:
        self.step(by, self.undone, self.done, back=False)

    @rule()
    def close_and_reopen(self) -> None:
        self.project.close()
        self.project = Project(self.project.folder)
        self.sheets = {key: self.project.sheet(*key) for key in self.sheets}

    @rule(article=st.sampled_from("ab"), seed=st.integers(0, 5))
    def replace_pool(self, article: str, seed: int) -> None:
        self.fill_pool(article, seed)
        for key in self.sheets:
            if key[0] == article:
                self.sheets[key] = Sheet(self.project.pool(article), self.sheets[key].set)

    def fill_pool(self, article: str, seed: int) -> list[Span]:
        starts = [(seed * 3 + i * 7) % (len(TEXT) - 8) for i in range(4)]
        made = [(start, start + 2 + (seed + i) % 5, NAMES[i % 3]) for i, start in enumerate(starts)]
        pool = [suggested(*at, id_=derived_id(article, *at)) for at in made]
        self.project.set_pools([(article, pool)], by="en_news")
        return pool

    # --- what always holds

    @invariant()
    def rows_model_and_log_agree(self) -> None:
        for key, sheet in self.sheets.items():
            assert self.project.annotation_set(*key) == sheet.set == self.project.history.replay(*key)

    @invariant()
    def the_sheet_is_what_one_built_anew_is(self) -> None:
        for key, sheet in self.sheets.items():
            assert list(self.project.sheet(*key)) == list(sheet)
            assert self.project.sheet(*key).facts() == sheet.facts()

    @invariant()
    def facts_refer_to_confirmed_spans_only(self) -> None:
        assert all(whole(sheet.set) for sheet in self.sheets.values())

    @invariant()
    def undecided_facts_refer_to_spans_that_are_seen_and_hold_something(self) -> None:
        for sheet in self.sheets.values():
            seen = {span.id for span in sheet}
            assert all(fact.span_ids() <= seen and not fact.is_empty() for fact in sheet.facts())

    @invariant()
    def the_next_undo_is_the_latest_edit(self) -> None:
        for by, edits in self.done.items():
            assert self.project.history.next_undo(by) == (edits[-1].verb if edits else None)
            redo = self.undone[by]
            assert self.project.history.next_redo(by) == (redo[-1].verb if redo else None)


def parts(edit: Edit | None) -> list:
    """What the edit says, whatever the order of its items."""
    return [(c.article, c.annotator, set(c.removed), set(c.added)) for c in (edit.changes if edit else ())]


def proposed(article: str, start: int, spans: list[Span]) -> Fact:
    """A suggested fact on those spans; one in three has no trigger."""
    fillers = tuple(Filler(span.start, span.end, span.id) for span in spans[: start % 3 + 1])
    trigger = (start, start + 2) if start % 3 else None
    roles = (Role("actor", fillers or (Filler(start, start + 3),)),)
    id_ = derived_id(article, "fact", start)
    return Fact(id_, "ATTACK", trigger, roles, status=Status.SUGGESTED, origin="rule")


def whole(made: AnnotationSet) -> bool:
    confirmed = {span.id for span in made.spans.values() if span.status is Status.CONFIRMED}
    return all(fact.span_ids() <= confirmed for fact in made.facts.values())


TestMachine = Machine.TestCase
TestMachine.settings = settings(
    max_examples=examples(60), stateful_step_count=30, deadline=None, suppress_health_check=list(HealthCheck)
)
