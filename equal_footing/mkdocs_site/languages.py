"""The language of a build: its words in the settings of MkDocs, its addresses, and the pages that people wrote in it.

A build has one language, the theme's. English is at the public address itself, every other language in a folder there:
`/zh/japan/` is `/japan/` in Chinese. A page `about/method.zh.md` beside `about/method.md` takes its place in Chinese.
An edition and what a server shows are alone: in their language at the public address itself, without any other one.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.localedata import exists
from jinja2 import Environment
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from equal_footing.changes import editions
from equal_footing.model import messages
from equal_footing.model.messages import LANGUAGE, Messages
from equal_footing.reading.problems import one_of
from equal_footing.sitemap.links import Languages

_OF_THEME = "partials/languages"
"""Where the theme has the words of its own in each language that it knows."""
_TRANSLATED = re.compile(r"(.+)\.([a-z]{2,3}(?:-\w+)*)\.md")


def prefix(language: str) -> str:
    """Return what the addresses of a language begin with: nothing for English, else `zh/`."""
    return "" if language == LANGUAGE else f"{language}/"


def set_up(config: MkDocsConfig, root: Path, *, is_alone: bool) -> tuple[Messages, Languages]:
    """Put the words and the addresses of the theme's language into the settings.

    Returns its messages and the folders of the languages; a build that `is_alone` has none. Raises ValueError where one
    of the languages has no whole table of messages, or is not known to the theme.
    """
    language, known = str(config.theme["language"]), [] if is_alone else messages.languages(root)
    words, *_ = [_table(config, root, tag) for tag in dict.fromkeys((language, *known))]
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


def _table(config: MkDocsConfig, root: Path, language: str) -> Messages:
    """Return the messages of a language that the theme knows, too."""
    words = messages.load(root, language)
    known = {path.stem for folder in config.theme.dirs for path in Path(folder).glob(f"{_OF_THEME}/*.html")}
    if language in known:
        return words
    free, parts = known - set(messages.languages(root)), language.split("-")
    near = next((tag for end in range(len(parts), 0, -1) if (tag := "-".join(parts[:end])) in free), "")
    what_to_do = f" Name the file {near}.yml." if near else one_of(sorted(free))
    raise ValueError(f"{messages.FOLDER}/{language}.yml: the theme knows no language {language}.{what_to_do}")


def _said(nav: Any, words: Messages) -> Any:
    """Return the navigation of `mkdocs.yml` with its titles, which are keys of messages, in words."""
    if isinstance(nav, dict):
        return {words.table.get(title, title): _said(below, words) for title, below in nav.items()}
    return [_said(item, words) for item in nav] if isinstance(nav, list) else nav


def out_of_place(files: Files, config: MkDocsConfig, known: list[str]) -> Iterator[tuple[File, str]]:
    """Yield each page in a language that takes the place of no page, with what to do about it.

    `known` are the languages of the site.
    """
    found = {file.src_uri: file for file in files.documentation_pages()}
    for path, file in found.items():
        match, docs = _TRANSLATED.fullmatch(path), Path(config.docs_dir).name
        page, tag = (f"{match[1]}.md", match[2]) if match else ("", "")
        if tag in known and page not in found:
            what_to_do = f"Give it the name of an English page, with .{tag} before .md."
            yield file, f"{docs}/{path}: there is no page {docs}/{page} that it could take the place of. {what_to_do}"
        elif tag not in known and page in found and exists(tag.replace("-", "_")):
            what_to_do = f"Write {messages.FOLDER}/{tag}.yml, or delete the page."
            yield file, f"{docs}/{path}: the site has no language {tag}. {what_to_do}"


def choose(files: Files, language: str, known: list[str]) -> set[str]:
    """Let each page be read in a language where somebody has written it in that; return the paths of the other pages.

    `known` are the languages of the site, whose pages are otherwise no pages of this build.
    """
    found = {file.src_uri: file for file in files.documentation_pages()}
    matches = {path: match for path in found if (match := _TRANSLATED.fullmatch(path)) and match[2] in known}
    left = set() if language == LANGUAGE else found.keys() - matches.keys()
    for path, match in matches.items():
        files.remove(found[path])
        page = found[f"{match[1]}.md"]
        if match[2] == language:
            page.abs_src_path, page.edit_uri = found[path].abs_src_path, path
            left -= {page.src_uri}
    return left


def untranslated(html: str, environment: Environment) -> str:
    """Return the text of a page that nobody has written in the language of the build yet, marked as English."""
    return environment.get_template("parts/untranslated.html.j2").render(html=Markup(html), language=LANGUAGE)
