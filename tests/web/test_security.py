import re
from datetime import timedelta

import pytest

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PAGES = ["/", "/uppgift/u1", "/arenden", "/arenden/nytt", "/arende/c1", "/arende/c1/handelse"]
PAGES += ["/arende/c1/avsluta", "/finns-inte"]


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_strict_and_are_not_kept(ada, path):
    headers = ada.get(path).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_pages_have_nothing_inline(ada, path):
    page = ada.get(path).text

    assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", page)
    assert "https://" not in page


@pytest.mark.parametrize("path", PAGES)
def test_every_form_that_posts_has_a_token(ada, path):
    page = ada.get(path).text

    for form in re.findall(r'<form[^>]*method="post".*?</form>', page, re.DOTALL):
        assert 'name="_csrf"' in form


def test_the_cookie_is_out_of_reach_for_scripts_and_other_sites(stranger):
    cookie = stranger.sign_in().headers["Set-Cookie"]

    assert cookie.startswith("skydd=")
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    assert "Secure" not in cookie


def test_over_https_the_cookie_and_the_browser_are_kept_there(stranger):
    answer = stranger.get("/logga-in", base_url="https://localhost")

    assert "Secure" in answer.headers["Set-Cookie"]
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")


def test_behind_a_proxy_the_setting_says_https(stranger, engine):
    engine.settings.https = True

    assert "Secure" in stranger.get("/logga-in").headers["Set-Cookie"]


def test_a_session_lasts_no_longer_than_a_shift(app):
    assert app.permanent_session_lifetime == timedelta(hours=12)


def test_every_post_is_checked_for_its_token(app, ada, engine):
    pages = [rule for rule in app.url_map.iter_rules() if not rule.endpoint.startswith("api.")]
    posts = [rule for rule in pages if "POST" in rule.methods]
    for rule in posts:
        path = rule.rule.replace("<task_id>", "u1").replace("<case_id>", "c1")
        ada.token = "forged"  # noqa: S105
        assert ada.send(path).status_code in {400, 422}, path

    assert len(posts) > 6
    assert not engine.asked


def test_files_may_be_kept_and_pages_may_not(stranger):
    answer = stranger.get("/static/mark.svg")

    assert "no-store" not in answer.headers["Cache-Control"]
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    answer.close()


def test_a_nul_in_an_address_is_not_found(ada) -> None:
    assert ada.get("/uppgift/%00").status_code == 404
    assert ada.get("/?sok=%00").status_code == 404
