"""Invitations → what they say: calendar files, mails and pasted text."""
