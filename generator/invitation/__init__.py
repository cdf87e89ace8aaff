"""Reads what invites to an interview: a mail, a calendar file or a pasted text."""
