"""Words that point back to what was said, not to a thing: これは, この点, その結果は, This finding, 对此, 이에.

Invariant: what they mean is the sentence before, the clause before in the same sentence, or what somebody is quoted as
saying there; it is short, stands in the same paragraph and does not itself point back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from corpus.document import Span
from corpus.structure.actors import acts, marked
from corpus.structure.clauses import split_clauses
from corpus.structure.people import morphemes
from corpus.structure.predicates import happens
from corpus.structure.said_before import LONGEST, OPENING, acts_before, quoted, sentence_before, topic_before
from corpus.structure.views import View

_IT = re.compile(
    rf"{OPENING}(?P<it>これ|それ(?=[がをは]|に(?:対|より|よって|伴|応|続)))(?:は|が|を(?!も?[と基])|も(?!と)|に(?![加入載乗塗混よ]|つき)|によ[りっ])"
    r"|(?P<zh>对此|對此|此举|此舉|这|這)(?:(?<=此)|(?<=举)|(?<=舉)|(?<=[这這])(?=[与與是也让讓使在对對]|意味|表明|说明|显示|标志|导致|引起|引发|促使|将会?[是使让]))"
    r"|(?P<ko>이)(?:에(?:\s|\s?(?:대해|따라|맞서|앞서))|는\s|를\s|\s때문에\s)"
    r"|(?P<en>This|That)(?=\s(?:is|was|has|had|means|meant|would|will|could|may|might|led|made|makes|came|left|gave"
    r"|explains|explained|does|did|took|caused|allowed|helped|marks|marked|[a-z]{3,}(?<!e)ed)\b)"
)
# Nouns that stand for what was just said, whatever it was about: they name it as a point, an act, a state, a change.
_SHELL = (
    "点|方式|取り扱い|取扱い|措置|決定|決断|違い|差|変化|傾向|状況|状態|事態|動き|仕組み|方法|やり方|考え方?|見方|方針"
    "|判断|問題|現象|発想|結論|主張"
    "|説明|事実|経験|対応|手法|試み|選択|転換|成果|結果|出来事|事件|事故|経緯|教訓|成功|失敗|発見|合意|反応|遅れ"
    "|人事|不足|増加|減少|混乱|危機|流れ|慣習|手続き|背景|取り組み|取組|行動|行為|提案|指摘|発言|回答"
)
_SAID = (
    "見方|考え方?|回答|答え|発言|言葉|指摘|主張|説明|批判|約束|提案|要求|要望|声|訴え|呼びかけ|意見|証言|警告|反論"
    "|認識|持論|理屈|一言|言い分|理念|信念|思い|願い|教え|問い|質問|疑問|助言|予測|宣言"
)
_JA = re.compile(
    rf"(?:(?:この|こうした)(?:{_SHELL})|その(?:点|件|こと))(?=[はがもをにで]|の(?:理由|原因|背景|影響|責任|是非|経緯|解消))"
)
_JA_ACT = re.compile(r"(?:[こそ]の|こうした)(?P<act>こと|[一-鿿]{2,4}|[一-鿿ぁ-ん]{2,5}?)(?=[はがもをにで])")
_JA_SAID = re.compile(rf"(?:この|その|あの|こうした)[「『]?(?:{_SAID})(?=[はがもをにでと、」』]|どおり|通り)")
_PART = (
    "費用|代金|資金|原因|理由|目的|狙い|影響|効果|内容|中身|規模|総?額|金額|価格|割合|比率|人数|件数|半[分数]|大半"
    "|大部分|過半|多く|一部|ほとんど|全て|すべて|詳細|経緯|過程|様子|設計|運営|管理"
)
_OF_IT = re.compile(
    rf"その(?:(?:{_PART})(?=[はがもをにでの、])|(?:結果|数|手法|方法|様子|姿|跡)(?=[はがもを])|うち(?=の?[一二三四五六七八九十\d半大]))"
)
_DOES_IT = re.compile(
    r"^[^、。はがも]{1,24}(?<![にで])[はがも]、?(?P<it>[こそ]れ)(?=を(?!も?[と基])|に(?!よ|つい|加|先|続|伴|対し))"
)  # 野党はこれを…と批判する
_LESS = re.compile(
    rf"{OPENING}(?P<it>[こそ]れ)を(?:除[くいけ]|差し引[くいけ]|含め[るてれ])"
)  # a thing, not what was said of it
_INSIDE = re.compile(r"(?<=[^、。はがも])[こそ]れ(?=を)")  # 日誌は失われたが、氏は古書店でこれを見つけ
_EN = re.compile(
    r"(?:This|That|These|Those)\s(?:finding|result|fact|decision|view|idea|claim|problem|change|difference|trend"
    r"|approach"
    r"|measure|practice|pattern|figure|conclusion|explanation|situation|move|step|choice|gap|delay|policy|rule"
    r"|act|vote|sale|news|ruling|episode|answer|promise|loss|increase|(?!station|region|nation|institut|organi|commission|department"
    r"|apartment|government|popula|genera)[a-z]{4,}(?:ion|ment|ence|ance|ery|ture|al))s?(?=\s)"
)
_EN_ACT = re.compile(
    r"The\s(?P<act>(?!station|region|nation|institut|organi|commission|department|apartment|government|popula|genera)[a-z]{3,}"
    r"(?:al|ion|ment|ance|ence|ure))(?=\s(?:was|were|is|has|had|will|would|came|comes|took|means|meant)\b)"
)  # of what the sentence before says with its verb (proposed … The proposal was approved)
_ZH = re.compile(
    r"[这這](?:一|种|種|项|項|个|個|段|道|次|场|場|番|笔|筆)(?:命令|指令|通知|做法|办法|点|點|变化|變化|情况|現象|现象|差距|说法|决定|決定|趋势|问题|局面|结果"
    r"|結果|措施|举动|举措|想法|选择|安排|判断|事件|数字|比例|要求|提议|建议|计划|转变|发现|结论|经历|教训|规定|主张|观点|看法|目标|政策|消息|传统|制度)"
    r"|[这這](?:种|種|一)(?![年天次刻时時人切代月日])[一-鿿]{2}(?=[并是让使引在将被也得遭对的，])"
)
_ZH_QUOTED = re.compile(r"[这這](?:句|番)话")
_ZH_SAID = re.compile(
    r"(?<=[说為为示出指]，)此举|(?<=[说為为示出指]，)[这這](?=[在是与與不会將将也])"
)  # somebody holds it of what was told before
_ZH_DONE = re.compile(r"(?<=[说為为示出指称]，)[这這]一(?:决定|做法|措施|安排|政策|举措|改革)")
_ZH_ACTS = re.compile("决定|宣布|批准|推出|实施|出台|采取")
_KO_ON_IT = re.compile(
    r"[^.“”\"]{0,40}(?<![가-힣])(?P<it>이)(?=를\s(?:인정|부인|반박|비판|환영|반기|반긴|지적|우려|강조))"
)
_ZH_ON_IT = re.compile(
    r"[^，。；“”]{2,16}(?P<it>[对對]此)(?=[^，。；]{0,4}(?:表示|表态|称|回应|反感|颇|很|十分|非常|深感|不满|提出|持|感到|予以))"
)
_KO = re.compile(
    r"이(?:러한|런| 같은)?\s(?:결정|판단|주장|지적|약속|변화|차이|문제|상황|조치|방침|결과|수치|설명|제안|발언|계획"
    r"|발견|합의|선택|성과|경험|노력|시도|전환|대응|요구|논란|사건|경우|정책|제도|움직임"
    r"|사실|현상|흐름|방식)(?=[은는이가을를의에도로])"
)
_KO_SAID = re.compile(
    r"(?<![가-힣])(?:이|그|이런|그런)\s(?:주장|지적|약속|설명|제안|발언|말|답변?|요구|입장|평가|비판|경고)(?=[은는이가을를의에도로])"
)
_CLAUSE = re.compile(
    r"[、，](?:これ(?=[はをがに])|そのこと(?=[はをにが])|その(?:" + _PART + r")(?=[はがもをにでの、]))"
)
_NO_CLAUSE = re.compile(
    r"(?:は|も|を|に|と|の|へ|から|より|(?<![だたるいうくすつぬぶむ])が)$"
)  # これ is of a later clause
_TAIL, _SHORTEST = 20, 5  # characters that tell how a clause ends, and of one that says something


def statements(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield words of a sentence that mean what was said before, with the stretch they mean."""
    yield from _of_quote(view)
    yield from _opening(view)
    yield from _of_sentence(view)
    yield from _of_clause(view)


def _of_quote(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield この回答 and the like with what somebody was quoted as saying."""
    for pattern in (_JA_SAID, _KO_SAID, _ZH_QUOTED):
        for match in view.places(pattern):
            at = view.here.start + match.start()
            if (words := quoted(view, at)) is not None:
                yield Span(at, view.here.start + match.end()), words


def _opening(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield これ, this and the like at the head of a sentence, and behind its topic, with the sentence before."""
    words, start = view.words(), view.here.start
    less = _LESS.match(words)
    if less is not None and (topic := topic_before(view)) is not None:
        yield view.spot(less, "it"), topic
        return
    match = _IT.match(words)
    told = _answered(view, match) if match is not None else None
    if match is not None and told and (said := sentence_before(told, _denies(words, match))) is not None:
        name = match.lastgroup or "it"
        yield Span(start + match.start(name), start + match.end(name)), said
    for inside in view.places(_INSIDE):
        topics = [
            one.span for one in marked(view.text, start, start + inside.start(), view.depth) if one.particle == "は"
        ]
        things = [one for one in topics if not acts(view.text[one.start : one.end]) and view.person_at(one) is None]
        if len(things) == 1 and len(topics) > 1:
            yield Span(start + inside.start(), start + inside.end()), things[0]
    does = _DOES_IT.match(words) or _ZH_ON_IT.match(words) or _KO_ON_IT.match(words)
    if does and not view.depth[start + does.start("it")] and (said := sentence_before(view, True)) is not None:
        yield view.spot(does, "it"), said


def _of_sentence(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield この点, この決定 and 这 behind 认为 with the sentence before."""
    words = view.words()
    for pattern in (_JA, _JA_ACT, _OF_IT, _EN, _EN_ACT, _ZH, _KO, _ZH_SAID, _ZH_DONE):
        for match in view.places(pattern):
            if pattern is _EN_ACT and not _said_as_verb(view, match["act"]):
                continue
            opens = match.start() == 0 or pattern is _ZH_SAID or (pattern is _ZH_DONE and _tells_of_act(view))
            opens = opens or (pattern in (_JA, _JA_ACT) and bool(re.fullmatch(OPENING, words[: match.start()])))
            if pattern is _JA_ACT and not _is_act(view, match):
                continue
            done = pattern is _JA_ACT and match["act"] != "こと" and not happens(match["act"])
            told = acts_before(view) if done or match.group().endswith(_ACTS) else view
            if opens and told is not None and (said := sentence_before(told, False)) is not None:
                yield view.spot(match), said


_ACTS = ("措置", "決定", "決断", "取り組み", "取組", "試み", "対応", "手法", "行動", "行為")


def _said_as_verb(view: View, noun: str) -> bool:
    """Say whether the English sentence before has the verb of a noun of action, and not the noun."""
    before = view.sentences[view.index - 1] if view.index else view.here
    words, stem = view.text[before.start : before.end], re.escape(noun[: max(_STEM, len(noun) - 3)])
    verb = re.search(rf"\b{stem[:-1]}[a-z]{{0,3}}(?:ed|es|ing)\b", words) or re.search(
        rf"\b{stem}(?:ed|es|ing)\b", words
    )
    return verb is not None and noun not in words


_STEM = 5  # letters that a verb shares with its noun of action


def _tells_of_act(view: View) -> bool:
    """Say whether the Chinese sentence before tells what somebody decided or brought about."""
    before = view.sentences[view.index - 1] if view.index else view.here
    return bool(_ZH_ACTS.search(view.text, before.start, before.end))


def _is_act(view: View, match: re.Match[str]) -> bool:
    """Say whether a noun is one of action, that stands for what was done; その repeats a verb (提案した…その提案)."""
    before = view.sentences[view.index - 1] if view.index else view.here
    again = match.group().startswith("そ") and not re.search(
        rf"{re.escape(match['act'])}(?:し|す|さ|を)", view.text[before.start : before.end]
    )
    return match["act"] == "こと" or ("サ変" in morphemes(match["act"])[-1][1] and not again)


def _answered(view: View, match: re.Match[str]) -> View | None:
    """Return the view before whose sentence stands what これ means: behind an aside, or a state, that is one before."""
    against = match["it"] and view.words().startswith("に対し", match.end("it"))
    if against and _is_aside(view):
        return replace(view, index=view.index - 1)
    if not _answers_state(view, match):
        return view
    told = view.sentences[max(view.index - 2, 0)]
    reports = _REPORTS.search(view.text[told.start : told.end]) and told.paragraph == view.here.paragraph
    return replace(view, index=view.index - 1) if reports else None


def _answers_state(view: View, match: re.Match[str]) -> bool:
    """Say whether what これを受けて answers is told before the sentence before, which only says how things were."""
    before = view.sentences[view.index - 1] if view.index else view.here
    state = re.search(r"\d[^、。]*で(?:ある|あった|す|した)。$", view.text[before.start : before.end])
    return state is not None and bool(re.match("を受け", view.words()[match.end("it") :] if match["it"] else ""))


def _is_aside(view: View) -> bool:
    """Say whether the sentence before goes on about whom or what the one before it names (同氏は元…で)."""
    before = view.sentences[view.index - 1] if view.index > 1 else view.here
    further = view.sentences[view.index - 2] if view.index > 1 else view.here
    words = view.text[before.start : before.end]
    aside = _ASIDE.search(words) and not _DEMANDS.search(words)
    return further.paragraph == view.here.paragraph and bool(aside)


_REPORTS = re.compile(r"(?:報告|発表|指摘|公表|勧告|答申|判断|決定|要請|要望|提言|通知)し(?:た|ました)。$")
_DEMANDS = re.compile(  # what somebody answers, whoever says it
    r"(?:(?:提案|要求|主張|指摘|批判|要請|提言|強調|反論)し|求め|訴え|唱え|述べ|語っ)(?:た|て(?:いる|います|きた)|ました)。"
)
_ASIDE = re.compile(r"(?:^|、)同[一-鿿]{1,3}(?:は|では|も|の|内)")


def _denies(words: str, match: re.Match[str]) -> bool:
    """Say whether これは asks for more than the sentence before: of what is not so, something else is seldom said."""
    return match["it"] is not None and words[match.end("it")] in "はが"


def _of_clause(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield これ and その behind a comma, with the clauses before them in their sentence."""
    words = view.words()
    for match in _CLAUSE.finditer(words):
        at = view.here.start + match.start() + 1
        if view.depth[at] or re.match(r"これ|この|その|それ|同", words):
            continue
        start = view.here.start
        ends = [clause.end for clause in split_clauses(words) if clause.end <= match.start() + 1]
        stop = view.here.start + (ends[-1] if ends else match.start() + 1) - 1
        for end in ends[:-1]:
            if stop - start > LONGEST:
                start = view.here.start + end
        stop -= bool(re.search(r"[だたるいうくすつぬぶむ]が$", view.text[start:stop]))
        last = morphemes(view.text[max(stop - _TAIL, start) : stop])[-1:] if stop > start else ()
        if not last or (last[0][1].startswith("名詞") and "サ変" not in last[0][1]):
            continue  # 氏は翌週、: it tells nothing yet
        if _SHORTEST <= stop - start <= LONGEST and not _NO_CLAUSE.search(view.text[start:stop]):
            yield Span(at, view.here.start + match.end()), Span(start, stop)
