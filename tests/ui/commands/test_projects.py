"""The commands, as a person types them: what they do, say, and exit with."""

from __future__ import annotations

import json
import os
import re
import signal
from pathlib import Path

import pytest

from annotations import span_verbs
from models.project import Project
from tests.making import TEXT, annotators_of, edit, span
from tests.templates import copied
from tests.ui.commands.commands import begun, run, said, typed

ROOT = Path(__file__).parents[3]
COMMANDS = (
    "open",
    "new",
    "import",
    "suggest",
    "facts",
    "lint",
    "search",
    "evaluate",
    "export",
    "formats",
    "check",
    "backup",
    "backups",
    "restore",
    "demo",
)
COMMANDS += ("assign", "pack", "unpack", "merge", "feedback", "review", "recheck", "agreement", "stats")
COMMANDS += ("paper", "codebook", "about")
LINE = {
    "id": "a",
    "text": TEXT,
    "annotator": "anna",
    "state": "done",
    "spans": [{"start": 0, "end": 10, "label": "ODD"}],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with one article on which anna is done."""
    return copied(tmp_path, one) / "p"


def one(place: Path) -> None:
    (place / "a.jsonl").write_text(json.dumps(LINE) + "\n", "utf-8")
    assert run("new", place / "p") == 0
    assert run("import", place / "p", place / "a.jsonl") == 0


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    out = capsys.readouterr().out
    assert [name for name in COMMANDS if f" {name} " not in out] == []


@pytest.mark.parametrize("command", [name for name in COMMANDS if name != "open"])
def test_every_command_has_help(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(command, "--help") == 0
    out = capsys.readouterr().out
    assert "Usage" in out
    assert command == "formats" or "--json" in out


WRONG = [
    ("nonsense",),
    ("new",),
    ("import", "p"),
    ("formats", "--loud"),
    ("export", "p", "out"),
    ("export", "p", "out", "--format", "word"),
    ("export", "p", "out", "--format", "txt"),
    ("export", "p", "out", "--format", "jsonl", "--spans", "some"),
    ("export", "p", "out", "--format", "jsonl", "--articles", "some"),
    ("import", "p", "x.txt", "--as", "facts"),
    ("import", "p", "x.txt", "--format", "word"),
    ("import", "p", "x.txt", "--columns", "2"),
    ("export", "p", "out", "--format", "csv", "--overlaps", "some"),
    ("export", "p", "out", "--format", "csv", "--offsets", "bytes"),
    ("export", "p", "out", "--format", "csv", "--misaligned", "some"),
]


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_words_exit_with_2(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words) == 2
    assert capsys.readouterr().err


MISTAKES = [
    (("import", "none", "x.txt"), "This is no Factmark project"),
    (("suggest", "none"), "This is no Factmark project"),
    (("facts", "none"), "This is no Factmark project"),
    (("export", "none", "out", "--format", "jsonl"), "This is no Factmark project"),
    (("check", "none"), "This is no Factmark project"),
    (("backup", "none"), "This is no Factmark project"),
    (("backups", "none"), "This is no Factmark project"),
    (("restore", "none", "x.db"), "This is no Factmark project"),
    (("restore", "p", "x.db"), "There is no such backup"),
    (("new", "p"), "There is something there already"),
    (("new", "q", "--schema", "x.yaml"), "The schema cannot be read"),
    (("new", "q", "--name", " "), "The name should be a text"),
    (("import", "p", "x.txt"), "x.txt: There is no such file."),
    (("import", "p", "a.jsonl", "--annotator", "gold"), "gold cannot be an annotator's name"),
    (("suggest", "p", "--pipeline", "xx_none"), "There is no pipeline xx_none"),
    (("export", "p", "p", "--format", "jsonl"), "This is a folder; name a file"),
]


@pytest.mark.parametrize(("words", "sentence"), MISTAKES, ids=[" ".join(words) for words, _ in MISTAKES])
def test_a_mistake_is_one_sentence_on_stderr_and_exits_with_1(
    words, sentence, folder, capsys, monkeypatch
) -> None:
    monkeypatch.chdir(folder.parent)
    capsys.readouterr()
    assert run(*words) == 1
    err = capsys.readouterr().err
    assert err.startswith("factmark: ")
    assert sentence in err
    assert (len(err.splitlines()), "Traceback" in err, Path("q").exists()) == (1, False, False)


def test_new_import_suggest_export_and_check_report_as_json(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "p"
    (tmp_path / "a.jsonl").write_text(json.dumps(LINE), "utf-8")
    assert said(capsys, "new", project, "--schema", "blank")["labels"] == 0
    done = said(capsys, "import", project, tmp_path / "a.jsonl")
    assert (done["articles"], done["sets"], done["problems"], done["labels_added"]) == (1, 1, [], ["ODD"])
    assert said(capsys, "suggest", project) == {"articles": 1, "suggestions": 0}
    manifest = said(capsys, "export", project, tmp_path / "out.jsonl", "--format", "jsonl")
    assert (manifest["records"], manifest["spans_by_label"]) == (1, {"ODD": 1})
    whole = {"whole": True, "problems": [], "faults": [], "notices": []}
    found = said(capsys, "check", project)
    assert (len(found.pop("copy")), found) == (32, whole)
    rows = {row["name"]: row for row in said(capsys, "formats")["formats"]}
    both = (
        "jsonl prodigy doccano doccano-relation label-studio spacy hf conll2003 conll biluo iob1 brat webanno"
    )
    more = "cas-json csv facts clusters coref ecb claims"
    assert [name for name, row in rows.items() if row["writes"]] == [*both.split(), *more.split()]
    kinds = [name for name, row in rows.items() if not row["writes"]]
    assert {"xmi", "conllu", "txt", "html", "docx", "pdf"} <= set(kinds)
    assert (rows["doccano"]["offsets"], rows["spacy"]["offsets"], rows["brat"]["facts"]) == (
        "UTF-16",
        "tokens",
        True,
    )


def test_suggestions_of_the_rules_wait_in_the_pool(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text("More than 60 people met in France on Tuesday, Jan. 23, 2024.")
    run("new", tmp_path / "p")
    run("import", tmp_path / "p", tmp_path / "a.txt")
    done = said(capsys, "suggest", tmp_path / "p", "--pipeline", "rules")
    assert done["suggestions"] >= 3
    assert said(capsys, "suggest", tmp_path / "p", "--pipeline", "rules")["articles"] == 0
    assert said(capsys, "suggest", tmp_path / "p", "--pipeline", "rules", "--again")["articles"] == 1


def test_good_files_arrive_and_bad_ones_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, content in {"a.txt": b"", "b.txt": b"A ferry ran.", "c.jsonl": b'{"text": "x"}\n{\n'}.items():
        (folder.parent / "in" / name).parent.mkdir(exist_ok=True)
        (folder.parent / "in" / name).write_bytes(content)
    capsys.readouterr()
    assert run("import", folder, folder.parent / "in", folder.parent / "none.txt") == 1
    out, err = capsys.readouterr()
    assert out.startswith("2 articles added")
    assert [line.split("/")[-1] for line in err.splitlines()] == [
        "a.txt: The file is empty.",
        "c.jsonl:2: This line is not JSON.",
        "none.txt: There is no such file.",
    ]


def test_work_can_be_imported_for_somebody_or_as_suggestions(folder: Path) -> None:
    source = folder.parent / "a.jsonl"
    assert run("import", folder, source, "--annotator", "bob") == 0
    assert run("import", folder, source, "--as", "suggestions") == 0
    project = Project(folder)
    assert annotators_of(project, "a") == ["anna", "bob"]
    assert [s.label for s in project.pool("a")] == ["ODD"]
    project.close()


def test_a_failed_export_leaves_the_old_file(folder: Path) -> None:
    out = folder.parent / "out.jsonl"
    out.write_text("old")
    project = Project(folder)
    project.db.run("UPDATE item SET body = '{' WHERE kind = 'progress'")
    project.close()
    assert typed("export", folder, out, "--format", "jsonl").returncode == 1
    assert out.read_text() == "old"
    assert not list(folder.parent.glob("*.part"))


def test_a_damaged_project_is_found_and_can_be_restored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = said(capsys, "backup", folder)["backup"]
    project = Project(folder)
    project.db.run("DELETE FROM item")
    project.close()
    progress, odd = said(capsys, "check", folder, code=1)["problems"]
    assert (
        progress
        == "anna's work on a (Maria Ruiz of the Navy left Oslo on Tuesday.) is not what the log says: progress is missing."
    )
    assert re.search(r"work on a .* says: span \w+ \(ODD at 0-10, confirmed\) is missing\.$", odd)
    assert Path(said(capsys, "restore", folder, copy)["kept"]).exists()
    assert said(capsys, "check", folder)["whole"]


def test_a_database_that_is_none_can_be_restored_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = said(capsys, "backup", folder)["backup"]
    content = (folder / "project.db").read_bytes()
    (folder / "project.db").write_bytes(content[:4096] + b"x" * (len(content) - 4096))
    for words in (("check", folder), ("export", folder, "out", "--format", "jsonl", "--articles", "all")):
        done = typed(*words)
        assert (done.returncode, "went wrong" in done.stderr) == (1, False)
    assert run("restore", folder, copy) == run("check", folder) == 0


def test_an_export_is_taken_in_by_a_fresh_project(folder: Path) -> None:
    project = Project(folder)
    edit(project, "label", span_verbs.label(project.annotation_set("a", "bob"), 28, 32, "GPE", text=TEXT))
    edit(project, "reject", project.annotation_set("a", "bob").having(span(0, 4, origin="x")))
    project.close()
    everything = ("--format", "jsonl", "--articles", "all", "--spans", "all")
    first, second = folder.parent / "1.jsonl", folder.parent / "2.jsonl"
    assert run("export", folder, first, *everything) == run("new", folder.parent / "q") == 0
    assert (
        run("import", folder.parent / "q", first)
        == run("export", folder.parent / "q", second, *everything)
        == 0
    )
    assert first.read_bytes() == second.read_bytes()


def test_progress_is_json_lines_that_end_with_the_report(folder: Path) -> None:
    lines = "".join(json.dumps({"text": f"Article {n}."}) + "\n" for n in range(50))
    (folder.parent / "many.jsonl").write_text(lines)
    done = typed("import", folder, folder.parent / "many.jsonl", "--progress")
    said = [json.loads(line) for line in done.stdout.splitlines()]
    assert said[-2] == {"doing": "importing", "done": 50, "of": 50}
    assert said[-1]["articles"] == 50


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_cancelled_import_leaves_nothing(folder: Path) -> None:
    many = folder.parent / "many.jsonl"
    many.write_text("".join(json.dumps({"text": f"Article {n}. " * 50}) + "\n" for n in range(20_000)))
    with begun("import", folder, many, "--progress") as process:
        assert json.loads(process.stdout.readline())["of"] == 20_000
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert (process.returncode != 0, "went wrong" in err) == (True, False)
    project = Project(folder)
    assert project.db.row("SELECT count(*) FROM article") == (1,)
    project.close()


@pytest.mark.skipif(os.name != "posix", reason="names are text there")
def test_a_file_name_that_is_no_text_is_no_trouble(folder: Path) -> None:
    path = os.fsdecode(os.fsencode(folder.parent) + b"/caf\xe9.txt")
    Path(path).write_text("A ferry ran.")
    for again in (False, True):
        done = typed("import", folder, path, errors="backslashreplace")
        assert (done.returncode, done.stderr, "Already there" in done.stdout) == (0, "", again)


def test_a_report_can_be_printed_where_only_ascii_can_be_shown(folder: Path) -> None:
    (folder.parent / "a.txt").write_text("Żółta łódź 👍\n\nA ferry ran.", "utf-8")
    for words in ([], ["--json"], []):
        done = typed(
            "import", folder, folder.parent / "a.txt", *words, env={**os.environ, "PYTHONIOENCODING": "ascii"}
        )
        assert (done.returncode, done.stderr) == (0, "")


def test_opening_the_window_has_help_too() -> None:
    done = typed("open", "--help")
    assert (done.returncode, "PROJECT" in done.stdout) == (0, True)
