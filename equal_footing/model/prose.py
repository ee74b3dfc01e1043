"""Texts of the data that readers see: in English, and in the other languages in which somebody has written them."""

import re
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from equal_footing.model.types import Form, Language, Text, read_name, read_text, rule_error

_TAG = re.compile(r"[a-z]{2,3}(?:-\w+)*")
ENGLISH = "en"
"""The language in which every text is there."""
_NONE: Mapping[str, str] = {}
"""The translations of most texts."""


class Prose(str):
    """An English text with its translations, by BCP 47 tag.

    To all that compares, counts, checks or publishes texts it is its English text. Pages show what `said_in` gives.
    """

    __slots__ = ("translations",)  # there are tens of thousands

    translations: Mapping[str, str]

    def __new__(cls, english: str, translations: Mapping[str, str] | None = None) -> "Prose":
        """Make a text of its English wording and of its translations."""
        made = super().__new__(cls, english)
        made.translations = translations or _NONE
        return made

    def said_in(self, language: str) -> tuple[str, str]:
        """Return the text in a language, or where nobody has written it in that the English one, and its language.

        A text in `zh-Hans` serves pages in `zh`.
        """
        if language == ENGLISH:
            return str(self), ENGLISH
        near = (tag for tag in self.translations if tag.split("-")[0] == language.split("-")[0])
        tag = language if language in self.translations else next(near, ENGLISH)
        return self.translations.get(tag) or str(self), tag

    def changed(self, change: Callable[[str], str]) -> "Prose":
        """Return what a function makes of the text in every language."""
        return Prose(change(str(self)), {tag: change(text) for tag, text in self.translations.items()})

    def __reduce__(self) -> tuple[type["Prose"], tuple[str, Mapping[str, str]]]:
        """Return what a copy is made of."""
        return Prose, (str(self), self.translations)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Return how a text is read: as text, or as a mapping of languages to texts, of which one is English."""
        by_language = handler(Annotated[dict[Language, Text], ...])
        return core_schema.no_info_wrap_validator_function(_read, by_language, metadata={"form": "text"})


def uncapitalised(text: str) -> str:
    """Return a label as it reads within a sentence: `share of aid` for `Share of aid`, but `ODA` as it is."""
    if isinstance(text, Prose):
        return text.changed(uncapitalised)
    rest = text.split(" ", 1)[0][1:]
    return text if rest != rest.lower() else text[:1].lower() + text[1:]


def _read(value: object, texts: core_schema.ValidatorFunctionWrapHandler) -> Prose:
    if not isinstance(value, dict) or not any(map(_TAG.fullmatch, value)):
        return Prose(read_text(value))
    found: dict[str, str] = texts(value)
    if ENGLISH not in found:
        message = f"has no text in English. Add one under `{ENGLISH}`: pages in languages that lack it show that."
        raise rule_error("text-english", message)
    english = found.pop(ENGLISH)
    return Prose(english, found)


def read_title(text: Prose) -> Prose:
    """Read a name or title: in each language it is a name, as `read_name` says."""
    for name in (text, *text.translations.values()):
        read_name(name)
    return text


ProseName = Annotated[Prose, AfterValidator(read_title), Form("name")]
"""A name or a title that somebody may translate."""
