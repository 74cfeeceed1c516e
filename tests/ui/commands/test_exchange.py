"""The commands of two people, as they type them."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from annotations.errors import UserError
from annotations.exchange import package
from annotations.review import decisions, set_states
from annotations.review.comparing import compare
from annotations.sets import GOLD, Progress, State
from models.project import Project
from models.transfer import exchange
from tests.annotations.review.golds import settled
from tests.making import TEXT, edit
from tests.templates import copied
from tests.ui.commands.commands import run, said

SPANS = {"anna": [(0, 10, "PERSON"), (28, 32, "GPE")], "ben": [(0, 10, "ORG"), (28, 32, "GPE")]}

DAMAGED = "This package was not taken: it may be damaged (ValueError: list.remove(x): x not in list). Nothing was changed."


def line(article: str, who: str, spans: list) -> dict:
    marks = [{"start": s, "end": e, "label": name} for s, e, name in spans]
    return {"id": article, "text": TEXT + article, "annotator": who, "state": "done", "spans": marks}


def project(folder: Path, *people: str) -> Path:
    """A project in which those people have marked two articles."""
    return copied(folder.parent, marked, folder.name, *people) / folder.name


def marked(place: Path, name: str, *people: str) -> None:
    folder = place / name
    lines = [line(article, who, SPANS[who]) for article in "ab" for who in people]
    lines += [] if people else [{"id": article, "text": TEXT + article} for article in "ab"]
    source = folder.with_suffix(".jsonl")
    source.write_text("".join(json.dumps(value) + "\n" for value in lines), "utf-8")
    assert run("new", folder) == run("import", folder, source) == 0


@pytest.fixture
def both(tmp_path: Path) -> Path:
    return project(tmp_path / "both", "anna", "ben")


def test_work_goes_from_one_copy_to_another(tmp_path: Path, capsys) -> None:
    mine, theirs, out = project(tmp_path / "p", "anna"), project(tmp_path / "q", "ben"), tmp_path / "anna.zip"
    assert said(capsys, "pack", mine, out, "--annotator", "anna")["sets"] == 2
    done = said(capsys, "merge", theirs, out)
    assert (done["sets"], done["items"]["added"], done["skipped"]) == (2, 6, [])
    assert said(capsys, "merge", theirs, out)["unchanged"] == 2
    assert said(capsys, "check", theirs)["whole"] is True


def test_what_does_not_fit_is_named(tmp_path: Path, capsys) -> None:
    mine, out = project(tmp_path / "p", "anna"), tmp_path / "anna.zip"
    assert run("new", tmp_path / "q") == run("pack", mine, out, "--annotator", "anna") == 0
    capsys.readouterr()
    assert run("merge", tmp_path / "q", out) == 0
    text = capsys.readouterr().out
    assert "Merged 0 pieces of work" in text
    assert "(a): it is not in this project." in text


def test_a_bad_package_is_one_sentence_and_changes_nothing(both: Path, tmp_path: Path, capsys) -> None:
    (tmp_path / "bad.zip").write_text("no zip at all " * 9)
    before = said(capsys, "agreement", both, "anna", "ben")
    assert run("merge", both, tmp_path / "bad.zip") == 1
    assert "bad.zip: This package was not taken" in capsys.readouterr().err
    assert said(capsys, "agreement", both, "anna", "ben") == before
    assert not (both / "backups").exists()


def test_what_fails_half_way_through_a_package_is_one_sentence_and_changes_nothing(
    tmp_path: Path, capsys
) -> None:
    mine, theirs, out = project(tmp_path / "p", "anna"), project(tmp_path / "q", "ben"), tmp_path / "anna.zip"
    said(capsys, "pack", mine, out, "--annotator", "anna")
    with closing(Project(theirs)) as at:
        with pytest.raises(UserError) as caught:
            exchange.merge(at, out, by="ben", tick=lambda sets: [].remove(sets))
        assert list(at.sheet("a", "anna").set) == []
    assert str(caught.value) == f"{out}: {DAMAGED}"
    assert said(capsys, "check", theirs)["whole"] is True


def test_articles_are_given_out_by_per_cent(both: Path, capsys) -> None:
    found = said(capsys, "assign", both, "anna", "ben", "--overlap", 50, "--seed", 5)
    assert found["given"] == 2
    assert sum(found["annotators"].values()) == 3
    assert said(capsys, "assign", both, "anna", "--again")["annotators"] == {"anna": 2}


def test_agreement_has_the_figures_by_name(both: Path, capsys) -> None:
    found = said(capsys, "agreement", both, "anna", "ben")
    assert found["spans"]["exact"]["micro"]["f1"] == found["spans"]["overlap"]["micro"]["f1"] == 0.5
    assert found["spans"]["unlabelled"]["micro"]["f1"] == 1.0
    assert 0 < found["tokens"]["kappa"] < 1
    assert found["alpha"]["unitizing"]["GPE"] == 1.0
    assert found["alpha"]["nominal"] < 1
    assert (found["articles"], found["facts"]["type"]["micro"]["f1"]) == ({"done": 2}, None)


def test_agreement_can_be_read(both: Path, capsys) -> None:
    capsys.readouterr()
    assert run("agreement", both, "anna", "ben") == 0
    out = capsys.readouterr().out
    assert "anna and ben on 2 articles (2 done), " in out
    assert "nan" not in out


def reviewed(folder: Path) -> None:
    """The reviewer takes ben's label on article a, and approves."""
    at = Project(folder)
    sets = [at.annotation_set("a", who) for who in ("anna", "ben")]
    gold = decisions.take(
        at.annotation_set("a", GOLD), compare(sets).cases[0], "ben", by="rex", note="why not"
    )
    edit(at, "take ben", set_states.approve(settled(gold, *sets)), by="rex")
    at.close()


def test_feedback_is_markdown_json_or_a_package(both: Path, tmp_path: Path, capsys) -> None:
    reviewed(both)
    found = said(capsys, "feedback", both, "anna", tmp_path / "f.md")
    assert (found["corrections"], found["articles"]) == (1, 1)
    assert "PERSON is ORG: wrong label. why not (rex)" in (tmp_path / "f.md").read_text("utf-8")
    assert (
        run("feedback", both, "anna", tmp_path / "f.json")
        == run("feedback", both, "anna", tmp_path / "f.zip")
        == 0
    )
    assert json.loads((tmp_path / "f.json").read_text("utf-8"))["annotator"] == "anna"
    mine = project(tmp_path / "p", "anna")
    assert said(capsys, "merge", mine, tmp_path / "f.zip")["sets"] == 1
    assert said(capsys, "feedback", mine, "anna", tmp_path / "again.md")["corrections"] == 1


def test_soft_labels_leave_in_one_line_an_article(both: Path, tmp_path: Path) -> None:
    assert run("export", both, tmp_path / "s.jsonl", "--format", "jsonl", "--soft") == 0
    lines = [json.loads(text) for text in (tmp_path / "s.jsonl").read_text("utf-8").splitlines()]
    assert [len(line["spans"]) for line in lines] == [3, 3]
    assert {s["label"]: s["agreement"]["share"] for s in lines[0]["spans"]} == {
        "PERSON": 0.5,
        "ORG": 0.5,
        "GPE": 1.0,
    }
    assert run("export", both, tmp_path / "s.jsonl", "--format", "prodigy", "--soft") == 2
    assert (
        run("export", both, tmp_path / "s.jsonl", "--format", "jsonl", "--annotator", "anna", "--soft") == 2
    )


def test_soft_labels_are_compared_with_the_last_soft_labels(both: Path, tmp_path: Path, capsys) -> None:
    words = ("export", both, tmp_path / "s.jsonl", "--format", "jsonl")
    said(capsys, *words)
    soft = [said(capsys, *words, "--soft")["since_last_export"] for _ in range(2)]
    assert [(since["new"]["count"], since["gone"]["count"]) for since in soft] == [(2, 0), (0, 0)]


def test_a_package_of_feedback_holds_nothing_of_an_open_review(both: Path, tmp_path: Path, capsys) -> None:
    reviewed(both)
    at = Project(both)
    found = compare([at.annotation_set("b", "anna"), at.annotation_set("b", "ben")])
    gold = decisions.take_all(at.annotation_set("b", GOLD), found.cases, "ben", by="rex")
    edit(at, "take ben", gold.having(Progress(State.STARTED)), by="rex")
    at.close()
    assert said(capsys, "feedback", both, "anna", tmp_path / "f.fm")["articles"] == 1
    _, sets = package.read(tmp_path / "f.fm")
    assert [(one.article, one.annotator) for one in sets] == [("a", "anna"), ("a", GOLD)]


def test_where_no_review_is_over_there_is_no_package(both: Path, tmp_path: Path, capsys) -> None:
    assert run("feedback", both, "anna", tmp_path / "f.fm") == 1
    assert "No review of anna's work is over and none was returned" in capsys.readouterr().err


OUTS = [("pack", "x.zip", "--annotator", "anna"), ("feedback", "anna", "x.md")]
OUTS += [("feedback", "anna", "x.json"), ("feedback", "anna", "x.zip")]


@pytest.mark.parametrize("words", OUTS, ids=" ".join)
def test_a_file_that_is_no_such_work_stays_under_another_name(words, both, capsys, monkeypatch) -> None:
    reviewed(both)
    monkeypatch.chdir(both.parent)
    (place,) = (Path(word) for word in words if word.startswith("x."))
    place.write_text("# My notes\n")
    (kept,) = said(capsys, words[0], both, *words[1:])["set_aside"]
    assert Path(kept).read_text() == "# My notes\n"
    assert "set_aside" not in said(capsys, words[0], both, *words[1:])


def test_a_package_of_somebody_elses_work_stays_under_another_name(both: Path, capsys) -> None:
    out = both.parent / "work.zip"
    assert run("pack", both, out, "--annotator", "ben") == 0
    bens = out.read_bytes()
    (kept,) = said(capsys, "pack", both, out, "--annotator", "anna")["set_aside"]
    assert Path(kept).read_bytes() == bens


@pytest.mark.parametrize(
    "name", ["project.yaml", "project.db", "patterns.jsonl", "backups/x.md", "backups/x"]
)
def test_neither_work_nor_feedback_goes_onto_the_projects_own_files(name: str, both: Path, capsys) -> None:
    reviewed(both)
    capsys.readouterr()
    assert run("pack", both, both / name, "--annotator", "anna") == 1
    assert run("feedback", both, "anna", both / name) == 1
    assert capsys.readouterr().err.count("belongs to the project in") == 2
    assert run("check", both) == 0


MISTAKES = [
    (("pack", "both", "x.zip", "--annotator", "nobody"), "nobody has no work in this project"),
    (("pack", "both", "no/x.zip", "--annotator", "anna"), "The package cannot be written"),
    (("pack", "both", "x.zip", "--annotator", "all"), "all cannot be an annotator's name"),
    (("merge", "both", "none.zip"), "none.zip: The package cannot be read: No such file"),
    (("assign", "both", "anna", "anna"), "An annotator is named twice"),
    (("assign", "both", "anna", "gold"), "gold cannot be an annotator's name"),
    (("assign", "both", "anna", "--overlap", "50"), "cannot go to 2 of 1"),
    (("feedback", "both", "anna", "x.md"), "Nothing of anna's work has been reviewed yet"),
    (("agreement", "both", "anna", "nobody"), "There is no article that two of anna, nobody have worked on"),
    (("agreement", "none", "anna", "ben"), "This is no Factmark project"),
]


@pytest.mark.parametrize(("words", "sentence"), MISTAKES, ids=[" ".join(words) for words, _ in MISTAKES])
def test_a_mistake_is_one_sentence_and_exits_with_1(words, sentence, both, capsys, monkeypatch) -> None:
    monkeypatch.chdir(both.parent)
    capsys.readouterr()
    assert run(*words) == 1
    assert sentence in capsys.readouterr().err


@pytest.mark.parametrize(
    "words", [("pack", "both", "x"), ("agreement", "both", "anna"), ("agreement", "b", "a", "a")]
)
def test_wrong_words_exit_with_2(words, both, monkeypatch) -> None:
    monkeypatch.chdir(both.parent)
    assert run(*words) == 2


def test_progress_comes_as_lines_of_json_before_the_report(tmp_path: Path, capsys) -> None:
    mine, theirs, out = project(tmp_path / "p", "anna"), project(tmp_path / "q", "ben"), tmp_path / "anna.zip"
    assert run("pack", mine, out, "--annotator", "anna") == 0
    capsys.readouterr()
    assert (
        run("merge", theirs, out, "--progress") == run("agreement", theirs, "anna", "ben", "--progress") == 0
    )
    lines = [json.loads(text) for text in capsys.readouterr().out.splitlines()]
    assert [row for row in lines if row.get("done") == 2] == [
        {"doing": "merging", "done": 2, "of": 2},
        {"doing": "comparing", "done": 2, "of": 2},
    ]


def test_fifty_articles_that_are_not_here_are_one_line_with_a_count(tmp_path: Path, capsys) -> None:
    spans = [{"start": 0, "end": 4, "label": "GPE"}]
    rows = [{"id": f"a{n}", "text": f"Oslo {n}.", "annotator": "anna", "spans": spans} for n in range(50)]
    (tmp_path / "many.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    assert run("new", tmp_path / "p") == run("new", tmp_path / "q") == 0
    assert run("import", tmp_path / "p", tmp_path / "many.jsonl") == 0
    assert run("pack", tmp_path / "p", tmp_path / "anna.zip", "--annotator", "anna") == 0
    capsys.readouterr()
    assert run("merge", tmp_path / "q", tmp_path / "anna.zip") == 0
    _, *lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 1
    assert lines[0].endswith("(a0): it is not in this project. (And 49 more of this kind.)")
