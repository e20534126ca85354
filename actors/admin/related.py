"""The filter of a list by something that its rows name: a few to click on, or any number to search."""

from django.contrib import admin

LIMIT = 20


class Related(admin.RelatedFieldListFilter):
    """Those that the rows name, as links; where they are many, a box for a name instead."""

    def __init__(self, field, request, params, model, model_admin, field_path):
        self.named = f"{field.name}_named"
        self.asked = (params.get(self.named) or [""])[-1]
        self.kept = [
            (name, value)
            for name, values in request.GET.lists()
            for value in values
            if name not in {self.named, "p", "e"}
        ]
        self.request, self.many = request, False
        super().__init__(field, request, params, model, model_admin, field_path)
        self.related = model_admin.admin_site.get_model_admin(field.remote_field.model)

    @property
    def template(self):
        return "admin/filter_searched.html" if self.many else "admin/filter.html"

    def expected_parameters(self):
        return [*super().expected_parameters(), self.named]

    def has_output(self):
        return self.many or super().has_output()

    def field_choices(self, field, request, model_admin):
        rows = model_admin.model._base_manager.values(self.field_path)
        named = field.remote_field.model._default_manager.filter(pk__in=rows)
        found = list(named.order_by(*self.field_admin_ordering(field, request, model_admin))[: LIMIT + 1])
        self.many = len(found) > LIMIT
        if self.many:
            chosen = [key for key in self.lookup_val or [] if key.isdecimal() and len(key) < 19]
            found = named.filter(pk__in=chosen)
        return [(one.pk, str(one)) for one in found]

    def queryset(self, request, queryset):
        self.used_parameters.pop(self.named, None)
        rows = super().queryset(request, queryset)
        if not self.asked:
            return rows
        found, _twice = self.related.get_search_results(request, self.related.model._default_manager.all(), self.asked)
        return rows.filter(**{f"{self.field_path}__in": found.values("pk")})

    def choices(self, changelist):
        everything, *others = super().choices(changelist)
        if self.asked:
            everything["selected"] = False
            everything["query_string"] = changelist.get_query_string(remove=self.expected_parameters())
        return [everything, *others]
