"""Two copies of a project and packages between them: nothing lost, nothing overwritten, the log still whole."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotations import span_verbs
from annotations.articles import Article
from annotations.errors import StaleEdit, UserError
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Comment, Progress, State
from models.project import Project
from models.transfer import exchange, packing
from models.transfer.who import Answers
from tests.making import TEXT, annotators_of, arrive, edit, exported, put_articles, small_project, span
from tests.strategies import examples

OTHER = TEXT + " Again."


class Copies:
    """Copies of one project, each of which its annotator works in."""

    def __init__(self, folder: Path, names: str = "pq") -> None:
        self.folder, self.count = folder, 0
        self.of = {name: small_project(folder / name) for name in names}
        for project in self.of.values():
            put_articles(project, a=TEXT, b=OTHER)

    def close(self) -> None:
        for project in self.of.values():
            project.close()

    def send(self, one: str, other: str, *annotators: str):
        """Packs in one copy and merges in the other, where each name is one person at several machines."""
        self.count += 1
        out, who = self.folder / f"{self.count}.zip", annotators or ("anna",)
        exchange.pack(self.of[one], out, *who)
        return exchange.merge(self.of[other], out, by="rex", answers=Answers(same=who))

    def label(self, copy: str, start: int, end: int, name: str = "PERSON", article: str = "a") -> str:
        """The id of a new span of anna's."""
        at = self.of[copy].annotation_set(article, "anna")
        after = span_verbs.label(at, start, end, name, text=TEXT)
        edit(self.of[copy], "label", after)
        return next(iter(after.spans.keys() - at.spans.keys()))

    def drop(self, copy: str, id_: str) -> None:
        at = self.of[copy].annotation_set("a", "anna")
        edit(self.of[copy], "delete", span_verbs.reject(at, at.spans[id_]))

    def state(self, copy: str):
        return [made.state for made in packing.packed(self.of[copy].db, "anna")]


@pytest.fixture
def copies(tmp_path: Path):
    made = Copies(tmp_path)
    yield made
    made.close()


def test_one_annotators_work_arrives_whole(copies: Copies) -> None:
    p, q = copies.of["p"], copies.of["q"]
    made = AnnotationSet("a", "anna").having(
        span(0, 10, id_="s", entity="e1", origin="anna"),
        Fact("f", "ATTACK", (23, 27), (Role("actor", (Filler(0, 10, "s"),)),)),
        Comment("c", "which?", "anna", "2024-01-23T10:00:00Z", on="s"),
        Progress(State.DONE),
    )
    edit(p, "work", made)
    done = copies.send("p", "q")
    assert (done.sets, done.added, done.skipped) == (1, 4, [])
    assert q.annotation_set("a", "anna") == made
    assert exported(q) == exported(p)
    assert q.history.problems() == []


def test_merging_twice_changes_nothing_and_makes_no_backup(copies: Copies) -> None:
    copies.label("p", 0, 10)
    copies.send("p", "q")
    version = copies.of["q"].db.row("SELECT count(*) FROM event")
    done = copies.send("p", "q")
    assert (done.sets, done.added, done.unchanged) == (0, 0, 1)
    assert copies.of["q"].db.row("SELECT count(*) FROM event") == version
    assert len(list((copies.of["q"].folder / "backups").iterdir())) == 1


def test_both_copies_end_the_same_whoever_sends_first(copies: Copies) -> None:
    first = copies.label("p", 0, 10)
    copies.send("p", "q")
    copies.drop("q", first)
    copies.label("q", 18, 22, "ORG")
    copies.label("p", 28, 32, "GPE")
    copies.send("q", "p")
    copies.send("p", "q")
    assert copies.state("p") == copies.state("q")
    assert {s.label for s in copies.of["p"].annotation_set("a", "anna").spans.values()} == {"ORG", "GPE"}
    assert copies.of["p"].history.problems() + copies.of["q"].history.problems() == []


def test_a_later_edit_wins_over_an_earlier_deletion(copies: Copies) -> None:
    id_ = copies.label("p", 0, 10)
    copies.send("p", "q")
    copies.drop("p", id_)
    at = copies.of["q"].annotation_set("a", "anna")
    edit(copies.of["q"], "relabel", span_verbs.relabel(at, at.spans[id_], "ORG"))
    edit(copies.of["q"], "relabel", span_verbs.relabel(at, replace(at.spans[id_], label="ORG"), "GPE"))
    copies.send("q", "p")
    assert copies.of["p"].annotation_set("a", "anna").spans[id_].label == "GPE"


def test_an_import_counts_less_than_any_edit(copies: Copies) -> None:
    work = Record(
        Article("a", TEXT), AnnotationSet.of("a", "anna", [span(0, 10, id_="s"), Progress(State.STARTED)])
    )
    arrive(copies.of["p"], work)
    at = copies.of["p"].annotation_set("a", "anna")
    edit(copies.of["p"], "relabel", span_verbs.relabel(at, at.spans["s"], "ORG"))
    for _ in range(9):
        copies.label("q", 0, 10, article="b")
        copies.of["q"].undo("anna")
    arrive(copies.of["q"], work)
    copies.send("p", "q")
    assert copies.of["q"].annotation_set("a", "anna").spans["s"].label == "ORG"
    copies.send("q", "p")
    assert copies.of["p"].annotation_set("a", "anna").spans["s"].label == "ORG"


def test_a_merge_is_not_on_the_undo_stack_and_undo_after_it_is_checked(copies: Copies) -> None:
    id_ = copies.label("p", 0, 10)
    copies.send("p", "q")
    assert copies.of["q"].undo("anna") is copies.of["q"].undo("rex") is None
    copies.drop("q", id_)
    copies.send("q", "p")
    with pytest.raises(StaleEdit):
        copies.of["p"].undo("anna")


def test_an_article_with_another_text_is_named_and_left_alone(copies: Copies) -> None:
    p, q = copies.of["p"], copies.of["q"]
    put_articles(p, c="One text.", d="Only here.")
    put_articles(q, c="Another text.")
    for article in "cd":
        edit(p, "label", AnnotationSet(article, "anna").having(span(0, 3)))
    done = copies.send("p", "q")
    assert done.skipped == [("c", "c", "it has another text here"), ("d", "d", "it is not in this project")]
    assert annotators_of(q, "c") == []


def test_the_same_text_under_another_id_is_mapped_and_named(copies: Copies) -> None:
    p, q = copies.of["p"], copies.of["q"]
    put_articles(p, mine="One text.")
    put_articles(q, yours="One text.")
    edit(p, "label", AnnotationSet("mine", "anna").having(span(0, 3, id_="s")))
    done = copies.send("p", "q")
    assert done.mapped == [("mine", "yours")]
    assert set(q.annotation_set("yours", "anna").spans) == {"s"}
    assert q.history.problems() == []


def test_labels_that_the_schema_lacks_are_added_without_keys_and_named(copies: Copies) -> None:
    p = copies.of["p"]
    p.add_labels(["LAW", "UNUSED"])
    copies.label("p", 0, 10, "LAW")
    done = copies.send("p", "q")
    assert done.labels_added == ["LAW"]
    assert "Labels only there: LAW, UNUSED." in done.notices
    assert copies.of["q"].schema.labels["LAW"].key is None


def test_a_fact_whose_span_was_deleted_elsewhere_keeps_its_place_and_is_named(copies: Copies) -> None:
    q = copies.of["q"]
    id_ = copies.label("p", 0, 10)
    copies.send("p", "q")
    copies.drop("p", id_)
    at = q.annotation_set("a", "anna")
    edit(q, "put fact", at.having(Fact("f", "ATTACK", (23, 27), (Role("actor", (Filler(0, 10, id_),)),))))
    done = copies.send("p", "q")
    assert done.notices == [
        "anna on a: 1 fact refers to a span deleted in the other copy; its place is kept."
    ]
    assert f'"span": "{id_}"' not in exported(q)
    assert q.history.problems() == []


def test_a_package_that_reaches_behind_the_text_is_refused_and_nothing_changes(
    copies: Copies, tmp_path: Path
) -> None:
    p, q = copies.of["p"], copies.of["q"]
    edit(p, "label", AnnotationSet("a", "anna").having(span(0, 10)))
    edit(p, "label", AnnotationSet("b", "anna").having(span(40, 900)))
    before = exported(q)
    with pytest.raises(UserError, match="behind the end of b; nothing was changed"):
        copies.send("p", "q")
    assert exported(q) == before
    assert not (q.folder / "backups").exists()


def test_a_refused_package_leaves_the_project_as_it_was(copies: Copies, tmp_path: Path) -> None:
    q = copies.of["q"]
    copies.label("q", 0, 10)
    before = exported(q), (q.folder / "project.yaml").read_bytes()
    (tmp_path / "bad.zip").write_bytes(b"PK nonsense")
    with pytest.raises(UserError, match="Nothing was changed"):
        exchange.merge(q, tmp_path / "bad.zip", by="rex")
    assert (exported(q), (q.folder / "project.yaml").read_bytes()) == before


def test_there_is_a_backup_of_what_was_before(copies: Copies) -> None:
    copies.label("q", 18, 22, "ORG")
    before = exported(copies.of["q"])
    copies.label("p", 0, 10)
    copies.send("p", "q")
    (kept,) = (copies.of["q"].folder / "backups").glob("project-before-merge-*.db")
    shutil.copytree(copies.of["q"].folder, copies.folder / "again")
    shutil.copyfile(kept, copies.folder / "again" / "project.db")
    for name in ("project.db-wal", "project.db-shm"):
        (copies.folder / "again" / name).unlink(missing_ok=True)
    again = Project(copies.folder / "again")
    assert exported(again) == before
    again.close()


def test_work_goes_on_over_a_third_copy(tmp_path: Path) -> None:
    copies = Copies(tmp_path, "pqr")
    first = copies.label("p", 0, 10)
    copies.send("p", "q")
    copies.send("q", "r")
    copies.drop("r", first)
    copies.send("r", "p")
    assert copies.of["p"].annotation_set("a", "anna").spans == {}
    copies.close()


def test_what_was_merged_teaches_like_what_was_done_here(copies: Copies) -> None:
    copies.label("p", 0, 10)
    copies.send("p", "q")
    learned = [copies.of[name].learning.learned("anna", whole=True) for name in "pq"]
    assert learned[0] == learned[1] != copies.of["q"].learning.learned("rex")


def test_nobodys_work_cannot_be_packed(copies: Copies, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="nobody has no work in this project"):
        exchange.pack(copies.of["p"], tmp_path / "x.zip", "nobody")


PLACES = [(0, 10), (18, 22), (28, 32), (36, 43)]
actions = st.tuples(
    st.sampled_from("pqr"), st.sampled_from(["label", "drop", "send", "undo"]), st.integers(0, 3)
)


@settings(max_examples=examples(25))
@given(st.lists(actions, max_size=10))
def test_whatever_was_done_where_all_copies_end_the_same(tmp_path_factory, story) -> None:
    copies = Copies(tmp_path_factory.mktemp("copies"), "pqr")
    for copy, what, n in story:
        act(copies, copy, what, n)
    known = {key for name in "pqr" for state in copies.state(name) for key in state}
    for one in "pqrpqr":
        for other in "pqr":
            if one != other and copies.state(one):
                copies.send(one, other)
    assert copies.state("p") == copies.state("q") == copies.state("r")
    assert {key for state in copies.state("p") for key in state} == known
    assert [project.history.problems() for project in copies.of.values()] == [[], [], []]
    copies.close()


def act(copies: Copies, copy: str, what: str, n: int) -> None:
    spans = copies.of[copy].annotation_set("a", "anna").spans
    if what == "label" and not any((s.start, s.end) == PLACES[n] for s in spans.values()):
        copies.label(copy, *PLACES[n])
    elif what == "drop" and n < len(spans):
        copies.drop(copy, sorted(spans)[n])
    elif what == "send" and copies.state(copy):
        copies.send(copy, "pqr"["pqr".index(copy) - 1])
    elif what == "undo":
        try:
            copies.of[copy].undo("anna")
        except StaleEdit:
            return
