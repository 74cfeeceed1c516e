"""Odd texts, each beside the LaTeX that Factmark makes of it."""

from __future__ import annotations

import json
from pathlib import Path

from annotations.paper.tex_letters import tex

TEXTS = (
    "R&D_1 100 % $5 #6 {a} ~b ^c \\d <e> |f| \"g\" 'h' `i` [j]",
    "--- -- - -5 a-b ''x'' ``y`` !` ?` ,, <<z>>",
    "Müller, Zoë, Łódź, Señor, Ångström, Çelik, Đoković, naïve, Šárka, Þór, ıĳ",
    "مرحبا بالعالم 漢字 かな 한국어 हिन्दी 👩🏽‍🚒 🇾🇪",
    "e\u0301 combining, no\u00a0break, “quoted” ‘single’ – — … €5 £6 §7 ¶ © 20 °C × ± → ≥",
    "\\end{document} \\input{/etc/passwd} %comment \\\\ & \\write18{x} ^^41 \\csname x\\endcsname",
    "[a] begins a row, * and = too",
    "0" * 300,
)


def write_letters(path: Path) -> None:
    """Write the pairs of text and LaTeX."""
    path.write_text(json.dumps([{"text": text, "tex": tex(text)} for text in TEXTS]), "utf-8")
