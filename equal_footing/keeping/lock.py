"""Lets one process at a time do something in a folder."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from equal_footing.reading.problems import CommandError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def only_one(file: Path, said: str) -> Iterator[None]:
    """Hold the lock of a file; raises CommandError with what is `said` while another process holds it.

    The system releases the lock when the process ends, however it ends.
    """
    with file.open("a") as held:
        try:
            if sys.platform == "win32":
                msvcrt.locking(held.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except (BlockingIOError, PermissionError) as error:
            raise CommandError(said) from error
        yield
