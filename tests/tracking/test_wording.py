"""Every sentence a shopper can be shown, in every language."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

import pytest

from tests.tracking.parcels import NOW, PARIS, promise, scan
from tests.tracking.reading import problems, prose, sentences, told
from tracking.parcels import Leg, Promise, Proof
from tracking.settings import WRITTEN_LANGUAGES
from tracking.vocabulary import Milestone, Reason, Tier
from tracking.wording import MAX_SENTENCES, wording

M = Milestone


# --- Said right -----------------------------------------------------------------------------------------


def test_who_has_it_where_since_when_what_next_and_by_when() -> None:
    found = told(
        scan(M.CARRIER_RECEIVED, timedelta(hours=7, minutes=18), carrier="colissimo"),
        promises=(promise(date(2026, 11, 20)),),
    )
    assert wording("en").chat(found) == (
        "Colissimo has had your order 10042 in Lyon, France since 08:12 this morning. "
        "Next, it sets off towards you; Colissimo expects to deliver it by tomorrow."
    )
    assert prose(wording("fr").chat(found)) == (
        "Votre commande 10042 est chez Colissimo à Lyon (France) depuis ce matin, 8 h 12. "
        "Ensuite, le colis part vers vous ; Colissimo annonce la livraison pour demain au plus tard."
    )
    assert wording("es").chat(found) == (
        "Colissimo tiene tu pedido 10042 en Lyon (Francia) desde esta mañana a las 8:12. "
        "Después saldrá hacia ti; Colissimo prevé entregarlo mañana como muy tarde."
    )
    assert prose(wording("de").chat(found)) == (
        "Colissimo hat deine Bestellung 10042 seit heute um 8:12 Uhr in Lyon (Frankreich). "
        "Als Nächstes macht sich das Paket auf den Weg zu dir; Colissimo will bis morgen zustellen."
    )


def test_a_customs_hold_says_why_who_acts_what_to_do_and_what_follows() -> None:
    found = told(
        scan(M.CUSTOMS_HELD, 30, city="Leeds", country="GB", reason=Reason.CUSTOMS_DUTIES_DUE), country="GB"
    )
    chat = wording("en").chat(found)
    assert [part in chat for part in ("duty or tax", "Please pay", "release the parcel", "DHL Express")] == [
        True
    ] * 4
    french = wording("fr").chat(found)
    assert [part in french for part in ("droits ou taxes", "Réglez", "libère le colis", "DHL Express")] == [
        True
    ] * 4


def test_a_hold_without_a_reason_says_that_none_was_given() -> None:
    found = told(scan(M.CUSTOMS_HELD, 30))
    assert "gave no reason" in wording("en").chat(found)
    assert "n’a pas donné de raison" in wording("fr").chat(found)


def test_an_overdue_promise_is_said_to_have_passed() -> None:
    found = told(scan(M.IN_TRANSIT, 5), promises=(promise(date(2026, 11, 17)),))
    assert "expected to deliver it by Tuesday 17 November, and that has passed" in prose(
        wording("en").chat(found)
    )
    assert "mardi 17 novembre au plus tard, et ce délai est passé" in prose(wording("fr").chat(found))
    assert "by Tuesday 17 November" in prose(wording("en").when(found))


def test_silence_on_a_long_stretch_is_explained_before_it_worries() -> None:
    found = told(scan(M.DEPARTED_ORIGIN, 2), country="DE")
    english, french = prose(wording("en").chat(found)), prose(wording("fr").chat(found))
    assert "every 2 to 4 working days, so no news until Wednesday 25 November is normal" in english
    assert "jusqu’au mercredi 25 novembre est normal" in french


def test_a_holiday_on_the_way_is_named() -> None:
    now = datetime(2026, 11, 24, 12, 0, tzinfo=PARIS)
    found = told(scan(M.DEPARTED_ORIGIN, 2, now=now), country="US", now=now)
    english, french = prose(wording("en").chat(found)), prose(wording("fr").chat(found))
    assert "(Thursday 26 November is a public holiday in the United States)" in english
    assert "(jeudi 26 novembre est férié aux États-Unis)" in french


def test_calm_ends_at_the_promised_day() -> None:
    found = told(scan(M.DEPARTED_ORIGIN, 2), promises=(promise(date(2026, 11, 20)),))
    assert "no news until tomorrow is normal." in wording("en").chat(found)


def test_nobody_is_told_to_wait_calmly_for_what_is_overdue() -> None:
    found = told(scan(M.DEPARTED_ORIGIN, 2), promises=(promise(date(2026, 11, 17)),))
    assert "normal" not in wording("en").chat(found)
    assert "normal" not in wording("en").why(found)
    assert "and that has passed" in wording("en").why(found)


def test_a_parcel_that_has_stopped_is_not_said_to_move_next() -> None:
    for days in (8, 11):
        chat = wording("en").chat(told(scan(M.AT_LOCAL_DEPOT, days * 24)))
        assert f"no news for {days} days" in chat
        assert "Next" not in chat


def test_a_window_is_told_in_hours() -> None:
    window = (NOW + timedelta(hours=1, minutes=30), NOW + timedelta(hours=3, minutes=45))
    found = told(scan(M.OUT_FOR_DELIVERY, 5, window=window))
    assert "today between 17:00 and 19:15" in wording("en").chat(found)
    assert "aujourd’hui entre 17 h et 19 h 15" in prose(wording("fr").chat(found))


def test_a_round_of_yesterday_is_not_out_for_delivery_any_more() -> None:
    assert "nothing has been reported since" in wording("en").chat(told(scan(M.OUT_FOR_DELIVERY, 30)))


def test_a_delivery_says_how_and_shows_its_proof() -> None:
    proof = Proof(handed_to="neighbour", signed_by="B. Martin", photo_url="https://p.example/1.jpg")
    found = told(scan(M.DELIVERED, 5, proof=proof))
    assert wording("en").chat(found) == (
        "DHL Express delivered your order 10042 in Lyon, France today at 10:30, to a neighbour. "
        "It was signed for by B. Martin (photo: https://p.example/1.jpg). If you can’t find it, just tell me."
    )
    assert (
        "Proof of delivery",
        "Left with a neighbour · Signed by B. Martin · Photo: https://p.example/1.jpg",
    ) in wording("en").page(found)


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize(
    "proof",
    [
        Proof(signed_by="PRICE"),
        Proof(photo_url="https://p.example/1.jpg"),
        Proof(signed_by="PRICE", signature_url="https://p.example/2.png", latitude=45.1, longitude=4.2),
    ],
)
def test_proof_is_told_in_a_sentence(proof: Proof, language: str) -> None:
    words = wording(language)
    found = told(scan(M.DELIVERED, 5, proof=proof))
    chat, row = words.chat(found), dict(words.page(found))[words.text("page-proof")]
    assert chat.endswith(".")
    assert not problems(chat, language)
    assert len(sentences(chat)) == MAX_SENTENCES
    assert not row.endswith(".")


def test_damage_is_told_once_and_its_place_is_only_where_it_was_reported() -> None:
    found = told(scan(M.DAMAGED, 29, city="Amsterdam", country="NL", reason=Reason.LOSS_DAMAGED))
    english, french = prose(wording("en").chat(found)), prose(wording("fr").chat(found))
    assert (
        "reported yesterday at 10:30, in Amsterdam, Netherlands, that your order 10042 was damaged."
        in english
    )
    assert (
        "a signalé hier à 10 h 30, à Amsterdam (Pays-Bas), que votre commande 10042 était endommagée."
        in french
    )
    assert "abîmé" not in wording("fr").why(found) + str(wording("fr").page(found))


def test_who_still_has_a_late_parcel_is_said_with_and_without_a_name() -> None:
    named = prose(wording("fr").chat(told(scan(M.DELAYED, 29))))
    assert named.startswith(
        "DHL Express a signalé un retard hier à 10 h 30 : "
        "votre commande 10042 est toujours chez DHL Express, à Lyon (France)."
    )
    nameless = wording("fr").chat(told(scan(M.DELAYED, 29, city=None, country=None, carrier=None), legs=()))
    assert "votre commande 10042 est toujours chez lui." in nameless


@pytest.mark.parametrize("language", WRITTEN_LANGUAGES)
@pytest.mark.parametrize(
    "way",
    ["mailbox", "front_door", "reception", "household", "neighbour", "safe_place", "locker", "pickup_point"],
)
def test_every_way_of_handing_over_has_words(way: str, language: str) -> None:
    plain = wording(language).chat(told(scan(M.DELIVERED, 5)))
    chat = wording(language).chat(told(scan(M.DELIVERED, 5, proof=Proof(handed_to=way))))
    assert len(chat) > len(plain)
    assert not problems(chat, language)
    handed = told(scan(M.DELIVERED, 5, proof=Proof(handed_to=way, signed_by="B. Martin")))
    row = dict(wording(language).page(handed))[wording(language).text("page-proof")]
    assert row.count(" · ") == 1
    assert row[0].isupper()
    assert not problems(row, language)


def test_left_with_a_neighbour_in_four_languages() -> None:
    found = told(scan(M.DELIVERED, 5, proof=Proof(handed_to="neighbour")))
    said = {language: wording(language).chat(found) for language in WRITTEN_LANGUAGES}
    rows = {language: dict(wording(language).page(found)) for language in WRITTEN_LANGUAGES}
    assert "to a neighbour." in said["en"]
    assert rows["en"]["Proof of delivery"] == "Left with a neighbour"
    assert "chez un voisin." in said["fr"]
    assert rows["fr"]["Preuve de livraison"] == "Remis à un voisin"
    assert "a un vecino." in said["es"]
    assert rows["es"]["Prueba de entrega"] == "Entregado a un vecino"
    assert "Jemand in der Nachbarschaft hat sie angenommen." in said["de"]
    assert rows["de"]["Zustellnachweis"] == "In der Nachbarschaft abgegeben"


def test_a_way_of_handing_over_that_nobody_knows_is_not_guessed() -> None:
    found = told(scan(M.DELIVERED, 5, proof=Proof(handed_to="drone")))
    assert "Proof of delivery" not in dict(wording("en").page(found))


def test_a_handover_is_told_from_carrier_to_carrier() -> None:
    legs = (Leg("usps", "LZ1"), Leg("royal-mail", "LZ1"))
    way = (scan(M.IN_TRANSIT, 90, carrier="usps"), scan(M.HANDED_OVER, 8, carrier="usps"))
    assert (
        wording("en")
        .chat(told(*way, legs=legs))
        .startswith(
            "USPS handed your order 10042 over in Lyon, France today at 07:30, and Royal Mail has it now."
        )
    )


def test_the_provider_s_words_are_quoted_where_we_have_none() -> None:
    found = told(scan(M.EXCEPTION, 5, reason=Reason.OTHER, words="Animal on premises"))
    assert "noted: “Animal on premises”." in wording("en").chat(found)
    assert "a noté : « Animal on premises »." in prose(wording("fr").chat(found))


def test_a_brand_in_small_letters_keeps_them_at_the_start_of_a_sentence() -> None:
    found = told(scan(M.CARRIER_RECEIVED, 5, carrier="bpost"), promises=(promise(date(2026, 11, 20)),))
    assert wording("en").chat(found).startswith("bpost has had")
    late = told(scan(M.AT_LOCAL_DEPOT, 8 * 24, carrier="bpost"), promises=(promise(date(2026, 11, 17)),))
    for text in (wording("en").when(found), wording("en").chat(late)):
        assert re.search(r"\. bpost expect(s|ed) to deliver", text)
    for text in (wording("fr").when(found), wording("fr").chat(late)):
        assert re.search(r"\. bpost annon(ce|çait) la livraison", text)


def test_asked_when_of_a_parcel_with_no_honest_date_it_says_so() -> None:
    assert "no reliable date I can give you" in wording("en").when(told(scan(M.CUSTOMS_HELD, 5)))
    assert "nobody has given a delivery date" in wording("en").when(told(scan(M.IN_TRANSIT, 5))).casefold()


def test_several_parcels_are_counted() -> None:
    found = told(scan(M.IN_TRANSIT, 5), count=3)
    assert "Your order 10042 (parcel 1 of 3)" in wording("en").chat(found)
    assert "votre commande 10042 (colis 1 sur 3)".casefold() in wording("fr").chat(found).casefold()
    assert wording("en").card(found)["title"] == "Order 10042 · parcel 1 of 3"


# --- The card -------------------------------------------------------------------------------------------


def test_the_card_has_what_the_widget_shows() -> None:
    due: tuple[Promise, ...] = (promise(date(2026, 11, 20)),)
    found = told(scan(M.CARRIER_RECEIVED, 30), scan(M.AT_LOCAL_DEPOT, 5), promises=due)
    card = wording("en").card(found)
    assert {key: card[key] for key in ("title", "carrier", "tracking_number", "status", "when", "place")} == {
        "title": "Order 10042",
        "carrier": "DHL Express",
        "tracking_number": "JD0146",
        "status": "At the local depot",
        "when": "today, 10:30",
        "place": "Lyon, France",
    }
    assert card["eta"] == "Expected by tomorrow"
    assert card["action"] is None
    assert [line["label"] for line in card["timeline"]] == ["At the local depot", "With the carrier"]
    assert [(step["milestone"], step["state"]) for step in card["progress"]] == [
        ("order_confirmed", "done"),
        ("packed", "done"),
        ("carrier_received", "done"),
        ("departed_origin", "current"),
        ("out_for_delivery", "todo"),
        ("delivered", "todo"),
    ]


def test_the_card_of_a_tracking_number_alone_has_no_times_and_no_timeline() -> None:
    card = wording("en").card(told(scan(M.CARRIER_RECEIVED, 30), scan(M.AT_LOCAL_DEPOT, 5), tier=Tier.STATUS))
    assert (card["title"], card["place"], card["when"]) == ("Parcel status", "France", None)
    assert (card["tracking_number"], card["timeline"], card["eta"]) == (None, [], None)
    assert {step["at"] for step in card["progress"]} == {None}


# --- The texts themselves -------------------------------------------------------------------------------


def test_an_unknown_message_or_language_is_an_error() -> None:
    assert not wording("en").has("no-such-message")
    with pytest.raises(KeyError):
        wording("en").text("no-such-message")
    with pytest.raises(KeyError):
        wording("xx")


def test_a_missing_value_is_an_error_and_no_half_sentence() -> None:
    with pytest.raises(ValueError, match="title-order"):
        wording("en").text("title-order")


def test_the_words_of_a_language_are_read_once() -> None:
    assert wording("fr") is wording("fr")
