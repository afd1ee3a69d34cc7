"""Every internal link and anchor of a built site leads somewhere, and nothing is fetched from elsewhere."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html

from generator.publish.problem import Problem

#: Attributes that name an address, and elements whose address the browser fetches by itself.
ADDRESSES = ("href", "src", "srcset", "poster", "data")
FETCHED = frozenset({"script", "img", "iframe", "source", "video", "audio", "object", "embed"})
SCHEMES = frozenset({"http", "https", "mailto"})


def check_addresses(site: Path, trees: Mapping[str, html.HtmlElement]) -> Iterator[Problem]:
    """Problems with the links of all pages (`trees` by path below `site`)."""
    anchors = {path: _anchors(tree) for path, tree in trees.items()}
    for path, tree in trees.items():
        for element, address in _addresses(tree):
            yield from _check(site, path, element, address, anchors)


def _anchors(tree: html.HtmlElement) -> frozenset[str]:
    return frozenset(tree.xpath("//@id")) | frozenset(tree.xpath("//a/@name"))


def _addresses(tree: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, str]]:
    for element in tree.iter():
        if isinstance(element.tag, str):
            for name in ADDRESSES:
                if element.get(name):
                    yield element, element.get(name)
            if element.tag == "meta" and (element.get("http-equiv") or "").lower() == "refresh":
                yield element, (element.get("content") or "").partition("url=")[2].strip()


def _check(
    site: Path, page: str, element: html.HtmlElement, address: str, anchors: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    parts = urlsplit(address.strip())
    if parts.scheme or parts.netloc:
        yield from _outside(page, element, parts.scheme, address)
        return
    if (
        element.tag == "a"
        and element.get("class") == "md-nav__link"
        and not parts.path
        and not parts.fragment
    ):
        return
    target = _target(site, page, parts.path)
    if target is None:
        yield Problem(page, "dead link", address)
    elif parts.fragment and target in anchors and not _lands(unquote(parts.fragment), anchors[target]):
        yield Problem(page, "dead anchor", address)


def _lands(fragment: str, anchors: frozenset[str]) -> bool:
    """Whether an anchor is there; __skip and __search are the theme's own switches."""
    return fragment in anchors or fragment == ""


def _outside(page: str, element: html.HtmlElement, scheme: str, address: str) -> Iterator[Problem]:
    if scheme not in SCHEMES and scheme != "data":
        yield Problem(page, "link of a scheme that is not allowed", address)
    rel = (element.get("rel") or "").split()
    fetched = element.tag in FETCHED or (
        element.tag == "link" and "canonical" not in rel and "alternate" not in rel
    )
    if fetched and scheme != "data":
        yield Problem(page, "fetches from another host", address)


def _target(site: Path, page: str, path: str) -> str | None:
    """The page or file that a relative path names, None if there is none."""
    if not path:
        return page
    if path.startswith("/"):
        return _from_root(site, path) if page == "404.html" else None
    name = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(path)))
    if name.startswith(".."):
        return None
    if (site / name).is_dir():
        name = "index.html" if name == "." else f"{name}/index.html"
    return name if (site / name).is_file() else None


def _from_root(site: Path, path: str) -> str | None:
    """What an address from the host's root names; the site may lie below the root, in folders that we cannot know."""
    parts = path.strip("/").split("/")
    return next(
        filter(None, (_target(site, "404.html", "/".join(parts[n:]) or ".") for n in range(len(parts)))), None
    )
