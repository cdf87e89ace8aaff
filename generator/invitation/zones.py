"""Time zones: what programs call them, what a reader calls them, and how a moment in one is typed into the form."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

from generator.english import TIME_ZONES
from generator.formatters import write_as_typed
from generator.model.invitation import Moment, ReaderClock
from generator.model.message import When

YEARS = range(1990, 2100)
"""Those that the form takes."""
_LONGEST_NAME = 60

_IANA = re.compile(
    r"(?:^|/)((?:Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Etc|Europe|Indian|Mexico|Pacific|US)"
    r"(?:/[A-Za-z0-9_+-]++){1,2})$"
)
"""A name of the IANA at the end of a longer one, such as `/freeassociation.sourceforge.net/Europe/Berlin`."""
_DISPLAYED = re.compile(r"^\((?:UTC|GMT)[^()]*\)[ \t]*(?=\S)")
"""How Windows begins the names that it shows: `(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna`."""
_FIXED = re.compile(r"Etc/(?:GMT|UTC)([+-]?)([0-9]{1,2})")

WINDOWS = {
    "AUS Central Standard Time": "Australia/Darwin",
    "AUS Eastern Standard Time": "Australia/Sydney",
    "Afghanistan Standard Time": "Asia/Kabul",
    "Alaskan Standard Time": "America/Anchorage",
    "Aleutian Standard Time": "America/Adak",
    "Altai Standard Time": "Asia/Barnaul",
    "Arab Standard Time": "Asia/Riyadh",
    "Arabian Standard Time": "Asia/Dubai",
    "Arabic Standard Time": "Asia/Baghdad",
    "Argentina Standard Time": "America/Argentina/Buenos_Aires",
    "Astrakhan Standard Time": "Europe/Astrakhan",
    "Atlantic Standard Time": "America/Halifax",
    "Aus Central W. Standard Time": "Australia/Eucla",
    "Azerbaijan Standard Time": "Asia/Baku",
    "Azores Standard Time": "Atlantic/Azores",
    "Bahia Standard Time": "America/Bahia",
    "Bangladesh Standard Time": "Asia/Dhaka",
    "Belarus Standard Time": "Europe/Minsk",
    "Bougainville Standard Time": "Pacific/Bougainville",
    "Canada Central Standard Time": "America/Regina",
    "Cape Verde Standard Time": "Atlantic/Cape_Verde",
    "Caucasus Standard Time": "Asia/Yerevan",
    "Cen. Australia Standard Time": "Australia/Adelaide",
    "Central America Standard Time": "America/Guatemala",
    "Central Asia Standard Time": "Asia/Bishkek",
    "Central Brazilian Standard Time": "America/Cuiaba",
    "Central Europe Standard Time": "Europe/Budapest",
    "Central European Standard Time": "Europe/Warsaw",
    "Central Pacific Standard Time": "Pacific/Guadalcanal",
    "Central Standard Time": "America/Chicago",
    "Central Standard Time (Mexico)": "America/Mexico_City",
    "Chatham Islands Standard Time": "Pacific/Chatham",
    "China Standard Time": "Asia/Shanghai",
    "Cuba Standard Time": "America/Havana",
    "Dateline Standard Time": "Etc/GMT+12",
    "E. Africa Standard Time": "Africa/Nairobi",
    "E. Australia Standard Time": "Australia/Brisbane",
    "E. Europe Standard Time": "Europe/Chisinau",
    "E. South America Standard Time": "America/Sao_Paulo",
    "Easter Island Standard Time": "Pacific/Easter",
    "Eastern Standard Time": "America/New_York",
    "Eastern Standard Time (Mexico)": "America/Cancun",
    "Egypt Standard Time": "Africa/Cairo",
    "Ekaterinburg Standard Time": "Asia/Yekaterinburg",
    "FLE Standard Time": "Europe/Kyiv",
    "Fiji Standard Time": "Pacific/Fiji",
    "GMT Standard Time": "Europe/London",
    "GTB Standard Time": "Europe/Bucharest",
    "Georgian Standard Time": "Asia/Tbilisi",
    "Greenland Standard Time": "America/Nuuk",
    "Greenwich Standard Time": "Atlantic/Reykjavik",
    "Haiti Standard Time": "America/Port-au-Prince",
    "Hawaiian Standard Time": "Pacific/Honolulu",
    "India Standard Time": "Asia/Kolkata",
    "Iran Standard Time": "Asia/Tehran",
    "Israel Standard Time": "Asia/Jerusalem",
    "Jordan Standard Time": "Asia/Amman",
    "Kaliningrad Standard Time": "Europe/Kaliningrad",
    "Korea Standard Time": "Asia/Seoul",
    "Libya Standard Time": "Africa/Tripoli",
    "Line Islands Standard Time": "Pacific/Kiritimati",
    "Lord Howe Standard Time": "Australia/Lord_Howe",
    "Magadan Standard Time": "Asia/Magadan",
    "Magallanes Standard Time": "America/Punta_Arenas",
    "Marquesas Standard Time": "Pacific/Marquesas",
    "Mauritius Standard Time": "Indian/Mauritius",
    "Middle East Standard Time": "Asia/Beirut",
    "Montevideo Standard Time": "America/Montevideo",
    "Morocco Standard Time": "Africa/Casablanca",
    "Mountain Standard Time": "America/Denver",
    "Mountain Standard Time (Mexico)": "America/Mazatlan",
    "Myanmar Standard Time": "Asia/Yangon",
    "N. Central Asia Standard Time": "Asia/Novosibirsk",
    "Namibia Standard Time": "Africa/Windhoek",
    "Nepal Standard Time": "Asia/Kathmandu",
    "New Zealand Standard Time": "Pacific/Auckland",
    "Newfoundland Standard Time": "America/St_Johns",
    "Norfolk Standard Time": "Pacific/Norfolk",
    "North Asia East Standard Time": "Asia/Irkutsk",
    "North Asia Standard Time": "Asia/Krasnoyarsk",
    "North Korea Standard Time": "Asia/Pyongyang",
    "Omsk Standard Time": "Asia/Omsk",
    "Pacific SA Standard Time": "America/Santiago",
    "Pacific Standard Time": "America/Los_Angeles",
    "Pacific Standard Time (Mexico)": "America/Tijuana",
    "Pakistan Standard Time": "Asia/Karachi",
    "Paraguay Standard Time": "America/Asuncion",
    "Qyzylorda Standard Time": "Asia/Qyzylorda",
    "Romance Standard Time": "Europe/Paris",
    "Russia Time Zone 10": "Asia/Srednekolymsk",
    "Russia Time Zone 11": "Asia/Kamchatka",
    "Russia Time Zone 3": "Europe/Samara",
    "Russian Standard Time": "Europe/Moscow",
    "SA Eastern Standard Time": "America/Cayenne",
    "SA Pacific Standard Time": "America/Bogota",
    "SA Western Standard Time": "America/La_Paz",
    "SE Asia Standard Time": "Asia/Bangkok",
    "Saint Pierre Standard Time": "America/Miquelon",
    "Sakhalin Standard Time": "Asia/Sakhalin",
    "Samoa Standard Time": "Pacific/Apia",
    "Sao Tome Standard Time": "Africa/Sao_Tome",
    "Saratov Standard Time": "Europe/Saratov",
    "Singapore Standard Time": "Asia/Singapore",
    "South Africa Standard Time": "Africa/Johannesburg",
    "South Sudan Standard Time": "Africa/Juba",
    "Sri Lanka Standard Time": "Asia/Colombo",
    "Sudan Standard Time": "Africa/Khartoum",
    "Syria Standard Time": "Asia/Damascus",
    "Taipei Standard Time": "Asia/Taipei",
    "Tasmania Standard Time": "Australia/Hobart",
    "Tocantins Standard Time": "America/Araguaina",
    "Tokyo Standard Time": "Asia/Tokyo",
    "Tomsk Standard Time": "Asia/Tomsk",
    "Tonga Standard Time": "Pacific/Tongatapu",
    "Transbaikal Standard Time": "Asia/Chita",
    "Turkey Standard Time": "Europe/Istanbul",
    "Turks And Caicos Standard Time": "America/Grand_Turk",
    "US Eastern Standard Time": "America/Indiana/Indianapolis",
    "US Mountain Standard Time": "America/Phoenix",
    "UTC": "UTC",
    "UTC+12": "Etc/GMT-12",
    "UTC+13": "Etc/GMT-13",
    "UTC-02": "Etc/GMT+2",
    "UTC-08": "Etc/GMT+8",
    "UTC-09": "Etc/GMT+9",
    "UTC-11": "Etc/GMT+11",
    "Ulaanbaatar Standard Time": "Asia/Ulaanbaatar",
    "Venezuela Standard Time": "America/Caracas",
    "Vladivostok Standard Time": "Asia/Vladivostok",
    "Volgograd Standard Time": "Europe/Volgograd",
    "W. Australia Standard Time": "Australia/Perth",
    "W. Central Africa Standard Time": "Africa/Lagos",
    "W. Europe Standard Time": "Europe/Berlin",
    "W. Mongolia Standard Time": "Asia/Hovd",
    "West Asia Standard Time": "Asia/Tashkent",
    "West Bank Standard Time": "Asia/Hebron",
    "West Pacific Standard Time": "Pacific/Port_Moresby",
    "Yakutsk Standard Time": "Asia/Yakutsk",
    "Yukon Standard Time": "America/Whitehorse",
}
"""Windows zone → the zone of the IANA that stands for it, after Unicode CLDR (windowsZones, territory 001), with today's names."""

_SHOWN = {
    "Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": "Europe/Berlin",
    "Atlantic Time (Canada)": "America/Halifax",
    "Beijing, Chongqing, Hong Kong, Urumqi": "Asia/Shanghai",
    "Belgrade, Bratislava, Budapest, Ljubljana, Prague": "Europe/Budapest",
    "Bogota, Lima, Quito, Rio Branco": "America/Bogota",
    "Brasilia": "America/Sao_Paulo",
    "Brussels, Copenhagen, Madrid, Paris": "Europe/Paris",
    "Canberra, Melbourne, Sydney": "Australia/Sydney",
    "Central Time (US & Canada)": "America/Chicago",
    "Chennai, Kolkata, Mumbai, New Delhi": "Asia/Kolkata",
    "City of Buenos Aires": "America/Argentina/Buenos_Aires",
    "Coordinated Universal Time": "UTC",
    "Dublin, Edinburgh, Lisbon, London": "Europe/London",
    "Eastern Time (US & Canada)": "America/New_York",
    "Greenwich Mean Time : Dublin, Edinburgh, Lisbon, London": "Europe/London",
    "Guadalajara, Mexico City, Monterrey": "America/Mexico_City",
    "Hanoi, Bangkok, Jakarta": "Asia/Bangkok",
    "Bangkok, Hanoi, Jakarta": "Asia/Bangkok",
    "Harare, Pretoria": "Africa/Johannesburg",
    "Helsinki, Kyiv, Riga, Sofia, Tallinn, Vilnius": "Europe/Kyiv",
    "Islamabad, Karachi": "Asia/Karachi",
    "Kuala Lumpur, Singapore": "Asia/Singapore",
    "Mountain Time (US & Canada)": "America/Denver",
    "Nairobi": "Africa/Nairobi",
    "Osaka, Sapporo, Tokyo": "Asia/Tokyo",
    "Pacific Time (US & Canada)": "America/Los_Angeles",
    "Perth": "Australia/Perth",
    "Sarajevo, Skopje, Warsaw, Zagreb": "Europe/Warsaw",
    "Seoul": "Asia/Seoul",
    "Taipei": "Asia/Taipei",
    "West Central Africa": "Africa/Lagos",
}
"""What Windows shows for a zone, and some calendars write → the zone of the IANA."""

_RENAMED = {
    "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
    "America/Godthab": "America/Nuuk",
    "America/Indianapolis": "America/Indiana/Indianapolis",
    "Asia/Calcutta": "Asia/Kolkata",
    "Asia/Dacca": "Asia/Dhaka",
    "Asia/Katmandu": "Asia/Kathmandu",
    "Asia/Rangoon": "Asia/Yangon",
    "Asia/Saigon": "Asia/Ho_Chi_Minh",
    "Canada/Atlantic": "America/Halifax",
    "Canada/Central": "America/Winnipeg",
    "Canada/Eastern": "America/Toronto",
    "Canada/Mountain": "America/Edmonton",
    "Canada/Pacific": "America/Vancouver",
    "Etc/GMT": "UTC",
    "Etc/UTC": "UTC",
    "Europe/Kiev": "Europe/Kyiv",
    "GMT": "UTC",
    "Kamchatka Standard Time": "Asia/Kamchatka",
    "Mexico Standard Time": "America/Mexico_City",
    "Mexico Standard Time 2": "America/Mazatlan",
    "Mid-Atlantic Standard Time": "Atlantic/South_Georgia",
    "US/Alaska": "America/Anchorage",
    "US/Arizona": "America/Phoenix",
    "US/Central": "America/Chicago",
    "US/Eastern": "America/New_York",
    "US/Hawaii": "Pacific/Honolulu",
    "US/Mountain": "America/Denver",
    "US/Pacific": "America/Los_Angeles",
    "Z": "UTC",
    "tzone://Microsoft/Utc": "UTC",
}
"""Older names, and those of other programs → the name of today."""


def _key(name: str) -> str:
    return name.casefold().replace(" and ", " & ")


_NAMES = {_key(name): zone for table in (WINDOWS, _SHOWN, _RENAMED) for name, zone in table.items()}


def iana(zone: str) -> str:
    """Return the name that the IANA has for a zone; the zone as it is where nobody knows."""
    name = _DISPLAYED.sub("", zone.strip('" '), count=1)
    if found := _IANA.search(name):
        name = found[1]
    return _NAMES.get(_key(name), name)


def is_utc(zone: str) -> bool:
    """Tell whether a zone is UTC, under any of its names."""
    return iana(zone).upper() == "UTC"


def label(zone: str) -> str:
    """Return what a reader calls a zone: “New York time”, “UTC-5”, or “the time zone “Head office””."""
    name = iana(zone)
    if is_utc(name):
        return "UTC"
    if found := _FIXED.fullmatch(name):  # POSIX counts west of Greenwich, people count east
        return f"UTC{'+' if found[1] == '-' else '-'}{int(found[2])}" if int(found[2]) else "UTC"
    if _IANA.fullmatch(name):
        return f"{name.rpartition('/')[2].replace('_', ' ')} time"
    if name.upper() in TIME_ZONES:
        return name.upper()
    short = " ".join(name[: 2 * _LONGEST_NAME].split())
    return f"the time zone “{short if len(short) <= _LONGEST_NAME else short[:_LONGEST_NAME].rstrip() + '…'}”"


def wall_of(moment: Moment) -> datetime:
    """Return what the clocks of its zone show at a moment; midnight for a whole day."""
    return datetime(moment.year, moment.month, moment.day, moment.hour or 0, moment.minute or 0)  # noqa: DTZ001  it has no zone


def write(moment: Moment, clock: ReaderClock) -> tuple[str, str]:
    """Return a moment as a person types it, and a sentence about its zone where the words alone could mislead.

    The words have no zone where the reader's clocks show the same; what stands in UTC is put as those clocks show it.
    """
    wall = wall_of(moment)
    if moment.hour is None:
        return _typed(wall, whole=True), ""
    theirs = None if moment.offset is None else _offset_of(clock, wall - timedelta(minutes=moment.offset))
    if not moment.zone or (theirs is None and clock.zone and iana(clock.zone) == iana(moment.zone)):
        return _typed(wall), ""
    if moment.offset is None:
        return _typed(wall), f"The invitation gives the hour in {label(moment.zone)}."
    if theirs is not None and is_utc(moment.zone):
        there = wall + timedelta(minutes=theirs)
        return (_typed(there) if there.year in YEARS else _typed(wall, "UTC")), ""
    return _typed(wall, "" if theirs == moment.offset else _suffix(moment)), ""


def until(moment: Moment, clock: ReaderClock, now: datetime) -> timedelta | None:
    """Return how long it is until a moment; None where the reader's clocks or the moment's are not known."""
    if moment.hour is None or moment.offset is None:
        return None
    theirs = _offset_of(clock, now)  # off by an hour at most, in the night in which clocks are changed
    if theirs is None:
        return None
    return (wall_of(moment) - timedelta(minutes=moment.offset)) - (now - timedelta(minutes=theirs))


def _offset_of(clock: ReaderClock, instant: datetime) -> int | None:
    """Return how many minutes east of UTC the reader's clocks are at an instant; None where that is not known."""
    written = instant.isoformat()[:16]
    return next((offset for begins, offset in reversed(clock.offsets) if begins <= written), None)


def _suffix(moment: Moment) -> str:
    """Return the zone as it is typed after an hour."""
    abbreviation = moment.abbreviation.upper()
    if abbreviation in TIME_ZONES - {"UTC"}:
        return abbreviation
    hours, minutes = divmod(abs(moment.offset or 0), 60)
    if not hours and not minutes:
        return "UTC"
    return f"UTC{'-' if (moment.offset or 0) < 0 else '+'}{hours}" + (f":{minutes:02}" if minutes else "")


def _typed(wall: datetime, zone: str = "", *, whole: bool = False) -> str:
    day = When(wall.year, wall.month, wall.day, wall.weekday())
    return write_as_typed(day if whole else day._replace(hour=wall.hour, minute=wall.minute, zone=zone))
