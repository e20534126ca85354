"""Hits of a search within a text."""

import re

from django import template
from django.utils.html import escape
from django.utils.safestring import mark_safe

register = template.Library()

HIT = re.compile("\x02([^\x02\x03]*)\x03")
BETWEEN_HITS = re.compile("\x03(\\s+)\x02")
LEFT_OVER = str.maketrans(dict.fromkeys("\x02\x03"))


@register.filter
def marked(text: str):
    """The text with its hits, which stand between STX and ETX, in <mark>. All else is text, never markup."""
    escaped = BETWEEN_HITS.sub(r"\1", str(escape(str(text))))
    return mark_safe(HIT.sub(r"<mark>\1</mark>", escaped).translate(LEFT_OVER))
