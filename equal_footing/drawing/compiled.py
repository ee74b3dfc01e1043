"""Keeps compiled templates on disk, by their name and source: to compile them takes longer than to draw most pages."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from equal_footing.keeping.store import Store, digest, digest_of_program


class CompiledTemplates(BytecodeCache):
    """The compiled templates of environments with the same filters.

    Jinja compiles escaping and finalizing into a template, so each way of doing so has a key of its own.
    """

    def __init__(self, store: Store) -> None:
        self.store = store

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put what is kept of a template into its bucket."""
        kept = self.store.get(_key(bucket))
        if kept is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template that was compiled."""
        self.store.put(_key(bucket), bucket.bytecode_to_string())

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Return the key of a template: its name in this program; a project that is moved keeps its templates."""
        return digest(digest_of_program(), name)


def _key(bucket: Bucket) -> str:
    """Return the key of a template for the environment that compiles it."""
    environment = bucket.environment
    return digest(bucket.key, f"{bool(environment.autoescape)} {environment.finalize is not None}")
