"""Run by a Python that has the module uno: open a workbook in a waiting LibreOffice, edit two cells, save, close."""

import sys
import time
from pathlib import Path

import uno


def value(name, content):
    setting = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    setting.Name, setting.Value = name, content
    return setting


def desktop(pipe):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
    for _ in range(300):
        try:
            context = resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            return context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        except Exception:
            time.sleep(0.2)
    raise SystemExit("LibreOffice does not answer")


def main(pipe, path):
    office = desktop(pipe)
    document = office.loadComponentFromURL(Path(path).as_uri(), "_blank", 0, (value("Hidden", True),))
    sheets = document.Sheets
    sheets.getByName("industries").getCellRangeByName("D4").setValue(260.5)
    sheets.getByName("funds").getCellRangeByName("D4").setFormula("=2*7")
    document.store()
    document.close(True)
    try:
        office.terminate()
    except Exception:
        print("already gone")


if __name__ == "__main__":
    main(*sys.argv[1:])
