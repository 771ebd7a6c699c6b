"""What chance explains, as formulas: the same intervals and tests as ``domain.chance``.

Functions of Excel 2010 that LibreOffice and Р7 share; ``HYPGEOM.DIST`` needs its prefix in a file.
"""

from __future__ import annotations

from metodist.domain.chance import DIGITS, LEVEL, Z

_HYPERGEOMETRIC = "_xlfn.HYPGEOM.DIST"
_NEVER = 9
"""In place of a probability where nothing was compared: greater than any."""


def interval_end(n: str, of: str, *, upper: bool) -> str:
    """One end of Wilson's interval of the share ``n/of``; blank for a share of nothing or one above 1."""
    squared = Z * Z
    sign, edge = ("+", "MIN(1") if upper else ("-", "MAX(0")
    centre = f"({n}+{squared / 2!r})/({of}+{squared!r})"
    half = f"{Z!r}/({of}+{squared!r})*SQRT({n}*({of}-{n})/{of}+{squared / 4!r})"
    return f'IF(COUNT({n},{of})<2,"",IF(OR({of}<=0,{n}<0,{n}>{of}),"",{edge},{centre}{sign}{half})))'


def two_shares(first: tuple[str, str], second: tuple[str, str]) -> str:
    """Fisher's exact test of two shares, the smaller tail doubled; 1 where one side is empty or nothing differs.

    Args:
        first: Cells of numerator and denominator.
        second: Likewise.
    """
    (n, of), (m, among) = first, second
    good, whole = f"{n}+{m}", f"{of}+{among}"
    lower = [f"{_HYPERGEOMETRIC}({own},{part},{good},{whole},TRUE)" for own, part in (first, second)]
    trivial = f"OR({of}=0,{among}=0,{good}=0,{good}={whole})"
    return f"IF({trivial},1,ROUND(MIN(1,2*MIN({lower[0]},{lower[1]})),{DIGITS}))"


def part_of_whole(part: tuple[str, str], whole: tuple[str, str]) -> str:
    """The same test of a part against the rest of its whole.

    Args:
        part: Cells of the part's numerator and denominator.
        whole: Of the whole with the part in it.
    """
    (n, of), (good, among) = part, whole
    own = f"{_HYPERGEOMETRIC}({n},{of},{good},{among},TRUE)"
    rest = f"{_HYPERGEOMETRIC}({good}-{n},{among}-{of},{good},{among},TRUE)"
    trivial = f"OR({of}=0,{of}={among},{good}=0,{good}={among})"
    return f"IF({trivial},1,ROUND(MIN(1,2*MIN({own},{rest})),{DIGITS}))"


def two_counts(first: str, second: str) -> str:
    """The exact binomial test of two numbers of events, the smaller tail doubled; 1 where there are none."""
    tail = f"BINOMDIST(MIN({first},{second}),{first}+{second},0.5,TRUE)"
    return f"IF({first}+{second}=0,1,ROUND(MIN(1,2*{tail}),{DIGITS}))"


def step(own: str, chances: str, where: str = "") -> str:
    """A probability times comparisons over its place among them: what Benjamini and Hochberg correct by.

    Args:
        own: The cell of the probability; blank where nothing was compared.
        chances: The area of all of them.
        where: An array condition over that area, such as ``$A$6:$A$90=$A6``; empty for all.
    """
    only = f"({where})*ISNUMBER({chances})" if where else f"ISNUMBER({chances})"
    count = f"SUMPRODUCT({only})" if where else f"COUNT({chances})"
    return f"IF(ISNUMBER({own}),{own}*{count}/SUMPRODUCT({only}*({chances}<={own})),{_NEVER})"


def corrected(own: str, chances: str, steps: str, where: str = "") -> str:
    """The corrected probability: the least step of all that are at least as probable; blank where not compared."""
    only = f"({where})*" if where else ""
    return f'IF(ISNUMBER({own}),MIN(1,1-SUMPRODUCT(MAX({only}({chances}>={own})*(1-{steps})))),"")'


def is_sure(probability: str) -> str:
    """Whether chance does not explain it."""
    return f"{probability}<={LEVEL!r}"
