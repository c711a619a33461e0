"""One part of a workbook read as a stream of tags, within the bounds that a workbook of inputs may take."""

from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar
from xml.parsers import expat

from axplan.core.errors import InputError
from axplan.core.text import Text
from axplan.workbook.xlsx.archive import MEGABYTE, Archive, damaged, refused, too_large

NAMESPACES = frozenset(
    {
        "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        "http://purl.oclc.org/ooxml/spreadsheetml/main",  # the same sheets, saved as "Strict Open XML"
        "http://schemas.openxmlformats.org/package/2006/relationships",
    }
)
DEEPEST = 100
"""Tags within tags. A sheet has five or six levels."""

MOST_TAGS, MOST_LETTERS, MOST_CELLS = 600_000, 10_000_000, 100_000
MOST_ROWS, MOST_COLUMNS = 10_000, 1_000
"""The last row and column that may hold a value."""

LONGEST_TOKEN = 1_000_000
"""Bytes of a single tag or comment: expat keeps the whole of it, and begins it again with every chunk."""


TEXT = frozenset({"t", "r", "rPh", "phoneticPr"})
EXTENSIONS = "extLst"
"""What later versions of the format add stands in such lists; nothing within them is a value of the sheet."""

CHILDREN = {
    "sheetData": {"row"}, "row": {"c", EXTENSIONS}, "c": {"f", "v", "is", EXTENSIONS}, "v": (), "f": (), "t": (),
    "sst": {"si", EXTENSIONS}, "si": TEXT, "is": TEXT, "r": {"t", "rPr"}, EXTENSIONS: {"ext", ""},
}  # fmt: skip
"""What may stand within what ("": any tag of another namespace), where values and texts stand: anything else could hold
some of it unseen."""

ONCE = {"c": {"f", "v", "is"}, "si": {"t"}, "is": {"t"}, "r": {"t"}, "worksheet": {"sheetData"}}


@dataclass
class Allowance:
    """What is left for one workbook: tags, letters of text, and cells between column A and the last in each row."""

    name: str
    tags: int = MOST_TAGS
    letters: int = MOST_LETTERS
    cells: int = MOST_CELLS

    def take_tag(self) -> None:
        """Take one tag; InputError (E119) if there is none left."""
        self.tags -= 1
        if self.tags < 0:
            raise too_many(self.name, Text(f"XML 태그 {MOST_TAGS:,}개 초과", f"more than {MOST_TAGS:,} XML tags"))

    def take_letters(self, count: int) -> None:
        """Take letters of text; InputError (E118) if there are none left."""
        self.letters -= count
        if self.letters < 0:
            raise too_large(self.name, 2 * MOST_LETTERS, MOST_LETTERS)

    def take_cells(self, count: int) -> None:
        """Take cells; InputError (E119) if there are none left."""
        self.cells -= count
        if self.cells < 0:
            raise too_many(self.name, Text(f"셀 {MOST_CELLS:,}개 초과", f"more than {MOST_CELLS:,} cells"))


def too_many(place: str, what: Text) -> InputError:
    """The refusal of a workbook with more cells, or cells farther away, than inputs have."""
    return refused("E119", place, what=what, rows=MOST_ROWS, columns=MOST_COLUMNS, cells=MOST_CELLS)


class Scan:
    """Keeps what it wants of one part. Tags of other namespaces are called ""; `path` is where it stands."""

    root: ClassVar[str]

    def __init__(self, place: str, allowance: Allowance) -> None:
        self.place, self.allowance = place, allowance
        self.path: list[str] = []
        self.pieces: list[str] | None = None
        self.events = 0
        self.seen: dict[str, set[str]] = {}

    def opened(self, name: str, parent: str, attributes: dict[str, str]) -> None:
        """A tag begins."""

    def closed(self, name: str, text: str) -> None:
        """A tag ends; `text` is what stood in it if `collect` was called."""

    def collect(self) -> None:
        """Keep the text from here to the end of the tag."""
        self.pieces = []

    def fault(self, ko: str, en: str = "") -> InputError:
        """The refusal of the workbook for what this part holds (E114)."""
        return damaged(self.allowance.name, f"{self.place}: {ko}", f"{self.place}: {en or ko}")

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Count a tag, check where it stands, and hand it to `opened`. Raises InputError (E114, E119)."""
        name, path = local(tag), self.path
        self.events += 1
        self.allowance.take_tag()
        if (not path) != (name == self.root):
            raise self.fault(f"<{self.root}>가 아니거나 그 안에 또 있음", f"not a <{self.root}>, or one within another")
        if len(path) > DEEPEST:
            raise self.fault(f"{DEEPEST}층보다 깊음", f"more than {DEEPEST} levels deep")
        parent = path[-1] if path else ""
        path.append(name)
        self._check_grammar(name, parent)
        self.opened(name, parent, attributes)

    def _check_grammar(self, name: str, parent: str) -> None:
        if name in ONCE:
            self.seen[name] = set()
        if parent not in CHILDREN and parent not in ONCE:
            return
        if name not in CHILDREN.get(parent, (name,)):
            raise self.fault(f"<{parent}> 안에 알 수 없는 태그", f"an unknown tag within <{parent}>")
        if parent in ONCE and name in ONCE[parent]:
            if name in self.seen[parent]:
                raise self.fault(f"<{parent}> 안에 <{name}>이 둘", f"two <{name}> within <{parent}>")
            self.seen[parent].add(name)

    def refuse_cdata(self) -> None:
        """Text in a CDATA section is read by some programs and passed over by others; no spreadsheet writes it."""
        raise self.fault("CDATA 구역이 있음", "a CDATA section")

    def end(self, _: str) -> None:
        """Hand the end of the innermost tag, and the text that was collected in it, to `closed`."""
        self.events += 1
        pieces, self.pieces = self.pieces, None
        self.closed(self.path.pop(), "".join(pieces) if pieces else "")

    def text(self, data: str) -> None:
        """Keep text that is being collected. Raises InputError (E118)."""
        self.events += 1
        if self.pieces is not None:
            self.allowance.take_letters(len(data))
            self.pieces.append(data)


@lru_cache(maxsize=500)
def local(tag: str) -> str:
    """The name of a tag of a workbook; "" for one of another namespace."""
    namespace, _, name = tag.rpartition(" ")
    return name if namespace in NAMESPACES else ""


def scan(archive: Archive, part: str, into: Scan) -> None:
    """Stream a part of the archive through a scan.

    Raises
    ------
    InputError: no such part, or XML that is broken (E114); more than a workbook of inputs may hold (E118, E119).
    """
    if part not in archive:
        raise into.fault("부분이 없음", "the part is missing")
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = into.start, into.end, into.text
    parser.StartCdataSectionHandler = into.refuse_cdata
    waiting, events = 0, 0
    try:
        for chunk in archive.unpacked(part):
            parser.Parse(chunk, False)
            waiting, events = (0, into.events) if into.events > events else (waiting + len(chunk), events)
            if waiting > LONGEST_TOKEN:
                raise too_large(archive.name, waiting + MEGABYTE, LONGEST_TOKEN)
        parser.Parse(b"", True)
    except expat.ExpatError as fault:
        raise into.fault(str(fault)) from fault
    except ValueError as fault:  # what pyexpat raises for a character it cannot decode
        raise into.fault(str(fault)) from fault
