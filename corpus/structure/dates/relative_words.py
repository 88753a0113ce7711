"""The words that state a date by its place after another, each with its unit and number of steps (翌月, 昨年, 이듬해).

Invariant: a closed class; what stands around a word and makes it another is told by those who read them (`relative`).
"""

from __future__ import annotations

from corpus.structure.dates.weeks import words

RELATIVE = (
    words("同年:0,当年:0,翌年:1,次年:1,第二年:1,翌々年:2,前年:-1", "text", "year")
    | words("上年:-1,该年:0,該年:0", "text", "year")  # 上年: of the figures told, in Chinese
    | words("같은 해:0,동년:0,이듬해:1,다음 해:1,그해:0", "text", "year")
    | words("同じ年:0", "text", "year")
    | words("この年:0,その年:0,前の年:-1,次の年:1,明くる年:1,前一年:-1,전년:-1,익년:1", "text", "year")
    | words("前の月:-1,次の月:1,전월:-1,익월:1,이듬달:1", "text", "month")
    | words("前の日:-1,次の日:1,明くる日:1,익일:1", "text", "day")
    | words("同月:0,当月:0,该月:0,該月:0,同じ月:0,翌月:1,次月:1,翌々月:2,前月:-1,같은 달:0,동월:0", "text", "month")
    | words("同日:0,当日:0,当天:0,同じ日:0,翌日:1,次日:1,第二天:1,翌々日:2,前日:-1,前々日:-2,前一天:-1", "text", "day")
    | words("翌朝:1,翌晩:1,翌未明:1,その日:0,前夜:-1,前の晩:-1", "text", "day")
    # The same month of another year; 年が明けると is the year after the one told.
    | words("前年同月:-12,翌年同月:12,翌年の同月:12,翌年の同じ月:12,次年同月:12,上年同月:-12", "text", "month")
    | words("이듬해 같은 달:12,다음 해 같은 달:12,전년 동월:-12", "text", "month")
    | words("年が明けると:1,年が明けて:1,年が改まると:1,年が改まって:1,해가 바뀌자:1", "text", "year")
    | words("이튿날:1,다음 날:1,다음날:1,전날:-1,같은 날:0,당일:0", "text", "day")
    | words("一昨年:-2,おととし:-2,昨年:-1,去年:-1,今年:0,本年:0,来年:1,再来年:2,明年:1,后年:2", "now", "year")
    | words("재작년:-2,지지난해:-2,작년:-1,지난해:-1,올해:0,금년:0,내년:1", "now", "year")
    | words(
        "先々月:-2,先月:-1,今月:0,本月:0,这个月:0,這個月:0,来月:1,上个月:-1,上個月:-1,上月:-1,下个月:1,下個月:1,下月:1",
        "now",
        "month",
    )
    | words("지지난달:-2,지난달:-1,지난 달:-1,이달:0,이번 달:0,다음 달:1,다음달:1", "now", "month")
    | words("一昨日:-2,昨日:-1,本日:0,明日:1,明後日:2,前天:-2,昨天:-1,今天:0,明天:1,后天:2", "now", "day")
    | words("그저께:-2,그제:-2,어제:-1,오늘:0,내일:1,모레:2", "now", "day")
    | words("おととい:-2,きのう:-1,昨夜:-1,昨晩:-1,けさ:0,今朝:0,きょう:0,今夜:0,今晩:0", "now", "day")
    | words("あす:1,あさって:2", "now", "day")
    | words(
        "同夜:0,同晩:0,同夕:0,その夜:0,その晩:0,この日:0,当夜:0,当晚:0,當晚:0,隔天:1,隔日:1,翌晨:1,次晨:1",
        "text",
        "day",
    )
    | words("那天:0,那一天:0,이날:0,그날:0,그 날:0", "text", "day")
    | words("是年:0,那年:0,那一年:0,这一年:0,這一年:0,隔年:1,그 해:0,같은해:0,다음해:1,이듬 해:1", "text", "year")
    | words("是月:0,那个月:0,那個月:0,그달:0,그 달:0,같은달:0,당월:0", "text", "month")
    | words("내후년:2,후년:2,올:0,去岁:-1,大前年:-3,来々年:2", "now", "year")
    | words(
        "再来月:2,来々月:2,来来月:2,내달:1,금월:0,이번달:0,다다음 달:2,다다음달:2,下下个月:2,上上个月:-2",
        "now",
        "month",
    )
    | words("明晩:1,明早:1,今早:0,글피:3,大前天:-3,大后天:3,しあさって:3", "now", "day")
)
