"""Eight scenes for the article on the traveller."""

from __future__ import annotations

import math
import random

from .brush import WIDTH, Picture, profile
from .things import camel, house, olive, palm, tent, tower, wall


def caravan() -> Picture:
    pic = Picture("#8aa9b6", "#f8dcae")
    pic.glow(250, 360, 140, "#fff3cf", 240)
    pic.clouds(7, "#fff0da", 70, 230, 6)
    pic.ridge(430, 30, 201, "#c69f82", "#cba67e", 0.9)
    pic.ridge(480, 36, 202, "#d8b07a", "#c2925c", 0.6)
    pic.ridge(570, 44, 203, "#dfb67c", "#a8733f", 0.5)
    for i, rider in enumerate((None, "#7c5a4a", None, "#3f5566", None, "#6c6a50")):
        camel(
            pic,
            150 + i * 178,
            640 + 12 * math.sin(i * 1.3),
            150,
            ("#b78a5c", "#a67a50", "#c39a6c")[i % 3],
            rider,
        )
    for i in range(26):
        pic.line([(i * 52 - 60, 716 + (i % 4) * 19), (i * 52 + 40, 706 + (i % 4) * 19)], 3, "#8f5f3455")
    pic.specks((0, 690, 1200, 795), 40, 204, ("#8b6a41", "#a98a55", "#7b7a4b"))
    return pic


def night_camp() -> Picture:
    pic = Picture("#1f2c45", "#5c5a70")
    dice = random.Random(211)
    for _ in range(260):
        x, y = dice.uniform(0, WIDTH), dice.uniform(0, 420)
        size = dice.choice((0.8, 0.8, 1.2, 1.9))
        pic.oval(x, y, size, size, "#f6eed6")
    pic.glow(930, 140, 60, "#e9e4cc", 150)
    pic.oval(930, 140, 34, 34, "#f7f1dc")
    pic.oval(920, 134, 7, 7, "#e6dfc8")
    pic.oval(941, 149, 5, 5, "#e6dfc8")
    pic.ridge(450, 40, 212, "#47485f", "#4a4658", 0.8)
    pic.ridge(540, 20, 213, "#5a4e55", "#3a3038", 0.7)
    pic.glow(610, 640, 190, "#e8a45a", 150)
    tent(pic, 320, 610, 250, 190, "#c9a87f")
    tent(pic, 905, 600, 220, 170, "#ad8c6b")
    tent(pic, 1100, 565, 130, 100, "#857062")
    for dx, tone in ((-16, "#d9793c"), (0, "#f0b25b"), (14, "#e08a42")):
        pic.shape([(610 + dx - 15, 668), (610 + dx + 15, 668), (610 + dx * 0.7, 600 - abs(dx) * -1.2)], tone)
    pic.line([(570, 674), (652, 660)], 9, "#4a3328")
    pic.line([(572, 660), (650, 676)], 9, "#573c2e")
    for x, robe in ((505, True), (725, True), (775, False)):
        pic.figure(x, 690, 128, "#3c3138", robe)
    camel(pic, 150, 690, 150, "#5a4638")
    return pic


def palm_town() -> Picture:
    pic = Picture("#9bb6bf", "#f7e0bd")
    pic.glow(940, 330, 130, "#fff4d6", 210)
    pic.ridge(380, 110, 221, "#a58f92", "#b79c8c", 1.6)
    pic.ridge(450, 60, 222, "#b99a83", "#c7a684", 1.3)
    for i in range(12):
        palm(pic, 40 + i * 108, 520, 130 + (i * 37) % 50, 0.12 if i % 2 else -0.1, "#71805a")
    for i in range(9):
        house(pic, 300 + i * 74, 560 - (i % 3) * 8, 72, 80 + (i * 43) % 50, "#cfa878", 500 + i)
    wall(pic, 160, 610, 900, 92, "#c69a68", 13)
    for x in (150, 420, 720, 1010):
        tower(pic, x, 615, 66, 165, "#bd8f5e")
    pic.round_box(560, 532, 62, 90, 28, "#563f2e")
    pic.shape([(0, 608), (1200, 604), (1200, 800), (0, 800)], "#dcb985", "#ab7f4e")
    pic.shape([(575, 612), (612, 612), (760, 800), (420, 800)], "#e9cfa2", "#c7a06d")
    for x, y, tall in ((70, 740, 330), (1120, 760, 360), (1010, 700, 230)):
        palm(pic, x, y, tall, 0.13 if x < 600 else -0.14)
    camel(pic, 420, 720, 150, "#b0855a", "#7b5b4b")
    pic.figure(690, 705, 112, "#6a5c70", True)
    pic.figure(745, 712, 118, "#857052", True)
    return pic


def steamer() -> Picture:
    pic = Picture("#7f9fb2", "#f5dcc2")
    pic.clouds(23, "#fdf0e0", 80, 340, 10)
    pic.glow(980, 420, 120, "#fff0cf", 220)
    pic.box(0, 470, 1200, 330, "#86a8ab", "#33586a")
    for i in range(12):
        for funnel in (515, 652):
            pic.oval(funnel - i * 44, 200 - i * 10, 30 + i * 9, 13 + i * 4, "#6f6c6c3a")
    hull = [(250, 470), (985, 470), (955, 565), (300, 565)]
    pic.shape(hull, "#3d4650", "#272d35")
    pic.shape([(288, 545), (961, 545), (955, 565), (300, 565)], "#8c4a3c")
    pic.box(335, 425, 560, 46, "#eee4d2", "#d6c8b0")
    pic.box(420, 378, 380, 48, "#e6dac4", "#cdbda2")
    for i in range(17):
        pic.oval(355 + i * 32, 449, 7, 7, "#5e717b")
    for i in range(11):
        pic.box(432 + i * 33, 392, 17, 20, "#6d818b")
    for x in (470, 610):
        pic.shape([(x, 380), (x + 10, 210), (x + 74, 210), (x + 82, 380)], "#3f3d3f", "#5a5554")
        pic.shape([(x + 7, 262), (x + 76, 262), (x + 78, 300), (x + 5, 300)], "#c29a55")
    for x in (330, 890):
        pic.line([(x, 430), (x + 6, 170)], 6, "#5c4d40")
        pic.line([(x + 6, 180), (610, 380)], 1.5, "#5c4d4088")
    for i in range(150):
        x, y = (i * 263) % 1200, 480 + ((i * 71) % 310)
        if not (270 < x < 960 and y < 575):
            near = (y - 470) / 330
            pic.line([(x, y), (x + 20 + 70 * near, y - 4 * near)], 1.5 + 3.5 * near, "#d9e6df66")
    pic.shape(
        [*[(x, y + 0) for x, y in profile(572, 10, 231, 6)], (WIDTH, 600), (0, 600)], "#9fbcbc", "#5a808b"
    )
    for i in range(30):
        pic.oval(230 + i * 26, 572 + (i * 7) % 9, 20, 6, "#f2f4ec99")
    return pic


def writing_desk() -> Picture:
    pic = Picture("#8d6b50", "#5f4433", 800)
    for i in range(18):
        pic.line([(0, i * 46), (600, i * 46 + (i % 4) * 7 - 9), (1200, i * 46 + 5)], 1.5, "#4b332655")
    pic.glow(880, 140, 320, "#e9bd7c", 110)
    pic.shape([(110, 180), (500, 110), (590, 600), (200, 670)], "#f6efdf", "#e3d6bc")
    for i in range(15):
        pen = [
            (160 + i * 5.4 + t * 11, 232 + i * 27 - t * 2 + 4 * math.sin(t * 2.1 + i))
            for t in range(28 - (i * 5) % 7)
        ]
        pic.line(pen, 2, "#5d5a66")
    pic.shape([(560, 360), (1010, 400), (975, 745), (525, 705)], "#8c4d3f", "#6e382e")
    pic.shape([(575, 366), (790, 386), (762, 718), (545, 698)], "#faf4e6", "#e9deca")
    pic.shape([(790, 386), (1000, 404), (968, 733), (762, 718)], "#f3ebd9", "#ddd0b8")
    for i in range(10):
        pic.line([(602 - i * 2.6, 412 + i * 27), (766 - i * 2.6, 427 + i * 27)], 2, "#8d8778")
    pic.shape([(815, 425), (965, 438), (952, 560), (805, 548)], "#c8b18a", "#a5855c")
    pic.shape([(812, 500), (860, 470), (905, 500), (957, 480), (952, 560), (805, 548)], "#8d7452")
    for i in range(5):
        pic.line([(800 - i * 2, 590 + i * 25), (945 - i * 2, 601 + i * 25)], 2, "#8d8778")
    pic.oval(720, 190, 66, 50, "#33333a")
    pic.oval(720, 176, 52, 36, "#4d4f57")
    pic.oval(720, 174, 30, 19, "#17191f")
    pic.line([(735, 168), (905, 35)], 7, "#3a2c24")
    pic.shape([(820, 95), (915, 10), (935, 30), (850, 112)], "#e9e1d0", "#cfc2aa")
    pic.shape([(1030, 120), (1160, 100), (1190, 300), (1060, 320)], "#d9c7a3", "#c1a97d")
    pic.oval(1100, 215, 40, 40, "#a24b3a")
    pic.oval(1100, 215, 28, 28, "#b96450")
    pic.oval(1080, 560, 84, 84, "#b08b4c")
    pic.oval(1080, 560, 70, 70, "#f5eddb")
    pic.shape([(1080, 500), (1092, 560), (1068, 560)], "#a4493a")
    pic.shape([(1080, 620), (1092, 560), (1068, 560)], "#54606b")
    pic.oval(1080, 560, 6, 6, "#3a3430")
    return pic


def river_gorge() -> Picture:
    pic = Picture("#8fb1c0", "#f3e6cd")
    pic.clouds(241, "#fffaf0", 50, 200)
    pic.ridge(300, 120, 242, "#b4c0c6", "#b9b8ad", 1.4)
    pic.ridge(380, 90, 243, "#a9a892", "#b3a07d", 1.1)
    pic.shape([(0, 300), (210, 330), (330, 470), (430, 545), (430, 800), (0, 800)], "#c2a47c", "#8a6a4b")
    pic.shape(
        [(1200, 250), (1010, 320), (850, 455), (700, 545), (760, 800), (1200, 800)], "#b9966c", "#7d5d42"
    )
    for i in range(9):
        pic.line(
            [(0, 345 + i * 45), (200 + i * 12, 372 + i * 43), (330 + i * 9, 490 + i * 34)], 4, "#7b5d4055"
        )
        pic.line(
            [(1200, 300 + i * 48), (1010 - i * 14, 365 + i * 46), (830 - i * 9, 490 + i * 36)], 4, "#6b4e3655"
        )
    water = [(520, 540), (600, 536), (650, 590), (610, 660), (800, 800), (330, 800), (470, 680), (430, 600)]
    pic.shape(water, "#9cc2bf", "#4d8288")
    for i in range(26):
        x, y = 440 + (i * 61) % 220, 560 + (i * 37) % 235
        pic.line([(x, y), (x + 20 + (y - 540) / 4, y + 2)], 2, "#e6f1ea88")
    for x in (465, 560, 655):
        pic.shape([(x - 26, 610), (x - 14, 470), (x + 14, 470), (x + 26, 610)], "#c7ad86", "#977a57")
    pic.shape([(330, 520), (560, 450), (800, 520), (800, 496), (560, 424), (330, 496)], "#d4bb94", "#a98b63")
    for i in range(7):
        house(pic, 80 + i * 32, 372 + i * 19, 34, 40, "#d4bd98", 600 + i)
    for x, y, s in ((160, 720, 150), (290, 765, 120), (1010, 700, 170), (1130, 770, 190)):
        olive(pic, x, y, s, int(x), "#71865a")
    pic.figure(880, 720, 110, "#5b5468", True)
    pic.figure(930, 730, 116, "#6d5f49", True)
    return pic


def desert_palace() -> Picture:
    pic = Picture("#88aabb", "#f6e1bd")
    pic.clouds(251, "#fff4e0", 60, 260, 6)
    pic.ridge(455, 10, 252, "#d5b58a", "#cba473", 0.8)
    pic.shape([(0, 520), (1200, 512), (1200, 800), (0, 800)], "#dcb980", "#a87c4a")
    wall(pic, 190, 590, 820, 230, "#c59c6c", 16)
    for i in range(11):
        pic.round_box(220 + i * 72, 420, 46, 150, 23, "#98704a")
        pic.round_box(228 + i * 72, 430, 30, 140, 15, "#7c5a3d")
    for x in (165, 935):
        tower(pic, x, 596, 100, 290, "#bf9463")
    tower(pic, 540, 600, 130, 320, "#caa274")
    pic.round_box(575, 500, 58, 104, 29, "#4a3629")
    for i in range(12):
        pic.round_box(770 + i * 22, 588 + (i * 17) % 26, 30, 16, 6, "#b08a5c")
    pic.specks((0, 620, 1200, 795), 110, 253, ("#8f6d44", "#c79f68", "#8b8a55"))
    tent(pic, 150, 720, 150, 110, "#e6d6b8")
    camel(pic, 700, 740, 140, "#a87d53")
    pic.figure(420, 725, 116, "#5a5166", True)
    for dx in (-24, 0, 24):
        pic.line([(470, 660), (470 + dx, 728)], 3.5, "#4c3b2f")
    pic.round_box(452, 636, 38, 28, 4, "#4c3b2f")
    return pic


def pyramids() -> Picture:
    pic = Picture("#92b1bf", "#f8e1b9")
    pic.glow(640, 380, 200, "#fff5d8", 190)
    pic.clouds(261, "#fff6e4", 60, 220, 6)
    for x, y, w, h in ((860, 470, 330, 210), (450, 490, 540, 350), (130, 470, 300, 180)):
        pic.shape([(x, y - h), (x + w / 2, y), (x - w / 2, y)], "#ddb983", "#c19862")
        pic.shape([(x, y - h), (x + w / 2, y), (x + w * 0.12, y)], "#b08655", "#9b7446")
        for i in range(9):
            t = (i + 1) / 10
            pic.line(
                [(x - w / 2 * t, y - h * (1 - t)), (x + w * 0.12 * t, y - h * (1 - t))], 1.2, "#8d6a4055"
            )
    pic.ridge(464, 8, 262, "#e0bd86", "#a97f4c", 0.7)
    pic.shape(
        [(790, 575), (800, 480), (980, 462), (1130, 500), (1165, 590), (790, 600)], "#c59a64", "#94703f"
    )
    pic.shape([(690, 590), (700, 552), (850, 540), (850, 600)], "#d0a873", "#a87f4e")
    pic.shape([(780, 470), (930, 470), (960, 570), (776, 570)], "#c0955f", "#a2773f")
    cloth = [(812, 318), (888, 318), (918, 372), (936, 476), (764, 476), (782, 372)]
    pic.shape(cloth, "#c0955f", "#9d7445")
    for i in range(6):
        pic.line([(790 - i * 3, 366 + i * 19), (816, 374 + i * 17)], 3, "#8b653999")
        pic.line([(910 + i * 3, 366 + i * 19), (884, 374 + i * 17)], 3, "#8b653999")
    pic.round_box(814, 326, 72, 116, 34, "#dab57e")
    pic.shape([(814, 350), (850, 340), (886, 350), (886, 332), (850, 320), (814, 332)], "#b88c57")
    for i, x in enumerate((170, 300, 430, 560, 690)):
        camel(
            pic,
            x,
            715,
            138,
            ("#a97e54", "#bb9060")[i % 2],
            ("#5c5566", "#7a6048", "#4c5a68", "#85704e", "#5d5a48")[i],
        )
    pic.specks((0, 650, 1200, 795), 70, 263, ("#94703f", "#c49b60", "#b48a52"))
    return pic


SCENES = {
    "caravan": caravan,
    "night-camp": night_camp,
    "palm-town": palm_town,
    "steamer": steamer,
    "writing-desk": writing_desk,
    "river-gorge": river_gorge,
    "desert-palace": desert_palace,
    "pyramids": pyramids,
}
