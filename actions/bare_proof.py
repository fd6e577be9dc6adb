"""“10041, 75011”: a postcode that nothing announces, typed behind the number of the order that it proves.

By its looks it is an order number as well, and that is how it was read. Only where the message ends in it,
and nothing but marks stands between the two, is it tried as the proof.
"""

from __future__ import annotations

import re
from dataclasses import replace

from actions.turn import Turn
from tracking.numbers import could_be_postcode


def with_bare_proof(turn: Turn) -> Turn | None:
    """The turn with the end of its message taken for the postcode; None where it cannot be one."""
    numbers = turn.entities.get("order_number", ())
    if not turn.typed or not numbers or turn.said("email", "postcode", "tracking_number"):
        return None
    found = re.search(rf"(?<!\w){re.escape(numbers[0])}(?:\W|$)", turn.typed)
    behind = turn.typed[found.end() :].strip(" \n\t.,;:!?()[]/|#-–—") if found else ""
    # "10041 and 75011" are two orders; "F 75011" is a postcode.
    joined = re.match(r"[a-zà-ÿ]+\s", behind)
    postcode = could_be_postcode(behind) if behind and not joined else None
    if postcode is None:
        return None
    said = {
        name: values for name, values in turn.entities.items() if name not in ("order_number", "postcode")
    }
    return replace(turn, entities={**said, "order_number": numbers[:1], "postcode": (postcode,)})
