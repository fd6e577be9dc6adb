"""What is done to the replies of a turn before they are kept."""

from __future__ import annotations

from collections.abc import Sequence

from tracking.outbox import Button, Reply


def one(replies: Sequence[Reply]) -> list[Reply]:
    """The replies to one turn as a single one: each message costs the shop money and rings once.

    A button that several offer stands once; one card is drawn, the last.
    """
    if len(replies) < 2:
        return list(replies)
    buttons: dict[str, Button] = {}
    for reply in replies:
        for button in reply.buttons:
            buttons.setdefault(button.title, button)
    cards = [reply.card for reply in replies if reply.card]
    text = "\n\n".join(dict.fromkeys(reply.text for reply in replies if reply.text))
    return [Reply(text, tuple(buttons.values()), cards[-1] if cards else None)]
