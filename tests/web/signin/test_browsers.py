import pytest

from web.signin.browsers import browser_of

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
EDGE = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) Chrome/140.0 Safari/537.36 Edg/140.0"


@pytest.mark.parametrize(
    ("sent", "told"),
    [(FIREFOX, "Firefox, Windows"), (EDGE, "Edge, Mac"), ("curl/8", "curl"),
     ("", "")],
)  # fmt: skip
def test_only_roughly_which_browser_it_is_is_told(sent: str, told: str) -> None:
    assert browser_of(sent) == told
