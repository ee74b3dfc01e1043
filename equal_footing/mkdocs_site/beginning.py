"""Begins a build from data without problems: with the settings, the editions, and what is kept from build to build."""

from dataclasses import replace
from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.config_options import Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError

from equal_footing.changes import editions
from equal_footing.changes.release_notes import history
from equal_footing.citation.citing import Citing
from equal_footing.drawing import kept_pages
from equal_footing.drawing.imprint import Imprint
from equal_footing.drawing.kept_pages import Kept, Shared
from equal_footing.drawing.reads import OnceRead, Reads
from equal_footing.drawing.render import Renderer
from equal_footing.keeping.files import KeptFiles
from equal_footing.keeping.once import Once
from equal_footing.keeping.store import FOLDER, NOTHING, Store, digest
from equal_footing.mkdocs_site import languages
from equal_footing.mkdocs_site.build import Build
from equal_footing.mkdocs_site.search import Search
from equal_footing.model import address_list
from equal_footing.model.dataset import Dataset
from equal_footing.model.messages import Messages
from equal_footing.sitemap import pages
from equal_footing.statement.facts import Facts
from equal_footing.views import fonts
from equal_footing.views.records import Views


class Settings(Config):
    """The settings of the plugin in `mkdocs.yml`."""

    report_uri = Type(str, default="")
    """The form for reporting mistakes, relative to `repo_url`; the address of a page is appended to it."""
    fresh = Type(bool, default=False)
    """Draw every page anew, instead of taking those from the build before of which nothing has changed."""
    publisher = Type(str, default="")
    """Who publishes the site; the page *About* says so."""
    publisher_url = Type(str, default="")
    """The address of the publisher on the web."""
    independence = Type(str, default="")
    """Who pays for the site and who decides what is on it, in a sentence or two."""
    report_mail = Type(str, default="")
    """The mail address for mistakes, for readers who have no account at the code host."""

    @property
    def imprint(self) -> Imprint:
        """Return who publishes the site, as pages say it."""
        return Imprint(self.publisher, self.publisher_url, self.independence, self.report_mail)


def shared_files(config: MkDocsConfig) -> Shared:
    """Return the files that every page depends on, as they are now."""
    settings = Path(config.config_file_path)
    return kept_pages.shared_files(
        settings.parent, settings, Path(config.theme.custom_dir or settings.parent / "theme")
    )


def of_all(own: Settings, config: MkDocsConfig, facts: Facts, words: Messages, shared: Shared) -> Build:
    """Begin a build that draws all pages, or takes them from the build before where they have not changed.

    `shared` are the files that every page depends on, from before any was read. Raises PluginError when an
    edition cannot be read.
    """
    root, dataset = Path(config.config_file_path).parent, facts.dataset
    reads, kept = Reads(), root / FOLDER
    reads.watch_parts(dataset)
    watched = reads.watch("dataset", dataset, root=root, vocabulary=dataset.vocabulary)
    views = Views(watched, words, Store(kept / "drawings"))
    views.facts = reads.watch("facts", facts, dataset=watched)
    citing = _citing(root, views, dataset, config)
    citing.history, citing.once = reads.watch("history", citing.history), OnceRead(reads)
    settings = config.site_url or "", config.repo_url or "", *_bases(own, config), citing.editions.frozen or ""
    everywhere = repr(own.imprint), repr(views.colours)
    folder = None if own.fresh else kept / languages.prefix(words.language)
    all_kept = Kept(
        Store(folder and folder / "pages"),
        Store(folder and folder / "aside" / digest(config.site_dir)),
        KeptFiles(folder and folder / "files"),
        reads,
        kept_pages.everything(shared, *settings, *everywhere, fonts.installed()),
    )
    all_kept.begin()
    return Build(
        _renderer(root, own, config, citing),
        dataset,
        {page.address: page for page in pages.all_pages(dataset, words)},
        Search(watched, words),
        all_kept,
    )


def on_request(own: Settings, config: MkDocsConfig, dataset: Dataset, words: Messages, known: Citing | None) -> Build:
    """Begin a build of a server, which draws pages when they are asked for and keeps only drawings.

    `known` are citations of the same editions, so that these need not be read. Raises PluginError when an edition
    cannot be read.
    """
    root = Path(config.config_file_path).parent
    views = Views(dataset, words, Store(root / FOLDER / "drawings"))
    citing = replace(known, views=views, once=Once()) if known else _citing(root, views, dataset, config)
    found = {page.address: page for page in pages.all_pages(dataset, words)}
    renderer = _renderer(root, own, config, citing)
    return Build(renderer, dataset, found, Search(dataset, words), Kept(NOTHING, NOTHING, KeptFiles(None), Reads(), ""))


def _renderer(root: Path, own: Settings, config: MkDocsConfig, citing: Citing) -> Renderer:
    return Renderer(root, citing, *_bases(own, config), own.imprint)


def _bases(own: Settings, config: MkDocsConfig) -> tuple[str, str]:
    """Return the addresses at which a file is edited and a mistake is reported, without the file and the page."""
    repository = (config.repo_url or "").rstrip("/")
    return f"{repository}/{(config.edit_uri or '').removesuffix('docs/')}", f"{repository}/{own.report_uri}"


def _citing(root: Path, views: Views, dataset: Dataset, config: MkDocsConfig) -> Citing:
    """Return the citations of pages; raises PluginError when an edition cannot be read."""
    try:
        kept = editions.load_for_pages(root)
        changes = history(root, kept, dataset, views.words)
        published = frozenset(address_list.read(root))
    except ValueError as error:
        raise PluginError(str(error)) from error
    config.extra["edition"] = kept.frozen or ""
    return Citing(views, config.site_url or "", kept, changes, published)
