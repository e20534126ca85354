from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_safe

from recommendations.models import Recommendation
from recommendations.models.public import public_topics
from recommendations.views.front import main_topics
from recommendations.views.listing import PER_PAGE as FIRST


@require_safe
def topic_list(request):
    """The subjects of the published register, in two levels."""
    items = Recommendation.objects.published().followed_up()
    held = {topic.pk: topic.n for topic in main_topics(items)}
    topics = list(public_topics().main().prefetch_related("subtopics"))
    public = set(public_topics().values_list("pk", flat=True))
    for topic in topics:
        topic.n = held.get(topic.pk, 0)
        topic.below = [below for below in topic.subtopics.all() if below.pk in public]
    return render(request, "topics/list.html", {"topics": topics})


@require_safe
def topic(request, slug):
    """What was recommended on one subject, and where it stands."""
    topic = get_object_or_404(public_topics().select_related("part_of"), slug=slug)
    items = Recommendation.objects.published().followed_up().about(topic)
    context = {
        "topic": topic,
        "subtopics": public_topics().filter(part_of=topic),
        "items": items.for_display().in_report_order()[:FIRST],
        "play": items.state_of_play(),
    }
    return render(request, "topics/topic.html", context)
