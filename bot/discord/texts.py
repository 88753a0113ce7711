"""The words that only Discord needs, in the four languages; all others are in `bot.messages`.

Invariant: each key has all four wordings, with the same placeholders.
"""

from __future__ import annotations

from typing import Final, Literal

from bot.messages import Lang, language

Key = Literal["help", "unreadable", "error", "shelf", "index", "model", "reference"]

DISCORD_TEXTS: Final[dict[Key, dict[Lang, str]]] = {
    "help": {
        "ja": "資料について質問してください。資料に書かれていることだけを、脚注付きでお答えします。\n"
        "`/ask` に続けて質問を書くか、私宛てのメンションまたはダイレクトメッセージに質問をお書きください。",
        "en": "Ask me about the documents. I answer only what they say, with footnotes.\n"
        "Use `/ask`, mention me with a question, or send it as a direct message.",
        "zh": "请就资料提问。我只依据资料中的内容作答，并附上脚注。\n"
        "请使用 `/ask`，或在提及我时写下问题，也可以直接私信提问。",
        "ko": "자료에 대해 질문해 주세요. 자료에 적힌 내용만을 각주와 함께 답해 드립니다.\n"
        "`/ask`를 쓰거나, 저를 멘션하면서 질문을 적거나, 다이렉트 메시지로 보내 주세요.",
    },
    "unreadable": {
        "ja": "メッセージの本文を読み取れませんでした。"
        "ロールではなく私自身（ボット）をメンションするか、`/ask` をお使いください。",
        "en": "I could not read the message. Please mention me (the bot, not its role), or use `/ask`.",
        "zh": "无法读取消息内容。请提及我本人（机器人，而不是它的身份组），或使用 `/ask`。",
        "ko": "메시지 내용을 읽지 못했습니다. 역할이 아니라 저(봇)를 직접 멘션하거나 `/ask`를 사용해 주세요.",
    },
    "error": {
        "ja": "申し訳ありません。問題が起きて、お答えできませんでした。",
        "en": "Sorry, something went wrong and I could not answer.",
        "zh": "抱歉，出现问题，未能作答。",
        "ko": "죄송합니다. 문제가 생겨 답하지 못했습니다.",
    },
    "shelf": {
        "ja": "資料を読み込めないため、今はお答えできません。",
        "en": "The documents cannot be read, so I cannot answer at the moment.",
        "zh": "无法读取资料，目前不能作答。",
        "ko": "자료를 읽을 수 없어 지금은 답할 수 없습니다.",
    },
    "index": {
        "ja": "索引が使えないため、今はお答えできません。",
        "en": "The index cannot be used, so I cannot answer at the moment.",
        "zh": "索引无法使用，目前不能作答。",
        "ko": "색인을 사용할 수 없어 지금은 답할 수 없습니다.",
    },
    "model": {
        "ja": "言語モデルが使えないため、今はお答えできません。",
        "en": "The language model cannot be used, so I cannot answer at the moment.",
        "zh": "语言模型无法使用，目前不能作答。",
        "ko": "언어 모델을 사용할 수 없어 지금은 답할 수 없습니다.",
    },
    "reference": {
        "ja": "（管理者への照会番号：{reference}）",
        "en": "(reference for the operator: {reference})",
        "zh": "（供管理员查询的编号：{reference}）",
        "ko": "(관리자 문의 번호: {reference})",
    },
}


def phrase(key: Key, lang: str, **values: object) -> str:
    """Word ``key`` in ``lang`` (a language or locale tag; English for any other) with ``values`` in their places."""
    return DISCORD_TEXTS[key][language(lang)].format_map(values)
