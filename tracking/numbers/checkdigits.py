"""Check digits that carriers put at the end of a tracking number. Each function gives the expected one."""

from __future__ import annotations

from collections.abc import Sequence

_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_S10_WEIGHTS = (8, 6, 4, 2, 3, 5, 9, 7)


def _value(char: str) -> int:
    """A digit's own value; UPS and OnTrac count a letter as its ASCII code less three, modulo ten."""
    return int(char) if char.isdigit() else (ord(char) - 3) % 10


def mod10(serial: str, even: int, odd: int) -> str:
    """Weighted sum to the next ten; `even` weighs the first character, `odd` the second, and so on."""
    total = sum(_value(char) * (odd if index % 2 else even) for index, char in enumerate(serial))
    return str(-total % 10)


def gs1(serial: str) -> str:
    """GS1 (SSCC, IMpb): the last digit of the serial weighs 3, the one before 1, and so on."""
    return mod10(serial, 3, 1) if len(serial) % 2 else mod10(serial, 1, 3)


def gls(serial: str) -> str:
    """GLS: as GS1, but the sum is one more."""
    return str((int(gs1(serial)) - 1) % 10)


def luhn(serial: str) -> str:
    """ISO/IEC 7812-1: every second digit from the right is doubled and its digits are added."""
    total = 0
    for index, char in enumerate(reversed(serial)):
        doubled = int(char) * (1 if index % 2 else 2)
        total += doubled - 9 if doubled > 9 else doubled
    return str(-total % 10)


def mod7(serial: str) -> str:
    """The remainder of the number by seven (DHL Express waybills)."""
    return str(int(serial) % 7)


def mod11_10(serial: str, weights: Sequence[int]) -> str:
    """Weighted sum, modulo eleven, then modulo ten (FedEx Express)."""
    return str(sum(int(char) * weight for char, weight in zip(serial, weights, strict=True)) % 11 % 10)


def s10(serial: str) -> str:
    """UPU S10: eleven less the weighted sum modulo eleven; 10 becomes 0, 11 becomes 5."""
    left = 11 - sum(int(char) * weight for char, weight in zip(serial, _S10_WEIGHTS, strict=True)) % 11
    return {10: "0", 11: "5"}.get(left, str(left))


def mod37_36(serial: str) -> str:
    """ISO/IEC 7064 MOD 37,36 over digits and letters (DPD)."""
    product = 36
    for char in serial:
        product = (product + _ALPHABET.index(char)) % 36 or 36
        product = product * 2 % 37
    return _ALPHABET[(37 - product) % 36]


def crc4(serial: str) -> str:
    """CRC-4 with the polynomial x⁴ + x + 1 over the characters' ASCII codes (Deutsche Post)."""
    rest = 0
    for byte in serial.encode("ascii"):
        for bit in range(7, -1, -1):
            out = rest >> 3 ^ byte >> bit & 1
            rest = rest << 1 & 0b1111 ^ 0b0011 * out
    return f"{rest:X}"
