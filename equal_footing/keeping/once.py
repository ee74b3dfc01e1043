"""Makes each thing once, for all that ask for it."""

from collections.abc import Callable, Hashable
from typing import Any, TypeVar

Made = TypeVar("Made")


class Once:
    """What was made so far, by its key."""

    def __init__(self) -> None:
        self._made: dict[Hashable, Any] = {}

    def __call__(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what `make` has returned for a key; it is called when the key is asked for first."""
        if key not in self._made:
            self._made[key] = make()
        found: Made = self._made[key]
        return found

    def forget(self) -> None:
        """Let go of all that was made: what is asked for again is made again."""
        self._made.clear()
