"""The terminal summary of a plan: what a minister would read before opening the workbook."""

from rich.console import Console

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.parameters import EOK_PER_BILLION_WON
from axplan.inputs.schema.indicators import UNITS, VALUATIONS
from axplan.plan.result import Plan
from axplan.report.tables.table import Column, Line, across
from axplan.report.terminal_table import print_heading, print_table

WORDS = {
    "plan": Text("예산계획", "Budget plan"),
    "headline": Text("계획의 효과(현재가치)", "Effect of the plan (present value)"),
    "money": Text("산업별·단계별 공공 지원액 (억원)", "Public commitments by industry and stage (KRW 100m)"),
    "industry": Text("산업", "Industry"),
    "total": Text("합계", "Total"),
    "targets": Text("인력양성 목표", "Workforce targets"),
    "track": Text("트랙", "Track"),
    "target": Text("목표 (명)", "Target (persons)"),
    "achieved": Text("달성 (명)", "Achieved (persons)"),
    "met": Text("충족", "Met"),
    "funds": Text("기금 (억원)", "Funds (KRW 100m)"),
    "fund": Text("기금", "Fund"),
    "appropriation": Text("정부 출연", "Appropriation"),
    "subscription": Text("민간 출자", "Subscription"),
    "lapse": Text("불용·반납", "Lapse"),
    "balance": Text("마지막 해 잔액", "Last balance"),
    "value": Text("비용편익", "Benefit and cost"),
    "ratio": Text("B/C {0:.2f} (컴퓨팅 분야의 비용만 빼면 {1:.2f}), NPV {2:+,.0f}억원",
                  "B/C {0:.2f} ({1:.2f} without the cost of pillar compute), NPV KRW {3:+,.0f} bn"),
    "gain": Text("비례배분(산업·권역을 생산 비중대로, 그 배분에 관한 정책 제약은 제외)보다 {gain:+,.{digits}f} {unit}{share}",
                 "Over a proportional split (industries and regions by production, without rules on that split): {gain:+,.{digits}f} {unit}{share}"),
    "no_proportional": Text(
        "산업·권역을 생산 비중대로 나누면(비례배분) 모든 요구를 지키는 계획이 없습니다.",
        "A proportional split (industries and regions by production) cannot meet all requirements.",
    ),
    "maximised": Text("최대화", "maximised"),
    "no_rules": Text("정책 제약이 없는 계획입니다.", "No policy rules are in force."),
    "yes": Text("예", "yes"),
    "no": Text("아니오", "no"),
}  # fmt: skip


class Terminal(Console):
    """A console that leaves a closed pipe to the command line, where it is a normal end and not a fault."""

    def on_broken_pipe(self) -> None:
        """A reader that has seen enough ends the command as it ends any other."""
        raise BrokenPipeError


def print_summary(plan: Plan, title: str, language: str, console: Console) -> None:
    """Print total by industry and stage, targets, fund balances and the headline effect."""
    words = {name: text.in_(language) for name, text in WORDS.items()}
    console.print()
    print_heading(console, f"{words['plan']}: {title}")
    for draw in (_effects, _money, _targets, _funds):
        draw(plan, words, language, console)
    if plan.yardstick is not None:
        console.print(_gain(plan, words, language), highlight=False)
    items = plan.frames["appraisal"].set_index("item")
    ratio, without = (items[column].to_dict()["benefit_cost_ratio"] for column in ("with_compute", "without_compute"))
    npv = items["with_compute"].to_dict()["npv"]
    if plan.frames["rules"].empty:
        console.print(words["no_rules"])
    console.print(
        f"{words['value']}: {words['ratio'].format(ratio, without, npv, npv / EOK_PER_BILLION_WON)}", highlight=False
    )


def _gain(plan: Plan, words: dict[str, str], language: str) -> str:
    """What the plan is worth beyond a proportional split."""
    if plan.gain is None:
        return words["no_proportional"]
    share = "" if plan.relative_gain is None else f" ({plan.relative_gain:+.1%})"
    digits = 0 if abs(plan.value) >= 1000 else 2
    return words["gain"].format(
        gain=plan.gain,
        digits=digits,
        unit=plan.objective.unit.ko if language == "ko" else plan.objective.unit.en,
        share=share,
    )


def _effects(plan: Plan, words: dict[str, str], language: str, console: Console) -> None:
    lines = []
    for v in VALUATIONS:
        mark = f" ({words['maximised']})" if v in plan.objective.weights else ""
        digits = 0 if plan.indicators[v] >= 1000 else 2
        amount = f"{plan.indicators[v]:,.{digits}f}"
        lines.append(Line(NAMES[v].in_(language) + mark, [amount, UNITS[v].words.in_(language)]))
    print_table(console, [Column(""), Column("", "right"), Column("")], lines, words["headline"], headings=False)


def _money(plan: Plan, words: dict[str, str], language: str, console: Console) -> None:
    stages = plan.inputs.stages.stage
    money = plan.frames["commitments"].groupby(["industry", "stage"])["commitment"].sum()
    columns = [
        Column(words["industry"]),
        *(Column(plan.label("stages", s, language), "n0", adds=True, name=s) for s in stages),
        Column(words["total"], "n0", adds=True, computed=across(stages)),
    ]
    lines = tuple(
        Line(plan.label("industries", i, language), [float(money.get((i, s), 0.0)) for s in stages])
        for i in plan.inputs.initiative_industries
    )
    print_table(console, columns, [Line(words["total"], lines=lines)], words["money"])


def _targets(plan: Plan, words: dict[str, str], language: str, console: Console) -> None:
    frame = plan.frames["targets"]
    columns = [
        Column(words["track"]), Column(words["target"], "n0"), Column(words["achieved"], "n0"), Column(words["met"], "right"),
    ]  # fmt: skip
    lines = [
        Line(plan.label("tracks", w, language), [target, achieved, words["yes" if achieved >= target * (1 - 1e-6) else "no"]])
        for w, target, achieved in zip(frame["track"], frame["target"], frame["achieved"], strict=True)
    ]  # fmt: skip
    print_table(console, columns, lines, words["targets"])


def _funds(plan: Plan, words: dict[str, str], language: str, console: Console) -> None:
    names, frame = ("appropriation", "subscription", "lapse", "balance"), plan.frames["ledger"]
    lines = []
    for f in plan.inputs.funds.fund:
        mine = frame[frame["fund"] == f]
        amounts = [*(float(mine[name].sum()) for name in names[:-1]), float(mine["balance"].iloc[-1])]
        lines.append(Line(plan.label("funds", f, language), amounts))
    print_table(console, [Column(words["fund"]), *(Column(words[name], "n0") for name in names)], lines, words["funds"])
