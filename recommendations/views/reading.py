"""What every page for readers says to whoever sends it something."""

from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe


def read_only(view):
    """It takes nothing (405), and so asks nobody to prove where a request comes from (403)."""
    return csrf_exempt(require_safe(view))


read_only_class = method_decorator(read_only, name="dispatch")
