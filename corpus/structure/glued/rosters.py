"""Rosters whose columns ran together: a post, a name and a body in each line (監事飯森俊介津見商工会議所会頭).

Invariant: a row is cut only where one place alone can be the end of its name; any other stays one cell as printed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from corpus.structure.glued.fitted import can_be_row
from corpus.structure.grid import Grid, RowCut
from corpus.structure.lines import Line, Slice, whole, width
from corpus.structure.names_ja import HEAD
from corpus.structure.people import is_person, morphemes

_FEWEST = 3  # rows
_ROW = 80  # columns
_NAME = (2, 6)  # characters
HEADER = re.compile(
    r"(?P<post>役職名?|職名|職|役名?|区分|肩書)(?P<name>氏名|名前|委員名|議員名)(?P<of>(?:現職|所属|備考|勤務先|職業|推薦|選出|出身)\S{0,8})?"
)
_POST = re.compile(
    rf"(?:名誉|筆頭|副|正|主任|専門|専務|常務|臨時)*"
    rf"(?:{HEAD}|会計|書記|監査|事務局員?|評議員|オブザーバー|アドバイザー|幹事"
    r"|[一-鿿]{0,4}(?:委員会?|理事|事務局|部会|幹事|支部|組合|自治会|町内会)長)"
)
_LONGEST_POST = 8  # characters
_ENDS_NAMES = "一二三郎朗子美恵代夫雄男介太也人彦平助之"
_WHY = "the name, which the dictionary knows"
_ALIKE = "the body, whose name opens another row's"
_LEAST_ALIKE = 2  # characters that two bodies open with


def roster(lines: Sequence[Line], start: int) -> Grid | None:
    """Return the roster whose columns are named at ``lines[start]`` without a sign between, or None."""
    top = whole(lines[start])
    match = HEADER.fullmatch(top.text)
    if match is None or not can_be_row(lines[start]):
        return None
    below = takewhile(can_be_row, lines[start + 1 :])
    taken = list(takewhile(lambda line: width(line.text.strip()) <= _ROW, below))
    rows = cut_roster([whole(line).text for line in taken], bodied=bool(match["of"]))
    if len(taken) < _FEWEST or 2 * sum(map(bool, rows)) <= len(rows):
        return None
    names = (match.span(key) for key in ("post", "name", "of") if match[key])
    header = RowCut((top,), tuple((Slice(top.line, top.start + a, top.start + b),) for a, b in names))
    made = [_row(whole(line), edges) for line, edges in zip(taken, rows, strict=True)]
    return Grid((header,), tuple(made), 1 + len(taken))


def _row(piece: Slice, edges: tuple[int, ...]) -> RowCut:
    """Return a row cut at the ends of its cells, or as one cell."""
    if not edges:
        return RowCut((piece,), ((piece,),))
    ends = [0, *edges]
    cells = tuple((Slice(piece.line, piece.start + a, piece.start + b),) for a, b in pairwise(ends))
    return RowCut((piece,), cells, _WHY)


def cut_roster(texts: Sequence[str], *, bodied: bool) -> list[tuple[int, ...]]:
    """Return where post, name and body of each row end; nothing for a row where that is not certain."""
    read = [_post_and_name(text, bodied=bodied) for text in texts]
    posts, ends = [at for at, _ in read], [end for _, end in read]
    if bodied:
        bodies = [text[end:] for text, end in zip(texts, ends, strict=True) if end]
        ends = [end or _before_known(text, at, bodies) for text, at, end in zip(texts, posts, ends, strict=True)]
    tails = [(len(text),) if bodied else () for text in texts]
    return [(at, end, *tail) if at and end else () for at, end, tail in zip(posts, ends, tails, strict=True)]


def _post_and_name(text: str, *, bodied: bool) -> tuple[int, int]:
    """Return where post and name of a row end: the longest post that a name stands behind, else the longest one."""
    posts = [at for at in range(_LONGEST_POST, 0, -1) if _POST.fullmatch(text, 0, at)]
    named = ((at, end) for at in posts if (end := _name_end(text, at, bodied=bodied)))
    return next(named, (posts[0] if posts else 0, 0))


def _name_end(text: str, at: int, *, bodied: bool) -> int:
    """Return where the name behind a post ends that the dictionary reads as surname and given name; 0 else."""
    rest = text[at:]
    if not bodied:
        return len(text) if _NAME[0] <= len(rest) <= _NAME[1] and is_person(rest) else 0
    read = morphemes(rest)
    if len(read) < 3 or not read[0][1].endswith("人名,姓") or not read[1][1].endswith("人名,名"):
        return 0
    end = at + len(read[0][0]) + len(read[1][0])
    return 0 if len(read[1][0]) == 1 and text[end] in _ENDS_NAMES else end  # 恒|一元市議 or 恒一|元市議


def _before_known(text: str, at: int, bodies: Sequence[str]) -> int:
    """Return where a name ends behind which a body begins like one of another row, where that is one place; 0 else."""
    if not at:
        return 0
    ends = range(at + _NAME[0], min(at + _NAME[1], len(text) - _LEAST_ALIKE) + 1)
    known = [end for end in ends if any(body.startswith(text[end : end + _LEAST_ALIKE]) for body in bodies)]
    return known[0] if len(known) == 1 else 0
