"""A trial of the frozen program: how it is run, what went wrong, and articles to learn from."""

from __future__ import annotations

import json
import re
import subprocess
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

LONGEST = 300  # seconds of a command
TAUGHT = 24  # articles that are learned from


@dataclass
class Trial:
    """The program, the folder it is tried in, and what went wrong."""

    program: list[str]
    at: Path
    failed: list[str] = field(default_factory=list)
    count: int = 0

    @property
    def env(self) -> dict[str, str]:
        home = str(self.at / "home")
        return {"HOME": home, "PATH": "/nowhere", "QT_QPA_PLATFORM": "offscreen", "OMP_NUM_THREADS": "1"}

    def run(self, *words: object) -> tuple[int, str, str]:
        """Run a command of the frozen program; its exit code, stdout and stderr."""
        self.count += 1
        done = subprocess.run(
            [*self.program, *map(str, words)],
            cwd=self.at,
            env=self.env,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        return done.returncode, done.stdout, done.stderr

    def do(self, *words: object) -> str:
        """Run a command that has to succeed; return what it said."""
        code, out, err = self.run(*words)
        self.check(code == 0, f"{' '.join(map(str, words))}: {code}: {err or out}")
        return out

    def check(self, is_so: bool, said: str) -> None:
        if not is_so:
            print(f"  failed: {said}")
            self.failed.append(said)


def marked_articles(path: Path) -> Path:
    """Write articles with spans, as many as a training needs."""
    people, places = ("Maria Ruiz", "Kofi Mensah", "Ada Lind", "Tom Okoro"), ("Oslo", "Accra", "Lima")
    with path.open("w", encoding="utf-8") as file:
        for n in range(TAUGHT):
            who, whom, where = people[n % 4], people[(n + 1) % 4], places[n % 3]
            text = f"{who} of Acme Bank met {whom} in {where} on day {n}. {whom} then left {where}."
            words = {who: "PERSON", whom: "PERSON", where: "GPE", "Acme Bank": "ORG"}
            places_of = ((found, words[found[0]]) for found in re.finditer("|".join(words), text))
            spans = [
                {"start": found.start(), "end": found.end(), "label": label} for found, label in places_of
            ]
            file.write(json.dumps({"id": f"t{n}", "text": text, "state": "done", "spans": spans}) + "\n")
    return path


def counted_article(text: str, counts: list[str]) -> dict[str, Any]:
    """Return an article with one fact, whose counts are these wordings."""
    at = [(text.index(count), text.index(count) + len(count)) for count in counts]
    role = {"role": "count", "fillers": [{"start": start, "end": end} for start, end in at]}
    return {"id": "counted", "text": text, "state": "done", "facts": [{"type": "CASUALTY", "roles": [role]}]}
