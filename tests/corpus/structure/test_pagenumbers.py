"""Numbers that stand alone on a line: of a page where others show it, else what the document says."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from corpus.document import Document

Make = Callable[..., Document]
PAGE = "第{n}区の岸壁は春のうちに直され、冬に港を離れていた船が一隻ずつ戻ってきたと組合は記している。" * 4
SHORT = "第{n}区にも船が戻った。"
FORMS = ["({n})", "（{n}）", "- {n} -", "{n}/34", "{n} / 34", "{n} of 34", "{n}", "[{n}]", "〔{n}〕", "<{n}>", "P{n}"]


def paged(form: str, numbers: Sequence[int], last: str = "", page: str = PAGE) -> str:
    """Return a text with a number behind each page."""
    pages = (f"{page.format(n=n)}\n\n{form.format(n=n)}\n\n" for n in numbers)
    return "岸壁の修繕\n\n" + "".join(pages) + last


def numbers(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "page number"]


@pytest.mark.parametrize("form", FORMS)
def test_numbers_that_count_on_page_by_page_are_those_of_pages(form: str, made: Make) -> None:
    document = made(paged(form, (11, 12, 13), PAGE.format(n=14)))
    assert numbers(document) == [form.format(n=n) for n in (11, 12, 13)]
    assert [passage.page for passage in document.passages if passage.kind == "prose"] == [11, 12, 13, None]


@pytest.mark.parametrize("form", FORMS)
def test_the_number_of_a_short_last_page_is_one_too(form: str, made: Make) -> None:
    document = made(paged(form, (11, 12)) + f"{SHORT.format(n=13)}\n\n{form.format(n=13)}\n")
    assert numbers(document) == [form.format(n=n) for n in (11, 12, 13)]


def test_a_number_between_those_before_and_after_it_is_one_whatever_a_scan_left_of_its_form(made: Make) -> None:
    text = f"岸壁の修繕\n\n{PAGE}\n\n- 11 -\n\n{SHORT}\n\n12\n\n{PAGE}\n\n- 13 -\n\n{PAGE}"
    assert numbers(made(text)) == ["- 11 -", "12", "- 13 -"]


@pytest.mark.parametrize("form", ["({n})", "（{n}）", "{n}", "[{n}]", "{n}/34"])
@pytest.mark.parametrize("last", ["", PAGE])
def test_a_number_alone_that_nothing_shows_to_be_a_page_s_stays_text(form: str, last: str, made: Make) -> None:
    document = made(paged(form, (12,), last))
    assert numbers(document) == []
    assert form.format(n=12) in document.text


def test_numbers_above_items_are_text_for_no_sentence_is_cut_at_any(made: Make) -> None:
    document = made(paged("({n})", range(1, 8), PAGE))
    assert numbers(document) == []
    cut = "".join(f"{PAGE[:-30]}\n\n({n})\n\n{PAGE[-30:]}{PAGE}\n\n" for n in range(1, 8))
    assert len(numbers(made(f"岸壁の修繕\n\n{cut}"))) == 7


@pytest.mark.parametrize("form", ["{n}.", "{n})", "{n}、", "-{n}", "{n}%", "#{n}", "<{n}]"])
def test_what_lists_and_figures_look_like_is_never_a_page_s(form: str, made: Make) -> None:
    assert numbers(made(paged(form, (11, 12, 13), PAGE))) == []


def test_a_list_s_number_between_pages_is_none_of_theirs(made: Make) -> None:
    text = f"岸壁の修繕\n\n{PAGE}\n\n11\n\n{PAGE}\n\n(12)\n\n{SHORT}\n\n12\n\n{PAGE}\n\n13\n\n{PAGE}"
    assert numbers(made(text)) == ["11", "12", "13"]


def test_numbers_amid_text_that_count_every_page_are_those_of_pages(made: Make) -> None:
    cut = PAGE[:-30] + "\n{n} / 2\n" + PAGE[-30:] + "\n"
    document = made("岸壁の修繕\n\n" + cut.format(n=1) + "\n" + cut.format(n=2))
    assert numbers(document) == ["1 / 2", "2 / 2"]
    assert "1 / 2" not in document.text


@pytest.mark.parametrize("printed", [(1, 3), (2, 3), (1, 1)])
def test_numbers_amid_text_that_leave_a_page_out_are_its_own(printed: tuple[int, ...], made: Make) -> None:
    document = made("岸壁の修繕\n\n" + "\n".join(f"{PAGE}\n{n} / 3\n{PAGE}\n" for n in printed))
    assert numbers(document) == []


def heads(document: Document) -> list[str]:
    return [piece.text for piece in document.furniture if piece.kind == "running head"]


def test_heads_of_left_and_right_pages_are_told_by_the_numbers_beside_them(made: Make) -> None:
    printed = ["岸壁の修繕　　47", "48　　第三章　冬の港", "岸壁の修繕　　49"]
    document = made("\n\n".join(f"{head}\n\n{PAGE}" for head in printed))
    assert heads(document) == printed


@pytest.mark.parametrize(
    "printed",
    [("１　概況", "２　地区", "３　注意"), ("岸壁　　47", "倉庫　　52", "桟橋　　49"), ("岸壁　　47", "48　　冬の港")],
)
def test_numbered_headings_and_cells_are_no_heads_of_pages(printed: tuple[str, ...], made: Make) -> None:
    document = made("\n\n".join(f"{head}\n\n{PAGE}" for head in printed))
    assert heads(document) == []


HEADED = (
    "港と暮らし\n31\n\n岸壁の修繕\n\n"
    + PAGE.format(n=1)
    + "\n{foot}\n\n野崎：岸壁の修繕\n32\n\n"
    + PAGE.format(n=2)
    + "\n{rest}\n"
    "\n港と暮らし\n33\n\n" + PAGE.format(n=3) + "\n\n野崎：岸壁の修繕\n34\n\n" + PAGE.format(n=4) + "\n"
)


def test_the_number_at_the_head_of_a_page_that_stands_at_its_foot_again_cuts_no_sentence(made: Make) -> None:
    text = HEADED.format(foot="船は三隻が港に\n31", rest="戻った。")
    document = made(text.replace("野崎：岸壁の修繕\n32\n\n", "野崎：岸壁の修繕\n32\n\n戻り、"))
    assert numbers(document).count("31") == 2
    assert not any("港に31" in passage.text for passage in document.passages)


def test_another_number_at_the_foot_of_a_page_stays_in_the_text(made: Make) -> None:
    document = made(HEADED.format(foot="船の数は次のとおり\n45", rest="戻った。"))
    assert "45" not in numbers(document) and "45" in document.text
