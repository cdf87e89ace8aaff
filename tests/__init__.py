"""The tests: each folder is a circle of its own, with the helpers that it alone uses; what stands here is what several use.

unit     the Python of this project on CPython, and facts about its files: no site, no browser
prose    each message type: its letters, every draft that answers can lead to, its guide and its page
site     the built site, read as files
browser  the built site in real browsers
bench    how fast it is: printed as ratios, and never a test
engines  the three browsers, behind the same few verbs
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
SITE = ROOT / "site"
"""The built site."""

INVITATIONS = ROOT / "tests" / "invitations"
"""Invitations of every shape, each beside what a careful person reads there."""

NODE = Path(sys.executable).with_name("node")
