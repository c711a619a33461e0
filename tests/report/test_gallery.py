"""The gallery shows every sheet of today's book, in both languages."""

from __future__ import annotations

import runpy

from repository import ROOT

GALLERY = ROOT / "docs" / "gallery"


def test_the_gallery_has_a_picture_of_every_sheet_and_of_the_brief_and_no_others() -> None:
    made = runpy.run_path(str(GALLERY / "remake.py"))
    assert (GALLERY / "README.md").read_text(encoding="utf-8") == made["page"]()
    shown = {made["picture"](sheet, language).name for sheet in made["SHEETS"] for language in made["LANGUAGES"]}
    shown |= {f"brief_{language}.png" for language in made["LANGUAGES"]}
    found = {path.name for path in GALLERY.iterdir() if path.suffix in (".jpg", ".png")}
    assert found == shown
    assert all((GALLERY / name).stat().st_size > 5_000 for name in shown)
