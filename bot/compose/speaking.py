"""Who says what a sentence reports, by the words that report it: their subject, or whom they are according to.

Invariant: the speaker is a person the sentence names, and is given only where it reports the words of one person.
"""

from __future__ import annotations

import re
from dataclasses import replace

from bot.compose.candidates import Candidate
from bot.compose.draft import Draft, DraftStatement, Quote
from bot.compose.persons import with_post
from bot.question import Question
from corpus.document import Span
from corpus.places import lies_in

# The question asks who says so, and not only what reports it.
_WHO_SAYS = re.compile(
    r"\bwho (?:sa(?:ys|id)|claim(?:s|ed)|told|stated?)\b|"
    r"どこの誰|誰の(?:言い分|主張|発言|話)|(?:誰|だれ)が(?:そう)?言|言って(?:る|いる)のは(?:誰|だれ)|"
    r"谁说|谁(?:表示|声称|宣称)|누가 ?(?:한 ?)?말|누구 ?(?:말|주장)|누가 ?(?:그렇게 ?)?(?:말|주장)",
    re.IGNORECASE,
)
# Whoever it is said by is asked for.
SAID_BY = re.compile(
    r"(?:と|って)(?:言|いっ|述べ|語|話し|主張|発言|指摘|説明|強調|訴え)\w{0,4}?(?:のは|人(?:は|って|の名前)|方は)|"
    r"(?:誰|だれ|どなた)が.{0,40}(?:と|って)(?:言|いっ|述べ|語|話し|主張|発言|指摘|説明|強調|訴え)|"
    r"\bwho (?:sa(?:ys|id)|claim(?:s|ed)|argued|stated|told|warned|admitted|pointed out)\b|"
    r"谁(?:说|表示|声称|宣称|认为|指出)|"
    r"(?:라고|다고) ?(?:말|주장|밝|설명|강조)\S{0,3} ?사람|누가.{0,40}(?:라고|다고) ?(?:말|주장|밝)",
    re.IGNORECASE,
)
_REPORTS = (
    r"(?:述べ|語[っりる]|発言|話し|話す|主張|指摘|説明|言[いうっ]|明らかにし|強調|訴え|コメント|証言|語ら|認め|見て|見方を示|反論|"
    r"表明|伝え|明かし|答え)"
)
_SUBJECT = re.compile(rf"(?:氏|さん)?(?:は|が|も)(?=[^。]*{_REPORTS})|(?:氏|さん)?に(?:よ(?:る|れば|ると)|よります)")
_TITLE = re.compile("氏|さん")
_ENGLISH = re.compile(r"(?:, [^,]{1,60},)? (?:sa(?:id|ys)|told|claim(?:ed|s)|stated|added|argued|noted|explained)\b")
_ACCORDING = re.compile(r"(?:\baccording to|\b(?:said|says|told)) (?:[\w'’]+ ){0,4}$", re.IGNORECASE)


def with_speaker(draft: Draft, question: Question, candidate: Candidate, quote: Quote) -> Draft:
    """Let the point of a draft begin with who says so, where that is asked for and the sentence reports it."""
    place = speaker(candidate) if _WHO_SAYS.search(question.text) else None
    if place is None or not any(lies_in(place, span) for span in quote.spans):
        return draft
    name = candidate.document.text[place.start : place.end].replace("\n", "")
    rest = draft.short
    short = DraftStatement(name if rest is None else f"{name} ／ {rest.text}", (quote, *(rest.quotes if rest else ())))
    return replace(draft, short=short)


def speaker(candidate: Candidate) -> Span | None:
    """Return where the one person stands whose words a sentence reports, with the post; None where none or several."""
    document = candidate.document
    found: dict[str, Span] = {}
    subject = _SUBJECT if document.lang == "ja" else _ENGLISH
    for one in candidate.people:
        place = with_post(one, document.text)
        behind = subject.match(document.text, place.end, candidate.end)
        before = document.lang == "en" and _ACCORDING.search(document.text[candidate.start : place.start])
        if behind or before:
            titled = _TITLE.match(document.text, place.end, candidate.end)
            found[one.name] = Span(place.start, titled.end() if titled else place.end)
    return next(iter(found.values())) if len(found) == 1 else None
