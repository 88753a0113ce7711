"""What of a question the sentences of small documents carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.candidates import Candidate, Sentences, Term, _names, _surest, candidates, question_terms
from bot.question import parse_question
from corpus.document import Document
from retrieval.hit import SentenceScore
from retrieval.tokens import tokenize
from tests.conftest import Bench, PlainWords, evidence

WORDS = PlainWords()


def terms(text: str, *turns: str, words: PlainWords = WORDS) -> dict[str, Term]:
    return {term.surface: term for term in question_terms(parse_question(text, turns), words)}


def by_text(found: tuple[Candidate, ...]) -> dict[str, Candidate]:
    return {candidate.text: candidate for candidate in found}


def test_terms_are_what_the_documents_have_to_support() -> None:
    found = terms("青森港の開港式がいつ開かれたのか教えてください")
    assert {"青森", "開港"} <= set(found) or {"青森港", "開港式"} <= set(found)
    assert not {"いつ", "教え", "ください"} & set(found)
    assert all(term.weight > 0 for term in found.values())


def test_a_word_that_is_said_twice_is_one_term() -> None:
    assert len(question_terms(parse_question("りんごとりんごの違い"), WORDS)) == len(terms("りんごの違い"))


def test_terms_stand_where_the_question_says_them() -> None:
    question = parse_question("青森港のりんごは何トンか")
    for term in question_terms(question, WORDS):
        assert question.query[term.start : term.end] == term.surface


def test_what_was_inherited_or_said_aside_counts_less() -> None:
    alone = terms("視察団の団長は青森のりんごを食べたのでしょうか")
    inherited = terms("りんごは？", "視察団は青森に来たか")
    aside = terms("視察団の話を聞きました。りんごは何トンですか？")
    assert inherited["視察"].inherited
    assert inherited["視察"].weight < alone["視察"].weight
    assert aside["視察"].weight < alone["視察"].weight
    assert aside["りんご"].weight == inherited["りんご"].weight == alone["りんご"].weight


def test_a_word_that_every_passage_has_tells_less_than_a_rare_one() -> None:
    rare, usual = (terms("りんごは何トンか", words=PlainWords(rarity))["りんご"].weight for rarity in (5.0, 0.1))
    assert 0 < usual < rare


def test_a_sentence_carries_what_it_says_itself_and_less_what_stands_around_it(brief: Document, bench: Bench) -> None:
    asked, found = bench.candidates("青森港の開港式に大臣は出席したか", brief)
    sentences = by_text(found)
    itself = sentences["開港式に大臣は出席しなかった。"]
    elsewhere = sentences["航路は冬の食料を運ぶために開設された。"]
    assert itself.coverage > elsewhere.coverage
    assert itself.coverage > itself.own  # the earlier sentence says 青森港
    for candidate in found:
        assert len(candidate.support) == len(candidate.direct) == len(asked.terms)
        assert all(0 <= own <= all_ <= 1 for own, all_ in zip(candidate.direct, candidate.support, strict=True))
        assert 0 <= candidate.own <= candidate.coverage <= 1


def test_a_sentence_with_every_word_of_the_question_covers_it_fully(brief: Document, bench: Bench) -> None:
    _, candidate = bench.candidate("新航路の開港式は青森港で開かれたか", brief, "青森港では")
    assert candidate.coverage == pytest.approx(1.0)
    assert candidate.own == pytest.approx(1.0)


def test_a_heading_and_a_caption_support_what_stands_below_them(bench: Bench) -> None:
    document = bench.read("# 年報\n\n## 青森港\n\n利用者が増えた。\n\n## 敦賀港\n\n利用者が減った。\n")
    _, found = bench.candidates("青森港の利用者", document)
    sentences = by_text(found)
    assert sentences["利用者が増えた。"].coverage > sentences["利用者が減った。"].coverage
    assert sentences["利用者が増えた。"].own == sentences["利用者が減った。"].own


def test_a_word_akin_to_the_questions_carries_it_in_part(bench: Bench) -> None:
    document = bench.read("# 式\n\n首相が出席した。\n")
    words = PlainWords(akin={"prime minister": {"首相": 0.8}, "minister": {"首相": 0.5}})
    question = parse_question("Was the minister present?")
    by_id = {document.id: document}
    shown = {}
    for lexicon in (words, PlainWords()):
        found = candidates(question_terms(question, lexicon), evidence(question.query, [document]), by_id, Sentences())
        shown[lexicon] = by_text(found)["首相が出席した。"].own
    assert 0 == shown[[*shown][1]] < shown[words] < 1


def kin_of(text: str, akin: Mapping[str, Mapping[str, float]]) -> dict[str, Mapping[str, float]]:
    return {name: dict(term.kin) for name, term in terms(text, words=PlainWords(akin=akin)).items()}


def test_a_name_in_several_capitals_means_one_thing_as_a_whole() -> None:
    akin = {"Li Qiang": {"李強": 0.8}, "li": {"里": 0.5}, "qiang": {"羌族": 0.5}}
    found = kin_of("When did Premier Li Qiang visit?", akin)
    assert found["Li"] == found["Qiang"] == {"李強": 0.8}


def test_of_a_run_of_capitals_the_shelf_tells_which_part_is_the_name() -> None:
    found = kin_of("When did Premier Li Qiang visit?", {"Li Qiang": {"李強": 0.8}, "premier": {"首相": 0.7}})
    assert found["Premier"] == {"首相": 0.7}


def test_the_longest_of_equally_near_names_is_meant() -> None:
    akin = {"Kim Jong Un": {"金正恩": 0.8}, "Kim Jong": {"金正": 0.8}, "Jong Un": {"正恩": 0.8}}
    found = kin_of("Did Kim Jong Un speak?", akin)
    assert found["Kim"] == found["Jong"] == found["Un"] == {"金正恩": 0.8}


def test_a_nearer_part_is_meant_rather_than_the_whole_run() -> None:
    akin = {"Supreme Leader Kim Jong Un": {"総書記": 0.3}, "Kim Jong Un": {"金正恩": 0.8}}
    found = kin_of("Did Supreme Leader Kim Jong Un speak?", akin)
    assert found["Kim"] == found["Un"] == {"金正恩": 0.8}
    assert found["Leader"] == {}


def test_two_names_in_one_question_are_two() -> None:
    akin = {"Kim Jong Un": {"金正恩": 0.8}, "Li Qiang": {"李強": 0.8}}
    found = kin_of("Did Kim Jong Un meet Li Qiang?", akin)
    assert (found["Jong"], found["Qiang"]) == ({"金正恩": 0.8}, {"李強": 0.8})


def test_a_name_ends_at_what_is_no_space_and_is_known_with_its_possessive() -> None:
    akin = {"Li Qiang": {"李強": 0.8}, "Kim Li": {"金李": 0.9}, "Kim, Li": {"金李": 0.9}}
    assert kin_of("Did Kim, Li Qiang's host, speak?", akin)["Li"] == {"李強": 0.8}


@pytest.mark.parametrize("text", ["did li qiang visit?", "Li visited?", "李強首相は訪れたか"])
def test_without_several_capitals_there_is_no_name_as_a_whole(text: str) -> None:
    assert {"李強": 0.8} not in kin_of(text, {"Li Qiang": {"李強": 0.8}}).values()


@given(st.lists(st.sampled_from(["Kim", "Jong", "Un", "Li", "Qiang", "met", "the", "Premier", "7", "金"]), max_size=9))
def test_the_names_that_are_kept_share_no_term_and_are_at_most_five_words(said: list[str]) -> None:
    query = " ".join(said)
    names = _names(query, tokenize(query))
    found = {name: {"金": 0.1 * len(name)} for name in names}
    kept = _surest(names, found)
    parts = [part for of_name in kept.values() for part in set(of_name)]
    assert len(parts) == len(set(parts))
    assert set(kept) <= set(names)
    assert all(2 <= len(name.split(" ")) <= 5 and name in query for name in names)
    if names:  # the nearest, and of names as near the one of most words
        assert max(names, key=lambda name: (len(name), len(names[name]))) in kept


def test_every_sentence_row_note_and_heading_is_a_candidate_at_its_place(brief: Document, bench: Bench) -> None:
    _, found = bench.candidates("りんご", brief)
    assert {c.passage.kind for c in found} == {"prose", "row", "table", "note", "heading"}
    for candidate in found:
        assert candidate.passage.start <= candidate.start < candidate.end <= candidate.passage.end
        assert brief.text[candidate.start : candidate.end] == candidate.text
    assert sum(c.passage.kind == "prose" for c in found) > sum(p.kind == "prose" for p in brief.passages)


def test_the_cosine_of_a_sentence_is_stretched_over_the_evidence(brief: Document, bench: Bench) -> None:
    asked, found = bench.candidates("大臣は出席したか", brief)
    hits = evidence("q", [brief], ("prose",))
    chosen = next(c for c in found if c.text == "開港式に大臣は出席しなかった。")
    scored = tuple(
        replace(h, similarity=0.8, sentences=(SentenceScore(chosen.start, chosen.end, 0.9),) if h.rank == 1 else ())
        for h in hits.hits
    )
    again = candidates(asked.terms, replace(hits, hits=scored), {brief.id: brief}, asked.sentences)
    assert {c.similarity for c in again} == {0.0, 1.0}
    assert by_text(again)[chosen.text].similarity == 1.0


def test_without_evidence_there_are_no_candidates(bench: Bench) -> None:
    assert candidates(bench.asked(parse_question("りんご")).terms, evidence("りんご", []), {}, Sentences()) == ()


@given(st.text(alphabet="青森港開式りんご大臣はのをに、。？いつ何誰 abcABC123", max_size=40))
def test_features_stay_in_their_bounds_whatever_is_asked(brief: Document, text: str) -> None:
    asked = question_terms(parse_question(text), WORDS)
    for candidate in candidates(asked, evidence(text, [brief]), {brief.id: brief}, SENTENCES):
        assert 0 <= candidate.own <= candidate.coverage <= 1 + 1e-9
        assert 0 <= candidate.similarity <= 1


SENTENCES = Sentences()
