"""People in lists whose columns ran together: 1 山田太郎 委員長 岬大学教授, 委員長 山田太郎（岬大学教授）.

Invariant: three lines below each other are of one shape, in which one place holds a name on each of them and another a
part or post; what is emitted are slices of one line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corpus.structure.names_ja import could_be_name
from corpus.structure.people import is_person
from corpus.structure.posts import Person, Place, person
from corpus.structure.posts_other import chinese_name
from corpus.structure.posts_parted import parted
from corpus.structure.roles import ORGANISATION

_SHORTEST = 3  # characters of a name by which a list is known
_FEWEST = 3  # lines of one shape
_LONGEST = 90  # characters of a line
_MOST_FIELDS = 6
_NUMBER = re.compile(r"\s*(?:[（(]?\d{1,3}[)）.．、]?(?=\D)|[①-⑳○◎●・*＊◇■□△-])?[\s\u3000]*")
_JA_ROLE = (
    r"(?:副)?(?:座長|委員長|会長|議長|部会長|代表|幹事長|理事長|主査)(?:(?:職務)?代理|補佐)?|(?:臨時|専門|特別|専務|常務)?(?:委員|理事)|監事"
    r"|幹事|顧問|参与|司会|会計|書記|オブザーバー|アドバイザー"
)
_KO_ROLE = r"(?:부)?(?:위원장|의장|회장|이사장|단장|대표)|(?:당연직|위촉|전문)?위원|이사|감사|간사|고문"
_ZH_ROLE = r"(?:副)?(?:主任|主席|组长|会长|理事长|秘书长)(?:委员)?|委员|成员|理事|监事|顾问|組長|會長|委員"
_EN_ROLE = r"(?:Vice[- ]|Deputy |Co-)?(?:[Cc]hair(?:man|woman|person)?|[Pp]resident)"
_EN_ROLE += r"|[Mm]ember|[Ss]ecretary|[Tt]reasurer|[Oo]bserver|[Cc]lerk"
_ROLE = re.compile("|".join((_JA_ROLE, _KO_ROLE, _ZH_ROLE, _EN_ROLE)))
_POST_EN = re.compile(
    r"(?:(?:Chief|Senior|Deputy|Assistant|Associate|Managing|Executive|Harbour|General) )*"
    r"(?:Director|Engineer|Manager|Officer|Fellow|Professor|Lecturer|Analyst|Editor|Head|Master|Secretary)"
    r"(?: (?:of|for) [\w' ]+)?"
)
_STYLED = re.compile(r"(?:Professor|Prof\.?|Dr\.?|Mr\.?|Ms\.?|Mrs\.?|Sir|Dame)\s")
_BARE_POST = re.compile(
    r"(?:名誉|特任|准|副|専務|常務|代表|主任|上席)*(?:教授|理事長?|取締役|社長|会頭|組合長|局長|部長|課長|所長|館長|校長|研究員|助教|講師|記者)"
    r"|(?:부|명예|수석|선임|책임)?(?:교수|사무국장|조합장|국장|과장|소장|연구위원|연구원|대표|변호사|기자)|(?:副|助理|高级)?(?:教授|研究员|局长|处长|经理|会长|理事长|主编|律师)"
)
_NAME_JA = re.compile(r"[一-鿿々ヶ]{1,4}[ \u3000]?[一-鿿々ぁ-ゖァ-ヺー]{1,4}")
_NAME_KO = re.compile(r"[가-힣]{3}|[가-힣]{2,4} [가-힣]{1,2}")
_GLUED = re.compile(
    rf"(?P<name>[一-鿿々ヶ]{{1,4}}[一-鿿々ぁ-ゖ]{{1,4}}?)(?<![副臨専特常])(?P<role>{_JA_ROLE})(?P<rest>[一-鿿ァ-ヺー々]*)$"
)
_BODY = re.compile(
    r"(?:大学|研究所|商工会議所|組合|協会|協議会|会社|銀行|市|町|村|県|部|課|局|学会|連合会|[가-힣]대|대학교|상공회의소|수협|협회|연구원|시|군|商会|合作社|公司|集团|中心)$"
)


_PAST = re.compile(r"(?P<of>.{2,28}(?:会社|組合|協会|大学|機構|財団|銀行|[市県町村省庁]))[前元](?P<post>.{2,16})")


class _Field(NamedTuple):
    """Words of a line at ``[start, end)`` of the text, and what they can be: N, R, P (of a body), T (bare post), O."""

    words: str
    start: int
    end: int
    kind: str


def lists_of_people(text: str, lang: str) -> Iterator[Person]:
    """Yield the people of every list of three lines or more that each set a name beside a part or a post."""
    run: list[list[_Field]] = []
    for match in re.finditer(r"(?m)^.*\S.*$", text):
        fields = _fields(match.group(), match.start(), lang)
        if run and fields and _shape(run) >= 0:
            fields = _as_before(fields, _shape(run), lang)
        if fields and "N" in (field.kind for field in fields):
            apart = run and _shape([fields]) != _shape(run)
            if apart:
                yield from _people(run, text)
            run = [fields] if apart else [*run, fields]
        else:
            yield from _people(run, text)
            run = []
    yield from _people(run, text)


def _shape(run: Sequence[Sequence[_Field]]) -> int:
    """Return which field of the lines of a run is the name."""
    return next((at for at, field in enumerate(run[-1]) if field.kind == "N"), -1)


def _as_before(fields: list[_Field], at: int, lang: str) -> list[_Field]:
    """Return the fields of a line with the one in the place of the names above as a name, where it may be one."""
    if at >= len(fields) or any(field.kind == "N" for field in fields) or fields[at].kind != "X":
        return fields
    words = fields[at].words
    could = could_be_name(words, certain=False) and _NAME_JA.fullmatch(words) if lang == "ja" else False
    return [*fields[:at], fields[at]._replace(kind="N"), *fields[at + 1 :]] if could else fields


def _fields(line: str, start: int, lang: str) -> list[_Field]:
    """Return the fields of a line that holds one name and a part or post beside it; none where it does not."""
    if len(line) > _LONGEST or re.search(r"[。!?！？]|\t|\|", line):
        return []
    at = _NUMBER.match(line)
    begin = at.end() if at else 0
    if lang == "ja" and (glued := _GLUED.match(line, begin)) and could_be_name(glued["name"], certain=True):
        found = [_named(glued["name"], start + glued.start("name"), "N")]
        found.append(_named(glued["role"], start + glued.start("role"), "R"))
        rest = glued["rest"]
        return [*found, _named(rest, start + glued.start("rest"), "P")] if rest and parted(rest) else found
    gap = r"[ \u3000]*[,，、][ \u3000]*|[ \u3000]*[（(]|[)）][ \u3000]*$|[ \u3000]*[:：][ \u3000]*|[ \u3000]+"
    gap = gap if lang != "en" else r", |: "
    edges = [
        begin,
        *(edge for one in re.finditer(gap, line[begin:]) for edge in (begin + one.start(), begin + one.end())),
    ]
    edges.append(len(line))
    spans = [(edges[i], edges[i + 1]) for i in range(0, len(edges), 2) if line[edges[i] : edges[i + 1]].strip()]
    if not 2 <= len(spans) <= _MOST_FIELDS:
        return []
    spans = [(a + (styled.end() if (styled := _STYLED.match(line[a:b])) else 0), b) for a, b in spans]
    found = [_named(line[a:b], start + a, _kind(line[a:b], lang)) for a, b in spans]
    found = _spaced_name(found, line, start, lang)
    kinds = "".join(field.kind for field in found)
    return found if kinds.count("N") <= 1 and set(kinds) & set("RPT") else []


def _named(words: str, start: int, kind: str) -> _Field:
    return _Field(words, start, start + len(words), kind)


def _spaced_name(fields: list[_Field], line: str, start: int, lang: str) -> list[_Field]:
    """Return the fields with a surname and a given name that stand apart as one (山田　太郎)."""
    for at in range(len(fields) - 1):
        one, other = fields[at], fields[at + 1]
        words = line[one.start - start : other.end - start]
        short = len(one.words) <= 3 and len(other.words) <= 3 and one.kind in "XNO" and other.kind in "XN"
        if lang == "ja" and short and re.fullmatch(r"\S+[ \u3000]\S+", words) and _is_name(words, lang):
            return [*fields[:at], _named(words, one.start, "N"), *fields[at + 2 :]]
    return fields


def _kind(words: str, lang: str) -> str:
    if _ROLE.fullmatch(words):
        return "R"
    if _BARE_POST.fullmatch(words) or (lang == "en" and _POST_EN.fullmatch(words)):
        return "T"
    found = parted(words) if lang == "ja" else None
    if found is not None:
        return "P"
    if lang == "zh" and _of_chinese(words):
        return "P"
    if (
        _BODY.search(words)
        or ORGANISATION.search(words)
        or (lang == "en" and re.search(r"\b(?:Union|Chamber)\b", words))
    ):
        return "O"
    return "N" if _is_name(words, lang) else "X"


def _of_chinese(words: str) -> int:
    """Return where the post begins in a Chinese run of body and post (澜江大学教授), or 0."""
    post = re.search(rf"(?:{_BARE_POST.pattern})$", words)
    return post.start() if post and post.start() > 1 and _BODY.search(words[: post.start()]) else 0


def _is_name(words: str, lang: str) -> bool:
    if lang == "zh":
        return 2 <= len(words) <= 4 and chinese_name(words)
    if lang == "ko":
        return bool(_NAME_KO.fullmatch(words)) and is_person(words)
    if lang == "en":
        return is_person(words) and len(words.split()) in (2, 3)
    if len(words) < _SHORTEST:  # a surname alone, or a place
        return False
    return is_person(words) or (bool(_NAME_JA.fullmatch(words)) and could_be_name(words, certain=True))


def _people(run: Sequence[Sequence[_Field]], text: str) -> Iterator[Person]:
    """Yield the people of a run of lines of one shape, each with all that it says of what they are."""
    if len(run) < _FEWEST:
        return
    for fields in run:
        name = next(field for field in fields if field.kind == "N")
        place = Place(name.start, name.end)
        for at, field in enumerate(fields):
            if field.kind in "RT":
                body = fields[at - 1] if at and fields[at - 1].kind in ("OX" if field.kind == "T" else "O") else None
                yield person(text, place, Place(field.start, field.end), Place(body.start, body.end) if body else None)
            elif field.kind == "P":
                yield _held(text, place, field)


def _held(text: str, place: Place, field: _Field) -> Person:
    """Return a person with the body and the post that are printed as one."""
    found = parted(field.words)
    if found is None:
        cut = field.start + _of_chinese(field.words)
        return person(text, place, Place(cut, field.end), Place(field.start, cut))
    past = _PAST.fullmatch(field.words) if found.of[1] == found.of[0] else None
    if past:
        body = Place(field.start, field.start + past.end("of"))
        return person(text, place, Place(field.start + past.start("post"), field.end), body, former=True)
    of = Place(field.start + found.of[0], field.start + found.of[1]) if found.of[1] > found.of[0] else None
    return person(text, place, Place(field.start + found.post[0], field.start + found.post[1]), of, found.former)
