"""Titles that are hard to cite. Each is a title that a page may have."""

from __future__ import annotations

import re

ODD = (
    "What is an NGO?",
    'The "going out" of social organisations',
    "Japan's grants & Canada's funds: a 50 % rise",
    "Terms (2015 to 2023), in short",
    "From A to Z: on the way to an end",
    # quotation marks, within and around
    "A law on 'foreign agents'",
    "'Foreign agents' and the law",
    'Who speaks for "civil society"?',
    'The end of "civil society"',
    '"Civil society"',
    "'Nested \"quotes\" inside' a title",
    "\"Outer 'inner' outer\" words",
    "Rethinking 'aid': the 'new' donors",
    "The “Sea Act”: a ‘short’ view",
    "„Brot für die Welt“ in Berlin",
    "He said: 'no'",
    'He asked, "Why?" and left',
    "Questions about 'why?'",
    "'Aid is over.'",
    'Letter to the editor ("No")',
    # apostrophes and primes
    "The Organisations' rights",
    "The law's 'safe harbour' (and its limits)",
    "NGOs in the 1990s and the '90s boom",
    "Rock 'n' roll for aid",
    "Feet 5'10\" tall",
    # ends
    "Why not? And what then?",
    "Help!",
    "The end.",
    "Aid in the U.S.",
    "Aid... and after",
    "Who?! And why",
    "What of it (S.C. 2023, c. 14.)",
    # title case
    "Grants for small groups, i.e. those below 10 staff",
    "Decree n° 2019-140: rules for associations",
    "Aid v. trade",
    "State-of-the-art aid and not-for-profit law",
    "An NGO's guide to vis-à-vis, per se and de facto power",
    'The so-called "third" sector: NGOs\' "fourth" way',
    "Rights in and of",
    "Aid – and so",
    "Aid/trade and and/or clauses",
    "an article at the beginning",
    "The 3rd of May: 12 lessons of the 21st century",
    "Bill C-41: humanitarian exception (S.C. 2023, c. 14)",
    # capitals that have to stay
    "NGO LAW OF THE REPUBLIC",
    "iPhone, eBay and mHealth in aid",
    "COVID-19 and NGOs: a year-by-year view",
    "El Niño and São Tomé: ça va",
    "Über alles: à la carte",
    # other languages and scripts
    "Loi n° 1901 du 1er juillet : « contrat d'association »",
    "Quelle aide ? Une réponse",
    "「新しい公共」と NGO",
    "『特定非営利活動促進法』解説（第二版）",
    "《中华人民共和国慈善法》解读",
    "中国的“走出去”：社会组织",
    "日本の\u3000ＮＧＯ",
    "한국의 개발협력",
    "منظمات المجتمع المدني",
    "ארגונים לא ממשלתיים and aid",
    # characters that formats read as their own
    "100% of aid, 5 $ a day, #1 and under_scored",
    "Back\\slash and {braces} in ~tilde^caret",
    "Growth of 5 < 6 and 7 > 3; A & B",
    "*Stars* and [brackets](and more) @all",
    "ER  - TY  - RPRT",
    "@report{key, title = {x}}",
    "Aid 🌍 and 🤝 partnership",
    "2015–2023: eight years — a history",
    "www.example.org and info@example.org",
    "Very long " + "and detailed words about the aid of many lands " * 20 + "again",
)
BY_HAND = {
    "O'Brien's and D'Arcy's notes": (
        "O’Brien’s and D’Arcy’s notes",
        "O’Brien’s and D’Arcy’s Notes",
    ),
}
"""Titles in which pandoc's processor takes an apostrophe for a quotation mark; as printed in a sentence, and in title
case, as citeproc-js has them.
"""


def alike(title: str) -> str:
    """Return a title with one form of quotation marks and single spaces: TeX has marks and spaces of its own."""
    return re.sub(" +", " ", re.sub('[“”‘’"]', "'", title))
