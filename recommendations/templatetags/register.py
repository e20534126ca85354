"""Small words that the templates of the register need."""

from django import template
from django.utils import timezone

from recommendations.models import Late
from recommendations.models.dates import in_words

register = template.Library()


@register.simple_tag
def precise_date(day, precision):
    """A date as exactly as its source gave it."""
    return in_words(day, precision)


@register.filter
def is_late(recommendation) -> bool:
    """Whether it was to be done by a day that has passed, and is open."""
    due = recommendation.due_on
    return due is not None and recommendation.state.is_open and due < timezone.localdate()


@register.simple_tag
def late_label(thing: str):
    """The label of something late, from the scale."""
    return Late(thing).label
