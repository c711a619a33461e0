"""The page of the brief: head, figures, charts, budget, and what to know when reading them."""

from xml.etree.ElementTree import Element

from axplan.report.brief import budget, figures, notes
from axplan.report.brief.charts import charts
from axplan.report.brief.markup import clean, element, flowing
from axplan.report.brief.numbers import fitting_size, shortened
from axplan.report.brief.stylesheet import STYLE
from axplan.report.context import Book
from axplan.report.headline import headline_figures

NOTHING_FROM_ELSEWHERE = "default-src 'none'; style-src 'unsafe-inline'"
"""Even if a text of the inputs became markup, nothing could run and nothing be fetched."""

SCREEN = "width=840"
"""A small screen shows the whole width of the paper."""

TITLE, SMALLEST, TITLE_ROOM = 19.0, 12.0, 527.0
"""Size of the title's letters, at least where it is long, and the room for them: one line."""


def page(book: Book) -> Element:
    """The whole page."""
    title = clean(book.facts.get(f"title.{book.language}", "")).strip() or book.say("brief")
    made = budget.budget(book)
    return element(
        "html",
        _head(book, title),
        element(
            "body",
            element(
                "main",
                _title(book, title),
                figures.shown(headline_figures(book)),
                charts(book, made),
                budget.table(book, made),
                _notes(book, made),
                element("footer", *(element("span", text) for text in notes.origin(book))),
            ),
        ),
        lang=book.language,
    )


def _head(book: Book, title: str) -> Element:
    return element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=NOTHING_FROM_ELSEWHERE),
        element("meta", name="viewport", content=SCREEN),
        element("title", f"{title} — {book.say('brief')}"),
        element("style", STYLE),
    )


def _title(book: Book, title: str) -> Element:
    years = book.plan.inputs.years
    size = fitting_size(title, TITLE_ROOM, SMALLEST, TITLE)
    return element(
        "header",
        element("p", book.say("brief"), element("span", book.say("plan_years", first=years[0], last=years[-1]))),
        element("h1", shortened(title, size, TITLE_ROOM), style=f"font-size: {size:.1f}pt"),
    )


def _notes(book: Book, made: budget.BudgetTable) -> Element:
    items = [element("li", element("b", about), " ", *flowing(said)) for about, said in notes.notes(book, made)]
    return element("section", element("h2", book.say("notes_heading")), element("ul", *items), class_="notes")
