"""A shopper on Telegram talks with the whole assistant: real processes, and Telegram's documented API."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from bot.words import words_for
from tests.assistant import Assistant, environment, start, wismo
from tests.bot.conftest import eventually
from tests.bot.messengers import TelegramShoppers
from tests.bot.telegram_api import LINK_SECRET, SECRET, TOKEN, message

pytestmark = [pytest.mark.server, pytest.mark.timeout(600)]

#: An order of the demo shop: out for delivery in Lyon.
ORDER, EMAIL = "10042", "camille@example.com"
TURN_SECONDS = 60.0


@dataclass
class Phone:
    """One shopper's Telegram."""

    assistant: Assistant
    shoppers: TelegramShoppers
    shopper: int
    language: str
    _number: int = 0

    def say(self, text: str) -> str:
        """Write, and wait for the answer."""
        update = message(self._next(), self.shopper, text)
        update["message"]["from"]["language_code"] = self.language
        return self._answer(lambda: self.shoppers.post(self.assistant.url, update))

    def tap(self, title: str) -> str:
        """Tap a button of the last message, and wait for the answer."""
        token = self.buttons[title]
        return self._answer(lambda: self.shoppers.tap(self.assistant.url, self.shopper, self._next(), token))

    @property
    def buttons(self) -> dict[str, str]:
        """Title → token."""
        return self.shoppers.buttons(self.shopper)

    def _next(self) -> int:
        self._number += 1
        return self.shopper * 1000 + self._number

    def _answer(self, deliver: Callable[[], int]) -> str:
        before = len(self.shoppers.texts(self.shopper))
        assert deliver() == 200
        eventually(lambda: len(self.shoppers.texts(self.shopper)) > before, TURN_SECONDS)
        return self.shoppers.texts(self.shopper)[-1]


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Assistant, TelegramShoppers]]:
    """The demo shop on Telegram."""
    shoppers = TelegramShoppers()
    with shoppers.playing():
        var = tmp_path_factory.mktemp("telegram")
        env = {
            **environment(var),
            "WISMO_TELEGRAM_TOKEN": TOKEN,
            "WISMO_TELEGRAM_SECRET": SECRET,
            "WISMO_TELEGRAM_API": shoppers.api.url,
            "WISMO_LINK_SECRET": LINK_SECRET,
        }
        loaded = wismo("demo", "load", env=env)
        assert loaded.returncode == 0, loaded.stderr
        with start(env, var / "up.log") as assistant:
            yield assistant, shoppers


def test_asks_identifies_gets_the_answer_and_taps(there: tuple[Assistant, TelegramShoppers]) -> None:
    phone = Phone(*there, 101, "en")
    words = words_for("en")
    assert phone.say("Where is my order?") == words.text("utter-ask-identify-form-order-number")
    assert phone.say(ORDER) == words.text("utter-ask-identify-form-proof")
    answer = phone.say(EMAIL)
    for fact in ("Chronopost", "Lyon", f"Order {ORDER}", "● Out for delivery", "○ Delivered"):
        assert fact in answer, answer
    assert answer.count("\n• ") == 3
    titles = set(phone.buttons)
    assert words.text("button-show-all") in titles
    everything = phone.tap(words.text("button-show-all"))
    assert everything.count("\n• ") > 3
    phone.say(f"and where is order {ORDER}?")
    first = next(title for title in phone.buttons if title != words.text("button-show-all"))
    assert phone.tap(first)


def test_a_link_from_the_shop_s_mail_needs_no_questions(there: tuple[Assistant, TelegramShoppers]) -> None:
    assistant, shoppers = there
    made = wismo("telegram", "link", ORDER, env=assistant.environment)
    assert made.returncode == 0, made.stderr
    link = re.fullmatch(r"https://t\.me/\w+\?start=([\w-]{1,64})\s*", made.stdout)
    assert link is not None
    answer = Phone(assistant, shoppers, 102, "de").say(f"/start {link[1]}")
    for fact in ("Chronopost", "Lyon", f"Bestellung {ORDER}"):
        assert fact in answer, answer
    # Passed on to somebody else, it opens nothing.
    other = Phone(assistant, shoppers, 103, "en").say(f"/start {link[1]}")
    assert other == words_for("en").text("channel-link-taken")


def test_what_is_written_decides_the_language_and_the_app_only_hints(
    there: tuple[Assistant, TelegramShoppers],
) -> None:
    french = Phone(*there, 104, "en").say("Bonjour, où est ma commande ?")
    assert french == words_for("fr").text("utter-ask-identify-form-order-number")
    spanish = Phone(*there, 105, "es").say(ORDER)
    assert spanish == words_for("es").text("utter-ask-identify-form-proof")


def test_a_slash_is_a_text(there: tuple[Assistant, TelegramShoppers]) -> None:
    answer = Phone(*there, 106, "en").say(f'/track_order{{"order_number": "{ORDER}", "parcel": 1}}')
    assert "Lyon" not in answer
