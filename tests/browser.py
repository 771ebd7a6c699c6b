"""Chromium for tests: look at a page as a visitor does; skipped where it is not installed."""

from __future__ import annotations

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")

#: What a visitor would meet: width, contrast of every text, what the keyboard reaches, what the page fetches.
_MEASURE = """
<script>
function parts(c) { return c.match(/[\\d.]+/g).map(Number); }
function light(c) {
  const [r, g, b] = parts(c).slice(0, 3).map(v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; });
  return .2126 * r + .7152 * g + .0722 * b;
}
function ground(e) {
  for (; e; e = e.parentElement) {
    const c = getComputedStyle(e).backgroundColor;
    if (parts(c).length < 4 || parts(c)[3] > 0) return c;
  }
  return 'rgb(255, 255, 255)';
}
function contrast(e) {
  const a = light(getComputedStyle(e).color), b = light(ground(e));
  return (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
}
const own = e => [...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
const texts = [...document.body.querySelectorAll('*')].filter(e => own(e) && !['SCRIPT', 'STYLE'].includes(e.tagName));
const found = {
  width: document.documentElement.scrollWidth, window: innerWidth,
  contrast: Math.min(...texts.map(contrast)),
  small: Math.min(...texts.map(e => parseFloat(getComputedStyle(e).fontSize))),
  focus: [...document.querySelectorAll('a[href], [tabindex]')].filter(e => e.tabIndex >= 0).length,
  fetched: performance.getEntriesByType('resource').map(e => e.name),
  headings: [...document.querySelectorAll('h1, h2, h3')].map(e => Number(e.tagName[1])),
  bare_tables: [...document.querySelectorAll('table')].filter(t => !t.caption || !t.tHead).length,
  bare_heads: document.querySelectorAll('th:not([scope])').length,
  lang: document.documentElement.lang,
};
document.documentElement.setAttribute('data-found', JSON.stringify(found));
</script>
"""


def need_browser() -> str:
    """Chromium's program; skips the test where it is missing, fails it under ``CI=true``."""
    program = next((path for name in NAMES if (path := shutil.which(name))), None)
    if program:
        return program
    if os.environ.get("CI") == "true":
        pytest.fail("Chromium is not installed, and CI may not skip its tests")
    pytest.skip("Chromium is not installed")


def measured(page: Path, folder: Path, width: int) -> dict[str, Any]:
    """What Chromium finds on the page in a window of that width, CSS pixels."""
    copy = folder / f"measured-{width}.html"
    copy.write_text(page.read_text(encoding="utf-8").replace("</body>", f"{_MEASURE}</body>"), encoding="utf-8")
    dump = _run(folder, f"--window-size={width},900", "--dump-dom", copy.as_uri())
    found = re.search(r'data-found="([^"]*)"', dump)
    assert found, dump[:500]
    return dict(json.loads(html.unescape(found[1])))


def printed(page: Path, folder: Path) -> Path:
    """The page as Chromium prints it."""
    target = folder / "printed.pdf"
    _run(folder, "--no-pdf-header-footer", f"--print-to-pdf={target}", page.as_uri())
    return target


def _run(folder: Path, *options: str) -> str:
    command = [need_browser(), "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    command += [f"--user-data-dir={folder / 'chromium'}", *options]
    return subprocess.run(command, check=True, capture_output=True, timeout=120, text=True, encoding="utf-8").stdout
