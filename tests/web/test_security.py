import re
from datetime import timedelta

import pytest

from tests.web.fake_engine import PASSWORD

PAGES = ["/", "/uppgift/u1", "/arenden", "/arenden/nytt", "/arende/c1", "/arende/c1/handelse"]
PAGES += ["/arende/c1/avsluta", "/finns-inte"]


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


def test_over_https_the_cookie_is_sent_only_so_and_no_other_host_can_have_set_it(stranger):
    answer = stranger.get("/logga-in", base_url="https://localhost")

    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-skydd=")
    assert {"Secure", "HttpOnly", "Path=/"} <= set(cookie.split("; "))
    assert "Domain" not in cookie


def test_behind_a_proxy_the_setting_says_https(stranger, engine):
    engine.settings.https = True

    assert "Secure" in stranger.get("/logga-in").headers["Set-Cookie"]


def test_over_https_a_session_holds_from_page_to_page(stranger):
    there = {"base_url": "https://localhost", "headers": {"Referer": "https://localhost/logga-in"}}
    stranger.get("/logga-in", **there)
    told = {"_csrf": stranger.token, "namn": "ada", "losenord": PASSWORD}

    assert stranger.post("/logga-in", data=told, **there).status_code == 303
    assert stranger.get("/", **there).status_code == 200


def test_the_choice_of_a_language_is_kept_as_safely(stranger):
    chosen = stranger.get("/sprak?kod=en", base_url="https://localhost")
    cookie = next(c for c in chosen.headers.getlist("Set-Cookie") if "sprak" in c or "en;" in c)

    assert cookie.startswith("__Host-")
    assert {"Secure", "HttpOnly", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Sign in" in stranger.get("/logga-in", base_url="https://localhost").text


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


def test_a_nul_in_an_address_is_not_found(ada) -> None:
    assert ada.get("/uppgift/%00").status_code == 404
    assert ada.get("/?sok=%00").status_code == 404
