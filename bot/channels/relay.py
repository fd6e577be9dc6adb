"""The relay: the only door into Rasa. The worker hands in one turn and gets the replies back.

It listens on loopback behind a shared secret. A text is only ever text here: an intent named by a leading
slash comes in `payload`, which holds what a button of ours said.
"""

from __future__ import annotations

import asyncio
import hmac
import logging
import time
from collections.abc import Awaitable, Callable
from importlib import import_module
from typing import Any

import msgspec
from rasa.core.channels.channel import InputChannel, OutputChannel, UserMessage
from rasa.shared.core.constants import ACTION_LISTEN_NAME, REQUESTED_SLOT
from rasa.shared.core.events import ActionExecuted, ActiveLoop, BotUttered, Event, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.core.training_data.story_reader.yaml_story_reader import YAMLStoryReader
from rasa.shared.nlu.training_data.message import Message
from sanic import Blueprint
from sanic.request import Request
from sanic.response import HTTPResponse, raw

from bot.nlu.language import MIN_CONFIDENCE
from bot.settings import settings
from bot.turn import RUNNING, Failure, RunningTurn, kind_and_place

logger = logging.getLogger(__name__)

#: Fills the cache of the slow part of understanding: (text, language) → None. It may block.
Warm = Callable[[str, str | None], None]


class TurnIn(msgspec.Struct, forbid_unknown_fields=True):
    """A turn as the worker hands it in."""

    conversation: str
    channel: str
    message_id: str
    text: str
    payload: str | None = None
    language: str | None = None
    network: str | None = None
    #: A person had the conversation since the last turn: what was being asked before is over.
    resumed: bool = False


class Collected(OutputChannel):
    """Collects what one turn says: one bot utterance is one reply."""

    def __init__(self, name: str) -> None:
        self._name = name
        self.replies: list[dict[str, Any]] = []

    def name(self) -> str:  # type: ignore[override]  # an instance is named by the shopper's channel
        """The shopper's channel, which responses may be conditioned on."""
        return self._name

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Keep one utterance whole."""
        reply = neutral(message)
        if reply is not None:
            self.replies.append(reply)


def _named(path: str) -> Warm:
    """The function that `package.module.function` names."""
    module, _, name = path.rpartition(".")
    found: Warm = getattr(import_module(module), name)
    return found


def neutral(message: dict[str, Any]) -> dict[str, Any] | None:
    """A bot utterance as text, buttons and card; None if it says nothing."""
    text = (message.get("text") or "").strip()
    card = (message.get("custom") or {}).get("card")
    if not text and card is None:
        return None
    buttons = [
        {"title": button["title"], "payload": button["payload"]} for button in message.get("buttons") or ()
    ]
    return {"text": text, "buttons": buttons, "card": card}


class RelayInput(InputChannel):
    """Rasa input channel `relay`; `warm` in credentials.yml names a function to run before parsing."""

    def __init__(self, secret: str, warm: Warm | None = None) -> None:
        self._secret = secret.encode()
        self._warm = warm

    @classmethod
    def name(cls) -> str:
        """Where it is mounted: /webhooks/relay."""
        return "relay"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> RelayInput:
        """The secret comes from our settings; credentials.yml is no place for one."""
        warm = (credentials or {}).get("warm")
        return cls(settings().relay_secret, _named(warm) if warm else None)

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Routes: GET / (is Rasa there?) and POST /turn."""
        relay = Blueprint("relay")

        @relay.get("/")
        async def health(request: Request) -> HTTPResponse:
            ready = request.app.ctx.agent.is_ready()
            return _answer({"ready": ready}, 200 if ready else 503)

        @relay.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            if not self._may(request):
                return _answer({"error": "forbidden"}, 401)
            try:
                given = msgspec.json.decode(request.body, type=TurnIn)
            except msgspec.DecodeError as error:
                return _answer({"error": f"not a turn: {error}"}, 422)
            agent = request.app.ctx.agent
            if not agent.is_ready():
                return _answer({"error": Failure.UNAVAILABLE.value}, 503)
            running = RunningTurn()
            RUNNING.set(running)
            try:
                answer = await self._run(agent, given, running, on_new_message)
            except Exception as error:  # noqa: BLE001 - whatever it was, the worker is told
                # An error's words may quote the shopper: only its kind and place are logged.
                logger.error("turn failed: %s", kind_and_place(error))
                running.fail(Failure.FAILED)
                answer = {}
            if running.failure is not None:
                status = 503 if running.failure is Failure.UNAVAILABLE else 500
                return _answer({"error": running.failure.value}, status)
            return _answer(answer, 200)

        return relay

    def _may(self, request: Request) -> bool:
        given = request.headers.get("authorization", "").encode()
        return bool(self._secret) and hmac.compare_digest(given, b"Bearer " + self._secret)

    async def _run(
        self,
        agent: Any,
        given: TurnIn,
        running: RunningTurn,
        on_new_message: Callable[[UserMessage], Awaitable[Any]],
    ) -> dict[str, Any]:
        began = time.perf_counter()
        tracker = await agent.tracker_store.retrieve(given.conversation)
        running.tracker = tracker
        known = None if tracker is None else _known_turn(tracker, given.message_id)
        if known is not None:
            return _result(known[1], dict(known[0].parse_data), given, running, began)
        if running.failure is not None:
            return {}
        if given.resumed and tracker is not None:
            for event in over(tracker):
                tracker.update(event, agent.domain)
        parse_data = await self._parse(agent, given, running)
        output = Collected(given.channel)
        message = UserMessage(
            text=None,
            output_channel=output,
            sender_id=given.conversation,
            parse_data=parse_data,
            input_channel=given.channel,
            message_id=given.message_id,
            metadata=_metadata(given),
        )
        message.text = given.payload or given.text
        await on_new_message(message)
        if running.tracker is None and running.failure is None:
            running.tracker = await agent.tracker_store.retrieve(given.conversation)
        return _result(output.replies, parse_data, given, running, began)

    async def _parse(self, agent: Any, given: TurnIn, running: RunningTurn) -> dict[str, Any]:
        """Understand the message; a payload of ours names its intent, a text never does."""
        start = time.perf_counter()
        if given.payload is not None and given.payload.startswith("/"):
            parsed = YAMLStoryReader.unpack_regex_message(
                Message({"text": given.payload}), agent.domain, RelayInput.name()
            ).as_dict(only_output_properties=True)
            if "intent" not in parsed:
                raise ValueError("a button of ours names an intent that the domain does not have")
            return {**parsed, "language": {"code": given.language, "confidence": 1.0}}
        said = given.payload or given.text
        text = without_slashes(said)
        cut = len(said.rstrip()) - len(text)
        if self._warm is not None and text:
            await asyncio.to_thread(self._warm, text, given.language)
            running.took("encoder", time.perf_counter() - start)
            start = time.perf_counter()
        asked = None if running.tracker is None else _asked(running.tracker)
        # Before the first message is understood, the language is what the shopper's app is set to: a hint.
        hint = given.language if running.tracker is None else None
        metadata = {**_metadata(given), "asked": asked}
        message = UserMessage(
            text=text or "?",
            sender_id=given.conversation,
            metadata={**metadata, "language": None} if hint else metadata,
        )
        parse_data: dict[str, Any] = await agent.processor.parse_message(message)
        parse_data["text"] = said
        language = parse_data.get("language")
        if hint and language and language["confidence"] < MIN_CONFIDENCE:
            language["code"] = hint
        if language and given.language and running.tracker and _is_a_name(parse_data, running.tracker):
            language["code"] = given.language
        for entity in parse_data["entities"]:
            if "start" in entity:
                entity["start"] += cut
                entity["end"] += cut
        # The tracker keeps it with each message; nobody reads the tail.
        parse_data["intent_ranking"] = parse_data.get("intent_ranking", [])[:3]
        running.took("nlu", time.perf_counter() - start)
        return parse_data


def without_slashes(text: str) -> str:
    """`text` such that Rasa, which strips white space of all alphabets, cannot see a slash in front."""
    text = text.strip()
    while text.startswith("/"):
        text = text[1:].lstrip()
    return text


def _metadata(given: TurnIn) -> dict[str, Any]:
    return {
        "language": given.language,
        "channel": given.channel,
        "conversation": given.conversation,
        "message_id": given.message_id,
        "network": given.network,
    }


def _asked(tracker: DialogueStateTracker) -> str | None:
    """The slot that the shopper was asked for; after a wrong pair, the proof is asked for again."""
    requested: str | None = tracker.get_slot(REQUESTED_SLOT)
    return requested or ("proof" if tracker.get_slot("tried") else None)


#: An intent less sure than this (0 to 1) may have been read into a street or the name of a shop.
SURE_OF_WORDS = 0.6
#: Intents of messages that wish for nothing that we know of.
LIKE_NAMES = frozenset({"inform", "out_of_scope", "nlu_fallback"})


def _is_a_name(parse_data: dict[str, Any], tracker: DialogueStateTracker) -> bool:
    """Whether the message is an address or a name that a request asked for.

    Its words are of the country where the street is, not of the shopper who goes on in another language.
    """
    fields = tracker.get_slot("request_fields")
    if tracker.get_slot(REQUESTED_SLOT) != "request_answer" or not (fields or {}).get("names"):
        return False
    if parse_data["language"].get("asked"):
        return False
    intent = parse_data.get("intent") or {}
    unsure = intent.get("name") in LIKE_NAMES or intent.get("confidence", 0.0) < SURE_OF_WORDS
    return unsure or any(character.isdigit() for character in parse_data["text"])


#: What stays true of a conversation whoever answers it: what it is about, and what was said of it.
KEPT_SLOTS = frozenset({"order_number", "tracking_number", "proof", "question", "parcel"})


def over(tracker: DialogueStateTracker) -> list[Event]:
    """Events without side effects that end what was being asked: no open form, offer or request any more."""
    filled = [
        SlotSet(name, slot.initial_value)
        for name, slot in tracker.slots.items()
        if name not in KEPT_SLOTS and slot.value != slot.initial_value
    ]
    return [ActiveLoop(None), *filled, ActionExecuted(ACTION_LISTEN_NAME)]


def actions_after(tracker: DialogueStateTracker, message_id: str) -> list[str]:
    """The actions that a message led to, in their order."""
    found: list[str] = []
    seen = False
    for event in tracker.events:
        if isinstance(event, UserUttered):
            seen = event.message_id == message_id
        elif (
            seen and isinstance(event, ActionExecuted) and event.action_name not in (None, ACTION_LISTEN_NAME)
        ):
            found.append(event.action_name)
    return found


def _known_turn(
    tracker: DialogueStateTracker, message_id: str
) -> tuple[UserUttered, list[dict[str, Any]]] | None:
    """A message that was run before, with what was said to it."""
    found: UserUttered | None = None
    replies = []
    for event in tracker.events:
        if isinstance(event, UserUttered):
            if found is not None:
                break
            if event.message_id == message_id:
                found = event
        elif found is not None and isinstance(event, BotUttered):
            reply = neutral(event.message())
            if reply is not None:
                replies.append(reply)
    return None if found is None else (found, replies)


def _result(
    replies: list[dict[str, Any]],
    parse_data: dict[str, Any],
    given: TurnIn,
    running: RunningTurn,
    began: float,
) -> dict[str, Any]:
    intent = parse_data.get("intent") or {}
    language = (parse_data.get("language") or {}).get("code") or given.language
    running.took("total", time.perf_counter() - began)
    return {
        "replies": replies,
        "language": language,
        "understood": {
            "intent": intent.get("name"),
            "confidence": intent.get("confidence"),
            "entities": [
                {"type": entity["entity"], "value": entity["value"]}
                for entity in parse_data.get("entities") or ()
            ],
            "actions": actions_after(running.tracker, given.message_id) if running.tracker else [],
            "ms": running.milliseconds,
        },
    }


def _answer(body: dict[str, Any], status: int) -> HTTPResponse:
    return raw(msgspec.json.encode(body), status=status, content_type="application/json")
