"""The languages with texts of their own, and the register that each is written in."""

from __future__ import annotations

#: Languages with texts of their own, see `tracking/locales`.
WRITTEN_LANGUAGES = ("en", "fr", "es", "de")
#: How a shopper is addressed: Sie, usted, vous; du, tú, tu.
FORMAL, INFORMAL = "formal", "informal"
#: The register of `locales/<language>/*.ftl`; the other is in the folder of its name below. English has one.
WRITTEN_REGISTER = {"fr": FORMAL, "es": INFORMAL, "de": INFORMAL}
