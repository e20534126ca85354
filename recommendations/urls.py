"""The public addresses of the register: stable, people share and cite them."""

from django.urls import path, re_path

from recommendations.answers.account import password, sign_in, sign_out
from recommendations.answers.views import answer, answers
from recommendations.views.about import About, Accessibility, healthz
from recommendations.views.actions import action_list
from recommendations.views.actors import actor, actor_list
from recommendations.views.challenges import challenge_list
from recommendations.views.changes import change_list
from recommendations.views.front import Front
from recommendations.views.item import recommendation
from recommendations.views.listing import recommendation_list
from recommendations.views.matrix import matrix
from recommendations.views.meetings import meeting, meeting_list
from recommendations.views.topics import topic, topic_list

app_name = "recommendations"
urlpatterns = [
    path("", Front.as_view(), name="front"),
    path("recommendations/", recommendation_list, name="list"),
    path("recommendations/matrix/", matrix, name="matrix"),
    re_path(r"^recommendations/(?P<reference>[A-Za-z0-9.-]+)/$", recommendation, name="recommendation"),
    path("meetings/", meeting_list, name="meetings"),
    path("meetings/<slug:slug>/", meeting, name="meeting"),
    path("actors/", actor_list, name="actors"),
    path("actors/<slug:slug>/", actor, name="actor"),
    path("topics/", topic_list, name="topics"),
    path("topics/<slug:slug>/", topic, name="topic"),
    path("actions/", action_list, name="actions"),
    path("changes/", change_list, name="changes"),
    path("challenges/", challenge_list, name="challenges"),
    path("about/", About.as_view(), name="about"),
    path("accessibility/", Accessibility.as_view(), name="accessibility"),
    path("sign-in/", sign_in, name="sign_in"),
    path("sign-out/", sign_out, name="sign_out"),
    path("password/", password, name="password"),
    path("answers/", answers, name="answers"),
    re_path(r"^answers/(?P<reference>[A-Za-z0-9.-]+)/$", answer, name="answer"),
    path("healthz/", healthz, name="healthz"),
]
