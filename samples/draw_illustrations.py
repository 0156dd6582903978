"""Draw the pictures of the sample pages: `python samples/draw_illustrations.py`.

The same files come out each time; every picture is our own drawing and says so.
"""

from __future__ import annotations

from pathlib import Path

from illustrations import general, traveller
from PIL import Image, ImageDraw

HERE = Path(__file__).parent
RIGHTS = "Wherewhen contributors, CC BY 4.0"
COPYRIGHT_TAG, DESCRIPTION_TAG = 0x8298, 0x010E


def save(picture: Image.Image, name: str, folders: list[Path]) -> None:
    notes = Image.Exif()
    notes[COPYRIGHT_TAG] = RIGHTS
    notes[DESCRIPTION_TAG] = "Drawing that stands in for a photograph"
    for folder in folders:
        folder.mkdir(parents=True, exist_ok=True)
        picture.save(folder / f"{name}.jpg", quality=80, optimize=True, progressive=True, exif=notes)


def logo(colour: str) -> Image.Image:
    """The small mark of a made-up outlet, as pages carry one beside their real pictures."""
    mark = Image.new("P", (192, 192), 0)
    mark.putpalette([250, 246, 238, *bytes.fromhex(colour)])
    pen = ImageDraw.Draw(mark)
    pen.ellipse([16, 16, 176, 176], fill=1)
    pen.arc([48, 70, 144, 166], 180, 360, fill=0, width=12)
    pen.arc([72, 94, 120, 142], 180, 360, fill=0, width=12)
    return mark


def main() -> None:
    for case, scenes, colour in (
        ("general", general.SCENES, "4f6f7a"),
        ("traveller", traveller.SCENES, "8a5a3c"),
    ):
        folders = [HERE / case / f"{case}-{language}_files" for language in ("en", "ar")]
        for name, scene in scenes.items():
            save(scene().finish(), name, folders)
        for folder in folders:
            logo(colour).save(folder / "logo.png", optimize=True)


if __name__ == "__main__":
    main()
