"""The secretariat's desk: series, meetings and their sessions; publication and other verbs."""

from meetings.admin.meeting import MeetingAdmin, SeriesAdmin
from meetings.admin.session import SessionAdmin

__all__ = ["MeetingAdmin", "SeriesAdmin", "SessionAdmin"]
