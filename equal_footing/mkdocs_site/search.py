"""Adds the pages that come from the data, and their languages, to MkDocs' search."""

import copy
import dataclasses
import re
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from equal_footing.drawing.page_content import PageContent
from equal_footing.model.dataset import Dataset
from equal_footing.sitemap.pages import Page
from equal_footing.views.records import official_languages


def add_languages(config: MkDocsConfig, dataset: Dataset) -> None:
    """Add the official languages of all countries to the settings of the search, as far as it supports them.

    The search plugin reads its settings in `on_config`: call this before.
    """
    search = _plugin(config)
    if search is None or not search.config.get("lang"):
        return
    settings = search.config["lang"]
    official = {tag.partition("-")[0] for home in dataset.countries for tag in official_languages(dataset, home.id)}
    more = sorted(official - {"zh", *settings})  # Chinese is cut into words when the index is made
    folders = [Path(folder) / "assets/javascripts/lunr/min" for folder in config.theme.dirs]
    known = [tag for tag in more if any((folder / f"lunr.{tag}.min.js").is_file() for folder in folders)]
    search.config["lang"] = [*settings, *known]


def index(config: MkDocsConfig, known: MkDocsPage, page: Page, content: PageContent) -> PageContent:
    """Add a page to the index, and return it without the attributes that are for the search alone."""
    search = _plugin(config)
    if search is None or not search.config.get("enabled"):
        return content
    shown = copy.copy(known)
    shown.meta = {"title": page.title, "search": {"exclude": not page.search}, "tags": list(page.names) or None}
    shown.content = content.html
    shown.toc = TableOfContents([AnchorLink(title, anchor, 2) for anchor, title in content.headings])
    search.search_index.add_entry_from_context(shown)
    return dataclasses.replace(content, html=_FOR_SEARCH.sub("", content.html))


def _plugin(config: MkDocsConfig) -> Any:
    return config.plugins.get("search") or config.plugins.get("material/search")


_FOR_SEARCH = re.compile(r'\s?data-search-\w+="[^"]+"')
