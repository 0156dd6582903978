"""A small paint box over Pillow: gradients, ridges, trees, walls and faceless figures."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence

import numpy as np
from PIL import Image, ImageColor, ImageDraw, ImageFilter, ImageFont

WIDTH, HEIGHT, SCALE = 1200, 800, 2
Point = tuple[float, float]
LABEL = "drawing, stands in for the photograph"


def rgb(colour: str) -> tuple[int, int, int]:
    return ImageColor.getrgb(colour)[:3]


def mix(one: str, two: str, share: float) -> str:
    """The colour that lies `share` (0 to 1) of the way from `one` to `two`."""
    pairs = zip(rgb(one), rgb(two), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def gradient(width: int, height: int, top: str, bottom: str) -> Image.Image:
    share = np.linspace(0, 1, max(height, 1))[:, None, None]
    rows = np.array(rgb(top)) * (1 - share) + np.array(rgb(bottom)) * share
    return Image.fromarray(np.repeat(rows, max(width, 1), axis=1).round().astype(np.uint8))


class Picture:
    """One drawing. All coordinates are in pixels of the finished 1200 by 800 picture."""

    def __init__(self, top: str, bottom: str, horizon: int = 470) -> None:
        self.image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), bottom)
        self.image.paste(gradient(WIDTH * SCALE, horizon * SCALE, top, bottom), (0, 0))
        self.pen = ImageDraw.Draw(self.image, "RGBA")

    def shape(self, points: Sequence[Point], top: str, bottom: str | None = None) -> None:
        """Fill a polygon, with a vertical gradient where two colours are given."""
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        if bottom is None:
            self.pen.polygon(scaled, fill=top)
            return
        left, upper = (math.floor(min(p[i] for p in scaled)) for i in (0, 1))
        right, lower = (math.ceil(max(p[i] for p in scaled)) + 1 for i in (0, 1))
        mask = Image.new("L", (right - left, lower - upper), 0)
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in scaled], fill=255)
        self.image.paste(gradient(*mask.size, top, bottom), (left, upper), mask)

    def box(self, x: float, y: float, w: float, h: float, top: str, bottom: str | None = None) -> None:
        self.shape([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], top, bottom)

    def round_box(self, x: float, y: float, w: float, h: float, radius: float, fill: str) -> None:
        corners = [v * SCALE for v in (x, y, x + w, y + h)]
        self.pen.rounded_rectangle(corners, radius * SCALE, fill=fill)

    def oval(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        self.pen.ellipse([v * SCALE for v in (x - rx, y - ry, x + rx, y + ry)], fill=fill)

    def line(self, points: Sequence[Point], width: float, fill: str) -> None:
        scaled = [(x * SCALE, y * SCALE) for x, y in points]
        self.pen.line(scaled, fill=fill, width=max(1, round(width * SCALE)), joint="curve")

    def glow(self, x: float, y: float, radius: float, colour: str, strength: int = 200) -> None:
        """A soft round light."""
        mask = Image.new("L", (WIDTH, HEIGHT), 0)
        ImageDraw.Draw(mask).ellipse([x - radius, y - radius, x + radius, y + radius], fill=strength)
        mask = mask.filter(ImageFilter.GaussianBlur(radius / 2)).resize(self.image.size)
        self.image.paste(Image.new("RGB", self.image.size, colour), (0, 0), mask)

    def clouds(self, seed: int, colour: str, low: float, high: float, count: int = 7) -> None:
        dice = random.Random(seed)
        mask = Image.new("L", (WIDTH, HEIGHT), 0)
        pen = ImageDraw.Draw(mask)
        for _ in range(count):
            x, y = dice.uniform(-50, WIDTH), dice.uniform(low, high)
            for _ in range(6):
                dx, dy, rx = dice.uniform(-90, 90), dice.uniform(-9, 9), dice.uniform(50, 130)
                pen.ellipse([x + dx - rx, y + dy - 9, x + dx + rx, y + dy + 9], fill=120)
        mask = mask.filter(ImageFilter.GaussianBlur(9)).resize(self.image.size)
        self.image.paste(Image.new("RGB", self.image.size, colour), (0, 0), mask)

    def ridge(self, base: float, height: float, seed: int, top: str, bottom: str, grain: float = 1) -> None:
        """A skyline of hills from edge to edge, filled down to the lower margin."""
        self.shape([*profile(base, height, seed, grain), (WIDTH, HEIGHT), (0, HEIGHT)], top, bottom)

    def specks(
        self,
        box: tuple[float, float, float, float],
        count: int,
        seed: int,
        colours: Sequence[str],
        size: float = 3,
    ) -> None:
        """Stones or tufts, larger towards the viewer."""
        dice = random.Random(seed)
        for _ in range(count):
            x, y = dice.uniform(box[0], box[2]), dice.uniform(box[1], box[3])
            near = 0.3 + (y - box[1]) / max(box[3] - box[1], 1)
            self.oval(x, y, size * near * 1.8, size * near * 0.6, dice.choice(list(colours)))

    def figure(self, x: float, foot: float, tall: float, coat: str, robe: bool = False) -> None:
        """A standing person without a face; `foot` is the ground line."""
        unit = tall / 8
        self.pen.ellipse(
            [v * SCALE for v in (x - unit * 2.2, foot - unit * 0.3, x + unit * 2.6, foot + unit * 0.3)],
            fill=(40, 35, 30, 60),
        )
        if robe:
            self.shape(
                [
                    (x - unit * 1.1, foot - unit * 6.4),
                    (x + unit * 1.1, foot - unit * 6.4),
                    (x + unit * 1.7, foot),
                    (x - unit * 1.7, foot),
                ],
                mix(coat, "#ffffff", 0.12),
                coat,
            )
        else:
            dark = mix(coat, "#20242c", 0.4)
            self.shape(
                [
                    (x - unit, foot - unit * 3.6),
                    (x - unit * 0.1, foot - unit * 3.6),
                    (x - unit * 0.2, foot),
                    (x - unit * 1.0, foot),
                ],
                dark,
            )
            self.shape(
                [
                    (x + unit * 0.1, foot - unit * 3.6),
                    (x + unit, foot - unit * 3.6),
                    (x + unit * 1.0, foot),
                    (x + unit * 0.2, foot),
                ],
                dark,
            )
            self.round_box(x - unit * 1.35, foot - unit * 6.6, unit * 2.7, unit * 3.6, unit * 0.8, coat)
        self.oval(x, foot - unit * 7.2, unit * 0.72, unit * 0.85, mix(coat, "#6b4f3d", 0.55))
        if robe:
            self.shape(
                [
                    (x - unit * 0.8, foot - unit * 7.5),
                    (x, foot - unit * 8.2),
                    (x + unit * 0.8, foot - unit * 7.5),
                    (x + unit, foot - unit * 6.2),
                    (x - unit, foot - unit * 6.2),
                ],
                mix(coat, "#f5efe2", 0.6),
            )

    def finish(self) -> Image.Image:
        """Scale down, darken the corners a little, add the label."""
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        ys, xs = np.mgrid[-1 : 1 : HEIGHT * 1j, -1 : 1 : WIDTH * 1j]
        shade = 1 - 0.13 * np.clip(xs**2 + ys**2 - 0.5, 0, None)
        done = Image.fromarray((np.asarray(small) * shade[:, :, None]).round().astype(np.uint8))
        pen = ImageDraw.Draw(done, "RGBA")
        font = ImageFont.load_default(17)
        wide = pen.textlength(LABEL, font=font)
        pen.rounded_rectangle([18, HEIGHT - 46, 42 + wide, HEIGHT - 16], 6, fill=(250, 246, 238, 205))
        pen.text((30, HEIGHT - 31), LABEL, font=font, fill=(70, 66, 60, 255), anchor="lm")
        return done


def profile(base: float, height: float, seed: int, grain: float = 1) -> list[Point]:
    """Points of a hilly skyline from the left margin to the right one."""
    dice = random.Random(seed)
    waves = [(dice.uniform(0, math.tau), grain * f, 1 / f**0.9) for f in (1, 2.3, 4.1, 7.7, 15)]
    whole = sum(w[2] for w in waves)

    def high(x: float) -> float:
        return base - height * sum(a * math.sin(p + x / WIDTH * math.tau * f) for p, f, a in waves) / whole

    return [(x, high(x)) for x in range(0, WIDTH + 1, 6)]
