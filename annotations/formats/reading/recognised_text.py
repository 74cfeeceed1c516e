"""The kinds of text that nobody marks up: programs, settings, logs, dumps.  Told last, since an article may look like one."""

from __future__ import annotations

import re

from annotations.formats.reading.heads import Head
from annotations.formats.reading.recognised import ITS_TEXT, Refused

LOOKED_AT = 400  # lines
CODE = (
    *(
        ".py",
        ".pyi",
        ".js",
        ".mjs",
        ".ts",
        ".tsx",
        ".jsx",
        ".java",
        ".c",
        ".h",
        ".cc",
        ".cpp",
        ".hpp",
        ".cs",
        ".go",
    ),
    *(
        ".rs",
        ".rb",
        ".php",
        ".pl",
        ".sh",
        ".bash",
        ".ps1",
        ".bat",
        ".css",
        ".scss",
        ".swift",
        ".kt",
        ".scala",
        ".lua",
    ),
)
CODE_LINE = re.compile(
    r"""\s*(
    [{}()\[\]]+[;,]?
    | (def|class|if|elif|for|while|with|async)\b[^.]*:
    | (else|try|finally)\s*:
    | import\ [\w.]+(\ as\ \w+)? | from\ [\w.]+\ import\ .+
    | (import|export|package|using|use|require)\b.*;
    | \#\ ?(include|define|ifdef|ifndef|endif|pragma)\b.*
    | (public|private|protected|static|const|let|var|function|fn|func|return|int|void|struct|enum)\b.*[{;=(]
    | return\b[^.]{0,60}
    | [\w.$]+\([^.!?]*\);?
    | [\w.$\[\]"']+\ ?(=|\+=|:=)\ ?[^.!?]*
    | .*[)\]"'\w]\s*\{
    | .*\);
    | (//|\#!|/\*|\*/|@\w+$).*
    )\s*""",
    re.VERBOSE,
)
SIGNS = re.compile(r"[{}();=\[\]]")
FEWEST_OF_CODE, SHARE_OF_CODE = 4, 0.6
SECTION = re.compile(r"\[{1,2}[\w .:\"'/-]{1,80}\]{1,2}\s*([#;].*)?")
SETTING = re.compile(r"\s*[\w.\"'-]{1,60}\s*=.*|\s*[\]}].*|\s+[\"'\w{\[].*,\s*|\s+\S+\s*")
SETTINGS = (".ini", ".toml", ".cfg", ".conf", ".env", ".properties", ".editorconfig")
STAMP = re.compile(
    r"\W?(\d{4}[-/.]\d\d[-/.]\d\d[T ]\d\d?:\d\d|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{1,3}(\.\d{1,3}){3} \S+ \S+ \[|\d\d:\d\d:\d\d[.,]\d{3})"
)
LEVEL = re.compile(
    r"\b(INFO|WARN|WARNING|ERROR|DEBUG|TRACE|FATAL|NOTICE|CRITICAL)\b|\w\[\d+\]:|\" [1-5]\d\d (\d+|-)"
)
DUMP = re.compile(r"[0-9a-fA-F]{4,8}:?\s+([0-9a-fA-F]{2}){1,4}(\s+([0-9a-fA-F]{2}){1,4}){3,}(\s.*)?")
GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
FEWEST_OF_TABLE, SHARE_OF_TABLE, LONGEST_CELL = 5, 0.9, 40


def _share(head: Head, shape: re.Pattern[str]) -> float:
    """Return which share of the lines have that shape."""
    lines = [line[:500] for line in head.lines[:LOOKED_AT]]
    return sum(shape.match(line) is not None for line in lines) / max(1, len(lines))


def _is_code(head: Head) -> bool:
    """Return whether the text is a program's: most of its lines are, and signs that prose has not stand in many."""
    if head.ending in CODE or head.begin.startswith(("#!/", "<?php")):
        return True
    lines = [line[:500] for line in head.lines[:LOOKED_AT]]
    alike = sum(CODE_LINE.fullmatch(line) is not None for line in lines)
    signed = sum(SIGNS.search(line) is not None for line in lines)
    return alike >= max(FEWEST_OF_CODE, SHARE_OF_CODE * len(lines)) and signed * 2 >= len(lines)


def _are_settings(head: Head) -> bool:
    """Return whether the text has sections of settings and hardly anything else."""
    if head.ending in SETTINGS or head.path.name == ".env":
        return True
    lines = [line[:500] for line in head.lines[:LOOKED_AT] if not line.lstrip().startswith(("#", ";"))]
    sections = sum(SECTION.fullmatch(line.strip()) is not None for line in lines)
    set_ = sum(SETTING.fullmatch(line) is not None and "=" in line for line in lines)
    alike = sections + sum(SETTING.fullmatch(line) is not None for line in lines)
    return sections >= 1 and set_ >= max(2, sections) and alike >= 0.95 * len(lines)


def _is_log(head: Head) -> bool:
    """Return whether each line is stamped with a time and says of what weight it is; a live ticker's does not."""
    stamped = _share(head, STAMP)
    weighed = sum(LEVEL.search(line[:500]) is not None for line in head.lines[:LOOKED_AT])
    several = len(head.lines) >= FEWEST_OF_TABLE
    weighty = weighed >= 0.5 * min(len(head.lines), LOOKED_AT)
    return stamped >= 0.5 and (head.ending == ".log" or (several and stamped >= 0.8 and weighty))


def _is_dump(head: Head) -> bool:
    return len(head.lines) >= 2 and _share(head, DUMP) >= 0.8


def _is_aligned(head: Head) -> bool:
    """Return whether the lines are cells that begin at the same places, with blanks between; justified prose is not."""
    lines = [line[:500].rstrip() for line in head.lines[:LOOKED_AT]]
    if len(lines) < FEWEST_OF_TABLE:
        return False
    begins: dict[int, int] = {}
    cells = 0
    for line in lines:
        found = [gap.end() for gap in GAP.finditer(line)]
        cells += len(found) + 1
        for place in found:
            begins[place] = begins.get(place, 0) + 1
    aligned = sum(count >= SHARE_OF_TABLE * len(lines) for count in begins.values())
    return aligned >= 2 and sum(map(len, lines)) <= LONGEST_CELL * cells


KINDS = (
    Refused("a program's text", ITS_TEXT, _is_code),
    Refused("settings of a program", ITS_TEXT, _are_settings),
    Refused("a log of a program", ITS_TEXT, _is_log),
    Refused("a dump of bytes", "import the file that it was made of", _is_dump),
)
ALIGNED = (
    Refused(
        "a table whose columns are held apart by blanks",
        "save it as .csv whose first line names the columns, or import it with --columns if it is one of tokens",
        _is_aligned,
    ),
)
