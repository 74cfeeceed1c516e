"""One name in several copies: one history is never asked about, two people are never mixed in silence."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from annotations import span_verbs
from annotations.articles import Article
from annotations.errors import UserError
from annotations.exchange import package
from annotations.formats.base import Record
from annotations.sets import GOLD, AnnotationSet, Decision, Progress, State
from models.project import Project
from models.transfer import exchange
from models.transfer.merging import Merged
from models.transfer.who import Answers, Unsaid
from tests.making import TEXT, annotators_of, arrive, edit, put_articles, small_project, span

OTHER = TEXT + " Again."
ONE_PERSON, TWO_PEOPLE = Answers(same=["anna"]), Answers(renames={"anna": "Anna B."})


class Copies:
    """Copies of one project by name, `lead` the first; each at a place of its own, as on another machine."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.sent = folder, 0
        self.of = {"lead": small_project(folder / "lead")}
        put_articles(self.of["lead"], a=TEXT, b=OTHER)

    def copy(self, new: str, of: str = "lead") -> None:
        self.of[of].close()
        shutil.copytree(self.of[of].folder, self.folder / new)
        self.of[of], self.of[new] = Project(self.of[of].folder), Project(self.folder / new)

    def move(self, name: str) -> None:
        self.of[name].close()
        self.of[name] = Project(self.of[name].folder.rename(self.folder / f"{name} moved"))

    def label(
        self, copy: str, start: int, label: str = "ORG", *, article: str = "a", who: str = "anna"
    ) -> None:
        at = self.of[copy].annotation_set(article, who)
        edit(self.of[copy], "label", span_verbs.label(at, start, start + 4, label, text=OTHER))

    def pack(self, copy: str, *annotators: str) -> Path:
        self.sent += 1
        exchange.pack(self.of[copy], out := self.folder / f"{self.sent}.zip", *(annotators or ("anna",)))
        return out

    def merge(self, copy: str, out: Path, answers: Answers | None = None) -> Merged:
        return exchange.merge(self.of[copy], out, by="rex", answers=answers)

    def send(self, one: str, other: str, *annotators: str, answers: Answers | None = None) -> Merged:
        return self.merge(other, self.pack(one, *annotators), answers)

    def starts(self, copy: str, who: str = "anna", article: str = "a") -> list[int]:
        return sorted(span.start for span in self.of[copy].annotation_set(article, who).spans.values())


@pytest.fixture
def copies(tmp_path: Path):
    made = Copies(tmp_path)
    yield made
    for project in made.of.values():
        project.close()


@pytest.fixture
def two(copies: Copies) -> Copies:
    """Anna's work came to the lead; somebody else called anna has worked in another copy."""
    copies.copy("a")
    copies.copy("b")
    copies.label("a", 0)
    copies.label("b", 11)
    assert copies.send("a", "lead").asked == []
    return copies


# --- one history


def test_work_that_comes_again_is_not_asked_about_older_or_newer(copies: Copies) -> None:
    copies.copy("a")
    copies.label("a", 0)
    first = copies.pack("a")
    copies.label("a", 11)
    assert copies.send("a", "lead").asked == []
    assert copies.merge("lead", first).asked == []
    copies.label("a", 18)
    assert copies.send("a", "lead").asked == []
    assert copies.starts("lead") == [0, 11, 18]


def test_a_project_that_was_moved_or_copied_goes_on_as_one(copies: Copies) -> None:
    copies.label("lead", 0)
    copies.copy("a")
    copies.label("a", 11)
    copies.send("a", "lead")
    copies.move("a")
    copies.label("a", 18, article="b")
    assert copies.send("a", "lead").asked == []
    assert (copies.starts("lead"), copies.starts("lead", article="b")) == ([0, 11], [18])


def test_work_that_went_through_a_third_copy_is_known_again(copies: Copies) -> None:
    for name in "ab":
        copies.copy(name)
    copies.label("a", 0)
    copies.send("a", "b")
    copies.label("a", 11)
    copies.send("a", "lead")
    assert copies.send("b", "lead").asked == []
    copies.send("lead", "b")
    assert copies.send("b", "a").asked == []
    assert copies.starts("a") == copies.starts("b") == [0, 11]


def test_what_others_did_to_somebodys_work_is_no_sign_of_two_people(copies: Copies) -> None:
    copies.copy("a")
    copies.label("a", 0)
    copies.send("a", "lead")
    at = copies.of["lead"].annotation_set("a", "anna")
    edit(copies.of["lead"], "return", at.having(Progress(State.RETURNED)), by="rex")
    copies.label("a", 11)
    assert copies.send("a", "lead").asked == copies.send("lead", "a").asked == []
    assert copies.starts("lead") == copies.starts("a") == [0, 11]


def test_one_file_imported_in_two_copies_is_one_work(copies: Copies) -> None:
    work = Record(Article("a", TEXT), AnnotationSet.of("a", "anna", [span(0, 10, id_="s"), span(18, 22)]))
    copies.copy("a")
    for name in ("lead", "a"):
        arrive(copies.of[name], work)
    copies.label("a", 11)
    assert copies.send("a", "lead").asked == []
    assert copies.starts("lead") == [0, 11, 18]


# --- two


def test_two_people_of_one_name_are_not_mixed_in_silence(two: Copies) -> None:
    done = two.send("b", "lead")
    assert (done.asked, done.sets) == ([Unsaid("anna", here=1, there=1)], 0)
    assert two.starts("lead") == [0]
    assert two.send("b", "lead").asked == done.asked


def test_it_is_asked_although_they_worked_on_different_articles(copies: Copies) -> None:
    copies.copy("a")
    copies.label("lead", 0)
    copies.label("a", 0, article="b")
    assert [question.name for question in copies.send("a", "lead").asked] == ["anna"]
    assert copies.starts("lead", article="b") == []


def test_one_person_at_two_machines_is_asked_about_once(two: Copies) -> None:
    assert two.send("b", "lead", answers=ONE_PERSON).asked == []
    assert two.starts("lead") == [0, 11]
    two.label("b", 18)
    two.label("a", 23)
    assert two.send("a", "lead").asked == two.send("b", "lead").asked == []
    assert two.send("lead", "a").asked == two.send("lead", "b").asked == []
    two.label("b", 28)
    assert two.send("b", "a").asked == []


def test_what_was_said_of_a_copy_holds_when_its_project_is_moved(two: Copies) -> None:
    two.send("b", "lead", answers=ONE_PERSON)
    two.move("b")
    two.label("b", 18)
    two.label("a", 23)
    assert two.send("a", "lead").asked == two.send("b", "lead").asked == []


def test_a_third_copy_is_asked_about_by_itself(two: Copies) -> None:
    two.send("b", "lead", answers=ONE_PERSON)
    two.of["c"] = small_project(two.folder / "c")
    put_articles(two.of["c"], a=TEXT)
    two.label("c", 18)
    assert [question.name for question in two.send("c", "lead").asked] == ["anna"]


def test_another_person_gets_another_name_also_later(two: Copies) -> None:
    done = two.send("b", "lead", answers=TWO_PEOPLE)
    assert (done.asked, done.renamed) == ([], {"anna": "Anna B."})
    two.label("b", 18)
    two.label("a", 23)
    assert two.send("b", "lead").renamed == {"anna": "Anna B."}
    assert two.send("a", "lead").renamed == {}
    assert (two.starts("lead"), two.starts("lead", "Anna B.")) == ([0, 23], [11, 18])
    assert two.of["lead"].history.problems() == []
    assert two.send("b", "lead").sets == 0


def test_a_new_name_must_be_free_and_an_answer_about_somebody_there(two: Copies) -> None:
    two.label("lead", 0, who="ben")
    for answers, sentence in (
        (Answers(renames={"anna": "ben"}), "ben has work here already"),
        (Answers(renames={"cy": "dee"}), "no work of cy"),
        (Answers(same=["cy"]), "no work of cy"),
    ):
        with pytest.raises(UserError, match=sentence):
            two.send("b", "lead", answers=answers)
    assert (two.starts("lead"), annotators_of(two.of["lead"], "a")) == ([0], ["anna", "ben"])


def test_work_that_is_here_under_another_name_is_not_doubled(two: Copies) -> None:
    two.send("b", "lead", answers=TWO_PEOPLE)
    done = two.send("lead", "b", "Anna B.")
    assert done.asked == [Unsaid("Anna B.", here=1, there=1, called="anna")]
    assert annotators_of(two.of["b"], "a") == ["anna"]
    two.send("lead", "b", "Anna B.", answers=Answers(renames={"Anna B.": "anna"}))
    assert two.send("lead", "b", "Anna B.").asked == []
    assert annotators_of(two.of["b"], "a") == ["anna"]


def test_other_work_imported_under_one_name_is_asked_about(copies: Copies) -> None:
    copies.copy("a")
    for name, made in (("lead", span(0, 10, id_="s")), ("a", span(0, 10, "ORG", id_="t"))):
        arrive(copies.of[name], Record(Article("a", TEXT), AnnotationSet.of("a", "anna", [made])))
    assert copies.send("a", "lead").asked == [Unsaid("anna", 1, 1)]
    assert copies.send("a", "lead", answers=TWO_PEOPLE).asked == []
    assert copies.send("a", "lead").renamed == {"anna": "Anna B."}
    assert annotators_of(copies.of["lead"], "a") == ["Anna B.", "anna"]


def test_two_reviewers_of_one_name_are_asked_about_as_well(copies: Copies) -> None:
    copies.copy("a")
    for name in ("lead", "a"):
        made = AnnotationSet.of("a", GOLD, [Decision(name, "take anna", by="rex")])
        edit(copies.of[name], "decide", made, by="rex")
    assert copies.send("a", "lead", GOLD).asked == [Unsaid("rex", 1, 1)]
    done = copies.send("a", "lead", GOLD, answers=Answers(renames={"rex": "Rex A."}))
    gold = copies.of["lead"].annotation_set("a", GOLD).items["decision"]
    assert (done.asked, {id_: said.by for id_, said in gold.items()}) == ([], {"lead": "rex", "a": "Rex A."})


# --- older packages


def old(copies: Copies, *names: str) -> None:
    """Make all that was done in those copies older than the ids of copies."""
    for name in names:
        copies.of[name].db.run("UPDATE event SET copy = NULL")


def test_packages_without_ids_are_merged_as_before(two: Copies) -> None:
    two.label("b", 18)
    old(two, "a", "b", "lead")
    _, sets = package.read(two.pack("a"))
    assert {event.copy for made in sets for event in made.events.values()} == {""}
    assert two.send("a", "lead").asked == []
    two.label("a", 23)
    assert two.send("a", "lead").asked == []


def test_packages_without_ids_are_asked_about_where_both_have_something(two: Copies) -> None:
    old(two, "a", "b", "lead")
    assert two.send("b", "lead").asked == [Unsaid("anna", 1, 1)]
    assert two.send("b", "lead", answers=ONE_PERSON).asked == []
    two.label("b", 18)
    old(two, "b")
    assert two.send("b", "lead").asked == []
