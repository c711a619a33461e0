"""The tab, the title and the description of every sheet."""

from __future__ import annotations

from collections.abc import Mapping

from axplan.errors import Text

# fmt: off
SHEET_WORDS: Mapping[str, tuple[Text, Text, Text]] = {  # tab, title, what it shows
    "summary": (Text("표지·요약", "Summary"), Text("산업 AI 예산계획 요약", "Industrial AI budget plan: summary"),
        Text("계획이 내는 효과, 드는 돈, 받는 곳과 읽는 법", "What the plan brings, what it costs, who gets it, and how to read it")),
    "by_industry": (Text("산업×단계", "Industry × stage"), Text("산업·단계·연도별 공공 지원", "Commitments by industry, stage and year"),
        Text("성장 이니셔티브의 공공 지원액과 따라오는 민간 투자", "Public commitments of the growth initiative and the private money they bring")),
    "by_region": (Text("권역별", "By region"), Text("권역별 공공 지원", "Public money by region"),
        Text("권역별 지원·훈련·기반사업과 연도별 지원액", "Commitments, training and programmes by region; commitments by year")),
    "by_task": (Text("산업×태스크", "Industry × task"), Text("AI 태스크별 공공 지원", "Commitments by AI task"),
        Text("태스크와 산업별 공공 지원액(계획 기간 합계)", "Public commitments by task and industry, over the whole plan")),
    "overview": (Text("총괄표", "Overall table"), Text("총괄표: 사업·연도별 예산", "Overall table: budget by programme and year"),
        Text("모든 사업의 공공 지출과 연도별·전체 합계", "Public spending of every programme, with sums by year and over the whole plan")),
    "details": (Text("세부사업별", "Programme details"), Text("세부사업별 계획", "Programme details"),
        Text("사업마다 지원형태, 분담, 기간, 총사업비, 연차별 금액과 산출근거", "Form of support, shares, period, total cost, yearly amounts and their basis, programme by programme")),
    "annual": (Text("연차별 투자계획", "Annual plan"), Text("연차별 투자계획", "Investment plan by year"),
        Text("해마다의 공공·민간 투자, 누계와 전년 대비 증감", "Public and private investment by year, cumulative, and the change on the year before")),
    "financing": (Text("재원조달계획", "Financing plan"), Text("재원조달계획", "Financing plan"),
        Text("정부 출연, 민간 출자, 회수금, 이자, 이월금으로 지출을 대는 방법", "How appropriations, subscriptions, recoveries, interest and balances pay for the spending")),
    "workforce": (Text("인력양성", "Workforce"), Text("Trinity 인력양성", "Trinity workforce programme"),
        Text("목표와 달성, 보유 인력, 트랙·산업·연도별 양성 인원", "Targets met, skilled people, trainees by track, industry and year")),
    "performance": (Text("성과지표", "Performance"), Text("성과지표", "Performance indicators"),
        Text("지표마다 단위, 산출식, 목표와 연도별 값", "Unit, formula, target and yearly values of every indicator")),
    "ledger": (Text("기금 수입·지출", "Fund ledgers"), Text("기금별 수입·지출", "Receipts and expenditures of the funds"),
        Text("이월 잔액을 포함하여 수입 합계와 지출 합계가 같음", "Receipts equal expenditures, balances carried over included")),
    "effects": (Text("효과", "Effects"), Text("계획의 효과", "Effects of the plan"),
        Text("다섯 가지 평가, 연도별 경로, 직접과 유발, 산업 순위", "Five valuations, the path by year, direct and induced, and how the industries rank")),
    "appraisal": (Text("비용·편익", "Benefit and cost"), Text("비용·편익 분석", "Benefit and cost"),
        Text("예비타당성조사 방식: 할인한 부가가치와 자원비용", "In the manner of a preliminary feasibility study: value added against resource cost")),
    "rules": (Text("정책 제약", "Policy rules"), Text("정책 제약", "Policy rules"),
        Text("제약마다 계획의 값, 한도, 여유, 풀었을 때의 가치", "What each rule demands, the room left, and what relaxing it is worth")),
    "assumptions": (Text("민감 가정", "Assumptions"), Text("결과를 좌우하는 가정", "The assumptions that matter"),
        Text("입력 열이 1% 달라질 때 목적값이 달라지는 크기와 근거 등급", "How far the objective moves when an input column moves by 1 %, with its grade of evidence")),
    "checks": (Text("점검", "Checks"), Text("점검", "Checks"),
        Text("최적화 엔진과 따로 다시 계산한 관계와 기금의 균형", "Relations recomputed without the solver, and the balance of the ledgers")),
    "data": (Text("데이터", "Data"), Text("피벗용 데이터", "Data for pivoting"),
        Text("예산의 모든 줄을 연도마다 한 행으로: 공공·민간 금액과 인원", "Every line of the budget, one row a year: public and private money, and persons")),
    "provenance": (Text("출처와 근거", "Provenance"), Text("실행 정보와 근거", "Run and evidence"),
        Text("입력 해시, 프로그램 버전, 입력 열마다의 근거 등급과 출처", "Input hash, versions, grade of evidence and source of every input column")),
    "firmness": (Text("견고성", "Firmness"), Text("계획의 견고성", "How firm the plan is"),
        Text("목적값을 조금만 양보하는 모든 계획에서 각 예산이 가질 수 있는 최소와 최대", "The least and the most each budget takes in any plan that is nearly as good")),
    "firm_lists": (Text("반드시·선택·제외", "Must, may, never"), Text("반드시·선택·제외", "Must, may, never"),
        Text("어느 좋은 계획에서나 쓰는 예산, 쓸 수도 있는 예산, 쓰지 않는 예산", "What every good plan spends, what some spend, what none spends")),
    "firm_plans": (Text("대안 계획", "Alternative plans"), Text("대안 계획", "Alternative plans"),
        Text("거의 같은 효과를 내면서 가장 다르게 쓰는 계획들", "Plans of nearly the same effect that spend most differently")),
    "compared": (Text("비교 요약", "Comparison"), Text("계획의 비교", "Plans compared"),
        Text("비교 대상, 효과, 공공 지출의 용도", "What is compared, the effects, and what public money is used for")),
    "compared_cells": (Text("입력의 차이", "Inputs"), Text("입력의 차이", "How the inputs differ"),
        Text("값이 다른 모든 셀과 두 값", "Every cell that differs, with both values")),
    "compared_plans": (Text("계획의 차이", "Plans"), Text("계획의 차이", "How the plans differ"),
        Text("산업, 단계, 연도, 권역, 트랙, 사업마다 두 계획의 금액과 인원", "Money and people of both plans by industry, stage, year, region, track and programme")),
    "compared_shares": (Text("변화의 기여", "Attribution"), Text("변화의 기여", "What each change made"),
        Text("입력의 변화 하나하나가 차이를 얼마나 만들었는가", "How much of the difference each change of the inputs made")),
}
# fmt: on
