"""What a statement needs to be understood alone stands in 〔…〕, and only where the statement does not say it."""

from __future__ import annotations

from bot.compose.asides import with_antecedents
from bot.compose.trim import shown
from corpus.document import Document, Span
from tests.conftest import Bench


def stated(bench: Bench, document: Document, holding: str, cut: str = "") -> str:
    _, candidate = bench.candidate("何", document, holding)
    start = document.text.index(cut, candidate.start) if cut else candidate.start
    return shown(candidate, (Span(start, candidate.end),), document.told.dates, "ja")


def test_a_pointing_word_gets_what_it_means(bench: Bench) -> None:
    document = bench.read("# 港\n\n田中一郎社長が会見した。同氏は、国の認定制度を批判した。\n")
    assert stated(bench, document, "批判") == "同氏〔田中一郎社長〕は、国の認定制度を批判した。"


def test_a_statement_without_a_subject_gets_it_in_front(bench: Bench) -> None:
    document = bench.read("# 港\n\n田中一郎社長は車で着いた。門をくぐり、広場を歩いた。\n")
    assert stated(bench, document, "広場") == "〔田中一郎社長は〕門をくぐり、広場を歩いた。"


def test_a_subject_that_we_cut_off_is_put_back(bench: Bench) -> None:
    document = bench.read("# 港\n\n港の田中一郎社長は何度も頭を下げて謝罪し、来月から料金を戻すと述べた。\n")
    assert stated(bench, document, "料金", cut="来月") == "…〔港の田中一郎社長は〕来月から料金を戻すと述べた。"


def test_what_the_statement_says_itself_is_not_added(bench: Bench) -> None:
    document = bench.read("# 港\n\n田中一郎社長が会見し、同氏が謝罪した。翌月にあたる2025年5月に閉じた。\n")
    assert stated(bench, document, "謝罪") == "田中一郎社長が会見し、同氏が謝罪した。"
    assert stated(bench, document, "閉じた") == "翌月にあたる2025年5月に閉じた。"


def test_relative_years_are_completed_as_far_as_known(bench: Bench) -> None:
    document = bench.read("---\ndate: 2025-06-14\n---\n\n# 港\n\n港は昨年開き、来年度に広がる。\n")
    assert stated(bench, document, "港は") == "港は昨年〔2024年〕開き、来年度〔2026年4月〜2027年3月〕に広がる。"


def test_an_addition_never_holds_brackets_of_its_own(bench: Bench) -> None:
    document = bench.read("# 港\n\n国は基準〔案〕を示す方針だ。これを待つ人は多い。\n")
    assert stated(bench, document, "待つ人") == "これを待つ人は多い。"


def test_a_point_that_only_points_back_says_what_it_means(bench: Bench) -> None:
    document = bench.read(
        "# 港\n\n堀川源三郎と李成洙の提案で会ができた。両氏は協力した。前者は資金を、後者は場所を出した。\n"
    )
    _, candidate = bench.candidate("何", document, "資金")
    at = document.text.index("後者")
    assert with_antecedents(candidate, Span(at, at + 2)) == "後者〔李成洙〕"


def test_a_point_gets_no_subject_that_its_sentence_leaves_out(bench: Bench) -> None:
    document = bench.read("# 港\n\n田中一郎社長は車で着いた。門をくぐり、広場を歩いた。\n")
    _, candidate = bench.candidate("何", document, "広場")
    assert with_antecedents(candidate, Span(candidate.start, candidate.start + 5)) == "門をくぐり"


def test_a_surname_with_a_post_gets_the_full_name_without_the_post_again(bench: Bench) -> None:
    text = "# 港\n\n木村恵子外相が港を訪れた。\n\n夜には木村外相が夕食会を開いた。\n"
    assert stated(bench, bench.read(text), "夕食会") == "夜には木村外相〔木村恵子〕が夕食会を開いた。"
