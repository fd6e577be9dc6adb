"""Asking providers for news of parcels, for shops to which they send no webhooks.

One module a provider says how it is asked (see `tracking.polling.provider`); `engine` asks all of them alike,
`due` knows which parcels are next, `client` speaks HTTP with patience. Answers go through the same inbox as
webhooks, so polling and webhooks side by side change nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from tracking.polling import aftership, seventeentrack, ship24
from tracking.polling.provider import Provider

PROVIDERS: Mapping[str, Provider] = {module.SOURCE: module for module in (aftership, seventeentrack, ship24)}
