"""Where: series, meetings, their sessions and documents; and what it means to be published."""

from meetings.models.meeting import (
    Document,
    DocumentKind,
    Format,
    Meeting,
    MeetingQuerySet,
    Series,
)
from meetings.models.publication import (
    Audience,
    Publication,
    Publishable,
    PublishableQuerySet,
)
from meetings.models.session import Contribution, Session, SessionKind, SessionQuerySet

__all__ = [
    "Audience",
    "Contribution",
    "Document",
    "DocumentKind",
    "Format",
    "Meeting",
    "MeetingQuerySet",
    "Publication",
    "Publishable",
    "PublishableQuerySet",
    "Series",
    "Session",
    "SessionKind",
    "SessionQuerySet",
]
