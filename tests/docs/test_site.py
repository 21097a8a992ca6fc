"""The site builds without a warning and fetches nothing; run where its tools are (requirements/site.txt, `make site`)."""

from __future__ import annotations

import pytest

from docs import build_site


def test_what_a_page_would_fetch_is_found(tmp_path):
    """Scripts, styles, pictures and fonts of elsewhere are told; links and what lies beside the page are not."""
    (tmp_path / "page.html").write_text(
        '<link rel="stylesheet" href="https://cdn.example/a.css"><script src="//cdn.example/b.js"></script>'
        '<img alt="x" src="http://cdn.example/c.png"><a href="https://example.org/">law</a>'
        '<link rel="index" href="https://example.org/index"><script src="_static/d.js"></script>',
        encoding="utf-8",
    )
    (tmp_path / "style.css").write_text(
        "@font-face { src: url('https://cdn.example/e.woff2') } a { background: url(f.png) }", "utf-8"
    )

    assert ["a.css", "b.js", "c.png", "e.woff2"] == sorted(
        found.rsplit("/", 1)[1] for found in build_site.fetched(tmp_path)
    )


def test_dead_links_are_found(tmp_path):
    """A page that is not there, a place that its page does not have; the other language's page and addresses of elsewhere are well."""
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "b.html").write_text('<h1 id="top">B</h1><a href="../a.html#here">A</a>', encoding="utf-8")
    (tmp_path / "a.html").write_text(
        '<p id="here"><a href="en/b.html#top">B</a><a href="#here">x</a><a href="#there">y</a><a href="en/c.html">C</a>'
        '<a class="x" href="en/b.html#no">z</a><a href="https://example.org/d.html">law</a>',
        encoding="utf-8",
    )

    assert ["a.html: #there", "a.html: en/c.html", "a.html: en/b.html#no"] == list(build_site.dead(tmp_path))


def test_site_builds(tmp_path):
    """Both languages, warnings being errors; every page says its language and leads to the other."""
    for module in ("sphinx", "myst_parser", "furo"):
        pytest.importorskip(module)
    site = tmp_path / "site"
    build_site.build(site)
    french, english = ((site / name).read_text("utf-8") for name in ("fr/index.html", "en/index.html"))

    assert '<html class="no-js" lang="fr"' in french
    assert '<html class="no-js" lang="en"' in english
    assert 'href="../en/index.html"' in french
    assert 'href="../fr/index.html"' in english
    assert [] == [*build_site.fetched(site), *build_site.dead(site)]
