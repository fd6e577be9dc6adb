"""How the tests read a text for a shopper: what it may not have, and how it is split."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Any

from babel import Locale
from babel.dates import get_day_names, get_month_names

from tests.tracking.parcels import NOW, PARIS, parcel
from tracking.explain import explain
from tracking.parcels import Event
from tracking.settings import WRITTEN_LANGUAGES
from tracking.statements import Explanation
from tracking.vocabulary import Milestone, Reason, Tier

NBSP = "\N{NO-BREAK SPACE}"
#: How a text gives away that another language got into it: words that only this one of the four has.
TELLTALES = {
    "en": "the with your order parcel been and next it by carrier since today yesterday tomorrow customs "
    "this delivery delivered from that of is to we they if nobody but for once days working usually you near "
    "hour at driver pickup held reason way back last first",
    "fr": "avec votre commande colis est depuis et ensuite par dans nous vous chez douane livré livraison "
    "qui aujourd’hui demain pour sur il au aux pas jours ouvrés transporteur chaque soir cette",
    "es": "pedido paquete está desde con por para aduana ayer hoy mañana el lo del una nosotros días como "
    "muy laborables suele nadie entrega recogida también reparto transportista",
    "de": "deine dein bestellung paket ist und mit seit der das dem den zoll heute gestern morgen wir uns "
    "bis nicht wird wurde bei zum auf noch hat sie paketdienst tagen werktage meist wenn niemand uhr",
}
#: Words of the trade that mean nothing to a shopper.
JARGON = re.compile(
    r"line.?haul|linehaul|exception|tender|last.?mile\b|\bhub\b|\bSLA\b|consignee|manifest|POD\b|\bWISMO\b"
    r"|plate-forme|destinataire final",
    re.IGNORECASE,
)
#: Names of days, months and the countries that the tests speak of.
NAMES = {
    language: {
        name.casefold()
        for name in (
            *get_month_names("wide", locale=language).values(),
            *get_day_names("wide", locale=language).values(),
            *(Locale(language).territories[code] for code in ("FR", "JP", "GB", "US", "NL", "ES", "DE")),
        )
        if " " not in name
    }
    for language in WRITTEN_LANGUAGES
}
#: What a text of this language may not have a word of: the three others.
FOREIGN = {
    language: {
        word
        for other in WRITTEN_LANGUAGES
        if other != language
        for word in {*TELLTALES[other].split(), *NAMES[other]}
    }
    - {*TELLTALES[language].split(), *NAMES[language]}
    for language in WRITTEN_LANGUAGES
}
#: Two prepositions in a row, or a preposition and an article that it should have merged with or bent.
CLASHES = {
    "en": r"\b(at|on|in|from|by|to|until|since) (at|on|in|by|until|since)\b"
    r"|\bin (United|Netherlands|Philippines)\b",
    "fr": r"\b(à|de) les? (transporteur|point|livreur|dépôt)\b"
    r"|\b(à|en|de|depuis) (à|en|au|aux|depuis)\b",
    "es": r"\b(de|a) el\b|\b(en|de|a|con|desde|hasta) (en|con|desde|hasta)\b",
    "de": r"\b(mit|von|bei|zu|an|durch|gegen|für) der (nächste |vorige )?Paketdienst\b"
    r"|\b(in|im|am|auf|bei|bis|seit|um) (in|im|an|am|auf|bei|seit|um|ab)\b"
    r"|\bin (Schweiz|Niederlande|Vereinigtes)\b",
}
MONTHS = "|".join(
    name for language in WRITTEN_LANGUAGES for name in get_month_names("wide", locale=language).values()
)
#: Marks that come in pairs.
PAIRS = ("()", "«»")
#: Our own keys, should one get into a sentence.
CODES = sorted(
    {
        value
        for enum in (Milestone, Reason)
        for value in (each.value for each in enum)
        if re.search("[._]", value)
    }
)


def told(
    *scans: Event, now: datetime = NOW, tier: Tier = Tier.FULL, count: int = 1, **more: Any
) -> Explanation:
    return explain(parcel(*scans, **more), now=now, tier=tier, zone=PARIS, count=count)


def prose(text: str) -> str:
    """The text with ordinary spaces, as people type it."""
    return text.replace(NBSP, " ")


def sentences(text: str) -> list[str]:
    """A text's sentences. In a date such as “18. November” the space is one that does not break."""
    return [each for each in re.split(r"(?<=[.!?»“”]) +(?=[A-ZÀ-Þ¿¡„«])", text) if each]


def problems(text: str, language: str) -> list[str]:
    """What no text for a shopper may have."""
    # A page's address is no prose.
    text = re.sub(r"https?://[^\s)]*[^\s).,]", "…", text)
    words = set(re.findall(r"[a-zà-ÿ’]+", text.casefold()))
    found = {
        "placeholder": "{" in text or "}" in text or "???" in text or "$" in text,
        "underscore": "_" in text,
        "code": any(code in text for code in CODES),
        "two spaces": "  " in text,
        "space before a point": bool(re.search(r"\s[.,)]", text)),
        "space at an end": text != text.strip(),
        "two points": bool(re.search(r"\.\.|\.,|,\.|;\.|: ?\.", text)),
        "empty": not text,
        "jargon": bool(JARGON.search(text)),
        "None": "None" in text,
        "straight apostrophe": "'" in text,
        "other language": bool(words & FOREIGN[language]),
        "clash": bool(re.search(CLASHES[language], text)),
        "space before a mark": language != "fr" and bool(re.search(r"\s[:;?!]", text)),
        "break before punctuation": language == "fr" and bool(re.search(r" [:;?!»]|« ", text)),
        "break in a time": bool(re.search(r"\d h\b|\bh \d|\d Uhr", text)),
        "break in a date": bool(re.search(rf"\d(er|\.| de)? ({MONTHS})\b", text)),
        "unbalanced marks": any(text.count(left) != text.count(right) for left, right in PAIRS),
        "no opening mark": language == "es"
        and (text.count("?") != text.count("¿") or text.count("!") != text.count("¡")),
    }
    return [name for name, wrong in found.items() if wrong]
