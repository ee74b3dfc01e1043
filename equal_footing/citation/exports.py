"""All sources as files for reference managers."""

from equal_footing.citation import citations
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages

FOLDER = "data"
"""The folder of the site that holds the data as files, and the page that explains them."""
FILES = {
    "sources.json": "application/vnd.citationstyles.csl+json",
    "sources.ris": "application/x-research-info-systems",
}


def files(dataset: Dataset, words: Messages) -> dict[str, str]:
    """Return the files by their names."""
    sources = list(dataset.sources.values())
    return {
        "sources.json": citations.as_json([citations.source_csl(source, [], words) for source in sources]),
        "sources.ris": "".join(citations.source_ris(source, [], words) for source in sources),
    }
