"""The language of a build: its words in the settings of MkDocs, its addresses, and the pages that people wrote in it.

A build has one language, the theme's. English is at the public address itself, every other language in a folder there:
`/zh/japan/` is `/japan/` in Chinese. A page `about/method.zh.md` beside `about/method.md` takes its place in Chinese.
An edition and what a server shows are alone: in their language at the public address itself, without any other one.
"""

import re
from pathlib import Path
from typing import Any

from markupsafe import escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from equal_footing.changes import editions
from equal_footing.model import messages
from equal_footing.model.messages import LANGUAGE, Messages
from equal_footing.sitemap.links import Languages


def prefix(language: str) -> str:
    """Return what the addresses of a language begin with: nothing for English, else `zh/`."""
    return "" if language == LANGUAGE else f"{language}/"


def set_up(config: MkDocsConfig, root: Path, *, is_alone: bool) -> tuple[Messages, Languages]:
    """Put the words and the addresses of the theme's language into the settings.

    Returns its messages and the folders of the languages; a build that `is_alone` has none. Raises ValueError where the
    language has no whole table of messages.
    """
    language = str(config.theme["language"])
    words, known = messages.load(root, language), [] if is_alone else messages.languages(root)
    start, own = config.site_url or "/", "" if is_alone else prefix(language)
    config.extra["translations"] = [(tag, f"{start}{prefix(tag)}") for tag in known] if len(known) > 1 else []
    config.extra["words"] = words
    if own:
        config.site_url, config.site_dir = f"{start}{own}", str(Path(config.site_dir) / language)
    config.site_name, config.site_description = words("site"), words("site-description")
    config.copyright, config.repo_name = words("site-copyright"), words("source-code")
    for palette, key in zip(config.theme["palette"], ("to-dark", "to-light"), strict=False):
        palette["toggle"]["name"] = words(key)
    config.mdx_configs.setdefault("toc", {})["permalink_title"] = words("permanent-link")
    config.nav = _said(config.nav, words)
    others = tuple(prefix(tag) for tag in known if tag not in {language, LANGUAGE})
    return words, Languages(own, others, f"{editions.PUBLISHED}/")


def _said(nav: Any, words: Messages) -> Any:
    """Return the navigation of `mkdocs.yml` with its titles, which are keys of messages, in words."""
    if isinstance(nav, dict):
        return {words.table.get(title, title): _said(below, words) for title, below in nav.items()}
    return [_said(item, words) for item in nav] if isinstance(nav, list) else nav


def choose(files: Files, language: str, known: list[str]) -> set[str]:
    """Let each page be read in a language where somebody has written it in that; return the paths of the other pages.

    `known` are the languages of the site, whose pages are otherwise no pages of this build.
    """
    other = re.compile(rf"(.+)\.({'|'.join(map(re.escape, known))})\.md")
    found = {file.src_uri: file for file in files.documentation_pages()}
    ours = {match: file for path, file in found.items() if (match := other.fullmatch(path))}
    left = set() if language == LANGUAGE else found.keys() - {file.src_uri for file in ours.values()}
    for match, file in ours.items():
        files.remove(file)
        page = found.get(f"{match[1]}.md")
        if page and match[2] == language:
            page.abs_src_path, page.edit_uri = file.abs_src_path, file.src_uri
            left -= {page.src_uri}
    return left


def untranslated(html: str, words: Messages) -> str:
    """Return the text of a page that nobody has written in the language of the build yet, marked as English."""
    notice = f'<p class="ef-untranslated">{escape(words("untranslated"))}</p>'
    return f'{notice}\n<div lang="{LANGUAGE}">{html}</div>'
