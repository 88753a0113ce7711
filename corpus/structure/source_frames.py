"""Source lines that their place or their words give to tables: in brackets without a label, or for tables they name.

Invariant: a line in brackets is a source only right below a table, and only where it names one or says from what the
table was made; of several tables a line is given to those whose labels it prints.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.structure.blocks import Block
from corpus.structure.captioned import Framed
from corpus.structure.captions import ORIGIN, is_remark
from corpus.structure.source_lines import tells
from corpus.structure.sources import parse
from corpus.structure.tables_named import spelled, tables_named

_BRACKETED = re.compile(r"[\s　※＊*]*[（(\[［〔](?P<words>.+)[)）\]］〕][。.]?\s*", re.DOTALL)
_BARE = re.compile(r"[^。]{4,120}[。]?")  # without brackets, where it says from what the table was made
_MAKES = r"(?:作成|作図|作表|集計|整理|編集|編成|再構成|加工|抜粋|抄録|転載|引用|算出|推計|要約|まとめ)"
_MADE_FROM = re.compile(
    r"(?:(?:を|の)?(?:もと|基|元)に(?:して)?|に(?:基|もと)づ(?:き|いて)|に(?:拠|よ)(?:り|って)|より|から"
    rf"|を(?:参考|参照|利用)(?:に|して|し)?)、?[^。、]{{0,16}}{_MAKES}(?:した(?:もの)?)?[。]?$"
    r"|(?:[을를] (?:바탕|토대|기초|근거)(?:으)?로|에서) [^.。]{0,16}(?:작성|재구성|정리|집계|발췌|인용)\.?$"
)
_MADE_BY = re.compile(  # in brackets only: 台帳作成 may be a heading
    r"[一-鿿ァ-ヺー]{1,}(?:が|で)?(?:作成|調べ|集計|提供)[。]?$|필자 작성\.?$"
    r"|^(?:根据|據|据|依据|依據).+(?:整理|编制|編制|绘制|繪製|制作|製作|计算|汇总)(?:而成)?[。]?$|^(?:整理|摘|引|转引)自.+"
    r"|^(?:[Bb]ased (?:up)?on|[Aa]dapted from|[Cc]ompiled (?:by .{2,40} )?from|[Dd]rawn from|[Dd]ata (?:from|by)"
    r"|[Aa]uthor[’']s? (?:compilation|calculations?|table))\b.*"
)
_OF_PAPERS = re.compile(
    r"(?:資料|統計|調査|報告書?|白書|年鑑|年報|月報|週報|速報|会報|データ|発表|公表|広報|聞き取り|照会|取材|台帳"
    r"|名簿|帳簿?|記録|目録|要覧|提供|新聞|紙)"
    r"(?:[（(][^（）()]*[)）])?(?:に(?:よる|拠る)|より)[。]?$"
)

# What may as well be said elsewhere: 資料　統計課, 出典は統計課「年報」。, 提供：統計課.
_LABEL_APART = re.compile(
    rf"[\s※＊*]*(?:(?:{ORIGIN})(?:[\s\u3000]+(?!の|は|が|を|に|と)\S|は、?(?=\S))|(?:データ|資料|写真|画像)?提供\s?[:：]\s?\S)[^。]*[。]?"
)
_LABELLED = re.compile(r"[^「『《“\"：:]{1,12}[:：](?!//)")
_WORK = r"(?:「[^」]+」|『[^』]+』|《[^》]+》|“[^”]+”|\"[^\"]+\")"
_WHEN = r"(?:[\s、，,]*[（(]?(?:\d|第\s?\d|各年|令和|平成|昭和|제\s?\d|\d{1,2} [A-Z]|[A-Z][a-z]+ \d|pp?\.).*)"
_FROM = r"(?:より|に(?:よる|拠る))"
_NAMED = re.compile(  # 「その他」含む, of a row, is none: who stands before the title, or when it appeared behind it
    rf"[^「『《“\"]{{2,60}}?{_WORK}(?:{_WHEN}|{_FROM})?[。.]?|{_WORK}(?:[^、，,。]{{0,20}}{_WHEN}|{_FROM})[。.]?"
)


def with_unlabelled(blocks: Sequence[Block]) -> list[Block]:
    """Return the blocks, a line right below a table that names its source without a label named a source line."""
    result = list(blocks)
    for index, block in enumerate(blocks):
        above = result[index - 1] if index else None
        below = blocks[index + 1] if index + 1 < len(blocks) else None
        under = above is not None and (
            above.kind in ("table", "source")
            or (index > 1 and is_remark(above.text) and result[index - 2].kind == "table")
        )
        pictured = above is not None and above.kind == "caption" and is_labelled_apart(block.text)
        over = below is not None and below.kind == "table" and not says_made(block.text)  # what may head that
        if block.kind == "prose" and not over and (pictured or (under and is_unlabelled(block.text))):
            result[index] = replace(block, kind="source", alone=False)
    return result


def is_unlabelled(text: str) -> bool:
    """Say whether a line, standing below a table, names its source though no label says so."""
    if says_made(text) or is_labelled_apart(text):
        return True
    first = _in_brackets(text)
    if not first or _LABELLED.match(first):  # 担当：「灯台係」; what a label calls a source needs no table above it
        return False
    return bool(_NAMED.fullmatch(first) or any(one.url for one in parse(first)))


def is_labelled_apart(text: str) -> bool:
    """Say whether a line has the label of a source without a sign behind it, and tells nothing besides."""
    match = _LABEL_APART.fullmatch(text.strip())
    return match is not None and not tells(re.sub(rf"^[\s※＊*]*(?:{ORIGIN})は", "", text.strip()))


def says_made(text: str) -> bool:
    """Say whether a line says from what, or by whom, a table was made: without brackets only from what."""
    if first := _in_brackets(text):
        return bool(_MADE_FROM.search(first) or _MADE_BY.search(first) or _OF_PAPERS.search(first))
    whole = not _BRACKETED.fullmatch(text) and _BARE.fullmatch(text)
    return bool(whole and _MADE_FROM.search(text) and not tells(text.rstrip("。")))


def _in_brackets(text: str) -> str:
    """Return the first sentence of a line that stands in brackets as a whole, where it tells nothing; else nothing."""
    match = _BRACKETED.fullmatch(text)
    words = match["words"].strip() if match and not _closes_early(match["words"]) else ""
    first = re.split(r"(?<=。)", words)[0]
    return "" if is_remark(words) or tells(first) else first


def _closes_early(words: str) -> bool:
    """Say whether a bracket that words stand in closes among them: （一）塩（統計による） is not all in brackets."""
    depth = 0
    for char in words:
        depth += (char in "（([［〔") - (char in "）)]］〕")
        if depth < 0:
            return True
    return False


def by_label(blocks: Sequence[Block], frames: Sequence[Framed]) -> list[Framed]:
    """Return the frames, each line that names tables by their labels given to these, wherever it stands."""
    labels = [spelled(one.label) for one in frames]
    result = [replace(one, sources=list(one.sources)) for one in frames]
    for index, block in enumerate(blocks):
        named = tables_named(block.text) if block.kind == "source" else ()
        if not set(named) & set(labels):
            continue
        for label, framed in zip(labels, result, strict=True):
            if label not in named and index in framed.sources:
                framed.sources.remove(index)
            elif label in named and not framed.sources:
                framed.sources.append(index)
    return result
