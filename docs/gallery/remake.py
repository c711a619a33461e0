"""The gallery: what the results of the baseline look like on paper, in both languages.

    make gallery

plans the baseline, prints its workbook with LibreOffice, takes the first page of every sheet and a picture of the brief in
Chromium, and writes the page that shows them. Needs soffice, pdftoppm, pdftotext and chromium on the PATH.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from axplan.inputs.objective import single
from axplan.inputs.parameters import build_inputs
from axplan.plan.optimise import optimise
from axplan.report import BOOK, BRIEF, write_results
from axplan.report.book import PLAN_WORDS as WORDS
from axplan.report.book import SHEETS
from axplan.workbook.baseline import baseline_tables

HERE = Path(__file__).parent
LANGUAGES = {"ko": ("한국어", "기준안"), "en": ("English", "Baseline")}
PROGRAMS = ("soffice", "pdftoppm", "pdftotext", "chromium")
DOTS, QUALITY = 60, 60
"""Dots per inch and JPEG quality: small files in which headings and charts can still be read."""
WINDOW = "840,1180"
"""The paper of the brief with a margin, in pixels."""

HEAD = """# Gallery: the baseline on paper

First page of every sheet of `plan.xlsx`, and `brief.html`. Remade by `make gallery`; click a picture to see it larger.
"""


def main() -> int:
    missing = [name for name in PROGRAMS if shutil.which(name) is None]
    if missing:
        print(f"needed to make the gallery, but not installed: {', '.join(missing)}", file=sys.stderr)
        return 4
    result = optimise(build_inputs(baseline_tables()), single("production"))
    for language, (_, title) in LANGUAGES.items():
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            write_results(result.plan, result.certificate.checks, folder, language, {f"title.{language}": title})
            picture_sheets(folder, language)
            picture_brief(folder, language)
    (HERE / "README.md").write_text(page(), encoding="utf-8", newline="\n")
    return 0


def run(*command: str | Path) -> str:
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, text=True).stdout


def picture_sheets(folder: Path, language: str) -> None:
    """A picture of the first page of every sheet: the pages whose footer names it."""
    profile = (folder / "profile").as_uri()
    run(
        "soffice",
        f"-env:UserInstallation={profile}",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        folder,
        folder / BOOK,
    )
    printed = (folder / BOOK).with_suffix(".pdf")
    footers = [text.split("\n")[-1].strip() for text in texts(printed)]
    for sheet in SHEETS:
        number = footers.index(WORDS[f"sheet_{sheet}"].in_(language)) + 1
        run("pdftoppm", "-r", str(DOTS), "-f", str(number), "-l", str(number), "-singlefile", "-jpeg",
            "-jpegopt", f"quality={QUALITY}", printed, picture(sheet, language).with_suffix(""))  # fmt: skip


def texts(printed: Path) -> list[str]:
    """The text of every page."""
    return [text.strip() for text in run("pdftotext", printed, "-").split("\f")]


def picture_brief(folder: Path, language: str) -> None:
    target = picture("brief", language).with_suffix(".png")
    run("chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'browser'}",
        f"--window-size={WINDOW}", f"--screenshot={target}", (folder / BRIEF).as_uri())  # fmt: skip


def picture(sheet: str, language: str) -> Path:
    return HERE / f"{sheet}_{language}.jpg"


def page() -> str:
    """The gallery as Markdown: both languages side by side."""
    lines = [HEAD, _row(*(heading for heading, _ in LANGUAGES.values())), _row(*("---" for _ in LANGUAGES))]
    lines.append(_row(*(_image("brief", f"brief_{language}.png") for language in LANGUAGES)))
    for sheet in SHEETS:
        titles = (WORDS[f"sheet_{sheet}"].in_(language) for language in LANGUAGES)
        lines.append(_row(*(f"**{title}**<br>{_image(title, picture(sheet, language).name)}"
                            for title, language in zip(titles, LANGUAGES, strict=True))))  # fmt: skip
    return "\n".join(lines) + "\n"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _image(title: str, name: str) -> str:
    return f"[![{title}]({name})]({name})"


if __name__ == "__main__":
    sys.exit(main())
