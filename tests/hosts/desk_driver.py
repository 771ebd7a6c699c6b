"""Runs under a Python that knows ``uno``: looks at a running office, and presses its buttons, for a test.

Call: ``python desk_driver.py PIPE``. Each line of standard input is ``[name of a function, arguments…]``; the answer
is ``{"r": result}`` or ``{"x": error}``.
"""

import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "scripts"))

import uno
from com.sun.star.beans import PropertyValue

import office_extension

# com.sun.star.accessibility.AccessibleRole and AccessibleStateType
MENU_BAR, PUSH_BUTTON, TOOL_BAR, LABEL, ENABLED = 35, 44, 63, 86, 7
ALERTS = (1, 14)


class Desk:
    """The office's windows and documents."""

    def __init__(self, context):
        self.context = context
        make = context.ServiceManager.createInstanceWithContext
        self.desktop = make("com.sun.star.frame.Desktop", context)
        self.toolkit = make("com.sun.star.awt.Toolkit", context)
        self.helper = make("com.sun.star.frame.DispatchHelper", context)
        self.doc = None

    def install(self, path):
        return office_extension.add(self.context, path)

    def uninstall(self, identifier):
        return office_extension.remove(self.context, identifier)

    def open(self, path):
        url = uno.systemPathToFileUrl(path) if path else "private:factory/scalc"
        self.doc = self.desktop.loadComponentFromURL(url, "_blank", 0, ())
        return self.doc.RuntimeUID

    def show(self, sheet):
        self.doc.CurrentController.setActiveSheet(self.doc.Sheets.getByName(sheet))

    def close(self):
        self.doc.setModified(False)
        self.doc.close(True)

    def forget_changes(self):
        """So that the office ends without asking."""
        rest = self.desktop.Components.createEnumeration()
        while rest.hasMoreElements():
            component = rest.nextElement()
            if hasattr(component, "setModified"):
                component.setModified(False)

    def sheets(self):
        return list(self.doc.Sheets.ElementNames)

    def cells(self, sheet, area):
        return self.doc.Sheets.getByName(sheet).getCellRangeByName(area).getDataArray()

    def find(self, sheet, heading, row):
        """The cell of a row below the heading in row 5 that begins so."""
        found = self.doc.Sheets.getByName(sheet)
        headings = found.getCellRangeByPosition(0, 4, 60, 4).getDataArray()[0]
        plain = [str(text).replace("\xa0", " ") for text in headings]
        column = next(at for at, text in enumerate(plain) if text.startswith(heading))
        return found.getCellByPosition(column, row - 1).AbsoluteName.rpartition(".")[2].replace("$", "")

    def colour(self, sheet, cell):
        return self.doc.Sheets.getByName(sheet).getCellRangeByName(cell).CellBackColor

    def put(self, sheet, cell, value):
        found = self.doc.Sheets.getByName(sheet).getCellRangeByName(cell)
        found.setDataArray(((value,),))

    def trigger(self, command):
        self.context.ServiceManager.createInstanceWithContext("ru.metodist.Buttons", self.context).trigger(command)

    def dispatch(self, command):
        frame = self.doc.CurrentController.Frame
        self.helper.executeDispatch(frame, "vnd.metodist:" + command, "", 0, ())

    def buttons(self):
        """The toolbar's buttons: name, whether it can be pressed, the middle on the screen."""
        bar = next(found for found in self._walk(TOOL_BAR) if found.getAccessibleName() == "Методист")
        children = [bar.getAccessibleChild(i).getAccessibleContext() for i in range(bar.getAccessibleChildCount())]
        return [_button(child) for child in children if child.getAccessibleRole() == PUSH_BUTTON]

    def menu_place(self):
        """The middle of our menu's title on the screen."""
        for window in self._windows():
            for number in range(window.getAccessibleChildCount()):
                bar = window.getAccessibleChild(number).getAccessibleContext()
                for at in range(bar.getAccessibleChildCount() if bar.getAccessibleRole() == MENU_BAR else 0):
                    title = bar.getAccessibleChild(at).getAccessibleContext()
                    if title.getAccessibleName() == "Методист":
                        return _button(title)[2:]
        return None

    def dialog(self, seconds):
        """Text and buttons of the window that asks or tells; waits for it."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            for window in self._windows():
                if window.getAccessibleRole() in ALERTS:
                    inside = list(_below(window))
                    texts = [one.getAccessibleName() for one in inside if one.getAccessibleRole() == LABEL]
                    buttons = [_button(one) for one in inside if one.getAccessibleRole() == PUSH_BUTTON]
                    return {
                        "title": window.getAccessibleName(),
                        "text": "\n".join(filter(None, texts)),
                        "buttons": buttons,
                    }
            time.sleep(0.1)
        return None

    def run_macro(self, path, module, function, argument):
        """Modules of a workbook, and what a function of one of them returns."""
        # the office does not know the name's ending, but the content
        kind = _named("FilterName", "Calc MS Excel 2007 VBA XML")
        arguments = (_named("Hidden", True), _named("MacroExecutionMode", 4), kind)
        doc = self.desktop.loadComponentFromURL(uno.systemPathToFileUrl(path), "_blank", 0, arguments)
        libraries = doc.BasicLibraries
        names = list(libraries.getByName(libraries.ProjectName).ElementNames)
        call = f"{libraries.ProjectName}.{module}.{function}({json.dumps(argument, ensure_ascii=False)})"
        kind = "String" if isinstance(argument, str) else "Long"
        source = f"Function Bridge() As {kind}\n Bridge = {call}\nEnd Function"
        libraries.getByName("Standard").insertByName("Bridge", source)
        place = "vnd.sun.star.script:Standard.Bridge.Bridge?language=Basic&location=document"
        result = doc.getScriptProvider().getScript(place).invoke((), (), ())[0]
        doc.close(True)
        return [names, result]

    def menu(self):
        """Entries of our menu as the registry holds them: title or line."""
        provider = self.context.ServiceManager.createInstanceWithContext(
            "com.sun.star.configuration.ConfigurationProvider", self.context
        )
        place = _named("nodepath", "/org.openoffice.Office.Addons/AddonUI/OfficeMenuBar/ru.metodist.menu/Submenu")
        reader = "com.sun.star.configuration.ConfigurationAccess"
        node = provider.createInstanceWithArguments(reader, (place,))
        return [node.getByName(name).Title for name in node.ElementNames]

    def _windows(self):
        for number in range(self.toolkit.getTopWindowCount()):
            window = self.toolkit.getTopWindow(number)
            context = window.getAccessibleContext() if window is not None else None
            if context is not None:
                yield context

    def _walk(self, role):
        for window in self._windows():
            yield from (one for one in _below(window) if one.getAccessibleRole() == role)


def _named(name, value):
    made = PropertyValue()
    made.Name, made.Value = name, value
    return made


def _below(context):
    for number in range(min(context.getAccessibleChildCount(), 200)):
        child = context.getAccessibleChild(number).getAccessibleContext()
        if child.getAccessibleRole() != MENU_BAR:
            yield child
            yield from _below(child)


def _button(context):
    place, size = context.getLocationOnScreen(), context.getSize()
    enabled = bool(context.getAccessibleStateSet().contains(ENABLED))
    return [context.getAccessibleName(), enabled, place.X + size.Width // 2, place.Y + size.Height // 2]


def main():
    context = office_extension.connected(sys.argv[1])
    desk = Desk(context)
    for line in sys.stdin:
        name, *arguments = json.loads(line)
        if name == "end":
            desk.forget_changes()
            office_extension.end(context)
            answer = {"r": None}
        else:
            try:
                answer = {"r": getattr(desk, name)(*arguments)}
            except Exception as error:  # noqa: BLE001 - the test is told
                answer = {"x": type(error).__name__ + ": " + str(error)[:500]}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()


main()
