"""Things that stand in several pictures: trees, houses, animals, tents."""

from __future__ import annotations

import math
import random

from .brush import Picture, mix

INK = "#3d4048"


def olive(pic: Picture, x: float, y: float, size: float, seed: int, leaf: str = "#7f8d62") -> None:
    dice = random.Random(seed)
    pic.oval(x + size * 0.1, y, size * 0.62, size * 0.07, "#3c3a2c44")
    trunk = [
        (x - size * 0.07, y),
        (x - size * 0.04, y - size * 0.4),
        (x + size * 0.05, y - size * 0.4),
        (x + size * 0.08, y),
    ]
    pic.shape(trunk, "#6f5c48", "#54432f")
    for layer, tone in enumerate((mix(leaf, "#2f3a2c", 0.35), leaf, mix(leaf, "#e6e8c8", 0.3))):
        for _ in range(16):
            dx, dy = dice.uniform(-0.42, 0.42) * size, dice.uniform(-0.75, -0.36) * size
            r = size * dice.uniform(0.1, 0.19) * (1 - layer * 0.25)
            pic.oval(x + dx * (1 - layer * 0.1), y + dy - layer * size * 0.05, r, r * 0.75, tone)


def pine(pic: Picture, x: float, y: float, size: float, colour: str) -> None:
    pic.box(x - size * 0.03, y - size * 0.2, size * 0.06, size * 0.2, "#4f4236")
    for step in range(4):
        wide, low = size * (0.3 - step * 0.06), y - size * (0.12 + step * 0.2)
        tone = mix(colour, "#dfe7c6", step * 0.07)
        pic.shape(
            [(x - wide, low), (x + wide, low), (x, low - size * 0.36)], tone, mix(tone, "#20302a", 0.25)
        )


def palm(pic: Picture, x: float, y: float, tall: float, lean: float = 0.1, leaf: str = "#66764f") -> None:
    trunk = [(x + lean * tall * (t / 10) ** 2, y - tall * t / 10) for t in range(11)]
    pic.line(trunk, tall * 0.05, "#6d5a45")
    top_x, top_y = trunk[-1]
    for turn in range(11):
        angle = math.radians(-195 + turn * 21)
        frond = []
        for t in range(9):
            out = tall * 0.42 * t / 8
            frond.append(
                (top_x + math.cos(angle) * out, top_y + math.sin(angle) * out + tall * 0.25 * (t / 8) ** 2)
            )
        back = [(px, py + tall * 0.07 * math.sin(i / 8 * math.pi)) for i, (px, py) in enumerate(frond)]
        pic.shape(frond + back[::-1], mix(leaf, "#2e3b2b", 0.3 if turn % 2 else 0.0))


def house(pic: Picture, x: float, y: float, w: float, h: float, wall: str, seed: int) -> None:
    """A flat-roofed house; `y` is the ground line."""
    dice = random.Random(seed)
    pic.box(x, y - h, w, h, mix(wall, "#ffffff", 0.12), mix(wall, "#5a4a3c", 0.12))
    pic.box(x + w * 0.72, y - h, w * 0.28, h, mix(wall, "#4a4038", 0.3))
    pic.box(x - 2, y - h - 5, w + 4, 6, mix(wall, "#4a4038", 0.2))
    for row in range(max(1, int(h // 42))):
        for col in range(max(1, int(w * 0.7 // 32))):
            if dice.random() < 0.8:
                pic.box(x + 12 + col * 32, y - h + 15 + row * 40, 12, 19, mix(wall, "#2c3038", 0.65))


def wall(pic: Picture, x: float, y: float, w: float, h: float, colour: str, tooth: float = 14) -> None:
    """A wall with battlements; `y` is the ground line."""
    pic.box(x, y - h, w, h, mix(colour, "#fff4dd", 0.15), mix(colour, "#57463a", 0.2))
    steps = int(w // (tooth * 2))
    for i in range(steps):
        pic.box(
            x + (i + 0.25) * w / steps, y - h - tooth, w / steps / 2, tooth + 1, mix(colour, "#fff4dd", 0.15)
        )


def tower(pic: Picture, x: float, y: float, w: float, h: float, colour: str) -> None:
    wall(pic, x, y, w, h, colour, w / 10)
    pic.box(x + w * 0.66, y - h, w * 0.34, h, mix(colour, "#4c3d34", 0.38))
    pic.round_box(x + w * 0.3, y - h * 0.7, w * 0.16, w * 0.3, w * 0.07, mix(colour, "#2b2724", 0.75))


def tent(pic: Picture, x: float, y: float, w: float, h: float, cloth: str) -> None:
    """A bell tent with an open flap; `y` is the ground line."""
    pic.oval(x, y, w * 0.62, h * 0.07, "#2d292655")
    pic.shape(
        [
            (x, y - h),
            (x + w * 0.42, y - h * 0.3),
            (x + w * 0.5, y),
            (x - w * 0.5, y),
            (x - w * 0.42, y - h * 0.3),
        ],
        mix(cloth, "#ffffff", 0.25),
        mix(cloth, "#6b5847", 0.2),
    )
    pic.shape(
        [(x, y - h), (x + w * 0.42, y - h * 0.3), (x + w * 0.5, y), (x + w * 0.14, y)],
        mix(cloth, "#4d4238", 0.3),
    )
    pic.shape([(x, y - h * 0.75), (x + w * 0.1, y), (x - w * 0.1, y)], mix(cloth, "#2a2420", 0.75))
    pic.line([(x - w * 0.42, y - h * 0.3), (x - w * 0.8, y)], 1.5, "#5b5045")
    pic.line([(x + w * 0.42, y - h * 0.3), (x + w * 0.8, y)], 1.5, "#5b5045")


def camel(pic: Picture, x: float, y: float, s: float, colour: str, rider: str | None = None) -> None:
    """A walking camel that looks to the right; `s` is its height in pixels, `y` the ground line."""
    dark = mix(colour, "#2c2520", 0.3)
    pic.oval(x, y, s * 0.62, s * 0.05, "#2d262055")
    for dx, swing, tone in (
        (-0.3, -0.08, dark),
        (0.26, 0.1, dark),
        (-0.22, 0.07, colour),
        (0.3, -0.05, colour),
    ):
        pic.line(
            [(x + dx * s, y - s * 0.5), (x + (dx + swing / 2) * s, y - s * 0.25), (x + (dx + swing) * s, y)],
            s * 0.07,
            tone,
        )
    pic.oval(x, y - s * 0.58, s * 0.42, s * 0.17, colour)
    pic.shape(
        [
            (x - s * 0.26, y - s * 0.66),
            (x - s * 0.04, y - s * 0.94),
            (x + s * 0.06, y - s * 0.92),
            (x + s * 0.26, y - s * 0.64),
        ],
        colour,
    )
    pic.line(
        [
            (x + s * 0.34, y - s * 0.58),
            (x + s * 0.52, y - s * 0.6),
            (x + s * 0.6, y - s * 0.78),
            (x + s * 0.62, y - s * 0.95),
        ],
        s * 0.11,
        colour,
    )
    pic.oval(x + s * 0.69, y - s * 0.97, s * 0.13, s * 0.07, colour)
    pic.line([(x - s * 0.4, y - s * 0.6), (x - s * 0.46, y - s * 0.36)], s * 0.03, dark)
    pic.shape(
        [
            (x - s * 0.2, y - s * 0.86),
            (x + s * 0.18, y - s * 0.86),
            (x + s * 0.24, y - s * 0.48),
            (x - s * 0.26, y - s * 0.48),
        ],
        "#a2604a",
        "#7f4638",
    )
    pic.line([(x - s * 0.22, y - s * 0.6), (x + s * 0.21, y - s * 0.6)], s * 0.035, "#d9b779")
    if rider:
        pic.shape(
            [
                (x - s * 0.12, y - s * 1.3),
                (x + s * 0.12, y - s * 1.3),
                (x + s * 0.2, y - s * 0.84),
                (x - s * 0.2, y - s * 0.84),
            ],
            rider,
        )
        pic.oval(x + s * 0.01, y - s * 1.37, s * 0.085, s * 0.1, mix(rider, "#f4eddc", 0.55))


def truck(pic: Picture, x: float, y: float, s: float, colour: str) -> None:
    """A pick-up seen from the side; `s` is its length."""
    pic.oval(x + s * 0.5, y, s * 0.55, s * 0.04, "#2d262066")
    pic.round_box(x, y - s * 0.26, s, s * 0.2, s * 0.04, colour)
    pic.shape(
        [
            (x + s * 0.46, y - s * 0.25),
            (x + s * 0.52, y - s * 0.42),
            (x + s * 0.72, y - s * 0.42),
            (x + s * 0.84, y - s * 0.25),
        ],
        mix(colour, "#ffffff", 0.1),
    )
    pic.shape(
        [
            (x + s * 0.53, y - s * 0.26),
            (x + s * 0.565, y - s * 0.385),
            (x + s * 0.7, y - s * 0.385),
            (x + s * 0.78, y - s * 0.26),
        ],
        "#8fa6ad",
        "#c9d6d6",
    )
    for wheel in (0.2, 0.8):
        pic.oval(x + s * wheel, y - s * 0.07, s * 0.085, s * 0.085, "#2f3035")
        pic.oval(x + s * wheel, y - s * 0.07, s * 0.04, s * 0.04, "#8d8d8c")
