"""`suggest --shard` and `import --as suggestions`: parts looked through anywhere, and together what one run finds."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from annotations.errors import ReadOnly
from annotations.sets import AnnotationSet, Progress, State
from models.project import Project
from models.settings import Settings, annotator_name
from tests.making import edit, span
from tests.ui.commands.commands import run, said
from tests.ui.commands.suggesting.parts import made, rows

PARTS = 3


@pytest.fixture(scope="module")
def ground(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project, the shards of it, and another that one run has looked through."""
    place = tmp_path_factory.mktemp("shards")
    made(place / "p", 50)
    (place / "p" / "patterns.jsonl").write_text('{"label": "ORG", "pattern": "Navy"}', "utf-8")
    project = Project(place / "p")
    who = annotator_name(None, Settings())
    edit(project, "label", AnnotationSet.of("a1", who, [span(0, 9, "GPE"), Progress(State.DONE)]))
    project.close()  # decisions that nobody has counted as yet
    shutil.copytree(place / "p", place / "whole")
    assert run("suggest", place / "whole", "--what", "all") == 0
    for number in range(1, PARTS + 1):
        words = ("--what", "all", "--shard", f"{number}/{PARTS}", "--out", place / f"{number}.jsonl")
        assert run("suggest", place / "p", *words) == 0
    return place


@pytest.fixture
def project(ground: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(ground / "p", tmp_path / "p"))


def shards(ground: Path) -> list[Path]:
    return [ground / f"{number}.jsonl" for number in range(1, PARTS + 1)]


def test_all_shards_together_are_what_one_run_writes(ground: Path, project: Path, capsys) -> None:
    told = said(capsys, "import", project, *shards(ground), "--as", "suggestions")
    assert rows(project) == rows(ground / "whole")
    assert (told["articles"], told["missing"], told["left"], told["already_there"]) == (50, [], 0, 0)
    assert told["facts"] > 20
    again = said(capsys, "import", project, *shards(ground), "--as", "suggestions")
    assert (again["articles"], again["already_there"], again["suggestions"]) == (0, 50, 0)
    assert rows(project) == rows(ground / "whole")


def test_a_shard_that_is_missing_is_told_and_suggest_looks_through_it(
    ground: Path, project: Path, capsys
) -> None:
    one, _, three = shards(ground)
    assert run("import", project, one, three, "--as", "suggestions") == 0
    told = capsys.readouterr().out
    assert "Not among these files: the parts 2/3." in told
    assert "still have none: `suggest` looks through what is missing." in told
    assert run("suggest", project, "--what", "all") == 0
    assert rows(project) == rows(ground / "whole")


def test_looking_leaves_the_project_as_it_is(ground: Path) -> None:
    before = {path: path.read_bytes() for path in sorted((ground / "p").rglob("*"))}
    assert run("suggest", ground / "p", "--shard", "1/9", "--out", ground / "more.jsonl") == 0
    assert {path: path.read_bytes() for path in sorted((ground / "p").rglob("*"))} == before


def test_a_project_that_somebody_has_open_and_writes_to_is_read(
    project: Path, tmp_path: Path, ground: Path
) -> None:
    holder = Project(project)
    with holder.db.writing():
        assert run("suggest", project, "--what", "all", "--shard", "1/3", "--out", tmp_path / "one") == 0
    holder.close()
    assert (tmp_path / "one").read_text() == shards(ground)[0].read_text()


def test_a_project_opened_to_be_read_is_not_written(project: Path) -> None:
    at = Project(project, reading="it is asked so")
    with pytest.raises(ReadOnly, match="since it is asked so"):
        at.set_pools([("a0", [])], by="rules")
    at.close()


def test_what_does_not_fit_the_project_is_told_and_the_rest_comes(
    ground: Path, project: Path, capsys
) -> None:
    lines = shards(ground)[0].read_text("utf-8").splitlines()
    value = json.loads(lines[2])
    lines[1] = json.dumps({**json.loads(lines[1]), "hash": "0" * 16})
    lines[2] = json.dumps({**value, "article": "elsewhere"})
    lines[3] = '{"article": "a3"'
    lines[4] = json.dumps(
        {**json.loads(lines[4]), "items": {"span": [{"start": 0, "end": 9e9, "label": "ORG"}]}}
    )
    bad = project.parent / "bad.jsonl"
    bad.write_text("\n".join(lines), "utf-8")
    told = said(capsys, "import", project, bad, "--as", "suggestions", code=1)
    assert told["articles"] == len(lines) - 6
    assert told["problems"] == [
        f"{bad}:2: The article {json.loads(lines[1])['article']} has another text here.",
        f"{bad}:3: There is no article elsewhere in this project.",
        f"{bad}:4: This line was left out: a line is not JSON.",
        f"{bad}:5: The article {json.loads(lines[4])['article']} was left out: start and end must be whole numbers.",
    ]


def wrong_files(ground: Path) -> Iterator[tuple[str, str]]:
    """What a file holds, and what is said of it."""
    whole = shards(ground)[0].read_text("utf-8")
    head, _, rest = whole.partition("\n")
    yield whole[: len(whole) // 2], "its end is missing"
    yield head + "\n", "its end is missing"
    yield (
        head.replace('"shard": 1', '"shard": 4') + "\n" + rest,
        "it does not say which part of how many it is",
    )
    yield head.replace('suggestions": 1', 'suggestions": 2') + "\n" + rest, "a newer version"
    yield head[:40], "a line is not JSON"
    yield head.replace('"what": "all"', '"what": ' + "[" * 200_000) + "\n" + rest, "nested too deeply"


def test_a_file_that_is_no_whole_shard_leaves_the_others(ground: Path, project: Path, capsys) -> None:
    before = rows(project)
    for content, why in wrong_files(ground):
        (project.parent / "cut.jsonl").write_text(content, "utf-8")
        told = said(capsys, "import", project, project.parent / "cut.jsonl", "--as", "suggestions", code=1)
        assert why in " ".join(told["problems"])
        assert (told["articles"], told["shards"]) == (0, 0)
    assert rows(project) == before
    both = (project.parent / "cut.jsonl", shards(ground)[1])
    assert said(capsys, "import", project, *both, "--as", "suggestions", code=1)["shards"] == 1
    run("import", project, *both, "--as", "suggestions")
    assert "Not among the shards that were taken: the parts 1/3, 3/3." in capsys.readouterr().out


def test_shards_of_another_schema_and_labels_that_are_gone(ground: Path, project: Path, capsys) -> None:
    schema = project / "project.yaml"
    schema.write_text(
        schema.read_text("utf-8").replace("  GPE:", "  PLACE:").replace("GPE", "PLACE"), "utf-8"
    )
    told = said(capsys, "import", project, shards(ground)[0], "--as", "suggestions", code=1)
    assert "made with another schema" in told["notices"][0]
    assert "it has a label that was not asked for" in told["problems"][0]


def test_a_shard_is_no_articles_and_is_imported_by_itself(ground: Path, project: Path, capsys) -> None:
    (project.parent / "more.txt").write_text("Oslo waits.", "utf-8")
    shard = shards(ground)[0]
    assert run("import", project, shard) == 1
    assert "import it with --as suggestions" in capsys.readouterr().err
    assert run("import", project, shard, project.parent / "more.txt", "--as", "suggestions") == 1
    assert "shards are imported by themselves" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ("--shard", "1/2"),
        ("--out", "x"),
        ("--shard", "0/2", "--out", "x"),
        ("--shard", "3/2", "--out", "x"),
        ("--shard", "1", "--out", "x"),
        ("--shard", "1/2", "--out", "x", "--as-annotator", "robo"),
    ],
)
def test_what_is_no_part_is_wrong_words(project: Path, words: tuple[str, ...]) -> None:
    assert run("suggest", project, *words) == 2


def test_the_file_is_none_of_the_projects_own_and_no_folder(project: Path, capsys) -> None:
    for out in (project / "project.db", project):
        assert run("suggest", project, "--shard", "1/2", "--out", out) == 1
    assert "name another file" in capsys.readouterr().err
