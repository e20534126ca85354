from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.utils.html import format_html
from django.utils.translation import gettext as _, gettext_lazy

from actors.admin.desk import Desk, DeskForm
from recommendations.filters.curated import examined, problems_of, query_of
from recommendations.models import CuratedSearch


class CuratedSearchForm(DeskForm):
    query = forms.CharField(
        label=gettext_lazy("Query"),
        help_text=CuratedSearch._meta.get_field("query").help_text,
        max_length=4000,  # a whole address may be pasted; what is kept of it is shorter
        widget=admin.widgets.AdminTextInputWidget(attrs={"class": "vLargeTextField"}),
    )

    def clean_query(self):
        query = query_of(self.cleaned_data["query"])
        if not query:
            raise ValidationError(_("This selects nothing: it is the whole list."))
        if problems := problems_of(query):
            raise ValidationError(problems)
        return query


@admin.register(CuratedSearch)
class CuratedSearchAdmin(Desk):
    form = CuratedSearchForm
    list_display = ["title", "order", "is_shown", "finds", "see"]
    list_filter = ["is_shown"]
    search_fields = ["title", "description", "query"]
    fields = ["title", "description", "query", ("order", "is_shown"), "see"]
    readonly_fields = ["see"]

    def get_changelist_instance(self, request):
        changelist = super().get_changelist_instance(request)
        changelist.result_list = examined(changelist.result_list)  # all counted at once
        return changelist

    @admin.display(description=gettext_lazy("finds"))
    def finds(self, search):
        """How much it finds, or why it can no longer be read and is left out of the front page."""
        return " ".join([_("Left out of the front page."), *search.problems]) if search.problems else search.n

    @admin.display(description=gettext_lazy("list"))
    def see(self, search):
        if not search.pk:
            return "-"
        return format_html('<a href="{}">{}</a>', search.get_absolute_url(), _("See the list"))
