"""The trades of the fuzzer: each makes a mutated file and hands it to the part of the program that reads such files.

A command must end with exit code 0 or 1, a sentence on stderr or stdout, and no traceback.
"""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import yaml

from annotations.schema import reader as schema_reader
from models.settings import Settings
from tests.fuzz import corpus, wrapped
from tests.fuzz.corpus import Seed, command
from tests.fuzz.mutations import mutated
from tests.fuzz.talk import Talk, store

OK = (0, 1)
ALL = ("--format", "jsonl", "--articles", "all", "--spans", "all")
PATTERNS = b"""{"label": "ORG", "pattern": "Bank of Oslo"}
{"label": "GPE", "pattern": [{"lower": "oslo"}, {"is_punct": true, "op": "?"}]}
{"label": "PERSON", "pattern": [{"text": {"REGEX": "^[A-Z]"}, "op": "+"}, {"ent_type": {"IN": ["ORG"]}}]}
"""
SETTINGS = b"""annotator: anna
backups_latest: 4
badges: above
font_size: 14.5
keys: {confirm: [Return, Ctrl+M], reject: []}
recent_projects: [/tmp/a, /tmp/b]
"""
ALIASES = b"a: &a [x,x,x,x,x,x,x,x,x]\n" + b"".join(
    b"%c: &%c [*%c,*%c,*%c,*%c,*%c,*%c,*%c,*%c]\n" % (new, new, *[new - 1] * 8)
    for new in range(ord("b"), ord("k"))
)


class Fault(Exception):
    """A promise that was broken."""


@dataclass
class Materials:
    """What all trades draw from: seeds by format, a project with work, a package of it, and who reads patterns."""

    seeds: dict[str, list[Seed]]
    project: Path
    blank: Path  # a project without articles
    package: bytes
    schemas: list[bytes]
    talk: Talk  # what processes say to the window

    @classmethod
    def made(cls, folder: Path) -> Materials:
        seeds = corpus.corpus(folder)
        project, package = folder / "corpus", folder / "anna.zip"
        assert command("new", folder / "blank", "--schema", "blank")[0] == 0
        assert command("pack", project, package, "--annotator", "anna")[0] == 0
        schemas = [schema_reader.shipped(name).encode() for name in schema_reader.SHIPPED]
        return cls(
            seeds,
            project,
            folder / "blank",
            package.read_bytes(),
            [*schemas, (project / "project.yaml").read_bytes()],
            Talk.of(_copied(project, folder), package),
        )


Run = Callable[[], object]
Trade = Callable[
    [Materials, Random, Path], tuple[str, Run]
]  # writes its input into the folder; a name, and the rest


def ran(*words: object, codes: tuple[int, ...] = OK) -> str:
    """Run a command; return all that it said.  Fault when it did not end as commands do."""
    code, out, err = command(*words)
    said = out + err
    if code not in codes:
        raise Fault(f"{words[0]} ended with {code}: {said[-500:]}")
    if code and not said.strip():
        raise Fault(f"{words[0]} failed without a word")
    if "Traceback" in said or "more memory than there is" in said:
        raise Fault(f"{words[0]} said: {said[-500:]}")
    return said


def _copied(project: Path, folder: Path) -> Path:
    shutil.copytree(project, folder / "p", ignore=shutil.ignore_patterns("backups"))
    return folder / "p"


def reading(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A file of any format is imported; of every third, what came in must be whole, and is exported again."""
    name = chance.choice(sorted(given.seeds))
    others = [
        content for seed in chance.choice([*given.seeds.values()])[:4] for content in seed.files.values()
    ]
    path = chance.choice(given.seeds[name]).mutated(chance, others).write(folder)
    words = ("--format", name) if chance.randrange(3) else ()
    looked_at = chance.randrange(3) == 0

    def run() -> None:
        project = folder.parent / "p"
        shutil.copytree(given.blank, project)
        ran("import", project, path, *words)
        if looked_at:
            ran("check", project, codes=(0,))
            ran("export", project, folder.parent / "again.jsonl", *ALL)

    return name, run


def zips(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A zip of files of two formats is imported, its bytes mutated or those of the files in it; nothing of it stays."""
    path, inner = folder / "x.zip", chance.randrange(2)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as made:
        for seed in (chance.choice(given.seeds[chance.choice(sorted(given.seeds))]) for _ in range(2)):
            for name, content in seed.files.items():
                made.writestr(f"in/{name}", mutated(content, chance, [content]) if inner else content)
    if not inner:
        path.write_bytes(mutated(path.read_bytes(), chance, [path.read_bytes()]))

    def run() -> None:
        project = folder.parent / "p"
        shutil.copytree(given.blank, project)
        ran("import", project, path)
        ran("check", project, codes=(0,))

    return "zip", run


def packages(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A package is merged into the project that its articles are of."""
    how = wrapped.package if chance.randrange(4) else mutated
    path = folder / "work.zip"
    path.write_bytes(how(given.package, chance, [given.package]))

    def run() -> None:
        project = _copied(given.project, folder.parent)
        ran("merge", project, path)
        ran("check", project, codes=(0,))

    return "package", run


def schemas(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A `project.yaml` is opened with the project that it is of."""
    content = chance.choice(given.schemas)
    content = mutated(content + (ALIASES if chance.randrange(20) == 0 else b""), chance, given.schemas)
    (folder / "project.yaml").write_bytes(content)

    def run() -> None:
        project = _copied(given.project, folder.parent)
        shutil.copy(folder / "project.yaml", project)
        ran("check", project)
        ran("lint", project, "--annotator", "anna")
        ran("new", folder.parent / "n", "--schema", folder / "project.yaml")

    return "project.yaml", run


def settings(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A settings.yaml is read, and written with a change."""
    content = SETTINGS + (ALIASES if chance.randrange(20) == 0 else b"")
    (folder / "settings.yaml").write_bytes(mutated(content, chance, given.schemas))

    def run() -> None:
        kept = folder.parent / "config"
        shutil.copytree(folder, kept)
        made = Settings(kept)
        made.set(last_project="/tmp/x")
        again = Settings(kept)
        if again.problems or not isinstance(yaml.safe_load(again.path.read_text("utf-8")), dict):
            raise Fault(f"what was written cannot be read: {again.problems}")

    return "settings.yaml", run


def patterns(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A patterns.jsonl is used to suggest in an article."""
    how = wrapped.json_values if chance.randrange(2) else mutated
    path = folder / "patterns.jsonl"
    path.write_bytes(how(PATTERNS, chance, [PATTERNS]))

    def run() -> None:
        project = _copied(given.project, folder.parent)
        shutil.copy(path, project)
        ran("suggest", project, "--pipeline", "rules")

    return "patterns.jsonl", run


def replies(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """Lines that a process says to the window are read, and what may go into pools is stored."""
    lines = b"\n".join(given.talk.line(chance) for _ in range(6))
    (folder / "lines.jsonl").write_bytes(lines)

    def run() -> None:
        if found := given.talk.hear(lines):
            project = _copied(given.project, folder.parent)
            store(project, found)
            ran("check", project, codes=(0,))

    return "replies", run


def databases(given: Materials, chance: Random, folder: Path) -> tuple[str, Run]:
    """A `project.db` is checked, exported, repaired and salvaged."""
    content = (given.project / "project.db").read_bytes()
    for _ in range(chance.choice((1, 1, 3, 20))):
        content = _page_changed(content, chance)
    (folder / "project.db").write_bytes(content)

    def run() -> None:
        project = _copied(given.project, folder.parent)
        for words in _looks(project, folder.parent):
            shutil.copy(folder / "project.db", project)
            for name in ("project.db-wal", "project.db-shm"):
                (project / name).unlink(missing_ok=True)
            ran(*words)

    return "project.db", run


def _looks(project: Path, folder: Path) -> Iterator[tuple[object, ...]]:
    yield "check", project
    yield "export", project, folder / "out.jsonl", *ALL
    yield "check", project, "--salvage", folder / "saved"
    yield "check", project, "--repair"
    yield "lint", project, "--annotator", "anna"
    yield "backups", project
    yield "backup", project


def _page_changed(content: bytes, chance: Random) -> bytes:
    """Bytes, pages or the head of a database changed."""
    what, size = chance.randrange(10), 4096
    at = chance.randrange(max(1, len(content)))
    page, other = (chance.randrange(max(1, len(content) // size)) * size for _ in range(2))
    if what < 4:
        return content[:at] + bytes([chance.randrange(256)]) + content[at + 1 :]
    if what == 4:
        return content[:at] + chance.randbytes(chance.randrange(1, 200)) + content[at + 100 :]
    if what == 5:
        return content[:page] + content[other : other + size] + content[page + size :]
    if what == 6:
        return content[:page] + b"\0" * size + content[page + size :]
    if what == 7:
        return content[: chance.choice((at, page, 0, 100))]
    if what == 8:
        head = chance.randrange(100)
        return content[:head] + bytes([chance.randrange(256)]) + content[head + 1 :]
    return mutated(content, chance)


TRADES: dict[
    str, tuple[Trade, int]
] = {  # how many of 10,000 files go to each; databases are counted by themselves
    "reading": (reading, 6_400),
    "zips": (zips, 500),
    "packages": (packages, 1_000),
    "schemas": (schemas, 500),
    "settings": (settings, 400),
    "patterns": (patterns, 300),
    "replies": (replies, 500),
}
DATABASES = "databases"


def trade(name: str) -> Trade:
    return databases if name == DATABASES else TRADES[name][0]
