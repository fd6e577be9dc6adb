"""`wismo policy`, as it is typed; and that nothing starts with a policy that cannot be used."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime, timezone
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from bot import settings as module
from bot.commands.policy import policy, told
from bot.settings import BotSettings
from tracking.errors import ConfigurationError
from tracking.policy import DEFAULT, read_policy
from tracking.settings import Settings

SUNDAY = datetime(2026, 11, 22, 10, 0, tzinfo=timezone.utc)
BAD = (
    'shop: {name: Acme, zone: UTC}\nhours: {monday: ["18:00-09:00"]}\nlinks: {returns: http://acme.example}\n'
)


def written(folder: Path, text: str) -> Path:
    """A policy of this text."""
    path = folder / "policy.yml"
    path.write_text(text, "utf-8")
    return path


def lines(path: Path, now: datetime = SUNDAY) -> list[str]:
    """What is told of a policy."""
    return [line.strip() for line in told(read_policy(path), now)]


def run(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The command in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", *arguments],
        env={**os.environ, **variables},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_the_demo_shops_policy_in_words() -> None:
    said = lines(DEFAULT)
    assert "Shop: Maison Lumen, on the clock of Europe/Paris" in said
    assert "Languages: en, fr (vous), es (tú), de (du); en when nothing better is known" in said
    assert "Friday     09:00-12:30, 13:30-17:00" in said
    assert "Sunday     closed" in said
    assert "closed on the public holidays of FR" in said
    assert "closed too: 2026-12-24, 2026-12-26 to 2027-01-02" in said
    assert "closed right now, open on Monday 23 November 2026 at 09:00" in said
    assert "an answer within 4 h of opening time: asked now, by Monday 23 November 2026 at 14:00" in said
    assert "address: possible before the parcel is at carrier_received" in said
    assert "cancel: possible before the parcel is at packed; shoppers can do it themselves on a page" in said
    assert "delivery: page in every language; sentence in every language" in said
    assert "damaged: not given: a colleague answers" in said
    assert "returns: possible within 30 days of delivery" in said


def test_what_is_left_out_is_said(tmp_path: Path) -> None:
    said = lines(written(tmp_path, "shop: {name: Acme, zone: UTC, languages: [de, fr]}\ntone: {de: Sie}\n"))
    assert "Languages: de (Sie), fr (vous); de when nothing better is known" in said
    assert "Hours: not given, so nothing is said about when somebody answers" in said
    assert "address: never possible" in said
    assert "returns: for how long is not told" in said
    assert "returns: not given: a colleague answers" in said


def test_pages_and_sentences_that_lack_a_language_are_said(tmp_path: Path) -> None:
    said = lines(
        written(
            tmp_path,
            "shop: {name: Acme, zone: UTC, languages: [de, fr, es]}\n"
            "links: {returns: {de: https://a.example/de, fr: https://a.example/fr},"
            " refund: {es: https://a.example/es}}\n"
            "answers: {refund: {fr: Sous 14 jours.}}\n",
        )
    )
    assert "returns: page in every language; es get the one in de" in said
    assert "refund: page in es, missing in de, fr; sentence in fr, missing in de, es" in said


def test_an_open_team_without_a_promise(tmp_path: Path) -> None:
    path = written(tmp_path, "shop: {name: Acme, zone: UTC}\nhours: {sunday: 09:00-24:00}\n")
    said = lines(path)
    assert "Sunday     09:00-24:00" in said
    assert "open right now" in said
    assert "no time is promised for an answer" in said


def test_a_policy_is_checked_as_it_is_typed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("WISMO_POLICY", "WISMO_SHOP_NAME", "WISMO_SHOP_ZONE", "WISMO_LANGUAGES"):
        monkeypatch.delenv(name, raising=False)
    app = typer.Typer()
    app.command()(policy)
    result = CliRunner().invoke(app, [])
    assert (result.exit_code, "It is the demo shop's: copy it" in result.stdout) == (0, True)
    path = written(tmp_path, "shop: {name: Acme, zone: UTC}\n")
    result = CliRunner().invoke(app, [str(path)])
    assert result.stdout.startswith(f"{path} can be used.\n\nShop: Acme, on the clock of UTC\n")
    monkeypatch.setenv("WISMO_POLICY", str(path))
    monkeypatch.setenv("WISMO_SHOP_NAME", "Bcme")
    result = CliRunner().invoke(app, [])
    assert result.stdout.startswith(f"{path} can be used.\nWISMO_SHOP_NAME is set and wins over the file.\n")
    assert "Shop: Bcme" in result.stdout


@pytest.mark.parametrize(
    "command",
    [("policy",), ("up",), ("serve", "web"), ("serve", "worker"), ("serve", "actions")],
    ids=" ".join,
)
def test_nothing_starts_with_a_policy_that_cannot_be_used(tmp_path: Path, command: tuple[str, ...]) -> None:
    path = written(tmp_path, BAD)
    ended = run(*command, WISMO_POLICY=str(path), WISMO_VAR=str(tmp_path / "var"))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"wismo: {path}: 2 things to mend:\n"
        "  hours.monday[0]: “18:00-09:00” does not end after it starts; "
        "if it goes past midnight, write 18:00-24:00 here and 00:00-09:00 on the next day\n"
        "  links.returns: “http://acme.example” is not an address that starts with https://\n"
    )


def test_a_policy_that_is_not_there_is_said(tmp_path: Path) -> None:
    ended = run("policy", str(tmp_path / "nowhere.yml"))
    assert ended.returncode == 2
    assert ended.stderr.startswith(f"wismo: {tmp_path / 'nowhere.yml'}: No such file or directory")


def test_production_wants_a_policy_of_the_shops_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        module, "store_settings", lambda: Settings.from_environment({"WISMO_PEPPER": "0" * 64})
    )
    given = {
        "WISMO_PROFILE": "production",
        "WISMO_SESSION_SECRET": "1" * 64,
        "WISMO_RELAY_SECRET": "2" * 64,
    }
    with pytest.raises(ConfigurationError, match="WISMO_POLICY: not set; production needs the shop's own"):
        BotSettings.from_environment(given)
    assert BotSettings.from_environment({**given, "WISMO_POLICY": "/shop.yml"}).profile == "production"
