"""The addresses of the desk's own pages, which stand beside those of each kind of thing."""

app_name = "desk"
urlpatterns = []
