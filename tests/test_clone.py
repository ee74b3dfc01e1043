"""A fresh clone works on any machine: line ends, what is installed, and when it is installed anew."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from importlib.metadata import entry_points, packages_distributions
from pathlib import Path

import pytest

from equal_footing.commands.cli import main
from equal_footing.form import files
from equal_footing.schema.files import write

from .conftest import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAY_ALL = hasattr(os, "getuid") and os.getuid() == 0


def run(*command: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in a folder."""
    return subprocess.run(list(map(str, command)), cwd=cwd, capture_output=True, text=True, check=False)


def test_plain_make_lists_every_command_with_what_it_does_and_installs_nothing(tmp_path: Path) -> None:
    shutil.copy(ROOT / "Makefile", tmp_path)
    told = run("make", "--no-print-directory", cwd=tmp_path)
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert told.returncode == 0
    assert [line.split()[0] for line in told.stdout.splitlines()[1:] if len(line.split()) > 2] == targets
    assert [path.name for path in tmp_path.iterdir()] == ["Makefile"]


def test_a_clone_with_windows_line_ends_holds_the_same_files_and_its_schemas_are_up_to_date(tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    cloned = run("git", "clone", "--quiet", "--config", "core.autocrlf=true", ROOT, clone, cwd=tmp_path)
    assert cloned.returncode == 0, cloned.stderr
    files = run("git", "ls-files", "--eol", cwd=clone).stdout.splitlines()
    assert len(files) > 500
    assert [file for file in files if not re.match(r"i/(\S+) +w/\1 ", file)] == []
    assert write(clone) == []


def test_no_archive_or_other_binary_file_slips_in_but_pictures_and_editions() -> None:
    tracked = run("git", "ls-files", "--eol", cwd=ROOT).stdout.splitlines()
    binary = [line.split("\t")[1] for line in tracked if line.startswith("i/-text")]
    assert [file for file in binary if not re.match(r"editions/|docs/assets/[\w-]+\.png$", file)] == []


def test_the_plugin_is_found_by_its_entry_point() -> None:
    (plugin,) = entry_points(group="mkdocs.plugins", name="equal-footing")
    assert plugin.value == PROJECT["project"]["entry-points"]["mkdocs.plugins"]["equal-footing"]
    assert plugin.load().__name__ == "EqualFootingPlugin"


def test_what_builds_the_package_is_pinned_with_the_rest() -> None:
    needed = PROJECT["build-system"]["requires"]
    assert needed == PROJECT["project"]["optional-dependencies"]["build"]
    pinned = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    names = [re.split(r"[<>=]", line)[0].replace("_", "-") for line in needed]
    assert [name for name in names if not re.search(rf"^{name}==.*\\\n +--hash=sha256:", pinned, re.MULTILINE)] == []


def test_what_the_package_imports_is_among_its_dependencies() -> None:
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in (ROOT / "equal_footing").rglob("*.py"))
    imports = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom)]
    names = {one.name for node in imports for one in node.names if isinstance(node, ast.Import)}
    names |= {node.module or "" for node in imports if isinstance(node, ast.ImportFrom)}
    modules = {name.partition(".")[0] for name in names} - {"equal_footing", *sys.stdlib_module_names}
    modules.remove("pydantic_core")  # of which each pydantic takes exactly one version
    declared = {re.split(r"[<>=]", line)[0] for line in PROJECT["project"]["dependencies"]}
    of_modules = packages_distributions()
    assert {name for name in modules if not declared & {one.lower() for one in of_modules[name]}} == set()


@pytest.mark.parametrize("changed", ["pyproject.toml", "requirements.txt"])
def test_make_installs_anew_when_what_is_needed_has_changed(changed: str, tmp_path: Path) -> None:
    for number, name in enumerate(("Makefile", "pyproject.toml", "requirements.txt", "stamps/site.stamp"), start=1):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes((ROOT / name).read_bytes() if number < 4 else b"")
        os.utime(path, (number, number))
    make = ("make", "--question", "VENV=stamps", "stamps/site.stamp")
    assert run(*make, cwd=tmp_path).returncode == 0
    os.utime(tmp_path / changed, (5, 5))
    assert run(*make, cwd=tmp_path).returncode == 1


# Installing -----------------------------------------------------------------------------------------------------------

PIP = """\
#!/bin/sh
# stands for Python: makes an environment that holds itself, and installs nothing
echo "$@" >> calls
if [ "$2" = venv ]; then mkdir -p "$3/bin"; cp "$0" "$3/bin/python"; fi
{end}
"""


def install(folder: Path, end: str = "exit 0", target: str = "stamps/site.stamp") -> subprocess.CompletedProcess[str]:
    """Install in a folder, for a target of make, with a Python that does nothing but to end in a certain way."""
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.txt"):
        (folder / name).write_bytes((ROOT / name).read_bytes())
    (folder / "python").write_text(PIP.format(end=end), encoding="utf-8")
    (folder / "python").chmod(0o755)
    return run("make", "--silent", "VENV=stamps", "PYTHON=./python", target, cwd=folder)


@pytest.mark.parametrize("name", ["clone", "a clone", "写し", "O'Brien & $HOME (1)"])
def test_installing_says_what_and_how_long_and_nothing_else(name: str, tmp_path: Path) -> None:
    done = install(tmp_path / name)
    assert (done.returncode, done.stdout) == (0, "")
    first, last = done.stderr.splitlines()
    assert first == "Installing what the site needs into stamps/: once, a minute or two ..."
    assert re.fullmatch(r"Installed in \d+ seconds\.", last)
    calls = (tmp_path / name / "calls").read_text("utf-8").splitlines()
    assert [call for call in calls if " pip " in f" {call} " and "-qq" not in call] == []
    assert sum("-qq" in call for call in calls) == 2


def test_what_a_command_writes_to_a_file_holds_nothing_of_the_installing_before_it(tmp_path: Path) -> None:
    done = install(tmp_path / "clone", 'if [ "$3" = diff ]; then echo "Nothing has changed."; fi', target="diff")
    assert (done.returncode, done.stdout) == (0, "Nothing has changed.\n")
    assert "Installing" in done.stderr


def test_what_could_not_be_installed_is_installed_again_the_next_time(tmp_path: Path) -> None:
    done = install(tmp_path / "clone", 'case "$*" in *requirements*) echo "no network" >&2; exit 1;; esac')
    assert done.returncode == 2
    assert done.stderr.splitlines()[1] == "no network"
    assert "Installed" not in done.stderr
    assert not (tmp_path / "clone/stamps/site.stamp").exists()


def prepared(folder: Path, *settings: str) -> subprocess.CompletedProcess[str]:
    """Make the environment of a folder with a real Python, and install nothing that is pinned."""
    (folder / "requirements.txt").write_text("", encoding="utf-8")
    (folder / "pyproject.toml").write_text("", encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    (folder / "Makefile").write_text(
        re.sub(r"--editable \.|--require-hashes -r \S+", "pip", makefile), encoding="utf-8"
    )
    return run("make", "--no-print-directory", "VENV=env", *settings, "env/site.stamp", cwd=folder)


def python(folder: Path, name: str, version: str, lacks: str = "no module") -> str:
    """Write a Python into a folder that says it is of a version, and lacks a module; return its address."""
    real = f"import sys; sys.version_info = ({version}); sys.version = '{version}'; "
    (folder / name).write_text(
        f'#!/bin/sh\ncase "$2" in *"import {lacks}"*) exit 1;; esac\n'
        f'if [ "$1" = -c ]; then exec {sys.executable} -c "{real}$2"; fi\nexec {sys.executable} "$@"\n',
        encoding="utf-8",
    )
    (folder / name).chmod(0o755)
    return f"PYTHON={folder / name}"


def test_a_python_that_is_too_old_or_lacks_venv_is_named_in_one_line(tmp_path: Path) -> None:
    done = prepared(tmp_path, python(tmp_path, "old", "3, 10, 1"))
    said = "Python 3.11 or later is needed, and this is 3.10. Name another one: make PYTHON=python3.11"
    assert done.returncode
    assert done.stderr.splitlines()[1] == said
    done = prepared(tmp_path, python(tmp_path, "debian", "3, 12, 1", "ensurepip"))
    said = "Python lacks its module venv. On Debian and Ubuntu: sudo apt install python3-venv"
    assert done.returncode
    assert done.stderr.splitlines()[1] == said
    assert not (tmp_path / "env").exists()


@pytest.mark.parametrize(
    "harm", ["lacks pip", "half of pip", "dangles", "another Python is asked for", "not an environment"]
)
def test_an_environment_that_is_not_whole_is_made_anew_and_nothing_else_is_deleted(harm: str, tmp_path: Path) -> None:
    env, settings = tmp_path / "env", list[str]()
    packages = f"lib/python{sys.version_info[0]}.{sys.version_info[1]}/site-packages"
    if harm == "not an environment":
        env.mkdir()
    else:
        venv.create(env, with_pip=False)
    (env / "mine").write_text("kept", encoding="utf-8")
    if harm == "half of pip":
        (env / packages / "pip").mkdir()
        (env / packages / "pip/__init__.py").write_text("", encoding="utf-8")
    elif harm == "dangles":
        for link in (env / "bin").glob("python*"):
            link.unlink()
            link.symlink_to(tmp_path / "gone")
    elif harm == "another Python is asked for":
        settings = [python(tmp_path, "other", "3, 99, 1")]
    done = prepared(tmp_path, *settings)
    assert done.returncode == 0, done.stderr
    assert run(env / "bin/python", "-m", "pip", "--version", cwd=tmp_path).returncode == 0
    assert (env / "mine").exists() == (harm == "not an environment")


def test_a_moved_environment_is_not_asked_by_scripts_that_name_the_old_folder() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    assert re.findall(r"bin/(?!python\b)\S+|\$\(BIN\)/(?!python\b)\S+", makefile) == []


def test_the_lock_is_renewed_within_the_bounds_that_the_project_sets(tmp_path: Path) -> None:
    for version in ("1.0", "1.1", "2.0"):
        with zipfile.ZipFile(tmp_path / f"sample-{version}-py3-none-any.whl", "w") as wheel:
            for name, text in (
                ("METADATA", f"Metadata-Version: 2.1\nName: sample\nVersion: {version}\n"),
                ("WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"),
                ("RECORD", ""),
            ):
                wheel.writestr(f"sample-{version}.dist-info/{name}", text)
    project = """[project]\nname = "x"\nversion = "1"\ndependencies = ["sample<2"]
[project.optional-dependencies]\nbuild = []\ndev = []\nproperdocs = []\n"""
    (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    locks = [tmp_path / f"requirements{of}.txt" for of in ("", "-dev", "-properdocs")]
    for lock in locks:
        lock.write_text("sample==1.0\n", encoding="utf-8")
    offline = {**os.environ, "UV_NO_INDEX": "1", "UV_FIND_LINKS": str(tmp_path), "UV_CACHE_DIR": str(tmp_path / "kept")}
    make = ["make", f"BIN={Path(sys.executable).parent}", "--assume-old=.venv/dev.stamp", "lock"]
    done = subprocess.run(make, cwd=tmp_path, env=offline, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [lock.read_text("utf-8").partition(" ")[0] for lock in locks] == ["sample==1.1"] * 3


# Other places ---------------------------------------------------------------------------------------------------------


def test_the_data_are_checked_in_a_folder_of_any_name_and_without_git(
    world: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = tmp_path / "my clone" / "日本のNGO (1)"
    shutil.copytree(world / "data", root / "data")
    (root / "templates").symlink_to(ROOT / "templates")
    monkeypatch.setenv("PATH", str(tmp_path))
    files.fix(root)
    assert main(["--root", str(root), "check"]) == 0
    assert capsys.readouterr().out == "6 records, 12 facts, 2 sources: no problems.\n"
    assert main(["--root", str(root), "diff", "main"]) == 1
    assert capsys.readouterr().err == "git is not installed.\n"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="Windows has no such rights")
@pytest.mark.skipif(
    MAY_ALL and not shutil.which("setpriv"),
    reason="root may write everywhere, and setpriv, which takes that right away, is not installed",
)
def test_a_checkout_that_may_only_be_read_is_checked_and_says_what_it_cannot_write(world: Path, tmp_path: Path) -> None:
    root = tmp_path / "clone"
    shutil.copytree(world / "data", root / "data")
    (root / "templates").symlink_to(ROOT / "templates")
    files.fix(root)
    written = [path for path in (root, *root.rglob("*")) if not path.is_symlink()]
    for path in written:
        path.chmod(path.stat().st_mode & 0o555)
    called = f"from equal_footing.commands.cli import main; [main(['--root', {str(root)!r}, *c.split()]) for c in "
    rights = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"] if MAY_ALL else []
    done = run(*rights, sys.executable, "-c", f"{called}('check', 'country KE', 'site')]", cwd=ROOT)
    for path in written:
        path.chmod(0o755)
    assert done.stdout.splitlines() == ["6 records, 12 facts, 2 sources: no problems."]
    assert done.stderr.splitlines() == [
        f"{root}/data/kenya cannot be written: Permission denied.",
        f'the site cannot be built in "{root}/site", which lies in "{root}", where this user may not write: '
        "the finished site is put there in one step. Nothing was built. Name a new or empty folder for the site, "
        "or the folder of an earlier build.",
    ]
