"""Characters that a file may not hold: each case is one mistake in the small sound world, and the whole of the answer."""

from __future__ import annotations

from pathlib import Path

from equal_footing.check.catalogue import told
from equal_footing.check.run import facts_checked
from equal_footing.reading.problems import Problem

from ..cases import BODY, COUNTRY, FUND, NGO, SOURCES, Case, assert_answered, both, case, cases_of, edit, whole

BAD = {
    "encoding": [
        case(
            "bom",
            whole(FUND, b"\xef\xbb\xbfkind: law\n"),
            "atlantis/funding/sea-fund.yml:1:1 begins with a byte order mark. Save it as UTF-8 without BOM.",
        ),
        case(
            "utf-16",
            whole(FUND, "kind: law\n".encode("utf-16")),
            "atlantis/funding/sea-fund.yml:1:1 is UTF-16. Save it as UTF-8.",
        ),
        case(
            "shift-jis",
            edit(FUND, "海基金", "海基金", "shift_jis"),
            "atlantis/funding/sea-fund.yml:2:26 byte 0x8A is not UTF-8. Save the file as UTF-8.",
        ),
        case(
            "utf-16-big-endian",
            whole(FUND, "\ufeffkind: law\n".encode("utf-16-be")),
            "atlantis/funding/sea-fund.yml:1:1 is UTF-16. Save it as UTF-8.",
        ),
        case(
            "utf-16-without-bom",
            whole(FUND, "kind: law\n".encode("utf-16-le")),
            "atlantis/funding/sea-fund.yml:1:1 is UTF-16. Save it as UTF-8.",
        ),
        case(
            "carriage-returns-alone",
            whole(FUND, b"kind: law\rname: {en: Act}\r"),
            "atlantis/funding/sea-fund.yml:1:1 ends its lines with carriage returns alone. Save it with ordinary line ends (LF).",
        ),
        case(
            "latin-1",
            edit(COUNTRY, "Atlantide", "Atlantidé", "latin-1"),
            "atlantis/country.yml:3:34 byte 0xE9 is not UTF-8. Save the file as UTF-8.",
        ),
    ],
    "tab": [
        case(
            "tab",
            edit(FUND, "  - {field: started", "\t- {field: started"),
            "atlantis/funding/sea-fund.yml:8:1 here is a tab. Indent and separate with spaces.",
        ),
        case(
            "two-tabs",
            edit(FUND, "  - {field: started", "\t\t- {field: started"),
            "atlantis/funding/sea-fund.yml:8:1 here is a tab. Indent and separate with spaces.",
        ),
        case(
            "sources-unreadable",
            edit(SOURCES, "  publisher", "\tpublisher"),
            "atlantis/sources.yml:5:1 here is a tab. Indent and separate with spaces.",
        ),
    ],
    "hidden-character": [
        case(
            "zero-width",
            edit(FUND, "Sea Fund,", "Sea\u200b Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+200B is a zero-width character, which nobody sees. Delete it.",
        ),
        case(
            "direction",
            edit(FUND, "Sea Fund,", "Sea\u202e Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+202E changes the writing direction, which hides what is written. Delete it.",
        ),
        case(
            "control",
            edit(FUND, "Sea Fund,", "Sea\x07 Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+0007 is a control character. Delete it.",
        ),
        case(
            "soft-hyphen",
            edit(FUND, "Sea Fund,", "Sea\xad Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+00AD is a soft hyphen, which nobody sees. Delete it.",
        ),
        case(
            "two-hidden-characters",
            edit(FUND, "Sea Fund,", "Sea\u200b\u202e Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+200B is a zero-width character, which nobody sees. Delete it.",
            "atlantis/funding/sea-fund.yml:2:16 U+202E changes the writing direction, which hides what is written. Delete it.",
        ),
        case(
            "byte-order-mark-inside",
            edit(FUND, "Sea Fund,", "Sea\ufeff Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+FEFF is a zero-width character, which nobody sees. Delete it.",
        ),
        case(
            "nul",
            edit(FUND, "Sea Fund,", "Sea\x00 Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+0000 is a control character. Delete it.",
        ),
        case(
            "noncharacter",
            edit(FUND, "Sea Fund,", "Sea\ufffe Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+FFFE is a control character. Delete it.",
        ),
        case(
            "next-line",
            edit(FUND, "Sea Fund,", "Sea\x85 Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+0085 is a control character. Delete it.",
        ),
        case(
            "line-separator",
            edit(FUND, "Sea Fund,", "Sea\u2028 Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+2028 is a Unicode line separator. Use an ordinary line break.",
        ),
        case(
            "paragraph-separator",
            edit(FUND, "Sea Fund,", "Sea\u2029 Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+2029 is a Unicode paragraph separator. Use an ordinary line break.",
        ),
        case(
            "carriage-return",
            edit(FUND, "Sea Fund,", "Sea\r Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+000D is a lone carriage return. Use ordinary line breaks.",
        ),
        case(
            "bullet-of-a-word-processor",
            edit(FUND, "Sea Fund,", "Sea\uf0b7 Fund,"),
            "atlantis/funding/sea-fund.yml:2:15 U+F0B7 is a sign of one font alone, which others show as a box. Type what the source has.",
        ),
        *(
            case(
                f"escaped-{code}",
                both(edit(BODY, "Aid Office", f'"Aid {escape} Office"'), edit(NGO, "en: Reef", f'en: "Reef {escape}"')),
                f"atlantis/bodies/aid-office.yml:2:12 name.en: U+{code}, escaped in this text, {message}",
                f"atlantis/organisations/reef.yml:3:12 name.en: U+{code}, escaped in this text, {message}",
            )
            for escape, code, message in (
                (r"\x01", "0001", "is a control character. Delete it."),
                (r"\0", "0000", "is a control character. Delete it."),
                (r"\N", "0085", "is a control character. Delete it."),
                (r"\uFFFE", "FFFE", "is a control character. Delete it."),
                (r"\r", "000D", "is a lone carriage return. Use ordinary line breaks."),
                (
                    r"\uE000",
                    "E000",
                    "is a sign of one font alone, which others show as a box. Type what the source has.",
                ),
                *(
                    (rf"\u{code}", code, "changes the writing direction, which hides what is written. Delete it.")
                    for code in ("061C", "200F", "202A", "202E", "2066", "2069", "206F")
                ),
                *(
                    (rf"\u{code}", code, "is a zero-width character, which nobody sees. Delete it.")
                    for code in ("034F", "180E", "200B", "2060", "2063", "3164", "FEFF", "FFA0")
                ),
                (r"\U000E0061", "E0061", "is a zero-width character, which nobody sees. Delete it."),
                (r"\u00AD", "00AD", "is a soft hyphen, which nobody sees. Delete it."),
                (r"\L", "2028", "is a Unicode line separator. Use an ordinary line break."),
                (r"\P", "2029", "is a Unicode paragraph separator. Use an ordinary line break."),
            )
        ),
    ],
    "indentation": [
        case(
            "ideographic-indent",
            edit(FUND, "  Pays for", "\u3000\u3000Pays for"),
            "atlantis/funding/sea-fund.yml:6:1 the line is indented with U+3000, not with an ordinary space. Type spaces.",
        ),
        case(
            "no-break-indent",
            edit(FUND, "  - {field: started", "\xa0 - {field: started"),
            "atlantis/funding/sea-fund.yml:8:1 the line is indented with U+00A0, not with an ordinary space. Type spaces.",
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)


def test_a_tab_may_be_escaped(world: Path) -> None:
    edit(NGO, "en: Reef", r'en: "Reef\tNGO"')(world / "data")
    facts_checked(world)


def test_a_message_for_the_terminal_spells_out_what_would_turn_it_around() -> None:
    line = told(Problem("data/x.yml", 1, 1, "name", 'found "a\u202eb\x1b[2J\u200b".', "name-right"))
    assert line == 'data/x.yml:1:1 name: found "a‹U+202E›b‹U+001B›[2J‹U+200B›". [name-right]'
