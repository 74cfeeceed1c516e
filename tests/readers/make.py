"""Exports the gold in every format to build/readers, by the real commands: `python -m tests.readers.make`.

This runs in the project's own environment; the readers, which know nothing of Factmark, run in theirs.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

import main
from tests.readers.across import write_across
from tests.readers.clusters import write_clusterings
from tests.readers.gold import records
from tests.readers.letters import write_letters
from tests.readers.linked import records as records_linked
from tests.readers.linked import write_standoff

OUT = Path("build/readers")
EXPORTS = (  # what is written, and the words of the command
    ("dataset.jsonl", "jsonl"),
    ("data.spacy", "spacy"),
    ("split/data.spacy", "spacy", "--split", "75/25"),
    ("hf", "hf"),
    ("hf-split", "hf", "--split", "60/20/20"),
    ("hf-layers", "hf", "--overlaps", "keep"),
    ("data.conll2003", "conll2003"),
    ("data.conll", "conll2003"),
    ("data.iob", "conll"),
    ("data.biluo", "biluo"),
    ("data.iob1", "iob1"),
    ("tasks.json", "label-studio"),
    ("tasks-all.json", "label-studio", "--spans", "all"),
    ("cas", "cas-json"),
    ("brat", "brat"),
    ("doccano.jsonl", "doccano"),
    ("doccano-points.jsonl", "doccano", "--offsets", "codepoints"),
    ("doccano-relation.jsonl", "doccano-relation"),
    ("prodigy.jsonl", "prodigy"),
)
LINKED = (
    ("linked/prodigy.jsonl", "prodigy"),
    ("linked/brat", "brat"),
    ("linked/doccano.jsonl", "doccano-relation"),
    ("linked/tasks.json", "label-studio"),
    ("linked/cas", "cas-json"),
)


def run() -> int:
    """0 when everything was written."""
    shutil.rmtree(OUT, ignore_errors=True)
    OUT.mkdir(parents=True)
    os.environ["FACTMARK_CONFIG"] = str(OUT / "config")  # nobody's settings are read or written
    given, project = OUT / "given.jsonl", OUT / "project"
    given.write_text("".join(json.dumps(value, ensure_ascii=False) + "\n" for value in records()), "utf-8")
    done = [_command("new", project, "--schema", "blank"), _command("import", project, given)]
    done += [_command("export", project, OUT / out, "--format", *words) for out, *words in EXPORTS]
    write_clusterings(OUT / "clusters")
    write_across(OUT / "across")
    done.append(_command("paper", project, OUT / "paper"))
    write_letters(OUT / "letters.json")
    return max(done + _related())


def _related() -> list[int]:
    """Export what has relations, and what came as a file of brat's."""
    linked, wire, given = OUT / "linked-project", OUT / "nested-project", OUT / "linked.jsonl"
    given.write_text(
        "".join(json.dumps(value, ensure_ascii=False) + "\n" for value in records_linked()), "utf-8"
    )
    write_standoff(OUT / "nested-in")
    done = [_command("new", project, "--schema", "blank") for project in (linked, wire)]
    done += [_command("import", linked, given), _command("import", wire, OUT / "nested-in")]
    done += [_command("export", linked, OUT / out, "--format", *words) for out, *words in LINKED]
    return [*done, _command("export", wire, OUT / "nested", "--format", "brat", "--articles", "all")]


def _command(*words: object) -> int:
    return main.main([str(word) for word in words])


if __name__ == "__main__":
    sys.exit(run())
