"""The colours and weights of every drawn map: paper, water, borders, one accent."""

from __future__ import annotations

SEA = "#d6e4ec"
LAND = "#efe8db"
HOME = "#fbf7ec"
WATER_LINE = "#a7c4d6"
BORDER = "#6b5f4e"
FIRST_LEVEL = "#c2b49d"
DISPUTED = "#8d6a5a"
ACCENT = "#a52f28"
PAPER = "#fffdf8"
TEXT = "#2b2620"
MUTED = "#7d705f"
WATER_TEXT = "#5f8aa5"
HALO = "#fbf7ec"

SANS = "'Noto Sans', 'Noto Sans Arabic', 'Helvetica Neue', Arial, sans-serif"
SERIF = "'Noto Serif', 'Noto Naskh Arabic', Georgia, serif"
LABEL = "#f6e3dc"
