"""What stands in a footnote around the quote: its grade, and the pieces of its head."""

from __future__ import annotations

from typing import Literal

from bot.messages.languages import Wordings

FootnoteKey = Literal[
    "sourced", "table", "author", "unsourced", "note", "section", "page", "undated", "title", "separator", "colon",
    "as_cited", "same_source", "and", "damaged", "candidate", "note_absent", "table_source", "table_no_source",
]  # fmt: skip

FOOTNOTES: dict[FootnoteKey, Wordings] = {
    "sourced": ("原注あり", "noted in the original", "原文有注", "원문에 주석 있음"),
    "table": ("表", "table", "表格", "표"),
    "author": (
        "著者の記述（原注なし）",
        "the author’s own statement (no note)",
        "作者叙述（原文无注）",
        "저자의 서술(원문에 주석 없음)",
    ),
    "unsourced": ("出典を示さない資料", "document gives no sources", "资料未注明出处", "출처를 밝히지 않은 자료"),
    "note": ("注{marker}", "note {marker}", "注{marker}", "주 {marker}"),
    "section": ("節", "section", "章节", "절"),
    "page": ("p. {page}", "p. {page}", "第{page}页", "{page}쪽"),
    "undated": ("日付なし", "undated", "未注明日期", "날짜 미상"),
    "title": ("「{title}」", "“{title}”", "《{title}》", "「{title}」"),
    "separator": (" ／ ", " / ", " ／ ", " / "),
    "colon": ("：", ": ", "：", ": "),
    "as_cited": ("本文が引く出典", "source cited in the text", "正文引用的出处", "본문이 인용한 출처"),
    "same_source": ("[{n}]と同じ資料", "same source as [{n}]", "与[{n}]同一资料", "[{n}]번과 같은 자료"),
    "and": ("、", ", ", "、", ", "),
    "damaged": (
        "原注に乱れがあり、印刷のまま示しています",
        "the note is damaged in the original and is shown as printed",
        "原注有残缺或错乱，此处照原样显示",
        "원문의 주석이 손상되어 인쇄된 그대로 보입니다",
    ),
    "candidate": (
        "ページの境で切れた注の一部で、この注のものかもしれません",
        "half a note, cut by a page end, that may belong here",
        "被分页截断的半条注释，可能属于此注",
        "쪽 끝에서 잘린 주석의 일부로, 이 주석의 것일 수 있습니다",
    ),
    "note_absent": (
        "この番号の注は資料に見当たりません",
        "the document has no note of this number",
        "资料中没有此编号的注",
        "자료에 이 번호의 주석이 없습니다",
    ),
    "table_source": (
        "表の出典：{source}",
        "source of the table: {source}",
        "表格出处：{source}",
        "표의 출처: {source}",
    ),
    "table_no_source": (
        "表に出典の記載はありません",
        "the table prints no source",
        "表格未注明出处",
        "표에 출처 표기가 없습니다",
    ),
}
