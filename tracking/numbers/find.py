"""Finding the references in a message.

Patterns over the whole text first claim what is certain (addresses, lettered tracking numbers, the shop's own
lettered order numbers) and what is no reference (money, dates, telephone numbers). What is left is read token
by token, by the words before it, the shop's pattern and its shape. What is claimed is never read again, so
references don't overlap.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterable

from tracking.numbers import lookalikes, noise, postcodes, shapes
from tracking.numbers.cues import CONTINUED, POSTCODE_AFTER, Cue, Meaning, cues, misspelt
from tracking.numbers.emails import at_signs, emails
from tracking.numbers.formats import Grade, fit
from tracking.numbers.keys import tracking_key
from tracking.numbers.plain import Plain, plain
from tracking.numbers.reference import Kind, Reference

#: Tokens with a digit that are looked at in one message: nobody asks about more.
MAX_CANDIDATES = 100
#: Words that call a shorter number a tracking number are wrong: carriers' begin at ten, with a margin.
MIN_TRACKING = 8
#: Longest number that words can make an order number.
MAX_ORDER = 24

_KINDS: tuple[Kind, ...] = ("order_number", "tracking_number", "email", "postcode")
_MARKS = " \n.,;:!?#'\"()[]*-"
_STARTS_NOTHING = frozenset({Meaning.OTHER, Meaning.PHONE, Meaning.POSTCODE})
#: Words that outweigh a number which is none as it was typed.
_NO_SLIP = _STARTS_NOTHING | {Meaning.ORDER}
_REFERS = frozenset({Meaning.ORDER, Meaning.TRACKING, Meaning.POSTCODE})


def find_references(text: str, order_pattern: re.Pattern[str] | None = None) -> list[Reference]:
    """Every reference in a message: order numbers first, then tracking numbers, e-mails, postcodes.

    Args:
        text: as the shopper sent it; what is behind `plain.MAX_TEXT` characters is not read.
        order_pattern: how the shop numbers its orders (`DEFAULT_PATTERN` if None). Bare digits are an order
            number only if they fit it or words call them so; a match with letters or dashes always is.

    Returns:
        References that don't overlap, those of one kind in the order of the text. Never raises; takes time
        linear in the text.
    """
    message = plain(text)
    if not any(char in "0123456789@([" for char in message.text):
        return []
    return _Finder(message, order_pattern or shapes.DEFAULT_PATTERN).find()


class _Finder:
    """The state of one search: what is found and what is claimed."""

    def __init__(self, message: Plain, pattern: re.Pattern[str]) -> None:
        self._message = message
        self._text = message.text
        self._pattern = pattern
        self._claimed = bytearray(len(self._text))
        self._found: list[Reference] = []
        self._cues = cues(self._text)
        #: The message without marks around it: a token that equals it stands alone.
        self._alone = self._text.strip(_MARKS)

    def find(self) -> list[Reference]:
        """All references, see `find_references`."""
        self._claim_certain()
        self._grouped(self._labelled_digits)
        self._claim_noise()
        self._postcodes()
        self._grouped(self._spaced_order)
        self._tokens()
        # One character of the original may have become several: it belongs to the first reference alone.
        self._found.sort(key=lambda found: found.start)
        ends = itertools.accumulate((found.end for found in self._found), max, initial=0)
        kept = [found for found, end in zip(self._found, ends, strict=False) if found.start >= end]
        return sorted(kept, key=lambda found: _KINDS.index(found.kind))

    # --- Claims -----------------------------------------------------------------------------------

    def _free(self, start: int, end: int) -> bool:
        return self._claimed.find(1, start, end) < 0

    def _claim(self, spans: Iterable[tuple[int, int]]) -> None:
        for start, end in spans:
            self._claimed[start:end] = b"\x01" * (end - start)

    def _emit(self, kind: Kind, value: str, start: int, end: int, carriers: tuple[str, ...] = ()) -> None:
        self._claim([(start, end)])
        self._found.append(Reference(kind, value, *self._message.span(start, end), carriers))

    def _order(self, value: str, start: int, end: int) -> None:
        """Keep an order number with its `#`; in a list of several, what comes next is one too."""
        carriers = fit(tracking_key(value)).carriers
        self._emit("order_number", value.upper(), self._hash_before(start), end, carriers)
        more = CONTINUED.match(self._text, end)
        if more is not None:
            self._cues.setdefault(more.end(), Cue(Meaning.ORDER, numbering=False, plural=True))

    def _tracking(self, value: str, start: int, end: int) -> None:
        key = tracking_key(value)
        self._emit("tracking_number", key, start, end, fit(key).carriers)

    # --- What words tell --------------------------------------------------------------------------

    def _meaning(self, start: int) -> Meaning | None:
        cue = self._cues.get(start)
        return cue.meaning if cue else None

    def _hash_before(self, start: int) -> int:
        """Where the `#` of the token at `start` is, or `start` if it has none."""
        before = self._text[max(0, start - 2) : start].rstrip(" ")
        return max(0, start - 2) + len(before) - 1 if before.endswith("#") else start

    def _is_hashed(self, start: int) -> bool:
        return self._hash_before(start) < start

    def _fits_shop(self, value: str) -> bool:
        return shapes.fits_shop(self._pattern, value)

    # --- What is certain --------------------------------------------------------------------------

    def _claim_certain(self) -> None:
        text = self._text
        for start, end, address in emails(text):
            typed = self._message.accented(start, end).lower()
            self._emit("email", typed if len(typed) == len(address) else address, start, end)
        for match in shapes.anywhere(self._pattern).finditer(text):
            value = match[0].lstrip("#")
            start, end = match.end() - len(value), match.end()
            lettered = not value.isdigit() and any(map(str.isdigit, value)) and "\n" not in value
            if lettered and self._free(start, end) and self._meaning(start) not in _STARTS_NOTHING:
                self._order(value, start, end)
        for match in shapes.MARKETPLACE.finditer(text):
            if self._free(*match.span()):
                self._order("-".join(match.groups()), *match.span())
        for shape in shapes.LABELLED:
            for match in shape.finditer(text):
                if self._free(*match.span()) and self._is_tracking(match[0], match.start()):
                    self._tracking(match[0], *match.span())
        for start, end, number in lookalikes.undone(text):
            if self._free(start, end) and self._meaning(start) not in _NO_SLIP:
                self._tracking(number, start, end)

    def _is_tracking(self, value: str, start: int) -> bool:
        """Whether a lettered token is a tracking number; without a check digit, an order's words outweigh."""
        grade = fit(tracking_key(value)).grade
        return grade is Grade.CHECKED or (grade is Grade.SHAPED and self._meaning(start) is not Meaning.ORDER)

    def _claim_noise(self) -> None:
        text = self._text
        self._claim(span for span in at_signs(text) if self._free(*span))
        self._claim(noise.web_addresses(text))
        self._claim(noise.always(text))
        if self._alone.isdigit():
            return
        for start, end in noise.quantities(text):
            cue = self._cues.get(start)
            if cue is None or not cue.numbering or cue.meaning not in _REFERS:
                self._claim([(start, end)])
        self._claim(span for span in noise.unless_announced(text) if self._meaning(span[0]) not in _REFERS)

    def _postcodes(self) -> None:
        for start, cue in self._cues.items():
            given = postcodes.announced(self._text, start) if cue.meaning is Meaning.POSTCODE else None
            if given is not None and self._free(start, given[0]):
                self._emit("postcode", given[1], start, given[0])
        for start, end, value in postcodes.unannounced(self._text, self._alone):
            if self._free(start, end) and self._meaning(start) not in (Meaning.ORDER, Meaning.TRACKING):
                self._emit("postcode", value, start, end)

    # --- Digits in groups -------------------------------------------------------------------------

    def _grouped(self, keep: Callable[[int, int, list[str]], bool]) -> None:
        """Offer `keep` each run of groups, also with up to two fewer at either end, until it keeps one."""
        for match in itertools.islice(shapes.GROUPS.finditer(self._text), MAX_CANDIDATES):
            if not self._free(*match.span()) and self._claimed.find(0, *match.span()) < 0:
                continue
            groups = [group.span() for group in shapes.GROUP.finditer(self._text, *match.span())]
            shortest = max(2, len(groups) - 2)
            for first, last in itertools.product(range(3), range(len(groups), shortest - 1, -1)):
                part = groups[first:last]
                if len(part) < 2 or not self._free(part[0][0], part[-1][1]):
                    continue
                if keep(part[0][0], part[-1][1], [self._text[start:end] for start, end in part]):
                    break

    def _labelled_digits(self, start: int, end: int, parts: list[str]) -> bool:
        """Keep a tracking number as a label prints it."""
        number, meaning = "".join(parts), self._meaning(start)
        if not fit(number).carriers or meaning in _STARTS_NOTHING:
            return False
        if self._fits_shop(number) or meaning is Meaning.ORDER:
            meant = meaning is Meaning.TRACKING
        else:
            announced = meaning in (Meaning.TRACKING, Meaning.CARRIER)
            small = len(parts) > 2 and max(map(len, parts)) <= 4
            meant = announced or small or self._text[start:end] == self._alone
        if meant:
            self._tracking(number, start, end)
        return meant

    def _spaced_order(self, start: int, end: int, parts: list[str]) -> bool:
        """Keep an order number that was typed in groups: "10 042", "1 0 0 4 2", "1234 5678 9012"."""
        number, cue, typed = "".join(parts), self._cues.get(start), self._text[start:end]
        if max(map(len, parts)) > 4 or not self._fits_shop(number) or "-" in typed or "  " in typed:
            return False
        numbering = self._is_hashed(start) or (cue is not None and cue.numbering)
        if ("." in typed or "," in typed) and not (numbering and all(len(part) == 3 for part in parts[1:])):
            return False
        announced = numbering or (cue is not None and cue.meaning in (Meaning.ORDER, Meaning.ABOUT))
        even = len(set(map(len, parts))) == 1 and len(parts[0]) > 2 and not (cue is not None and cue.plural)
        if cue is not None and cue.meaning in _STARTS_NOTHING:
            return False
        if not announced and typed != self._alone and not (even and len(parts) > 2 and len(parts[0]) > 3):
            return False
        # Groups that are order numbers by themselves are several, unless all are cut alike.
        if even or not any(map(self._fits_shop, parts)):
            self._order(number, start, end)
            return True
        return False

    # --- Token by token ---------------------------------------------------------------------------

    def _tokens(self) -> None:
        numbers = (
            match
            for match in shapes.TOKEN.finditer(self._text)
            if self._free(*match.span()) and any(map(str.isdigit, match[0]))
        )
        for match in itertools.islice(numbers, MAX_CANDIDATES):
            start, end, token = match.start(), match.end(), match[0]
            head, _dash, tail = token.partition("-")
            if head.isdigit() and tail and not any(map(str.isdigit, tail)):
                # "10042-where is it": a dash for a full stop.
                token, end = head, start + len(head)
            if self._meaning(start) in _STARTS_NOTHING:
                continue
            postcode = postcodes.could_be_postcode(token) if POSTCODE_AFTER.match(self._text, end) else None
            if postcode is not None:
                self._emit("postcode", postcode, start, end)
                continue
            cue = self._cues.get(start) or misspelt(self._text, start)
            (self._digits if token.isdigit() else self._code)(token, start, end, cue)

    def _digits(self, token: str, start: int, end: int, cue: Cue | None) -> None:
        """A token of digits only: an order number first."""
        meaning = cue.meaning if cue else None
        hashed = self._is_hashed(start)
        if (meaning is Meaning.TRACKING and len(token) >= MIN_TRACKING) or (
            meaning is Meaning.CARRIER and fit(token).carriers
        ):
            self._tracking(token, start, end)
        elif meaning in (Meaning.ORDER, Meaning.TRACKING) or hashed:
            shortest = 3 if hashed or (cue is not None and cue.numbering) else 4
            if self._fits_shop(token) or shortest <= len(token) <= MAX_ORDER:
                self._order(token, start, end)
        elif self._fits_shop(token):
            if token == self._alone or meaning is Meaning.ABOUT or not shapes.VAGUE.fullmatch(token):
                self._order(token, start, end)
        elif fit(token).carriers:
            # No order of this shop, and a carrier's check digit fits.
            self._tracking(token, start, end)

    def _code(self, token: str, start: int, end: int, cue: Cue | None) -> None:
        """A token of digits with letters or dashes."""
        key, meaning = tracking_key(token), cue.meaning if cue else None
        glued = shapes.GLUED.fullmatch(token)
        if self._is_tracking(token, start):
            self._tracking(token, start, end)
        elif shapes.MISTYPED.fullmatch(key):
            return
        elif meaning is Meaning.TRACKING and len(key) >= MIN_TRACKING and sum(map(str.isdigit, key)) >= 4:
            self._tracking(token, start, end)
        elif glued is not None:
            self._order(glued[1], end - len(glued[1]), end)
        elif shapes.is_code(
            token,
            self._pattern,
            announced=self._is_hashed(start) or meaning in (Meaning.ORDER, Meaning.ABOUT, Meaning.TRACKING),
            numbering=meaning is Meaning.ORDER and cue is not None and cue.numbering,
            alone=token == self._alone,
        ):
            self._order(token, start, end)
