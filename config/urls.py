from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("recommendations.urls")),
    path("admin/", include("recommendations.admin.pages")),
    path("admin/", admin.site.urls),
]
