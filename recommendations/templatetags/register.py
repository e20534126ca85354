"""What a template asks for by itself: words of the scales by their code, and what the site says on every page."""

from django import template
from django.conf import settings

from recommendations.models import Late

register = template.Library()


@register.simple_tag
def late_label(thing: str):
    """The label of something late, from the scale."""
    return Late(thing).label


@register.simple_tag
def site_notice() -> str:
    """The line on top of every page, for pages that are rendered without any context."""
    return settings.SITE_NOTICE


@register.simple_tag
def definition_of(definitions, code):
    """The definition of a code, where there is one."""
    return (definitions or {}).get(code, "")
