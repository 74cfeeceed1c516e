"""What a pipeline prints or reads does not come between the window and its worker."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from annotations.processes.door import program

CODE = """
import os, sys, spacy
def load(**how):
    print('{"id": 1, "done": true}', flush=True)
    os.write(1, b'{"broken')
    assert sys.stdin.read() == ""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler", "ner")
    ruler.add_patterns([{"label": "GPE", "pattern": "Oslo"}])
    return nlp
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A place with an installed pipeline that prints and reads."""
    about = tmp_path / "site" / "loud-1.0.dist-info"
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Name: loud\nVersion: 1.0\n", "utf-8")
    (about / "entry_points.txt").write_text("[spacy_models]\nloud = loud\n", "utf-8")
    (tmp_path / "site" / "loud").mkdir()
    (tmp_path / "site" / "loud" / "__init__.py").write_text(CODE, "utf-8")
    return tmp_path / "site"


def test_a_pipeline_that_prints_and_reads_disturbs_no_reply(site: Path) -> None:
    request = {
        "job": "suggest",
        "pipeline": "loud",
        "labels": ["GPE"],
        "articles": [{"id": "a", "text": "Oslo. é"}],
    }
    asked = "".join(json.dumps({**request, "id": number}) + "\n" for number in (1, 2))
    done = subprocess.run(
        program(["worker"]),
        input=asked,
        env={**os.environ, "PYTHONPATH": str(site)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    replies = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(reply["id"], "items" in reply) for reply in replies] == [
        (1, True),
        (1, False),
        (2, True),
        (2, False),
    ]
    assert '{"broken' in done.stderr
