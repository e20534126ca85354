"""The addresses of the desk's own pages, which stand beside those of each kind of thing."""

from django.contrib import admin
from django.urls import path

from recommendations.admin.asking import ask
from recommendations.admin.members import members
from recommendations.admin.sheet.page import session_sheet

app_name = "desk"
urlpatterns = [
    path("sessions/<int:pk>/sheet/", admin.site.admin_view(session_sheet), name="sheet"),
    path("addressees/ask/", admin.site.admin_view(ask), name="ask"),
    path("addressees/<int:pk>/members/", admin.site.admin_view(members), name="members"),
]
