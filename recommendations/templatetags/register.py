"""Words of the scales that a template asks for by their code."""

from django import template

from recommendations.models import Late

register = template.Library()


@register.simple_tag
def late_label(thing: str):
    """The label of something late, from the scale."""
    return Late(thing).label


@register.simple_tag
def definition_of(definitions, code):
    """The definition of a code, where there is one."""
    return (definitions or {}).get(code, "")
