"""Takes out of the frozen program what nothing reads, and says how large it is then: `trim.py FOLDER`.

That are the symbols of compiled files, and of what babel knows of languages all but numbers, dates and countries.

A file that a wheel's builder has moved things about in (auditwheel does) may not load any more once it is stripped:
it is left as it was.
"""

from __future__ import annotations

import pickle
import re
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

SHOWN = 12  # parts
UNREAD = frozenset(  # of babel's languages
    re.findall(
        r"\w+",
        """
    unit_patterns unit_display_names compound_unit_patterns currency_names currency_names_plural
    languages scripts variants meta_zones time_zones compact_decimal_formats compact_currency_formats
""",
    )
)
SEGMENT = re.compile(r"^\s+LOAD\s+(0x\w+)\s+(0x\w+)\s+\S+\s+\S+\s+\S+\s+[RWE ]+\s+(0x\w+)$", re.MULTILINE)


def strip(path: Path, aside: Path) -> None:
    """Strip the file, unless it would not load then."""
    shutil.copy2(path, aside)
    done = subprocess.run(["strip", str(aside)], capture_output=True, check=False)
    if done.returncode == 0 and loads(aside):
        shutil.copy2(aside, path)


def loads(path: Path) -> bool:
    """Return whether the file's segments lie where the loader can map them."""
    said = subprocess.run(["readelf", "-lW", str(path)], capture_output=True, text=True, check=True).stdout
    found = [tuple(int(number, 16) for number in row) for row in SEGMENT.findall(said)]
    return bool(found) and all((offset - address) % align == 0 for offset, address, align in found)


def thin(path: Path) -> None:
    """Leave the parts that are unread out of a language of babel's."""
    known = pickle.loads(path.read_bytes())
    path.write_bytes(pickle.dumps({name: part for name, part in known.items() if name not in UNREAD}, 2))


def megabytes(size: int) -> str:
    return f"{size / 1e6:7.1f} MB"


def main(folder: Path) -> int:
    """Strip what lies in the folder, and print its size and that of its largest parts; return the exit code."""
    files = [path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()]
    if sys.platform.startswith("linux") and shutil.which("strip") and shutil.which("readelf"):
        aside = folder.with_name("stripped")
        for path in files:
            if ".so" in path.suffixes:
                strip(path, aside)
        aside.unlink(missing_ok=True)
    for path in folder.rglob("babel/locale-data/*.dat"):
        thin(path)
    sizes: Counter[str] = Counter()
    for path in files:
        inside = path.relative_to(folder).parts
        sizes[inside[1] if len(inside) > 2 else "files beside"] += path.stat().st_size
    print(f"{folder}: {megabytes(sizes.total()).strip()} in {len(files):,} files")
    print("\n".join(f"{megabytes(size)}  {name}" for name, size in sizes.most_common(SHOWN)))
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
