"""Documents made by a seed: Japanese-like sentences that say who did what, where and when, and questions about them.

Invariant: the same seed gives the same bytes on every machine; a larger shelf begins with a smaller one's documents.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PARAGRAPHS = 18
PER_DOCUMENT = PARAGRAPHS + 5
"""Passages of a document: its paragraphs, two headings, title, author and date."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_SURNAMES = _words(
    "青山 石川 上田 遠藤 大野 加藤 木村 工藤 小林 斎藤 清水 鈴木 高橋 中島 野口 橋本 平野 藤田 松本 山崎"
)
_GIVEN = _words("一郎 二葉 三千代 健 花子 誠 直美 文子 昭夫 玲子 修 和子 隆 恵 勇 明美 進 幸子 茂 千尋")
_PLACES = _words("青森 秋田 仙台 福島 水戸 千葉 横浜 新潟 富山 金沢 長野 岐阜 静岡 津 大津 奈良 神戸 岡山 広島 高松")
_BODIES = _words("港湾局 農業試験場 県立大学 商工会議所 水産研究所 博物館 気象台 図書館 漁業組合 鉄道会社")
_MATTERS = _words(
    "航路 桟橋 灯台 養殖 品種改良 灌漑 橋梁 堤防 観測網 書庫 標本 古文書 車両 踏切 市場 競り 冷蔵庫 水質 潮流 積雪 "
    "地震計 温室 土壌 種苗 織物 陶器 醸造 製塩 林道 植林 電線 変電所 下水道 浄水場 駅舎 運賃 定期券 展示 講座 奨学金"
)
_DEEDS = _words("公開 調査 改修 廃止 再開 延長 縮小 移設 検査 導入 試験 購入 寄贈 登録 発表 中止 拡張 統合 委託 更新")
_EFFECTS = _words("利用者 費用 収穫量 事故 取扱量 苦情 参加者 故障 来館者 発電量")
_REASONS = _words("老朽化 人手不足 豪雪 需要の増加 法令の改正 資材の高騰 住民の要望 台風の被害 予算の削減 技術の進歩")


@dataclass(frozen=True, slots=True)
class Fact:
    """What one paragraph tells, and how it is asked for."""

    body: str
    place: str
    matter: str
    deed: str

    @property
    def question(self) -> str:
        """Return a question that the paragraph answers with a date."""
        return f"{self.place}の{self.body}が{self.matter}を{self.deed}したのはいつか"


def write_shelf(directory: Path, passages: int, seed: int = 0, changed: float = 0.0) -> int:
    """Write documents of at least so many passages; return how many documents.

    A share ``changed`` of the documents, evenly spread, has one sentence more in every paragraph than without.
    """
    directory.mkdir(parents=True, exist_ok=True)
    count = -(-passages // PER_DOCUMENT)
    altered = set(_altered(count, changed))
    for number in range(count):
        (directory / _name(number)).write_text(_document(seed, number, number in altered), encoding="utf-8")
    return count


def changed_files(passages: int, changed: float) -> list[str]:
    """Return the names of the files that `write_shelf` writes otherwise for this share."""
    return [_name(number) for number in _altered(-(-passages // PER_DOCUMENT), changed)]


def questions(passages: int, count: int, seed: int = 0) -> list[str]:
    """Return so many different questions, each of another paragraph as far as there are enough."""
    documents = -(-passages // PER_DOCUMENT)
    asked: dict[str, None] = {}
    for turn in range(PARAGRAPHS):
        for number in _spread(documents, min(count, documents)):
            asked[list(_facts(random.Random(f"{seed}/{number}")))[turn][0].question] = None
            if len(asked) == count:
                return list(asked)
    return list(asked)


def _name(number: int) -> str:
    return f"doc{number:06}.md"


def _altered(count: int, changed: float) -> list[int]:
    return _spread(count, max(1, round(count * changed))) if changed else []


def _spread(count: int, some: int) -> list[int]:
    return [at * count // some for at in range(some)]


def _document(seed: int, number: int, altered: bool) -> str:
    rng = random.Random(f"{seed}/{number}")
    paragraphs = [text for _, text in _facts(rng)]
    if altered:
        paragraphs = [f"{text}その後、{rng.choice(_EFFECTS)}に変わりはない。" for text in paragraphs]
    half = PARAGRAPHS // 2
    author = rng.choice(_SURNAMES) + rng.choice(_GIVEN)
    head = (
        f"---\ntitle: 地方の記録 第{number + 1}号\nauthor: {author}\ndate: 2024-06-01\nlang: ja\nsourced: false\n---\n"
    )
    parts = [head, "## 前半の動き", *paragraphs[:half], "## 後半の動き", *paragraphs[half:]]
    return "\n\n".join(parts) + "\n"


def _facts(rng: random.Random) -> Iterator[tuple[Fact, str]]:
    """Yield what each paragraph of a document tells, with its text of three sentences, some 150 characters."""
    for _ in range(PARAGRAPHS):
        fact = Fact(rng.choice(_BODIES), rng.choice(_PLACES), rng.choice(_MATTERS), rng.choice(_DEEDS))
        who = rng.choice(_SURNAMES) + rng.choice(_GIVEN)
        day = f"20{rng.randint(10, 23)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日"
        effect, share, reason = rng.choice(_EFFECTS), rng.randint(2, 60), rng.choice(_REASONS)
        other, cost = rng.choice(_MATTERS), rng.randint(12, 980)
        yield (
            fact,
            f"{fact.place}の{fact.body}は、{day}に{fact.matter}を{fact.deed}した。"
            f"責任者の{who}は、{reason}のために{other}の計画も見直し、{effect}が前年より{share}％"
            f"{rng.choice(('増えた', '減った'))}と説明した。"
            f"費用は{cost}万円で、{rng.choice(_PLACES)}市と{rng.choice(_BODIES)}が半分ずつ負担し、"
            f"残りの作業は{rng.randint(2, 9)}か月のうちに終わる見通しである。",
        )
