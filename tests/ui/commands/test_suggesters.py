"""The command `suggest` with suggesters of one's own: what is run is said, what came is kept, the rest is told."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from models.project import Project
from models.queries.people import people
from models.settings import Settings
from tests.annotations.suggesters.scripts import PLAIN
from tests.ui.commands.commands import run
from tests.ui.commands.model_address import Model, serving

EXAMPLES = Path(__file__).parents[3] / "docs" / "suggesters"
TEXTS = {
    "a": "Norland struck Sudland on Friday.",
    "b": "The USS Carney sailed. Norland said nothing.",
    "c": "Nothing at all.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A project with three articles."""
    lines = (json.dumps({"id": id_, "text": text}) for id_, text in TEXTS.items())
    (tmp_path / "three.jsonl").write_text("\n".join(lines), "utf-8")
    assert run("new", tmp_path / "p") == run("import", tmp_path / "p", tmp_path / "three.jsonl") == 0
    return tmp_path / "p"


@pytest.fixture
def configure(own_settings: Path) -> Callable[..., None]:
    """Sets up the suggester mine: a script of the examples, or code."""

    def set_up(script: str, *words: str, **more: Any) -> None:
        own_settings.mkdir(exist_ok=True)
        path = EXAMPLES / script
        if not script.endswith(".py"):
            path = own_settings / "mine.py"
            path.write_text(script, "utf-8")
        one = {"mine": {"command": [sys.executable, str(path), *words], "timeout": 30, **more}}
        (own_settings / "settings.yaml").write_text(yaml.safe_dump({"suggesters": one}), "utf-8")

    return set_up


def names(folder: Path, project: Path) -> None:
    """Has the project name the suggester mine."""
    yaml_ = project / "project.yaml"
    yaml_.write_text(yaml_.read_text("utf-8").replace("pipeline: en_news", "pipeline: mine"), "utf-8")


def found(project: Path, origin: str = "mine") -> dict[str, list[tuple[str, str]]]:
    """What that origin suggests in each article: words and label, or words and type."""
    at, made = Project(project), {}
    for id_, text in TEXTS.items():
        pool = [one for one in at.pool(id_) if getattr(one, "origin", "") == origin]
        spans = [(text[s.start : s.end], s.label) for s in pool if s.kind == "span"]
        made[id_] = sorted(spans) + [(text[slice(*f.trigger)], f.type) for f in pool if f.kind == "fact"]
    at.close()
    return {id_: marks for id_, marks in made.items() if marks}


def test_a_list_of_expressions_suggests(
    folder: Path, own_settings: Path, configure: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    configure("expressions.py", "list.tsv")
    (own_settings / "list.tsv").write_text(
        "# ours\nWEAPON\t\\bUSS \\w+\nGPE\t\\b\\w+land\\b\nNONE\t.\n", "utf-8"
    )
    names(folder, folder)
    capsys.readouterr()
    assert run("suggest", folder) == 0
    said = capsys.readouterr()
    own = {"a": [("Norland", "GPE"), ("Sudland", "GPE")], "b": [("Norland", "GPE"), ("USS Carney", "WEAPON")]}
    assert found(folder, "expressions 1") == own
    assert said.out.strip().endswith("mine: 3 articles, 4 spans.")
    words = f"{sys.executable} {EXAMPLES / 'expressions.py'} list.tsv"
    assert (
        f"The suggester mine runs {words} with your rights, and gives it the text of your articles."
        in said.err
    )
    assert Settings().agreed() == {}  # that is about the window


@pytest.fixture
def address() -> Iterator[str]:
    with serving() as at:
        yield at


def test_a_model_behind_an_address_is_given_guidelines_and_a_schema(
    folder: Path,
    configure: Callable[..., None],
    address: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", "a secret")
    monkeypatch.setenv("no_proxy", "*")
    configure("endpoint.py", "small", address)
    capsys.readouterr()
    assert run("suggest", folder, "--pipeline", "mine", "--what", "all", "--json") == 1
    said = capsys.readouterr()
    assert found(folder) == {"a": [("Norland", "GPE"), ("struck", "ATTACK")]}
    given = json.loads(said.out)["suggester"]
    assert (given["articles"], given["spans"], given["facts"], given["errors"]) == (2, 1, 1, 1)
    assert given["left_out"] == {"quotes not in the text": 1}
    assert "(b) the suggester mine has an error: HTTPError: HTTP Error 429: Too many requests." in said.err
    body, key = Model.asked[0]
    assert (body["model"], key) == ("small", "Bearer a secret")
    assert "Countries" in body["messages"][0]["content"]
    answer = body["response_format"]["json_schema"]["schema"]["properties"]
    assert "GPE" in answer["quotes"]["items"]["properties"]["label"]["enum"]
    assert "ATTACK" in answer["facts"]["items"]["properties"]["type"]["enum"]
    assert "a secret" not in said.err + said.out + (folder / "project.yaml").read_text("utf-8")


def test_an_error_is_asked_about_again_only_when_somebody_says_so(
    folder: Path, own_settings: Path, configure: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    code = "import json, sys\nlog = open('log', 'a')\nfor line in sys.stdin:\n    one = json.loads(line)\n"
    code += "    log.write(one['id'])\n    at = {'start': 0, 'end': 3, 'label': 'GPE'}\n"
    code += "    print(json.dumps({'id': one['id'], 'spans': [at], **({'error': 'no'} if one['id'] == WRONG else {})}))"
    configure(f"WRONG = 'b'\n{code}")
    ran = [run("suggest", folder, "--pipeline", "mine", *more) for more in ([], [], ["--again"])]
    assert ran == [1, 0, 1]
    assert log(own_settings) == "abcabc"
    assert sorted(found(folder)) == ["a", "c"]
    configure(f"WRONG = 'c'\n{code}")
    assert run("suggest", folder, "--pipeline", "mine", "--again") == 1
    assert sorted(found(folder)) == ["a", "b", "c"]  # c keeps what it had


def log(settings: Path) -> str:
    path = settings / "log"
    return path.read_text() if path.exists() else ""


def test_what_came_before_it_died_is_kept_and_the_rest_is_looked_for_the_next_time(
    folder: Path, configure: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    answer = "{'id': json.loads(line)['id'], 'spans': [{'start': 0, 'end': 3, 'label': 'GPE'}]}"
    code = f"import json, sys\nfor line in sys.stdin:\n    print(json.dumps({answer}), flush=True)\n"
    configure(f"{code}    sys.exit('no memory left')")
    for count in (1, 2, 3):
        capsys.readouterr()
        assert run("suggest", folder, "--pipeline", "mine") == (1 if count < 3 else 0)
        assert len(found(folder)) == count
        assert ("(no memory left)" in capsys.readouterr().err) == (count < 3)


def test_a_suggester_that_is_not_set_up_here_is_told_and_the_rules_work_on(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names(folder, folder)
    capsys.readouterr()
    assert run("suggest", folder) == 1
    err = capsys.readouterr().err
    assert err.startswith("factmark: This project uses the suggester mine, which is not set up here")
    assert found(folder, "rule")["a"] == [("Friday", "DATE")]
    assert "It is no spaCy pipeline either" in err


def test_an_installed_library_that_is_no_pipeline_is_told_as_such(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    schema = (folder / "project.yaml").read_text("utf-8").splitlines()
    told = [line for line in schema if not line.startswith("pipeline:")] + ["pipeline: peewee"]
    (folder / "project.yaml").write_text("\n".join(told), "utf-8")
    assert run("suggest", folder) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "peewee" in line
    assert "no spaCy pipeline" in line


def test_nobody_annotates_by_the_name_of_a_suggester_that_is_not_set_up_here(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    names(folder, folder)
    assert run("suggest", folder, "--as-annotator", "robo") == 1
    assert "which is not set up here" in capsys.readouterr().err
    assert people(Project(folder).db) == []


@pytest.mark.parametrize(
    ("configured", "sentence"),
    [
        ("5", "The suggester mine needs `command`"),
        ("{command: []}", "The command of the suggester mine is no list of words"),
        ("{command: python x.py}", "The command of the suggester mine is no list of words"),
        ("{command: [5]}", "The command of the suggester mine is no list of words"),
        ("{command: ['']}", "The command of the suggester mine names no program"),
        ("{command: [x], timeout: 0}", "The timeout of the suggester mine is no number of seconds"),
        ("{command: [x], timeout: .nan}", "The timeout of the suggester mine is no number of seconds"),
        ("{command: [x], timeout: true}", "The timeout of the suggester mine is no number of seconds"),
        ("{command: [x], each: twice}", "`each` of the suggester mine is every or once"),
        ("{command: [x], key: secret}", "The suggester mine needs `command`"),
        ("{command: [no-such-program]}", "The suggester mine cannot be started"),
    ],
)
def test_a_configuration_that_cannot_be_is_one_sentence(
    folder: Path, own_settings: Path, configured: str, sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    own_settings.mkdir(exist_ok=True)
    (own_settings / "settings.yaml").write_text(f"suggesters: {{mine: {configured}}}", "utf-8")
    capsys.readouterr()
    assert run("suggest", folder, "--pipeline", "mine") == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert (last.startswith(f"factmark: {sentence}"), "secret" in last) == (True, False)


def test_an_entry_point_is_run_in_a_process_of_its_own(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    code = """
import os

def suggest(articles, labels):
    print("Loading model ...")
    names = [label["name"] for label in labels]
    for one in articles:
        yield {"id": one["id"], "quotes": [{"text": "Norland", "label": names[names.index("GPE")]}]}
    open(os.environ["RAN"], "w").write(str(os.getpid()))
"""
    site, ran = tmp_path / "site", tmp_path / "ran"
    (site / "theirs-1.0.dist-info").mkdir(parents=True)
    (site / "theirs.py").write_text(code, "utf-8")
    (site / "theirs-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: theirs\nVersion: 1.0\n"
    )
    (site / "theirs-1.0.dist-info" / "entry_points.txt").write_text(
        "[factmark.suggesters]\nfromthem = theirs:suggest\n"
    )
    monkeypatch.syspath_prepend(site)
    monkeypatch.setenv("PYTHONPATH", str(site))
    monkeypatch.setenv("RAN", str(ran))
    assert run("suggest", folder, "--pipeline", "fromthem") == 0
    assert found(folder, "fromthem") == {"a": [("Norland", "GPE")], "b": [("Norland", "GPE")]}
    assert ("theirs" in sys.modules, ran.read_text() != "") == (False, True)
    assert "runs theirs:suggest of theirs 1.0 with your rights" in capsys.readouterr().err


def test_a_script_in_the_projects_folder_is_not_taken_for_the_persons(
    folder: Path, own_settings: Path, configure: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    configure(PLAIN)
    text = (own_settings / "settings.yaml").read_text("utf-8")
    (own_settings / "settings.yaml").write_text(
        text.replace(str(own_settings / "mine.py"), "mine.py"), "utf-8"
    )
    (folder / "mine.py").write_text("open('hostile', 'w')", "utf-8")
    monkeypatch.chdir(folder)
    assert run("suggest", ".", "--pipeline", "mine") == 0
    assert ((folder / "hostile").exists(), [*found(folder)]) == (False, ["a", "b"])


def test_a_new_project_may_name_it_and_it_is_listed(
    tmp_path: Path, configure: Callable[..., None], capsys: pytest.CaptureFixture[str]
) -> None:
    configure(PLAIN)
    assert run("new", tmp_path / "q", "--pipeline", "mine") == 0
    assert "pipeline: mine" in (tmp_path / "q" / "project.yaml").read_text("utf-8")
    assert run("pipelines") == 0
    assert "mine: a suggester that is set up here" in capsys.readouterr().out


def test_a_project_cannot_bring_a_command(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names(folder, folder)
    canary = folder / "ran"
    with (folder / "project.yaml").open("a", encoding="utf-8") as text:
        text.write(f"suggesters: {{mine: {{command: [touch, '{canary}']}}}}\n")
    (folder / "settings.yaml").write_text(f"suggesters: {{mine: {{command: [touch, '{canary}']}}}}", "utf-8")
    run("suggest", folder)
    assert "which is not set up here" in capsys.readouterr().err
    assert not canary.exists()
