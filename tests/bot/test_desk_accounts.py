"""Signing in to the desk, over real HTTP."""

from __future__ import annotations

from tests.bot.conftest import Door
from tests.bot.desk_team import at_desk


def test_an_agent_signs_in_and_sees_the_queue(door: Door) -> None:
    ana = at_desk(door)
    page = ana.get("/desk")
    assert page.status_code == 200
    assert "Nothing is open" in page.text
