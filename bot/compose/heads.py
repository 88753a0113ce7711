"""What a document prints of itself: who wrote it, when it appeared, under which title and number.

Invariant: it is answered in the words the document prints, and only where the question names no document (this paper)
or names one by its title, series or publisher; a question about something else is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.compose.asked import Asked
from bot.compose.draft import Draft, DraftStatement, Quote
from bot.compose.named_parts import same_words
from bot.compose.provenance import notes_naming
from bot.compose.terms import Term
from corpus.document import Document, Passage, Span
from corpus.structure.patterns import any_of, compiled

_ABOUT = {
    "author": any_of(
        "著者|筆者|執筆者|作者|書いた(?:人|の|方|記者|研究者|先生|者)|誰が書い|誰の(?:論文|記事|文章)",
        r"\bauthor\b|\bwho wrote\b|\bwritten by\b",
        "谁写|저자|필자|누가 ?(?:썼|쓴)",
    ),
    "date": any_of(
        "発行日|公開日|掲載日|発表日|刊行日|いつ(?:書かれ|発表され|公開され|発行され|掲載され|出)",
        r"\bpublished\b|\bpublication date\b",
        "发表(?:日期|时间)|(?:何时|什么时候|哪一?[天年]|几号)(?:被|才)?(?:发表|发布|刊登|出版|登出|写)|"
        "발행일|언제 ?(?:발표|게재|발행|나온|나왔|쓴|쓰|실[린렸])[가-힣]*",
    ),
    "series": any_of(
        "何番(?!目)|何号|第何[号回巻期]|シリーズ(?:名|の何)",
        r"\bwhich (?:number|issue|volume)\b|\bissue number\b",
        "第几期|哪一期|第几号|몇 ?호(?:야|예요|인가요?|입니까|지)?|몇 ?번째? 호",
    ),
    "affiliation": any_of(
        "所属|勤[め務]先|肩書き?|何をして(?:いる|る)人|どこ(?:の|に(?:勤め|所属し)て(?:いる|る))(?:人|方|研究者)",
        r"\baffiliat(?:ion|ed)\b|\bjob title\b|\bwhere does\b(?=.*\bwork\b)|\bwork(?:s|ing)?\b",
        "单位|头衔|在哪(?:里|儿)?(?:工作|任职)|"
        "(?:是|来自)哪(?:里|儿|个单位)的?(?:人|学者|研究员)?(?=[?？]|$)|소속|직함|어디(?:에서|서) 일하",
    ),
    "title": r"(?:題名|題|タイトル|表題)(?=は|を|って|[?？]|$)|\btitle\b|标题|제목",
}


# What a document is called by its kind; without such a word only who wrote it is surely asked of a document.
_KINDS = (
    r"記事|文章|\b(?:article|piece|post)s?\b|기사|글",
    r"論文|論考|\b(?:paper|essay)s?\b|论文|논문",
    r"報告書?|レポート|\breports?\b|报告|보고서?",
    r"コメン[タト]リー|論評|\bcommentar(?:y|ies)\b|评论|논평|코멘[터트]리",
    r"論説|社説|\beditorials?\b|社论|사설",
    r"コラム|\bcolumns?\b|专栏|칼럼",
    r"議事録|会議録|\bminutes\b|会议记录|纪要|회의록",
    r"(?:プレス|ニュース)?リリース|\b(?:press|news) releases?\b|新闻稿|보도 ?자료",
    r"会報|ブログ|\b(?:blog|brief|newsletter)s?\b|블로그",
)
_ANY_KIND = r"資料|文書|書き手|篇|\b(?:document|text|write-?up)s?\b|文件|문서|자료"
_KIND = re.compile(any_of(*_KINDS, _ANY_KIND), re.IGNORECASE)
_MOSTLY, _FAR_MORE = 0.45, 1.5  # share of a question's weight, and times as much as of any other document
_CARRIES = 0.5  # kinship from which a title has a word of the question
# They stand for what is meant, or ask to be told, and say nothing of it.
_ONE = frozenset(
    [
        "やつ",
        "もの",
        "名前",
        "氏名",
        "人",
        "方",
        "先",
        "シリーズ",
        "あたり",
        "あたる",
        "教え",
        "知り",
        "出",
        "名字",
        "이름",
        "사람",
        "name",
        "names",
    ]
)
_HOW_MANY = re.compile(r"[\d一二三四五六七八九十两]+\s?[人名位個个명]")  # so many authors, as the head tells
_WROTE = re.compile(
    any_of("書い|執筆", r"\bwr(?:ote|itten|ites)\b|\bauthor\b", "写|著者|作者|저자|필자|썼|쓴"), re.IGNORECASE
)


def about_document(asked: Asked, nearest: Sequence[Document]) -> Draft | None:
    """Answer who wrote a document, when, under which title and number, from the words the document itself prints.

    ``nearest`` are the documents of the shelf, those of the best passages first.
    """
    question = asked.question
    forms = {name: compiled(form, re.IGNORECASE) for name, form in _ABOUT.items()}
    wanted = {name: found for name, form in forms.items() if (found := form.findall(question.text))}
    if not wanted:
        return None
    left = _left(asked, [words for found in wanted.values() for words in found])
    if set(wanted) == {"affiliation"} and left:  # of whom the question names
        nearest = [document for document in nearest if _is_author(document, left)]
    elif set(wanted) == {"affiliation"}:  # of whom was asked for before (誰が書いた？どこの人？)
        nearest = nearest[:1] if forms["author"].search(question.query) else []
    elif left and not (_KIND.search(question.text) or (set(wanted) == {"author"} and _QUOTES.search(question.text))):
        return None
    elif left:
        name = question.query[left[0].start : left[-1].end]
        of_a_source = set(wanted) <= _OF_SOURCES and len(name) >= _SHORTEST_NAME
        if of_a_source and (noted := notes_naming(name, nearest)):
            return noted
        nearest = _named(asked, left, nearest)
    else:
        nearest = [*_of_kind(asked, nearest), *nearest]
    for document in nearest:
        found = [_all_printed(document, str(getattr(document, name)), name) for name in wanted]
        if all(found):
            quotes = [quote for one in found for quote in one]
            statements = tuple(DraftStatement(quote.text, (quote,)) for quote in quotes)
            short = DraftStatement(" ／ ".join(quote.text for quote in quotes), tuple(quotes))
            return Draft(short=short, statements=statements, confidence=0.9)
    return None


_OF_SOURCES = frozenset(("date", "author", "title"))
_SHORTEST_NAME = 4  # characters


def _of_kind(asked: Asked, documents: Sequence[Document]) -> list[Document]:
    """Return the documents that call themselves what the question does (コメンタリー), in whatever spelling."""
    said = [f for form in _KINDS if (f := compiled(form, re.IGNORECASE)).search(asked.question.text)]
    heads = [(f"{document.title} {document.series}", document) for document in documents]
    return [document for head, document in heads if any(form.search(head) for form in said)]


def _is_author(document: Document, left: Sequence[Term]) -> bool:
    """Say whether a question names the author of a document, in whatever script, and else only words of its title."""
    named = [any(word in document.author for word in same_words(term)) for term in left]
    titled = (any(word in document.title for word in same_words(term)) for term in left)
    return any(named) and all(one or other for one, other in zip(named, titled, strict=True))


_QUOTES = re.compile('[「『“《"][^」』”》"]{3,}[」』”》"]')


def _left(asked: Asked, said: Sequence[str]) -> list[Term]:
    """Return the words of a question that neither ask for the head of a document nor say that one is meant.

    What was asked before has brought the nearest documents to the front; they are those meant.
    """
    return [
        term
        for term in asked.terms
        if not term.inherited
        and not any(term.surface in words or term.term in words for words in said)
        and not (_KIND.fullmatch(term.surface) or _KIND.fullmatch(term.term))
        and not _WROTE.search(term.surface)
        and term.surface not in _ONE
        and not _HOW_MANY.fullmatch(term.surface)
    ]


def _named(asked: Asked, left: Sequence[Term], documents: Sequence[Document]) -> list[Document]:
    """Return the one document whose head has the words by which a question names one; none where several do.

    Of a question in another language about half of their weight, and far more than of any other document: what means a
    word of it may be written in many ways.
    """
    shares = []
    for document in documents:
        head = " ".join((document.title, document.series, document.publisher, document.author, document.affiliation))
        words = asked.sentences.words(head)
        carried = [1.0 if term.surface in head else term.carried_by(words) for term in left]
        share = sum(term.weight * value for term, value in zip(left, carried, strict=True))
        share /= sum(term.weight for term in left)
        whole = min(carried) >= _CARRIES or (document.lang != asked.question.lang and share >= _MOSTLY)
        shares.append((share, whole, document))
    found = [one for one in shares if one[1]]
    if len(found) > 1 and (alike := _of_kind(asked, [document for _, _, document in found])):
        found = [one for one in found if one[2] in alike]
    rivals = max((share for share, whole, _ in shares if not whole), default=0.0)
    return [found[0][2]] if len(found) == 1 and found[0][0] >= _FAR_MORE * rivals else []


def _all_printed(document: Document, value: str, name: str) -> list[Quote]:
    """Find where a document prints a value of its head, or each part of it where it stands on several lines."""
    if whole := _printed(document, value, name):
        return [whole]
    parts = re.split(r"[、 ]", value) if name == "author" else []
    quotes = [_printed(document, part, name) for part in parts if part]
    return [quote for quote in quotes if quote is not None] if all(quotes) else []


def _printed(document: Document, value: str, name: str) -> Quote | None:
    """Find where a document prints a value of its own head."""
    from corpus.structure.dates import find_dates  # noqa: PLC0415  only where a date is looked for

    for passage in document.passages:
        if passage.kind not in ("heading", "prose") or not value:
            continue
        if name == "date":
            places = [Span(d.start, d.end) for d in find_dates(passage.text) if d.value == value]
        else:
            at = passage.text.find(value)
            places = [Span(at, at + len(value))] if at >= 0 else []
        if places:
            return Quote(document, passage, (_shifted(places[0], passage),))
    return None


def _shifted(span: Span, passage: Passage) -> Span:
    return Span(passage.start + span.start, passage.start + span.end)
