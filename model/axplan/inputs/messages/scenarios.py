"""Codes E40x: scenario files that do not say what a scenario can say."""

from axplan.core.text import Text
from axplan.inputs.messages.entry import Entry

FOUND = Text("{found}", "{found}")

SCENARIOS = (
    Entry(
        code="E401",
        title=Text("읽을 수 없는 시나리오", "Unreadable scenario"),
        found=FOUND,
        allowed=Text("YAML 형식의 글(UTF-8)로 된 `title:` 같은 항목들", "YAML text in UTF-8 with keys such as `title:`"),
        meaning=Text("시나리오 파일은 한 줄에 `항목: 값`을 적는 YAML 형식의 글입니다.", "A scenario file is YAML text, one `key: value` on each line."),
        cure=Text(
            "따옴표와 괄호를 닫고, 콜론(:) 뒤를 띄우고, UTF-8로 저장하십시오. scenarios/baseline.yaml이 본보기입니다.",
            "Close quotation marks and brackets, put a blank after each colon and save as UTF-8; scenarios/baseline.yaml is an example.",
        ),
        place="exports.yaml:2",
        sample={"found": "found unexpected end of stream"},
    ),
    Entry(
        code="E402",
        title=Text("같은 항목이 두 번", "Key given twice"),
        found=FOUND,
        allowed=Text("한 번만", "only once"),
        meaning=Text("같은 항목이 둘이면 어느 값을 쓸지 알 수 없습니다.", "With two values for a key nobody knows which one counts."),
        cure=Text("하나를 지우십시오.", "Delete one of them."),
        place="exports.yaml:3",
        sample={"found": "objective"},
    ),
    Entry(
        code="E403",
        title=Text("알 수 없는 항목", "Unknown key"),
        found=FOUND,
        allowed=Text("{keys} 가운데 하나{hint}", "one of {keys}{hint}"),
        meaning=Text("시나리오에 적을 수 있는 항목은 정해져 있습니다.", "A scenario has a fixed list of keys."),
        cure=Text("이름을 고치십시오. 메모는 note에 적습니다.", "Correct the name. Remarks go into note."),
        place="exports.yaml:1",
        sample={"found": "titel", "keys": "title, extends, inputs, objective, changes, rules, note",
                "hint": Text(". 혹시 'title'입니까?", ". Did you mean 'title'?")},
    ),
    Entry(
        code="E404",
        title=Text("다른 종류의 값", "Value of another kind"),
        found=FOUND,
        allowed=Text("{allowed}", "{allowed}"),
        meaning=Text(
            "항목마다 적을 수 있는 값의 종류가 정해져 있습니다: title과 note는 글(또는 ko와 en), extends는 이름, inputs는 경로, changes와 rules는 `이름: 값`의 모음.",
            "Every key takes one kind of value: title and note text (or ko and en), extends a name, inputs a path, changes and rules entries of the form `name: value`.",
        ),
        cure=Text("값을 고치십시오. 특별한 기호가 있는 글은 따옴표로 감싸십시오.", "Correct the value. Put text with special signs in quotation marks."),
        place="exports.yaml:4",
        sample={"found": "inputs: 3", "allowed": Text("통합문서나 폴더의 경로", "the path of a workbook or folder")},
    ),
    Entry(
        code="E405",
        title=Text("알 수 없는 목적", "Unknown objective"),
        found=Text("objective: {found}", "objective: {found}"),
        allowed=Text("{allowed}{hint}", "{allowed}{hint}"),
        meaning=Text(
            "objective에는 지표 하나, 또는 지표마다 0보다 큰 가중치를 적습니다: {production: 2, exports: 1}.",
            "objective is one indicator, or a weight above 0 for each of several: {production: 2, exports: 1}.",
        ),
        cure=Text("지표의 이름과 가중치를 고치십시오.", "Correct the names of the indicators and the weights."),
        place="exports.yaml:2",
        sample={"found": "prodution", "allowed": Text("production, output, value_added, employment, exports 가운데 하나",
                                                        "one of production, output, value_added, employment, exports"),
                "hint": Text(". 혹시 'production'입니까?", ". Did you mean 'production'?")},
    ),
    Entry(
        code="E406",
        title=Text("가중할 수 없는 지표", "Indicator that cannot be weighted"),
        found=Text("{indicator}의 최선값이 거의 0", "the best value of {indicator} is near zero"),
        allowed=Text("이 입력에서 최선값이 0과 다른 지표", "an indicator whose best value on these inputs is not zero"),
        meaning=Text("가중 목적에서는 지표마다 혼자 최대화했을 때의 값으로 (순편익은 그 절댓값으로) 나누므로, 그 값이 0이어서는 안 됩니다.", "A weighted objective divides each indicator by the best value it could reach alone (net benefit by its size), which must not be zero."),
        cure=Text("scenario의 objective에서 그 지표를 빼거나, industries의 유발계수나 exports를 확인하십시오.", "Leave the indicator out of the scenario's objective, or look at its coefficients or exports in sheet industries."),
        place="objective",
        sample={"indicator": "exports"},
    ),
)  # fmt: skip
