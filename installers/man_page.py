"""The man page factmark(1), made from the program's own table of commands: what `--help` says, and no word of its own on them.

`python -m installers.man_page VERSION DATE` writes it on stdout; it runs where the program's libraries are.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import Any

from typer.main import get_command

from ui.commands.run import program

LETTERS = {"\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti", '"': "\\(dq"}
PLACE = re.compile(r"<\w+>|\b[A-Z][A-Z0-9_]+(?:\.\.\.)?")  # what stands for a word of the person's
OPTION = re.compile(r"(?<![\w-])--?\w[\w-]*")
WITHOUT = str.maketrans("", "", "{}")
HELP = "-h, --help"  # every command has it
EXIT = {
    "0": "done",
    "1": "an error of the user's, told in a sentence on stderr: what, where, what to do",
    "2": "words that the command does not know",
    "130": "stopped",
}
FILES = {
    "~/.config/factmark/settings.yaml": "the person's settings",
    "~/.config/factmark/errors.log": "unexpected errors, for a report of a problem",
    "PROJECT/project.yaml": "labels, fact types and guidelines of a project; made to be edited",
    "PROJECT/project.db": "its articles and all work on them; only the program writes it",
    "PROJECT/backups/": "copies of both",
}
ENVIRONMENT = {
    "FACTMARK_CONFIG": "a folder for settings and log in place of ~/.config/factmark",
    "DISPLAY, WAYLAND_DISPLAY": "where the window opens",
    "QT_QPA_PLATFORM": "offscreen runs the window without a display",
}
EXAMPLES = {
    "factmark": "the window, with the project of last time",
    "factmark new harbour --schema news": "a new project with the shipped labels and fact types",
    "factmark import harbour texts/": "all articles of a folder",
    "factmark suggest harbour --what all": "suggestions for all of them",
    "factmark export harbour out.jsonl --format jsonl": "the finished ones as a dataset",
}


def plain(text: str) -> str:
    """Return the words as roff that shows them as they are."""
    return "".join(LETTERS.get(letter, letter) for letter in " ".join(text.split()))


def lines(text: str) -> Iterator[str]:
    """Yield the text as lines of roff, of which none is a request."""
    for line in wrap(plain(text), 79, break_long_words=False, break_on_hyphens=False) or ["\\&"]:
        yield "\\&" + line if line.startswith(".") else line


def term(text: str) -> str:
    """Return options and their places: what is typed bold, what stands for something else slanted."""
    words = PLACE.sub(lambda found: f"\0I{found[0].strip('<>')}\0R", text)
    words = OPTION.sub(lambda found: f"\0B{found[0]}\0R", words)
    return plain(words).replace("\0", "\\f")


def listed(rows: Iterable[tuple[str, str]]) -> Iterator[str]:
    for name, text in rows:
        yield from (".TP", name, *lines(text))


def table(rows: dict[str, str]) -> Iterator[str]:
    return listed((f"\\fB{plain(name)}\\fR", text) for name, text in rows.items())


def parameters(command: Any, context: Any) -> Iterator[tuple[str, str]]:
    """Yield name and help of each argument and option that is not in every command."""
    for parameter in command.get_params(context):
        record = parameter.get_help_record(context)
        if record and record[0] != HELP:
            is_option = record[0].startswith("-")
            yield term(record[0] if is_option else record[0].split()[0]), record[1]


def commands(group: Any, context: Any) -> Iterator[str]:
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        own = type(context)(command, info_name=name, parent=context)
        usage = (
            " ".join(command.collect_usage_pieces(own))
            .translate(WITHOUT)
            .replace("......", "...")
            .replace("[[", "[")
            .replace("]]", "]")
        )
        yield f".SS \\fBfactmark {plain(name)}\\fR {term(usage)}"
        yield from lines(command.help or "")
        yield from listed(parameters(command, own))


def man_page(version: str, date: str) -> str:
    """Return the page as roff."""
    group: Any = get_command(program())
    context = group.make_context("factmark", [], resilient_parsing=True)
    return "\n".join(
        [
            f'.TH FACTMARK 1 "{date}" "factmark {version}" "User Commands"',
            ".SH NAME",
            "factmark \\- mark up news by hand: entities and facts",
            ".SH SYNOPSIS",
            ".nf",
            "\\fBfactmark\\fR [\\fBopen\\fR [\\fIPROJECT\\fR|\\fIFILE\\fR]]",
            "\\fBfactmark\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] ...",
            ".fi",
            ".SH DESCRIPTION",
            *lines(group.help),
            ".SH OPTIONS",
            *listed((term(name), text) for name, text in options(group, context)),
            ".SH COMMANDS",
            "Each has \\fB\\-h\\fR, \\fB\\-\\-help\\fR too.",
            *commands(group, context),
            ".SH EXIT STATUS",
            *table(EXIT),
            ".SH ENVIRONMENT",
            *table(ENVIRONMENT),
            ".SH FILES",
            *table(FILES),
            ".SH EXAMPLES",
            *table(EXAMPLES),
            "",
        ]
    )


def options(group: Any, context: Any) -> Iterator[tuple[str, str]]:
    for parameter in group.get_params(context):
        if record := parameter.get_help_record(context):
            yield record


if __name__ == "__main__":
    sys.stdout.write(man_page(*sys.argv[1:]))
