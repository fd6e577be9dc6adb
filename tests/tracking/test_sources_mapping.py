"""The tables that turn providers' words into ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracking.sources import easypost
from tracking.sources.mapping import ANY, load, rows_of
from tracking.vocabulary import Actor, Milestone, Reason

FOLDER = Path(easypost.__file__).parent
#: Each provider's table, and what a row has to cite.
CITED = {
    "easypost": "EasyPost, Tracker guide, ",
    "aftership": "AfterShip, Delivery ",
    "seventeentrack": "17TRACK, Tracking API v2.2, ",
    "shippo": "Shippo, Tracking, ",
    "ship24": "Ship24, Status, ",
    "emsevt": "UPU EMSEVT, event codes: ",
    "x12": "X12, element 165",
}
HANDED_TO = {
    "mailbox",
    "front_door",
    "reception",
    "household",
    "neighbour",
    "safe_place",
    "locker",
    "pickup_point",
}
TABLES = {name: load(FOLDER / f"{name}.csv") for name in CITED}
EASYPOST, AFTERSHIP = TABLES["easypost"], TABLES["aftership"]
#: What a shop, not a carrier, says of a parcel.
OF_THE_SHOP = {Milestone.ORDER_CONFIRMED, Milestone.PACKED}


def rows(name: str) -> list[dict[str, str]]:
    return rows_of(FOLDER / f"{name}.csv")


def test_every_table_is_tested() -> None:
    assert {path.stem for path in FOLDER.glob("*.csv")} == {*CITED, "words"}


@pytest.mark.parametrize("name", [*CITED, "words"])
def test_every_row_is_sound(name: str) -> None:
    seen = set()
    for row in rows(name):
        Milestone(row["milestone"])
        Actor(row["actor"])
        assert row["reason"] == "" or Reason(row["reason"])
        assert row["handed_to"] == "" or row["handed_to"] in HANDED_TO
        assert row["definition"].strip()
        re.compile(row["words"])
        key = (row["status"], row.get("detail"), row["words"])
        assert key not in seen
        seen.add(key)


@pytest.mark.parametrize("name", CITED)
def test_every_row_of_a_provider_cites_its_definition(name: str) -> None:
    statuses = {row["status"] for row in rows(name) if not row["words"] and not row["detail"]}
    for row in rows(name):
        assert {row["status"]} <= {*statuses, ANY}, "a status needs a row of its own"
        if not row["words"]:
            assert row["definition"].startswith(CITED[name])


def test_the_common_words_are_for_kinds_of_statuses() -> None:
    assert {kind for row in rows("words") for kind in row["status"].split("|")} == {
        "moving",
        "unclear",
        "delivered",
        "returning",
    }


def test_words_never_make_a_delivery() -> None:
    for row in rows("words"):
        assert (row["milestone"] == "delivered") == (row["status"] == "delivered")
    assert not any(row["words"] and row["milestone"] == "delivered" for name in CITED for row in rows(name))


@pytest.mark.parametrize(
    ("name", "missing"),
    [
        ("easypost", set()),
        ("aftership", set()),
        ("seventeentrack", set()),
        ("shippo", {Milestone.CANCELLED}),
        ("ship24", {Milestone.DAMAGED}),
        # A postal feed has no code for what goes wrong on the way.
        ("emsevt", {Milestone.LABEL_CREATED, Milestone.DAMAGED, Milestone.LOST, Milestone.CANCELLED,
                    Milestone.UNKNOWN, Milestone.RETURN_STARTED}),
        ("x12", {Milestone.LOST}),
    ],
)  # fmt: skip
def test_every_milestone_of_a_carrier_can_come(name: str, missing: set[Milestone]) -> None:
    said = {Milestone(row["milestone"]) for row in (*rows(name), *rows("words"))}
    assert said == set(Milestone) - OF_THE_SHOP - missing


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("aftership",
         "Pending_001-6 InfoReceived_001 InTransit_001-9 OutForDelivery_001-4 AttemptFail_001-3 "
         "AvailableForPickup_001 Delivered_001-5 Exception_001-13 Exception_016-21 Expired_001"),
        ("seventeentrack",
         "NotFound_Other NotFound_InvalidCode InfoReceived InTransit_PickedUp InTransit_Other "
         "InTransit_Departure InTransit_Arrival InTransit_CustomsProcessing InTransit_CustomsReleased "
         "InTransit_CustomsRequiringInformation Expired_Other AvailableForPickup_Other OutForDelivery_Other "
         "DeliveryFailure_Other DeliveryFailure_NoBody DeliveryFailure_Security DeliveryFailure_Rejected "
         "DeliveryFailure_InvalidAddress Delivered_Other Exception_Other Exception_Returning "
         "Exception_Returned Exception_NoBody Exception_Security Exception_Damage Exception_Rejected "
         "Exception_Delayed Exception_Lost Exception_Destroyed Exception_Cancel"),
        ("shippo",
         "information_received address_issue contact_carrier delayed delivery_attempted delivery_rescheduled "
         "delivery_scheduled location_inaccessible notice_left out_for_delivery package_accepted "
         "package_arrived package_damaged package_departed package_forwarded package_held package_processed "
         "package_processing pickup_available reschedule_delivery delivered return_to_sender "
         "package_unclaimed package_undeliverable package_disposed package_lost other"),
    ],
)  # fmt: skip
def test_every_detail_that_a_provider_defines_is_in_its_table(name: str, codes: str) -> None:
    wanted = set()
    for code in codes.split():
        stem, dash, last = code.rpartition("-")
        if dash:
            status, first = stem.split("_")
            wanted |= {f"{status}_{number:03}" for number in range(int(first), int(last) + 1)}
        else:
            wanted.add(code)
    assert {row["detail"] for row in rows(name) if row["detail"]} == wanted


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ship24",
         "pending info_received in_transit out_for_delivery failed_attempt available_for_pickup delivered "
         "exception data_order_created data_order_cancelled data_delivery_proposed data_delivery_decided "
         "transit_handover transit_origin_country_departure destination_arrival customs_received "
         "customs_exception customs_rejected customs_cleared delivery_available_for_pickup "
         "delivery_out_for_delivery delivery_attempted delivery_exception delivery_refused "
         "delivery_delivered exception_return exception_lost exception_discarded"),
        ("emsevt",
         "EMA EMB EMC EMD EME EMF EMG EMH EMI EMJ EMK EDA EDB EDC EDD EDE EDF EDG EDH EDX EXA EXB EXC EXD "
         "EXX"),
    ],
)  # fmt: skip
def test_every_code_that_a_provider_defines_is_in_its_table(name: str, codes: str) -> None:
    assert {row["status"] for row in rows(name)} == set(codes.split())


@pytest.mark.parametrize(
    ("words", "milestone", "reason"),
    [
        ("Item is in transit", "in_transit", None),
        ("Inbound into customs", "customs_started", None),
        ("Colis en cours de dédouanement", "customs_started", None),
        ("Awaiting customs clearance", "customs_started", None),
        ("Not yet cleared customs", "customs_started", None),
        ("Customs clearance completed", "customs_cleared", None),
        ("Released by customs", "customs_cleared", None),
        ("Votre colis a été dédouané", "customs_cleared", None),
        ("Held by customs", "customs_held", "customs.no_reason_given"),
        ("Customs clearance delay", "customs_held", "customs.no_reason_given"),
        ("Held in customs for inspection", "customs_held", "customs.inspection"),
        ("Customs: documents missing", "customs_held", "customs.documents_missing"),
        ("Commercial invoice required", "customs_held", "customs.invoice_missing"),
        ("Import duties to be paid by the recipient", "customs_held", "customs.duties_due"),
        ("Awaiting payment of VAT", "customs_held", "customs.duties_due"),
        ("Payment of import duties received", "in_transit", None),
        (
            "Customs needs the recipient's passport: identification required",
            "customs_held",
            "customs.id_required",
        ),
        ("Export customs clearance completed", "in_transit", None),
        ("Departed outward office of exchange", "departed_origin", None),
        ("Arrived in destination country", "arrived_destination", None),
        ("Handed over to the local carrier", "handed_over", None),
        ("Arrived at delivery depot", "at_local_depot", None),
        ("Ready for collection", "ready_for_pickup", None),
        ("Ready for collection by the carrier", "in_transit", None),
        ("Recipient not available", "delivery_attempted", "delivery.recipient_absent"),
        ("Next delivery attempt tomorrow", "in_transit", None),
        ("Delayed by severe weather", "delayed", "transit.weather"),
        ("Parcel missorted", "delayed", "transit.misrouted"),
        ("Delivered? No: still on its way", "in_transit", None),
        ("Die Sendung liegt beim Zoll", "customs_started", None),
        ("Zollabfertigung abgeschlossen", "customs_cleared", None),
        ("Vom Zoll angehalten", "customs_held", "customs.no_reason_given"),
        ("Zoll: Handelsrechnung fehlt", "customs_held", "customs.invoice_missing"),
        ("Fehlende Unterlagen für die Verzollung", "customs_held", "customs.documents_missing"),
        ("Einfuhrabgaben sind vom Empfänger zu zahlen", "customs_held", "customs.duties_due"),
        ("Einfuhrabgaben bezahlt", "in_transit", None),
        ("Ausfuhr: Zollabfertigung abgeschlossen", "in_transit", None),
        ("Die Sendung wurde vom Absender in der Filiale eingeliefert", "carrier_received", None),
        ("Die Sendung ist im Zielland eingetroffen", "arrived_destination", None),
        ("Die Sendung ist in Zustellung", "out_for_delivery", None),
        ("In das Zustellfahrzeug geladen", "out_for_delivery", None),
        ("Die Sendung liegt in der Filiale zur Abholung bereit", "ready_for_pickup", None),
        ("Der Empfänger wurde nicht angetroffen", "delivery_attempted", "delivery.recipient_absent"),
        ("Annahme verweigert", "delivery_attempted", "delivery.refused"),
        ("Anschrift unvollständig", "exception", "delivery.address_incomplete"),
        ("Die Sendung ist auf dem Weg zur nächsten Zustellbasis", "in_transit", None),
        ("EN TRAMITE DE ADUANA", "customs_started", None),
        ("Despacho de aduanas finalizado", "customs_cleared", None),
        ("Retenido en aduana", "customs_held", "customs.no_reason_given"),
        ("Aduana: falta factura", "customs_held", "customs.invoice_missing"),
        ("Documentación pendiente en aduana", "customs_held", "customs.documents_missing"),
        ("Derechos de aduana por pagar", "customs_held", "customs.duties_due"),
        ("Derechos de aduana pagados", "in_transit", None),
        ("Aduana de exportación: liberado", "in_transit", None),
        ("Ha salido del país de origen", "departed_origin", None),
        ("En reparto", "out_for_delivery", None),
        ("En la unidad de reparto", "at_local_depot", None),
        ("Disponible para su recogida", "ready_for_pickup", None),
        ("Destinatario ausente", "delivery_attempted", "delivery.recipient_absent"),
        ("DIRECCION INCORRECTA", "exception", "delivery.address_wrong"),
        ("Entregado al operador local", "handed_over", None),
        ("En camino", "in_transit", None),
        ("", "in_transit", None),
    ],
)
@pytest.mark.parametrize(
    ("name", "status"),
    [
        ("easypost", "in_transit"),
        ("aftership", "InTransit"),
        ("seventeentrack", "InTransit"),
        ("shippo", "TRANSIT"),
        ("ship24", "in_transit"),
        ("x12", "X4"),
        ("emsevt", "EDD"),
    ],
)
def test_words_say_what_the_status_alone_cannot(
    name: str, status: str, words: str, milestone: str, reason: str | None
) -> None:
    meaning = TABLES[name].read(status, None, words)
    assert meaning.milestone.value == milestone
    assert (meaning.reason.value if meaning.reason else None) == reason


def test_words_never_contradict_a_precise_status() -> None:
    assert EASYPOST.read("delivered", None, "Held by customs").milestone is Milestone.DELIVERED
    assert (
        EASYPOST.read("out_for_delivery", None, "Released by customs").milestone is Milestone.OUT_FOR_DELIVERY
    )
    assert (
        AFTERSHIP.read("InTransit", "InTransit_005", "held by customs").milestone is Milestone.CUSTOMS_CLEARED
    )
    assert (
        AFTERSHIP.read("AttemptFail", "AttemptFail_003", "nobody was home").reason
        is Reason.DELIVERY_BUSINESS_CLOSED
    )


def test_words_make_a_reason_known_where_the_code_gives_none() -> None:
    assert (
        AFTERSHIP.read("Exception", "Exception_004", "Customs inspection").reason is Reason.CUSTOMS_INSPECTION
    )
    assert AFTERSHIP.read("Exception", "Exception_006", "VAT to be paid").reason is Reason.CUSTOMS_DUTIES_DUE
    assert AFTERSHIP.read("Exception", "Exception_006", "C.O.D.").reason is Reason.DELIVERY_PAYMENT_DUE


@pytest.mark.parametrize(
    ("words", "handed_to"),
    [
        ("Delivered to a neighbour", "neighbour"),
        ("Livré chez un voisin", "neighbour"),
        ("An einen Nachbarn übergeben", "neighbour"),
        ("Entregado a un vecino", "neighbour"),
        ("In der Packstation hinterlegt", "locker"),
        ("Livré en consigne", "locker"),
        ("Depositado en el buzón", "mailbox"),
        ("Im Briefkasten", "mailbox"),
        ("Am Ablageort hinterlegt", "safe_place"),
        ("Entregado en recepción", "reception"),
        ("Zugestellt", None),
        ("Entregado", None),
    ],
)
def test_words_say_to_whom_it_was_delivered(words: str, handed_to: str | None) -> None:
    meaning = TABLES["seventeentrack"].read("Delivered", "Delivered_Other", words)
    assert (meaning.milestone, meaning.handed_to) == (Milestone.DELIVERED, handed_to)


def test_words_give_an_attempt_the_reason_that_its_code_lacks() -> None:
    assert AFTERSHIP.read("AttemptFail", "AttemptFail_001", "Gate locked").reason is Reason.DELIVERY_NO_ACCESS
    attempt = TABLES["ship24"].read("delivery_attempted", None, "Recipient was absent")
    assert (attempt.milestone.value, attempt.reason) == (
        "delivery_attempted",
        Reason.DELIVERY_RECIPIENT_ABSENT,
    )
    # Words about something else do not turn an attempt into it.
    assert TABLES["emsevt"].read("EMH", None, "Held by customs").milestone is Milestone.DELIVERY_ATTEMPTED


@pytest.mark.parametrize(
    ("name", "status", "detail", "words", "milestone"),
    [
        (
            "seventeentrack",
            "InTransit",
            "InTransit_CustomsReleased",
            "Export clearance done",
            "in_transit",
        ),
        (
            "seventeentrack",
            "InTransit",
            "InTransit_CustomsReleased",
            "Released by customs",
            "customs_cleared",
        ),
        ("seventeentrack", "InTransit", "InTransit_CustomsProcessing", "出口海关", "in_transit"),
        ("ship24", "customs_cleared", None, "Export customs clearance completed", "in_transit"),
        ("ship24", "customs_received", None, "Presented to import customs", "customs_started"),
        ("emsevt", "EXC", None, "Item returned from customs", "in_transit"),
    ],
)
def test_customs_of_the_country_of_origin_clear_nothing(
    name: str, status: str, detail: str | None, words: str, milestone: str
) -> None:
    assert TABLES[name].read(status, detail, words).milestone.value == milestone


@pytest.mark.parametrize(
    ("status", "detail", "milestone", "reason"),
    [
        ("SD", "AO", "delayed", "transit.weather"),
        ("SD", "AS", "customs_held", "customs.documents_missing"),
        ("X4", "AI", "delayed", "transit.vehicle"),
        ("X4", "NS", "in_transit", None),
        ("K1", "NS", "customs_started", None),
        ("K1", "BC", "customs_held", "customs.documents_missing"),
        ("SD", "BC", "exception", None),
        ("PR", "AR", "customs_held", "customs.documents_missing"),
        ("AH", "AQ", "delivery_attempted", "delivery.recipient_absent"),
        ("AH", "A2", "delivery_attempted", "delivery.address_wrong"),
        ("AP", "B1", "delivery_attempted", "delivery.business_closed"),
        # Why it was late does not undo that it came.
        ("D1", "AO", "delivered", None),
        ("A7", "AO", "delivery_attempted", "delivery.refused"),
        ("CA", "AS", "cancelled", None),
    ],
)
def test_a_reason_of_freight_adds_to_a_status_that_leaves_room(
    status: str, detail: str, milestone: str, reason: str | None
) -> None:
    meaning = TABLES["x12"].read(status, detail, None)
    assert (meaning.milestone.value, meaning.reason and meaning.reason.value) == (milestone, reason)
    assert meaning.known


def test_what_says_nothing_without_a_status_is_unknown() -> None:
    for status in ("", ANY, "ZZ"):
        meaning = TABLES["x12"].read(status, "AS", None)
        assert (meaning.milestone, meaning.known) == (Milestone.UNKNOWN, False)
    assert not TABLES["x12"].knows("SD", "ZZ")
    assert TABLES["x12"].read("SD", "ZZ", None).milestone is Milestone.DELAYED


def test_an_unknown_code_is_unknown_and_an_unknown_detail_leaves_its_status() -> None:
    meaning = EASYPOST.read("teleported", "delivered", "Delivered to the customer")
    assert (meaning.milestone, meaning.known) == (Milestone.UNKNOWN, False)
    assert EASYPOST.read(None, None, None).milestone is Milestone.UNKNOWN
    vague = EASYPOST.read("in_transit", "hovering", None)
    assert (vague.milestone, vague.known) == (Milestone.IN_TRANSIT, False)
    assert EASYPOST.read("in_transit", "arrived_at_facility", None).known


def test_hostile_words_are_read_quickly() -> None:
    for words in (
        "customs " * 50_000,
        "duty " * 50_000,
        " " * 1_000_000,
        "a" * 1_000_000,
        "missing\n" * 50_000,
    ):
        EASYPOST.read("in_transit", None, words)
