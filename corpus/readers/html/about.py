"""What a web page says of itself in its head: title, author, date, publisher, address, language.

Invariant: a value is what the page states for programs; where it states nothing, the text is asked as in any document.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

from corpus.readers.frontmatter import LANGUAGES, FrontMatter
from corpus.readers.html.tree import Element
from corpus.structure.titles import names_sender

_META = {  # what is wanted → the names under which pages state it, the more exact first
    "title": ("citation_title", "og:title", "twitter:title", "dc.title"),
    "author": ("citation_author", "author", "article:author", "dc.creator", "byl"),
    "date": (
        "article:published_time", "citation_publication_date", "datepublished", "date", "dc.date", "pubdate",
        "dcterms.created",
    ),
    "publisher": ("citation_publisher", "og:site_name", "dc.publisher", "application-name"),
    "url": ("og:url",),
}  # fmt: skip
_TITLE_ENDS = re.compile(r"\s+[|｜–—:-]\s+|[|｜]")
_PART_OF_SITE = re.compile(  # what a site calls a part of itself: it publishes nothing
    r"(?:(?:ニュース|プレス)?リリース|ニュース|新着情報|お知らせ|トピックス|コラム|記事|ブログ|特集|レポート|報道発表(?:資料)?"
    r"|新闻(?:中心|动态)?|公告|专栏|뉴스|보도\s?자료|공지\s?사항|소식|칼럼"
    r"|(?:press |news )?releases?|news(?:room)?|press|blog|insights?|articles?|features?|home)"
    r"(?:[\s\u3000]*(?:19|20)\d\d年?)?",
    re.IGNORECASE,
)
_TITLE_COLON = re.compile(r"\s*[:：]\s*")


def about(root: Element, main: Element) -> FrontMatter:
    """Return what the page states of itself; the title is its one first heading, where it has one."""
    stated = _stated(root)
    linked = _linked_data(root)
    values = {
        name: next((stated[key] for key in keys if stated.get(key)), linked.get(name, ""))
        for name, keys in _META.items()
    }
    tops = [_plain(element.text) for element in main.elements() if element.tag == "h1" and _plain(element.text)]
    named = next((_plain(element.text) for element in root.elements() if element.tag == "title"), "")
    values["title"] = tops[0] if len(tops) == 1 else values["title"] or _without_site(named, values["publisher"])
    values["publisher"] = values["publisher"] or _site(named, values["title"])
    if not values["publisher"] and names_sender(values["author"]):
        values["publisher"] = values["author"]
    canonical = (e for e in root.elements() if e.tag == "link" and "canonical" in e.get("rel").lower().split())
    values["url"] = next((e.get("href") for e in canonical), "") or values["url"]
    if not re.match(r"https?://", values["url"]):
        values["url"] = ""
    if values["author"].startswith("http"):
        values["author"] = ""
    if day := re.match(r"(\d{4})-(\d\d)-(\d\d)(?:[T ].*)?$", values["date"]):
        values["date"] = f"{day[1]}-{day[2]}-{day[3]}"
    lang = next((element.get("lang") for element in root.elements() if element.tag == "html"), "")
    short = re.split(r"[-_]", lang.lower())[0]
    if short in LANGUAGES:
        values["lang"] = short
    return FrontMatter({name: value for name, value in values.items() if value})


def _stated(root: Element) -> Mapping[str, str]:
    stated: dict[str, str] = {}
    for element in root.elements():
        if element.tag == "meta":
            name = (element.get("property") or element.get("name") or element.get("itemprop")).lower()
            stated.setdefault(name, _plain(element.get("content")))
    return stated


def _linked_data(root: Element) -> Mapping[str, str]:
    """Return what JSON-LD says of an article."""
    for entry in _entries(root):
        kind = entry.get("@type")
        kinds = kind if isinstance(kind, list) else [kind]
        if any(str(one).endswith(("Article", "Report", "BlogPosting")) for one in kinds):
            return {
                "title": _name(entry.get("headline")),
                "author": _name(entry.get("author")),
                "date": _name(entry.get("datePublished")),
                "publisher": _name(entry.get("publisher")),
            }
    return {"publisher": _of_site(root)}


def _of_site(root: Element) -> str:
    """Return the one name that JSON-LD gives of the site or of who runs it."""
    names = {
        _name(entry.get("name"))
        for entry in _entries(root)
        if str(entry.get("@type")).endswith(("Organization", "WebSite"))
    }
    return names.pop() if len(names) == 1 else ""


def _entries(root: Element) -> Iterator[dict[str, object]]:
    for element in root.elements():
        if element.tag == "script" and element.get("type").lower() == "application/ld+json":
            written = "".join(child.text for child in element.children if not isinstance(child, Element))
            try:
                loaded = json.loads(written)
            except (ValueError, RecursionError):
                continue  # what a page states for programs may be broken; its text is not
            graph = loaded.get("@graph", [loaded]) if isinstance(loaded, dict) else loaded
            yield from (entry for entry in graph if isinstance(entry, dict)) if isinstance(graph, list) else ()


def _name(value: object) -> str:
    if isinstance(value, dict):
        return _name(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_name, value)))
    return _plain(value) if isinstance(value, str) else ""


def _without_site(title: str, site: str) -> str:
    """Return a page's title without the name of the site that most append to it."""
    parts = _TITLE_ENDS.split(title)
    if len(parts) > 1 and (parts[-1].strip() == site or len(parts[0]) >= len(parts[-1])):
        return parts[0].strip()
    return title


def _site(named: str, title: str) -> str:
    """Return the site that a page's title names behind what the page is called, or nothing."""
    parts = [part.strip() for part in _TITLE_ENDS.split(named)]
    if title and len(parts) > 1 and parts[0] == title:
        return next((part for part in reversed(parts[1:]) if not _PART_OF_SITE.fullmatch(part)), "")
    head, _, rest = named.partition(title) if title else ("", "", "")
    colon = _TITLE_COLON.match(rest) if not head else None
    return rest[colon.end() :].strip() if colon else ""


def _plain(text: str) -> str:
    return " ".join(text.split())
