"""Turns the engine into a website. Never shipped to the browser, never imported by the core."""
