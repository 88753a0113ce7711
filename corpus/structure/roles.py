"""What one line of a preamble says: a date, an author, a publisher, a series, a title, or what kind of text it is.

Invariant: the words listed here are labels, kinds of institution and posts (closed classes), never names.
"""

from __future__ import annotations

import re

from corpus.structure.dates import find_dates
from corpus.structure.headings import style
from corpus.structure.issued import as_meant, has_shape_of_day
from corpus.structure.lines import ends_sentence, is_hangul, width
from corpus.structure.numbered import ISSUE, of_masthead
from corpus.structure.people import is_person
from corpus.structure.record_heads import under_label_of_day

_LABELS = {
    "title": r"タイトル|題名|件名|표제|제목|标题|標題|題|Title|Subject",
    "author": r"著者名?|執筆者?|寄稿者?|作成者?|筆者|作者|文責|取材・?文|文・写真|文|報告者|発表者|講師|講演者|登壇者"
    r"|語り手|撰文|作者|记者|記者|글|"
    r"저자|필자|작성자?|기자|Authors?|(?:Written|Prepared|Compiled)(?: for [^:,]{3,60}?)? by|By|by",
    "interviewer": r"聞き手(?:・(?:構成|文|写真|撮影))*|インタビュアー|(?:取材|インタビュー)・(?:構成|文)"
    r"|采访(?:者|・文)?|인터뷰어|Interview(?:er|ed by)",
    "affiliation": r"所属(?:機関|先)?|소속|Affiliation",
    "date": r"(?:開催|掲載|公開|発行|更新|投稿|作成|配信|発表|公表|最終更新)?(?:年月)?日時?|"
    r"发布时间|发布日期|日期|时间|작성일|등록일|입력(?:일시?)?|수정(?:일시?)?|승인|게시일|보도일|배포일|일자|날짜|"
    r"(?:(?:First )?[Pp]ublished|(?:Last )?[Uu]pdated|Posted|Issued|Released|Date|Publication date)(?: on)?",
    "publisher": r"発行(?:元|者|所)?|出版(?:社|者|元)?|媒体|配信元|提供元?|来源|出版社|发布机构|"
    r"발행처?|출처|제공|담당(?:\s?부서)?|担当(?:部署)?|Publisher|Published by|Issued by|Source",
}
_LABELLED = {
    key: re.compile(
        rf"[\s【〔\[（(■●○◆・]*(?:{words})[\s】〕\]）)]*"
        r"(?:[:：＝=／]|(?<=[】〕\]）)])|(?<=By)\s|(?<=by)\s|(?<= on)\s|"
        r"(?<=[者師手文責])\u3000(?=\S{1,6}(?:[ \u3000]\S{1,6})?$))\s*(?P<value>\S.*)$",
        0 if key == "author" else re.IGNORECASE,
    )
    for key, words in _LABELS.items()
}
_OF_AUTHOR = re.compile(r"(?:本文)?(?:作者|筆者|著者|笔者)(?:系|为|是|は|、)\s*")
_SERIES = re.compile(
    r"(?:No\.?|Nos\.|№|Vol\.?|第)\s*[0-9０-９]+|[0-9０-９]+\s*号|"
    r"(?<=\S)[\s　]+(?:19|20)\d\d年\s?(?:[0-9]{1,2}月|[春夏秋冬新]季?)号$|"
    r"(?:レポート|通信|ニュース|便り|だより|会報|紀要|年報|月報|時報|レビュー|ジャーナル|Report|Review|Letter)"
    r"[\s　]+(?:19|20)\d\d[-–.]\d\d$|"
    r"(?:제\s*)?[0-9]+\s*호(?![가-힣])|[봄여름가을겨울]{1,2}호|Series|シリーズ|"
    r"(?:Working|Discussion|Policy) (?:Paper|Brief)",
    re.IGNORECASE,
)
ORGANISATION = re.compile(
    r"(?:研究所|研究会|研究院|大学院?|学院|学会|学部|会社|協会|連盟|新聞社?|通信社?|省|庁|局|部|署|委員会|協議会|連合会|振興会|組合|センター|財団|機構|銀行|本部|事務局|政府|公司|"
    r"部会|課|研究中心|中心|部门|연구소|연구원|대학교|학회|협회|위원회|부|청|처|공사|재단|신문|통신)(?=[\s（(，]|$)|"
    r"\b(?:University|Institute|Ministry|Department|Center|Centre|Council|Agency|Foundation|Association|Bank|"
    r"Inc|Ltd|Corporation|Office|Bureau|Committee|Commission|Organization|Organisation|School|College|Press|News|Times"
    r"|Post|Journal|Review(?! (?:of|into|on|and))|(?<!of )(?<!in )(?<!and )(?:Trust|Authority))\b|"
    r"^(?:(?:株式|有限|合同|合資)会社|[一公](?:般|益)(?:社団|財団)法人|独立行政法人|国立大学法人|学校法人|社会福祉法人|NPO法人|[㈱㈲])\S+$"
)
_VOLUME = re.compile(r"[\s　]+(?:第\s*[0-9０-９]|제\s*[0-9]|(?:19|20)\d\d[年년]|Vol\.?|vol\.?|通巻|통권)")


def series_parts(line: str) -> tuple[str, str]:
    """Return who publishes a series and how it is called, as one line prints both; the first is empty where it is one.

    Only wide space or a volume parts them (海洋研究　第3巻第1号, 水の館　連続講座　第48回).
    """
    if issue := ISSUE.fullmatch(line.strip()):  # 『島の会 会報』14号: what quotation marks hold together
        return issue["name"] if re.search(r"\s", line.strip()) else "", line
    volume = _VOLUME.search(line)
    spaced = r"\u3000|\s{2,}" if any(map(is_hangul, line)) else r"[\s　]"  # Korean sets spaces between words
    if volume and not re.search(spaced, line[: volume.start()].strip()):
        return line[: volume.start()].strip(), line
    first = re.match(r"(\S*[^\x00-\x7f]\S*)[\s　]+(\S*[^\x00-\x7f]{2}.*)$", line)
    if any(map(is_hangul, line)):
        house, _, rest = re.sub(r"\u3000+|\s{2,}", "\0", line.strip(), count=1).partition("\0")
        return (house, rest) if rest and ORGANISATION.search(house) else ("", line)
    numbered = first and not re.match(r"(?:No|Nos|№|Vol|第)", first[2])
    return (first[1], first[2].strip()) if first and numbered else ("", line)


def without_volume(line: str) -> tuple[str, str]:
    """Return how a series is called and the number of the issue behind it, or an empty string."""
    volume = _VOLUME.search(line)
    return (line[: volume.start()].strip(), line[volume.start() :].strip()) if volume and volume.start() else (line, "")


POST = re.compile(
    r"(?:研究員|教授|講師|助教|記者|委員|理事|主任|部長|所長|局長|館長|課長|係長|院長|学長|校長|理事長|技監|次官|フェロー|アナリスト|ライター|代表|会長|社長|"
    r"顧問|学芸員|司書|编辑|編集|研究员|교수|연구위원|연구원|기자|위원|대표|[Pp]rofessor|[Ff]ellow|[Aa]nalyst|"
    r"[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Rr]esearcher|[Dd]irector|[Ee]conomist)(?=\s|　|$|[,，、（(])"
)
_POST_EN = re.compile(
    r"(?:[A-Z]\w+ )*(?:Fellow|Analyst|Officer|Director|Manager|Head|Lecturer|Adviser|Advisor|Scholar)\b"
)
_REGISTERED = re.compile(r"(?i)(?:registered )?(?:charity|company)(?: registration)? (?:no|number)\b")
_GENRE = re.compile(
    r"[\s【〔\[<＜]*(?:プレス・?リリース|報道発表(?:資料)?|ニュースリリース|お知らせ|新闻稿|新聞稿|보도\s?자료|보도\s?참고\s?자료|"
    r"論\s*文|論\s*説|研究ノート|(?:資料|史料|文献)紹介|書\s*評|寄\s*稿|巻頭言|(?:研究|調査|事例|活動|実践)報告|講演(?:録|記録)|"
    r"提\s*言|資\s*料|解\s*説|特\s*集|社\s*説|専題|专题|评论|社论|사설|특집|칼럼|"
    r"Article|Commentary|Editorial|Feature|Opinion|Report|"
    r"Press Release|News Release|For Immediate Release|Media Release)[\s】〕\]>＞]*$",
    re.IGNORECASE,
)
_ADDRESSED = re.compile(r"(?:各位|御中|殿|様)\s*$|^(?:To|TO):\s")
_SUBTITLE = re.compile(r"[―—–~～〜\-－─]{1,3}\s*([^―—–~～〜\-－─\s].{3,}?)\s*[―—–~～〜\-－─]*$")
_QUOTED = {"「": "」", "『": "』", "“": "”", '"': '"', "《": "》"}


# What stands in quotation marks within a line is what something else is called (병원선 「한빛 3호」 운영 보고).
_NAMED_INSIDE = re.compile(r"[「『《“][^」』》”]*[」』》”](?=\s*\S)")


def role(line: str) -> tuple[str, str]:
    """Return what a preamble line is (author, date, publisher, series, affiliation) and what it says, or nothing."""
    if beside := _beside_title(line) or _under_label(line) or _held(line):
        return beside
    if issue := of_masthead(line):
        return "series", issue
    found = date_of(line)
    if found and _mostly_date(line) and not (len(found) < 10 and _SERIES.search(line)):
        return "date", found
    counted = _SERIES.search(_NAMED_INSIDE.sub("", line)) and width(line) <= 80
    if counted and not style(line) and not ends_sentence(line.rstrip(".")):
        return "series", _without_brackets(line)
    meant = as_meant(line)
    if has_shape_of_day(line) or (meant != line and date_of(meant) and _mostly_date(meant)):
        return "date", date_of(meant)
    return "", ""


# …第37号　2023年9月: when the issue appeared, behind which it is
_APPEARED = re.compile(
    r"(?<=[号期巻호])[\s　、，,]+(?:19|20)\d\d[年년]\s?\d{1,2}[月월](?:\s?\d{1,2}[日일])?"
    r"\s?(?:出版|発行|发行|刊行?|발행)?"
    r"(?:[\s　,，]+(?:pp?\.?\s?)?\d{1,4}\s?[-–~〜～]\s?\d{1,4}(?:頁|ページ|页|쪽)?)?$"
    r"|(?<=\d)(?:\s{2,}|\s*[,|·]\s*)(?:\d{1,2} )?(?:[A-Z][a-z]{2,8}|[A-Z]{3,9})\.? (?:\d{1,2}, )?(?:19|20)\d\d$"
)


_OF_SERIES = re.compile(r"^\s*(?:シリーズ名?|叢書|系列|총서|Series)\s*[:：]\s*(?=\S)", re.IGNORECASE)


def _without_brackets(line: str) -> str:
    """Return a line without brackets around the whole of it, and without the date in brackets behind it."""
    words = re.sub(r"[（(][^（）()]*(?:19|20)\d\d年[^（）()]*[)）]$", "", line.strip(" 　")) or line
    words = _OF_SERIES.sub("", _APPEARED.sub("", words))
    words = re.sub(r"\s{2,}", " ", words) if words.isascii() else words
    return words.strip("（）()[]［］【】 　") if not re.search(r".[（(\[［【].*[)）\]］】]$", words) else words


def _beside_title(line: str) -> tuple[str, str] | None:
    """Return what a line beside the title is: the kind of text, whom it is for, a subtitle, or a number."""
    if _GENRE.match(line):
        return "genre", ""
    if _ADDRESSED.search(line) and width(line) <= 40:
        return "addressee", ""
    if _REGISTERED.match(line):
        return "fact", ""
    if (subtitle := _SUBTITLE.match(line)) and width(line) <= 120 and not ends_sentence(line):
        return "subtitle", subtitle[1].strip()
    return None


def _under_label(line: str) -> tuple[str, str] | None:
    """Return what a label says that its line is, and what stands under it."""
    for key, pattern in _LABELLED.items():
        match = pattern.match(line)
        if match and (value := _labelled(key, match["value"].strip())):
            if line.strip().startswith("by ") and not is_person(value):
                continue
            return key, value
    return None


def _held(line: str) -> tuple[str, str] | None:
    """Return the day that a line gives under a label of when something was held."""
    held = under_label_of_day(line)
    day = date_of(held) or date_of(as_meant(held))
    return ("date", day) if day else None


def _labelled(key: str, value: str) -> str:
    """Return what a label's line says, or nothing when it is not what the label promises."""
    if key == "date":
        return date_of(value) or date_of(as_meant(value))
    if key == "title":
        return unquote(value)
    if key == "interviewer":
        return re.sub(r"[（(][^（）()]*[)）]$", "", value).strip()
    if width(value) > 80 or ends_sentence(value.rstrip(".")):
        return ""
    if key == "author":  # 文 = A／写真 = B
        value = _OTHER_LABEL.split(_without_date(value))[0]
        value = value.rstrip("）)") if not re.search("[（(]", value) else value  # the whole line stands in brackets
        name, _, rest = value.partition(", ")
        if value.isascii() and (POST.search(rest) or _POST_EN.match(rest)) and ORGANISATION.search(rest):
            value = name  # By Marta Quill, Senior Fellow, Hale Institute
    return value


# What parts a name from what another label says (文 = A／写真 = B, 執筆：A　写真：B).
_OTHER_LABEL = re.compile(
    r"\s*[/／|｜]\s*(?=\S{1,6}\s*[=＝:：])|\s*[|｜]\s*|[\s　]+(?=[^\s:：=＝/／|｜]{1,6}\s?[:：=＝]\s?\S)"
)


def names_other_day(line: str) -> bool:
    """Say whether a label tells of what a day is, and it is not that of the text (開港：2025年3月3日)."""
    return bool(re.match(r"[^\d:：]+[:：]", line)) and not _LABELLED["date"].match(line)


def date_of(line: str, exact: bool = False) -> str:
    """Return the first date with a year that the line prints (``exact``: to the day), or nothing."""
    found = (mention.value for mention in find_dates(line) if mention.stated_year and not mention.value.startswith("-"))
    return next((value for value in found if len(value) == 10 or not exact), "")


_OF_YEAR = re.compile(r"年度[\s\u3000]*[^\W\d_]{2}")  # 令和5年度　…報告書: whose account it is, not when it appeared


def longest_date(line: str) -> str:
    """Return the most precise date with a year that the line prints, the first of equals, or nothing."""
    found = (mention.value for mention in find_dates(line) if mention.stated_year and not mention.value.startswith("-"))
    return max(found, key=len, default="")


def _mostly_date(line: str) -> bool:
    """Say whether a line says little more than a date: at most a label, a weekday, a time or a place."""
    rest = line
    if _OF_YEAR.search(line):
        return False
    for mention in reversed(find_dates(line)):
        rest = rest[: mention.start] + rest[mention.end :]
    rest = re.sub(
        r"(?:午前|午後)?\d{1,2}[:：時]\d{2}分?(?:[:：]\d{2})?|[（(].{1,4}[)）]|(?:AM|PM|JST|GMT|UTC|KST)", "", rest
    )
    words = re.sub(r"\W+", "", rest)
    return width(words) <= 16 and not ends_sentence(line.rstrip("."))


def _without_date(value: str) -> str:
    mentions = [mention for mention in find_dates(value) if mention.stated_year]
    return value[: mentions[0].start].strip(" 　,、|｜/／-–—·•") if mentions and mentions[0].start else value


def without_author(text: str) -> str:
    """Return what a line says of the author (作者系…研究员) without the words that say so."""
    return _POSTCODE.sub("", _OF_AUTHOR.sub("", _TO_ASK.sub("", text).strip("（）()[] 　、,"), count=1))


_TO_ASK = re.compile(r"(?<=\S)[\s　]*[（(][^（）()]*[:：][^（）()]*[)）]\s*$")  # whom to ask, and how
_POSTCODE = re.compile(r"[，,]\s*[一-鿿]{2,8}\s*\d{6}$")  # of a Chinese address: the town and six figures


def unquote(text: str) -> str:
    """Return the text without quotation signs around the whole of it."""
    stripped = text.strip()
    closer = _QUOTED.get(stripped[:1])
    if closer and stripped.endswith(closer) and len(stripped) > 2:
        inner = stripped[1:-1]
        if stripped[0] not in inner and closer not in inner:
            return inner
    return stripped
