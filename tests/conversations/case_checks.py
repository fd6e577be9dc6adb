"""What a script may ask of the cases of its conversation, and of what the assistant did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy.engine import Engine

from tracking.cases import open_cases
from tracking.db import begin_read

#: unlike: another text than one remembered; cases: how many are open; reason: of the last one; case_order:
#: whether it names an order; action: what ran, the form's own steps left out.
CASE_CHECKS = {"unlike", "cases", "reason", "case_order", "action"}


def case_problems(
    turn: Mapping[str, Any],
    answer: Mapping[str, Any],
    text: str,
    remembered: Mapping[str, str],
    store: Engine,
    conversation_id: str,
) -> Iterator[str]:
    """What is wrong with the cases after one answer."""
    if not CASE_CHECKS & turn.keys():
        return
    with begin_read(store) as connection:
        found = open_cases(connection, conversation_id)
    if "unlike" in turn and text == remembered[turn["unlike"]]:
        yield "says the same again"
    if "cases" in turn and len(found) != turn["cases"]:
        yield f"{len(found)} cases are open"
    if "action" in turn and answer["understood"]["actions"] != turn["action"]:
        yield f"did {answer['understood']['actions']}"
    last = found[-1] if found else None
    if "reason" in turn and (last is None or last.reason is None or last.reason.value != turn["reason"]):
        yield f"the case was opened because {last.reason if last else None}"
    if "case_order" in turn and (last is None or (last.order_id is not None) != turn["case_order"]):
        yield f"the case is about order {last.order_id if last else None}"
