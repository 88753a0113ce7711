"""How a word in Han characters or kana sounds, as Latin letters and as Hangul write it: names cross scripts by sound.

Invariant: a key is all that two spellings of one sound share, for some writers tell long vowels, Hepburn's m for n,
lenis and aspirated consonants apart and others do not. A name may be read in Japanese and in Chinese; Korean has a
reading of its own for every character (李強: liqiang; 리창, 이강).
"""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from corpus.morphology import names_something, reading

# Kana with its Hepburn romanisation and its Hangul (National Institute of Korean Language, loanword orthography).
_KANA = """
    ア:a:아 イ:i:이 ウ:u:우 エ:e:에 オ:o:오 カ:ka:가 キ:ki:기 ク:ku:구 ケ:ke:게 コ:ko:고 サ:sa:사 シ:shi:시
    ス:su:스 セ:se:세 ソ:so:소 タ:ta:다 チ:chi:지 ツ:tsu:쓰 テ:te:데 ト:to:도 ナ:na:나 ニ:ni:니 ヌ:nu:누
    ネ:ne:네 ノ:no:노 ハ:ha:하 ヒ:hi:히 フ:fu:후 ヘ:he:헤 ホ:ho:호 マ:ma:마 ミ:mi:미 ム:mu:무 メ:me:메 モ:mo:모
    ヤ:ya:야 ユ:yu:유 ヨ:yo:요 ラ:ra:라 リ:ri:리 ル:ru:루 レ:re:레 ロ:ro:로 ワ:wa:와 ヲ:o:오 ガ:ga:가 ギ:gi:기
    グ:gu:구 ゲ:ge:게 ゴ:go:고 ザ:za:자 ジ:ji:지 ズ:zu:즈 ゼ:ze:제 ゾ:zo:조 ダ:da:다 ヂ:ji:지 ヅ:zu:즈 デ:de:데
    ド:do:도 バ:ba:바 ビ:bi:비 ブ:bu:부 ベ:be:베 ボ:bo:보 パ:pa:파 ピ:pi:피 プ:pu:푸 ペ:pe:페 ポ:po:포
    キャ:kya:갸 キュ:kyu:규 キョ:kyo:교 ギャ:gya:갸 ギュ:gyu:규 ギョ:gyo:교 シャ:sha:샤 シュ:shu:슈 ショ:sho:쇼
    ジャ:ja:자 ジュ:ju:주 ジョ:jo:조 チャ:cha:자 チュ:chu:주 チョ:cho:조 ニャ:nya:냐 ニュ:nyu:뉴 ニョ:nyo:뇨
    ヒャ:hya:햐 ヒュ:hyu:휴 ヒョ:hyo:효 ビャ:bya:뱌 ビュ:byu:뷰 ビョ:byo:뵤 ピャ:pya:퍄 ピュ:pyu:퓨 ピョ:pyo:표
    ミャ:mya:먀 ミュ:myu:뮤 ミョ:myo:묘 リャ:rya:랴 リュ:ryu:류 リョ:ryo:료 ヴ:vu:부 ファ:fa:파 フィ:fi:피
    フェ:fe:페 フォ:fo:포 ティ:ti:티 ディ:di:디 ウィ:wi:위 ウェ:we:웨 チェ:che:체 シェ:she:셰 ジェ:je:제 ン:n:ㄴ
    ッ:-:ㅅ
"""
# Pinyin by its initial and its final, the same institute's; a final behind no initial is spelt as y…, w….
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
_AFTER_PALATAL = {"ㅑ": "ㅏ", "ㅕ": "ㅓ", "ㅛ": "ㅗ", "ㅠ": "ㅜ", "ㅖ": "ㅔ"}  # behind ㅈ, ㅉ, ㅊ no y is written
_HUMMED = frozenset(("zh", "ch", "sh", "r", "z", "c", "s"))  # their i is 으
_LEADS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_TAILS = ["", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"]
_LEADS_LATIN = ("k", "kk", "n", "t", "tt", "r", "m", "p", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h")
_VOWELS_LATIN = (
    *("a", "ae", "ya", "yae", "o", "e", "yo", "ye", "o", "wa", "wae", "oe", "yo"),
    *("u", "wo", "we", "wi", "yu", "u", "ui", "i"),
)
_TAILS_LATIN = {"ㄱ": "k", "ㄴ": "n", "ㄹ": "l", "ㅁ": "m", "ㅂ": "p", "ㅅ": "t", "ㅇ": "ng"}
_ALIKE = str.maketrans("ㄲㅋㄸㅌㅃㅆㅉㅊ", "ㄱㄱㄷㄷㅂㅅㅈㅈ")
_Y_VOWELS = frozenset("ㅑㅒㅕㅖㅛㅠㅣ")
_LONG = re.compile("(?<=[오고소도노호모요로조보포교쇼뇨효묘료])[우오]|(?<=[우구스후무유루주부규슈뉴류])우")
_HAN = re.compile("[\u4e00-\u9fff]+")


def in_latin(word: str) -> frozenset[str]:
    """Return the keys of what a word sounds like in Latin letters: by its characters in Chinese, a name in Japanese."""
    keys = {latin_key("".join(_pinyin(word)))} if _HAN.fullmatch(word) else set()
    if names_something(word):
        keys.add(latin_key("".join(latin for latin, _ in _kana(word))))
    return frozenset(keys - {""})


def in_hangul(word: str) -> frozenset[str]:
    """Return the keys of how a name sounds in Hangul, read in Japanese or by its characters in Chinese."""
    if not names_something(word):
        return frozenset()
    keys = {hangul_key(_joined([hangul for _, hangul in _kana(word)]))}
    if _HAN.fullmatch(word):
        keys.add(hangul_key("".join(_syllable(sound) for sound in _pinyin(word))))
    return frozenset(keys - {""})


def korean_readings(word: str) -> frozenset[str]:
    """Return how Korean reads a word in Han characters, as South and North begin it; empty for other words."""
    if not _HAN.fullmatch(word):
        return frozenset()
    read = _korean(word)
    family = {"김" + read[1:]} if word[0] == "金" else set()  # so read as a family name alone
    return frozenset({read, _softened(read)} | family)


def korean_in_latin(word: str) -> frozenset[str]:
    """Return the keys of how a name in Han characters sounds in Korean, in Latin letters (金正恩, Kim Jong Un)."""
    if not names_something(word):
        return frozenset()
    return frozenset(korean_latin_key(_romanised(read)) for read in korean_readings(word)) - {""}


def korean_latin_key(text: str) -> str:
    """Return what the romanisations of Korean share: none tells voiced, aspirated and plain consonants apart alike."""
    letters = re.sub("eo", "o", re.sub("eu", "u", latin_key(text)))
    return re.sub("j", "ch", re.sub(r"(?<=[ktp])h", "", letters.translate(str.maketrans("gdb", "ktp"))))


def latin_key(text: str) -> str:
    """Return what spellings of one sound in Latin letters share: letters, long vowels short, n for m before a lip."""
    letters = "".join(character for character in text.lower() if "a" <= character <= "z")
    letters = re.sub(r"m(?=[bmp])", "n", letters)
    return re.sub(r"ou|oo|oh(?![aeiouy])", "o", re.sub(r"uu", "u", letters))


def hangul_key(text: str) -> str:
    """Return what spellings of one sound in Hangul share: its letters apart, lenis for tense and aspirated ones."""
    apart = ""
    for character in _LONG.sub("", text).replace("츠", "쓰"):
        place = ord(character) - 0xAC00
        if not 0 <= place < 11172:
            return ""
        tail = _TAILS[place % 28].replace("ㅅ", "")  # a long consonant, that some leave out
        apart += (_LEADS[place // 588] + _VOWELS[place % 588 // 28] + tail).translate(_ALIKE)
    return apart


@cache
def _kana_table() -> dict[str, tuple[str, str]]:
    rows = (row.split(":") for row in _KANA.split())
    return {kana: (latin, hangul) for kana, latin, hangul in rows}


@cache
def _table(listed: str) -> dict[str, str]:
    """Return a list of ``spelling:Hangul`` as a table."""
    return dict(row.split(":") for row in listed.split())


def _kana(word: str) -> list[tuple[str, str]]:
    """Return a word's Japanese reading mora by mora, in Latin letters and in Hangul; empty where it is not known."""
    read, table, found, at = reading(word), _kana_table(), [], 0
    while at < len(read):
        size = 2 if read[at : at + 2] in table else 1
        mora = read[at : at + size]
        at += size
        if mora == "ー":
            continue
        if mora not in table:
            return []
        latin, hangul = table[mora]
        if latin == "-":  # the consonant that follows is long
            after = table.get(read[at : at + 2]) or table.get(read[at : at + 1]) or ("", "")
            latin = "t" if after[0].startswith("ch") else after[0][:1]
        found.append((latin, hangul))
    return found


def _joined(parts: list[str]) -> str:
    """Put syllables together: a lone consonant closes the one before it."""
    out = ""
    for part in parts:
        if part in _TAILS and out and (ord(out[-1]) - 0xAC00) % 28 == 0:
            out = out[:-1] + chr(ord(out[-1]) + _TAILS.index(part))
        else:
            out += part
    return out


def _pinyin(word: str) -> list[str]:
    from pypinyin import lazy_pinyin  # noqa: PLC0415  0.3 s that only questions in another script pay

    return list(lazy_pinyin(word, v_to_u=False))


def _syllable(sound: str) -> str:
    """Return a syllable of pinyin in Hangul, or nothing where it is none."""
    initials, finals = _table(_INITIALS), _table(_FINALS)
    if sound in _table(_ALONE) or sound in finals:
        return _table(_ALONE).get(sound) or finals[sound]
    initial = next((start for start in (sound[:2], sound[:1]) if start in initials), "")
    final = sound[len(initial) :]
    if initial in _HUMMED and final == "i":
        return _with_lead("으", initials[initial])
    if initial in ("j", "q", "x") and final.startswith("u"):
        final = "v" + final[1:]
    if not initial or final not in finals:
        return ""
    return _with_lead(finals[final], initials[initial])


def _with_lead(syllables: str, lead: str) -> str:
    """Put a consonant before syllables that begin with none."""
    place = ord(syllables[0]) - 0xAC00
    vowel = _VOWELS[place % 588 // 28]
    if lead in "ㅈㅉㅊ":
        vowel = _AFTER_PALATAL.get(vowel, vowel)
    first = chr(0xAC00 + _LEADS.index(lead) * 588 + _VOWELS.index(vowel) * 28 + place % 28)
    return first + syllables[1:]


def _romanised(read: str) -> str:
    """Return Hangul in Latin letters, each syllable by itself; nothing where it is no Hangul."""
    out = ""
    for character in read:
        place = ord(character) - 0xAC00
        if not 0 <= place < 11172:
            return ""
        out += _LEADS_LATIN[place // 588] + _VOWELS_LATIN[place % 588 // 28] + _TAILS_LATIN.get(_TAILS[place % 28], "")
    return out


@cache
def _korean_table() -> dict[str, str]:
    lines = (files("retrieval") / "hangul.txt").read_text("utf-8").splitlines()
    return {character: line[0] for line in lines if not line.startswith("#") for character in line[1:]}


def _korean(word: str) -> str:
    """Return how Korean reads the characters of a word, each by itself."""
    return "".join(_korean_table().get(character, " ") for character in word)


def _softened(read: str) -> str:
    """Return a reading as South Korea begins a word: without ㄹ, and without ㄴ before i and y."""
    place = ord(read[0]) - 0xAC00
    if not 0 <= place < 11172:
        return read
    lead, vowel = _LEADS[place // 588], _VOWELS[place % 588 // 28]
    if lead not in "ㄹㄴ":
        return read
    new = "ㅇ" if vowel in _Y_VOWELS else "ㄴ"
    return chr(0xAC00 + _LEADS.index(new) * 588 + place % 588) + read[1:]
