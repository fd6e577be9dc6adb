"""Which language is spoken, and when a conversation changes it."""

from __future__ import annotations

import pytest
from rasa.shared.nlu.training_data.message import Message

from bot.nlu.language import Identifier, LanguageIdentifier
from tests.nlu.corpus import REQUIRED_LANGUAGES, held_out


@pytest.fixture(scope="module")
def identifier() -> Identifier:
    return Identifier(("en", "fr", "es", "de"))


@pytest.mark.parametrize(
    ("sent", "language"),
    [
        ("where is my order", "en"),
        ("où est ma commande", "fr"),
        ("ou est mon colis svp", "fr"),
        ("c ou mn coli svp ??", "fr"),
        ("stil waitng for my stuff its been 2 weeks", "en"),
        ("mon tracking dit delivered", "fr"),
        ("the colissimo tracking says livré", "en"),
        ("bonjour", "fr"),
        ("hello", "en"),
        ("je veux un refund", "fr"),
        ("dónde está mi pedido", "es"),
        ("donde esta mi pedido porfa", "es"),
        ("hola q pasa con mi paqete q no llega", "es"),
        ("el tracking dice delivered pero no me ha llegado", "es"),
        ("wo ist meine bestellung", "de"),
        ("wo bleibt des packerl", "de"),
        ("hab immer noch nix bekommen!!", "de"),
        ("das dhl tracking sagt delivered aber nichts da", "de"),
        ("no parcel yet and no email", "en"),
        ("was it delivered to the neighbour", "en"),
        ("hola", "es"),
        ("hallo", "de"),
    ],
)
def test_a_first_message_tells_its_language(identifier: Identifier, sent: str, language: str) -> None:
    assert identifier.identify(sent, None)[0] == language


@pytest.mark.parametrize(
    "sent", ["", "ok", "ordernumber", "emailaddress", "👍", "???", "merci", "dhl express", "no", "es", "in"]
)
@pytest.mark.parametrize("sticky", ["en", "fr", "es", "de"])
def test_a_short_message_keeps_the_language(identifier: Identifier, sent: str, sticky: str) -> None:
    assert identifier.identify(sent, sticky)[0] == sticky


@pytest.mark.parametrize("sent", ["asdkj qpwoei zmxn", "Rosalinda Montecarlo Villanueva"])
@pytest.mark.parametrize("sticky", ["en", "de"])
def test_gibberish_and_names_are_no_language(identifier: Identifier, sent: str, sticky: str) -> None:
    assert identifier.identify(sent, sticky)[0] == sticky


def test_a_clear_other_language_switches(identifier: Identifier) -> None:
    assert identifier.identify("pouvez-vous me dire où se trouve mon colis", "en")[0] == "fr"
    assert identifier.identify("please tell me where my parcel is", "fr")[0] == "en"
    assert identifier.identify("¿me puede decir dónde está mi paquete?", "de")[0] == "es"
    assert identifier.identify("können Sie mir sagen, wo mein Paket ist", "es")[0] == "de"


def test_what_says_nothing_gets_the_first_configured_language() -> None:
    assert Identifier(("fr", "en")).identify("emailaddress", None)[0] == "fr"
    assert Identifier(("en", "fr")).identify("emailaddress", None)[0] == "en"


def test_an_unknown_sticky_language_counts_for_nothing(identifier: Identifier) -> None:
    assert identifier.identify("où est mon colis", "xx")[0] == "fr"


def test_one_language_needs_no_telling_apart() -> None:
    assert Identifier(("fr",)).identify("where is my order", None) == ("fr", 1.0)


def test_confidences_sum_to_one(identifier: Identifier) -> None:
    assert sum(identifier.confidences(["hello", "colis"]).values()) == pytest.approx(1)


def test_held_out_sentences_of_some_length(identifier: Identifier) -> None:
    ours = [one for one in held_out() if one.language in REQUIRED_LANGUAGES]
    long = [one for one in ours if len(one.text.split()) >= 4]
    wrong = [one for one in long if identifier.identify(one.text.lower(), None)[0] != one.language]
    assert len(wrong) / len(long) <= 0.02, wrong


def test_the_component_reads_the_sticky_language_and_hands_on_its_own(identifier: Identifier) -> None:
    component = LanguageIdentifier(identifier)
    short = Message(data={"text": "ok", "metadata": {"language": "fr"}})
    bare = Message(data={"text": "where is my order"})
    component.process([short, bare])
    assert short.as_dict(only_output_properties=True)["language"]["code"] == "fr"
    language = bare.as_dict(only_output_properties=True)["language"]
    assert language["code"] == "en"
    assert 0.5 < language["confidence"] <= 1
