"""What of a question the sentences of small documents carry."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.compose.candidates import Candidate, Sentences, candidates
from bot.compose.terms import question_terms
from bot.question import parse_question
from corpus.document import Document
from retrieval.hit import SentenceScore
from tests.conftest import Bench, PlainWords, evidence

WORDS = PlainWords()


def by_text(found: tuple[Candidate, ...]) -> dict[str, Candidate]:
    return {candidate.text: candidate for candidate in found}


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


def test_a_given_name_that_the_tokenizer_cuts_is_carried_where_it_stands_whole(bench: Bench) -> None:
    document = bench.read("# 港\n\n金正恩は青森港を訪れた。正しい恩返しの話もある。\n")
    _, named = bench.candidate("正恩は港を訪れたか", document, "金正恩")
    _, apart = bench.candidate("正恩は港を訪れたか", document, "恩返し")
    assert named.direct[:2] == (1.0, 1.0)
    assert apart.direct[:2] != (1.0, 1.0)
