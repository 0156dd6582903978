"""Damaged pages only fail with a code, and what is read of them is well formed."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from wherewhen import documents
from wherewhen.model.document import BlockKind
from wherewhen.model.errors import InputError

PAGES = sorted((Path(__file__).parents[2] / "samples").glob("*/*.html"))
SCRAPS = [
    scrap.encode()
    for scrap in (
        "<",
        ">",
        '"',
        "'",
        "</div>",
        "<div>",
        "<!--",
        "-->",
        "<script>",
        "</p>",
        "&#x",
        "\x00",
        "<figure>",
        "<figcaption>",
        "<img>",
        "<table>",
        "<td>",
        "<br>",
        "</body>",
        "</html>",
        "<svg>",
        "<a href=x>",
        ' style="display:none"',
        "\ufffe",
        "\u202e",
        "<aside>",
        "<h1>",
        "<style>",
        "]]>",
        "<?",
        "<template>",
    )
] + [b"\xff", b"\xc3"]


def damaged(page: bytes, dice: random.Random) -> bytes:
    data = bytearray(page)
    for _ in range(dice.choice([1, 3, 20, 200])):
        at = dice.randrange(len(data))
        kind = dice.randrange(4)
        if kind == 0:
            data[at] = dice.randrange(256)
        elif kind == 1:
            data[at:at] = dice.choice(SCRAPS)
        elif kind == 2:
            del data[at : at + dice.randrange(200)]
        else:
            data[at:at] = bytes(data[at : at + dice.randrange(500)])
    return bytes(data)


@pytest.mark.parametrize("seed", range(10))
def test_damage_does_no_more_than_fail(tmp_path: Path, seed: int) -> None:
    dice = random.Random(seed)
    path = tmp_path / "page.html"
    for _ in range(40):
        path.write_bytes(damaged(dice.choice(PAGES).read_bytes(), dice))
        try:
            document = documents.read(path)
        except InputError:
            continue
        ends = [0, *(block.end for block in document.blocks)]
        assert all(end <= block.start < block.end for end, block in zip(ends, document.blocks, strict=False))
        assert ends[-1] <= len(document.text)
        kinds = {
            document.blocks[image.caption].kind for image in document.images if image.caption is not None
        }
        assert kinds <= {BlockKind.CAPTION, BlockKind.BOILERPLATE}
