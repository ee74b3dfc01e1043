"""JSON Schemas of the data files, for editors: made from the models and the vocabulary, kept in `schemas/`.

An editor with a YAML language server completes keys and words of code lists, explains them, and marks what does not
fit. Visual Studio Code finds the schema of a file in `.vscode/settings.json`. Any other editor with
yaml-language-server finds it when the first line of the file says where it is, seen from the file itself:

    # yaml-language-server: $schema=../../../schemas/record.json

The schemas are draft-07, which language servers of every age know, and stand alone, without other files. They say what
one file can say by itself: keys, code lists, forms, and which keys go together. What takes other files, or counting, is
left to the check, which has the last word. Our reader takes every scalar as text, an editor reads `2020` as a number
and `true` as a truth value: a schema takes both. It is stricter than the reader in two small things: spaces inside the
quotation marks of a date, number or code are marked, and so is an `id` inside a term of the vocabulary.
"""

import json
from pathlib import Path

from equal_footing.model import vocabulary_loading
from equal_footing.model.vocabulary import FOLDER as VOCABULARY
from equal_footing.reading.files import read_tree
from equal_footing.reading.problems import DataError
from equal_footing.schema.files import schema_files
from equal_footing.schema.forms import Json

FOLDER = "schemas"


def write(root: Path) -> list[str]:
    """Write every schema into `root/schemas` and delete others there; returns the names of those that changed.

    Raises `DataError` when the vocabulary has problems.
    """
    texts = _texts(root)
    changed = _differing(root, texts)
    (root / FOLDER).mkdir(exist_ok=True)
    for name in changed:
        if name in texts:
            (root / FOLDER / name).write_text(texts[name], encoding="utf-8", newline="\n")
        else:
            (root / FOLDER / name).unlink()
    return changed


def stale(root: Path) -> list[str]:
    """Return the names of files in `root/schemas` that are missing, too many, or not what would be written.

    Raises `DataError` when the vocabulary has problems.
    """
    return _differing(root, _texts(root))


def _texts(root: Path) -> dict[str, str]:
    documents, problems = read_tree(root, VOCABULARY)
    vocabulary, found = vocabulary_loading.load(documents)
    if problems or vocabulary is None:
        raise DataError([*problems, *found])
    return {file.name: _text(file.schema) for file in schema_files(vocabulary)}


def _text(schema: Json) -> str:
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _differing(root: Path, texts: dict[str, str]) -> list[str]:
    there = {path.name: path.read_bytes() for path in (root / FOLDER).glob("*.json")}
    names = sorted({*there, *texts})
    return [name for name in names if name not in texts or there.get(name) != texts[name].encode()]
