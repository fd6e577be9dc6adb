"""The `wismo` command. Each subcommand lives in `bot.commands`; heavy imports wait until it runs."""

from __future__ import annotations

import sys

import typer

from bot.commands import (
    ask,
    demo,
    desk,
    explain,
    ingest,
    language,
    nlu,
    notices,
    policy,
    poll,
    run,
    telegram,
    unmapped,
    whatsapp,
)
from tracking.errors import WismoError

#: Of a command that was given something it cannot use.
EXIT_BAD_INPUT = 2

app = typer.Typer(
    help="The assistant that answers “where is my order?” from the parcel's own events.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command()(run.up)
app.command()(ask.ask)
app.command()(explain.explain)
app.command()(ingest.ingest)
app.command()(ingest.replay)
app.command()(unmapped.unmapped)
app.command()(notices.notices)
app.command()(policy.policy)
app.command()(poll.poll)
app.command()(nlu.train)

shop = typer.Typer(help="The demo shop: load its parcels and run everything, or one step of it.")
shop.callback(invoke_without_command=True)(demo.demo)
for step in (demo.load, demo.write, demo.orders):
    shop.command()(step)
app.add_typer(shop, name="demo")

orders = typer.Typer(help="The shop's orders.", no_args_is_help=True)
orders.command("import")(ingest.import_orders)
app.add_typer(orders, name="orders")

languages = typer.Typer(help="The languages that the assistant speaks.", no_args_is_help=True)
for about_language in (language.add, language.missing):
    languages.command()(about_language)
app.add_typer(languages, name="language")

evaluate = typer.Typer(help="How well the assistant understands.", no_args_is_help=True)
evaluate.command("nlu")(nlu.evaluate)
# A group of one command would otherwise swallow its name.
evaluate.callback()(lambda: None)
app.add_typer(evaluate, name="evaluate")

on_telegram = typer.Typer(help="The shop's bot on Telegram.", no_args_is_help=True)
for about_telegram in (telegram.set_webhook, telegram.link, telegram.check):
    on_telegram.command()(about_telegram)
app.add_typer(on_telegram, name="telegram")

on_whatsapp = typer.Typer(help="The shop's number on WhatsApp.", no_args_is_help=True)
on_whatsapp.command()(whatsapp.check)
on_whatsapp.callback()(lambda: None)
app.add_typer(on_whatsapp, name="whatsapp")

at_desk = typer.Typer(help="Who of the team may sign in to the support desk.", no_args_is_help=True)
for about_desk in (
    desk.add_user,
    desk.users,
    desk.set_password,
    desk.set_role,
    desk.disable_user,
    desk.enable_user,
    desk.log,
):
    at_desk.command()(about_desk)
app.add_typer(at_desk, name="desk")

serve = typer.Typer(help="One process alone, for shops on several machines.", no_args_is_help=True)
for part in (run.web, run.worker, run.rasa, run.actions):
    serve.command()(part)
app.add_typer(serve, name="serve")


def main() -> None:
    """Run the command; bad input is said in one line, without a traceback."""
    try:
        app()
    except WismoError as error:
        typer.echo(f"wismo: {error}", err=True)
        sys.exit(EXIT_BAD_INPUT)


if __name__ == "__main__":
    main()
