"""The sentences themselves: enough of them, none twice, none both trained and tested."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import product

import numpy as np
import pytest
import yaml
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import cdist

from bot.languages import ENOUGH
from bot.nlu.schema import schema
from tests.nlu.corpus import REQUIRED_LANGUAGES, ROOT, Sentence, held_out, training

#: Held-out sentences an intent and language, at least, and more of those that no public set holds.
HELD_OUT = 12
HELD_OUT_MORE = dict.fromkeys(("report_delay", "report_not_received", "ask_customs"), 40)
#: Two sentences of an intent that share this much of their letters (0 to 100) are one sentence …
NEAR = 92
#: … unless they are so short that one word makes them different.
SHORT = 16


@pytest.fixture(scope="module")
def trained() -> list[Sentence]:
    return training()


@pytest.fixture(scope="module")
def domain_intents() -> set[str]:
    domain = yaml.safe_load((ROOT / "domain.yml").read_text("utf-8"))
    return set(domain["intents"])


def test_every_intent_of_the_domain_is_trained_in_every_language(
    trained: list[Sentence], domain_intents: set[str]
) -> None:
    wanted = set(product(REQUIRED_LANGUAGES, domain_intents - {"nlu_fallback"}))
    assert {(one.language, one.intent) for one in trained if one.language in REQUIRED_LANGUAGES} == wanted


def test_every_intent_has_enough_sentences(trained: list[Sentence]) -> None:
    counts = Counter((one.language, one.intent) for one in trained if one.language in REQUIRED_LANGUAGES)
    least = {intent: ENOUGH[wish.use] for intent, wish in schema().items()}
    assert {key: count for key, count in counts.items() if count < least[key[1]]} == {}


def test_every_intent_has_enough_held_out_sentences(trained: list[Sentence]) -> None:
    counts = Counter((one.language, one.intent) for one in held_out())
    wanted = product(REQUIRED_LANGUAGES, {one.intent for one in trained})
    least = {key: HELD_OUT_MORE.get(key[1], HELD_OUT) for key in wanted}
    assert {key: counts[key] for key, count in least.items() if counts[key] < count} == {}


def test_no_sentence_stands_twice_in_a_language(trained: list[Sentence]) -> None:
    places = defaultdict(list)
    for one in [*trained, *held_out()]:
        places[one.language, one.plain].append(one)
    assert {key: found for key, found in places.items() if len(found) > 1} == {}


def test_no_sentence_is_both_trained_and_held_out(trained: list[Sentence]) -> None:
    known = {one.plain for one in trained}
    assert [one for one in held_out() if one.plain in known] == []


def test_no_two_sentences_of_an_intent_are_nearly_the_same(trained: list[Sentence]) -> None:
    groups = defaultdict(list)
    for one in [*trained, *held_out()]:
        if len(one.plain) >= SHORT:
            groups[one.language, one.intent].append(one.plain)
    alike = []
    for group in groups.values():
        likeness = cdist(group, group, scorer=ratio, score_cutoff=NEAR, dtype=np.uint8)
        alike += [(group[a], group[b]) for a, b in zip(*np.nonzero(np.triu(likeness, 1)), strict=True)]
    assert alike == []
