"""The desk's route table, and the desk while it runs."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence

from starlette.requests import Request
from starlette.responses import FileResponse, PlainTextResponse, Response, StreamingResponse

from bot.desk import auth, conversation, queue
from bot.desk.accounts import Role
from bot.desk.context import Desk
from bot.desk.events import QUEUE, conversation_event
from bot.desk.pages import DeskRoute, Page, page
from bot.desk.render import STATIC, desk_of, file_of

#: What our files are. Only what lay there when we started is served: no name leads anywhere else.
_KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_FILES = {"htmx.min.js", *(path.name for path in STATIC.iterdir() if path.suffix in _KINDS)}
#: A stream ends after so long and the browser comes back, with a session that still holds or not.
STREAM_SECONDS = 300.0


@page("/static/{name}", role=None)
async def static(request: Request) -> Response:
    """Our style and scripts; their address changes with their content."""
    name = request.path_params["name"]
    path = file_of(name)
    if name not in _FILES or not path.is_file():
        return PlainTextResponse("not found", 404)
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return FileResponse(path, media_type=_KINDS[path.suffix], headers=headers)


@page("/events", role=Role.READER, by_hand=False)
async def events(request: Request) -> Response:
    """What changes, as it does: `queue`, and `conversation:<id>` for each `?conversation=<id>`."""
    names = [conversation_event(each) for each in request.query_params.getlist("conversation")[:20]]
    broadcaster = desk_of(request).events

    async def told() -> AsyncIterator[str]:
        with broadcaster.subscribed(QUEUE, *names) as subscription:
            async for text in subscription.stream(STREAM_SECONDS):
                yield text

    return StreamingResponse(told(), media_type="text/event-stream", headers={"X-Accel-Buffering": "no"})


def pages() -> Sequence[Page]:
    """Every page of the desk."""
    return (static, events, auth.sign_in_page, auth.sign_in, auth.sign_out, *queue.PAGES, *conversation.PAGES)


def desk_routes(desk: Desk) -> list[DeskRoute]:
    """The desk's routes, below its own prefix."""
    return [each.route(desk) for each in pages()]
