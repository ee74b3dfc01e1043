"""Who publishes the site, and how a reader reaches them: from the settings, so that nobody is named by default."""

from dataclasses import dataclass
from urllib.parse import quote


@dataclass(frozen=True, slots=True)
class Imprint:
    """The publisher with an address on the web, a sentence on who pays and decides, and a mail address.

    Each is empty where the settings do not say it.
    """

    publisher: str = ""
    address: str = ""
    independence: str = ""
    mail: str = ""

    def mail_to(self, subject: str) -> str:
        """Return the address that opens a mail with a subject; nothing without a mail address."""
        return f"mailto:{self.mail}?subject={quote(subject)}" if self.mail else ""
