import pytest

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
PAGES = ["/", "/uppgift/u1", "/arenden", "/arenden/nytt", "/arende/c1", "/arende/c1/handelse"]
PAGES += ["/arende/c1/avsluta", "/finns-inte", "/healthz", "/readyz"]
HTTPS = "https://localhost"


@pytest.mark.parametrize("path", PAGES)
def test_pages_are_strict_and_are_not_kept(ada, path):
    headers = ada.get(path).headers

    assert headers["Content-Security-Policy"] == POLICY
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["Permissions-Policy"] == "camera=(), geolocation=(), microphone=()"
    assert "Strict-Transport-Security" not in headers
    assert "Access-Control-Allow-Origin" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_what_is_text_says_how_it_is_written(ada, path):
    kind = ada.get(path).content_type

    assert kind == "application/json" or kind.endswith("; charset=utf-8")


def test_over_https_a_browser_comes_so_for_a_year_to_all_below_us(stranger):
    answer = stranger.get("/logga-in", base_url=HTTPS)

    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains"


def test_behind_a_proxy_the_setting_says_so_too(stranger, engine):
    engine.settings.https = True

    assert "Strict-Transport-Security" in stranger.get("/logga-in").headers


def test_files_may_be_kept_and_pages_may_not(stranger):
    answer = stranger.get("/static/mark.svg")

    assert "no-store" not in answer.headers["Cache-Control"]
    assert "max-age=31536000" in answer.headers["Cache-Control"]
    answer.close()


def test_a_browser_that_is_left_forgets_what_it_kept(ada):
    assert ada.send("/logga-ut").headers["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in ada.get("/logga-in").headers


@pytest.mark.parametrize("method", ["TRACE", "PUT", "DELETE", "PATCH", "PROPFIND"])
def test_no_method_but_those_that_pages_use_is_answered(ada, method):
    answer = ada.open("/arenden", method=method)

    assert answer.status_code in {400, 404}  # without a token, before it is asked what it is
    assert "Python" not in answer.text
