"""The style sheet of the brief: one sheet of A4, in the palette of the workbook, on screen and on paper."""

from string import Template

from axplan.report.styles import BAD, GREY, HEAD, INK, NAVY, PAPER, RULE, SUBTOTAL, TOTAL

FAMILY = (
    '"Malgun Gothic", "맑은 고딕", "Apple SD Gothic Neo", "Noto Sans CJK KR", "Noto Sans KR", '
    'NanumGothic, "Nanum Gothic", sans-serif'
)
"""Fonts with Korean letters that come with Windows, macOS and Linux."""

STYLE = Template("""
@page { size: A4 portrait; margin: 0 }
* { box-sizing: border-box; margin: 0; padding: 0 }
html { color-scheme: light; -webkit-text-size-adjust: 100%; text-size-adjust: 100% }
body { background: $head; color: $ink; font: 7.5pt/10pt $family; -webkit-print-color-adjust: exact; \
print-color-adjust: exact }
main { display: flex; flex-direction: column; gap: 7pt; width: 210mm; height: 296mm; margin: 6mm auto; \
padding: 10mm 12mm 8mm; background: $paper }
header { border-bottom: 1.5pt solid $navy; padding-bottom: 4pt }
header p { display: flex; justify-content: space-between; color: $grey; font-size: 8pt }
h1 { font-size: 19pt; line-height: 25pt; color: $navy; white-space: nowrap; overflow: hidden; text-overflow: ellipsis }
h2, figcaption { font-size: 8.5pt; line-height: 11pt; font-weight: bold; color: $navy; text-align: left }
.figures { display: grid; grid: auto auto auto / auto-flow 1fr; column-gap: 5pt }
.figure { display: grid; grid-row: 1 / span 3; grid-template-rows: subgrid; min-width: 0; \
border-top: 2pt solid $navy; background: $subtotal; padding: 4pt 5pt 5pt }
.figure dt, .figure .remark { text-wrap: balance }
.figure dt { font-weight: bold; color: $navy; overflow-wrap: anywhere }
.figure .value { line-height: 23pt; height: 23pt; font-weight: bold; white-space: nowrap }
.figure .remark { font-size: 6.8pt; line-height: 8.8pt; color: $grey; overflow-wrap: anywhere }
.warns { border-top-color: $bad }
.warns .value { color: $bad }
.charts { display: grid; grid-template-columns: repeat(3, 168pt); justify-content: space-between }
figure { display: flex; flex-direction: column; justify-content: space-between; gap: 3pt }
svg { text-rendering: geometricPrecision; display: block; width: 168pt; height: 150pt }
figcaption span, h2 span { color: $grey; font-weight: normal; font-size: 7.5pt }
.budget { display: flex; flex-direction: column; flex: 1 0 auto }
.fills { flex: 1 0 auto }
table { width: 100%; height: 100%; table-layout: fixed; border-collapse: collapse; font-size: 8pt }
.budget h2 { display: flex; justify-content: space-between; padding-bottom: 2pt }
th, td { line-height: 10pt; padding: 0 3pt; text-align: right; font-weight: normal; white-space: nowrap; \
border-bottom: 0.5pt solid $rule; font-variant-numeric: tabular-nums }
th { overflow: hidden; text-overflow: ellipsis }
thead th { background: $head; color: $navy; font-weight: bold; border-top: 1pt solid $navy; \
border-bottom: 1pt solid $navy }
th:first-child { text-align: left }
.total > * { background: $total; font-weight: bold }
.subtotal > * { background: $subtotal; font-weight: bold }
.item th { padding-left: 10pt }
.notes { background: $subtotal; border: 0.5pt solid $rule; padding: 5pt 7pt }
.notes ul { columns: 2; column-gap: 12pt; margin-top: 2pt; list-style: none }
.notes li { font-size: 7.4pt; line-height: 9.9pt; padding-bottom: 2.5pt; overflow-wrap: anywhere }
.notes b { color: $navy }
footer { display: flex; flex-wrap: wrap; gap: 0 14pt; margin-top: auto; padding-top: 3pt; \
border-top: 0.5pt solid $rule; color: $grey; font-size: 6.8pt }
.whole { white-space: nowrap }
:lang(ko) { word-break: keep-all }
@media print { body { background: none } main { margin: 0 } }
""").substitute(
    family=FAMILY, head=HEAD, ink=INK, paper=PAPER, navy=NAVY, grey=GREY, rule=RULE, bad=BAD, total=TOTAL,
    subtotal=SUBTOTAL,
)  # fmt: skip
