"""The messengers that the shop has set up: their receivers for the front door, their senders for the worker.

Each platform's library is loaded only where the shop uses it.
"""

from __future__ import annotations

from sqlalchemy.engine import Engine

from bot.channels.contract import Accept, FetchingChannel, PushingChannel
from bot.settings import BotSettings

#: Connections to a platform: the front door's, for "typing" and taps, and the worker's, one a send.
DOOR_CONNECTIONS = 16
SENDER_CONNECTIONS = 16
#: Channels on which each message costs the shop money: a turn is one message there.
ONE_MESSAGE = ("whatsapp",)


def receivers(engine: Engine, accept: Accept, settings: BotSettings) -> list[FetchingChannel]:
    """The receiving halves."""
    made: list[FetchingChannel] = []
    if settings.telegram is not None:
        from bot.channels.telegram import Telegram
        from bot.channels.telegram_api import open_bot

        bot = open_bot(settings.telegram, connections=DOOR_CONNECTIONS)
        made.append(
            Telegram(
                engine,
                accept,
                bot,
                settings.telegram,
                messages_a_minute=settings.messages_a_minute,
            )
        )
    if settings.whatsapp is not None:
        from bot.channels.whatsapp import WhatsApp

        made.append(WhatsApp(engine, accept, settings.whatsapp, messages_a_minute=settings.messages_a_minute))
    return made


def senders(engine: Engine, settings: BotSettings) -> list[PushingChannel]:
    """The sending halves; made on the event loop that uses them."""
    made: list[PushingChannel] = []
    if settings.telegram is not None:
        from bot.channels.telegram_api import TelegramSender, open_bot

        made.append(TelegramSender(open_bot(settings.telegram, connections=SENDER_CONNECTIONS)))
    if settings.whatsapp is not None:
        from bot.channels.whatsapp_sender import WhatsAppSender

        made.append(WhatsAppSender(engine, settings.whatsapp))
    return made
