from django.http import QueryDict
from django.shortcuts import get_object_or_404, render

from recommendations.filters.facets import facets
from recommendations.filters.recommendations import RecommendationFilter
from recommendations.models.public import public_topics
from recommendations.views.figures import named_in, play, who_should_act
from recommendations.views.listing import PER_PAGE as FIRST
from recommendations.views.reading import read_only


@read_only
def topic_list(request):
    """The subjects of the published register, in two levels."""
    counted = facets(RecommendationFilter.from_query(QueryDict()), "topic").by_name["topic"]
    public = list(public_topics().order_by("name"))
    topics = [(topic, counted.n(topic.slug)) for topic in public]
    tree = [
        (topic, n, [(below, m) for below, m in topics if below.part_of_id == topic.pk])
        for topic, n in topics
        if topic.part_of_id is None
    ]
    return render(request, "topics/list.html", {"topics": tree})


@read_only
def topic(request, slug):
    """What was recommended on one subject, to whom, and where it stands."""
    topic = get_object_or_404(public_topics().select_related("part_of"), slug=slug)
    chosen = RecommendationFilter.from_query(QueryDict(f"topic={slug}"))
    counted = facets(chosen, "status", "late", "addressed_to", "meeting")
    context = {
        "topic": topic,
        "chosen": chosen,
        "subtopics": public_topics().filter(part_of=topic),
        "items": chosen.for_display()[:FIRST],
        "found": counted.found,
        "play": play(counted),
        "late": counted.by_name["late"].options,
        "who": who_should_act(counted, named_in(chosen.qs)),
        "meetings": counted.by_name["meeting"].options,
    }
    return render(request, "topics/topic.html", context)
