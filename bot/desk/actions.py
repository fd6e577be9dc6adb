"""What an agent does in a conversation and with a case: each a form that is posted, and back to its page.

Who is refused sees the page as it is now, why, and what they had written.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.desk.accounts import DeskUser, Role
from bot.desk.actions_words import Refused, told
from bot.desk.context import Desk
from bot.desk.conversation_page import Where, case_named, show
from bot.desk.events import QUEUE, conversation_event
from bot.desk.pages import page, refused
from bot.desk.render import current_user, desk_of, words_of
from bot.desk.security import form
from bot.nlu.schema import schema
from bot.signals import OUTBOX
from tracking import cases, contacts, marks, takeover, writing
from tracking.cases import Case, Outcome, UnknownCaseError, UnknownConversationError
from tracking.db import begin_read
from tracking.errors import WismoError
from tracking.policy import policy
from tracking.takeover import Agent

Fields = Mapping[str, str]
#: One change of a case: the desk, the case, who, the form.
Change = Callable[[Desk, Case, DeskUser, Fields, datetime], object]
#: One change of a conversation; gives whether the shopper's channel has something new to send.
Act = Callable[[Desk, str, DeskUser, Fields, datetime], bool]


# --- The conversation ---------------------------------------------------------------------------------


@page("/conversations/{conversation}/take-over", role=Role.AGENT, methods=("POST",))
async def take_over(request: Request) -> Response:
    """Answer from now on; a case that it was done from becomes theirs too."""

    def act(desk: Desk, conversation: str, user: DeskUser, fields: Fields, now: datetime) -> bool:
        with begin_read(desk.engine) as connection:
            held = takeover.holder(connection, conversation)
        seen = fields.get("from", "")
        # Taken only from whom the page has shown: not from somebody who came meanwhile.
        from_other = held is not None and held.agent.login == seen
        takeover.take_over(desk.engine, conversation, agent_of(user), now, from_other=from_other)
        case = _case(desk, fields.get("case"))
        if case is not None:
            cases.take(desk.engine, case.id, user.login, now)
        return True

    return await _in_talk(request, act, "#reply")


@page("/conversations/{conversation}/reply", role=Role.AGENT, methods=("POST",))
async def reply(request: Request) -> Response:
    """Write to the shopper, on their own channel."""

    def act(desk: Desk, conversation: str, user: DeskUser, fields: Fields, now: datetime) -> bool:
        with begin_read(desk.engine) as connection:
            address = contacts.address_of(connection, conversation)
        if address is not None and conversation.startswith("whatsapp:") and not address.window_open(now):
            raise Refused("desk-talk-too-late")
        takeover.reply(desk.engine, conversation, agent_of(user), _lines(fields.get("text", "")), now)
        writing.stops(desk.engine, conversation, agent_of(user))
        return True

    return await _in_talk(request, act, "#reply", draft="text")


@page("/conversations/{conversation}/hand-back", role=Role.AGENT, methods=("POST",))
async def hand_back(request: Request) -> Response:
    """Let the assistant answer again; it knows what was agreed."""

    def act(desk: Desk, conversation: str, user: DeskUser, fields: Fields, now: datetime) -> bool:
        agreed = _lines(fields.get("agreed", "")).strip() or None
        takeover.hand_back(desk.engine, conversation, agent_of(user), now, agreed=agreed)
        writing.stops(desk.engine, conversation, agent_of(user))
        return True

    return await _in_talk(request, act, "#case", agreed_draft="agreed")


@page("/conversations/{conversation}/typing", role=Role.AGENT, methods=("POST",))
async def typing(request: Request) -> Response:
    """Somebody is writing: the others see it, and on the website the shopper."""
    desk, user, conversation = desk_of(request), current_user(request), request.path_params["conversation"]

    def hint() -> tuple[bool, bool]:
        with begin_read(desk.engine) as connection:
            held = takeover.holder(connection, conversation)
        if held is None or held.agent.login != user.login:
            return False, False
        return writing.writes(desk.engine, conversation, agent_of(user), desk.clock()), True

    news, mine = await run_in_threadpool(hint)
    if news:
        desk.events.publish(conversation_event(conversation))
    if mine and desk.typing is not None:
        await desk.typing(conversation)
    return Response(status_code=204)


@page("/conversations/{conversation}/mark", role=Role.AGENT, methods=("POST",))
async def mark(request: Request) -> Response:
    """The assistant was wrong here, or was not after all."""

    def act(desk: Desk, conversation: str, user: DeskUser, fields: Fields, now: datetime) -> bool:
        turn = fields.get("turn", "")
        if not (turn.isascii() and turn.isdigit()) or len(turn) > 18:
            raise ValueError("which turn?")
        if fields.get("wrong") == "no":
            marks.unmark(desk.engine, conversation, int(turn))
            return False
        intent = fields.get("intent") or None
        if intent is not None and intent not in schema():
            raise ValueError("no such intent")
        marks.mark(
            desk.engine,
            conversation,
            int(turn),
            user.login,
            now,
            intent=intent,
            comment=fields.get("comment", ""),
        )
        return False

    turn = (await form(request)).get("turn", "")
    return await _in_talk(request, act, f"#o{turn}" if turn.isdigit() else "")


# --- The case -----------------------------------------------------------------------------------------


@page("/cases/{reference}/take", role=Role.AGENT, methods=("POST",))
async def take(request: Request) -> Response:
    """Begin to work on it."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.take(
            desk.engine, case.id, user.login, now, version=_version(fields)
        ),
    )


@page("/cases/{reference}/assign", role=Role.AGENT, methods=("POST",))
async def assign(request: Request) -> Response:
    """Give it to somebody, or back to all."""

    def change(desk: Desk, case: Case, user: DeskUser, fields: Fields, now: datetime) -> object:
        to = fields.get("to") or None
        if to is not None:
            check_person(desk, to)
        return cases.assign(desk.engine, case.id, to, user.login, now, version=_version(fields))

    return await _in_case(request, change)


@page("/cases/{reference}/note", role=Role.AGENT, methods=("POST",))
async def note(request: Request) -> Response:
    """Write something for the team alone."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.note(
            desk.engine, case.id, _lines(fields.get("text", "")), user.login, now
        ),
        "#notes",
        note_draft="text",
    )


@page("/cases/{reference}/label", role=Role.AGENT, methods=("POST",))
async def label(request: Request) -> Response:
    """Put a label on it."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.label(
            desk.engine, case.id, fields.get("label", ""), user.login, now
        ),
    )


@page("/cases/{reference}/unlabel", role=Role.AGENT, methods=("POST",))
async def unlabel(request: Request) -> Response:
    """Take a label off."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.unlabel(
            desk.engine, case.id, fields.get("label", ""), user.login, now
        ),
    )


@page("/cases/{reference}/snooze", role=Role.AGENT, methods=("POST",))
async def snooze(request: Request) -> Response:
    """Put it aside until a time: one of the choices, or their own on the shop's clock."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.snooze(
            desk.engine, case.id, _until(fields), user.login, now, version=_version(fields)
        ),
    )


@page("/cases/{reference}/wake", role=Role.AGENT, methods=("POST",))
async def wake(request: Request) -> Response:
    """Bring it back before its time."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.unsnooze(
            desk.engine, case.id, user.login, now, version=_version(fields)
        ),
    )


@page("/cases/{reference}/solve", role=Role.AGENT, methods=("POST",))
async def solve(request: Request) -> Response:
    """It is done; where they still had the conversation, the assistant gets it back if they say so."""
    given = (await form(request)).get("hand_back") == "yes"
    back: list[str] = []

    def change(desk: Desk, case: Case, user: DeskUser, fields: Fields, now: datetime) -> object:
        solved = cases.solve(
            desk.engine,
            case.id,
            Outcome(fields.get("outcome", "")),
            user.login,
            now,
            version=_version(fields),
        )
        if given:
            with begin_read(desk.engine) as connection:
                conversation = cases.reach(connection, case).conversation_id
                held = takeover.holder(connection, conversation) if conversation else None
            if conversation and held is not None and held.agent.login == user.login:
                takeover.hand_back(desk.engine, conversation, agent_of(user), now)
                back.append(conversation)
        return solved

    response = await _in_case(request, change)
    for conversation in back:
        desk_of(request).signals.send(OUTBOX, conversation)
    return response


@page("/cases/{reference}/reopen", role=Role.AGENT, methods=("POST",))
async def reopen(request: Request) -> Response:
    """It is to be worked on again."""
    return await _in_case(
        request,
        lambda desk, case, user, fields, now: cases.reopen(
            desk.engine, case.id, user.login, now, version=_version(fields)
        ),
    )


PAGES = [
    *(take_over, reply, hand_back, typing, mark),
    *(take, assign, note, label, unlabel, snooze, wake, solve, reopen),
]


# --- How --------------------------------------------------------------------------------------------


def agent_of(user: DeskUser) -> Agent:
    """Who is signed in, as shoppers are told."""
    return Agent(user.login, user.name)


def check_person(desk: Desk, login: str) -> None:
    """Only somebody who can sign in can have a case.

    Raises:
        ValueError: nobody of the team has this login, or they left.
    """
    from bot.desk import accounts

    with begin_read(desk.engine) as connection:
        person = accounts.find(connection, login)
    if person is None or person.disabled_at is not None:
        raise ValueError("no such person")


async def _in_talk(request: Request, act: Act, part: str, **drafts: str) -> Response:
    """Do it, wake the shopper's channel, tell the open desks; `drafts` names the fields to keep if not."""
    desk, user, fields = desk_of(request), current_user(request), await form(request)
    conversation = request.path_params["conversation"]
    reference = fields.get("case")
    where = Where(case=reference) if reference else Where(conversation=conversation)
    try:
        news = await run_in_threadpool(act, desk, conversation, user, fields, desk.clock())
    except UnknownConversationError:
        return refused(request, "desk-missing", 404)
    except (WismoError, ValueError) as error:
        return await _refuse(request, where, error, fields, drafts)
    if news:
        desk.signals.send(OUTBOX, conversation)
    desk.events.publish(conversation_event(conversation))
    desk.events.publish(QUEUE)
    return RedirectResponse(where.path + part, 303)


async def _in_case(request: Request, change: Change, part: str = "#case", **drafts: str) -> Response:
    """Do it, and tell the open desks; `drafts` names the fields to keep if it cannot be done."""
    desk, user, fields = desk_of(request), current_user(request), await form(request)
    reference = request.path_params["reference"]
    case = await run_in_threadpool(_case, desk, reference)
    if case is None:
        return refused(request, "desk-missing", 404)
    where = Where(case=case.reference)
    try:
        await run_in_threadpool(change, desk, case, user, fields, desk.clock())
    except UnknownCaseError:
        return refused(request, "desk-missing", 404)
    except (WismoError, ValueError) as error:
        return await _refuse(request, where, error, fields, drafts)
    desk.events.publish(QUEUE)
    for conversation in await run_in_threadpool(_conversations, desk, case.id):
        desk.events.publish(conversation_event(conversation))
    return RedirectResponse(where.path + part, 303)


async def _refuse(
    request: Request, where: Where, error: Exception, fields: Fields, drafts: Mapping[str, str]
) -> Response:
    words, desk = words_of(request), desk_of(request)
    people = await run_in_threadpool(_people, desk)
    status, problem = told(error, words, people)
    kept: dict[str, Any] = {name: fields.get(field, "") for name, field in drafts.items()}
    return await show(request, where, status, problem, **kept)


def _case(desk: Desk, reference: str | None) -> Case | None:
    return case_named(desk, reference) if reference else None


def _conversations(desk: Desk, case_id: int) -> list[str]:
    with begin_read(desk.engine) as connection:
        return cases.conversations_of(connection, case_id)


def _people(desk: Desk) -> dict[str, str]:
    from bot.desk import accounts

    with begin_read(desk.engine) as connection:
        return {each.login: each.name for each in accounts.users(connection)}


def _version(fields: Fields) -> int:
    """Which version of the case the page has shown.

    Raises:
        ValueError: the form has none.
    """
    return int(fields.get("version", ""))


def _lines(text: str) -> str:
    """A text as typed: browsers send each end of a line as two characters."""
    return text.replace("\r\n", "\n")


def _until(fields: Fields) -> datetime:
    own = fields.get("at", "")
    if own:
        at = datetime.fromisoformat(own)
        return at if at.tzinfo else at.replace(tzinfo=policy().zone).astimezone(timezone.utc)
    until = datetime.fromisoformat(fields.get("until", ""))
    if until.tzinfo is None:
        raise ValueError("a time needs its zone")
    return until
