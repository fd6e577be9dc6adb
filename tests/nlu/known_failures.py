"""Write the list of known failures anew, with the newest model: `python -m tests.nlu.known_failures`.

Read what changed before committing it: a sentence that is new on the list was understood before.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from bot.commands.nlu import MODELS
from bot.nlu.trained import TrainedNlu, newest_model
from tests.nlu.corpus import REQUIRED_LANGUAGES, ROOT
from tests.nlu.test_held_out import KNOWN_FAILURES, understood

HEAD = """\
# Held-out sentences that are not understood yet, each with its intent and what it was taken for. One that
# starts to pass breaks the build until it is off; `python -m tests.nlu.known_failures` writes the list anew.
"""


def _lines(nlu: TrainedNlu) -> Iterator[str]:
    outcomes = [one for one in understood(nlu, REQUIRED_LANGUAGES) if not one.is_right]
    for language in REQUIRED_LANGUAGES:
        yield f"{language}:"
        failed = [one for one in outcomes if one.sentence.language == language]
        for one in sorted(failed, key=lambda one: (one.sentence.intent, one.sentence.text)):
            text = json.dumps(one.sentence.text, ensure_ascii=False)
            yield f"  - {text} # {one.sentence.intent}, understood as {one.intent}"


def main() -> None:
    """Write the list."""
    lines = _lines(TrainedNlu(newest_model(ROOT / MODELS)))
    KNOWN_FAILURES.write_text(HEAD + "\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
