"""Numbers that refer to nothing: money, dates, times, quantities, telephone numbers, cards, web addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracking.numbers import checkdigits


def _words(text: str) -> str:
    """Alternatives written in words, one blank or line apart; `_` stands for an optional space."""
    return "(?:" + "|".join(text.split()).replace("_", r"\s?") + ")"


_MONTH = _words(
    """jan(?:uary|vier|uar)? feb(?:ruary|rero|ruar)? fev(?:rier)? mar(?:ch|s|zo)? marz apr(?:il)?
    avr(?:il)? abr(?:il)? may mai mayo june? juin juni junio july? juil(?:let)? juli julio
    aug(?:ust)? aout ago(?:sto)? sept?(?:ember|embre)? septiembre oct(?:ober|obre|ubre)?
    okt(?:ober)? nov(?:ember|embre|iembre)? dec(?:ember|embre)? dez(?:ember)? dic(?:iembre)?"""
)
_CURRENCY = _words(
    """eur(?:os?)? usd gbp chf cad aud dollars? bucks pounds? quid cents? pesos? reais
    francs? franken yen rupees? livres? dolares libras? balles"""
)
_SIGN = "[€$£¥₹]"
_UNIT = _words(
    """days? weeks? wks? months? years? yrs? hours? hrs? h minutes? mins? seconds? secs? times nights?
    items? pieces? pcs units? pairs? boxes packs? people persons? customers? followers? members?
    miles? kms? kilomet(?:er|re)s? met(?:er|re)s? kgs? kilos? g gr grams? grammes? lbs? oz ml cl
    l lit(?:er|re)s? cm mm m inch(?:es)? ft feet gb mb tb mah w watts? v volts? rpm hz fps dpi
    points? pts steps? calories kcal words? characters? pages? votes? stars? percent pour_cent
    prozent por_ciento jours? semaines? mois ans? annees? heures? fois personnes? clients?
    articles? tage?n? wochen? monate?n? jahre?n? stunden? minuten? uhr mal leute personen
    kunden dias? semanas? mes(?:es)? anos? horas? minutos? veces unidades personas clientes
    articulos puntos metros
    punkten? metern?"""
)
_STREET = _words(
    """street st road rd avenue ave av lane ln drive dr court ct boulevard blvd way place pl terrace
    close square sq crescent parkway pkwy circle cir"""
)
_BEGIN = r"(?<![A-Za-z0-9])(?<![0-9][.,:])"
_END = r"(?![A-Za-z0-9])"
_AMOUNT = r"\d{1,9}(?:[.,' ]\d{3}){0,3}(?:[.,]\d{1,2})?"
_DAY = r"[0-3]?\d"
_YEAR = r"(?:19|20)\d\d"

#: Never a reference, whatever words stand before.
_ALWAYS = (
    # EUR 1.299,00  $1200
    rf"(?:{_SIGN}|(?<![A-Za-z])(?:eur|usd|gbp|chf|cad|aud|us\$|rs\.?)) ?{_AMOUNT}(?:k\b)?",
    # 12,50 €  299 dollars
    rf"{_BEGIN}{_AMOUNT} ?(?:k|mille|tausend|mil)? ?(?:{_CURRENCY}{_END}|{_SIGN}(?! ?\d))",
    # 12/11/2026  12.11.26  2026-11-12
    r"(?<![\w/.-])\d{1,2}([/.-])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/-]|\.\d)",
    rf"(?<![\w/.-]){_YEAR}([/.-])\d{{1,2}}\1\d{{1,2}}(?![\w/-]|\.\d)",
    # 12 novembre 2026
    rf"(?<!\w){_DAY}(?:st|nd|rd|th|er|\.)? ?(?:of |de |den )?{_MONTH}\.?(?:,? ?(?:del? )?{_YEAR})?{_END}",
    # Nov 12th, 2026  november 2026
    rf"(?<!\w){_MONTH}\.? (?:{_DAY}(?:st|nd|rd|th)?(?!\d)(?:,? {_YEAR})?|{_YEAR}){_END}",
    # 18:30  18h30  6 pm  18 Uhr 30
    r"(?<![\w:])[0-2]?\d ?[:h] ?[0-5]\d(?::[0-5]\d)?(?: ?[ap]\.?m\b)?(?![\w:])",
    r"(?<![\w:])[0-2]?\d(?:[.:]\d\d)? ?(?:[ap]\.m\.|[ap]m\b|o'clock|uhr(?: \d\d)?\b)",
    # 50 %  1000th
    r"(?<!\w)\d+(?:[.,]\d+)? ?%",
    r"(?<!\w)\d+(?:st|nd|rd|th|er|eme|ieme)(?![A-Za-z0-9])",
    # @115821 is an account, not a number
    r"(?<![\w.])@\w+",
)
#: A number and its unit: 2 weeks  5,000 people  3-5 days
_COUNT = r"(?:\d{1,9}|\d{1,3}(?:[.,' ]\d{3})+)(?:[.,]\d+)?(?: ?(?:-|to|a|bis|or|ou) ?\d+)?"
#: "10028 stuck in customs" is English and an order; German pieces ("3 Stück") are few.
_QUANTITY = rf"(?:{_BEGIN}{_COUNT}[ -]?{_UNIT}{_END}|{_BEGIN}\d{{1,3}} ?stuck{_END})"
#: No reference unless a word calls it one.
_UNLESS_ANNOUNCED = (
    # +33 6 12 34 56 78
    r"(?<![\w#])(?:\+|00(?=[1-9]\d?\d?[ .(/-]))\s?\d{1,4}(?:[ .()/-]{0,3}\d){5,13}(?!\w)",
    # (555) 123-4567  1 800 555 1234
    r"\(\+?\d{2,5}\) ?\d{2,4}(?:[ .-]?\d{2,4}){1,3}(?!\w)",
    r"(?<![\w#-])(?:1[ .-])?\d{3}([ .-])\d{3}[ .-]\d{4}(?![\w-])",
    # 06 12 34 56 78  0171/1234567  020 7946 0958
    r"(?<![\w#-])0[1-9](?:[ .-]\d\d){4}(?![\w-])",
    r"(?<![\w#-])0[1-9]\d{1,4}[ /.-]\d{2,8}(?:[ .-]\d{2,8}){0,3}(?![\w-])",
    # 612 345 678  612 34 56 78
    r"(?<![\w#-])[6-9]\d\d[ .-](?:\d{3}[ .-]\d{3}|\d\d[ .-]\d\d[ .-]\d\d)(?![\w-])",
    # 0612345678
    r"(?<![\w#-])0[1-9]\d{8,9}(?![\w-])",
    # 1,299.00  12.50  192.168.1.20
    r"(?<![\w.,])(?:\d{1,3}(?:[.,]\d{3})+(?:[.,]\d{1,2})?|\d+[.,]\d{1,2}|\d+(?:\.\d+){2,})(?!\w)",
    # 4521 Oak Street
    rf"(?<![\w#-])\d{{1,5}} (?:[A-Z][\w'.-]{{0,20}} ){{1,3}}(?i:{_STREET})(?![A-Za-z])",
    # 30x40
    r"(?<![\w#-])\d{1,4} ?[x*] ?\d{1,4}(?: ?[x*] ?\d{1,4})?(?!\w)",
)
_URL = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
_IBAN = re.compile(
    r"(?<![A-Za-z0-9])[A-Za-z]{2}\d{2}(?: ?[A-Za-z0-9]{4}){2,7}(?: ?[A-Za-z0-9]{1,3})?(?![A-Za-z0-9])"
)
_CARD = re.compile(r"(?<![A-Za-z0-9#-])[3-6]\d{3}([ -]?)\d{4}\1\d{4}\1\d{1,4}(?:\1\d{1,3})?(?![A-Za-z0-9])")

_ALWAYS_PATTERNS = [re.compile(pattern, re.IGNORECASE) for pattern in _ALWAYS]
_QUANTITY_PATTERN = re.compile(_QUANTITY, re.IGNORECASE)
_UNLESS_PATTERNS = [re.compile(pattern) for pattern in _UNLESS_ANNOUNCED]


def always(text: str) -> Iterator[tuple[int, int]]:
    """Spans that are never a reference, whatever words stand before them."""
    for pattern in _ALWAYS_PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()
    for match in _IBAN.finditer(text):
        if _is_iban(re.sub(r"\s", "", match[0]).upper()):
            yield match.span()
    for match in _CARD.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        # Printed in fours, as on a card; without spaces it may as well be an order number.
        if match[1] and len(digits) >= 13 and checkdigits.luhn(digits[:-1]) == digits[-1]:
            yield match.span()


def quantities(text: str) -> Iterator[tuple[int, int]]:
    """Spans of a number with its unit; only a word that numbers things is stronger: "no. 4521 items"."""
    for match in _QUANTITY_PATTERN.finditer(text):
        yield match.span()


def unless_announced(text: str) -> Iterator[tuple[int, int]]:
    """Spans that look like a telephone number, a decimal or a house number; a word may call them an order."""
    for pattern in _UNLESS_PATTERNS:
        for match in pattern.finditer(text):
            yield match.span()


def web_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Spans of links; what they hold is for machines."""
    for match in _URL.finditer(text):
        yield match.span()


def _is_iban(compact: str) -> bool:
    """ISO 13616: the rearranged number is 1 modulo 97."""
    if not 15 <= len(compact) <= 34:
        return False
    return int("".join(str(int(char, 36)) for char in compact[4:] + compact[:4])) % 97 == 1
