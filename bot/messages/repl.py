"""What the REPL says."""

from __future__ import annotations

from typing import Literal

from bot.messages.languages import Wordings

ReplKey = Literal[
    "repl_welcome", "repl_help", "repl_new", "repl_no_answer", "repl_no_footnotes", "repl_stopped", "repl_unknown",
    "repl_no_history", "repl_filter", "repl_no_filter", "repl_filter_form",
]  # fmt: skip

REPL: dict[ReplKey, Wordings] = {
    "repl_welcome": (
        "tenkyo（典拠） ── 資料について質問を入力してください。/help で使い方、Ctrl-D で終了します。",
        "tenkyo — type a question about the documents. /help shows the commands, Ctrl-D leaves.",
        "tenkyo（典拠）── 请输入有关资料的问题。/help 查看用法，Ctrl-D 退出。",
        "tenkyo(典拠) ── 자료에 관한 질문을 입력하세요. /help 로 사용법을 보고 Ctrl-D 로 끝냅니다.",
    ),
    "repl_help": (
        "/new      会話を新しく始める\n"
        "/sources  直前の答えの脚注をもう一度表示する\n"
        "/json     直前の答えを JSON で表示する\n"
        "/filter   資料を絞り込む（/filter author=堀田 since=2025-09、/filter で表示、/filter off で解除）\n"
        "/help     この説明\n"
        "/quit     終了する（Ctrl-D も同じ）\n"
        "Ctrl-C    入力中の行を消す、または答えを待つのをやめる",
        "/new      start a new conversation\n"
        "/sources  show the footnotes of the last answer again\n"
        "/json     print the last answer as JSON\n"
        "/filter   narrow the documents (/filter author=Hotta since=2025-09; /filter shows, /filter off ends)\n"
        "/help     this help\n"
        "/quit     leave (so does Ctrl-D)\n"
        "Ctrl-C    clear the line, or stop waiting for an answer",
        "/new      开始新的对话\n"
        "/sources  再次显示上一个回答的脚注\n"
        "/json     以 JSON 显示上一个回答\n"
        "/filter   筛选资料（/filter author=堀田 since=2025-09；/filter 查看，/filter off 取消）\n"
        "/help     显示本说明\n"
        "/quit     退出（Ctrl-D 亦可）\n"
        "Ctrl-C    清除当前输入，或停止等待回答",
        "/new      새 대화를 시작합니다\n"
        "/sources  직전 답변의 각주를 다시 보여 줍니다\n"
        "/json     직전 답변을 JSON으로 보여 줍니다\n"
        "/filter   자료를 좁힙니다(/filter author=Hotta since=2025-09, /filter 로 보기, /filter off 로 해제)\n"
        "/help     이 도움말을 보여 줍니다\n"
        "/quit     끝냅니다(Ctrl-D도 같습니다)\n"
        "Ctrl-C    입력 중인 줄을 지우거나 답변 대기를 멈춥니다",
    ),
    "repl_new": (
        "新しい会話を始めます。",
        "Starting a new conversation.",
        "开始新的对话。",
        "새 대화를 시작합니다.",
    ),
    "repl_no_answer": ("まだ答えがありません。", "There is no answer yet.", "还没有回答。", "아직 답변이 없습니다."),
    "repl_no_footnotes": (
        "直前の答えに脚注はありません。",
        "The last answer has no footnotes.",
        "上一个回答没有脚注。",
        "직전 답변에는 각주가 없습니다.",
    ),
    "repl_stopped": (
        "待つのをやめました。",
        "Stopped waiting for the answer.",
        "已停止等待。",
        "답변 대기를 멈췄습니다.",
    ),
    "repl_unknown": (
        "{command} というコマンドはありません。/help で一覧を表示します。",
        "There is no command {command}. /help lists the commands.",
        "没有 {command} 这个命令。/help 可查看命令列表。",
        "{command} 명령은 없습니다. /help 로 목록을 볼 수 있습니다.",
    ),
    "repl_no_history": (
        "入力履歴を {path} に保存できません（{detail}）。履歴なしで続けます。",
        "The input history cannot be kept in {path} ({detail}); going on without it.",
        "无法将输入历史保存到 {path}（{detail}），将不保存历史继续运行。",
        "입력 기록을 {path} 에 저장할 수 없습니다({detail}). 기록 없이 계속합니다.",
    ),
    "repl_filter": (
        "絞り込み：{filters}",
        "Filter: {filters}",
        "筛选条件：{filters}",
        "필터: {filters}",
    ),
    "repl_no_filter": (
        "絞り込みはありません。",
        "No filter is set.",
        "没有设置筛选条件。",
        "설정된 필터가 없습니다.",
    ),
    "repl_filter_form": (
        "/filter 名前=値 … の形で指定してください（名前：{names}）。例：/filter author=堀田 since=2025-09",
        "Write /filter name=value … (names: {names}), for example: /filter author=Hotta since=2025-09",
        "请写成 /filter 名称=值 …（名称：{names}）。例如：/filter author=堀田 since=2025-09",
        "/filter 이름=값 … 형식으로 적어 주세요(이름: {names}). 예: /filter author=Hotta since=2025-09",
    ),
}
