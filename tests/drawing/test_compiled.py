"""A template is compiled once, and again when its source changes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment, FileSystemLoader

from equal_footing.drawing.compiled import CompiledTemplates
from equal_footing.keeping.store import Store


def test_a_template_is_compiled_again_only_when_it_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    compiled: list[str | None] = []
    compile_really = Environment.compile

    def compile_noted(self: Environment, source: str, name: str | None = None, *others: object) -> object:
        compiled.append(name)
        return compile_really(self, source, name, *others)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", compile_noted)
    monkeypatch.setattr(f"{CompiledTemplates.__module__}.digest_of_program", lambda: "this program")
    template, store = tmp_path / "page.html", Store(tmp_path / "kept")

    def drawn(source: str) -> str:
        template.write_text(source, encoding="utf-8")
        environment = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=CompiledTemplates(store))
        return environment.get_template(template.name).render(name="Reef")

    assert [drawn("Hello {{ name }}"), drawn("Hello {{ name }}"), drawn("Bye {{ name }}")] == [
        *["Hello Reef"] * 2,
        "Bye Reef",
    ]
    assert compiled == [template.name] * 2
    monkeypatch.setattr(
        f"{CompiledTemplates.__module__}.digest_of_program", lambda: "a newer program, or another version of Jinja"
    )
    assert drawn("Bye {{ name }}") == "Bye Reef"
    assert compiled == [template.name] * 3


def test_a_template_is_compiled_for_each_of_the_environments_that_share_a_store(tmp_path: Path) -> None:
    (tmp_path / "page").write_text("{{ name }} & {{ 'co' }}", encoding="utf-8")

    def drawn(**settings: Any) -> str:
        kept = CompiledTemplates(Store(tmp_path / "kept"))
        environment = Environment(loader=FileSystemLoader(tmp_path), bytecode_cache=kept, **settings)
        return environment.get_template("page").render(name="<b>")

    for _ in "ab":
        assert drawn(autoescape=True) == "&lt;b&gt; & co"
        assert drawn(autoescape=False) == "<b> & co"
        assert drawn(autoescape=False, finalize=str.upper) == "<B> & CO"
