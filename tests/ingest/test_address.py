"""Which addresses may be fetched: forms of addresses, and the machines to which they lead."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from detente.ingest import address
from detente.ingest.answer import FetchError
from detente.ingest.entries import is_address

CLOSED = [
    "127.0.0.1", "127.1.2.3", "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "169.254.0.1",
    "100.64.0.1", "100.127.255.255", "0.0.0.0", "0.1.2.3", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
    "192.0.0.192", "198.18.0.1", "192.0.2.1", "198.51.100.7", "203.0.113.9",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "ff02::1", "fec0::1", "2001:db8::1", "100::1",
    "::ffff:127.0.0.1", "::ffff:8.8.8.8", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:0:1::1",
    "not an address", "",
]  # fmt: skip


@pytest.mark.parametrize("ip", CLOSED)
def test_what_is_not_public_is_closed(ip: str) -> None:
    assert address.closed(ip)


@pytest.mark.parametrize("ip", ["8.8.8.8", "93.184.216.34", "172.32.0.1", "100.128.0.1", "2606:2800:220:1::1", "2a00:1450:4001::1"])
def test_what_is_public_is_open(ip: str) -> None:
    assert address.closed(ip) is None


@given(st.ip_addresses())
def test_nothing_is_open_that_the_standard_library_calls_private(ip: object) -> None:
    known = ip_address(str(ip))
    assert address.closed(str(ip)) or (known.is_global and not known.is_multicast)


@pytest.mark.parametrize("ip", ["127.0.0.1", "10.0.0.1", "169.254.169.254", "::1", "fe80::1%eth0", "::ffff:10.0.0.1"])
def test_private_machines_are_open_to_who_asks_for_them(ip: str) -> None:
    assert address.closed(ip, private=True) is None


@pytest.mark.parametrize("ip", ["0.0.0.0", "::", "224.0.0.1", "ff02::1", "255.255.255.255", "::ffff:0.0.0.0", "not an address"])
def test_what_is_no_single_machine_is_never_open(ip: str) -> None:
    assert address.closed(ip, private=True)


@pytest.mark.parametrize(
    "url",
    [
        "ftp://news.example/a", "file:///etc/passwd", "gopher://news.example", "javascript:alert(1)", "//news.example/a", "news.example",
        "http://user@news.example/", "http://user:word@news.example/", "http://news.example\\@inner.example/",
        "http://news.example:8080/", "https://news.example:80/", "http://news.example:22/", "http://news.example:99999/",
        "http://localhost/", "http://LOCALHOST./", "http://printer/", "http://metadata.google.internal/", "http://nas.local/",
        "http://x.localhost/", "http://router.lan/", "http://exa mple.org/", "http:///a", "http://", "http://[::1%25eth0]/", "http://[::1/",
        "http://news.example/" + "a" * 5000,
    ],
)  # fmt: skip
def test_forms_that_are_refused(url: str) -> None:
    with pytest.raises(FetchError) as caught:
        address.checked(url)
    assert caught.value.code == "refused-address"


@pytest.mark.parametrize(
    ("url", "form"),
    [
        ("HTTP://News.Example:80/a?b=1#c", "http://news.example/a?b=1"),
        ("https://news.example", "https://news.example/"),
        ("https://news.example:443/", "https://news.example/"),
        (" https://bücher.example/ü ", "https://xn--bcher-kva.example/%C3%BC"),
    ],
)
def test_one_form_for_one_address(url: str, form: str) -> None:
    assert address.checked(url) == form
    assert address.checked(form) == form


def test_any_port_and_inner_names_for_who_asks_for_them() -> None:
    assert address.checked("http://localhost:8080/a", private=True) == "http://localhost:8080/a"
    with pytest.raises(FetchError):
        address.checked("http://user@localhost/", private=True)


@pytest.mark.parametrize(
    ("text", "is_one"), [("https://a.example/", True), ("HTTP://a", True), ("httpdocs/a.html", False), ("a.txt", False), ("ftp://a", False)]
)
def test_what_is_an_address_and_what_a_path(text: str, is_one: bool) -> None:
    assert is_address(text) is is_one
