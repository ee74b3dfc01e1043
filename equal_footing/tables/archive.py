"""Packs files into a zip whose bytes depend on nothing but their names and contents.

Python's own module reads zips here, but does not write them: it takes no file that was compressed before, and after a
small change of the data most files are the same.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

_LEVEL = 6
_VERSION, _UNIX = 20, 3
"""The version of the format, and the system on which a zip was made."""
_FIRST_DAY = (0, 1 << 5 | 1)
"""The earliest time that the format knows, midnight and 1 January 1980; every file bears it."""
_MODE = 0o644 << 16


@dataclass(frozen=True, slots=True)
class Member:
    """A file as a zip holds it: compressed, with its size and its checksum."""

    compressed: bytes
    size: int
    checksum: int


def member(content: bytes) -> Member:
    """Return a file as a zip holds it."""
    deflate = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return Member(deflate.compress(content) + deflate.flush(), len(content), zlib.crc32(content))


def zipped(files: Mapping[str, bytes | Member], folder: str) -> bytes:
    """Return files by their names, which are ASCII, as a zip, in which they are in one folder."""
    out, directory = io.BytesIO(), io.BytesIO()
    for name, content in sorted(files.items()):
        found, path = content if isinstance(content, Member) else member(content), f"{folder}/{name}".encode("ascii")
        sizes = found.checksum, len(found.compressed), found.size
        head = struct.pack("<5H3L2H", _VERSION, 0, zipfile.ZIP_DEFLATED, *_FIRST_DAY, *sizes, len(path), 0)
        directory.write(struct.pack("<4s2B", b"PK\1\2", _VERSION, _UNIX) + head)
        directory.write(struct.pack("<3H2L", 0, 0, 0, _MODE, out.tell()) + path)
        out.write(b"PK\3\4" + head + path + found.compressed)
    listed, number = directory.getvalue(), len(files)
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, number, number, len(listed), out.tell(), 0)
    return out.getvalue() + listed + end


def replaced(packed: bytes, old: bytes, new: bytes) -> bytes:
    """Return a zip that `zipped` has made with something else in the place of some bytes, in all of its files."""
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        files = {name: archive.read(name).replace(old, new) for name in archive.namelist()}
    folder = next(iter(files)).partition("/")[0]
    return zipped({name.removeprefix(f"{folder}/"): content for name, content in files.items()}, folder)
