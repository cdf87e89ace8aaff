"""Jinja without its loaders and its cache of compiled templates, which bring a dozen modules: no page reads templates from files."""

from __future__ import annotations

from jinja2.environment import Template
from jinja2.exceptions import TemplateSyntaxError
from jinja2.runtime import StrictUndefined

__all__ = ["StrictUndefined", "Template", "TemplateSyntaxError"]
