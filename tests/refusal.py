"""What a refused verb says, and that nothing of the register changed by it."""

import pytest
from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError

APPS = ["actors", "meetings", "recommendations"]


def register() -> dict:
    """Every row of every model of ours."""
    models = [model for app in APPS for model in apps.get_app_config(app).get_models()]
    return {model._meta.label: serializers.serialize("python", model.objects.order_by("pk")) for model in models}


def refusal(deed, **arguments) -> ValidationError:
    """The error by which a verb refuses; the register must be as before."""
    before = register()

    with pytest.raises(ValidationError) as refused:
        deed(**arguments)

    assert register() == before
    return refused.value


def codes(error: ValidationError) -> list:
    errors = getattr(error, "error_dict", None)
    return [one.code for group in errors.values() for one in group] if errors else [e.code for e in error.error_list]
