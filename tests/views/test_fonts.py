"""Pictures look the same on every machine, whatever fonts it has."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from equal_footing.keeping.store import Store
from equal_footing.views import fonts, pictures

from ..cases import UNKNOWN
from ..conftest import ROOT

USUAL = "/etc/fonts/fonts.conf"
SIGN = "\N{CUNEIFORM PUNCTUATION SIGN VERTICAL COLON}"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><text y="16">{}</text></svg>'
DRAW = """
import os, sys
from equal_footing.keeping.store import NOTHING
from equal_footing.views import fonts, pictures
if sys.argv[1] != os.environ["FONTCONFIG_FILE"]:
    fonts._FOLDERS = ()
sys.stdout.buffer.write(pictures.picture("Equal Footing", "Who pays, and who decides?", 3, NOTHING)[0])
print(os.environ["FONTCONFIG_FILE"], file=sys.stderr)
"""


def drawn(settings: str) -> tuple[bytes, str]:
    """Return a picture that a process of its own draws on a machine with some settings for fonts, and these after."""
    env = {**os.environ, "FONTCONFIG_FILE": settings}
    command = [sys.executable, "-c", DRAW, USUAL]
    found = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, check=True)
    return found.stdout, found.stderr.decode().strip()


def test_a_picture_in_latin_letters_is_the_same_on_a_machine_without_fonts(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    without = tmp_path / "fonts.conf"
    without.write_text(f"<fontconfig><dir>{tmp_path / 'empty'}</dir></fontconfig>", encoding="utf-8")
    picture = drawn(USUAL)[0]
    assert picture.startswith(b"\x89PNG")
    assert picture == drawn(str(without))[0]


def test_the_setting_of_the_system_stays_as_it_is() -> None:
    assert drawn(USUAL)[1] == USUAL


def test_letters_that_no_font_has_are_known_and_their_picture_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = Store(tmp_path)
    assert fonts.lacking("Reports 2025: ½ – é Ж Ω") == ""
    pictures.as_png(SVG.format("Reports"), kept)
    assert len([*tmp_path.iterdir()]) == 1
    assert fonts.lacking(f"a{UNKNOWN}b{UNKNOWN}{SIGN}") == f"{UNKNOWN}{SIGN}"
    pictures.as_png(SVG.format(UNKNOWN), kept)
    assert len([*tmp_path.iterdir()]) == 1


def test_what_is_installed_changes_when_a_font_is_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fonts, "_FOLDERS", (str(tmp_path),))
    before = fonts.installed()
    (tmp_path / "Han.ttf").touch()
    assert fonts.installed() != before


def test_a_user_without_a_home_folder_gets_pictures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.path.expanduser", lambda path: path)  # as it answers where no home folder is known
    assert fonts.converter.__wrapped__().svg_to_png("<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>")
