"""What the program says while it runs, and what it says of filters."""

from __future__ import annotations

from typing import Literal

from bot.messages.languages import Wordings

ProgramKey = Literal[
    "error", "unexpected", "indexing", "index_ready", "loading", "searching", "empty_question", "too_long", "timeout",
    "busy", "attached", "more_footnotes", "ask_description", "ask_option", "left_out",
    # filters
    "under_filter", "filter_none", "filter_document", "filter_author", "filter_kind", "filter_since", "filter_until",
]  # fmt: skip

PROGRAM: dict[ProgramKey, Wordings] = {
    "error": ("エラー：{detail}", "Error: {detail}", "错误：{detail}", "오류: {detail}"),
    "unexpected": (
        "予期しないエラーが起きました：{detail}",
        "Something unexpected went wrong: {detail}",
        "发生了意外错误：{detail}",
        "예기치 않은 오류가 발생했습니다: {detail}",
    ),
    "indexing": ("索引を作成しています", "Building the index", "正在建立索引", "색인을 만드는 중입니다"),
    "index_ready": (
        "索引ができました（資料 {documents}、箇所 {passages}）。",
        "Index ready (documents: {documents}, passages: {passages}).",
        "索引已就绪（资料 {documents}，段落 {passages}）。",
        "색인이 준비되었습니다(자료 {documents}, 대목 {passages}).",
    ),
    "loading": (
        "資料を読み込んでいます…",
        "Loading the documents…",
        "正在加载资料…",
        "자료를 불러오는 중입니다…",
    ),
    "searching": ("調べています…", "Looking it up…", "正在查找…", "찾아보는 중입니다…"),
    "empty_question": ("質問をお書きください。", "Please write a question.", "请写下您的问题。", "질문을 적어 주세요."),
    "too_long": (
        "質問が長すぎます。{limit}文字以内でお願いします。",
        "The question is too long; please keep it within {limit} characters.",
        "问题过长，请控制在{limit}个字符以内。",
        "질문이 너무 깁니다. {limit}자 이내로 적어 주세요.",
    ),
    "timeout": (
        "時間内にお答えできませんでした。もう一度お試しください。",
        "The answer took too long. Please try again.",
        "未能及时作答，请再试一次。",
        "제시간에 답하지 못했습니다. 다시 시도해 주세요.",
    ),
    "busy": (
        "ほかの質問に答えています。少し待ってからお試しください。",
        "Other questions are being answered. Please try again in a moment.",
        "正在回答其他问题，请稍后再试。",
        "다른 질문에 답하는 중입니다. 잠시 후 다시 시도해 주세요.",
    ),
    "attached": (
        "全文は添付ファイルにあります。",
        "The full text is in the attached file.",
        "全文见附件。",
        "전문은 첨부 파일에 있습니다.",
    ),
    "more_footnotes": (
        "ほかに脚注が{count}件あります。",
        "Footnotes not shown here: {count}.",
        "另有{count}条脚注未显示。",
        "표시되지 않은 각주가 {count}개 있습니다.",
    ),
    "ask_description": (
        "資料に質問し、脚注付きの答えを得る",
        "Ask the documents; the answer carries footnotes",
        "向资料提问，得到附脚注的回答",
        "자료에 질문하고 각주가 달린 답을 받습니다",
    ),
    "ask_option": ("質問", "your question", "问题", "질문"),
    "left_out": (
        "資料棚のファイルのうち除かれたもの：{count}件（理由は `{docs}` で見られます）",
        "Files left out of the shelf: {count} (`{docs}` says why)",
        "未纳入资料架的文件：{count}个（原因见 `{docs}`）",
        "자료 서가에서 제외된 파일: {count}개(이유는 `{docs}` 명령으로 볼 수 있습니다)",
    ),
    "under_filter": (
        "（絞り込み：{filters}）",
        "(filter: {filters})",
        "（筛选条件：{filters}）",
        "(필터: {filters})",
    ),
    "filter_none": (
        "絞り込み {filters} に合う資料がありません。近いもの：{nearest}",
        "No document matches the filter {filters}. The nearest: {nearest}",
        "没有符合筛选条件 {filters} 的资料。最接近的：{nearest}",
        "필터 {filters} 에 맞는 자료가 없습니다. 가까운 것: {nearest}",
    ),
    "filter_document": (
        "この ID の資料だけから答える",
        "answer from the document with this id alone",
        "只根据此 ID 的资料回答",
        "이 ID의 자료로만 답합니다",
    ),
    "filter_author": (
        "著者名にこの語を含む資料だけから答える",
        "answer from documents of this author alone (part of the name will do)",
        "只根据作者姓名含此内容的资料回答",
        "저자 이름에 이 말이 들어 있는 자료로만 답합니다",
    ),
    "filter_kind": (
        "この種類の箇所だけを引用する",
        "quote only passages of this kind",
        "只引用此类段落",
        "이 종류의 대목만 인용합니다",
    ),
    "filter_since": (
        "この日付以後の資料だけから答える（2025、2025-09、2025-09-03）",
        "answer from documents of this date or later (2025, 2025-09, 2025-09-03)",
        "只根据此日期及以后的资料回答（2025、2025-09、2025-09-03）",
        "이 날짜 이후의 자료로만 답합니다(2025, 2025-09, 2025-09-03)",
    ),
    "filter_until": (
        "この日付以前の資料だけから答える（2025、2025-09、2025-09-03）",
        "answer from documents of this date or earlier (2025, 2025-09, 2025-09-03)",
        "只根据此日期及以前的资料回答（2025、2025-09、2025-09-03）",
        "이 날짜 이전의 자료로만 답합니다(2025, 2025-09, 2025-09-03)",
    ),
}
