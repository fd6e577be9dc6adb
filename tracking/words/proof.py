"""What shows that a parcel was handed over, in words: how, who signed, and the carrier's links."""

from __future__ import annotations

from collections.abc import Callable

from tracking.parcels import Proof
from tracking.words.phrases import capital

#: Any map site takes a `geo:` address.
GEO = "geo:{latitude:.5f},{longitude:.5f}"


def row(proof: Proof, text: Callable[..., str]) -> str:
    """Everything that is known of the handover, as a row of the page; `text` gives a message its values."""
    handed = [text("proof-handed", handed=proof.handed_to)] if proof.handed_to else []
    signed = [text("proof-signed-by", name=proof.signed_by)] if proof.signed_by else []
    return " · ".join(capital(each) for each in (*handed, *signed, *_links(proof, text)) if each)


def told(proof: Proof, text: Callable[..., str]) -> str:
    """Who signed and what there is to look at, as a sentence; empty where there is neither."""
    links = _links(proof, text)
    if not (proof.signed_by or links):
        return ""
    return text(
        "proof-told",
        signed="yes" if proof.signed_by else "no",
        name=proof.signed_by or "",
        linked="yes" if links else "no",
        links=" · ".join(links),
    )


def _links(proof: Proof, text: Callable[..., str]) -> list[str]:
    shown = []
    if proof.photo_url:
        shown.append(text("proof-photo", url=proof.photo_url))
    if proof.signature_url:
        shown.append(text("proof-signature", url=proof.signature_url))
    if proof.latitude is not None and proof.longitude is not None:
        url = GEO.format(latitude=proof.latitude, longitude=proof.longitude)
        shown.append(text("proof-position", url=url))
    return shown
