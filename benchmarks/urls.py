"""The site's own addresses, and beside them what its pages are compared with."""

from django.urls import include, path

from benchmarks.memory import from_memory
from benchmarks.naive import naive_list

urlpatterns = [
    path("naive/", naive_list),
    path("memory/<str:name>/", from_memory),
    path("", include("config.urls")),
]
