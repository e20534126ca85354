"""The addresses of the desk's own pages, which stand beside those of each kind of thing."""

from django.contrib import admin
from django.urls import path

from actors.admin.changes import changes

app_name = "desk"
urlpatterns = [path("history/", admin.site.admin_view(changes), name="history")]
