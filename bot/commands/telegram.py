"""`wismo telegram`: connect the shop's bot, look whether it is connected, make links for orders."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Annotated, TypeVar
from urllib.parse import urlsplit

import typer

from tracking.errors import ConfigurationError, WismoError

if TYPE_CHECKING:
    from telegram import Bot, WebhookInfo

    from bot.settings import TelegramSettings

T = TypeVar("T")
#: Of a check that found something wrong.
EXIT_NOT_WELL = 1
#: An error of the webhook that is older than this is history.
RECENT = timedelta(hours=1)
#: Connections on which Telegram may deliver side by side.
MAX_CONNECTIONS = 40


class TelegramProblemError(WismoError):
    """Telegram did not do what was asked; the text says why."""


def set_webhook(
    url: Annotated[str, typer.Argument(help="The assistant's public address: https://chat.shop.example")],
) -> None:
    """Tell Telegram where to deliver, with the secret that proves it is Telegram. Safe to repeat."""
    from bot.channels.telegram import PATH
    from bot.channels.telegram_updates import ALLOWED_UPDATES

    parts = urlsplit(url)
    if parts.scheme != "https" or not parts.hostname or parts.query or parts.fragment:
        raise TelegramProblemError("Telegram delivers to public https:// addresses; give the assistant's")
    address = f"https://{parts.netloc}{parts.path.rstrip('/').removesuffix(PATH)}{PATH}"
    settings = _settings()

    async def work(bot: Bot) -> str | None:
        await bot.set_webhook(
            address,
            secret_token=settings.secret,
            allowed_updates=list(ALLOWED_UPDATES),
            max_connections=MAX_CONNECTIONS,
        )
        return (await bot.get_me()).username

    name = _asked(settings, work)
    typer.echo(f"Telegram delivers what is written to @{name} to {address}")


def link(
    order: Annotated[str, typer.Argument(help="The order's number.")],
    days: Annotated[int, typer.Option(help="How long the link holds.", min=1, max=365)] = 30,
) -> None:
    """Print a link for the e-mails to an order's buyer: it opens the chat, with the order already known."""
    from sqlalchemy import select

    from bot.channels import links
    from tracking.db import begin_read, default_engine
    from tracking.model import orders
    from tracking.numbers import order_key

    settings = _settings()
    with begin_read(default_engine()) as connection:
        known = connection.execute(
            select(orders.c.number).where(orders.c.number_key == order_key(order))
        ).scalar_one_or_none()
    if known is None:
        raise TelegramProblemError("no order of this number is in the store; import it first")
    signed = links.sign(known, settings.link_secret, datetime.now(timezone.utc) + timedelta(days=days))

    async def work(bot: Bot) -> str | None:
        return (await bot.get_me()).username

    typer.echo(f"https://t.me/{_asked(settings, work)}?start={signed}")


def check() -> None:
    """Ask Telegram whether the bot is known and its updates reach us; exits with 1 if not."""
    settings = _settings()

    async def work(bot: Bot) -> tuple[str | None, WebhookInfo]:
        return (await bot.get_me()).username, await bot.get_webhook_info()

    name, found = _asked(settings, work)
    typer.echo(f"bot: @{name}")
    typer.echo(f"delivers to: {found.url or 'nowhere; run `wismo telegram set-webhook URL`'}")
    typer.echo(f"waiting to be delivered: {found.pending_update_count}")
    problems = list(_problems(found))
    for problem in problems:
        typer.echo(f"problem: {problem}")
    if problems:
        raise typer.Exit(EXIT_NOT_WELL)
    typer.echo("all is well")


def _problems(found: WebhookInfo) -> list[str]:
    """What keeps updates from reaching us."""
    from bot.channels.telegram import PATH
    from bot.channels.telegram_updates import ALLOWED_UPDATES

    if not found.url:
        return ["no webhook is set"]
    problems = []
    if urlsplit(found.url).path.removesuffix(PATH) == urlsplit(found.url).path:
        problems.append(f"the webhook does not end in {PATH}: it is not ours")
    if missing := set(ALLOWED_UPDATES) - set(found.allowed_updates or ALLOWED_UPDATES):
        problems.append(f"not delivered: {', '.join(sorted(missing))}")
    failed = found.last_error_date
    if failed is not None and datetime.now(timezone.utc) - failed < RECENT:
        problems.append(f"the last delivery failed at {failed:%H:%M} UTC: {found.last_error_message}")
    return problems


def _settings() -> TelegramSettings:
    from bot.settings import settings

    found = settings().telegram
    if found is None:
        raise ConfigurationError("WISMO_TELEGRAM_TOKEN: not set; BotFather gives one, see docs/telegram.md")
    return found


def _asked(settings: TelegramSettings, work: Callable[[Bot], Awaitable[T]]) -> T:
    """What Telegram answers.

    Raises:
        TelegramProblemError: it does not answer, or refuses.
    """
    from telegram.error import InvalidToken, TelegramError

    from bot.channels.telegram_api import open_bot

    async def run() -> T:
        bot = open_bot(settings, connections=1)
        try:
            return await work(bot)
        finally:
            await bot.request.shutdown()

    try:
        return asyncio.run(run())
    except InvalidToken:
        raise TelegramProblemError("Telegram does not know this token; look it up at BotFather") from None
    except TelegramError as error:
        raise TelegramProblemError(f"Telegram: {error}") from None
