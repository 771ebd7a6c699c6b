"""Make the pictures of the guide anew: ``.venv/bin/python scripts/pictures.py [NAME…]`` (all, or those named).

Runs the demo in a temporary folder and looks at what it made as a user does: windows of LibreOffice at 100 %, pages
of the documents. Needs the development environment (``scripts/bootstrap.py --dev``), LibreOffice, Xvfb and
``pdftoppm``, on Linux; the pictures are kept in ``docs/pictures`` so that a reader of the guide needs none of them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import picture_buttons as buttons
import picture_office as office
from picture_scene import Scene

PICTURES_FOLDER = Path(__file__).resolve().parent.parent / "docs" / "pictures"


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture of the guide.

    Args:
        name: The file's name without «.png».
        take: Makes the PNG at the path it is given; pixels of a window at 100 %.
    """

    name: str
    take: Callable[[Scene, Path], None]


def window(
    which: Callable[[Scene], Path], sheet: str, width: int, height: int, cell: str = ""
) -> Callable[[Scene, Path], None]:
    """A window of a workbook, from its column letters down to its sheet tabs.

    Args:
        which: Chooses the workbook.
        sheet: The sheet to show.
        width: Of the picture, 400…1400 pixels.
        height: Of the picture, 200…1000 pixels.
        cell: The first cell below and right of the frozen panes; empty for where the workbook itself begins.
    """

    def take(scene: Scene, target: Path) -> None:
        office.window(office.Shot(which(scene), sheet, width, height, cell), scene.folder, target)

    return take


def page(which: Callable[[Scene], Path], number: int) -> Callable[[Scene, Path], None]:
    """A page of a document, as it is printed; ``number`` counts from 1."""

    def take(scene: Scene, target: Path) -> None:
        office.page(which(scene), number, scene.folder, target)

    return take


def pressed(how: Callable[[Path, Path, Path], None], which: Callable[[Scene], Path]) -> Callable[[Scene, Path], None]:
    """The buttons in LibreOffice, with the extension installed and really clicked."""

    def take(scene: Scene, target: Path) -> None:
        how(which(scene), scene.folder, target)

    return take


#: Every picture of the guide; to add one, add a line.
PICTURES: tuple[Picture, ...] = (
    Picture("programme-console", window(Scene.programme_workbook, "Пульт", 1400, 760)),
    Picture("programme-indicators", window(Scene.programme_workbook, "Показатели", 1400, 620)),
    Picture("blank-console", window(Scene.blank_workbook, "Пульт", 1400, 900)),
    Picture("blank-indicators", window(Scene.blank_workbook, "Показатели", 1400, 520)),
    Picture("school-instruction", window(Scene.empty_table, "Инструкция", 1000, 760)),
    Picture("school-title", window(Scene.empty_table, "Титул", 1000, 660)),
    Picture("school-staff", window(Scene.filled_table, "Кадры", 1340, 560)),
    Picture("school-facts", window(Scene.filled_table, "Сведения", 1340, 620)),
    Picture("school-indicators", window(Scene.filled_table, "Показатели", 1340, 620)),
    Picture("school-check", window(Scene.faulty_table, "Проверка", 1400, 520)),
    Picture("returned-protocol", window(Scene.marked_copy, "Протокол", 1340, 400)),
    Picture("returned-marks", window(Scene.marked_copy, "Кадры", 1340, 480)),
    Picture("summary-front", window(Scene.summary_workbook, "Сводка", 1400, 1000)),
    Picture("summary-indicators", window(Scene.summary_workbook, "Показатели", 1340, 620)),
    Picture("summary-briefing", window(Scene.summary_workbook, "Для руководителя", 900, 1000)),
    Picture("summary-dynamics", window(Scene.summary_workbook, "Динамика", 1400, 760)),
    Picture("summary-clusters", window(Scene.summary_workbook, "Кластеры", 1400, 900)),
    Picture("summary-factors", window(Scene.summary_workbook, "Факторы", 1400, 560)),
    Picture("summary-rubric", window(Scene.summary_workbook, "Рубрика", 1400, 620)),
    Picture("summary-query", window(Scene.summary_workbook, "Запрос", 1400, 760)),
    Picture("plan-grid", window(Scene.plan_workbook, "План-график", 1400, 560)),
    Picture("order-monitoring", page(Scene.order_on_monitoring, 1)),
    Picture("order-results", page(Scene.order_on_results, 1)),
    Picture("note", page(Scene.note, 3)),
    Picture("recommendations", page(Scene.recommendations, 1)),
    Picture("libreoffice-checked", pressed(buttons.checked, Scene.faulty_table)),
    Picture("libreoffice-menu", pressed(buttons.menu, Scene.programme_workbook)),
)


def main() -> int:
    """Make the pictures; 2 where a name is unknown."""
    parser = argparse.ArgumentParser(description="Делает картинки руководства заново.")
    parser.add_argument("names", nargs="*", metavar="ИМЯ", help="только эти картинки; без имён — все")
    names = parser.parse_args().names
    unknown = set(names) - {picture.name for picture in PICTURES}
    if unknown:
        print(f"Таких картинок нет: {', '.join(sorted(unknown))}", file=sys.stderr)
        return 2
    PICTURES_FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        scene = Scene.prepared(Path(folder))
        for picture in PICTURES:
            if not names or picture.name in names:
                target = PICTURES_FOLDER / f"{picture.name}.png"
                picture.take(scene, target)
                print(f"{target.name}: {target.stat().st_size // 1024} КБ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
