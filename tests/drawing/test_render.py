"""Addresses of a page are relative to it, so that the site can live anywhere; macros use the terms of the data."""

import ast
import inspect
import re

import pytest

from equal_footing.citation.citations import Item
from equal_footing.drawing import macros
from equal_footing.drawing.page_content import MACROS
from equal_footing.drawing.page_renderer import PageRenderer
from equal_footing.model.values import PartialDate

from ..conftest import ROOT


class _Views:
    dataset = None


class _Renderer:
    views = _Views()


@pytest.mark.parametrize(
    ("page", "target", "link"),
    [
        ("", "japan/", "japan/"),
        ("japan/", "", "../"),
        ("japan/funding/japan-platform/", "japan/funding/", "../"),
        ("japan/funding/japan-platform/", "japan/bodies/mofa/", "../../bodies/mofa/"),
        ("japan/funding/japan-platform/", "article/#s151", "../../../article/#s151"),
        ("article/", "article/#s151", "#s151"),
        ("article/", "article/", "./"),
        ("figures/", "japan/figures/aid.csv", "../japan/figures/aid.csv"),
    ],
)
def test_a_link_leads_from_one_page_to_another(page: str, target: str, link: str) -> None:
    item = Item("x", "X", PartialDate(2026), "https://site.example/", "")
    assert PageRenderer(_Renderer(), page, item).url(target) == link  # type: ignore[arg-type]


def test_a_citation_on_a_page_has_the_arguments_of_one_in_the_data() -> None:
    assert list(inspect.signature(macros.cite).parameters) == ["page", "source", "locator"]


def test_the_page_on_macros_shows_each_of_them_with_arguments_that_it_takes() -> None:
    page = (ROOT / "docs/about/macros.md").read_text(encoding="utf-8")
    calls = [ast.parse(call, mode="eval").body for call in re.findall(r"\b[a-z_]+\([^()]*\)", page)]
    shown = [(ast.unparse(call.func), call) for call in calls if isinstance(call, ast.Call)]
    assert {name for name, _ in shown} == MACROS.keys()
    for name, call in shown:
        inspect.signature(MACROS[name]).bind(None, *call.args, **{str(word.arg): word.value for word in call.keywords})
