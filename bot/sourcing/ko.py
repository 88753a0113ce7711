"""How Korean asks for a source: what is told, what it is told in, and the verbs that join them."""

from __future__ import annotations

from corpus.structure.patterns import after, any_of, before, maybe, not_after, not_before, words

_ENDING = "[가-힣]*"  # the particles and endings that are written with a word
_WHOLE = "(?![가-힣])"

# What is told, what it is told in, and which (어느 신문).
_TOLD = any_of(
    words("얘기 이야기 말 정보 내용 수치 숫자 주장 소문 대목 부분 데이터 금액 통계 설명 기록 인용 구절"),
    words("거 것 건 소식 지적"),
)
_MEDIUM = words("언론사? 매체 보도 기사 신문 방송 통신사? 자료 사료 문헌 사이트 뉴스")
_WRITING = any_of(_MEDIUM, words("문서 문건 보고서 통계 논문 책 기록 조사 발표 판결문? 데이터 연감 백서"))
_WHICH = words("어느 어떤 무슨 어디") + " ?"

_BY_ITS_NAME = any_of(
    any_of(words("출처 출전 원문 원출처 정보원"), "참고 ?" + words("문헌 자료"))
    + not_before("로 ", "가? ?없는", "가? ?미상", "도 ?없는")
    + _ENDING,
    not_after("법적 ") + "근거" + not_before("리", " ?없는") + maybe("자료") + _ENDING,
    "링크" + _ENDING,
)
_BY_WHERE_IT_STANDS = any_of(
    "어디서 ?" + any_of("나온", "나왔", "온 ?" + _TOLD, words("보도 인용 가져온 따온 퍼온 전한 들은 확인")) + _ENDING,
    "어디에 ?" + words("나온 나와 실린 실려 적힌 적혀 쓰여 기록되 기록돼") + _ENDING,
)
_BY_WHO_TELLS = any_of(
    # 누가 낸 통계
    "누가 ?"
    + words("낸 만든 집계한 조사한 추산한 계산한")
    + " ?"
    + words("통계 수치 숫자 조사 추산 추정 계산")
    + _ENDING,
    "누가 ?" + maybe("한 ") + "말",
    "누구 ?" + words("말 주장"),
    "누가 ?" + words("보도 전한 집계 추산 조사") + "한?" + maybe(" ?" + _TOLD) + _ENDING,
)
_BY_WHAT_IT_RESTS_ON = (
    # 무엇을 바탕으로 만든 거야
    words("무엇 뭐 뭣 뭘 무얼 무엇을 뭐를 무엇에 뭐에")
    + "[을를에]? ?"
    + words("근거 바탕 토대 기초 보고 참고 인용 기반 의거")
    + _ENDING
    + maybe(
        " "
        + any_of(words("확인 쓴 썼 쓰 적 말"), "한 ", words("작성 만든"))
        + _ENDING
        + maybe(" " + words("거 것 건") + _ENDING)
    )
)
_BY_WHICH_WRITING = any_of(
    # 줄었다는 건 어느 조사 결과예요
    after("[다라]는 ") + "건 ?" + words("어느 어떤 무슨") + " ?" + _WRITING + maybe(" ?결과") + _ENDING,
    # 어느 신문 며칠 자 기사에 실린
    _WHICH
    + _MEDIUM
    + _ENDING
    + maybe(" 며칠 ?자")
    + maybe(" " + _MEDIUM + _ENDING)
    + before("[?]?$", "[,?]", " " + words("나[온오왔] 실 적 쓰 보도 인용 근거 출처 말 내용 따 의하 참고 있")),
    _WHICH
    + _WRITING
    + any_of(
        "[을를] ?" + words("근거 바탕 토대 인용 참고 보고"),
        "에서? ?" + words("나[온오왔] 실 적 쓰여 근거 따 의하 의거 기반 언급 있는"),
        "[이가] ?" + words("출처 근거 보도 전한"),
    )
    + _ENDING,
)
SOURCE = any_of(_BY_ITS_NAME, _BY_WHERE_IT_STANDS, _BY_WHO_TELLS, _BY_WHAT_IT_RESTS_ON, _BY_WHICH_WRITING)

CLAIMED = any_of(
    words("얘기 이야기 내용 정보 수치 숫자 주장 소문 대목 부분 지적 소식") + "[은는이가을를의에]?" + _WHOLE,
    "나온",
    after("[는던] ") + words("건 게 것은 것이") + before(" "),
    after(" ") + "거" + before(r"[,\s?]", "$"),
    "며칠자",
    after(" ") + "말" + before(r"[,\s]", "$"),
    words("한 된 온 쓴 나온") + " ?" + words("건가요 거예요 거야 것인가요 것입니까 건지 거죠 겁니까"),
    words("기사 자료 보도 문서") + maybe(words("에서? 는 은 을 를")) + _WHOLE,
)
