"""What the commands say holds no control character, whoever wrote the names."""

from __future__ import annotations

import ast
import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QTextDocument

from annotations.text.controls import markdown, written_out, xml_attribute
from tests.ui.windows import run

ROOT = Path(__file__).parents[2]
DOORS = {
    "ui/terminal.py",
    "ui/commands/progress.py",
    "annotations/suggesters/entry_point.py",
}  # these say JSON
PATHS = sorted(path for part in ("annotations", "models", "ui") for path in (ROOT / part).rglob("*.py"))
NAMES = [path.relative_to(ROOT).as_posix() for path in PATHS if "training" not in path.parts]
ESC = "\x1b[2J\x07\x9b31m\u202e"


@pytest.mark.parametrize("name", [name for name in NAMES if name not in DOORS])
def test_nothing_is_printed_past_the_door(name: str) -> None:
    calls = [
        node.func
        for node in ast.walk(ast.parse((ROOT / name).read_text("utf-8")))
        if isinstance(node, ast.Call)
    ]
    said = {ast.unparse(called) for called in calls}
    assert not said & {"print", "typer.echo", "typer.secho", "sys.stdout.write", "sys.stderr.write"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    record = {
        "id": f"a{ESC}", "title": f"T{ESC}", "text": "Ines left Ines.", "meta": {"source": ESC},
        "spans": [{"start": 0, "end": 4, "label": f"PERSON{ESC}"}, {"start": 10, "end": 13, "label": f"PERSON{ESC}"}],
    }  # fmt: skip
    (tmp_path / f"n{ESC}.jsonl").write_text(json.dumps(record) + "\n{" + ESC, "utf-8")
    assert run("new", tmp_path / "P", "--schema", "blank") == 0
    return tmp_path / "P"


def test_commands_never_say_a_control_character(project: Path, capfd: pytest.CaptureFixture[str]) -> None:
    source = next(project.parent.glob("*.jsonl"))
    for words in (
        ("import", project, source),
        ("import", project, source),
        ("check", project),
        ("lint", project),
    ):
        run(*words)
    run("export", project, project.parent / f"out{ESC}", "--format", "label-studio", "--articles", "all")
    run("open", project.parent / f"none{ESC}")
    said = "".join(capfd.readouterr())
    assert "\\u001b" in said
    assert not set(said) & set(ESC) - set("[2J31m")


def test_a_label_studio_config_is_xml_whatever_a_label_is_called(project: Path) -> None:
    from annotations.formats.tools.label_studio import configuration

    names = ["A\x07", 'B"<&>', "C\nD\tE", "F\ufffe"]
    found = ElementTree.fromstring(configuration(names, names, names))
    values = [each.get("value") for each in found.iter("Label")]
    assert values == ["A\\u0007", 'B"<&>', "C\nD\tE", "F\\ufffe"]


def test_lines_tabs_and_letters_of_every_script_stay() -> None:
    text = "Zoë\tقال\n\U0001f6a2 e\u0301\u200d"
    assert (written_out(text), xml_attribute("a&b")) == (text, "a&amp;b")


def test_a_label_is_no_markup_in_markdown() -> None:
    assert markdown("<img src=x>|[a](b)\n!`c`") == r"\<img src=x\>\|\[a\](b) \!\`c\`"


@pytest.mark.parametrize(
    "words",
    [
        "_a_ __b__ ~~c~~ **d** `e`",
        "http://e.example https://e.example ftp://e.example www.e.example WWW.e.example a@e.example",
        "&lt;b&gt; &#42; <img src=x> <!-- c --> ![p](file:///p.png) [l](x) [l]: x",
        "a | b \\ c ^ d ! e # f",
        "x\u202ey",
    ],
)
def test_a_name_in_markdown_is_shown_letter_by_letter(words: str) -> None:
    document = QTextDocument()
    document.setMarkdown(f"- {markdown(words)}", QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    assert document.toPlainText() == written_out(words)
    assert ["href" in document.toHtml(), "<img" in document.toHtml()] == [False, False]
