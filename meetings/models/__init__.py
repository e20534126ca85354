"""Where: series, meetings, their sessions and documents; and what it means to be published."""

from actors.models.tracking import keep_history
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

keep_history("meetings")

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
