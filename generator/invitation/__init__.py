"""An invitation to an interview → what it says: who invites whom, to what, and when."""
