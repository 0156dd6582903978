"""Ten scenes for the article on the general's movements."""

from __future__ import annotations

import math

from PIL import Image, ImageDraw

from .brush import WIDTH, Picture, mix, profile
from .things import house, olive, pine, tower, truck, wall


def border_post() -> Picture:
    pic = Picture("#8fb0bd", "#f6dcb8")
    pic.glow(880, 395, 150, "#fff1cf", 230)
    pic.clouds(4, "#fff4e2", 60, 260)
    pic.ridge(430, 22, 3, "#cda982", "#d8b487", 1.5)
    pic.ridge(462, 12, 8, "#dcb98a", "#b98f60")
    pic.shape([(520, 462), (600, 462), (980, 800), (160, 800)], "#a79a8a", "#75706a")
    for i in range(5):
        y, w = 490 + i * i * 18, 3 + i * 3
        pic.shape(
            [
                (560 - w + i * 2, y),
                (560 + w + i * 2, y),
                (561 + w * 1.5 + i * 2, y + 14 + i * 7),
                (559 - w * 1.5 + i * 2, y + 14 + i * 7),
            ],
            "#efe3c8",
        )
    pic.box(175, 300, 22, 250, "#77685a")
    pic.box(265, 300, 22, 250, "#66584c")
    for y in (360, 440):
        pic.line([(186, y + 70), (276, y)], 5, "#66584c")
    pic.box(150, 215, 165, 92, "#b79a76", "#93795a")
    pic.box(165, 240, 135, 34, "#3f4a52")
    pic.shape([(135, 215), (330, 215), (300, 185), (165, 185)], "#6f6358")
    pic.box(850, 430, 210, 120, "#d9c6a6", "#b9a07c")
    pic.box(840, 418, 230, 16, "#85735f")
    pic.box(880, 460, 60, 45, "#4d5a62")
    pic.box(975, 465, 45, 85, "#5c5248")
    for i in range(13):
        pic.box(330 + i * 40, 505, 40, 13, "#b9543f" if i % 2 else "#f5ede0")
    pic.box(838, 480, 24, 80, "#4f4c4a")
    pic.line([(1110, 560), (1110, 250)], 6, "#5f5a55")
    pic.shape([(1113, 255), (1185, 270), (1113, 305)], "#c9a24d", "#a77f35")
    pic.specks((0, 560, 330, 790), 60, 5, ("#a37e52", "#c8a373", "#8d9060"))
    pic.specks((880, 600, 1200, 790), 60, 6, ("#a37e52", "#c8a373", "#8d9060"))
    for x, tall, coat in (
        (430, 165, "#5a5f4c"),
        (500, 176, "#6b6a52"),
        (575, 170, "#4d4f46"),
        (652, 160, "#74664e"),
    ):
        pic.figure(x, 640, tall, coat)
    return pic


def river_town() -> Picture:
    pic = Picture("#9fb8c4", "#f2d9c0")
    pic.clouds(12, "#fbeede", 70, 280)
    pic.ridge(420, 18, 21, "#c3a98b", "#c7ab88")
    for i in range(17):
        house(
            pic,
            -30 + i * 74,
            475 - (i * 37) % 17,
            66,
            60 + (i * 53) % 75,
            ("#d6bd9b", "#c8ab88", "#dcc9ac")[i % 3],
            i,
        )
    pic.box(845, 300, 190, 170, "#9c8f86", "#857a72")
    pic.shape(
        [(845, 300), (845, 268), (908, 300), (908, 268), (972, 300), (972, 268), (1035, 300)], "#7a706a"
    )
    for x in (880, 940):
        pic.shape([(x, 300), (x + 5, 150), (x + 27, 150), (x + 32, 300)], "#a9735c", "#8d5b48")
        pic.box(x + 5, 165, 22, 9, "#efe3d3")
    for i in range(7):
        pic.oval(915 + i * 34, 138 - i * 13, 22 + i * 8, 13 + i * 4, "#e9e2da66")
    pic.box(380, 265, 22, 205, "#e6d8c0", "#cbb595")
    pic.shape([(375, 268), (391, 225), (407, 268)], "#7f9a8e")
    pic.shape([(0, 480), (1200, 470), (1200, 800), (0, 800)], "#8aa9ab", "#4f7682")
    for i in range(70):
        wave, y = (i * 173) % 1200, 490 + (i * 97) % 300
        pic.line([(wave, y), (wave + 30 + (i * 31) % 70, y)], 1.5 + (y - 480) / 200, "#d4e2dc55")
    pic.line([(0, 548), (1200, 548)], 9, "#5d564f")
    for x in (190, 560, 930):
        pic.shape([(x - 12, 620), (x - 8, 405), (x + 8, 405), (x + 12, 620)], "#d8c7a8", "#9f8d72")
    for left in (-180, 190, 560, 930):
        cable = [(left + t * 37, 408 + 125 * (1 - (t / 5 - 1) ** 2)) for t in range(11)]
        pic.line(cable, 4, "#4f4944")
        for hang, low in cable:
            pic.line([(hang, low), (hang, 548)], 1.5, "#4f494488")
    pic.ridge(745, 16, 31, "#7b8a5e", "#5b6b48")
    for i in range(60):
        x = i * 21
        pic.line([(x, 800), (x + 6 * math.sin(i), 715 - (i * 29) % 40)], 4, "#6c7a4f" if i % 2 else "#879263")
    return pic


def olive_front() -> Picture:
    pic = Picture("#86a7b8", "#f0e2c6")
    pic.clouds(41, "#fff6e8", 60, 250, 9)
    pic.ridge(385, 40, 15, "#a9b0a0", "#b4b197")
    pic.ridge(430, 26, 16, "#b3ad7f", "#a79a68")
    for i in range(9):
        olive(pic, 60 + i * 140 + (i * 37) % 40, 478 + (i * 13) % 18, 62, 50 + i, "#8b9871")
    pic.shape([(0, 485), (1200, 470), (1200, 800), (0, 800)], "#c4a06f", "#94643f")
    for i in range(15):
        pic.line([(600 + (i - 7) * 62, 490), (600 + (i - 7) * 260, 800)], 3, "#7e543755")
    pic.shape([*profile(575, 12, 9, 3), (WIDTH, 650), (0, 670)], "#b58a5c", "#7d5a3d")
    for i in range(15):
        for row in range(2):
            x = 660 + i * 34 - row * 17
            pic.round_box(x, 570 - row * 19, 36, 21, 9, mix("#c9b48b", "#7f6a4c", (i * 7 % 5) / 9))
    for i in range(5):
        olive(pic, 90 + i * 115 + (i % 2) * 30, 610 + (i % 3) * 16, 140, 80 + i)
    for x, tall in ((760, 118), (850, 126), (935, 120)):
        pic.figure(x, 668, tall, "#59604a")
    olive(pic, 1130, 745, 330, 99)
    pic.specks((0, 690, 1000, 795), 70, 17, ("#8a9460", "#b8925f", "#6f4c33"))
    return pic


def citadel() -> Picture:
    pic = Picture("#7fa2b8", "#f7dfbf")
    pic.glow(270, 330, 170, "#fff0cc", 210)
    pic.clouds(61, "#fff3e0", 50, 220)
    pic.ridge(520, 14, 5, "#c9b294", "#c2a681")
    pic.shape([(150, 610), (370, 365), (850, 350), (1080, 610)], "#d3b98d", "#a2885c")
    for i in range(12):
        pic.line([(390 + i * 38, 372), (210 + i * 72, 605)], 2, "#8a724b44")
    wall(pic, 365, 372, 490, 62, "#c9a877", 11)
    for x, w, h in ((352, 58, 96), (520, 50, 84), (700, 54, 100), (822, 60, 88)):
        tower(pic, x, 376, w, h, "#bf9b6a")
    pic.box(598, 235, 20, 90, "#dcc59b", "#b99a6b")
    pic.shape([(592, 238), (608, 196), (624, 238)], "#7c9189", "#667a72")
    pic.shape([(560, 615), (640, 375), (690, 375), (660, 615)], "#dcc196", "#b1925f")
    for i in range(16):
        pic.line([(568 + i * 4.6, 600 - i * 13.6), (655 + i * 1.8, 600 - i * 13.6)], 1.5, "#8a724b66")
    for i in range(20):
        if i != 9:
            shade = ("#c9b08a", "#d8c29c", "#b99d78")[i % 3]
            house(pic, -30 + i * 64, 668 - (i * 11) % 20, 70, 56 + (i * 47) % 66, shade, 200 + i)
    wall(pic, 552, 668, 110, 120, "#c3a06d", 9)
    pic.round_box(584, 590, 46, 84, 22, "#4b3c2f")
    pic.shape([(0, 655), (1200, 655), (1200, 800), (0, 800)], "#cbb591", "#8f7a5e")
    for i in range(13):
        pic.line([(600 + (i - 6) * 70, 660), (600 + (i - 6) * 220, 800)], 1.5, "#7a664c66")
    for x, tall, coat in (
        (500, 92, "#565b4a"),
        (560, 98, "#4c4f4b"),
        (615, 94, "#675f4b"),
        (735, 88, "#555a4d"),
    ):
        pic.figure(x, 738, tall, coat)
    return pic


def red_plain() -> Picture:
    pic = Picture("#97afbb", "#f3dcbd")
    pic.clouds(71, "#fbefdd", 60, 250, 8)
    pic.ridge(415, 26, 71, "#b7a893", "#b59f82")
    pic.ridge(470, 18, 72, "#c79a70", "#a8683f")
    for i in range(7):
        x = 720 + i * 58
        pic.shape([(x, 482), (x + 4, 440), (x + 24, 402), (x + 44, 440), (x + 48, 482)], "#d9bd93", "#b08d62")
        pic.round_box(x + 18, 458, 12, 24, 6, "#6a4c36")
    pic.shape([(0, 500), (1200, 485), (1200, 800), (0, 800)], "#b9754a", "#7b4630")
    for i in range(21):
        pic.line([(520 + (i - 10) * 45, 500), (520 + (i - 10) * 240, 800)], 4, "#93563866")
    for i in range(40):
        pic.line([(i * 31, 522 + i % 5), (i * 31 + 4, 506)], 3, "#97a065")
    truck(pic, 150, 650, 270, "#c8bb9d")
    truck(pic, 470, 615, 200, "#8c8a70")
    for x, tall, coat in (
        (760, 150, "#585b49"),
        (835, 158, "#6d654d"),
        (905, 152, "#4c4e47"),
        (985, 146, "#66614d"),
    ):
        pic.figure(x, 690, tall, coat)
    pic.line([(1085, 700), (1085, 470)], 5, "#57504a")
    pic.shape([(1087, 474), (1165, 490), (1150, 520), (1087, 530)], "#d1b05e", "#b18f45")
    return pic


def green_mountains() -> Picture:
    pic = Picture("#9dbac6", "#f4ead2")
    pic.glow(930, 210, 120, "#fff8e1", 210)
    for base, tall, seed, one, two in (
        (340, 90, 81, "#a9bcc0", "#b7c4bd"),
        (420, 80, 82, "#8fa99f", "#a3b59c"),
        (510, 70, 83, "#75947a", "#8aa17a"),
    ):
        pic.ridge(base, tall, seed, one, two, 1.2)
        pic.clouds(seed, "#f2f1e6", base - 5, base + 50, 4)
    for i in range(34):
        pine(pic, i * 37, 560 + (i * 29) % 46, 80 + (i * 31) % 40, "#5d7f64")
    pic.ridge(630, 40, 84, "#7c9360", "#5d7549", 0.8)
    road = [(420, 800), (640, 720), (560, 655), (745, 612), (765, 620), (620, 660), (740, 725), (600, 800)]
    pic.shape(road, "#d8c8a6", "#bda67d")
    for i in range(10):
        house(pic, 835 + i * 34 - (i % 2) * 8, 640 - (i * 23) % 46, 40, 34 + i % 3 * 9, "#e2d3b8", 300 + i)
    for i, x in enumerate((40, 120, 205, 300, 1010, 1090, 1170)):
        pine(pic, x, 770 - (i * 41) % 50, 290 - (i * 37) % 90, "#3f6350")
    for x, tall in ((700, 84), (745, 88), (795, 82)):
        pic.figure(x, 745, tall, "#565d49")
    return pic


def operations_room() -> Picture:
    pic = Picture("#3e4a55", "#2c343d", 800)
    pic.glow(600, 300, 330, "#6d8791", 150)
    pic.round_box(238, 92, 724, 424, 14, "#20262c")
    pic.box(256, 110, 688, 388, "#d9e0cc", "#c2ccb8")
    for seed, y, tone in ((91, 220, "#b9c6a4"), (92, 330, "#a6b691"), (93, 420, "#95a683")):
        skyline = [(256 + x * 0.573, y + (py - 300) * 0.6) for x, py in profile(300, 70, seed)]
        pic.shape([*skyline, (944, 498), (256, 498)], tone)
    pic.line([(430, 110), (455, 190), (420, 265), (470, 345), (440, 420), (460, 498)], 5, "#7d8f7a")
    pic.line([(256, 370), (400, 330), (600, 350), (760, 270), (944, 250)], 4, "#c2a15c")
    pic.line([(560, 110), (600, 250), (690, 380), (720, 498)], 4, "#c2a15c")
    pic.oval(345, 240, 48, 30, "#8fb3c1")
    for x, y, tone in (
        (520, 290, "#b5533e"),
        (640, 330, "#b5533e"),
        (590, 220, "#4f7a95"),
        (770, 300, "#b5533e"),
    ):
        pic.oval(x, y, 15, 15, "#ffffff99")
        pic.oval(x, y, 10, 10, tone)
    for x, y, dx, dy in ((700, 420, -45, -62), (820, 400, -38, -70)):
        pic.line([(x, y), (x + dx, y + dy)], 8, "#b5533ecc")
        pic.shape(
            [(x + dx - 15, y + dy + 6), (x + dx + 13, y + dy + 14), (x + dx - 8, y + dy - 18)], "#b5533e"
        )
    pic.shape([(0, 640), (1200, 640), (1200, 800), (0, 800)], "#5b4a3d", "#3c312a")
    pic.shape([(300, 640), (900, 640), (960, 665), (240, 665)], "#7f6a57", "#665343")
    for x in (380, 560, 760):
        pic.shape([(x, 632), (x + 92, 632), (x + 100, 652), (x - 8, 652)], "#e9e2d2", "#cfc5b1")
    for x, tall, tone in (
        (465, 420, "#23282e"),
        (705, 405, "#282c31"),
        (150, 360, "#1f2429"),
        (1060, 370, "#1f2429"),
    ):
        unit = tall / 8
        pic.oval(x, 800 - unit * 6.1, unit * 0.8, unit, mix(tone, "#5a4a3f", 0.25))
        pic.round_box(x - unit * 1.7, 800 - unit * 5, unit * 3.4, unit * 6, unit * 1.2, tone)
        pic.line([(x + unit * 1.2, 800 - unit * 4.6), (x + unit * 1.6, 800 - unit * 2)], unit * 0.5, tone)
    return pic


def aeroplane_window() -> Picture:
    pic = Picture("#d9d2c6", "#b5aa9b", 800)
    for x in (-90, 400, 890):
        pic.round_box(x, 95, 400, 500, 170, "#c9c0b2")
        pic.round_box(x + 28, 125, 344, 442, 145, "#8f887e")
    sky = Picture("#5f8fb5", "#e9e3d2", 560)
    sky.clouds(101, "#ffffff", 380, 560, 16)
    sky.clouds(102, "#fdf6e8", 300, 420, 8)
    sky.shape([(400, 600), (690, 432), (722, 380), (732, 384), (722, 446), (640, 560)], "#dfe3e2", "#9aa5aa")
    sky.line([(470, 575), (712, 436)], 2, "#7f8b91")
    mask = Image.new("L", sky.image.size, 0)
    for x in (-45, 445, 935):
        ImageDraw.Draw(mask).rounded_rectangle([x * 2, 144 * 2, (x + 310) * 2, 548 * 2], 260, fill=255)
    pic.image.paste(sky.image, (0, 0), mask)
    pic.box(-30, 144, 310, 120, "#e6dfd3", "#d6cdbf")
    for x, tone in ((250, "#4a4f55"), (820, "#53524e")):
        pic.round_box(x - 105, 500, 210, 380, 50, "#5f7280")
        pic.round_box(x - 80, 455, 160, 100, 34, "#70838f")
        pic.oval(x + 70, 470, 62, 76, tone)
        pic.round_box(x - 20, 545, 190, 300, 70, mix(tone, "#2b2d30", 0.4))
    pic.oval(890, 418, 70, 36, "#efe9dd")
    pic.box(821, 415, 138, 24, "#efe9dd", "#d8cfbf")
    return pic


def phone_post() -> Picture:
    pic = Picture("#b89372", "#8a6649", 800)
    for i in range(16):
        pic.line([(0, 40 + i * 52), (600, 48 + i * 52 + (i % 3) * 6), (1200, 36 + i * 52)], 1.5, "#6d4e3755")
    pic.oval(1010, 170, 118, 118, "#e8dfd0")
    pic.oval(1010, 170, 92, 92, "#f6f0e5")
    pic.oval(1010, 170, 76, 76, "#5a3826")
    pic.shape([(70, 500), (330, 440), (410, 770), (150, 830)], "#f3eddf", "#ddd3bf")
    for i in range(8):
        pic.line([(115 + i * 9, 535 + i * 33), (300 + i * 9, 492 + i * 33)], 3, "#b1a791")
    pic.round_box(418, 38, 384, 735, 46, "#3c2f2455")
    pic.round_box(405, 26, 384, 735, 46, "#262a30")
    pic.round_box(421, 48, 352, 690, 28, "#f4f2ec")
    pic.round_box(421, 48, 352, 62, 20, "#6c8798")
    pic.oval(462, 148, 24, 24, "#7c8468")
    pic.round_box(498, 132, 150, 13, 6, "#6d7178")
    pic.round_box(498, 154, 90, 9, 4, "#b6b8b8")
    for i, w in enumerate((300, 270, 180)):
        pic.round_box(442, 190 + i * 22, w, 10, 5, "#c3c4c1")
    pic.box(421, 270, 352, 290, "#a9c0c6", "#f0e2c4")
    pic.shape([(421, 440), (520, 415), (640, 435), (773, 405), (773, 560), (421, 560)], "#a9a573", "#87724b")
    for x in (448, 735):
        olive(pic, x, 480, 80, x)
    pic.figure(560, 552, 180, "#5f6650")
    pic.figure(640, 552, 184, "#4f5148")
    for i in range(3):
        pic.oval(458 + i * 26, 590, 13, 13, ("#5f7f9b", "#b5654a", "#c2a15c")[i])
    pic.round_box(540, 584, 110, 12, 6, "#b6b8b8")
    for i in range(3):
        pic.round_box(442 + i * 108, 624, 92, 32, 10, "#e2e2dc")
    pic.round_box(442, 678, 250, 10, 5, "#d0d1cd")
    pic.round_box(442, 700, 200, 10, 5, "#d0d1cd")
    return pic


def basalt_town() -> Picture:
    pic = Picture("#8fabb8", "#f5dcc0")
    pic.clouds(111, "#fff1df", 60, 240)
    pic.ridge(400, 34, 112, "#a7a79d", "#b0a68c", 0.8)
    pic.ridge(470, 16, 113, "#c6b070", "#a9924f")
    for i in range(13):
        house(
            pic,
            130 + i * 70,
            520 - (i * 17) % 26,
            68,
            52 + (i * 41) % 60,
            ("#6f6a66", "#7f7871", "#5f5c5b")[i % 3],
            400 + i,
        )
    pic.box(690, 300, 26, 215, "#87807a", "#66605b")
    pic.shape([(684, 302), (703, 258), (722, 302)], "#7c9189")
    pic.oval(610, 432, 48, 40, "#8b9c95")
    pic.shape([(0, 520), (1200, 505), (1200, 800), (0, 800)], "#d3b96e", "#9b7d42")
    for i in range(120):
        x, y = (i * 157) % 1200, 560 + (i * 83) % 230
        pic.line(
            [(x, y), (x + 5, y - 14 - (y - 540) / 9)], 2 + (y - 540) / 120, "#b6953f" if i % 3 else "#e6d08c"
        )
    pic.shape([(600, 520), (640, 518), (560, 800), (300, 800)], "#b8a68c", "#8d7b64")
    for i in range(44):
        pic.round_box(-20 + i * 29, 607 + (i * 13) % 9, 31, 22, 8, ("#5d5955", "#6d6862", "#4e4b49")[i % 3])
    olive(pic, 960, 650, 170, 120)
    olive(pic, 1100, 690, 210, 121)
    for x, tall in ((430, 120), (480, 126)):
        pic.figure(x, 720, tall, "#54584b")
    return pic


SCENES = {
    "border-post": border_post,
    "river-town": river_town,
    "olive-front": olive_front,
    "citadel": citadel,
    "red-plain": red_plain,
    "green-mountains": green_mountains,
    "operations-room": operations_room,
    "aeroplane-window": aeroplane_window,
    "phone-post": phone_post,
    "basalt-town": basalt_town,
}
