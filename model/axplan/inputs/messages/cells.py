"""Codes E2xx: a cell that does not hold what its column asks for."""

from __future__ import annotations

from axplan.core.text import Text
from axplan.inputs.messages.entry import Entry

VALUE = Text("{column} = {found}", "{column} = {found}")
A_VALUE_IS_NEEDED = Text("값이 있어야 합니다", "a value is needed")

CELLS = (
    Entry(
        code="E201",
        title=Text("다른 시트에 없는 이름", "Name that the other sheet does not have"),
        found=VALUE,
        allowed=Text("{sheet} 시트의 행 가운데 하나{hint}", "one of the rows of sheet {sheet}{hint}"),
        meaning=Text(
            "이 열에는 다른 시트의 행을 가리키는 식별자를 적습니다. 한글 이름이 아니라 첫 열의 식별자입니다.",
            "The column names rows of another sheet, by the identifier in its first column and not by a label.",
        ),
        cure=Text("목록에서 고르거나, 그 시트에 행을 더하십시오.", "Pick it from the list, or add the row to that sheet."),
        place="rules!F8",
        sample={"column": "region", "found": "'영남권'", "sheet": "regions",
                "hint": Text(". 혹시 'yeongnam'입니까?", ". Did you mean 'yeongnam'?")},
    ),
    Entry(
        code="E202",
        title=Text("빈 셀", "Blank cell"),
        found=Text("빈 셀: {column}", "{column} is blank"),
        allowed=A_VALUE_IS_NEEDED,
        meaning=Text("이 열은 비워 둘 수 없습니다.", "This column cannot be left blank."),
        cure=Text("값을 적으십시오. 없음을 뜻하면 0을 적으십시오.", "Give a value; write 0 for none."),
        place="siting!C5",
        sample={"column": "central"},
    ),
    Entry(
        code="E203",
        title=Text("숫자가 아님", "Not a number"),
        found=VALUE,
        allowed=Text("{allowed}{hint}", "{allowed}{hint}"),
        meaning=Text(
            "숫자 열에 글, 날짜, 참·거짓이 있습니다. 단위(억, %), △, 쉼표로 된 소수점, 전각 숫자도 글로 보고 저절로 바꾸지 않습니다.",
            "A column of numbers holds text, a date or a truth value. Units (억, %), △, decimal commas and full-width digits make "
            "text too; "
            "nothing is converted silently.",
        ),
        cure=Text("열의 단위로 숫자만 적으십시오.", "Give a plain number in the unit of the column."),
        place="industries!D4",
        sample={"column": "production", "found": "'250,1'", "allowed": Text("숫자 (조원), 0 초과", "a number in KRW tn, above 0"),
                "hint": Text(". 혹시 250.1입니까?", ". Did you mean 250.1?")},
    ),
    Entry(
        code="E204",
        title=Text("범위 밖의 숫자", "Number out of range"),
        found=VALUE,
        allowed=Text("{allowed}{hint}", "{allowed}{hint}"),
        meaning=Text("숫자가 열이 허용하는 범위 밖에 있습니다. 비율은 15가 아니라 0.15로 적습니다.", "The number lies outside what the column allows. Shares are given as 0.15, not 15."),
        cure=Text("열의 단위와 범위를 보고 고치십시오.", "Mind the unit and the range of the column."),
        place="funds!F4",
        sample={"column": "admin_rate", "found": "3", "allowed": Text("숫자 (비율), 0 이상, 1 이하", "a number (share), at least 0, at most 1"),
                "hint": Text(". 혹시 0.03입니까?", ". Did you mean 0.03?")},
    ),
    Entry(
        code="E205",
        title=Text("같은 행이 두 번", "Row given twice"),
        found=VALUE,
        allowed=Text("한 번만; {first}행에 이미 있음", "only once; it already stands in row {first}"),
        meaning=Text("한 시트에서 식별자는 한 번만 쓸 수 있습니다.", "An identifier may stand only once in a sheet."),
        cure=Text("한 행을 지우거나 식별자를 바꾸십시오.", "Delete one of the rows or change its identifier."),
        place="regions!A7",
        sample={"column": "region", "found": "'honam'", "first": 6},
    ),
    Entry(
        code="E206",
        title=Text("오류가 난 셀", "Cell with an error"),
        found=VALUE,
        allowed=Text("오류가 없는 값; 수식을 고치십시오", "a value without an error; correct the formula"),
        meaning=Text(
            "수식의 결과가 오류입니다: #REF!는 지워진 셀을 가리키고, #DIV/0!은 0으로 나누고, #N/A와 #NAME?은 찾는 것이 없습니다.",
            "The result of the formula is an error: #REF! refers to a deleted cell, #DIV/0! divides by zero, #N/A and #NAME? "
            "find nothing.",
        ),
        cure=Text("수식을 고치거나 값을 직접 적으십시오.", "Correct the formula or type the value."),
        place="industries!D5",
        sample={"column": "production", "found": "#REF!"},
    ),
    Entry(
        code="E207",
        title=Text("쓸 수 없는 식별자", "Unusable identifier"),
        found=VALUE,
        allowed=Text("글자, 숫자, _ 와 - 로 된 식별자{hint}", "an identifier of letters, digits, _ and -{hint}"),
        meaning=Text("식별자는 파일과 열의 이름이 되므로 빈칸이나 다른 기호를 쓸 수 없습니다. 한글은 쓸 수 있습니다.", "Identifiers become names of files and columns, so they hold no blanks or other signs. Korean is fine."),
        cure=Text("식별자를 고치고, 보고서에 쓸 이름은 label_ko와 label_en에 적으십시오.", "Change it, and put the name for reports into label_ko and label_en."),
        place="industries!A7",
        sample={"column": "industry", "found": "'home appliances'",
                "hint": Text(". 혹시 'home_appliances'입니까?", ". Did you mean 'home_appliances'?")},
    ),
    Entry(
        code="E208",
        title=Text("다른 단위", "Another unit"),
        found=Text("{column}의 단위 = {found}", "unit of {column} = {found}"),
        allowed=Text("단위 '{unit}'; 값도 이 단위로", "unit '{unit}', and the values in this unit"),
        meaning=Text("단위 칸의 단위가 모형의 단위와 다릅니다. 단위를 바꾸어 적어도 값이 환산되지는 않습니다.", "The unit given differs from the model's. Writing another unit does not convert the values."),
        cure=Text("값을 모형의 단위로 환산하고 단위 칸을 되돌리십시오.", "Convert the values to the model's unit and restore the unit."),
        place="funds!D3",
        sample={"column": "opening_balance", "found": "'백만원'", "unit": Text("억원", "KRW 100m")},
    ),
    Entry(
        code="E209",
        title=Text("보기에 없는 값", "Not among the choices"),
        found=VALUE,
        allowed=Text("{choices} 가운데 하나{hint}", "one of {choices}{hint}"),
        meaning=Text("이 열에는 정해진 값만 적을 수 있습니다.", "Only certain words may stand in this column."),
        cure=Text("목록에서 고르십시오.", "Pick one from the list."),
        place="stages!D5",
        sample={"column": "instrument", "found": "'loans'", "choices": "grant, loan, equity",
                "hint": Text(". 혹시 'loan'입니까?", ". Did you mean 'loan'?")},
    ),
    Entry(
        code="E210",
        title=Text("알 수 없는 설정", "Unknown setting"),
        found=VALUE,
        allowed=Text("{names} 가운데 하나{hint}", "one of {names}{hint}"),
        meaning=Text("settings 시트에는 정해진 설정만 있을 수 있습니다.", "Sheet settings holds a fixed list of settings."),
        cure=Text("이름을 고치거나 행을 지우십시오.", "Correct the name or delete the row."),
        place="settings!A5",
        sample={"column": "key", "found": "'plan_year'", "names": "first_year, plan_years, appraisal_end",
                "hint": Text(". 혹시 'plan_years'입니까?", ". Did you mean 'plan_years'?")},
    ),
    Entry(
        code="E211",
        title=Text("이 행에 필요한 빈 셀", "Blank cell that this row needs"),
        found=Text("빈 셀: {column}", "{column} is blank"),
        allowed=Text("{other} = {value}인 행에는 값이 있어야 합니다", "a value is needed where {other} = {value}"),
        meaning=Text("다른 열의 값 때문에 이 행에서는 비워 둘 수 없습니다.", "Another column's value makes this one necessary in the row."),
        cure=Text("값을 적거나 다른 열을 고치십시오.", "Give a value or correct the other column."),
        place="stages!N5",
        sample={"column": "lending_rate", "other": "instrument", "value": "loan"},
    ),
    Entry(
        code="E212",
        title=Text("yes도 no도 아님", "Neither yes nor no"),
        found=VALUE,
        allowed=Text("yes 또는 no{hint}", "yes or no{hint}"),
        meaning=Text("이 열에는 yes나 no만 적습니다.", "Only yes or no may stand in this column."),
        cure=Text("yes나 no를 고르십시오.", "Pick yes or no."),
        place="programmes!L6",
        sample={"column": "regional", "found": "'예'", "hint": Text(". 혹시 'yes'입니까?", ". Did you mean 'yes'?")},
    ),
    Entry(
        code="E213",
        title=Text("글이 아님", "Not text"),
        found=VALUE,
        allowed=Text("글 (서식이 '텍스트'인 셀)", "text (a cell formatted as text)"),
        meaning=Text("글을 적는 열에 숫자, 날짜, 참·거짓이 있습니다. Excel이 입력을 날짜 등으로 바꾸었을 수 있습니다.", "A column of text holds a number, a date or a truth value. Excel may have turned what was typed into a date."),
        cure=Text("셀 서식을 '텍스트'로 하고 다시 적으십시오.", "Format the cell as text and type it again."),
        place="tracks!A5",
        sample={"column": "track", "found": "2026-03-02"},
    ),
    Entry(
        code="E214",
        title=Text("백분율로 적은 비율", "Shares given as percentages"),
        found=Text("{column} = {found}", "{column} = {found}"),
        allowed=Text("비율. 모두 100으로 나누십시오: {typed:g} → {meant:g}", "shares. Divide all of them by 100: {typed:g} → {meant:g}"),
        meaning=Text(
            "비율은 0~1로 적습니다. 이 열(또는 행렬)의 값은 대부분 백분율로 보여 셀마다 알리지 않고 한 번에 알립니다.",
            "Shares are given between 0 and 1. Most values of this column (or matrix) look like percentages, so they are "
            "reported together and not cell by cell.",
        ),
        cure=Text(
            "열 전체를 100으로 나누십시오. 셀 서식은 그대로 두고 값을 바꿉니다: 15가 아니라 0.15(또는 15%).",
            "Divide the whole column by 100. Change the values and not the format: 0.15 (or 15%), not 15.",
        ),
        place="tasks!D4:D15",
        sample={"column": "uplift", "found": "12, 30, 50 …", "typed": 12.0, "meant": 0.12},
    ),
    Entry(
        code="E215",
        title=Text("계산되지 않은 수식", "Formula that was never calculated"),
        found=Text("{column} = {found}", "{column} = {found}"),
        allowed=Text("값이 있는 셀. Excel에서 열어 저장한 뒤 다시 하십시오", "a cell with a value. Open the file in Excel, save it and try again"),
        meaning=Text(
            "수식은 있으나 계산된 값이 파일에 없습니다. 프로그램이 만든 파일은 한 번 열어 저장해야 값이 들어갑니다.",
            "There is a formula, but the file does not hold its value. A file written by a program gets its values when it is "
            "opened and saved once.",
        ),
        cure=Text("Excel이나 LibreOffice에서 열어 저장하거나, 값을 직접 적으십시오.", "Open the file in Excel or LibreOffice and save it, or type the value."),
        place="industries!D4",
        sample={"column": "production", "found": "=D10*1.02"},
    ),
    Entry(
        code="W214",
        title=Text("백분율로 보이는 비율", "Share that looks like a percentage"),
        found=Text("{column} = {found}", "{column} = {found}"),
        allowed=Text("비율. 혹시 {typed:g} → {meant:g}입니까?", "shares. Is {typed:g} meant to be {meant:g}?"),
        meaning=Text(
            "이 열에는 1보다 큰 비율도 적을 수 있으나, 500% 이상이면 백분율을 그대로 적었을 가능성이 큽니다.",
            "Shares above 1 are possible in this column, but 500 % and more is likely to be a percentage typed as it is.",
        ),
        cure=Text("백분율이면 100으로 나누십시오. 뜻한 값이면 그대로 두어도 됩니다.", "Divide by 100 if it is a percentage. Leave it if it is meant."),
        place="tracks!J4:J6",
        sample={"column": "capacity_growth", "found": "35, 35, 35", "typed": 35.0, "meant": 0.35},
    ),
)  # fmt: skip
