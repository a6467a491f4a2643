"""Addresses: which may be fetched, by their form and by the machine to which they lead."""

from __future__ import annotations

import re
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

import httpx

from detente.ingest.answer import FetchError

LONGEST = 4_000
"""Characters of an address."""
PORTS = {"http": 80, "https": 443}

_CLOSED4 = {
    "0.0.0.0/8": "no address",
    "10.0.0.0/8": "private",
    "100.64.0.0/10": "inside a provider's network",
    "127.0.0.0/8": "this machine",
    "169.254.0.0/16": "link-local",
    "172.16.0.0/12": "private",
    "192.0.0.0/24": "reserved",
    "192.0.2.0/24": "for documentation",
    "192.88.99.0/24": "a relay of 6to4",
    "192.168.0.0/16": "private",
    "198.18.0.0/15": "for measurements",
    "198.51.100.0/24": "for documentation",
    "203.0.113.0/24": "for documentation",
    "224.0.0.0/4": "multicast",
    "240.0.0.0/4": "reserved",
}
_CLOSED6 = {
    "2001::/23": "a tunnel or reserved",
    "2001:db8::/32": "for documentation",
    "2002::/16": "an IPv4 address in another form",
    "3fff::/20": "for documentation",
}
"""IANA's registries of special-purpose addresses; of IPv6 only `_OPEN6` is in public use, so all other forms are closed with it."""
_OPEN6 = IPv6Network("2000::/3")
_NETS4 = tuple((IPv4Network(net), why) for net, why in _CLOSED4.items())
_NETS6 = tuple((IPv6Network(net), why) for net, why in _CLOSED6.items())
_NEVER = frozenset({"no address", "multicast", "reserved"})
_NAME = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})*\.?|[0-9a-f:.]+")
_INSIDE = re.compile(r"(?:^|\.)(?:localhost|local|internal|intranet|lan|home|corp|private|home\.arpa|localdomain)\.?$")
_PRINTED = re.compile(r"[\x00-\x20\x7f\\]")


def checked(url: str, *, private: bool = False) -> str:
    """The address in the one form in which it is asked, kept and compared: no fragment, the host in ASCII.

    FetchError `refused-address` for any but http and https, for a user's name or password, an odd port, a name of an inner
    network. What the name leads to is checked by `closed` when it is looked up.
    """
    try:
        parsed = httpx.URL(url.strip())
        host = parsed.raw_host.decode("ascii")
    except (httpx.InvalidURL, UnicodeError, ValueError) as error:
        raise FetchError("refused-address", f"no address that can be read: {error}") from error
    if trouble := _trouble(parsed, host, private=private) or ("too long" if len(url) > LONGEST else ""):
        raise FetchError("refused-address", trouble)
    port = None if parsed.port == PORTS[parsed.scheme] else parsed.port
    return str(parsed.copy_with(fragment=None, port=port, raw_path=parsed.raw_path))


def _trouble(url: httpx.URL, host: str, *, private: bool) -> str:
    if url.scheme not in PORTS:
        return f"{url.scheme or 'without a scheme'}: only http and https are fetched"
    if url.userinfo:
        return "holds a user's name or a password"
    if not _NAME.fullmatch(host) or _PRINTED.search(str(url)):
        return "its host is no name of a machine"
    if url.port not in (None, PORTS[url.scheme]) and not (private and 0 < (url.port or 0) < 65536):
        return f"port {url.port}, not that of {url.scheme}"
    if not private and (_INSIDE.search(host) or not ("." in host.rstrip(".") or ":" in host)):
        return f"{host} is a name of an inner network"
    return ""


def closed(ip: str, *, private: bool = False) -> str | None:
    """Why a machine's address is not to be connected to, or None.

    Not public: loopback, private, link-local (169.254.169.254, where clouds keep their secrets, is one), a provider's own, reserved; and
    every IPv6 form that holds an IPv4 address. With `private` only what is no single machine is closed.
    """
    try:
        found = ip_address(ip.partition("%")[0])
    except ValueError:
        return "no address"
    why = _closed4(found) if isinstance(found, IPv4Address) else _closed6(found)
    if not private or why is None:
        return why
    inner = found.ipv4_mapped if isinstance(found, IPv6Address) else None
    if inner is not None:
        return closed(str(inner), private=True)
    return why if why in _NEVER else None


def _closed4(ip: IPv4Address) -> str | None:
    return next((why for net, why in _NETS4 if ip in net), None)


def _closed6(ip: IPv6Address) -> str | None:
    if ip.is_unspecified:
        return "no address"
    if ip.is_multicast:
        return "multicast"
    if ip not in _OPEN6:
        return "not in public use"
    return next((why for net, why in _NETS6 if ip in net), None)
