"""Words of the command line about documents that have no button."""

from __future__ import annotations

from metodist.button import Command

DOCUMENT_WORDS: tuple[Command, ...] = (
    Command(
        "template",
        "Проверить шаблон",
        "Документы",
        "ФАЙЛ… [--kind ВИД] [--copy ВИД]",
        "Проверяет шаблоны документов до того, как по ним построят документ.",
        "Ничего не меняет; с «--copy» кладёт шаблон программы в папку «Шаблоны», чтобы его изменить.",
    ),
)
