"""Shoppers on the website channel, over real sockets: what they send, and how long they wait."""

from __future__ import annotations

import queue
import random
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import httpx
import socketio

#: Sentences of a shopper who has said which order it is. Written for this benchmark, none is training data;
#: {n} makes most of them new to every cache, as real ones are.
FOLLOW_UPS = (
    "ok and on which day do i get it, the {n}th?",
    "so where is it right now, i have been waiting {n} days",
    "quand est-ce que ça arrive enfin, ça fait {n} jours",
    "why has it not moved for {n} days",
    "hmm {n} days of nothing, is my parcel still stuck somewhere",
    "je n'ai toujours rien reçu au bout de {n} jours",
    "is customs the reason it takes {n} days",
    "thanks a lot",
    "et pourquoi donc",
    "will it be here before the weekend",
)


@dataclass
class Waits:
    """Seconds between sending and the acknowledgement, and between sending and the first reply."""

    acknowledged: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    seconds: float = 0.0
    refused: int = 0

    @property
    def turns_per_second(self) -> float:
        """Turns answered, over the time of the whole run."""
        return len(self.answered) / self.seconds if self.seconds else 0.0


def percentile(values: list[float], share: float) -> float:
    """The value below which `share` of `values` lie; NaN for none."""
    if not values:
        return float("nan")
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def sentences(number: str, email: str, seed: int) -> Iterator[str]:
    """What one shopper says: the order first, then follow-ups without end."""
    chance = random.Random(seed)
    yield f"hi, where is my order {number}? my email is {email}"
    while True:
        yield chance.choice(FOLLOW_UPS).format(n=chance.randint(2, 40))


def shopper(url: str, script: Iterator[str], until: float, waits: Waits) -> None:
    """Ask, wait for the reply, ask again, until the clock says `until`."""
    token = httpx.post(f"{url}/chat/session", json={"token": None}, timeout=30).json()["token"]
    replies: queue.Queue[float] = queue.Queue()

    def heard(item: dict[str, Any]) -> None:
        if item["author"] == "bot":
            replies.put(time.perf_counter())

    socket = socketio.Client(reconnection=False)
    socket.on("reply", heard)
    socket.connect(url, socketio_path="/chat/socket.io", transports=["websocket"], auth={"token": token})
    try:
        while time.perf_counter() < until:
            while not replies.empty():
                replies.get()
            sent = time.perf_counter()
            answer = socket.call("message", {"id": str(uuid.uuid4()), "text": next(script)}, timeout=60)
            if not answer.get("ok"):
                waits.refused += 1
                time.sleep(0.5)
                continue
            waits.acknowledged.append(time.perf_counter() - sent)
            waits.answered.append(replies.get(timeout=60) - sent)
    finally:
        socket.disconnect()


def run(url: str, orders: list[tuple[str, str]], conversations: int, seconds: float) -> Waits:
    """`conversations` shoppers side by side for `seconds`, each with an order of its own."""
    waits, started = Waits(), time.perf_counter()
    with ThreadPoolExecutor(conversations) as pool:
        talks = [
            pool.submit(
                shopper, url, sentences(*orders[index % len(orders)], seed=index), started + seconds, waits
            )
            for index in range(conversations)
        ]
        for talk in talks:
            talk.result()
    waits.seconds = time.perf_counter() - started
    return waits
