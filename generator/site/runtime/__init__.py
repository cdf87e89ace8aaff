"""Python for the browser: what is built here, what runs in Pyodide meanwhile, and what travels to the reader. See README.md."""
