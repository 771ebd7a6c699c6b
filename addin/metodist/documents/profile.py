"""The layout profile of documents: a noun of the domain, under the name that documents know it by."""

from __future__ import annotations

from metodist.domain.layout_profile import GOST_2016, GOST_2025, PROFILES, LayoutProfile

__all__ = ["GOST_2016", "GOST_2025", "PROFILES", "LayoutProfile"]
