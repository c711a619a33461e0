"""Words of the explanation of a plan, and of why there is none."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text
from axplan.report.words import COMMON, heading

# fmt: off
WORDS: Mapping[str, Text] = COMMON | {
    **heading("binding", Text("무엇이 묶는가", "What binds"), Text("무엇이 계획을 묶는가", "What binds the plan"),
        Text("출연·목표·제약 한 단위의 가치와 그것이 유효한 범위", "What one unit of appropriations, targets and rules is worth, and how far that holds")),
    **heading("removals", Text("제약의 가격", "Price of rules"), Text("제약의 가격", "The price of each rule and target"),
        Text("제약과 목표를 하나씩 없애고 다시 푼 이득과 옮겨 가는 금액", "Gains from leaving out each rule and target, and what would move")),
    **heading("causes", Text("왜 안 되는가", "Why there is no plan"), Text("왜 계획이 없는가", "Why there is no plan"),
        Text("함께 지킬 수 없는 요구, 하나만 바꾸어 푸는 길, 지킬 수 있는 만큼 지키는 계획", "Requirements that cannot hold together, single ways out, and a plan that meets what can be met")),
    "explain_feasible": Text("계획이 있습니다: {name} {value} {unit}. 무엇이 계획을 묶고 있고, 하나 더 있으면 얼마나 나아지는지 적습니다.", "There is a plan: {name} {value} {unit}. What holds it back, and what one more of it would be worth:"),
    "explain_infeasible": Text("모든 요구를 함께 만족하는 계획이 없습니다.", "No plan satisfies all requirements together."),
    "explain_prices_heading": Text("한 단위의 가치와 그 범위", "What one unit is worth, and how far"),
    "explain_prices_note": Text("가치는 옆자리에서 다시 풀어 확인했습니다. 범위는 그 가치로 계산한 증감이 {within} 안에서 맞는 거리이며, 다시 풀어 찾았습니다. ‘이상’은 그 너머를 보지 않았다는 뜻입니다.",
        "Each value is confirmed by solving again next to it. It holds as far as the change computed with it is right within {within}, found by solving again. ‘Or more’: nobody looked further."),
    "explain_removals_heading": Text("제약의 가격: 없애면 얻는 것", "The price of each rule and target: what leaving it out would bring"),
    "explain_removals_note": Text("제약이나 목표를 하나씩 없애고 다시 푼 결과입니다. 옮겨 가는 금액은 그때 가장 크게 달라지는 줄입니다. 여럿을 함께 없앨 때의 이득은 이 값들의 합이 아닙니다.",
        "Found by leaving each one out and solving again, with the lines that then move most. Leaving out several is not worth the sum."),
    "price_of_appropriation": Text("{year}년 {fund} 출연", "Appropriation to {fund} in {year}"),
    "price_of_target": Text("{track} 양성 목표({year}년)", "Training target for {track} ({year})"),
    "price_of_limit": Text("정책 제약 ‘{rule}’({period})의 한도", "Limit of the rule ‘{rule}’ ({period})"),
    "price_of_indicator": Text("효과 하한: {name}", "Effect floor: {name}"),
    "price_sentence": Text("{what}: {one} 늘리면 {name} {up}({up_reach}까지 유효), {one} 줄이면 {down}({down_reach}까지 유효).", "{what}: {one} more means {up} of {name} (holds up to {up_reach}); {one} less means {down} (holds down to {down_reach})."),
    "no_prices": Text("출연, 목표, 정책 제약 가운데 계획을 묶는 것이 없습니다.", "No appropriation, target or rule holds the plan back."),
    "one_won": Text("1억원", "KRW 100m"), "one_person": Text("1명", "one person"),
    "or_more": Text("{reach} 이상", "{reach} or more"), "no_plan_beyond": Text("{reach}, 그 너머에는 계획 없음", "{reach}, no plan beyond"),
    "right_side": Text("우변", "What moves"), "now_stands": Text("지금", "Now"), "one_more": Text("한 단위 늘릴 때\n({unit})", "One unit more\n({unit})"), "one_less": Text("한 단위 줄일 때\n({unit})", "One unit less\n({unit})"),
    "holds_up": Text("유효 범위(증가)", "Holds up to"), "holds_down": Text("유효 범위(감소)", "Holds down to"), "moves_with_plan": Text("계획에 따라", "with the plan"),
    "requirement": Text("제약·목표", "Rule or target"), "gain_without": Text("없앨 때의 이득\n({unit})", "Gain without it\n({unit})"), "moved_lines": Text("가장 크게 달라지는 줄(억원)", "Lines that move most (KRW 100m)"),
    "removal_sentence": Text("{what}을(를) 없애면 {name} {gain}. {moved}", "Without {what}: {gain} of {name}. {moved}"),
    "removal_nothing": Text("없애도 얻는 것이 없음", "nothing to gain"), "removal_unknown": Text("없애면 끝이 없거나 답을 찾지 못함", "without limit, or no answer found"),
    "of_target": Text("양성 목표 ‘{name}’", "the target ‘{name}’"), "of_floor": Text("효과 하한 ‘{name}’", "the effect floor ‘{name}’"), "of_rule": Text("정책 제약 ‘{name}’", "the rule ‘{name}’"),
    "causes_heading": Text("함께 지킬 수 없는 요구", "Requirements that cannot hold together"),
    "causes_note": Text("이 가운데 하나라도 빼면 나머지는 함께 지킬 수 있습니다(더 줄일 수 없는 모순). 부족분은 그 요구만 양보할 때 양보해야 하는 크기입니다.", "If any one of them is left out, the others can hold (an irreducible contradiction). The shortfall is how much a requirement would have to give way if it were the only one to do so."),
    "cause": Text("요구", "Requirement"), "cells": Text("입력 셀", "Cells"), "shortfall": Text("부족분", "Short by"),
    "cause_physical": Text("물리적 한계: 양보할 수 없음", "a limit of nature: nobody can give way"), "cause_not_alone": Text("이것만 양보해서는 풀리지 않음", "giving way on this alone does not help"),
    "cause_unproven": Text("최적화 엔진이 모순을 증명하지 못했습니다. 실행 가능한 경계에 아주 가까운 입력일 수 있습니다.", "The solver could not prove a contradiction; the inputs may lie very close to the border of what is feasible."),
    "subscription_limit": Text("민간 출자 한도: {fund}, 출연의 {ratio}배까지", "Limit of private subscriptions: {fund}, up to {ratio} times the appropriation"),
    "ways_heading": Text("하나만 바꾸어 푸는 길", "Single ways out"),
    "ways_note": Text("지금 값에서 가장 적게(비율로) 움직이는 것부터입니다. 모두 다시 풀어 확인했고, 이보다 1% 덜 움직이면 계획이 없습니다.", "The smallest relative move first. Each was checked by solving again, and one per cent less of it leaves no plan."),
    "no_ways": Text("입력 하나만 바꾸어서는 풀리지 않습니다. 여러 요구를 함께 낮추어야 합니다: `axplan explain {name} --elastic`이 지킬 수 있는 만큼 지키는 계획과 부족분을 보여 줍니다.", "No single figure of the inputs helps. Several requirements have to give way together: `axplan explain {name} --elastic` shows a plan that meets what can be met, and every shortfall."),
    "way": Text("바꿀 것", "What to change"), "from_figure": Text("지금", "Now"), "to_figure": Text("필요한 값", "Needed"), "move": Text("변화", "Change"), "worth_then": Text("그때의 {name}\n({unit})", "{name} then\n({unit})"), "setting": Text("명령", "Command"),
    "way_sentence": Text("{what} {now} → {figure} ({change}): {name} {worth} {unit}", "{what} {now} → {figure} ({change}): {name} {worth} {unit}"),
    "lever_appropriation": Text("{label} 출연 합계", "Appropriations to {label} in all"), "lever_target": Text("{label} 양성 목표", "Training target for {label}"), "lever_target_year": Text("{label} 목표 연도", "Target year of {label}"),
    "lever_capacity_growth": Text("{label} 수용 능력의 연 증가율", "Yearly growth of capacity of {label}"), "lever_capacity": Text("{label} 첫해 수용 능력", "First-year capacity of {label}"), "lever_floor": Text("{label} 하한", "Floor of {label}"), "lever_rule": Text("정책 제약 ‘{label}’의 값", "Value of the rule ‘{label}’"),
    "lever_private": Text("{label} 민간 출자 비율", "Private ratio of {label}"), "lever_progress": Text("{label} 최소 진도", "Minimum progress of {label}"), "lever_solvency": Text("{label} 지급능력 비율", "Solvency share of {label}"),
    "lever_carry_over": Text("{label} 이월 한도", "Carry-over limit of {label}"), "lever_span": Text("{label} 지도 인원", "Supervision span of {label}"), "lever_pace": Text("{label} 연간 진도 상한", "Yearly progress ceiling of {label}"),
    "elastic_heading": Text("지킬 수 있는 만큼 지키는 계획", "A plan that meets what can be met"),
    "elastic_note": Text("목표, 최소 진도, 정책 제약을 크기에 견주어 가장 적게 어기는 계획입니다. 돈과 수용 능력, 지급능력은 늘리지 않았습니다. 부족분만큼 낮춘 시나리오를 {file}에 두었습니다.", "Targets, minimum progress and rules are missed by as little as possible for their size; money, capacity and solvency are not stretched. {file} is the scenario with the requirements lowered by the shortfalls."),
    "elastic_worth": Text("그 계획의 {name}: {worth} {unit}", "{name} of that plan: {worth} {unit}"),
    "elastic_nothing": Text("목표, 최소 진도, 정책 제약을 모두 어겨도 계획이 없습니다: 기금의 출연과 지급능력을 살펴보십시오.", "Even without targets, minimum progress and rules there is no plan: look at appropriations and solvency."),
    "required": Text("요구", "Required"), "missed": Text("부족", "Missed"), "shortfall_target": Text("양성 목표: {label}", "Training target: {label}"), "shortfall_progress": Text("최소 진도: {label}", "Minimum progress: {label}"), "shortfall_floor": Text("효과 하한: {label}", "Effect floor: {label}"), "shortfall_rule": Text("정책 제약: {label}", "Rule: {label}"),
    "times": Text("{figure}배", "{figure} times"),
}
# fmt: on
