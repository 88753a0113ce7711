"""Documents drawn at random whose structure is known: what a reader must find in them, whatever the layout.

Invariant: one seed gives one document and one truth; the truth is written down while the document is printed.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass, field

_WORDS = {
    "ja": ("港湾 漁業 航路 倉庫 燃料 桟橋 市場 船員 灯台 検査 投資 工場 鉄道 予算 住民 観光 組合 設備 条例 水質"),
    "zh": ("港口 渔业 航线 仓库 燃料 码头 市场 船员 灯塔 检查 投资 工厂 铁路 预算 居民 旅游 协会 设备 条例 水质"),
    "ko": ("항만 어업 항로 창고 연료 부두 시장 선원 등대 검사 투자 공장 철도 예산 주민 관광 조합 설비 조례 수질"),
    "en": "harbour fishery route warehouse fuel pier market crew lighthouse inspection investment factory railway",
}
_SENTENCES = {
    "ja": (
        "{a}の{b}に関する報告によれば、{y}年の{c}は前の年に比べて大きく増えており、{d}の見直しが続いている",
        "{a}協会は{y}年{m}月に{b}の計画をまとめ、{c}と{d}を合わせて進める方針を示した",
        "これに対し{a}の側では、{b}が足りないという「{c}の時代は終わった」との声が強い",
        "{a}をめぐっては{n}件の{b}が寄せられたものの、{c}の担当者は{d}の影響を認めていない",
    ),
    "zh": (
        "根据{a}的报告，{y}年的{b}比上一年大幅增加，{c}的调整仍在继续",
        "{a}协会在{y}年{m}月公布了{b}的计划，表示将同时推进{c}和{d}",
        "与此相对，{a}方面认为{b}不足，“{c}的时代已经结束”的声音很强",
    ),
    "ko": (
        "{a} 보고서에 따르면 {y}년의 {b} 규모는 전년보다 크게 늘었고 {c} 조정이 계속되고 있다",
        "{a} 협회는 {y}년 {m}월에 {b} 계획을 마련하고 {c} 사업과 {d} 사업을 함께 추진하기로 했다",
        "이에 대해 {a} 측에서는 {b} 부족을 지적하는 목소리가 여전히 크다",
    ),
    "en": (
        "According to the {a} survey, the {b} of {y} was larger than a year before, and the {c} plan is under review",
        "The {a} association drew up a {b} scheme in {y} and decided to move ahead with the {c} and the {d} together",
        "Those who work at the {a} say that the {b} is short and that “the age of the {c} is over” for good",
    ),
}
_STOP = {"ja": "。", "zh": "。", "ko": ".", "en": "."}
_GAP = {"ja": "", "zh": "", "ko": " ", "en": " "}
_NUMBERED = {"ja": "{n}. {w}の現状", "zh": "{n}. {w}现状", "ko": "{n}. {w} 현황", "en": "{n}. State of the {w}"}
_LABEL = {"ja": "表{n}", "zh": "表{n}", "ko": "표 {n}", "en": "Table {n}"}
_CAPTION = {
    "ja": "{y}年 {w}の品目別取扱額",
    "zh": "{y}年 {w}分类金额",
    "ko": "{y}년 {w} 품목별 금액",
    "en": "{w} by item, {y}",
}
_HEADER = {
    "ja": ("コード", "品目", "金額（千円）"),
    "zh": ("代码", "品名", "金额（千元）"),
    "ko": ("코드", "품목", "금액(천원)"),
    "en": ("Code", "Item", "Value (USD)"),
}
_SOURCE = {"ja": "出典：{w}統計", "zh": "资料来源：{w}统计", "ko": "자료: {w} 통계", "en": "Source: {w} statistics"}
_NOTES = {"ja": "注", "zh": "注释", "ko": "각주", "en": "Notes"}
_TEXT_MARKS = ("<sup>{n}</sup>", "<sup>({n})</sup>", "[^{n}]", "[{n}]", "（注{n}）", "※{n}", "{sup}")
_LIST_MARKS = {
    "<sup>{n}</sup>": ("<sup>{n}</sup> ",),
    "<sup>({n})</sup>": ("<sup>{n}</sup> ", "({n}) "),
    "[^{n}]": ("[^{n}]: ",),
    "[{n}]": ("[{n}] ",),
    "（注{n}）": ("注{n} ", "（注{n}）"),
    "※{n}": ("※{n} ",),
    "{sup}": ("<sup>{n}</sup> ", "{n}. "),
}
_BODIES = ("協会", "协会", "협회", "보고서", "方面")
_LEANING = "のはをに的"  # signs that begin no sentence
_MARK = re.compile(r"<sup>.*?</sup>|\[.*?\]|（注\d+）|※\d+|[⁰¹²³⁴-⁹]+")
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PAGE_ENDS = ("\n\n---\n\n", "\n\n- {p} -\n\n", "\n\n- {p} -\n\x0c\n", "\n\n{{{p}}}------------------------------\n\n")


@dataclass(slots=True)
class Truth:
    """What a document says: sentences, sections, cells, notes, and the words that each mark follows."""

    title: str = ""
    sentences: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    tables: list[tuple[str, list[tuple[str, ...]]]] = field(default_factory=list)
    notes: list[tuple[str, str, str, str, str]] = field(default_factory=list)  # marker, title, publisher, date, url
    marks: list[tuple[str, str]] = field(default_factory=list)  # marker, the words right before it


@dataclass(slots=True)
class _Printer:
    rng: random.Random
    lang: str
    mark: str
    listed: str
    page_end: str
    feet: bool  # notes stand at the foot of their page
    truth: Truth = field(default_factory=Truth)
    waiting: list[str] = field(default_factory=list)  # notes of this page
    page: int = 1
    number: int = 0

    def word(self) -> str:
        return self.rng.choice(_WORDS[self.lang].split())

    def sentence(self) -> str:
        form = self.rng.choice(_SENTENCES[self.lang])
        words = {key: self.word() for key in "abcd"}
        return form.format(y=self.rng.randint(1995, 2024), m=self.rng.randint(1, 12), n=self.number + 7, **words)

    def note(self) -> str:
        """Write a note down for its page or the end, and return its number."""
        self.number += 1
        title = f"{self.word()}{_GAP[self.lang]}{self.word()} {self.rng.randint(100, 999)}"
        publisher = f"{self.word()}{_GAP[self.lang]}{self.word()}".title()
        year, month, day = self.rng.randint(2001, 2024), self.rng.randint(1, 12), self.rng.randint(1, 28)
        url = f"https://{self.rng.choice('abc')}.example/{self.rng.randrange(16**8):08x}.html"
        date = {"en": f"{day} March {year}", "ko": f"{year}년 {month}월 {day}일"}.get(
            self.lang, f"{year}年{month}月{day}日"
        )
        month = 3 if self.lang == "en" else month
        open_, close, comma = ("“", "”", ", ") if self.lang in ("en", "ko") else ("「", "」", "、")
        named = f"{open_}{title}{close}{comma if self.lang in ('en', 'ko') else ''}{publisher}{comma}{date}"
        sign = self.listed.format(n=self.number, sup=str(self.number).translate(_SUPERSCRIPTS))
        self.waiting.append(f"{sign}{named}{_STOP[self.lang]} <{url}>")
        self.truth.notes.append((str(self.number), title, publisher, f"{year}-{month:02}-{day:02}", url))
        return str(self.number)

    def paragraph(self) -> str:
        parts = []
        for _ in range(self.rng.randint(2, 4)):
            plain = self.sentence()
            printed = plain
            if self.rng.random() < 0.4:
                number = self.note()
                sign = self.mark.format(n=number, sup=number.translate(_SUPERSCRIPTS))
                self.truth.marks.append((self.marker(number), plain[-8:]))
                printed = plain + sign
            parts.append(printed + _STOP[self.lang])
            self.truth.sentences.append(plain + _STOP[self.lang])
        return _GAP[self.lang].join(parts)

    def marker(self, number: str) -> str:
        return f"※{number}" if self.mark == "※{n}" else number

    def cut(self, text: str) -> str:
        """Cut a paragraph anywhere by a page end, with the notes of the page at its foot."""
        inside = {at for mark in _MARK.finditer(text) for at in range(mark.start() + 1, mark.end())}
        places = [i for i in range(1, len(text)) if i not in inside and self.decided(text, i)]
        if not places:
            return text
        at = self.rng.choice(places)
        foot = ""
        later = self.number - self.first_behind(text[at:]) + 1  # notes whose marks stand on the next page
        here = self.waiting[: len(self.waiting) - later]
        if self.feet and here:
            foot = "\n\n" + "\n\n".join(here)
            self.waiting = self.waiting[len(here) :]
        end = self.page_end.format(p=self.page)
        self.page += 1
        return text[:at] + foot + end + text[at:].lstrip(" ")

    def decided(self, text: str, at: int) -> bool:
        """Say whether somebody who reads on can tell that the text goes on over a page end at this place.

        Words that are written apart are not cut. Nobody can tell where the first nouns stand alone before the cut and a
        sentence behind it: 設備 / 協会は… is one name, or a heading and a sentence; a particle behind the cut tells.
        """
        if self.lang in ("en", "ko") and text[at] != " ":
            return False
        nouns = [*_WORDS[self.lang].split(), *_BODIES]
        alone = re.fullmatch(f"(?:(?:{'|'.join(nouns)}) ?)+", text[:at])
        return not alone or self.lang == "en" or text[at] in _LEANING

    def first_behind(self, text: str) -> int:
        """Return the number of the first note that is marked in the text, or the next number of all."""
        signs = [self.mark.format(n=n, sup=str(n).translate(_SUPERSCRIPTS)) for n in range(1, self.number + 1)]
        return next((n for n, sign in enumerate(signs, 1) if sign in text), self.number + 1)

    def table(self, number: int) -> str:
        header = _HEADER[self.lang]
        layout = self.rng.choice(["tabs", "pipes", "glued"])
        rows = []
        for _ in range(self.rng.randint(3, 6)):
            name = f"{self.word()}{_GAP[self.lang]}{self.word()}{self.rng.choice(['', ' 30%', '、2号'])}"
            rows.append((f"{self.rng.randint(10000000, 99999999)}", name, f"{self.rng.randint(1000, 10**8):,}"))
        label = _LABEL[self.lang].format(n=number)
        self.truth.tables.append((label, [*rows]))
        lines = ["\t".join(row) if layout != "glued" else f"{row[0]}{row[1]}\t\t{row[2]}" for row in rows]
        lines.insert(0, "\t".join(header))
        if layout == "pipes":
            lines = ["| " + " | ".join(row) + " |" for row in (header, *rows)]
            lines.insert(1, "|---|---|---|")
        caption = _CAPTION[self.lang].format(y=2020 + number, w=self.word().capitalize())
        gap = self.rng.choice(["\n\n", " "])
        source = _SOURCE[self.lang].format(w=self.word())
        return f"{label}{gap}{caption}\n\n" + "\n".join(lines) + f"\n\n{source}"


def draw(seed: int) -> tuple[str, Truth]:
    """Return a document drawn from a seed, and what it says."""
    rng = random.Random(seed)
    lang = rng.choice(["ja", "ja", "zh", "ko", "en"])
    mark = rng.choice(_TEXT_MARKS)
    listed = rng.choice(_LIST_MARKS[mark])
    feet = rng.random() < 0.4 and listed[0] in "<[※注（"
    printer = _Printer(rng, lang, mark, listed, rng.choice(_PAGE_ENDS), feet)
    title = f"{printer.word()}{_GAP[lang]}{printer.word()}: {printer.word()} {rng.randint(100, 999)}"
    printer.truth.title = title
    parts = [f"# {title}" if rng.random() < 0.6 else title, printer.paragraph()]
    hashes = rng.choice(["", "noisy"])
    for number in range(1, rng.randint(2, 4) + 1):
        heading = _NUMBERED[lang].format(n=number, w=printer.word())
        printer.truth.sections.append(heading)
        parts.append(("#" * rng.randint(2, 4) + " " if hashes else "") + heading)
        for _ in range(rng.randint(1, 3)):
            paragraph = printer.paragraph()
            parts.append(printer.cut(paragraph) if rng.random() < 0.4 else paragraph)
        if rng.random() < 0.5:
            parts += [printer.table(number), printer.paragraph()]
    if printer.waiting:
        parts += [_NOTES[lang], *printer.waiting]
    return "\n\n".join(parts) + "\n", printer.truth
