"""The calendar that dates are read with: names of months and days, parts of a day, clock times and zones.

Pure tables and arithmetic; the wordings are read in `annotations.values.dates`.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

OPEN = ".."  # an end that nothing bounds, as in ISO 8601-2

_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name: n for n, name in enumerate(_NAMES, 1)} | {name[:3]: n for n, name in enumerate(_NAMES, 1)}
MONTHS["sept"] = 9
_DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS = {name: n for n, name in enumerate(_DAYS)} | {name[:3]: n for n, name in enumerate(_DAYS)}
WEEKDAYS |= {"tues": 1, "thurs": 3, "thur": 3}
SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
EDGES = {
    "early": ("-01", "-10"),
    "mid": ("-11", "-20"),
    "late": ("-21", "-28"),
}  # of a month in no known year
PARTS = {  # from and to, as 24-hour clock times
    "early hours": ("00:00", "06:00"),
    "dawn": ("04:00", "07:00"),
    "morning": ("06:00", "12:00"),
    "noon": ("12:00", "12:00"),
    "midday": ("12:00", "12:00"),
    "afternoon": ("12:00", "18:00"),
    "evening": ("18:00", "24:00"),
    "tonight": ("18:00", "24:00"),
    "night": ("20:00", "24:00"),
}
ZONES = (
    (r"(?:gmt|utc)(?![+-])|z", "Z"),
    (
        r"iraq|baghdad|yemen|sanaa|saudi|riyadh|kuwait|qatar|turkey|istanbul|moscow|syria|damascus|jordan|amman",
        "+03:00",
    ),
    (r"iran|tehran", "+03:30"),
    (r"uae|dubai", "+04:00"),
    (r"est|cdt", "-05:00"),
    (r"edt", "-04:00"),
    (r"pst", "-08:00"),
    (r"pdt", "-07:00"),
    (r"bst|cet|lagos", "+01:00"),
    (r"cest|eet|cairo", "+02:00"),
    (r"eest", "+03:00"),
    (r"india", "+05:30"),
    (r"china|beijing|manila|singapore", "+08:00"),
    (r"jst|japan|tokyo|kst|seoul", "+09:00"),
)
CLOCK = re.compile(
    r"(?<![\d-])(?P<hour>[01]?\d|2[0-4])(?:[:.](?P<minute>[0-5]\d))?\s*(?P<half>[ap]\.?m\b\.?)"
    r"|(?<![\d:-])(?P<hour24>[01]?\d|2[0-4]):(?P<minute24>[0-5]\d)(?!\d)"
    r"|(?<!\d)(?P<hours>[01]\d|2[0-3])(?P<minutes>[0-5]\d)(?=\s*\(?(?:gmt|utc|hours|hrs))"
)


def clock(text: str) -> str | None:
    """Return the clock time in the lower-case wording as HH:MM with the zone it names, None without one.

    >>> clock("12:15 a.m. (iraq time)")
    '00:15+03:00'
    """
    match = CLOCK.search(text)
    if match is None:
        return None
    hour = int(match["hour"] or match["hour24"] or match["hours"])
    minute = match["minute"] or match["minute24"] or match["minutes"] or "00"
    if match["half"]:
        if not 0 < hour <= 12:
            return None
        hour = hour % 12 + 12 * (match["half"][0] == "p")
    return f"{hour:02}:{minute}{_zone(text[match.end() :])}"


def _zone(behind: str) -> str:
    if away := re.match(r"[\s(]*(?:gmt|utc)(?P<sign>[+-])(?P<hours>\d{1,2})\b", behind):
        return f"{away['sign']}{int(away['hours']):02}:00"
    return next((zone for words, zone in ZONES if re.match(rf"[\s,(]*(?:{words})\b", behind)), "")


def month_ends(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def days_of(year: int, month: int = 0, day: int = 0) -> tuple[date, date]:
    """Return the first and last day of the year, the month or the day.

    ValueError when there is none such.
    """
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    return (date(year, month, day),) * 2 if day else month_ends(year, month)


def third(edge: str, first: date, last: date) -> tuple[date, date]:
    """Return the early, mid or late third of a range of days."""
    step = (last - first) // 3
    return {"early": (first, first + step), "mid": (first + step, last - step), "late": (last - step, last)}[
        edge
    ]


def nearest_year(published: date, month: int, day: int) -> int:
    """Return the year in which that day is nearest to publication.

    News looks back, so days after publication count double.
    """

    def distance(year: int) -> int:
        try:
            days = (date(year, month, day) - published).days
        except ValueError:  # 29 February
            return 10**6
        return 2 * days if days > 0 else -days

    return min((y for y in range(published.year - 4, published.year + 5) if 0 < y < 10_000), key=distance)


def shifted(day: date, by: int, unit: str) -> date:
    """Return the day moved by so many units; in a shorter month, at most its last day."""
    if unit in ("day", "week", "fortnight"):
        return day + timedelta(days=by * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = day.year * 12 + day.month - 1 + by * {"month": 1, "year": 12, "decade": 120}[unit]
    year, month = max(1, min(9998, months // 12)), months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
