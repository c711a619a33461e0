"""Codes E407 to E416: scenarios that extend others, and changes that cannot be made."""

from axplan.core.text import Text
from axplan.inputs.messages.entry import Entry

WHERE = Text("시트와 열의 이름은 inputs/README.md에, 쓰는 법은 docs/scenarios.md에 있습니다.",
             "inputs/README.md names the sheets and columns, docs/scenarios.md tells how to write them.")  # fmt: skip

CHANGES = (
    Entry(
        code="E407",
        title=Text("바탕 시나리오가 없음", "Scenario to extend is missing"),
        found=Text("extends: {found}", "extends: {found}"),
        allowed=Text("{names} 가운데 하나{hint}", "one of {names}{hint}"),
        meaning=Text("extends에는 같은 폴더에 있는 다른 시나리오의 이름(.yaml 없이)을 적습니다.", "extends names another scenario of the same folder, without .yaml."),
        cure=Text("이름을 고치거나 그 시나리오를 만드십시오.", "Correct the name, or make that scenario."),
        place="exports.yaml:2",
        sample={"found": "basline", "names": "baseline, exports", "hint": Text(". 혹시 'baseline'입니까?", ". Did you mean 'baseline'?")},
    ),
    Entry(
        code="E408",
        title=Text("서로를 바탕으로 하는 시나리오", "Scenarios that extend each other in a circle"),
        found=Text("extends: {circle}", "extends: {circle}"),
        allowed=Text("끝이 있는 연결", "a chain that ends"),
        meaning=Text("바탕이 되는 시나리오를 따라가면 제자리로 돌아와, 무엇부터 적용할지 알 수 없습니다.", "Following extends leads back to where it began, so that nobody knows what comes first."),
        cure=Text("한 파일에서 extends를 지우십시오.", "Delete extends in one of the files."),
        place="exports.yaml:2",
        sample={"circle": "exports → growth → exports"},
    ),
    Entry(
        code="E409",
        title=Text("주소가 아님", "Not an address"),
        found=Text("{found}", "{found}"),
        allowed=Text("시트.행.열과 값(예: tasks.design.uplift){hint}", "table.row.column and a value, such as tasks.design.uplift{hint}"),
        meaning=Text(
            "바꿀 셀은 시트, 행, 열의 이름을 점으로 이어 적습니다. 행의 이름이 둘이면 그 사이에 /를 넣고(segments.adoption/1.width), 설정의 열은 value입니다.",
            "A cell is addressed by sheet, row and column with dots between them. Two names of a row take a slash (segments.adoption/1.width); the column of a setting is value.",
        ),
        cure=Text(f"주소를 고치십시오. {WHERE.ko}", f"Correct the address. {WHERE.en}"),
        place="exports.yaml:5",
        sample={"found": "settings.plan_years", "hint": Text(". 혹시 'settings.plan_years.value'입니까?", ". Did you mean 'settings.plan_years.value'?")},
    ),
    Entry(
        code="E410",
        title=Text("바꿀 수 없는 시트", "Sheet that cannot be changed"),
        found=Text("{address}: 시나리오가 바꿀 수 있는 시트 '{sheet}' 없음", "{address}: a scenario can change no sheet '{sheet}'"),
        allowed=Text("{names} 가운데 하나{hint}", "one of {names}{hint}"),
        meaning=Text(
            "그런 시트가 없거나, 행에 이름이 없는 시트(uncertainty, provenance)라 셀을 가리킬 수 없습니다.",
            "There is no such sheet, or its rows have no names (uncertainty, provenance), so that no cell of it can be addressed.",
        ),
        cure=Text(f"시트의 이름을 고치십시오. {WHERE.ko}", f"Correct the name of the sheet. {WHERE.en}"),
        place="exports.yaml:5",
        sample={"address": "task.design.uplift", "sheet": "task", "names": "settings, industries, regions, tasks", "hint": Text(". 혹시 'tasks'입니까?", ". Did you mean 'tasks'?")},
    ),
    Entry(
        code="E411",
        title=Text("그런 행이 없음", "No such row"),
        found=Text("{address}: {sheet} 시트에 행 '{row}' 없음", "{address}: sheet {sheet} has no row '{row}'"),
        allowed=Text("{names} 가운데 하나, 또는 모든 행에 *{hint}", "one of {names}, or * for every row{hint}"),
        meaning=Text(
            "시나리오는 입력에 있는 행만 바꿉니다. 새 행은 정책 제약(rules의 add)에만 더할 수 있습니다.",
            "A scenario changes rows that the inputs have. Only policy rules can be added as new rows (add, under rules).",
        ),
        cure=Text("행의 식별자를 고치십시오. 한글 이름이 아니라 시트의 첫 열에 적힌 이름입니다.", "Correct the row's identifier: the name in the first column of the sheet, not its label."),
        place="exports.yaml:5",
        sample={"address": "tasks.desing.uplift", "sheet": "tasks", "row": "desing", "names": "design, safety",
                "hint": Text(". 혹시 'design'입니까?", ". Did you mean 'design'?")},
    ),
    Entry(
        code="E412",
        title=Text("그런 열이 없음", "No such column"),
        found=Text("{address}: {sheet} 시트에 바꿀 수 있는 열 '{column}' 없음", "{address}: sheet {sheet} has no column '{column}' to change"),
        allowed=Text("{names} 가운데 하나{hint}", "one of {names}{hint}"),
        meaning=Text(
            "그런 열이 없거나, 행의 이름이 적힌 열이라 바꿀 수 없습니다. 열에 *를 쓸 수 있는 것은 열이 연도, 권역, 산업, 태스크인 행렬 시트뿐입니다.",
            "There is no such column, or it holds the names of the rows. * stands for every column only in the matrix sheets, whose columns are years, ages, regions, industries or tasks.",
        ),
        cure=Text(f"열의 이름을 고치십시오. {WHERE.ko}", f"Correct the name of the column. {WHERE.en}"),
        place="exports.yaml:5",
        sample={"address": "tasks.design.uplfit", "sheet": "tasks", "column": "uplfit", "names": "uplift, cost_intensity, ceiling", "hint": Text(". 혹시 'uplift'입니까?", ". Did you mean 'uplift'?")},
    ),
    Entry(
        code="E413",
        title=Text("같은 셀을 두 번 바꿈", "Cell changed twice"),
        found=Text("{address}: {cell} 셀을 다시 바꿈", "{address}: changes {cell} again"),
        allowed=Text("한 파일에서 셀마다 한 번(처음: {first})", "one change of each cell in a file (the first is {first})"),
        meaning=Text(
            "한 파일의 두 줄이 같은 셀을 바꾸면(*가 겹치는 것도) 어느 쪽이 맞는지 알 수 없습니다. extends로 잇는 다른 파일이 바꾼 셀은 다시 바꿀 수 있습니다.",
            "With two lines of a file that change the same cell, also where a * overlaps, nobody knows which one counts. What a file that is extended changes may be changed again.",
        ),
        cure=Text("한 줄을 지우거나, 겹치지 않게 주소를 좁히십시오.", "Delete one of the lines, or narrow the addresses so that they do not overlap."),
        place="exports.yaml:6",
        sample={"address": "tasks.*.uplift", "cell": "tasks.design.uplift", "first": "exports.yaml:5"},
    ),
    Entry(
        code="E414",
        title=Text("새 값이 아님", "Not a new value"),
        found=Text("{address}: {found}", "{address}: {found}"),
        allowed=Text("값 하나, 또는 scale이나 add와 숫자; 빈 셀은 null", "one value, or scale or add with a number; null for a blank cell"),
        meaning=Text(
            "셀에는 값 하나를 적거나, scale(곱할 수)이나 add(더할 수) 가운데 하나를 적습니다.",
            "A cell is given one value, or one of scale (a factor) and add (what is added).",
        ),
        cure=Text(
            "`주소: 0.3`, `주소: {scale: 0.9}`, `주소: {add: 100}` 가운데 하나로 적으십시오. 빈 셀로 만들려면 null을 적습니다.",
            "Write `address: 0.3`, `address: {scale: 0.9}` or `address: {add: 100}`; write null to blank the cell.",
        ),
        place="exports.yaml:5",
        sample={"address": "tasks.design.uplift", "found": "scale: 0.9, add: 0.1"},
    ),
    Entry(
        code="E415",
        title=Text("숫자가 없는 셀", "Cell without a number"),
        found=Text("{address}: {found}", "{address}: {found}"),
        allowed=Text("scale과 add는 숫자가 적힌 셀에만", "scale and add only where a number stands"),
        meaning=Text("빈 셀이나 글에는 곱하거나 더할 수 없습니다.", "A blank cell or a text cannot be multiplied or added to."),
        cure=Text("scale이나 add 대신 새 값을 적으십시오.", "Give the new value instead of scale or add."),
        place="exports.yaml:5",
        sample={"address": "funds.compute.carry_over_limit", "found": Text("빈 셀", "a blank cell")},
    ),
    Entry(
        code="E416",
        title=Text("이미 있는 제약", "Rule that is there already"),
        found=Text("add: {rule}", "add: {rule}"),
        allowed=Text("rules 시트에 없는 이름", "a name that sheet rules does not have"),
        meaning=Text("add는 새 제약을 더합니다. 같은 이름의 제약이 입력이나 바탕 시나리오에 있습니다.", "add makes a new rule. The inputs, or a scenario that is extended, have one of that name."),
        cure=Text("다른 이름을 쓰거나, 있는 제약의 값을 changes에서 바꾸십시오(rules.이름.value).", "Use another name, or change the rule that is there under changes (rules.NAME.value)."),
        place="exports.yaml:9",
        sample={"rule": "steel_floor"},
    ),
)  # fmt: skip
