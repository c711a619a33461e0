"""Codes W34x: published figures that contradict each other."""

from axplan.core.text import Text
from axplan.inputs.messages.entry import Entry

PUBLISHED = Text(
    "이 열은 대조용이어서 계획에는 영향이 없습니다. 원자료와 맞추어 보고, 원자료가 그렇다면 그대로 두고 provenance에 적으십시오.",
    "The column is for comparison and does not change the plan. Compare it with the source; if the source says so, leave "
    "it and note it in sheet provenance.",
)
AGREED = Text("다른 행과 맞는 값: {shared}", "{shared}, as the other rows imply")
ROUNDING = Text(
    "공표된 수는 반올림된 것입니다: 0.58은 0.575~0.585를 뜻합니다.",
    "Published figures are rounded: 0.58 stands for 0.575 to 0.585.",
)

AUDIT = (
    Entry(
        code="W340",
        title=Text("무역수지와 맞지 않는 무역특화지수", "Trade specialisation contradicts the trade balance"),
        found=Text("trade_specialisation = {typed}, 그러나 {formula}", "trade_specialisation = {typed}, but {formula}"),
        allowed=Text("반올림을 감안해도 {limit}", "{limit}, however the figures were rounded"),
        meaning=Text(
            f"무역특화지수는 무역수지 ÷ (2 × 수출 − 무역수지), 곧 (수출 − 수입) ÷ (수출 + 수입)입니다. {ROUNDING.ko} 세 값이 그 범위 안에서 이 식을 만족할 수 없습니다.",
            "The index is balance ÷ (2 × exports − balance), that is (exports − imports) ÷ (exports + imports). "
            f"{ROUNDING.en} No values within these limits satisfy the formula.",
        ),
        cure=PUBLISHED,
        place="industries!J7",
        sample={"typed": "0.19", "formula": "0.1 ÷ (2 × 9.2 − 0.1) = 0.005",
                "limit": Text("0.0083 이하", "at most 0.0083")},
    ),
    Entry(
        code="W341",
        title=Text("공통 평균과 맞지 않는 영향력계수", "Influence contradicts the common mean"),
        found=Text("{column} = {typed}, 그러면 평균은 {formula}", "{column} = {typed}, which implies the mean {formula}"),
        allowed=AGREED,
        meaning=Text(
            f"영향력계수는 생산유발계수를 전 산업 평균으로 나눈 값이므로 모든 행에서 같은 평균이 나와야 합니다. {ROUNDING.ko}",
            f"Influence is the inducement coefficient divided by the mean of all industries, so every row implies the same mean. {ROUNDING.en}",
        ),
        cure=PUBLISHED,
        place="industries!L4",
        sample={"column": "influence", "typed": "1.43", "formula": "production_inducement ÷ influence = 2.52 ÷ 1.43 = 1.762",
                "shared": Text("1.871~1.889", "1.871 to 1.889")},
    ),
    Entry(
        code="W342",
        title=Text("공통 총액과 맞지 않는 비중", "Share contradicts the common total"),
        found=Text("{column} = {typed}, 그러면 총액은 {formula}", "{column} = {typed}, which implies the total {formula}"),
        allowed=AGREED,
        meaning=Text(
            f"값을 비중으로 나누면 모든 행에서 같은 총액이 나와야 합니다. {ROUNDING.ko}",
            f"A value divided by its share gives the total, which must be the same in every row. {ROUNDING.en}",
        ),
        cure=PUBLISHED,
        place="industries!E5",
        sample={"column": "production_share", "typed": "0.081", "formula": "production ÷ production_share = 36.4 ÷ 0.081 = 449.4",
                "shared": Text("2066~2069", "2066 to 2069")},
    ),
)  # fmt: skip
