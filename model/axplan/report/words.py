"""Every text of the workbook that is not the title of a column, in Korean and in English.

{fields} are filled in when the text is used. Groups: sheet_ (the tab), title_ and about_ (top of the sheet), note_, item_
and how_ (benefit and cost), data_, fact_, grade_ and means_, pillar_, measure_, kind_ and check_.
"""

from __future__ import annotations

from collections.abc import Mapping

from axplan.errors import Text

# fmt: off
SHEET_WORDS: Mapping[str, tuple[Text, Text, Text]] = {  # tab, title, what it shows
    "summary": (Text("요약", "Summary"), Text("산업 AI 예산계획 요약", "Industrial AI budget plan: summary"),
        Text("계획이 내는 효과, 드는 돈, 받는 곳과 읽는 법", "What the plan brings, what it costs, who gets it, and how to read it")),
    "by_industry": (Text("산업별 지원", "By industry"), Text("산업·단계·연도별 공공 지원", "Commitments by industry, stage and year"),
        Text("성장 이니셔티브의 공공 지원액과 따라오는 민간 투자", "Public commitments of the growth initiative and the private money they bring")),
    "by_region": (Text("권역별 지원", "By region"), Text("권역별 공공 지원", "Public money by region"),
        Text("권역별 지원·훈련·기반사업과 연도별 지원액", "Commitments, training and programmes by region; commitments by year")),
    "by_task": (Text("태스크별 지원", "By task"), Text("AI 태스크별 공공 지원", "Commitments by AI task"),
        Text("태스크와 산업별 공공 지원액(계획 기간 합계)", "Public commitments by task and industry, over the whole plan")),
    "depth": (Text("도입률", "Depth"), Text("산업·단계별 AI 도입률", "Depth of AI use by industry and stage"),
        Text("그해 말까지 단계를 거친 비율", "Share that has passed the stage by the end of the year")),
    "fund_uses": (Text("기금 용도별", "Fund uses"), Text("기금 용도·연도별 지출", "Spending by fund, use and year"),
        Text("기금마다 단계, 훈련, 사업, 관리비에 쓰는 돈", "What each fund spends on stages, training, programmes and administration")),
    "workforce": (Text("인력양성", "Workforce"), Text("Trinity 인력양성", "Trinity workforce programme"),
        Text("목표와 달성, 보유 인력, 트랙·산업·연도별 양성 인원", "Targets met, skilled people, trainees by track, industry and year")),
    "programmes": (Text("기반사업 예산", "Programmes"), Text("기반사업 예산", "Enabling programmes: money"),
        Text("분야별 기반사업의 공공 사업비와 민간 투자", "Public outlay and private money of the programmes, by pillar")),
    "progress": (Text("기반사업 진도", "Progress"), Text("기반사업 진도와 물량", "Enabling programmes: progress"),
        Text("해마다 이루는 누적 진도, 제공 물량, 권역별 입지", "Progress by year, quantities delivered, regional siting")),
    "ledger": (Text("기금 수입·지출", "Fund ledgers"), Text("기금별 수입·지출", "Receipts and expenditures of the funds"),
        Text("이월 잔액을 포함하여 수입 합계와 지출 합계가 같음", "Receipts equal expenditures, balances carried over included")),
    "effects": (Text("효과 경로", "Effects by year"), Text("연도별 효과", "Effects by year"),
        Text("직접 효과와 다섯 가지 평가(연도별 값은 할인 전)", "Direct effect and the five valuations; yearly values are undiscounted")),
    "by_valuation": (Text("평가 기준별", "By valuation"), Text("산업별 효과와 순위", "Effect and rank of the industries"),
        Text("다섯 가지 평가 기준에 따른 할인 합계, 계수, 순위", "Discounted totals, coefficients and ranks under five valuations")),
    "appraisal": (Text("비용·편익", "Benefit and cost"), Text("비용·편익 분석", "Benefit and cost"),
        Text("예비타당성조사 방식: 할인한 부가가치와 자원비용", "In the manner of a preliminary feasibility study: value added against resource cost")),
    "expenditure": (Text("지출효과", "Expenditure effect"), Text("지출의 일회성 파급효과", "One-off effect of the spending"),
        Text("지출 × 유발계수; 계획의 효과에 더하지 않음", "Spending × inducement; not to be added to the effect of the plan")),
    "rules": (Text("정책 제약", "Policy rules"), Text("정책 제약", "Policy rules"),
        Text("제약마다 계획의 값, 한도, 여유, 풀었을 때의 가치", "What each rule demands, the room left, and what relaxing it is worth")),
    "checks": (Text("검산", "Checks"), Text("검산", "Checks"),
        Text("최적화 엔진과 따로 다시 계산한 관계와 기금의 균형", "Relations recomputed without the solver, and the balance of the ledgers")),
    "data": (Text("데이터", "Data"), Text("피벗용 데이터", "Data for pivoting"),
        Text("지원·훈련·기반사업의 모든 금액과 인원을 한 줄에 하나씩", "Every amount of commitments, training and programmes, one a row")),
    "provenance": (Text("출처와 근거", "Provenance"), Text("실행 정보와 근거", "Run and evidence"),
        Text("입력 해시, 프로그램 버전, 입력 열마다의 근거 등급과 출처", "Input hash, versions, grade of evidence and source of every input column")),
}

PLAIN_WORDS: Mapping[str, Text] = {
    # common headings
    "total": Text("합계", "Total"), "sum": Text("계", "Sum"), "share": Text("비중", "Share"), "unit": Text("단위", "Unit"),
    "unit_note": Text("(단위: {unit})", "(Unit: {unit})"), "with_unit": Text("{what} ({unit})", "{what} ({unit})"), "unit_below": Text("{what}\n({unit})", "{what}\n({unit})"),
    "persons": Text("명", "persons"), "multiple": Text("배", "ratio"), "rank": Text("순위", "Rank"), "note": Text("비고", "Note"),
    "year": Text("연도", "Year"), "use": Text("용도", "Use"), "period": Text("기간", "Period"), "back": Text("← 요약", "← Summary"),
    "national": Text("전국", "National"), "whole_plan": Text("전 기간", "Whole plan"), "in_words": Text("풀면 얻는 {name}", "{name} by relaxing it"),
    "public_total": Text("공공 합계", "Public total"), "public_and_private": Text("공공+민간", "Public and private"),
    "nothing_here": Text("이 계획에는 해당 사항이 없습니다.", "There is nothing of this kind in the plan."),
    "industry_and_stage": Text("산업 / 단계", "Industry / stage"), "region_and_stage": Text("권역 / 단계", "Region / stage"),
    "fund_and_use": Text("기금 / 용도", "Fund / use"), "use_and_item": Text("용도 / 항목", "Use / item"),
    "fund_and_item": Text("기금 / 항목", "Fund / item"), "track_and_industry": Text("트랙 / 산업", "Track / industry"),
    "pillar_and_programme": Text("분야 / 사업", "Pillar / programme"),
    # summary
    "objective": Text("최대화한 목적: {name}", "Objective maximised: {name}"),
    "objective_remark": Text("{first}–{last}년 효과의 현재가치(할인율 {rate:.1%})", "Effects of {first}–{last}, discounted at {rate:.1%}"),
    "weighted_remark": Text("가중치: {weights}; 지표마다 최선값이 1", "Weights: {weights}; the best value of each indicator counts 1"),
    "other_valuation": Text("같은 계획을 다른 기준으로 잰 값", "The same plan valued differently"),
    "upper_bound": Text("상한: AI는 산출당 노동도 줄임", "Upper bound: AI also saves labour"),
    "appropriation_remark": Text("계획 기간 합계, 불용·반납 전", "Over the whole plan, before lapses"),
    "subscription_remark": Text("기금이 모으는 민간 자금", "Private money raised by the funds"),
    "fund_spending": Text("기금 지출", "Spending of the funds"),
    "fund_spending_remark": Text("지원·양성·기반사업·관리비·우선수익", "All uses, administration, preferred return"),
    "private_money": Text("민간 매칭·부담", "Private match"),
    "private_money_remark": Text("기금 밖의 민간 투자와 기업 훈련비", "Spent by firms outside the funds"),
    "people": Text("양성 인원", "People trained"), "people_remark": Text("목표 {target:,.0f}명의 {part:.1%}", "{part:.1%} of the target of {target:,.0f}"),
    "quantity": Text("제공 물량({year}년까지)", "Delivered by {year}"), "quantity_remark": Text("{programme}: 완료 시 {planned}", "{programme}: {planned} on completion"),
    "balance_of": Text("기금 잔액({year}년 말)", "Fund balance, end of {year}"), "lapse_remark": Text("{fund}: 반납 {lapse}", "{fund}: lapse {lapse}"),
    "ratio": Text("편익비용비(B/C)", "Benefit–cost ratio (B/C)"), "npv": Text("순현재가치(NPV)", "Net present value (NPV)"),
    "without_compute": Text("컴퓨팅 분야를 빼면 {value}", "{value} without pillar compute"),
    "industry_by_stage": Text("산업·단계별 공공 지원액", "Public commitments by industry and stage"),
    "money_by_year": Text("연도별 기금 지출", "Spending of the funds by year"), "path_of": Text("연도별 {name}(할인 전)", "{name} by year, undiscounted"),
    "notes_heading": Text("읽을 때 유의할 점", "How to read the figures"), "warnings_heading": Text("입력에 대한 경고", "Warnings about the inputs"),
    "links_heading": Text("차례", "Contents"),
    "note_money": Text("공공 지원은 기금이 쓰는 돈으로 정부 출연과 민간 출자, 회수금을 함께 담으며, 금액은 불변가격입니다.", "Public money is what the funds spend: appropriations, private subscriptions and recoveries; prices are constant."),
    "note_overlap": Text("이니셔티브 산업의 최종수요 유발계수(생산유발)는 서로 겹쳐 세는 몫이 있으나 산출유발 기준은 겹치지 않습니다.", "The final-demand multipliers of the initiative's industries (production induced) overlap; the valuation by output induced does not."),
    "note_employment": Text("취업유발은 상한입니다: AI는 산출 한 단위에 드는 노동도 줄이기 때문입니다.", "Employment induced is an upper bound, because AI also saves labour per unit of output."),
    "note_evidence": Text("입력 열 {count}개의 근거 등급: {listed}. 가정은 출처와 근거 시트에서 확인하십시오.", "Evidence for {count} input columns: {listed}. See sheet Provenance for what is assumed."),
    "note_soft": Text("벌점이 붙은 제약 {count}건을 지키지 못했습니다: {names}.", "{count} soft rules are missed: {names}."),
    "ranking_by_total": Text("계획의 효과 순위는 {reference} 기준 {order}이며, 기준을 바꾸면 달라집니다: {changes}.", "By the plan's effect, {reference} ranks {order}; the order changes with the valuation: {changes}."),
    "ranking_same_by_total": Text("계획의 효과 순위({order})는 다섯 평가 기준에서 모두 같습니다.", "By the plan's effect the industries rank {order} under all five valuations."),
    "ranking_by_coefficient": Text("계수(효과 한 단위의 가치) 순위는 {reference} 기준 {order}이며, 기준을 바꾸면 달라집니다: {changes}.", "By coefficient (value of one unit of effect), {reference} ranks {order}; the order changes with the valuation: {changes}."),
    "ranking_same_by_coefficient": Text("계수 순위({order})는 다섯 평가 기준에서 모두 같습니다.", "By coefficient the industries rank {order} under all five valuations."),
    # commitments and regions
    "before": Text("계획 전", "Before"),
    "depth_note": Text("권역과 태스크를 전체 투자비로 가중하여 평균한 값입니다.", "Averaged over regions and tasks, weighed by full cost."),
    "by_region_all": Text("권역별 공공 지출 총괄(계획 기간 합계)", "All public money by region, over the whole plan"),
    "by_region_commitments": Text("권역·단계·연도별 공공 지원액", "Commitments by region, stage and year"),
    # workforce
    "targets_heading": Text("목표와 달성", "Targets"), "stock_heading": Text("보유 인력(연말, 명)", "Skilled people at the end of the year (persons)"),
    "trainees_heading": Text("트랙·산업·연도별 양성 인원(명)", "Trainees by track, industry and year (persons)"),
    "achievement": Text("달성률", "Achieved ÷ target"), "places": Text("수용 능력(명)", "Capacity (persons)"),
    "places_to_target": Text("수용 능력 ÷ 목표", "Capacity ÷ target"), "price_of_person": Text("잠재가격\n({unit}/천명)", "Shadow price\n({unit}/1,000)"),
    "places_note": Text("수용 능력은 첫해 수용 인원을 해마다 증가율만큼 늘려 목표 연도까지 더한 값입니다. 잠재가격은 목표를 1,000명 올릴 때 목적값의 변화입니다.", "Capacity is the intake of the first year, grown at its rate every year, summed to the target year. The shadow price is the change of the objective when the target rises by 1,000 persons."),
    # programmes
    "progress_heading": Text("누적 진도와 제공 물량", "Progress and quantities delivered"), "regional_heading": Text("권역별 사업의 공공 사업비 ({unit})", "Public outlay of regional programmes ({unit})"),
    "minimum": Text("최소 진도", "Minimum"), "planned_quantity": Text("완료 시 물량", "On completion"), "quantity_unit": Text("물량 단위", "Unit of quantity"),
    # ledgers
    "receipts": Text("수입", "Receipts"), "expenditures": Text("지출", "Expenditures"), "ledger_check": Text("검산: 수입 = 지출", "Check: receipts = expenditures"),
    "balanced": Text("일치", "equal"), "unbalanced": Text("불일치", "differ"),
    "solvency_cover": Text("지급능력: 잔액 + 미회수 채권의 {kept:.0%}", "Solvency: balance + {kept:.0%} of receivables"),
    "solvency_need": Text("지급능력 기준: 민간 출자의 {share:.0%}", "Solvency required: {share:.0%} of subscriptions"),
    "ledger_price": Text("현금 1억원이 더 있을 때의 가치 ({unit})", "Worth of KRW 100m more cash ({unit})"),
    "ledger_appropriation_price": Text("출연 1억원을 늘릴 때의 가치, 따라오는 민간 출자 포함 ({unit})", "Worth of KRW 100m more appropriation, with the private money it brings ({unit})"),
    # effects
    "sum_discounted": Text("할인 합계", "Discounted"), "sum_plain": Text("단순 합계", "Undiscounted"),
    "effects_note": Text("할인 합계는 해마다의 값에 할인계수를 곱하여 더한 현재가치이며 요약의 효과와 같습니다. 도입 초기의 감소(△)는 적응 비용입니다.", "The discounted sum is the present value shown on the summary: yearly values × discount factor. Early decreases (△) are the cost of adapting."),
    "totals_heading": Text("계획의 효과(할인 합계)와 순위", "Effect of the plan (discounted) and rank"),
    "coefficients_heading": Text("계수(직접 효과 1억원의 가치)와 순위", "Coefficient (value of KRW 100m of direct effect) and rank"),
    # benefit and cost
    "how": Text("무엇을 세는가", "What is counted"),
    "item_benefit": Text("편익(부가가치)", "Benefit (value added)"), "how_benefit": Text("직접 효과 × 부가가치유발계수, 할인 합계", "Direct effect × value-added coefficient, discounted"),
    "item_cost": Text("총비용", "Total cost"), "how_cost": Text("아래 네 항목의 합", "Sum of the four items below"),
    "item_initiative": Text("성장 이니셔티브", "Growth initiative"), "how_initiative": Text("추가성 × 총투자(공공과 민간)", "Additionality × investment, public and private"),
    "item_workforce": Text("인력양성", "Workforce"), "how_workforce": Text("1인당 비용 전체(공공과 기업)", "Full unit cost of trainees, public and employers"),
    "item_programmes": Text("기반사업", "Enabling programmes"), "how_programmes": Text("공공 사업비와 민간 투자", "Public and private outlay"),
    "item_administration": Text("관리비", "Administration"), "how_administration": Text("관리비율 × 공공 지출", "Administration rate × public spending"),
    "item_npv": Text("순현재가치(NPV)", "Net present value (NPV)"), "how_npv": Text("편익 − 총비용", "Benefit − total cost"),
    "item_benefit_cost_ratio": Text("편익비용비(B/C, 배)", "Benefit–cost ratio (B/C)"), "how_benefit_cost_ratio": Text("편익 ÷ 총비용", "Benefit ÷ total cost"),
    "not_valued": Text("비용·편익에서 값을 매기지 않은 것: 안전, 표준, 다른 산업으로의 파급, 컴퓨팅·데이터·훈련된 인력이 다른 곳에서 내는 효과.", "Not valued in benefit and cost: safety, standards, spillovers to other industries, and what computers, data and trained people do elsewhere."),
    "compute_note": Text("컴퓨팅 제외는 compute 분야 사업비와 그 관리비만 빼고 편익은 그대로 둔 값입니다.", "Without compute leaves out the outlay and administration of pillar compute; benefits stay as they are."),
    "expenditure_note": Text("지출효과는 돈을 쓰는 해에 한 번 생기는 파급효과입니다. 계획의 효과나 편익에 더하지 마십시오.", "The expenditure effect arises once, when the money is spent. Do not add it to the plan's effect or to the benefit."),
    # rules
    "rules_heading": Text("제약별 결과", "Rules"), "soft_heading": Text("벌점 제약의 미달", "Soft rules and what missing them costs"), "demand": Text("요구", "Demand"),
    "demand_share": Text("{mark} 전체의 {value}", "{mark} {value} of the whole"), "demand_growth": Text("{mark} 전년 {value}", "{mark} year before {value}"),
    "charged": Text("목적값에서 뺀 값 ({unit})", "Taken off the objective ({unit})"), "no_rules": Text("이 계획에는 정책 제약이 없습니다.", "The plan has no policy rules."),
    "scope": Text("적용 범위", "Covers"), "scope_all": Text("전체", "everything"), "price_of_rule": Text("잠재가격 ({unit}/\n억원 또는 명)", "Shadow price ({unit}\n/KRW 100m or person)"),
    "rules_note": Text("잠재가격은 한도를 1단위 올릴 때 목적값의 변화이며, 작은 변화에서만 그대로 맞습니다. 여유가 0이면 제약이 묶여 있습니다.", "A shadow price is the change of the objective when the bound rises by one unit; it holds for small changes. A rule binds when its slack is 0."),
    "worth_nothing": Text("값 없음", "Worth nothing"), "room_left": Text("여유 있음", "Room left"), "binds_free": Text("묶였으나 풀어도 값 없음", "Binds, but relaxing it is worth nothing"),
    "worth_money": Text("1억원 풀면 +{one}{unit}, 100억원이면 약 +{many}{unit}", "by KRW 100m: +{one}; by KRW 10bn: about +{many} ({unit})"),
    "target_words": Text("{track}의 목표를 낮추면 얻는 {name}: {worth}", "{name} by lowering the target of {track}: {worth}"),
    "worth_people": Text("1명 덜면 +{one}{unit}, 1,000명이면 약 +{many}{unit}", "by 1 person: +{one}; by 1,000: about +{many} ({unit})"),
    # checks
    "ok": Text("적합", "ok"), "not_ok": Text("위반", "fails"),
    "checks_passed": Text("검산 {count}건이 모두 허용오차 안에 있습니다.", "All {count} checks hold within their tolerance."),
    "checks_failed": Text("검산 {count}건 가운데 {failed}건이 맞지 않습니다.", "{failed} of {count} checks fail."),
    "checks_note": Text("왼쪽과 오른쪽은 입력과 계획의 값만으로 다시 계산하였습니다. 위반은 크기에 견준 상대값이며, 허용오차보다 크면 계획을 쓰지 않습니다.", "Both sides are recomputed from the inputs and the plan's values alone. Violations are relative to the size of the terms; beyond the tolerance no plan is written."),
    "checks_heading": Text("검산식마다 가장 어긋난 곳", "The worst case of each relation"), "ledger_checks": Text("기금 수입·지출의 균형, 계획 기간 합계 ({unit})", "Balance of the ledgers over the whole plan ({unit})"),
    "bounds_of": Text("값의 범위: {what}", "Bounds: {what}"), "variable_shortfall": Text("제약 미달", "Shortfall of a rule"), "variable_excess": Text("제약 초과", "Excess over a rule"),
    "kind_constraint": Text("제약식", "Constraint"), "kind_bound": Text("범위", "Bound"), "kind_objective": Text("목적값", "Objective"), "kind_duality": Text("최적성", "Optimality"),
    "check_values": Text("값이 빠짐없이 있음(개수)", "Every value is there (count)"), "check_objective": Text("목적값을 입력에서 다시 계산", "Objective recomputed from the inputs"),
    "check_model_rows": Text("모형의 모든 행", "All rows of the model"), "check_model_bounds": Text("모형의 모든 범위", "All bounds of the model"),
    "check_model_objective": Text("모형의 목적값", "Objective of the model"), "check_dual_infeasibility": Text("잠재가격의 부호", "Signs of the shadow prices"),
    "check_duality_gap": Text("쌍대 간격: 어떤 계획도 넘을 수 없는 값과 비교", "Duality gap: against what no plan can exceed"),
    # data
    "data_kind": Text("구분", "Kind"), "data_industry": Text("산업", "Industry"), "data_region": Text("권역", "Region"), "data_task": Text("태스크", "Task"),
    "data_stage": Text("단계", "Stage"), "data_track": Text("트랙", "Track"), "data_programme": Text("사업", "Programme"), "data_fund": Text("기금", "Fund"),
    "data_year": Text("연도", "Year"), "data_measure": Text("측정", "Measure"), "data_unit": Text("단위", "Unit"), "data_value": Text("값", "Value"),
    # provenance
    "facts_heading": Text("실행 정보", "Run"), "fact": Text("항목", "Fact"), "content": Text("내용", "Content"), "grades_heading": Text("근거 등급별 입력 열", "Input columns by grade of evidence"),
    "grade": Text("등급", "Grade"), "grade_meaning": Text("뜻", "Meaning"), "columns": Text("열", "Columns"), "sheet": Text("시트", "Sheet"), "column": Text("열", "Column"),
    "source": Text("출처", "Source"), "source_title": Text("제목", "Title"), "publisher": Text("발행", "Publisher"), "sources_heading": Text("자료 목록", "Sources"),
    "evidence_heading": Text("입력 열마다의 근거", "Evidence by input column"),
    "fact_title.ko": Text("시나리오(한국어)", "Scenario (Korean)"), "fact_title.en": Text("시나리오(영어)", "Scenario (English)"),
    "fact_inputs.source": Text("입력 파일", "Input file"), "fact_inputs.sha256": Text("입력 해시(SHA-256)", "Input hash (SHA-256)"),
    "fact_options.objective": Text("목적(지표와 가중치)", "Objective (indicators and weights)"), "fact_options.language": Text("언어", "Language"),
    "fact_versions.axplan": Text("axplan 버전", "axplan version"), "fact_versions.pyomo": Text("Pyomo 버전", "Pyomo version"),
    "fact_versions.highspy": Text("HiGHS(highspy) 버전", "HiGHS (highspy) version"), "fact_versions.python": Text("Python 버전", "Python version"),
    "grade_proposal": Text("제안서", "Proposal"), "means_proposal": Text("산업정책 제언에 적힌 값", "Stated in the policy proposal"),
    "grade_official": Text("공식", "Official"), "means_official": Text("공식 통계나 규정", "Official statistics or regulations"),
    "grade_study": Text("연구", "Study"), "means_study": Text("연구 보고서나 논문", "A study or paper"),
    "grade_derived": Text("계산", "Derived"), "means_derived": Text("공식 자료에서 계산한 값", "Computed from official data"),
    "grade_assumption": Text("가정", "Assumption"), "means_assumption": Text("공개 자료로 뒷받침하지 못한 값: 반드시 검토", "Not backed by public sources: review it"),
    "grade_not_stated": Text("미기재", "Not stated"), "means_not_stated": Text("근거를 적지 않은 열", "No evidence is given"),
    # words for keys
    "pillar_investment": Text("투자", "Investment"), "pillar_research": Text("연구개발", "Research"), "pillar_startup": Text("창업", "Start-up"), "pillar_data": Text("데이터", "Data"),
    "pillar_compute": Text("컴퓨팅", "Compute"), "pillar_ecosystem": Text("생태계", "Ecosystem"), "pillar_safety": Text("안전", "Safety"), "pillar_standards": Text("표준", "Standards"),
    "measure_commitment": Text("공공 지원액", "Commitment"), "measure_investment": Text("총투자", "Investment"),
    "measure_trainees": Text("양성 인원", "Trainees"), "measure_outlay": Text("공공 사업비", "Outlay"),
}
# fmt: on

WORDS: Mapping[str, Text] = {
    **PLAIN_WORDS,
    **{
        f"{part}_{name}": text
        for name, texts in SHEET_WORDS.items()
        for part, text in zip(("sheet", "title", "about"), texts, strict=True)
    },
}
"""Every text by name."""
