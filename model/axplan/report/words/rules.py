"""Words of the policy rules."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "rules_heading": Text("제약별 결과", "Rules"), "soft_heading": Text("벌점 제약의 미달", "Soft rules and what missing them costs"), "demand": Text("요구", "Demand"),
    "demand_share": Text("{mark} 전체의 {value}", "{mark} {value} of the whole"), "demand_growth": Text("{mark} 전년 {value}", "{mark} year before {value}"),
    "charged": Text("목적값에서 뺀 값 ({unit})", "Taken off the objective ({unit})"), "no_rules": Text("이 계획에는 정책 제약이 없습니다.", "The plan has no policy rules."),
    "scope": Text("적용 범위", "Covers"), "scope_all": Text("전체", "everything"), "price_of_rule": Text("잠재가격 ({unit}/\n억원 또는 명)", "Shadow price ({unit}\n/KRW 100m or person)"),
    "floors_heading": Text("효과 하한", "Effect floors"), "price_of_floor": Text("잠재가격 ({unit}/\n지표 1단위)", "Shadow price ({unit}\n/unit of the indicator)"),
    "floors_note": Text("하한은 목적이 아닌 지표의 할인한 합계에 대한 요구입니다. 여유가 0이면 하한이 묶여 있고, 잠재가격은 하한을 1단위 올릴 때 목적값의 변화입니다.", "A floor demands a discounted total of an indicator that is not maximised. It binds when its slack is 0; the shadow price is the change of the objective when it rises by one unit."),
    "rules_note": Text("잠재가격은 한도를 1단위 올릴 때 목적값의 변화이며, 작은 변화에서만 그대로 맞습니다. 여유가 0이면 제약이 묶여 있습니다.", "A shadow price is the change of the objective when the bound rises by one unit; it holds for small changes. A rule binds when its slack is 0."),
    "worth_nothing": Text("값 없음", "Worth nothing"), "room_left": Text("여유 있음", "Room left"), "binds_free": Text("묶였으나 풀어도 값 없음", "Binds, but relaxing it is worth nothing"),
    "worth_money": Text("1억원 풀면 +{one}{unit}, 100억원이면 약 +{many}{unit}", "by KRW 100m: +{one}; by KRW 10bn: about +{many} ({unit})"),
    "target_words": Text("{track}의 목표를 낮추면 얻는 {name}: {worth}", "{name} by lowering the target of {track}: {worth}"),
    "worth_people": Text("1명 덜면 +{one}{unit}, 1,000명이면 약 +{many}{unit}", "by 1 person: +{one}; by 1,000: about +{many} ({unit})"),
}
# fmt: on
