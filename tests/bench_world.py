"""Projects for `make bench`: a copy of this one, with countries that are made from Japan's folder.

Each has its own names, keys of sources, addresses and numbers, so its figures are drawings of their own.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pycountry
import yaml

from equal_footing.form.files import fix

ROOT = Path(__file__).resolve().parents[1]
PROJECT = ("data", "docs", "macros.py", "mkdocs.yml", "templates", "theme")
REAL = {"CA", "CN", "JP"}
"""The countries that the data have."""
LEAST = 3000
"""Numbers above this one differ from country to country; smaller ones may be years or shares."""


def project(folder: Path, countries: int) -> Path:
    """Write a project with so many countries, without problems, into a new folder, and return the folder."""
    folder.mkdir(parents=True)
    for name in PROJECT:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    shutil.rmtree(folder / "editions", ignore_errors=True)
    origin = folder / "data/japan"
    files = {path.relative_to(origin): path.read_text(encoding="utf-8") for path in origin.rglob("*.yml")}
    sources = Path("sources.yml")
    others = " ".join(text for name, text in files.items() if name != sources)
    key = _any_of(yaml.safe_load(files[sources]))
    files[sources] = _without(files[sources], set(yaml.safe_load(files[sources])) - set(key.findall(others)))
    usable = (one for one in pycountry.countries if one.alpha_2 not in REAL and re.fullmatch("[A-Za-z]+", one.name))
    for number, country in enumerate(list(usable)[: countries - len(REAL)], 1):
        place = country.name.lower()
        for file, text in files.items():
            made = re.sub(r"(?m)^identifiers:\n(?:[ -].*\n)+", "", text)
            made = key.sub(rf"{place}-\1", made)
            if file == sources:
                made = re.sub(r"(?m)^(  (?:original_)?url: )(\S+)$", rf"\1\2#of-{place}", made)
            made = re.sub(r"(?<![\w/-])japan/", f"{place}/", made).replace("(/japan/", f"(/{place}/")
            made = re.sub(r"(?m)^(    value: )(\d[\d_]*)$", lambda found: _other(found, number), made)  # noqa: B023
            made = made.replace("Japan", country.name).replace("code: JP", f"code: {country.alpha_2}")
            path = folder / "data" / place / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(made, encoding="utf-8")
    assert not fix(folder).problems
    return folder


def _any_of(keys: dict[str, object]) -> re.Pattern[str]:
    """Return a pattern for any of some keys of sources."""
    longest_first = sorted(map(re.escape, keys), key=len, reverse=True)
    return re.compile(rf"(?<![\w-])({'|'.join(longest_first)})(?![\w-])")


def _without(text: str, keys: set[str]) -> str:
    """Return a list of sources without some of them."""
    blocks = re.split(r"(?m)^(?=[^ \n#])", text)
    return "".join(block for block in blocks if block.partition(":")[0] not in keys)


def _other(found: re.Match[str], number: int) -> str:
    value = int(found[2].replace("_", ""))
    return f"{found[1]}{value + number:_}" if value > LEAST else found[0]
