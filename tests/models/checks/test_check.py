"""The check finds what is wrong, each in a sentence that names article and item; a whole project has none."""

from __future__ import annotations

import gzip
import re
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from annotations.errors import UserError
from models.project import Project
from models.transfer import checks
from tests.making import span
from tests.models.checks.filled import filled

OLD = Path(__file__).parents[2] / "projects"
SEALED = 10  # the version from which on articles have checksums
FERRY = r"ferry \(Ferries\)"
ON_NAVY = "(SELECT number FROM article WHERE id = 'navy')"
DAMAGES = [
    (
        "UPDATE article SET title = 'Fexries' WHERE id = 'ferry'",
        "details",
        r"title .* of ferry \(Fexries\) are not as",
    ),
    (
        "UPDATE article SET meta = '{}' WHERE id = 'ferry'",
        "details",
        rf"metadata of {FERRY} are not as they were",
    ),
    ("UPDATE suggestion SET score = 0.9 WHERE id = 's3'", "pool", rf"The suggestions on {FERRY} are not as"),
    ("DELETE FROM suggestion WHERE article = 1", "pool", rf"The suggestions on {FERRY} are not as"),
    ("UPDATE article SET pool_sum = '0'", "pool", rf"The suggestions on {FERRY} are not as"),
    (
        "UPDATE article_text SET text = '' WHERE article = 1",
        "text",
        rf"The text of {FERRY} is not the one its hash was made of",
    ),
    ("UPDATE article SET hash = '0' WHERE id = 'navy'", "text", "The text of navy is not the one"),
    ("UPDATE article_text SET text = CAST(x'ff41' AS TEXT)", "text", "The text of navy is not the one"),
    ("DELETE FROM article_text WHERE article = 1", "text", rf"The text of {FERRY} is missing"),
    ("UPDATE article SET length = 3 WHERE id = 'navy'", "text", "The length that is kept of navy"),
    ("UPDATE article SET meta = '[]' WHERE id = 'navy'", "body", "the metadata of navy cannot be read"),
    (
        "UPDATE item SET body = CAST(replace(body, 'changed', x'fe') AS TEXT) WHERE kind = 'progress'",
        "body",
        "progress progress on .* cannot be read",
    ),
    (
        "UPDATE event SET body = CAST(replace(body, 'score', x'fe') AS TEXT)",
        "replay",
        "holds bytes that are no text",
    ),
    (
        "UPDATE suggestion SET \"end\" = 99 WHERE id = 's3'",
        "bounds",
        rf"The suggested span s3 on {FERRY} lies at 32-99, and the text has 59 characters",
    ),
    (
        "UPDATE suggestion SET start = 'x' WHERE id = 's3'",
        "bounds",
        rf"The suggested span s3 on {FERRY} lies at x-35",
    ),
    (
        "UPDATE suggestion SET start = 31 WHERE id = 's3'",
        "quote",
        rf"words kept of the suggested span s3 on {FERRY}",
    ),
    (
        "UPDATE suggestion SET status = 'odd' WHERE id = 's3'",
        "body",
        rf"suggested span s3 on {FERRY} cannot be read",
    ),
    ("UPDATE item SET \"end\" = 99 WHERE id = 'b'", "bounds", rf"bob's span b on {FERRY} lies at 24-99"),
    (
        "UPDATE item SET label = 'ORG' WHERE id = 'b'",
        "log",
        rf"bob's work on {FERRY} is not what the log says: span b \(GPE at 24-28, confirmed\) is another \(ORG at",
    ),
    (
        "DELETE FROM item WHERE id = 's2'",
        "log",
        rf"anna's work on {FERRY} is .* span s2 \(GPE at 24-28, confirmed\) is missing",
    ),
    ("UPDATE item SET annotator = 'eve' WHERE id = 'b'", "log", r"eve's work on .* span b .* is not in it"),
    ("UPDATE item SET body = '[]' WHERE id = 'c1'", "body", rf"anna's comment c1 on {FERRY} cannot be read"),
    ("UPDATE item SET label = 'X' WHERE id = 'f1'", "body", rf"anna's fact f1 on {FERRY} cannot be read"),
    (
        "UPDATE item SET body = replace(body, '\"end\":35', '\"end\":135') WHERE id = 'f1'",
        "bounds",
        r"fact f1 .* lies at 32-135",
    ),
    (
        "UPDATE event SET body = '[' WHERE verb = 'put fact'",
        "replay",
        rf"The log of anna's work on {FERRY} cannot be replayed",
    ),
    (
        "UPDATE event SET body = x'00' WHERE verb = 'put fact'",
        "body",
        r"The event \d+ \(put fact, by anna\) of the log",
    ),
    ("DELETE FROM touched WHERE annotator = 'bob'", "log", "bob's work on"),
    (
        "INSERT INTO article_words (article_words, rowid, text) SELECT 'delete', article, text FROM article_text",
        "search",
        "The full-text index is not that of the texts",
    ),
    (
        "UPDATE tally SET undecided = 7 WHERE annotator = 'anna' AND article = 1",
        "tally",
        rf"what anna has left to decide on {FERRY}",
    ),
    (
        f"DELETE FROM tally WHERE annotator = 'bob' AND article = {ON_NAVY}",
        "tally",
        "what bob has left .* on navy",
    ),
    ("DELETE FROM undecided", "tally", "what anna has left to decide"),
    ("UPDATE wording SET confirmed = 5", "wordings", "what decisions teach"),
    ("UPDATE verdict SET decided = 5", "wordings", "what decisions teach"),
    ("INSERT INTO fact_verdict VALUES ('anna', 'ATTACK', 1, 1)", "wordings", "what decisions teach"),
    ("DELETE FROM event WHERE verb = 'import'", "file", "The log has no event for 2 rows of work"),
    ("ALTER TABLE tally ADD COLUMN more", "file", "The table or index tally is not built as this"),
    ("INSERT INTO tombstone SELECT article, annotator, kind, id, event FROM item", "file", "kept as deleted"),
]


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Project]:
    project = Project(filled(tmp_path))
    yield project
    project.close()


def test_a_whole_project_has_no_faults(at: Project) -> None:
    found = checks.check(at)
    assert (found.faults, found.notices) == ([], ["The fact type COUNT of 1 fact is not in project.yaml."])


@pytest.mark.parametrize(("damage", "kind", "sentence"), DAMAGES, ids=[damage[0] for damage in DAMAGES])
def test_a_damage_is_named(at: Project, damage: str, kind: str, sentence: str) -> None:
    at.db.run("PRAGMA foreign_keys = 0")
    at.db.run(damage)
    said = [fault.sentence for fault in checks.check(at).faults if fault.kind == kind]
    assert any(re.search(sentence, one) for one in said), said


def test_a_label_that_the_schema_lacks_is_named_with_its_first_article(at: Project) -> None:
    at.set_schema(replace(at.schema, labels={"ORG": at.schema.labels["ORG"]}))
    said = [fault for fault in checks.check(at).faults if fault.kind == "label"]
    assert said[0].sentence.startswith(
        "The label GPE of 2 decided spans, the first on ferry (Ferries), is not in"
    )
    assert [fault.sentence.split()[2] for fault in said] == ["GPE", "GPE", "PERSON"]


def test_wordings_that_went_with_an_article_are_said_to_be_not_compared(at: Project) -> None:
    at.remove_article("ferry")
    found = checks.check(at)
    assert found.faults == []
    assert any("not compared: the log tells of articles" in notice for notice in found.notices)


def test_an_edit_an_undo_and_suggestions_anew_leave_the_project_whole(at: Project) -> None:
    at.set_pools([("navy", [span(0, 5, "ORG", origin="rules 1")])], by="rules 2")
    at.undo("anna")
    at.describe("navy", title="Other\x07", meta={"source": "x"})
    assert checks.check(at).faults == []


@pytest.mark.parametrize("name", sorted(path.name for path in OLD.iterdir()))
def test_an_old_project_is_whole(tmp_path: Path, name: str) -> None:
    (tmp_path / "project.db").write_bytes(gzip.decompress((OLD / name / "project.db.gz").read_bytes()))
    shutil.copyfile(OLD / name / "project.yaml", tmp_path / "project.yaml")
    project = Project(tmp_path)
    found = checks.check(project)
    is_before = int(name[1:]) < SEALED
    assert (found.faults, found.unsealed) == ([], int(is_before))
    assert any("of 1 article was not compared" in notice for notice in found.notices) is is_before
    assert (checks.repair(project).copy is not None) is is_before
    again = checks.check(project)
    assert (again.faults, again.unsealed) == ([], 0)
    project.close()


def test_a_file_whose_damage_sqlite_quotes_is_refused_in_a_sentence(tmp_path: Path) -> None:
    path = filled(tmp_path) / "project.db"
    path.write_bytes(path.read_bytes().replace(b"CREATE TABLE event (", b"CREATE TABLE event \x94", 1))
    with pytest.raises(UserError, match=r"cannot be opened: (its tables are damaged|malformed)"):
        Project(path.parent)
