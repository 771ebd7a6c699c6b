"""Sentences about «Оформление»: layout of documents and masks of numbers."""

TEXTS: dict[str, str] = {
    "house": "{base}, с изменениями",
    "profile": "Профиля «{value}» нет. Есть: {known}.",
    "font": "Название шрифта «{value}» не годится.",
    "limits": "«{setting}»: {value} — вне пределов от {least} до {most}.",
    "limits_fix": "поставьте число от {least} до {most}",
    "document_extra": "Графа «Документ» нужна только номеру документа, а не настройке «{setting}».",
    "document_extra_fix": "оставьте ячейку пустой",
    "mask_counter": "В маске номера «{value}» должно быть ровно одно место для номера: {{n}}.",
    "mask_place": "В маске номера «{value}» непонятное место {place}: бывают {{n}}, {{n:3}}, {{год}}, {{гг}}, {{мм}}.",
    "mask_long": "Маска номера «{value}» слишком длинная.",
    "page_number": "Номер страницы ({number} мм от края) не помещается в верхнем поле ({top} мм).",
    "page_number_fix": "расстояние до номера должно быть меньше верхнего поля",
    # choosing on the command line
    "no_profile": "Оформления «{name}» нет.",
    "no_profile_action": "Есть: {known}.",
    # snapshot
    "snapshot": "Оформление",
}
