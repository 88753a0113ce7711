"""People are known by what stands around their names: the head of a body, a reading, an age, what they are now."""

from __future__ import annotations

import pytest

from corpus.structure.posts_ja import people


def _said(text: str) -> set[tuple[str, str, str, bool]]:
    return {(one.name, one.of, one.post, one.former) for one in people(text) if one.post}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("鷺沼町の藤波谷恵介町長（当時）は県に求めた。", ("藤波谷恵介", "鷺沼町", "町長", True)),
        ("船員組合の五位堂清執行委員長が県庁を訪れた。", ("五位堂清", "船員組合", "執行委員長", False)),
        ("乙羽根環（おとばね・たまき）　白砂研究所主任研究員。", ("乙羽根環", "白砂研究所", "主任研究員", False)),
        ("乙羽根環（おとばね・たまき）　白砂研究所技師。潮見県職員を経て現職。", ("乙羽根環", "潮見県", "職員", True)),
        ("郷土史家の石見野昭さん（70）は話す。", ("石見野昭", "", "郷土史家", False)),
        ("県の勝占隆交通局長（現・浜松汽船社長）は答えた。", ("勝占隆", "浜松汽船", "社長", False)),
        ("北沢亮平さん（47）が会を継いだ。北沢会長は話す。", ("北沢亮平", "", "会長", False)),
        ("東部のゲルト・ヴァイス交通相を迎えた。", ("ゲルト・ヴァイス", "東部", "交通相", False)),
    ],
)  # fmt: skip
def test_a_person_is_shown_by_what_stands_there(text: str, said: tuple[str, str, str, bool]) -> None:
    assert said in _said(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("鷺沼町の合併前町長は語った。", ("合併前", "町長")),
        ("遺族の玻璃子さん（61）は話す。", ("玻璃子", "遺族")),
        ("白砂中央大学教授が語った。", ("白砂中央", "大学教授")),
        ("北沢会長と北沢亮平社長が会った。", ("北沢亮平", "会長")),
    ],
)
def test_words_that_are_no_name_or_no_post_are_left(text: str, wrong: tuple[str, str]) -> None:
    assert wrong not in {(name, post) for name, _, post, _ in _said(text)}


def test_a_dotted_name_with_a_compound_of_a_house_is_not_cut_anew() -> None:
    assert not any(name == "リスク・マネジメント" for name, *_ in _said("リスク・マネジメント室長が答えた。"))
