"""One change of which readers are told, with its address and its place in the list of all changes."""

import datetime
from dataclasses import dataclass
from typing import Literal, get_args

EditionChangeKind = Literal["corrected", "updated", "withdrawn", "moved", "added"]
KINDS: tuple[EditionChangeKind, ...] = get_args(EditionChangeKind)


@dataclass(frozen=True, slots=True)
class EditionChange:
    """One change, under the keys that `subjects` describes. With an empty `anchor` it is about a whole record.

    `page` and `title` are those of the new place, or the last ones of what is withdrawn. `field` is the label of the
    field, and `label` what the fact is of; an answer has no field, and its label is its country. `old` and `new` are
    values in words; of something that has moved they are its addresses. `source` belongs to the new value, or to the
    old one where there is no new one. `reason` is empty where none is given; `on` is the day of the change.
    `former` is the address at which it was cited until its record moved, in the same edition or later.
    """

    kind: EditionChangeKind
    page: str
    title: str
    anchor: str = ""
    field: str = ""
    label: str = ""
    time: str = ""
    old: str = ""
    new: str = ""
    reason: str = ""
    source: str = ""
    on: datetime.date | None = None
    former: str = ""

    @property
    def link(self) -> str:
        """The address of what has changed, with its anchor: what was withdrawn is still there, with the reason."""
        return f"{self.page}/#{self.anchor}" if self.anchor else f"{self.page}/"

    @property
    def cited(self) -> str:
        """The address at which it was cited before the change: of something that has moved the former one."""
        return self.old if self.kind == "moved" else self.former or self.link

    def entry(self, edition: str) -> str:
        """Return the anchor of the change in the list of all changes, where an edition lists each address once."""
        return f"{edition}/{self.cited.replace('/#', '/').rstrip('/')}"

    @property
    def what(self) -> str:
        """The field that has changed, with the label of the fact if it has one; of an answer its country."""
        return f"{self.field} ({self.label})" if self.field and self.label else self.field or self.label
