"""Web addresses that others cannot open, and what in one only counts readers."""

import pytest

from equal_footing.model.web_addresses import EXPECTED, kept_page, page_of, parse_url, unreachable, untracked


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("doi:10.1080/09614520903436976", "is written https://doi.org/10.1080/09614520903436976"),
        ("10.1080/0961", "is written https://doi.org/10.1080/0961"),
        ("example.org", f"{EXPECTED}: write https://example.org"),
        ("www.acgc.ca/a", f"{EXPECTED}: write https://www.acgc.ca/a"),
        ("file:///C:/a.pdf", "is a file on a computer of your own: write the address at which others find it"),
        ("C:\\docs\\a.pdf", "is a file on a computer of your own: write the address at which others find it"),
        (
            "http://127.0.0.1:8000/japan/",
            "is an address within one computer or network: write the one that all others can open",
        ),
        ("https://10.0.0.3/a", "is an address within one computer or network: write the one that all others can open"),
        (
            "https://files.internal/a",
            "is an address within one computer or network: write the one that all others can open",
        ),
        (
            "https://www-jstor-org.ezproxy.library.ubc.ca/stable/1",
            "goes through the proxy of a library, for its own readers: write the address of the page itself",
        ),
        (
            "https://www-plan--japan-org.translate.goog/a?_x_tr_sl=ja",
            "is a translation made by a machine: write the address of the page itself, https://www.plan-japan.org/a",
        ),
    ],
)
def test_an_address_that_others_cannot_open_is_refused(text: str, said: str) -> None:
    with pytest.raises(ValueError) as error:
        parse_url(text)
    assert str(error.value) == said


@pytest.mark.parametrize(
    "text",
    [
        "https://www.aarjapan.gr.jp@evil.example.com/login",
        "https://www.aarjapan.gr.jp%2f@evil.example.com/",
        "https://user:password@example.org/",
        "https://@example.org/",
    ],
)
def test_an_address_whose_user_reads_like_a_host_is_refused(text: str) -> None:
    said = "has a user name or a password before @, which reads like the host: write the address without it"
    assert unreachable(text) == said
    with pytest.raises(ValueError, match="has a user name"):
        parse_url(text)


@pytest.mark.parametrize(
    "host",
    [
        *("www.aarjapan.gr.jp。evil.example", "ｅｖｉｌ.example", ".evil.example", "evil..example", "-.example"),
        *("127.1", "0177.0.0.1", "0x7f.0x1", "evil.example..", "a%2fb.example"),
    ],
)
def test_a_host_that_browsers_read_as_another_or_none_is_refused(host: str) -> None:
    said = f'has "{host}" in place of the name of a host: write it as the address bar of a browser shows it'
    assert unreachable(f"https://{host}/a") == said
    with pytest.raises(ValueError, match="in place of the name"):
        parse_url(f"https://{host}/a")


@pytest.mark.parametrize(
    "url",
    [
        "https://例え.jp/a",
        "https://xn--r8jz45g.jp/",
        "https://a_b.example.org/@user",
        "https://113.106.12.3/a",
        "https://proxyconference.org/a",
        "https://localhost.example/a",
        "https://a.example/?q=doi:10.1000/1",
    ],
)
def test_an_address_that_others_can_open_is_not(url: str) -> None:
    assert parse_url(url) == url


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("https://a.example/?utm_source=x&utm_medium=y", "https://a.example/"),
        ("https://a.example/b?id=1&fbclid=z&page=2#top", "https://a.example/b?id=1&page=2#top"),
        ("https://a.example/b?gclid=1#:~:text=aid,by", "https://a.example/b"),
        ("https://a.example/b#part:~:text=aid", "https://a.example/b#part"),
        (
            "See [it](https://a.example/?igsh=1), and (http://b.example/?_ga=2.1).",
            "See [it](https://a.example/), and (http://b.example/).",
        ),
    ],
)
def test_what_only_counts_readers_is_taken_out(text: str, left: str) -> None:
    assert untracked(text) == left


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/?id=1&source=x#utm_source",
        "https://a.example/?",
        "https://a.example/?url=https%3A%2F%2Fb.example%3Futm_source%3Dx",
    ],
)
def test_the_rest_of_an_address_stays(text: str) -> None:
    assert untracked(text) == text


@pytest.mark.parametrize(
    ("archived", "url"),
    [
        ("https://web.archive.org/web/20240115093000/http://www.a.example/b/", "https://a.example/b"),
        (
            "https://web.archive.org/web/2024id_/https://a.example:443/%E6%B5%B7?utm_source=x",
            "https://a.example:443/海",
        ),
        ("https://x.archive-it.org/web/20061216004422/http:/www.a.example:80/b", "http://A.example/b"),
    ],
)
def test_a_copy_in_an_archive_is_that_of_a_page_however_its_address_is_spelt(archived: str, url: str) -> None:
    assert page_of(kept_page(archived)) == page_of(url)


@pytest.mark.parametrize("url", ["https://archive.ph/x5Gq", "https://law.example/2013/act-on-aid.html"])
def test_an_address_that_shows_no_other_one_is_not_read_as_that_of_a_copy(url: str) -> None:
    assert kept_page(url) == ""
