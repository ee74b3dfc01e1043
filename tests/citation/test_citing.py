"""What a reader copies to cite a fact."""

from pathlib import Path

from equal_footing.changes.editions import Editions
from equal_footing.changes.release_notes import History
from equal_footing.check.run import load_checked
from equal_footing.citation.citing import Citing
from equal_footing.model import messages
from equal_footing.model.values import PartialDate
from equal_footing.views.records import Views

from ..cases import COUNTRY, edit
from ..conftest import ROOT


def test_a_citation_keeps_the_abbreviations_in_what_it_cites(world: Path) -> None:
    fact = "  - {field: oda-gni, value: 0.34, period: 2024, source: atlas, locator: p. 3}\nreviewed"
    edit(COUNTRY, "reviewed", fact)(world / "data")
    citing = Citing(Views(load_checked(world), messages.load(ROOT)), "https://site.example/", Editions(), History())
    page = citing.item("atlantis/", "Atlantis", PartialDate(2026, 11, 20), None)
    [found] = [one for one in citing.views.facts.of("atlantis") if one.field.id == "oda-gni"]
    text = citing.fact(page, citing.views.entry("atlantis"), found).text
    assert text.startswith("Atlantis, ODA as share of national income: 0.34% (2024). Source: Atlas Press, “Atlas of")
