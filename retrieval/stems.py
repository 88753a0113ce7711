"""Light stems for words that are written with spaces: English and Korean.

Invariant: a stem is a prefix of the word, or the word with regular endings taken off or exchanged. The aim is that a
question and a passage meet on the same term; the stem need not be a word. A Korean stem is the longest that wordfreq's
list of morphemes knows (Speer 2022); of a name it does not know, what is left without particles.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from retrieval.syllables import joined, parted

_VOWELS = frozenset("aeiouy")
_HANGUL = re.compile("[\uac00-\ud7a3]+")


def word_set(listed: str) -> frozenset[str]:
    """Return the words of a list that is written with spaces between them."""
    return frozenset(listed.split())


# Closed classes of English: articles, pronouns, prepositions, conjunctions, auxiliaries and question words.
ENGLISH_FUNCTION_WORDS = word_set(
    """a about after all also am an and any are as at be because been before being between both but by can could did
    do does doing done during each either else ever every for from get gets got had has have having he her hers him
    his how i if in into is it its itself just let many may me might more most much must my neither no nor not of off
    on once one only or other our ours out over own per shall she should since so some such than that the their theirs
    them then there these they this those through to too under until up upon us very was we were what when where
    whether which while who whom whose why will with within without would yes you your yours"""
)

# Endings by what they follow: a consonant, a vowel (or ㄹ), or either. Particles (josa) and the copula, which follow
# one another; then what follows the stem of a verb, in the present or in the past (-ㅆ-).
_JOSA = (
    word_set("으로부터 으로서 으로써 으로 이라도 이나 이랑 이 은 을 과 이란 이든 이야 이에요"),
    word_set("로부터 로서 로써 로 라도 나 랑 는 가 를 와 라는 라고 란 든 야 예요 였다 였나요 였어 였던"),
    word_set(
        """에서 에게서 한테서 께서 에게 한테 께 까지 부터 처럼 같이 보다 마다 조차 마저 밖에 이며 이고 하고 에 의 도 만
        들 씩 쯤 뿐 대로 커녕 이라는 이라고 입니까 입니다 인가요 인가 인지 이다 죠"""
    ),
)
_VERB_ENDINGS = (
    word_set("은 을 음 는다 습니다 습니까 으며 으면 을까 을까요 어 어요 아 아요 어서 아서"),
    word_set("며 면 서 요 려고 러 래"),
    word_set(
        """다 다고 다는 다며 다면 나 나요 냐 냐고 니 니다 니까 는가 는지 는데 는데요 는 고 고서 고는 면서 지만 지 지요
        죠 자 자마자 도록 게 기 던 던가 거나 든지 네 네요 군 군요 까 까요 대 겠다 겠어 겠습니다 겠습니까"""
    ),
)
_LIGHT_VERBS = ("하", "되", "하시", "되시")  # they make a verb of any noun
_OTHER_VERBS = ("시키", "당하", "받", "나", "드리")  # of some
KOREAN_FUNCTION_WORDS = word_set(
    """언제 어디 어디서 누구 누가 무엇 무엇을 무슨 뭐 뭘 뭔가 뭔 왜 어떻게 어떤 어떠하 어느 얼마 얼마나 몇 그 이 저
    것 거 거야 건 걸 게 수 등 및 또는 또 더 안 못 좀 그럼 그런데 그래서 그리고 그러나 하지만 대해 대하 대한 위해
    위하 위한 통해 통하 관해 관하 따르 따라 따른 의하 의해 있 있다 있는 없 없다 없는 이런 그런 저런 이 하 되 아니 않
    이것 그것 저것 여기 거기 저기 누군가 때문 중 때 동안 같이 후 전 뒤 나 너 우리 당신 그녀 말 알려주 알려줘"""
)


# Irregular forms, each word with those that mean it: verbs in the past, and plurals.
_FORMS = """
    arise arose arisen, awake awoke awoken, beat beaten, become became, begin began begun, bend bent,
    bite bit bitten, blow blew blown, break broke broken, bring brought, build built, burn burnt, buy bought,
    catch caught, choose chose chosen, come came, creep crept, deal dealt, dig dug, draw drew drawn,
    drink drank drunk, drive drove driven, eat ate eaten, fall fell fallen, feed fed, feel felt, fight fought,
    find found, flee fled, fly flew flown, forbid forbade forbidden, forget forgot forgotten, freeze froze frozen,
    give gave given, go goes going went gone, grow grew grown, hang hung, hear heard, hide hid hidden, hold held,
    keep kept, know knew known, lead led, leave left, lend lent, lose lost, make made, mean meant, meet met,
    overcome overcame, overthrow overthrew overthrown, pay paid, ride rode ridden, ring rang rung, rise rose risen,
    run ran, say said, see saw seen, seek sought, sell sold, send sent, shake shook shaken, shine shone,
    shoot shot, show shown, shrink shrank shrunk, sing sang sung, sink sank sunk, sit sat, sleep slept,
    speak spoke spoken, spend spent, stand stood, steal stole stolen, stick stuck, strike struck,
    swear swore sworn, sweep swept, swim swam swum, take took taken, teach taught, tear tore torn, tell told,
    think thought, throw threw thrown, undergo underwent undergone, understand understood,
    undertake undertook undertaken, wake woke woken, wear wore worn, win won, withdraw withdrew withdrawn,
    write wrote written, analysis analyses, child children, crisis crises, foot feet, half halves, knife knives,
    life lives, man men, mouse mice, shelf shelves, thief thieves, tooth teeth, wife wives, woman women"""
_IRREGULAR = {
    form: one
    for one, *forms in (words.split() for words in _FORMS.replace("\n", " ").split(","))
    for form in (*forms, *([f"{one[:-1]}ing"] if one.endswith("e") else []))
}


def english_stem(word: str) -> str:
    """Return a lower-case English word without its plural, past or -ing (Harman's S stemmer, Porter 1b).

    What is irregular has the stem of the word that it is a form of.
    """
    stem = word.removesuffix("'s")
    stem = _IRREGULAR.get(stem, stem)
    if len(stem) > 4 and stem.endswith(("ies", "ied")):
        stem = stem[:-3] + "y"
    elif len(stem) > 4 and re.search(r"(?:ss|sh|ch|x|z)es$", stem):
        stem = stem[:-2]
    elif len(stem) > 3 and stem.endswith("s") and not stem.endswith(("ss", "us", "is")):
        stem = stem[:-1]
    for ending in ("ing", "ed"):
        root = stem.removesuffix(ending)
        if root != stem and len(root) > 2 and not _VOWELS.isdisjoint(root):
            stem = _undouble(root)
            break
    # visit, visits, visited / trade, traded, trading: the silent e goes everywhere or nowhere.
    return stem[:-1] if len(stem) > 4 and stem.endswith("e") else stem


def _undouble(root: str) -> str:
    doubled = len(root) > 3 and root[-1] == root[-2] and root[-1] not in "lsz"
    return root[:-1] if doubled else root


@lru_cache(65_536)
def korean_stem(word: str) -> str:
    """Return a Korean word (eojeol) without particles, verb endings and light verb (방문했나요 → 방문, 갔어 → 가).

    The longest stem that the list knows; of a word it does not know, what is left without particles and 하다 as long
    as two syllables stay. A word that is not all Hangul is returned as it is.
    """
    if not _HANGUL.fullmatch(word):
        return word
    bare = _without_particles(word)
    stems = {stem for form in bare for stem in _verb_stems(form)}
    nouns = {stem.removesuffix(verb) for stem in stems for verb in _LIGHT_VERBS if stem.endswith(verb)} - {""}
    others = {stem.removesuffix(verb) for stem in stems for verb in _OTHER_VERBS if stem.endswith(verb)} - {""}
    known = [form for form in bare | stems | nouns | others if form in _listed() and not _is_inflected(form)]
    if known:
        return max(known, key=lambda form: (len(form), form in bare, form))
    return min((form for form in bare | nouns if len(form) >= 2), key=lambda form: (len(form), form), default=word)


@cache
def _listed() -> frozenset[str]:
    from wordfreq import get_frequency_dict  # noqa: PLC0415  an import that text without Hangul need not pay

    return frozenset(get_frequency_dict("ko", wordlist="small"))


def _without_particles(word: str) -> set[str]:
    """Return a word with none, one or more of its particles taken off."""
    found, left = {word}, [word]
    while left:
        form = left.pop()
        shorter = _less(form, _JOSA) - found
        found |= shorter
        left.extend(shorter)
    return found


def _less(form: str, endings: tuple[frozenset[str], frozenset[str], frozenset[str]]) -> set[str]:
    """Return what is left of a form without each of the endings that it has and that may follow the rest."""
    after_consonant, after_vowel, after_any = endings
    rests = set()
    for at in range(1, len(form)):
        final = _rhyme(form[at - 1])[1]
        fitting = (
            (after_consonant,) if final not in ("", "ㄹ") else (after_vowel, *((after_consonant,) if final else ()))
        )
        if any(form[at:] in listed for listed in (*fitting, after_any)):
            rests.add(form[:at])
    return rests


def _verb_stems(form: str) -> set[str]:
    """Return the stems a form may be an inflection of: 갔어 → 가, 열린 → 열리, 참가합니다 → 참가하."""
    stems: set[str] = set()
    for root in {form} | _less(form, _VERB_ENDINGS):
        vowel, final = _rhyme(root[-1])
        if root[-1] in "었았였":
            stems |= {root[:-1]} - {""}
        elif final == "ㅆ" or (final == "" and (root != form or root[-1] in "해돼" or _is_inflected(root))):
            stems |= _uncontracted(root)
        if final == "" and root != form:
            stems.add(root)
        elif final in _ADNOMINAL and (root not in _listed() or (final == "ㄴ" and root[-1] != "한")):
            stem = root[:-1] + _syllable(root[-1], vowel, "")
            if stem.endswith(_LIGHT_VERBS) or _past(stem) in _listed():
                stems.add(stem)
        if final and root != form:
            stems.add(root)  # 먹-는, 받-았다
    return stems


def _is_inflected(form: str) -> bool:
    """Say whether a form that the list knows is the past, infinitive or participle of a verb, which is no stem."""
    vowel, final = _rhyme(form[-1])
    if final == "ㅆ":
        return form[-1] not in "있겠"
    if len(form) == 1 or form[-1] in "한해":  # 제한, 피해: nouns
        return False
    if final == "ㄴ":
        return _past(form[:-1] + _syllable(form[-1], vowel, "")) in _listed()
    return final == "" and any(stem != form and _past(stem) in _listed() for stem in _uncontracted(form))


_ADNOMINAL = ("ㄴ", "ㄹ", "ㅁ", "ㅂ")  # 만난, 만날, 만남, 만납(니다)
_CONTRACTED = {
    "ㅏ": "ㅏ",
    "ㅓ": "ㅓ",
    "ㅣ": "ㅕ",
    "ㅗ": "ㅘ",
    "ㅜ": "ㅝ",
    "ㅐ": "ㅐ",
    "ㅔ": "ㅔ",
    "ㅚ": "ㅙ",
    "ㅡ": "ㅓ",
}


def _letters(syllable: str) -> tuple[str, str, str]:
    letters = parted(syllable)
    assert letters is not None, "a stem is looked for in Hangul only"
    return letters


def _rhyme(syllable: str) -> tuple[str, str]:
    """Return the vowel and the final consonant of a syllable, ``""`` where it has none."""
    _, vowel, final = _letters(syllable)
    return vowel, final


def _syllable(like: str, vowel: str, final: str) -> str:
    """Return the syllable that begins as another does, with this vowel and final consonant."""
    return joined(_letters(like)[0], vowel, final)


def _past(stem: str) -> str:
    """Return the past of a stem that ends in a vowel (만나 → 만났, 열리 → 열렸, 하 → 했), else ``""``."""
    vowel, final = _rhyme(stem[-1])
    if final or vowel not in _CONTRACTED:
        return ""
    return stem[:-1] + ("했" if stem[-1] == "하" else _syllable(stem[-1], _CONTRACTED[vowel], "ㅆ"))


def _uncontracted(root: str) -> set[str]:
    """Return the stems whose past or infinitive a root is: 열렸 → 열리, 해 → 하, 불러 → 부르."""
    last, vowel = root[-1], _rhyme(root[-1])[0]
    stems = {root[:-1] + _syllable(last, plain, "") for plain, met in _CONTRACTED.items() if met == vowel}
    if last in "했해":
        stems = {root[:-1] + "하"}
    if last in "렀랐러라" and len(root) > 1 and _rhyme(root[-2])[1] == "ㄹ":
        stems.add(root[:-2] + _syllable(root[-2], _rhyme(root[-2])[0], "") + "르")
    return stems
