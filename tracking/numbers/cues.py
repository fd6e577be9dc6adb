"""Words that say what the number after them is; English, French, German, Spanish, and some of the neighbours.

Words are written without accents, as `tracking.numbers.plain` gives the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from rapidfuzz.distance import OSA


class Meaning(Enum):
    """What kind of number a word announces."""

    ORDER = "order"
    #: A verb or question word that takes an order: "cancel 2045". Weaker than the noun.
    ABOUT = "about"
    TRACKING = "tracking"
    CARRIER = "carrier"
    POSTCODE = "postcode"
    PHONE = "phone"
    #: Another thing with a number: an invoice, an account, a room.
    OTHER = "other"


#: Tried in this order where two begin at the same place.
_WORDS: dict[Meaning, str] = {
    Meaning.POSTCODE: r"""
        post\s?codes?|postal\s?codes?|zip(?:\s?-?codes?)?|eircode|plz|postleitzahl(?:en)?|code\s?post(?:al|eaux?)|
        cp|c\.p\.|codigo\s?postal|codice\s?postale|cap|codigo\s?zip""",
    Meaning.OTHER: r"""
        p\.?o\.?\s?box|invoices?|bills?|receipts?|factur[ae]s?|rechnungs?(?:nummer|nr)?|fattur[ae]|factuur|fatura|
        accounts?|acct?|comptes?|kontos?(?:nummer)?|kunden(?:nummer|nr|konto)|cuentas?|
        customers?\s?(?:id|no|nr|number|account)|client(?:e|s)?|kunden?|member(?:ship)?s?|user(?:name)?|
        tickets?|cases?|dossiers?|vorgang(?:snummer)?|incident|complaint|errors?|erreur|fehler|reclamation|
        cards?|cartes?|karten?(?:nummer)?|tarjetas?|iban|bic|vat|tva|siret|pin|cvv|otp|ssn|password|passcode|
        skus?|items?|articles?|artikel(?:nummer|nr)?|articulos?|products?|produits?|produkt(?:nummer)?|productos?|
        parts?|models?|modeles?|modell|modelos?|serial|serie|imei|isbn|ean|upc|asin|version|size|taille|grosse|talla|
        codes?|coupons?|vouchers?|promo|gutschein(?:code)?|cupon|
        flights?|vols?|flug|vuelos?|trains?|bus|rooms?|chambres?|zimmer|apartments?|apt|appt?|flat|suite|unit|
        floors?|etages?|buildings?|batiment|house|hausnummer|extension|ext|ending(?:\sin)?|
        last\s(?:four|4)(?:\sdigits)?|highway|iphone|windows|area\s?code""",
    Meaning.TRACKING: r"""
        track(?:ing)?\s?(?:and|&|n)\s?trace|track(?:ing)?\s?-?(?:numbers?|num|no|nr|nbr|ids?|codes?|ref(?:erence)?|\#)|
        tracking|trk|trk\#|way\s?bills?|air\s?way\s?bills?|awb|consignments?|
        (?:shipment|shipping|parcel|package|delivery|label)\s?(?:numbers?|num|no|nr|ids?|codes?|ref(?:erence)?)|
        (?:numero|num|no|n[o°]|code|reference)s?\s(?:de\s|du\s|d')?(?:suivi|colis|colissimo|chronopost|expedition|envoi)|
        suivi|colis\s(?:numero|num|n[o°]|no)|
        send(?:ungs?|ungsverfolgungs?)-?(?:nummer|nr|id|verfolgung)?|paket-?(?:nummer|nr|id)|
        trackingnummern?|tracking-?nr|verfolgungsnummer|
        (?:numero|n[o°]|codigo|localizador)\s(?:de\s)?(?:seguimiento|rastreo|envio|expedicion|paquete|rastreamento)|
        seguimiento|rastreo|localizador|rastreio|codice\sdi\stracciamento|spedizione|trackcode|zendingsnummer""",
    Meaning.PHONE: r"""
        phones?|tele?phones?|telephone|tel|telefon(?:nummer)?|telefono|telefoon|mobiles?|mobil(?:e|nummer)?|movil|
        cell(?:phone)?|portables?|handy(?:nummer)?|call(?:ed|ing)?|ring|text|sms|whats\s?app|fax|
        appel(?:er|ez|le|e)|joindre|joignable|rappel(?:er|ez|le)|anrufen|erreichbar|erreichen|llam(?:ar|e|ame|enme)|
        contact(?:er|ez)?|kontakt|contacto|numero\sde\s(?:telephone|telefono|portable)|rufnummer""",
    Meaning.ORDER: r"""
        orders?|orde|oder|ord|purchases?|purchase\sorder|po|web\s?orders?|confirmation|
        commandes?|cmd|cde|achats?|bestellungs?(?:nummern?|nr|id|code)?|bestellungen|bestell-?(?:nummern?|nr|id|code)|
        auftrags?-?(?:nummern?|nr|bestatigung)?|auftrage|kauf|pedidos?|compras?|orden(?:es)?|encargos?|
        ordin[ei]|acquisti?|bestelling(?:en|snummer)?|ordernummer|encomendas?""",
    Meaning.ABOUT: r"""
        track|cancel(?:l?ing|led)?|status|where(?:\s?is|'?s|\sare)|locate|find|check(?:ing)?|regarding|re|eta|
        references?|referenz(?:nummer)?|referencia|ref|numbers?|numero|nummer|
        (?:ou|wo|donde)\s(?:est|en\sest|ist|bleibt|esta)|annuler|suivre|concernant|stornieren|verfolgen|bezuglich|
        cancelar|rastrear|seguir|anular|it'?s|it\sis|c'?est|es\sist|es""",
    Meaning.CARRIER: r"""
        fedex|ups|usps|dhl|dpd|gls|hermes|evri|yodel|royal\s?mail|parcel\s?force|colissimo|chronopost|la\sposte|
        mondial\srelay|colis\sprive|correos|seur|mrw|post\s?nl|b\s?post|purolator|canada\spost|on\s?trac|laser\s?ship|
        amazon\slogistics|deutsche\spost|swiss\spost|in\s?post|an\spost""",
}  # fmt: skip

#: What may stand between such a word and its number.
_LINK = r"""
    number|numbers|num|nbr|no|nr|nos|nrs|id|ids|code|ref|reference|references|referenz|referencia|n[o°]?|numeros?|
    nummern?|num|with|the|this|my|our|mine|is|are|was|here|mit|der|die|das|dem|den|meine?[rnm]?|lautet|ist|sind|war|
    avec|le|la|les|ma|mon|mes|est|sont|c'est|porte|con|el|los|las|mi|mis|su|es|son|era|il|mio|e|met|mijn|
    status|package|parcel|colis|paket|paquete|placed|called|follows|follow"""
_PHONE_LINK = rf"{_LINK}|me|us|back|at|on|au|a|sous|moi|nous|unter|mich|uns|al|en|or"
_OTHER_LINK = r"number|num|no|nr|n[o°]?|id|code|ref|reference|numero|nummer|is|est|ist|es|the|in|le|la|de"
#: Marks between the words: also an opening quote or bracket, a full stop, an arrow.
_MARKS = r"""[\s:=.,;"'°()\[\]*_<>/-]{0,6}"""


def _chain(word: str, link: str, at_most: int) -> str:
    return rf"(?:{word})(?![A-Za-z0-9])(?:{_MARKS}(?<![A-Za-z])(?:{link})(?![A-Za-z])){{0,{at_most}}}"


def _flat(pattern: str) -> str:
    return re.sub(r"\s*\n\s*", "", pattern)


_CUE = re.compile(
    r"(?<![A-Za-z0-9])(?=[A-Za-z])(?:"
    + "|".join(
        f"(?P<{meaning.value}>"
        + _chain(
            _flat(_WORDS[meaning]),
            _flat({Meaning.PHONE: _PHONE_LINK, Meaning.OTHER: _OTHER_LINK}.get(meaning, _LINK)),
            2 if meaning is Meaning.OTHER else 4,
        )
        + ")"
        for meaning in _WORDS
    )
    + rf")(?P<marks>{_MARKS})(?P<hash>#\s?)?(?=[A-Za-z0-9+])",
    re.IGNORECASE,
)
#: A word that numbers something, so that even a short or strange token is meant: "order no. 12A".
_NUMBERING = re.compile(r"(?:num|no|nr|n°|id|code|ref|#|:)\W*$|nummer|numero|number", re.IGNORECASE)
_PLURAL = re.compile(r"s\b|en\b|nummern", re.IGNORECASE)


@dataclass(frozen=True)
class Cue:
    """What the words before a number say of it."""

    meaning: Meaning
    #: The words number something: "order no." rather than "order".
    numbering: bool
    #: The words speak of several.
    plural: bool


def cues(text: str) -> dict[int, Cue]:
    """What the words before a token say, by its start (behind a `#`); in time linear in the text."""
    found: dict[int, Cue] = {}
    for match in _CUE.finditer(text):
        meaning = Meaning(next(name for name in match.groupdict() if name in _NAMES and match[name]))
        words = text[match.start() : match.end()].rstrip()
        found[match.end()] = Cue(
            meaning,
            numbering=match["hash"] is not None or _NUMBERING.search(words) is not None,
            plural=_PLURAL.search(words) is not None,
        )
    return found


_NAMES = frozenset(meaning.value for meaning in Meaning)
#: Nouns of orders that are recognised with one letter wrong, missing, doubled or swapped.
_NOUNS = ("order", "orders", "purchase", "commande", "bestellung", "bestellnummer", "pedido", "compra")
_WORD_BEFORE = re.compile(
    r"([A-Za-z]{4,14})(?: (?:number|num|no|nr|numero|nummer|id|is))?[ .:#]{1,4}$", re.IGNORECASE
)


def misspelt(text: str, start: int) -> Cue | None:
    """What the word before `start` says when it is an order's noun with one mistake: "puchase 10042"."""
    match = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if match is None:
        return None
    word = match[1].lower()
    if any(OSA.distance(word, noun, score_cutoff=1) <= 1 for noun in _NOUNS):
        return Cue(Meaning.ORDER, numbering=False, plural=False)
    return None


#: What leads from one number of a list to the next: "orders 10042, 10043 and 10044".
CONTINUED = re.compile(
    r"\s{0,2}(?:,|;|/|&|\+|and|et|und|y|e|en|or|ou|oder|o)\s{0,2}(?:(?:also|the|le|la)\s)?#?(?=[A-Za-z0-9])",
    re.IGNORECASE,
)
#: "75011 is my postcode", "10115 (PLZ)".
POSTCODE_AFTER = re.compile(
    r"[\s,(]{0,3}(?:(?:is|est|ist|es|as|for)\s)?(?:(?:my|the|our|mon|le|notre|meine?|die|unsere|mi|el|nuestro)\s)?"
    rf"(?:{_flat(_WORDS[Meaning.POSTCODE])})"
    # … but not "10042, postcode 75011", where the word announces what follows.
    rf"(?![A-Za-z]|{_MARKS}(?:(?:is|est|ist|es|number)\s)?[A-Za-z]{{0,2}}\d)",
    re.IGNORECASE,
)
