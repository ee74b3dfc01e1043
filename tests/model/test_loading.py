"""Where files lie and what they are called."""

from __future__ import annotations

from pathlib import Path

from ..cases import COUNTRY, QUESTION, SOURCES, Case, assert_answered, case, cases_of, copy, whole
from ..conftest import FILES

BAD = {
    "file-name": [
        case(
            "wrong-extension",
            whole("atlantis/funding/lake-fund.yaml", b"kind: law\n"),
            'atlantis/funding/lake-fund.yaml:1:1 "lake-fund.yaml" is not a YAML file: names end in .yml. Did you mean .yml?',
        ),
        case(
            "not-a-data-file",
            whole("atlantis/notes.docx", b"PK"),
            'atlantis/notes.docx:1:1 "notes.docx" is not a YAML file: names end in .yml.',
        ),
        case(
            "bad-file-name",
            whole("atlantis/funding/Lake_Fund.yml", b"kind: funding-scheme\n"),
            'atlantis/funding/Lake_Fund.yml:1:1 "Lake_Fund" is not a good name: small letters a to z and digits, joined by hyphens.',
        ),
        case(
            "place-in-capitals",
            whole("Lemuria/country.yml", b"kind: country\n"),
            'Lemuria/country.yml:1:1 "Lemuria" is not a good name: small letters a to z and digits, joined by hyphens.',
        ),
        case(
            "file-name-with-space",
            whole("atlantis/funding/lake fund.yml", b"kind: funding-scheme\n"),
            'atlantis/funding/lake fund.yml:1:1 "lake fund" is not a good name: small letters a to z and digits, joined by hyphens.',
        ),
        case(
            "name-of-a-device",
            whole("atlantis/laws/aux.yml", b"moved_to: atlantis/laws/aid-act\n"),
            'atlantis/laws/aux.yml:1:1 "aux" is not a good name: Windows keeps it for a device, and could not hold the file.',
        ),
        case(
            "name-too-long",
            whole(f"atlantis/laws/{'act-' * 25}x.yml", b"moved_to: atlantis/laws/aid-act\n"),
            f'atlantis/laws/{"act-" * 25}x.yml:1:1 "{"act-" * 25}x" has 101 letters; the most is 100.',
        ),
        case(
            "text-file",
            whole("atlantis/funding/lake.txt", b"x"),
            'atlantis/funding/lake.txt:1:1 "lake.txt" is not a YAML file: names end in .yml. Did you mean .yml?',
        ),
        case(
            "extension-in-capitals",
            whole("atlantis/funding/lake.YML", b"x: y"),
            'atlantis/funding/lake.YML:1:1 "lake.YML" is not a YAML file: names end in .yml. Did you mean .yml?',
        ),
        case(
            "no-extension",
            whole("atlantis/funding/README", b"x: y"),
            'atlantis/funding/README:1:1 "README" is not a YAML file: names end in .yml.',
        ),
    ],
    "file-place": [
        case(
            "unknown-folder",
            whole("atlantis/fundings/lake-fund.yml", b"kind: funding-scheme\n"),
            'atlantis/fundings/lake-fund.yml:1:1 the folder "fundings" is not known. Did you mean funding?',
        ),
        case(
            "wrong-place",
            whole("atlantis/funding/lake/fund.yml", b"kind: funding-scheme\n"),
            "atlantis/funding/lake/fund.yml:1:1 lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/.",
        ),
        case(
            "loose-file",
            whole("atlantis/lake-fund.yml", b"kind: funding-scheme\n"),
            "atlantis/lake-fund.yml:1:1 lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/.",
        ),
        case(
            "article-stray",
            whole("article/extra.yml", b"a: b\n"),
            "article/extra.yml:1:1 lies in the wrong place: data/article/ holds article.yml, names.yml, translation.yml, sources.yml and claims/.",
        ),
        case(
            "file-beside-the-countries",
            whole("readme.yml", b"a: b\n"),
            "readme.yml:1:1 lies in the wrong place: a record lies in data/<place>/<folder>/, such as data/japan/funding/.",
        ),
        case(
            "folder-like-no-other",
            whole("atlantis/zebras/x.yml", b"kind: law\n"),
            'atlantis/zebras/x.yml:1:1 the folder "zebras" is not known. Known: figures, concepts, bodies, laws, policies, funding, capacity, dialogue, organisations, commitments, events, statistics, lessons.',
        ),
        case(
            "question-in-a-folder",
            copy(QUESTION, "questions/sea/x.yml"),
            "questions/sea/x.yml:1:1 lies in the wrong place: data/questions/ holds one file a question and no folders.",
        ),
    ],
    "source-key-twice": [
        case(
            "source-key-twice",
            whole(
                "article/sources.yml",
                FILES[SOURCES].split("gazette:")[0].replace("atlas.example", "other.example").encode(),
            ),
            'atlantis/sources.yml:1:1 atlas: the source key "atlas" is taken already (data/article/sources.yml:1).',
        ),
    ],
    "place-twice": [
        case(
            "country-and-frame",
            whole("atlantis/frame.yml", FILES[COUNTRY].replace("country", "frame").encode()),
            'atlantis/frame.yml:1:1 "atlantis" is described in data/atlantis/country.yml already.',
        ),
    ],
}
"""Each rule with mistakes that break it."""


@cases_of(BAD)
def test_a_mistake_is_answered(world: Path, rule: str, mistake: Case) -> None:
    assert_answered(world, rule, mistake)
