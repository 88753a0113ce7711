"""What stands around the text of a web page that was saved as text: menus, paths, buttons, lists of other articles.

Told by how such lines are built (labels in a row, with nothing said of any) and by what pages call their buttons and
lists, whatever they are about; where a line may as well be text, it is.

Invariant: a line that holds a sentence is text, but for one on who may read on; so is a row of labels among sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.structure.buttons import ABOUT, CONTROL, LABEL
from corpus.structure.columns import is_numeric
from corpus.structure.dates import find_dates
from corpus.structure.lines import Line, has_sentence, width
from corpus.structure.menus import above, below
from corpus.structure.owners import is_notice, is_wall, owner_of, same_house
from corpus.structure.people import is_person
from corpus.structure.roles import POST

_ANSWERS = r"(?:[\s\u3000/／|｜]+(?:はい|いいえ))*"
_HEAD = re.compile(
    r"(?:関連(?:記事|ニュース|リンク|コンテンツ|ページ|コラム|投稿)|(?:こちらも)?(?:あわせて|併せて|いっしょに|次に)(?:読みたい|お読みください)"
    r"|(?:こちらも)?読まれています|おすすめ(?:の)?(?:記事|コンテンツ)|人気(?:の)?(?:記事|ランキング|コンテンツ)"
    r"|(?:人気|アクセス|記事|閲覧|週間|月間|デイリー)+ランキング|よく読まれて(?:いる記事|います)?|(?:最新|新着)(?:の)?(?:記事|ニュース|一覧)"
    r"|(?:前後|同じカテゴリ|同じ著者|この著者|この筆者|著者)の(?:他の)?(?:記事|ページ)(?:一覧)?"
    r"|related (?:articles?|stories|posts?|content|news|topics|links|reading)"
    r"|(?:most|popular|trending) (?:read|popular|viewed|now|stories|posts|articles)"
    r"|(?:latest|recent) (?:news|stories|posts|articles)|more (?:from|on|in|stories|articles|news)\b.{0,30}"
    r"|you (?:may|might) also (?:like|be interested in)|recommended (?:for you|reading|articles)"
    r"|also read|read (?:next|also)"
    r"|相关(?:阅读|文章|新闻|链接|报道|推荐)|延伸阅读|热门(?:文章|评论|推荐|排行)|(?:点击|阅读)排行榜?|推荐阅读|最新(?:文章|评论|报道)"
    r"|猜你喜欢|관련\s?(?:기사|글|뉴스|콘텐츠)|많이\s?본\s?(?:기사|뉴스)|인기\s?(?:기사|글|뉴스)|추천\s?(?:기사|뉴스)|최신\s?(?:기사|뉴스)"
    r"|이\s시각\s(?:주요\s?)?뉴스"
    rf"|{ABOUT}はお?役に立ちましたか{_ANSWERS}|was this (?:page|article) helpful)[\s:：】〉＞]*$",
    re.IGNORECASE,
)
_AUTHORS = re.compile(  # who wrote it, told by names and posts alone below the text
    rf"(?i)(?:{ABOUT}(?:を書いた(?:人|記者)|の(?:著者|執?筆者|ライター))|about the authors?|기자 ?소개)[\s:：】〉＞]*$"
)
_ADVERTISED = re.compile(r"(?:広告|PR|スポンサーリンク|广告|광고)$")
_RIGHTS = re.compile(
    r"copyright\b.{1,80}\ball rights reserved\W*$|issn[\s:：]*\d{4}-\d{3}[\dx]$"
    r"|(?:©|ⓒ|copyright\s*(?:©|ⓒ|\(c\)|\d{4})|版权所有|저작권자\s?[ⓒ©(]).{0,80}$",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(  # [関連記事：…](…), 【2面に続報】: a line that only sends to another text
    r"!?\[\s*(?:関連|あわせて読みたい|参考)\S{0,8}[:：][^\[\]]+\]\([^()\s]*\)$"
    r"|(?i:!?\[\s*(?:related|see also)[^\[\]]{0,20}:[^\[\]]+\]\([^()\s]*\)$)"
    r"|[【〔（(＝=]\s?(?:\d{1,2}面に[^、。】〕）)]{1,12}[、，・]?\s?)+[】〕）)]?$"
)
_RESERVED = re.compile(  # that who may read on may not print it, beside an address or a name, and no sentence
    r"(?:.{2,40}[\s\u3000|｜])?(?:(?:禁無断|不許)(?:転載|複製|複写)|無断(?:転載|複製|複写)(?:・(?:転載|複製|複写))?(?:を?禁(?:ず|じる|ずる|止)|不可)"
    r"|all rights reserved\.?)(?:[\s\u3000|｜].{2,40})?$",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?i)\(c\)\s?.{0,40}\b(?:19|20)\d\d\b.{0,20}$")
_NEIGHBOUR = re.compile(
    r"(?i)[前次]の(?:記事|論考|ページ|投稿|コラム|回)|[上下]一篇[:：]|(?:previous|next) (?:article|post|story)\b"
    r"|(?:이전|다음)\s?글"
)
_LINKED = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*(?:\s\"[^\"]*\")?\)")
_WITHIN_PAGE = re.compile(r"\s*\[[^\[\]^]{1,40}\]\(#(?![^()\s]*(?:fn|note|ref|cite))[^()\s]*\)\s*$")
_PATH = re.compile(r"\s+[>＞›»]\s*|\s*[＞›»]\s+|(?<=\S)\s*[＞›]\s*(?=\S)")
_ROW = re.compile(r"\s*[|｜]\s*|\s+[·•・/／]\s+")
_GAPS = re.compile(r"[\s\u3000]*[\u3000|｜·•・/／:：]+[\s\u3000]*|\s{2,}")
_ITEM = re.compile(r"\s*(?:[-*+・·▶▷►■●○◆•‣>＞]|\d{1,2}[.．)）位]|[①-⑳]|!?\[)\s*")
_TAGS = re.compile(r"(?:[#＃][^\s#＃]{1,30}[\s\u3000]*)+$")
_LONGEST_LABEL = 28  # columns
_SENTENCE = 40  # columns
_LATE = 0.8  # of the lines with sentences stand above a list that is none of the text
_OPENING = 30  # lines with words among which a page's title stands


@dataclass(frozen=True, slots=True)
class Around:
    """The lines of a page that are no text, by index, and the name of its site, where it stands above the menu."""

    lines: frozenset[int]
    site: str = ""


def around(lines: Sequence[Line], body: Sequence[int]) -> Around:
    """Return what stands around the text of a web page; nothing where the lines are of none."""
    words = [i for i in body if not lines[i].blank]
    told = [i for i in words if _tells(lines[i])]
    marked = next((i for i in words[:_OPENING] if lines[i].raw.startswith("# ")), -1)
    top, end = max(told[0] if told else -1, marked), told[-1] if told else -1
    found: set[int] = set()
    for i in words:
        text = _plain(lines[i])
        if is_wall(text) or _ELSEWHERE.match(lines[i].raw.strip()):
            found.add(i)
        if has_sentence(lines[i].raw.strip()):
            continue
        edge = not end > i > top
        alone = _button(text, edge) or _WITHIN_PAGE.match(lines[i].raw) or _RIGHTS.match(text) or _advertised(lines, i)
        row = _is_row(lines[i].raw) and not _in_table(lines, i)
        if alone or (edge and (row or _is_end(text))):
            found.add(i)
    found |= set(_lists(lines, words, told))
    found |= set(_runs(lines, words))
    box = next((i for i in words if i > end and _AUTHORS.match(_plain(lines[i]))), len(lines))
    found |= {i for i in words if i >= box and not has_sentence(lines[i].raw.strip())}
    texts = {i: _plain(lines[i]) for i in words}
    known = {i for i in words if LABEL.match(texts[i])} if found else set()
    found |= above(lines, [i for i in words if i < top], texts, found, known)
    behind = [i for i in words if i > end]
    if any(i in found and (_HEAD.match(texts[i]) or _RIGHTS.match(texts[i])) for i in behind):
        found |= below(lines, behind, texts, found)
    found |= {i for i in behind if not has_sentence(lines[i].raw.strip()) and _closes(texts[i])}
    owner = next((name for i in reversed(words) if i in found and (name := owner_of(texts[i]))), "")
    site = _site(lines, words, found, top, owner)
    called = _plain(lines[site]) if site >= 0 else ""
    edition = owner and called.startswith(f"{owner.removesuffix('社')} ")  # …新報 デジタル; a name not all in capitals
    name = owner if edition or owner.upper() == called else called or owner
    return Around(frozenset(found | ({site} if site >= 0 else set())), name)


def _tells(line: Line) -> bool:
    """Say whether a line is text: it holds a sentence, and not that of who has the rights."""
    noticed = _RIGHTS.match(_plain(line)) or is_wall(_plain(line)) or is_notice(line.text)
    return has_sentence(line.text) and width(line.text) >= _SENTENCE and not noticed


def _advertised(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line says nothing but that an advertisement stood there, between blank lines or above a button."""
    alone = all(
        not 0 <= k < len(lines) or lines[k].blank or (k > i and CONTROL.match(_plain(lines[k]))) for k in (i - 1, i + 1)
    )
    return alone and bool(_ADVERTISED.match(lines[i].raw.strip()))


def _plain(line: Line) -> str:
    """Return a line's words without the signs of headings, lists and links."""
    words = re.sub(r"^\s*(?:#{1,6}\s+|[-*+]\s+)", "", line.raw)
    return _LINKED.sub(r"\1", words).strip(" \t\u3000\r\n*_")


def _button(text: str, edge: bool) -> bool:
    """Say whether a line is nothing but buttons: one that is surely one, or a row of which most are.

    ``edge``: it stands above or below the text, where two labels of menus are enough.
    """
    if CONTROL.match(text) or _TAGS.match(text):
        return True
    if width(text) > 120:
        return False
    return any(_are_labels(parts, edge) for parts in (_GAPS.split(text), re.split(r"[\s:：|｜]+", text)))


def _are_labels(parts: Sequence[str], edge: bool) -> bool:
    labels = [label for part in parts if (label := part.strip(" []［］()"))]
    sure = sum(bool(CONTROL.match(label)) for label in labels)
    known = sum(bool(LABEL.match(label)) for label in labels)
    most = known * 4 >= 3 * len(labels) and len(labels) >= (2 if edge else 3)
    return len(labels) >= 2 and ((sure > 0 and known * 2 > len(labels)) or most)


def _is_row(raw: str) -> bool:
    """Say whether a line is a path (a > b > c) or a menu (a | b | c): short labels that name no person and no day."""
    text = _LINKED.sub(r"\1", raw).strip()
    if text.startswith(("|", ">", "＞", "<", "＜")) or "\t" in text or re.search(r"[:：]\s*\S", text):
        return False
    for pattern, least in ((_PATH, 2), (_ROW, 3)):
        labels = [label.strip() for label in pattern.split(text)]
        if len(labels) >= least and all(
            0 < width(label) <= _LONGEST_LABEL + 20 * (pattern is _PATH) for label in labels
        ):
            return not any(find_dates(one) or POST.search(one) or is_person(one) for one in labels) and not any(
                re.fullmatch(r"[\d,.%\s△▲-]+", label) for label in labels
            )
    return False


def _in_table(lines: Sequence[Line], i: int) -> bool:
    """Say whether the line right above or below has as many bars and, between them, a figure: both are of a table."""
    bars = lines[i].raw.count("|")
    beside = [lines[k].raw for k in (i - 1, i + 1) if 0 <= k < len(lines)]
    return bars > 0 and any(one.count("|") == bars and any(map(is_numeric, one.split("|"))) for one in beside)


def _closes(text: str) -> bool:
    """Say whether a line below the text names other articles behind what such lists are called, or reserves rights."""
    called, sign, titles = re.split(r"([:：])", text, maxsplit=1) if re.search(r"[:：]", text) else (text, "", "")
    return bool((sign and titles.strip() and _HEAD.match(called)) or _RESERVED.match(text))


def _is_end(text: str) -> bool:
    return bool(_SIGNED.match(text) or (_NEIGHBOUR.match(text) and width(text) <= 120))


def _lists(lines: Sequence[Line], words: Sequence[int], told: Sequence[int]) -> Iterator[int]:
    """Yield the heading of each list of other articles, with what stands in the list: links, or late in the page."""
    end = told[-1] if told else -1
    for at, i in enumerate(words):
        if not _HEAD.match(_plain(lines[i])):
            continue
        items: list[int] = []
        for k in words[at + 1 :]:
            follows = not items or k - items[-1] <= 2
            listed = (_ITEM.match(lines[k].raw) or _dated(lines, k)) and re.search(r"[^\W\d_]", _plain(lines[k]))
            if not follows or not listed or has_sentence(lines[k].raw.strip()):
                break
            items.append(k)
        linked = all(_LINKED.search(lines[k].raw) for k in items)
        if i > end or (items and (linked or sum(k < i for k in told) >= _LATE * len(told))):
            yield i
            yield from items


def _dated(lines: Sequence[Line], i: int) -> bool:
    """Say whether a line right below another ends with a date, as the titles of other articles do."""
    text = _plain(lines[i])
    last = max((mention.end for mention in find_dates(text) if mention.stated_year), default=0)
    return not lines[i - 1].blank and last > 0 and not re.search(r"\w", text[last:])


def _runs(lines: Sequence[Line], words: Sequence[int]) -> Iterator[int]:
    """Yield the items of lists in which every item, of two or more, is a label of a menu."""
    run: list[int] = []
    for i in [*words, -1]:
        listed = i >= 0 and bool(re.match(r"\s*[-*+・]\s", lines[i].raw)) and bool(LABEL.match(_plain(lines[i])))
        if listed:
            run.append(i)
            continue
        if len(run) >= 2:
            yield from run
        run = []


def _site(lines: Sequence[Line], words: Sequence[int], found: set[int], top: int, owner: str) -> int:
    """Return the line that names the site: the first that is no menu, right above one or called as who has the rights.

    It is -1 where there is none.
    """
    for at, i in enumerate(words[:-1]):
        if i in found:
            continue
        text = _plain(lines[i])
        names = not lines[i].raw.lstrip().startswith("#") and width(text) <= 50 and not has_sentence(text)
        follows = words[at + 1] in found and words[at + 1] - i <= 2 and words[at + 1] < top
        labelled = re.search(r"[|｜:：\d]", text)
        return i if i < top and names and (follows or same_house(text, owner)) and not labelled else -1
    return -1
