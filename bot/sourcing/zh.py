"""How Chinese asks for a source: what is told, what it is told in, and the verbs that join them."""

from __future__ import annotations

from corpus.structure.patterns import after, any_of, before, maybe, not_after, not_before, words

_END = ("[?？]", "$")
_SAME_CLAUSE = "[^，。,?？]"

# What is told, what it is told in, and which (哪份文件).
_TOLD = any_of(
    words("数据 数字 数目 说法 消息 信息 情报 这段 那段 这句 那句 这一段 那一段 这段话 那段话 一段 一句 内容 金额"),
    words("部分 记述 描述 结论 论断 引文 引语 统计 事 话 这点 这一点"),
)
_WRITING = any_of(
    words("文件 文书 文献 资料 材料 史料 档案 报道 报导 报告 报纸 新闻 消息 媒体 文章 论文 书籍 书 数据 统计"),
    words("声明 公告 通报 通讯社 网站 网页 机构 单位 部门 判决书 记录 记载 调查 说法 年鉴 杂志 期刊 证词"),
)
_WHAT = words("什么 什麼")
_WHICH = any_of(
    _WHAT, words("啥 何种"), "哪一?" + maybe(words("份 篇 家 个 本 些 部 条 则 种 项")), words("谁 誰 何人")
)
_SOURCE = words("出处 来源")

_BY_WHAT_IT_RESTS_ON = (
    # 依据的是什么文件; 引自哪里
    words("依据 根据 基于 参考 参照 引用 引自 援引 取自 摘自 源自 出自 来自 见于 载于 刊于 转引自? 依托 凭")
    + "[的了]?[是自]?"
    + any_of(
        _WHICH + maybe(words("发布 公布 发表 提供 报道 写 说 发 出")) + "的?" + _WRITING,
        any_of(_WHAT, words("谁 誰 何 哪里 哪儿 哪家? 哪个"))
        + maybe("来?" + words("写 说 得出 发布 报道 发 登 刊") + "的?")
        + before("[?？。，,呢]", "$"),
    )
)
_BY_ITS_NAME = any_of(
    words("出处 消息来源 资料来源 信息来源 数据来源 引文来源 信源 依据 凭据 原始出处")
    + before(words("是 在 为 呢 吗 什么 哪 有"), "[?？，,]", "$"),
    after("的") + "来源" + before(words("是 在 为 呢 吗 什么 哪"), *_END),
    any_of(_TOLD, "^", "[，,。]") + "来源" + before(words("是 在 为 呢 什么 哪"), *_END),
    words("注明 标明 标注 给出 交代 写明 说明") + "了?" + _SOURCE,
    not_after("没") + "有" + maybe("没有") + maybe("任何") + any_of(_SOURCE, words("依据 根据")) + not_before("的"),
    words("网址 链接 出處 來源"),
)
_BY_WHERE_IT_COMES_FROM = any_of(
    "[从由]哪[里儿]?" + words("引 摘 抄 取 查 看到 听来 得知 得来") + "[用来自的]*",
    _TOLD + _SAME_CLAUSE + "{0,4}从哪[里儿]?[来得取找]的?",
    _TOLD + _SAME_CLAUSE + "{0,3}" + words("出自 来自 引自 见于"),
)
_BY_WHO_TELLS = any_of(
    "谁说的",
    # 谁最先报道的消息
    any_of(words("谁 哪里 哪儿"), "哪[家个些]?" + _WRITING)
    + maybe(words("最先 首先 最早"))
    + words("报道 报导 发布 公布 统计 披露 记载 提供 测算 估算")
    + maybe("出来")
    + "的"
    + maybe(_WRITING, _TOLD),
)
_BY_WHICH_WRITING = any_of(
    # 有什么文件可以证明
    "有" + maybe(words("什么 哪些 没有 何")) + _WRITING + maybe(words("可以 能 能够")) + words("证明 佐证 支持 为证"),
    "哪[家篇]" + words("媒体 报道 文章 通讯社 报纸 新闻"),
    "哪个" + words("媒体 通讯社 网站"),
    # 在哪份文件里写到
    "在?" + words("哪 什么") + "一?[份篇个本种部]?" + _WRITING + "[里中上][有写说提记讲][到明载的]*",
    _TOLD + _SAME_CLAUSE + "{0,6}" + maybe(words("是 出自 来自")) + "哪一?[份篇个本家]" + _WRITING,
    "哪[份篇个本]" + words("资料 文件 报告 文献") + words("说 写 提 记载 给") + "[到的]?",
)
SOURCE = any_of(_BY_WHAT_IT_RESTS_ON, _BY_ITS_NAME, _BY_WHERE_IT_COMES_FROM, _BY_WHO_TELLS, _BY_WHICH_WRITING)

CLAIMED = any_of(
    # 火灾的数据，
    "的?" + _TOLD + before("[，,。?？]", "的?" + words("出处 来源 依据 根据"), "是", "有", "$"),
    words("数据 说法 写的? 这是 这段 那一?段 引用?的? 提到的? 哪天的?"),
    words("文章 文中 作者 原文 报告 资料") + "[里中]?" + before("[，,的是依根引参援来出]"),
    words("依据 根据 引用 参考") + "[的了]?",
    "发布的?",
    "消息",
    _SOURCE,
)
