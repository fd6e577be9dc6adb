"""Signals between processes: "something new in the inbox", "something new in the outbox of …".

They only make things quick. They may be lost, doubled or late; the tables are the truth and everybody also
looks there once a second. On one machine they are Unix datagrams between sockets under `var/run`; with
`WISMO_REDIS_URL` they are Redis messages and reach other machines too.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import os
import socket
import time
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

import redis
import redis.asyncio

logger = logging.getLogger(__name__)

#: Who waits for work waits at most so long for a signal, then looks at the tables.
POLL_SECONDS = 1.0
#: A message came in: the workers listen.
INBOX = "inbox"
#: A reply is there; the body is the conversation id. The front door listens.
OUTBOX = "outbox"

MAX_BODY = 512
#: How long a list of listeners is believed; a new process is heard of after that.
LISTING_SECONDS = 0.5
RECONNECT_SECONDS = 1.0

Heard = Callable[[str], None]


class Signals(Protocol):
    """How processes wake each other. Used on one event loop."""

    def send(self, topic: str, body: str = "") -> None:
        """Wake whoever listens to `topic`; never waits, never fails."""

    async def listen(self, topic: str, heard: Heard) -> None:
        """From now on call `heard(body)` on the loop for each signal of `topic`."""

    async def close(self) -> None:
        """Stop listening."""


def open_signals(var: Path, redis_url: str) -> Signals:
    """Signals over Redis when a URL is given, else over Unix sockets under `var/run`."""
    return RedisSignals(redis_url) if redis_url else UnixSignals(var / "run")


@contextlib.contextmanager
def _short_path(directory: Path) -> Iterator[str]:
    """A name for `directory` that fits into a socket address (108 bytes), however deep it lies."""
    descriptor = os.open(directory, os.O_RDONLY | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{descriptor}"
    finally:
        os.close(descriptor)


class UnixSignals:
    """Datagrams to every socket `<topic>.<id>.sock` in a directory that only this user may enter."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        directory.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._sender = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        self._listeners: list[tuple[socket.socket, Path]] = []
        self._listing: tuple[float, dict[str, list[str]]] = (0.0, {})

    def send(self, topic: str, body: str = "") -> None:
        """Wake whoever listens to `topic`; a full or dead socket is passed over."""
        data = body.encode()[:MAX_BODY]
        with _short_path(self._directory) as short:
            for name in self._names(topic):
                try:
                    self._sender.sendto(data, f"{short}/{name}")
                except (ConnectionRefusedError, FileNotFoundError):
                    # Its process is dead: nobody will ever read there.
                    with contextlib.suppress(FileNotFoundError):
                        (self._directory / name).unlink()
                    self._listing = (0.0, {})
                except OSError:
                    # Its queue is full, so it is awake anyway.
                    continue

    def _names(self, topic: str) -> list[str]:
        read_at, names = self._listing
        if time.monotonic() - read_at > LISTING_SECONDS:
            names = {}
            for name in os.listdir(self._directory):
                if name.endswith(".sock"):
                    names.setdefault(name.split(".", 1)[0], []).append(name)
            self._listing = (time.monotonic(), names)
        return names.get(topic, [])

    async def listen(self, topic: str, heard: Heard) -> None:
        """Bind a socket of our own and call `heard(body)` for each datagram."""
        listener = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM | socket.SOCK_NONBLOCK)
        name = f"{topic}.{os.getpid()}-{uuid.uuid4().hex[:8]}.sock"
        with _short_path(self._directory) as short:
            listener.bind(f"{short}/{name}")
        self._listeners.append((listener, self._directory / name))

        def _read() -> None:
            with contextlib.suppress(BlockingIOError):
                while True:
                    heard(listener.recv(MAX_BODY).decode("utf-8", "replace"))

        asyncio.get_running_loop().add_reader(listener.fileno(), _read)

    async def close(self) -> None:
        """Stop listening and remove our sockets."""
        for listener, path in self._listeners:
            asyncio.get_running_loop().remove_reader(listener.fileno())
            listener.close()
            path.unlink(missing_ok=True)
        self._listeners.clear()
        self._sender.close()


class RedisSignals:
    """Redis publish and subscribe; while Redis is away nothing is heard and the tables are polled."""

    def __init__(self, url: str) -> None:
        self._redis = redis.asyncio.Redis.from_url(url, socket_connect_timeout=2)
        self._tasks: set[asyncio.Task[None]] = set()

    def send(self, topic: str, body: str = "") -> None:
        """Publish in the background."""
        self._keep(asyncio.get_running_loop().create_task(self._publish(topic, body)))

    async def _publish(self, topic: str, body: str) -> None:
        try:
            await self._redis.publish(f"wismo:{topic}", body.encode()[:MAX_BODY])
        except (redis.RedisError, OSError) as error:
            logger.warning("redis does not answer (%s): tables are polled", type(error).__name__)

    async def listen(self, topic: str, heard: Heard) -> None:
        """Subscribe, and again whenever the connection is lost."""
        subscribed = asyncio.Event()
        self._keep(asyncio.get_running_loop().create_task(self._subscribe(topic, heard, subscribed)))
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(subscribed.wait(), RECONNECT_SECONDS)

    async def _subscribe(self, topic: str, heard: Heard, subscribed: asyncio.Event) -> None:
        while True:
            try:
                async with self._redis.pubsub() as pubsub:
                    await pubsub.subscribe(f"wismo:{topic}")
                    async for message in pubsub.listen():
                        if message["type"] == "message":
                            heard(message["data"].decode("utf-8", "replace"))
                        else:
                            subscribed.set()
            except (redis.RedisError, OSError) as error:
                logger.warning("lost redis (%s): polling until it is back", type(error).__name__)
            await asyncio.sleep(RECONNECT_SECONDS)

    def _keep(self, task: asyncio.Task[None]) -> None:
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def close(self) -> None:
        """Stop listening and drop the connections."""
        for task in list(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self._redis.close()
        await self._redis.connection_pool.disconnect()
