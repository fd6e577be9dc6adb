"""References in sentences: what is found, what is left alone, where it stands."""

from __future__ import annotations

import re

import pytest

from tracking.numbers import Reference, could_be_postcode, find_references, order_key, tracking_key

SHOP = re.compile(r"\d{4,12}", re.IGNORECASE)
LHQ = re.compile(r"LHQ-\d{5}", re.IGNORECASE)


def found(text: str, pattern: re.Pattern[str] | None = SHOP) -> list[tuple[str, str]]:
    """Kind and value of every reference, in the order of the text."""
    references = sorted(find_references(text, pattern), key=lambda reference: reference.start)
    return [(reference.kind, reference.value) for reference in references]


def orders(*values: str) -> list[tuple[str, str]]:
    return [("order_number", value) for value in values]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        # The number in every dress.
        ("10042", ["10042"]),
        ("10042?", ["10042"]),
        ("is my order 10042 stuck in customs?", ["10042"]),
        ("#79859", ["79859"]),
        ("# 79859", ["79859"]),
        ("order#10042", ["10042"]),
        ("Order No.:10042.", ["10042"]),
        ("No 10042", ["10042"]),
        ("№ 10042", ["10042"]),
        ("n°10042", ["10042"]),
        ("order10042", ["10042"]),
        ("order number:#1001", ["1001"]),
        ("LHQ-80517", ["LHQ-80517"]),
        ("still waiting for lhq-80517", ["LHQ-80517"]),
        ("LHQ80517", ["LHQ80517"]),
        ("R123456789", ["R123456789"]),
        ("my order is Y8K2SX268", ["Y8K2SX268"]),
        ("commande w0012345", ["W0012345"]),
        ("407-1365559-6312038 never came", ["407-1365559-6312038"]),
        ("order id 407 1365559 6312038", ["407-1365559-6312038"]),
        ("１００４２", ["10042"]),
        ("１００-42", ["100-42"]),
        ("٧٩٨٥٩", ["79859"]),
        ("1️⃣0️⃣0️⃣4️⃣2️⃣", ["10042"]),
        ("1\u200b0\u200d0\u206042", ["10042"]),
        ("10\x00042", ["10042"]),
        ("\u202e10042\u202c", ["10042"]),
        # In groups.
        ("10 042", ["10042"]),
        ("1 0 0 4 2", ["10042"]),
        ("order 10 042 please", ["10042"]),
        ("order 1234 5678 please", ["12345678"]),
        ("orders 1234 5678 please", ["1234", "5678"]),
        ("pedido nº 10.042", ["10042"]),
        ("order 10042 2 weeks ago", ["10042"]),
        ("10042 20077", ["10042", "20077"]),
        # With words, in the languages of the shops.
        ("status of purchase 000207957 pls", ["000207957"]),
        ("cancel order 12", []),
        ("Ma commande n° 10042 n'est pas là", ["10042"]),
        ("commande numéro 10042", ["10042"]),
        ("numéro de commande : 10042", ["10042"]),
        ("réf. 10042", ["10042"]),
        ("n° de commande: FR-2024-00123", ["FR-2024-00123"]),
        ("Wo bleibt meine Bestellung Nr. 10042?", ["10042"]),
        ("meine Bestellnummer lautet 884213", ["884213"]),
        ("¿dónde está mi pedido 10042?", ["10042"]),
        ("il mio ordine 10042", ["10042"]),
        ("my puchase 10042 and ordre AB12CD34", ["10042", "AB12CD34"]),
        # Several.
        ("orders 10042, 10043 and 10044", ["10042", "10043", "10044"]),
        ("commandes 10042 et 10043", ["10042", "10043"]),
        ("orders #101, #102 & #103", ["101", "102", "103"]),
        ("order 10042/10043", ["10042", "10043"]),
        ("10042,10043", ["10042", "10043"]),
        # A year, a time, a round number: where words say so.
        ("order 2045", ["2045"]),
        ("where is 2045", ["2045"]),
        ("2045", ["2045"]),
        ("order 10000", ["10000"]),
        ("order 0612345678", ["0612345678"]),
        # Other numbers beside it.
        ("£45 for order 10042", ["10042"]),
        ("order 10042 €50", ["10042"]),
        ("order 10042, I'm at 0612345678", ["10042"]),
        ("10042-where is it", ["10042"]),
        ("the invoice for order 12345", ["12345"]),
    ],
)
def test_order_numbers(text: str, values: list[str]) -> None:
    assert found(text) == orders(*values)


@pytest.mark.parametrize(
    "text",
    [
        # Telephone numbers.
        "my phone number is 555-123-4567",
        "(555) 123-4567",
        "+33 6 12 34 56 78",
        "+14155550123",
        "appelez-moi au 06.12.34.56.78",
        "ring me on 07700 900123",
        "Meine Nummer ist 0171 1234567",
        "tel. 030/1234567",
        "mi móvil es 612 345 678",
        "mi teléfono es 612345678",
        "I called 1-800-463-3339 and 0800 123 4567",
        # Money.
        "$1200",
        "$ 1,200",
        "299 dollars",
        "a compensation of350 dollars",
        "1499 euros remboursés",
        "12,50 €",
        "1 299,00 €",
        "EUR 1.299,00",
        "total 59.99",
        "2000 pesos",
        # Dates and times.
        "on 12/11/2026",
        "2026-11-12",
        "am 12.11.2026",
        "12 novembre 2026",
        "Nov 12th, 2026",
        "el 3 de marzo de 2026",
        "since 2024",
        "18h30",
        "at 18:30",
        "6 pm",
        "alarm 0730",
        # Quantities and measures.
        "2 weeks",
        "3-5 days",
        "5000 followers",
        "5,000 people",
        "10 000 pas",
        "1500 Punkte nach 2000 Metern",
        "a 128GB phone, 1080p",
        "the 1000th time, 100%",
        "10000 reasons",
        "30x40",
        # Other things with a number.
        "invoice 12345",
        "bill #37777",
        "ma facture 12345",
        "Rechnungsnummer 5521",
        "Kundennummer 99887766",
        "account number 123456789",
        "ticket number 12345",
        "card ending in 4242",
        "my card 4111 1111 1111 1111",
        "IBAN FR76 3000 6000 0112 3456 7890 189",
        "PIN 1234",
        "room 1204",
        "flight 1234",
        "P.O. Box 4521",
        "4521 Oak Street",
        "covid-2019",
        "RTX4090",
        "error 50012, part number AB-12345",
        "it was about 5000",
        "192.168.1.20",
        # The web.
        "@115821 hello",
        "https://example.com/a1B2c3/12345",
        "john.smith1984@gmail",
        "#blackfriday2026",
        "bitte 3 Stück davon",
    ],
)
def test_numbers_that_refer_to_nothing(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value", "carriers"),
    [
        ("1Z5R89390357567127", "1Z5R89390357567127", ("ups",)),
        ("it's 1z 5r8 939 03 5756 7127", "1Z5R89390357567127", ("ups",)),
        ("rb 123 456 785 gb", "RB123456785GB", ("royal-mail",)),
        ("¿Dónde está mi paquete RR123456785ES?", "RR123456785ES", ("spain-correos-es",)),
        ("TBA502887274000", "TBA502887274000", ("amazon",)),
        ("colis 6A 12345678901", "6A12345678901", ("colissimo",)),
        ("00 81827 0998 0000 0200 33 350 276 C", "008182709980000020033350276C", ("dpd",)),
        ("9400 1112 0108 0805 4830 16", "9400111201080805483016", ("usps",)),
        ("my tracking is 9400 1112 0108 0805 4830 16", "9400111201080805483016", ("usps",)),
        ("Mein Paket 00340434161094015902 steckt fest", "00340434161094015902", ("usps", "dhl-germany")),
        ("FedEx tracking number 986578788855", "986578788855", ("fedex",)),
        ("FedEx 986578788855", "986578788855", ("fedex",)),
        ("AWB 3318810025", "3318810025", ("dhl",)),
        ("numéro de suivi 123456789", "123456789", ()),
        ("Sendungsnummer: H1234567890A", "H1234567890A", ()),
    ],
)
def test_tracking_numbers(text: str, value: str, carriers: tuple[str, ...]) -> None:
    (reference,) = find_references(text, SHOP)
    assert (reference.kind, reference.value, reference.candidates) == ("tracking_number", value, carriers)


@pytest.mark.parametrize(
    "text", ["1Z5R89390357567128", "tracking number 1Z5R89390357567128", "RB123456786GB", "RB123456785XX"]
)
def test_a_mistyped_tracking_number_is_nothing_else(text: str) -> None:
    assert found(text) == []


def test_digits_alone_are_an_order_number_first_and_name_every_carrier_they_fit() -> None:
    (reference,) = find_references("287809468872", SHOP)
    assert reference == Reference("order_number", "287809468872", 0, 12, ("fedex", "purolator"))


def test_digits_that_no_order_of_the_shop_has_name_all_candidates_as_a_tracking_number() -> None:
    (reference,) = find_references("9261292700768711948021", SHOP)
    assert reference.kind == "tracking_number"
    assert set(reference.candidates) == {"fedex", "usps"}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("jane@example.com", "jane@example.com"),
        ("Jane.Doe+shop@Example.CO.UK.", "jane.doe+shop@example.co.uk"),
        ("(jane@example.com), thanks", "jane@example.com"),
        ("<jane@example.com>", "jane@example.com"),
        ("mailto:jane@example.com!", "jane@example.com"),
        ("mail:jane1984@example.com?", "jane1984@example.com"),
        ("jane (at) example (dot) com", "jane@example.com"),
        ("jane[at]example.com", "jane@example.com"),
        ("it's jane@example. com", "jane@example.com"),
        ("jürgen@müller.example", "jürgen@müller.example"),
        ("ｊａｎｅ＠example.com", "jane@example.com"),
        ("jane@exa\u200bmple.com", "jane@example.com"),
    ],
)
def test_emails(text: str, value: str) -> None:
    assert found(text) == [("email", value)]


@pytest.mark.parametrize(
    "text",
    ["jane@example", "@example.com", "jane@", "look at example.com", "a@b..com", "jane at example dot com"],
)
def test_no_emails(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("SW1A 1AA", "SW1A 1AA"),
        ("my postcode is sw1a1aa", "SW1A 1AA"),
        ("10 Downing St, London SW1A 2AA", "SW1A 2AA"),
        ("k1a 0b1", "K1A 0B1"),
        ("1012 AB", "1012 AB"),
        ("postcode 1012ab", "1012 AB"),
        ("eircode D02 X285", "D02 X285"),
        ("code postal : 75011", "75011"),
        ("mon code postal c'est 75 011", "75011"),
        ("75011 is my postcode", "75011"),
        ("PLZ 10115", "10115"),
        ("meine Postleitzahl ist 1010", "1010"),
        ("código postal 28013", "28013"),
        ("zip code: 90210-1234", "90210-1234"),
        ("ZIP 94103", "94103"),
        ("12 rue des Lilas, 75011 Paris", "75011"),
        ("Hauptstraße 5, 10115 Berlin", "10115"),
        ("Springfield, IL 62701", "62701"),
    ],
)
def test_postcodes(text: str, value: str) -> None:
    assert found(text) == [("postcode", value)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("75011", "75011"),
        (" 75011. ", "75011"),
        ("F-75011", "75011"),
        ("sw1a1aa", "SW1A 1AA"),
        ("m1 1ae", "M1 1AE"),
        ("k1a0b1", "K1A 0B1"),
        ("1012ab", "1012 AB"),
        ("90210-1234", "90210-1234"),
        ("1010", "1010"),
        ("113 30", "113 30"),
        ("00-950", "00-950"),
        ("1000-205", "1000-205"),
        ("100-0001", "100-0001"),
        ("７５０１１", "75011"),
        ("10042 please", None),
        ("QQ1 1AA", None),
        ("123", None),
        ("123456", None),
        ("jane@example.com", None),
        ("", None),
    ],
)
def test_could_be_postcode(text: str, value: str | None) -> None:
    assert could_be_postcode(text) == value


def test_everything_in_one_message() -> None:
    text = "Order #10042, tracking RB123456785GB, jane@example.com, postcode SW1A 1AA, call 0612345678"
    references = find_references(text, SHOP)
    assert [(r.kind, text[r.start : r.end]) for r in references] == [
        ("order_number", "#10042"),
        ("tracking_number", "RB123456785GB"),
        ("email", "jane@example.com"),
        ("postcode", "SW1A 1AA"),
    ]


def test_order_numbers_are_listed_first() -> None:
    kinds = [reference.kind for reference in find_references("RB123456785GB SW1A 1AA a@b.co 10042", SHOP)]
    assert kinds == ["order_number", "tracking_number", "email", "postcode"]


class TestTheShopsOwnPattern:
    """What a shop configures as `WISMO_ORDER_PATTERN`."""

    @pytest.mark.parametrize("text", ["lhq-80517", "is LHQ-80517 on its way?", "(LHQ-80517)", "#LHQ-80517"])
    def test_is_found_anywhere(self, text: str) -> None:
        assert found(text, LHQ) == orders("LHQ-80517")

    def test_excludes_bare_digits(self) -> None:
        assert found("10042", LHQ) == []

    @pytest.mark.parametrize("text", ["order 10042", "#10042", "commande n° 10042"])
    def test_excludes_nothing_that_words_call_an_order(self, text: str) -> None:
        assert found(text, LHQ) == orders("10042")

    @pytest.mark.parametrize(
        "pattern", [r"^\d{3}-\d\d$", r"\A\d{3}-\d\d\Z", r"(?i)\d{3}-\d\d", r"\b\d{3}-\d\d\b"]
    )
    def test_may_have_anchors(self, pattern: str) -> None:
        assert found("where is 100-42 please", re.compile(pattern)) == orders("100-42")

    def test_may_demand_the_hash(self) -> None:
        assert found("#1001 or 1001", re.compile(r"#\d{4}")) == orders("1001", "1001")

    def test_may_be_of_a_tracking_numbers_shape(self) -> None:
        pattern = re.compile(r"[A-Z]{2}\d{9}[A-Z]{2}")
        assert find_references("RB123456785GB", pattern) == [
            Reference("order_number", "RB123456785GB", 0, 13, ("royal-mail",))
        ]

    def test_does_not_match_within_a_longer_number(self) -> None:
        assert found("12-100-42-7", re.compile(r"\d{3}-\d{2}")) == []

    def test_is_four_to_twelve_digits_when_there_is_none(self) -> None:
        assert found("10042 and 123", None) == orders("10042")


def test_keys() -> None:
    assert order_key("#lhq 80517") == order_key("LHQ-80517") == "LHQ80517"
    assert order_key("１００４２") == "10042"
    assert tracking_key("1z 5r8-939") == "1Z5R8939"


def test_a_span_holds_what_is_invisible_within_it() -> None:
    text = "order 1\u200b0\u200b042!"
    (reference,) = find_references(text, SHOP)
    assert text[reference.start : reference.end] == "1\u200b0\u200b042"
