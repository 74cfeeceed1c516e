"""The look of a suggester's command through many articles: once it stopped it is not started for the others."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
import yaml

from tests.ui.commands.commands import run
from ui.commands.suggesting.outside import TOGETHER

DIES = "open('log', 'a').write('started\\n')\nraise SystemExit('no memory left')\n"


@pytest.mark.parametrize("words", [(), ("--as-annotator", "robo")])
def test_once_it_died_it_is_not_started_for_the_others(
    tmp_path: Path, own_settings: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    lines = (json.dumps({"id": f"n{n}", "text": "Nothing."}) for n in range(TOGETHER + 3))
    (tmp_path / "many.jsonl").write_text("\n".join(lines), "utf-8")
    assert run("new", tmp_path / "p") == run("import", tmp_path / "p", tmp_path / "many.jsonl") == 0
    own_settings.mkdir(exist_ok=True)
    (own_settings / "mine.py").write_text(DIES, "utf-8")
    mine = {"mine": {"command": [sys.executable, "mine.py"]}}
    (own_settings / "settings.yaml").write_text(yaml.safe_dump({"suggesters": mine}), "utf-8")
    capsys.readouterr()
    assert run("suggest", tmp_path / "p", "--pipeline", "mine", *words) == 1
    err = capsys.readouterr().err
    assert f"{TOGETHER} articles stay to be looked through" in err
    assert "The suggester mine was not started again: 3 articles stay to be looked through as well." in err
    assert (own_settings / "log").read_text("utf-8") == "started\n"
