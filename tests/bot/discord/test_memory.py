"""What is remembered of a conversation, and for how long."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.discord.memory import Memory


def test_the_latest_questions_come_back_oldest_first() -> None:
    """Past the number of turns the oldest is forgotten."""
    memory = Memory(turns=2)
    for at, question in enumerate("abc"):
        memory.remember("x", question, at)
    assert memory.recall("x", 3) == ("b", "c")
    assert memory.recall("y", 3) == ()


def test_questions_outside_the_window_are_forgotten() -> None:
    """Each question ages by itself."""
    memory = Memory(window=10)
    memory.remember("x", "a", 0)
    memory.remember("x", "b", 8)
    assert memory.recall("x", 10) == ("a", "b")
    assert memory.recall("x", 11) == ("b",)
    assert memory.recall("x", 19) == ()


def test_the_quietest_conversation_makes_room() -> None:
    """Recalling does not count as speaking."""
    memory = Memory(conversations=2)
    for at, who in enumerate("xyxz"):
        memory.remember(who, who, at)
    memory.recall("y", 4)
    assert [bool(memory.recall(who, 4)) for who in "xyz"] == [True, False, True]


@given(st.lists(st.tuples(st.integers(0, 20), st.text(max_size=2), st.floats(0, 5)), max_size=60))
def test_it_never_grows_past_its_bounds(asked: list[tuple[int, str, float]]) -> None:
    """Whatever is asked by whomever, conversations and turns stay bounded."""
    memory, now = Memory(turns=3, window=5, conversations=4), 0.0
    for who, question, pause in asked:
        now += pause
        memory.remember(who, question, now)
        assert len(memory) <= 4
        assert len(memory.recall(who, now)) <= 3
        assert memory.recall(who, now)[-1] == question
