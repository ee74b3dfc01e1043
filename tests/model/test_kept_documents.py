"""What is kept of a file is what would be read of it now."""

from __future__ import annotations

from pathlib import Path

from equal_footing.keeping.store import Store
from equal_footing.model.kept_documents import KeptDocuments
from equal_footing.reading import documents

from ..conftest import FILES


def test_what_is_kept_is_what_would_be_read(tmp_path: Path) -> None:
    reader = KeptDocuments(Store(tmp_path))
    for name, text in FILES.items():
        read, problems = documents.read_bytes(text.encode(), name)
        assert read
        assert not problems
        for _ in range(2):
            kept, none = reader.read_bytes(text.encode(), name)
            assert (kept, none) == (read, [])
            assert kept
            paths = [(), *((key,) for key in read.data)]
            assert [kept.mark(path, key=True) for path in paths] == [read.mark(path, key=True) for path in paths]
    assert len(list(tmp_path.iterdir())) == len(FILES)


def test_a_file_is_called_by_its_name_of_today(tmp_path: Path) -> None:
    reader = KeptDocuments(Store(tmp_path))
    assert [reader.read_bytes(b"a: b\n", name)[0].file for name in ("old.yml", "new.yml")] == ["old.yml", "new.yml"]  # type: ignore[union-attr]


def test_nothing_is_kept_of_a_file_with_a_problem(tmp_path: Path) -> None:
    reader = KeptDocuments(Store(tmp_path))
    for raw in (b"a: b\na: c\n", b"a: [\n", b"a: no\n"):
        first, second = (reader.read_bytes(raw, "a.yml") for _ in range(2))
        assert first[1]
        assert first == second
    assert not list(tmp_path.iterdir())
