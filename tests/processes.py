"""Commands of the program, each in a process of its own, which is forked from one that has loaded the program already.

To load Python, MkDocs and the program takes longer than most commands do.
"""

from __future__ import annotations

import atexit
import functools
import gc
import json
import os
import runpy
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def run(root: Path, module: str, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Do what `python -m module arguments` does in the folder `root`; returns the exit code and what was printed.

    `settings` are added to the environment.
    """
    env = {**os.environ, **settings}
    if not hasattr(os, "fork"):
        command = [sys.executable, "-m", module, *arguments]
        return subprocess.run(command, cwd=root, env=env, capture_output=True, text=True, check=False)
    server = _server()
    assert server.stdin
    assert server.stdout
    with tempfile.TemporaryDirectory() as folder:
        printed = [Path(folder, name) for name in ("out", "err")]
        asked = {
            "root": str(root),
            "module": module,
            "arguments": arguments,
            "env": env,
            "printed": [*map(str, printed)],
        }
        print(json.dumps(asked), file=server.stdin, flush=True)
        code = int(server.stdout.readline())
        return subprocess.CompletedProcess([module, *arguments], code, *(path.read_text("utf-8") for path in printed))


@functools.cache
def _server() -> subprocess.Popen[str]:
    """Return the process that forks; it ends with this one."""
    command = [sys.executable, "-m", __name__]
    server = subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    atexit.register(server.communicate)
    return server


def _serve() -> None:
    """Run what each line of the input asks for in a process of its own, and print its exit code."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            _become(**json.loads(line))
            return
        print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)


def _become(root: str, module: str, arguments: list[str], env: dict[str, str], printed: list[str]) -> None:
    """Go on as a process that was asked for."""
    for number, path in enumerate((os.devnull, *printed)):
        os.dup2(os.open(path, os.O_CREAT | os.O_RDWR), number)
    os.environ.clear()
    os.environ.update(env)
    os.chdir(root)
    sys.path[0] = root
    sys.argv[1:] = arguments
    runpy.run_module(module, run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    from mkdocs.commands import build  # noqa: F401
    from mkdocs.config import load_config

    from equal_footing.commands import cli  # noqa: F401
    from equal_footing.export import contract
    from equal_footing.keeping import store

    store.digest_of_program()
    for name in contract.SCHEMAS:
        contract.schema(name, "")
    load_config(str(ROOT / "mkdocs.yml"))  # loads the plugins and their extensions
    gc.collect()
    gc.freeze()  # a process that ends need not look through all this for garbage
    _serve()
