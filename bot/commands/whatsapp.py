"""`wismo whatsapp`: is the shop's number well connected?"""

from __future__ import annotations

import typer

from tracking.errors import ConfigurationError

#: Of a check that found something wrong.
EXIT_NOT_WELL = 1


def check() -> None:
    """Ask WhatsApp about token, number, subscription, webhook and template, and say what is wrong."""
    from datetime import datetime, timezone

    import httpx

    from bot.channels.whatsapp_check import SECONDS, Check
    from bot.settings import settings

    found = settings().whatsapp
    if found is None:
        raise ConfigurationError(
            "WISMO_WHATSAPP_TOKEN: not set; docs/whatsapp.md says how to connect a number"
        )
    ill = 0
    with httpx.Client(timeout=SECONDS, follow_redirects=False) as client:
        for finding in Check(found, client).findings(datetime.now(timezone.utc)):
            typer.echo(f"{'ok' if finding.well else '!!'}  {finding.text}")
            ill += not finding.well
    if ill:
        typer.echo(f"wismo: {ill} to mend", err=True)
        raise typer.Exit(EXIT_NOT_WELL)
