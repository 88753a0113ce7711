"""Words that point back to what was said, not to a thing: これは, 、これは, この点, This finding, 对此, 이에.

Invariant: what they mean is the sentence before, or the clause before in the same sentence, where it is short, stands
in the same paragraph and does not itself point back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.document import Span
from corpus.structure.lines import width
from corpus.structure.polarity import is_negated
from corpus.structure.views import View

_WHOLE = re.compile(
    r"(?P<it>これ|对此|这|이)(?:(?<=これ)(?:は|が|を|に(?!よ|つい|対|伴|加|先|比|関|続)|も)|(?<=此)|(?<=这)(?=[与是也让使])|(?<=이)(?:에|는|를)\s)"
)
# Nouns that stand for what was just said, whatever it was about: they name it as a point, an act, a state, a change.
_SHELL = (
    "点|取り扱い|取扱い|措置|決定|違い|差|変化|傾向|状況|状態|事態|動き|仕組み|方法|やり方|考え方?|見方|方針|判断|問題|現象|発想|結論|主張"
    "|説明|事実|経験|対応|手法|試み"
)
_JA = re.compile(rf"この(?:{_SHELL})(?=[はがもをに])")
_EN = re.compile(
    r"(?:This|That|These|Those)\s(?:finding|result|fact|decision|view|idea|claim|problem|change|difference|trend|approach"
    r"|measure|practice|pattern|figure|conclusion|explanation|situation)s?(?=\s)"
)
_ZH = re.compile(r"这(?:一|种|項|项)(?:做法|点|变化|情况|现象|差距|说法|决定|趋势|问题|局面|结果|措施)")
_CLAUSE = re.compile(r"[、，]これ(?=は)")
_SOURCE = re.compile(r"同\S{1,4}によ(?:れば|ると)、")
_LONGEST = 90  # wide signs, or twice as many others, of a sentence that can be shown as what これ means
_LIST_MARK = re.compile(r"(?:[-*・•‣▽▼●○■□◆①-⑳]|[（(]?\d{1,2}[.)）](?!\d))+\s*")


def statements(view: View) -> Iterator[tuple[Span, Span]]:
    """Yield words of a sentence that mean what was said before, with the stretch they mean."""
    words = view.words()
    match = _WHOLE.match(words) or _JA.match(words) or _EN.match(words) or _ZH.match(words)
    if match is not None and (said := _before(view)) is not None:
        pointer = len(match["it"] or "") if match.re is _WHOLE else match.end()
        yield Span(view.here.start, view.here.start + pointer), said
        return
    for match in _CLAUSE.finditer(words):
        at = view.here.start + match.start() + 1
        if not view.depth[at] and 8 <= match.start() <= _LONGEST and not re.match(r"これ|この|その|それ|同", words):
            yield Span(at, at + 2), Span(view.here.start, at - 1)


def _before(view: View) -> Span | None:
    """Return the sentence before, without the sign of its list and what says who told it."""
    if not view.index:
        return None
    before = view.sentences[view.index - 1]
    if before.paragraph != view.here.paragraph or width(view.text[before.start : before.end]) > 2 * _LONGEST:
        return None
    words = view.text[before.start : before.end]
    mark = _LIST_MARK.match(words)
    start = before.start + (mark.end() if mark else 0)
    told = _SOURCE.match(view.text, start, before.end)
    start = told.end() if told else start
    said = view.text[start : before.end]
    if re.match(r"これ|この|その|それ|同|This\b|That\b|These\b|这|此|이(?=[는를에]?\s)", said) or is_negated(words):
        return None  # what points back itself says nothing alone; of what is not so, something else is seldom said
    return None if re.search(r"[?？][」』”]?$", said.rstrip()) else Span(start, before.end)
