"""The bodies, places and countries that a Chinese text names, and the people it names in transliterated signs.

Invariant: a name is a slice of one sentence, ends in the word that says what it is, and begins where a sign that is no
part of a name stands before it, or where the text has it again behind another sign; where neither shows it is left out.
Only closed classes are listed (endings of names, words of grammar, the signs of transliteration, the states).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from corpus.document import Span

# What 该国, 该行 … stand for: the endings of a name, and the signs behind an ending that make it another word.
_COMPANY = (
    "有限公司|公司|集团|集團|控股|企业|航空|百货|超市|重工|造船|电子|科技|能源|石油|汽车|药业|制药|钢铁|传媒|保险|证券|地产|置业"
    "|食品|乳业|实业|股份"
)
KINDS: dict[str, str] = {
    "国": "国(?![际内外民籍务企营有产立土庆歌旗货债防])|國(?![際內外民])",
    "行": "银行|央行|銀行",
    "银行": "银行|央行|銀行",
    "集团": "集团",
    "公司": _COMPANY,
    "企业": _COMPANY,
    "市": "市(?![场場长長民区值容面价郊集])",
    "县": "县(?![长城域])",
    "省": "省(?![长份会城])",
    "州": "州(?![长])",
    "区": "区(?![域长别间块])",
    "镇": "镇(?![长])",
    "村": "村(?![民长庄里落])",
    "岛": "岛(?![屿国民上])",
    "港": "港(?![口元币湾务])",
    "部": "部(?![长長分门門队隊署落位件])",
    "局": "局(?![长長面势部限])",
    "厅": "厅(?![长])",
    "署": "署(?![长])",
    "处": "处(?![长理于在罚境])",
    "委员会": "委员会",
    "会": "协会|委员会|学会|联合会|工会|商会|议会|基金会|研究会",
    "协会": "协会",
    "工会": "工会",
    "基金": "基金(?!会)",
    "基金会": "基金会",
    "党": "党(?![员派校委内])|联盟|阵线",
    "政党": "党(?![员派校委内])|联盟|阵线",
    "校": "大学|学院|中学|小学|学校",
    "大学": "大学",
    "学院": "学院",
    "学校": "大学|学院|中学|小学|学校",
    "院": "医院|研究院|法院|学院|检察院|剧院",
    "法院": "法院",
    "医院": "医院",
    "研究院": "研究院",
    "研究所": "研究所",
    "所": "研究所|事务所|派出所",
    "馆": "博物馆|图书馆|美术馆|纪念馆|档案馆|体育馆|馆(?![长子])",
    "博物馆": "博物馆",
    "图书馆": "图书馆",
    "厂": "厂(?![长房家商])",
    "站": "站(?![长点台在])",
    "店": "店(?![铺主员长])|书屋|餐厅",
    "社": "社(?![区会团长])",
    "队": "队(?![员伍长])",
    "报": "日报|晚报|时报|周报|早报",
    "机构": "机构|中心|研究所|研究院|协会|基金会|委员会|组织|银行",
    "组织": "组织|协会|联盟|基金会|联合会",
    "中心": "中心",
    "政府": "政府",
    "法案": "法案",
    "场": "[盐鹽农農林牧渔漁猎茶矿礦机機市剧劇球会會工]场(?![长長署地所景面合])",
    "号": "[商盐鹽茶票布粮糧米药藥][号號](?![码碼称稱召])",
}
BODIES = "|".join(dict.fromkeys(KINDS[one] for one in ("公司", "行", "会", "院", "校", "机构", "基金", "局", "政府")))
# How a body is called that the text gives a name in quotes (名叫“禾间”的年轻公司), and the short form it announces.
CALLED = re.compile(
    r"(?:名叫|名为|名為|叫做|叫作|称为|稱為)[“「《](?P<name>[^“”「」《》]{1,20})[”」》]的[^，。；]{0,6}\Z"
)
_SHORT_FORM = re.compile(r"(?:简称|簡稱)为?[：:]?[“「《]?[一-鿿]{0,8}\Z")
_NO_NAME = re.compile(
    r"(?:[全各每我本外两三四五六七八九十几数多他邻大小强弱祖爱岛王帝异某该此另同整当跨其哪万]|成员|缔约|主权|东道|进口|出口|债权|债务|盟|产油"
    r"|原产|生产|消费|共和|发展中|贫困|周边|邻近|大多数|许多|所有|一些|多数|个|家|间|座|所|支|中央|国有|国营|私营|民营|上市|跨国|有限"
    r"|股份|商业|投资|有限责任|省|城|都|城市|这|那|子|母|分|总|国家|地方|当地|本地|新|老|人民|市)\Z"
    r"|.*(?:大|中小|小|座|级)城|.*[全各每本两总干我邻他几数个家座位]\Z|[该此这那双其].*\Z"
)
# Signs that stand before a noun and are no part of a name; those added in the second may begin one, or end a verb.
_SURE = frozenset("的由在与與和向对對从從被于於是把将將及跟给比让讓使了着过過")
_CUT = re.compile(
    r"[的由在与與向从從被于於是把将將跟给让讓使了着过過為到至称稱即并並]|(?<!共)和(?![平谐])|[对對](?!外)|比(?!利)|(?<!埃)及|有(?![限色])|为"
    r"|以(?!色)|出(?!版|口)|经(?![济贸营])|等(?!级)"
)
_RUN = re.compile(r"[一-鿿·]+\Z")
# A name behind what the body is (最大的水产公司丸海水产): up to a word of grammar or a verb of saying.
_NAME_BEHIND = re.compile(
    r"(?![总总董副负经员方内旗的在将已与和也都曾由对向于有是被把则却正仍还说称])[一-鿿]{2,6}?(?=[在将已与和也都曾由对向于是被则却正仍还说称，。；（]|宣布|表示)"
)
_UNIT = re.compile(r"[年月日号次家个座所位名项]+")
_LEAD = re.compile(
    r"(?:目前|如今|现在|此前|此后|随后|当时|后来|但是|但|而且|而|因此|所以|同时|其中|不过|然而|虽然|由于|如果|即使|尽管|因为|并且|又|也|则|只有|就连|连"
    r"|当|据|今年|去年|明年|首先|其次|最后|最终|另外|此外|其后|不久|近年来|上述|作为|根据|按照|除了|除|自|就|以及|其|这[家个座所]|[一二两三四五六七八九十几数多]+[家个座所位名项]"
    r"|最大|前往|来自|位于|访问|寻求|要求|批评|指责|起诉|收购|加入|离开|参加|担任|原任|曾任|通过|告诉|委托|成立|创办|邻国|邻县|邻市|现任|前任|时任|前)"
)
_BACK, _FAR = 14, 30  # signs before the ending of a name that may be its own, and that may tell how it is called
FOREIGN_SIGNS = (
    "阿埃艾安奥巴拜班邦贝本比彼宾波伯博布查达戴丹道德邓迪蒂丁东杜多顿厄恩尔法范菲费芬丰弗福夫佛盖冈高戈格古哈海汉亨霍基吉加贾简杰金卡凯坎康考柯科克肯孔库夸奎"
    "拉莱赖兰劳勒雷黎里利列林琳隆卢鲁路伦罗洛马玛迈麦曼芒梅门蒙米密摩莫姆穆拿纳娜南内尼妮宁纽努诺欧帕潘庞佩彭皮珀普齐奇恰乔切琼丘热仁日荣瑞若萨塞赛桑沙莎绍舍"
    "施什史舒斯丝思苏索塔泰坦汤唐特滕提廷图托瓦万旺威韦维魏温文沃乌武西希锡夏肖谢辛欣许雅亚扬耶叶伊易因英尤约泽扎詹兹佐朱祖贡宗"
    "赫翰逊森娅弥仑圭吕昂朗茨蕾茜柏黛珍露蓓琪奈涅卜赞蔡绪朔彻"
)
FOREIGN = rf"[{FOREIGN_SIGNS}]{{2,7}}(?:·[{FOREIGN_SIGNS}]{{1,7}})*"
# The states whose Chinese names do not end in 国.
_STATES = re.compile(
    "日本|朝鲜|越南|老挝|柬埔寨|缅甸|马来西亚|新加坡|印度尼西亚|印尼|菲律宾|文莱|蒙古|印度(?!尼|洋)|巴基斯坦|孟加拉国|斯里兰卡|尼泊尔|不丹"
    "|阿富汗|伊朗|伊拉克|叙利亚|约旦|黎巴嫩|以色列|巴勒斯坦|沙特阿拉伯|沙特|也门|阿曼|卡塔尔|科威特|巴林|土耳其|哈萨克斯坦|乌兹别克斯坦"
    "|吉尔吉斯斯坦|塔吉克斯坦|土库曼斯坦|格鲁吉亚|亚美尼亚|阿塞拜疆|俄罗斯|乌克兰|白俄罗斯|波兰|捷克|斯洛伐克|匈牙利|罗马尼亚|保加利亚"
    "|塞尔维亚|克罗地亚|斯洛文尼亚|阿尔巴尼亚|希腊|意大利|西班牙|葡萄牙|荷兰|比利时|卢森堡|瑞士|瑞典|挪威|芬兰|丹麦|冰岛|爱尔兰|奥地利"
    "|爱沙尼亚|拉脱维亚|立陶宛|加拿大|墨西哥|古巴|巴拿马|委内瑞拉|哥伦比亚|厄瓜多尔|秘鲁|玻利维亚|智利|阿根廷|巴西|乌拉圭|巴拉圭|埃及"
    "|利比亚|突尼斯|阿尔及利亚|摩洛哥|苏丹|埃塞俄比亚|肯尼亚|坦桑尼亚|乌干达|尼日利亚|加纳|南非|安哥拉|莫桑比克|津巴布韦|赞比亚|澳大利亚"
    "|新西兰|斐济|巴布亚新几内亚"
)


def named(text: str, scope: Span, endings: str) -> list[Span]:
    """Return the names of a stretch that end in one of ``endings`` (a pattern), in order, each place once."""
    found = [
        one
        for match in re.compile(endings).finditer(text, scope.start, scope.end)
        if (one := _whole(text, scope, match)) is not None
    ]
    return [one for one in found if not any(two != one and two.start <= one.start < two.end for two in found)]


def countries(text: str, scope: Span) -> list[Span]:
    """Return the states that a stretch names, each once, in order of the text."""
    found = [*named(text, scope, KINDS["国"]), *(Span(*one.span()) for one in _STATES.finditer(text, *_ends(scope)))]
    once = {text[one.start : one.end]: one for one in sorted(found, key=lambda one: -one.start)}
    return sorted(once.values(), key=lambda one: one.start)


def distinct(text: str, spans: Sequence[Span]) -> dict[str, Span]:
    """Return places by what they say, the last of each; of two names the shorter is dropped that the longer ends in."""
    said = {text[one.start : one.end]: one for one in spans}
    return {name: one for name, one in said.items() if not any(o != name and o.endswith(name) for o in said)}


def transliterated(text: str, offices: str, verbs: str) -> Iterator[str]:
    """Yield the names of people in signs of transliteration: behind a post, or before a verb and named again."""
    for match in re.finditer(rf"(?:{offices})(?P<name>[一-鿿]{{2,5}}(?:·[{FOREIGN_SIGNS}]{{1,7}})+)", text):
        yield _shortened(text, match["name"])  # the dot shows the name, whatever its signs
    for match in re.finditer(rf"(?:{offices})(?P<name>{FOREIGN})", text):
        name = _shortened(text, match["name"])
        if "·" in name or len(name) > _SHORT or text.count(name) > 1:
            yield name
    for match in re.finditer(rf"(?<![一-鿿·])(?P<name>{FOREIGN})(?={verbs})", text):
        name = _shortened(text, match["name"])
        if "·" in name or (len(name) > _SHORT and text.count(name) > 1):
            yield name


_SHORT = 2


def _shortened(text: str, name: str) -> str:
    """Return a name without the signs at its end that only follow it once (卡布雷拉加强)."""
    while len(name) > _SHORT and text.count(name[:-1]) > text.count(name):
        name = name[:-1]
    return name.rstrip("·")


def _ends(scope: Span) -> tuple[int, int]:
    return scope.start, scope.end


def _whole(text: str, scope: Span, ending: re.Match[str]) -> Span | None:
    """Return the name that ends in an ending, or None where its beginning does not show."""
    near = max(scope.start, ending.start() - _FAR)
    if called := CALLED.search(text, near, ending.start()):
        return Span(*called.span("name"))
    if _SHORT_FORM.search(text, near, ending.start()):
        return None
    first = max(scope.start, ending.start() - _BACK)
    run = _RUN.search(text, first, ending.start())
    begin = run.start() if run else ending.start()
    sure = first < begin or begin == scope.start
    if sure and (unit := _UNIT.match(text, begin, ending.start())) and re.match(r"\d", text[begin - 1 : begin]):
        begin = unit.end()
    for cut in _CUT.finditer(text, begin, ending.start()):
        begin, sure = cut.end(), cut[0] in _SURE
    while (lead := _LEAD.match(text, begin, ending.start())) is not None:
        begin, sure = lead.end(), True
    if again := _again(text, text[begin : ending.end()], ending.end() - ending.start()):
        begin, sure = ending.end() - len(again), True
    body = text[begin : ending.start()]
    if not sure or not body or _NO_NAME.fullmatch(body):
        return None
    more = _NAME_BEHIND.match(text, ending.end(), scope.end) if text[begin - 1 : begin] == "的" else None
    return Span(begin, more.end() if more and text.count(text[begin : ending.end()]) == 1 else ending.end())


@lru_cache(4096)
def _again(text: str, whole: str, ending: int) -> str:
    """Return the end of a phrase that stands elsewhere where a name begins, or an empty string.

    The longest that the text has twice is taken, else the longest.
    """
    parts = [whole[skip:] for skip in range(len(whole) - ending)]
    parts = [
        part
        for part in parts
        if len(part) >= _SHORT + (ending > 1) and not _NO_NAME.fullmatch(part[:-ending]) and _begins(text, part)
    ]
    return next((part for part in parts if text.count(part) > 1), parts[0] if parts else "")


def _begins(text: str, part: str) -> bool:
    """Say whether a name stands anywhere at the head of a clause or a line, or behind a word of grammar."""
    at = text.find(part)
    while at > 0 and _HAN.match(text[at - 1]) and text[at - 1] not in _SURE:
        at = text.find(part, at + 1)
    return at >= 0


_HAN = re.compile("[一-鿿·]")
