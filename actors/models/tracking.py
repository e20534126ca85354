"""The history of the register: triggers of the database write an event for every change of a row, whoever makes it."""

import pghistory
from django.apps import apps
from django.db import models


def belongs_to(model) -> list[str]:
    """The relations by which a row belongs to another, in whose history it is told: what would be deleted along.

    A row that protects its owner from deletion says it itself.
    """
    if hasattr(model, "belongs_to"):
        return list(model.belongs_to)
    relations = [field for field in model._meta.fields if field.many_to_one]
    return [field.name for field in relations if field.remote_field.on_delete is models.CASCADE]


def keep_history(app: str, apart=()) -> None:
    """Keep the history of every table of an app, those between two models included; `apart` names models without one.

    To be said once, where all models of the app are known.
    """
    known = [model for model in apps.all_models[app].values() if model._meta.managed and not model._meta.auto_created]
    for model in known:
        if model in apart:
            continue
        _keep(model)
        for relation in model._meta.local_many_to_many:
            if relation.remote_field.through._meta.auto_created:
                _keep(_pairs(relation))


def _keep(model) -> None:
    sought = [["id", "pgh_id"], ["pgh_created_at", "pgh_id"], *([name] for name in belongs_to(model))]
    pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        fields=[field.name for field in model._meta.fields],
        model_name=f"{model.__name__}Event",
        obj_field=None,  # the row's own id says it
        # In the event itself: a table of contexts could be changed, and each event would write to it.
        context_field=pghistory.ContextJSONField(),
        context_id_field=None,
        append_only=True,
        meta={"indexes": [models.Index(fields=names) for names in sought], "default_permissions": ()},
    )(model)


def _pairs(relation):
    """The table between two models as a model of its own; Django's is none that a migration could give triggers."""
    source = relation.model
    options = {
        "proxy": True,
        "app_label": source._meta.app_label,
        "default_permissions": (),
        "verbose_name": relation.verbose_name,
    }
    name = f"{source.__name__}{relation.name.title().replace('_', '')}"
    return type(
        name,
        (relation.remote_field.through,),
        {
            "__module__": source.__module__,
            "Meta": type("Meta", (), options),
            "belongs_to": (relation.m2m_field_name(),),
        },
    )
