"""Where webhooks may lead: out, never in, whatever the name of the address leads to."""

import socket

import pytest

from engine.errors import Undeliverable
from engine.exchange.guard import BAD_URL, INSIDE, NO_HTTP, NOT_FOUND, Guard

OUT = "93.184.215.14"


def leading(*addresses: str, allowed: str = "") -> Guard:
    return Guard.allowing(allowed, lambda _host, _port: addresses)


def refusal(guard: Guard, url: str = "https://system.exempel.se/in") -> str:
    with pytest.raises(Undeliverable) as refused:
        guard.target(url)
    return str(refused.value)


def test_an_address_out_on_the_internet_is_called_where_it_leads() -> None:
    target = leading(OUT).target("https://system.exempel.se/in")
    assert (target.host, target.port, target.address) == ("system.exempel.se", 443, OUT)
    assert leading("2606:4700::1111").target("https://system.exempel.se:8443/").port == 8443


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.8.8.8", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254"),
        *("0.0.0.0", "0.1.2.3", "100.64.0.1", "198.18.0.1", "192.0.2.1", "224.0.0.1"),  # noqa: S104
        *("240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1"),
        *("fe80::1%eth0", "fc00::1", "fd00::1", "ff02::1"),
        *("::ffff:127.0.0.1", "::ffff:10.0.0.1", f"::ffff:{OUT}", "::127.0.0.1", f"::{OUT}"),
        *("64:ff9b::7f00:1", "64:ff9b::5db8:d70e", "64:ff9b:1::1", "2002:7f00:1::", "2001::1"),
        *("2001:db8::1", "fec0::1", "strunt", ""),
    ],
)  # fmt: skip
def test_what_leads_inside_is_refused_however_it_is_written(address: str) -> None:
    assert refusal(leading(address)) == INSIDE


def test_one_address_inside_among_others_is_enough() -> None:
    assert refusal(leading(OUT, "10.0.0.1")) == INSIDE
    assert refusal(leading("10.0.0.1", OUT)) == INSIDE


def test_numbers_in_disguise_are_looked_up_like_names() -> None:
    for host in ("2130706433", "0x7f.1", "0177.0.0.1", "127.1", "[::ffff:7f00:1]"):
        with pytest.raises(Undeliverable):
            Guard().target(f"https://{host}/")


@pytest.mark.parametrize(
    "url",
    [
        *("", "system.exempel.se", "https://", "https:///x", "https://u:p@system.exempel.se/"),
        *("https://u@system.exempel.se/", "https://system.exempel.se:0/", "https://x:99999/"),
        *("https://system.exempel.se\\@ond.se/", "https://system.exempel.se/#x", "https://[::1/"),
        *("https://system.exempel.se /", "https://å.se/", "https://x/\r\nHost: y"),
    ],
)
def test_what_is_no_plain_address_is_refused(url: str) -> None:
    assert refusal(leading(OUT), url) == BAD_URL


@pytest.mark.parametrize("scheme", ["http", "ftp", "file", "gopher", "javascript"])
def test_only_https_is_called(scheme: str) -> None:
    assert refusal(leading(OUT), f"{scheme}://system.exempel.se/") == NO_HTTP


def test_a_host_that_is_allowed_may_lead_inside_and_be_without_https() -> None:
    guard = leading("127.0.0.1", allowed=" Intranat.exempel.se , 10.1.0.0/16")
    assert guard.target("http://intranat.exempel.se/in").address == "127.0.0.1"
    assert refusal(guard, "http://annan.exempel.se/") == NO_HTTP


def test_a_network_that_is_allowed_is_called_over_https_and_no_other_is() -> None:
    guard = leading("10.1.2.3", allowed="10.1.0.0/16,fd12::/32")
    assert guard.target("https://system.exempel.se/").address == "10.1.2.3"
    assert refusal(guard, "http://system.exempel.se/") == NO_HTTP
    assert refusal(leading("10.2.2.3", allowed="10.1.0.0/16,fd12::/32")) == INSIDE
    assert refusal(leading("::ffff:10.1.2.3", allowed="10.1.0.0/16")) == INSIDE


@pytest.mark.parametrize("wrong", ["10.0.0.0/33", "10.1.2.3/16", "intranat/", "x, 10.0.0.0/x"])
def test_a_network_that_is_none_is_no_setting(wrong: str) -> None:
    with pytest.raises(ValueError, match=r"network|host bits|IPv"):
        Guard.allowing(wrong)


def test_a_name_that_leads_nowhere_is_refused() -> None:
    def fails(_host: str, _port: int) -> list[str]:
        raise socket.gaierror("no such name")

    assert refusal(Guard(resolve=fails)) == NOT_FOUND
    assert refusal(leading()) == NOT_FOUND
