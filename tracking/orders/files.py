"""Order files: JSON, a list of orders; CSV, one order a line, with `lines` and `shipments` in JSON."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from tracking.errors import NotUnderstoodError, PayloadError, TooLargeError
from tracking.orders.rows import COLUMNS, RowError
from tracking.sources import wire

#: Largest file that is read: half a million orders or so.
MAX_FILE_BYTES = 256 * 1024 * 1024


def read_file(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        PayloadError: it cannot be read.
        TooLargeError: it is larger than `MAX_FILE_BYTES`.
    """
    try:
        with path.open("rb") as file:
            found = file.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        raise PayloadError(f"{path}: cannot be read: {error.strerror}") from error
    return checked(found, str(path))


def checked(found: bytes, name: str) -> bytes:
    """The bytes, if they are not too many and not none.

    Raises:
        PayloadError: it is empty, or too large.
    """
    if len(found) > MAX_FILE_BYTES:
        raise TooLargeError(f"{name}: larger than {MAX_FILE_BYTES // 1024 // 1024} MiB; split it")
    if not found.strip():
        raise PayloadError(f"{name}: empty")
    return found


def read_orders(path: Path) -> list[Mapping[str, Any] | NotUnderstoodError]:
    """The rows of an order file; a line of a CSV that is not as wide as the first is an error in its place.

    Raises:
        PayloadError: the file as a whole is none of orders; nothing of it should be imported.
    """
    content = read_file(path)
    suffix = path.suffix.lower()
    try:
        if suffix == ".json":
            return _json(content)
        if suffix == ".csv":
            return _csv(content)
    except NotUnderstoodError as error:
        raise PayloadError(f"{path}: {error}") from error
    raise PayloadError(f"{path}: give a file whose name ends in .json or .csv")


def _json(content: bytes) -> list[Mapping[str, Any] | NotUnderstoodError]:
    rows = wire.parse(content)
    if not isinstance(rows, list):
        raise NotUnderstoodError(f"expected a list of orders, found {wire.kind(rows)}")
    return [
        row if isinstance(row, dict) else NotUnderstoodError(f"expected an order, found {wire.kind(row)}")
        for row in rows
    ]


def _csv(content: bytes) -> list[Mapping[str, Any] | NotUnderstoodError]:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotUnderstoodError(f"not UTF-8 at byte {error.start}; save it as CSV UTF-8") from error
    first = text.partition("\n")[0]
    # Spreadsheets write semicolons where the comma is the decimal sign.
    delimiter = ";" if first.count(";") > first.count(",") else ","
    csv.field_size_limit(min(sys.maxsize, MAX_FILE_BYTES))
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Mapping[str, Any] | NotUnderstoodError] = []
    try:
        header = [name.strip() for name in next(lines, [])]
        _check_header(header)
        for cells in lines:
            if not cells:
                continue
            if len(cells) == len(header):
                rows.append(dict(zip(header, cells, strict=True)))
            else:
                rows.append(RowError("the line", f"has {len(cells)} cells, the first line has {len(header)}"))
    except csv.Error as error:
        raise NotUnderstoodError(f"line {lines.line_num}: {error}; was the file cut short?") from error
    return rows


def _check_header(header: list[str]) -> None:
    strange = [name for name in header if name not in COLUMNS]
    if strange or len(set(header)) != len(header) or not {"number", "placed_at"} <= set(header):
        raise NotUnderstoodError(f"the first line must name columns out of {', '.join(COLUMNS)}, each once")
