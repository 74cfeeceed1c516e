"""Workbooks made part by part: strings, numbers, dates, formulas, merged cells, several sheets."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/>'
    '</borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" '
    'applyNumberFormat="1"/></cellXfs></styleSheet>'
)
Cell = str | int | float | bool | date | None
Sheet = Sequence[Sequence[Cell]]


def workbook(
    sheets: dict[str, Sheet],
    *,
    merged: Sequence[str] = (),
    formula: str = "",
    more: dict[str, bytes] | None = None,
) -> bytes:
    """Return an .xlsx; `merged`: ranges of the first sheet; `formula`: written with each number that is 42; `more`: further parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        _write_package(package, list(sheets))
        for number, rows in enumerate(sheets.values(), 1):
            ranges = "".join(f'<mergeCell ref="{one}"/>' for one in merged if number == 1)
            cells = "".join(_row(n, row, formula) for n, row in enumerate(rows, 1))
            end = f"<mergeCells>{ranges}</mergeCells>" if ranges else ""
            package.writestr(
                f"xl/worksheets/sheet{number}.xml",
                f'<worksheet xmlns="{MAIN}"><sheetData>{cells}</sheetData>{end}</worksheet>',
            )
        for part, content in (more or {}).items():
            package.writestr(part, content)
    return made.getvalue()


def _write_package(package: zipfile.ZipFile, names: Sequence[str]) -> None:
    """Write the parts that name the sheets and link to them."""
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>' for n, name in enumerate(names, 1)
    )
    links = "".join(
        f'<Relationship Id="rId{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(names, 1)
    )
    styles = f'<Relationship Id="rId99" Type="{LINKS}/styles" Target="styles.xml"/>'
    package.writestr("[Content_Types].xml", f'<Types xmlns="{PACKAGE}content-types"/>')
    office = f'<Relationship Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/>'
    package.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}relationships">{office}</Relationships>')
    package.writestr(
        "xl/workbook.xml",
        f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets></workbook>',
    )
    package.writestr(
        "xl/_rels/workbook.xml.rels",
        f'<Relationships xmlns="{PACKAGE}relationships">{links}{styles}</Relationships>',
    )
    package.writestr("xl/styles.xml", STYLES)


def _row(number: int, row: Sequence[Cell], formula: str) -> str:
    cells = "".join(_cell(f"{chr(65 + n)}{number}", value, formula) for n, value in enumerate(row))
    return f'<row r="{number}">{cells}</row>'


def _cell(place: str, value: Cell, formula: str) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return f'<c r="{place}" t="b"><v>{int(value)}</v></c>'
    if isinstance(value, date):
        return f'<c r="{place}" s="1"><v>{(value - date(1899, 12, 30)).days}</v></c>'
    if isinstance(value, str):
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'
    said = f"<f>{escape(formula)}</f>" if formula and value == 42 else ""
    return f'<c r="{place}">{said}<v>{value!r}</v></c>'
