from django.contrib import admin

from actors.admin.desk import Desk
from actors.admin.related import Related
from recommendations.models import Instrument, Topic


@admin.register(Topic)
class TopicAdmin(Desk):
    list_display = ["name", "part_of", "slug"]
    list_filter = [("part_of", Related)]
    list_select_related = ["part_of"]
    search_fields = ["name", "slug", "part_of__name"]
    autocomplete_fields = ["part_of"]
    prepopulated_fields = {"slug": ["name"]}
    fields = ["name", "slug", "part_of", "description"]


@admin.register(Instrument)
class InstrumentAdmin(Desk):
    list_display = ["short_name", "title", "citation"]
    search_fields = ["short_name", "title", "slug"]
    prepopulated_fields = {"slug": ["short_name"]}
    fields = ["short_name", "slug", "title", "citation", "url"]
