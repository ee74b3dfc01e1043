"""A template is compiled once, and again when its source changes."""

from __future__ import annotations

from pathlib import Path

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
