"""Words of the financing plan."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.core.text import Text

# fmt: off
WORDS: Mapping[str, Text] = {
    "financing_funds": Text("기금의 재원과 사용", "Sources of the funds and their use"), "financing_private": Text("기금 밖의 민간 자금", "Private money outside the funds"),
    "sources_total": Text("재원 합계", "Sources in all"), "kept_total": Text("쓰지 않는 돈", "Not spent"),
    "spending_total": Text("지출(재원 − 쓰지 않는 돈)", "Spending (sources − not spent)"), "financing_check": Text("검산: 총괄표의 합계와 같음", "Check: equals the overall table"),
    "private_total": Text("민간 자금 합계", "Private money in all"), "private_commitment_uses": Text("성장 이니셔티브의 민간 매칭", "Private match of the growth initiative"),
    "private_trainee_uses": Text("기업이 내는 훈련비", "Training paid by employers"), "private_outlay_uses": Text("기반사업의 민간 투자", "Private investment in programmes"),
    "sources_by_year": Text("연차별 재원", "Sources by year"),
}
# fmt: on
