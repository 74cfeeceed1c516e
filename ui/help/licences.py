"""The version of the program, what it is made with, and the licences of its parts."""

from __future__ import annotations

import re
from pathlib import Path

from ui.look import fonts, icons
from ui.trouble.report_files import versions

MARKS = re.compile(r"[\\`*_{}\[\]()#+\-.!<>|]")  # of Markdown
SAID = (
    "Mark who did what in the news: names, facts and who says so. "
    "Everything stays on this computer: no account, no server."
)
LICENCES = (  # of what, its name, and where its text lies
    ("Factmark", "MIT", Path(__file__).parents[2] / "LICENSE"),
    ("Inter, the font of the window", "OFL-1.1", fonts.FOLDER / "LICENSE.txt"),
    ("Lucide, the icons; some from Feather", "ISC and MIT", icons.FOLDER / "LICENSE"),
)


def about() -> str:
    """Return the versions and licences, as Markdown; a text of a licence that is not there is left out."""
    made = ", ".join(f"{name} {version}" for name, version in versions().items() if name != "Factmark")
    parts = [
        f"# Factmark {versions()['Factmark']}",
        SAID,
        f"Made with {made}.",
        "## Licences",
        "\n".join(f"- {what}: {name}" for what, name, _ in LICENCES),
    ]
    for what, name, path in LICENCES:
        if text := _text(path):
            parts += [f"### {what}: {name}", _wrapping(text)]
    return "\n\n".join(parts)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError:
        return ""


def _wrapping(text: str) -> str:
    """Return a plain text as Markdown whose paragraphs wrap."""
    escaped = MARKS.sub(r"\\\g<0>", text)
    return "\n\n".join(filter(None, (" ".join(part.split()) for part in escaped.split("\n\n"))))
