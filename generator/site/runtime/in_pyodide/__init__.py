"""What runs in Pyodide while the site is built, and never in a page."""
