"""What MkDocs makes of the settings, the theme and the pages that people write: the frame of the pages of a server."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment
from markupsafe import Markup
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from equal_footing.mkdocs_site import navigation
from equal_footing.mkdocs_site.build import Build
from equal_footing.model import address_list, messages

SITEMAP = "sitemap.xml"
_HEADING = re.compile("^# (.*)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Frame:
    """What MkDocs makes of the settings, the theme and the pages that people write.

    `stamps` are those of their files and of the editions, taken before any of them was read.

    `nav` is the navigation of `mkdocs.yml`, without what comes from the data. Without sound data MkDocs knows only the
    home page: then the frame is not `whole`.
    """

    config: MkDocsConfig
    environment: Environment
    files: Files
    nav: Navigation
    stamps: object
    whole: bool

    def written(self) -> Iterator[MkDocsPage]:
        """Yield the pages that people write."""
        return (file.page for file in self.files.documentation_pages() if file.page)

    def render(self, build: Build, page: MkDocsPage) -> str:
        """Return a page that people write, read and rendered as MkDocs does it.

        Raises PluginError when a macro call on it is wrong.
        """
        config, files, nav = self.config, self.files, build.navigations[navigation.EVERYWHERE]
        event = config.plugins
        build.drawn.pop(page.url, None)
        build.mistakes.pop(page.url, None)
        page = event.on_pre_page(page, config=config, files=files)
        page.read_source(config)
        page.markdown = event.on_page_markdown(page.markdown or "", page=page, config=config, files=files)
        if mistake := build.mistakes.get(page.url):
            raise PluginError(mistake)
        page.render(config, files)
        page.content = event.on_page_content(page.content or "", page=page, config=config, files=files)
        with navigation.current(page, nav, ()):
            context = event.on_page_context(get_context(nav, files, config, page), page=page, config=config, nav=nav)
            template = self.environment.get_template(page.meta.get("template", "main.html"))
            return event.on_post_page(template.render(context), page=page, config=config)

    def sitemap(self) -> str:
        """Return the list of all pages for search engines, as MkDocs makes it."""
        context = get_context(self.nav, self.files, self.config)
        context = self.config.plugins.on_template_context(context, template_name=SITEMAP, config=self.config)
        return self.environment.get_template(SITEMAP).render(context)

    def problem_page(self, problems: Markup) -> str:
        """Return the page that a server shows instead of all others."""
        home = self.nav.homepage
        nav = Navigation([home] if home else [], [home] if home else [])
        context = get_context(nav, [], self.config, base_url=urlsplit(self.config.site_url or "/").path)
        self.config.extra["problems"] = problems
        return self.environment.get_template("404.html").render(context)


def stamps(root: Path, config: MkDocsConfig) -> object:
    """Return what changes when the frame does.

    Of a page that people write only the beginning belongs to it, with the title, which other pages name: the rest is
    read when somebody asks for the page. What is gone by the time that it is looked at, or leads nowhere, has no stamp.
    """
    theme, editions = Path(config.theme.custom_dir or config.docs_dir), root / address_list.FOLDER
    folders = Path(config.docs_dir), theme, root / messages.FOLDER, editions
    files = [Path(config.config_file_path), *(path for folder in folders for path in sorted(folder.rglob("*")))]
    return [(path, _stamp(path)) for path in files]


def _stamp(path: Path) -> object:
    try:
        if path.suffix != ".md":
            return path.stat().st_mtime_ns
        return _HEADING.split(path.read_text(encoding="utf-8"), maxsplit=1)[:2]
    except (OSError, UnicodeDecodeError):
        return None
