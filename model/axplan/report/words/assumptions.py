"""Words of the assumptions that matter."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "nothing_moves": Text("이 계획의 목적값은 입력이 조금 달라져도 달라지지 않습니다.", "The objective of this plan does not move when the inputs move a little."),
    "matters_most": Text("결과를 가장 크게 좌우하는 가정은 {names}입니다. 괄호는 값이 1% 오를 때 목적값의 변화입니다.", "The assumptions that matter most are {names}; in brackets, the change of the objective when the values rise by 1 %."),
    "matters_most_of_all": Text("결과를 가장 크게 좌우하는 입력은 {names}입니다. 괄호는 값이 1% 오를 때 목적값의 변화입니다.", "The inputs that matter most are {names}; in brackets, the change of the objective when the values rise by 1 %."),
    "rests_on_assumptions": Text("열마다의 변화를 크기로 더하면 그 {share}가 공개 자료로 뒷받침하지 못한 열({all}개 가운데 {count}개)에서 나옵니다.", "Of the sizes of all changes added up, {share} comes from columns that no public source supports ({count} of {all})."),
    "by_grade_heading": Text("근거 등급별: 결과가 어디에 달려 있는가", "By grade of evidence: what the result rests on"),
    "added_changes": Text("1% 변화 크기의 합\n({unit})", "Sizes of changes per 1 %, added up\n({unit})"),
    "top_heading": Text("결과를 가장 크게 움직이는 입력", "The inputs that move the result most"), "top_chart": Text("값이 1% 오를 때 목적값의 변화", "Change of the objective per 1 %"),
    "ranges_heading": Text("범위가 주어진 입력: 범위의 끝에서 목적값의 변화(1차 근사)", "Inputs with a range: change of the objective at its ends (at the slope of today)"),
    "ranges_chart": Text("범위의 끝에서 목적값의 변화", "Change of the objective at the ends of the range"),
    "all_inputs_heading": Text("모든 입력: 등급 안에서 큰 차례", "All inputs, by grade and size"),
    "singly_heading": Text("한 값씩 올린 입력", "Inputs of which one value rises alone"),
    "singly_note": Text("합이 정해진 몫, 기준을 1로 한 상대값, 정책 제약의 값은 함께 오르지 않습니다. 목적값을 가장 크게 바꾸는 값 하나만 1% 올리고, 합이 정해진 몫이면 나머지를 그만큼 비례하여 줄입니다. 위의 합계에는 넣지 않습니다.", "Shares of a whole, values relative to a reference of 1 and the values of policy rules do not rise together. The one value that matters most rises by 1 %; where it is a share, the others of its whole give way in proportion. None of this is in the sums above."),
    "input": Text("입력(시트 · 열)", "Input (sheet · column)"), "today": Text("지금 값", "Value today"), "per_percent": Text("1% 오를 때\n목적값의 변화", "Change of the objective\nper 1 %"),
    "per_percent_relative": Text("목적값에 대한 비율\n(%)", "In % of\nthe objective"), "strongest_row": Text("가장 크게 움직이는 행(비중)", "Row that matters most (its part)"),
    "at_low_ends": Text("범위의 하한에서", "At the low ends"), "at_high_ends": Text("범위의 상한에서", "At the high ends"),
    "ranges": Text("범위", "Ranges"), "every_row": Text("모든 행", "every row"), "percent_a_year": Text("%/년", "%/yr"), "age": Text("{years}년 뒤", "{years} years on"),
    "reading_heading": Text("읽는 법", "How to read this"),
    "note_first_order": Text("다시 최적화하지 않고 최적해의 잠재가격에서 구한 1차 변화로, 작은 변화에 대해 정확합니다. 제약이 막 걸리거나 풀리는 곳에서는 오를 때와 내릴 때가 다르고, 표의 값은 그 둘 사이에 있습니다.", "First-order changes from the shadow prices of the plan, without optimising again: exact for small changes. Where a constraint is just about to bind or to give, rises and falls differ, and the figure lies between the two."),
    "note_rates": Text("비율과 율도 그 값의 1%만큼 움직입니다: 4.5%는 4.545%가 됩니다. 한 열의 모든 값이 함께 움직입니다.", "Shares and rates, too, move by 1 % of themselves: 4.5 % becomes 4.545 %. All values of a column move together."),
    "note_products": Text("서로 곱해지는 열(생산성 효과, 추가성, 유발계수)은 결과를 같은 크기로 움직입니다. 함께 오르면 효과도 곱해집니다.", "Columns that are multiplied with each other (uplift, additionality, inducement coefficients) move the result alike; if they rise together, so do their effects."),
    "note_ranges": Text("범위의 끝에서의 변화는 오늘의 기울기를 끝까지 이은 1차 근사입니다. 크게 움직이면 배분이 바뀌므로 다시 최적화한 값과 다릅니다.", "Changes at the ends of a range extend the slope of today to that end. So far away the allocation changes, and optimising again gives another figure."),
    "note_whole_numbers": Text("햇수와 연도처럼 정수인 열과 모형이 읽지 않는 열(대조용·설명용)은 뺐습니다.", "Whole numbers (years, lags) and columns that the model does not read (cross-checks, descriptions) are left out."),
    "note_weighted": Text("가중 목적의 기준인 지표별 최선값은 그대로 둡니다.", "The best values that a weighted objective is measured against stay as they are."),
    "note_limit": Text("{mark} 이미 허용되는 가장 큰 값이라 더 오를 수 없는 값이 들어 있습니다. 내릴 때의 변화로 읽으십시오(부호 반대).", "{mark} Holds a value that is the largest allowed and cannot rise. Read it as the change when it falls, with the sign turned."),
    "note_many": Text("값이 너무 많아 한 값씩 셈하지 않은 열: {names}.", "Columns with too many values to be looked at one by one: {names}."),
    "note_zero": Text("값이 모두 0이어서 1%를 셈할 수 없는 열: {names}.", "Columns of zeros, of which there is no 1 %: {names}."),
    "note_no_effect": Text("조금 달라져도 목적값이 달라지지 않는 열(여유가 있거나 {indicator}에 들어가지 않음): {names}.", "Columns with which the objective does not move (there is room, or they are no part of the objective, {indicator}): {names}."),
}
# fmt: on
