"""Who issued a text, where no line says so under a label: an institution without its departments, whose record it is.

Invariant: a name is the document's own words; what only counts (Policy Brief No. 27, 令和7年第1回) is no one's name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.structure.blocks import Block
from corpus.structure.lines import has_sentence, width
from corpus.structure.numbered import ISSUE
from corpus.structure.people import is_person
from corpus.structure.roles import ORGANISATION, POST, unquote

_COUNTS = re.compile(
    r"[\W\d]*(?:(?:Working|Discussion|Policy|Research|Occasional|Technical)\s)*(?:Papers?|Briefs?|Reports?|Notes?|Series)?"
    r"[\W\d]*(?:(?:No|Nos|Vol)\b\.?|№|号|第|回|期|巻)?[\W\d]*(?:\|.*)?$",
    re.IGNORECASE,
)
_ISSUE = re.compile(r"^(?:令和|平成|昭和|西暦)?[0-9０-９元]*年?度?(?:第\s*[0-9０-９]+\s*[回号期巻次]|版|分)?$")
_BODY = (
    r"(?:議会|委員会|協議会|審議会|懇談会|懇話会|検討会|研究会|調査会|評議会|教授会|理事会|総会|審査会|部会|会議(?!録|事)"
    r"|议会|委员会|理事会|协会|의회|위원회|협의회|심의회)"
)
_NAMED = r"[^\s　（）()第]"
_RECORD_OF = re.compile(
    rf"(?<![0-9０-９])(?![0-9０-９回])(?:(?P<house>{_NAMED}{{0,30}}{_BODY})[\s　]+)?(?P<body>{_NAMED}{{0,30}}?{_BODY})"
    r"(?:[\s　]*第\s?[0-9０-９]+\s?回)?(?:定例会|臨時会|本会議|定例|臨時)?"
    r"[\s　]*(?:議事|会議|会议|회의)(?:録|要旨|概要|要録|记录|纪要|록)"
)
_PLACE = re.compile(r"[^\s　]{1,10}[都道府県市区町村郡]$")
_UNIT = re.compile(r"[^\s　]{1,20}(?:[部局課室係班署所館校]|センター|本部|支所|支局|[가-힣](?:팀|과|부|국|실|센터))$")
# Houses that observe, keep and care, beside those that `ORGANISATION` lists: what a department may stand behind.
_HOUSE_KIND = re.compile(
    r"(?:観測所|測候所|気象台|試験場|図書館|博物館|美術館|資料館|文書館|保健所|病院|观测站|监测站|图书馆|博物馆|档案馆|医院"
    r"|관측소|도서관|박물관|보건소|병원)$"
    r"|\b(?:Observatory|Laborator(?:y|ies)|Museum|Library|Archives?|Hospital|Clinic|Society|Alliance|Federation"
    r"|Network|Service|Authority|Trust|Union|Station)$"
)
_DEPARTMENT = re.compile(
    r"(?:(?:[A-Z][\w'’-]*|of|for|and|the|&) )*(?:Desk|Unit|Division|Section|Branch|Team|Office|Department|Directorate"
    r"|Program(?:me)?|Group|Bureau|Service|Secretariat|Laboratory|Cent(?:er|re))"
    r"(?: (?:of|for|on)(?: [A-Z&][\w'’-]*| and)+)?"
)
_CAPITALS = re.compile(r"(?:(?:[A-Z][\w'’-]*|of|for|and|the|on|&)(?: |$))+")
_SIGNED = re.compile(r"[（(]([^（）()。、]{2,24}(?:、[^（）()。、]{2,24}){0,3})[)）]$")
_BUREAU = re.compile(r"(?:支局|総局|本社|支社|部|班|記者|通信員|特派員|編集委員|編集部)$")
_HOUSE = re.compile(
    r".+?(?:研究所|研究院|研究会|研究中心|大学(?:院|校)?|学院|연구원|연구소|대학교?|센터|センター|会社|公司|新聞社|通信社|신문|통신|協会|学会"
    r"|委員会|機構|財団|銀行|银行|省|庁|局)"
)
_PERSONAL = re.compile(r"(?:[者家師士員生人業]|ライター)$")
_LEGAL_FORM = re.compile(r"(?:(?:株式|有限|合同|合資)会社|[一公](?:般|益)(?:社団|財団)法人|\S{2,4}法人)")
_NAMED_BEFORE = re.compile(
    r"[同当本](?:会|社|団体|所|館|院|校|紙|誌|局|省|庁|財団|協会|機構|研究所|大学|センター)(?!区)|[本该](?:会|社|刊|报|院|校)"
)
_FORM_AND_NAME = re.compile(  # 一般財団法人 汐見会, set apart
    r"(?:(?:株式|有限|合同)会社|[一公](?:般|益)(?:社団|財団)法人|独立行政法人|国立大学法人|学校法人|NPO法人)"
    r"[\s　]+\S+(?=[\s　])"
)
_FEWEST_SENDERS = 2
_WIDEST = 60  # columns of a line that names who sends a text


def only_counts(name: str) -> bool:
    """Say whether words in the place of a publisher's name say nothing but which one of its kind a text is."""
    words = name.strip()
    return bool(_COUNTS.fullmatch(words) or _ISSUE.match(words))


def is_office(text: str) -> bool:
    """Say whether a line is a body with departments of it (白嶺県 商工観光部 統計室, Cape Observatory, Storm Desk)."""
    if text.isascii():
        house, *departments = re.split(r",\s", text.strip())
        named = _CAPITALS.fullmatch(house) and (ORGANISATION.search(house) or _HOUSE_KIND.search(house))
        return bool(named and departments) and all(map(_DEPARTMENT.fullmatch, departments)) and width(text) <= _WIDEST
    parts = text.split()
    return (
        len(parts) >= _FEWEST_SENDERS
        and width(text) <= _WIDEST
        and bool(_PLACE.match(parts[0]) or ORGANISATION.search(parts[0]) or _HOUSE_KIND.search(parts[0]))
        and all(_UNIT.match(part) or ORGANISATION.search(part) for part in parts[1:])
    )


def byline(text: str) -> str:
    """Return the person whom a line names behind a desk or bureau and a dot (社会部・沢村みのり), or nothing."""
    apart = [part.strip() for part in re.split("[・/／=＝]+", text.strip("（）() 　"))]
    parts = [word for part in apart for word in ([part] if is_person(part) else part.split())]  # 編集委員・久我 涼介
    people = [part for part in parts if is_person(part) and not _BUREAU.search(part)]
    others = [part for part in parts if part not in people]
    return people[0] if len(people) == 1 and all(map(_BUREAU.search, others)) else ""


def of_affiliation(words: str) -> str:
    """Return the institution that an author's affiliation opens with, department and post aside; nothing of a post."""
    if _NAMED_BEFORE.match(words):
        return ""  # 同会事務局長: of a body whose name stands elsewhere
    if named := _FORM_AND_NAME.match(words):
        return re.sub(r"[\s　]+", " ", named.group())
    parts = [part.strip() for part in words.split(",")] if words.isascii() else []
    houses = [part for part in parts if ORGANISATION.search(part) and not POST.search(part)]
    if len(parts) > 1 and houses:  # Senior Fellow, Hale Institute for Ports
        return houses[-1]
    first = re.split(r"[\s　]", words)[0]
    if ORGANISATION.search(first) and not first.isascii():
        return re.sub(rf"(?:{POST.pattern})$", "", first) if _LEGAL_FORM.match(first) else first
    if not POST.search(words) or words.isascii():  # 建築家, 農業: what somebody is or does
        return "" if _PERSONAL.search(words) and not _HOUSE.match(words) else words
    house = _HOUSE.match(words)
    return house.group() if house else ""


def institution(sender: str) -> str:
    """Return a sender without the departments that stand behind its name."""
    if not is_office(sender):
        return sender
    return sender.split(",", maxsplit=1)[0] if sender.isascii() else sender.split(maxsplit=1)[0]


def as_called(publisher: str, site: str, senders: Sequence[str], title: str) -> str:
    """Return a publisher as its site writes it, not all in capitals, or by its name in the script of the title."""
    if site and site.upper() == publisher:
        return site
    local = next((sender for sender in senders if not sender.isascii()), "")
    return local if local and publisher and publisher.isascii() and not title.isascii() else publisher


_NAMED_BY = re.compile(
    r"(?P<body>[^\s「『（(]*?(?:研究会|学会|協会|協議会|研究所|研究院|財団|機構|委員会|センター|フォーラム|连合会|研究中心|协会|연구소|연구원|학회|협회))"
    r"[\s　]*(?![\s　]*(?:第|제|No|Vol|[0-9０-９]))[^\W\d]{2}"
)
_NUMBER_BEHIND = re.compile(r"[\s　]*(?:No\.?|Nos\.|№|Vol\.?|第|제|通巻|总第)\s*[0-9０-９]+.*$", re.IGNORECASE)


def publisher_of(printed: str, series: str, affiliation: str, title: str) -> str:
    """Return who publishes a text: who is printed, else the author's institution or the body whose record it is.

    Where nothing but the series is printed, it is the institution or body that its name opens with (汐見会コメンタリー:
    汐見会), or the name without the number of the issue.
    """
    body = of_affiliation(affiliation)
    named = _NAMED_BY.match(series)
    if named and printed != series and series.startswith(printed) and printed.startswith(f"{named['body']} "):
        return named["body"]
    if printed and printed == series:
        if issue := ISSUE.fullmatch(series):
            return issue["name"]
        if body and series.startswith(re.split(r"[\s　]", body)[-1]):
            return body
        return named["body"] if named else unquote(_NUMBER_BEHIND.sub("", series).strip(" ,，、")) or series
    return printed or body or of_record(title)


def of_record(title: str) -> str:
    """Return the body whose meeting a title is the record of (潮見町議会定例会会議録: 潮見町議会), or nothing."""
    found = _RECORD_OF.search(title)
    return (found["house"] or found["body"]) if found else ""


def signature(blocks: Sequence[Block]) -> str:
    """Return who signs in brackets, alone on a line of a body (（鳴沢支局・野呂沙織）), or nothing; of several, all."""
    names: list[str] = []
    for block in blocks:
        match = _SIGNED.match(block.text.strip()) if block.kind == "prose" and len(block.slices) == 1 else None
        if match is None or has_sentence(block.text):
            continue
        signed = [byline(part) for part in match[1].split("、")]
        names += ["、".join(signed)] if all(signed) else []
    return names[0] if len(set(names)) == 1 else ""
