"""Files that this program writes itself, and what lies beside them, under their usual names and under others."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from annotations import formats
from annotations.articles import Article
from annotations.facts import Fact, Filler, Role
from annotations.formats.base import Record
from annotations.sets import AnnotationSet, Progress, State
from tests.kinds.kind import Kind, refused
from tests.kinds.packed import packed
from tests.making import TEXT, span
from tests.round_trips import exported

FACT = Fact("f", "ATTACK", None, (Role("who", (Filler(0, 10),)),))
MADE = AnnotationSet.of("a", "anna", [span(0, 10), span(18, 22, "ORG"), Progress(State.DONE)])
STATED = AnnotationSet.of("a", "anna", [span(0, 10), FACT, Progress(State.DONE)])
NEUTRAL = ("a.txt", "a.json", "a.dat", "a")
BY_NAME = ("spacy",)  # formats whose files have no mark of their own
ANN = "T1\tPER 0 10\tMaria Ruiz\n"
CONF = "[entities]\nPER\nORG\n[relations]\n[events]\n[attributes]\n"


def _files(name: str) -> dict[str, bytes]:
    """Return the files of an export, by name."""
    with TemporaryDirectory() as folder:
        exported([Record(Article("a", TEXT, "T"), STATED if name == "facts" else MADE)], name, Path(folder))
        return {
            path.name: path.read_bytes()
            for path in Path(folder).rglob("*")
            if path.is_file() and not path.name.startswith(".")
        }


def _data(name: str) -> tuple[str, bytes]:
    """Return the usual name and the bytes of the file that holds an export's record."""
    if not formats.FORMATS[name].folder:
        files = _files(name)
        suffix = next(iter(formats.FORMATS[name].suffixes), ".jsonl")
        return f"a{suffix}", files["out"]
    with TemporaryDirectory() as folder:
        exported([Record(Article("a", TEXT, "T"), STATED if name == "facts" else MADE)], name, Path(folder))
        path = next(found.path for found in formats.files([Path(folder) / "out"]) if hasattr(found, "path"))
        return path.name, path.read_bytes()


def _kinds() -> list[Kind]:
    """Return each format that is written, under its usual name and under neutral ones."""
    found: list[Kind] = []
    for name in (row.name for row in formats.FORMATS.values() if row.write):
        usual, content = _data(name)
        beside = {"brat": {"a.txt": TEXT}, "hf": {"README.md": _files("hf")["README.md"].decode()}}.get(
            name, {}
        )
        found.append(Kind(f"our {name}", usual, content, form=name, beside=beside))
        if name in (*BY_NAME, "brat"):
            continue
        found += [
            Kind(f"our {name}, called {other}", other, content, form=name, beside=beside) for other in NEUTRAL
        ]
    return found


MANIFEST = _files("jsonl")["out.manifest.json"]
CONFIG = _files("label-studio")["out.config.xml"]
EXPORTS = (
    *_kinds(),
    Kind("text beside an .ann", "a.txt", TEXT, form="brat", beside={"a.ann": ANN}),
    refused("an .ann alone", "a.ann", ANN, "a.txt"),
    refused("brat's configuration", "annotation.conf", CONF, "settings"),
    refused("the manifest of an export", "manifest.json", MANIFEST, "manifest of an export"),
    refused("Label Studio's configuration", "out.config.xml", CONFIG, "Label Studio"),
    refused("a DocBin without its ending", "a", _files("spacy")["out"], "DocBin"),
    refused("a package of ours", "a.fm", packed(manifest__json="{}", sets__jsonl=""), "package"),
    refused("a project's schema", "project.yaml", "name: News\nlabels:\n  PER:\n    key: 1\n", "YAML"),
)
