"""Models of what stays in the place of something that was published and has moved or was withdrawn.

They are the same for records, countries, questions, figures, compared tables, claims and sections of the article.
"""

from typing import Annotated

from pydantic import AfterValidator, Field

from equal_footing.model.base import Model
from equal_footing.model.prose import ENGLISH, Prose
from equal_footing.model.types import EDITION, Day, Form, Names, Pattern, RecordId, Text


class Moved(Model):
    """What stays in the place of something that has moved."""

    moved_to: RecordId
    """The path of its file under the new name, from data/ and without .yml; of a country the name of its folder."""


class Withdrawn(Model):
    """What stays in the place of something that was withdrawn.

    `reason` says why, `last` what was last said. `edition` is one in which it can be read, `see` names what to read
    instead.
    """

    withdrawn: Day
    """The day on which it was withdrawn."""
    name: Names
    """The name that it had, in each language by language tag; English is required."""
    reason: Prose
    """Why it was withdrawn."""
    last: Prose | None = None
    """What it last said."""
    edition: Annotated[Text, AfterValidator(Pattern(EDITION, "edition", "an edition, such as 2026.11"))] | None = None
    """An edition in which it can still be read, such as 2026.11."""
    see: list[RecordId] = Field(default_factory=list, examples=[["japan/funding/japan-platform"]])
    """What to read instead: the paths of files, from data/ and without .yml; of a country the name of its folder."""

    @property
    def title(self) -> Prose:
        """The name: the English one, and those in other languages."""
        return Prose(self.name.get(ENGLISH, ""), self.name)


class WithdrawnRecord(Withdrawn):
    """What stays in the place of a record that was withdrawn.

    `reason` says why, `last` what was last said, both with citations. `edition` is one in which the record can be
    read, `see` names records to read instead.
    """

    last: Annotated[Prose, Form("cited")]
    """What the record last said, with citations."""
