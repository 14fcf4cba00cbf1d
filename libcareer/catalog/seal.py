"""A seal on a compiled file: checksums block by block, so that a part can be trusted without the rest.

Checking the whole of it would take longer than most answers.
"""

from __future__ import annotations

from struct import Struct
from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Callable

BLOCK = 1 << 14
"""Bytes to a checksum: about a whole role, so that reading one checks little else."""

HEAD = Struct(">16sIIQ")
"""What a sealed file begins with: MAGIC, a checksum of what stands before the body, and both their sizes."""

MAGIC = b"libcareer sealed"


def sealed(body: bytes, of: bytes = b"") -> bytes:
    """*body* under a seal that also says what it was made *of*."""
    before = of + _sums(body)
    return HEAD.pack(MAGIC, crc32(before), len(before), len(body)) + before + body


class Sealed:
    """What stands under a seal, each part read and checked when it is asked for; made anew if it is damaged."""

    def __init__(
        self, read: Callable[[int, int], bytes], size: int, fresh: Callable[[], bytes], of: bytes = b""
    ) -> None:
        """Open a file of *size* bytes that *read* reads from one place to another; *fresh* makes what it holds.

        Raises ValueError if the seal is damaged, there is more or less under it, or it was made of something else.
        """
        self._bytes, self._fresh = read, fresh
        self._remade: bytes | None = None
        self._last: tuple[int, bytes] = (0, b"")
        head = read(0, HEAD.size)
        magic, sum_, before, self._size = HEAD.unpack(head) if len(head) == HEAD.size else (b"", 0, 0, 0)
        self._start = HEAD.size + before
        if magic != MAGIC or size != self._start + self._size:
            raise ValueError("not whole")
        sums = read(HEAD.size, self._start)
        if crc32(sums) != sum_ or not sums.startswith(of):
            raise ValueError("not of this")
        self._sums = sums[len(of) :]

    def __len__(self) -> int:
        return int(self._size)

    def __getitem__(self, part: slice) -> bytes:
        if self._remade is None:
            start, end, _ = part.indices(self._size)
            found = self._read(start, end)
            if found is not None:
                return found
            self._remade = self._fresh()
        return self._remade[part]

    def _read(self, start: int, end: int) -> bytes | None:
        """The bytes from *start* to before *end*; None if a block with any of them is damaged."""
        begin, blocks = self._last
        if not begin <= start <= end <= begin + len(blocks):
            first, last = start // BLOCK, -(-end // BLOCK)
            begin = first * BLOCK
            try:
                blocks = self._bytes(self._start + begin, self._start + min(last * BLOCK, self._size))
            except OSError:
                return None
            if _sums(blocks) != self._sums[4 * first : 4 * last]:
                return None
            # Records that are asked for one after the other stand in one block.
            self._last = begin, blocks
        return blocks[start - begin : end - begin]


def _sums(body: bytes) -> bytes:
    """The checksum of each block of *body*."""
    view = memoryview(body)
    return b"".join(crc32(view[i : i + BLOCK]).to_bytes(4, "big") for i in range(0, len(body), BLOCK))
