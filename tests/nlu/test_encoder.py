"""The encoder: cutting, caching, warming, and the disk cache of training."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest

from bot.nlu import encoder as module
from bot.nlu.encoder import DIMENSION, MAX_TOKENS, Encoder, encode_for_training, encoder, register_gate, warm
from bot.nlu.text import masked


@pytest.fixture
def fresh() -> Encoder:
    return Encoder(cache_size=2)


@pytest.fixture
def embedded(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were really encoded from here on, by any encoder."""
    texts: list[str] = []
    embed = Encoder._embed

    def spy(self: Encoder, batch: list[str]) -> module.Vectors:
        texts.extend(batch)
        return embed(self, batch)

    monkeypatch.setattr(Encoder, "_embed", spy)
    return texts


@pytest.fixture
def gate() -> Iterator[Callable[[Callable[[str], bool]], None]]:
    """Registers a gate for one test and takes it away again."""
    before = list(module._needed)
    yield register_gate
    module._needed[:] = before


def test_a_vector_has_length_one(fresh: Encoder) -> None:
    vector = fresh.encode("where is my order")
    assert vector.shape == (DIMENSION,)
    assert np.linalg.norm(vector) == pytest.approx(1, abs=1e-3)


def test_meaning_is_near_across_languages(fresh: Encoder) -> None:
    english, french, other = (
        fresh.encode(text)
        for text in ("where is my parcel", "où est mon colis", "play some jazz in the kitchen")
    )
    assert english @ french > english @ other


def test_one_at_a_time_and_in_a_batch_are_the_same(fresh: Encoder) -> None:
    texts = ["where is my order", "", "une phrase un peu plus longue que les autres", "🍕"]
    batch = fresh.encode_all(texts)
    for text, vector in zip(texts, batch, strict=True):
        np.testing.assert_allclose(fresh.encode(text), vector, atol=2e-2)


def test_a_known_text_is_not_encoded_again(fresh: Encoder, embedded: list[str]) -> None:
    fresh.encode("a")
    fresh.encode("a")
    assert embedded == ["a"]


def test_the_text_not_used_for_longest_is_forgotten(fresh: Encoder, embedded: list[str]) -> None:
    for text in ("a", "b", "a", "c", "a", "b"):
        fresh.encode(text)
    assert embedded == ["a", "b", "c", "b"]


@pytest.mark.parametrize(
    "text",
    ["word " * 500, "xy " * 160, "👨‍👩‍👧 " * 200, "漢字" * 300, "0123456789" * 50, "ß" * 2000],
    ids=len,
)
def test_a_long_text_is_cut_to_head_and_tail(fresh: Encoder, text: str) -> None:
    cut = fresh.cut(text)
    assert fresh._model.token_count(cut, True) <= MAX_TOKENS
    assert text.startswith(cut[:3])
    assert text.endswith(cut[-3:])


def test_a_short_text_is_not_cut(fresh: Encoder) -> None:
    assert fresh.cut("where is my order") == "where is my order"


def test_warm_spares_the_parse_its_encoding(embedded: list[str], gate: Callable[..., None]) -> None:
    gate(lambda words: True)
    warm("Where has ORDER 55221 got to, pray?", "en")
    encoder().encode(masked("where has order 99881 got to, pray?"))
    assert len(embedded) == 1


def test_warm_asks_the_gate_with_the_masked_text(embedded: list[str], gate: Callable[..., None]) -> None:
    asked: list[str] = []

    def refuse(words: str) -> bool:
        asked.append(words)
        return False

    gate(refuse)
    warm("has 55221 left yet")
    assert asked == ["has ordernumber left yet"]
    assert embedded == []


def test_warm_leaves_payloads_alone(embedded: list[str], gate: Callable[..., None]) -> None:
    gate(lambda words: True)
    warm('/track_order{"order_number":"10042"}')
    assert embedded == []


def test_training_vectors_are_kept_on_disk(tmp_path: Path, embedded: list[str]) -> None:
    cache = tmp_path / "cache" / "vectors.npz"
    first = encode_for_training(["one", "two", "one"], cache)
    assert first.shape == (3, DIMENSION)
    assert sorted(embedded) == ["one", "two"]
    again = encode_for_training(["two", "three"], cache)
    assert sorted(embedded) == ["one", "three", "two"]
    np.testing.assert_array_equal(again[0], first[1])


def test_the_disk_keeps_the_vectors_used_last(
    tmp_path: Path, embedded: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MAX_STORED", 2)
    cache = tmp_path / "vectors.npz"
    for texts in (["one", "two"], ["two", "three"], ["two"], ["one"]):
        encode_for_training(texts, cache)
    assert sorted(embedded) == ["one", "one", "three", "two"]


def test_a_cache_that_a_crash_cut_short_is_made_again(tmp_path: Path, embedded: list[str]) -> None:
    cache = tmp_path / "vectors.npz"
    encode_for_training(["one"], cache)
    cache.write_bytes(cache.read_bytes()[:300])
    encode_for_training(["one"], cache)
    encode_for_training(["one"], cache)
    assert embedded == ["one", "one"]


def test_a_cache_that_is_none_is_made_again(tmp_path: Path, embedded: list[str]) -> None:
    cache = tmp_path / "vectors.npz"
    cache.write_bytes(b"not vectors")
    encode_for_training(["one"], cache)
    encode_for_training(["one"], cache)
    assert embedded == ["one"]


def test_no_text_no_vector(tmp_path: Path) -> None:
    assert encode_for_training([], tmp_path / "vectors.npz").shape == (0, DIMENSION)
