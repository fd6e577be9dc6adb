"""Settings of the store, read once from the environment and the shop's policy, and then frozen.

Every name starts with `WISMO_`. Secrets have no default: a source whose secret is missing refuses
everything it is sent.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

from tracking.errors import ConfigurationError
from tracking.policy import Policy
from tracking.spoken import WRITTEN_LANGUAGES as WRITTEN_LANGUAGES

#: Everyone who sends us something signed: `WISMO_<SOURCE>_SECRET` is what we share.
SOURCES_WITH_SECRETS = (
    *("easypost", "aftership", "seventeentrack", "shippo", "ship24", "feed"),
    *("shop", "shopify", "woocommerce"),
)
#: 4 to 12 digits: what most shops print on a confirmation.
DEFAULT_ORDER_PATTERN = r"\d{4,12}"


@dataclass(frozen=True)
class Settings:
    """What the store needs to know about the shop and this machine."""

    var: Path
    database_url: str
    languages: tuple[str, ...]
    shop_name: str
    shop_zone: ZoneInfo
    order_pattern: re.Pattern[str]
    secrets: Mapping[str, str] = field(repr=False)
    #: The file that describes the feed of `tracking.sources.feed`; none: there is no such feed.
    feed_mapping: Path | None
    #: Keys the hashes of guessed order numbers; empty: kept under `var/`, see `tracking.pepper`.
    pepper: str = field(repr=False)

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] = os.environ) -> Settings:
        """Read and check the environment and the policy that it names.

        Raises:
            ConfigurationError: a value makes no sense; the text names the variable, or the policy and where.
        """
        var = Path(environ.get("WISMO_VAR", "var")).absolute()
        if not next(path for path in (var, *var.parents) if path.exists()).is_dir():
            raise ConfigurationError(f"WISMO_VAR: {var} is, or lies in, a file; name a directory")
        shop = Policy.from_environment(environ)
        try:
            pattern = re.compile(environ.get("WISMO_ORDER_PATTERN", DEFAULT_ORDER_PATTERN), re.IGNORECASE)
        except re.error as error:
            raise ConfigurationError(f"WISMO_ORDER_PATTERN: not a regular expression: {error}") from error
        return cls(
            var=var,
            database_url=environ.get("WISMO_DATABASE_URL") or f"sqlite:///{var / 'wismo.db'}",
            languages=shop.languages,
            shop_name=shop.shop_name,
            shop_zone=shop.zone,
            order_pattern=pattern,
            secrets={
                source: environ.get(f"WISMO_{source.upper()}_SECRET", "") for source in SOURCES_WITH_SECRETS
            },
            feed_mapping=Path(environ["WISMO_FEED_MAPPING"]) if environ.get("WISMO_FEED_MAPPING") else None,
            pepper=environ.get("WISMO_PEPPER", ""),
        )

    @property
    def default_language(self) -> str:
        """The language spoken when nothing better is known: the first configured."""
        return self.languages[0]


@lru_cache(maxsize=1)
def settings() -> Settings:
    """The settings of this process."""
    return Settings.from_environment()
