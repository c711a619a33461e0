"""Words of the programme details."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "term": Text("구분", "Item"), "total_cost": Text("총사업비", "Total cost"),
    "block_total": Text("사업비(공공+민간)", "Cost, public and private"), "block_public": Text("공공(국고·기금)", "Public (funds)"), "block_private": Text("민간 부담", "Private"),
    "term_support": Text("지원형태", "Form of support"), "term_shares": Text("국고보조율·민간매칭", "Public and private shares"), "term_payer": Text("재원", "Paid by"),
    "term_period": Text("사업기간", "Period"), "term_basis": Text("산출근거", "Basis of the cost"),
    "support_grant": Text("보조금: 갚지 않음", "Grant, not repaid"),
    "support_loan": Text("융자: 연 {lending_rate:.2%}, {grace_years}년 거치 {repayment_years}년 균등상환", "Loan at {lending_rate:.2%} a year, {grace_years} years of grace, repaid in equal parts over {repayment_years} years"),
    "support_equity": Text("출자: {exit_year}년 뒤 {exit_multiple:g}배 회수를 가정", "Equity; exit after {exit_year} years at {exit_multiple:g} times is assumed"),
    "support_track": Text("훈련비 지원", "Training paid in part or whole"), "support_programme": Text("사업비 직접 지원", "Outlay paid directly"),
    "shares_both": Text("국고 {public:.1%}, 민간 {private:.1%} (공공 1에 민간 {match})", "Public {public:.1%}, private {private:.1%} ({match} of private for 1 of public)"),
    "shares_all_public": Text("전액 국고", "Public alone"), "shares_all_private": Text("전액 민간", "Private alone"),
    "period_span": Text("{first}–{last}년({count}년간)", "{first}–{last} ({count} years)"), "period_one": Text("{year}년(1년간)", "{year} (one year)"), "period_none": Text("이 계획에서는 쓰지 않음", "Nothing is spent in this plan"),
    "basis_persons": Text("명 × {cost}만원 = ", " persons × KRW {cost} m = "),
    "basis_cost": Text("완료 시 총사업비 {cost} × 이 계획의 진도 {progress} = ", "Cost on completion {cost} × progress in this plan {progress} = "),
    "basis_quantity": Text(" (제공 물량 {amount} {unit})", " (delivers {amount} {unit})"),
    "basis_depth": Text("도입률 {before:.1%} → {after:.1%}: {points}%p × 1%p당 평균 ", "Depth {before:.1%} → {after:.1%}: {points} points × an average per point of "),
    "basis_no_depth": Text("도입률이 늘지 않음", "No depth is gained"),
}
# fmt: on
