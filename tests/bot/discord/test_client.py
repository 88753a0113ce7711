"""What people in Discord can do with the bot: a real discord.py client against a fake Discord on loopback."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Callable

import pytest

from bot.answer import Answer, Citation, Filters
from bot.discord.texts import phrase
from bot.messages import text
from corpus.errors import FilterError, IndexBroken, ModelError, ShelfError

from .conftest import FakeAssistant, Serve, said
from .fake_discord import BOT, BOT_ROLE, CHANNEL, DM, OTHER, OTHER_BOT, PERSON, FakeDiscord

pytestmark = pytest.mark.asyncio

IN_CHANNEL, IN_DM, TYPING = f"/channels/{CHANNEL}/messages", f"/channels/{DM}/messages", f"/channels/{CHANNEL}/typing"


def echo(question: str, turns: tuple[str, ...]) -> Answer:
    return said(f"「{question}」の答え")


def raising(error: Exception) -> Callable[[str, tuple[str, ...]], Answer]:
    def reply(question: str, turns: tuple[str, ...]) -> Answer:
        raise error

    return reply


def follow_ups(fake: FakeDiscord, token: str) -> list[str]:
    return [call.body["content"] for call in fake.sent("POST", token)]


async def settle(fake: FakeDiscord) -> None:
    """Wait until the bot has handled all that was delivered before: it answers one more message."""
    before = len(fake.sent("POST", IN_DM))
    await fake.write("!", dm=True, author=OTHER)
    await fake.wait_for("POST", IN_DM, before + 1)


async def test_it_logs_in_with_the_least_intents_and_publishes_ask(online: Serve) -> None:
    """Guilds, guild messages and direct messages; nothing privileged. The command is worded in four languages."""
    async with online(FakeAssistant(echo)) as fake:
        assert fake.intents == (1 << 0) | (1 << 9) | (1 << 12)
        (command,) = fake.commands
        assert command["name"] == "ask"
        assert command["description"] == text("ask_description", "en")
        assert command["description_localizations"]["ja"] == text("ask_description", "ja")
        assert {"zh-CN", "zh-TW", "ko"} <= set(command["description_localizations"])
        question, *filters = command["options"]
        assert (question["name"], question["required"], question["max_length"]) == ("question", True, 2000)
        assert [option["name"] for option in filters] == ["document", "author", "kind", "since", "until"]
        assert not any(option["required"] for option in filters)
        assert [choice["value"] for choice in filters[2]["choices"]] == ["prose", "row", "note", "heading"]
        assert filters[1]["description_localizations"]["ko"] == text("filter_author", "ko")


async def test_ask_is_deferred_at_once_and_answered_when_the_answer_is_there(online: Serve) -> None:
    """Discord hears within a fraction of its three seconds, although the assistant takes longer."""

    def slow(question: str, turns: tuple[str, ...]) -> Answer:
        time.sleep(0.4)
        return said("2025年10月")

    async with online(FakeAssistant(slow)) as fake:
        used = time.perf_counter()
        token = await fake.use_command("訪朝は *いつ*")
        (deferred,) = await fake.wait_for("POST", "/callback")
        assert deferred.body == {"type": 5}
        assert deferred.at - used < 0.3
        (answered,) = await fake.wait_for("POST", token)
        assert answered.at - used >= 0.4
        assert answered.body["content"] == "> 訪朝は \\*いつ\\*\n2025年10月"


async def test_filters_of_ask_reach_the_assistant(online: Serve) -> None:
    """Each option under its own name; what was left empty narrows nothing."""
    assistant = FakeAssistant(echo)
    async with online(assistant) as fake:
        token = await fake.use_command("いつ", author="堀田", kind="row", since="2025-09")
        await fake.wait_for("POST", token)
        assert assistant.filters == [Filters(author="堀田", kind=("row",), since="2025-09")]
        await fake.wait_for("POST", await fake.use_command("いつ"))
        assert assistant.filters[-1] is None


async def test_a_filter_that_cannot_be_used_is_said_and_nothing_is_asked(online: Serve) -> None:
    """A date that is none is answered with how dates are written."""
    assistant = FakeAssistant(echo)
    async with online(assistant) as fake:
        token = await fake.use_command("いつ", since="@everyone")
        await fake.wait_for("POST", token)
        (said_back,) = follow_ups(fake, token)
        assert "2025-09-03" in said_back
        assert "@everyone" not in said_back
        assert assistant.asked == []


async def test_a_filter_that_matches_nothing_is_said_with_what_is_near(online: Serve) -> None:
    """In the person's language, without a reference: nothing went wrong."""
    async with online(FakeAssistant(raising(FilterError("author=田中", "堀田幸裕")))) as fake:
        token = await fake.use_command("いつ", author="田中")
        await fake.wait_for("POST", token)
        assert follow_ups(fake, token)[0].endswith(text("filter_none", "ja", filters="author=田中", nearest="堀田幸裕"))


async def test_a_mention_is_answered_as_a_reply_without_the_mention(online: Serve) -> None:
    """The assistant gets the question alone; people see the bot typing, then a reply."""
    shown = threading.Event()

    def patient(question: str, turns: tuple[str, ...]) -> Answer:
        shown.wait(5)
        return echo(question, turns)

    assistant = FakeAssistant(patient)
    async with online(assistant) as fake:
        number = await fake.write(f"<@{BOT}> 訪朝は<@!{BOT}>いつ", mentions=(BOT,))
        await fake.wait_for("POST", TYPING)
        shown.set()
        (reply,) = await fake.wait_for("POST", IN_CHANNEL)
        assert assistant.asked == [("訪朝は いつ", ())]
        assert reply.body["content"] == "「訪朝は いつ」の答え"
        assert reply.body["message_reference"]["message_id"] == int(number)
        assert reply.body["message_reference"]["fail_if_not_exists"] is False


async def test_a_direct_message_is_answered(online: Serve) -> None:
    """No mention is needed there."""
    async with online(FakeAssistant(echo)) as fake:
        await fake.write("いつ", dm=True)
        (reply,) = await fake.wait_for("POST", IN_DM)
        assert reply.body["content"] == "「いつ」の答え"


async def test_what_is_not_written_to_the_bot_is_ignored(online: Serve) -> None:
    """Bots (itself included), webhooks, system messages, messages to others and to everyone."""
    assistant = FakeAssistant(echo)
    async with online(assistant) as fake:
        await fake.write("a", author=OTHER_BOT, mentions=(BOT,))
        await fake.write("b", author=OTHER_BOT, dm=True)
        await fake.write("c", author=BOT, dm=True)
        await fake.write("d", mentions=(BOT,), webhook_id="77")
        await fake.write("e", mentions=(BOT,), type=6)  # a pinned message
        await fake.write(f"<@{OTHER}> f", mentions=(OTHER,))
        await fake.write("@everyone g", mention_everyone=True)
        await fake.write("h", roles=(BOT_ROLE + 1,))
        await settle(fake)
        assert [question for question, _ in assistant.asked] == ["!"]
        assert not fake.sent("POST", IN_CHANNEL)


@pytest.mark.parametrize("content", [f"<@{BOT}>", f" <@!{BOT}> "])
async def test_a_mention_without_a_question_gets_help(online: Serve, content: str) -> None:
    """The help says how to ask."""
    async with online(FakeAssistant(echo)) as fake:
        await fake.write(content, mentions=(BOT,))
        (reply,) = await fake.wait_for("POST", IN_CHANNEL)
        assert "/ask" in reply.body["content"]


async def test_mentioning_the_role_instead_of_the_bot_is_explained(
    online: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    """Discord then sends no text (it would be a privileged intent); people pick the role by mistake."""
    assistant = FakeAssistant(echo)
    async with online(assistant) as fake:
        await fake.write(f"<@&{BOT_ROLE}> いつ", roles=(BOT_ROLE,))
        (reply,) = await fake.wait_for("POST", IN_CHANNEL)
        assert "ロール" in reply.body["content"]
        assert not assistant.asked
        assert "message content intent" in caplog.text


async def test_nobody_is_pinged(online: Serve) -> None:
    """Every message forbids pings, and what looks like one in questions or answers is inert anyway."""

    def hostile(question: str, turns: tuple[str, ...]) -> Answer:
        return said("@everyone <@2001> <@&6000> **x**")

    async with online(FakeAssistant(hostile)) as fake:
        token = await fake.use_command("@here <@2001>")
        await fake.write(f"<@{BOT}> @everyone", mentions=(BOT,))
        await fake.write(f"<@{BOT}>", mentions=(BOT,))
        sent = await fake.wait_for("POST", IN_CHANNEL, 2) + await fake.wait_for("POST", token)
        for call in sent:
            assert call.body["allowed_mentions"] == {"parse": []}
            assert call.body["flags"] == 4  # no previews
            assert not {"@everyone", "@here", "<@2001>", "<@&6000>"} & set(call.body["content"].split())
            assert "**x**" not in call.body["content"]


async def test_long_answers_come_in_several_messages(online: Serve) -> None:
    """In order, each within Discord's limit, only the first as a reply."""

    def long(question: str, turns: tuple[str, ...]) -> Answer:
        quote = "李強首相が平壌を訪問した。" * 60
        notes = [
            Citation(n, "d", "題", "著者", "2025", "節", None, "prose", "author", quote, (), "") for n in range(1, 6)
        ]
        return Answer("?", (), "ja", "grounded", False, 1.0, "i", "要点", citations=tuple(notes))

    async with online(FakeAssistant(long)) as fake:
        await fake.write("いつ", dm=True)
        token = await fake.use_command("いつ")
        replies = await fake.wait_for("POST", IN_DM, 3)
        await fake.wait_for("POST", token, 3)
        for contents in ([call.body["content"] for call in replies], follow_ups(fake, token)):
            assert all(len(content) <= 2000 for content in contents)
            places = ["\n".join(contents).index(f"**[{n}]**") for n in range(1, 6)]
            assert places == sorted(places)
        assert ["message_reference" in call.body for call in replies] == [True, False, False]


async def test_a_slow_assistant_blocks_neither_the_loop_nor_the_heartbeats(online: Serve) -> None:
    """While answers take a second, the loop turns without a halt and the heart beats in time."""
    release = threading.Event()

    def slow(question: str, turns: tuple[str, ...]) -> Answer:
        release.wait(5)
        return said(question)

    async def halts(seconds: float) -> float:
        longest, until = 0.0, time.perf_counter() + seconds
        while (before := time.perf_counter()) < until:
            await asyncio.sleep(0.01)
            longest = max(longest, time.perf_counter() - before - 0.01)
        return longest

    async with online(FakeAssistant(slow), heartbeat_interval=0.1) as fake:
        tokens = [await fake.use_command(f"q{n}") for n in range(3)]
        await fake.write("q3", dm=True)
        await fake.wait_for("POST", "/callback", 3)
        started = time.perf_counter()
        assert await halts(1.0) < 0.25
        beats = [at for at in fake.heartbeats if at >= started]
        assert len(beats) >= 5
        assert not any(fake.sent("POST", token) for token in tokens)
        release.set()
        for token in tokens:
            await fake.wait_for("POST", token)


async def test_two_questions_at_once_are_answered_at_once(online: Serve) -> None:
    """Each waits only for its own answer; the second does not queue behind the first."""
    both = threading.Barrier(2, timeout=5)

    def together(question: str, turns: tuple[str, ...]) -> Answer:
        both.wait()  # passes only when two are inside
        return said(f"{question}の答え")

    async with online(FakeAssistant(together), workers=2) as fake:
        one, two = await fake.use_command("一"), await fake.use_command("二", person=OTHER)
        await fake.wait_for("POST", one)
        await fake.wait_for("POST", two)
        assert follow_ups(fake, one) == ["> 一\n一の答え"]
        assert follow_ups(fake, two) == ["> 二\n二の答え"]


async def test_the_time_limit_ends_in_a_message(online: Serve) -> None:
    """People are told; the bot goes on, and what the assistant still computes is dropped."""
    release = threading.Event()

    def stuck(question: str, turns: tuple[str, ...]) -> Answer:
        if question == "長い":
            release.wait(5)
        return said(question)

    async with online(FakeAssistant(stuck), timeout=0.2) as fake:
        token = await fake.use_command("長い")
        await fake.write(f"<@{BOT}> 長い", mentions=(BOT,))
        await fake.wait_for("POST", token)
        (reply,) = await fake.wait_for("POST", IN_CHANNEL)
        assert text("timeout", "ja") in follow_ups(fake, token)[0]
        assert reply.body["content"] == text("timeout", "ja")
        await fake.write("短い", dm=True)
        (reply,) = await fake.wait_for("POST", IN_DM)
        assert reply.body["content"] == "短い"
        release.set()
        await settle(fake)
        assert len(fake.sent("POST", token)) == 1


async def test_too_many_questions_are_turned_away(online: Serve) -> None:
    """Past the threads and the waiting places people are told to come back."""
    release = threading.Event()

    def held(question: str, turns: tuple[str, ...]) -> Answer:
        release.wait(5)
        return said(question)

    async with online(FakeAssistant(held), workers=1, waiting=1) as fake:
        await fake.use_command("一")
        await fake.use_command("二")
        await fake.wait_for("POST", "/callback", 2)
        third = await fake.use_command("三つ目です")
        await fake.wait_for("POST", third)
        assert text("busy", "ja") in follow_ups(fake, third)[0]
        release.set()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ShelfError("/srv/shelf is empty"), "資料を読み込めない"),
        (IndexBroken("/srv/index is damaged"), "索引が使えない"),
        (ModelError("no model at /srv/model"), "言語モデルが使えない"),
        (ZeroDivisionError("division by zero"), "お答えできませんでした"),
        (TimeoutError(), "お答えできませんでした"),
    ],
)
async def test_errors_are_told_in_a_sentence_and_logged_in_full(
    online: Serve, caplog: pytest.LogCaptureFixture, error: Exception, words: str
) -> None:
    """No path, no traceback, no class name; a reference leads to the log."""
    async with online(FakeAssistant(raising(error))) as fake:
        token = await fake.use_command("いつですか")
        (call,) = await fake.wait_for("POST", token)
        content = call.body["content"]
        assert words in content
        assert not {"/srv", "Traceback", type(error).__name__} & set(content.replace("：", " ").split())
        reference = content.rsplit("：", 1)[1].removesuffix("）")
        assert reference in caplog.text
        assert str(error) in caplog.text
        await fake.write("いつですか", dm=True)
        (reply,) = await fake.wait_for("POST", IN_DM)
        assert words in reply.body["content"]


async def test_a_question_that_is_too_long_is_refused(online: Serve) -> None:
    """A message may be longer than a question (4,000 characters with a subscription)."""
    assistant = FakeAssistant(echo)
    async with online(assistant) as fake:
        await fake.write("いつ" * 1500, dm=True)
        (reply,) = await fake.wait_for("POST", IN_DM)
        assert reply.body["content"] == text("too_long", "ja", limit=2000)
        assert not assistant.asked


async def test_follow_ups_carry_the_earlier_questions_of_that_person_there(online: Serve) -> None:
    """The same person in the same channel; not another person, not another channel, not what failed."""

    def reply(question: str, turns: tuple[str, ...]) -> Answer:
        if question == "失敗":
            raise ValueError
        return said(question)

    assistant = FakeAssistant(reply)
    async with online(assistant) as fake:
        asked = [("一", PERSON, False), ("失敗", PERSON, False), ("二", PERSON, False)]
        asked += [("三", OTHER, False), ("四", PERSON, True), ("五", PERSON, False)]
        for count, (question, author, dm) in enumerate(asked):
            await fake.write(question, author=author, dm=dm, mentions=(BOT,))
            async with asyncio.timeout(5):
                while len(fake.sent("POST", "/messages")) <= count:
                    await asyncio.sleep(0.005)
        assert assistant.asked == [
            ("一", ()),
            ("失敗", ("一",)),
            ("二", ("一",)),
            ("三", ()),
            ("四", ()),
            ("五", ("一", "二")),
        ]


@pytest.mark.parametrize(
    ("question", "locale", "lang"),
    [
        ("when", "ja", "en"),
        ("언제", "en-US", "ko"),
        ("？？？", "zh-CN", "zh"),
    ],
)
async def test_its_own_words_are_in_the_language_of_the_question(
    online: Serve, question: str, locale: str, lang: str
) -> None:
    """Where the question tells none, in the language in which the person sees Discord."""
    release = threading.Event()

    def held(question: str, turns: tuple[str, ...]) -> Answer:
        release.wait(5)
        return said("")

    async with online(FakeAssistant(held), timeout=0.05) as fake:
        token = await fake.use_command(question, locale=locale)
        (call,) = await fake.wait_for("POST", token)
        assert call.body["content"].endswith(text("timeout", lang))
        release.set()


async def test_a_message_that_tells_no_language_is_met_in_the_one_set(online: Serve) -> None:
    """Discord does not say in which language a person reads it."""
    async with online(FakeAssistant(echo), lang="ko") as fake:
        await fake.write(f"<@{BOT}>", mentions=(BOT,))
        (reply,) = await fake.wait_for("POST", IN_CHANNEL)
        assert reply.body["content"] == phrase("help", "ko")


async def test_a_channel_that_refuses_typing_still_gets_its_answer(online: Serve) -> None:
    """The typing indicator is a courtesy."""
    async with online(FakeAssistant(echo), fail={("POST", "/typing"): 403}) as fake:
        await fake.write(f"<@{BOT}> いつ", mentions=(BOT,))
        await fake.wait_for("POST", IN_CHANNEL)


async def test_a_channel_that_refuses_messages_is_logged(online: Serve, caplog: pytest.LogCaptureFixture) -> None:
    """There is nobody to tell; the bot goes on."""
    async with online(FakeAssistant(echo), fail={("POST", IN_CHANNEL): 403}) as fake:
        await fake.write(f"<@{BOT}> いつ", mentions=(BOT,))
        await fake.wait_for("POST", IN_CHANNEL)
        await settle(fake)
        assert "on_message failed" in caplog.text


async def test_a_command_it_does_not_know_is_answered_with_an_error(online: Serve) -> None:
    """Discord may still show a command of an earlier version."""
    async with online(FakeAssistant(echo)) as fake:
        token = await fake.use_command("いつ", name="find")
        (call,) = await fake.wait_for("POST", token)
        assert "お答えできませんでした" in call.body["content"]


async def test_mentions_work_when_the_command_cannot_be_published(
    online: Serve, caplog: pytest.LogCaptureFixture
) -> None:
    """The log says that /ask is missing."""
    caplog.set_level(logging.ERROR)
    async with online(FakeAssistant(echo), fail={("PUT", "/commands"): 403}) as fake:
        await fake.write(f"<@{BOT}> いつ", mentions=(BOT,))
        await fake.wait_for("POST", IN_CHANNEL)
        assert "/ask could not be published" in caplog.text


async def test_nothing_else_is_asked_of_discord(online: Serve) -> None:
    """One question costs the calls one expects, and no others."""
    async with online(FakeAssistant(echo)) as fake:
        await fake.write(f"<@{BOT}> いつ", mentions=(BOT,))
        await fake.wait_for("POST", IN_CHANNEL)

        calls = [(call.method, call.path) for call in fake.requests if call.path != TYPING]
        assert calls == [
            ("GET", "/users/@me"),
            ("GET", "/oauth2/applications/@me"),
            ("PUT", f"/applications/{BOT}/commands"),
            ("POST", IN_CHANNEL),
        ]
