"""xlwings without what it drags along.

``import xlwings`` imports pandas, numpy, polars, matplotlib, plotly and PIL where they are installed, to be able to
write their objects into cells: half a second of a click that writes plain values. They are hidden while it is
imported and can be imported as ever afterwards; xlwings' converters for them are then missing, so commands write
lists.
"""

from __future__ import annotations

import sys
from types import ModuleType

#: What xlwings imports if it can, and the product's commands never hand to it; its own commercial part among them,
#: which brings cryptography along.
HIDDEN = ("pandas", "numpy", "polars", "matplotlib", "plotly", "PIL", "pdfrw", "jinja2", "mistune", "xlwings.pro")


def load() -> ModuleType:
    """The module ``xlwings``, imported lean unless someone has imported it before.

    Modules that are loaded already stay visible.
    """
    if "xlwings" not in sys.modules:
        hidden = [name for name in HIDDEN if name not in sys.modules]
        sys.modules.update(dict.fromkeys(hidden))  # type: ignore[arg-type] # None is Python's own way to forbid
        try:
            import xlwings  # noqa: F401
        finally:
            for name in hidden:
                sys.modules.pop(name, None)
    return sys.modules["xlwings"]
