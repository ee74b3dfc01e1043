"""All sources as files for reference managers."""

from pathlib import Path

from equal_footing.citation import bibliography
from equal_footing.keeping.once import Once
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages

FOLDER = "data"
"""The folder of the site that holds the data as files, and the page that explains them."""
_MEDIA_TYPES = "application/x-bibtex", "application/x-research-info-systems", "application/vnd.citationstyles.csl+json"
FILES = dict(zip(bibliography.FILES, _MEDIA_TYPES, strict=True))
"""The media types of the files, by their names."""
API = "api/v1/"
"""The address below which the JSON files are."""


def json_address(address: str) -> str:
    """Return the address of the JSON file of a page: `api/v1/japan/laws.json` for `japan/laws/`."""
    return f"{API}{address.rstrip('/') or 'index'}.json"


def files(dataset: Dataset, words: Messages, once: Once) -> dict[str, str]:
    """Return the files by their names; what they say of each source is worked out `once`."""
    return bibliography.source_files(dataset.sources.values(), words, once)


def write(dataset: Dataset, words: Messages, folder: Path) -> list[Path]:
    """Write the files to a folder, and return their paths."""
    return bibliography.write_source_files(dataset.sources.values(), words, folder)
