"""A few of the real records: enough for the commands of the guide, which spend their time on reading all of them."""

from __future__ import annotations

import re
from pathlib import Path

from equal_footing.form.files import fix

SOURCE = re.compile(r"(?:source: |@)([a-z0-9-]+)")
"""How the data cite a source."""
CITED = re.compile(r"cite\(\"([a-z0-9-]+)\"")
"""How pages in `docs/` cite a source."""
WHOLE = ("vocabulary/*.yml", "questions/*.yml", "*/country.yml", "*/frame.yml", "article/article.yml")
"""What stays besides records and sources."""
CLAIMS = "article/claims/title.yml"
"""The section of the article that stays, its shortest."""


def excerpt(root: Path) -> None:
    """Leave a few records in the data under `root`, what belongs to every place, and nothing that speaks of the rest.

    The records that stay are those that pages in `docs/` speak of or take their sources from, and one of each kind.
    """
    data = root / "data"
    texts = {path: path.read_text(encoding="utf-8") for path in sorted(data.rglob("*.yml"))}
    pages = "".join(path.read_text(encoding="utf-8") for path in (root / "docs").rglob("*.md"))
    figures = {path for path in data.glob("*/figures/*.yml") if f'"{path.stem}"' in pages}
    lists = set(data.glob("*/sources.yml"))
    whole = {path for pattern in WHOLE for path in data.glob(pattern)} | figures | {data / CLAIMS}
    records = {
        path: "/".join((*path.parts[-3:-1], path.stem))
        for path in set(data.glob("*/*/*.yml")) - set(data.glob("*/figures/*.yml")) - set(data.glob("article/*/*.yml"))
    }
    named = pages + "".join(texts[path] for path in (*figures, data / CLAIMS))
    kept = _kept({record: texts[path] for path, record in sorted(records.items())}, named)
    said = ""
    for path, text in texts.items():
        if path in whole or records.get(path) in kept:
            new = _without_others(text, kept, texts[data / CLAIMS].count("\n  - id: "))
            if path.name == "country.yml":
                new += "certain: {question-left-out: No country has answers here.}\n"
            path.write_text(new, encoding="utf-8")
            said += new
        elif path not in lists:
            path.unlink()
    cited = set(SOURCE.findall(said))
    for path in lists:
        blocks = re.split(r"^(?=\S)", texts[path], flags=re.MULTILINE)
        path.write_text("".join(block for block in blocks if block.partition(":")[0] in cited), encoding="utf-8")
    assert not fix(root).problems


def _kept(records: dict[str, str], named: str) -> set[str]:
    """Return the records that stay, of all records by their texts; `named` speaks of those that it needs."""
    kinds = {record.split("/")[1]: record for record in records}
    citing = {
        next(record for record, text in records.items() if source in SOURCE.findall(text))
        for source in CITED.findall(named)
    }
    return {record for record in records if record in named} | set(kinds.values()) | citing


def _without_others(text: str, kept: set[str], claims: int) -> str:
    """Return a file without relations and links to records that are gone; `claims` is the number of those that stay."""
    text = re.sub(r"^claims: \d+$", f"claims: {claims}", text, flags=re.MULTILINE)
    text = re.sub(r"^relations:\n(?:  .*\n)+", "", text, flags=re.MULTILINE)
    return re.sub(
        r"\[([^\]@]+)\]\(/([a-z]+/[a-z]+/[a-z0-9-]+)/\)",
        lambda link: link[0] if link[2] in kept else link[1],
        text,
    )
