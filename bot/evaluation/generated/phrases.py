"""Question templates by language and kind of question, colloquial and formal.

Invariant: no template repeats a caption, and what a template asks for has one true answer. Slots: ``scope`` is the
place with its period, ``route`` the place alone, ``early``/``late`` two periods, ``item``/``a``/``b`` rows. A Korean
particle in brackets takes the form that the word before it wants.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.messages import Lang

_JA: Mapping[str, tuple[str, ...]] = {
    "lookup": (
        "{scope}で、{item}の{what}は{q}ですか。",
        "{scope}だと{item}の{what}は{q}？",
        "{item}の{what}を知りたい。{scope}の分で。",
        "{scope}における{item}の{what}をお示しください。",
    ),
    "code-name": (
        "{scope}の表で{item}にあたる{rows}は何ですか。",
        "{item}って{scope}だと何という{rows}？",
    ),
    "rank-item": (
        "{scope}で{what}が{k}番目に{more}{rows}はどれですか。",
        "{scope}、{what}で{k}位の{rows}は？",
        "{scope}で、{what}の{more}ほうから数えて{k}番目の{rows}を教えて",
    ),
    "max": (
        "{scope}で{what}が最も{more}{rows}は何ですか。",
        "{scope}でいちばん{what}が{more}のはどの{rows}？",
        "{scope}の{what}トップの{rows}は？",
        "{what}が一番{more}{rows}、{scope}だとどれ",
    ),
    "min": (
        "{scope}で{what}が最も{less}{rows}は何ですか。",
        "{scope}で一番{what}が{less}のはどの{rows}？",
        "{scope}で{what}が最下位だった{rows}を教えてください。",
    ),
    "rank-of": (
        "{scope}で{item}は{what}で何位ですか。",
        "{scope}で{item}の{what}は何番目に{more}？",
        "{scope}、{item}って{what}の{more}順だと何位？",
    ),
    "filter-count": (
        "{scope}で{what}が{limit}{over}{rows}はいくつありますか。",
        "{scope}だと、{what}が{limit}{over}{rows}は全部で何{counter}？",
    ),
    "filter-which": (
        "{scope}で{what}が{limit}{over}{rows}をすべて挙げてください。",
        "{scope}で{what}が{limit}{over}{rows}はどれとどれ？",
        "{what}が{limit}{over}{rows}を知りたい。{scope}で。",
    ),
    "count": (
        "{scope}の{what}の表には{rows}がいくつ載っていますか。",
        "{scope}で{what}が載っている{rows}は何{counter}ありますか。",
    ),
    "top": (
        "{scope}で{what}の{more}順に上位{n}{counter}を挙げてください。",
        "{scope}の{what}トップ{n}は？",
        "{what}が{more}{rows}を{scope}で上から{n}つ教えて",
    ),
    "sum": (
        "{scope}で、{a}と{b}の{what}を合わせると{q}ですか。",
        "{a}と{b}の{what}の合計は？ {scope}の数字で。",
        "{scope}だと{a}と{b}で{what}は足して{q}？",
    ),
    "difference": (
        "{scope}で、{a}と{b}の{what}の差は{q}ですか。",
        "{scope}で{a}の{what}は{b}よりどれだけ{more}？",
        "{a}と{b}、{scope}だと{what}の開きは{q}？",
    ),
    "ratio": (
        "{scope}で、{a}の{what}は{b}の何倍ですか。",
        "{a}の{what}って{b}の何倍？ {scope}で。",
        "{scope}における{a}の{what}は{b}の何倍に当たりますか。小数第2位まで求めてください。",
    ),
    "share": (
        "{scope}で、表にある{rows}の{what}の合計に占める{item}の割合は何%ですか。",
        "{scope}の表に載っている{rows}全部の{what}のうち、{item}は何%？",
    ),
    "growth": (
        "{route}で、{item}の{what}は{early}から{late}にかけて何%変わりましたか。",
        "{early}と比べて{late}の{route}では{item}の{what}は何%{grew}？",
        "{route}における{item}の{what}の{early}から{late}への増減率を小数第1位まで答えてください。",
    ),
    "change": (
        "{route}で、{item}の{what}は{early}から{late}までにどれだけ{grew}か。",
        "{early}と{late}で、{route}の{item}の{what}はどのくらい変わった？",
    ),
    "rank-change": (
        "{route}で、{item}の{what}の順位は{early}には何位で、{late}には何位でしたか。",
        "{item}は{route}の{what}で{early}の何位から{late}の何位になった？",
    ),
    "mixed": (
        "{scope}で、{item}の{what}と{other}を足すといくつですか。",
        "{item}の{what}と{other}の合計は？ {scope}で。",
    ),
}
_EN: Mapping[str, tuple[str, ...]] = {
    "lookup": ("What was the {what} of {item} in {scope}?", "I need the {what} of {item} for {scope}."),
    "code-name": ("Which {rows} is {item} in {scope}?", "What is listed as {item} in {scope}?"),
    "rank-item": ("Which {rows} had the {kth} highest {what} in {scope}?", "In {scope}, what ranks {kth} by {what}?"),
    "max": ("Which {rows} had the highest {what} in {scope}?", "What tops {scope} by {what}?"),
    "min": ("Which {rows} had the lowest {what} in {scope}?", "In {scope}, where was the {what} lowest?"),
    "rank-of": ("What rank does {item} have by {what} in {scope}?", "In {scope}, where does {item} rank by {what}?"),
    "filter-count": (
        "In {scope}, how many entries have {what} {over} {limit}?",
        "How many entries of {scope} show {what} {over} {limit}?",
    ),
    "filter-which": (
        "In {scope}, which entries have {what} {over} {limit}?",
        "List all entries with {what} {over} {limit} in {scope}.",
    ),
    "count": ("How many entries does the table of {what} for {scope} list?",),
    "top": ("What are the top {n} by {what} in {scope}?", "Name the {n} with the highest {what} in {scope}."),
    "sum": (
        "What is the combined {what} of {a} and {b} in {scope}?",
        "In {scope}, what do {a} and {b} add up to in {what}?",
    ),
    "difference": (
        "What is the difference in {what} between {a} and {b} in {scope}?",
        "In {scope}, by how much did the {what} of {a} exceed that of {b}?",
    ),
    "ratio": (
        "How many times as high as that of {b} was the {what} of {a} in {scope}?",
        "In {scope}, what is the ratio of the {what} of {a} to that of {b}?",
    ),
    "share": (
        "What percentage of the total {what} of all listed entries in {scope} is {item}?",
        "In {scope}, what share of the listed entries' combined {what} does {item} have?",
    ),
    "growth": (
        "By what percentage did the {what} of {item} in {route} change from {early} to {late}?",
        "In {route}, what was the percentage change in the {what} of {item} between {early} and {late}?",
    ),
    "change": (
        "By how much did the {what} of {item} in {route} change from {early} to {late}?",
        "How much did the {what} of {item} {grew} in {route} between {early} and {late}?",
    ),
    "rank-change": ("From which rank to which did {item} move by {what} in {route} from {early} to {late}?",),
    "mixed": ("What do the {what} and the {other} of {item} add up to in {scope}?",),
}
_ZH: Mapping[str, tuple[str, ...]] = {
    "lookup": ("{scope}中，{item}的{what}是多少？", "想知道{scope}里{item}的{what}"),
    "code-name": ("{scope}中，{item}是什么{rows}？",),
    "rank-item": ("{scope}中，{what}排第{k}的{rows}是什么？", "{scope}里{what}第{k}{most}的是哪个{rows}？"),
    "max": ("{scope}中，{what}最{most}的{rows}是哪个？", "{scope}里哪个{rows}的{what}居首？"),
    "min": ("{scope}中，{what}最{least}的{rows}是哪个？",),
    "rank-of": ("{scope}中，{item}的{what}排第几？", "{item}在{scope}里按{what}排名第几位？"),
    "filter-count": ("{scope}中，{what}{over}{limit}的{rows}有几个？",),
    "filter-which": ("{scope}中，{what}{over}{limit}的{rows}有哪些？", "请列出{scope}里{what}{over}{limit}的{rows}。"),
    "count": ("{scope}的{what}表里一共列了几个{rows}？",),
    "top": ("{scope}中，{what}前{n}位的{rows}是哪些？",),
    "sum": ("{scope}中，{a}和{b}的{what}合计是多少？", "{scope}里{a}和{b}的{what}加起来是多少？"),
    "difference": ("{scope}中，{a}和{b}的{what}相差多少？", "{scope}里{a}的{what}比{b}{most}多少？"),
    "ratio": ("{scope}中，{a}的{what}是{b}的几倍？",),
    "share": ("{scope}中，{item}的{what}占表中所有{rows}合计的百分之几？",),
    "growth": ("{route}中，{item}的{what}从{early}到{late}变化了百分之几？",),
    "change": ("{route}中，{item}的{what}从{early}到{late}变化了多少？",
               "{late}{item}的{what}比{early}{grew}多少？（{route}）"),
    "rank-change": ("{route}中，{item}的{what}排名从{early}的第几位变为{late}的第几位？",),
    "mixed": ("{scope}中，{item}的{what}和{other}加起来是多少？",),
}  # fmt: skip
_KO: Mapping[str, tuple[str, ...]] = {
    "lookup": ("{scope}에서 {item}의 {what}(은) 얼마인가요?", "{scope}의 {item} {what} 알려줘"),
    "code-name": ("{scope}에서 {item}에 해당하는 {rows}(은) 무엇인가요?",),
    "rank-item": (
        "{scope}에서 {what} {k}위 {rows}(은)?",
        "{scope}에서 {what}(이) {k}번째로 {more} {rows}(은) 무엇인가요?",
    ),
    "max": ("{scope}에서 {what}(이) 가장 {more} {rows}(은) 무엇인가요?", "{scope} {what} 1위는?"),
    "min": ("{scope}에서 {what}(이) 가장 {less} {rows}(은) 무엇인가요?",),
    "rank-of": ("{scope}에서 {item}(은) {what}(으로) 몇 위인가요?", "{scope}에서 {item}의 {what} 순위는?"),
    "filter-count": ("{scope}에서 {what}(이) {limit} {over} {rows}(은) 몇 개인가요?",),
    "filter-which": ("{scope}에서 {what}(이) {limit} {over} {rows}(을) 모두 알려줘.",),
    "count": ("{scope}의 {what} 표에는 {rows}(이) 몇 개 실려 있나요?",),
    "top": ("{scope}에서 {what} 상위 {n}개 {rows}(은)?",),
    "sum": ("{scope}에서 {a}(와) {b}의 {what} 합계는 얼마인가요?", "{scope}에서 {a}(와) {b}의 {what}(을) 합치면?"),
    "difference": ("{scope}에서 {a}(와) {b}의 {what} 차이는 얼마인가요?",),
    "ratio": ("{scope}에서 {a}의 {what}(은) {b}의 몇 배인가요?",),
    "share": ("{scope}에서 표에 실린 {rows} 전체의 {what} 합계 중 {item}의 비율은 몇 %인가요?",),
    "growth": ("{route}에서 {item}의 {what}(은) {early}에서 {late}까지 몇 % 변했나요?",),
    "change": ("{route}에서 {item}의 {what}(은) {early}에 비해 {late}에 얼마나 {grew}?",),
    "rank-change": ("{route}에서 {item}의 {what} 순위는 {early} 몇 위에서 {late} 몇 위가 되었나요?",),
    "mixed": ("{scope}에서 {item}의 {what}과 {other}(을) 더하면 얼마인가요?",),
}
PHRASES: Mapping[Lang, Mapping[str, tuple[str, ...]]] = {"ja": _JA, "en": _EN, "zh": _ZH, "ko": _KO}
