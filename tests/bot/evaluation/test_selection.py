"""Choosing items, and figures as gates."""

from __future__ import annotations

import pytest

from bot.evaluation.gold import GoldItem
from bot.evaluation.selection import read_gate, selected, unmet
from bot.evaluation.summary import Figure
from corpus.errors import UsageError


def ids(found: tuple[GoldItem, ...]) -> list[str]:
    return [item.id for item in found]


def test_items_are_chosen_by_what_they_are(items: dict[str, GoldItem]) -> None:
    every = tuple(items.values())
    assert ids(selected(every, ["category=table,chat"])) == ["apples", "hello"]
    assert ids(selected(every, ["lang=ja", "split=tune"])) == ["opening", "nobody", "hello"]
    assert ids(selected(every, ["id=o*"])) == ["opening"]


def test_a_sample_is_the_same_for_a_seed_and_keeps_the_order(items: dict[str, GoldItem]) -> None:
    every = tuple(items.values())
    drawn = {tuple(ids(selected(every, sample=2, seed=seed))) for seed in range(20)}
    assert len(drawn) > 1
    assert selected(every, sample=2, seed=3) == selected(every, sample=2, seed=3)
    order = list(items)
    assert all(order.index(a) < order.index(b) for a, b in drawn)
    assert selected(every, sample=9) == every


@pytest.mark.parametrize("only", ["table", "kind=x", "category"])
def test_a_selection_that_is_none_is_refused(items: dict[str, GoldItem], only: str) -> None:
    with pytest.raises(UsageError, match="KEY=VALUE"):
        selected(tuple(items.values()), [only])


def test_a_selection_of_nothing_is_refused(items: dict[str, GoldItem]) -> None:
    with pytest.raises(UsageError, match="leaves no gold item"):
        selected(tuple(items.values()), ["lang=ko"])


def test_a_gate_is_met_at_its_figure_and_not_below() -> None:
    figures = {"success": Figure(0.8, 10), "success[table]": Figure(0.5, 4)}
    assert unmet([read_gate("success=0.8"), read_gate("success[table]=0.5")], figures) == []
    assert unmet([read_gate("success[table]=0.51")], figures) == ["success[table] is 0.500, below 0.51"]


def test_a_gate_on_a_figure_that_does_not_exist_is_an_error_and_names_the_nearest() -> None:
    with pytest.raises(UsageError, match=r"did you mean success\?"):
        unmet([read_gate("sucess=0.8")], {"success": Figure(0.8, 10)})
    with pytest.raises(UsageError, match="NAME=NUMBER"):
        read_gate("success")
