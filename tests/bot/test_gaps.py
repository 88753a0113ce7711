"""Which questions of one message are answered, and which are left."""

from __future__ import annotations

from bot.compose.draft import Draft, DraftStatement
from bot.gaps import Told, joined
from bot.question import parse_question
from retrieval.hit import Evidence

NOTHING = Evidence("", (), "bench")


def draft(*texts: str, short: str = "", missing: tuple[str, ...] = ()) -> Draft:
    statements = tuple(DraftStatement(text, ()) for text in texts)
    return Draft(short=DraftStatement(short, ()) if short else None, statements=statements, missing=missing)


def told(number: int, question: str, found: Draft) -> Told:
    return Told(number, question, parse_question(question), NOTHING, found)


def test_answers_stand_in_the_order_of_the_questions_and_what_has_none_is_left() -> None:
    one = told(1, "開港式はいつか", draft("開港式は4月5日に開かれた。", short="4月5日"))
    two = told(2, "予算はいくらか", draft(missing=("予算",)))
    three = told(3, "主催は誰か", draft("主催は青森市だった。", short="青森市"))
    whole, gaps = joined([one, two, three])
    assert whole.short is not None
    assert whole.short.text == "4月5日 ／ 青森市"
    assert [statement.text for statement in whole.statements] == ["開港式は4月5日に開かれた。", "主催は青森市だった。"]
    assert (whole.missing, gaps) == ((), (two,))


def test_a_single_question_leaves_no_gap() -> None:
    whole, gaps = joined([told(1, "予算はいくらか", draft(missing=("予算",)))])
    assert (whole.missing, gaps) == (("予算",), ())


def test_where_no_question_is_answered_all_are_left() -> None:
    both = [told(at, "予算はいくらか", draft(missing=("予算",))) for at in (1, 2)]
    whole, gaps = joined(both)
    assert (whole.statements, list(gaps)) == ((), both)


def test_a_reason_is_not_given_by_saying_again_what_was_asked_before() -> None:
    said = "市は2022年以降、統計を公開していない。"
    when = told(1, "市はいつから統計を公開していないか", draft(said, short="2022年"))
    why = told(2, "その理由は何か", draft(said, short="市は2022年以降、統計を公開していない"))
    reason = told(2, "その理由は何か", draft(said, short="公開すると損になるため"))
    assert joined([when, why])[1] == (why,)
    assert joined([when, reason])[1] == ()


def test_what_one_answer_says_another_does_not_repeat() -> None:
    one = told(1, "目的は何か", draft("目的は祝賀である。形式は公式訪問であった。", short="祝賀"))
    two = told(2, "形式は何か", draft("形式は公式訪問であった。", short="公式訪問"))
    whole, _ = joined([one, two])
    assert [statement.text for statement in whole.statements] == ["目的は祝賀である。形式は公式訪問であった。"]


def test_a_figure_is_not_taken_for_part_of_a_longer_one() -> None:
    whole, _ = joined(
        [told(1, "賛成は何人か", draft("賛成 15", short="15人")), told(2, "反対は何人か", draft("反対 5", short="5人"))]
    )
    assert whole.short is not None
    assert whole.short.text == "15人 ／ 5人"
