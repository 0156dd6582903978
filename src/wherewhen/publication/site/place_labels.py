"""Labels that do not run into each other: the first to come keeps its room."""

from __future__ import annotations

from dataclasses import dataclass, field

Rectangle = tuple[float, float, float, float]


@dataclass(slots=True)
class Room:
    """Rectangles already taken, in the units of the drawing."""

    bounds: Rectangle
    taken: list[Rectangle] = field(default_factory=list)

    def take(self, rectangle: Rectangle) -> bool:
        """Take the rectangle if it is free and within bounds."""
        if not _within(rectangle, self.bounds) or any(_touch(rectangle, other) for other in self.taken):
            return False
        self.taken.append(rectangle)
        return True


def width(text: str, size: float) -> float:
    """A generous guess of how wide a text is set."""
    return size * sum(0.62 if ord(c) < 0x600 else 0.55 for c in text)


def _touch(a: Rectangle, b: Rectangle) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _within(a: Rectangle, b: Rectangle) -> bool:
    return a[0] >= b[0] and a[1] >= b[1] and a[2] <= b[2] and a[3] <= b[3]
