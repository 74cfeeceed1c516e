"""Write the bill of materials of the lock: `sbom.py ENVIRONMENT OUT`, as CycloneDX in JSON, checked by its schema.

cyclonedx-py reads the lock: name, version, purl, and the hashes of all files of a release.  From the metadata of what
is installed in the environment come licences, who needs whom, and the scope: `required` by the program, `optional` for
its extras, `excluded` what only work on it needs.  Beside the lock stands what lies in the source tree.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from collections import Counter
from importlib.metadata import Distribution, PackageNotFoundError, distributions
from pathlib import Path
from typing import Any

from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression, is_supported_id
from cyclonedx.validation.json import JsonStrictValidator

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
from ui.help.shipped import REQUIREMENT, closure, head_of, licence_of, needed, normal, requirements, shipped

LOCK, PROJECT = ROOT / "requirements.lock", ROOT / "pyproject.toml"
VERSION = SchemaVersion.V1_6
OURS = {  # what lies in the source tree and in no lock, by the word its name begins with
    "Inter": "data",
    "Lucide": "data",
    "en_news": "machine-learning-model",
}


def read_lock() -> dict[str, Any]:
    """Return what cyclonedx-py makes of the lock; the same lock gives the same file."""
    words = [
        "requirements",
        "--pyproject",
        PROJECT,
        "--mc-type",
        "application",
        "--output-reproducible",
        LOCK,
    ]
    command = [sys.executable, "-W", "ignore", "-m", "cyclonedx_py", *map(str, words)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr)
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def licences(said: str) -> list[dict[str, Any]]:
    """Return a licence as CycloneDX has it: an id of SPDX, an expression of ids, or a name."""
    if is_supported_id(said):
        return [{"license": {"id": said, "acknowledgement": "declared"}}]
    if is_expression(said):
        return [{"expression": said, "acknowledgement": "declared"}]
    return [{"license": {"name": said, "acknowledgement": "declared"}}] if said else []


def scopes(find: Any) -> dict[str, str]:
    """Return the scope of every library that the program or one of its extras needs, by name."""
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    known = dict.fromkeys(closure(requirements(), find), "optional")
    return known | dict.fromkeys(closure(project["dependencies"], find), "required")


def complete(bom: dict[str, Any], installed: dict[str, Distribution]) -> None:
    """Add to every component what its metadata say; its reference becomes its purl."""

    def find(name: str) -> Distribution:
        if normal(name) not in installed:
            raise PackageNotFoundError(name)
        return installed[normal(name)]

    known = scopes(find)
    refs: dict[str, set[str]] = {}  # a lock for several Pythons has some in two versions
    for one in bom["components"]:
        refs.setdefault(normal(one["name"]), set()).add(one["purl"])
    edges = {}
    for one in bom["components"]:
        name = normal(one["name"])
        one.pop("description", None)
        one |= {"bom-ref": one["purl"], "scope": known.get(name, "excluded")}
        if name in installed:
            head = head_of(installed[name])
            if found := licences(licence_of(head)):
                one["licenses"] = found
            wanted = (row for row in head.get_all("Requires-Dist") or [] if needed(row, ()))
            edges[one["purl"]] = {ref for name in map(name_of, wanted) for ref in refs.get(name, ())}
    root = bom["metadata"]["component"]
    project = tomllib.loads(PROJECT.read_text("utf-8"))["project"]
    edges[root["bom-ref"]] = {
        ref for name in map(name_of, project["dependencies"]) for ref in refs.get(name, ())
    }
    bom["components"] += [
        own for part in shipped() if (own := of_the_tree(part.name, part.licence, part.version))
    ]
    bom["dependencies"] = [{"ref": ref, "dependsOn": sorted(on)} for ref, on in sorted(edges.items())]


def name_of(requirement: str) -> str:
    """Return the name that a requirement begins with."""
    match = REQUIREMENT.match(requirement)
    return normal(match[1]) if match else ""


def of_the_tree(name: str, licence: str, version: str) -> dict[str, Any] | None:
    """Return the component of a part that lies in the source tree, None of any other."""
    first = name.partition(",")[0]
    if first not in OURS:
        return None
    made = {"type": OURS[first], "name": first, "bom-ref": f"factmark/{first}", "scope": "required"}
    return made | ({"version": version} if version else {}) | {"licenses": licences(licence)}


def main(environment: Path, out: Path) -> int:
    """Write the bill; return the exit code."""
    sites = [*environment.glob("lib/python*/site-packages"), *environment.glob("Lib/site-packages")]
    installed = {normal(head_of(one).get("Name", "")): one for one in distributions(path=[*map(str, sites)])}
    bom = read_lock()
    complete(bom, installed)
    text = json.dumps(bom, indent=2, ensure_ascii=False) + "\n"
    if wrong := JsonStrictValidator(VERSION).validate_str(text):
        sys.exit(f"The bill does not fit the schema of CycloneDX {VERSION.to_version()}: {wrong}")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(text, "utf-8")
    print(f"{out}: {told(bom['components'])}; it fits CycloneDX {VERSION.to_version()}.")
    return 0


def told(components: list[dict[str, Any]]) -> str:
    """Return how many components there are, by scope, and how many have a licence."""
    named = sum("licenses" in one for one in components)
    scopes_ = Counter(one["scope"] for one in components)
    counts = ", ".join(f"{count} {scope}" for scope, count in scopes_.most_common())
    return f"{len(components)} components ({counts}), {named} with a licence"


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
