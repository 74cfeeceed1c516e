"""A pipeline as an installable package of spaCy, laid out as `spacy package` does, made without network.

Beside the sources stand a source distribution and a wheel, which `pip install` takes; spaCy finds it by the
entry point `spacy_models`.
"""

from __future__ import annotations

import hashlib
import io
import json
import re
import tarfile
import zipfile
from base64 import urlsafe_b64encode
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from annotations.errors import UserError, cause
from annotations.learn.card import card
from annotations.processes.quick_dataclass import dataclass
from annotations.stages import Stage
from annotations.suggest.trust import fingerprint
from annotations.whole_files import put_folder

INIT = """from pathlib import Path

from spacy.util import get_model_meta, load_model_from_init_py

__version__ = get_model_meta(Path(__file__).parent)["version"]


def load(**overrides):
    return load_model_from_init_py(__file__, **overrides)
"""
SETUP = """import json
from pathlib import Path

from setuptools import setup

HERE = Path(__file__).parent
META = json.loads((HERE / "meta.json").read_text("utf-8"))
NAME = META["lang"] + "_" + META["name"]
FILES = [str(path.relative_to(HERE / NAME)) for path in (HERE / NAME).rglob("*") if path.is_file()]

setup(
    name=NAME,
    version=META["version"],
    description=META.get("description") or NAME,
    long_description=(HERE / "README.md").read_text("utf-8"),
    long_description_content_type="text/markdown",
    packages=[NAME],
    package_data={NAME: FILES},
    install_requires=["spacy" + META["spacy_version"], *META.get("requirements", [])],
    entry_points={"spacy_models": [NAME + " = " + NAME]},
    zip_safe=False,
)
"""
MANIFEST = "include meta.json\ninclude README.md\n"
PROJECT = '[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n'
WHEEL = "Wheel-Version: 1.0\nGenerator: factmark\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
THEN = (1980, 1, 1, 0, 0, 0)  # the time of every file in an archive: the same pipeline gives the same package


@dataclass(frozen=True)
class PipelinePackage:
    """A written package: its folder, and in it the source distribution and the wheel."""

    folder: Path
    sdist: Path
    wheel: Path


def package(pipeline: Path, out: Path) -> PipelinePackage:
    """Write the pipeline in a folder as a package below `out`, in a new folder NAME-VERSION; return where.

    UserError when it is no pipeline, cannot be called so, or there is something already; then nothing is written.
    """
    meta = _meta(pipeline)
    name, version = f"{meta['lang']}_{meta['name']}", str(meta["version"])
    full = f"{name}-{version}"
    target = out / full
    try:
        out.mkdir(parents=True, exist_ok=True)
        stage = Stage(target)
        try:
            _lay_out(pipeline, stage.new, meta, name, full)
            _archive(stage.new, meta, name, full)
            _require_none(target)
            put_folder(stage, target, _require_none)
        finally:
            stage.close()
    except OSError as error:
        raise UserError(f"The package cannot be written: {cause(error)}.", where=target) from error
    dist = target / "dist"
    return PipelinePackage(target, dist / f"{full}.tar.gz", dist / f"{full}-py3-none-any.whl")


def _require_none(folder: Path) -> None:
    if folder.exists():
        raise UserError("There is a package there already; choose another folder.", where=folder)


def _meta(pipeline: Path) -> dict[str, Any]:
    try:
        meta = json.loads((pipeline / "meta.json").read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UserError("There is no spaCy pipeline in this folder.", where=pipeline) from error
    lang, name, version = (_text(meta, key) for key in ("lang", "name", "version"))
    if not re.fullmatch(r"[a-z]\w*", f"{lang}_{name}", re.ASCII) or not re.fullmatch(
        r"[\d.]+\w*", version, re.ASCII
    ):
        raise UserError(
            f"No package can be called {lang}_{name} {version}; give its meta.json a name of Latin letters, digits and _.",
            where=pipeline,
        )
    return dict(meta)


def _text(meta: object, key: str) -> str:
    found = meta.get(key) if isinstance(meta, dict) else None
    return found if isinstance(found, str) else ""


def _lay_out(pipeline: Path, folder: Path, meta: Mapping[str, Any], name: str, full: str) -> None:
    """Write the sources of the package; what is copied is no link, and no device."""
    inner = folder / name
    inner.mkdir(parents=True)
    fingerprint(pipeline, inner / full)
    said = json.dumps(meta, ensure_ascii=False, indent=2) + "\n"
    texts = {
        folder / "meta.json": said,
        folder / "README.md": card(meta),
        folder / "setup.py": SETUP,
        folder / "pyproject.toml": PROJECT,
        folder / "MANIFEST.in": MANIFEST,
        inner / "meta.json": said,
        inner / "__init__.py": INIT,
    }
    for path, text in texts.items():
        path.write_text(text, "utf-8", newline="\n")


def _archive(folder: Path, meta: Mapping[str, Any], name: str, full: str) -> None:
    """Write both distributions of the sources into the folder's `dist`."""
    files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    (folder / "dist").mkdir()
    metadata = _metadata(meta, name)
    with tarfile.open(folder / "dist" / f"{full}.tar.gz", "w:gz") as made:
        for path in files:
            made.add(path, f"{full}/{path.relative_to(folder).as_posix()}", filter=_of_nobody)
        entry = tarfile.TarInfo(f"{full}/PKG-INFO")
        entry.size = len(metadata)
        made.addfile(entry, io.BytesIO(metadata))
    inner = [path for path in files if path.is_relative_to(folder / name)]
    with zipfile.ZipFile(folder / "dist" / f"{full}-py3-none-any.whl", "w", zipfile.ZIP_DEFLATED) as wheel:
        record = [_put(wheel, path.relative_to(folder).as_posix(), path.read_bytes()) for path in inner]
        record += [_put(wheel, *one) for one in _dist_info(name, full, metadata)]
        listed = f"{full}.dist-info/RECORD"
        _put(wheel, listed, "".join([*record, f"{listed},,\n"]).encode())


def _of_nobody(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    entry.uid = entry.gid = entry.mtime = 0
    entry.uname = entry.gname = ""
    return entry


def _metadata(meta: Mapping[str, Any], name: str) -> bytes:
    needs = [f"spacy{meta.get('spacy_version', '')}", *meta.get("requirements", [])]
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {name}",
        f"Version: {meta['version']}",
        f"Summary: {' '.join(str(meta.get('description') or name).split())}",
        *(f"Requires-Dist: {need}" for need in needs),
        "Description-Content-Type: text/markdown",
    ]
    return ("\n".join(lines) + "\n\n" + card(meta)).encode()


def _dist_info(name: str, full: str, metadata: bytes) -> Iterator[tuple[str, bytes]]:
    yield f"{full}.dist-info/METADATA", metadata
    yield f"{full}.dist-info/WHEEL", WHEEL.encode()
    yield f"{full}.dist-info/entry_points.txt", f"[spacy_models]\n{name} = {name}\n".encode()
    yield f"{full}.dist-info/top_level.txt", f"{name}\n".encode()


def _put(wheel: zipfile.ZipFile, name: str, content: bytes) -> str:
    """Add a file; return its line of the RECORD."""
    wheel.writestr(zipfile.ZipInfo(name, THEN), content, zipfile.ZIP_DEFLATED)
    digest = urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
    return f"{name},sha256={digest},{len(content)}\n"
