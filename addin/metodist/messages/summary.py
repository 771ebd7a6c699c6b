"""Sentences and headings of the district summary."""

TEXTS: dict[str, str] = {
    # findings in words
    "headline": "{title}: {finding}",
    "finding_share": "{value} ({numerator} из {denominator})",
    "finding_presence": "{value} школ ({numerator} из {denominator})",
    "finding_present": "есть",
    "finding_absent": "нет",
    "finding_level": "{value}, уровень — {level}",
    "finding_change": "{value} (было {before}, стало {now})",
    "finding_change_percent": "{value} (было {before}, стало {now}, {percent})",
    "finding_most_frequent": "чаще всего — {label} ({numerator} из {denominator}, {value})",
    "aim_reached": ", цель {target} достигнута",
    "aim_missed": ", цель {target} не достигнута",
}
