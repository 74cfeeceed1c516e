"""Ask whether a package of the lock has a known hole: `audit.py [OPTIONS OF pip-audit]`.

pip-audit calls a lock clean of which its service knew no package, and ends with a traceback where there is no network:
both are said to be skipped here.  Exit code 1 when a hole is known.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

LOCK = Path(__file__).resolve().parents[2] / "requirements.lock"
NO_SERVICE = ("ConnectionError", "Max retries exceeded", "ServiceError", "Timeout", "timed out")


def main(options: list[str]) -> int:
    """Audit the lock, and say what was found; return the exit code."""
    words = ["-r", str(LOCK), "--require-hashes", "--disable-pip", "--progress-spinner", "off", "-f", "json"]
    command = [sys.executable, "-m", "pip_audit", *words, *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    try:
        packages: list[dict[str, Any]] = json.loads(done.stdout)["dependencies"]
    except ValueError:
        if any(word in done.stderr for word in NO_SERVICE):
            print("skipped: the service that knows of holes cannot be reached from here.")
            return 0
        sys.stderr.write(done.stderr)
        return 2
    known = [one for one in packages if "skip_reason" not in one]
    if not known:
        print(
            f"skipped: the service knew none of the {len(packages)} packages; an index of one's own may have no service."
        )
        return 0
    holes = [(one, hole) for one in known for hole in one["vulns"]]
    for one, hole in holes:
        mended = ", ".join(hole["fix_versions"]) or "in no version yet"
        print(f"{one['name']} {one['version']}: {hole['id']} {' '.join(hole['aliases'])}; mended: {mended}")
    for one in packages:
        if "skip_reason" in one:
            print(f"not asked: {one['skip_reason']}")
    print(f"{len(known)} of {len(packages)} packages asked about, {len(holes)} known holes.")
    return 1 if holes else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
