"""How much of an order the store keeps."""

from __future__ import annotations

MAX_LINES, MAX_SHIPMENTS, MAX_QUANTITY = 500, 100, 1_000_000
#: Longest article number.
MAX_SKU = 64
