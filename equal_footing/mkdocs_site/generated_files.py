"""The Markdown files of the pages generated from the data: front matter and one macro call each."""

import json

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from equal_footing.sitemap.pages import Page


def markdown_file(config: MkDocsConfig, page: Page) -> File:
    """Return the generated file of a page, which is in no navigation; its edit address is that of the YAML file."""
    front: dict[str, object] = {"title": page.title, "description": page.description}
    if not page.search:
        front["search"] = {"exclude": True}
    if page.names:
        front["tags"] = list(page.names)
    if page.wide:
        front["hide"] = ["navigation", "toc"]
    head = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in front.items() if value)
    call = f"{page.macro}({', '.join(map(json.dumps, page.arguments))})"
    content = f"---\n{head}\n---\n{{{{ {call} }}}}\n"
    file = File.generated(config, page.source, content=content, inclusion=InclusionLevel.NOT_IN_NAV)
    file.edit_uri = f"../{page.file}" if page.file else None
    return file
