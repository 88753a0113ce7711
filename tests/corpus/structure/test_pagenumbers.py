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
