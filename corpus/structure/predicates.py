"""What the end of a Japanese sentence tells of its subject: whether it is one who acts, and none that could be a thing.

Invariant: only closed classes of verbs, endings and nouns are listed, never words of a subject.
"""

from __future__ import annotations

import re

from corpus.structure.names_ja import HEAD
from corpus.structure.people import morphemes

# Verbs that happen: their subject is mostly a thing or an event, also where the sentence before is about somebody.
_HAPPENS = (
    "始ま|終わ|続[いくか]|増え|増し|減[っるりら]|起き|起こ[っりる]|生じ|広が|進[んむみ]|高ま|強ま|弱ま|伸び|上が"
    "|下が|落ち|変わ|決ま|整[っうい]|残[っるり]|集ま|現れ|見え|消え|止ま|とどま|及[んびぶ]|達[しす]"
    "|至[っるり]|当た|あた[っる]|かか[っるり]|つなが|届[いくか]|足り|欠け|目立|相次|浮[いか]|崩れ|壊れ|倒れ|流れ"
    "|漏れ|含ま|占め|超え|上回|下回|異な|違[いう]|似[てた]|分か[っるりれ]|わか[っるり]|要[しす]|通じ|沈[んみ]"
    "|傾[いく]"
    "|咲[いく]|降[っる]|吹[いく]|鳴[っる]|響[いく]|効[いく]|冷え|溶け|乾[いく]|燃え|焼け|割れ|切れ|折れ|破れ|抜け"
    "|外れ|遅れ|早ま|縮ま|縮ん|固ま|まとま|深ま|薄れ|揺れ|荒れ|次[いぐ]|よ[るっ]て?い|基づ|由来|相当|該当"
    "|完成|開通|終了|増加|減少|低下|上昇|拡大|縮小|悪化|発生|継続|存在|不足|停滞|成立|実現|普及|流行|登場|浸透|回復"
    "|一致|共通|推移|変化|集中|依存|位置|開業|休止|沈没|崩壊|消滅|成功|失敗"
)
_SAYING = (
    "述べ|話[しす]|語[っるり]|言[っい]|明か[しす]|認め|示[しす]|伝え|発表|表明|指摘|公表|説明|強調|訴え|主張|報告"
    "|約束|答え|明らかに[しす]|批判|振り返|決め|決定|書[いく]|記[しす]|呼びかけ|求め|促[しす]|誓[っう]|提案|反論"
    "|警告"
)
_TAIL = r"(?:た|だ|る|う|く|す|つ|ぬ|ぶ|む|ぐ|い|ます|ました|です)"
_END = rf"[^、。]{{0,8}}{_TAIL}[。]?$"
# A finite clause, と, and a verb: whatever verb it is, somebody says or thinks the clause.
_SAID = re.compile(
    r"(?:[」』]|ない|[たるだいう])(?P<at>と)(?:も|は|の(?:見方|考え|認識|意向|姿勢|立場|見解|懸念|予定|方針)[をも])?(?![あすみ見なさ思考い]|[一-鿿]*され|して)[^、。「」のがはを]{1,12}(?:た|だ|る|う|く|す|つ|ぶ|む|ます|ました)。?$"
)
_QUOTED = re.compile(rf"[」』]と(?:も)?[^、。「」のがはをい]{{1,10}}{_TAIL}。?$")
_PLANS = re.compile(
    r"(?:方針|考え|意向|予定|構え|つもり|計画)(?:だ|である|です|だった|でいる|(?:を|も)[^。、を]{1,8}(?:た|ている))。?$"
)
# What a writer adds to what is told of somebody without speaking for themselves (…したという, …したのである).
_ADDED = re.compile(
    r"(?:と(?:いう|いわれ(?:る|ている)|言われ(?:る|ている)|される|されている)|らしい|そうだ|の(?:だ|である|です)(?:った)?)。?$"
)
_HOLDS = re.compile(
    r"と(?:あ(?:る|った|ります)|み(?:る|ている"
    r"|られる|られている)|見(?:る|ている|られる|られている)|思(?:う|われる|います)|考え(?:る|られる|られている"
    r"|ます)|なる|なっている|なった|(?:書|記)かれ(?:ている|た)|記され(?:ている|た)"
    r"|伝えられ(?:る|ている)|推測される|いえる|言える|いえ(?:よう|ます)|言って(?:よい|いい)|いうことだ|のことだ"
    r"|する)。?$|(?:べき|わけ|はず|ところ|ため|から|もの|こと)(?:だ|である|です|だった|であった)。?$|(?:だろう"
    r"|であろう|でしょう|かもしれない|(?:ならば?|いけ|では|に違い|に過ぎ)ない|たい|ましょう|よう|か)。?$"
)
_TOOK_OFFICE = re.compile(
    rf"(?:{HEAD}|職)(?:と|に)(?:な(?:った|りました|る)|選(?:ばれた|出された)|任命された|(?:抜擢|起用|選任)された)。?$"
)
_IS = re.compile(
    rf"(?:歳|熱心|慎重|得意|苦手|好き|嫌い|上手|下手|無口|元気|頑固|几帳面|真面目|出身|育ち|生まれ|卒|一人|世代|仲|間柄|人物|持ち主|代目|{HEAD})(?:だった|だ|である|です|でした|でもある"
    r"|に当たる|にあたる|で)?。?$"
)
_WRITES = re.compile(
    r"^(?:なお|ちなみに|本(?:記事|稿|項|節|章|報告|論文)で)|申し上げ|いたしま|致しま|させていただ|いただ[いきけ]|ください(?!まし)|下さい(?!まし)|お(?:知らせ|届け"
    r"|願い|待ち|詫び)し|ご(?:案内|報告|紹介|連絡)し"
)
_OBJECT = re.compile(r"を(?!めぐ|巡|通じ|通して|中心|もと|基に|含|除|問わ|はじめ|始め|経て)")
_BECAME = re.compile(r"る(?:ように|まで(?:に|にも)?)な(?:る|った|っている|りました|ります)$")


def reports(sentence: str) -> bool:
    """Say whether a sentence ends in what its writer holds, so that its subject may be anyone."""
    return bool(_HOLDS.search(bare(sentence)))


def bare(sentence: str) -> str:
    """Return a sentence without what its writer adds behind it (という, のである)."""
    return _ADDED.sub("", sentence.rstrip())


def speaks(sentence: str) -> bool:
    """Say whether a sentence speaks for its writer: in words of politeness, or as an afterthought (なお)."""
    return bool(_WRITES.search(sentence))


def says(sentence: str) -> bool:
    """Say whether a sentence tells what somebody said or means to do."""
    return bool(_QUOTED.search(sentence) or _SAID.search(sentence) or _PLANS.search(sentence))


def complement(plain: str) -> int:
    """Return where the と stands behind what somebody says or thinks in a sentence without its quotes, or 0."""
    match = _SAID.search(plain)
    return match.start("at") if match else 0


def tells_saying(sentence: str) -> bool:
    """Say whether the last verb of a sentence is one of saying."""
    return bool(re.search(rf"(?:{_SAYING}){_END}", sentence))


def describes(sentence: str) -> bool:
    """Say whether a sentence tells who somebody is: an age, an origin, a post taken."""
    return bool(_TOOK_OFFICE.search(sentence) or _IS.search(sentence) or re.search("に(?:いた|いました)。?$", sentence))


def happens(noun: str) -> bool:
    """Say whether a noun of action names what merely happens (成功, 増加)."""
    return bool(re.match(_HAPPENS, noun))


def has_object(plain: str) -> bool:
    """Say whether を marks an object in a sentence without its quotes."""
    return bool(_OBJECT.search(plain))


def acts_last(plain: str) -> bool:
    """Say whether a sentence without its quotes ends in a verb in the active voice that does not merely happen."""
    plain = re.sub(r"(?<=[てで])(?:おられ|は?い)", "い", _BECAME.sub("る", plain.rstrip("。 　")))  # 作っておられた
    read = morphemes(plain)
    verb = len(read)
    while verb and read[verb - 1][1].startswith((*_ENDINGS, "動詞")):
        verb -= 1
    if verb and "サ変" in read[verb - 1][1]:
        verb -= 1
    while verb < len(read) and not (read[verb][1].startswith("動詞") or "サ変" in read[verb][1]):
        verb += 1
    if verb == len(read):
        return False
    tail = [surface for surface, kind, _ in read[verb + 1 :]]
    if any(
        surface in ("れ", "られ", "れる", "られる", "なっ", "なる", "でき", "できる", "あっ", "ある")
        for surface in tail
    ):
        return False
    if not read[verb][1].startswith("動詞") and not any(surface.startswith(("し", "す")) for surface in tail[:1]):
        return False
    if read[verb][0] in ("あっ", "ある", "あり", "い", "いる", "なっ", "なる", "なり", "でき", "できる"):
        return False
    return not re.match(_HAPPENS, read[verb][0] + "".join(tail))


_ENDINGS = ("助動詞", "動詞,非自立", "助詞,接続助詞", "助詞,終助詞", "形容詞,非自立", "接尾辞")


_DID = re.compile(r"(?<![られさだあなきか])(?:した|った|いた|[いん]だ|[えけげせてねべめりじき]た)。[」』]?$")
_BEFELL = re.compile(
    r"(?:[らさかたなまわがばれ]れた|られた|であった|だった|があった|となった|になった|かった)。[」』]?$"
)
_CASES = frozenset(("で", "に", "と", "から", "へ", "まで", "て", "より", "だ", "た", "い"))


def did_plainly(plain: str) -> bool:
    """Say whether a sentence, its quotes masked, ends on what someone did and marks nothing with は, が or も."""
    told = plain.rstrip()
    if not _DID.search(told) or _BEFELL.search(told):
        return False
    before = ""
    for surface, kind, _ in morphemes(told):
        if kind.startswith("助詞") and surface in ("は", "が", "も") and before not in _CASES:
            return False
        before = surface
    return True
