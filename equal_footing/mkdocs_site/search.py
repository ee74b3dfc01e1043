"""Adds the languages of the data to MkDocs' search."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig

from equal_footing.model.dataset import Dataset
from equal_footing.views.records import official_languages


def add_languages(config: MkDocsConfig, dataset: Dataset) -> None:
    """Add the official languages of all countries to the settings of the search, as far as it supports them.

    The search plugin reads its settings in `on_config`: call this before.
    """
    search = config.plugins.get("search") or config.plugins.get("material/search")
    if search is None or not search.config.get("lang"):
        return
    settings = search.config["lang"]
    official = {tag.partition("-")[0] for home in dataset.countries for tag in official_languages(dataset, home.id)}
    more = sorted(official - {"zh", *settings})  # Chinese is cut into words when the index is made
    folders = [Path(folder) / "assets/javascripts/lunr/min" for folder in config.theme.dirs]
    known = [tag for tag in more if any((folder / f"lunr.{tag}.min.js").is_file() for folder in folders)]
    search.config["lang"] = [*settings, *known]
