"""Characters that a reading machine takes for one another: closed classes of shapes, not of words.

Invariant: a class holds characters whose shapes are near in print, whatever words they make; which of them stands
where it should not is decided by `corpus.misprints.odds` from the words around it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain, permutations
from typing import Literal

from corpus.misprints.shapes import SHAPES

Kind = Literal["script", "size", "voice", "kana", "kanji"]

# One shape in two scripts.
_SCRIPTS = (
    "ロ口 ニ二 ー一 ハ八 カ力 ト卜 タ夕 エ工 チ千 オ才 ヘへ ベべ ペぺ リり ミ三 ヒ匕 ム厶 メ〆 セせ ヤや モも "
    "ウう カか キき"
)
_SIZES = ("ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ", "あいうえおつやゆよわアイウエオツヤユヨワ")
_VOICES = (
    "かきくけこさしすせそたちつてとはひふへほカキクケコサシスセソタチツテトハヒフヘホ"
    "はひふへほハヒフヘホばびぶべぼバビブベボ",
    "がぎぐげござじずぜぞだぢづでどばびぶべぼガギグゲゴザジズゼゾダヂヅデドバビブベボ"
    "ぱぴぷぺぽパピプペポぱぴぷぺぽパピプペポ",
)
_KANA = (
    "シツ ジヅ シン ソン ソリ ゾン ンリ ワク ウワ ワフ フヲ ラヲ ラテ ナメ コユ コロ スヌ アマ テチ ケク タク "
    "イト ミシ モセ ルレ ヒセ ネホ ノソ はほ ばぼ ぱぽ けは ぬめ ねれわ るろ さき ちら うら いり こに たに "
    "にな おあ くへ のめ しも すむ をき まよ そて"
)
_KANJI = (
    "未末朱 土士 千干于 大犬太丈天夫 人入八 日曰目 因困囚 微徴徽 遣遺 侯候 己已巳 官宮 石右左 白自百 "
    "間問聞開閉関 網綱鋼 緑縁録 輸輪論倫 貧貪貸賃貨 析折祈 栗粟 拍柏伯泊迫 持待特侍 偉違緯 験検険倹 壁璧 幣弊 "
    "衡衝 織識職 積績債責 側測則 複復腹 講構溝購 帥師 矛予 牛午 王玉主 住往注柱佳 今令 兵丘 借惜措 鳥烏島 "
    "氷永水 木本 成戌 治冶 斤斥 刀刃力 弟第 各名 免兎 孤狐弧 技枝 材村林 札礼 秋秩 科料 堀掘 塊魂 場揚湯陽 "
    "埋理 隅偶遇 隊墜 陣陳 除徐 降隆 限根眼 忘志 思恩 患忠 情清精請晴 慢漫 憶億 栽裁載戴 哀衷衰 幸辛 宣宜 宇字 "
    "完宗 寮療僚 察祭 密蜜 寄奇 崎埼 延廷 建健 律津 従徒 徹撤 担坦 抗坑 投役設 択沢訳 拾捨 授受 探深 推堆椎 "
    "提堤 揮輝 摘滴適敵 操燥 改攻政 新断 施旅族 明朋 署著暑 由田甲申曲 更吏 朝期 板坂版 概慨 模膜漠 次吹 残浅 "
    "毎母 氏民 決快 減滅 温湿 父交 獲穫護 環還 皿血 眠眼 着看 矢失 知和 社杜祉 福副幅 説税悦 考孝老 臣巨 若苦 "
    "補捕 貝具 連運 郡群 金全 陛階 電雷 頂項 飯飲 使便 何伺 位泣 体休 作昨 低底抵 係孫 個固 値植 倒到 倍培陪 "
    "動働 像象 儀義議 元完 党堂 内肉 円丹 拠処 別列 制製 券巻 効郊 勢熱 医区匹 卒率 原源 厚原 去云 反友 句旬 "
    "史吏 司同向 何向 吉告 員買 団困 境鏡 増憎贈 始治 季李 客容 室屋 小少 州川 工土 府附 席度 式武 応忙 必心 "
    "性姓牲 能熊態 我戦 手毛 打批 比批 指捨 旨易 案桜 械機 標橋 点無 焦集 熟熱 爪瓜 牧物 犯状 珍班 用留 病症 "
    "益盛 監盤 省県 短矩 紅経 紛粉 素累 絡給 絵経 維推 美義 習翌 荒茶 荷菊 落葉 覧監 角用 訂計 討計 紀記 貴費 "
    "豪豊 迎迷 鈴針 隠穏 徳得 諸緒 防坊妨訪 観勧歓権 核該刻 城域 壊懐 噴憤墳 抱泡砲飽 狭挟峡 描猫 墓幕暮慕募 "
    "殖植 疲被披 祥詳 遂逐 郎朗 祖租組粗阻 径経軽 帳張 彼波 仮坂 任住 代伐 供洪 浴俗 編偏遍 市巾 了子 万方 "
    "比北 伸仲 佐左 努怒 労努 呈皇 岐岬 垂乗 享亨亭 味昧 妹味 征往 裕袖 冠寛 貫賞 欠久 史古 占古 召台 旧旦 "
    "隣憐 推准 確権 催推 准準 首道 脳胸 会合 領頭 相想 東束 西酉 南商 国図 策築 発登 表衣 進準 議識 際祭 題顔 "
    "加功 力九 九丸 十千 五互 六大 七匕 八入 世也 外処 平乎 写与 示不 見貝 貿賀 易昜 対村 体本 場易 税祝 資貸 "
    "済斉 産彦 業菓 農豊 統続 続読 給紹 約的 級吸 終結 共其 典曲 具真 直真 値直 置直 員貝 負員 実美 形刑 型刑 "
    "研砕 究突 教救 育肓 校枝 院完 術街 衛街 後役 復後 得待 徒待"
)
# Left half, right half, and the character they make.
_HALVES = (
    "イ也他 イ言信 木木林 木目相 言十計 日月明 女子好 禾口和 禾斗科 火田畑 王里理 金同銅 弓長張 日寺時 木寸村 "
    "木支枝 禾重種 貝才財 言吾語 言己記 言舌話 糸且組 糸田細 糸工紅 糸各絡 糸冬終 馬尺駅 食官館 食反飯 土也地 "
    "土反坂 土成城 彳寺待 ネ申神 ネ土社 シ工江 矢口知 言正証 言義議 金失鉄 金帛錦 口乎呼 ロ乎呼 口鳥鳴 日青晴 "
    "木反板 木公松 石皮破 石少砂 女台始 イ士仕 イ主住 イ可何 イ木休"
)
_WHOLES = {made[:2]: made[2] for made in _HALVES.split()}


@cache
def _alike() -> dict[Kind, dict[str, str]]:
    classes: dict[Kind, Iterator[tuple[str, str]]] = {
        "script": _groups(_SCRIPTS),
        "size": _both(*_SIZES),
        "voice": _both(*_VOICES),
        "kana": _groups(_KANA),
        "kanji": chain(_groups(_KANJI), _pairs(_shapes())),
    }
    alike: dict[Kind, dict[str, str]] = {}
    for kind, pairs in classes.items():
        known = alike.setdefault(kind, {})
        for one, other in pairs:
            if other not in known.get(one, ""):
                known[one] = known.get(one, "") + other
    return alike


def lookalikes(char: str) -> tuple[tuple[str, Kind], ...]:
    """Return the characters that may be meant where this one is printed, each with why it is taken for the other."""
    return tuple((other, kind) for kind, known in _alike().items() for other in known.get(char, ""))


def listed(char: str) -> str:
    """Return the characters of the classes that were listed by hand for one kanji."""
    return "".join(other for one, other in _groups(_KANJI) if one == char)


@cache
def _shapes() -> dict[str, str]:
    return {shapes[0]: shapes[1:] for shapes in SHAPES.split()}


def drawn(printed: str, meant: str) -> bool:
    """Say whether two characters are alike by their drawings alone, and in no class that was listed by hand."""
    return meant in _shapes().get(printed, "")


def joined(halves: str) -> str:
    """Return the character whose left and right half two characters look like, or an empty string."""
    return _WHOLES.get(halves, "")


def _groups(groups: str) -> Iterator[tuple[str, str]]:
    for group in groups.split():
        yield from ((one, other) for one, other in permutations(group, 2))


def _pairs(alike: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for printed, meant in alike.items():
        yield from ((printed, one) for one in meant)


def _both(left: str, right: str) -> Iterator[tuple[str, str]]:
    for one, other in zip(left, right, strict=True):
        yield from ((one, other), (other, one))
