"""The explanations of all rules, in the sections of the guide, each with an example and the message that it causes.

They are stored in `templates/messages/rules.<language>.yml`. Every rule that a problem names has an entry there, and
tests run the checks on the examples.
"""

import textwrap
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Self

from pydantic import Field, TypeAdapter, model_validator

from equal_footing.model.base import Model
from equal_footing.model.messages import LANGUAGE, read_words
from equal_footing.reading.characters import spelt_out
from equal_footing.reading.problems import Problem, did_you_mean, quote

WIDTH = 100
"""The line length on the terminal, in characters."""


class Explanation(Model):
    """A rule in one sentence, the reason for it with the remedy, and an example.

    When the `bad` lines replace the `good` ones in a `file` of the data, or are the content of a new file, the check
    `says` the message; `along` lists other rules that they break. `beside` holds further files that the example needs,
    `instead_of` the lines to replace if these are not the `good` ones. Mistakes that lines of a file cannot show have
    no example.
    """

    title: str
    why: str
    file: str | None = None
    beside: dict[str, str] = Field(default_factory=dict)
    instead_of: str | None = None
    good: str | None = None
    bad: str | None = None
    says: str
    along: Annotated[list[str], Field(alias="with", default_factory=list)]

    @model_validator(mode="after")
    def _example_is_whole(self) -> Self:
        if (self.file is None) != (self.bad is None) or (self.good and not self.bad):
            raise ValueError("an example is a `file` with its `bad` lines")
        return self


class Section(Model):
    """A part of the guide: its title, and its rules by their ids."""

    title: str
    rules: dict[str, Explanation] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Explained:
    """The sections by their ids."""

    sections: dict[str, Section]

    @property
    def rules(self) -> dict[str, Explanation]:
        """All rules by their ids, in the order of the sections."""
        return {rule: found for section in self.sections.values() for rule, found in section.rules.items()}


_SECTIONS = TypeAdapter(dict[str, Section])
NAME = f"templates/messages/rules.{LANGUAGE}.yml"


def load(root: Path) -> Explained:
    """Read the explanations; raises ValueError when the file cannot be read or does not fit the model."""
    explained = Explained(read_words(root, NAME, _SECTIONS))
    rules = [rule for section in explained.sections.values() for rule in section.rules]
    twice = {rule for rule in rules if rules.count(rule) > 1}
    if twice:
        raise ValueError(f"{NAME}: explained twice: {', '.join(sorted(twice))}")
    return explained


def titles(root: Path) -> dict[str, str]:
    """Return the titles of the sections by their ids; none for data without explanations beside them."""
    if not (root / NAME).is_file():
        return {}
    return {name: section.title for name, section in load(root).sections.items()}


def told(problem: Problem) -> str:
    """Return a problem as a line for the terminal, with the name of its rule; invisible characters are spelt out."""
    return spelt_out(f"{problem} [{problem.rule}]")


def printed(explained: Explained, rule: str) -> str:
    """Return the explanation of a rule for the terminal; raises LookupError with the nearest one for an unknown."""
    if rule not in explained.rules:
        raise LookupError(f"There is no rule {quote(rule)}.{did_you_mean(rule, explained.rules)}")
    found = explained.rules[rule]
    lines = [f"{rule}: {found.title}.", *textwrap.wrap(found.why, WIDTH)]
    for file, content in found.beside.items():
        lines += ["", f"With data/{file}:", *_indented(content)]
    if found.bad:
        lines += ["", f"Wrong, in data/{found.file}:", *_indented(found.bad)]
    lines += ["", "The check says:", f"    {found.says}"]
    lines += [f"The same lines also break the rule {other}." for other in found.along]
    if found.good:
        lines += ["", "Right:", *_indented(found.good)]
    return "\n".join(lines)


def _indented(example: str) -> list[str]:
    return [f"    {line}" for line in spelt_out(example).rstrip("\n").split("\n")]
