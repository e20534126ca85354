"""The addresses of the desk's own pages, which stand beside those of each kind of thing."""

from django.contrib import admin
from django.urls import path

from actors.admin.changes import changes
from recommendations.admin.asking import ask
from recommendations.admin.carry import carry
from recommendations.admin.members import members
from recommendations.admin.quality import quality, quality_list
from recommendations.admin.sheet.page import session_sheet
from recommendations.admin.work import index, work, work_list

app_name = "desk"
urlpatterns = [
    path(address, admin.site.admin_view(page), name=name)
    for address, page, name in [
        ("", index, "index"),
        ("work/", work, "work"),
        ("work/<slug:name>/", work_list, "work_list"),
        ("quality/", quality, "quality"),
        ("quality/<slug:name>/", quality_list, "quality_list"),
        ("carry/", carry, "carry"),
        ("sessions/<int:pk>/sheet/", session_sheet, "sheet"),
        ("history/", changes, "history"),
        ("addressees/ask/", ask, "ask"),
        ("addressees/<int:pk>/members/", members, "members"),
    ]
]
