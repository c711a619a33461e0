"""Codes E10x and W10x: sheets, columns and rows that are not as the data dictionary declares them."""

from axplan.core.text import Text
from axplan.inputs.messages.entry import Entry

INPUTS_README = Text(
    "시트와 열의 이름은 inputs/README.md에 있습니다.", "The names of sheets and columns are in inputs/README.md."
)

SHEETS = (
    Entry(
        code="E101",
        title=Text("시트가 없음", "Missing sheet"),
        found=Text("시트 없음", "the sheet is missing"),
        allowed=Text("'{name}' 시트({title}){hint}", "a sheet '{name}' ({title}){hint}"),
        meaning=Text(
            "모형에 필요한 시트가 통합문서나 폴더에 없습니다. 없어도 되는 시트는 applications, rules, floors, uncertainty, correlations, provenance, sources뿐입니다.",
            "The model needs this sheet. Only applications, rules, floors, uncertainty, correlations, provenance and sources may be absent.",
        ),
        cure=Text(f"시트의 이름을 고치거나 시트를 더하십시오. {INPUTS_README.ko}", f"Correct the sheet's name or add the sheet. {INPUTS_README.en}"),
        place="industries",
        sample={
            "name": "industries",
            "title": Text("산업", "Industries"),
            "hint": Text(". 시트 '산업'의 이름을 고치십시오", ". Rename sheet '산업'"),
        },
    ),
    Entry(
        code="E102",
        title=Text("열이 없음", "Missing column"),
        found=Text("열 없음: {column}", "column {column} is missing"),
        allowed=Text("이 열이 있어야 합니다{hint}", "the column is needed{hint}"),
        meaning=Text(
            "시트에 꼭 필요한 열이 없습니다. 행렬 시트에서는 다른 시트의 행마다 열이 하나씩 있어야 합니다.",
            "A column the sheet cannot do without is not there. A matrix sheet needs one column for each row of another sheet.",
        ),
        cure=Text(f"열의 이름을 고치거나 열을 더하십시오. {INPUTS_README.ko}", f"Correct the heading or add the column. {INPUTS_README.en}"),
        place="stages!G1",
        sample={"column": "cost_share", "hint": Text(". 열 'costshare'의 이름을 고치십시오", ". Rename column 'costshare'")},
    ),
    Entry(
        code="E103",
        title=Text("같은 열이 두 번", "Column given twice"),
        found=Text("열 이름이 다시 나옴: {column}", "column {column} stands again"),
        allowed=Text("하나만; 첫 열은 {first}", "only one; the first is in {first}"),
        meaning=Text("같은 이름의 열이 둘이면 어느 값을 쓸지 알 수 없습니다.", "With two columns of the same name nobody knows which values count."),
        cure=Text("하나를 지우거나 이름을 바꾸십시오.", "Delete or rename one of them."),
        place="tasks!F1",
        sample={"column": "uplift", "first": "D1"},
    ),
    Entry(
        code="E104",
        title=Text("설정이 없음", "Missing setting"),
        found=Text("설정 없음: {name}", "setting {name} is missing"),
        allowed=Text("key = {name}인 행: {title}", "a row with key = {name}: {title}"),
        meaning=Text("settings 시트에는 모든 설정이 한 행씩 있어야 합니다.", "Sheet settings needs one row for every setting."),
        cure=Text("행을 더하거나 key를 고치십시오.", "Add the row or correct its key."),
        place="settings",
        sample={"name": "plan_years", "title": Text("계획 연수", "Plan years")},
    ),
    Entry(
        code="E105",
        title=Text("행렬 시트의 알 수 없는 열", "Unknown column of a matrix"),
        found=Text("알 수 없는 열: {column}", "unknown column {column}"),
        allowed=Text("{names} 가운데 하나{hint}", "one of {names}{hint}"),
        meaning=Text(
            "행렬 시트의 열 이름은 다른 시트의 행(산업, 권역, 태스크)이나 계획 연도, age_0, age_1 …이어야 합니다.",
            "The columns of a matrix sheet are rows of another sheet (industries, regions, tasks), years of the plan, or age_0, age_1 …",
        ),
        cure=Text("열의 이름을 고치거나, 그 이름의 행을 다른 시트에 더하십시오.", "Correct the heading, or add the row to the other sheet."),
        place="siting!E1",
        sample={
            "column": "영남권",
            "names": "capital, central, honam, yeongnam",
            "hint": Text(". 혹시 'yeongnam'입니까?", ". Did you mean 'yeongnam'?"),
        },
    ),
    Entry(
        code="E106",
        title=Text("행렬 시트의 행이 없음", "Missing row of a matrix"),
        found=Text("행 없음: {key}", "row {key} is missing"),
        allowed=Text("{parent} 시트의 모든 행", "every row of sheet {parent}"),
        meaning=Text("다른 시트의 행마다 이 시트에도 행이 하나씩 있어야 합니다.", "Every row of the other sheet needs a row here as well."),
        cure=Text("행을 더하고 값을 채우십시오.", "Add the row and fill it in."),
        place="siting",
        sample={"key": "steel", "parent": "industries"},
    ),
    Entry(
        code="E107",
        title=Text("빈 시트", "Empty sheet"),
        found=Text("빈 시트", "the sheet is empty"),
        allowed=Text("첫 행에 열 이름({names}), 아래에 자료",
                     "the names of the columns ({names}) in the first row and data below"),
        meaning=Text("시트는 있으나 아무것도 적혀 있지 않습니다.", "The sheet is there, but nothing stands in it."),
        cure=Text(f"기준 통합문서의 시트를 복사해 채우십시오. {INPUTS_README.ko}", f"Copy the sheet from the baseline workbook and fill it in. {INPUTS_README.en}"),
        place="unlocks",
        sample={"names": "programme …"},
    ),
    Entry(
        code="W101",
        title=Text("알 수 없는 시트", "Unknown sheet"),
        found=Text("알 수 없는 시트", "an unknown sheet"),
        allowed=Text("읽지 않고 넘어갑니다{hint}", "it is not read{hint}"),
        meaning=Text("메모나 계산에 쓰는 시트라면 그대로 두어도 됩니다.", "A sheet of notes or side calculations may stay."),
        cure=Text(f"입력이라면 이름을 고치십시오. {INPUTS_README.ko}", f"Correct its name if it is meant as input. {INPUTS_README.en}"),
        place="메모",
        sample={"hint": Text("", "")},
    ),
    Entry(
        code="W102",
        title=Text("알 수 없는 열", "Unknown column"),
        found=Text("알 수 없는 열: {column}", "unknown column {column}"),
        allowed=Text("읽지 않고 넘어갑니다{hint}", "it is not read{hint}"),
        meaning=Text("이 시트에 없는 이름의 열입니다. 값은 쓰이지 않습니다.",
                     "The sheet has no column of this name. Its values are not used."),
        cure=Text(f"입력이라면 이름을 고치십시오. {INPUTS_README.ko}", f"Correct the heading if it is meant as input. {INPUTS_README.en}"),
        place="funds!L1",
        sample={"column": "carryover_limit", "hint": Text(". 혹시 'carry_over_limit'입니까?", ". Did you mean 'carry_over_limit'?")},
    ),
    Entry(
        code="W103",
        title=Text("계획 기간 밖의 연도", "Year outside the plan"),
        found=Text("계획 기간 밖의 열: {column}", "column {column} lies outside the plan"),
        allowed=Text("{first}~{last}년만 읽습니다", "only {first} to {last} are read"),
        meaning=Text("계획 기간은 settings의 first_year와 plan_years로 정해집니다.", "first_year and plan_years of sheet settings say which years the plan has."),
        cure=Text("기간을 줄였다면 그대로 두어도 됩니다. 아니면 settings를 고치십시오.", "Leave it if the plan was shortened on purpose; otherwise correct the settings."),
        place="appropriations!G1",
        sample={"column": "2031", "first": 2026, "last": 2030},
    ),
)  # fmt: skip
