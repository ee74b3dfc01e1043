"""What the standards say of countries."""

import pycountry

from equal_footing.model.countries import locale_of, official_languages


def test_a_language_without_data_in_the_cldr_has_no_locale() -> None:
    codes = {found.code for country in pycountry.countries for found in official_languages(country.alpha_2, {})}
    unknown = {code for code in codes if locale_of(code) is None}
    assert "wni" in unknown  # Comorian
    assert not {"en", "fr", "ja", "zh", "ar"} & unknown
