"""What the demo shop's page asks the front door for; demo profile only."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from bot.demo import demo_orders


def routes() -> list[Route]:
    """GET /demo/orders: the orders worth asking about, with what proves them yours. All are made up."""
    found = demo_orders()

    async def orders(_request: Request) -> Response:
        return JSONResponse(found)

    return [Route("/demo/orders", orders)]
