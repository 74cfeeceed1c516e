"""Print the table of kinds of file as Markdown: what each is taken for, and the sentence it gets."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from tests.annotations.formats.reading.test_kinds import KINDS
from tests.kinds.kind import taken


def main() -> None:
    print("| kind | file | taken for | sentence |\n|---|---|---|---|")
    for kind in KINDS:
        with TemporaryDirectory() as folder:
            found = taken(kind.made(Path(folder)))
        form = found.form if found.texts else "refused"
        cells = (kind.name, f"`{kind.file}`", form, " ".join(found.sentences))
        print(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")


main()
