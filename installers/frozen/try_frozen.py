"""Tries the frozen program whole: `try_frozen.py FOLDER`; 1 with what failed.

`make frozen` runs this.  It runs the program in an environment with nothing in it and, where this is root and Linux, in
a mount namespace where each Python, the libraries and the sources are gone.  What it reads and writes must be
what the source tree reads and writes.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from annotations import formats
from installers.frozen.hiding import hidden
from installers.frozen.trial import LONGEST, Trial, counted_article, marked_articles
from installers.frozen.try_window import try_window
from tests.fuzz.corpus import Seed, command, corpus

EACH = 1  # files that are read of a format
ARTICLES = 6  # that are imported first
MANY = 20_000  # of an import that is stopped
COUNTED = {  # language -> a text and the counts in it, of which the last has no number
    "de": ("Es wurden 1.234,5 Tonnen, später viele.", "1.234,5", "viele"),
    "fr": ("Il y en avait 1 234,5 tonnes, puis beaucoup.", "1 234,5", "beaucoup"),
}
LACKS = "This build of Factmark comes without pyarrow: choose another format."
FOLDERS = "This build of Factmark takes pipelines from folders alone"
CHANGING = re.compile(r"/tmp/\S*?/(?=out|own|theirs)|\b\d+(\.\d+)? s\b")


def texts(path: Path) -> dict[str, bytes]:
    """Return what was written, by its name below the path; without manifests, which hold times."""
    top = path.parent if path.is_file() else path
    paths = [path] if path.is_file() else [one for one in path.rglob("*") if one.is_file()]
    return {str(one.relative_to(top)): one.read_bytes() for one in paths if "manifest" not in one.name}


def try_commands(trial: Trial) -> Path:
    """Do the main job by commands; return the project."""
    folder = trial.at / "project"
    version = trial.do("--version")
    trial.check(command("--version")[1] == version, f"--version says {version}")
    trial.do("--help")
    listed = trial.do("formats")
    trial.check(command("formats")[1].split() == listed.split(), "formats differ from the source's")
    trial.do("new", folder)
    samples = sorted((Path(trial.program[-1]).parent / "_internal" / "samples").glob("*.txt"))
    trial.do("import", folder, *samples[:ARTICLES], "--annotator", "anna")
    trial.do("suggest", folder, "--what", "all")
    trial.check("PERSON" in trial.do("search", folder, "label:PERSON", "--counts"), "no PERSON is suggested")
    found = trial.do("search", folder, r"/[A-Z]\w+ [A-Z]\w+/", "--limit", 5)
    trial.check(found.count("\n") > 3, f"a regular expression found: {found}")
    for words in ("stats", "lint", "facts", "check", "compare", "lists", "backup", "backups"):
        trial.do(words, folder)
    trial.do("report", folder, trial.at / "report.zip")
    return folder


def try_languages(trial: Trial) -> None:
    """Read numbers as other languages write them: a check of the work names the counts without one."""
    for code, (text, *counts) in COUNTED.items():
        given, project = trial.at / f"{code}.jsonl", trial.at / f"own-{code}"
        given.write_text(json.dumps(counted_article(text, counts)) + "\n", "utf-8")
        trial.do("new", project, "--language", code, "--pipeline", "none")
        trial.do("import", project, given, "--annotator", "anna")
        said = json.loads(trial.do("lint", project, "--annotator", "anna", "--json") or "{}")
        found = [row["words"] for row in said.get("findings", ()) if row["look"] == "no number"]
        trial.check(found == [f"“{counts[-1]}”"], f"the language {code}: there is no number in {found}")


def try_reading(trial: Trial, seeds: dict[str, list[Seed]]) -> None:
    """Import files of every format that is read, and compare what came in with what the source takes of them."""
    for name, files in seeds.items():
        for number, seed in enumerate(files[:EACH]):
            place = trial.at / "in" / f"{name}-{number}"
            place.mkdir(parents=True)
            path = seed.write(place)
            if path.suffix == ".parquet":
                _, _, said = trial.run("import", _new(trial, trial.run, place / "own"), path)
                trial.check("This build of Factmark comes without pyarrow" in said, f"{path}: {said}")
                continue
            words = (path, "--format", name, "--annotator", "anna")
            own, theirs = (
                _read(run, _new(trial, run, place / of), words)
                for run, of in ((trial.run, "own"), (command, "theirs"))
            )
            trial.check(own == theirs, f"{path} is read otherwise: {own[0]} and {theirs[0]}")


def _new(trial: Trial, run: Callable[..., tuple[int, str, str]], project: Path) -> Path:
    run("new", project, "--schema", "news")
    return project


def _read(
    run: Callable[..., tuple[int, str, str]], project: Path, words: tuple[object, ...]
) -> tuple[object, ...]:
    code, out, err = run("import", project, *words)
    said = CHANGING.sub("", (out + err).replace(str(project), ""))
    left = project.parent / f"{project.name}.jsonl"
    run("export", project, left, "--format", "jsonl", "--articles", "all", "--spans", "all")
    lines = left.read_bytes().splitlines() if left.exists() else []  # a text may hold other ends of lines
    return (code, said, *map(_plain, map(json.loads, lines)))


def _plain(record: dict[str, Any]) -> tuple[object, ...]:
    """Return what a record says, without the ids that an import makes."""
    spans = sorted((span["start"], span["end"], span["label"]) for span in record.get("spans", ()))
    return (
        record["text"],
        record.get("title"),
        spans,
        sorted(fact["type"] for fact in record.get("facts", ())),
    )


def try_writing(trial: Trial, project: Path) -> None:
    """Export in every format that is written, each proved, and compare with what the source writes."""
    trial.do("suggest", project, "--what", "all", "--again")
    for name, form in formats.FORMATS.items():
        if not (form.write or form.across):
            continue
        words = ("--format", name, "--articles", "all", "--spans", "all")
        outs = [
            trial.at / "out" / of / (name if form.folder else f"{name}{(*form.suffixes, '.jsonl')[0]}")
            for of in ("own", "theirs")
        ]
        for out in outs:
            out.parent.mkdir(parents=True, exist_ok=True)
        code, said, err = trial.run("export", project, outs[0], *words)
        if name == "hf":
            trial.check(code == 1 and LACKS in err and not outs[0].exists(), f"hf: {code}: {err}")
            continue
        trial.check(code == 0, f"export --format {name}: {code}: {err or said}")
        command("export", project, outs[1], *words)
        trial.check(
            texts(outs[0]) == texts(outs[1]), f"export --format {name} writes other files than the source"
        )
    split = ("--format", "jsonl", "--articles", "all", "--spans", "all", "--split", "60/20/20")
    trial.do("export", project, trial.at / "split", *split)


def try_learning(trial: Trial, project: Path) -> None:
    """Train for some seconds, suggest with what was trained, and tell why an installed package cannot be had."""
    learner, marked = trial.at / "learner", marked_articles(trial.at / "marked.jsonl")
    trial.do("new", learner)
    trial.do("import", learner, marked, "--annotator", "anna")
    code, out, err = trial.run(
        "train", learner, "--annotator", "anna", "--budget", 5, "--out", trial.at / "trained"
    )
    trial.check(code == 0, f"train: {code}: {err or out}")
    trial.do("suggest", project, "--pipeline", trial.at / "trained", "--again", "--trust-pipeline")
    trial.do("evaluate", trial.at / "trained", marked, "--trust-pipeline")
    code, _, err = trial.run("suggest", project, "--pipeline", "en_core_web_sm", "--again")
    trial.check(code == 1 and FOLDERS in err, f"an installed package: {code}: {err}")
    trial.do("paper", learner, trial.at / "paper")
    trial.do("codebook", learner, trial.at / "codebook")
    trial.do("pack", learner, trial.at / "anna.factmark", "--annotator", "anna")
    trial.do("merge", learner, trial.at / "anna.factmark")


def try_suggester(trial: Trial, project: Path) -> None:
    """Run a suggester of the person's own: its environment must not name our libraries."""
    seen = trial.at / "seen"
    told = [
        "/bin/sh",
        "-c",
        f'echo "${{LD_LIBRARY_PATH-none}} ${{QT_PLUGIN_PATH-none}}" > {seen}; cat > /dev/null',
    ]
    folder = trial.at / "home" / ".config" / "factmark"
    folder.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"suggesters": {"mine": {"command": told, "timeout": 5}}})
    (folder / "settings.yaml").write_text(line, "utf-8")
    trial.run("suggest", project, "--pipeline", "mine", "--again")
    said = seen.read_text("utf-8").strip() if seen.exists() else "it was not run"
    trial.check(said == "none none", f"the environment of a suggester: {said}")
    (folder / "settings.yaml").unlink()


def try_watcher(trial: Trial) -> None:
    """Kill an import of a zip: a process of its own removes what was unpacked."""
    folder = trial.at / "unpacked"
    folder.mkdir()
    watcher = subprocess.Popen([*trial.program, "watch", str(folder)], env=trial.env, stdin=subprocess.PIPE)
    trial.count += 1
    trial.check(folder.is_dir(), "the watcher did not wait")
    watcher.communicate()
    trial.check(not folder.exists() and watcher.returncode == 0, "the watcher left the folder")


def try_stopping(trial: Trial) -> None:
    """Stop an import by Ctrl+C once it says that it is at work."""
    folder, many = trial.at / "stopped", trial.at / "many.jsonl"
    with many.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps({"text": f"Article {number}. " * 50}) + "\n" for number in range(MANY))
    trial.do("new", folder)
    running = subprocess.Popen(
        [*trial.program, "import", str(folder), str(many), "--progress"],
        env=trial.env,
        cwd=trial.at,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    trial.count += 1
    if running.stdout:
        running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, err = running.communicate(timeout=LONGEST)
    trial.check(running.returncode == 130 and "Traceback" not in err, f"Ctrl+C: {running.returncode}: {err}")


def try_demo(trial: Trial) -> None:
    """Have the demo do the main job in the window, off-screen, by keys."""
    trial.do("demo", "--out", trial.at / "demo")
    trial.check(any((trial.at / "demo").rglob("*.png")), "the demo took no picture")


def main(built: Path) -> int:
    """Try the program in that folder; return the exit code."""
    at = Path(tempfile.mkdtemp(prefix="factmark-frozen-"))
    (at / "home").mkdir()
    os.environ["FACTMARK_CONFIG"] = str(at / "config")
    trial = Trial([*hidden(ROOT, say=print), str(built.resolve() / "factmark")], at)
    begun = time.monotonic()
    project = try_commands(trial)
    seeds = corpus(at)
    steps = {
        "languages": lambda: try_languages(trial),
        "the watcher": lambda: try_watcher(trial),
        "Ctrl+C": lambda: try_stopping(trial),
        "a suggester": lambda: try_suggester(trial, project),
        "writing": lambda: try_writing(trial, project),
        "reading": lambda: try_reading(trial, seeds),
        "learning": lambda: try_learning(trial, project),
        "the demo": lambda: try_demo(trial),
        "the window": lambda: try_window(trial, command),
    }
    for name, step in steps.items():
        print(f"{time.monotonic() - begun:5.0f} s: {name}", flush=True)
        step()
    print(f"{trial.count} processes of the frozen program were run; {len(trial.failed)} checks failed.")
    shutil.rmtree(at, ignore_errors=True)
    return 1 if trial.failed else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
