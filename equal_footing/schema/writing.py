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
from equal_footing.schema.files import schemas

FOLDER = "schemas"


def write(root: Path) -> list[str]:
    """Write every schema into `root/schemas` and delete others there; returns the names of the files that changed.

    Raises `DataError` when the vocabulary has problems.
    """
    documents, problems = read_tree(root, VOCABULARY)
    vocabulary, found = vocabulary_loading.load(documents)
    if problems or vocabulary is None:
        raise DataError([*problems, *found])
    folder = root / FOLDER
    folder.mkdir(exist_ok=True)
    new = {
        f"{name}.json": f"{json.dumps(schema, indent=1, ensure_ascii=False)}\n".encode()
        for name, schema in schemas(vocabulary).items()
    }
    old = {path.name: path.read_bytes() for path in folder.glob("*.json")}
    changed = sorted(name for name in new.keys() | old.keys() if new.get(name) != old.get(name))
    for name in changed:
        if name in new:
            (folder / name).write_bytes(new[name])
        else:
            (folder / name).unlink()
    return changed
