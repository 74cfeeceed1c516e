"""SIGKILL at random moments: the database stays whole, and what was shown as saved is there.

`--kills N` says how often each is killed; `make crash` does so 20 times.  The seed is printed.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from annotations.articles import Article
from annotations.formats.base import Record
from annotations.schema import reader as schema_reader
from annotations.spans import derived_id
from models.project import DATABASE_FILE, Project
from models.store import backup
from tests import crashing
from tests.benchmarks import made_articles
from tests.crashing import ROOT, WHO
from tests.making import suggested

RECORDS, LONG = 600, 2_000  # that are imported; where each is killed oftener than usual
USUAL = 3  # kills
WORDS = (
    "Maria",
    "Ruiz",
    "of",
    "the",
    "Navy",
    "left",
    "Oslo",
    "on",
    "Tuesday",
    "and",
    "said",
    "so",
    "in",
    "Rome",
)


@pytest.fixture
def kills(request: pytest.FixtureRequest) -> int:
    return int(request.config.getoption("--kills"))


@pytest.fixture
def chance() -> random.Random:
    seed = random.SystemRandom().randrange(1 << 30)
    print(f"seed {seed}")
    return random.Random(seed)


@pytest.fixture
def worked_on(tmp_path: Path, chance: random.Random) -> Path:
    """A project of six articles full of suggestions."""
    new = Project.create(tmp_path / "p", schema_reader.parse(schema_reader.shipped("news")))
    texts = {f"a{n}": " ".join(chance.choices(WORDS, k=400)) for n in range(6)}
    arrivals = new.arrivals(by=WHO)
    arrivals.take(Record(Article(id_, text, id_)) for id_, text in texts.items())
    arrivals.land()
    arrivals.close()
    new.set_pools([(id_, pool(id_, text)) for id_, text in texts.items()], by="made")
    new.close()
    return new.folder


def pool(article: str, text: str) -> list:
    """A suggestion on every word with a capital."""
    starts = [i for i in range(len(text)) if text[i].isupper()]
    return [
        suggested(i, text.find(" ", i + 1) % (len(text) + 1), "ORG", derived_id(article, i)) for i in starts
    ]


def command(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "main.py"), *map(str, words)], capture_output=True, text=True, check=False
    )


def seconds(*words: object) -> float:
    """How long a command takes that is left alone."""
    start = time.monotonic()
    assert command(*words).returncode == 0
    return time.monotonic() - start


def killed(chance: random.Random, longest: float, *words: object) -> None:
    """Starts the command and kills it within so many seconds."""
    crashing.kill(crashing.start(ROOT / "main.py", *words), after=chance.random() * longest)


def assert_whole(folder: Path) -> None:
    assert backup.problems(folder / DATABASE_FILE) == []
    project = Project(folder)
    try:
        assert project.history.problems() == []
    finally:
        project.close()


def articles(folder: Path) -> int:
    project = Project(folder)
    try:
        row = project.db.row("SELECT count(*) FROM article")
        return row[0] if row else 0
    finally:
        project.close()


# --- the window


def test_what_was_shown_as_saved_survives_a_kill(worked_on: Path, kills: int, chance: random.Random) -> None:
    for n in range(kills):
        project = Project(worked_on)
        before, count = crashing.sets(project), crashing.edits(project)
        project.close()
        kept = worked_on.with_name(f"kept{n}")
        crashing.killed_at_work(worked_on, kept, chance)
        assert_whole(worked_on)
        assert_kept(worked_on, *crashing.expected(before, kept), count)
        assert_undo_works_on(worked_on)
    crashing.killed_at_work(worked_on, kept, chance)  # and it opens again
    assert command("check", worked_on).returncode == 0


def assert_kept(folder: Path, expected: dict, shown: int, before: int) -> None:
    """The sets are what was shown, or that and one edit more."""
    project = Project(folder)
    try:
        now, written = crashing.sets(project), crashing.edits(project) - before
        assert shown >= crashing.PROVEN
        assert written - shown in (0, 1)
        assert (now if written == shown else crashing.before_the_last(project, now)) == expected
    finally:
        project.close()


def assert_undo_works_on(folder: Path) -> None:
    project = Project(folder)
    try:
        now, verb = crashing.sets(project), project.history.next_undo(WHO)
        undone = project.undo(WHO)
        assert (undone.verb if undone else None) == verb
        assert (crashing.sets(project) != now) == bool(undone)
        if undone:
            assert project.redo(WHO) == undone.inverse()
        assert crashing.sets(project) == now
        assert project.history.problems() == []
    finally:
        project.close()


# --- commands


@pytest.fixture
def empty(tmp_path: Path) -> Path:
    return made(tmp_path / "p")


def made(folder: Path) -> Path:
    Project.create(folder, schema_reader.parse(schema_reader.shipped("news"))).close()
    return folder


@pytest.fixture(scope="module")
def count(request: pytest.FixtureRequest) -> int:
    return LONG if request.config.getoption("--kills") > USUAL else RECORDS


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory, count: int) -> Path:
    return made_articles.write(tmp_path_factory.mktemp("source") / "many.jsonl", articles=count)


def test_a_killed_import_leaves_all_or_nothing(
    empty: Path, source: Path, count: int, kills: int, chance: random.Random, tmp_path: Path
) -> None:
    whole, folder = seconds("import", empty, source), made(tmp_path / "p0")
    for n in range(kills):
        killed(chance, whole, "import", folder, source)
        assert_whole(folder)
        if articles(folder):
            assert articles(folder) == count
            folder = made(tmp_path / f"p{n + 1}")
    assert command("import", folder, source).returncode == 0
    assert articles(folder) == count
    assert command("check", folder).returncode == 0


def test_a_killed_export_leaves_the_old_file(
    empty: Path, source: Path, kills: int, chance: random.Random, tmp_path: Path
) -> None:
    assert command("import", empty, source).returncode == 0
    out, words = tmp_path / "out.jsonl", ["--format", "jsonl", "--spans", "all"]
    whole = seconds("export", empty, out, *words)
    new = out.read_bytes()
    for _ in range(kills):
        out.write_bytes(b"what was there\n")
        killed(chance, whole, "export", empty, out, *words)
        assert out.read_bytes() in (b"what was there\n", new)
    assert_whole(empty)
    assert command("export", empty, out, *words).returncode == 0
    assert out.read_bytes() == new
