"""What of a web page is its text, and what stands around it: navigation, banners, footers.

Told by what the page says of its parts (tags, roles, and the names that are commonly given to such parts) and by lists
that are links and nothing else.

Invariant: a part that holds a note the text points to is never left out, nor one with a large share of the words.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from corpus.readers.html.tree import Element, names
from corpus.structure.headings import is_notes_heading
from corpus.structure.lines import has_sentence

_SILENT = names("script style template svg iframe object embed audio video canvas head noscript datalist")
_FRAME_TAGS = frozenset(("nav", "aside", "button", "select", "textarea", "dialog"))
_FRAME_ROLES = names("navigation banner contentinfo complementary search dialog alertdialog alert menu menubar toolbar")
_FRAME_NAMES = names(
    "nav gnav navbar navi navigation menu breadcrumb breadcrumbs topicpath pankuzu sidebar pagetop share sns "
    "social related ranking banner ad ads advertisement cookie cookies pager pagination toc skip login popup "
    "modal"
)
_FRAME_WHOLE_NAMES = frozenset(("header", "footer", "side", "site-header", "site-footer", "global-header"))
_PARTS = names("li p h1 h2 h3 h4 h5 h6 dt dd button small address figcaption td th div section")
_LARGE_SHARE = 0.3  # of the page's words: a part so named that has more of them is the page


def silent(element: Element) -> bool:
    """Say whether nothing below an element is shown as text."""
    return element.tag in _SILENT


def listed_parts(element: Element) -> tuple[Element, ...]:
    """Return the items, paragraphs and links of a part that holds nothing else, else the part itself."""
    own = element.tag in ("div", "section")  # of links alone, each of which is a button
    rows = [one for one in element.elements() if one.tag in _PARTS and not (own and one is element)]
    items = tuple(one for one in rows if not any(below.tag in _PARTS for below in one.elements() if below is not one))
    inside = {below for one in rows for below in one.elements()}
    links = [one for one in element.elements() if one.tag == "a" and one is not element and one not in inside]
    items = tuple(one for one in element.elements() if one in items or one in links)
    whole = "".join("".join(one.text.split()) for one in items) == "".join(element.text.split())
    return items if items and whole else (element,)


def main_part(root: Element, needed: Collection[Element]) -> Element:
    """Return the part that holds the text: what the page calls so, if it has half the words and all that is needed."""
    body = next((element for element in root.elements() if element.tag == "body"), root)
    total = _size(body, frames(body, needed))
    called = [e for e in body.elements() if e.tag == "main" or e.get("role") == "main"]
    articles = [e for e in body.elements() if e.tag == "article" or e.get("itemprop") == "articleBody"]
    for part in (*articles[:1], *called[:1]) if len(articles) == 1 else called[:1]:
        inside = set(part.elements())
        if _size(part, frames(part, needed)) * 2 >= total and all(one in inside for one in needed):
            return _with_heading(part, body)
    return body


def _with_heading(part: Element, body: Element) -> Element:
    """Return the part, or what it stands in when the page's only first heading stands right outside of it."""
    tops = [element for element in body.elements() if element.tag == "h1"]
    if len(tops) != 1 or any(above is part for above in tops[0].above()):
        return part
    holding = list(tops[0].above())
    return next((above for above in part.above() if above in holding), body)


def frames(part: Element, needed: Collection[Element]) -> frozenset[Element]:
    """Return the elements below a part that are left out, whole."""
    total = max(len(part.text), 1)
    kept = {above for one in needed for above in one.above()}
    found: set[Element] = set()
    open_ = [part]
    while open_:
        element = open_.pop()
        if element is not part and element not in kept and _is_frame(element, total):
            found.add(element)
            continue
        open_ += [child for child in element.children if isinstance(child, Element)]
    return frozenset(found)


def _is_frame(element: Element, total: int) -> bool:
    style = element.get("style").replace(" ", "").lower()
    if "hidden" in element.attributes or "display:none" in style or silent(element):
        return True
    if element.tag in _FRAME_TAGS or element.get("role") in _FRAME_ROLES:
        return not (element.tag == "aside" and _under_notes(element))
    inside = any(above.tag in ("article", "main") for above in element.above())
    if element.tag in ("header", "footer") and not inside:
        return not any(below.tag == "h1" for below in element.elements())
    if element.tag in ("ul", "ol", "td", "div", "p") and _only_links(element):
        return not _under_notes(element)
    named = f"{element.get('class')} {element.get('id')}".lower().split()
    tokens = {token for name in named for token in re.split(r"[-_]+", name)}
    if element.tag in ("div", "section", "ul", "ol", "p", "span", "table") and (
        tokens & _FRAME_NAMES or set(named) & _FRAME_WHOLE_NAMES
    ):
        heading = any(below.tag == "h1" for below in element.elements())
        return not heading and len(element.text) < _LARGE_SHARE * total
    return False


def _only_links(element: Element) -> bool:
    """Say whether a part is links of a few words and nothing else: a menu, not a list of sources."""
    if not any(child.tag in ("a", "li") for child in element.children if isinstance(child, Element)):
        return False  # what holds other parts is asked part by part
    links = [below for below in element.elements() if below.tag == "a" and below.get("href")]
    if len(links) < (2 if element.tag in ("ul", "ol") else 3) or has_sentence(element.text):
        return False
    linked = sum(len("".join(link.text.split())) for link in links)
    words = len(re.sub(r"[\s|｜/／>＞»・•]", "", element.text))
    return linked >= 0.9 * words and words <= 30 * len(links)


def _under_notes(element: Element) -> bool:
    """Say whether the heading above an element, or one in it, announces notes."""
    root = list(element.above())[-1]
    heading = ""
    for other in root.elements():
        if other is element:
            break
        if re.fullmatch(r"h[1-6]", other.tag):
            heading = other.text.strip()
    own = next((below.text.strip() for below in element.elements() if re.fullmatch(r"h[1-6]", below.tag)), "")
    return is_notes_heading(own or heading)


def _size(part: Element, left_out: Collection[Element]) -> int:
    """Return how many characters of a part stay."""
    size = len("".join(part.text.split()))
    return size - sum(len("".join(element.text.split())) for element in left_out)
