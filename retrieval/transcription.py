"""How Hangul and Latin letters write the sounds of Japanese and Chinese.

The Hangul is that of the loanword orthography of the National Institute of Korean Language, the Latin letters are
Hepburn's and pinyin. Invariant: any kana has a transcription, for a small letter changes the one before it by rule.
"""

from __future__ import annotations

from functools import cache

from retrieval.syllables import TAILS, joined, parted

# Kana that no rule derives: Hepburn and Hangul.
_KANA = """
    ア:a:아 イ:i:이 ウ:u:우 エ:e:에 オ:o:오 カ:ka:가 キ:ki:기 ク:ku:구 ケ:ke:게 コ:ko:고 サ:sa:사 シ:shi:시
    ス:su:스 セ:se:세 ソ:so:소 タ:ta:다 チ:chi:지 ツ:tsu:쓰 テ:te:데 ト:to:도 ナ:na:나 ニ:ni:니 ヌ:nu:누
    ネ:ne:네 ノ:no:노 ハ:ha:하 ヒ:hi:히 フ:fu:후 ヘ:he:헤 ホ:ho:호 マ:ma:마 ミ:mi:미 ム:mu:무 メ:me:메 モ:mo:모
    ヤ:ya:야 ユ:yu:유 ヨ:yo:요 ラ:ra:라 リ:ri:리 ル:ru:루 レ:re:레 ロ:ro:로 ワ:wa:와 ヰ:i:이 ヱ:e:에 ヲ:o:오
    ガ:ga:가 ギ:gi:기 グ:gu:구 ゲ:ge:게 ゴ:go:고 ザ:za:자 ジ:ji:지 ズ:zu:즈 ゼ:ze:제 ゾ:zo:조 ダ:da:다 ヂ:ji:지
    ヅ:zu:즈 デ:de:데 ド:do:도 バ:ba:바 ビ:bi:비 ブ:bu:부 ベ:be:베 ボ:bo:보 パ:pa:파 ピ:pi:피 プ:pu:푸 ペ:pe:페
    ポ:po:포 ヴ:vu:부 ヷ:va:바 ヸ:vi:비 ヹ:ve:베 ヺ:vo:보 ァ:a:아 ィ:i:이 ゥ:u:우 ェ:e:에 ォ:o:오 ャ:ya:야 ュ:yu:유
    ョ:yo:요 ヮ:wa:와 ヵ:ka:가 ヶ:ga:가 ウィ:wi:위 ウェ:we:웨 ウォ:wo:워 イェ:ye:예 ファ:fa:파 フィ:fi:피 フェ:fe:페
    フォ:fo:포 フュ:fyu:퓨 シェ:she:셰 ン:n:ㄴ ッ:-:ㅅ
"""
_SMALL = dict(zip("ァィゥェォャュョヮ", ("a", "i", "u", "e", "o", "ya", "yu", "yo", "wa"), strict=True))
_SMALL_VOWELS = dict(zip(_SMALL, "ㅏㅣㅜㅔㅗㅑㅠㅛㅘ", strict=True))
_ROUNDED = {"a": "ㅘ", "i": "ㅟ", "e": "ㅞ", "o": "ㅝ"}  # クァ is kwa: ku keeps its lips
# Pinyin by its initial and its final; a final behind no initial is spelt as y…, w….
_INITIALS = """
    b:ㅂ p:ㅍ m:ㅁ f:ㅍ d:ㄷ t:ㅌ n:ㄴ l:ㄹ g:ㄱ k:ㅋ h:ㅎ j:ㅈ q:ㅊ x:ㅅ zh:ㅈ ch:ㅊ sh:ㅅ r:ㄹ z:ㅉ c:ㅊ s:ㅆ
"""
_FINALS = """
    a:아 o:오 e:어 i:이 u:우 v:위 ai:아이 ei:에이 ao:아오 ou:어우 an:안 en:언 ang:앙 eng:엉 er:얼 ong:웅 ia:야
    ie:예 iao:야오 iu:유 ian:옌 in:인 iang:양 ing:잉 iong:융 ua:와 uo:워 uai:와이 ui:우이 uan:완 un:운 uang:왕
    ve:웨 ue:웨 van:위안 vn:윈
"""
_ALONE = """
    yi:이 ya:야 yo:요 ye:예 yao:야오 you:유 yan:옌 yin:인 yang:양 ying:잉 yong:융 yu:위 yue:웨 yuan:위안 yun:윈
    wu:우 wa:와 wo:워 wai:와이 wei:웨이 wan:완 wen:원 wang:왕 weng:웡
"""
_PALATAL = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅛ": "ㅗ", "ㅠ": "ㅜ", "ㅖ": "ㅔ"}  # behind ㅈ, ㅉ, ㅊ no y is written
_HUMMED = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))  # their i is 으


def kana_in_latin(read: str) -> str:
    """Return katakana in Hepburn's letters without marks of length; empty where something else stands in it."""
    return "".join(latin for latin, _ in _morae(read))


def kana_in_hangul(read: str) -> str:
    """Return katakana in Hangul, voiceless as at the beginning of a word; empty where something else stands in it."""
    out = ""
    for _, part in _morae(read):
        last = parted(out[-1]) if out else None
        if part in TAILS:  # closes the syllable before it, where there is an open one
            out = out[:-1] + joined(last[0], last[1], part) if last and not last[2] else out
        else:
            out += part
    return out


def pinyin_in_hangul(sound: str) -> str:
    """Return a syllable of pinyin (ü as v or u) in Hangul; empty where it is none."""
    initials, finals = _table(_INITIALS), _table(_FINALS)
    if alone := _table(_ALONE).get(sound) or finals.get(sound):
        return alone
    initial = next((start for start in (sound[:2], sound[:1]) if start in initials), "")
    final = sound[len(initial) :]
    if initial in _HUMMED and final == "i":
        return _led(initials[initial], "으")
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    return _led(initials[initial], finals[final]) if initial and final in finals else ""


def _led(lead: str, syllables: str) -> str:
    """Put a consonant before syllables that begin with none."""
    first = parted(syllables[0])
    if first is None:
        return ""
    _, vowel, tail = first
    return joined(lead, _PALATAL.get(vowel, vowel) if lead in "ㅈㅉㅊ" else vowel, tail) + syllables[1:]


def _morae(read: str) -> list[tuple[str, str]]:
    """Return katakana mora by mora, in Latin letters and in Hangul; empty where something else stands in it."""
    found: list[tuple[str, str]] = []
    long = False
    at = 0
    while at < len(read):
        size = 2 if at + 1 < len(read) and read[at + 1] in _SMALL and read[at] not in "ッンー" else 1
        mora = _mora(read[at : at + size])
        at += size
        if read[at - size] == "ー":
            continue
        if mora is None:
            return []
        latin, hangul = mora
        if latin == "-":  # the consonant that follows is long
            long = True
            found.append(("", hangul))
            continue
        doubled = "t" if latin.startswith("ch") else latin[0]
        found.append((doubled + latin if long and doubled not in "aiueo" else latin, hangul))
        long = False
    return found


@cache
def _mora(kana: str) -> tuple[str, str] | None:
    """Return a kana, or one and a small one, in Latin letters and in Hangul."""
    table = _kana_table()
    if kana in table:
        return table[kana]
    base = table.get(kana[0])
    if base is None or len(kana) == 1:
        return None
    latin, hangul = base
    small, letters = _SMALL[kana[1]], parted(hangul)
    if letters is None:
        return None
    lead = letters[0]
    consonant = latin.rstrip("aiueo")
    if latin.endswith("u") and consonant in ("k", "g") and small in _ROUNDED:
        return consonant + "w" + small, joined(lead, _ROUNDED[small])
    if consonant in ("sh", "ch", "j"):
        small = small.removeprefix("y")
    written = _SMALL_VOWELS[kana[1]]
    return consonant + small, joined(lead, _PALATAL.get(written, written) if lead == "ㅈ" else written)


@cache
def _kana_table() -> dict[str, tuple[str, str]]:
    rows = (row.split(":") for row in _KANA.split())
    return {kana: (latin, hangul) for kana, latin, hangul in rows}


@cache
def _table(listed: str) -> dict[str, str]:
    """Return a list of ``spelling:Hangul`` as a table."""
    return dict(row.split(":") for row in listed.split())
