"""People and posts in English, Korean and Chinese, where they stand beside a name: 과장, 外交部长.

Invariant: a name begins with a capital that is no title, with a Korean surname, or with a Chinese one; where its end
is not shown by what stands around it, it is no name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.frequency import zipf
from corpus.normalize import simplified
from corpus.structure.dates import find_dates
from corpus.structure.people import is_person, surname
from corpus.structure.posts import Person, Place, in_order, person
from corpus.structure.posts_dotted import dotted_people
from corpus.structure.posts_en import EN_OFFICE, ENGLISH, departed, more_english, parted
from corpus.structure.posts_en_told import told_english
from corpus.structure.posts_more import more_chinese, more_korean, of_former
from corpus.structure.posts_zh import within_clauses
from corpus.structure.roles import ORGANISATION
from corpus.structure.sides_ko import NAMED_STATES

_KO_OFFICE = (
    "대통령|총리|장관|차관|총재|위원장|위원|의장|의원|시장|부시장|도지사|지사|군수|구청장|회장|부회장|사장|대표|이사장|이사|원장|소장|관장"
    "|국장|부장|과장|팀장|실장|처장|청장|교장|총장|교수|부교수|조교수|연구위원|연구원|기자|특파원|대사|대변인|비서관|사령관|서기|주석|감독|변호사|행장|조합장|본부장|센터장|간사|단장|학장|지부장|지회장|지점장|전무|상무|고문|이장|면장|읍장|동장|교감|선장|계장|반장|주무관|사무관|서기관|학예사|편집장|지휘자|판사"
)
_KO_POST = rf"(?P<post>(?:[가-힣]+\s)?[가-힣]*(?:{_KO_OFFICE}))"
_KO_FORMER = r"(?P<former>(?:전|전임|직전|옛|당시)\s)?"
# 가람조선의: a body without its particle; 담당한: no body but a verb.
_KO_VERB = r"(?:인|[가-힣]*[는던]|[가-힣][가-힣](?<!남북)(?:한|된))"
_KO_OF = (
    rf"(?P<of>(?<![을를]\s)(?!(?:전|전임|전직|후임|현|현직|직전|옛|신임|차기|새|첫|초대|임시|역대|당시)\s|[가-힣]*(?:에서|에게|으로|에는)\s)(?![가-힣]*{_KO_VERB}\s)"
    r"(?:[가-힣]*(?:[회협논합강]의)|[가-힣]+?))(?:의)?\s"
)
_KO_WORDS = r"(?:(?!(?:전|전임|후임|현|직전)\s|[가-힣]+(?<![회협논합강])의\s)[가-힣]+\s){0,2}"
_KO_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송류유홍전고문양손배백허남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연"
    "위표명기반왕금옥육인맹제모탁국어은편용"
)
_KO = (
    re.compile(
        rf"(?<![가-힣])(?:{_KO_OF}(?=전임?\s|[가-힣 ]*인\s))?{_KO_FORMER}"
        rf"(?P<post>{_KO_WORDS}[가-힣]*(?:{_KO_OFFICE}))인\s(?P<name>[가-힣]{{3}})(?![가-힣])"
    ),
    re.compile(rf"(?<![가-힣])(?P<name>[가-힣]{{3}})\s?[(（](?P<former>전\s)?(?P<post>[가-힣 ]*(?:{_KO_OFFICE}))[)）]"),
    re.compile(
        rf"(?<![가-힣])(?:{_KO_OF})?(?P<name>(?![가-힣]?(?:{_KO_OFFICE}))[가-힣]{{3}})\s{_KO_FORMER}(?:현직?\s)?{_KO_POST}(?=[은는이가을를의도과와에(,.\s]|$)"
    ),
    # 전 수협 전무 우담현은; 은하군 부군수 표승연은: the post stands before the name
    re.compile(
        rf"(?<![가-힣])(?P<former>(?:전|전임|직전|옛)\s)?(?:(?P<of>[가-힣]{{2,10}}(?<!의)(?<![은는을를에서도로면며고])(?<!이번)(?<!당시)(?<!현재))\s)?"
        rf"(?P<post>(?!(?:전|전임|이|그|한)\s)[가-힣]{{0,6}}(?:{_KO_OFFICE}))\s(?P<name>[가-힣]{{3}})"
        r"(?=(?:[은는이가](?:\s|,)|의\s[가-힣]))"
    ),
    # 출석: 해림의료원장 서은주, 보건소장 유경아: those who were there, one after the other
    re.compile(
        rf"(?<![가-힣])(?P<former>(?:전|전임|직전|옛)\s)?(?P<post>(?!(?:전|전임|이|그|한)\s)[가-힣]{{1,10}}(?:{_KO_OFFICE}))\s"
        rf"(?P<name>[{_KO_SURNAMES}][가-힣]{{2}})(?=,\s|\n|$|\s[가-힣]{{1,8}}(?:{_KO_OFFICE})\s[{_KO_SURNAMES}][가-힣]{{2}}(?![가-힣]))"
    ),
    re.compile(r"(?<![가-힣])(?P<name>[가-힣]{3})\s씨(?=[은는이가을를의도와과에(,.\s]|(?:이|였|이었)?다\b|입니다|$)"),
)
_KO_OF_STATE = re.compile(
    rf"(?<![가-힣])(?P<of>[가-힣]{{2,8}}(?<![은는이가을를의에도로와과])\s(?:왕국|공화국|연방|제국|공국|합중국)|[가-힣]{{1,6}}국|{NAMED_STATES})의?\s(?!(?:[가-힣]+\s)?(?:현직?|전직?|신임|역대|차기|당시|임시|새|첫|초대|여성|최초|연방|국가)\s)"
    r"(?P<name>(?:[가-힣]{2,6}\s)?[가-힣]{2,6}(?<![의은는을를과와서도로한된]))\s(?P<post>(?:부?통령|대통령|총리|주석|국왕|총서기|외(?:교|무)?장관))"
    r"(?=[은는이가을를의도와과에(,.\s]|$)"
)
_KO_HELD = re.compile(
    rf"(?:[은는이가]?[^.]{{0,30}}?(?:까지|간)\s|[은는이가]?\s)(?P<then>(?:당시|그때|이때)\s)?(?P<post>(?:[가-힣]+\s){{0,2}}[가-힣]*(?:{_KO_OFFICE}))"
    r"(?:[을를]\s(?P<held>지냈|역임했|맡았)|(?(then)(?:이었|였|이기도\s?했|이다|이기도\s?하)|(?!)))"
)
ZH_OFFICE = (
    "总统|總統|总理|總理|首相|主席|总书记|總書記|书记|書記|支书|部长|部長|外长|外長|防长|省长|省長|市长|市長|县长|区长|镇长|局长|局長|处长|科长|院长|院長|校长"
    "|校長|首席[一-鿿]{2,3}官|科长|所长|主任|董事长|董事長|总经理|经理|行长|会长|會長|理事长|秘书长|秘書長|发言人|發言人|大使|教授|博士|研究员|研究員|记者|記者|委员|委員|代表|站长|组长|队长|总裁|总监|首席执行官|馆长|社长|主编|检察长|司令|副教授|讲师|博士后|经理|编辑|律师|医生|教师|[司厅廳署庭州乡鄉系室团團课課台级]长|议员|議員|教练|教練"
)
_ZH_FORMER = r"(?P<former>前任?|原|时任|時任|曾任|首任)?"  # the first of some holders is not the present one
_ZH_WITH = rf"(?<![合共一不相协])同(?=[一-鿿]{{1,8}}(?:{ZH_OFFICE}))"  # 总理默茨|同法国总统马克龙, and not 合同
_ZH_FREE = (
    r"(?:(?<![一-鿿])|(?<=[由与與])|(?<=[会會接拜约][见見晤])|(?<=[会會接拜约][见見晤]了)|(?<=(?<![合共一不相协])同))"
)
_ZH_END = (
    r"(?=[，、。；：（）()的说說表指认認对對与與和在曾称稱介告是也]|[强強][调調]|[补補]充"
    rf"|[则則卻却仍還还已将將随隨便就都均]|持[不相反保异異]|{_ZH_WITH}|$)"
)
_ZH_WORD = rf"(?:(?![的了在是和由与與被]|{_ZH_WITH})[一-鿿])"
_ZH_APPOSED = r"(?:，|、)(?:现任|現任|现为|任)?"
_ZH = (
    # 陆晚舟，青石大学公共治理研究中心副教授
    re.compile(
        rf"(?<![一-鿿])(?P<name>[一-鿿]{{2,3}}){_ZH_APPOSED}(?P<former>前|原|曾任)?(?P<post>{_ZH_WORD}{{0,20}}(?:{ZH_OFFICE}))(?=[，。；、）]|$)"
    ),
    # 边若溪（沧澜大学历史系副教授）
    re.compile(
        rf"(?<![一-鿿])(?P<name>[一-鿿]{{2,3}})[（(](?P<former>前|原|时任|曾任)?(?P<post>{_ZH_WORD}{{0,20}}(?:{ZH_OFFICE}))[）)]"
    ),
    re.compile(
        rf"{_ZH_FREE}{_ZH_FORMER}(?P<post>{_ZH_WORD}{{0,14}}?(?:{ZH_OFFICE}))(?P<name>[一-鿿]{{2,3}}?){_ZH_END}"
    ),
    re.compile(
        rf"(?:(?<![一-鿿])|(?<=[的和与與]))(?P<name>[一-鿿]{{2,3}})(?P<former>)(?P<post>(?:副)?(?:{ZH_OFFICE})){_ZH_END}"
    ),
)


_MORE_SURNAMES = frozenset(
    "温溫乔喬宗邢邬鄔邸郦鄢郏郁章凤凰俞柏水窦云奚鲁昌喻廉岑滕毕畢安乐傅卞康伍元卜湛祁禹狄臧伏谈茅庞龐纪项祝阮蓝藍闵席季麻路娄危颜顏梅盛刁丘骆樊凌"
    "霍虞柯昝房裘宣杭洪包左吉嵇裴荣翁荀羊惠甄曲家封芮储靳巫乌焦巴弓隗山谷宓郗班仰秋仲伊宫宁仇栾甘斜厉戎祖符景詹束幸司韶郜蓟薄印宿怀蒲台索咸籍赖卓"
    "屠蒙池阴胥苍闻莘翟贡劳逄姬申扶堵冉宰桑牛燕冀柴瞿阎閻習艾古易慎戈庾衡耿弘匡文寇广禄阙东殴蔚越隆师巩聂晁勾敖融冷辛阚简饶沙养鞠须丰荆红游竺权盖"
    "益桓蔺苟涂仝佟随邝练穆欧车殷庄柳施倪缪单岳齐苗童桂葛舒屈米鲍覃晏"
    "管梁宋关戚"
    "刀边蓬糜井段仝宣贲邓郁洪诸石崔钮程邢滑裴松厉郎逯贺白怀鄂赖璩濮寿扈郏浦尚农晏慕茹宦容暴庹衡耿沃那饶曾蒯查"
)
_DOUBLE = (
    "欧阳司马上官诸葛东方皇甫尉迟公孙慕容司徒夏侯歐陽万俟闻人赫连澹台公冶宗政濮阳淳于乐正"
    "单于太叔申屠仲孙轩辕令狐钟离宇文长孙鲜于闾丘司空端木南宫西门独孤拓跋呼延百里东郭"
)
_DOUBLE_SURNAMES = frozenset(_DOUBLE[at : at + 2] for at in range(0, len(_DOUBLE), 2))


def people(text: str, lang: str) -> tuple[Person, ...]:
    """Return the people that an English (en), Korean (ko) or Chinese (zh) text names with a post, in order."""
    found: list[Person] = [*_chinese(text), *dotted_people(text)] if lang == "zh" else []
    lowered = frozenset(re.findall(r"\b[a-z]{3,}\b", text)) if lang == "en" else frozenset()
    for pattern in {"en": ENGLISH, "ko": _KO}.get(lang, _ZH):
        for match in _matches(pattern, text, lang, lowered):
            parts = match.groupdict()
            places = [Place(*match.span(key)) if parts.get(key) else None for key in ("post", "of")]
            found.append(person(text, Place(*match.span("name")), places[0], places[1], bool(parts.get("former"))))
    more = {"ko": more_korean, "zh": more_chinese, "en": more_english}.get(lang)
    office = {"ko": _KO_OFFICE, "zh": ZH_OFFICE, "en": EN_OFFICE}.get(lang, "")
    found += [one for name, one in (more(text, office) if more else ()) if _is_name(name, lang, lowered)]
    if lang == "ko":
        found += _korean_of_state(text)
    if lang == "zh":
        known = {(one.start, one.post_end) for one in found}
        inside = within_clauses(text, ZH_OFFICE, chinese_name)
        found += [one for one in inside if (one.start, one.post_end) not in known]
    if lang == "en":
        found = [each for one in found for each in parted(text, one, office)]
        found = [one for one in told_english(text, found, office) if _is_name(one.name, lang, lowered)]
    return in_order(departed(text, found) if lang == "en" else [of_former(text, one) for one in found])


def _korean_of_state(text: str) -> Iterator[Person]:
    """Yield foreign holders of posts of state, whose names are no Korean ones (라오스의 시술릿 주석)."""
    for match in _KO_OF_STATE.finditer(text):
        yield person(text, Place(*match.span("name")), Place(*match.span("post")), Place(*match.span("of")))


def held(text: str, name: Person, at: int) -> Person | None:
    """Return the post that a Korean sentence says a person held; ``at`` is where its subject ends (그는|…)."""
    match = _KO_HELD.match(text, at)
    return person(text, Place(name.start, name.end), Place(*match.span("post")), None, True) if match else None


def _matches(pattern: re.Pattern[str], text: str, lang: str, lowered: frozenset[str]) -> Iterator[re.Match[str]]:
    """Yield where a pattern finds a name; after words that are none it looks again right behind their start."""
    at = 0
    while match := pattern.search(text, at):
        named = _is_name(match["name"], lang, lowered)
        at = match.end() if named else match.start("name") + 1
        if named:
            yield match


_KO_KNOWN = 3.3  # Zipf frequency from which on two signs are a word, and no beginning of a name
_KO_VERBAL = "는던며를"  # what verbs and particles end in, and no given name (협회를 이끄는 남궁민 회장)
_KO_TURN = re.compile("(?:현직|전직|신임|전임|후임|차기|초대)(?:인|이)?")  # which of the holders somebody is
_KO_SUFFIXES = "제법안회권자직식론성화전적장비금소실과의을를에"  # that make a noun of another, and particles


def _is_name(words: str, lang: str, lowered: frozenset[str]) -> bool:
    """Say whether words in the place of a name can be one."""
    if lang == "en":
        office = re.fullmatch(rf"(?i:{EN_OFFICE})", words.rsplit(maxsplit=1)[-1])
        common = any(word.lower() in lowered for word in words.split() if len(word) > 2)
        return not office and not common and not ORGANISATION.search(words)
    if lang == "ko":
        derived = words[-1] in _KO_SUFFIXES and zipf(words[:2], "ko") >= _KO_KNOWN  # 공모제
        derived = derived or words[-1] in _KO_VERBAL
        return (
            is_person(words)
            and not derived
            and not _KO_TURN.fullmatch(words)
            and not find_dates(words)
            and not re.search(_KO_OFFICE, words)
        )
    return chinese_name(words)


# The signs by which Chinese writes the sound of foreign names (拉莫斯, 奥尔蒂斯).
_SOUNDS = (
    "阿埃艾爱安昂奥澳巴白班邦鲍贝本比彼宾波伯博布采查达戴丹道德登蒂丁东杜顿多恩尔厄法凡费芬佛弗夫福盖甘冈高戈格葛根贡古圭哈海汉豪赫亨胡华霍"
    "基吉加贾杰金卡凯坎康考科克肯孔库夸拉莱兰朗劳勒雷黎里利莉连列林琳隆卢鲁罗洛伦马玛迈麦曼芒毛梅门蒙米密缪明莫默姆穆纳娜奈南瑙内能尼宁纽努诺"
    "欧帕派潘庞佩彭皮平蓬普奇恰乔切钦琼丘让热仁荣瑞若撒萨塞桑森沙莎山尚舍申圣施什史斯思松苏索塔泰坦汤特腾提廷通图托瓦万旺威韦维魏温文翁沃乌"
    "娅妮黛薇萝茨"
    "武西希锡夏香肖谢辛欣雄休许雅亚延扬耶叶伊因英尤约泽扎詹珍朱兹佐雨贡"
)
_ZH_POST_BEFORE = re.compile(
    rf"(?:{_ZH_FREE}|(?<=其))(?:其|[该該][一-鿿])?(?:新任|[现現继繼]任)?{_ZH_FORMER}(?P<and>{_ZH_WORD}{{2,6}}和)?"
    rf"(?P<post>{_ZH_WORD}{{0,16}}?(?:{ZH_OFFICE}))(?![会會团團兼])(?=[一-鿿]{{2}})"
)
_ZH_FOREIGN = re.compile(rf"[{_SOUNDS}]{{2,7}}(?:·[{_SOUNDS}]{{1,7}})*")
_OF_STATE = re.compile("(?:总统|總統|总理|總理|首相|主席|国王|外长)\\Z")
_ZH_STOP = re.compile(_ZH_END)
_KNOWN_WORD = 3.0  # Zipf frequency from which on two signs behind a name are a word of their own


def _chinese(text: str) -> Iterator[Person]:
    """Yield the people named behind a post whose name ends where a word of the language begins (局长邵国梁|出席)."""
    for match in _ZH_POST_BEFORE.finditer(text):
        at = match.end()
        size = _chinese_length(text, at)
        if size:
            one_body = match["and"] and not (chinese_name(match["and"][:-1]) or re.search(ZH_OFFICE, match["and"]))
            post = Place(match.start("and" if one_body else "post"), match.end("post"))  # 发展和改革委员会主任
            for one in _held_together(text, post):
                yield person(text, Place(at, at + size), one, None, bool(match["former"]))


def _held_together(text: str, post: Place) -> list[Place]:
    """Return the posts that 兼 joins in one (董事长兼党委书记), each with a word of office at its end."""
    also = text.find("兼", post.start + 1, post.end - 1)
    if also < 0 or not re.search(rf"(?:{ZH_OFFICE})\Z", text[post.start : also]):
        return [post]
    return [Place(post.start, also), Place(also + 1, post.end)]


def _chinese_length(text: str, at: int) -> int:
    """Return how many characters of a name stand at a place; 0 where none can be told."""
    foreign = _ZH_FOREIGN.match(text, at)
    ends = {size: _word_behind(text, at + size) for size in (3, 2) if chinese_name(text[at : at + size])}
    if re.match("[的说說表指认認對对与與和在曾称稱告补補是也]", text[at + 2 : at + 3]):  # no name ends so
        ends.pop(3, None)
    best = max(ends, key=lambda size: (ends[size], size), default=0)
    if foreign and not best and _OF_STATE.search(text, max(at - 4, 0), at) and _ZH_STOP.match(text, foreign.end()):
        return len(foreign[0])  # 总理默茨: as short as a name of the language
    if foreign and len(foreign[0]) > max(best, 2) and not re.match(ZH_OFFICE, text[foreign.end() :]):
        return len(foreign[0])
    return best if best and ends[best] >= _KNOWN_WORD else 0


def _word_behind(text: str, at: int) -> float:
    """Return how common the word is that begins at a place; what ends a name for sure counts as most common."""
    if _ZH_STOP.match(text, at) or not re.match("[一-鿿]", text[at : at + 1]):
        return _MOST_COMMON
    return zipf(simplified(text[at : at + 2]), "zh")  # the list of words is in simplified characters


_MOST_COMMON, _COMMON_WORD = 9.0, 4.3


def chinese_name(words: str) -> bool:
    """Say whether Chinese words in the place of a name begin with a surname and hold no word of grammar."""
    rare = words[0] in _MORE_SURNAMES and zipf(words[:2], "zh") < _COMMON_WORD
    known = surname(words) or rare or words[:2] in _DOUBLE_SURNAMES
    return known and not re.search("[的了是在和与與]", words[1:])
