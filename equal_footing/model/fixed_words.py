"""The words of the vocabulary that the program itself depends on.

Every other word can be added, renamed or taken out in `data/vocabulary/` alone. What sets a word apart there is a mark
on the word, such as `glance` on a field; the words below are parts of the model, and no list may lack them.
"""

# Kinds: what a place is, what has a page of its own design, and the source article (also its id and its address).
COUNTRY, FRAME = "country", "frame"
CONCEPT, LESSON = "concept", "lesson"
ARTICLE = "article"

# Fields: what other facts of a country are read by, and what a term means.
FISCAL_YEAR = "fiscal-year-start"
DEFINITION = "definition"

# Reasons for a missing value, a status that nobody knows, support that needs no words, the relation of a part.
NONE_EXISTS = "none-exists"
NOT_FOUND, NOT_READ, NOT_RESEARCHED = "not-found", "not-read", "not-researched"
SOURCES_DISAGREE = "sources-disagree"
UNKNOWN = "unknown"
DIRECT = "direct"
PART_OF = "part-of"

# The weakest grade of evidence: nothing but the source article.
ONLY_ARTICLE = "article"

# Answers, which are the keys of a question's rubric.
FULLY, PARTLY, NOT = "fully", "partly", "not"

# How exact a number is, which people write as words before it or behind it.
ABOUT, AT_LEAST, MORE_THAN = "about", "at-least", "more-than"
UP_TO, LESS_THAN, NEARLY = "up-to", "less-than", "nearly"

FIXED = {
    "kinds": (COUNTRY, FRAME, CONCEPT, LESSON, ARTICLE),
    "fields": (FISCAL_YEAR, DEFINITION),
    "missing": (NONE_EXISTS, NOT_FOUND, NOT_READ, NOT_RESEARCHED, SOURCES_DISAGREE),
    "statuses": (UNKNOWN,),
    "supports": (DIRECT,),
    "precisions": (ABOUT, AT_LEAST, MORE_THAN, UP_TO, LESS_THAN, NEARLY),
    "relations": (PART_OF,),
    "evidence": (ONLY_ARTICLE,),
    "answers": (FULLY, PARTLY, NOT),
}
"""The words that each code list must have."""
