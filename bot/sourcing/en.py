"""How English asks for a source: who tells, what is told, what it is told in, and the verbs that join them."""

from __future__ import annotations

from corpus.structure.patterns import any_of, before, maybe, not_before, words


def _whole(*forms: str) -> str:
    """Return what matches one of the forms as whole words."""
    return rf"\b{any_of(*forms)}\b"


def _later(*forms: str) -> str:
    """Return what matches where one of the forms follows somewhere, as whole words."""
    return before(rf".*{_whole(*forms)}")


_END = ("[?]", "$")
_QUANTIFIED = r"(?:[\w$.,%-]+ )"  # a word before what is told: the 34 ton figure

# Who tells, what is told, what it is told in, and the verbs of telling and taking.
_TELLER = (
    maybe(words("the this that its") + r"\s+")
    + maybe(r"\w+\s+")
    + any_of(
        words("authors? writers? articles? piece papers? documents? reports? commentary texts? essay briefs? bulletin"),
        words("study reporter journalist post blog page column memo feature yearbook"),
    )
)
_TOLD = any_of(
    words("claims? figures? numbers? statements? information info statistics? stats? data estimates?"),
    words("quot(?:es?|ations?) assertions? allegations? stor(?:y|ies) details? facts? rumou?rs? account percentages?"),
    words("count remarks? bit part passage line sentence news"),
)
_WRITING = any_of(
    words("outlets? newspapers? papers? magazines? articles? reports? documents? publications? stud(?:y|ies)"),
    words("agenc(?:y|ies) broadcasters? websites? sites? books? journals? surveys? datasets? archives? records?"),
    words("media medium broadcasts?"),
    "press releases?",
    "texts?",
)
_TELLS = any_of(
    words("report(?:s|ed)? sa(?:ys?|id) stat(?:es?|ed) g(?:ives?|ave) carri(?:es|ed) claim(?:s|ed)? mention(?:s|ed)?"),
    words("back(?:s|ed)? support(?:s|ed)? cit(?:es?|ed) quot(?:es?|ed) ran broke shows?"),
)
_GOT = words("get got gotten take taken draw drawn obtain obtained find found pull pulled lift lifted")
_DO = words("does did do")
_WHICH = words("which what")
_UPON = "(?:up)?on"
_ADJECTIVE = maybe(r"\w+ ")

# By the words for a source themselves; but not the sources of what is no told thing (of income, of the river).
_WHOSE = any_of(
    words("what which whose any an? the its their his her your no primary original cited official named given give"),
    words("gives have has there actual real exact external data news"),
)
_SOMETHING_TOLD = any_of(
    words("this that it these those") + r"\b",
    any_of("the ", "a ", "an ", "that ", "this ", "its ", r"\w+['’]s ") + "?" + _QUANTIFIED + r"{0,6}" + _TOLD + r"\b",
    r"the \d",
)
_BY_ITS_NAME = any_of(
    rf"\b{_WHOSE} sources?\b" + not_before(" of " + not_before(_SOMETHING_TOLD)),
    r"^sources?\b",
    r"\bsources? " + before(words("for behind given cited named listed used") + r"\b"),
    r"\bsourced\b" + before(" " + words("from to"), *_END),
    r"\breferences?\b" + not_before(" to"),
    r"\bfootnoted\b",
    r"\burls?\b",
    r"\blinks?\b" + before(" to", " for", *_END),
    r"\bcit(?:ed|es|ation)\b",
)
_BY_WHERE_IT_COMES_FROM = any_of(
    # where did the author get the figure
    rf"\bwhere {words('does did do has have')} "
    + before(
        any_of(rf"{_TELLER}\b.*", rf".*\b{_TOLD}\b.*") + _whole(_GOT),
        rf"[\w\s.'’-]+?{_whole(_GOT)}.*{_whole(_TOLD)}",
    ),
    r"\bwhere " + before(words("does do") + r"\b.*\bget\b.*\bfrom\b"),
    rf"\b{words('based resting rests? relying rel(?:y|ies)')} {_UPON} {words('what which')}\b",
    r"\btrace[sd]?\b" + _later("to"),
    rf"\baccording to {words('what whom which who')}\b",
    r"\bwhere " + before(rf"{_DO}\b.*\bcome from\b"),
)
_BY_WHAT_IT_RESTS_ON = any_of(
    r"\bwhat\b" + before(rf".*\b{words('based rest(?:s|ing)?')} {_UPON}\b"),
    rf"\bon what {words('basis evidence grounds authority')}\b"
    + _later(words("say says claim claims state states write writes report assert asserts give gives")),
    rf"\bwhat {words('evidence proof basis backing documentation')}\b"
    + _later(words("given cited offered provided"), _TOLD),
    # anything solid behind the story
    rf"\b{words('anything something evidence proof sources?')}\b.{{0,20}} behind {words('the this that')} "
    + _QUANTIFIED
    + rf"{{0,3}}{_TOLD}\b",
    rf"\bhow {words('do does did can could')} "
    + any_of("we", "they", "you", "the " + words("author writer article piece paper report text document"))
    + r" know\b",
)
_BY_WHICH_WRITING = any_of(
    # which newspaper first reported it; which report is the figure from
    rf"\b{_WHICH} {_ADJECTIVE}{_WRITING}"
    + maybe(" " + words("is was are were has had actually first originally"))
    + " "
    + any_of(
        rf"{_TELLS}\b",
        words("the this that it its")
        + r"\b.{0,60}\b"
        + any_of("from", "in", "based on", "taken from", "drawn from")
        + "[?]?$",
    ),
    rf"\b{_WHICH} {_ADJECTIVE}{_WRITING} "
    + before(rf"{_DO}\b.*{_whole(words('come comes appear cite quote rely draw use take get rest'))}"),
    rf"\b{words('in from by')} {_WHICH} {_WRITING}\b" + _later(_TELLS, words("given taken drawn appears?")),
    rf"\b{_TOLD}\b" + before(f" from {_WHICH} "),
    rf"\b{_WHICH} {words('newspaper paper magazine agency site website journal')} published\b",
    rf"\bwhich {words('outlet media')}\b",
    rf"\bwhich {words('report article')}\b" + before(" " + words("is was does did do has") + r"\b"),
    r"\bwhat " + before(rf"{_DO}\b.*\b{words('draw rely rest')} {_UPON}\b"),
)
_BY_WHO_TELLS = any_of(
    rf"\bwho {words('reported says')}\b",
    rf"\bwho {any_of('put out', 'compiled', 'calculated', 'came up with', 'supplied', 'estimated')} " + _later(_TOLD),
)
_BY_WHERE_IT_STANDS = (
    r"\bwhere"
    + any_of("['’]s", " is", " was", " were", " are")
    + " "
    + before(
        words("it this that") + r"\b.{1,80}\bwritten\b",
        ".{1,80}" + _whole(words("reported stated cited documented")),
    )
)
SOURCE = any_of(
    _BY_ITS_NAME,
    _BY_WHERE_IT_COMES_FROM,
    _BY_WHAT_IT_RESTS_ON,
    _BY_WHICH_WRITING,
    _BY_WHO_TELLS,
    _BY_WHERE_IT_STANDS,
)

_POINTED_AT = words(
    "claims? figures? numbers? statements? information details? stor(?:y|ies) bit part piece report idea"
)
CLAIMED = _whole(
    r"some(?:one|body) told me" + maybe(" that"),
    "what is that",
    rf"{_POINTED_AT} {maybe('come from ')}{words('that about')}\b",
    words("claims? claimed bit piece documented figures? numbers? statements? statistics? information"),
    words("quot(?:e|ation)s? assertion back come comes get gets got take taken takes draw drawn draws obtain(?:ed)?"),
    words("give gives given gave based evidence trace[sd]? reported stated cited quoted any headlines?"),
    words("authors? writers?"),
)
