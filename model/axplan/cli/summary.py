"""The terminal summary of a plan: what a minister would read before opening the workbook."""

from rich.box import SIMPLE_HEAD
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table

from axplan.core.text import Text
from axplan.inputs.objective import NAMES
from axplan.inputs.parameters import EOK_PER_BILLION_WON
from axplan.inputs.schema.indicators import UNITS, VALUATIONS
from axplan.plan.result import Plan

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
    "no_proportional": Text("산업·권역을 생산 비중대로 나누면(비례배분) 모든 요구를 지키는 계획이 없습니다.",
                            "A proportional split (industries and regions by production) cannot meet all requirements."),
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
    console.print(f"\n[bold]{words['plan']}: {title}[/bold]", highlight=False)
    for table in (_effects(plan, words, language), _money(plan, words, language), _targets(plan, words, language),
                  _funds(plan, words, language)):  # fmt: skip
        console.print(table)
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


def _table(title: str, first: str, *others: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=SIMPLE_HEAD)
    table.add_column(first)
    for name in others:
        longest_word = max((cell_len(word) for word in name.split()), default=1)
        table.add_column(name, justify="right", min_width=longest_word)  # headings wrap, words are not cut
    return table


def _effects(plan: Plan, words: dict[str, str], language: str) -> Table:
    table = Table(title=words["headline"], title_justify="left", title_style="bold", show_header=False, box=SIMPLE_HEAD)
    table.add_column()
    table.add_column(justify="right")
    table.add_column()
    for v in VALUATIONS:
        mark = f" ({words['maximised']})" if v in plan.objective.weights else ""
        unit = UNITS[v].ko if language == "ko" else UNITS[v].en
        digits = 0 if plan.indicators[v] >= 1000 else 2
        table.add_row(NAMES[v].in_(language) + mark, f"{plan.indicators[v]:,.{digits}f}", unit)
    return table


def _money(plan: Plan, words: dict[str, str], language: str) -> Table:
    stages = plan.inputs.stages.stage
    money = plan.frames["commitments"].groupby(["industry", "stage"])["commitment"].sum()
    labels = [plan.label("stages", s, language) for s in stages]
    table = _table(words["money"], words["industry"], *labels, words["total"])
    for i in plan.inputs.initiative_industries:
        row = [float(money.get((i, s), 0.0)) for s in stages]
        table.add_row(plan.label("industries", i, language), *(f"{amount:,.0f}" for amount in [*row, sum(row)]))
    sums = [float(sum(money.get((i, s), 0.0) for i in plan.inputs.initiative_industries)) for s in stages]
    table.add_section()
    table.add_row(words["total"], *(f"{amount:,.0f}" for amount in [*sums, sum(sums)]))
    return table


def _targets(plan: Plan, words: dict[str, str], language: str) -> Table:
    table = _table(words["targets"], words["track"], words["target"], words["achieved"], words["met"])
    frame = plan.frames["targets"]
    for w, target, achieved in zip(frame["track"], frame["target"], frame["achieved"], strict=True):
        met = words["yes"] if achieved >= target * (1 - 1e-6) else words["no"]
        table.add_row(plan.label("tracks", w, language), f"{target:,.0f}", f"{achieved:,.0f}", met)
    return table


def _funds(plan: Plan, words: dict[str, str], language: str) -> Table:
    names = ("appropriation", "subscription", "lapse", "balance")
    table = _table(words["funds"], words["fund"], *(words[name] for name in names))
    frame = plan.frames["ledger"]
    for f in plan.inputs.funds.fund:
        mine = frame[frame["fund"] == f]
        amounts = [*(float(mine[name].sum()) for name in names[:-1]), float(mine["balance"].iloc[-1])]
        table.add_row(plan.label("funds", f, language), *(f"{amount:,.0f}" for amount in amounts))
    return table
