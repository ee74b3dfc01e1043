"""Packs files into a zip whose bytes depend on nothing but their names and contents."""

import io
import shutil
import zipfile
from collections.abc import Mapping
from pathlib import Path

_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The earliest time that the format knows; every file has it."""


def zipped(files: Mapping[str, bytes | Path], folder: str) -> bytes:
    """Return files by their names as a zip, in which they are in one folder; of one on disk, its path is given."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, content in sorted(files.items()):
            info = zipfile.ZipInfo(f"{folder}/{name}", _FIRST_DAY)
            info.compress_type, info.create_system, info.external_attr = zipfile.ZIP_DEFLATED, 3, 0o644 << 16
            if isinstance(content, bytes):
                archive.writestr(info, content)
            else:
                info.file_size = content.stat().st_size
                with content.open("rb") as file, archive.open(info, "w") as to:
                    shutil.copyfileobj(file, to)
    return out.getvalue()


def replaced(packed: bytes, old: bytes, new: bytes) -> bytes:
    """Return a zip that `zipped` has made with something else in the place of some bytes, in all of its files."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name).replace(old, new) for name in archive.namelist()}
    folder = next(iter(files)).partition("/")[0]
    return zipped({name.removeprefix(f"{folder}/"): content for name, content in files.items()}, folder)
