"""Editions are unpacked as they were, with the address of the site, and never outside their folder."""

from __future__ import annotations

import io
import lzma
import random
import tarfile
from pathlib import Path

import pytest

from equal_footing.drawing.publishing import unpack_editions

SITE = "https://here.example/"
REPOSITORY = "https://code.example/o/n/"


def archive(root: Path, *members: tuple[tarfile.TarInfo, bytes]) -> None:
    """Write the archive of an edition with these members."""
    folder = root / "editions" / "2026.10"
    folder.mkdir(parents=True)
    with tarfile.open(folder / "pages.tar.xz", "w:xz") as file:
        for member, content in members:
            member.size = len(content)
            file.addfile(member, io.BytesIO(content))


def member(name: str, type_: bytes = tarfile.REGTYPE, leads_to: str = "") -> tarfile.TarInfo:
    """Return a member of an archive."""
    made = tarfile.TarInfo(name)
    made.type, made.linkname = type_, leads_to
    return made


def test_pages_get_the_address_of_the_site_and_other_files_stay_as_they_are(tmp_path: Path) -> None:
    report = member("cite.md"), b"[Report](https://repository.invalid/issues/new)"
    placeholder = b"<a href='https://site.invalid/v/2026.10/'>"
    archive(tmp_path, (member("japan/index.html"), placeholder), (member("assets/a.png"), placeholder), report)
    unpack_editions(tmp_path, tmp_path / "site", SITE, REPOSITORY)
    edition = tmp_path / "site/v/2026.10"
    assert (edition / "japan/index.html").read_bytes() == b"<a href='https://here.example/v/2026.10/'>"
    assert (edition / "assets/a.png").read_bytes() == placeholder
    assert (edition / "cite.md").read_bytes() == b"[Report](https://code.example/o/n/issues/new)"
    assert len([path for path in edition.rglob("*") if path.is_file()]) == 3


@pytest.mark.parametrize(
    "bad",
    [
        member("../escaped.html"),
        member("japan/../../../escaped.html"),
        member("escaped.html", tarfile.SYMTYPE, "../../../outside.html"),
        member("escaped.html", tarfile.LNKTYPE, "../../../outside.html"),
        member("escaped.html", tarfile.FIFOTYPE),
        member("escaped.html", tarfile.DIRTYPE),
    ],
    ids=lambda bad: f"{bad.name} {bad.type.decode()}",
)
def test_a_member_that_is_no_file_below_the_folder_is_refused(tmp_path: Path, bad: tarfile.TarInfo) -> None:
    (tmp_path / "outside.html").write_text("kept", encoding="utf-8")
    archive(tmp_path, (member("index.html"), b"page"), (bad, b""))
    with pytest.raises(ValueError, match=r"^editions/2026\.10/pages\.tar\.xz: .*escaped\.html"):
        unpack_editions(tmp_path, tmp_path / "site", SITE, REPOSITORY)
    assert [path.name for path in tmp_path.rglob("*.html")] == ["outside.html", "index.html"]


@pytest.mark.parametrize("noise", [0, 20_000], ids=["that shrinks", "that does not shrink"])
def test_an_archive_that_is_not_whole_is_named_wherever_it_is_damaged(tmp_path: Path, noise: int) -> None:
    page = b"page" * 5_000 + random.Random(1).randbytes(noise)
    archive(tmp_path, (member("index.html"), page))
    path = tmp_path / "editions/2026.10/pages.tar.xz"
    raw = path.read_bytes()
    bad = [
        b"",
        raw[:1],
        raw[: len(raw) // 2],
        raw[:-1],
        b"version https://git-lfs.github.com/spec/v1\n",
        lzma.compress(b"page" * 200),
    ]
    bad += (raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :] for at in range(0, len(raw), max(1, len(raw) // 50)))
    for damaged in bad:
        path.write_bytes(damaged)
        with pytest.raises(ValueError, match=r"^editions/2026\.10/pages\.tar\.xz: is damaged\. An edition never "):
            unpack_editions(tmp_path, tmp_path / "site", SITE, REPOSITORY)


def test_a_member_with_an_absolute_path_is_refused(tmp_path: Path) -> None:
    archive(tmp_path, (member(str(tmp_path / "escaped.html")), b"out"))
    with pytest.raises(ValueError, match="escaped"):
        unpack_editions(tmp_path, tmp_path / "site", SITE, REPOSITORY)
    assert not list(tmp_path.rglob("escaped.html"))


def test_a_link_cannot_lead_the_next_member_outside(tmp_path: Path) -> None:
    archive(
        tmp_path,
        (member("way", tarfile.SYMTYPE, str(tmp_path)), b""),
        (member("way/escaped.html"), b"out"),
    )
    with pytest.raises(ValueError, match="way"):
        unpack_editions(tmp_path, tmp_path / "site", SITE, REPOSITORY)
    assert not list(tmp_path.rglob("escaped.html"))
